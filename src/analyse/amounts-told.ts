import { type RawBuilder, sql } from 'kysely'
import type { CalendarDate } from '../model/calendar-date.ts'

/**
 * A query of what was ever said of the amount of each inflow deal, edited texts in each of their states, as known on a
 * day: of several readings of one state the newest. Totals of several rounds, plans and rumours say nothing of it. Needs
 * `layOutDeals`.
 */
export function amountsTold(asOf: CalendarDate): RawBuilder<unknown> {
  return sql`
    select distinct on (e.id, state.known_from)
      d.id as deal_id, d.announced_on, state.round, state.amount_text, state.currency, state.amount_low, state.amount_high,
      state.known_from, ((state.known_from at time zone 'Asia/Shanghai') - interval '1 microsecond')::date as told_on,
      e.id as event_id, coalesce(a.url, state.urls ->> 0, '') as url, coalesce(state.page_id, a.page_id) as page_id
    from inflow_in_view d
    join deal_event link on link.deal_id = d.id
    join event e on e.id = link.event_id
    join announcement a on a.id = e.announcement_id
    cross join lateral (
      select e.status, e.covers, e.round, e.amount_text, e.currency, e.amount_low, e.amount_high, e.urls, e.known_from,
        e.recorded_at, e.page_id
      union all
      select h.status, h.covers, h.round, h.amount_text, h.currency, h.amount_low, h.amount_high, h.urls, h.known_from,
        h.recorded_at, h.page_id
      from event_history h
      where (h.announcement_id, h.kind, h.span_start) = (e.announcement_id, e.kind, e.span_start)
    ) state
    where state.known_from <= day_end(${asOf}::date) and state.status = 'closed' and state.covers is null
    order by e.id, state.known_from, state.recorded_at desc
  `
}
