import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { seededRandom } from '../../src/analyse/statistics/seeded-random.ts'
import { LEASE_SECONDS } from '../../src/load/partitions.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { checksums } from './databases.ts'
import { runFeastgap } from './feastgap.ts'
import { makeFolder } from './folders.ts'
import { serveRates } from './serve-rates.ts'

const BACKFILL = ['backfill', '--from', '2001-01-01', '--to', '2023-12-31', '--source', 'cfets']
const TRIES = 400
const LONGEST_PAUSE_MS = 1500

/** What is done to the server of a backfill, and how often. */
interface Trouble {
  readonly harm: () => Promise<void>
  readonly times: number
  /** The address the backfill knows, where it is not that of the database. */
  readonly through?: string
}

/**
 * Runs a backfill again and again, as cron would, until it ends well; meanwhile harm is done at odd moments. Returns what
 * the runs said that did not end well. Prints how soon after the last harm all was well.
 */
export async function backfillThrough(
  url: string,
  { harm, times, through = url }: Trouble = { harm: async () => {}, times: 0 },
): Promise<readonly string[]> {
  await using site = await serveRates(40)
  using folder = makeFolder()
  const env = {
    DATABASE_URL: through,
    FEASTGAP_DATABASE_SILENCE_SECONDS: '2',
    FEASTGAP_CONTACT: 'ops@example.com',
    FEASTGAP_REWRITE_HOSTS: JSON.stringify({ 'www.chinamoney.com.cn': site.origin }),
  }
  const random = seededRandom(url.replace(/^.*\//, ''))
  let done = 0
  let harmedAt = performance.now()
  const harming = (async () => {
    for (; done < times; done += 1) {
      await sleep(random.below(LONGEST_PAUSE_MS))
      await harm()
      harmedAt = performance.now()
    }
  })()
  const said: string[] = []
  const runOnce = async (): Promise<boolean> => {
    const { code, err } = await runFeastgap(BACKFILL, { home: folder.path, env })
    // A lost server is never taken for a bug of ours.
    expect({ isBug: code === 1, err: code === 1 ? err : '' }).toEqual({ isBug: false, err: '' })
    if (code !== 0) said.push(err)
    return code === 0
  }
  for (let run = 1; run <= TRIES; run += 1) if ((await runOnce()) && done >= times) break
  await harming
  // A page a lost process had in hand is free when its lease has run out.
  await using db = openPostgres(url)
  await sql`
    update partition set updated_at = updated_at - make_interval(secs => ${LEASE_SECONDS}) where state = 'running'
  `.execute(db.reader)
  expect(await runOnce()).toBe(true)
  if (times > 0) tellHowSoon(url, times, (performance.now() - harmedAt) / 1000)
  return said
}

function tellHowSoon(url: string, times: number, seconds: number): void {
  const name = new URL(url).pathname.slice(1)
  const most = Math.ceil(seconds + LEASE_SECONDS)
  process.stdout.write(
    `${name}: harmed ${times} times; all well ${seconds.toFixed(1)} s after the last, ${most} s where a page was held\n`,
  )
}

/** The facts and the work a backfill left. */
export async function leftBy(url: string): Promise<unknown> {
  await using db = openPostgres(url)
  const work = await sql`select partition, state from partition order by 1`.execute(db.reader)
  return { tables: await checksums(db.reader), work: work.rows }
}
