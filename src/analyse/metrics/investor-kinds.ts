import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { KindsOfHalf } from '../../model/inflow-finding.ts'
import type { Metric } from '../metric.ts'
import { regimeOf } from '../source-regime.ts'
import { investorKinds } from './investor-parts.ts'

interface KindRow {
  /** `2023-H1` */
  readonly half: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly kinds: string[]
  readonly deals: number
  readonly yuan_low: string
  readonly yuan_high: string
}

/**
 * Who paid, half-year by half-year, from the first recorded deal to the half the period ends in: deals and yuan by kind of
 * investor over all tracks, with the part nobody knows (proposition 7). Deals count by the date as printed; one that may
 * lie in another half brings its amount, from nothing on, to each. A half with a break of the sources inside is of no
 * regime, and halves are compared within one regime only.
 *
 * Unit: deals; yuan.
 * Source: kinds by the dated dictionary and the name rules of decision 015.
 */
export const kindsOverTime: Metric<readonly KindRow[], readonly KindsOfHalf[]> = {
  id: 'investor-kinds',

  async fetch(db, { period, asOf }) {
    const found = await sql<KindRow>`
      with kinded as (
        select d.id, d.announced_on, d.announced_from, d.announced_until, d.yuan_low, d.yuan_high,
          coalesce(array_agg(distinct known.kind order by known.kind) filter (where i.item is not null), '{}') as kinds
        from inflow_in_view d
        join event_as_of(day_end(${asOf}::date)) e on e.id = d.founding_event_id
        left join lateral jsonb_array_elements(e.investors) i (item) on true
        left join lateral investor_on(i.item ->> 'name', d.announced_on) known on true
        where d.announced_from <= ${period.to}::date
        group by d.id, d.announced_on, d.announced_from, d.announced_until, d.yuan_low, d.yuan_high
      ), near as (
        select k.*, half::date as half_from, least((half + interval '6 months')::date - 1, ${period.to}::date) as half_to
        from kinded k
        cross join lateral generate_series(
          make_date(extract(year from announced_from)::integer,
            case when extract(month from announced_from) <= 6 then 1 else 7 end, 1)::timestamp,
          least(announced_until, ${period.to}::date)::timestamp, interval '6 months') half
      ), halved as (
        select half_from, kinds, (announced_on between half_from and half_to)::integer as deals,
          case when announced_from >= half_from and announced_until <= half_to then yuan_low else 0 end as yuan_low,
          yuan_high
        from near
      )
      select extract(year from half_from) || '-H' || case extract(month from half_from) when 1 then 1 else 2 end as half,
        half_from as from, (half_from + interval '6 months' - interval '1 day')::date as to,
        to_jsonb(kinds) as kinds, sum(deals)::integer as deals,
        coalesce(sum(yuan_low), 0) as yuan_low, coalesce(sum(yuan_high), 0) as yuan_high
      from halved
      group by half_from, kinds order by half_from, kinds
    `.execute(db)
    return found.rows
  },

  summarise(rows, { rules }) {
    return [...Map.groupBy(rows, ({ half }) => half)].map(([half, own]) => {
      const [span] = own as [KindRow, ...KindRow[]]
      const groups = own.map(({ kinds, deals, yuan_low: low, yuan_high: high }) => ({
        kinds,
        deals,
        yuan: { low, high },
      }))
      return { half, ...regimeOf(span, rules.gap.breaks), ...investorKinds(groups) }
    })
  },
}
