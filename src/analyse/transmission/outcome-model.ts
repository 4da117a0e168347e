import type { Outcome } from '../../model/transmission-finding.ts'
import type { Columns } from '../statistics/least-squares.ts'
import { logLinearFit } from '../statistics/log-linear-fit.ts'
import { negativeBinomialRegression } from '../statistics/negative-binomial-regression.ts'
import { type NullModel, nullModel } from '../statistics/one-step-estimate.ts'
import type { LagProtocol, TrackPanel } from './track-panel.ts'

/**
 * What an outcome does without the signal: `E y_t = exp(a + b·t + c·ln(1 + y_{t−1}) + seasons + d·ln(1 + listings_t))`,
 * counts by negative binomial (NB2), money, in units of its mean, by PPML.
 *
 * Its own last value stands in it so that the signal is asked what it adds to it: with c = 0 that is a regression of the
 * outcome, with c = 1 one of its log change, and zeros stay in. A walk in the outcome is thus never regressed in levels.
 * The first `points` rows only, from outcome 1 on. Throws `NoMaximum` or `SingularDesign`.
 */
export function outcomeModel(
  panel: TrackPanel,
  outcome: Outcome,
  points: number,
  protocol: Pick<LagProtocol, 'step' | 'seasonalYears'>,
): NullModel {
  const all = outcome === 'count' ? panel.counts : inUnitsOfMean(panel.money)
  const y = all.slice(1, points + 1)
  const columns = controls(panel, all, points, protocol)
  if (outcome === 'count') return nullModel(y, columns, negativeBinomialRegression(y, columns))
  return nullModel(y, columns, { ...logLinearFit(y, columns, 0), alpha: 0 })
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
