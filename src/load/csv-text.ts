const SPECIAL = /[",\n\r\\]/

/** A line of the CSV that COPY reads: an absent cell is null, an empty one is quoted. */
export function toCsvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map(toCsvCell).join(',')}\n`
}

/** A lone `\.` would end the data, so what holds a backslash is quoted too. */
export function toCsvCell(cell: string | undefined): string {
  if (cell === undefined) return ''
  return cell === '' || SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
