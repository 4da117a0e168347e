import { sql } from 'kysely'
import type { Covering } from '../model/told-event.ts'
import type { Transaction } from './database.ts'

/** Writes what totals of several rounds leave to the deals of `grouped`; only what changed is written, and unsettled. */
export async function storeCoverings(
  transaction: Transaction,
  coverings: readonly Covering[],
): Promise<void> {
  await transaction.run(`
    drop table if exists covering;
    create temp table covering (founding bigint primary key, reading text, why jsonb, rounds jsonb) on commit drop`)
  await sql`
    insert into covering
    select founding, reading, why, (select jsonb_agg(round::bigint order by round::bigint) from jsonb_array_elements_text(rounds) round)
    from jsonb_to_recordset(${JSON.stringify(coverings)}::jsonb) item (founding bigint, reading text, why jsonb, rounds jsonb)
  `.execute(transaction.sql)
  await transaction.run(`
    drop table if exists covering_moved;
    create temp table covering_moved on commit drop as
    select founding from covering
    union select g.event_id from grouped g join covering_total t on t.founding_event_id = g.event_id
    except
    select c.founding from covering c join covering_total t on t.founding_event_id = c.founding
    where row(t.reading, t.why, (
        select jsonb_agg(r.round_event_id order by r.round_event_id) from covered_round r
        where r.total_event_id = c.founding))
      is not distinct from row(c.reading, c.why, c.rounds);
    delete from covering_total t using covering_moved m where m.founding = t.founding_event_id;
    insert into covering_total (founding_event_id, reading, why)
    select founding, reading, why from covering join covering_moved using (founding);
    insert into covered_round (total_event_id, round_event_id)
    select founding, round::bigint
    from covering join covering_moved using (founding) cross join lateral jsonb_array_elements_text(rounds) round;
    insert into unsettled select founding from covering_moved on conflict do nothing`)
}
