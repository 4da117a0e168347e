import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Sentence } from '../sentences.ts'
import type { Subject } from '../statement.ts'
import { PLACES } from '../words/places.ts'
import { lengthOf, matchIn, signedName } from './name-signs.ts'
import { aliasIn, cornerName } from './names.ts'
import { nameIn, readSubject } from './subject.ts'

interface Clues {
  /** The clause that lacks a subject. */
  readonly index: number
  /** Where its verb ends. */
  readonly after: number
}

/** Who a clause without a subject speaks of: somebody named behind it (融资的X) or in a clause before it. */
export function subjectBefore(
  passage: Passage,
  sentence: Sentence,
  { index, after }: Clues,
): Subject {
  const clause = sentence.clauses[index] ?? sentence
  const relative = behind(passage, { start: after, end: clause.end })
  if (relative !== undefined) return { is: 'named', names: [relative] }
  const part = spunOff(passage, sentence.clauses[index - 1])
  if (part !== undefined) return { is: 'named', names: [part] }
  const earlier = namedEarlier(passage, sentence, index)
  if (earlier !== undefined) return earlier
  const corner =
    cornerName(passage, sentence) ??
    nameOfTale(passage, sentence.clauses[index + 1]) ??
    nameOfTale(passage, sentence.clauses[index + 2])
  return corner === undefined ? { is: 'unsaid' } : { is: 'named', names: [corner] }
}

/** The subject of the nearest clause before that opens with a name; many only where it is the very one before. */
function namedEarlier(passage: Passage, { clauses }: Sentence, index: number): Subject | undefined {
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const other = clauses[earlier]
    const name = other && opensWithName(passage, other)
    if (name !== undefined && (name.is !== 'many' || earlier === index - 1)) return name
  }
  return undefined
}

/** "刚获得融资的X" */
function behind(passage: Passage, { start, end }: Span): Found<string> | undefined {
  const of = OF.exec(passage.masked.slice(start, start + 2))?.[0].length
  if (of === undefined) return undefined
  const phrase = BEHIND.exec(passage.masked.slice(start + of, end))?.[0].length ?? 0
  return nameIn(passage, { start: start + of, end: start + of + phrase })
}

const OF = /^中?的/
/** "融资上亿的X是什么来头": the name ends where something is said of it. */
const BEHIND =
  /^.{2,}?(?=$|(?<=.{2})(?:是|能否|能不能|为何|为什么|怎么|凭什么|还[能有]|要(?![^，。;]$)|正在|如何|究竟|到底))/

const SPINS_OFF = signedName(/分拆(?:出|旗下)?(?<part>[^，。;]{2,12}?)(?:独立(?:运营|发展)?)?$/)

/** "甲拟分拆乙，融资20亿": the part gets the money. */
function spunOff(passage: Passage, clause: Span | undefined): Found<string> | undefined {
  const match = clause === undefined ? null : matchIn(SPINS_OFF, passage.masked, clause)
  const part = match?.groups?.['part']
  if (clause === undefined || match === null || part === undefined) return undefined
  const start = clause.start + match.index + match[0].indexOf(part)
  return nameIn(passage, { start, end: start + part.length })
}

