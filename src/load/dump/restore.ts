import { sql } from 'kysely'
import type { z } from 'zod'
import { toCsvLine } from '../csv-text.ts'
import type { Database, Transaction } from '../database.ts'
import { migrate } from '../migrate.ts'
import {
  DUMP_FORMAT,
  type DumpFoot,
  type DumpHead,
  DumpRefused,
  type DumpTable,
  footSchema,
  headSchema,
  rowSchema,
  rowTally,
  tableSchema,
} from './dump-format.ts'
import { readRows, storedTables, writePlainly } from './stored-rows.ts'
import { moveIdentitiesOn, withoutReferences } from './without-references.ts'

export interface Restored {
  readonly takenAt: string
  readonly tables: number
  readonly rows: number
}

const CHUNK_CHARACTERS = 1_000_000

/**
 * Puts a dump into a database that has no work of its own, reads every row back and compares the sums: whole, or not at
 * all. The schema is brought to the dump's, and after loading to the newest. Throws DumpRefused.
 */
export async function restore(
  db: Database,
  dumped: AsyncIterable<string>,
  { migrations, now }: { readonly migrations: string; readonly now: Temporal.Instant },
): Promise<Restored> {
  const lines = dumped[Symbol.asyncIterator]()
  const head = parseLine(headSchema, await nextLine(lines), 'the head of a dump')
  if (head.format > DUMP_FORMAT) {
    throw new DumpRefused(
      'This dump was made by a later version. Update Feast Gap, then try again.',
    )
  }
  const names = new Set(head.migrations.map(({ name }) => name))
  await migrate(db, migrations, now, (name) => names.has(name))
  const restored = await asRefusal(
    db.transaction(async (transaction) => {
      await refuseOtherSchema(transaction, head)
      await refuseWork(transaction)
      await sql`call ensure_bar_years(${head.barYears[0]}, ${head.barYears[1]})`.execute(
        transaction.sql,
      )
      return { takenAt: head.takenAt, ...(await loadAll(transaction, lines)) }
    }),
  )
  await migrate(db, migrations, now)
  return restored
}

/** Classes of SQLSTATE: data, constraint, name. A row that our own schema will not have was not dumped by us. */
const ROW_REFUSED = /^(?:22|23|42)/

async function asRefusal<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!ROW_REFUSED.test(code)) throw cause
    throw new DumpRefused(
      `The dump does not fit the schema (${String(cause)}): it was changed since it was made. Nothing was restored.`,
      { cause },
    )
  }
}

async function loadAll(
  transaction: Transaction,
  lines: AsyncIterator<string>,
): Promise<Omit<Restored, 'takenAt'>> {
  await writePlainly(transaction)
  const there = await storedTables(transaction)
  await transaction.run(`truncate ${there.map(({ table }) => `public."${table}"`).join(', ')}`)
  const feet = new Map<string, DumpFoot>()
  await withoutReferences(transaction, async () => {
    for (
      let line = await nextLine(lines);
      !line.startsWith('{"end"');
      line = await nextLine(lines)
    ) {
      const table = parseLine(tableSchema, line, 'the head of a table')
      feet.set(table.table, await loadTable(transaction, table, lines))
    }
  })
  await moveIdentitiesOn(transaction)
  let rows = 0
  for (const stored of there) {
    const tally = rowTally()
    for await (const line of readRows(transaction, stored)) tally.add(line)
    const [foot, found] = [feet.get(stored.table), tally.foot()]
    if (foot?.digest !== found.digest || foot.rows !== found.rows) {
      throw new DumpRefused(
        `${stored.table} is not what was dumped: ${found.rows} rows, ${foot?.rows ?? 'no such table'} in the dump. Nothing was restored.`,
      )
    }
    rows += found.rows
  }
  return { tables: there.length, rows }
}

async function loadTable(
  transaction: Transaction,
  { table, columns }: DumpTable,
  lines: AsyncIterator<string>,
): Promise<DumpFoot> {
  let after = ''
  const chunks = chunksOf(lines, (line) => {
    after = line
  })
  await transaction.copyRows(
    `public."${table}"`,
    columns.map((column) => `"${column}"`),
    chunks,
  )
  return parseLine(footSchema, after, `the foot of ${table}`)
}

/** Rows as CSV in pieces, up to the first line that is no row, which is handed on. */
async function* chunksOf(
  lines: AsyncIterator<string>,
  handOn: (line: string) => void,
): AsyncIterable<string> {
  let chunk = ''
  for (let line = await nextLine(lines); ; line = await nextLine(lines)) {
    if (!line.startsWith('[')) {
      if (chunk !== '') yield chunk
      return handOn(line)
    }
    const cells = parseLine(rowSchema, line, 'a row')
    chunk += toCsvLine(cells.map((cell) => cell ?? undefined))
    if (chunk.length < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = ''
  }
}

async function refuseOtherSchema(transaction: Transaction, head: DumpHead): Promise<void> {
  const found = await sql<{ name: string; sha256: string }>`
    select name, sha256 from schema_migration order by name
  `.execute(transaction.sql)
  const ours = new Map(found.rows.map(({ name, sha256 }) => [name, sha256]))
  const other = head.migrations.find(({ name, sha256 }) => ours.get(name) !== sha256)
  if (other !== undefined) {
    throw new DumpRefused(
      `The dump was made with sql/${other.name}, which this version does not have as it was. Update Feast Gap to the version that made it, or a later one.`,
    )
  }
  if (ours.size > head.migrations.length) {
    throw new DumpRefused(
      'The database has a newer schema than the dump. Restore into a new, empty database.',
    )
  }
}

/** A restore replaces everything, so it goes only where nothing was done yet. */
async function refuseWork(transaction: Transaction): Promise<void> {
  const found = await sql<{ worked: boolean }>`
    select exists (select from run) or exists (select from page) or exists (select from edition) as worked
  `.execute(transaction.sql)
  if (found.rows[0]?.worked === true) {
    throw new DumpRefused(
      'The database holds work already, which a restore would replace. Restore into a new, empty one (another DATABASE_URL or FEASTGAP_HOME).',
    )
  }
}

async function nextLine(lines: AsyncIterator<string>): Promise<string> {
  const { value, done } = await lines.next()
  if (done === true) {
    throw new DumpRefused('The dump ends before its end: it was cut short. Nothing was restored.')
  }
  return value
}

function parseLine<S extends z.ZodType>(schema: S, line: string, what: string): z.infer<S> {
  const parsed = schema.safeParse(toJson(line))
  if (parsed.success) return parsed.data
  throw new DumpRefused(`This is no dump of Feast Gap: ${what} was expected. Nothing was restored.`)
}

function toJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
