import { sql } from 'kysely'
import type { Unit } from '../model/rows.ts'
import type { Transaction } from './database.ts'
import { settleDeals } from './deals.ts'
import { learnInvestors } from './investor-names.ts'
import { fillIn, type Merged, mergeRows, type Provenance } from './merge.ts'
import { forgetRejections, type RejectedLine, storeRejections } from './rejections.ts'
import { EVENTS_OF_PAGE, type Merging, putTogether } from './same-deals.ts'
import {
  type Conflict,
  copyStaged,
  type LinedRow,
  openStaging,
  takeOutConflicts,
  toStagedText,
} from './staging.ts'
import type { LoadUnit } from './units/load-unit.ts'
import { UNITS } from './units/registry.ts'

/** What one batch of a file gave: rows that read well, and lines that did not. */
export interface ReadBatch<U extends Unit> {
  readonly lines: number
  readonly rows: readonly LinedRow<U>[]
  readonly rejected: readonly RejectedLine[]
}

export interface Imported extends Merged {
  readonly lines: number
  readonly rejected: number
}

/** Units a deal is made of: when one of them changed, deals are settled again in the same transaction. */
const MAKES_DEALS: ReadonlySet<Unit> = new Set(['events', 'aliases', 'fx'])
/** What of a page is grouped anew; a rate touches every deal. */
const REGROUPS: Partial<Record<Unit, { readonly events: string; readonly keys?: string }>> = {
  events: { events: EVENTS_OF_PAGE },
  aliases: {
    events: 'select null::bigint where false',
    keys: 'select name_key as key from staged union select other_key from staged',
  },
}

/**
 * Loads all batches of one page in the transaction at hand: staging, conflicts within the page, merge, rejections, and
 * the deals they change; or nothing.
 */
export async function loadBatches<U extends Unit>(
  transaction: Transaction,
  unitName: U,
  batches: AsyncIterable<ReadBatch<U>> | Iterable<ReadBatch<U>>,
  origin: Provenance & { readonly pageId: string; readonly merging: Merging },
): Promise<Imported> {
  const unit: LoadUnit<U> = UNITS[unitName]
  // What is staged is sorted and joined in memory as far as this goes; the default of 4 MB is for many small queries.
  await transaction.run("set local work_mem = '64MB'")
  await openStaging(transaction, unit)
  const { lines, rejected } = await stageBatches(transaction, unit, batches, origin.pageId)
  const { conflicts, isRepeated } = await takeOutConflicts(transaction, unit)
  await storeRejections(transaction, origin.pageId, conflicts.map(toRejection))
  for (const statement of unit.prepare) await transaction.run(fillIn(statement, origin))
  const merged = await runAfter(
    transaction,
    unit,
    await mergeRows(transaction, { ...unit, isRepeated }, origin),
    origin,
  )
  await learnInvestors(transaction, origin.merging, unitName)
  if (MAKES_DEALS.has(unitName) && merged.inserted + merged.updated > 0) {
    const own = REGROUPS[unitName]
    if (own === undefined) await settleDeals(transaction, { pageId: undefined, now: origin.now })
    else await putTogether(transaction, origin.merging, { ...own, now: origin.now })
  }
  return { ...merged, lines, rejected: rejected + new Set(conflicts.map(({ line }) => line)).size }
}

/** The database takes one batch in while the next is read. */
export async function stageBatches<U extends Unit>(
  transaction: Transaction,
  unit: LoadUnit<U>,
  batches: AsyncIterable<ReadBatch<U>> | Iterable<ReadBatch<U>>,
  pageId: string,
): Promise<Pick<Imported, 'lines' | 'rejected'>> {
  let [lines, rejected] = [0, 0]
  let taken = Promise.resolve()
  try {
    for await (const batch of batches) {
      lines += batch.lines
      rejected += batch.rejected.length
      const text = toStagedText(unit, batch.rows)
      await taken
      await storeRejections(transaction, pageId, batch.rejected)
      taken = copyStaged(transaction, unit, text)
      // Whatever it fails of is told where it is waited for.
      taken.catch(() => {})
    }
  } finally {
    await taken
  }
  return { lines, rejected }
}

/** What a unit does once its rows are in; it may know better than the merge what that changed. */
async function runAfter(
  transaction: Transaction,
  { after = [] }: Pick<LoadUnit, 'after'>,
  merged: Merged,
  origin: Provenance,
): Promise<Merged> {
  let told = merged
  for (const statement of after) {
    const { rows } = await sql
      .raw<Partial<Record<'inserted' | 'updated', string>>>(fillIn(statement, origin))
      .execute(transaction.sql)
    const { inserted, updated } = rows[0] ?? {}
    if (inserted === undefined || updated === undefined) continue
    const total = merged.inserted + merged.updated + merged.unchanged
    const changed = Number(inserted) + Number(updated)
    told = {
      inserted: Number(inserted),
      updated: Number(updated),
      unchanged: Math.max(0, total - changed),
    }
  }
  return told
}

/** Loads an imported file and writes what it gave, in the same transaction. */
export async function importRows<U extends Unit>(
  transaction: Transaction,
  unitName: U,
  batches: AsyncIterable<ReadBatch<U>>,
  origin: Provenance & {
    readonly pageId: string
    readonly merging: Merging
    readonly kind: string
    readonly charset: string
  },
): Promise<Imported> {
  await forgetRejections(transaction, origin.pageId)
  const imported = await loadBatches(transaction, unitName, batches, origin)
  const { lines, inserted, updated, unchanged, rejected } = imported
  await sql`
    insert into import_file (page_id, kind, charset, lines, inserted, updated, unchanged, rejected)
    values (${origin.pageId}, ${origin.kind}, ${origin.charset}, ${lines}, ${inserted}, ${updated}, ${unchanged},
      ${rejected})
    on conflict (page_id) do update set kind = excluded.kind, charset = excluded.charset, lines = excluded.lines,
      inserted = excluded.inserted, updated = excluded.updated, unchanged = excluded.unchanged,
      rejected = excluded.rejected
  `.execute(transaction.sql)
  return imported
}

function toRejection({ line, key, lines }: Conflict): RejectedLine {
  const reason = `lines ${lines.join(', ')} give different values for the same row (${key}): keep the right one`
  return { line, reasons: [reason] }
}
