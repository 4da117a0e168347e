import { oneOf } from '../one-of.ts'
import { BLOT, type Found, findingAt, type Passage, type Span } from '../passage.ts'
import { fits, isSigned } from '../signs.ts'
import type { Subject } from '../statement.ts'
import { FOUNDERS } from '../words/founders.ts'
import { PLACES } from '../words/places.ts'
import { TRADES } from '../words/trades.ts'
import { ADVERBS, MODALS } from '../words/zh-adverbs.ts'
import { FIRM_NOUNS } from '../words/zh-firms.ts'
import { MANY_ENDINGS, MANY_WORDS } from '../words/zh-many.ts'
import { OPENINGS } from '../words/zh-openings.ts'
import { PEOPLE_NOUNS } from '../words/zh-people.ts'
import { lengthOf, matchIn, signedName, signsOfName } from './name-signs.ts'
import { aliasIn, endingQuote, isNameLike } from './names.ts'

const DAY_IN_DIGITS = '\\d{4}-\\d{1,2}-\\d{1,2}'
const QUARTER = '(?:\\d{4}年)?Q[1-4](?:[底初]|中旬)?(?:之?前)?'
const SPAN_OF_TIME =
  '(?:\\d{4}年?)?(?:\\d{1,2}\\s?月\\s?)?(?:\\d{1,2}\\s?日)|(?:\\d{4}年)?(?:\\d{1,2}月|上半年|下半年|年底|[一二三四]季度)(?:[底初]|中旬)?(?:之?前)?|\\d{4}年|去年(?:\\d{1,2}月份?)?|[近仅]?(?:\\d{1,3}|半|数|[一二两三四五六七八九十]{1,3})(?:个多?月|天|年|周)(?:之?内|以?来|里|时间)?'
const ROUND_WORDS =
  '(?:[Pp]re-?\\s?)?[A-Ha-h]\\d?\\+*轮|天使\\+*轮?|种子\\+*轮?|战略轮|首轮|新一轮|早期|第?[一二两三四五六七]轮|(?<=轮)即|(?:IPO|上市)前(?:最后|最新)?一?轮?|最[新后]一轮'
/** "冲刺港股前再获…": when, not what. */
const BEFORE_LISTING =
  '(?:冲刺|冲击|闯关|赴)?(?:港股?|美股?|港交所|A股|科创板|创业板|北交所)?(?:IPO|上市|挂牌|敲[钟锣]|[递交]表)?(?<=股|所|板|O|市|牌|[钟锣]|表)(?:之?前夕?)'
