import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database, Reader, Transaction } from './database.ts'

const LEDGER = `
create table if not exists schema_migration (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null
);
comment on table schema_migration is 'Migrations applied, in the order of their names.';
comment on column schema_migration.name is 'File name in sql/.';
comment on column schema_migration.sha256 is 'Hash of the file as it was applied.';
comment on column schema_migration.applied_at is 'When it was applied.';
`
const LOCK = 20_230_713

/** A migration that was applied has another text now, or is gone: the schema can no longer be trusted. */
export class MigrationChanged extends Error {
  override readonly name = 'MigrationChanged'
  readonly code = 'migration-changed'
  readonly retryable = false
}

/** A file of `sql/` as it is now. */
interface Migration {
  readonly name: string
  readonly script: string
  readonly sha256: string
}

/**
 * Applies what is new in `folder` (`0001_name.sql`, forward only), each in its own transaction with its ledger row.
 * Safe to run from several processes at once: the second waits, then finds nothing to do. Returns the names applied.
 * With `isWanted`, those it names only.
 */
export async function migrate(
  db: Database,
  folder: string,
  now: Temporal.Instant,
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const waiting = await waitingMigrations(db.reader, folder)
  const applied: string[] = []
  for (const migration of waiting.filter(({ name }) => isWanted(name))) {
    const isNew = await db.transaction((transaction) => applyOnce(transaction, migration, now))
    if (isNew) applied.push(migration.name)
  }
  return applied
}

/** The migrations of a folder that the database has not, or has with another text, in their order. */
export async function waitingMigrations(db: Reader, folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  const migrations = await Promise.all(
    names.map(async (name) => {
      const script = await readFile(join(folder, name), 'utf8')
      return { name, script, sha256: createHash('sha256').update(script).digest('hex') }
    }),
  )
  const known = await readLedger(db)
  return migrations.filter(({ name, sha256 }) => known.get(name) !== sha256)
}

async function applyOnce(
  transaction: Transaction,
  { name, script, sha256 }: Migration,
  now: Temporal.Instant,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction.sql)
  if (!(await hasLedger(transaction.sql))) await transaction.run(LEDGER)

  const before = (await readLedger(transaction.sql)).get(name)
  if (before === sha256) return false
  if (before !== undefined) {
    throw new MigrationChanged(
      `sql/${name} was changed after it had been applied to this database. ` +
        'Restore the file and put the change into a new migration.',
    )
  }
  await transaction.run(script)
  await sql`insert into schema_migration (name, sha256, applied_at) values (${name}, ${sha256}, ${now.toString()})`.execute(
    transaction.sql,
  )
  return true
}

/** The hash each applied migration had, by name. */
async function readLedger(db: Reader): Promise<ReadonlyMap<string, string>> {
  if (!(await hasLedger(db))) return new Map()
  const ledger = await sql<Pick<Migration, 'name' | 'sha256'>>`
    select name, sha256 from schema_migration
  `.execute(db)
  return new Map(ledger.rows.map(({ name, sha256 }) => [name, sha256]))
}

async function hasLedger(db: Reader): Promise<boolean> {
  const found = await sql<{ there: boolean }>`
    select to_regclass('schema_migration') is not null as there
  `.execute(db)
  return found.rows[0]?.there === true
}
