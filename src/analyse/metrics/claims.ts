import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { ClaimDeal } from '../../model/claim-finding.ts'
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
  readonly source: string | null
  readonly source_key: string | null
  readonly rule: string | null
  readonly span: string | null
  /** Yuan of recorded inflow deals of the claim's tracks and period: the bounds of those with an amount. */
  readonly recorded_low: string
  readonly recorded_high: string
  /** Deals whose date may lie in the period. */
  readonly n: number
  readonly undisclosed: number
  readonly largest: (Pick<ClaimDeal, 'dealId' | 'company' | 'announcedOn'> & {
    readonly low: string | null
    readonly high: string | null
  })[]
  /** Internal spending of the same tracks and period, status by status. */
  readonly internal: {
    readonly status: string
    readonly n: number
    readonly undisclosed: number
    readonly low: string
    readonly high: string
  }[]
}

/** Deals shown beside a claim. */
const SHOWN = 5

/**
 * Claims that speak of days in the period, with what was recorded for their own field and their own days.
 *
 * Unit: yuan.
 * Source: public statements with outlet, day and link; their own words kept beside the bounds.
 */
export const claimRows: Metric<readonly ClaimRow[], readonly ClaimRow[]> = {
  id: 'claims',

  async fetch(db, { asOf, period, rules }) {
    const found = await sql<ClaimRow>`
      with scope as (
        select key as name, jsonb_array_elements_text(value) as track_id
        from jsonb_each(${JSON.stringify(rules.claim_scopes)}::jsonb)
        union all select id, id from track
      ), known_deal as materialized (
        select d.id, d.track, d.status, d.announced_on, d.announced_from, d.announced_until, d.yuan_low, d.yuan_high,
          d.amount_low is null as is_undisclosed, coalesce(c.name, '') as company,
          exclusion_of(d.kind, d.status, d.country) is null as is_inflow
        from deal_as_of(day_end(${asOf}::date)) d
        left join company c on c.id = d.company_id
        where exclusion_of(d.kind, d.status, d.country) is null
          or (exclusion_of(d.kind, d.status, d.country) = 'internal' and d.country = 'CN')
      )
      select c.claimed_on, c.outlet, c.claim, c.track, c.scope, c.period_from, c.period_to, c.amount_low,
        c.amount_high, c.currency, c.url, c.note, c.source, c.source_key, c.rule,
        c.span_in || ' ' || c.span_start || '-' || c.span_end as span,
        in_yuan(c.amount_low, c.currency, c.period_to) as yuan_low,
        in_yuan(c.amount_high, c.currency, c.period_to) as yuan_high,
        r.recorded_low, r.recorded_high, r.n, r.undisclosed, r.largest, i.internal
      from claim_as_of(day_end(${asOf}::date)) c
      cross join lateral (
        select count(*)::integer as n, count(*) filter (where d.is_undisclosed)::integer as undisclosed,
          coalesce(sum(d.yuan_low) filter (
            where d.announced_from >= c.period_from and d.announced_until <= c.period_to), 0) as recorded_low,
          coalesce(sum(d.yuan_high), 0) as recorded_high,
          coalesce(jsonb_agg(jsonb_build_object('dealId', d.id::text, 'company', d.company,
              'announcedOn', d.announced_on, 'low', d.yuan_low::text, 'high', d.yuan_high::text) order by d.place)
            filter (where d.place <= ${SHOWN}), '[]') as largest
        from (
          select *, row_number() over (order by yuan_high desc nulls last, announced_on, company, id) as place
          from known_deal
          where is_inflow and announced_until >= c.period_from and announced_from <= c.period_to
            and track in (select track_id from scope where name = c.track)
        ) d
      ) r
      cross join lateral (
        select coalesce(jsonb_agg(to_jsonb(sums) order by sums.status), '[]') as internal
        from (
          select status, count(*)::integer as n, count(*) filter (where is_undisclosed)::integer as undisclosed,
            coalesce(sum(yuan_low) filter (
              where announced_from >= c.period_from and announced_until <= c.period_to), 0)::text as low,
            coalesce(sum(yuan_high), 0)::text as high
          from known_deal
          where not is_inflow and announced_until >= c.period_from and announced_from <= c.period_to
            and track in (select track_id from scope where name = c.track)
          group by status
        ) sums
      ) i
      where c.status = 'told' and c.period_to >= ${period.from}::date and c.period_from <= ${period.to}::date
      order by c.claimed_on, c.outlet, c.claim
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => rows,
}