/** What may stand between a name and its verb, read backwards from the verb. */
const TAIL = signedName(
  new RegExp(
    `(?:${oneOf([...ADVERBS, ...MODALS])}|${SPAN_OF_TIME}|以(?:最高|至多|至少|不超过|不低于)?(?:人民币)?(?=$)(?<=[最多少过于币])|(?:当地时间)?(?:本|上|下)?(?:周|星期)[一二三四五六日](?:晚间?|早间?)?|以[\u3400-\u9fff]{2,4}(?:方式|形式)|${ROUND_WORDS}|${BEFORE_LISTING}|(?<=${BLOT})团队|[了\\s·"“${BLOT}]+|主动|(?<=.{2})[融募筹]资|(?<=[A-Za-z]\\s)因|要|(?:股票|新股)(?=$)|于|截至|成立|为[^，。;]{2,20}项目|(?:正|已)?[与和同][^，。;]{2,12}(?:洽谈|磋商|接洽|商谈)|在[京沪深杭穗汉蓉渝津苏宁港]|在[^，]{2,8}中|在[^，在]{1,12}(?:领域|赛道|方向|市场|平台)上?|(?:[约近超逾]?\\s?[\\d.]{1,12}\\s?|[数几上]十?)[百千万亿]{1,3}(?:美元|元|美金|港元|欧元|英镑|日元)?|[百千]?[万亿](?:美元|元|美金|港元)|第[一二三四五六\\d]次|至少|最多|[\\d.]{1,5}%的?(?:股权|股份)|从(?:去年|今年|\\d{4}年|\\d{1,2}月)(?:\\d{1,2}月)?(?:开始|起|以来)?|研发|(?:使用)?自有资金|(?:拟|将)?向[^，。;在]{0,12}(?:投资者|投资人|投资方|股东|员工|雇员)|在[^，在]{2,10}(?:大会|会议|电话会|发布会|年会|声明|公告|博客|文件|采访)[上中]?|向(?:不?特定对象|合格投资者|原股东)|向(?:港交所|上交所|深交所|北交所|证监会|SEC|纳斯达克|纽交所)|未来[一二三四五几\\d]+年|与合作伙伴(?:共同)?)$`,
  ),
)
/** The same, where the last character may be any. */
const OPEN_TAIL = signedName(
  new RegExp(
    `(?:(?:以|花费?|耗资|斥资|豪掷|[出投]资|砸下?)(?:[约近超逾]|最高|至多|至少|不超过)?\\s?(?:\\d|数|上)[^，]{0,18}|(?:联手|携手)[^，。;]{2,12}|通过[^，。;]{0,20}|从(?=\\s?[A-Z])[^，。;]{2,20}|(?:投[前后])?估值[^，。;]{2,16}|为(?:其|该)[^，]{2,16}|(?<=[A-Za-z]\\s?)为[\u3400-\u9fff]{2,8}|在[\u3400-\u9fff]{2,5}|(?<=.{2})(?<![通专商家民军车医农工自实应信作使费试日])用[^，。;]{0,10}(?:AI|[Aa]gent|智能体|助手|工具|大?模型)|${DAY_IN_DIGITS}|${QUARTER})$`,
  ),
)
const OPENING = signedName(
  new RegExp(
    `^(?:(?!传[音化神智祺媒奇统])${oneOf(OPENINGS)}|如(?=[「“A-Z])|[^，。;]{2,16}?(?:批准|核准)(?:了)?|${DAY_IN_DIGITS}|${QUARTER}|${SPAN_OF_TIME}|\\d{1,2}[.、](?=[^\\d])|[\\s${BLOT}·-]+)(?=.)`,
  ),
)
const FIRM_BEFORE_NAME = signedName(
  new RegExp(
    `^.*(?:${oneOf(FIRM_NOUNS)}|之王|旗下|业务(?=[\u3400-\u9fff]{2,4}$)|(?<!美)的(?!茶$))[”」]?\\s?(?=[^\\s].)`,
  ),
)
/** "DeFi 协议 Quillo" */
const THING_BEFORE_LATIN = signedName(
  /^.*[\u3400-\u9fff](?:协议|网络|市场|交易所|游戏|钱包|引擎|工具|智能体|系统|应用|生态|框架|基础设施|社区|媒体|软件|网站|服务)\s?(?=[A-Z][A-Za-z0-9])/,
)
/** "“国产甲”乙": what a firm is likened to, before its name. */
const NICKNAME_BEFORE_NAME = signedName(
  /^.*(?:“[^”]{2,16}”|「[^」]{2,16}」)(?=[\u3400-\u9fffA-Za-z]{2,12}$)(?!.*(?:揽|吸金|融|获|拿|疯狂|[再又正将已]))(?!(?:科技|公司|集团|团队|机器人|项目|品牌|智能|系|们|概念|赛道|模式|新一轮|创始|过去|近[日期来年两三几]|最近|[今去前]年|此前|日前|目前|[今当昨]天|[今昨]日|[本上][周月]|[年月][初底中末]|节后|春节|国庆|元旦|[上下]半年|第?[一二三四]季|连续|正式|宣布|首次|完成|成功|成立).*$)/,
)
/** "马斯克 xAI" */
const FOUNDER_BEFORE_NAME = signedName(new RegExp(`^${oneOf(FOUNDERS)}\\s?(?=[A-Za-z]{2})`))
const ENDS_IN_FIRM = signedName(new RegExp(`(?:${oneOf([...FIRM_NOUNS, ...PEOPLE_NOUNS])})$`))
/** "甲母公司乙电商": such words may end a name. */
const OWNED = /(?:母公司|子公司|旗下)[\u3400-\u9fff]{2,4}(?:电商|连锁|平台)$/
const LEGAL_NAME =
  /有限(?:责任)?公司$|(?<=[A-Za-z0-9.]\s?)(?<!(?<![A-Za-z])(?:AI|[Aa]gent|SaaS|GPU|Biotech|[Ww]eb3|AIGC)\s?)公司$|集团$/
