import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { newDatabase } from '../../test/support/new-database.ts'
import { SITES, serveSites } from '../../test/support/sites/serve-sites.ts'
import { needPostgres } from '../../test/support/start-postgres.ts'
import type { Bench, Measurement } from './bench.ts'

const A_SECOND = 20
const HOST = 'www.szse.cn'

const stretch = z.object({
  from: z.number(),
  requests: z.number(),
  seconds: z.number(),
  elapsed: z.number(),
})
const told = z.array(stretch)

export const crawl: Bench = {
  id: 'crawl',
  title: 'A crawl leaves the processor alone',
  about: `${A_SECOND} requests a second to a local site, one page a month of a calendar, in turns at the gate of the host kept in a PostgreSQL server. The baseline is the time that passes, so 20 times the baseline is 5 % of a core. Processor time of all threads of the crawling process, once in a stretch when Node still compiles what it runs and once in a later one, as in a crawl of any length; site and database server are processes of their own and not counted. "Asking" is turn, request, answer; "the whole way" takes each page from the queue, keeps its bytes, reads it and loads its rows. Bar to hold: 20 for asking in the later stretch.`,

  async run() {
    using server = await needPostgres()
    await using sites = await serveSites({ sites: { [HOST]: SITES[HOST] ?? (() => undefined) } })
    const crawlOnce = async (way: 'ask' | 'load'): Promise<z.infer<typeof told>> => {
      const script = join(import.meta.dirname, 'crawl-once.ts')
      const env = {
        ...{ PATH: process.env['PATH'], TZ: process.env['TZ'] },
        ...sites.env,
        DATABASE_URL: await newDatabase(server.url, way),
      }
      const words = [script, String(1 / A_SECOND), way]
      const { stdout } = await promisify(execFile)(process.execPath, words, { env })
      return told.parse(JSON.parse(stdout))
    }
    const asked = await crawlOnce('ask')
    const loaded = await crawlOnce('load')
    return [
      ...asked.flatMap((one) => besideTheClock('asking', one)),
      ...loaded.flatMap((one) => besideTheClock('the whole way', one)),
    ]
  },
}

/** Beyond this the machine was too busy to keep the pace, and the share of a core would be that of a slower crawl. */
const LATE = 1.02

function besideTheClock(
  way: string,
  { from, requests, seconds, elapsed }: z.infer<typeof stretch>,
): readonly Measurement[] {
  const perSecond = requests / elapsed
  if (perSecond * LATE < A_SECOND)
    throw new Error(`${perSecond.toFixed(1)} requests/s: the machine is too busy to measure on`)
  const share = ((100 * seconds) / elapsed).toFixed(1)
  const what = `${way} after ${from} requests`
  const amount = { amount: requests, unit: 'requests' }
  return [
    { what: `${what}, by the clock`, seconds: [elapsed], ...amount, isBaseline: true },
    { what: `${what}, ${share} % of a core`, seconds: [seconds], ...amount },
  ]
}
