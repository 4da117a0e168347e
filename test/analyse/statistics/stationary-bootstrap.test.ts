import { expect, it } from 'vitest'
import { seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'
import {
  meanBlockOf,
  stationaryResample,
} from '../../../src/analyse/statistics/stationary-bootstrap.ts'

const N = 50
const RESAMPLES = 400

it('draws as many positions as the series has, each one as often as any other', () => {
  const random = seededRandom('positions')
  const counts = new Array<number>(N).fill(0)
  for (let i = 0; i < RESAMPLES; i++) {
    const positions = stationaryResample(N, meanBlockOf(N), random)
    expect(positions).toHaveLength(N)
    for (const at of positions) counts[at] = (counts[at] ?? 0) + 1
  }
  expect(counts).toHaveLength(N)
  expect(Math.min(...counts)).toBeGreaterThan(RESAMPLES * 0.7)
  expect(Math.max(...counts)).toBeLessThan(RESAMPLES * 1.3)
})

it('keeps neighbours together in blocks of the mean length asked for', () => {
  const random = seededRandom('blocks')
  let breaks = 0
  for (let i = 0; i < RESAMPLES; i++) {
    const positions = stationaryResample(N, 5, random)
    breaks += positions.filter((at, j) => j > 0 && at !== ((positions[j - 1] ?? 0) + 1) % N).length
  }
  // A new block begins with probability 1/5 and lands on the next position by chance once in N.
  const expected = RESAMPLES * (N - 1) * (1 / 5) * (1 - 1 / N)
  expect(Math.abs(breaks / expected - 1)).toBeLessThan(0.06)
})

it('asks for blocks of n^(1/3)', () => {
  expect(meanBlockOf(64)).toBeCloseTo(4, 12)
  expect(meanBlockOf(0)).toBe(1)
})
