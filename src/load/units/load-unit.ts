import type { Unit, UnitRows } from '../../model/rows.ts'

/** A column of a unit's staging table, and what a row puts there. */
export interface StagedColumn<Row> {
  readonly name: string
  readonly type: string
  readonly of: (row: Row) => string | undefined
}

/**
 * How rows of one unit reach their table. Staging holds natural keys as text; `prepare` makes what the rows refer to
 * (series, companies, partitions), and `from` turns staged rows into columns of the table.
 */
export interface LoadUnit<U extends Unit = Unit> {
  readonly unit: U
  readonly table: string
  readonly columns: readonly StagedColumn<UnitRows[U]>[]
  /** Staged columns that identify a row within one import. */
  readonly stagedKey: readonly string[]
  /** Statements run once staging is full; `$page` and `$now` are filled in. */
  readonly prepare: readonly string[]
  readonly key: readonly string[]
  readonly values: readonly string[]
  /** Selects key, values, known_from and assumed from `staged`. */
  readonly from: string
  /** Tables without a history twin keep only their newest state. */
  readonly history: boolean
  /** Rows have an id of their own, which superseded states keep. */
  readonly identity: boolean
  /**
   * Run after the merge, `$page` and `$now` filled in. One that gives `inserted` and `updated` tells what really changed,
   * where the table itself only holds rows on their way.
   */
  readonly after?: readonly string[]
}

/** `known_from` and `assumed` of a staged row: the file's column, else the end of the fact's own day. */
export function knownFrom(day: string): string {
  return `coalesce(day_end(staged.known_from), day_end(${day})) as known_from, staged.known_from is null as assumed`
}