const TALE = signedName(
  /^(?<phrase>.{2,30}?)(?:的(?:生意经|野心|故事|背后|底气|秘密)|希望|要(?!求)|该|想要|想做|要做|将(?=持续|继续|全面|加速|进一步)|IPO(?:进程|提速|在即)|杀[入进向]|闯[入进]|进军|挺进|跻身|赢得|站上|重回|市值|能否|能不能|还[需差要能离]|暂时|[仍依]然?(?=[\u3400-\u9fff])|着急|急于|(?<=^.{2,5})[“"][^”"]{1,3}[”"]|置业(?=花费|支出)|加速|成为(?!其|公司)|打造|冲刺|如何|凭什么|为何|做对了|是怎么|(?<!产品|业务|技术|资金|主要|团队|方案|目前|继续)(?:专注|聚焦|致力|深耕|主打|瞄准|主攻))/,
)

/** "完成三轮融资，虚拟品牌X的生意经": the name stands in the clause behind. */
function nameOfTale(passage: Passage, clause: Span | undefined): Found<string> | undefined {
  if (clause === undefined) return undefined
  const written = passage.masked.slice(clause.start, clause.end)
  const start = clause.start + (TURN.exec(written)?.[0].length ?? 0)
  const phrase = matchIn(TALE, passage.masked, { start, end: clause.end })?.groups?.['phrase']
  return phrase === undefined ? undefined : nameIn(passage, { start, end: start + phrase.length })
}

const TURN = /^(?:但|而|却)(?=.{3})/

const PREDICATE_OF_NAME = signedName(
  /(?:完成|获得|拿下|出让|转让|成立于|成立以来|成立仅|创立于|是一家|是一个|系一家|已|拟|计划|申请|投建|在(?=.{2,6}(?:建|投))|开启|签署|宣布|表示|推出|发布|官宣|总部|年化|营收|估值|开工|投产|动工|签约|落户|奠基|竣工|自成立|狂飙|入局|进军|杀[入进向]|闯[入进]|挺进|切入|跻身|涉足|首次|作为|通过|加码|今日|近日|发生|再度?|日前|正式|突然|成为|将|内部(?:文件|信)|杀疯|急了|慌了|赢麻|坐不住|摊牌|找来|请来|挖来|首[家座款])/,
)

/** "某人创办X" */
const FOUNDED = signedName(
  /^.*(?:(?:创办|创立|创建)(?!于|了?一|的|人|者)|(?:创办|创立|创建)的[^，。;的]{0,12}(?:公司|企业|品牌|平台))(?=.{2,12}$)/,
)
export const OFFICER =
  /\s?(?:CEO|CFO|CTO|COO|董事长|创始人|总裁|高管|官方|董秘|发言人|负责人)[\u4e00-\u9fff]{0,3}$/

/** What a firm builds, between its name and the verb: 德国工厂, 二期基地. */
export const SITE = new RegExp(
  `(?:${oneOf(PLACES)})?(?:超级|新|[首一二三四五两]?[座期个家]?|全球)(?:工厂|基地|产业园|园区|数据中心|项目|电站|总部)(?:在[^，。;]{2,6})?(?:[再又将拟])?$`,
)

/** "为加快建设，公司拟…" */
const REASON = signedName(
  /^\s?(?:为了?(?=加|推|进|满|提|扩|保|增|支|完|优)|由于|因为|随着|鉴于|根据|基于)/,
)

const WITH_PARTNER = /[与和同][^，。;]{2,16}$/

/** "甲参与", "甲、乙加码": they give, and get nothing. */
const WHO_PAYS = signedName(
  /(?:[领跟参独]投|跟进|参与|、[^，。;]{2,12}(?:加[码注]|加持|押注|入局|站台))$/,
)

/** A clause that opens with a name: "X成立于…", or that is nothing but one: "独角兽「X」". */
function opensWithName(passage: Passage, clause: Span): Subject | undefined {
  const alias = aliasIn(passage, clause)
  if (alias !== undefined) return { is: 'named', names: [alias] }
  if (lengthOf(REASON, passage.masked, clause) > 0) return undefined
  if (matchIn(WHO_PAYS, passage.masked, clause) !== null) return undefined
  const founded = lengthOf(FOUNDED, passage.masked, clause)
  if (founded > 0) return readSubject(passage, { start: clause.start + founded, end: clause.end })
  const verb = matchIn(PREDICATE_OF_NAME, passage.masked, clause)
  return verb === null ? barely(passage, clause) : beforeVerb(passage, clause, verb)
}

/** What stands before a verb that follows names. */
function beforeVerb(passage: Passage, { start }: Span, verb: RegExpExecArray): Subject | undefined {
  const before = verb.input.slice(0, verb.index)
  const site = SITE.exec(before)?.[0].length ?? 0
  const phrase = before.slice(0, before.length - site)
  // "甲与乙签署协议，获…": of the two the first gets the money.
  const partner = verb[0] === '签署' ? (WITH_PARTNER.exec(phrase)?.[0].length ?? 0) : 0
  const subject = readSubject(passage, { start, end: start + phrase.length - partner })
  return trusted(subject, verb.input, true)
}

/** A clause without such a verb: a name, or a name and somebody's title. */
function barely(passage: Passage, { start, end }: Span): Subject | undefined {
  const text = passage.masked.slice(start, end)
  const isHead = passage.masked[end] === ':'
  const title = (OFFICER.exec(text) ?? (isHead ? PERSON.exec(text) : null))?.[0].length ?? 0
  const isSure =
    title > 0 ||
    isHead ||
    text.length <= SURELY_A_NAME ||
    LEGAL_NAME.test(text) ||
    LATIN_AT_LAST.test(text)
  return trusted(readSubject(passage, { start, end: end - title }), text, isSure)
}

/** Without a verb we know, only what is quoted or short enough is taken for a name. */
const SURELY_A_NAME = 8
/** "「X」某某：": who speaks for it. */
const PERSON = /(?<=」)[\u3400-\u9fff]{2,3}$/
const LEGAL_NAME = /(?:有限|股份)公司$/
/** "人人都在用的X", "物流平台X" */
const LATIN_AT_LAST =
  /(?:的|平台|公司|品牌|企业|厂商|独角兽|创企|龙头|巨头|实验室|团队)\s?[A-Z][A-Za-z0-9. ]+$/
const SEVERAL_FIRMS = /多家|\d家(?![^，。;]{0,6}[店馆铺])|几家|各大/

function trusted(subject: Subject, text: string, isSure: boolean): Subject | undefined {
  if (subject.is === 'many') return SEVERAL_FIRMS.test(text) ? subject : undefined
  if (subject.is !== 'named') return undefined
  return isSure || subject.names[0]?.rule !== 'company/before-verb' ? subject : undefined
}
