import { normal } from './normal.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A positive amount known within bounds, in floats: an estimate is no sum. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** Amounts to draw, and what to draw them from. */
export interface DrawCell {
  readonly deals: number
  /** Those of them that may belong elsewhere: they bring anything from nothing to what is drawn. */
  readonly perhaps: number
  readonly pool: readonly Bounds[]
}

/** Silverman's rule for a normal kernel, of the standard deviation times n^(−1/5) (Silverman 1986, eq. 3.28). */
const BANDWIDTH = 1.06

/**
 * Totals of disclosed and undisclosed amounts, `draws` times: each time every pool is resampled (so that a thin pool is
 * uncertain about itself), vague amounts fall anywhere within their bounds, and each undisclosed deal takes one amount
 * of its resampled pool, smoothed on the log scale. Without smoothing a pool of ten has no tail beyond its largest
 * amount, and an 80 % interval covers 65 %.
 */
export function drawTotals(
  disclosed: readonly Bounds[],
  cells: readonly DrawCell[],
  { draws, random }: { readonly draws: number; readonly random: SeededRandom },
): readonly number[] {
  const smoothed = cells.map((cell) => ({ ...cell, width: bandwidth(cell.pool) }))
  return Array.from({ length: draws }, () => {
    const known = disclosed.reduce((sum, bounds) => sum + within(bounds, random), 0)
    return smoothed.reduce((sum, cell) => sum + drawCell(cell, random), known)
  })
}

function drawCell(
  { deals, perhaps, pool, width }: DrawCell & { readonly width: number },
  random: SeededRandom,
): number {
  const resampled = pool.map(() => pick(pool, random))
  let sum = 0
  for (let deal = 0; deal < deals; deal += 1) {
    const drawn = within(pick(resampled, random), random) * Math.exp(width * normal(random))
    sum += deal < perhaps ? drawn * random.uniform() : drawn
  }
  return sum
}

function pick(pool: readonly Bounds[], { below }: SeededRandom): Bounds {
  const one = pool[below(pool.length)]
  if (one === undefined) throw new Error('an amount was drawn from an empty pool')
  return one
}

/** Log-uniform between bounds: 数千万 is nearer to 10 m than to 100 m. From zero, where no logarithm is, uniform. */
function within({ low, high }: Bounds, random: SeededRandom): number {
  if (low === high) return low
  return low === 0 ? high * random.uniform() : low * (high / low) ** random.uniform()
}

function bandwidth(pool: readonly Bounds[]): number {
  const logs = pool.map(({ low, high }) => Math.log(low === 0 ? high / 2 : Math.sqrt(low * high)))
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0)
  return BANDWIDTH * Math.sqrt(squares / Math.max(1, logs.length - 1)) * logs.length ** -0.2
}
