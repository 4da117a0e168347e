import type { Reader } from '../load/database.ts'
import type { Forecast, ForecastLine, ForecastResult } from '../model/forecast-finding.ts'
import type { Period } from '../model/period.ts'
import { marketTotals } from './capture.ts'
import { judgeForecast } from './judge/judge-forecast.ts'
import { lateDeals } from './late-reporting.ts'
import { measure, type Question } from './metric.ts'
import { type DatedDeal, fetchDeals, isInflow } from './metrics/deal-rows.ts'
import type { FirstSeen } from './metrics/first-seen.ts'
import { knownForecasts } from './metrics/forecasts.ts'
import { type InflowCell, inflowCells } from './metrics/inflow-definitions.ts'
import type { DatedTotal } from './metrics/published-totals.ts'
import { triedPrimary } from './multiverse/multiverse.ts'
import { AS_ASKED } from './multiverse/verdict-universes.ts'
import { primarySide } from './primary-side.ts'

interface Facts {
  readonly totals: readonly DatedTotal[]
  readonly seen: FirstSeen
}

/** What a forecast is judged by: the deals of its own days, not those of the edition. */
interface Evidence extends Facts {
  readonly deals: readonly DatedDeal[]
  readonly cells: readonly InflowCell[]
}

/**
 * Every forecast known, each one that is due judged over its own days by the rules of the primary signature.
 *
 * Unit: came true, did not, open or not due.
 * Source: own rule (decision 013).
 */
export async function forecastLines(
  db: Reader,
  { totals, seen }: Facts,
  question: Question,
): Promise<readonly ForecastLine[]> {
  const forecasts = await measure(knownForecasts, db, question)
  const due = forecasts.filter((forecast) => forecast.due <= question.asOf)
  const deals = await inflowOver(db, due, question)
  const lines: ForecastLine[] = []
  for (const forecast of forecasts) {
    const tracks = question.rules.claim_scopes[forecast.track] ?? [forecast.track]
    if (!due.includes(forecast)) {
      lines.push({ ...forecast, tracks, outcome: 'pending', results: [] })
      continue
    }
    const asked = { ...question, period: daysOf(forecast) }
    const cells = await cellsOf(db, asked)
    const results = tracks.map((track) => resultIn(track, { deals, cells, totals, seen }, asked))
    lines.push({ ...forecast, tracks, ...judgeForecast(forecast, results), results })
  }
  return lines
}

function resultIn(
  track: string,
  { deals, cells, totals, seen }: Evidence,
  question: Question,
): ForecastResult {
  const own = deals.filter((deal) => deal.track === track)
  const side = primarySide(track, { deals: own, totals }, question)
  const signature = triedPrimary(
    {
      late: lateDeals(track, seen, question),
      primary: side.signature,
      ceilings: side.amounts,
      totals: marketTotals(totals, 'amount', question),
      isCaptured: side.isCaptured,
    },
    cells.filter((cell) => cell.track === track),
    question,
  )
  return { track, deals: side.inflow.n, disclosed: side.inflow.disclosed, signature }
}

/** What every definition needs of the very days of a question. */
function cellsOf(db: Reader, question: Question): Promise<readonly InflowCell[]> {
  const { from, to } = question.period
  return inflowCells(db, [{ window: AS_ASKED, first_day: from, last_day: to }], question)
}

/** Inflow from the first to the last day any of the forecasts speaks of. */
export async function inflowOver(
  db: Reader,
  forecasts: readonly Pick<Forecast, 'from' | 'due'>[],
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

function daysOf({ from, due }: Pick<Forecast, 'from' | 'due'>): Period {
  return { id: `${from}..${due}`, from, to: due }
}
