import { expect, it } from 'vitest'
import { detectableEffect } from '../../../src/analyse/statistics/detectable.ts'
import { maximumStatistic } from '../../../src/analyse/statistics/maximum-statistic.ts'
import { seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'

const RESAMPLES = 199

it('calls significant exactly what has an adjusted p-value at the level', () => {
  const random = seededRandom('maximum')
  const draws = Array.from({ length: RESAMPLES }, () => [random.uniform() - 0.5, random.uniform()])
  const { critical, adjustedP } = maximumStatistic(draws, 0.05)
  const largest = draws.map((pair) => Math.max(...pair.map(Math.abs))).sort((a, b) => a - b)
  expect(critical).toBe(largest[189])
  for (const statistic of [0, critical, -critical, critical + 1e-9, -1, 2]) {
    expect(adjustedP(statistic) <= 0.05).toBe(Math.abs(statistic) > critical)
  }
  expect(adjustedP(2)).toBe(1 / 200)
  expect(adjustedP(0)).toBe(1)
})

it('finds nothing significant when there are too few resamples to say so', () => {
  expect(maximumStatistic([[0.1], [0.2]], 0.05).critical).toBe(Number.POSITIVE_INFINITY)
})

it('finds an effect of the detectable size with the power asked for', () => {
  const random = seededRandom('power')
  // The sum of twelve uniforms less six has variance one.
  const draw = (): number => Array.from({ length: 12 }, random.uniform).reduce((a, b) => a + b, -6)
  const draws = Array.from({ length: 4000 }, draw)
  const effect = detectableEffect(draws, { critical: 3, standardError: 0.5, power: 0.8 })
  expect(effect).toBeGreaterThan(0.5 * (3 + 0.8))
  expect(effect).toBeLessThan(0.5 * (3 + 0.89))
  const found = draws.filter((z) => z + effect / 0.5 > 3).length
  expect(found / draws.length).toBeCloseTo(0.8, 2)
})
