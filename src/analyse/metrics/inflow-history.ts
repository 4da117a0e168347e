import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { sumIntervals } from '../../model/decimal.ts'
import type { Interval } from '../../model/known.ts'
import type { Metric } from '../metric.ts'
import { historyStart } from './rank-in-history.ts'

interface MonthRow {
  readonly track: string
  /** Its first day. */
  readonly month: CalendarDate
  readonly low: string
  readonly high: string
}

interface HistoryRows {
  /** The first inflow deal of any track. */
  readonly since: CalendarDate | null
  readonly months: readonly MonthRow[]
}

export interface InflowHistory {
  readonly since?: CalendarDate
  /** Disclosed inflow of a track in each month of the history that has any, by the first day of the month. */
  readonly monthsOf: (track: string) => ReadonlyMap<string, Interval>
}

/**
 * Disclosed inflow of each track month by month, over the years an index is ranked in too.
 *
 * Unit: yuan.
 * Source: own rule: inflow is ranked in the same span of history as the index.
 */
export const inflowHistory: Metric<HistoryRows, InflowHistory> = {
  id: 'inflow-history',

  async fetch(db, { period, rules }) {
    const first = historyStart(period.to, rules.secondary.history_years)
    const found = await sql<HistoryRows>`
      with months as (
        select track, date_trunc('month', announced_on)::date as month, sum(yuan_low)::text as low,
          sum(yuan_high)::text as high
        from inflow_in_view
        where yuan_low is not null and yuan_high is not null
          and announced_on between ${first}::date and ${period.to}::date
        group by 1, 2
      )
      select (select min(announced_on) from inflow_in_view) as since,
        coalesce((select jsonb_agg(months order by track, month) from months), '[]') as months
    `.execute(db)
    return found.rows[0] ?? { since: null, months: [] }
  },

  summarise({ since, months }) {
    const byTrack = Map.groupBy(months, ({ track }) => track)
    const monthsOf = (track: string): ReadonlyMap<string, Interval> =>
      new Map(
        (byTrack.get(track) ?? []).map(({ month, low, high }) => [
          month,
          sumIntervals([{ low, high }]),
        ]),
      )
    return since === null ? { monthsOf } : { since, monthsOf }
  },
}
