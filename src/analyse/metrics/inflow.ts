import type { CalendarDate } from '../../model/calendar-date.ts'
import { capOf } from '../../model/caps.ts'
import { type Decimal, decimal, sumIntervals, yuanText } from '../../model/decimal.ts'
import type { DealLine, Inflow, InflowStep, Interval, Known } from '../../model/findings.ts'
import type { Period } from '../../model/period.ts'
import type { Question } from '../metric.ts'
import { shareOfTop, withoutTop } from './concentration.ts'
import { isPrintedIn, placeIn } from './deal-rows.ts'
import {
  averageBounds,
  broughtBy,
  broughtIn,
  NOTHING,
  type PlacedAmounts,
  placedAmounts,
} from './placed-amounts.ts'

/** What deals add up to, before anything is said of single ones. */
type Sums = Pick<Inflow, 'n' | 'nRange' | 'undisclosed' | 'unconverted' | 'disclosed' | 'bounded'>

/**
 * What a list of inflow deals adds up to in a period, in yuan.
 *
 * disclosed = [Σ low, Σ high] over deals with an amount; bounded adds [0, cap of round and year] for each without one.
 * A deal whose date only perhaps lies in the period adds [0, high] to whatever is summed, and counts 0 or 1 in `nRange`;
 * only `n`, `undisclosed` and `unconverted` go by the date as printed. An amount in a currency without a rate is in no sum
 * of disclosed ones and, as nobody knows its yuan, stands in bounded like an undisclosed one.
 *
 * Unit: yuan; deals.
 * Source: own rule: bounds instead of point values, as no publisher known to us prints them (decisions 005 and 006).
 */
export function sumsOf(
  deals: readonly DealLine[],
  period: Period,
  { caps }: Pick<Question, 'caps'>,
): Sums {
  const near = deals.filter((deal) => placeIn(period, deal) !== 'outside')
  const printed = deals.filter((deal) => isPrintedIn(period, deal))
  const disclosed = sumIntervals(near.map((deal) => broughtBy(deal, period)))
  const capped = sumIntervals(
    near
      .filter(({ yuan }) => yuan === undefined)
      .map(({ round, announcedOn }) => ({
        low: '0',
        high: capOf(caps, round, Number(announcedOn.slice(0, 4))),
      })),
  )
  return {
    n: printed.length,
    nRange: { low: insideOf(near, period).length, high: near.length },
    undisclosed: printed.filter(({ original }) => original === undefined).length,
    unconverted: printed.filter(
      ({ original, yuan }) => original !== undefined && yuan === undefined,
    ).length,
    disclosed,
    bounded: sumIntervals([disclosed, capped]),
  }
}

/** The same, with what single deals have in it: the middle one, the largest, companies with a large one. */
export function inflowOf(
  deals: readonly DealLine[],
  period: Period,
  question: Pick<Question, 'caps' | 'rules'>,
): Inflow {
  const amounts = placedAmounts(deals, period)
  const brought = broughtIn(amounts)
  const { inflow, primary } = question.rules
  return {
    ...sumsOf(deals, period, question),
    median: medianOf(amounts, inflow.median_minimum),
    top1Share: shareOfTop(brought, 1),
    top2Share: shareOfTop(brought, 2),
    withoutLargest: withoutTop(brought, 1),
    withoutTwoLargest: withoutTop(brought, 2),
    companiesAbove100m: companiesAbove(insideOf(deals, period), primary.yes_company_yuan),
  }
}

function insideOf(deals: readonly DealLine[], period: Period): readonly DealLine[] {
  return deals.filter((deal) => placeIn(period, deal) === 'inside')
}

function medianOf(amounts: PlacedAmounts, minimum: number): Known<Interval> {
  const n = amounts.sure.length
  if (n < minimum) return { lacking: 'fewer-than-5', details: { n, minimum } }
  const { low, high } = averageBounds(amounts, middle)
  return { low: yuanText(low), high: yuanText(high) }
}

function middle(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((a, b) => a.cmp(b))
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined)
    throw new Error('the median of nothing was asked for')
  return upper.plus(lower).div(2)
}

function companiesAbove(deals: readonly DealLine[], bar: string): number {
  const large = deals.filter(({ yuan }) => yuan !== undefined && decimal(yuan.low).gte(bar))
  return new Set(large.map(({ company }) => company)).size
}

/**
 * Cumulative disclosed bounds over the period, one step for each day that has a deal; the last one is `disclosed`. A deal
 * that only perhaps lies in the period stands at the day of the period nearest to its date as printed.
 */
export function inflowSteps(deals: readonly DealLine[], period: Period): readonly InflowStep[] {
  const dated = deals.filter(
    (deal) => placeIn(period, deal) !== 'outside' && deal.yuan !== undefined,
  )
  const steps: InflowStep[] = []
  let total: Interval = NOTHING
  for (const [on, sameDay] of Map.groupBy(dated, (deal) => nearestDay(period, deal))) {
    total = sumIntervals([total, ...sameDay.map((deal) => broughtBy(deal, period))])
    steps.push({ on, ...total })
  }
  return steps
}

function nearestDay({ from, to }: Period, { announcedOn }: DealLine): CalendarDate {
  if (announcedOn < from) return from
  return announcedOn > to ? to : announcedOn
}
