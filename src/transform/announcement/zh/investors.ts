import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { allMatches } from '../all-matches.ts'
import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { isSigned, signed, signsIn } from '../signs.ts'
import { FOLLOW_VERBS, INVESTOR_ENDINGS, LEAD_VERBS, LOOSE_VERBS } from '../words/investor-roles.ts'
import { THIS_ROUND } from '../words/zh.ts'
import type { Facts } from './facts.ts'
import { namesIn } from './investor-names.ts'
import { returningInvestors } from './returning.ts'

const OF_THIS_ROUND = oneOf(THIS_ROUND)
const NAMED_AFTER = '(?:阵容)?(?:还|已|又)?(?:分别)?(?:包括|为|有|涵盖|是|:|引入)(?:了)?'
/** "甲则是本轮新进入的领投方" */
const IS = `(?:则|也|亦|均)?(?:是|为|作为|成为|担任)(?:了)?${OF_THIS_ROUND}?(?:融资)?(?:的)?[^，。;、]{0,6}?`
const LEADERS = '领投方?(?:分别)?(?:包括|为|是|:|，即)'
const LEADS = `${oneOf(LEAD_VERBS)}(?!方)|${IS}领投方(?=$|[，。;]|投资|出资|参与|领投)`
/** "甲作为老股东继续增持" */
const AS_HOLDER =
  '作为(?:老|原|现有|早期|既有)?(?:股东|投资方)[^，。;]{0,6}(?:增持|加码|加注|追加|跟投|参与|支持|投资)'
const FOLLOWS = `${AS_HOLDER}|${IS}(?:投资方|跟投方|投资人|投资者)(?=$|[，。;])|${oneOf(FOLLOW_VERBS)}(?!资|方)`
const TAKES_PART =
  '(?<=资金由[^，。;]{2,60})提供|(?:参与|投资)(?=$|[，。;、\\s]?$|[，。;\\s]|的(?!.{0,6}(?:公司|企业|项目)))'
const LETS_IN = '(?:引入|引进|迎来)(?=[^，。;]{2,60}等[^，。;]{0,4}(?:股东|投资))'
const INVESTORS_ARE = `(?:投资方|资方|投资人|投资者|参投方|跟投方|参与方|参与机构|投资机构|新股东|股东|金主)${NAMED_AFTER}`
/** "新参与融资的还有甲" */
const TAKING_PART_ARE = `(?:(?:参与|加入)(?:了)?${OF_THIS_ROUND}?(?:融资|投资)?|跟投|参投|追投)的(?:投资)?(?:机构|投资方|投资者|投资人|股东)?(?:还|则|也)?(?:有|包括|为|是)`
/** The groups, in order: leaders, lead, include, follow, plain. They have no names, as in amount-pattern.ts. */
const ROLE = new RegExp(
  `(${LEADERS})|(${LEADS})|(${TAKING_PART_ARE}|${INVESTORS_ARE}|${LETS_IN})|(${FOLLOWS})|(${TAKES_PART})`,
  'g',
)
const HISTORY = signed(
  '历往前曾至迄早股上去继公其年',
  /历史|过往|继(?!续)|去年|前年|(?:公司|其)的?(?:主要)?(?:投资人|投资者|投资方)(?:还)?包括|此前|曾|至此|迄今|先前|之前|早期|(?<!新|新增|新老)股东(?:阵容)?(?:还|已)?(?:包括|涵盖|有)|往轮|上一轮|上轮|前几轮|过去|不久前|上一次/,
)
/** Where a list of names starts; what follows 由 may run over commas, what follows 获 may not. */
const START = /.*(?:由|来自|并由|包括|参与方为|集结)(?=.)/
const START_OF_CLAUSE = /.*(?:获得?|被|引入|得到|完成|拿下|携手|吸引了?|迎来|:|在(?=\s?[A-Z]))/
const LOOSE = new RegExp(`^${oneOf(LOOSE_VERBS)}$`)
const ENDS_AS_INVESTOR = new RegExp(
  `${oneOf(INVESTOR_ENDINGS)}(?:等[^、，]*|首次|持续|继续|超额|大额|再次|重金|联手)*$`,
)
const FAR = 60
const NEAR = 20

export interface InvestorList {
  readonly investors: readonly Found<AnnouncedInvestor>[]
  /** Of rounds before this one. */
  readonly former: readonly Found<AnnouncedInvestor>[]
}

/** The investors a sentence names, each with what it did. */
export function findInvestors(facts: Facts): InvestorList {
  const { investors, former } = investorsOf(facts)
  return { investors: [...investors, ...investorsInBrackets(facts)], former }
}

const BRACKETS = /\([^()]{2,80}(?:领投|跟投|参投)[^()]{0,20}\)/g

/** "完成种子轮融资（甲领投，乙跟投）" */
function investorsInBrackets({ passage, sentence }: Facts): readonly Found<AnnouncedInvestor>[] {
  const written = passage.plain.slice(sentence.start, sentence.end)
  if (!written.includes('(')) return []
  const open = { ...passage, masked: passage.plain }
  return allMatches(BRACKETS, written).flatMap((match) => {
    const start = sentence.start + match.index + 1
    const inside = { start, end: start + match[0].length - 2 }
    const signs = signsIn(passage.plain, inside.start, inside.end)
    return investorsOf({ passage: open, sentence: inside, signs }).investors
  })
}

