import { sql } from 'kysely'
import type { Database } from './database.ts'

export type RunOutcome = 'done' | 'partly' | 'held' | 'failed'

/** Enters a run of a command, which its pages and partitions then name. Returns its id. */
export async function startRun(
  db: Database,
  run: {
    readonly command: string
    readonly arguments: Readonly<Record<string, unknown>>
    readonly now: Temporal.Instant
  },
): Promise<string> {
  const inserted = await sql<{ id: string }>`
    insert into run (command, arguments, started_at)
    values (${run.command}, ${JSON.stringify(run.arguments)}, ${run.now.toString()})
    returning id
  `.execute(db.reader)
  const [row] = inserted.rows
  if (row === undefined) throw new Error('the run row was not written')
  return row.id
}

/** Writes how a run ended; one that was killed stays without an end. */
export async function finishRun(
  db: Database,
  run: { readonly id: string; readonly outcome: RunOutcome; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update run set finished_at = ${run.now.toString()}, outcome = ${run.outcome} where id = ${run.id}
  `.execute(db.reader)
}
