import { sql } from 'kysely'
import type { FirstDeals } from '../../model/attention-finding.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal, ratioText } from '../../model/decimal.ts'
import type { Metric } from '../metric.ts'

interface FirstDealsRow {
  readonly track: string
  readonly active: number
  readonly first: number
  readonly since: CalendarDate
}

/**
 * Investors who pay for the first time: of the investors named in a track's deals of the period, the
 * share with no recorded deal in that track before it. Names are those of the list of investors, other spellings resolved.
 * What was not recorded makes an investor look new, so the share is an upper bound. Needs `layOutDeals`.
 *
 * Unit: investors; share 0…1.
 * Source: own definition.
 */
export const firstDeals: Metric<readonly FirstDealsRow[], (track: string) => FirstDeals> = {
  id: 'first-deals',

  async fetch(db, { period, asOf }) {
    const found = await sql<FirstDealsRow>`
      with paid as (
        select d.track, known.investor, min(d.announced_on) as first_on,
          max(d.announced_on) as last_on
        from inflow_in_view d
        join event_as_of(day_end(${asOf}::date)) e on e.id = d.founding_event_id
        cross join lateral jsonb_array_elements(e.investors) i (item)
        cross join lateral investor_on(i.item ->> 'name', d.announced_on) known
        where d.announced_on <= ${period.to}::date
        group by d.track, known.investor
      )
      select track, count(*) filter (where last_on >= ${period.from}::date)::integer as active,
        count(*) filter (where first_on >= ${period.from}::date)::integer as first, min(first_on) as since
      from paid group by track order by track
    `.execute(db)
    return found.rows
  },

  summarise(rows, { rules }) {
    const minimum = rules.propositions.looking.minimum_investors
    return (track) => {
      const row = rows.find((one) => one.track === track)
      const [active, first] = [row?.active ?? 0, row?.first ?? 0]
      return {
        active,
        first,
        share:
          active < minimum
            ? { lacking: 'too-few-investors', details: { n: active, minimum } }
            : ratioText(decimal(first).div(active)),
        ...(row === undefined ? {} : { recordsSince: row.since }),
      }
    }
  },
}
