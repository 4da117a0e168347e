import { decimal } from '../../model/decimal.ts'
import type { Grid, Span } from '../../model/grid.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import type { DatedTotal } from '../metrics/published-totals.ts'

/** Listings a span by the first publisher who counted all of them, or undefined. */
export type Listings = (
  spans: readonly Span[],
) => { readonly publisher: string; readonly counts: readonly number[] } | undefined

/**
 * The pace of exits, which moves private money whatever prices do: one publisher's count for each span,
 * never two publishers chained. Bounds count as their middle; a floor has none.
 */
export function listingsOf(
  totals: readonly DatedTotal[],
  { listings }: VerdictRules['transmission'],
  grid: Grid,
): Listings {
  const counted = totals.filter(
    ({ region, track, metric, isFloor }) =>
      region === listings.region &&
      track === listings.track &&
      metric === listings.metric &&
      isFloor !== true,
  )
  const publishers = [...new Set(counted.map(({ publisher }) => publisher))].sort()
  return (spans) => {
    for (const publisher of publishers) {
      const own = counted.filter((total) => total.publisher === publisher)
      const counts = spans.flatMap((span) => {
        const { from, to } = grid.daysOf(span)
        const total = own.find((one) => one.from === from && one.to === to)
        if (total === undefined) return []
        return [decimal(total.value.low).plus(total.value.high).div(2).toNumber()]
      })
      if (counts.length === spans.length) return { publisher, counts }
    }
    return undefined
  }
}
