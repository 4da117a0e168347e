import type { LagEstimate, LagTest } from './lag-test.ts'

export interface TrackReading {
  readonly result: 'transmission' | 'none-detected'
  /** `found`, `nothing-significant`, `reversed` (significant below zero) or `leads-as-strong` (the placebo answers too). */
  readonly reason: 'found' | 'nothing-significant' | 'reversed' | 'leads-as-strong'
  /** The forward estimate with the largest statistic. */
  readonly strongest: LagEstimate
  readonly strongestLead: LagEstimate | undefined
  /** An effect of this size would have been found at whichever lag it stood: ln of the count per unit of ln excess. */
  readonly detectable: number
}

/**
 * Transmission: at some lag ≥ 0 the outcome rises with the signal, significantly among all looks, and no lead, where
 * nothing can be transmitted, is as strong.
 */
export function readLagTest({ critical, estimates }: LagTest, track: string): TrackReading {
  const own = estimates.filter((estimate) => estimate.track === track)
  const forward = own.filter(({ lag }) => lag >= 0)
  const strongest = largest(forward, ({ z }) => z)
  if (strongest === undefined) throw new Error(`nothing was tested for ${track}`)
  const strongestLead = largest(
    own.filter(({ lag, outcome }) => lag < 0 && outcome === strongest.outcome),
    ({ z }) => Math.abs(z),
  )
  const isPlacebo = Math.abs(strongestLead?.z ?? 0) >= strongest.z
  const isFound = strongest.z > critical
  const reason = isFound
    ? isPlacebo
      ? 'leads-as-strong'
      : 'found'
    : forward.some(({ z }) => z < -critical)
      ? 'reversed'
      : 'nothing-significant'
  return {
    result: reason === 'found' ? 'transmission' : 'none-detected',
    reason,
    strongest,
    strongestLead,
    detectable: Math.max(
      ...forward
        .filter(({ outcome }) => outcome === 'count')
        .map(({ detectable = 0 }) => detectable),
    ),
  }
}

function largest(
  estimates: readonly LagEstimate[],
  by: (estimate: LagEstimate) => number,
): LagEstimate | undefined {
  return estimates.reduce<LagEstimate | undefined>(
    (most, one) => (most === undefined || by(one) > by(most) ? one : most),
    undefined,
  )
}
