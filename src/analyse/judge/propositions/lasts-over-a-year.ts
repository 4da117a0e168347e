import type { Condition } from '../../../model/findings.ts'
import type { ForecastLine } from '../../../model/forecast-finding.ts'
import { monthsIn } from '../../../model/period.ts'
import type { Judge } from './evidence.ts'
import { verdictOf } from './lines-of-evidence.ts'

/**
 * 11: what came of the forecasts about the headline track's family. A primary feast over the days of any of them
 * contradicts; none over those of a forecast for more than a year supports.
 */
export const lastsOverAYear: Judge = ({ forecasts, family }, { propositions }) => {
  const ids = family.map(({ id }) => id)
  const own = forecasts.filter(({ tracks }) => tracks.every((track) => ids.includes(track)))
  const due = own.filter(({ outcome }) => outcome !== 'pending')
  const feasts = due.filter(({ results }) =>
    results.some(({ signature }) => signature.verdict === 'yes'),
  )
  const calm = due.filter(({ results }) =>
    results.every(({ signature }) => signature.verdict === 'no'),
  )
  const bar = propositions.lasting_months
  const isLong = calm.some(({ from, due: to }) => monthsIn({ id: '', from, to }) >= bar)
  const open = due.find(({ outcome }) => outcome === 'not-judged')
  return {
    verdict: isLong && feasts.length === 0 ? 'supported' : verdictOf(feasts.length > 0),
    details: {
      n: own.length,
      pending: own.length - due.length,
      notJudged: due.filter(({ outcome }) => outcome === 'not-judged').length,
      calm: calm.length,
      feasts: feasts.length,
      why: open?.lacking ?? 'none-due',
      months: bar,
    },
    for: calm.map(forecastEvidence),
    against: feasts.map(forecastEvidence),
  }
}

function forecastEvidence({ statement, due, outcome }: ForecastLine): Condition {
  return { id: 'evidence.forecast', holds: 'yes', details: { statement, due, outcome } }
}