const MANY = signedName(
  new RegExp(
    `${oneOf(MANY_WORDS)}|[\\d二两三四五六七八九十数余]\\+?(?:家|起|笔|个)(?!人|多?月(?!前)|小时|季度|工作日|交易日)`,
  ),
)
/** What a fund is called after its name. */
const FUND_PARTS = /(?:私募|产业|股权|创业|创新|创投|投资|发展|引导|专项|科技|并购|母)*基金$/
const LEGAL_PARTS = /[(（][㐀-鿿]{2,6}[)）]|(?:科技|技术|信息|智能)*(?:股份)?有限(?:责任)?公司$/g
const COUNTRY = signedName(
  new RegExp(
    `^(?:(?:美国|日本|韩国|英国|德国|法国|印度|以色列|加拿大|瑞士|瑞典|荷兰|新加坡|澳大利亚|埃及|国内|国产|中国|全球|海外|国外|欧洲)(?=[A-Za-z]|.{4})|(?:越南|泰国|印尼|马来西亚|巴西|墨西哥|俄罗斯|土耳其|芬兰|挪威|丹麦|西班牙|意大利|沙特|阿联酋|东南亚|硅谷)(?=[A-Z])|${oneOf(PLACES)}\\s(?=[A-Z]))`,
  ),
)
const LATIN_TAIL =
  /^(?=[\u3400-\u9fff+]{5})[\u3400-\u9fff\s+]{5,}?(?<latin>[A-Za-z][A-Za-z0-9.&'+\s-]*)$/
const MANY_END = signedName(
  new RegExp(
    `(?:^(?:国产|国内|中国|全球|本土|美国|欧洲)?(?:AI|人工智能|科技|生成式AI)?${oneOf(MANY_ENDINGS)}|^(?:全球|国内|中国|国产)?${oneOf(TRADES)}|^(?:全球|国内|中国|美国|欧洲)AI|市场)$`,
  ),
)
const VERB_BEFORE_LATIN = signedName(
  /^(?:已|也|正|因|将)?(?:影响|推动|帮助|助力|支持|称|显示|指|涉及|关于|针对|对于|与|和|对|向|为|给)(?=[A-Za-z])/,
)
/** "甲宣布，公司已完成…", "甲投资乙，后者完成…": of whom the words before speak. */
const ITSELF = signedName(
  /^(?:公司(?:及其?[^，。;]{0,8}公司)?|后者|前者|(?:已|也|并|刚|近日)?从[^，。;]{2,40}(?:处|手中|那里|到))$/,
)
const MOST_STEPS = 12
const LONGEST_TAIL = 24

/** Whom the words before a verb name. */
export function readSubject(passage: Passage, span: Span): Subject {
  const alias = aliasIn(passage, span)
  const text = withoutTail(passage, span)
  if (text.end <= text.start) return { is: 'unsaid' }
  const written = passage.masked.slice(text.start, text.end)
  const signs = signsOfName(written, 0, written.length)
  if (fits(signs, ITSELF, written)) return { is: 'unsaid' }
  const quoted = endingQuote(passage, text)
  if (quoted === undefined && fits(signs, MANY, written))
    return asList(passage, text) ?? { is: 'many' }
  if (alias !== undefined) return { is: 'named', names: [alias] }
  if (quoted !== undefined) return quoted
  return asList(passage, text) ?? asName(passage, text)
}

/** Drops adverbs, times and brackets between the name and the verb. */
function withoutTail({ masked }: Passage, span: Span): Span {
  const end = endOfWords(masked, span)
  return { start: startOfWords(masked, { start: span.start, end }), end }
}

function endOfWords(masked: string, { start, end }: Span): number {
  let till = end
  for (let step = 0; step < MOST_STEPS && till > start; step++) {
    const words = { start: Math.max(start, till - LONGEST_TAIL), end: till }
    const cut = Math.max(lengthOf(TAIL, masked, words), lengthOf(OPEN_TAIL, masked, words))
    if (cut === 0 || closesQuote(masked, { start, end: till })) break
    till -= cut
  }
  return till
}

function startOfWords(masked: string, { start, end }: Span): number {
  let from = start
  for (let step = 0; step < MOST_STEPS && end > from; step++) {
    const cut = lengthOf(OPENING, masked, { start: from, end })
    if (cut === 0) break
    from += cut
  }
  return from
}

/** The straight quote at the end has one before it: it belongs to a name. */
function closesQuote(masked: string, { start, end }: Span): boolean {
  return masked[end - 1] === '"' && (masked.slice(start, end).split('"').length - 1) % 2 === 0
}

/** "甲、乙、丙等公司": several names. */
function asList(passage: Passage, { start, end }: Span): Subject | undefined {
  const written = passage.masked.slice(start, end)
  if (!written.includes('、')) return undefined
  const bare = written.replace(/等(?:\d+家|多家)?(?:公司|企业|品牌|平台|厂商|项目)?$/, '')
  const names: Found<string>[] = []
  let from = start
  for (const part of bare.split('、')) {
    const name = nameIn(passage, { start: from, end: from + part.length })
    if (name !== undefined) names.push(name)
    from += part.length + 1
  }
  const isWhole = names.length >= 2 && names.length === bare.split('、').length
  return isWhole ? { is: 'named', names } : undefined
}

function asName(passage: Passage, span: Span): Subject {
  if (lengthOf(MANY_END, passage.masked, span) > 0) return { is: 'many' }
  const name = unquotedNameIn(passage, span)
  if (name !== undefined) return { is: 'named', names: [name] }
  const head = matchIn(VERB_AFTER_NAME, passage.masked, span)?.groups?.['name']
  const before = head && nameIn(passage, { start: span.start, end: span.start + head.length })
  return before ? { is: 'named', names: [before] } : { is: 'described' }
}

/** "甲聘请银行安排上市": a verb we do not read stands between the name and ours. */
const VERB_AFTER_NAME = signedName(
  /^(?<name>.{2,16}?)(?:被曝|据悉|剥离|分拆|承诺|聘请|寻求|按下|冲刺|宣布|考虑|申请|赴|启动|开启|推出|选定|提交|更新|签署|发布|表示|透露|旗下|披露)/,
)

const ONLY_TRADES = signedName(new RegExp(`^${oneOf(TRADES)}+$`))

/** The name at the end of a noun phrase: 跨境供应链平台X gives X. */
export function nameIn(passage: Passage, { start, end }: Span): Found<string> | undefined {
  const quoted = endingQuote(passage, { start, end })
  if (quoted !== undefined) return quoted.is === 'named' ? quoted.names[0] : undefined
  return unquotedNameIn(passage, { start, end })
}

function unquotedNameIn(passage: Passage, { start, end }: Span): Found<string> | undefined {
  const from = startOfName(passage, { start, end })
  if (from === undefined || lengthOf(ONLY_TRADES, passage.masked, { start: from, end }) > 0)
    return undefined
  return (
    toName(passage, { start: from, end }, 'company/before-verb') ??
    latinHead(passage, { start, end })
  )
}

/** Where the name begins, after what describes it; nothing when the phrase only describes. */
function startOfName({ masked }: Passage, { start, end }: Span): number | undefined {
  const written = masked.slice(start, end)
  const isLegal = isLegalName(written)
  const signs = signsOfName(masked, start, end)
  if (!isLegal && fits(signs, ENDS_IN_FIRM, written) && !OWNED.test(written)) return undefined
  let from = start + lengthOf(FIRM_BEFORE_NAME, masked, { start, end: isLegal ? end - 2 : end })
  from += lengthOf(NICKNAME_BEFORE_NAME, masked, { start: from, end })
  return isSigned(signs, LATIN)
    ? startOfLatinName(masked, { start: from, end })
    : from + lengthOf(COUNTRY, masked, { start: from, end })
}

/** The same where there are Latin letters, which may be all of the name. */
function startOfLatinName(masked: string, { start, end }: Span): number {
  let from = start
  for (const words of [THING_BEFORE_LATIN, FOUNDER_BEFORE_NAME, COUNTRY, VERB_BEFORE_LATIN])
    from += lengthOf(words, masked, { start: from, end })
  const latin = LATIN_TAIL.exec(masked.slice(from, end))?.groups?.['latin'] ?? ''
  return latin.length >= 2 && !ACRONYM.test(latin) ? end - latin.length : from
}

const LATIN = signedName(/[A-Za-z]/)
const LATIN_FIRM = /[A-Za-z0-9.]\s?公司$/

function toName(passage: Passage, span: Span, rule: string): Found<string> | undefined {
  const written = passage.masked.slice(span.start, span.end)
  const isLatin = written.endsWith('司') && LATIN_FIRM.test(written)
  const name = findingAt(passage, { ...span, end: span.end - (isLatin ? 2 : 0) }, rule)
  // "两仪（北京）科技有限公司": as long as a name in law may be.
  const known = withoutKind(name.value)
  return isNameLike(known) ? name : undefined
}

function withoutKind(name: string): string {
  if (isLegalName(name)) return name.replace(LEGAL_PARTS, '')
  return name.endsWith('金') ? name.replace(FUND_PARTS, '') : name
}

/** Most names end in no such word, which one look tells. */
function isLegalName(text: string): boolean {
  return (text.endsWith('司') || text.endsWith('团')) && LEGAL_NAME.test(text)
}

const ACRONYM = /^(?:AI|IPO|App|SaaS|VR|AR)$/
const LATIN_HEAD = signedName(
  /^(?!AI|IPO|CEO|A股|B端|C端)[A-Z][A-Za-z0-9.&' -]{1,30}[A-Za-z0-9](?=\s?(?:被|的|称|官|旗|方|前|联|创|CEO|或|内|与|和|正|也)|\s[\u3400-\u9fff]{2,10}(?:平台|公司|企业|品牌|厂商|服务商)$)/,
)

/** "X被曝…": a Latin name and then words we do not know. */
function latinHead(
  { masked, text, where }: Passage,
  { start, end }: Span,
): Found<string> | undefined {
  const head = matchIn(LATIN_HEAD, masked, { start, end })?.[0]
  if (head === undefined) return undefined
  const till = start + head.length
  return { value: text.slice(start, till), start, end: till, where, rule: 'company/latin' }
}
