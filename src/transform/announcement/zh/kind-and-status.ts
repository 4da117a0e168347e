import type { EventKind, EventStatus } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { fits, signed } from '../signs.ts'
import { isIn, unitSet } from '../unit-set.ts'
import type { Facts } from './facts.ts'
import type { ClauseMatch } from './match-clause.ts'
import { readStatus } from './status.ts'

const FUND_RAISES = /基金[^，。;]{0,2}$/
/** Who invests raises from those who give it money to invest. */
const INVESTOR_RAISES =
  /(?:资本|创投|Fund|Capital|Ventures|Partners)(?:旗下|宣布|已|再次|成功|又)*(?:完成|募|超募)[^，。;]{0,16}?募(?:资|集)|Fund募资/
/** "基金成立，一期募资…" */
const CLOSE_OF_FUND = /^(?:完成)?(?:[首一二三四五]|[IVX]{1,3}|\d)期/
/** What the sentence says of the money makes it a loan. */
const LENT = signed(
  /信贷交易|杠杆贷款|抵押贷款(?!平台|公司|机构|服务|市场|业务)|作抵押|债务融资|私人信贷(?!基金|公司)|债权融资/,
)

/** What kind of deal a matched clause tells of: its predicate says, but for funds and loans told of as raises. */
export function kindOf(facts: Facts, clause: Span, match: ClauseMatch): Found<EventKind> {
  const { start, end, predicate } = match
  const kind = predicate.kind === 'equity' ? kindOfRaise(facts, clause, match) : undefined
  const { value, rule } = kind ?? { value: predicate.kind, rule: predicate.rule }
  return { start, end, where: facts.passage.where, value, rule }
}

/** What a raise is by the words beside it, if not of equity. */
function kindOfRaise(
  facts: Facts,
  clause: Span,
  { start, end, predicate }: ClauseMatch,
): Pick<Found<EventKind>, 'value' | 'rule'> | undefined {
  const { passage, sentence, signs } = facts
  if (isOfFund(facts, clause, { start, predicate }))
    return { value: 'fund', rule: 'fund/by-its-raiser' }
  if (fits(signs, LENT, passage.masked.slice(sentence.start, sentence.end)))
    return { value: 'debt', rule: 'debt/lent' }
  const told = passage.masked.slice(clause.start, end)
  if (fits(signs, OF_COINS, told)) return { value: 'other', rule: 'other/coins' }
  if (fits(signs, OF_LISTING, passage.masked.slice(start, clause.end)))
    return { value: 'listing', rule: 'listing/raised' }
  if (fits(signs, OF_SHARES, told)) return { value: 'placement', rule: 'placement/sold' }
  return undefined
}

function isOfFund(
  { passage, sentence }: Facts,
  clause: Span,
  { start, predicate }: Pick<ClauseMatch, 'start' | 'predicate'>,
): boolean {
  const lead = passage.masked.slice(clause.start, start)
  if (predicate.rule === 'equity/raises-amount' && FUND_RAISES.test(lead)) return true
  if (INVESTOR_RAISES.test(passage.masked.slice(clause.start, clause.end))) return true
  return (
    passage.masked.slice(sentence.start, clause.start).includes('基金') &&
    CLOSE_OF_FUND.test(passage.masked.slice(clause.start, clause.end))
  )
}

/** "融资265亿美元，创史上最大IPO" */
const OF_LISTING = signed(/[元万亿][^，。;]{0,4}(?:创|成为?|系)[^，。;]{0,14}IPO/)
/** Shares sold on the market. */
const OF_SHARES = signed(/股票(?:发售|增发|配售)|(?:发售|增发)(?:股票|新股)/)
/** Coins that are sold give no share in a firm. */
const OF_COINS = signed(/ICO|IEO|代币(?:发售|发行|销售|融资|预售)|通证(?:发售|发行)/)

const NEAR = 14
const LISTED =
  /(?<![拟将欲]|计划|冲刺|申请)登陆|(?<!(?:年底|年内|明年|下月|将|拟)[^，。;]{0,6}|(?:寻求|最早|最快|计划|目标)[^，。;]{0,12})挂牌|敲[钟锣]|正式上市|成功上市|首日|股价|今[日天](?!起)|刚刚|[开收]盘|盘中|破发|(?<!要|快|将)上市了|(?:港股|美股|A股)上市(?=:)|上市(?=，?募资|，市值)/

