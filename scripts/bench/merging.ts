import { join } from 'node:path'
import { loadAnnounced } from '../../src/ingest/load-announced.ts'
import type { Database } from '../../src/load/database.ts'
import { openInMemory } from '../../src/load/embedded-database.ts'
import { loadBatches } from '../../src/load/import-rows.ts'
import { migrate } from '../../src/load/migrate.ts'
import type { ToldEvent } from '../../src/model/told-event.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'
import { adoptTracks } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { type ConfigFiles, readConfigFiles } from '../../src/runtime/config-files.ts'
import { announcedRows } from '../../src/transform/announced-rows.ts'
import { groupEvents } from '../../src/transform/merging/group-events.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'
import { enterMadePage } from '../../test/support/made-page.ts'
import type { Bench, Measurement } from './bench.ts'
import { cpuSeconds, cpuSecondsSoFar } from './clocks.ts'
import { makeDealRows } from './made-deals.ts'

const SMALL = 20_000
const LARGE = 200_000
/** How many announcements are loaded whole; a night is added to the first and the last of `HISTORIES`. */
const LOADS = [5_000, SMALL, 50_000, LARGE]
const HISTORIES: readonly number[] = [SMALL, LARGE]
const NIGHT = 200
const NIGHTS = 7
const PAGE = 500
const REPETITIONS = 3
const NOW = Temporal.Instant.from('2026-11-24T02:00:00Z')

export const merging: Bench = {
  id: 'merging',
  title: 'Events become deals',
  about: `Made-up announcements, four to a deal, each firm with up to four rounds. In memory: all events put together at once. In the embedded database: extraction, storing, merging and settling in pages of ${PAGE}, each count in a database of its own; where an announcement cost more the more there are, the larger counts would be slower than the first. Then ${NIGHTS} nights of ${NIGHT} announcements each, upon ${HISTORIES.join(' and upon ')} that are stored. Processor time of all threads; each group is set against its first line.`,

  async run() {
    const files = await readConfigFiles(join(ROOT, 'config'))
    const loads: Measurement[] = []
    const nights: Measurement[] = []
    for (const count of LOADS) {
      const loaded = await inDatabase(count, files)
      loads.push(loaded.whole)
      nights.push(...loaded.nights)
    }
    return [
      inMemory(toldBy(makeDealRows(SMALL))),
      inMemory(toldBy(makeDealRows(LARGE))),
      ...loads,
      ...nights,
    ].map((measurement, at, all) =>
      all[at - 1]?.unit === measurement.unit ? measurement : { ...measurement, isBaseline: true },
    )
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

/** A ledger that is loaded page by page, and nights upon it. */
async function inDatabase(
  count: number,
  files: ConfigFiles,
): Promise<{ readonly whole: Measurement; readonly nights: readonly Measurement[] }> {
  await using db = await openInMemory()
  await migrate(db, join(ROOT, 'sql'), NOW)
  await adoptTracks({ ...files, db, now: () => NOW })
  const nights = HISTORIES.includes(count) ? NIGHTS : 0
  const rows = makeDealRows(count + nights * NIGHT)
  const load = async (from: number, until: number): Promise<number> => {
    const before = cpuSecondsSoFar()
    for (let at = from; at < until; at += PAGE)
      await loadPage(db, rows.slice(at, Math.min(at + PAGE, until)), files)
    return cpuSecondsSoFar() - before
  }
  const whole = await load(0, count)
  const seconds: number[] = []
  for (let at = count; at < rows.length; at += NIGHT) seconds.push(await load(at, at + NIGHT))
  return {
    whole: {
      what: `in the database, ${count} announcements`,
      seconds: [whole],
      amount: count,
      unit: 'announcements',
    },
    nights:
      nights === 0 ? [] : [{ what: `a night upon ${count}`, seconds, amount: 1, unit: 'nights' }],
  }
}

async function loadPage(
  db: Database,
  rows: readonly AnnouncementRow[],
  { tracks, corrections }: ConfigFiles,
): Promise<void> {
  const origin = { pageId: await enterMadePage(db.reader, NOW), now: NOW, merging: MERGING }
  const lined = rows.map((row, index) => ({ line: index + 1, row }))
  await db.transaction(async (transaction) => {
    const batch = { lines: rows.length, rows: lined, rejected: [] }
    await loadBatches(transaction, 'announcements', [batch], origin)
    await loadAnnounced(transaction, rows, { ...origin, tracks, corrections })
  })
}
