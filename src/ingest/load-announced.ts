import type { Transaction } from '../load/database.ts'
import { eventsOf, standingWordings } from '../load/events-of.ts'
import { loadBatches } from '../load/import-rows.ts'
import type { Merging } from '../load/same-deals.ts'
import type { AnnouncementRow, EventRow } from '../model/rows.ts'
import { type TracksConfig, tracksOn } from '../model/tracks-config.ts'
import { announcedRows } from '../transform/announced-rows.ts'

/**
 * Reads what announcements say and loads it, in the transaction that loaded them. An event the text no longer tells of,
 * because it was edited or is read better now, is withdrawn, never deleted.
 */
export async function loadAnnounced(
  transaction: Transaction,
  announcements: readonly AnnouncementRow[],
  {
    tracks,
    ...origin
  }: {
    readonly pageId: string
    readonly now: Temporal.Instant
    readonly merging: Merging
    readonly tracks: TracksConfig
  },
): Promise<void> {
  // What stands counts, not what this page says: it may be an old one that is read again.
  const standing = await standingWordings(transaction.sql, announcements)
  const told = standing.flatMap(({ knownFrom, ...row }) =>
    announcedRows(row, tracksOn(tracks, row.publishedOn)).map((event) => ({
      ...event,
      ...(knownFrom === null ? {} : { knownFrom }),
    })),
  )
  const known = await eventsOf(transaction.sql, announcements)
  const still = new Set(told.map(keyOf))
  const withdrawn = known
    .filter((row) => !still.has(keyOf(row)) && row.status !== 'withdrawn')
    .map((row) => ({ ...row, status: 'withdrawn' }))
  const rows = [...told, ...withdrawn].map((row, index) => ({ line: index + 1, row }))
  if (rows.length === 0) return
  await loadBatches(transaction, 'events', [{ lines: rows.length, rows, rejected: [] }], origin)
}

function keyOf({ source, sourceKey = '', kind, spanStart = 0 }: EventRow): string {
  return [source, sourceKey, kind, spanStart].join('\n')
}
