import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal, ratioText } from '../../model/decimal.ts'
import type { Drawdown } from '../../model/market-findings.ts'
import type { Metric } from '../metric.ts'

interface CloseRow {
  readonly series_id: string
  readonly trade_date: CalendarDate
  readonly close: string
  readonly inside: boolean
}

/**
 * How far each deciding series fell. Within the period: the least of `P(t) / max(P(t0…t)) − 1` over its sessions, t0
 * included as a start. Since: `P(last known) / max(P(t0…t1)) − 1`. Closes as known on the day asked for.
 *
 * Unit: fractions, not above 0.
 * Source: the usual definition of a drawdown from the running maximum.
 */
export const drawdowns: Metric<readonly CloseRow[], ReadonlyMap<string, Drawdown>> = {
  id: 'drawdown',

  async fetch(db, { period, asOf }) {
    const found = await sql<CloseRow>`
      with deciding as (
        select m.id as series_id, max(b.trade_date) as t0
        from (select distinct id from mapped_series where role = 'decides') m
        join bar_in_view b on b.series_id = m.id and b.trade_date < ${period.from}::date
        group by m.id
      )
      select b.series_id, b.trade_date, b.close, true as inside
      from deciding d
      join bar_in_view b on b.series_id = d.series_id and b.trade_date between d.t0 and ${period.to}::date
      union all
      select d.series_id, last.trade_date, last.close, false
      from deciding d
      cross join lateral (
        select b.trade_date, b.close from session_bar_as_of(day_end(${asOf}::date)) b
        where b.series_id = d.series_id and b.trade_date > ${period.to}::date
        order by b.trade_date desc limit 1
      ) last
      order by series_id, trade_date
    `.execute(db)
    return found.rows
  },

  summarise(rows) {
    const bySeries = Map.groupBy(rows, (row) => row.series_id)
    return new Map(
      [...bySeries].flatMap(([id, closes]) => {
        const found = toDrawdown(closes)
        return found === undefined ? [] : [[id, found] as const]
      }),
    )
  },
}

function toDrawdown(closes: readonly CloseRow[]): Drawdown | undefined {
  const [first] = closes
  const last = closes.at(-1)
  if (first === undefined || last === undefined) return undefined
  let high = first
  let deepest = { fall: decimal(0), peak: first, trough: first }
  for (const close of closes.filter(({ inside }) => inside)) {
    if (decimal(close.close).gt(high.close)) high = close
    const fall = decimal(close.close).div(high.close).minus(1)
    if (fall.lt(deepest.fall)) deepest = { fall, peak: high, trough: close }
  }
  return {
    within: ratioText(deepest.fall),
    peakOn: deepest.peak.trade_date,
    troughOn: deepest.trough.trade_date,
    since: ratioText(decimal(last.close).div(high.close).minus(1)),
    highOn: high.trade_date,
    lastOn: last.trade_date,
  }
}
