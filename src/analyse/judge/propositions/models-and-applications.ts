import { decimal } from '../../../model/decimal.ts'
import { disclosedCount } from '../../../model/disclosed-sum.ts'
import { isLacking, type TrackFindings, type Verdict } from '../../../model/findings.ts'
import type { Judge } from './evidence.ts'
import { concentrationEvidence } from './lines-of-evidence.ts'

/**
 * 9: models and applications differ when their top-two shares cannot be the same, and our rows are most of what was
 * published for both.
 */
export const modelsAndApplicationsDiffer: Judge = ({ headline, family }, { propositions }) => {
  const applications = family.find(({ id }) => id === 'aigc-applications')
  const disclosed = (track: TrackFindings | undefined): number =>
    track === undefined ? 0 : disclosedCount(track.inflow)
  const [a, b] = [
    headline.inflow.top2Share,
    applications?.inflow.top2Share ?? { lacking: 'nothing-disclosed' },
  ]
  const hasEnough =
    Math.min(disclosed(headline), disclosed(applications)) >= propositions.minimum_disclosed
  const restsOnRows = [headline, applications].every(
    (track) => track?.capture.levels.from === 'rows',
  )
  const isApart =
    !isLacking(a) && !isLacking(b) && (decimal(a.low).gt(b.high) || decimal(b.low).gt(a.high))
  const judged: Verdict = isApart ? 'supported' : 'not-enough-data'
  return {
    verdict: hasEnough && restsOnRows ? judged : 'not-enough-data',
    details: {
      nModels: disclosed(headline),
      nApps: disclosed(applications),
      bar: propositions.minimum_disclosed,
      rows: restsOnRows ? 'yes' : 'no',
    },
    for: [headline, ...(applications === undefined ? [] : [applications])].flatMap(
      concentrationEvidence,
    ),
    against: [],
  }
}
