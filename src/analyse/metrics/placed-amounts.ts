import { type Decimal, decimal } from '../../model/decimal.ts'
import type { DealLine, Interval } from '../../model/findings.ts'
import type { Period } from '../../model/period.ts'
import { placeIn } from './deal-rows.ts'

export const NOTHING: Interval = { low: '0.00', high: '0.00' }

/** What a deal near a period brings to a sum of it: nothing where undisclosed, and from nothing on where it may lie outside. */
export function broughtBy(deal: DealLine, period: Period): Interval {
  if (deal.yuan === undefined) return NOTHING
  return placeIn(period, deal) === 'inside' ? deal.yuan : { low: '0', high: deal.yuan.high }
}

/** Disclosed amounts of deals that surely lie in a period, and of those whose date straddles one of its edges. */
export interface PlacedAmounts {
  readonly sure: readonly Interval[]
  readonly perhaps: readonly Interval[]
}

export function placedAmounts(deals: readonly DealLine[], period: Period): PlacedAmounts {
  const at = (place: ReturnType<typeof placeIn>): readonly Interval[] =>
    deals.flatMap((deal) =>
      deal.yuan !== undefined && placeIn(period, deal) === place ? [deal.yuan] : [],
    )
  return { sure: at('inside'), perhaps: at('perhaps') }
}

/** What each amount may bring to a sum: a deal that perhaps lies outside may bring nothing. */
export function broughtIn({ sure, perhaps }: PlacedAmounts): readonly Interval[] {
  return [...sure, ...perhaps.map(({ high }) => ({ low: '0', high }))]
}

/**
 * Bounds of an average that grows with each of its amounts, whichever of the perhaps deals lie in the period: of any
 * number of them, those with the least amounts give the low bound and those with the most the high one.
 */
export function averageBounds(
  { sure, perhaps }: PlacedAmounts,
  average: (values: readonly Decimal[]) => Decimal,
): { readonly low: Decimal; readonly high: Decimal } {
  const averages = (end: keyof Interval, order: (a: Decimal, b: Decimal) => number): Decimal[] => {
    const added = perhaps.map((amount) => decimal(amount[end])).sort(order)
    const kept = sure.map((amount) => decimal(amount[end]))
    return Array.from({ length: added.length + 1 }, (_, n) =>
      average([...kept, ...added.slice(0, n)]),
    )
  }
  const least = averages('low', (a, b) => a.cmp(b))
  const most = averages('high', (a, b) => b.cmp(a))
  return {
    low: least.reduce((a, b) => (b.lt(a) ? b : a)),
    high: most.reduce((a, b) => (b.gt(a) ? b : a)),
  }
}