interface Stretch {
  readonly passage: Passage
  readonly sentence: Span
  readonly signs: number
}

function investorsOf({ passage, sentence, signs }: Stretch): InvestorList {
  const { start, end } = sentence
  const stretch = passage.masked.slice(start, end)
  const investors: Found<AnnouncedInvestor>[] = []
  const former: Found<AnnouncedInvestor>[] = []
  let from = 0
  let isOfEarlier = false
  for (const match of allMatches(ROLE, stretch)) {
    if (match.index < from) continue
    const list = listOf(stretch, match, from)
    const till = Math.max(match.index + match[0].length, list?.end ?? 0)
    if (list !== undefined) {
      const names = { start: start + list.start, end: start + list.end }
      isOfEarlier = isSigned(signs, HISTORY) && isFormer(stretch, { list, from, till }, isOfEarlier)
      const target = isOfEarlier ? former : investors
      target.push(...namesIn(passage, names, isLead(match)))
    }
    from = till
  }
  return { investors, former }
}

function isLead([, leaders, lead]: RegExpExecArray): boolean {
  return lead !== undefined || leaders !== undefined
}

interface Listed {
  readonly list: Span
  /** Where the list before it ends. */
  readonly from: number
  /** Where its role ends. */
  readonly till: number
}

const THIS_TIME = new RegExp(`${OF_THIS_ROUND}|新一轮`)
/** "此前投资方甲继续跟投": of earlier rounds, and of this one. */
const GOES_ON = /加入|新进|继续|持续|再次|再度|追加|追投|超额|加码/

/** "甲资本曾领投A轮" */
const FORMERLY = /(?:曾|此前|之前)$/

/** A word at the end of the list or shortly before it says that these are investors of earlier rounds; so are those listed after them. */
function isFormer(stretch: string, { list, from, till }: Listed, isOfEarlier: boolean): boolean {
  const clause = Math.min(stretch.lastIndexOf('，', list.start - 1), list.start - NEAR)
  const before = stretch.slice(Math.max(from, clause, list.start - FAR), list.start)
  const role = stretch.slice(list.start, till)
  if (FORMERLY.test(stretch.slice(list.start, list.end))) return true
  if (THIS_TIME.test(role) || (GOES_ON.test(role) && !before.includes('曾'))) return false
  return HISTORY.pattern.test(before) || (isOfEarlier && !THIS_TIME.test(before))
}

/** The list of names a role belongs to: after 投资方包括, before 领投. */
function listOf(stretch: string, match: RegExpExecArray, from: number): Span | undefined {
  const [, leaders, , include] = match
  if (include !== undefined || leaders !== undefined) {
    const start = match.index + match[0].length
    return { start, end: endOfList(stretch, start) }
  }
  const list = { start: startOfList(stretch, from, match.index), end: match.index }
  const names = stretch.slice(list.start, list.end)
  const returning = returningInvestors(stretch.slice(0, list.start), names)
  if (returning !== undefined) return returning
  return isTakingPart(match, stretch.slice(from, match.index), names) ? list : undefined
}

/** "由…", or "…领投，甲参与": what is left between is the list alone. */
const AFTER_LEADERS = /(?:由|来自|包括|参与方为|集结).|^，[^，。;]{2,90}$/

/** A bare 投资 is a verb only after 由 or 获; 入局 and its like are said of business too. */
function isTakingPart(match: RegExpExecArray, before: string, names: string): boolean {
  const [, , , , follow, plain] = match
  if (plain !== undefined)
    return AFTER_LEADERS.test(before) || START_OF_CLAUSE.test(before) || names.includes('股东')
  const isLoose = follow !== undefined && LOOSE.test(follow)
  return !isLoose || /、|股东|独家/.test(before) || ENDS_AS_INVESTOR.test(names)
}

/** After 由 a list may run over commas; without it only the last clause is the list. */
function startOfList(stretch: string, from: number, till: number): number {
  const text = stretch.slice(from, till)
  const marked = START.exec(text)?.[0].length ?? 0
  if (marked > 0) return from + marked
  // "甲领投和乙跟投"
  if (from > 0 && /^[和及与]/.test(text)) return from + 1
  const clause = lastClause(text)
  return from + clause + (START_OF_CLAUSE.exec(text.slice(clause))?.[0].length ?? 0)
}

/** "…领投，甲资本，乙资本等跟投": a comma for 、 */
const ONLY_A_NAME = new RegExp(
  `(?:^|，)[^，。;:的由获被了完投]{0,8}${oneOf(INVESTOR_ENDINGS.filter((word) => word !== '投资'))}$`,
)
const GAP = /^.*[\u3400-\u9fff](?=\s[\u3400-\u9fff])/

function lastClause(text: string): number {
  const trimmed = text.replace(/[，\s]+$/, '')
  const comma = Math.max(
    trimmed.lastIndexOf('，'),
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
  const stop = /[。;]|，(?!以及|及|和|与|还有|老股东|新股东)|等(?=[，。]|$)/g
  stop.lastIndex = from
  return stop.exec(stretch)?.index ?? stretch.length
}