/** A question why or how takes the deal for granted. */
const ASKS_WHY = /为何|为什么|为啥|凭什么|如何|怎么/

function isAsked({ passage: { masked }, sentence }: Facts, clause: Span): boolean {
  return masked[clause.end] === '?' && !ASKS_WHY.test(masked.slice(sentence.start, clause.end))
}

/** How sure a matched clause is. */
export function statusOf(facts: Facts, clause: Span, match: ClauseMatch): Found<EventStatus> {
  const { passage, sentence } = facts
  const { predicate } = match
  const status = statusSaid(facts, clause, match)
  // "被收购？" asks whether it is so.
  if (predicate.kind === 'acquisition' && isAsked(facts, clause))
    return { ...status, value: 'rumour', rule: 'status/asked' }
  if (predicate.status !== 'rumour' && status.value !== 'closed') return status
  const isListed =
    predicate.kind !== 'listing' || LISTED.test(passage.masked.slice(sentence.start, sentence.end))
  if (predicate.status === undefined && isListed) return status
  const value = predicate.status ?? 'planned'
  return {
    ...status,
    start: match.start,
    end: match.end,
    value,
    rule: `status/${value === 'planned' ? 'not-yet' : 'denied'}`,
  }
}

/** "将X出售给Y": the 将 before what is sold is no future. */
function endOfVerb({ masked }: Passage, { predicate, groups, end }: ClauseMatch): number {
  const target = groups['target']
  if (predicate.rule !== 'acquisition/sells-on' || target === undefined)
    return PROMISED.test(masked.slice(end, end + 2)) ? end + 2 : end
  return masked.lastIndexOf('将', masked.lastIndexOf(target, end))
}

/** "获5亿美元融资承诺": promised, not paid. */
const PROMISED = /^(?:承诺|意向)/

/** An agreement that is signed is a deal, though the money is yet to change hands. */
const SIGNED =
  /(?:达成|签署|签订)(?:了)?(?:一项|一份)?(?:最终|正式|收购|并购|股权转让|股权收购|合并)+的?协议|已同意/
const SHORTLY_BEFORE = 80

function isSigned({ masked }: Passage, clause: Span): boolean {
  const from = Math.max(0, clause.start - SHORTLY_BEFORE)
  return SIGNED.test(masked.slice(from, clause.end))
}

const PARTS_OF_PLAN = unitSet('，、')
const PLANS_TO_SPIN_OFF = /(?:拟|计划|将|考虑)[^，。;]{0,4}分拆[^，。;]{2,16}[，、]$/
const LONGEST_PLAN = 25

/** "甲计划分拆乙，融资20亿": the raise is as much a plan as what it is for. */
function startOfSpinOff({ masked }: Passage, { start }: Span): number | undefined {
  if (!isIn(PARTS_OF_PLAN, masked, start - 1)) return undefined
  const from = Math.max(0, start - LONGEST_PLAN)
  const at = PLANS_TO_SPIN_OFF.exec(masked.slice(from, start))?.index
  return at === undefined ? undefined : from + at
}

function statusSaid(
  { passage, sentence, setting, signs }: Facts,
  clause: Span,
  match: ClauseMatch,
): Found<EventStatus> {
  const { predicate, start } = match
  // The plan that a sum belongs to stands in a clause before it.
  const isOfWhole = predicate.kind === 'internal' || predicate.rule.endsWith('/proceeds')
  const words = {
    before: { start: sentence.start, end: setting.isHeadline ? sentence.end : clause.end },
    near: {
      start: isOfWhole
        ? sentence.start
        : (startOfSpinOff(passage, clause) ?? Math.max(clause.start, start - NEAR)),
      // "投入将超100亿元"
      end: isOfWhole ? Math.min(clause.end, match.end + 2) : endOfVerb(passage, match),
    },
  }
  const said = readStatus(passage, words, signs)
  return predicate.kind === 'acquisition' && said.value === 'planned' && isSigned(passage, clause)
    ? { ...said, value: 'closed', rule: 'status/signed' }
    : said
}
