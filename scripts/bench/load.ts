import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '../../src/load/database.ts'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { makeFolder } from '../../test/support/folders.ts'
import { findServerPrograms } from '../../test/support/server-programs.ts'
import { needPostgres } from '../../test/support/start-postgres.ts'
import type { Bench, Measurement } from './bench.ts'
import { wallSeconds } from './clocks.ts'
import { inTurns, type Step } from './in-turns.ts'
import { loadBars, prepareForBars, stageBars } from './load-bars.ts'
import { makeBars, makeSessions } from './made-bars.ts'

const STOCKS = 100
const SESSIONS = 2000
const REPETITIONS = 5

export const load: Bench = {
  id: 'load',
  title: 'Rows reach the database',
  about: `${STOCKS * SESSIONS} made-up bars (${STOCKS} stocks, ${SESSIONS} sessions, eleven columns filled), ${REPETITIONS} times each, in turns, by the wall clock. The baseline is \`psql \\copy\` of the same rows, as they stand in the table in the end, into that same keyed table, emptied before, on the same server. Bars to hold: staging 0.80, a first load 0.45, a repeated load (which must change no row) 0.45, staging in the embedded database on disk 0.50.`,

  async run() {
    using server = await needPostgres()
    await using db = openPostgres(server.url)
    using folder = makeFolder()
    await using embedded = await openEmbedded(join(folder.path, 'database'), 0)
    return await measure({ db, embedded, psql: psqlOn(server.url), folder: folder.path })
  },
}

type Psql = (command: string) => Promise<void>

function psqlOn(url: string): Psql {
  const programs = findServerPrograms() ?? ''
  return async (command) => {
    const options = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-c', command, url]
    await promisify(execFile)(join(programs, 'psql'), options)
  }
}

interface Place {
  readonly db: Database
  readonly embedded: Database
  readonly psql: Psql
  readonly folder: string
}

async function measure({ db, embedded, psql, folder }: Place): Promise<readonly Measurement[]> {
  const sessions = makeSessions(SESSIONS)
  const rows = Array.from({ length: STOCKS }, (_, stock) => makeBars(stock, sessions)).flat()
  const page = await prepareForBars(db)
  await prepareForBars(embedded)
  await loadBars(db, rows, page)
  const file = join(folder, 'bars.csv')
  await psql(`\\copy (select * from bar) to '${file}' with (format csv)`)
  const copy = (): Promise<void> => psql(`\\copy bar from '${file}' with (format csv)`)
  const loadAgain = async (expected: number): Promise<void> => {
    const { inserted, updated } = await loadBars(db, rows, page)
    if (inserted + updated !== expected) throw new Error(`${inserted + updated} rows changed`)
  }
  const intoEmpty = (work: () => Promise<void>) => async (): Promise<number> => {
    await sql`truncate bar`.execute(db.reader)
    return wallSeconds(work)
  }
  const steps: readonly Omit<Step, 'amount' | 'unit'>[] = [
    { what: 'psql \\copy', take: intoEmpty(copy), isBaseline: true },
    { what: 'staging', take: intoEmpty(() => stageBars(db, rows)) },
    { what: 'a first load', take: intoEmpty(() => loadAgain(rows.length)) },
    { what: 'the same load again', take: () => wallSeconds(() => loadAgain(0)) },
    { what: 'staging, embedded', take: () => wallSeconds(() => stageBars(embedded, rows)) },
  ]
  return inTurns(
    steps.map((step) => ({ ...step, amount: rows.length, unit: 'rows' })),
    REPETITIONS,
  )
}
