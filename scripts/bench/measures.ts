import { join } from 'node:path'
import { sql } from 'kysely'
import { layOutBars } from '../../src/analyse/bars-in-view.ts'
import { layOutDeals } from '../../src/analyse/deals-in-view.ts'
import { find } from '../../src/analyse/find.ts'
import type { Question } from '../../src/analyse/metric.ts'
import { layOutThemes } from '../../src/analyse/themes-in-view.ts'
import { type RecordedQuery, recordQueries } from '../../src/analyse/trace/record-queries.ts'
import type { Step } from '../../src/analyse/trace/step.ts'
import { STEPS } from '../../src/analyse/trace/steps.ts'
import type { Database, Reader } from '../../src/load/database.ts'
import { migrate } from '../../src/load/migrate.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { parsePeriod } from '../../src/model/period.ts'
import type { TracksConfig } from '../../src/model/tracks-config.ts'
import { adoptTracks, questionOf } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readConfigFiles } from '../../src/runtime/config-files.ts'
import { newDatabase } from '../../test/support/new-database.ts'
import { needPostgres } from '../../test/support/start-postgres.ts'
import type { Bench, Measurement } from './bench.ts'
import { cpuSecondsOfProcess, cpuSecondsSoFar } from './clocks.ts'
import { type Twin, twinOf } from './duckdb-twin.ts'
import { fillMarket, madeTracks } from './made-market.ts'
import type { MarketSize } from './market-size.ts'

const TENTH: MarketSize = { boards: 50, stocks: 540, deals: 20_000 }
const WHOLE: MarketSize = { boards: 500, stocks: 5400, deals: 200_000 }
const PERIOD = '2023-H1'
const KNOWN = '2023-12-31' as CalendarDate
/** Measures told one by one: those that take the server longest. */
const SHOWN = 8

/** One measure, or tables that several share: what it took the server, and DuckDB where that can run it. */
interface Timed {
  readonly name: string
  readonly seconds: number
  readonly twin: number | undefined
}

interface Times {
  /** Seconds of the server and of Node for all figures of an edition. */
  readonly edition: number
  readonly measures: readonly Timed[]
}

export const measures: Bench = {
  id: 'measures',
  title: 'Rows become figures',
  about: `All figures of ${PERIOD} from ten made-up years: ${told(WHOLE)}; and from a tenth of each. Processor time of the server and of Node, one run each, so a rate above the baseline's means that it grows by less than the rows. Below, measure by measure, what the server takes for the statements of a measure, and DuckDB for the same statements over the same tables in memory, with floats for exact numbers; first the tables that measures share are laid out.`,

  async run() {
    using server = await needPostgres()
    const tenth = await timesOf(server.url, 'tenth', TENTH)
    const whole = await timesOf(server.url, 'whole', WHOLE)
    const both = whole.measures.filter(({ twin }) => twin !== undefined)
    const alone = whole.measures.filter(({ twin }) => twin === undefined)
    const slowest = both.toSorted((a, b) => b.seconds - a.seconds).slice(0, SHOWN)
    return [
      {
        what: `an edition, ${told(TENTH)}`,
        ...once(tenth.edition, TENTH.deals, 'deals'),
        isBaseline: true,
      },
      { what: `an edition, ${told(WHOLE)}`, ...once(whole.edition, WHOLE.deals, 'deals') },
      ...beside(`${both.length} measures that DuckDB can run`, both),
      ...slowest.flatMap((one) => beside(one.name, [one])),
      ...alone
        .filter(({ seconds }) => seconds > 0)
        .map(({ name, seconds }) => ({
          what: `${name}, which DuckDB cannot run, PostgreSQL`,
          ...once(seconds, 1, 'times'),
          isBaseline: true as const,
        })),
    ]
  },
}

function told({ boards, stocks, deals }: MarketSize): string {
  const number = (value: number): string => value.toLocaleString('en')
  return `${number(boards)} boards, ${number(stocks)} stocks, ${number(deals)} deals each told twice`
}

function once(
  seconds: number,
  amount: number,
  unit: string,
): Pick<Measurement, 'seconds' | 'amount' | 'unit'> {
  return { seconds: [seconds], amount, unit }
}

/** DuckDB is the baseline: 0.5 times means twice its time. */
function beside(what: string, timed: readonly Timed[]): readonly Measurement[] {
  const sum = (of: (one: Timed) => number): number =>
    timed.reduce((total, one) => total + of(one), 0)
  return [
    {
      what: `${what}, DuckDB`,
      ...once(
        sum(({ twin }) => twin ?? 0),
        1,
        'times',
      ),
      isBaseline: true,
    },
    {
      what: `${what}, PostgreSQL`,
      ...once(
        sum(({ seconds }) => seconds),
        1,
        'times',
      ),
    },
  ]
}

async function timesOf(url: string, name: string, size: MarketSize): Promise<Times> {
  const { rules, caps, tracks: configured } = await readConfigFiles(join(ROOT, 'config'))
  const tracks = madeTracks(size, configured.benchmark)
  await using db = openPostgres(await newDatabase(url, name))
  const now = Temporal.Now.instant()
  await migrate(db, join(ROOT, 'sql'), now)
  await adoptTracks({ db, tracks, now: () => now })
  const { index, basket } = configured.benchmark
  await fillMarket(db, size, [index, basket, ...rules.multiverse.benchmarks])
  const period = parsePeriod(PERIOD, KNOWN)
  if (typeof period === 'string') throw new Error(period)
  const question = questionOf(period, KNOWN, { rules, caps })
  using twin = await twinOf(db.reader)
  return {
    edition: await editionTime(db, question, tracks),
    measures: await measureTimes(db, { question, tracks, twin }),
  }
}

function editionTime(db: Database, question: Question, tracks: TracksConfig): Promise<number> {
  return db.transaction(async ({ sql: handle }) => {
    const server = await serverOf(handle)
    const soFar = (): number => cpuSecondsOfProcess(server) + cpuSecondsSoFar()
    const before = soFar()
    await find(handle, question, tracks)
    return soFar() - before
  })
}

async function measureTimes(
  db: Database,
  {
    question,
    tracks,
    twin,
  }: { readonly question: Question; readonly tracks: TracksConfig; readonly twin: Twin },
): Promise<readonly Timed[]> {
  const measured = Object.values<Step>(STEPS).flatMap(({ id, fetch }) =>
    fetch === undefined ? [] : [{ name: id, fetch: (handle: Reader) => fetch(handle, question) }],
  )
  const parts = [
    { name: 'bars laid out', fetch: (handle: Reader) => layOutBars(handle, question, tracks) },
    { name: 'deals laid out', fetch: (handle: Reader) => layOutDeals(handle, question) },
    { name: 'themes laid out', fetch: (handle: Reader) => layOutThemes(handle, question) },
    ...measured,
  ]
  return db.transaction(async ({ sql: handle }) => {
    const server = await serverOf(handle)
    const timed: Timed[] = []
    for (const { name, fetch } of parts) {
      const queries: RecordedQuery[] = []
      const before = cpuSecondsOfProcess(server)
      await fetch(recordQueries(handle, queries))
      const seconds = cpuSecondsOfProcess(server) - before
      timed.push({ name, seconds, twin: await twin.run(queries) })
    }
    return timed
  })
}

/** The process that serves this transaction, which keeps to itself so that all of its time is seen. */
async function serverOf(handle: Reader): Promise<number> {
  await sql`set local max_parallel_workers_per_gather = 0`.execute(handle)
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(handle)
  return rows[0]?.pid ?? 0
}
