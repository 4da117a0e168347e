import type { Result } from '../model/result.ts'
import type { Unit, UnitRows } from '../model/rows.ts'

export type ColumnType =
  | 'text'
  | 'date'
  /** Plain decimal digits, sign allowed; no exponent, no grouping. */
  | 'decimal'
  /** A decimal above zero. */
  | 'positive'
  /** A decimal of zero or more. */
  | 'not-negative'
  /** A count: zero or more, at most nine digits. */
  | 'integer'
  | 'currency'
  | 'country'
  | 'url'
  | { readonly oneOf: readonly string[] }

/** One column of a documented CSV kind; the operator's page is generated from these. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** `header`: the column must be there; `cell`: and every row must fill it. Absent: the column may be missing. */
  readonly required?: 'header' | 'cell'
  readonly unit?: string
  readonly doc: string
  readonly example: string
}

/** Cells that passed their column's type; an empty cell is absent. */
export type Cells = Readonly<Partial<Record<string, string>>>

export interface FileFacts {
  /** Base name of the file. */
  readonly name: string
}

/** A documented CSV file kind: recognised by its header, read row by row. */
export interface CsvKind<U extends Unit = Unit> {
  readonly id: string
  readonly title: string
  readonly doc: string
  readonly columns: readonly Column[]
  /** The columns that say which fact a row is about: two rows of a file may not differ under one key. */
  readonly key: readonly string[]
  readonly loads: U
  /** One line becomes rows of its load unit, or all its problems. Cells have passed their types already. */
  readonly toRows: (cells: Cells, file: FileFacts) => Result<readonly UnitRows[U][]>
}
