import { decimal, ratioText } from '../model/decimal.ts'
import { isLacking } from '../model/findings.ts'
import type { MoneyBehind } from '../model/investor-shift-finding.ts'
import type { Interval, Known } from '../model/known.ts'
import type { Period } from '../model/period.ts'
import { marketTotals } from './capture.ts'
import { shareOf } from './capture-range.ts'
import type { Question } from './metric.ts'
import type { DatedTotal } from './metrics/published-totals.ts'

/**
 * State and foreign-currency shares of the money funds raised in the period, as published for these very days, beside
 * those of a year before, a part and its whole by one publisher. A share of what was raised, not of what was invested: it never decides alone.
 */
export function moneyBehind(
  totals: readonly DatedTotal[],
  question: Question,
): readonly MoneyBehind[] {
  const now = sharesIn(totals, question.period, question)
  const before = sharesIn(totals, question.yearBefore, question)
  return now.map((one) => ({
    ...one,
    before: before.find(isSameAs(one))?.share ?? lackingYearBefore(),
  }))
}

type PublishedShare = Omit<MoneyBehind, 'before'>

function lackingYearBefore(): Known<Interval> {
  return { lacking: 'no-year-before' }
}

function isSameAs(one: PublishedShare) {
  return (other: PublishedShare): boolean =>
    other.of === one.of && other.publisher === one.publisher
}

function sharesIn(
  totals: readonly DatedTotal[],
  period: Period,
  question: Question,
): readonly PublishedShare[] {
  const { state_share, raised, foreign_track: track } = question.rules.propositions.investor_shift
  const asked = { ...question, period }
  const state = marketTotals(totals, state_share, asked).map(({ publisher, value }) => ({
    of: 'state' as const,
    publisher,
    share: fraction(value),
  }))
  const all = marketTotals(totals, raised, asked)
  const foreign = marketTotals(totals, raised, asked, track).flatMap(({ publisher, value }) => {
    const whole = all.filter((total) => total.publisher === publisher).map((total) => total.value)
    const share = shareOf(value, whole, [])
    return isLacking(share) ? [] : [{ of: 'foreign' as const, publisher, share }]
  })
  return [...state, ...foreign]
}

/** Publishers print percent. */
function fraction({ low, high }: Interval): Interval {
  return { low: ratioText(decimal(low).div(100)), high: ratioText(decimal(high).div(100)) }
}
