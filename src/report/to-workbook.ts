import { type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { decimal } from '../model/decimal.ts'
import type { ExportCell } from './to-csv.ts'
import type { ExportTable } from './to-export-table.ts'

/** What the numbers of a workbook hold exactly: they are doubles. */
const EXACT_DIGITS = 15
/** The most characters a cell of a workbook may hold; the CSV beside it has them all. */
const MOST_CHARACTERS = 32_767
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/**
 * All tables as one workbook (Office Open XML), a sheet each. A number that a workbook could not hold to its last digit
 * stays text, so that money never changes by being opened. Text is stored as text: nothing in it is run as a formula.
 */
export function toWorkbook(tables: readonly ExportTable[]): Uint8Array {
  const book: WorkBook = utils.book_new()
  for (const table of tables) utils.book_append_sheet(book, toSheet(table), table.name)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}

function toSheet({ columns, rows }: ExportTable): WorkSheet {
  const cells = [
    columns.map((name) => text(name)),
    ...rows.map((row) => columns.map((_, index) => toCell(row[index]))),
  ]
  return utils.aoa_to_sheet(cells)
}

function toCell(cell: ExportCell): CellObject | null {
  if (cell === undefined) return null
  const written = String(cell)
  const isNumber = NUMBER.test(written) && decimal(written).precision() <= EXACT_DIGITS
  return isNumber ? { t: 'n', v: Number(written) } : text(written)
}

function text(whole: string): CellObject {
  const isWhole = whole.length <= MOST_CHARACTERS
  return { t: 's', v: isWhole ? whole : `${whole.slice(0, MOST_CHARACTERS - 1)}…` }
}
