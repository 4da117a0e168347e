import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal } from '../../model/decimal.ts'
import type { Cells } from '../csv-kind.ts'

/** A cell its column guarantees to be filled. */
export function filled(cells: Cells, name: string): string {
  const cell = cells[name]
  if (cell === undefined) throw new Error(`column ${name} is not marked as required in its kind`)
  return cell
}

export function filledDate(cells: Cells, name: string): CalendarDate {
  return filled(cells, name) as CalendarDate
}

/** The cells that are filled, under the names of the row: an empty cell leaves no property behind. */
export function given<K extends string>(
  cells: Cells,
  names: Readonly<Record<K, string>>,
): { readonly [P in K]?: string } {
  const found: { [P in K]?: string } = {}
  for (const key in names) {
    const cell = cells[names[key]]
    if (cell !== undefined) found[key] = cell
  }
  return found
}

export function givenDate<K extends string>(
  cells: Cells,
  key: K,
  name: string,
): { readonly [P in K]?: CalendarDate } {
  const cell = cells[name]
  return (cell === undefined ? {} : { [key]: cell }) as { readonly [P in K]?: CalendarDate }
}

/** A cell in another unit, exactly: `scale` of them make one of ours. */
export function scaled<K extends string>(
  cells: Cells,
  key: K,
  { column, by }: { readonly column: string; readonly by: number },
): { readonly [P in K]?: string } {
  const cell = cells[column]
  return (cell === undefined ? {} : { [key]: decimal(cell).times(by).toFixed() }) as {
    readonly [P in K]?: string
  }
}

/** A list in one cell, separated by semicolons. */
export function list(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split(/[;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** The pages a row cites. A semicolon is part of an address here, not an end of one. */
export function citations(cells: Cells): readonly string[] {
  const second = cells['second_citation_url']
  return [filled(cells, 'citation_url'), ...(second === undefined ? [] : [second])]
}

/** What is wrong with a bar's prices: nothing may lie outside low and high, where these are known. */
export function priceProblems(cells: Cells): readonly string[] {
  const [low, high] = [cells['low'], cells['high']]
  if (isAbove(low, high)) return [`low ${low} is above high ${high}`]
  return ['open', 'close'].flatMap((name) => {
    const price = cells[name]
    return [
      ...(isAbove(price, high) ? [`${name} ${price} is above high ${high}`] : []),
      ...(isAbove(low, price) ? [`${name} ${price} is below low ${low}`] : []),
    ]
  })
}

/** Exact without arithmetic: cells of zero or more are canonical text, so with as many whole digits text order decides. */
function isAbove(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const [wholeA, wholeB] = [wholeDigits(a), wholeDigits(b)]
  return wholeA === wholeB ? a > b : wholeA > wholeB
}

function wholeDigits(decimalText: string): number {
  const point = decimalText.indexOf('.')
  return point < 0 ? decimalText.length : point
}

/** What is wrong with the bounds of an amount. */
export function boundProblems(
  low: string | undefined,
  high: string | undefined,
): readonly string[] {
  return isAbove(low, high) ? [`the lower bound ${low} is above the upper bound ${high}`] : []
}
