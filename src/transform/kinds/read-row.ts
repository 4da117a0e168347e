import type { Result } from '../../model/result.ts'
import type { Unit, UnitRows } from '../../model/rows.ts'
import type { Cells, Column, CsvKind, FileFacts } from '../csv-kind.ts'
import { parseCell } from '../parse-cell.ts'
import { normaliseHeader } from './recognise-kind.ts'

type RowReader<U extends Unit> = (record: {
  readonly cells: readonly string[]
}) => Result<readonly UnitRows[U][]>

/** A reader for the rows of one file: each cell against its column, then the row as a whole, with all problems. */
export function rowReader<U extends Unit>(
  kind: CsvKind<U>,
  header: readonly string[],
  file: FileFacts,
): RowReader<U> {
  const byName = new Map(kind.columns.map((column) => [column.name, column]))
  const columns = normaliseHeader(header).map((name) => byName.get(name))

  return ({ cells: texts }) => {
    const cells: Record<string, string> = {}
    const problems = columns.flatMap((column, index) =>
      column === undefined ? [] : readCell(column, texts[index] ?? '', cells),
    )
    return problems.length > 0 ? { ok: false, problems } : kind.toRows(cells as Cells, file)
  }
}

const FINE: readonly string[] = []

/** Puts the cell's value under its column's name, or says what is wrong with it. */
function readCell(column: Column, raw: string, cells: Record<string, string>): readonly string[] {
  const text = raw.trim()
  if (text === '') return column.required === 'cell' ? [`${column.name}: the cell is empty`] : FINE
  const parsed = parseCell(text, column.type)
  if (!parsed.ok) return [`${column.name}: ${parsed.problems}`]
  cells[column.name] = parsed.value
  return FINE
}
