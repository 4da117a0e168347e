import { sql } from 'kysely'
import { decimal, ratioText } from '../../model/decimal.ts'
import type { Known } from '../../model/findings.ts'
import type { HistoryPercentile } from '../../model/market-findings.ts'
import type { ShiftGrid } from '../../model/market-side-finding.ts'
import type { Metric } from '../metric.ts'
import { historyStart, type RankedWindows, toPercentile } from './rank-in-history.ts'

export interface ExcessHistoryRow extends RankedWindows {
  readonly series_id: string
  readonly lowest: string | null
  readonly highest: string | null
  readonly cells: number
}

export interface ExcessHistory {
  readonly percentile: Known<HistoryPercentile>
  readonly shifts: Known<ShiftGrid>
}

/**
 * How unusual and how robust the excess of each deciding series is.
 *
 * Percentile: share of all windows of as many sessions as the period, starting within the configured years before its
 * end, whose excess is not above the period's. Shift grid: the excess with t0 and t1 moved by up to ± the configured
 * sessions, each combination (cells beyond the known bars are missing and not counted).
 *
 * Unit: percentile 0…1, excess in fractions, windows in sessions.
 * Source: own definition: an excess is told against the past of the same series, never against a normal distribution.
 */
export const excessHistory: Metric<
  readonly ExcessHistoryRow[],
  ReadonlyMap<string, ExcessHistory>
> = {
  id: 'excess-history',

  async fetch(db, { period, rules }) {
    const first = historyStart(period.to, rules.secondary.history_years)
    const shift = rules.secondary.shift_sessions
    const found = await sql<ExcessHistoryRow>`
      with numbered as materialized (
        select m.id as series_id, own.trade_date, own.close, market.close as base,
          row_number() over (partition by m.id order by own.trade_date) as i
        from (select distinct id, benchmark_id from mapped_series where role = 'decides') m
        join bar_in_view own on own.series_id = m.id
        join bar_in_view market on market.series_id = m.benchmark_id and market.trade_date = own.trade_date
      ), edge as (
        select series_id, max(i) filter (where trade_date < ${period.from}::date) as i0,
          max(i) filter (where trade_date between ${period.from}::date and ${period.to}::date) as i1
        from numbered group by series_id
      ), started as (
        select n.series_id, n.i, n.close, n.base, edge.i1,
          lag(n.trade_date, (edge.i1 - edge.i0)::integer) over past as first_day,
          lag(n.close, (edge.i1 - edge.i0)::integer) over past as first_close,
          lag(n.base, (edge.i1 - edge.i0)::integer) over past as first_base
        from numbered n join edge on edge.series_id = n.series_id and n.i <= edge.i1
        window past as (partition by n.series_id order by n.i)
      ), windows as (
        select series_id, first_day, i = i1 as is_current,
          close / first_close - base / first_base as excess
        from started
        where first_day >= ${first}::date
      ), ranked as (
        select series_id, count(*)::integer as windows, min(first_day) as since,
          count(*) filter (where excess <= now)::integer as not_above
        from (
          select *, max(excess) filter (where is_current) over (partition by series_id) as now from windows
        ) w
        group by series_id having bool_or(is_current)
      ), grid as (
        select edge.series_id, count(*)::integer as cells,
          min(b.close / a.close - b.base / a.base) as lowest, max(b.close / a.close - b.base / a.base) as highest
        from edge
        join numbered a on a.series_id = edge.series_id and a.i between edge.i0 - ${shift} and edge.i0 + ${shift}
        join numbered b on b.series_id = edge.series_id and b.i between edge.i1 - ${shift} and edge.i1 + ${shift}
          and b.i > a.i
        group by edge.series_id
      )
      select edge.series_id, coalesce(ranked.windows, 0) as windows, coalesce(ranked.not_above, 0) as not_above,
        ranked.since, (select trade_date from numbered n where n.series_id = edge.series_id and n.i = edge.i1) as until,
        grid.lowest, grid.highest, coalesce(grid.cells, 0) as cells
      from edge
      left join ranked on ranked.series_id = edge.series_id
      left join grid on grid.series_id = edge.series_id
      where edge.i0 is not null and edge.i1 is not null
    `.execute(db)
    return found.rows
  },

  summarise: (rows, { rules }) =>
    new Map(
      rows.map((row) => [
        row.series_id,
        { percentile: toPercentile(row), shifts: toShifts(row, rules.secondary.shift_sessions) },
      ]),
    ),
}

function toShifts(
  { lowest, highest, cells }: ExcessHistoryRow,
  sessions: number,
): Known<ShiftGrid> {
  if (lowest === null || highest === null) return { lacking: 'history-too-short' }
  return {
    lowest: ratioText(decimal(lowest)),
    highest: ratioText(decimal(highest)),
    cells,
    sessions,
  }
}
