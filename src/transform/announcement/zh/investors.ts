import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import { BLOT, type Found, type Passage, type Span } from '../passage.ts'
import {
  FOLLOW_VERBS,
  INVESTOR_ADVERBS,
  INVESTOR_ENDINGS,
  INVESTOR_TITLES,
  LEAD_VERBS,
  LOOSE_VERBS,
  NOT_A_NAME,
  NOT_A_NAME_ENDINGS,
} from '../words/investor-roles.ts'

const ROLE = new RegExp(
  `(?<leaders>领投方?(?:分别)?(?:包括|为|是|:))|(?<lead>${oneOf(LEAD_VERBS)})|(?<follow>${oneOf(FOLLOW_VERBS)}(?!资))|(?<plain>(?:参与|投资)(?=$|[，。;、\\s]?$|[，。;\\s]|的(?!.{0,6}(?:公司|企业|项目))))|(?<include>(?:投资方|资方|投资人|投资者|参投方|跟投方|投资机构|新股东|股东)(?:阵容)?(?:还|已)?(?:分别)?(?:包括|为|有|涵盖|是|:)(?:了)?)`,
  'g',
)
const HISTORY =
  /历史|过往|此前|曾|至此|迄今|先前|之前|早期|(?<!新)股东(?:阵容)?(?:还|已)?(?:包括|涵盖|有)|往轮|上一轮|上轮|前几轮|过去|不久前|上一次/
/** Where a list of names starts; what follows 由 may run over commas, what follows 获 may not. */
const START = /.*(?:由|来自|并由|包括|参与方为|集结)(?=.)/
const START_OF_CLAUSE = /.*(?:获得?|被|引入|得到|完成|拿下|携手|吸引了?|迎来|:)(?=.)/
const TITLE = new RegExp(`^(?:${oneOf(INVESTOR_TITLES)}|[\\s，、${BLOT}])+(?=.{2})`)
const ADVERB = new RegExp(
  `(?:${oneOf(INVESTOR_ADVERBS)}|等[^、，]{0,24}|[\\s，、${BLOT}“”「」"]|担任.{0,16}顾问.{0,2}|(?:并|又|也|和|与))+$`,
)
const FIRM_BEFORE =
  /^.*(?:旗下(?!投资|部门|基金$)|投资平台|产业平台|基金管理人|(?<!资|创)投资机构|上市公司|巨头|龙头|厂商(?=.{2}))/
const NO_NAME = new RegExp(
  `${oneOf(NOT_A_NAME)}|^(?:本|该|其|某|已|均|将)|轮$|\\d\\s?[万亿]|[A-H]\\+*\\s?轮|[数近超]亿|(?<!(?:资本|创投|投资).{0,4})${oneOf(NOT_A_NAME_ENDINGS)}$|CEO|CTO|创业(?!者|投资|板|邦|接力)|创立|[的了]`,
)
const LOOSE = new RegExp(`^${oneOf(LOOSE_VERBS)}$`)
const ENDS_AS_INVESTOR = new RegExp(
  `${oneOf(INVESTOR_ENDINGS)}(?:等[^、，]*|首次|持续|继续|超额|大额|再次|重金|联手)*$`,
)
const CONJUNCTION = /(?<=.{2})(?:以及|和|与|及)(?=.{2})/
const LONGEST = 30
const FAR = 60
const NEAR = 20

export interface InvestorList {
  readonly investors: readonly Found<AnnouncedInvestor>[]
  /** Of rounds before this one. */
  readonly former: readonly Found<AnnouncedInvestor>[]
}

/** The investors a sentence names, each with what it did. */
export function findInvestors(passage: Passage, { start, end }: Span): InvestorList {
  const stretch = passage.masked.slice(start, end)
  const investors: Found<AnnouncedInvestor>[] = []
  let from = 0
  const former: Found<AnnouncedInvestor>[] = []
  for (const match of stretch.matchAll(ROLE)) {
    if (match.index < from) continue
    const till = match.index + match[0].length
    const list = listOf(stretch, match, from)
    const before = from
    const { include, leaders } = match.groups ?? {}
    from = include === undefined && leaders === undefined ? till : (list?.end ?? till)
    if (list === undefined) continue
    const said = stretch.slice(
      Math.max(
        before,
        Math.min(stretch.lastIndexOf('，', list.start - 1), list.start - NEAR),
        list.start - FAR,
      ),
      list.start,
    )
    const target = HISTORY.test(said) ? former : investors
    const lead = match.groups?.['lead'] !== undefined || leaders !== undefined
    target.push(...namesIn(passage, { start: start + list.start, end: start + list.end }, lead))
  }
  return { investors, former }
}

