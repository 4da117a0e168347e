import { oneOf } from '../one-of.ts'
import type { Span } from '../passage.ts'
import { type SignedPattern, signTable } from '../signs.ts'
import { isIn, unitSet } from '../unit-set.ts'
import { INVESTOR_ENDINGS } from '../words/investor-names.ts'
import { LOOSE_VERBS } from '../words/investor-verbs.ts'
import { returningInvestors } from './returning.ts'

const { signed, matchIn, fitsIn } = signTable('whole')

function lengthOf(rule: SignedPattern, text: string): number {
  return matchIn(rule, text, { start: 0, end: text.length })?.[0].length ?? 0
}

/** Where a list of names starts; what follows 由 may run over commas, what follows 获 may not. */
const START = signed(
  /^.*(?:由|来自于?|并由|包括|参与方为|集结|[本此该这][轮次]融资(?:还|也|共)?有)(?=.)/,
)
const START_OF_CLAUSE = signed(
  /^.*(?:获得?|被|引入|得到|完成|拿下|携手|吸引了?|迎来|:|在(?=\s?[A-Z]))/,
)
const LOOSE = new RegExp(`^${oneOf(LOOSE_VERBS)}$`)
const ENDS_AS_INVESTOR = new RegExp(
  `${oneOf(INVESTOR_ENDINGS)}(?:等[^、，]*|[约近超]?[\\d.]+[万亿][^、，\\d]{0,2}元|全额|首次|持续|继续|超额|大额|再次|重金|联手|全线|踊跃|鼎力)*$`,
)

/** The list of names a role belongs to: after 投资方包括, before 领投. */
export function listOf(stretch: string, match: RegExpExecArray, from: number): Span | undefined {
  const [, leaders, , include] = match
  if (include !== undefined || leaders !== undefined) {
    const start = match.index + match[0].length
    return { start, end: endOfList(stretch, start) }
  }
  const list = { start: startOfList(stretch, from, match.index), end: match.index }
  const names = stretch.slice(list.start, list.end)
  const returning = returningInvestors(stretch.slice(0, list.start), names)
  if (returning !== undefined) return returning
  const before = stretch.slice(from, match.index)
  const isList =
    isWhole(names, list) ||
    isBesideRaise(names, stretch, match) ||
    isJoining(before, from) ||
    isHead(match, { stretch, before })
  return isList || isTakingPart(match, before, names) ? list : undefined
}

/** "甲资本、乙资本投资": the sentence is nothing else. */
function isWhole(names: string, { start }: Span): boolean {
  return start === 0 && names.includes('、') && ENDS_AS_INVESTOR.test(names)
}

const NAMES = /^[^，。;:的\d\s]{2,10}(?:、[^，。;:的\d\s]{2,10})+$/
const RAISE_NEXT = /^投资，[^，。;]{0,30}(?:融资|轮)/

/** "甲、乙投资，某公司融资…": two who are nothing but names. */
function isBesideRaise(names: string, stretch: string, { index }: RegExpExecArray): boolean {
  return (
    stretch.startsWith('投资，', index) &&
    NAMES.test(names) &&
    RAISE_NEXT.test(stretch.slice(index))
  )
}

interface Head {
  readonly stretch: string
  readonly before: string
}

/** "甲医疗投资，「乙」完成A轮融资": a headline that opens with who invested. */
function isHead({ 0: role, index }: RegExpExecArray, { stretch, before }: Head): boolean {
  if (role !== '投资' || index !== before.length || before.length < FEWEST) return false
  return /^，「[^」]{2,20}」(?:完成|获)/.test(stretch.slice(index + role.length))
}

const FEWEST = 3

/** "甲领投，乙等共同加注": beside one who led, whoever joins took part. */
function isJoining(before: string, from: number): boolean {
  return from > 0 && /^，[^，。;]{2,40}(?:等[^，。;]{0,6})?(?:共同|联合|一同)$/.test(before)
}

/** "由…", or "…领投，甲参与": what is left between is the list alone. */
const AFTER_LEADERS = signed(
  /(?:由|来自|包括|参与方为|集结|融资(?:还|也|共)?有).|^，[^，。;]{2,90}$/,
)

/** "继甲后，乙也入局" */
const ALSO = signed(/(?:继|除)[^，。;]{2,12}(?:之?后|外)，[^，。;]{2,12}也$/)

/** A bare 投资 is a verb only after 由 or 获; 入局 and its like are said of business too. */
function isTakingPart(match: RegExpExecArray, before: string, names: string): boolean {
  const [, , , , follow, plain] = match
  if (plain !== undefined)
    return (
      fitsIn(AFTER_LEADERS, before) || fitsIn(START_OF_CLAUSE, before) || names.includes('股东')
    )
  const isLoose = follow !== undefined && LOOSE.test(follow)
  return (
    !isLoose ||
    fitsIn(ALSO, before) ||
    /[、/]|股东|投资[人方]|独家/.test(before) ||
    ENDS_AS_INVESTOR.test(names)
  )
}

/** After 由 a list may run over commas; without it only the last clause is the list. */
function startOfList(stretch: string, from: number, till: number): number {
  const text = stretch.slice(from, till)
  const marked = lengthOf(START, text)
  if (marked > 0) return from + marked
  // "甲领投和乙跟投"
  if (from > 0 && /^[和及与]/.test(text)) return from + 1
  const clause = lastClause(text)
  return from + clause + lengthOf(START_OF_CLAUSE, text.slice(clause))
}

/** "…领投，甲资本，乙资本等跟投": a comma for 、 */
const ONLY_A_NAME = new RegExp(
  `(?:^|，)[^，。;:的由获被了完投]{0,8}${oneOf(INVESTOR_ENDINGS.filter((word) => word !== '投资'))}$`,
)
const GAP = /^.*[\u3400-\u9fff](?=\s[\u3400-\u9fff])/

const GAPS = unitSet('， \n')

function lastClause(text: string): number {
  let end = text.length
  while (isIn(GAPS, text, end - 1)) end--
  const trimmed = text.slice(0, end)
  const comma = Math.max(
    trimmed.lastIndexOf('，'),
    trimmed.includes('--') ? trimmed.lastIndexOf('--') + 1 : -1,
    trimmed.lastIndexOf(':'),
    trimmed.lastIndexOf(';'),
    trimmed.includes(' ') ? (GAP.exec(trimmed)?.[0].length ?? 0) - 1 : -1,
  )
  if (comma < 0) return 0
  const before = trimmed.slice(0, comma)
  const goesOn =
    /^，?(?:以及|及|和|老股东|新股东)/.test(trimmed.slice(comma)) || ONLY_A_NAME.test(before)
  return goesOn ? lastClause(before) : comma + 1
}

function endOfList(stretch: string, from: number): number {
  const stop =
    /。|，(?!以及|及|和|与|还有|老股东|新股东|(?:国际|国内|海外|产业|战略|财务)+投资(?:方|机构|者)[^，。;]{2,40}(?:$|[，。;])|[^，。;的]{2,24}等[^，。;]{2,14}资本(?:$|[，。;]))|等(?=[，。]|$)/g
  stop.lastIndex = from
  return stop.exec(stretch)?.index ?? stretch.length
}
