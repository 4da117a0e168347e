import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { readBody } from '../../src/load/archived-pages.ts'
import { importFile } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'

describe.each(DATABASES)('the raw bytes of an imported file on $name', ({ open }) => {
  it('are kept, once, and lead from a figure back to its file', async () => {
    await using db = await open()
    const effects = await makeEffects(db)
    const path = join(ROOT, 'data/sample/curated/unicorns.csv')
    await importFile(path, effects)
    await importFile(path, effects)

    const bodies = await sql<{ n: string }>`select count(*) as n from body`.execute(db.reader)
    expect(bodies.rows[0]?.n).toBe('1')
    const origin = await sql<{ page_id: string; url: string }>`
      select u.page_id, page.url from unicorn u join page on page.id = u.page_id where u.company = 'MiniMax'
    `.execute(db.reader)
    expect(origin.rows[0]?.url).toBe('unicorns.csv')
    const bytes = await readBody(db.reader, origin.rows[0]?.page_id ?? '')
    expect(Buffer.from(bytes ?? [])).toEqual(readFileSync(path))
  })
})
