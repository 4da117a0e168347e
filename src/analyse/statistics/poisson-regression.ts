import type { Columns } from './least-squares.ts'
import { type LogLinearFit, logLinearFit } from './log-linear-fit.ts'
import { neweyWest } from './newey-west.ts'

export interface PoissonRegression extends LogLinearFit {
  /** Newey–West sandwich of the scores x(y − μ). */
  readonly covariance: readonly (readonly number[])[]
}

/**
 * Poisson pseudo-maximum likelihood: consistent for `E y = exp(x′b)` whatever the distribution of y ≥ 0, so it takes
 * yuan as well as counts and keeps zeros (Gourieroux, Monfort and Trognon 1984; Santos Silva and Tenreyro 2006, Review of
 * Economics and Statistics 88). Its own standard errors would not be, so only the sandwich is given; `lags` 0 is robust
 * to heteroscedasticity alone. Throws `NoMaximum` or `SingularDesign`.
 */
export function poissonRegression(
  y: readonly number[],
  columns: Columns,
  lags: number,
): PoissonRegression {
  const fit = logLinearFit(y, columns, 0)
  const residuals = y.map((value, t) => value - (fit.means[t] ?? 0))
  const scores = columns.map((column) => column.map((x, t) => x * (residuals[t] ?? 0)))
  return { ...fit, covariance: neweyWest(scores, fit.inverse, lags) }
}
