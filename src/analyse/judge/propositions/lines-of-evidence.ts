import type { ClaimLine } from '../../../model/claim-finding.ts'
import { decimal } from '../../../model/decimal.ts'
import {
  type Condition,
  type ExclusionTotal,
  isLacking,
  type TrackFindings,
  type UnicornLine,
  type Verdict,
} from '../../../model/findings.ts'
import type { Evidence } from './evidence.ts'

export function verdictOf(isContradicted: boolean): Verdict {
  return isContradicted ? 'contradicted' : 'not-enough-data'
}

export function excessEvidence({ id, market }: TrackFindings): readonly Condition[] {
  if (isLacking(market.deciding)) return []
  return [
    { id: 'evidence.excess', holds: 'yes', details: { track: id, excess: market.deciding.excess } },
  ]
}

/**
 * Contrary evidence in levels, with what each rests on: only that the least there is now is more than the most there was,
 * undisclosed amounts at their caps, had that grown with the index. Beside it stand how much of the market was seen then
 * and now, a source that changed in between, and why no factor is stated.
 */
export function growthEvidence(
  { id, inflow, yearBeforeInflow, market, gap }: TrackFindings,
  { brokenOn, captureNow, captureBefore }: Evidence['comparison'],
): readonly Condition[] {
  if (isLacking(market.deciding)) return []
  const [least, most] = [inflow.disclosed.low, yearBeforeInflow.bounded.high]
  const growth = decimal(market.deciding.change).plus(1)
  if (decimal(least).lte(growth.times(most))) return []
  const details = {
    track: id,
    from: most,
    to: least,
    nFrom: yearBeforeInflow.n,
    nTo: inflow.n,
    broken: brokenOn ?? '',
    why: isLacking(gap.growthGap) ? gap.growthGap.lacking : '',
    captureNow: isLacking(captureNow) ? '' : captureNow,
    captureBefore: isLacking(captureBefore) ? '' : captureBefore,
  }
  return [{ id: 'evidence.inflow-growth', holds: 'yes', details }]
}

export function inflowEvidence({ id, inflow }: TrackFindings): readonly Condition[] {
  const { low, high } = inflow.disclosed
  return [{ id: 'evidence.inflow', holds: 'yes', details: { track: id, low, high, n: inflow.n } }]
}

export function concentrationEvidence({ id, inflow }: TrackFindings): readonly Condition[] {
  if (isLacking(inflow.top1Share)) return []
  const { low, high } = inflow.top1Share
  return [
    {
      id: 'evidence.concentration',
      holds: 'yes',
      details: { track: id, top1Low: low, top1High: high, n: inflow.n },
    },
  ]
}

export function unicornEvidence({ company, bornOn, endedOn }: UnicornLine): Condition {
  return {
    id: 'evidence.unicorn',
    holds: 'yes',
    details: { company, born: bornOn, ended: endedOn ?? '' },
  }
}

export function claimEvidence({ claim, verdict }: ClaimLine): Condition {
  return { id: 'evidence.claim', holds: 'yes', details: { claim, verdict } }
}

export function excludedEvidence({ reason, status, n, yuan }: ExclusionTotal): Condition {
  return {
    id: 'evidence.excluded',
    holds: 'yes',
    details: { reason, status, n, low: yuan.low, high: yuan.high },
  }
}
