import { sql } from 'kysely'
import type { Covering } from '../model/told-event.ts'
import type { Transaction } from './database.ts'

/** Writes what totals of several rounds leave to the deals of `grouped`. */
export async function storeCoverings(
  transaction: Transaction,
  coverings: readonly Covering[],
): Promise<void> {
  await transaction.run(`
    delete from covering_total t using grouped g where g.event_id = t.founding_event_id`)
  if (coverings.length === 0) return
  const given = JSON.stringify(coverings)
  await sql`
    insert into covering_total (founding_event_id, reading, why)
    select founding, reading, why
    from jsonb_to_recordset(${given}::jsonb) item (founding bigint, reading text, why jsonb)
  `.execute(transaction.sql)
  await sql`
    insert into covered_round (total_event_id, round_event_id)
    select founding, round::bigint
    from jsonb_to_recordset(${given}::jsonb) item (founding bigint, rounds jsonb)
    cross join lateral jsonb_array_elements_text(rounds) round
  `.execute(transaction.sql)
}
