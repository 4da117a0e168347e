import digamma from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'
import trigamma from '@stdlib/math-base-special-trigamma'
import type { Columns } from './least-squares.ts'
import { type LogLinearFit, logLinearFit } from './log-linear-fit.ts'

export interface NegativeBinomialRegression extends LogLinearFit {
  /** Overdispersion: variance = μ + αμ². Zero when the counts vary no more than Poisson counts. */
  readonly alpha: number
  readonly logLikelihood: number
}

const MAXIMUM_ROUNDS = 200
const TOLERANCE = 1e-11
/** 1/α above which the counts are Poisson for every purpose. */
const POISSON_FROM = 1e7
const LARGEST_STEP = 2

/**
 * Negative-binomial regression with quadratic variance (NB2), `b` and α by maximum likelihood (Lawless 1987, Canadian
 * Journal of Statistics 15; Cameron and Trivedi 2013, ch. 3). The two are orthogonal, so they are maximised by turns.
 * Counts only. Throws `NoMaximum` or `SingularDesign`.
 */
export function negativeBinomialRegression(
  y: readonly number[],
  columns: Columns,
): NegativeBinomialRegression {
  let fit = logLinearFit(y, columns, 0)
  let theta = startOf(y, fit.means)
  for (let round = 0; round < MAXIMUM_ROUNDS && theta < POISSON_FROM; round++) {
    fit = logLinearFit(y, columns, 1 / theta, fit.means)
    const next = nextTheta(y, fit.means, theta)
    const hasSettled = Math.abs(Math.log(next / theta)) < TOLERANCE
    theta = next
    if (hasSettled) break
  }
  const alpha = theta < POISSON_FROM ? 1 / theta : 0
  return { ...fit, alpha, logLikelihood: logLikelihood(y, fit.means, theta) }
}

/** By moments: θ = Σμ² / Σ((y − μ)² − μ). */
function startOf(y: readonly number[], means: readonly number[]): number {
  const squares = means.reduce((sum, mu) => sum + mu * mu, 0)
  const excess = means.reduce((sum, mu, t) => sum + ((y[t] ?? 0) - mu) ** 2 - mu, 0)
  return excess > squares / POISSON_FROM ? squares / excess : POISSON_FROM / 10
}

/** One Newton step on ln θ, θ = 1/α; where the likelihood is not concave, a step uphill. */
function nextTheta(y: readonly number[], means: readonly number[], theta: number): number {
  let slope = 0
  let bend = 0
  for (let t = 0; t < y.length; t++) {
    const [count, mu] = [y[t] ?? 0, means[t] ?? 0]
    const ratio = (count + theta) / (mu + theta)
    slope += digamma(count + theta) - digamma(theta) + Math.log(theta / (theta + mu)) + 1 - ratio
    bend += trigamma(count + theta) - trigamma(theta) + 1 / theta - (2 - ratio) / (theta + mu)
  }
  const gradient = theta * slope
  const curvature = theta * theta * bend + gradient
  const step = curvature < 0 ? -gradient / curvature : Math.sign(gradient)
  return theta * Math.exp(Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step)))
}

function logLikelihood(y: readonly number[], means: readonly number[], theta: number): number {
  return y.reduce((sum, count, t) => {
    const mu = means[t] ?? 0
    const shape = gammaln(count + theta) - gammaln(theta) - gammaln(count + 1)
    return sum + shape - theta * Math.log1p(mu / theta) + count * Math.log(mu / (mu + theta))
  }, 0)
}
