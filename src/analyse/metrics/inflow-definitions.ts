import { sql } from 'kysely'
import type { Reader } from '../../load/database.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { Question } from '../metric.ts'

/** Days a definition of the market side spans. */
export interface WindowDays {
  readonly window: string
  readonly first_day: CalendarDate
  readonly last_day: CalendarDate
}

/** Inflow deals of one round and year in a window, counted in one way. */
export interface InflowCell {
  readonly track: string
  /** `equity`: every inflow deal. `above-floor`: surely of the configured size. `sure-track`: surely of the track. */
  readonly instrument: 'equity' | 'above-floor' | 'sure-track'
  readonly window: string
  readonly side: 'now' | 'before'
  readonly round: string
  readonly year: number
  readonly disclosed: number
  readonly undisclosed: number
  /** Deals among them that may be below the floor: there is no rate of its day. */
  readonly unsure: number
  /** Yuan. */
  readonly low: string
  readonly high: string
}

/** Inflow by printed date in every window and in the same days a year before, in every way to say which deals count. */
export async function inflowCells(
  db: Reader,
  windows: readonly WindowDays[],
  { asOf, rules }: Question,
): Promise<readonly InflowCell[]> {
  const sure = Object.entries(rules.inflow.track_confidence)
    .filter(([, confidence]) => confidence >= rules.inflow.confidence_bar)
    .map(([name]) => name)
  const found = await sql<InflowCell>`
    with span as (
      select * from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb)
        as asked ("window" text, first_day date, last_day date)
    ), side as (
      select "window", 'now' as side, first_day, last_day from span
      union all
      select "window", 'before', (first_day - interval '1 year')::date,
        (last_day + 1 - interval '1 year')::date - 1 from span
    ), floor as materialized (
      select day, in_yuan(${rules.inflow.floor_usd}::numeric, 'USD', day) as yuan
      from (select distinct announced_on as day from inflow_in_view) days
      where day between (select min(first_day) from side) and (select max(last_day) from side)
    ), dealt as materialized (
      select d.track, d.round, d.announced_on, d.is_disclosed, d.yuan_low, d.yuan_high,
        d.yuan_low >= floor.yuan as is_large, d.yuan_low is not null and floor.yuan is null as lacks_rate,
        coalesce(e.evidence #>> '{track,confidence}', 'stated') = any(${sure}::text[]) as is_sure
      from inflow_in_view d join event_as_of(day_end(${asOf}::date)) e on e.id = d.founding_event_id
      join floor on floor.day = d.announced_on
    )
    select d.track, i.instrument, s."window", s.side, d.round, extract(year from d.announced_on)::integer as year,
      count(*) filter (where d.yuan_high is not null)::integer as disclosed,
      count(*) filter (where not d.is_disclosed)::integer as undisclosed,
      count(*) filter (where i.instrument = 'above-floor' and d.lacks_rate)::integer as unsure,
      coalesce(sum(d.yuan_low), 0) as low, coalesce(sum(d.yuan_high), 0) as high
    from dealt d
    join side s on d.announced_on between s.first_day and s.last_day
    cross join lateral (values ('equity', true), ('above-floor', coalesce(d.is_large, d.lacks_rate)), ('sure-track', d.is_sure))
      as i (instrument, counts)
    where i.counts
    group by d.track, i.instrument, s."window", s.side, d.round, year
  `.execute(db)
  return found.rows
}
