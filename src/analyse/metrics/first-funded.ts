import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { capGroup } from '../../model/caps.ts'
import type { FirstFunded } from '../../model/inflow-finding.ts'
import type { Known } from '../../model/known.ts'
import type { Metric } from '../metric.ts'

interface FirstDealRow {
  readonly track: string
  readonly round: string
  readonly companies: number
  readonly since: CalendarDate
}

/**
 * Companies funded for the first time: those whose earliest recorded inflow was announced in the period, by the track of
 * that deal. Earlier rounds may have gone unrecorded, so this is the high bound; the low one takes only rounds that are by
 * name first ones.
 *
 * Unit: companies.
 * Source: “newly funded companies” of the AI Index, without its floor.
 */
export const firstFunded: Metric<readonly FirstDealRow[], (track: string) => Known<FirstFunded>> = {
  id: 'first-funded',

  async fetch(db, { period }) {
    const found = await sql<FirstDealRow>`
      with first_deal as (
        select distinct on (company_id) company_id, track, round, announced_on
        from inflow_in_view where company_id is not null
        order by company_id, announced_on, id
      )
      select track, round, count(*)::integer as companies, (select min(announced_on) from inflow_in_view) as since
      from first_deal
      where announced_on between ${period.from}::date and ${period.to}::date
      group by track, round order by track, round
    `.execute(db)
    return found.rows
  },

  summarise(rows, { rules, period }) {
    return (track) => {
      const own = rows.filter((row) => row.track === track)
      const [first] = rows
      if (first === undefined || first.since >= period.from)
        return { lacking: 'no-earlier-records' }
      const named = own.filter(({ round }) => rules.inflow.first_rounds.includes(capGroup(round)))
      return {
        companies: { low: companiesIn(named), high: companiesIn(own) },
        recordsSince: first.since,
      }
    }
  },
}

function companiesIn(rows: readonly FirstDealRow[]): number {
  return rows.reduce((sum, { companies }) => sum + companies, 0)
}
