import type { ClaimLine, InternalTest } from '../model/claim-finding.ts'
import { sumIntervals } from '../model/decimal.ts'
import type { Interval } from '../model/findings.ts'
import type { PublishedTotal } from '../model/published-finding.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import { type ClaimEvidence, checkClaim } from './judge/check-claim.ts'
import type { ClaimRow } from './metrics/claims.ts'
import { type DatedTotal, totalsFor } from './metrics/published-totals.ts'

/** Every claim against the totals published for its own days: of its own field, and of the wider ones around it. */
export function checkClaims(
  rows: readonly ClaimRow[],
  totals: readonly DatedTotal[],
  rules: VerdictRules,
): readonly ClaimLine[] {
  return rows.map((row) => {
    const evidence = evidenceOn(row, totals, rules)
    const line = checkClaim(row, evidence, rules)
    const isCheckable = line.verdict !== 'not-checkable'
    return {
      ...line,
      deals: dealsBeside(row),
      withInternal: isCheckable ? row.internal.map(testWith(row, evidence, rules)) : [],
      ...originOf(row),
    }
  })
}

function evidenceOn(
  row: ClaimRow,
  totals: readonly DatedTotal[],
  rules: VerdictRules,
): ClaimEvidence {
  const amounts = totalsFor(totals, { from: row.period_from, to: row.period_to }).filter(
    ({ metric, unit }) => metric === 'amount' && unit === 'CNY',
  )
  const home = [rules.market_totals.region]
  const own = rules.ceilings[row.track] ?? [row.track]
  const wider = widerFields(row.track, rules)
  const of = (tracks: readonly string[], regions: readonly string[]): readonly PublishedTotal[] =>
    amounts.filter(({ track, region }) => tracks.includes(track) && regions.includes(region))
  return {
    recorded: { low: row.recorded_low, high: row.recorded_high },
    ceilings: of(own, home),
    wider: [
      of(wider, home),
      of(own, rules.claims.wider_regions),
      of(wider, rules.claims.wider_regions),
    ],
  }
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

/** The claim judged again with internal spending added to what was recorded and to whatever bounds it. */
function testWith(row: ClaimRow, evidence: ClaimEvidence, rules: VerdictRules) {
  return ({ low, high, ...internal }: ClaimRow['internal'][number]): InternalTest => {
    const yuan = { low, high }
    const more = (value: Interval): Interval => sumIntervals([value, yuan])
    const { verdict } = checkClaim(
      row,
      {
        ...evidence,
        recorded: more(evidence.recorded),
        ceilings: evidence.ceilings.map((total) => ({ ...total, value: more(total.value) })),
      },
      rules,
    )
    return { ...internal, yuan, verdict }
  }
}

function dealsBeside({ n, undisclosed, largest }: ClaimRow): ClaimLine['deals'] {
  return {
    n,
    undisclosed,
    largest: largest.map(({ low, high, ...deal }) =>
      low === null || high === null ? deal : { ...deal, yuan: { low, high } },
    ),
  }
}

function originOf({ source, source_key, rule, span }: ClaimRow): Pick<ClaimLine, 'origin'> {
  if (source === null || source_key === null || rule === null || span === null) return {}
  return { origin: { source, sourceKey: source_key, rule, span } }
}
