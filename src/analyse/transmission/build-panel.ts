import { decimal, ratioText, yuanText } from '../../model/decimal.ts'
import type { Lacking } from '../../model/known.ts'
import { type Quarter, quarterId, quartersFrom } from '../../model/quarter.ts'
import type { PanelQuarter, PanelSpan } from '../../model/transmission-finding.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import type { DealHistory, QuarterDeals } from '../metrics/quarterly-deals.ts'
import { detectableCorrelation } from '../statistics/detectable.ts'
import type { Listings } from './listings.ts'
import { OUTCOMES, type TrackPanel } from './track-panel.ts'

/** What the panels of all tracks are built from. */
export interface PanelSource {
  readonly excess: ReadonlyMap<string, ReadonlyMap<Quarter, number>>
  readonly deals: DealHistory
  /** Mature quarters in a row, in one source regime. */
  readonly stretch: readonly Quarter[]
  readonly listings: Listings
  readonly rules: VerdictRules['transmission']
}

export interface BuiltPanel {
  readonly span: PanelSpan
  readonly quarters: readonly PanelQuarter[]
  readonly panel: TrackPanel
  /** Why it is too thin to be tested; empty when it is not. */
  readonly reasons: readonly Lacking[]
}

/**
 * A track's quarters for the lag test: the signals up to the last known one without a hole, and the outcomes of the
 * stretch that have all the signals before them. An amount known within bounds counts as their middle; undisclosed ones
 * are in the count only. Undefined when no outcome has its signals.
 */
export function buildPanel(track: string, source: PanelSource): BuiltPanel | undefined {
  const { deals, rules, stretch, listings } = source
  const signals = source.excess.get(track) ?? new Map<Quarter, number>()
  const [start] = stretch
  const end = stretch.findLast((quarter) => signals.has(quarter))
  if (start === undefined || end === undefined) return undefined
  const signalFrom = edgeOf(signals, end, -1)
  const signalTo = edgeOf(signals, end, 1)
  // The first outcome is only the past of the second, which needs `lags` signals before its own.
  const from = Math.max(start, signalFrom + rules.lags - 1)
  if (from >= end) return undefined
  const quarters = quartersFrom(from, end)
  const own = quarters.map((quarter) => deals.of(track, quarter))
  const counted = listings(quarters)
  const total = (of: 'n' | 'disclosed'): number => own.reduce((sum, { [of]: n }) => sum + n, 0)
  const span = {
    from: quarterId(from),
    to: quarterId(end),
    points: quarters.length - 1,
    deals: total('n'),
    disclosed: total('disclosed'),
    correlation: smallestCorrelation(quarters.length - 1, rules),
    listings: counted === undefined ? { lacking: 'no-listings' } : counted.publisher,
  }
  const used = quartersFrom(
    Math.max(signalFrom, from + 1 - rules.lags),
    Math.min(signalTo, end + rules.leads),
  )
  return {
    span,
    quarters: used.map((quarter) => ({
      quarter: quarterId(quarter),
      excess: ratioText(decimal(signals.get(quarter) ?? Number.NaN)),
      ...outcomesOf(own[quarter - from], counted?.counts[quarter - from]),
    })),
    panel: {
      track,
      signal: quartersFrom(signalFrom, signalTo).map(
        (quarter) => signals.get(quarter) ?? Number.NaN,
      ),
      offset: from - signalFrom,
      counts: own.map(({ n }) => n),
      money: own.map(({ low, high }) => decimal(low).plus(high).div(2).toNumber()),
      ...(counted === undefined ? {} : { listings: counted.counts }),
      season: from % 4,
    },
    reasons: thinness(span, rules),
  }
}

function outcomesOf(
  deals: QuarterDeals | undefined,
  listings: number | undefined,
): Omit<PanelQuarter, 'quarter' | 'excess'> {
  if (deals === undefined) return {}
  const disclosed = { low: yuanText(decimal(deals.low)), high: yuanText(decimal(deals.high)) }
  return {
    deals: deals.n,
    amounts: deals.disclosed,
    disclosed,
    ...(listings === undefined ? {} : { listings }),
  }
}

function smallestCorrelation(
  points: number,
  { lags, alpha, power }: VerdictRules['transmission'],
): string {
  const looks = OUTCOMES.length * (lags + 1)
  return ratioText(decimal(detectableCorrelation(points, { alpha, power, looks })))
}

/** The last quarter one can step to without a missing signal. */
function edgeOf(signals: ReadonlyMap<Quarter, number>, start: Quarter, step: 1 | -1): Quarter {
  let quarter = start
  while (signals.has(quarter + step)) quarter += step
  return quarter
}

function thinness(span: PanelSpan, rules: VerdictRules['transmission']): readonly Lacking[] {
  const bars = [
    { lacking: 'too-few-quarters', n: span.points, minimum: rules.minimum_quarters },
    { lacking: 'too-few-deals', n: span.deals, minimum: rules.minimum_deals },
    { lacking: 'too-few-amounts', n: span.disclosed, minimum: rules.minimum_amounts },
  ]
  return bars
    .filter(({ n, minimum }) => n < minimum)
    .map(({ lacking, ...details }) => ({ lacking, details }))
}
