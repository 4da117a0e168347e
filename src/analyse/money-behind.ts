import { Decimal, decimal, ratioText } from '../model/decimal.ts'
import type { MoneyBehind } from '../model/investor-shift-finding.ts'
import type { Interval, Known } from '../model/known.ts'
import type { Period } from '../model/period.ts'
import type { Question } from './metric.ts'
import { type DatedTotal, totalsFor } from './metrics/published-totals.ts'

/**
 * State and foreign-currency shares of the money funds raised in the period, as published for these very days, beside
 * those of a year before. A share of what was raised, not of what was invested: it never decides alone.
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
  { rules }: Question,
): readonly PublishedShare[] {
  const { region, track } = rules.market_totals
  const { state_share, raised, foreign_track } = rules.propositions.investor_shift
  const exact = totalsFor(totals, period).filter(
    (total) => total.fit === 'exact' && total.region === region,
  )
  const state = exact
    .filter((total) => total.metric === state_share && total.track === track)
    .map(({ publisher, value }) => ({ of: 'state' as const, publisher, share: fraction(value) }))
  const all = exact.filter((total) => total.metric === raised && total.track === track)
  const foreign = exact
    .filter((total) => total.metric === raised && total.track === foreign_track)
    .flatMap(({ publisher, value }) =>
      all.length === 0 ? [] : [{ of: 'foreign' as const, publisher, share: partOf(value, all) }],
    )
  return [...state, ...foreign]
}

/** Publishers print percent. */
function fraction({ low, high }: Interval): Interval {
  return { low: ratioText(decimal(low).div(100)), high: ratioText(decimal(high).div(100)) }
}

function partOf(part: Interval, wholes: readonly DatedTotal[]): Interval {
  return {
    low: ratioText(decimal(part.low).div(Decimal.max(...wholes.map(({ value }) => value.high)))),
    high: ratioText(decimal(part.high).div(Decimal.min(...wholes.map(({ value }) => value.low)))),
  }
}
