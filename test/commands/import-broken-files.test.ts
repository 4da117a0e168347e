import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importFiles } from '../../src/commands/import.ts'
import type { Database } from '../../src/load/database.ts'
import type { Effects } from '../../src/pipeline.ts'
import type { Live } from '../../src/runtime/live.ts'
import { BROKEN_FILES } from '../support/broken-files.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'
import { makeTerminal } from '../support/terminal.ts'

describe.each(DATABASES)('import of broken files on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  beforeAll(async () => {
    db = await open()
    effects = await makeEffects(db)
  })
  afterAll(() => db[Symbol.asyncDispose]())
  beforeEach(() =>
    db.transaction(({ run }) =>
      run('truncate bar, event, announcement, rejection, import_file, page, body cascade'),
    ),
  )

  it('knows at least forty of them', () => {
    expect(BROKEN_FILES.length).toBeGreaterThanOrEqual(40)
  })

  it.each(BROKEN_FILES)('$name', async ({ make, expected }) => {
    using folder = makeFolder()
    const terminal = makeTerminal()
    const path = make(folder)
    const before = process.memoryUsage().rss

    const code = await importFiles([path], { live: effects as Live, terminal, json: false })

    expect(code).toBe(2)
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    const loaded = await sql<{ n: number }>`
      select ((select count(*) from bar) + (select count(*) from event))::integer as n
    `.execute(db.reader)
    if ('refused' in expected) {
      expect(terminal.text.err).toMatch(expected.refused)
      expect(terminal.text.err).toMatch(/\.csv/)
      expect(loaded.rows[0]?.n).toBe(0)
      return
    }
    expect(loaded.rows[0]?.n).toBe(expected.accepted)
    const told = terminal.text.err.split('\n').filter((line) => /\.csv:\d+: /.test(line))
    expect(told).toHaveLength(Object.keys(expected.rejected).length)
    const counts = /(\d+) lines?: (\d+) accepted, (\d+) rejected;/.exec(terminal.text.out)
    const [all = 0, taken = 0, refused = 0] = counts?.slice(1).map(Number) ?? []
    expect([all, refused]).toEqual([taken + refused, told.length])
    for (const [line, reason] of Object.entries(expected.rejected)) {
      expect(told.find((text) => text.includes(`.csv:${line}: `))).toMatch(reason)
    }
    expect(terminal.text.err).toMatch(/Correct these lines and import the file again/)

    // Again: nothing is doubled, nothing is lost.
    await importFiles([path], { live: effects as Live, terminal: makeTerminal(), json: false })
    const again = await sql<{ n: number }>`
      select ((select count(*) from bar) + (select count(*) from event))::integer as n
    `.execute(db.reader)
    expect(again.rows[0]?.n).toBe(expected.accepted)
  })

  it('refuses a file it may not read', async () => {
    const { refusal } = await import('../../src/extract/files/check-file.ts')
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
    expect(refusal('prices.csv', denied).message).toBe(
      'prices.csv: it may not be read. Give the user who runs this read permission (chmod +r).',
    )
  })
})
