import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal } from '../../model/decimal.ts'
import type { ChartPoint } from '../../model/series-finding.ts'
import type { Metric } from '../metric.ts'

interface CloseRow {
  readonly series_id: string
  readonly trade_date: CalendarDate
  readonly close: string
}

const DIGITS = 4

/**
 * Closes of every mapped series from the session before the period to its end, the first one = 100.
 *
 * Unit: index points, the first session = 100.
 * Source: closes as vendors publish them.
 */
export const curves: Metric<readonly CloseRow[], ReadonlyMap<string, readonly ChartPoint[]>> = {
  id: 'curves',

  async fetch(db, { period }) {
    const found = await sql<CloseRow>`
      with start as materialized (
        select series_id, max(trade_date) as day from bar_in_view where trade_date < ${period.from}::date group by series_id
      )
      select b.series_id, b.trade_date, b.close
      from start join bar_in_view b
        on b.series_id = start.series_id and b.trade_date between start.day and ${period.to}::date
      order by b.series_id, b.trade_date
    `.execute(db)
    return found.rows
  },

  summarise(rows) {
    const bySeries = Map.groupBy(rows, (row) => row.series_id)
    return new Map([...bySeries].map(([id, closes]) => [id, toPoints(closes)]))
  },
}

function toPoints(closes: readonly CloseRow[]): readonly ChartPoint[] {
  const [first] = closes
  if (first === undefined) return []
  return closes.map(({ trade_date, close }) => ({
    on: trade_date,
    value: decimal(close).times(100).div(first.close).toDecimalPlaces(DIGITS).toFixed(),
  }))
}
