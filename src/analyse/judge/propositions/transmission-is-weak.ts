import {
  type Condition,
  isLacking,
  type Known,
  type TrackFindings,
  type Verdict,
} from '../../../model/findings.ts'
import type {
  EventStudy,
  LagReading,
  TrackTransmission,
} from '../../../model/transmission-finding.ts'
import type { VerdictRules } from '../../../model/verdict-rules.ts'
import type { Judge } from './evidence.ts'

/**
 * 6: contradicted where the headline track's deals follow its index at some lag and no lead is as strong; supported where
 * nothing was found by a test that would have found an effect worth the name. Nothing found by a weak test is no verdict,
 * nor is anything found in rows that are too small a share of what was published.
 */
export const transmissionIsWeak: Judge = ({ headline, transmission }, rules) => {
  const { tracks, eventStudy } = transmission
  const own = tracks.find(({ track }) => track === headline.id)
  const judged = judge(own, headline, rules)
  const evidence = [...tracks.flatMap(lagEvidence), ...runEvidence(eventStudy)]
  return {
    verdict: isLacking(judged) ? 'not-enough-data' : judged,
    details: {
      track: headline.id,
      why: isLacking(judged) ? judged.lacking : '',
      quarters: own === undefined || isLacking(own.panel) ? 0 : own.panel.points,
      bar: rules.transmission.minimum_quarters,
      runs: eventStudy.cases,
      runsBar: rules.transmission.runs.minimum,
      ...readingDetails(own?.reading ?? { lacking: 'not-tested' }),
    },
    for: evidence.filter(({ holds }) => holds === 'no').map(shown),
    against: evidence.filter(({ holds }) => holds === 'yes'),
  }
}

function judge(
  own: TrackTransmission | undefined,
  { capture }: TrackFindings,
  { transmission }: VerdictRules,
): Known<Verdict> {
  if (own === undefined || isLacking(own.reading)) {
    return own?.reasons[0] ?? { lacking: 'no-dated-series' }
  }
  if (capture.levels.from !== 'rows') return { lacking: 'capture-too-low' }
  if (own.result === 'transmission') return 'contradicted'
  if (own.reading.reason === 'leads-as-strong') return { lacking: 'leads-as-strong' }
  return dealsPer10Points(own.reading.detectable) <= transmission.weak_effect
    ? 'supported'
    : { lacking: 'test-too-weak' }
}

/** ln of the count per unit of log excess, as a share of deals more for 10 points of excess. */
function dealsPer10Points(coefficient: string): number {
  return 1.1 ** Number(coefficient) - 1
}

function readingDetails(reading: Known<LagReading>): Readonly<Record<string, string | number>> {
  if (isLacking(reading)) return {}
  const { strongest, detectable } = reading
  return {
    lag: strongest.lag,
    outcome: strongest.outcome,
    p: strongest.adjustedP,
    rise: strongest.coefficient,
    detectable,
  }
}

/** The strongest lag of each tested track; it speaks for transmission only where the test found one. */
function lagEvidence({ track, result, reading }: TrackTransmission): readonly Condition[] {
  if (isLacking(reading)) return []
  return [
    {
      id: 'evidence.lag',
      holds: result === 'transmission' ? 'yes' : 'no',
      details: { track, ...readingDetails(reading) },
    },
  ]
}

/** What came after past runs, where it was beyond chance more or less than before and elsewhere. */
function runEvidence({ cases, judged, meanAboveOthers }: EventStudy): readonly Condition[] {
  if (isLacking(meanAboveOthers)) return []
  const { mean, low, high } = meanAboveOthers
  const isApart = Number(low) > 0 || Number(high) < 0
  if (!isApart) return []
  return [
    {
      id: 'evidence.runs',
      holds: Number(low) > 0 ? 'yes' : 'no',
      details: { mean, meanLow: low, meanHigh: high, n: judged, cases },
    },
  ]
}

function shown(condition: Condition): Condition {
  return { ...condition, holds: 'yes' }
}
