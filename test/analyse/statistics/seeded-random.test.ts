import { expect, it } from 'vitest'
import { seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'

const DRAWS = 20_000

it('gives the same numbers for the same seed, always', () => {
  const random = seededRandom('2023-H1')
  expect([random.below(1000), random.below(1000), random.below(1000)]).toEqual([523, 127, 949])
})

it('gives other numbers for a seed that differs in one letter', () => {
  const [a, b] = ['2023-H1', '2023-H2'].map((seed) => {
    const random = seededRandom(seed)
    return Array.from({ length: 8 }, () => random.below(2 ** 31))
  })
  expect(a?.some((value, i) => value === b?.[i])).toBe(false)
})

it('spreads evenly over 0 … n − 1 and over [0, 1)', () => {
  const random = seededRandom('even')
  const counts = new Array<number>(10).fill(0)
  let sum = 0
  for (let i = 0; i < DRAWS; i++) {
    const value = random.below(10)
    counts[value] = (counts[value] ?? 0) + 1
    sum += random.uniform()
  }
  const expected = DRAWS / 10
  const chiSquare = counts.reduce((total, n) => total + (n - expected) ** 2 / expected, 0)
  // The 99.9 % quantile of χ² with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.88)
  expect(Math.abs(sum / DRAWS - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / DRAWS))
})
