import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { openEmbedded } from '../../src/load/embedded-database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { checksums, freshDatabase } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { runFeastgap } from '../support/feastgap.ts'
import { type Folder, makeFolder } from '../support/folders.ts'
import { makeHome } from '../support/new-embedded.ts'
import { childrenOf, startFeastgap } from '../support/running-feastgap.ts'
import { serveRates } from '../support/serve-rates.ts'
import type { WebServer } from '../support/web-server.ts'

const YEARLY = '0 0 1 1 *'
const FIRST_YEAR = 2012
const LAST_YEAR = 2023

interface Jobs {
  readonly id: string
  readonly run: readonly string[]
  readonly cron: string
}

const RATES: Jobs = {
  id: 'rates',
  run: [
    'backfill',
    '--from',
    `${FIRST_YEAR}-01-01`,
    '--to',
    `${LAST_YEAR}-12-31`,
    '--source',
    'cfets',
  ],
  cron: YEARLY,
}

/** Surroundings of a scheduler: a folder of configuration with these jobs, and the server they ask. */
function surroundings(
  folder: Folder,
  jobs: readonly Jobs[],
  {
    server,
    url,
    leaseSeconds = 2,
  }: {
    readonly server?: WebServer
    readonly url?: string
    readonly leaseSeconds?: number
  } = {},
): { readonly home: string; readonly env: Readonly<Record<string, string>> } {
  const config = join(folder.path, 'config')
  cpSync(join(ROOT, 'config'), config, { recursive: true })
  const all = jobs.map((job) => ({
    ...job,
    zone: 'Asia/Shanghai',
    catchUp: 'all',
    deadlineMinutes: 10,
  }))
  writeFileSync(join(config, 'schedule.yaml'), JSON.stringify({ editions: [], jobs: all }))
  return {
    home: folder.path,
    env: {
      FEASTGAP_CONFIG: config,
      FEASTGAP_LEASE_SECONDS: String(leaseSeconds),
      FEASTGAP_CONTACT: 'ops@example.com',
      ...(url === undefined ? {} : { DATABASE_URL: url }),
      ...(server === undefined
        ? {}
        : { FEASTGAP_REWRITE_HOSTS: JSON.stringify({ 'www.chinamoney.com.cn': server.origin }) }),
    },
  }
}

/** Enters a due time of a job, as if its time had come. */
async function makeDue(db: Database, job: string): Promise<void> {
  await sql`
    insert into scheduled_job (job, planned_until) values (${job}, now()) on conflict (job) do nothing
  `.execute(db.reader)
  await sql`
    insert into due_time (job, due_at, state, recorded_at) values (${job}, now(), 'waiting', now())
  `.execute(db.reader)
}

interface DueRow {
  readonly job: string
  readonly state: string
  readonly epoch: string
  readonly attempts: number
}

async function dueRows(db: Database): Promise<readonly DueRow[]> {
  const found = await sql<DueRow>`
    select job, state, epoch, attempts from due_time order by due_at
  `.execute(db.reader)
  return found.rows
}

/** Looks again and again until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** No answer comes while a test runs. */
const NEVER_MS = 600_000

/** A process that was killed stays in the list until somebody asks how it ended. */
function isAlive(pid: number): boolean {
  const status = `/proc/${pid}/status`
  return existsSync(status) && !/^State:\s+[ZX]/m.test(readFileSync(status, 'utf8'))
}

const isLapsed = async (db: Database): Promise<boolean> =>
  (await sql`select 1 from due_time where lease_until < clock_timestamp()`.execute(db.reader)).rows
    .length > 0

const whole = async (db: Database): Promise<unknown> => ({
  sums: await checksums(db.reader),
  pages: (await sql`select id, outcome from page order by id`.execute(db.reader)).rows,
  work: (
    await sql`select partition, state, epoch from partition order by partition`.execute(db.reader)
  ).rows,
  due: await dueRows(db),
})

