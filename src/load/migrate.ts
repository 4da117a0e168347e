import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database, Transaction } from './database.ts'

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
  const names = (await readdir(folder))
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name) && isWanted(name))
    .sort()
  const applied: string[] = []
  for (const name of names) {
    const script = await readFile(join(folder, name), 'utf8')
    const isNew = await db.transaction((transaction) =>
      applyOnce(transaction, { name, script }, now),
    )
    if (isNew) applied.push(name)
  }
  return applied
}

async function applyOnce(
  transaction: Transaction,
  migration: { readonly name: string; readonly script: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const { name, script } = migration
  const hash = createHash('sha256').update(script).digest('hex')
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction.sql)
  if (!(await hasLedger(transaction))) await transaction.run(LEDGER)

  const ledger = await sql<{
    sha256: string
  }>`select sha256 from schema_migration where name = ${name}`.execute(transaction.sql)
  const before = ledger.rows[0]?.sha256
  if (before === hash) return false
  if (before !== undefined) {
    throw new MigrationChanged(
      `sql/${name} was changed after it had been applied to this database. ` +
        'Restore the file and put the change into a new migration.',
    )
  }
  await transaction.run(script)
  await sql`insert into schema_migration (name, sha256, applied_at) values (${name}, ${hash}, ${now.toString()})`.execute(
    transaction.sql,
  )
  return true
}

async function hasLedger(transaction: Transaction): Promise<boolean> {
  const found = await sql<{
    there: boolean
  }>`select to_regclass('schema_migration') is not null as there`.execute(transaction.sql)
  return found.rows[0]?.there === true
}
