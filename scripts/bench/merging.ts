import { join } from 'node:path'
import { sql } from 'kysely'
import { loadAnnounced } from '../../src/ingest/load-announced.ts'
import type { Database } from '../../src/load/database.ts'
import { openInMemory } from '../../src/load/embedded-database.ts'
import { loadBatches } from '../../src/load/import-rows.ts'
import { migrate } from '../../src/load/migrate.ts'
import type { AnnouncementRow } from '../../src/model/rows.ts'
import type { ToldEvent } from '../../src/model/told-event.ts'
import { adoptTracks } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { type ConfigFiles, readConfigFiles } from '../../src/runtime/config-files.ts'
import { announcedRows } from '../../src/transform/announced-rows.ts'
import { groupEvents } from '../../src/transform/merging/group-events.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'
import type { Bench, Measurement } from './bench.ts'
import { cpuSeconds } from './cpu-time.ts'
import { makeDealRows } from './made-deals.ts'

const SMALL = 20_000
const LARGE = 200_000
const PAGE = 500
const TOLD_EACH = 4
const REPETITIONS = 3
const MICROSECONDS = 1e6
const NOW = Temporal.Instant.from('2026-11-24T02:00:00Z')

export const merging: Bench = {
  id: 'merging',
  title: 'Events become deals',
  about: `Made-up announcements, four to a deal, each firm with up to four rounds. In memory: all events put together at once. In the embedded database: extraction, storing, merging and settling in pages of ${PAGE}; of 200,000 announcements the first and the last 20,000 are measured, one run of each: where the cost of a page grew with what is stored already, the last would be slower. Processor time of all threads; the baseline is what its group is set against.`,

  async run() {
    const files = await readConfigFiles(join(ROOT, 'config'))
    const small = toldBy(makeDealRows(SMALL))
    const large = toldBy(makeDealRows(LARGE))
    return [
      { ...inMemory(small), isBaseline: true },
      inMemory(large),
      ...(await inDatabase(makeDealRows(LARGE), files)),
    ]
  },
}

function toldBy(rows: readonly AnnouncementRow[]): readonly ToldEvent[] {
  return rows
    .flatMap((row) => announcedRows(row, []))
    .map((row, index) => ({
      id: String(index),
      key: row.sourceKey ?? '',
      companies: row.company === undefined ? [] : [row.company],
      kind: row.kind,
      status: row.status,
      round: row.round,
      from: row.announcedFrom,
      until: row.announcedUntil,
      ...(row.currency === undefined ? {} : { currency: row.currency }),
      ...(row.amountLow === undefined ? {} : { low: Number(row.amountLow) }),
      ...(row.amountHigh === undefined ? {} : { high: Number(row.amountHigh) }),
      investors: row.investors.map(({ name }) => name),
    }))
}

function inMemory(events: readonly ToldEvent[]): Measurement {
  let deals = 0
  const seconds = Array.from({ length: REPETITIONS + 1 }, () =>
    cpuSeconds(() => {
      // Fresh objects: what is remembered of an event must not carry over.
      deals = groupEvents(events.map((event) => ({ ...event }))).groups.length
    }),
  )
  return {
    what: `in memory, ${events.length} events give ${deals} deals`,
    // The first repetition only warms up.
    seconds: seconds.slice(1),
    amount: deals,
    unit: 'deals',
  }
}

/** The first and the last part of a large ledger that is loaded page by page, each as one measurement. */
async function inDatabase(
  rows: readonly AnnouncementRow[],
  files: ConfigFiles,
): Promise<readonly Measurement[]> {
  await using db = await openInMemory()
  await migrate(db, join(ROOT, 'sql'), NOW)
  await adoptTracks({ ...files, db, now: () => NOW })
  const measured: Measurement[] = []
  for (let at = 0; at < rows.length; at += SMALL) {
    const part = rows.slice(at, at + SMALL)
    const before = process.cpuUsage()
    for (let page = 0; page < part.length; page += PAGE)
      await loadPage(db, part.slice(page, page + PAGE), files)
    const { user, system } = process.cpuUsage(before)
    if (at > 0 && at + SMALL < rows.length) continue
    measured.push({
      what: `in the database, announcements ${at} to ${at + part.length}`,
      seconds: [(user + system) / MICROSECONDS],
      amount: part.length / TOLD_EACH,
      unit: 'deals',
    })
  }
  return measured
}

async function loadPage(
  db: Database,
  rows: readonly AnnouncementRow[],
  { tracks, corrections }: ConfigFiles,
): Promise<void> {
  const page = await sql<{ id: string }>`
    with r as (insert into run (command, arguments, started_at) values ('bench', '{}', ${NOW.toString()}) returning id)
    insert into page (run_id, source, method, url, requested_at, fetcher, outcome)
    select id, 'bench', 'GET', 'https://bench.example/', ${NOW.toString()}, 'bench', 'unread' from r returning id
  `.execute(db.reader)
  const origin = { pageId: page.rows[0]?.id ?? '', now: NOW, merging: MERGING }
  const lined = rows.map((row, index) => ({ line: index + 1, row }))
  await db.transaction(async (transaction) => {
    const batch = { lines: rows.length, rows: lined, rejected: [] }
    await loadBatches(transaction, 'announcements', [batch], origin)
    await loadAnnounced(transaction, rows, { ...origin, tracks, corrections })
  })
}
