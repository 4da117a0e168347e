import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** Two events a person should look at, and what speaks for and against their being one. */
export interface DoubtfulPair {
  readonly events: readonly [string, string]
  /** 0 to 1. */
  readonly score: number
  readonly why: readonly string[]
}

/** Keeps the doubtful pairs of `grouped`, and no others of its events. */
export async function storeDoubts(
  transaction: Transaction,
  doubtful: readonly DoubtfulPair[],
): Promise<void> {
  await transaction.run(`
    drop table if exists doubt;
    create temp table doubt (a bigint, b bigint, score numeric, why jsonb, primary key (a, b)) on commit drop`)
  await sql`
    insert into doubt
    select (item #>> '{events,0}')::bigint, (item #>> '{events,1}')::bigint, (item ->> 'score')::numeric, item -> 'why'
    from jsonb_array_elements(${JSON.stringify(doubtful)}::jsonb) item
    on conflict do nothing
  `.execute(transaction.sql)
  await transaction.run(`
    delete from doubtful_pair d using grouped a, grouped b
    where a.event_id = d.event_a and b.event_id = d.event_b
      and not exists (select from doubt where doubt.a = d.event_a and doubt.b = d.event_b);
    insert into doubtful_pair as d (event_a, event_b, score, why) select a, b, score, why from doubt
    on conflict (event_a, event_b) do update set score = excluded.score, why = excluded.why
    where row(d.score, d.why) is distinct from row(excluded.score, excluded.why)`)
}
