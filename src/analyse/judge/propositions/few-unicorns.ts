import { decimal, ratioText } from '../../../model/decimal.ts'
import type { Judge } from './evidence.ts'
import { unicornEvidence } from './lines-of-evidence.ts'

/** 3: births in the headline track's family within the period, set against a bar. */
export const fewUnicorns: Judge = ({ family, unicorns, months }, { propositions }) => {
  const ids = new Set(family.map(({ id }) => id))
  const lines = unicorns.filter(({ track }) => ids.has(track))
  const born = family.reduce((sum, track) => sum + track.unicorns.born, 0)
  const living = family.reduce((sum, track) => sum + track.unicorns.bornAndLiving, 0)
  const bar = decimal(propositions.few_unicorns).times(months).div(6)
  const hasList = unicorns.length > 0
  return {
    verdict: hasList ? (bar.gte(born) ? 'supported' : 'contradicted') : 'not-enough-data',
    details: {
      born,
      living,
      livingAsOf: family.reduce((sum, track) => sum + track.unicorns.livingAsOf, 0),
      ended: family.reduce((sum, track) => sum + track.unicorns.ended, 0),
      livingAtEnd: family.reduce((sum, track) => sum + track.unicorns.living, 0),
      companies: lines.map(({ company }) => company).join('、'),
      bar: ratioText(bar),
    },
    for: lines.filter(({ endedOn }) => endedOn !== undefined).map(unicornEvidence),
    against: lines.filter(({ endedOn }) => endedOn === undefined).map(unicornEvidence),
  }
}
