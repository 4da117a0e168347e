import { sql } from 'kysely'
import type { Reader } from '../load/database.ts'
import type { CalendarDate } from '../model/calendar-date.ts'
import { splitSeries, type TracksConfig } from '../model/tracks-config.ts'
import type { Question } from './metric.ts'

/** Days beyond the history asked for, so that windows and shifts have a session on either side. */
const MARGIN_DAYS = 60

/**
 * Lays the bars every market measure reads into temporary tables of the transaction: `bar_in_view`, the mapped series
 * and the benchmarks on sessions, as known on the day asked for; `mapped_series`, each with its track and role at the
 * end of the period and the benchmark of its construct. Other indices of the whole market have the role `alternative`.
 * Only what decides and the benchmarks have the years a verdict is ranked in; all others the days that are compared.
 */
export async function layOutBars(
  db: Reader,
  question: Question,
  config: TracksConfig,
): Promise<void> {
  const { period, asOf, rules } = question
  const index = splitSeries(config.benchmark.index)
  const basket = splitSeries(config.benchmark.basket)
  await sql`
    create temp table mapped_series on commit drop as
    select m.track_id, m.role, m.position, s.*,
      case s.construct when 'basket' then basket.id else market.id end as benchmark_id
    from (
      select track_id, source, code, role, position from track_series
      where role <> 'abroad' and valid_from <= ${period.to}::date
        and coalesce(valid_until, 'infinity') >= ${period.to}::date
      union all values
        (null, ${index.source}, ${index.code}, 'benchmark', 0),
        (null, ${basket.source}, ${basket.code}, 'benchmark', 1)
      union all
      select null, split_part(name, '/', 1), substr(name, strpos(name, '/') + 1), 'alternative', n
      from unnest(${[...rules.multiverse.benchmarks]}::text[]) with ordinality as other (name, n)
    ) m
    join series s on s.source = m.source and s.code = m.code
    left join series market on market.source = ${index.source} and market.code = ${index.code}
    left join series basket on basket.source = ${basket.source} and basket.code = ${basket.code}
  `.execute(db)
  const { history, compared, last } = daysOf(question)
  // Lists of ids as arrays: of a subquery the planner expects anything, and reads all bars of all stocks.
  await sql`
    create temp table bar_in_view on commit drop as
    select * from session_bar_as_of(day_end(${asOf}::date))
    where series_id = any(array(select id from mapped_series where role in ('decides', 'benchmark')))
      and trade_date between ${history}::date and ${last}::date
    union all
    select * from session_bar_as_of(day_end(${asOf}::date))
    where series_id = any(array(
        select id from mapped_series except select id from mapped_series where role in ('decides', 'benchmark')))
      and trade_date between ${compared}::date and ${last}::date
  `.execute(db)
  await sql`create index on bar_in_view (series_id, trade_date)`.execute(db)
  await sql`analyze bar_in_view`.execute(db)
}

function daysOf({ period, previous, yearBefore, rules }: Question): {
  readonly history: string
  readonly compared: string
  readonly last: string
} {
  const day = Temporal.PlainDate.from
  const earlier = previous.from < yearBefore.from ? previous.from : yearBefore.from
  const compared = day(earlier).subtract({ days: MARGIN_DAYS }).toString()
  const years = Math.ceil(rules.secondary.history_years) + 1
  const ranked = day(period.from).subtract({ years, days: MARGIN_DAYS }).toString()
  return {
    history: ranked < compared ? ranked : compared,
    compared,
    last: day(period.to).add({ days: MARGIN_DAYS }).toString(),
  }
}

/**
 * The newest day anything was known, what a person decided of a deal included: the default day of knowledge, so that an
 * edition never depends on the clock, and never tells again what somebody put right.
 */
export async function newestKnowledge(db: Reader): Promise<CalendarDate | undefined> {
  const found = await sql<{ day: CalendarDate | null }>`
    select ((max(newest) at time zone 'Asia/Shanghai') - interval '1 microsecond')::date as day
    from (
      select max(known_from) as newest from bar
      union all select max(known_from) from event
      union all select max(since) from ruled_event
      union all select max(known_from) from claim
    ) facts
  `.execute(db)
  return found.rows[0]?.day ?? undefined
}
