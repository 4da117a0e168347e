import type { Outcome } from '../../model/transmission-finding.ts'
import type { Columns } from '../statistics/least-squares.ts'
import { type LogLinearFit, logLinearFit } from '../statistics/log-linear-fit.ts'
import { negativeBinomialRegression } from '../statistics/negative-binomial-regression.ts'
import { type NullModel, nullModel } from '../statistics/one-step-estimate.ts'
import type { LagProtocol, TrackPanel } from './track-panel.ts'

/** What is explained and what explains it, from outcome 1 on. */
export interface OutcomeRows {
  readonly y: readonly number[]
  readonly columns: Columns
}

/** The first `points` rows of an outcome and its controls; money in units of its mean. */
export function outcomeRows(
  panel: TrackPanel,
  outcome: Outcome,
  points: number,
  protocol: Pick<LagProtocol, 'step' | 'seasonalYears'>,
): OutcomeRows {
  const all = outcome === 'count' ? panel.counts : inUnitsOfMean(panel.money)
  return { y: all.slice(1, points + 1), columns: controls(panel, all, points, protocol) }
}

/** Counts by negative binomial, money by PPML, which has no overdispersion to estimate. */
export function outcomeFit(
  { y, columns }: OutcomeRows,
  outcome: Outcome,
): LogLinearFit & { readonly alpha: number } {
  if (outcome === 'count') return negativeBinomialRegression(y, columns)
  return { ...logLinearFit(y, columns, 0), alpha: 0 }
}

/**
 * What an outcome does without the signal: `E y_t = exp(a + b·t + c·ln(1 + y_{t−1}) + seasons + d·ln(1 + listings_t))`,
 * counts by negative binomial (NB2), money, in units of its mean, by PPML.
 *
 * Its own last value stands in it so that the signal is asked what it adds to it: with c = 0 that is a regression of the
 * outcome, with c = 1 one of its log change, and zeros stay in. A walk in the outcome is thus never regressed in levels.
 * The first `points` rows only. Throws `NoMaximum` or `SingularDesign`.
 */
export function outcomeModel(
  panel: TrackPanel,
  outcome: Outcome,
  points: number,
  protocol: Pick<LagProtocol, 'step' | 'seasonalYears'>,
): NullModel {
  const rows = outcomeRows(panel, outcome, points, protocol)
  return nullModel(rows.y, rows.columns, outcomeFit(rows, outcome))
}

function inUnitsOfMean(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value / mean)
}

function controls(
  { listings, season }: TrackPanel,
  all: readonly number[],
  points: number,
  { step, seasonalYears }: Pick<LagProtocol, 'step' | 'seasonalYears'>,
): Columns {
  const rows = Array.from({ length: points }, (_, t) => t)
  const perYear = 4 * step
  const seasons = points >= seasonalYears * perYear ? perYear - 1 : 0
  return [
    rows.map(() => 1),
    rows.map((t) => (t + 1) / points),
    rows.map((t) => Math.log1p(all[t] ?? 0)),
    ...Array.from({ length: seasons }, (_, place) =>
      rows.map((t) => Number((season + 1 + t) % perYear === place)),
    ),
    ...(listings === undefined ? [] : [rows.map((t) => Math.log1p(listings[t + 1] ?? 0))]),
  ]
}
