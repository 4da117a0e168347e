import { sql } from 'kysely'
import type { Transaction } from '../database.ts'

interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Loads with no foreign keys, then makes them anew, which checks every row: tables may then come in any order. All of it
 * is of one transaction, so nobody ever sees the schema without them.
 */
export async function withoutReferences(
  transaction: Transaction,
  load: () => Promise<void>,
): Promise<void> {
  const found = await sql<Reference>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
  `.execute(transaction.sql)
  const references = found.rows
  for (const { table, name } of references)
    await transaction.run(`alter table ${table} drop constraint ${name}`)
  await load()
  for (const { table, name, definition } of references)
    await transaction.run(`alter table ${table} add constraint ${name} ${definition}`)
}

/** The next identity of each table stands above those that were loaded. */
export async function moveIdentitiesOn(transaction: Transaction): Promise<void> {
  const found = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'
  `.execute(transaction.sql)
  for (const { table, column } of found.rows) {
    await transaction.run(
      `select setval(pg_get_serial_sequence('public."${table}"', '${column}'), coalesce(max("${column}"), 1), max("${column}") is not null) from public."${table}"`,
    )
  }
}
