const QUOTED = /[",\n\r]|^$|^\\\.$/

/** A line of the CSV that COPY reads: an absent cell is null, an empty one is quoted. */
export function toCsvLine(cells: readonly (string | undefined)[]): string {
  return `${cells.map(toCell).join(',')}\n`
}

function toCell(cell: string | undefined): string {
  if (cell === undefined) return ''
  return QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
