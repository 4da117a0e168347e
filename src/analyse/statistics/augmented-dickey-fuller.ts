import { type LeastSquares, leastSquares } from './least-squares.ts'
import { type Deterministic, mackinnonP } from './mackinnon.ts'

export interface UnitRootTest {
  readonly statistic: number
  readonly pValue: number
  readonly lags: number
}

export interface DickeyFullerOptions {
  readonly deterministic: Deterministic
  /** A fixed number of lagged changes, or the best by a criterion up to ⌈12(n/100)^¼⌉ (Schwert 1989). */
  readonly lags: number | 'aic' | 'bic'
}

/**
 * Augmented Dickey–Fuller: t of γ in `Δy_t = a (+ bt) + γ y_{t−1} + Σ δ_i Δy_{t−i} + e_t`. A small p-value speaks against
 * a unit root (Said and Dickey 1984, Biometrika 71). Lengths are compared on one sample, the chosen one is fitted on all
 * it allows. Throws `SingularDesign` when the series is constant or too short.
 */
export function augmentedDickeyFuller(
  series: readonly number[],
  { deterministic, lags }: DickeyFullerOptions,
): UnitRootTest {
  const chosen = typeof lags === 'number' ? lags : bestLags(series, deterministic, lags)
  const { fit, points } = fitWith(series, deterministic, chosen, chosen)
  const variance = fit.residualSum / (points - fit.coefficients.length)
  const statistic = (fit.coefficients[0] ?? 0) / Math.sqrt(variance * (fit.inverse[0]?.[0] ?? 0))
  return { statistic, pValue: mackinnonP(statistic, deterministic), lags: chosen }
}

function bestLags(
  series: readonly number[],
  deterministic: Deterministic,
  criterion: 'aic' | 'bic',
): number {
  const n = series.length
  const terms = deterministic === 'trend' ? 2 : 1
  const longest = Math.min(Math.ceil(12 * (n / 100) ** 0.25), Math.floor(n / 2) - terms - 1)
  const costs = Array.from({ length: Math.max(0, longest) + 1 }, (_, lags) => {
    const { fit, points } = fitWith(series, deterministic, lags, Math.max(0, longest))
    const penalty = criterion === 'aic' ? 2 : Math.log(points)
    return points * Math.log(fit.residualSum / points) + penalty * fit.coefficients.length
  })
  return costs.indexOf(Math.min(...costs))
}

/** The regression with `lags` lagged changes on the points that have `skipped` of them. */
function fitWith(
  series: readonly number[],
  deterministic: Deterministic,
  lags: number,
  skipped: number,
): { readonly fit: LeastSquares; readonly points: number } {
  const changes = series.slice(1).map((value, i) => value - (series[i] ?? 0))
  const explained = changes.slice(skipped)
  const columns = [
    series.slice(skipped, -1),
    ...Array.from({ length: lags }, (_, i) => changes.slice(skipped - i - 1, -i - 1)),
    explained.map(() => 1),
    ...(deterministic === 'trend' ? [explained.map((_, t) => t + 1)] : []),
  ]
  return { fit: leastSquares(explained, columns), points: explained.length }
}
