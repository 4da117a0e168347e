import type { Findings } from '../model/findings.ts'
import type { NamedRows } from './export-inflow.ts'

/** Each claim with all it was held against. */
export function claimsTables({ claims }: Findings): readonly NamedRows[] {
  const keyed = claims.map((line) => {
    const { claimedOn, outlet, claim } = line
    return { line, key: { claimedOn, outlet, claim } }
  })
  return [
    {
      name: 'claims',
      rows: claims.map(({ deals: { n, undisclosed }, withInternal: _, totals: __, ...line }) => ({
        ...line,
        deals: { n, undisclosed },
      })),
    },
    {
      name: 'claim-totals',
      // Editions of the archive may be older than the list.
      rows: keyed.flatMap(({ key, line: { totals = [] } }) =>
        totals.map((total) => ({ ...key, ...total })),
      ),
    },
    {
      name: 'claim-deals',
      rows: keyed.flatMap(({ key, line }) =>
        line.deals.largest.map((deal) => ({ ...key, ...deal })),
      ),
    },
    {
      name: 'claims-with-internal',
      rows: keyed.flatMap(({ key, line }) =>
        line.withInternal.map((test) => ({ ...key, verdictWithout: line.verdict, ...test })),
      ),
    },
  ]
}
