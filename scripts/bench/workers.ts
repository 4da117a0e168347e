import { cpus } from 'node:os'
import { sql } from 'kysely'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { runFeastgap } from '../../test/support/feastgap.ts'
import { makeFolder } from '../../test/support/folders.ts'
import { newDatabase } from '../../test/support/new-database.ts'
import { SITES, serveSites } from '../../test/support/sites/serve-sites.ts'
import { needPostgres } from '../../test/support/start-postgres.ts'
import type { Bench, Measurement } from './bench.ts'

const HOST = 'www.szse.cn'
const DELAY_MS = 50
const WORKERS = [1, 2, 4]
/** Months of the calendar: so many that each process has long compiled what it runs when the measuring begins. */
const [FIRST_YEAR, LAST_YEAR] = [1950, 2023]
const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12
/** Requests left out at either end, where not all workers have started or some have nothing left. */
const EDGE = 0.3
const [BEGIN, END] = [Math.floor(MONTHS * EDGE), Math.floor(MONTHS * (1 - EDGE))]

export const workers: Bench = {
  id: 'workers',
  title: 'Workers share a backfill',
  about: `\`feastgap backfill --workers N\` of ${WORKERS.join(', ')} processes on one PostgreSQL server, against a local site that answers after ${DELAY_MS} ms and knows no pace: ${MONTHS} months of a calendar, each page loaded. By the wall clock at the site, over the middle ${(1 - 2 * EDGE) * 100} % of the requests, when all processes have started and none has run out of work. Site, server and workers share this machine; beside each line stands how much of all its cores was in use meanwhile, by them and by whatever else ran. A bench in which a month is asked for twice, or is not finished, fails. Bar to hold: 1.8 with two, 3.6 with four.`,

  async run() {
    using server = await needPostgres()
    const measured: Measurement[] = []
    for (const count of WORKERS)
      measured.push(await withWorkers(count, await newDatabase(server.url, `workers${count}`)))
    return measured.map((one, at) => (at === 0 ? { ...one, isBaseline: true } : one))
  },
}

async function withWorkers(count: number, database: string): Promise<Measurement> {
  const marks: { readonly clock: number; readonly cores: CoreTimes }[] = []
  let arrived = 0
  const site = SITES[HOST]
  await using sites = await serveSites({
    delayMs: DELAY_MS,
    sites: {
      [HOST]: (url, form) => {
        if (arrived === BEGIN || arrived === END)
          marks.push({ clock: performance.now(), cores: coreTimes() })
        arrived += 1
        return site?.(url, form)
      },
    },
  })
  using folder = makeFolder()
  const options = ['backfill', '--source', 'szse-calendar', '--from', `${FIRST_YEAR}-01-01`]
  const ended = await runFeastgap(
    [...options, '--to', `${LAST_YEAR}-12-31`, '--workers', String(count)],
    {
      home: folder.path,
      env: { ...sites.env, DATABASE_URL: database },
    },
  )
  if (ended.code !== 0) throw new Error(`the backfill ended with ${ended.code}: ${ended.err}`)
  if (new Set(sites.asked).size !== sites.asked.length)
    throw new Error('a month was asked for twice')
  const epochs = await finishedOnce(database)
  if (epochs !== MONTHS) throw new Error(`${epochs} of ${MONTHS} months are done`)
  const [from, to] = marks
  if (from === undefined || to === undefined) throw new Error('too few months were asked for')
  const total = to.cores.total - from.cores.total
  const used = Math.round((100 * (total - (to.cores.idle - from.cores.idle))) / total)
  return {
    what: `${count === 1 ? '1 process' : `${count} processes`}, cores ${used} % in use`,
    seconds: [(to.clock - from.clock) / 1000],
    amount: END - BEGIN,
    unit: 'pages',
  }
}

/** Milliseconds of all cores since the machine started. */
interface CoreTimes {
  readonly idle: number
  readonly total: number
}

function coreTimes(): CoreTimes {
  const times = cpus().map((core) => core.times)
  const idle = times.reduce((sum, one) => sum + one.idle, 0)
  const total = times.reduce(
    (sum, { user, nice, sys, irq, idle: still }) => sum + user + nice + sys + irq + still,
    0,
  )
  return { idle, total }
}

/** How many partitions are finished and had one owner. */
async function finishedOnce(database: string): Promise<number> {
  await using db = openPostgres(database)
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from partition where state = 'done' and epoch = 1
  `.execute(db.reader)
  return Number(rows[0]?.n)
}
