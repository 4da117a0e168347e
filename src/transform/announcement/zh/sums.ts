import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import type { Found, Span } from '../passage.ts'
import { fits, signed } from '../signs.ts'
import { type Facts, moneyIn } from './facts.ts'
import type { ClauseMatch } from './match-clause.ts'

const PERIOD = signed(
  /累计|总额|总计|合计|共计|截至目前|至今|(?:天|周|个月|年)(?:之?内)?[^，。;]{0,12}共(?:获|融|募|完成)|[两三四五六七八\d]轮共|成立(?:不到|不足|仅|刚|才|约|近)[^，。;]{0,8}(?:年|月|天)(?!的)[^，。;]{0,6}(?:已|就|共)/,
)
/** "累计数亿元天使轮融资": what one round came to in the end. */
const SUM_OF_ROUND =
  /(?:累计|总计|合计|共计|总额)[^，。;]{1,10}元(?:人民币)?的?(?:Pre-?)?(?:[A-H]\d?|天使|种子)\+*轮/i
const SUM_IN_FULL = /^(?:融资)?(?:总额|总金额|总计|合计|共计)/
const ONE_ROUND_BEFORE =
  /(?:完成|获得?|拿下)[^，。;]{0,16}(?:[A-H]\d?\+*|天使\+*|种子|新一|首)轮融资，(?:[^，。;]{2,40}(?:[领跟参]投|跟进|参与|加[码注])，){0,3}$/i
const PERIOD_BEFORE_RAISED =
  /(?:[\d一二两三四五六七八九十半]+(?:个月|年|天|周)内?|上半年|年内)(?:已|就|共|累计)?$/
const SEVERAL = /(?<!第)(?:[两二三四五六七八]|\d)轮|多轮|系列融资/
/** "天使轮及天使+轮", "A、A+轮" */
const TWO_ROUNDS = signed(
  /(?:轮|(?:Pre-?)?[A-H]\d?\+*|天使\+*|种子)(?:融资)?(?:以及|及|和|、|与)[^，]{0,4}?(?:Pre|天使|种子|[A-H])[^，]{0,6}?轮/i,
)
/** The sum of a clause is of a period or of several rounds. */
export function isTotalSum(facts: Facts, clause: string, match: ClauseMatch): boolean {
  // What a listing brings in is told as a total.
  if (match.predicate.kind === 'listing' && !clause.includes('累计')) return false
  const isSummed =
    fits(facts.signs, PERIOD, clause) &&
    !SUM_OF_ROUND.test(clause) &&
    !isOfRoundBefore(facts, clause, match)
  return isSummed || isOfPeriod(facts, match)
}

/** "完成B轮融资，融资总额超2亿元": the sum of the one round just told of. */
function isOfRoundBefore(
  { passage, sentence }: Facts,
  clause: string,
  { start }: ClauseMatch,
): boolean {
  const before = passage.masked.slice(sentence.start, start)
  return SUM_IN_FULL.test(clause) && ONE_ROUND_BEFORE.test(before) && !SEVERAL.test(before)
}

function isOfPeriod({ passage, sentence }: Facts, { predicate, start }: ClauseMatch): boolean {
  if (predicate.rule !== 'equity/raises-amount') return false
  const lead = passage.masked.slice(sentence.start, start)
  return PERIOD_BEFORE_RAISED.test(lead.replace(/[，,:\s]+$/, ''))
}

/** A clause tells of several rounds at once. */
export function isSeveralRounds({ signs }: Facts, clause: string): boolean {
  return SEVERAL.test(clause) || fits(signs, TWO_ROUNDS, clause)
}

/** The sum a clause tells of; in a headline it may stand in another clause. */
export function sumOf(
  facts: Facts,
  clause: Span,
  match: ClauseMatch,
): Found<AnnouncedAmount> | undefined {
  const own = moneyIn(facts, clause)
  if (own !== undefined || !facts.setting.isHeadline) return own
  return (isLoose(match) ? moneyIn(facts, facts.sentence) : undefined) ?? sumApart(facts, match)
}

/** These may leave the sum to another clause. */
function isLoose({ predicate }: ClauseMatch): boolean {
  return (
    predicate.rule === 'equity/record' ||
    predicate.rule === 'placement/approved' ||
    predicate.needs === 'amount-nearby'
  )
}

const RAISED_BY = /[募筹][^，。;]{0,6}$|发行(?:规模|总额)?[约为]?\s?$/

/** "转让甲60%股权，起拍价20万元" */
const AT_PRICE =
  /(?:起拍价|底价|挂牌价|作价|对价|总价|报价|出价|斥资|豪掷|耗资|交易价格?|转让价款?|价格)(?:仅|为|约|共|合计)*\s?$/

/** Told with the sum in a clause of its own: "10亿，甲获乙加码". */
const PAID: ReadonlySet<string> = new Set(['equity/put-in', 'equity/backed-by'])

/** "1000亿日元，甲买下乙", "今天上市，IPO募集52亿美元": the one sum there is, in a clause of its own. */
function sumApart(
  { passage, money, sentence }: Facts,
  { predicate }: ClauseMatch,
): Found<AnnouncedAmount> | undefined {
  const [sum, ...others] = money()
  if (sum === undefined || others.length > 0) return undefined
  if (predicate.kind === 'listing')
    return RAISED_BY.test(passage.masked.slice(sentence.start, sum.start)) ? sum : undefined
  if (
    predicate.kind === 'acquisition' &&
    AT_PRICE.test(passage.masked.slice(sentence.start, sum.start))
  )
    return sum
  const isAtHead = sentence.clauses.some(({ start }) => Math.abs(sum.start - start) <= 1)
  const isPaid = predicate.kind === 'acquisition' || PAID.has(predicate.rule)
  return isPaid && isAtHead ? sum : undefined
}
