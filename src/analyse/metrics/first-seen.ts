import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { Metric } from '../metric.ts'

interface SeenRow {
  readonly track: string
  readonly round: string
  /** First day of the month of announcement. */
  readonly cohort: CalendarDate
  /** Months from there to the month it was first seen in. */
  readonly delay: number
  readonly n: number
}

export interface FirstSeen {
  /** The day of the first fetch that showed an announcement; absent where there was none. */
  readonly since?: CalendarDate
  readonly counts: readonly SeenRow[]
}

interface SeenRows {
  readonly since: CalendarDate | null
  readonly counts: readonly SeenRow[]
}

/**
 * How late inflow deals were first seen by our own fetches, counted by month of announcement and months of delay, in
 * Asia/Shanghai. What an imported file says has no first-seen date. Nor has what a source told when it was read for the
 * first time: a deal enters only where the source that showed it first was read before the deal was announced, so that
 * cohorts older than the first fetch are cut off (left truncation).
 *
 * Unit: deals.
 * Source: our own first fetches; a triangle of cohorts and delays as insurers keep it (Mack 1993).
 */
export const firstSeen: Metric<SeenRows, FirstSeen> = {
  id: 'first-seen',

  async fetch(db, { asOf }) {
    const found = await sql<SeenRows>`
      with wording as (
        select id, source, known_from from announcement where not assumed
        union all select id, source, known_from from announcement_history where not assumed
      ), told as (
        select id, source, min(known_from) as seen_at from wording
        where known_from < day_end(${asOf}::date)
        group by id, source
      ), started as (
        select source, (min(seen_at) at time zone 'Asia/Shanghai')::date as since from told group by source
      ), seen as (
        select distinct on (d.id) d.id, d.track, d.round, d.announced_on, told.source,
          (told.seen_at at time zone 'Asia/Shanghai')::date as seen_on
        from inflow_in_view d
        join deal_event link on link.deal_id = d.id
        join event e on e.id = link.event_id
        join told on told.id = e.announcement_id
        order by d.id, told.seen_at, told.source
      ), dated as (
        select track, round, date_trunc('month', announced_on)::date as cohort,
          greatest(0, (extract(year from seen_on) - extract(year from announced_on)) * 12
            + extract(month from seen_on) - extract(month from announced_on))::integer as delay
        from seen join started on started.source = seen.source and started.since <= seen.announced_on
      ), counted as (
        select track, round, cohort, delay, count(*)::integer as n from dated group by track, round, cohort, delay
      )
      select (select min(since) from started) as since,
        coalesce((select jsonb_agg(counted order by cohort, delay, track, round) from counted), '[]') as counts
    `.execute(db)
    return found.rows[0] ?? { since: null, counts: [] }
  },

  summarise: ({ since, counts }) => (since === null ? { counts } : { since, counts }),
}
