import { sql } from 'kysely'
import type { Unit, UnitRows } from '../model/rows.ts'
import { toCsvLine } from './csv-text.ts'
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

/** An empty staging table for a unit, gone at the end of the transaction. */
export async function openStaging(transaction: Transaction, unit: StagingPlan): Promise<void> {
  const columns = unit.columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')
  await transaction.run(
    `drop table if exists staged; create temp table staged (staged_line integer not null, ${columns}) on commit drop`,
  )
}

export async function stageRows<U extends Unit>(
  transaction: Transaction,
  unit: LoadUnit<U>,
  rows: readonly LinedRow<U>[],
): Promise<void> {
  const text = rows
    .map(({ line, row }) =>
      toCsvLine([String(line), ...unit.columns.map((column) => column.of(row))]),
    )
    .join('')
  const names = ['staged_line', ...unit.columns.map(({ name }) => `"${name}"`)]
  await transaction.copyRows('staged', names, [text])
}

/**
 * Takes out every row whose key stands in this import with other values too: nothing says which of them is right.
 * Repeated identical rows are fine.
 */
export async function takeOutConflicts(
  transaction: Transaction,
  unit: StagingPlan,
): Promise<readonly Conflict[]> {
  const key = unit.stagedKey.map((name) => `"${name}"`).join(', ')
  const values = unit.columns.map(({ name }) => `"${name}"`).join(', ')
  const found = await sql<{ key: string; lines: number[] }>`
    with conflicting as (
      select ${sql.raw(key)}, array_agg(staged_line order by staged_line) as lines
      from staged
      group by ${sql.raw(key)}
      having count(*) > 1 and count(distinct row(${sql.raw(values)})::text) > 1
    ), gone as (
      delete from staged using conflicting c
      where ${sql.raw(unit.stagedKey.map((name) => `staged."${name}" = c."${name}"`).join(' and '))}
    )
    select concat_ws(', ', ${sql.raw(key)}) as key, lines from conflicting
  `.execute(transaction.sql)
  return found.rows.flatMap(({ key: text, lines }) =>
    lines.map((line) => ({ line, key: text, lines })),
  )
}
