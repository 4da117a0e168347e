import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import { type Found, findingAt, type Passage, type Span } from '../passage.ts'
import type { Sentence } from '../sentences.ts'
import type { Subject } from '../statement.ts'
import { INVESTOR_ENDINGS } from '../words/investor-names.ts'
import { PLACES } from '../words/places.ts'
import { namesIn } from './investor-names.ts'
import { aliasIn, cornerName, isNameLike } from './names.ts'
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
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const other = sentence.clauses[earlier]
    const name = other && opensWithName(passage, other)
    if (name !== undefined && (name.is !== 'many' || earlier === index - 1)) return name
  }
  const corner =
    cornerName(passage, sentence) ??
    nameOfTale(passage, sentence.clauses[index + 1]) ??
    nameOfTale(passage, sentence.clauses[index + 2])
  return corner === undefined ? { is: 'unsaid' } : { is: 'named', names: [corner] }
}

/** "刚获得融资的X" */
function behind(passage: Passage, { start, end }: Span): Found<string> | undefined {
  if (passage.masked[start] !== '的') return undefined
  return nameIn(passage, { start: start + 1, end })
}

const TALE =
  /^(?<phrase>.{2,30}?)(?:的(?:生意经|野心|故事|背后|底气|秘密)|希望|要(?!求)|该|想要|想做|要做|将(?=持续|继续|全面|加速|进一步)|市值|加速|成为(?!其|公司)|打造|冲刺|如何|凭什么|为何|做对了|是怎么)/

/** "完成三轮融资，虚拟品牌X的生意经": the name stands in the clause behind. */
function nameOfTale(passage: Passage, clause: Span | undefined): Found<string> | undefined {
  const phrase =
    clause && TALE.exec(passage.masked.slice(clause.start, clause.end))?.groups?.['phrase']
  return phrase === undefined || clause === undefined
    ? undefined
    : nameIn(passage, { start: clause.start, end: clause.start + phrase.length })
}

const PREDICATE_OF_NAME =
  /(?:完成|获得|拿下|出让|转让|成立于|成立以来|成立仅|创立于|是一家|是一个|系一家|已|拟|计划|申请|投建|在(?=.{2,6}(?:建|投))|开启|签署|宣布|推出|发布|官宣|总部|估值|开工|投产|动工|签约|落户|奠基|竣工|自成立|狂飙|入局|进军|涉足|首次|作为|通过|加码|今日|近日|发生|再度?|日前|正式|突然|成为|将)/

/** "某人创办X" */
const FOUNDED = /^.*(?:创办|创立|创建)(?!于|了?一|的|人|者)(?=.{2,12}$)/
const OFFICER =
  /\s?(?:CEO|CFO|CTO|COO|董事长|创始人|总裁|高管|官方|董秘|发言人|负责人)[\u4e00-\u9fff]{0,3}$/

/** What a firm builds, between its name and the verb: 德国工厂, 二期基地. */
const SITE = new RegExp(
  `(?:${oneOf(PLACES)})?(?:超级|新|[首二三一两]?[座期个家]?|全球)(?:工厂|基地|产业园|园区|数据中心|项目|电站|总部)$`,
)

const WITH_PARTNER = /[与和同][^，。;]{2,16}$/

/** A clause that opens with a name: "X成立于…", or that is nothing but one: "独角兽「X」". */
function opensWithName(passage: Passage, clause: Span): Subject | undefined {
  const alias = aliasIn(passage, clause)
  if (alias !== undefined) return { is: 'named', names: [alias] }
  const text = passage.masked.slice(clause.start, clause.end)
  const founded = FOUNDED.exec(text)?.[0].length
  if (founded !== undefined)
    return readSubject(passage, { start: clause.start + founded, end: clause.end })
  const verb = PREDICATE_OF_NAME.exec(text)
  const title = verb === null ? (OFFICER.exec(text)?.[0].length ?? 0) : 0
  const site = verb === null ? 0 : (SITE.exec(text.slice(0, verb.index))?.[0].length ?? 0)
  const end = verb === null ? clause.end - title : clause.start + verb.index - site
  // "甲与乙签署协议，获…": of the two the first gets the money.
  const partner =
    verb?.[0] === '签署'
      ? (WITH_PARTNER.exec(text.slice(0, end - clause.start))?.[0].length ?? 0)
      : 0
  const subject = readSubject(passage, { start: clause.start, end: end - partner })
  const isHead = passage.masked[clause.end] === ':'
  const isSure = verb !== null || title > 0 || isHead || text.length <= SURELY_A_NAME
  return trusted(subject, text, isSure)
}

