import { type Columns, leastSquares } from './least-squares.ts'
import type { LogLinearFit } from './log-linear-fit.ts'

/** A count or money series fitted without the signal, ready to be asked whether a signal would add to it. */
export interface NullModel {
  /** (y − μ)/(1 + αμ): the score of a unit regressor. */
  readonly residuals: Float64Array
  /** μ/(1 + αμ) */
  readonly weights: Float64Array
  /** Controls made orthonormal under the weights, one after the other. */
  readonly basis: Float64Array
}

export interface ScoreStatistic {
  /** U / √V, about standard normal when the signal adds nothing. */
  readonly z: number
  /** One Newton step from the fit without the signal, U / (x̃′Wx̃): ln y per unit of the signal. */
  readonly coefficient: number
  readonly standardError: number
}

export function nullModel(
  y: readonly number[],
  columns: Columns,
  { means, alpha }: Pick<LogLinearFit, 'means'> & { readonly alpha: number },
): NullModel {
  const weights = means.map((mu) => mu / (1 + alpha * mu))
  return {
    residuals: Float64Array.from(
      y,
      (value, t) => (value - (means[t] ?? 0)) / (1 + alpha * (means[t] ?? 0)),
    ),
    weights: Float64Array.from(weights),
    basis: orthonormal(columns, weights),
  }
}

/** Columns with `q_i′Wq_j = 1` for i = j, else 0, spanning the same space. */
function orthonormal(columns: Columns, weights: readonly number[]): Float64Array {
  const roots = weights.map(Math.sqrt)
  const done: number[][] = []
  for (const column of columns) {
    const scaled = column.map((value, t) => value * (roots[t] ?? 0))
    const rest = done.length === 0 ? scaled : [...leastSquares(scaled, done).residuals]
    const size = Math.hypot(...rest)
    done.push(rest.map((value) => value / size))
  }
  return Float64Array.from(
    done.flatMap((column) => column.map((value, t) => value / (roots[t] ?? 1))),
  )
}

/**
 * Score test of a signal x in a log-linear model: with `x̃` its part that the controls do not explain (under the weights
 * W) and `u_t = x̃_t r_t`, `U = Σ u_t`, V the Newey–West variance of U around the mean of u (Bartlett weights, `lags`).
 * It needs no fit with the signal, so thousands of resampled signals cost a sum each; the robust form of Wooldridge
 * (1991, Journal of Econometrics 47).
 */
export function scoreStatistic(
  { residuals, weights, basis }: NullModel,
  signal: ArrayLike<number>,
  lags: number,
): ScoreStatistic {
  const n = residuals.length
  const rest = Float64Array.from(signal)
  for (let from = 0; from < basis.length; from += n) {
    let share = 0
    for (let t = 0; t < n; t++) share += at(basis, from + t) * at(weights, t) * at(signal, t)
    for (let t = 0; t < n; t++) rest[t] = at(rest, t) - share * at(basis, from + t)
  }
  let information = 0
  let sum = 0
  for (let t = 0; t < n; t++) {
    information += at(weights, t) * at(rest, t) ** 2
    rest[t] = at(rest, t) * at(residuals, t)
    sum += at(rest, t)
  }
  const deviation = Math.sqrt(varianceOfSum(rest, sum / n, lags))
  return {
    z: sum / deviation,
    coefficient: sum / information,
    standardError: deviation / information,
  }
}

function varianceOfSum(values: Float64Array, mean: number, lags: number): number {
  let variance = 0
  for (let j = 0; j <= lags; j++) {
    let products = 0
    for (let t = j; t < values.length; t++) {
      products += (at(values, t) - mean) * (at(values, t - j) - mean)
    }
    variance += (j === 0 ? 1 : 2 * (1 - j / (lags + 1))) * products
  }
  return variance
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0
}
