import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal, yuanText } from '../../model/decimal.ts'
import type { PublishedTotal } from '../../model/published-finding.ts'
import type { Metric } from '../metric.ts'

interface TotalRow {
  readonly period: string
  readonly period_from: CalendarDate
  readonly period_to: CalendarDate
  readonly region: string
  readonly track: string
  readonly metric: string
  readonly publisher: string
  readonly url: string
  readonly note: string | null
  readonly unit: string
  readonly low: string
  readonly high: string | null
  readonly yuan_low: string | null
  readonly yuan_high: string | null
}

/** A published total with its days, so that other periods than the edition's can be matched too. */
export interface DatedTotal extends PublishedTotal {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/**
 * Published totals as known on the day asked for: amounts in yuan (foreign ones at the rate of the last day of their
 * period, which is a conversion, not a figure the publisher printed), counts and percentages as they stand.
 * What is without an upper bound is a floor; amounts whose currency has no rate are left out.
 *
 * Unit: yuan, deals or percent, as the row says.
 * Source: the publishers named in the rows; foreign totals at the rate of the last day of their period.
 */
export const publishedTotals: Metric<readonly TotalRow[], readonly DatedTotal[]> = {
  id: 'published-totals',

  async fetch(db, { asOf }) {
    const found = await sql<TotalRow>`
      select p.period, p.period_from, p.period_to, p.region, p.track, p.metric, p.publisher, p.url, p.note, p.unit,
        p.low, p.high,
        in_yuan(p.low, p.unit, p.period_to) as yuan_low, in_yuan(p.high, p.unit, p.period_to) as yuan_high
      from published_total_as_of(day_end(${asOf}::date)) p
      where p.period_from is not null
      order by p.period_from, p.period_to, p.region, p.track, p.metric, p.publisher, p.url
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => rows.flatMap(toTotal),
}

const CURRENCY = /^[A-Z]{3}$/

function toTotal(row: TotalRow): readonly DatedTotal[] {
  const shared = {
    period: row.period,
    from: row.period_from,
    to: row.period_to,
    region: row.region,
    track: row.track,
    metric: row.metric,
    publisher: row.publisher,
    url: row.url,
    fit: 'exact' as const,
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.high === null ? { isFloor: true as const } : {}),
  }
  if (!CURRENCY.test(row.unit)) {
    return [{ ...shared, unit: 'count', value: { low: row.low, high: row.high ?? row.low } }]
  }
  if (row.yuan_low === null) return []
  const [low, high] = [row.yuan_low, row.yuan_high ?? row.yuan_low]
  return [
    {
      ...shared,
      unit: 'CNY',
      value: { low: yuanText(decimal(low)), high: yuanText(decimal(high)) },
    },
  ]
}

interface Days {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The totals that speak of a period: of these very days, or of a longer period around them. Floors are none. */
export function totalsFor(totals: readonly DatedTotal[], days: Days): readonly DatedTotal[] {
  return around(totals, days).filter(({ isFloor }) => isFloor !== true)
}

/** The floors of a period: a longer one's says nothing of the days within it. */
export function floorsFor(totals: readonly DatedTotal[], days: Days): readonly DatedTotal[] {
  return around(totals, days).filter(({ isFloor, fit }) => isFloor === true && fit === 'exact')
}

function around(totals: readonly DatedTotal[], days: Days): readonly DatedTotal[] {
  return totals
    .filter((total) => total.from <= days.from && total.to >= days.to)
    .map((total) => ({
      ...total,
      fit: total.from === days.from && total.to === days.to ? 'exact' : 'contains',
    }))
}
