import { describe, expect, it } from 'vitest'
import { drawTotals } from '../../../src/analyse/statistics/draw-totals.ts'
import { normal } from '../../../src/analyse/statistics/normal.ts'
import { quantile } from '../../../src/analyse/statistics/quantile.ts'
import { seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'
import { timesOf } from '../../support/drill.ts'

const exact = (value: number) => ({ low: value, high: value })

describe('totals drawn', () => {
  it('cover the true total in 75 to 85 of 100 simulated worlds with an 80 % interval', () => {
    const worlds = timesOf({ sample: 400, full: 4000 })
    const world = seededRandom('worlds of the central estimate')
    let covered = 0
    for (let n = 0; n < worlds; n += 1) {
      const spread = 0.8 + 0.8 * world.uniform()
      const amount = (): number => 2e7 * Math.exp(spread * normal(world))
      const pool = Array.from({ length: 10 + world.below(40) }, amount)
      const hidden = Array.from({ length: 2 + world.below(12) }, amount)
      const shown = [exact(3e7), { low: 1e7, high: 1e8 }]
      // The vague amount is one of its wording: any within its bounds, even on the log scale.
      const vague = 1e7 * 10 ** world.uniform()
      const truth = hidden.reduce((sum, x) => sum + x, 3e7 + vague)
      const totals = drawTotals(
        shown,
        [{ deals: hidden.length, perhaps: 0, pool: pool.map(exact) }],
        {
          draws: timesOf({ sample: 400, full: 2000 }),
          random: seededRandom(`world ${n}`),
        },
      )
      if (truth >= quantile(totals, 0.1) && truth <= quantile(totals, 0.9)) covered += 1
    }
    expect(covered / worlds).toBeGreaterThanOrEqual(0.75)
    expect(covered / worlds).toBeLessThanOrEqual(0.85)
  })

  it('are the same for the same seed, and the sum itself where nothing is hidden', () => {
    const cells = [{ deals: 3, perhaps: 0, pool: [1, 2, 3].map(exact) }]
    const draw = (seed: string) =>
      drawTotals([exact(5)], cells, { draws: 50, random: seededRandom(seed) })
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
    const known = drawTotals([exact(5), exact(7)], [], { draws: 3, random: seededRandom('a') })
    expect(known).toEqual([12, 12, 12])
  })

  it('bring anything from nothing on where a deal may belong elsewhere', () => {
    const draw = (perhaps: number) =>
      drawTotals([], [{ deals: 1, perhaps, pool: [exact(8)] }], {
        draws: 400,
        random: seededRandom('straddling'),
      })
    expect(new Set(draw(0))).toEqual(new Set([8]))
    const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(draw(1), share))
    expect([low, middle, high].map((value) => Math.round(Number(value)))).toEqual([1, 4, 7])
  })
})
