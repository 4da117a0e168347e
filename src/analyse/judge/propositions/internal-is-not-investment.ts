import type { ClaimLine } from '../../../model/claim-finding.ts'
import type { Condition } from '../../../model/findings.ts'
import type { Judge } from './evidence.ts'
import { largeClaims } from './large-claims.ts'
import { excludedEvidence } from './lines-of-evidence.ts'

/**
 * 4: a definition, so what hangs on it is tested: every claim that can be checked is judged again with the internal money
 * of its own field and days counted, status by status. Would the verdict on the large claims (5) turn?
 */
export const internalIsNotInvestment: Judge = (
  { internalDeals, claims, headline, exclusionTotals },
  rules,
) => {
  const tested = claims.filter(({ withInternal }) => withInternal.length > 0)
  const turned = tested.filter(isTurned)
  return {
    verdict: internalDeals > 0 ? 'supported' : 'not-enough-data',
    details: {
      n: internalDeals,
      tested: tested.length,
      turned: turned.length,
      wouldFlip: largeClaims(claims, headline.id, rules).some(isTurned) ? 'yes' : 'no',
    },
    // The definition stands for the whole ledger: each of these would be called investment by somebody.
    for: exclusionTotals.map(excludedEvidence),
    against: turned.flatMap(turnedEvidence),
  }
}

function isTurned({ verdict, withInternal }: ClaimLine): boolean {
  return withInternal.some((test) => test.verdict !== verdict)
}

function turnedEvidence({ claim, verdict, withInternal }: ClaimLine): readonly Condition[] {
  return withInternal
    .filter((test) => test.verdict !== verdict)
    .map((test) => ({
      id: 'evidence.turned',
      holds: 'yes',
      details: { claim, status: test.status, verdict: test.verdict, ...test.yuan },
    }))
}
