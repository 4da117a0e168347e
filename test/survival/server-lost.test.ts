import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { seededRandom } from '../../src/analyse/statistics/seeded-random.ts'
import type { Database } from '../../src/load/database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { findSchemaDrift } from '../../src/load/schema-drift.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { checksums, NOW } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'
import { newDatabase } from '../support/new-database.ts'
import { serveRates } from '../support/serve-rates.ts'
import { needPostgres, type OwnServer } from '../support/start-postgres.ts'

const BACKFILL = ['backfill', '--from', '2001-01-01', '--to', '2023-12-31', '--source', 'cfets']
const TRIES = 400
const LONGEST_PAUSE_MS = 1500

describe.runIf(inject('postgresUrl') !== '')('while its PostgreSQL is', () => {
  let server: OwnServer
  /** What a backfill leaves to which nothing was done. */
  let undisturbed: unknown
  beforeAll(async () => {
    server = await needPostgres()
    const calm = await newDatabase(server.url, 'calm')
    await backfillThrough(calm, async () => {}, 0)
    undisturbed = await sumsOf(calm)
  })
  afterAll(() => server[Symbol.dispose]())

  async function sumsOf(url: string): Promise<unknown> {
    await using db = openPostgres(url)
    const work = await sql`select partition, state from partition order by 1`.execute(db.reader)
    return { tables: await checksums(db.reader), work: work.rows }
  }

  /** Runs a backfill again and again, as cron would, until it ends well; meanwhile `harm` is done at odd moments. */
  async function backfillThrough(
    url: string,
    harm: () => Promise<void>,
    times: number,
    through = url,
  ): Promise<void> {
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
    const harming = (async () => {
      for (; done < times; done += 1) {
        await sleep(random.below(LONGEST_PAUSE_MS))
        await harm()
      }
    })()
    const runOnce = async (): Promise<boolean> => {
      const { code, err } = await runFeastgap(BACKFILL, { home: folder.path, env })
      // A lost server is never taken for a bug of ours.
      expect({ isBug: code === 1, err: code === 1 ? err : '' }).toEqual({ isBug: false, err: '' })
      return code === 0
    }
    for (let run = 1; run <= TRIES; run += 1) if ((await runOnce()) && done >= times) break
    await harming
    // A page a lost process had in hand is free when its lease has run out: five minutes later.
    await using db = openPostgres(url)
    await sql`update partition set updated_at = updated_at - interval '5 minutes' where state = 'running'`.execute(
      db.reader,
    )
    expect(await runOnce()).toBe(true)
  }

  it('restarted as by a crash again and again, a backfill loses and doubles nothing', {
    timeout: 1_800_000,
  }, async () => {
    const rough = await newDatabase(server.url, 'rough')
    await backfillThrough(rough, async () => server.crash(), timesOf({ sample: 3, full: 100 }))
    expect(await sumsOf(rough)).toEqual(undisturbed)
  })

  it('cutting its connections, a backfill loses and doubles nothing', {
    timeout: 1_800_000,
  }, async () => {
    const cut = await newDatabase(server.url, 'cut')
    await using admin = openPostgres(server.url)
    const terminate = async (): Promise<void> => {
      await sql`
        select pg_terminate_backend(pid) from pg_stat_activity where datname = 'cut' order by random() limit 1
      `.execute(admin.reader)
    }
    await backfillThrough(cut, terminate, timesOf({ sample: 8, full: 100 }))
    expect(await sumsOf(cut)).toEqual(undisturbed)
  })

  it('falling silent with its connections open, a backfill hangs on none, loses and doubles nothing', {
    timeout: 1_800_000,
  }, async () => {
    const silent = await newDatabase(server.url, 'silent')
    await using proxy = await startFaultProxy(silent)
    const random = seededRandom('silence')
    const swallow = async (): Promise<void> => {
      while (!proxy.swallow((count) => random.below(Math.max(1, count)))) await sleep(20)
    }
    const times = timesOf({ sample: 2, full: 50 })
    await backfillThrough(silent, swallow, times, proxy.url)
    expect(await sumsOf(silent)).toEqual(undisturbed)
  })

  it('restarted again while it recovers, a backfill loses and doubles nothing', {
    timeout: 1_800_000,
  }, async () => {
    const rough = await newDatabase(server.url, 'recovering')
    const crash = async (): Promise<void> => server.crashInRecovery()
    await backfillThrough(rough, crash, timesOf({ sample: 1, full: 30 }))
    expect(await sumsOf(rough)).toEqual(undisturbed)
  })

  it('full of connections of others, a backfill says so and goes on once there is room', {
    timeout: 1_800_000,
  }, async () => {
    const crowded = await newDatabase(server.url, 'crowded')
    const take = async (): Promise<void> => {
      const taken: Database[] = []
      try {
        // Until the server has none left, also not for its superuser.
        for (;;) {
          const one = openPostgres(crowded)
          taken.push(one)
          await sql`select 1`.execute(one.reader)
        }
      } catch (error) {
        expect(error).toMatchObject({ code: '53300' })
      }
      await sleep(500)
      for (const one of taken) await one[Symbol.asyncDispose]()
    }
    await backfillThrough(crowded, take, timesOf({ sample: 2, full: 20 }))
    expect(await sumsOf(crowded)).toEqual(undisturbed)
  })

  it('migrated by several at once, of which most are killed, it has the schema of the migrations', {
    timeout: 1_800_000,
  }, async () => {
    using folder = makeFolder()
    const env = { DATABASE_URL: await newDatabase(server.url, 'migrated') }
    const place = { home: folder.path, env }
    const whole = await runFeastgap(['migrate'], {
      ...place,
      env: { DATABASE_URL: await newDatabase(server.url, 'measured') },
    })
    const random = seededRandom('migrations')
    for (let round = 0; round < timesOf({ sample: 4, full: 150 }); round += 1) {
      const killAfter = (): number => 200 + random.below(Math.ceil(whole.milliseconds))
      await Promise.all([
        runFeastgap(['migrate'], { ...place, killAfter: killAfter() }),
        runFeastgap(['migrate'], { ...place, killAfter: killAfter() }),
      ])
    }
    const both = await Promise.all([
      runFeastgap(['migrate'], place),
      runFeastgap(['migrate'], place),
    ])
    expect(both.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ])
    await using db = openPostgres(env.DATABASE_URL)
    expect(await findSchemaDrift(db, join(ROOT, 'sql'), NOW)).toEqual({ missing: [], foreign: [] })
  })
})
