import type { Decimal } from '../../model/decimal.ts'

/** The middle value, or the mean of the two in the middle; undefined for none. */
export function medianOf(values: readonly Decimal[]): Decimal | undefined {
  const sorted = [...values].sort((a, b) => a.cmp(b))
  const low = sorted[Math.ceil(sorted.length / 2) - 1]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? undefined : low.plus(high).div(2)
}
