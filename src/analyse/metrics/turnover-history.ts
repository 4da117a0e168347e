import { sql } from 'kysely'
import type { Known } from '../../model/findings.ts'
import type { HistoryPercentile } from '../../model/market-findings.ts'
import type { Metric } from '../metric.ts'
import { historyStart, type RankedWindows, toPercentile } from './rank-in-history.ts'

interface TurnoverHistoryRow extends RankedWindows {
  readonly series_id: string
}

/**
 * Where the turnover share stands in its own history: of all windows of as many sessions as the period that begin
 * within the configured years before its end, the share whose Σ turnover of the index ÷ Σ turnover of the benchmark is
 * not above the period's. Sessions on which either turnover is unknown are no sessions here.
 *
 * Unit: percentile 0…1, windows in sessions.
 * Source: own definition, the same as that of the excess.
 */
export const turnoverHistory: Metric<
  readonly TurnoverHistoryRow[],
  ReadonlyMap<string, Known<HistoryPercentile>>
> = {
  id: 'turnover-history',

  async fetch(db, { period, rules }) {
    const found = await sql<TurnoverHistoryRow>`
      with numbered as materialized (
        select m.id as series_id, own.trade_date, own.amount_cny as own, market.amount_cny as base,
          row_number() over (partition by m.id order by own.trade_date)::integer as i
        from (select distinct id, benchmark_id from mapped_series where role = 'decides' and kind = 'index') m
        join bar_in_view own on own.series_id = m.id and own.amount_cny is not null
        join bar_in_view market
          on market.series_id = m.benchmark_id and market.trade_date = own.trade_date and market.amount_cny is not null
      ), edge as (
        select series_id, count(*)::integer as length, max(i) as i1, max(trade_date) as until
        from numbered where trade_date between ${period.from}::date and ${period.to}::date
        group by series_id
      ), running as (
        select n.series_id, n.i, n.trade_date, edge.length, edge.i1, edge.until,
          sum(n.own) over so_far as own, sum(n.base) over so_far as base
        from numbered n join edge on edge.series_id = n.series_id and n.i <= edge.i1
        window so_far as (partition by n.series_id order by n.i)
      ), started as (
        select series_id, until, i = i1 as is_current, lag(trade_date, length) over past as first_day,
          (own - lag(own, length) over past) / nullif(base - lag(base, length) over past, 0) as share
        from running
        window past as (partition by series_id order by i)
      ), windows as (
        select *, max(share) filter (where is_current) over (partition by series_id) as now
        from started
        where first_day >= ${historyStart(period.to, rules.secondary.history_years)}::date
      )
      select series_id, count(*)::integer as windows, min(first_day) as since, min(until) as until,
        count(*) filter (where share <= now)::integer as not_above
      from windows
      group by series_id having bool_or(is_current)
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => new Map(rows.map((row) => [row.series_id, toPercentile(row)])),
}