describe('the scheduler on the embedded database', () => {
  it('puts a job back that a SIGTERM interrupts after the page in hand, and the next round ends it', {
    timeout: 180_000,
  }, async () => {
    using folder = await makeHome()
    await using server = await serveRates(250)
    const place = surroundings(folder, [RATES], { server })
    const look = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
      await using db = await openEmbedded(join(folder.path, 'database'), 5000)
      return await work(db)
    }
    await look((db) => makeDue(db, 'rates'))
    const daemon = startFeastgap(['schedule'], place)
    await daemon.says(/one at a time/)
    await daemon.says(/cfets all\/2013: news/)
    daemon.kill('SIGTERM')
    const { code, text } = await daemon.ended
    expect([code, text]).toEqual([0, expect.stringContaining('Stopping after the pages in hand')])
    expect(await look(dueRows)).toMatchObject([{ state: 'waiting', attempts: 0 }])

    const round = await runFeastgap(['due'], place)
    expect([round.code, round.err]).toEqual([0, expect.stringContaining('rates of')])
    expect(await look(dueRows)).toMatchObject([{ state: 'done', epoch: '2' }])
    // The page that was in hand was finished: nothing was asked for twice.
    expect(server.asked.filter((path) => path !== '/robots.txt')).toHaveLength(
      LAST_YEAR - FIRST_YEAR + 1,
    )
  })

  it('ends at once at a second SIGTERM, and what was in hand is done by the next round', {
    timeout: 180_000,
  }, async () => {
    using folder = await makeHome()
    await using silent = await serveRates(NEVER_MS)
    const daemon = startFeastgap(['schedule'], surroundings(folder, [RATES], { server: silent }))
    {
      await using db = await openEmbedded(join(folder.path, 'database'), 5000)
      await makeDue(db, 'rates')
    }
    await until(async () => silent.asked.some((path) => path !== '/robots.txt'))
    const [round = 0] = childrenOf(daemon.pid)
    const inHand = [round, ...childrenOf(round)]
    daemon.kill('SIGTERM')
    await daemon.says(/Stopping after the pages in hand/)
    daemon.kill('SIGTERM')
    expect((await daemon.ended).code).toBe(0)
    await until(async () => !inHand.some(isAlive))

    await using server = await serveRates(0)
    const next = await runFeastgap(['due'], surroundings(folder, [RATES], { server }))
    expect(next.code).toBe(0)
    await using db = await openEmbedded(join(folder.path, 'database'), 5000)
    expect(await dueRows(db)).toMatchObject([{ state: 'done', epoch: '2' }])
  })

  it('has one owner, who is named to a second one', async () => {
    using folder = await makeHome()
    const place = surroundings(folder, [{ ...RATES, run: ['migrate'] }])
    const first = startFeastgap(['schedule'], place)
    await first.says(/one at a time/)
    const second = await runFeastgap(['schedule'], place)
    expect([second.code, second.err]).toEqual([
      2,
      expect.stringMatching(new RegExp(`Process ${first.pid} .* schedules on these files already`)),
    ])
    first.kill('SIGTERM')
    first.kill('SIGTERM')
    expect((await first.ended).code).toBe(0)
  })

  it('tells all that is wrong with its file at once', async () => {
    using folder = makeFolder()
    const place = surroundings(folder, [
      { id: 'one', run: ['nigthly'], cron: '61 * * * *' },
      { id: 'one', run: ['schedule'], cron: '0 0 30 2 *' },
    ])
    const said = await runFeastgap(['schedule', '--next', '1'], place)
    expect(said.code).toBe(2)
    for (const problem of [
      /jobs\.0\.cron: Invalid value for minute: 61/,
      /jobs\.0\.run: unknown command 'nigthly'/,
      /jobs\.1\.cron: "0 0 30 2 \*" is not due/,
      /jobs\.1\.run: "schedule" cannot be scheduled/,
      /jobs: two jobs have the same id/,
    ])
      expect(said.err).toMatch(problem)
    writeFileSync(
      join(folder.path, 'config/schedule.yaml'),
      JSON.stringify({
        editions: [{ period: '2023-H3', lang: 'zh' }],
        jobs: [{ ...RATES, zone: 'Asia/Shanghia', catchUp: 'last', deadlineMinutes: 1 }],
      }),
    )
    const misspelt = await runFeastgap(['schedule', '--next', '1'], place)
    expect(misspelt.err).toMatch(/jobs\.0\.zone: no time zone/)
    expect(misspelt.err).toMatch(/editions\.0\.period: "2023-H3" is not a period/)
  })
})

