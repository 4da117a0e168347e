import type { Unit } from '../model/rows.ts'
import type { PageRequest, Reading } from './source.ts'

/** Where a page stands in a list that tells how long it is. */
export interface PageOfList {
  /** From 1. */
  readonly number: number
  readonly size: number
  readonly rows: number
  /** Rows of the whole list, as this page announces them. */
  readonly count: number
}

/** Why rows must be missing from a page, or from the list since it was begun; undefined when none are. */
export function missingRows(
  { number, size, rows, count }: PageOfList,
  { partition }: Pick<PageRequest, 'partition'>,
): string | undefined {
  const { begun } = PLACE.exec(partition)?.groups ?? {}
  if (begun !== undefined && Number(begun) !== count)
    return `the list had ${begun} rows when it was begun, and ${count} on page ${number}`
  const due = Math.max(0, Math.min(size, count - (number - 1) * size))
  if (rows === due) return undefined
  return `${rows} of ${due} rows stand on page ${number} of a list of ${count}`
}

/**
 * The page after this one, if the list goes on: `2023-06/page-2`. Where a list must not change while it is read, its
 * length travels with the name: `3/2026-11-25/page-2-of-9120`.
 */
export function nextPages(
  request: PageRequest,
  { number, size, count }: PageOfList,
  { parameter, list }: { readonly parameter: string; readonly list: 'grows' | 'stands' },
): readonly PageRequest[] {
  if (number * size >= count) return []
  const { partition, url } = request
  return [
    {
      ...request,
      partition: `${partition.replace(PLACE, '')}/page-${number + 1}${list === 'stands' ? `-of-${count}` : ''}`,
      url: url.replace(new RegExp(`([?&]${parameter}=)\\d+`), `$1${number + 1}`),
    },
  ]
}

const PLACE = /\/page-\d+(?:-of-(?<begun>\d+))?$/

/** A reading with the pages it leads to. */
export function leadingTo<U extends Unit>(
  reading: Reading<U>,
  next: readonly PageRequest[],
): Reading<U> {
  return reading.end === 'news' && next.length > 0 ? { ...reading, next } : reading
}
