import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOfTop } from '../../src/analyse/metrics/concentration.ts'
import { herfindahl } from '../../src/analyse/metrics/herfindahl.ts'
import { type Interval, isLacking, type Known } from '../../src/model/findings.ts'

const amount = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const amounts = fc
  .array(amount, { minLength: 3, maxLength: 7 })
  .filter((list) => list.some(({ low }) => low > 0))

/** Every way to put each amount at one of its ends. */
function corners(list: readonly { low: number; high: number }[]): readonly (readonly number[])[] {
  return list.reduce<readonly (readonly number[])[]>(
    (all, { low, high }) =>
      all.flatMap((head) => [
        [...head, low],
        [...head, high],
      ]),
    [[]],
  )
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const hhi = (values: readonly number[]): number => sum(values.map((x) => (x / sum(values)) ** 2))
const top2 = (values: readonly number[]): number =>
  sum(values.toSorted((a, b) => b - a).slice(0, 2)) / sum(values)

function text(list: readonly { low: number; high: number }[]): readonly Interval[] {
  return list.map(({ low, high }) => ({ low: String(low), high: String(high) }))
}

function bounds(known: Known<Interval>): { low: number; high: number } {
  if (isLacking(known)) throw new Error(known.lacking)
  return { low: Number(known.low), high: Number(known.high) }
}

describe('bounds of concentration', () => {
  it('of the index are reached at its high end, and never crossed anywhere between', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }),
        (list, at) => {
          const { low, high } = bounds(herfindahl(text(list)))
          const inside = list.map((one, i) => one.low + (one.high - one.low) * (at[i] ?? 0))
          const largest = Math.max(...corners(list).map(hhi))
          expect(high).toBeCloseTo(largest, 9)
          expect(hhi(inside)).toBeGreaterThanOrEqual(low - 1e-9)
          expect(hhi(inside)).toBeLessThanOrEqual(high + 1e-9)
        },
      ),
    )
  })

  it('of the index are reached at their low end: some level every amount is nearest to gives it', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const { low } = bounds(herfindahl(text(list)))
        const levels = Array.from({ length: 2001 }, (_, i) => i / 2)
        const nearest = levels.map((level) =>
          hhi(list.map((one) => Math.min(one.high, Math.max(one.low, level)))),
        )
        expect(low).toBeLessThanOrEqual(Math.min(...nearest.filter((x) => !Number.isNaN(x))) + 1e-9)
        expect(low).toBeGreaterThan(Math.min(...nearest.filter((x) => !Number.isNaN(x))) - 1e-3)
      }),
    )
  })

  it('of the share of the two largest hold at every corner, and the high one is reached', () => {
    fc.assert(
      fc.property(amounts, (list) => {
        const { low, high } = bounds(shareOfTop(text(list), 2))
        const shares = corners(list).map(top2)
        expect(high).toBeCloseTo(Math.max(...shares), 9)
        expect(low).toBeLessThanOrEqual(Math.min(...shares) + 1e-9)
      }),
    )
  })

  it('of exact amounts are one number', () => {
    const { low, high } = bounds(herfindahl(text([3, 1, 1].map((x) => ({ low: x, high: x })))))
    expect([low, high]).toEqual([0.44, 0.44])
  })

  it('of more vague amounts than are all tried are still reached', () => {
    const many = fc
      .array(amount, { minLength: 12, maxLength: 14 })
      .filter((list) => list.some(({ low }) => low > 0))
    const check = (list: readonly { low: number; high: number }[]): void => {
      const largest = corners(list).reduce((most, corner) => Math.max(most, hhi(corner) || 0), 0)
      expect(bounds(herfindahl(text(list))).high).toBeCloseTo(largest, 9)
    }
    fc.assert(fc.property(many, check), { numRuns: 15 })
  })
})
