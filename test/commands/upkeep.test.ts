import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/commands/import.ts'
import { tellRejections } from '../../src/commands/rejections.ts'
import { tellStatus } from '../../src/commands/status.ts'
import type { Database } from '../../src/load/database.ts'
import { listPrunable, prune } from '../../src/load/prune.ts'
import { findSchemaDrift } from '../../src/load/schema-drift.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { parseConfig } from '../../src/runtime/config-schema.ts'
import type { Live } from '../../src/runtime/live.ts'
import { metricsText } from '../../src/runtime/metrics.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'
import { makeTerminal } from '../support/terminal.ts'

const POLICY = { days: { read: 400, unusable: 90 }, sources: { quick: { read: 5, unusable: 5 } } }
const UNICORNS = join(ROOT, 'data/sample/curated/unicorns.csv')

describe.each(DATABASES)('upkeep on $name', ({ open }) => {
  let db: Database
  let live: Live
  beforeAll(async () => {
    db = await open()
    live = {
      ...(await makeEffects(db)),
      config: parseConfig({}),
      home: ROOT,
      feeds: [],
      sources: { sources: {} },
    } as unknown as Live
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('lists what was rejected, shows its lines, and forgets what a later reading takes', async () => {
    using folder = makeFolder()
    const file = join(folder.path, 'rates.csv')
    writeFileSync(file, 'date,usd_per_eur,cny_per_eur\n2023-01-03,1.05,7.3\n2023-01-04,1.06,-7\n')
    await importFiles([file], { live, terminal: makeTerminal(), json: false })
    await importFiles([UNICORNS], { live, terminal: makeTerminal(), json: false })
    await sql`insert into rejection (page_id, line, reasons, content)
      select max(page_id), 3, '["of an earlier reader"]', 'x' from import_file`.execute(db.reader)

    const listed = makeTerminal()
    expect(await tellRejections({}, { live, terminal: listed })).toBe(0)
    const [newest = '', older = ''] = listed.text.out.split('\n')
    expect(newest).toMatch(/unicorns\.csv.*1 rejected, mostly "of an earlier reader"/)
    expect(older).toMatch(/rates\.csv.*1 rejected/)
    const shown = makeTerminal()
    await tellRejections({ page: older.split(' ')[0] ?? '' }, { live, terminal: shown })
    expect(shown.text.out).toMatch(/^3: .*\n {4}2023-01-04,1.06,-7\n$/)
    await expect(
      tellRejections({ page: '999' }, { live, terminal: makeTerminal() }),
    ).rejects.toThrow(/Nothing of page 999/)
    await expect(
      tellRejections({ page: 'the last' }, { live, terminal: makeTerminal() }),
    ).rejects.toThrow(/Nothing of page the last/)

    const replayed = makeTerminal()
    expect(await tellRejections({ replay: true }, { live, terminal: replayed })).toBe(3)
    expect(replayed.text.err).toContain('2 pages and files again: 1 item of 1 still rejected')
    const again = makeTerminal()
    await tellRejections({ replay: true }, { live, terminal: again })
    expect(again.text.err).toContain('1 page or file again: 1 item of 1 still rejected')
  })

  it('drops old bytes no row rests on, of pages alone, and keeps their hash', async () => {
    const pages = [
      { name: 'rested-on', source: 'slow', days: 900, outcome: 'news' },
      { name: 'old', source: 'slow', days: 500, outcome: 'nothing-new' },
      { name: 'young', source: 'slow', days: 300, outcome: 'empty' },
      { name: 'broken', source: 'slow', days: 100, outcome: 'broken' },
      { name: 'quick', source: 'quick', days: 9, outcome: 'empty' },
      { name: 'twin', source: 'slow', days: 700, outcome: 'empty' },
      { name: 'twin', source: 'slow', days: 1, outcome: 'nothing-new' },
    ]
    for (const page of pages) await storePage(db, page)
    await sql`insert into session (exchange, session_on, known_from, assumed, recorded_at, page_id)
      select 'XSHG', '2023-01-03', now(), true, now(), id from page where url = 'rested-on'`.execute(
      db.reader,
    )

    const listed = await listPrunable(db.reader, POLICY, NOW)
    expect(listed).toEqual([
      { source: 'quick', pages: '1', bytes: '5' },
      { source: 'slow', pages: '2', bytes: '9' },
    ])
    const dropped = await db.transaction((transaction) => prune(transaction, POLICY, NOW))
    expect(dropped).toEqual(listed)
    const gone = await sql<{ url: string }>`
      select distinct url from page join body on sha256 = body_sha256 where bytes is null order by url
    `.execute(db.reader)
    expect(gone.rows.map(({ url }) => url)).toEqual(['broken', 'old', 'quick'])
    expect(await listPrunable(db.reader, POLICY, NOW)).toEqual([])
  })

  it('tells what of the schedule, the letters and the sources needs a person', async () => {
    const fine = makeTerminal()
    expect(await tellStatus({ json: false, live, terminal: fine })).toBe(0)
    expect(fine.text.out).toMatch(
      /slow: \d+ pages, last \S+, last good 24 h ago, 0 rows new or changed, 0 unchanged, 0 rejected, 0 waiting$/m,
    )
    await sql`insert into scheduled_job (job, planned_until) values ('nightly', now())`.execute(
      db.reader,
    )
    await sql`insert into due_time (job, due_at, state, reason, recorded_at, finished_at) values
      ('nightly', now() - interval '3 days', 'failed', 'it broke', now(), now()),
      ('nightly', now() - interval '3 hours', 'waiting', null, now(), null)`.execute(db.reader)
    await sql`insert into run (command, arguments, started_at, finished_at, outcome)
      values ('nightly', '{}', now(), now(), 'failed')`.execute(db.reader)
    const terminal = makeTerminal()
    expect(await tellStatus({ json: true, live, terminal })).toBe(3)
    const { needs } = JSON.parse(terminal.text.out)
    expect(needs.join('\n')).toMatch(
      /nightly of .* was due and nobody has run it[\s\S]*failed: it broke/,
    )
    expect(needs.join('\n')).toMatch(/the last nightly, of .*, failed; its diary tells why/)
  })

  it('tells the metrics, and what of the schema was changed by hand', async () => {
    expect(await metricsText(db.reader)).toMatch(
      /feastgap_pages\{source="slow",outcome="broken"\} 1\n/,
    )
    const folder = join(ROOT, 'sql')
    expect(await findSchemaDrift(db, folder, NOW)).toEqual({ missing: [], foreign: [] })
    await db.transaction(({ run }) =>
      run('drop index page_source; alter table host_gate alter failures set default 7'),
    )
    const { missing, foreign } = await findSchemaDrift(db, folder, NOW)
    expect(missing).toEqual([
      'column host_gate.failures integer not null default 0',
      'index CREATE INDEX page_source ON public.page USING btree (source, requested_at)',
    ])
    expect(foreign).toEqual(['column host_gate.failures integer not null default 7'])
  })
})

async function storePage(
  db: Database,
  page: {
    readonly name: string
    readonly source: string
    readonly days: number
    readonly outcome: string
  },
): Promise<void> {
  const hash = createHash('sha256').update(page.name).digest()
  await sql`insert into body (sha256, size, encoding, bytes)
    values (${hash}, ${page.name.length}, 'identity', ${Buffer.from(page.name)}) on conflict do nothing
  `.execute(db.reader)
  const at = NOW.subtract({ hours: page.days * 24 })
  await sql`insert into page (source, method, url, requested_at, body_sha256, fetcher, outcome)
    values (${page.source}, 'GET', ${page.name}, ${at.toString()}, ${hash}, 'test', ${page.outcome})
  `.execute(db.reader)
}
