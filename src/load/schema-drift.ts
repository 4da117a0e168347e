import { sql } from 'kysely'
import type { Database, Reader } from './database.ts'
import { openInMemory } from './embedded-database.ts'
import { migrate } from './migrate.ts'

/** How a schema differs from what the migrations make: each entry a line such as `index series_instrument …`. */
export interface SchemaDrift {
  readonly missing: readonly string[]
  readonly foreign: readonly string[]
}

/** Compares a migrated database with a new one made from the same migrations. */
export async function findSchemaDrift(
  db: Database,
  folder: string,
  now: Temporal.Instant,
): Promise<SchemaDrift> {
  await using fresh = await openInMemory()
  await migrate(fresh, folder, now)
  const [wanted, found] = [await describeSchema(fresh.reader), await describeSchema(db.reader)]
  return {
    missing: [...wanted.difference(found)].sort(),
    foreign: [...found.difference(wanted)].sort(),
  }
}

/**
 * Columns with type, default and nullability, indexes, constraints and functions, a line each. Yearly partitions are left
 * out, for they come with the data; so is the text of views, which each version of PostgreSQL writes its own way.
 */
async function describeSchema(db: Reader): Promise<ReadonlySet<string>> {
  const found = await sql<{ line: string }>`
    with ours as (
      select c.oid, c.relname, c.relkind from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'natural_rows')
      where c.relkind in ('r', 'p', 'v') and not c.relispartition
    )
    select concat_ws(' ', 'column', o.oid::regclass || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then 'not null' end, nullif('identity ' || a.attidentity::text, 'identity '),
      'default ' || pg_get_expr(d.adbin, d.adrelid)) as line
    from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
    union all
    select 'index ' || pg_get_indexdef(i.indexrelid) from ours o join pg_index i on i.indrelid = o.oid
    union all
    select concat_ws(' ', 'constraint', o.oid::regclass, c.conname, pg_get_constraintdef(c.oid))
    from ours o join pg_constraint c on c.conrelid = o.oid and c.contype in ('p', 'u', 'f', 'c') and c.conparentid = 0
    union all
    select concat_ws(' ', 'function', p.oid::regprocedure, md5(p.prosrc)) from pg_proc p
    where p.pronamespace = 'public'::regnamespace
  `.execute(db)
  return new Set(found.rows.map(({ line }) => line))
}