/** Without a verb we know, only what is quoted or short enough is taken for a name. */
const SURELY_A_NAME = 8
const SEVERAL_FIRMS = /多家|\d家|几家|各大/

function trusted(subject: Subject, text: string, isSure: boolean): Subject | undefined {
  if (subject.is === 'many') return SEVERAL_FIRMS.test(text) ? subject : undefined
  if (subject.is !== 'named') return undefined
  return isSure || subject.names[0]?.rule !== 'company/before-verb' ? subject : undefined
}

export interface Parties {
  readonly subject: Subject
  readonly payers: readonly Found<AnnouncedInvestor>[]
}

const TARGET_TAIL =
  /(?:(?:成(?:为)?其?(?:第[一二三四五]|控股|最大|单一最大)大?股东|布局|打造|进军|用于|以扩大|加码|切入).*|\s?#.*|(?:(?:剩余|其余|余下)的?[约近超]?\s?\d+(?:\.\d+)?%|100%|\d+(?:\.\d+)?%|全部|剩余|多数|少数|控股|部分|所有)?\s?的?(?:控股权|股权|股份|权益|业务|资产|控制权|多数股权|(?<!有限)公司|(?:的?(?:并购|收购))?交易|股权案|(?:一事|事宜)?(?:进行|展开|举行)?(?:谈判|磋商|洽谈|接洽|讨论)|事宜)?(?:[约近超逾]?\d[\d.]{0,8}\s?[%万亿美元].*)?)$/

/** "甲收购乙": 乙 is the company, 甲 pays. */
export function targetIn(
  passage: Passage,
  match: Span & { readonly groups: Readonly<Record<string, string | undefined>> },
  acting: Subject,
): Parties {
  const payers =
    acting.is === 'named' ? acting.names.flatMap((name) => namesIn(passage, name, false)) : []
  const target = match.groups['target']
  if (target === undefined) return { subject: { is: 'unsaid' }, payers }
  const start = passage.masked.lastIndexOf(target, match.end)
  const end = start + target.length - (TARGET_TAIL.exec(target)?.[0].length ?? 0)
  const both = twoIn(passage, { start, end })
  if (both !== undefined) return { subject: { is: 'named', names: both }, payers }
  const name = nameIn(passage, { start, end }) ?? quotedIn(passage, { start, end })
  return {
    subject: name === undefined ? { is: 'described' } : { is: 'named', names: [name] },
    payers,
  }
}

const TWO = /^(?<first>[^，。;的、和及与]{3,24})(?<and>[和及])(?<second>[^，。;的、和及与]{4,24})$/
const NO_FIRM = /业务|资产|部门|团队|技术|品牌$|公司$|股份$/

/** "甲收购乙和丙": each of the two. */
function twoIn(passage: Passage, { start, end }: Span): readonly Found<string>[] | undefined {
  const { first, and, second } = TWO.exec(passage.masked.slice(start, end))?.groups ?? {}
  if (first === undefined || and === undefined || second === undefined) return undefined
  if (NO_FIRM.test(first) || NO_FIRM.test(second)) return undefined
  const names = [
    nameIn(passage, { start, end: start + first.length }),
    nameIn(passage, { start: end - second.length, end }),
  ].flatMap((name) => name ?? [])
  return names.length === 2 ? names : undefined
}

const INVESTING_FIRM = new RegExp(`${oneOf(INVESTOR_ENDINGS)}$`)
const SOME_FUND = /^.{0,8}(?:新|首|期|支|只|美元|人民币|旗舰|专项|母)基金$/

/** "甲设立乙基金": the fund raises the money, unless 甲 is a firm that raises for itself. */
export function fundAndGiver(
  passage: Passage,
  match: Span & { readonly groups: Readonly<Record<string, string | undefined>> },
  acting: Subject,
): Parties {
  const { subject, payers } = targetIn(passage, match, acting)
  const [name] = acting.is === 'named' ? acting.names : []
  const [fund] = subject.is === 'named' ? subject.names : []
  const isOwn = fund === undefined || SOME_FUND.test(fund.value) || fund.value.length < 4
  if (name !== undefined && (isOwn || INVESTING_FIRM.test(name.value)))
    return { subject: acting, payers: [] }
  return { subject, payers }
}

function quotedIn(passage: Passage, { start, end }: Span): Found<string> | undefined {
  const corner = cornerName(passage, { start, end })
  if (corner !== undefined) return corner
  const name = findingAt(passage, { start, end }, 'company/object')
  return isNameLike(name.value) && name.value.length <= 8 ? name : undefined
}
