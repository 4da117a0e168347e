import type { Result } from '../model/result.ts'
import type { Unit, UnitRows } from '../model/rows.ts'
import type { Reading, RejectedItem } from './source.ts'

/**
 * Reads the items of a page one by one: each becomes rows, none where it says nothing we want, or is rejected. A page none
 * of whose items can be used is broken.
 */
export function readItems<U extends Unit, I>(
  items: readonly I[],
  read: (item: I, index: number) => Result<readonly UnitRows[U][]>,
): Reading<U> {
  if (items.length === 0) return { end: 'empty' }
  const rows: UnitRows[U][] = []
  const rejected: RejectedItem[] = []
  for (const [index, item] of items.entries()) {
    const result = read(item, index)
    if (result.ok) rows.push(...result.value)
    else rejected.push({ item: index + 1, reasons: result.problems })
  }
  if (rows.length > 0 || rejected.length === 0) return { end: 'news', rows, rejected }
  return {
    end: 'broken',
    why: `none of ${items.length} items can be used: ${rejected[0]?.reasons.join('; ')}`,
  }
}
