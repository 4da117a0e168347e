import { decimal, ratioText, yuanText } from '../../model/decimal.ts'
import { type Grid, type Span, spansFrom } from '../../model/grid.ts'
import type { Lacking } from '../../model/known.ts'
import type { PanelSpan, PanelUnit } from '../../model/transmission-finding.ts'
import type { VerdictRules } from '../../model/verdict-rules.ts'
import type { DealHistory, SpanDeals } from '../metrics/deals-by-span.ts'
import type { ExcessHistory } from '../metrics/excess-by-span.ts'
import { detectableCorrelation } from '../statistics/detectable.ts'
import type { Listings } from './listings.ts'
import { OUTCOMES, reachOf, type TrackPanel } from './track-panel.ts'

/** What the panels of all tracks are built from. */
export interface PanelSource {
  readonly grid: Grid
  readonly excess: ExcessHistory
  readonly deals: DealHistory
  /** Mature spans in a row, in one source regime. */
  readonly stretch: readonly Span[]
  readonly listings: Listings
  readonly rules: VerdictRules['transmission']
}

export interface BuiltPanel {
  readonly span: PanelSpan
  readonly spans: readonly PanelUnit[]
  readonly panel: TrackPanel
  /** Why it is too thin to be tested; empty when it is not. */
  readonly reasons: readonly Lacking[]
}

/**
 * A track's spans for the lag test: the signals up to the last known one without a hole, and the outcomes of the
 * stretch that have all the signals before them. An amount known within bounds counts as their middle; undisclosed ones
 * are in the count only. Undefined when no outcome has its signals.
 */
export function buildPanel(track: string, source: PanelSource): BuiltPanel | undefined {
  const { grid, deals, rules, stretch, listings } = source
  const { lags, leads } = rules
  const { step } = grid
  const reach = reachOf({ lags, step })
  const signals = source.excess.get(track) ?? new Map<Span, number>()
  const [start] = stretch
  const end = stretch.findLast((span) => signals.has(span))
  if (start === undefined || end === undefined) return undefined
  const signalFrom = edgeOf(signals, end, -1)
  const signalTo = edgeOf(signals, end, 1)
  // The first outcome is only the past of the second, which needs `reach` signals before its own.
  const from = Math.max(start, signalFrom + reach - 1)
  if (from >= end) return undefined
  const spans = spansFrom(from, end)
  const own = spans.map((one) => deals.of(track, one))
  const counted = listings(spans)
  const total = (of: 'n' | 'disclosed'): number => own.reduce((sum, { [of]: n }) => sum + n, 0)
  const span = {
    from: grid.idOf(from),
    to: grid.idOf(end),
    points: spans.length - 1,
    deals: total('n'),
    disclosed: total('disclosed'),
    correlation: smallestCorrelation(spans.length - 1, rules),
    listings: counted === undefined ? { lacking: 'no-listings' } : counted.publisher,
  }
  const used = spansFrom(
    Math.max(signalFrom, from + 1 - reach),
    Math.min(signalTo, end + leads * step),
  )
  return {
    span,
    spans: used.map((one) => ({
      span: grid.idOf(one),
      excess: ratioText(decimal(signals.get(one) ?? Number.NaN)),
      ...outcomesOf(own[one - from], counted?.counts[one - from]),
    })),
    panel: {
      track,
      signal: spansFrom(signalFrom, signalTo).map((one) => signals.get(one) ?? Number.NaN),
      offset: from - signalFrom,
      counts: own.map(({ n }) => n),
      money: own.map(({ low, high }) => decimal(low).plus(high).div(2).toNumber()),
      ...(counted === undefined ? {} : { listings: counted.counts }),
      season: from % (4 * step),
    },
    reasons: thinness(span, source),
  }
}

function outcomesOf(
  deals: SpanDeals | undefined,
  listings: number | undefined,
): Omit<PanelUnit, 'span' | 'excess'> {
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

/** The last span one can step to without a missing signal. */
function edgeOf(signals: ReadonlyMap<Span, number>, start: Span, step: 1 | -1): Span {
  let span = start
  while (signals.has(span + step)) span += step
  return span
}

/** Months need three times as much as quarters: the same years, and as many deals in each span. */
function thinness(span: PanelSpan, { grid, rules }: PanelSource): readonly Lacking[] {
  const few = grid.step === 1 ? 'too-few-quarters' : 'too-few-mature-months'
  const bars = [
    { lacking: few, n: span.points, minimum: rules.minimum_quarters },
    { lacking: 'too-few-deals', n: span.deals, minimum: rules.minimum_deals },
    { lacking: 'too-few-amounts', n: span.disclosed, minimum: rules.minimum_amounts },
  ].map(({ minimum, ...bar }) => ({ ...bar, minimum: minimum * grid.step }))
  return bars
    .filter(({ n, minimum }) => n < minimum)
    .map(({ lacking, ...details }) => ({ lacking, details }))
}
