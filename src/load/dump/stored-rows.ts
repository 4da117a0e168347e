import { sql } from 'kysely'
import type { Transaction } from '../database.ts'
import type { DumpTable } from './dump-format.ts'

const ROWS_AT_ONCE = 2000
/** Bodies of pages are large. */
const BODIES_AT_ONCE = 20

interface StoredTable extends DumpTable {
  readonly holdsBytes: boolean
}

/** Our tables and the columns that are stored (not computed), by name; a partitioned one stands for its partitions. */
export async function storedTables(transaction: Transaction): Promise<readonly StoredTable[]> {
  const found = await sql<StoredTable>`
    select c.relname as "table", json_agg(a.attname order by a.attnum) as columns,
      bool_or(a.atttypid = 'bytea'::regtype) as "holdsBytes"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'schema_migration' and a.attgenerated = ''
    group by c.relname order by c.relname
  `.execute(transaction.sql)
  return found.rows
}

/** One way to write instants and bytes: the text of a row then depends on no setting. */
export async function writePlainly(transaction: Transaction): Promise<void> {
  await transaction.run(
    "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'",
  )
}

/** Rows of a table as JSON arrays of text or null, in no order. */
export async function* readRows(
  transaction: Transaction,
  { table, columns, holdsBytes }: StoredTable,
): AsyncIterable<string> {
  const cells = columns.map((column) => `"${column}"::text`).join(', ')
  await transaction.run(
    `declare dumped cursor for select json_build_array(${cells})::text as line from public."${table}"`,
  )
  const atOnce = holdsBytes ? BODIES_AT_ONCE : ROWS_AT_ONCE
  for (;;) {
    const found = await sql<{ line: string }>`fetch ${sql.lit(atOnce)} from dumped`.execute(
      transaction.sql,
    )
    for (const { line } of found.rows) yield line
    if (found.rows.length < atOnce) break
  }
  await transaction.run('close dumped')
}
