import type { SeededRandom } from './seeded-random.ts'

/** A standard normal number (Box and Muller 1958, Annals of Mathematical Statistics 29, 610–611). */
export function normal({ uniform }: SeededRandom): number {
  // 1 − uniform lies on (0, 1]: its logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}
