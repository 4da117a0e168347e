import { sql } from 'kysely'
import type { Unit, UnitRows } from '../model/rows.ts'
import { toCsvCell } from './csv-text.ts'
import type { Transaction } from './database.ts'
import type { LoadUnit } from './units/load-unit.ts'

/** A row with the line of the file it came from. */
export interface LinedRow<U extends Unit> {
  readonly line: number
  readonly row: UnitRows[U]
}

export interface Conflict {
  readonly line: number
  readonly key: string
  readonly lines: readonly number[]
}

/** What staging needs to know of a unit, whatever its rows are. */
export interface StagingPlan {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly stagedKey: readonly string[]
}

/**
 * An empty staging table for a unit, gone at the end of the transaction. Until then a look-up by an index counts as the
 * cheap thing it is in memory and on flash: what is loaded is little beside what is there.
 */
export async function openStaging(transaction: Transaction, unit: StagingPlan): Promise<void> {
  const columns = unit.columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')
  await transaction.run(
    `set local random_page_cost = 1.1; drop table if exists staged, repeated_key; create temp table staged (staged_line integer not null, ${columns}) on commit drop`,
  )
}

/** Rows as `copyStaged` takes them. */
export function toStagedText<U extends Unit>(
  unit: LoadUnit<U>,
  rows: readonly LinedRow<U>[],
): string {
  return rows
    .map(({ line, row }) => {
      const cells = unit.columns.map((column) => toCsvCell(column.of(row)))
      return `${line},${cells.join(',')}\n`
    })
    .join('')
}

export async function copyStaged(
  transaction: Transaction,
  unit: StagingPlan,
  text: string,
): Promise<void> {
  if (text === '') return
  const names = ['staged_line', ...unit.columns.map(({ name }) => `"${name}"`)]
  await transaction.copyRows('staged', names, [text])
}

/**
 * Takes out every row whose key stands in this import with other values too: nothing says which of them is right.
 * Repeated identical rows are fine. Also tells whether any key still stands more than once.
 */
export async function takeOutConflicts(
  transaction: Transaction,
  unit: StagingPlan,
): Promise<{ readonly conflicts: readonly Conflict[]; readonly isRepeated: boolean }> {
  const key = unit.stagedKey.map((name) => `"${name}"`).join(', ')
  const values = unit.columns.map(({ name }) => `staged."${name}"`).join(', ')
  const sameKey = (other: string): string =>
    unit.stagedKey.map((name) => `staged."${name}" = ${other}."${name}"`).join(' and ')
  await transaction.run(`
    create temp table repeated_key on commit drop as
    select ${key} from staged group by ${key} having count(*) > 1`)
  const repeated = await sql<{
    n: number
  }>`select count(*)::integer as n from repeated_key`.execute(transaction.sql)
  const isRepeated = (repeated.rows[0]?.n ?? 0) > 0
  if (!isRepeated) return { conflicts: [], isRepeated }

  const found = await sql<{ key: string; lines: number[] }>`
    with conflicting as (
      select ${sql.raw(key)}, array_agg(staged_line order by staged_line) as lines
      from staged join repeated_key using (${sql.raw(key)})
      group by ${sql.raw(key)}
      having count(distinct row(${sql.raw(values)})::text) > 1
    ), gone as (
      delete from staged using conflicting c where ${sql.raw(sameKey('c'))}
    )
    select concat_ws(', ', ${sql.raw(key)}) as key, lines from conflicting
  `.execute(transaction.sql)
  const conflicts = found.rows.flatMap(({ key: text, lines }) =>
    lines.map((line) => ({ line, key: text, lines })),
  )
  return { conflicts, isRepeated }
}
