import type { ClaimLine } from '../../model/claim-finding.ts'
import { decimal, yuanText } from '../../model/decimal.ts'
import type { Interval } from '../../model/findings.ts'
import type { PublishedTotal } from '../../model/published-finding.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import type { ClaimRow } from '../metrics/claims.ts'
import {
  againstTotals,
  isBeyond,
  type JudgedClaim,
  largestOf,
  withWiderScope,
} from './claim-against-totals.ts'
import { isSameHouse } from './same-house.ts'

/** What a claim is held against: our own bounds and the published totals of its days. */
export interface ClaimEvidence {
  readonly recorded: Interval
  /** Of its own field: they bound it from above. */
  readonly ceilings: readonly PublishedTotal[]
  /** Of wider fields and regions, the narrowest first: scopes under which the claim could be true. */
  readonly wider: readonly (readonly PublishedTotal[])[]
}

/** What stands beside a claim whatever it is held against. */
type Beside = Pick<ClaimLine, 'deals' | 'withInternal' | 'origin'>

/**
 * Holds a public claim about money against what was recorded and what others published for the same field and days.
 *
 * Contradicted: even the largest published total cannot be rounded up to what its wording means, or what we surely
 * recorded cannot be rounded down to it. Supported: it agrees with a total somebody else published. Within uncertainty:
 * it lies between. Not checkable: it speaks of something else than money invested in the period, has no number, or
 * nothing bounds it; a total below what was recorded does not.
 *
 * Unit: yuan.
 * Source: rounding rule after Jo, Trummer and others 2019 (a figure is wrong only where it cannot be rounded to);
 * ceiling test of decision 013.
 */
export function checkClaim(
  row: ClaimRow,
  evidence: ClaimEvidence,
  rules: VerdictRules,
): Omit<ClaimLine, keyof Beside> {
  const { verdict, reason, details, ceiling, trueFor } = judge(row, evidence, rules)
  return {
    claimedOn: row.claimed_on,
    outlet: row.outlet,
    claim: row.claim,
    track: row.track,
    scope: row.scope,
    from: row.period_from,
    to: row.period_to,
    verdict,
    reason,
    details,
    recorded: evidence.recorded,
    totals: evidence.ceilings,
    url: row.url,
    ...intervalOf('amount', row.amount_low, row.amount_high),
    ...intervalOf('yuan', row.yuan_low, row.yuan_high),
    ...(row.currency === null ? {} : { currency: row.currency }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(ceiling === undefined ? {} : { ceiling }),
    ...(trueFor === undefined ? {} : { trueFor }),
    largest:
      reason === 'publishers-disagree'
        ? { lacking: reason }
        : largestOf(boundsOf(evidence.recorded, independentOf(row, evidence), rules)),
  }
}

/** A publisher cannot support or bound its own claim. */
function independentOf(row: ClaimRow, { ceilings }: ClaimEvidence): readonly PublishedTotal[] {
  return ceilings.filter(({ publisher }) => !isSameHouse(row.outlet, publisher))
}

/** A total of less than was surely recorded for the same field and days counts something else, and bounds nothing. */
function boundsOf(
  recorded: Interval,
  totals: readonly PublishedTotal[],
  rules: VerdictRules,
): readonly PublishedTotal[] {
  return totals.filter(({ value }) => !isBeyond(recorded.low, value.high, rules))
}

function judge(row: ClaimRow, evidence: ClaimEvidence, rules: VerdictRules): JudgedClaim {
  const other = otherThanInflow(row, rules)
  if (other !== undefined) return { verdict: 'not-checkable', reason: other, details: {} }
  if (row.yuan_low === null || row.yuan_high === null) {
    return {
      verdict: 'not-checkable',
      reason: row.amount_low === null ? 'no-number' : 'no-rate',
      details: {},
    }
  }
  const claimed = { low: meaningOf(row, rules), high: row.yuan_high }
  if (isBeyond(evidence.recorded.low, claimed.high, rules)) {
    return {
      verdict: 'contradicted',
      reason: 'below-recorded',
      details: { recorded: evidence.recorded.low },
    }
  }
  const independent = independentOf(row, evidence)
  const isPublisher = independent.length < evidence.ceilings.length
  const bounds = boundsOf(evidence.recorded, independent, rules)
  if (bounds.length === 0 && independent.length > 0)
    return { verdict: 'not-checkable', reason: 'totals-below-recorded', details: {} }
  const judged = againstTotals(claimed, bounds, { isPublisher, rules })
  return judged.verdict === 'contradicted'
    ? withWiderScope(judged, claimed, { wider: evidence.wider, home: rules.market_totals.region })
    : judged
}

/** "Several hundred million" is never one hundred million: the lower bound such a wording really asserts. */
function meaningOf(row: ClaimRow, { claims }: VerdictRules): string {
  const low = decimal(row.yuan_low ?? 0)
  const isVague = /[数几]\s*[十百千万亿]|several|tens of|hundreds of/i.test(row.claim)
  return yuanText(isVague ? low.times(claims.several_means) : low)
}

function otherThanInflow(row: ClaimRow, { claims }: VerdictRules): string | undefined {
  if (row.currency === 'percent') return 'share'
  const text = `${row.scope} ${row.claim}`.toLowerCase()
  return Object.entries(claims.not_inflow).find(([, words]) =>
    words.some((word) => text.includes(word.toLowerCase())),
  )?.[0]
}

function intervalOf<K extends string>(
  key: K,
  low: string | null,
  high: string | null,
): { readonly [P in K]?: Interval } {
  return (low === null || high === null ? {} : { [key]: { low, high } }) as {
    readonly [P in K]?: Interval
  }
}
