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
  await sql`
    create temp table bar_in_view on commit drop as
    select * from session_bar_as_of(day_end(${asOf}::date))
    where series_id in (select id from mapped_series)
      and trade_date between ${firstDay(question, rules.secondary.history_years)}::date
        and ${Temporal.PlainDate.from(period.to).add({ days: MARGIN_DAYS }).toString()}::date
  `.execute(db)
  await sql`create index on bar_in_view (series_id, trade_date)`.execute(db)
  await sql`analyze bar_in_view`.execute(db)
}

function firstDay({ period, yearBefore }: Question, years: number): string {
  const history = Temporal.PlainDate.from(period.from).subtract({ years: Math.ceil(years) + 1 })
  const compared = Temporal.PlainDate.from(yearBefore.from)
  const first = Temporal.PlainDate.compare(history, compared) < 0 ? history : compared
  return first.subtract({ days: MARGIN_DAYS }).toString()
}

/** The newest day anything was known: the default day of knowledge, so that an edition never depends on the clock. */
export async function newestKnowledge(db: Reader): Promise<CalendarDate | undefined> {
  const found = await sql<{ day: CalendarDate | null }>`
    select ((max(newest) at time zone 'Asia/Shanghai') - interval '1 microsecond')::date as day
    from (
      select max(known_from) as newest from bar
      union all select max(known_from) from event
      union all select max(known_from) from claim
    ) facts
  `.execute(db)
  return found.rows[0]?.day ?? undefined
}
