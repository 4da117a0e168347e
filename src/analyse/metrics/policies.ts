import { sql } from 'kysely'
import type { PolicyLine } from '../../model/findings.ts'
import type { Metric } from '../metric.ts'

interface PolicyRow extends Omit<PolicyLine, 'on'> {
  readonly event_on: PolicyLine['on']
}

/**
 * Policy and industry events of the period, marked on the time axis.
 *
 * Unit: events.
 * Source: the dated rows of events, each with its link.
 */
export const policies: Metric<readonly PolicyRow[], readonly PolicyLine[]> = {
  id: 'policies',

  async fetch(db, { asOf, period }) {
    const found = await sql<PolicyRow>`
      select event_on, precision, event, kind, track, url
      from policy_as_of(day_end(${asOf}::date))
      where event_on between ${period.from}::date and ${period.to}::date
      order by event_on, event
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => rows.map(({ event_on, ...line }) => ({ on: event_on, ...line })),
}
