import { sql } from 'kysely'
import type { Reader } from '../load/database.ts'
import type { Question } from './metric.ts'

/**
 * Lays all inflow ever announced, as known on the day asked for, into a temporary table of the transaction:
 * `inflow_in_view`, one row a deal.
 */
export async function layOutDeals(db: Reader, { asOf }: Question): Promise<void> {
  await sql`
    create temp table inflow_in_view on commit drop as
    select d.id, d.founding_event_id, coalesce(c.merged_into, c.id) as company_id, d.track, d.round, d.announced_on,
      d.announced_from, d.announced_until, d.amount_low is not null and d.amount_high is not null as is_disclosed,
      d.yuan_low, d.yuan_high
    from deal_as_of(day_end(${asOf}::date)) d
    left join company c on c.id = d.company_id
    where exclusion_of(d.kind, d.status, d.country) is null
  `.execute(db)
  await sql`create index on inflow_in_view (founding_event_id)`.execute(db)
  await sql`analyze inflow_in_view`.execute(db)
}
