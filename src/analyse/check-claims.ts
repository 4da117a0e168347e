import type { ClaimLine } from '../model/findings.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import { checkClaim } from './judge/check-claim.ts'
import type { ClaimRow } from './metrics/claims.ts'
import { type DatedTotal, totalsFor } from './metrics/published-totals.ts'

/** Every claim against the totals published for its own days: of its own field, and of the wider ones around it. */
export function checkClaims(
  rows: readonly ClaimRow[],
  totals: readonly DatedTotal[],
  rules: VerdictRules,
): readonly ClaimLine[] {
  return rows.map((row) => {
    const amounts = totalsFor(totals, { from: row.period_from, to: row.period_to }).filter(
      ({ metric, unit, region }) =>
        metric === 'amount' && unit === 'CNY' && region === rules.market_totals.region,
    )
    const own = rules.ceilings[row.track] ?? [row.track]
    const wider = widerFields(row.track, rules)
    return checkClaim(
      row,
      {
        recorded: { low: row.recorded_low, high: row.recorded_high },
        ceilings: amounts.filter(({ track }) => own.includes(track)),
        wider: amounts.filter(({ track }) => wider.includes(track)),
      },
      rules,
    )
  })
}

/** Fields that hold a track together with others, the whole market aside. */
function widerFields(
  track: string,
  { claim_scopes, market_totals }: VerdictRules,
): readonly string[] {
  return Object.entries(claim_scopes)
    .filter(
      ([name, tracks]) => name !== market_totals.track && name !== track && tracks.includes(track),
    )
    .map(([name]) => name)
}
