import { allMatches } from '../all-matches.ts'
import { oneOf } from '../one-of.ts'
import { BLOT, type Found, findingAt, type Passage, type Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { FOUNDERS } from '../words/founders.ts'
import { fitsName, signedName } from './name-signs.ts'

const OPENERS: ReadonlyMap<string, string> = new Map([
  ['”', '“'],
  ['」', '「'],
  ['』', '『'],
  ['》', '《'],
  ['】', '【'],
  ['"', '"'],
])
const ALIAS =
  /(?:下称|简称|下文称|以下称)(?:为)?:?\s?[“「"‘']?(?<alias>[^”」"’'()，,;。]{2,24})[”」"’']?\s?\)/
/** Words no name of a firm contains. */
const NEVER_IN_NAME = signedName(
  /(?<!美|快|^我)的(?!茶$)|我(?!的.{2})|累计|年内|他(?![趣山])|无法|(?<!饿)了|[把被让这该其你她们，。!?;:、“”「」《》]|创业|员工|团队|博士|教授|院士|创始人|毕业|成立|背后|如何|为何|估值|融资|降到|分之|投资方|上市|发布|推出|首款|首个|正在|其中|以及|目前|今年|去年|宣布|完成|[0-9]{3,}[亿万]|[0-9]+[年月日倍%]|^前|曾任|赛道|行业|领域|总额|规模|^首发$|^开年$|^[和与].{6}|获悉|报道称?$|消息$|^(?:募资|投资|目标|金额|交易)$|^没有?|^无需|领投|跟投|参投|承诺|地$|^数据中心|^基础设施|^联合|^(?:IPO|Pre-|CEO)|^(?:天使|种子|[A-H]\d?\+*)轮|^(?:港股|A股|美股|能(?![链源量科辉斯])|奔赴|要|想)|订单|^提交|注册$|(?:投资者|投资人|战略投资)$|^拟?(?:可转债|定增|配股|配售|增发)|^(?:投后|投前|计划|预计)|^(?:[本此该这首][轮次批笔])|^参股$|(?:数据|招股书|说明书|信息|资料|公告|文件)显示|登顶|骗|跑出|杀出|走出|^走到|^站在|火爆$|^第[一二三]大|[个月天年]后$|^亲|^(?:野心|命运|未来|梦想|答案|秘密|机会)$|^(?:亏损|营收|净利|盈利|市值|将成为)|^(?:此外|另外|同时|其中|随后)$|^继\s|^工商|[增升降跌]至|^全[年国球]$|旗下$|[顶扛背]着|^\d[\d.]{0,5}(?:小时|分钟|岁|公斤|[块斤张度次人])|^[一两三四五六七八九十几这某]家|^实际控制|^根据|^(?:[首一二三四五]|[IVX]{1,3}|\d)期$|自有资金|^(?:拟|将)以|^史上|^据(?!点)|^供货|前$|^就(?!业)|操刀|干出|^[十百千万数几]*[万亿]元?$|史上$|最大$|^(?:中国|国产|美国|日本|欧洲|印度|东南亚)版|传[闻言]$|^(?:又|要去)|^最[大小快强火贵牛新]|心态|^曾(?:参|获|经|任|就|被|在|入|供|服|登)|^创(?:下|造|美国|中国|全球|史上|历史|纪录|新[高低])|^[做造](?!梦|物)|烧[掉光]|扭亏|^(?:年入|月入|年销|日销|狂赚|大赚|巨亏|卖出)|之[前后]$|^(?:本|此|该|各|某|另|对|向|从|为|在|由|以|与|或|将|拟|获|已|又|再|并|且|因|但|而)$/,
)
const LATIN = /[A-Za-z0-9]/
const LONGEST_HAN_NAME = 12
const LONGEST_NAME = 40

/** Could be the name of a firm, by its length and by what it does not contain. */
export function isNameLike(text: string): boolean {
  if (text.length < 2 && !LATIN.test(text)) return false
  if (text.length > LONGEST_NAME || fitsName(NEVER_IN_NAME, text)) return false
  return LATIN.test(text) || text.length <= LONGEST_HAN_NAME
}

