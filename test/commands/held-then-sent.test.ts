import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Database } from '../../src/load/database.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { makeBounce, toMbox } from '../support/bounce-messages.ts'
import { type Ended, runFeastgap } from '../support/feastgap.ts'
import { type Folder, makeFolder } from '../support/folders.ts'
import { openEvening, openOutside } from '../support/night.ts'
import { startFeastgap } from '../support/running-feastgap.ts'

const EDITION = ['--period', '2023-H1', '--lang', 'zh']
const READERS = ['one@example.com', 'two@example.com']
const MORNING = {
  id: 'morning',
  run: ['report', ...EDITION],
  cron: '0 0 1 1 *',
  zone: 'Asia/Shanghai',
  catchUp: 'all',
  deadlineMinutes: 10,
  waitMinutes: 60,
}
const LACKING = /input: stocks: there are no rows of this kind/

/** Whether an edition needs a kind of data that is not there. */
function demand(folder: Folder, kind: 'stocks' | 'deals'): void {
  const inputs = { newest_row_days: { [kind]: 366 }, edge_days: 12, source_days: 366 }
  folder.write('config/gate.yaml', stringify({ inputs }))
}

async function makeDue(db: Database, minutesAgo: number): Promise<void> {
  await sql`
    insert into scheduled_job (job, planned_until) values ('morning', now()) on conflict (job) do nothing
  `.execute(db.reader)
  await sql`
    insert into due_time (job, due_at, state, recorded_at)
    values ('morning', now() - make_interval(mins => ${minutesAgo}), 'waiting', now())
  `.execute(db.reader)
}

async function dueTimes(db: Database): Promise<readonly unknown[]> {
  const found = await sql<{ state: string; waits: boolean }>`
    select state, coalesce(not_before > now(), false) as waits from due_time order by due_at
  `.execute(db.reader)
  return found.rows
}

async function lastEdition(db: Database): Promise<string> {
  const found = await sql<{ sha256: string }>`
    select encode(sha256, 'hex') as sha256 from edition order by id desc limit 1
  `.execute(db.reader)
  return found.rows[0]?.sha256 ?? ''
}

/** Who got messages of a kind. */
async function arrived(db: Database, kind: string): Promise<readonly string[]> {
  const found = await sql<{ recipient: string }>`
    select distinct recipient from delivery join dispatch on dispatch.id = delivery.dispatch_id
    where kind = ${kind} and stage = 'accepted' order by recipient
  `.execute(db.reader)
  return found.rows.map(({ recipient }) => recipient)
}

/** The header and the one line of the bundled deals that is changed. */
function largerDeal(): string {
  const [header = '', ...lines] = readFileSync(
    join(ROOT, 'data/sample/curated/deals.csv'),
    'utf8',
  ).split('\n')
  const deal = lines.find((line) => line.startsWith('2023-06-01,day,MiniMax'))
  return `${header}\n${deal?.replace('250000000,500000000', '350000000,500000000')}\n`
}

describe('an edition by the real command line', () => {
  it('is held with its reasons, waited for, sent, corrected, bounced and served', {
    timeout: 540_000,
  }, async () => {
    using folder = makeFolder()
    const url = await openEvening(folder)
    await using outside = await openOutside(folder)
    await using db = openPostgres(url)
    folder.write(
      'config/schedule.yaml',
      stringify({ editions: [{ period: '2023-H1', lang: 'zh' }], jobs: [MORNING] }),
    )
    const place = { home: folder.path, env: { ...outside.env, DATABASE_URL: url } }
    const run = (...options: readonly string[]): Promise<Ended> => runFeastgap(options, place)

    demand(folder, 'stocks')
    const held = await run('report', ...EDITION)
    expect([held.code, held.out, held.err]).toEqual([
      4,
      expect.stringMatching(/\.held\.html\n$/),
      expect.stringMatching(LACKING),
    ])
    const night = await run('nightly', '--steps', 'report', 'send')
    expect([night.code, night.err]).toEqual([4, expect.stringMatching(LACKING)])
    expect(outside.mail.whole).toEqual([])

    await makeDue(db, 0)
    await makeDue(db, 61)
    await run('due')
    expect(await dueTimes(db)).toEqual([
      { state: 'held', waits: false },
      { state: 'waiting', waits: true },
    ])
    demand(folder, 'deals')
    await sql`update due_time set not_before = now() where not_before is not null`.execute(
      db.reader,
    )
    const ready = await run('due')
    expect([ready.code, ready.out]).toEqual([0, expect.not.stringMatching(/held/)])
    expect(await dueTimes(db)).toEqual([
      { state: 'held', waits: false },
      { state: 'done', waits: false },
    ])

    const good = await lastEdition(db)
    const sent = await run('send', '--edition', good)
    expect([sent.code, sent.err]).toEqual([0, expect.anything()])
    expect(await arrived(db, 'edition')).toEqual(READERS)

    // A deal turns out to have been larger.
    folder.write('deals.csv', largerDeal())
    expect((await run('import', join(folder.path, 'deals.csv'))).out).toMatch(/1 changed/)
    const corrected = await run('report', ...EDITION)
    expect([corrected.code, corrected.err]).toEqual([0, ''])
    const better = await lastEdition(db)
    expect(better).not.toBe(good)
    expect((await run('send', '--edition', better, '--corrects', good)).code).toBe(0)
    expect(await arrived(db, 'correction')).toEqual(READERS)
    expect((await run('alerts')).out).toMatch(
      /^secondary-verdict: all, .*\n {2}\S+, 6m: \S+ since/m,
    )

    const [to = ''] = READERS
    const letter = await sql<{ id: string }>`
      select message_id as id from delivery where recipient = ${to} limit 1
    `.execute(db.reader)
    const bounce = makeBounce({ to, messageId: letter.rows[0]?.id ?? '' })
    folder.write('mailbox', toMbox([bounce]))
    const read = await run('bounces', join(folder.path, 'mailbox'))
    expect([read.code, read.out]).toEqual([
      0,
      expect.stringMatching(/one@.*NOT WRITTEN TO any more/),
    ])
    expect((await run('recipients')).out).toMatch(/one@example\.com: .*bounced/)

    const serving = startFeastgap(['serve', '--port', '0'], place)
    const [address = ''] = /http:\S+/.exec(await serving.says(/http:\S+\/\n/)) ?? []
    const health = await fetch(new URL('healthz', address))
    expect([health.status, await health.json()]).toEqual([
      200,
      expect.objectContaining({ newest: better }),
    ])
    serving.kill('SIGTERM')
    expect((await serving.ended).code).toBe(0)
  })
})
