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
  /** The basis times the weights. */
  readonly weighted: Float64Array
}

export interface OneStepEstimate {
  /** ln y per unit of the signal. */
  readonly coefficient: number
  readonly standardError: number
  /** Coefficient by standard error, about standard normal when the signal adds nothing. */
  readonly z: number
}

export function nullModel(
  y: readonly number[],
  columns: Columns,
  { means, alpha }: Pick<LogLinearFit, 'means'> & { readonly alpha: number },
): NullModel {
  const weights = means.map((mu) => mu / (1 + alpha * mu))
  const basis = orthonormal(columns, weights)
  return {
    residuals: Float64Array.from(
      y,
      (value, t) => (value - (means[t] ?? 0)) / (1 + alpha * (means[t] ?? 0)),
    ),
    weights: Float64Array.from(weights),
    basis,
    weighted: basis.map((value, i) => value * (weights[i % y.length] ?? 0)),
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
 * One Newton step from the fit without a signal x towards the fit with it, and its Newey–West error:
 * with x̃ the part of x that the controls do not explain under the weights W, `b = Σ x̃_t r_t / Σ W_t x̃_t²`, and with
 * `u_t = x̃_t (r_t − W_t x̃_t b)` the variance of Σ u over (Σ W x̃²)² (Bartlett weights, `lags`). As efficient as the full fit
 * (Le Cam 1956; van der Vaart 1998, § 5.7), and a resampled signal costs a few sums instead of a fit.
 */
export function oneStepEstimate(
  { residuals, weights, basis, weighted }: NullModel,
  signal: Float64Array,
  lags: number,
): OneStepEstimate {
  const n = residuals.length
  const rest = signal.slice()
  for (let from = 0; from < basis.length; from += n) {
    let share = 0
    for (let t = 0; t < n; t++) share += at(weighted, from + t) * at(signal, t)
    for (let t = 0; t < n; t++) rest[t] = at(rest, t) - share * at(basis, from + t)
  }
  let information = 0
  let score = 0
  for (let t = 0; t < n; t++) {
    information += at(weights, t) * at(rest, t) ** 2
    score += at(rest, t) * at(residuals, t)
  }
  const coefficient = score / information
  for (let t = 0; t < n; t++) {
    const unexplained = at(residuals, t) - at(weights, t) * at(rest, t) * coefficient
    rest[t] = at(rest, t) * unexplained
  }
  const standardError = Math.sqrt(varianceOfSum(rest, lags)) / information
  return { coefficient, standardError, z: coefficient / standardError }
}

/** Of values that add up to zero. */
function varianceOfSum(values: Float64Array, lags: number): number {
  let variance = 0
  for (let j = 0; j <= lags; j++) {
    let products = 0
    for (let t = j; t < values.length; t++) products += at(values, t) * at(values, t - j)
    variance += (j === 0 ? 1 : 2 * (1 - j / (lags + 1))) * products
  }
  return variance
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0
}
