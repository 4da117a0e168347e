import { decimal } from './decimal.ts'
import type { Inflow, Interval } from './findings.ts'

/** Deals of an inflow whose amount stands in its sums. */
export function disclosedCount({
  n,
  undisclosed,
  unconverted,
}: Pick<Inflow, 'n' | 'undisclosed' | 'unconverted'>): number {
  return n - undisclosed - unconverted
}

/**
 * What the deals of an inflow disclosed together, in yuan; undefined where none of them has an amount that could be
 * converted, which is not zero. Dates that straddle an edge may bring money though no deal surely does.
 */
export function disclosedSum({ disclosed }: Pick<Inflow, 'disclosed'>): Interval | undefined {
  return decimal(disclosed.high).isZero() ? undefined : disclosed
}
