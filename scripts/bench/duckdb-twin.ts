import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
} from '@duckdb/node-api'
import { sql } from 'kysely'
import type { RecordedQuery } from '../../src/analyse/trace/record-queries.ts'
import type { Reader } from '../../src/load/database.ts'
import { makeFolder } from '../../test/support/folders.ts'
import { cpuSecondsSoFar } from './clocks.ts'
import { inDuckDb } from './duckdb-dialect.ts'

/** Numbers of any length are floats there: in favour of DuckDB. */
const TYPES: Readonly<Record<string, string>> = {
  numeric: 'double',
  jsonb: 'json',
  bytea: 'blob',
  'timestamp with time zone': 'timestamptz',
  'text[]': 'varchar',
}

export interface Twin extends Disposable {
  /** Seconds of processor time the statements took; undefined where DuckDB has no such function or join. */
  run(queries: readonly RecordedQuery[]): Promise<number | undefined>
}

/** The same tables in DuckDB, in memory, with every SQL function and view it can take. The server writes the files itself. */
export async function twinOf(db: Reader): Promise<Twin> {
  const instance = await DuckDBInstance.create(':memory:')
  const duck = await instance.connect()
  await duck.run("set TimeZone = 'Asia/Shanghai'")
  await copyTables(db, duck)
  for (const statement of [...(await macrosOf(db)), ...(await viewsOf(db))]) {
    // What it cannot take, the measures that need it cannot run, and the table says so.
    await duck.run(statement).catch(() => undefined)
  }
  return {
    run: (queries) => runAll(duck, queries),
    [Symbol.dispose]() {
      duck.closeSync()
      instance.closeSync()
    },
  }
}

async function copyTables(db: Reader, duck: DuckDBConnection): Promise<void> {
  using folder = makeFolder()
  chmodSync(folder.path, 0o777)
  const tables = await sql<{ name: string; columns: readonly { name: string; type: string }[] }>`
    select c.relname as name,
      jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname
  `.execute(db)
  for (const { name, columns } of tables.rows) {
    const file = join(folder.path, `${name}.csv`)
    const typed = columns.map((one) => `"${one.name}" ${TYPES[one.type] ?? one.type}`)
    await duck.run(`create table ${name} (${typed.join(', ')})`)
    await sql.raw(`copy (select * from ${name}) to '${file}' (format csv, header)`).execute(db)
    await duck.run(
      `copy ${name} from '${file}' (format csv, header, nullstr '', quote '"', escape '"')`,
    )
    rmSync(file)
  }
}

async function macrosOf(db: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{
    name: string
    is_table: boolean
    body: string
    takes: string
    gives: string | null
  }>`
    select p.proname as name, p.proretset as is_table,
      coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as body,
      coalesce((select string_agg(n, ', ' order by i) from unnest(p.proargnames) with ordinality a (n, i)
        where i <= p.pronargs), '') as takes,
      (select string_agg(n, ', ' order by i) from unnest(p.proargnames) with ordinality a (n, i)
        where i > p.pronargs) as gives
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname = 'sql'
    order by p.oid
  `.execute(db)
  return rows.map(({ name, is_table: isTable, body, takes, gives }) => {
    // There a parameter is known by its own name only.
    const own = inDuckDb(body.trim())
      .replace(/;$/, '')
      .replace(/^RETURN /, '')
      .replaceAll(`${name}.`, '')
    if (!isTable) return `create macro ${name} (${takes}) as (${own})`
    const named = gives === null ? own : `select * from (${own}) as given (${gives})`
    return `create macro ${name} (${takes}) as table ${named}`
  })
}

async function viewsOf(db: Reader): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; body: string }>`
    select relname as name, pg_get_viewdef(oid) as body from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v' order by oid
  `.execute(db)
  return rows.map(({ name, body }) => `create view ${name} as ${inDuckDb(body)}`)
}

async function runAll(
  duck: DuckDBConnection,
  queries: readonly RecordedQuery[],
): Promise<number | undefined> {
  const before = cpuSecondsSoFar()
  for (const { sql: statement, parameters } of queries) {
    if (/^(?:create index|analyze)/.test(statement)) continue
    try {
      const prepared = await duck.prepare(inDuckDb(statement))
      for (const [index, value] of parameters.entries()) bind(prepared, index + 1, value)
      await prepared.runAndReadAll()
    } catch {
      return undefined
    }
  }
  return cpuSecondsSoFar() - before
}

function bind(statement: DuckDBPreparedStatement, place: number, value: unknown): void {
  if (Number.isInteger(value)) statement.bindInteger(place, Number(value))
  else if (typeof value === 'number') statement.bindDouble(place, value)
  else statement.bindVarchar(place, Array.isArray(value) ? `[${value.join(',')}]` : String(value))
}
