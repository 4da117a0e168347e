import { sql } from 'kysely'
import type { Transaction } from './database.ts'

export interface Trouble {
  readonly key: string
  readonly what: string
}

/** Replaces what owners were last told by what is true now. Returns the difference, which nobody else gets as well. */
export async function exchangeTroubles(
  { sql: db }: Transaction,
  troubles: readonly Trouble[],
  now: Temporal.Instant,
): Promise<{ readonly appeared: readonly string[]; readonly gone: readonly string[] }> {
  const lines = JSON.stringify(troubles)
  const gone = await sql<{ what: string }>`
    delete from trouble where key not in (select item ->> 'key' from jsonb_array_elements(${lines}::jsonb) item)
    returning what
  `.execute(db)
  const appeared = await sql<{ what: string }>`
    insert into trouble (key, what, since)
    select item ->> 'key', item ->> 'what', ${now.toString()} from jsonb_array_elements(${lines}::jsonb) item
    on conflict (key) do nothing
    returning what
  `.execute(db)
  return {
    appeared: appeared.rows.map(({ what }) => what),
    gone: gone.rows.map(({ what }) => what),
  }
}
