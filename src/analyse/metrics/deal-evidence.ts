import { sql } from 'kysely'
import type { Reader } from '../../load/database.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'

/** Until when an earlier edition could know anything, on both time axes. */
export interface Horizon {
  /** Its day of knowledge. */
  readonly asOf: CalendarDate
  /** When it was rendered: what was stored later it could not know. */
  readonly renderedAt: Temporal.Instant
}

export interface DealEvidence {
  readonly deal_id: string
  /** Some telling of it could be known then, whatever it said. */
  readonly was_known: boolean
  /** Some state of its tellings rests on a page that came, or could be known, only afterwards. */
  readonly has_more: boolean
}

/** What the tellings of some deals rest on, as seen from an earlier edition. A page read anew is no new evidence. */
export async function dealEvidence(
  db: Reader,
  deals: readonly string[],
  { asOf, renderedAt }: Horizon,
): Promise<ReadonlyMap<string, DealEvidence>> {
  if (deals.length === 0) return new Map()
  const found = await sql<DealEvidence>`
    with told as (
      select l.deal_id, state.known_from, state.is_current,
        coalesce(p.requested_at, state.recorded_at) <= ${renderedAt.toString()}::timestamptz
          and state.known_from <= day_end(${asOf}::date) as is_then
      from deal_event l
      join event e on e.id = l.event_id
      cross join lateral (
        select e.known_from, e.recorded_at, e.page_id, true as is_current
        union all
        select h.known_from, h.recorded_at, h.page_id, false from event_history h
        where h.announcement_id = e.announcement_id and h.kind = e.kind and h.span_start = e.span_start
      ) state
      left join page p on p.id = state.page_id
      where l.deal_id = any(${[...deals]}::bigint[])
    )
    select deal_id::text, bool_or(is_then) as was_known, bool_or(is_current and not is_then) as has_more
    from told group by deal_id
  `.execute(db)
  return new Map(found.rows.map((row) => [row.deal_id, row]))
}
