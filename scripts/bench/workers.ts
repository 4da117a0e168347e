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
/** Requests left out at either end, where not all workers have started or some have nothing left. */
const EDGE = 0.3

export const workers: Bench = {
  id: 'workers',
  title: 'Workers share a backfill',
  about: `\`feastgap backfill --workers N\` of ${WORKERS.join(', ')} processes on one PostgreSQL server, against a local site that answers after ${DELAY_MS} ms and knows no pace: 216 months of a calendar, each page loaded. By the wall clock at the site, over the middle ${(1 - 2 * EDGE) * 100} % of the requests, when all processes have started and none has run out of work. Site, server and workers share this machine. A bench in which a month is asked for twice, or is not finished, fails. Bar to hold: 1.8 with two, 3.6 with four.`,

  async run() {
    using server = await needPostgres()
    const measured: Measurement[] = []
    for (const count of WORKERS)
      measured.push(await withWorkers(count, await newDatabase(server.url, `workers${count}`)))
    return measured.map((one, at) => (at === 0 ? { ...one, isBaseline: true } : one))
  },
}

async function withWorkers(count: number, database: string): Promise<Measurement> {
  const arrivals: number[] = []
  const site = SITES[HOST]
  await using sites = await serveSites({
    delayMs: DELAY_MS,
    sites: {
      [HOST]: (url, form) => {
        arrivals.push(performance.now())
        return site?.(url, form)
      },
    },
  })
  using folder = makeFolder()
  const options = ['backfill', '--source', 'szse-calendar', '--from', '2006-01-01']
  const ended = await runFeastgap([...options, '--to', '2023-12-31', '--workers', String(count)], {
    home: folder.path,
    env: { ...sites.env, DATABASE_URL: database },
  })
  if (ended.code !== 0) throw new Error(`the backfill ended with ${ended.code}: ${ended.err}`)
  if (new Set(sites.asked).size !== sites.asked.length)
    throw new Error('a month was asked for twice')
  const epochs = await finishedOnce(database)
  if (epochs !== sites.asked.length) throw new Error(`${epochs} of ${sites.asked.length} are done`)
  const [first, last] = [EDGE, 1 - EDGE].map((part) => Math.floor(arrivals.length * part))
  const seconds = ((arrivals[last ?? 0] ?? 0) - (arrivals[first ?? 0] ?? 0)) / 1000
  return {
    what: count === 1 ? '1 process' : `${count} processes`,
    seconds: [seconds],
    amount: (last ?? 0) - (first ?? 0),
    unit: 'pages',
  }
}

/** How many partitions are finished and had one owner. */
async function finishedOnce(database: string): Promise<number> {
  await using db = openPostgres(database)
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from partition where state = 'done' and epoch = 1
  `.execute(db.reader)
  return Number(rows[0]?.n)
}
