import type { SeededRandom } from './seeded-random.ts'

/**
 * Positions of one resample of a series of `n` points: blocks that start anywhere and have geometric lengths, wrapped
 * round the end, so that the resample is stationary when the series is (Politis and Romano 1994, JASA 89, 1303–1313).
 * Several series drawn with the same positions keep what links them at each instant.
 */
export function stationaryResample(
  n: number,
  meanBlock: number,
  random: SeededRandom,
): readonly number[] {
  const positions: number[] = []
  let at = 0
  for (let i = 0; i < n; i++) {
    const startsBlock = i === 0 || random.uniform() * meanBlock < 1
    at = startsBlock ? random.below(n) : (at + 1) % n
    positions.push(at)
  }
  return positions
}

/** The rate at which the best block grows for a variance: n^(1/3), at least 1 (Hall, Horowitz and Jing 1995). */
export function meanBlockOf(n: number): number {
  return Math.max(1, Math.cbrt(n))
}
