import { Matrix } from 'ml-matrix'
import type { Columns } from './least-squares.ts'

/** Lags kept by default: ⌊4(n/100)^(2/9)⌋, the rule of thumb of Newey and West (1994, Review of Economic Studies 61). */
export function neweyWestLags(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9))
}

/**
 * Covariance of the coefficients that holds under heteroscedasticity and autocorrelation:
 * `A⁻¹ S A⁻¹`, `S = Γ₀ + Σ_{j≤m} (1 − j/(m+1))(Γ_j + Γ_j′)`, `Γ_j = Σ_t s_t s_{t−j}′` (Newey and West 1987,
 * Econometrica 55). `scores` are s_t, one array per coefficient; `inverse` is A⁻¹, such as (X′X)⁻¹. With `lags` 0 it is
 * White's sandwich. No correction for small samples.
 */
export function neweyWest(
  scores: Columns,
  inverse: readonly (readonly number[])[],
  lags: number,
): readonly (readonly number[])[] {
  const middle = scores.map((a) => scores.map((b) => longRunProduct(a, b, lags)))
  const bread = new Matrix(inverse.map((row) => [...row]))
  return bread.mmul(new Matrix(middle)).mmul(bread).to2DArray()
}

function longRunProduct(a: readonly number[], b: readonly number[], lags: number): number {
  let sum = 0
  for (let j = 0; j <= lags; j++) {
    const weight = 1 - j / (lags + 1)
    sum += weight * (j === 0 ? product(a, b, 0) : product(a, b, j) + product(b, a, j))
  }
  return sum
}

/** Σ_t a_t b_{t−j} */
function product(a: readonly number[], b: readonly number[], j: number): number {
  let sum = 0
  for (let t = j; t < a.length; t++) sum += (a[t] ?? 0) * (b[t - j] ?? 0)
  return sum
}
