import type { Database } from '../load/database.ts'
import { loadBatches } from '../load/import-rows.ts'
import { keepImportedPage, packBytes } from '../load/pages.ts'
import { type Applied, applyRulings } from '../load/review.ts'
import { finishRun, startRun } from '../load/runs.ts'
import type { Ruling } from '../model/ruling.ts'
import type { EventRow } from '../model/told-rows.ts'
import { readHandMade } from '../transform/hand-made-deal.ts'
import { MERGING } from '../transform/merging/merging.ts'

interface RulingEffects {
  readonly db: Database
  readonly now: () => Temporal.Instant
}

/** What is wrong with decisions that add a deal, by their place; one that cannot be read is not taken. */
export function problemsOf(ruling: Ruling): readonly string[] {
  if (ruling.decision !== 'add') return []
  const read = readHandMade(ruling.deal)
  if (!read.ok) return read.problems
  const [{ sourceKey, source }] = ruling.events
  return sourceKey === read.value.key.sourceKey && source === read.value.key.source
    ? []
    : ['the deal is not the one its event names']
}

/** Loads the deals that were added by hand as any curated row is, then obeys all decisions. */
export async function takeRulings(
  rulings: readonly Ruling[],
  { db, now }: RulingEffects,
): Promise<Applied> {
  const added = rulings.flatMap((ruling) => {
    const read = ruling.decision === 'add' ? readHandMade(ruling.deal) : undefined
    return read?.ok === true ? [read.value.row] : []
  })
  if (added.length > 0) await loadAdded(added, { db, now })
  return applyRulings(db, rulings, { merging: MERGING, now: now() })
}

async function loadAdded(rows: readonly EventRow[], { db, now }: RulingEffects): Promise<void> {
  const run = await startRun(db, {
    command: 'review',
    arguments: { added: rows.length },
    now: now(),
  })
  const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const page = { name: 'by-hand.jsonl', ...packBytes(bytes) }
  await db.transaction(async (transaction) => {
    const pageId = await keepImportedPage(transaction, page, { id: run, now: now() })
    const lined = rows.map((row, index) => ({ line: index + 1, row }))
    const batch = { lines: rows.length, rows: lined, rejected: [] }
    await loadBatches(transaction, 'events', [batch], { pageId, now: now(), merging: MERGING })
  })
  await finishRun(db, { id: run, outcome: 'done', now: now() })
}
