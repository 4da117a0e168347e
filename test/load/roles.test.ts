import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { migrate } from '../../src/load/migrate.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { publishedEditions, publishedIds } from '../../src/load/published-editions.ts'
import { openQueue } from '../../src/load/queue.ts'
import { disableRecipient, unsubscribeByToken } from '../../src/load/recipients.ts'
import { importFile } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { metricsText } from '../../src/runtime/metrics.ts'
import { bareDatabase, makeEffects } from '../support/databases.ts'

function as(url: string, role: string): Database {
  const address = new URL(url)
  address.username = role
  address.password = 'planted'
  return openPostgres(address.href)
}

describe.runIf(inject('postgresUrl') !== '')('the roles of sql/roles.sql', () => {
  it('let the pipeline do all its work with no right on the server, and readers only read', async () => {
    const url = await bareDatabase()
    await using admin = openPostgres(url)
    const script = readFileSync(join(ROOT, 'sql/roles.sql'), 'utf8')
    await admin.transaction(({ run }) => run(script))
    // Run again, it gives back what a hand took away.
    await admin.transaction(({ run }) =>
      run(
        `alter role feastgap_archive nologin; revoke feastgap_reader from feastgap_archive; ${script}`,
      ),
    )
    await admin.transaction(({ run }) =>
      run(`alter role feastgap password 'planted'; alter role feastgap_archive password 'planted';
        drop role if exists ana; create role ana login password 'planted' in role feastgap_reader`),
    )

    await using pipeline = as(url, 'feastgap')
    const effects = await makeEffects(pipeline)
    const file = join(ROOT, 'data/sample/curated/unicorns.csv')
    expect(await importFile(file, effects)).toMatchObject({ rejected: 0 })
    await sql`call ensure_bar_years(1999, 1999)`.execute(pipeline.reader)
    await using queue = await openQueue(await pipeline.queueSettings(), {
      alone: false,
      sources: [],
    })
    expect(queue).toBeDefined()
    await expect(sql`create role other`.execute(pipeline.reader)).rejects.toThrow(/permission/)

    await using reader = as(url, 'ana')
    for (const view of ['unicorn', 'bar_1999', 'natural_rows.announcement', 'schema_migration']) {
      const read = await sql`select count(*) from ${sql.raw(view)}`.execute(reader.reader)
      expect(read.rows).toHaveLength(1)
    }
    for (const table of ['recipient', 'bounce', 'delivery', 'delivery_decision'])
      await expect(sql`select from ${sql.table(table)}`.execute(reader.reader)).rejects.toThrow(
        /permission/,
      )
    await expect(sql`delete from unicorn`.execute(reader.reader)).rejects.toThrow(/permission/)
    await expect(sql`create table mine (a int)`.execute(reader.reader)).rejects.toThrow(
      /permission/,
    )
    await expect(migrate(reader, join(ROOT, 'sql'), effects.now())).resolves.toEqual([])

    await using archive = as(url, 'feastgap_archive')
    expect(await publishedIds(archive.reader)).toEqual([])
    expect(await publishedEditions(archive.reader, ['1'])).toEqual([])
    expect(await metricsText(archive.reader)).toContain('feastgap_editions')
    const unknown = { evidence: 'asked', now: effects.now() }
    expect(await unsubscribeByToken(archive.reader, 'nobody', unknown)).toBeUndefined()
    await disableRecipient(
      archive.reader,
      'x@example.com',
      { why: 'unsubscribed', ...unknown },
      effects.now(),
    )
    for (const wrong of [
      'delete from recipient',
      "update recipient set address = 'x'",
      'delete from edition',
    ])
      await expect(sql.raw(wrong).execute(archive.reader)).rejects.toThrow(/permission/)
    await admin.transaction(({ run }) => run(script))
  })
})
