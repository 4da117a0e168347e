import { join } from 'node:path'
import { sql } from 'kysely'
import { inject } from 'vitest'
import type { Database, Reader } from '../../src/load/database.ts'
import { openInMemory } from '../../src/load/embedded-database.ts'
import { migrate } from '../../src/load/migrate.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import { adoptTracks, type Effects } from '../../src/pipeline.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { type ConfigFiles, readConfigFiles } from '../../src/runtime/config-files.ts'
import { newDatabase, newName } from './new-database.ts'
import { newEmbedded } from './new-embedded.ts'

export const NOW = Temporal.Instant.from('2026-11-24T02:00:00Z')

/** Every database the suite runs on: the embedded one, and PostgreSQL where there is one. */
export const DATABASES: readonly {
  readonly name: string
  /** A new one, migrated. */
  readonly open: () => Promise<Database>
  /** One without a table. */
  readonly openBare: () => Promise<Database>
}[] = [
  { name: 'embedded', open: newEmbedded, openBare: openInMemory },
  ...(inject('postgresUrl') === ''
    ? []
    : [
        {
          name: 'PostgreSQL',
          open: async () => openPostgres(await freshDatabase()),
          openBare: async () => openPostgres(await bareDatabase()),
        },
      ]),
]

/** The address of a new, migrated database on the test server. It goes when the server goes. */
export function freshDatabase(): Promise<string> {
  return newDatabase(inject('postgresUrl'), newName(), inject('migratedDatabase'))
}

/** The address of a database on the test server without a table. */
export function bareDatabase(): Promise<string> {
  return newDatabase(inject('postgresUrl'), newName())
}

/** One of `DATABASES` that knows the tracks. */
export async function openMigrated(open: () => Promise<Database>): Promise<Database> {
  const db = await open()
  await makeEffects(db)
  return db
}

/** The effects of a command on a database, brought to the newest schema. */
export async function makeEffects(
  db: Database,
): Promise<Effects & Pick<ConfigFiles, 'corrections' | 'gate'>> {
  const files = await readConfigFiles(join(ROOT, 'config'))
  await migrate(db, join(ROOT, 'sql'), NOW)
  const effects = { ...files, db, now: () => NOW }
  await adoptTracks(effects)
  return effects
}

/** One checksum a table, over facts on their natural keys: order of arrival must not matter. */
export async function checksums(db: Reader): Promise<Readonly<Record<string, string>>> {
  const columns = await sql<{ view: string; column: string; type: string }>`
    select table_name as view, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'natural_rows' order by table_name, ordinal_position
  `.execute(db)
  const sums: Record<string, string> = {}
  for (const [view, list] of Map.groupBy(columns.rows, (row) => row.view)) {
    const values = list.map(({ column, type }) =>
      type === 'numeric' ? `trim_scale("${column}")` : `"${column}"`,
    )
    const found = await sql<{ sum: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line collate "C")), '') as sum
      from (select md5(row(${sql.raw(values.join(', '))})::text) as line
        from natural_rows.${sql.raw(`"${view}"`)}) lines
    `.execute(db)
    sums[view] = found.rows[0]?.sum ?? ''
  }
  return sums
}
