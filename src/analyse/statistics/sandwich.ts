import type { Columns } from './least-squares.ts'
import type { LogLinearFit } from './log-linear-fit.ts'
import { neweyWest } from './newey-west.ts'

/**
 * Covariance of the coefficients of a log-linear fit with variance μ + αμ² from its scores x(y − μ)/(1 + αμ) by Newey and
 * West. With α = 0 the fit is Poisson pseudo-maximum likelihood: consistent for `E y = exp(x′b)` whatever the distribution
 * of y ≥ 0, so it takes yuan as well as counts and keeps zeros, but its own standard errors would not be (Gourieroux,
 * Monfort and Trognon 1984; Santos Silva and Tenreyro 2006, Review of Economics and Statistics 88). `lags` 0 is robust
 * to heteroscedasticity alone.
 */
export function sandwich(
  { y, columns }: { readonly y: readonly number[]; readonly columns: Columns },
  { means, inverse, alpha }: Pick<LogLinearFit, 'means' | 'inverse'> & { readonly alpha: number },
  lags: number,
): readonly (readonly number[])[] {
  const residuals = y.map((value, t) => {
    const mu = means[t] ?? 0
    return (value - mu) / (1 + alpha * mu)
  })
  const scores = columns.map((column) => column.map((x, t) => x * (residuals[t] ?? 0)))
  return neweyWest(scores, inverse, lags)
}
