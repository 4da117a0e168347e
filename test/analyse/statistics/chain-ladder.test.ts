import { describe, expect, it } from 'vitest'
import {
  dispersionOf,
  expectedMore,
  factorsAfter,
  spreadOf,
} from '../../../src/analyse/statistics/chain-ladder.ts'
import { normal } from '../../../src/analyse/statistics/normal.ts'
import { type SeededRandom, seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'
import { timesOf } from '../../support/drill.ts'

/** Cumulative 100, 150, 165 / 110, 168 / 120: factors 318 ÷ 210 and 165 ÷ 150. */
const TRIANGLE = [[100, 50, 15], [110, 58], [120]]

describe('the chain ladder', () => {
  it('has the factors of a triangle worked by hand', () => {
    expect(factorsAfter(TRIANGLE, 3)).toEqual([318 / 210, 1.1])
    expect(factorsAfter(TRIANGLE, 2)).toEqual([1.5])
  })

  it('expects what the factors say, and no more of what is old', () => {
    const now = { factors: factorsAfter(TRIANGLE, 3), months: 3, ahead: 3 }
    const more = (cohort: number) => expectedMore(TRIANGLE, { first: cohort, last: cohort }, now)
    expect(more(0)).toBe(0)
    expect(more(1)).toBeCloseTo(168 * 0.1, 9)
    expect(more(2)).toBeCloseTo(120 * ((318 / 210) * 1.1 - 1), 9)
  })

  it('says nothing of its errors where it has hardly made any', () => {
    expect(dispersionOf(TRIANGLE, { first: 2, last: 2 })).toBeUndefined()
  })

  it('covers what comes in 70 to 90 of 100 simulated markets with an 80 % interval', () => {
    const worlds = timesOf({ sample: 300, full: 3000 })
    const random = seededRandom('late markets')
    let covered = 0
    for (let n = 0; n < worlds; n += 1) {
      const months = 14 + random.below(20)
      const market = makeMarket(months, random)
      const triangle = market.map((row, cohort) => row.slice(0, months - cohort))
      const cohorts = { first: months - 6, last: months - 1 }
      const past = dispersionOf(triangle, cohorts)
      if (past === undefined) throw new Error(`no past errors in ${months} months`)
      const now = { factors: factorsAfter(triangle, months), months, ahead: months }
      const { low, high } = spreadOf(expectedMore(triangle, cohorts, now), past, 0.8)
      const came = market
        .slice(cohorts.first)
        .flatMap((row, index) => row.slice(months - cohorts.first - index))
        .reduce((sum, count) => sum + count, 0)
      if (came >= low && came <= high) covered += 1
    }
    expect(covered / worlds).toBeGreaterThanOrEqual(0.7)
    expect(covered / worlds).toBeLessThanOrEqual(0.9)
  })
})

/** Shares of a month's deals told 0, 1, 2 … months later: like seed rounds, 40 % of them late. */
const DELAYS = [0.6, 0.14, 0.08, 0.05, 0.04, 0.03, 0.02, 0.02, 0.01, 0.01]

/** Months whose size swings, each of their deals told after a chance delay. */
function makeMarket(months: number, random: SeededRandom): readonly (readonly number[])[] {
  return Array.from({ length: months }, () => {
    const size = Math.round(40 * Math.exp(0.3 * normal(random)))
    const row = Array<number>(months).fill(0)
    for (let deal = 0; deal < size; deal += 1) {
      const delay = delayOf(random.uniform())
      row[delay] = (row[delay] ?? 0) + 1
    }
    return row
  })
}

function delayOf(chance: number): number {
  let sum = 0
  return DELAYS.findIndex((share) => {
    sum += share
    return chance < sum + 1e-12
  })
}
