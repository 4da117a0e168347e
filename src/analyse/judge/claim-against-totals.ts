import type { ClaimLine } from '../../model/claim-finding.ts'
import { decimal } from '../../model/decimal.ts'
import type { Interval, Known } from '../../model/findings.ts'
import type { PublishedTotal } from '../../model/published-finding.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'

export type JudgedClaim = Pick<ClaimLine, 'verdict' | 'reason' | 'details' | 'trueFor'> & {
  /** The total that decided. */
  readonly ceiling?: PublishedTotal
}

/** What independent totals of a claim's own field and days make of it. */
export function againstTotals(
  claimed: Interval,
  independent: readonly PublishedTotal[],
  { isPublisher, rules }: { readonly isPublisher: boolean; readonly rules: VerdictRules },
): JudgedClaim {
  const [ceiling] = largestFirst(independent)
  if (ceiling === undefined) return { verdict: 'not-checkable', reason: 'no-ceiling', details: {} }

  const details = {
    ceiling: ceiling.value.high,
    publisher: ceiling.publisher,
    period: ceiling.period,
    low: claimed.low,
  }
  const agreeing = independent.find(
    (total) => total.fit === 'exact' && agrees(claimed, total.value, rules.claims.rounding),
  )
  if (agreeing !== undefined) {
    return {
      verdict: 'supported',
      reason: 'agrees',
      details: { ...details, publisher: agreeing.publisher },
      ceiling: agreeing,
    }
  }
  const isAbove = isBeyond(claimed.low, ceiling.value.high, rules)
  // Two houses that count the same field differently disagree on its definition; neither bounds the other.
  if (isAbove && isPublisher)
    return { verdict: 'within-uncertainty', reason: 'publishers-disagree', details, ceiling }
  if (isAbove) return { verdict: 'contradicted', reason: 'above-ceiling', details, ceiling }
  const isRounded = decimal(claimed.low).gt(ceiling.value.high)
  const reason = isRounded ? 'rounds-to-ceiling' : 'below-ceiling'
  return { verdict: 'within-uncertainty', reason, details, ceiling }
}

/** Whether a figure is so far above another that this cannot be rounded to it. */
export function isBeyond(figure: string, bound: string, { claims }: VerdictRules): boolean {
  return decimal(figure).gt(decimal(bound).times(claims.rounding).plus(bound))
}

/** Whether both ends of a claim lie within what a total may be rounded to. */
function agrees(claimed: Interval, total: Interval, rounding: number): boolean {
  const slack = decimal(total.high).times(rounding)
  const [least, most] = [decimal(total.low).minus(slack), decimal(total.high).plus(slack)]
  return [claimed.low, claimed.high].every(
    (end) => decimal(end).gte(least) && decimal(end).lte(most),
  )
}

/** Names the narrowest wider field, if any, whose published totals reach the claim. */
export function withWiderScope(
  judged: JudgedClaim,
  claimed: Interval,
  {
    wider,
    home,
  }: { readonly wider: readonly (readonly PublishedTotal[])[]; readonly home: string },
): JudgedClaim {
  const reaching = wider
    .map(largestFirst)
    .find(([most]) => most !== undefined && decimal(most.value.high).gte(claimed.low))
  const [largest] = reaching ?? []
  const smallest = reaching?.toSorted((a, b) => decimal(a.value.low).cmp(b.value.low))[0]
  if (largest === undefined || smallest === undefined) return judged
  const details = {
    ...judged.details,
    widerTrack: largest.track,
    widerRegion: largest.region === home ? '' : largest.region,
    widerPeriod: largest.period,
    widerLow: smallest.value.low,
    widerHigh: largest.value.high,
  }
  return { ...judged, details, trueFor: largest }
}

/** The largest figure some totals allow. */
export function largestOf(totals: readonly PublishedTotal[]): Known<string> {
  const [largest] = largestFirst(totals)
  return largest === undefined ? { lacking: 'no-ceiling' } : largest.value.high
}

function largestFirst(totals: readonly PublishedTotal[]): readonly PublishedTotal[] {
  return totals.toSorted((a, b) => decimal(b.value.high).cmp(a.value.high))
}
