import { sql } from 'kysely'
import { lastQuarterBy, type Quarter } from '../../model/quarter.ts'
import type { Metric } from '../metric.ts'

interface QuarterEnd {
  readonly track: string
  readonly quarter: Quarter
  readonly close: string
  readonly base: string
}

/** A quarter ends with its last session; one whose bars stop earlier than holidays explain has no end yet. */
const LONGEST_HOLIDAY_DAYS = 10

/**
 * Log excess of each track's deciding index, quarter by quarter, from its first bar to the last whole quarter of the
 * period: `ln(P_q / P_{q−1}) − ln(B_q / B_{q−1})`, closes of the benchmark's last session in each quarter. A quarter
 * without the close of both ends is missing. Needs `layOutThemes`.
 *
 * Unit: natural logarithms a quarter.
 * Source: closes as vendors publish them.
 */
export const quarterlyExcess: Metric<
  readonly QuarterEnd[],
  ReadonlyMap<string, ReadonlyMap<Quarter, number>>
> = {
  id: 'quarterly-excess',

  async fetch(db) {
    const found = await sql<QuarterEnd>`
      with last_session as (
        select distinct on (track_id, date_trunc('quarter', trade_date)) track_id, trade_date, close, base
        from theme_in_view
        order by track_id, date_trunc('quarter', trade_date), trade_date desc
      )
      select track_id as track, (extract(year from trade_date) * 4 + extract(quarter from trade_date) - 1)::integer as quarter,
        close, base
      from last_session
      where close is not null
        and trade_date >= date_trunc('quarter', trade_date) + interval '3 months'
          - make_interval(days => ${LONGEST_HOLIDAY_DAYS})
      order by track_id, trade_date
    `.execute(db)
    return found.rows
  },

  summarise(rows, { period, asOf }) {
    const last = lastQuarterBy(asOf < period.to ? asOf : period.to)
    const inside = rows.filter(({ quarter }) => quarter <= last)
    return new Map(
      [...Map.groupBy(inside, ({ track }) => track)].map(([track, ends]) => [
        track,
        excessesOf(ends),
      ]),
    )
  },
}

function excessesOf(ends: readonly QuarterEnd[]): ReadonlyMap<Quarter, number> {
  const by = new Map(ends.map((end) => [end.quarter, end]))
  return new Map(
    ends.flatMap(({ quarter, close, base }) => {
      const before = by.get(quarter - 1)
      if (before === undefined) return []
      const own = Number(close) / Number(before.close)
      const market = Number(base) / Number(before.base)
      return [[quarter, Math.log(own / market)] as const]
    }),
  )
}
