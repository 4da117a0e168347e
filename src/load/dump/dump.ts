import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Database, Transaction } from '../database.ts'
import { DUMP_FORMAT, type DumpHead, rowTally } from './dump-format.ts'
import { readRows, storedTables, writePlainly } from './stored-rows.ts'

/**
 * The whole database as lines of text (dump-format.ts), as it stood at one instant: facts, history, raw pages, ledgers.
 * The queue is not in it: every waiting page is a row of the ledger of work, and the next backfill queues it again.
 */
export function dump(db: Database, now: Temporal.Instant): Readable {
  const lines = new PassThrough({ objectMode: true })
  // Trouble on either side ends both: the transaction here, and whoever reads the lines.
  db.transaction((transaction) => pipeline(dumpedLines(transaction, now), lines)).catch(
    (error: Error) => lines.destroy(error),
  )
  return lines
}

async function* dumpedLines(
  transaction: Transaction,
  now: Temporal.Instant,
): AsyncIterable<string> {
  await transaction.run('set transaction isolation level repeatable read')
  await writePlainly(transaction)
  const migrations = await sql<DumpHead['migrations'][number]>`
    select name, sha256 from schema_migration order by name
  `.execute(transaction.sql)
  const head: DumpHead = {
    feastgap: 'dump',
    format: DUMP_FORMAT,
    takenAt: now.toString(),
    barYears: await barYears(transaction),
    migrations: migrations.rows,
  }
  yield JSON.stringify(head)
  const tables = await storedTables(transaction)
  for (const stored of tables) {
    const { table, columns } = stored
    yield JSON.stringify({ table, columns })
    const tally = rowTally()
    for await (const line of readRows(transaction, stored)) {
      tally.add(line)
      yield line
    }
    yield JSON.stringify(tally.foot())
  }
  yield JSON.stringify({ end: true, tables: tables.length })
}

async function barYears(transaction: Transaction): Promise<DumpHead['barYears']> {
  const found = await sql<{ first: number; last: number }>`
    select min(year) as first, max(year) as last
    from (select substring(inhrelid::regclass::text from '[0-9]+$')::integer as year
      from pg_inherits where inhparent = 'bar'::regclass) partitions
  `.execute(transaction.sql)
  const [row] = found.rows
  if (row === undefined) throw new Error('bars have no partition')
  return [row.first, row.last]
}
