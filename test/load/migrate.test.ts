import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { MigrationChanged, migrate } from '../../src/load/migrate.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { DATABASES, NOW } from '../support/databases.ts'
import { makeFolder } from '../support/folders.ts'

const FOLDER = join(ROOT, 'sql')

describe.each(DATABASES)('migrations on $name', ({ openBare }) => {
  it('apply once, also when two start together', async () => {
    await using db = await openBare()
    const [one, other] = await Promise.all([migrate(db, FOLDER, NOW), migrate(db, FOLDER, NOW)])
    const ledger = await sql<{
      n: number
    }>`select count(*)::integer as n from schema_migration`.execute(db.reader)
    expect(one.length + other.length).toBe(ledger.rows[0]?.n)
    expect(await migrate(db, FOLDER, NOW)).toEqual([])
  })

  it('refuse a file that was changed after it had been applied', async () => {
    using folder = makeFolder()
    cpSync(FOLDER, folder.path, { recursive: true })
    await using db = await openBare()
    await migrate(db, folder.path, NOW)
    const file = join(folder.path, '0001_runs_and_pages.sql')
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n-- changed`)
    await expect(migrate(db, folder.path, NOW)).rejects.toThrow(MigrationChanged)
  })

  it('leave no table, column, view or function without a comment', async () => {
    await using db = await openBare()
    await migrate(db, FOLDER, NOW)
    const silent = await sql<{ name: string }>`
      select c.relname || '.' || a.attname as name
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'natural_rows')
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p', 'v') and not c.relispartition and col_description(c.oid, a.attnum) is null
      union all
      select c.relname from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'natural_rows')
      where c.relkind in ('r', 'p', 'v') and not c.relispartition and obj_description(c.oid) is null
      union all
      select p.proname from pg_proc p
      where p.pronamespace = 'public'::regnamespace and obj_description(p.oid, 'pg_proc') is null
    `.execute(db.reader)
    expect(silent.rows).toEqual([])
  })
})
