import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { Metric } from '../metric.ts'

/** One stock of a track's lists with what one source says of it at both ends of the period. */
export interface MemberBars {
  readonly track_id: string
  readonly instrument: string
  readonly at_start: boolean
  readonly at_end: boolean
  /** A member on the day of knowledge. */
  readonly today: boolean
  readonly t0: CalendarDate
  readonly t1: CalendarDate
  readonly p0: string | null
  readonly p1: string | null
  readonly adj0: string | null
  readonly adj1: string | null
  readonly cap0: string | null
  readonly cap1: string | null
  readonly float0: string | null
  readonly lists: string[]
}

/** A stock that is not traded keeps its last close for so many days. */
const STALE_DAYS = 30

/**
 * The stocks of all lists of a track, each once, with closes as traded, adjustment factors and market values in yuan at
 * t0 and t1, the benchmark's sessions. Whoever was in any of the lists at an end was a member then; lists are those seen
 * night by night (`board_entry`), as known on the day asked for. Both ends of a stock are of one source: vendors are
 * never spliced.
 *
 * Unit: yuan for prices and market values; adjustment factors without unit.
 * Source: boards as they were seen night by night (decision 010), closes as traded.
 */
export const memberBars: Metric<
  readonly MemberBars[],
  ReadonlyMap<string, readonly MemberBars[]>
> = {
  id: 'member-bars',

  async fetch(db, { period, asOf }) {
    const found = await sql<MemberBars>`
        with edge as (
          select max(trade_date) filter (where trade_date < ${period.from}::date) as t0,
            max(trade_date) filter (where trade_date between ${period.from}::date and ${period.to}::date) as t1
          from bar_in_view
          where series_id in (select id from mapped_series where role = 'benchmark' and construct = 'price')
        ), held as materialized (
          select s.track_id, e.entry as instrument, edge.t0, edge.t1,
            bool_or(e.valid_from <= edge.t0 and coalesce(e.valid_until, 'infinity') > edge.t0) as at_start,
            bool_or(e.valid_from <= edge.t1 and coalesce(e.valid_until, 'infinity') > edge.t1) as at_end,
            bool_or(coalesce(e.valid_until, 'infinity') > ${asOf}::date) as today,
            jsonb_agg(distinct s.source || '/' || s.code) as lists
          from track_subject s
          join board_entry e on e.source = s.source and e.board = s.code and e.valid_from <= ${asOf}::date
          cross join edge
          where s.kind = 'members' and s.valid_from <= ${period.to}::date
            and coalesce(s.valid_until, 'infinity') >= ${period.to}::date
          group by s.track_id, e.entry, edge.t0, edge.t1
        ), stock_bar as materialized (
          select s.instrument, s.source, s.code, b.trade_date, b.close, b.adj_factor, b.market_cap_cny, b.float_cap_cny
          from bar_as_of(day_end(${asOf}::date)) b
          join series s on s.id = b.series_id and s.kind = 'stock' and s.instrument in (select instrument from held)
          where b.trade_date between ${period.from}::date - ${2 * STALE_DAYS}::integer and ${period.to}::date
        ), at_edge as (
          select distinct on (b.source, b.code, side.t) b.*, side.t
          from stock_bar b
          cross join edge
          cross join lateral (values (edge.t0), (edge.t1)) side (t)
          where b.trade_date between side.t - ${STALE_DAYS}::integer and side.t
          order by b.source, b.code, side.t, b.trade_date desc
        ), chosen as (
          select distinct on (instrument) instrument, source, code
          from at_edge
          group by instrument, source, code
          order by instrument, count(market_cap_cny) desc, count(close) desc, count(adj_factor) desc, source, code
        )
        select h.track_id, h.instrument, h.at_start, h.at_end, h.today, h.t0, h.t1, h.lists,
          a.close as p0, z.close as p1, a.adj_factor as adj0, z.adj_factor as adj1,
          a.market_cap_cny as cap0, z.market_cap_cny as cap1, a.float_cap_cny as float0
        from held h
        left join chosen c on c.instrument = h.instrument
        left join at_edge a on a.source = c.source and a.code = c.code and a.t = h.t0
        left join at_edge z on z.source = c.source and z.code = c.code and z.t = h.t1
        where h.t0 is not null and h.t1 is not null
        order by h.track_id, h.instrument
      `.execute(db)
    return found.rows
  },

  summarise: (rows) => Map.groupBy(rows, (row) => row.track_id),
}
