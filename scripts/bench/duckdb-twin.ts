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
import { macrosFrom, type SqlFunction, writtenOut } from './duckdb-functions.ts'

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
  /** The rows of one statement without parameters. */
  read(statement: string): Promise<readonly unknown[]>
}

/** The same tables in DuckDB, in memory, with every SQL function and view it can take. The server writes the files itself. */
export async function twinOf(db: Reader): Promise<Twin> {
  const instance = await DuckDBInstance.create(':memory:')
  const duck = await instance.connect()
  await duck.run("set TimeZone = 'Asia/Shanghai'; set integer_division = true")
  await copyTables(db, duck)
  const functions = await functionsOf(db)
  await defineAll(duck, [...macrosFrom(functions), ...(await viewsOf(db, functions))])
  return {
    run: (queries) => runAll(duck, queries, functions),
    read: async (statement) =>
      (await duck.runAndReadAll(inDuckDb(writtenOut(statement, functions)))).getRowObjectsJson(),
    [Symbol.dispose]() {
      duck.closeSync()
      instance.closeSync()
    },
  }
}

/**
 * Defines what can be defined, again and again as long as that makes more possible: one may need another. What DuckDB
 * cannot take, the measures that need it cannot run, and the table says so.
 */
async function defineAll(duck: DuckDBConnection, statements: readonly string[]): Promise<void> {
  const left: string[] = []
  for (const statement of statements) await duck.run(statement).catch(() => left.push(statement))
  if (left.length < statements.length) await defineAll(duck, left)
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

async function functionsOf(db: Reader): Promise<readonly SqlFunction[]> {
  const { rows } = await sql<SqlFunction>`
    select p.proname as name, p.proretset as "isTable",
      btrim(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), E' \\n;') as body,
      coalesce((select jsonb_agg(n order by i) from unnest(p.proargnames) with ordinality a (n, i)
        where i <= p.pronargs), '[]') as takes,
      coalesce(
        (select jsonb_agg(n order by i) from unnest(p.proargnames) with ordinality a (n, i) where i > p.pronargs),
        (select jsonb_agg(a.attname order by a.attnum) from pg_type t join pg_attribute a on a.attrelid = t.typrelid
          where t.oid = p.prorettype and a.attnum > 0 and not a.attisdropped), '[]') as gives
    from pg_proc p join pg_language l on l.oid = p.prolang
    where p.pronamespace = 'public'::regnamespace and l.lanname = 'sql'
    order by p.oid
  `.execute(db)
  return rows
}

async function viewsOf(db: Reader, functions: readonly SqlFunction[]): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; body: string }>`
    select relname as name, pg_get_viewdef(oid) as body from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v' order by oid
  `.execute(db)
  return rows.map(
    ({ name, body }) => `create view ${name} as ${inDuckDb(writtenOut(body, functions))}`,
  )
}

async function runAll(
  duck: DuckDBConnection,
  queries: readonly RecordedQuery[],
  functions: readonly SqlFunction[],
): Promise<number | undefined> {
  const before = cpuSecondsSoFar()
  for (const { sql: statement, parameters } of queries) {
    if (/^(?:create index|analyze)/.test(statement)) continue
    try {
      const prepared = await duck.prepare(inDuckDb(writtenOut(statement, functions)))
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
