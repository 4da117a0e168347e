import type { ClaimLine } from '../../../model/claim-finding.ts'
import type { Judge } from './evidence.ts'
import { largeClaims } from './large-claims.ts'
import { claimEvidence, verdictOf } from './lines-of-evidence.ts'

/** 5: supported when every checkable large claim about the headline track is contradicted. */
export const largeClaimsFalse: Judge = ({ claims, headline }, rules) => {
  const large = largeClaims(claims, headline.id, rules)
  const by = (verdict: ClaimLine['verdict']): number =>
    large.filter((claim) => claim.verdict === verdict).length
  const [contradicted, supported, within] = [
    by('contradicted'),
    by('supported'),
    by('within-uncertainty'),
  ]
  const isSettled = contradicted > 0 && supported === 0 && within === 0
  const { claim_scopes: scopes, market_totals: market } = rules
  const isWiderField = ({ track }: ClaimLine): boolean =>
    track !== market.track && scopes[track]?.includes(headline.id) === true
  const others = claims.filter((claim) => isWiderField(claim) && claim.verdict !== 'not-checkable')
  return {
    verdict: isSettled ? 'supported' : verdictOf(supported > 0 && contradicted === 0),
    details: {
      checked: contradicted + supported + within,
      contradicted,
      supported,
      within,
      notCheckable: by('not-checkable'),
    },
    for: large.filter(({ verdict }) => verdict === 'contradicted').map(claimEvidence),
    against: others.filter(({ verdict }) => verdict !== 'contradicted').map(claimEvidence),
  }
}
