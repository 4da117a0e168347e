import { sql } from 'kysely'
import type { Reader } from '../load/database.ts'
import type { Question } from './metric.ts'

/**
 * Lays the whole history of every track's deciding series beside its benchmark, as known on the day asked for, into a
 * temporary table of the transaction: `theme_in_view`, one row a track and session of the benchmark, with no close where
 * the series has no bar. Until the period's end; needs `layOutBars`.
 */
export async function layOutThemes(db: Reader, { asOf, period }: Question): Promise<void> {
  await sql`
    create temp table theme on commit drop as
    -- A hindsight series named as the deciding one by mistake still never decides.
    select distinct on (track_id) track_id, id, benchmark_id from mapped_series
    where role = 'decides' and membership = 'dated' order by track_id, position
  `.execute(db)
  // A table of its own: the planner takes a subquery of bars for a few rows and compares each with each. The list of
  // ids is an array: of a subquery it expects anything, and reads all bars of all stocks.
  await sql`
    create temp table theme_bar on commit drop as
    select series_id, trade_date, close from session_bar_as_of(day_end(${asOf}::date))
    where trade_date <= ${period.to}::date
      and series_id = any(array(select id from theme union select benchmark_id from theme))
  `.execute(db)
  await sql`create index on theme_bar (series_id, trade_date)`.execute(db)
  await sql`analyze theme_bar`.execute(db)
  await sql`
    create temp table theme_in_view on commit drop as
    select theme.track_id, market.trade_date, own.close, market.close as base
    from theme
    join theme_bar market on market.series_id = theme.benchmark_id
    left join theme_bar own on own.series_id = theme.id and own.trade_date = market.trade_date
  `.execute(db)
  await sql`analyze theme_in_view`.execute(db)
}
