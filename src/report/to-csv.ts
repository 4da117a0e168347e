export type ExportCell = string | number | undefined

/** What a spreadsheet would take for the beginning of a formula, unless the cell is a plain number. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/**
 * A table as CSV (RFC 4180, CRLF, UTF-8 with a byte order mark so that spreadsheets read Chinese). Text that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly ExportCell[])[],
): string {
  return `\ufeff${[columns, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`
}

function toCell(cell: ExportCell): string {
  const text = String(cell ?? '')
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
