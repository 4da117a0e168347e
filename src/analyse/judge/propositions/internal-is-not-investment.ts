import { decimal } from '../../../model/decimal.ts'
import type { Judge } from './evidence.ts'
import { largeClaims } from './large-claims.ts'
import { excludedEvidence } from './lines-of-evidence.ts'

/** 4: a definition, so what hangs on it is tested: would counting internal money turn the verdict on the claims? */
export const internalIsNotInvestment: Judge = (
  { internal, internalDeals, claims, headline, exclusionTotals },
  rules,
) => {
  const large = largeClaims(claims, headline.id, rules)
  const wouldFlip = large.some(({ ceiling, details, verdict }) => {
    if (verdict !== 'contradicted' || ceiling === undefined) return false
    return decimal(ceiling.value.high)
      .plus(internal.high)
      .gte(details['low'] ?? 0)
  })
  return {
    verdict: internalDeals > 0 ? 'supported' : 'not-enough-data',
    details: {
      n: internalDeals,
      low: internal.low,
      high: internal.high,
      wouldFlip: wouldFlip ? 'yes' : 'no',
    },
    // The definition stands for the whole ledger: each of these would be called investment by somebody.
    for: exclusionTotals.map(excludedEvidence),
    against: [],
  }
}
