import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { seededRandom } from '../../src/analyse/statistics/seeded-random.ts'
import type { Database } from '../../src/load/database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { findSchemaDrift } from '../../src/load/schema-drift.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { backfillThrough, leftBy } from '../support/backfill-through.ts'
import { NOW } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { makeFolder } from '../support/folders.ts'
import { newDatabase } from '../support/new-database.ts'
import { needPostgres, type OwnServer } from '../support/start-postgres.ts'

describe.runIf(inject('postgresUrl') !== '')('while its PostgreSQL is', () => {
  let server: OwnServer
  /** What a backfill leaves to which nothing was done. */
  let undisturbed: unknown
  beforeAll(async () => {
    server = await needPostgres()
    const calm = await newDatabase(server.url, 'calm')
    await backfillThrough(calm)
    undisturbed = await leftBy(calm)
  })
  afterAll(() => server[Symbol.dispose]())

  it('restarted as by a crash again and again, a backfill loses and doubles nothing', {
    timeout: 1_800_000,
  }, async () => {
    const rough = await newDatabase(server.url, 'rough')
    await backfillThrough(rough, {
      harm: async () => server.crash(),
      times: timesOf({ sample: 3, full: 100 }),
    })
    expect(await leftBy(rough)).toEqual(undisturbed)
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
    await backfillThrough(cut, { harm: terminate, times: timesOf({ sample: 8, full: 100 }) })
    expect(await leftBy(cut)).toEqual(undisturbed)
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
    await backfillThrough(silent, { harm: swallow, times, through: proxy.url })
    expect(await leftBy(silent)).toEqual(undisturbed)
  })

  it('cutting connections between a COMMIT and its answer, a backfill loses and doubles nothing', {
    timeout: 1_800_000,
  }, async () => {
    const unheard = await newDatabase(server.url, 'unheard')
    await using proxy = await startFaultProxy(unheard)
    const times = timesOf({ sample: 4, full: 30 })
    proxy.loseAnswers(times)
    const harm = async (): Promise<void> => {}
    await backfillThrough(unheard, { harm, times: 0, through: proxy.url })
    expect(proxy.lost).toBe(times)
    expect(await leftBy(unheard)).toEqual(undisturbed)
    process.stdout.write(`${times} answers to COMMIT lost\n`)
  })

  it('restarted again while it recovers, a backfill loses and doubles nothing', {
    timeout: 1_800_000,
  }, async () => {
    const rough = await newDatabase(server.url, 'recovering')
    const crash = async (): Promise<void> => server.crashInRecovery()
    await backfillThrough(rough, { harm: crash, times: timesOf({ sample: 1, full: 30 }) })
    expect(await leftBy(rough)).toEqual(undisturbed)
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
    await backfillThrough(crowded, { harm: take, times: timesOf({ sample: 2, full: 20 }) })
    expect(await leftBy(crowded)).toEqual(undisturbed)
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
