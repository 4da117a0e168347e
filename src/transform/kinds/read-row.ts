import type { Result } from '../../model/result.ts'
import type { Unit, UnitRows } from '../../model/rows.ts'
import type { Cells, Column, CsvKind, FileFacts } from '../csv-kind.ts'
import { parseCell, showCell } from '../parse-cell.ts'
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
    const problems = [...readCells(columns, texts, cells), ...keyProblems(kind.key, cells)]
    return problems.length > 0 ? { ok: false, problems } : kind.toRows(cells as Cells, file)
  }
}

/** Fills `cells` under the names of their columns, and says what is wrong with the others. */
function readCells(
  columns: readonly (Column | undefined)[],
  texts: readonly string[],
  cells: Record<string, string>,
): readonly string[] {
  const problems: string[] = []
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at]
    const problem = column === undefined ? undefined : readCell(column, texts[at] ?? '', cells)
    if (problem !== undefined) problems.push(problem)
  }
  return problems
}

/** Puts the cell's value under its column's name, or says what is wrong with it. */
function readCell(column: Column, raw: string, cells: Record<string, string>): string | undefined {
  const text = raw.trim()
  if (text === '')
    return column.required === 'cell' ? `${column.name}: the cell is empty` : undefined
  const parsed = parseCell(text, column.type)
  if (!parsed.ok) return `${column.name}: ${parsed.problems}`
  cells[column.name] = parsed.value
  return undefined
}

/** An entry of a database index takes some 2,700 bytes, with its other parts. */
const LONGEST_KEY = 2000
const MOST_BYTES_A_UNIT = 3

/** What names a fact has to be short, and of one line: a line break there is a quote that swallowed rows. */
function keyProblems(key: readonly string[], cells: Readonly<Record<string, string>>): string[] {
  const problems: string[] = []
  let length = 0
  for (const name of key) {
    const text = cells[name] ?? ''
    length += text.length
    if (text.includes('\n'))
      problems.push(
        `${name}: ${showCell(text)} holds a line break: the quote opened on this line took in the lines after it. Close or double it`,
      )
  }
  if (length * MOST_BYTES_A_UNIT > LONGEST_KEY && bytesOf(key, cells) > LONGEST_KEY)
    problems.push(
      `${key.join(', ')}: together they name the row and may hold at most ${LONGEST_KEY} bytes`,
    )
  return problems
}

function bytesOf(key: readonly string[], cells: Readonly<Record<string, string>>): number {
  return new TextEncoder().encode(key.map((name) => cells[name] ?? '').join('')).length
}
