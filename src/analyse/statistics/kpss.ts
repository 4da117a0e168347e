import type { UnitRootTest } from './augmented-dickey-fuller.ts'
import { leastSquares } from './least-squares.ts'
import type { Deterministic } from './mackinnon.ts'

export interface KpssOptions {
  readonly deterministic: Deterministic
  /** A fixed number of autocovariances, or the data-driven one of Hobijn, Franses and Ooms (1998). */
  readonly lags: number | 'hobijn'
}

/** Critical values of the four levels printed in the paper's table 1; a p-value beyond them is the nearest one. */
const LEVELS = [0.1, 0.05, 0.025, 0.01]
const CRITICAL: Readonly<Record<Deterministic, readonly number[]>> = {
  level: [0.347, 0.463, 0.574, 0.739],
  trend: [0.119, 0.146, 0.176, 0.216],
}

/**
 * `η = n⁻² Σ S_t² / s²(l)`, S the partial sums of the residuals from a level or trend, s² their long-run variance with
 * Bartlett weights. A small p-value speaks against stationarity (Kwiatkowski, Phillips, Schmidt and Shin 1992, Journal of
 * Econometrics 54). The p-value is interpolated in the table and lies in [0.01, 0.1].
 */
export function kpss(series: readonly number[], options: KpssOptions): UnitRootTest {
  const n = series.length
  const ones = series.map(() => 1)
  const trend = options.deterministic === 'trend' ? [series.map((_, t) => t + 1)] : []
  const { residuals } = leastSquares(series, [ones, ...trend])
  const wanted = options.lags === 'hobijn' ? hobijnLags(residuals) : options.lags
  const lags = Math.min(wanted, n - 1)
  let partial = 0
  let squares = 0
  for (const residual of residuals) {
    partial += residual
    squares += partial * partial
  }
  let variance = autocovariance(residuals, 0)
  for (let j = 1; j <= lags; j++) {
    variance += 2 * (1 - j / (lags + 1)) * autocovariance(residuals, j)
  }
  const statistic = squares / (n * n) / variance
  return { statistic, pValue: interpolated(statistic, CRITICAL[options.deterministic]), lags }
}

function hobijnLags(residuals: readonly number[]): number {
  const n = residuals.length
  let [level, slope] = [autocovariance(residuals, 0), 0]
  for (let j = 1; j <= Math.floor(n ** (2 / 9)); j++) {
    const both = 2 * autocovariance(residuals, j)
    level += both
    slope += j * both
  }
  return Math.floor(1.1447 * Math.cbrt((slope / level) ** 2) * Math.cbrt(n))
}

function autocovariance(values: readonly number[], j: number): number {
  let sum = 0
  for (let t = j; t < values.length; t++) sum += (values[t] ?? 0) * (values[t - j] ?? 0)
  return sum / values.length
}

function interpolated(statistic: number, critical: readonly number[]): number {
  const next = critical.findIndex((value) => statistic < value)
  if (next === -1) return LEVELS.at(-1) ?? 0
  if (next === 0) return LEVELS[0] ?? 1
  const [a, b] = [critical[next - 1] ?? 0, critical[next] ?? 0]
  const [p, q] = [LEVELS[next - 1] ?? 0, LEVELS[next] ?? 0]
  return p + ((q - p) * (statistic - a)) / (b - a)
}
