import { join } from 'node:path'
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
import type { BarRow } from '../../src/model/market-rows.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'
import { enterMadePage } from '../../test/support/made-page.ts'

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
  return enterMadePage(db.reader, NOW)
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
