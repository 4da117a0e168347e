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
 * Contrary evidence in levels: with few deals on a side no factor is stated, only that the floor passed the ceiling as it
 * grew with the index.
 */
export function growthEvidence({
  id,
  inflow,
  yearBeforeInflow,
  market,
}: TrackFindings): readonly Condition[] {
  if (isLacking(market.deciding)) return []
  const [now, before] = [inflow.disclosed, yearBeforeInflow.disclosed]
  const growth = decimal(market.deciding.change).plus(1)
  if (decimal(now.low).lte(growth.times(before.high))) return []
  const details = {
    track: id,
    from: before.high,
    to: now.low,
    nFrom: yearBeforeInflow.n,
    nTo: inflow.n,
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
