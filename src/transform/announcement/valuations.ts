import { findWords } from './find-words.ts'
import type { Passage, Span } from './passage.ts'
import { fits, signTable } from './signs.ts'
import { isIn, unitSet } from './unit-set.ts'

const { signed, signsIn } = signTable('whole')

/** The amount is a valuation when one of these stands before it … */
const VALUATION_BEFORE = signed(
  /(?:估值(?:(?!融|募|[万亿]|投资|金额|筹集|获|揽|拿)[^。;$€£]){0,22}|(?:valuation(?: in [\w-]+ (?:days|weeks|months|years))?(?:, (?:hitting|reaching)| of| was| is| stood at| to| at| above| over| around| near| hits| reaches| tops| climbs to| jumps to| rises to| soars to| (?:more than |nearly |almost )?(?:doubles|triples|quadruples|swells|surges|balloons|drops|falls) to| as high as| exceeding| surpass\w+)?|(?<!\b(?:deal|deals|transaction|acquisition|agreement|takeover|buyout|stake|shares|round|investment|package|financing|bid|offer|contract|loan|bonds|notes|merger)(?: (?:is|was|that is|reportedly|being|are))? )valued at|valu(?:ing|es?|ed) (?:[\w'’&.-]+ ){1,7}at|(?<!\b(?:deal|deals|transaction|acquisition|agreement|takeover|buyout|stake|shares|round|investment|package|financing|bid|offer|contract|loan|bonds|notes|merger|stock|funds?)(?: on \w+day)?,?(?: (?:is|was|that is|reportedly|being|are))? )worth|(?<!\b(?:clos(?:es|ed|ing)|close(?! to\b)|complet\w+|finali[sz]\w+) [^.;$€£]{0,40})\b(?:round|rais(?:e|es|ed|ing)|funding|backing) at)\s?(?:about |over |nearly |more than |roughly |almost |up to |an? |around |some )?)$/i,
)
/** … or after it; the words between are few. */
const VALUATION_AFTER = signed(
  /^(?:-valued)|^\s?(?:的|美元|人民币|in|post-money|post-|pre-money)?\s?(?:最新|投前|投后)?\s?(?:估值(?!\s?[约超近达]?\d)|valu(?:ation|e\b))/i,
)
const PRE_MONEY = /投前|pre-money/i
/** "a pre-money valuation of about" */
const PRE_MONEY_BEFORE = /投前[^，。;]{0,10}$|pre-money (?:\w+ ){0,4}$/i
/** "估值从7个月前的5.45亿美元飙升至80亿美元": what it was before, and what it came to. */
const WAS_VALUED = signed(/估值[^，。;]{0,4}(?:从[^，。;]{0,12}|较[^，。;]{0,20})$/)
const CAME_TO = signed(
  /估值[^，。;$€£]{0,4}[从较][^。;]{2,36}?(?:[升涨增飙跌降](?:至|到|为)|达到?)\s?$/,
)
/** "when it was last valued at $2 billion", "once worth over $1 billion" */
const ONCE_VALUED = signed(
  /估值上限[^，。;]{0,6}$|(?:曾|此前|之前|上一?轮)[^，。;]{0,12}估值[^，。;]{0,10}$|\b(?:when|last|once|previously|formerly|then|building on|up from|prior|previous|earlier|existing)\b[^.;,$€£]{0,20}(?:valued at|worth|valuation (?:of|was|stood at))\s?$/i,
)
const CONTEXT = 64

/** One investor's part of a round, or a firm's sales. */
const PART_BEFORE = signed(
  /(?:领投|跟投|参投|单家(?:投资|出资))(?:了|约|超)*$|\b(?:led|leads|leading) (?:the|this|its) (?:\w+ )?(?:round|deal|financing|investment) with (?:an? |about )*$|\bled by [^.;$€£]{2,24} with $|\b(?:revenues?|run rate|sales|turnover|ARR|GMV|profits?|assets|losses|payroll|savings)\b[^.;$€£]{0,16}\b(?:of|at|to|hit|reached|topped|crossed|worth|from|was|is)\s?$/i,
)
const ROUND_AFTER =
  /^\s?(?:元|美元|人民币)?的?(?:[^，。;]{0,8}轮|融资|投资|战略|天使|种子)|^(?:元|美元)?，「/
const PART_AFTER = signed(
  /^\s?(?:领投|跟投|参投|ARR\b|check\b|cheque\b|contribution\b|(?:in )?(?:annual |annualized )?(?:recurring )?(?:revenue|run rate|sales)\b)/i,
)

/** What one share or one thing costs. */
const PRICE_BEFORE = signed(
  /市值(?:已|一度|再度)?(?:突?破|超过?|逾|达到?|约|近|逼近|蒸发|缩水)?\s?$|(?:定价|发行价|股价|每股|招股价|售价|单价|均价|票价|价格区间|报价)(?:格|为|约|至|于|[^，。;\d]{0,4})$/,
)

/** Each wording before the amount has one of these (v and w are of valued and worth) … */
const mayPrecede = findWords(['估值', '市值', '价', '每股', ...'VvWw', ' at '])
/** … or it ends in one of these: 领投, 单家出资, 跟投约. */
const MAY_END_BEFORE = unitSet('投资了约超')
/** The words after it begin with one of these, a blank apart. */
const MAY_FOLLOW = unitSet(' \n的美人投最估领跟参身-AaIiRrPpVv')
/** … and go on with none of these: "1.2亿元A轮". */
const GOES_ON_AS_ROUND = unitSet('轮+0123456789')

/** What one share costs: "$2.78 each". */
const PRICE_AFTER = signed(
  /^\s?(?:元|美元)?的?身[家价]|^\s?(?:per (?:share|unit|ADS|ADR)|each\b|apiece|a (?:share|unit)\b)/i,
)

export type MoneyRole = 'valuation' | 'pre-money' | 'part' | 'price' | 'money'

/** What an amount measures: the firm, or the money that changes hands. */
export function roleOf(amount: Span, { masked }: Passage): MoneyRole {
  const from = Math.max(0, amount.start - CONTEXT)
  const mayBeOther =
    (isIn(MAY_FOLLOW, masked, amount.end) && !isIn(GOES_ON_AS_ROUND, masked, amount.end + 1)) ||
    isIn(MAY_END_BEFORE, masked, amount.start - 1) ||
    mayPrecede(masked, from, amount.start)
  if (!mayBeOther) return 'money'
  return roleBetween(
    masked.slice(from, amount.start),
    masked.slice(amount.end, amount.end + CONTEXT),
  )
}

/** The words on either side of an amount, and which patterns may fit them. */
interface Around {
  readonly before: string
  readonly after: string
  readonly signsBefore: number
  readonly signsAfter: number
}

function roleBetween(before: string, after: string): MoneyRole {
  const signsBefore = signsIn(before, 0, before.length)
  const signsAfter = signsIn(after, 0, after.length)
  if (isPart({ before, after, signsBefore, signsAfter })) return 'part'
  if (fits(signsBefore, PRICE_BEFORE, before) || fits(signsAfter, PRICE_AFTER, after))
    return 'price'
  const isBefore = fits(signsBefore, CAME_TO, before) || fits(signsBefore, VALUATION_BEFORE, before)
  if (!isBefore && !fits(signsAfter, VALUATION_AFTER, after)) return 'money'
  return fits(signsBefore, WAS_VALUED, before) ||
    fits(signsBefore, ONCE_VALUED, before) ||
    (isBefore ? PRE_MONEY_BEFORE.test(before) : PRE_MONEY.test(after.slice(0, 10)))
    ? 'pre-money'
    : 'valuation'
}

function isPart({ before, after, signsBefore, signsAfter }: Around): boolean {
  if (fits(signsAfter, PART_AFTER, after)) return true
  return fits(signsBefore, PART_BEFORE, before) && !ROUND_AFTER.test(after)
}
