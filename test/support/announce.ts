import { loadAnnounced } from '../../src/ingest/load-announced.ts'
import type { Database } from '../../src/load/database.ts'
import { loadBatches } from '../../src/load/import-rows.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { CorrectionsConfig } from '../../src/model/corrections-config.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'
import type { TracksConfig } from '../../src/model/tracks-config.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'
import { NOW } from './databases.ts'
import { enterMadePage } from './made-page.ts'

/** An announcement of a source, under an address of its own. */
export function told(
  source: string,
  title: string,
  day = '2026-11-20',
  body?: string,
): AnnouncementRow {
  return {
    source,
    sourceKey: `https://${source}.example/${title.slice(0, 12)}`,
    url: `https://${source}.example/1`,
    title,
    publishedOn: day as CalendarDate,
    ...(body === undefined ? {} : { body }),
  }
}

/** Loads announcements as a fetched page would. Returns the corrections whose source has healed. */
export async function announce(
  db: Database,
  tracks: TracksConfig,
  rows: readonly AnnouncementRow[],
  {
    now = NOW,
    corrections = [],
  }: { readonly now?: Temporal.Instant } & Partial<CorrectionsConfig> = {},
): Promise<readonly string[]> {
  const origin = { pageId: await enterMadePage(db.reader, now), now, merging: MERGING }
  const batch = {
    lines: rows.length,
    rows: rows.map((row, index) => ({ line: index + 1, row })),
    rejected: [],
  }
  return db.transaction(async (transaction) => {
    await loadBatches(transaction, 'announcements', [batch], origin)
    return loadAnnounced(transaction, rows, { ...origin, tracks, corrections: { corrections } })
  })
}
