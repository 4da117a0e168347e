import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../../src/load/database.ts'
import {
  type Imported,
  loadBatches,
  type ReadBatch,
  stageBatches,
} from '../../src/load/import-rows.ts'
import { migrate } from '../../src/load/migrate.ts'
import { openStaging } from '../../src/load/staging.ts'
import { UNITS } from '../../src/load/units/registry.ts'
import type { BarRow } from '../../src/model/rows.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'

const NOW = Temporal.Instant.from('2026-11-24T02:00:00Z')

/** As many rows as a block of a file of prices brings. */
const BATCH = 5000

function* batchesOf(rows: readonly BarRow[]): Generator<ReadBatch<'bars'>> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const part = rows.slice(at, at + BATCH)
    const lined = part.map((row, index) => ({ line: at + index + 1, row }))
    yield { lines: part.length, rows: lined, rejected: [] }
  }
}

/** A migrated database, and the page its bars are said to come from. */
export async function prepareForBars(db: Database): Promise<string> {
  await migrate(db, join(ROOT, 'sql'), NOW)
  const page = await sql<{ id: string }>`
    with r as (insert into run (command, arguments, started_at) values ('bench', '{}', ${NOW.toString()}) returning id)
    insert into page (run_id, source, method, url, requested_at, fetcher, outcome)
    select id, 'bench', 'GET', 'https://bench.example/', ${NOW.toString()}, 'bench', 'unread' from r returning id
  `.execute(db.reader)
  return page.rows[0]?.id ?? ''
}

/** The first half of a load: typed rows reach the staging table. */
export async function stageBars(db: Database, rows: readonly BarRow[]): Promise<void> {
  await db.transaction(async (transaction) => {
    await openStaging(transaction, UNITS.bars)
    await stageBatches(transaction, UNITS.bars, batchesOf(rows), '0')
  })
}

/** A whole load: staging, conflicts within the page, merge, comparison with other sources. */
export async function loadBars(
  db: Database,
  rows: readonly BarRow[],
  pageId: string,
): Promise<Imported> {
  const origin = { pageId, now: NOW, merging: MERGING }
  return db.transaction((transaction) => loadBatches(transaction, 'bars', batchesOf(rows), origin))
}
