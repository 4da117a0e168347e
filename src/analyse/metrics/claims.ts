import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { Metric } from '../metric.ts'

export interface ClaimRow {
  readonly claimed_on: CalendarDate
  readonly outlet: string
  readonly claim: string
  readonly track: string
  readonly scope: string
  readonly period_from: CalendarDate
  readonly period_to: CalendarDate
  readonly amount_low: string | null
  readonly amount_high: string | null
  readonly currency: string | null
  readonly yuan_low: string | null
  readonly yuan_high: string | null
  readonly url: string
  readonly note: string | null
  /** Yuan of recorded inflow deals of the claim's tracks and period: the bounds of those with an amount. */
  readonly recorded_low: string
  readonly recorded_high: string
}

/** Claims that speak of days in the period, with what was recorded for their own field and their own days. */
export const claimRows: Metric<readonly ClaimRow[], readonly ClaimRow[]> = {
  id: 'claims',

  async fetch(db, { asOf, period, rules }) {
    const found = await sql<ClaimRow>`
      with scope as (
        select key as name, jsonb_array_elements_text(value) as track_id
        from jsonb_each(${JSON.stringify(rules.claim_scopes)}::jsonb)
        union all select id, id from track
      ), known_deal as materialized (
        select track, announced_from, announced_until, yuan_low, yuan_high
        from deal_as_of(day_end(${asOf}::date))
        where exclusion_of(kind, status, country) is null and yuan_low is not null
      )
      select c.claimed_on, c.outlet, c.claim, c.track, c.scope, c.period_from, c.period_to, c.amount_low,
        c.amount_high, c.currency, c.url, c.note,
        in_yuan(c.amount_low, c.currency, c.period_to) as yuan_low,
        in_yuan(c.amount_high, c.currency, c.period_to) as yuan_high,
        (select coalesce(sum(d.yuan_low) filter (
            where d.announced_from >= c.period_from and d.announced_until <= c.period_to), 0)
          from known_deal d where d.track in (select track_id from scope where name = c.track)) as recorded_low,
        (select coalesce(sum(d.yuan_high) filter (
            where d.announced_until >= c.period_from and d.announced_from <= c.period_to), 0)
          from known_deal d where d.track in (select track_id from scope where name = c.track)) as recorded_high
      from claim_as_of(day_end(${asOf}::date)) c
      where c.status = 'told' and c.period_to >= ${period.from}::date and c.period_from <= ${period.to}::date
      order by c.claimed_on, c.outlet, c.claim
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => rows,
}
