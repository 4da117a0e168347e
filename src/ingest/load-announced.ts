import type { Transaction } from '../load/database.ts'
import { eventsOf, standingWordings } from '../load/events-of.ts'
import { loadBatches } from '../load/import-rows.ts'
import type { Merging } from '../load/same-deals.ts'
import type { CorrectionsConfig } from '../model/corrections-config.ts'
import type { AnnouncementRow, EventRow } from '../model/rows.ts'
import { type TracksConfig, tracksOn } from '../model/tracks-config.ts'
import { announcedRows } from '../transform/announced-rows.ts'
import { applyCorrections } from '../transform/apply-corrections.ts'

/**
 * Reads what announcements say and loads it, in the transaction that loaded them. An event the text no longer tells of,
 * because it was edited or is read better now, is withdrawn, never deleted. Returns the corrections whose source has healed.
 */
export async function loadAnnounced(
  transaction: Transaction,
  announcements: readonly AnnouncementRow[],
  {
    tracks,
    corrections,
    ...origin
  }: {
    readonly pageId: string
    readonly now: Temporal.Instant
    readonly merging: Merging
    readonly tracks: TracksConfig
    readonly corrections: CorrectionsConfig
  },
): Promise<readonly string[]> {
  // What stands counts, not what this page says: it may be an old one that is read again.
  const standing = await standingWordings(transaction.sql, announcements)
  const read = standing.flatMap(({ knownFrom, ...row }) =>
    announcedRows(row, tracksOn(tracks, row.publishedOn)).map((event) => ({
      ...event,
      ...(knownFrom === null ? {} : { knownFrom }),
    })),
  )
  const { rows: told, healed } = applyCorrections(read, corrections)
  const known = await eventsOf(transaction.sql, announcements)
  const still = new Set(told.map(keyOf))
  const withdrawn = known
    .filter((row) => !still.has(keyOf(row)) && row.status !== 'withdrawn')
    .map((row) => ({ ...row, status: 'withdrawn' }))
  const rows = [...told, ...withdrawn].map((row, index) => ({ line: index + 1, row }))
  if (rows.length === 0) return healed
  await loadBatches(transaction, 'events', [{ lines: rows.length, rows, rejected: [] }], origin)
  return healed
}

function keyOf({ source, sourceKey = '', kind, spanStart = 0 }: EventRow): string {
  return [source, sourceKey, kind, spanStart].join('\n')
}
