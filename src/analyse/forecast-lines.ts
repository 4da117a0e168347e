import type { Reader } from '../load/database.ts'
import type { Forecast, ForecastLine, ForecastResult } from '../model/forecast-finding.ts'
import type { Period } from '../model/period.ts'
import { judgeForecast } from './judge/judge-forecast.ts'
import { measure, type Question } from './metric.ts'
import { type DatedDeal, fetchDeals, isInflow } from './metrics/deal-rows.ts'
import { knownForecasts } from './metrics/forecasts.ts'
import type { DatedTotal } from './metrics/published-totals.ts'
import { primarySide } from './primary-side.ts'

/** Every forecast known, each one that is due judged over its own days by the rules of the primary signature. */
export async function forecastLines(
  db: Reader,
  totals: readonly DatedTotal[],
  question: Question,
): Promise<readonly ForecastLine[]> {
  const forecasts = await measure(knownForecasts, db, question)
  const due = forecasts.filter((forecast) => forecast.due <= question.asOf)
  const deals = await inflowOver(db, due, question)
  return forecasts.map((forecast) => {
    const tracks = question.rules.claim_scopes[forecast.track] ?? [forecast.track]
    if (!due.includes(forecast)) return { ...forecast, tracks, outcome: 'pending', results: [] }
    const asked = { ...question, period: daysOf(forecast) }
    const results = tracks.map((track) => resultIn(track, { deals, totals }, asked))
    return { ...forecast, tracks, ...judgeForecast(forecast, results), results }
  })
}

function resultIn(
  track: string,
  {
    deals,
    totals,
  }: { readonly deals: readonly DatedDeal[]; readonly totals: readonly DatedTotal[] },
  question: Question,
): ForecastResult {
  const own = deals.filter((deal) => deal.track === track)
  const { inflow, signature } = primarySide(track, { deals: own, totals }, question)
  return { track, deals: inflow.n, disclosed: inflow.disclosed, signature }
}

/** Inflow from the first to the last day any of the forecasts speaks of. */
async function inflowOver(
  db: Reader,
  forecasts: readonly Forecast[],
  question: Question,
): Promise<readonly DatedDeal[]> {
  const spans = forecasts.map(daysOf)
  const [first] = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const [last] = spans.toSorted((a, b) => (a.to > b.to ? -1 : 1))
  if (first === undefined || last === undefined) return []
  const ends = { period: last, previous: first, yearBefore: first }
  const deals = await fetchDeals(db, { ...question, ...ends })
  return deals.filter(isInflow)
}

function daysOf({ from, due }: Forecast): Period {
  return { id: `${from}..${due}`, from, to: due }
}