/** The list of names a role belongs to: after 投资方包括, before 领投. */
function listOf(stretch: string, match: RegExpExecArray, from: number): Span | undefined {
  const { include, leaders, plain, follow } = match.groups ?? {}
  if (include !== undefined || leaders !== undefined) {
    const start = match.index + match[0].length
    return { start, end: endOfList(stretch, start) }
  }
  const start = startOfList(stretch, from, match.index)
  const names = stretch.slice(start, match.index)
  // A bare 投资 is a verb only after 由; 入局 and its like are said of business too.
  if (
    plain !== undefined &&
    !START.test(stretch.slice(from, match.index)) &&
    !START_OF_CLAUSE.test(stretch.slice(from, match.index))
  )
    return undefined
  const isLoose = follow !== undefined && LOOSE.test(follow)
  if (isLoose && !/、|股东/.test(stretch.slice(from, match.index)) && !ENDS_AS_INVESTOR.test(names))
    return undefined
  return { start, end: match.index }
}

/** After 由 a list may run over commas; without it only the last clause is the list. */
function startOfList(stretch: string, from: number, till: number): number {
  const text = stretch.slice(from, till)
  const marked = START.exec(text)?.[0].length ?? 0
  if (marked > 0) return from + marked
  const clause = lastClause(text)
  return from + clause + (START_OF_CLAUSE.exec(text.slice(clause))?.[0].length ?? 0)
}

const GAP = /^.*[\u3400-\u9fff](?=\s[\u3400-\u9fff])/

function lastClause(text: string): number {
  const trimmed = text.replace(/[，\s]+$/, '')
  const comma = Math.max(
    trimmed.lastIndexOf('，'),
    trimmed.lastIndexOf(':'),
    trimmed.lastIndexOf(';'),
    (GAP.exec(trimmed)?.[0].length ?? 0) - 1,
  )
  if (comma < 0) return 0
  return /^，?(?:以及|及|和|老股东|新股东)/.test(trimmed.slice(comma))
    ? lastClause(trimmed.slice(0, comma))
    : comma + 1
}

function endOfList(stretch: string, from: number): number {
  const stop = /[。;]|，(?!以及|及|和|与|还有|老股东|新股东)|等(?=[，。]|$)/g
  stop.lastIndex = from
  return stop.exec(stretch)?.index ?? stretch.length
}

/** Splits a list and keeps what could be a name. */
export function namesIn(
  passage: Passage,
  list: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const found: Found<AnnouncedInvestor>[] = []
  let from = list.start
  for (const part of passage.masked.slice(list.start, list.end).split(/[、，,;/]/)) {
    found.push(...splitPair(passage, { start: from, end: from + part.length }, lead))
    from += part.length + 1
  }
  return found
}

function splitPair(
  passage: Passage,
  span: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const trimmed = trim(passage, span)
  const text = passage.masked.slice(trimmed.start, trimmed.end)
  const match = CONJUNCTION.exec(text)
  if (match === null) return toInvestor(passage, trimmed, lead)
  const first = { start: trimmed.start, end: trimmed.start + match.index }
  const rest = { start: first.end + match[0].length, end: trimmed.end }
  return [...toInvestor(passage, trim(passage, first), lead), ...splitPair(passage, rest, lead)]
}

function trim({ masked }: Passage, span: Span): Span {
  let { start, end } = span
  start += TITLE.exec(masked.slice(start, end))?.[0].length ?? 0
  end -= ADVERB.exec(masked.slice(start, end))?.[0].length ?? 0
  start += /^[\s“”「」"，、]*/.exec(masked.slice(start, end))?.[0].length ?? 0
  return { start, end }
}

function toInvestor(
  { masked, text, where }: Passage,
  { start: from, end }: Span,
  lead: boolean,
): readonly Found<AnnouncedInvestor>[] {
  const start = from + (FIRM_BEFORE.exec(masked.slice(from, end))?.[0].length ?? 0)
  const plain = masked.slice(start, end)
  if (plain.length < 2 || plain.length > LONGEST || NO_NAME.test(plain) || plain.includes(BLOT))
    return []
  if (/^[\d.]+$|[。!?“「]/.test(plain)) return []
  return [
    {
      value: { name: text.slice(start, end), lead },
      start,
      end,
      where,
      rule: lead ? 'investor/lead' : 'investor/named',
    },
  ]
}
