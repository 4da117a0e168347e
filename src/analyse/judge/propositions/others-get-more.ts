import { decimal } from '../../../model/decimal.ts'
import { isLacking, type Verdict } from '../../../model/findings.ts'
import type { Judge } from './evidence.ts'
import { excessEvidence, inflowEvidence } from './lines-of-evidence.ts'

/** 8: other tracks whose lower bound stands above the most anything allows the headline track. */
export const othersGetMore: Judge = ({ headline, others }, { propositions }) => {
  const { ceiling } = headline
  const above = isLacking(ceiling)
    ? []
    : others.filter(({ inflow }) => decimal(inflow.disclosed.low).gt(ceiling.value.high))
  const below = others.filter(({ ceiling: own }) => {
    return !isLacking(own) && decimal(own.value.high).lt(headline.inflow.disclosed.low)
  })
  const verdict: Verdict =
    above.length >= propositions.tracks_above ? 'supported' : 'not-enough-data'
  return {
    verdict: below.length === others.length && others.length > 0 ? 'contradicted' : verdict,
    details: {
      tracks: above.map(({ id }) => id).join(','),
      n: above.length,
      bar: propositions.tracks_above,
      withFeast: others.filter(({ secondary }) => secondary.verdict === 'yes').length,
      ceiling: isLacking(ceiling) ? '' : ceiling.value.high,
      bounded: isLacking(ceiling) ? 'no' : 'yes',
    },
    for: above.flatMap(inflowEvidence),
    against: others.filter(({ secondary }) => secondary.verdict === 'yes').flatMap(excessEvidence),
  }
}
