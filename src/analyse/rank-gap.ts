import type { CalendarDate } from '../model/calendar-date.ts'
import type { CaptureRange } from '../model/capture-finding.ts'
import { decimal, ratioText, sumIntervals } from '../model/decimal.ts'
import { disclosedCount } from '../model/disclosed-sum.ts'
import { type Inflow, type Interval, isLacking, type Known } from '../model/findings.ts'
import type { MarketSide } from '../model/market-side-finding.ts'
import { monthsBetween, monthsIn } from '../model/period.ts'
import { growthBarred } from './gap.ts'
import type { Question } from './metric.ts'
import type { InflowHistory } from './metrics/inflow-history.ts'
import { historyStart } from './metrics/rank-in-history.ts'

interface Sides {
  readonly market: MarketSide
  readonly inflow: Inflow
  readonly capture: CaptureRange
  readonly track: string
  readonly history: InflowHistory
}

/**
 * rank gap = percentile of the excess in its own history − percentile of the disclosed inflow in its own: of all windows
 * as long as the period that end with a month of those years, the share with no more inflow. Both ranks are of the track
 * itself, so that tracks of any size compare. It is stated only where growth may be stated: over one source regime, with
 * enough disclosed deals, and where our rows are most of what was published.
 *
 * Unit: difference of shares, −1…1.
 * Source: own definition, the third of the gap's three measures.
 */
export function rankGapOf(
  { market, inflow, capture, track, history: { since, monthsOf } }: Sides,
  question: Question,
): Known<Interval> {
  const { period, rules } = question
  const { percentile } = market
  if (isLacking(percentile)) return percentile
  const length = monthsIn(period)
  if (!Number.isInteger(length)) return { lacking: 'not-whole-months' }
  const { minimum_disclosed: minimum } = rules.gap
  const n = disclosedCount(inflow)
  if (n < minimum) return { lacking: 'fewer-than-10-deals', details: { n, minimum } }
  const from = historyStart(period.to, rules.secondary.history_years) as CalendarDate
  const barred = growthBarred(capture, { ...question, yearBefore: { ...period, from } })
  if (barred !== undefined) return barred
  if (since === undefined || since > from) return { lacking: 'history-too-short' }
  const { low, high } = rankOf(windowsOf(period, { from, length }), monthsOf(track))
  return {
    low: ratioText(decimal(percentile.percentile).minus(high)),
    high: ratioText(decimal(percentile.percentile).minus(low)),
  }
}

/** The months of every window of such a length, by their first days; the period itself comes first. */
function windowsOf(
  period: Question['period'],
  { from, length }: { readonly from: CalendarDate; readonly length: number },
): readonly (readonly string[])[] {
  const first = Temporal.PlainDate.from(period.from)
  const earlier = monthsBetween(from, period.from)
  return Array.from({ length: earlier + 1 }, (_, back) => first.subtract({ months: back }))
    .filter((start) => start.toString() >= from)
    .map((start) => Array.from({ length }, (_, month) => start.add({ months: month }).toString()))
}

/**
 * The share of windows with no more inflow than the first of them, at the least and at the most. Months that both have
 * are left out of the comparison: whatever their bounds, they are the same on both sides.
 */
function rankOf(
  [period = [], ...others]: readonly (readonly string[])[],
  inflow: ReadonlyMap<string, Interval>,
): { readonly low: string; readonly high: string } {
  const only = (months: readonly string[], less: readonly string[]): Interval =>
    sumIntervals(months.flatMap((month) => (less.includes(month) ? [] : (inflow.get(month) ?? []))))
  const pairs = others.map((other) => ({ own: only(period, other), past: only(other, period) }))
  const share = (n: number): string => ratioText(decimal(n + 1).div(others.length + 1))
  return {
    low: share(pairs.filter(({ own, past }) => decimal(past.high).lte(own.low)).length),
    high: share(pairs.filter(({ own, past }) => decimal(past.low).lte(own.high)).length),
  }
}
