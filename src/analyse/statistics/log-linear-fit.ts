import { type Columns, fittedAt, type LeastSquares, leastSquares } from './least-squares.ts'

export interface LogLinearFit {
  readonly coefficients: readonly number[]
  /** Expected values, μ = exp(x′b). */
  readonly means: readonly number[]
  /** (X′WX)⁻¹ with W = μ/(1 + αμ): the inverse of the expected information. */
  readonly inverse: readonly (readonly number[])[]
}

/** The iteration found no maximum: the sample does not determine the fit. */
export class NoMaximum extends Error {
  override readonly name = 'NoMaximum'
}

const MAXIMUM_STEPS = 1000
/** Largest change of ln μ at which the fit stands still. */
const TOLERANCE = 1e-11
const SHORTEST_STRIDE = 1 / 16
/** Beyond e^±30 the fit runs away to a boundary. */
const LARGEST_LOG = 30

/**
 * Maximises the (pseudo-)likelihood of `E y = exp(x′b)` with variance μ + αμ² by iteratively reweighted least squares
 * (McCullagh and Nelder 1989, ch. 2). α = 0 is Poisson; zeros are kept. Throws `NoMaximum` or `SingularDesign`.
 */
export function logLinearFit(
  y: readonly number[],
  columns: Columns,
  alpha: number,
  start?: readonly number[],
): LogLinearFit {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  let logs: readonly number[] =
    start?.map(Math.log) ?? y.map((value) => Math.log((value + mean) / 2))
  let [stride, last] = [1, Number.POSITIVE_INFINITY]
  for (let step = 0; step < MAXIMUM_STEPS; step++) {
    const means = logs.map(Math.exp)
    const weights = means.map((mu) => mu / (1 + alpha * mu))
    const working = logs.map((log, t) => log + ((y[t] ?? 0) - (means[t] ?? 1)) / (means[t] ?? 1))
    const { coefficients, inverse } = weightedLeastSquares(working, columns, weights)
    const next = y.map((_, t) => fittedAt(columns, coefficients, t))
    const change = next.reduce((most, log, t) => Math.max(most, Math.abs(log - (logs[t] ?? 0))), 0)
    if (!(Math.max(...next.map(Math.abs)) < LARGEST_LOG)) break
    // A step larger than the last one overshoots: from then on steps are shorter.
    if (step > 1 && change > last) stride = Math.max(stride / 2, SHORTEST_STRIDE)
    last = change
    const from = logs
    logs = next.map((log, t) => log * stride + (from[t] ?? 0) * (1 - stride))
    if (change < TOLERANCE) {
      return { coefficients, means: next.map(Math.exp), inverse }
    }
  }
  throw new NoMaximum('the log-linear fit found no maximum')
}

/** Least squares with weights: every point times the root of its own. */
function weightedLeastSquares(
  y: readonly number[],
  columns: Columns,
  weights: readonly number[],
): LeastSquares {
  const roots = weights.map(Math.sqrt)
  const scaled = (values: readonly number[]): readonly number[] =>
    values.map((value, t) => value * (roots[t] ?? 0))
  return leastSquares(scaled(y), columns.map(scaled))
}
