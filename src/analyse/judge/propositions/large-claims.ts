import type { ClaimLine } from '../../../model/claim-finding.ts'
import { decimal } from '../../../model/decimal.ts'
import type { VerdictRules } from '../../../model/verdict-rules.ts'

/** Claims about a track that speak of tens of billions of yuan or more. */
export function largeClaims(
  claims: readonly ClaimLine[],
  track: string,
  rules: VerdictRules,
): readonly ClaimLine[] {
  const bar = rules.propositions.large_claim_yuan
  return claims.filter(
    (claim) =>
      claim.track === track && claim.yuan !== undefined && decimal(claim.yuan.low).gte(bar),
  )
}