describe.runIf(inject('postgresUrl') !== '')('schedulers on one PostgreSQL', () => {
  it('share the due times: each is run once, whoever runs it', { timeout: 120_000 }, async () => {
    using folder = makeFolder()
    const url = await freshDatabase()
    const place = surroundings(
      folder,
      ['a', 'b'].map((id) => ({ id, run: ['migrate'], cron: '*/10 * * * * *' })),
      // No job may lose its lease to a slow machine.
      { url, leaseSeconds: 60 },
    )
    await using db = openPostgres(url)
    const daemons = [startFeastgap(['schedule'], place), startFeastgap(['schedule'], place)]
    await until(async () => (await dueRows(db)).filter(({ state }) => state === 'done').length >= 5)
    for (const daemon of daemons) daemon.kill('SIGTERM')
    for (const daemon of daemons) expect((await daemon.ended).code).toBe(0)
    const rows = await dueRows(db)
    expect(rows.filter(({ state }) => state === 'running')).toEqual([])
    const done = rows.filter(({ state }) => state === 'done')
    expect(done.every(({ epoch }) => epoch === '1')).toBe(true)
    const started = (await Promise.all(daemons.map(({ ended }) => ended)))
      .map(({ text }) => text)
      .join('')
    expect(started.match(/: started/g)).toHaveLength(
      rows.filter(({ epoch }) => epoch !== '0').length,
    )
  })

  it('a job that froze and woke after it was taken over writes nothing', {
    timeout: 900_000,
  }, async () => {
    const times = timesOf({ sample: 1, full: 20 })
    for (let round = 0; round < times; round += 1) {
      using folder = makeFolder()
      await using server = await serveRates(150)
      const url = await freshDatabase()
      const place = surroundings(folder, [RATES], { server, url })
      await using db = openPostgres(url)
      await makeDue(db, 'rates')
      const first = startFeastgap(['due'], place)
      await first.says(new RegExp(`cfets all/${FIRST_YEAR + (round % 6)}: news`))
      const [frozen = 0] = childrenOf(first.pid)
      process.kill(frozen, 'SIGSTOP')
      await until(() => isLapsed(db))
      const second = await runFeastgap(['due'], place)
      expect(second.code).toBe(0)
      const before = await whole(db)
      expect(before).toMatchObject({ due: [{ state: 'done', epoch: '2' }] })
      process.kill(frozen, 'SIGCONT')
      const { text } = await first.ended
      expect(text).toMatch(/rates of \S+ was taken over by another process/)
      expect(await whole(db)).toEqual(before)
    }
    process.stdout.write(`${times} jobs frozen, taken over and woken\n`)
  })

  it('a job that is killed, with its scheduler or without, is run again', {
    timeout: 900_000,
  }, async () => {
    const times = timesOf({ sample: 2, full: 100 })
    for (let round = 0; round < times; round += 1) {
      using folder = makeFolder()
      await using server = await serveRates(100)
      const url = await freshDatabase()
      const place = surroundings(folder, [RATES], { server, url })
      await using db = openPostgres(url)
      await makeDue(db, 'rates')
      const first = startFeastgap(['due'], place)
      await first.says(new RegExp(`cfets all/${FIRST_YEAR + (round % 9)}: news`))
      const [job = 0] = childrenOf(first.pid)
      if (round % 2 === 0) first.kill('SIGKILL')
      process.kill(job, 'SIGKILL')
      await first.ended
      if (round % 2 === 0) await until(() => isLapsed(db))
      else expect(await dueRows(db)).toMatchObject([{ state: 'waiting', attempts: 1 }])
      expect((await runFeastgap(['due'], place)).code).toBe(0)
      expect(await dueRows(db)).toMatchObject([{ state: 'done', epoch: '2', attempts: 2 }])
    }
    process.stdout.write(`${times} jobs killed, every other one with its scheduler\n`)
  })
})