/** Corner brackets are trusted: what stands in them is a name unless it is a clause. */
function isQuotable(text: string): boolean {
  const isName = text.length >= 2 && text.length <= LONGEST_NAME && !/[，。,;!?、]/.test(text)
  // 「某某界的某某」 likens.
  return isName && !/.{3}的.{2}/.test(text)
}

/** "（下称“眸深”）" gives the short name. */
export function aliasIn(passage: Passage, { start, end }: Span): Found<string> | undefined {
  const words = passage.plain.slice(start, end)
  const match = words.includes('称') ? ALIAS.exec(words) : null
  const alias = match?.groups?.['alias']
  if (match === null || alias === undefined) return undefined
  const at = start + match.index + match[0].indexOf(alias)
  return findingAt(passage, { start: at, end: at + alias.length }, 'company/alias')
}

const FOUNDER = signedName(new RegExp(`^${oneOf(FOUNDERS)}(?![\u3400-\u9fff]?系)`))

/** Begins with somebody whom headlines name for a firm. */
export function isFounder(name: string): boolean {
  return fitsName(FOUNDER, name)
}

const REGION_BEFORE = signedName(
  /(?:(?:[下另又]一[个家]|小|中国|欧洲|美国|日本|韩国|印度|国产|国内|非洲|东南亚|版|界|圈)的?|“|「)$/,
)

/** "创业“AI宠物”": what somebody does. */
const DOES_BEFORE = signedName(/(?:创业|再创业|做|造|干|搞|研发|打造)[“"]?$/)

/** What a firm is called for its place in a trade: “黑马”, “国产X一哥”. */
const NICKNAME =
  /(?:黑马|一哥|一姐|第一股|独角兽|巨头|龙头|新贵|之王|教父|平替|新势力|小巨人|隐形冠军)$/

/** The quoted name a noun phrase ends in; a nickname (欧洲“X”) or a described thing (“X”公司) is no name. */
export function endingQuote(passage: Passage, { start, end }: Span): Subject | undefined {
  const phrase = passage.masked.slice(start, end)
  const opener = OPENERS.get(phrase.at(-1) ?? '')
  const at = opener === undefined ? -1 : phrase.lastIndexOf(opener, phrase.length - 2)
  if (at < 0) return undefined
  const inside = phrase.slice(at + 1, -1)
  const bracket = inside.search(BLOTTED)
  const length = bracket < 0 ? inside.length : bracket
  const from = start + at + 1
  const name = findingAt(passage, { start: from, end: from + length }, 'company/quoted')
  const isName =
    opener === '「' ? isQuotable(name.value) : isNameLike(name.value) && !NICKNAME.test(name.value)
  const before = phrase.slice(0, at)
  if (!isName || fitsName(REGION_BEFORE, before) || fitsName(DOES_BEFORE, before))
    return { is: 'described' }
  return { is: 'named', names: [name] }
}

const BLOTTED = new RegExp(`[(${BLOT}]`)
const BRACKET_NAME = /「(?<name>[^」]{2,30})」/g

/** "杀入「甲」赛道" */
const IS_TRADE = /^」(?:的(?:公司|企业|团队)|赛道|领域|行业|概念|模式|时代|路线|市场)/

/** A name in corner brackets anywhere in a stretch: the way Chinese headlines mark a firm. */
export function cornerName(passage: Passage, { start, end }: Span): Found<string> | undefined {
  for (const match of allMatches(BRACKET_NAME, passage.plain.slice(start, end))) {
    const inside = (match.groups?.['name'] ?? '').replace(/\(.*$/, '')
    const at = start + match.index + 1
    const name = findingAt(
      passage,
      { start: at, end: at + inside.length },
      'company/corner-brackets',
    )
    if (IS_TRADE.test(passage.plain.slice(at + inside.length))) continue
    if (isNameLike(name.value) && !name.value.includes('+')) return name
  }
  return undefined
}
