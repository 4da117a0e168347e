import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import { allMatches } from '../all-matches.ts'
import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { fits, signed, signsIn } from '../signs.ts'
import { FOLLOW_VERBS, LEAD_VERBS } from '../words/investor-verbs.ts'
import { THIS_ROUND } from '../words/zh-this-round.ts'
import type { Facts } from './facts.ts'
import { isFormer } from './former-investors.ts'
import { listOf } from './investor-lists.ts'
import { namesIn } from './investor-names.ts'
import { isLongAgo } from './past.ts'

const OF_THIS_ROUND = oneOf(THIS_ROUND)
const NAMED_AFTER = '(?:阵容)?(?:还|已|又)?(?:分别)?(?:包括|包含|为|有|含|涵盖|是|:|引入)(?:了)?'
/** "甲则是本轮新进入的领投方" */
const IS = `(?:则|也|亦|均)?(?:是|为|作为|成为|担任)(?:了)?${OF_THIS_ROUND}?(?:融资)?(?:的)?[^，。;、]{0,6}?`
const LEADERS =
  '领投的?(?:投资)?(?:机构|方)?(?:分别)?(?:有|包括|为|是)|领投方?(?:分别)?(?:包括|为|是|:|，即)'
const LEADS = `${oneOf(LEAD_VERBS)}(?!方)|${IS}领投方(?=$|[，。;]|投资|出资|参与|领投)`
/** "甲作为老股东继续增持" */
const AS_HOLDER =
  '作为(?:老|原|现有|早期|既有)?(?:股东|投资方)[^，。;]{0,6}(?:增持|加码|加注|追加|跟投|参与|支持|投资)'
const FOLLOWS = `${AS_HOLDER}|${IS}(?:投资方|跟投方|投资人|投资者)(?=$|[，。;]|入股|加入|入局|进入|参投|跟投|加盟)|${oneOf(FOLLOW_VERBS)}(?!资|方)|(?<![战创风产])投出(?!资|方)|(?<=(?:等|、)[^，。;]{0,10})跟进(?=$|[，。;])`
const TAKES_PART =
  '(?<=资金由[^，。;]{2,60})提供|(?:参与|投资)(?=$|[，。;、\\s]?$|[，。;\\s]|的(?=[^，。;]{0,16}(?:轮|融资)))'
const LETS_IN = '(?:引入|引进|迎来)(?=[^，。;]{2,60}等[^，。;]{0,4}(?:股东|投资))'
const INVESTORS_ARE = `(?<=^|[，:])(?:既|又|还|也)有(?=[^，。;]{2,60}等[^，。;]{0,16}资本)|(?<=(?:参与|跟投|参投|加入)，)(?:其中)?包括(?:了)?|(?:投资方|资方|投资人|投资者|参投方|跟投方|参与方|参与机构|投资机构|新股东|股东|金主)${NAMED_AFTER}`
/** "投资方阵容横跨产业资本与国资平台，包括甲" */
const SPAN_OF_INVESTORS =
  '(?:投资方|投资机构|投资人|资方)(?:阵容)?(?:横跨|覆盖|汇集|集结|兼具)[^，。;]{2,24}，(?:其中)?包括(?:了)?'
/** "甲跟投，新增乙" */
const NEW_ARE =
  '(?<=(?:领投|跟投|参投|追投|加码|加持)[^。;]{0,12}，)(?:并)?新(?:增|进|加入|引入)(?:了)?的?(?:外部|战略|财务|机构|产业)*(?:投资者|投资方|股东|机构)?(?:包括|有|为)?(?=[^，。;]{2})'
/** "新参与融资的还有甲" */
const TAKING_PART_ARE = `(?:(?:参与|加入)(?:了)?${OF_THIS_ROUND}?(?:融资|投资)?|跟投|参投|追投)的(?:投资)?(?:机构|投资方|投资者|投资人|股东)?(?:还|则|也)?(?:有|包括|为|是)`
/** The groups, in order: leaders, lead, include, follow, plain. They have no names, as in amount-pattern.ts. */
const ROLE = new RegExp(
  `(${LEADERS})|(${LEADS})|(${TAKING_PART_ARE}|${SPAN_OF_INVESTORS}|${INVESTORS_ARE}|${NEW_ARE}|${LETS_IN})|(${FOLLOWS})|(${TAKES_PART})`,
  'g',
)
export interface InvestorList {
  readonly investors: readonly Found<AnnouncedInvestor>[]
  /** Of rounds before this one. */
  readonly former: readonly Found<AnnouncedInvestor>[]
}

/** The investors a sentence names, each with what it did. */
export function findInvestors(facts: Facts): InvestorList {
  const { investors, former } = investorsOf(facts)
  if (investors.length > 0 && isOfOldRound(facts))
    return { investors: [], former: [...investors, ...former] }
  return { investors: [...investors, ...investorsInBrackets(facts)], former }
}

const ROUND_THEN = signed(/轮(?:融资)?(?:已|是)?[于在]\s?20\d\d\s?年/)

/** "B轮融资在2021年5月完成，由甲领投", told in another year. */
function isOfOldRound({ passage, sentence, setting, signs }: Facts): boolean {
  const stretch = passage.masked.slice(sentence.start, sentence.end)
  return fits(signs, ROUND_THEN, stretch) && isLongAgo(stretch, setting.publishedAt)
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
      isOfEarlier = isFormer(stretch, { list, from, till, signs }, isOfEarlier)
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
