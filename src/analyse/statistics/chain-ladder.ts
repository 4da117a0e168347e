import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/** New counts by cohort and delay: row c, delay k. Cohort 0 is the oldest; row c is observed for delays 0 … months − 1 − c. */
export type Triangle = readonly (readonly number[])[]

/** Some cohorts of a triangle, as wide a pattern of ages as the question needs. */
export interface Cohorts {
  readonly first: number
  readonly last: number
}

/** What is expected on top of what was seen. */
export interface Expected {
  readonly more: number
  readonly low: number
  readonly high: number
}

/** Fewer past errors than this say nothing of the next one. */
const LEAST_ERRORS = 3

/**
 * Factors f(k) = Σ N(c, k + 1) ÷ Σ N(c, k) over the cohorts seen at both delays, N cumulative, with what was known after
 * `months` months (chain ladder; Mack 1993, ASTIN Bulletin 23, 213–225). A delay nobody was seen at has 1.
 */
export function factorsAfter(triangle: Triangle, months: number): readonly number[] {
  const known = triangle.slice(0, months).map(cumulated)
  return Array.from({ length: Math.max(0, months - 1) }, (_, k) => {
    const both = known.slice(0, months - 1 - k)
    const before = sumOf(both.map((row) => at(row, k)))
    return before === 0 ? 1 : sumOf(both.map((row) => at(row, k + 1))) / before
  })
}

/** Expected additions to cohorts known for `months` months, within the next `ahead` months. */
export function expectedMore(
  triangle: Triangle,
  { first, last }: Cohorts,
  { factors, months, ahead }: { factors: readonly number[]; months: number; ahead: number },
): number {
  return sumOf(
    triangle.slice(first, last + 1).map((row, index) => {
      const age = months - 1 - first - index
      const growth = factors.slice(age, age + ahead).reduce((product, f) => product * f, 1)
      return at(cumulated(row), age) * (growth - 1)
    }),
  )
}

/**
 * Variance of past errors over what was then expected: the same pattern of ages, foretold at each month of the later half
 * of the triangle with what was known then, against what came until now (as baselinenowcast does with its retrospective
 * triangles). Never below 1, the variance of a Poisson count. Undefined with fewer than three errors.
 */
export function dispersionOf(
  triangle: Triangle,
  { first, last }: Cohorts,
): { readonly ratio: number; readonly errors: number } | undefined {
  const months = triangle.length
  const squares: number[] = []
  for (let then = Math.ceil(months / 2); then < months; then += 1) {
    const ahead = months - then
    const cohorts = { first: first - ahead, last: last - ahead }
    if (cohorts.first < 0) continue
    const past = { factors: factorsAfter(triangle, then), months: then, ahead }
    const expected = expectedMore(triangle, cohorts, past)
    const came = sumOf(
      triangle.slice(cohorts.first, cohorts.last + 1).map((row, index) => {
        const age = then - 1 - cohorts.first - index
        return at(cumulated(row), age + ahead) - at(cumulated(row), age)
      }),
    )
    if (expected > 0) squares.push((came - expected) ** 2 / expected)
  }
  if (squares.length < LEAST_ERRORS) return undefined
  return { ratio: Math.max(1, sumOf(squares) / squares.length), errors: squares.length }
}

/** The middle `level` of what may come, by Student's t with as many degrees of freedom as there were errors. */
export function spreadOf(
  more: number,
  { ratio, errors }: { readonly ratio: number; readonly errors: number },
  level: number,
): Expected {
  const reach = tQuantile((1 + level) / 2, errors) * Math.sqrt(ratio * more)
  return { more, low: Math.max(0, more - reach), high: more + reach }
}

function cumulated(row: readonly number[]): readonly number[] {
  let sum = 0
  return row.map((count) => {
    sum += count
    return sum
  })
}

/** The last known count stands for every later delay. */
function at(row: readonly number[], delay: number): number {
  return row[Math.min(delay, row.length - 1)] ?? 0
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
