import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { Metric } from '../metric.ts'

/** One way to say what a track's listed companies did. */
export interface MarketDefinition {
  readonly track_id: string
  readonly series: string
  readonly weighting: 'published' | 'equal'
  /** `none`: the raw change. */
  readonly benchmark: string
  /** Sessions that start and end were moved by, as `-20..0`. */
  readonly window: string
  /** Days of the window; null where the sessions are not known. */
  readonly first_day: CalendarDate | null
  readonly last_day: CalendarDate | null
  /** P(t1)/P(t0); null where a close is missing. */
  readonly growth: string | null
  /** The same of the benchmark; 1 without one. */
  readonly base_growth: string | null
}

/**
 * What each track's dated series did under every definition of the market side: each series of members of the time ×
 * as published or weighted equally × raw or against each index of the whole market × start and end as asked for or
 * moved by the configured sessions either way. One row a definition, those without a figure included.
 *
 * Unit: ratios P1 ÷ P0.
 * Source: multiverse analysis (Steegen, Tuerlinckx, Gelman and Vanpaemel 2016).
 */
export const marketDefinitions: Metric<readonly MarketDefinition[], readonly MarketDefinition[]> = {
  id: 'market-definitions',

  async fetch(db, { period, rules }) {
    const shift = rules.secondary.shift_sessions
    const found = await sql<MarketDefinition>`
      with market as (
        select min(id) as id from mapped_series where role = 'benchmark' and construct = 'price'
      ), numbered as materialized (
        select b.trade_date, row_number() over (order by b.trade_date) as i
        from bar_in_view b join market on market.id = b.series_id
      ), edge as (
        select max(i) filter (where trade_date < ${period.from}::date) as i0,
          max(i) filter (where trade_date between ${period.from}::date and ${period.to}::date) as i1
        from numbered
      ), span as (
        select start_by || '..' || end_by as window, t0.trade_date as t0, t1.trade_date as t1,
          case when start_by = 0 then ${period.from}::date else t0.trade_date + 1 end as first_day,
          case when end_by = 0 then ${period.to}::date else t1.trade_date end as last_day
        from edge
        cross join unnest(array[0, -1, 1]) a cross join unnest(array[0, -1, 1]) b
        cross join lateral (select a * ${shift}::integer as start_by, b * ${shift}::integer as end_by) moved
        left join numbered t0 on t0.i = edge.i0 + start_by
        left join numbered t1 on t1.i = edge.i1 + end_by
      ), series as (
        select distinct track_id, id, source || '/' || code as name from mapped_series
        where membership = 'dated' and role in ('decides', 'confirms', 'shown') and construct in ('price', 'fund')
      ), base as (
        select 'none' as name, null::bigint as id
        union all
        select source || '/' || code, id from mapped_series
        where role in ('benchmark', 'alternative') and construct = 'price'
      )
      select series.track_id, series.name as series, weighting, base.name as benchmark, span.window,
        span.first_day, span.last_day,
        case weighting when 'published' then own1.close / own0.close
          else own1.close_equal_weighted / own0.close_equal_weighted end as growth,
        case when base.id is null then 1 else base1.close / base0.close end as base_growth
      from series cross join unnest(array['published', 'equal']) weighting cross join base cross join span
      left join bar_in_view own0 on own0.series_id = series.id and own0.trade_date = span.t0
      left join bar_in_view own1 on own1.series_id = series.id and own1.trade_date = span.t1
      left join bar_in_view base0 on base0.series_id = base.id and base0.trade_date = span.t0
      left join bar_in_view base1 on base1.series_id = base.id and base1.trade_date = span.t1
      order by series.track_id, series.name, weighting desc, base.name, span.window
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => rows,
}
