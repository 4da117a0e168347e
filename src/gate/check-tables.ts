import { parse } from 'csv-parse/sync'
import type { GateReason } from './reason.ts'

/** A table as it is written, and as the rows give it. */
export interface CheckedTable {
  readonly name: string
  readonly csv: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

const NO_NUMBER = /^(?:NaN|-?Infinity|undefined|null|\[object Object\])$/

/** Whether every cell of the written tables, read back, is the one the rows give. */
export function checkTables(tables: readonly CheckedTable[]): readonly GateReason[] {
  return tables.flatMap(checkTable)
}

function checkTable({ name, csv, columns, rows }: CheckedTable): readonly GateReason[] {
  const file = `${name}.csv`
  const blame = (where: string, says: string): GateReason => ({
    check: 'table',
    where: where === '' ? file : `${file} ${where}`,
    says,
  })
  // A table without any line has no columns either, and its file only an empty line.
  const read = readCsv(csv)
  if (typeof read === 'string') return [blame('', read)]
  const [header = [], ...lines] = read
  if (header.join() !== columns.join())
    return [blame('', `its columns are ${header.join(', ')}, not ${columns.join(', ')}`)]
  if (lines.length !== rows.length)
    return [blame('', `it has ${lines.length} lines, the rows give ${rows.length}`)]
  return lines.flatMap((cells, line) =>
    columns.flatMap((column, index) => {
      const [printed = '', expected = ''] = [cells[index], rows[line]?.[index]]
      const where = `line ${line + 2} ${column}`
      if (NO_NUMBER.test(printed)) return [blame(where, `"${printed}" is no value`)]
      if (isSame(printed, String(expected))) return []
      return [blame(where, `"${printed}" is written, the rows give "${expected}"`)]
    }),
  )
}

function readCsv(csv: string): readonly (readonly string[])[] | string {
  try {
    return parse(csv, { bom: true, relaxColumnCount: false })
  } catch (error) {
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** What a spreadsheet would have run has an apostrophe before it. */
function isSame(printed: string, expected: string): boolean {
  return printed === expected || printed === `'${expected}`
}
