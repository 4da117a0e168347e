import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal } from '../../src/model/decimal.ts'
import { exactDecimals, intervalDecimals } from '../../src/report/decimals.ts'

describe('the digits of a figure', () => {
  it.each([
    ['40.95', '58.73', 0],
    ['4.10', '5.87', 1],
    ['0.65', '0.93', 2],
    ['23.87', '24.37', 2],
    ['0', '188', 0],
    ['7', '7', 2],
  ])('%s to %s supports %i decimals', (low, high, decimals) =>
    expect(intervalDecimals(decimal(low), decimal(high))).toBe(decimals),
  )

  it.each([
    ['5557.96', 0],
    ['110', 0],
    ['36.5', 1],
    ['3.65', 2],
    ['0.0376', 2],
    ['-311.7', 0],
    ['0', 0],
  ])('%s, exact as published, has %i decimals', (value, decimals) =>
    expect(exactDecimals(decimal(value))).toBe(decimals),
  )

  it('never move a bound by more than a twentieth of the width, nor show a digit finer than a hundredth of it', () => {
    const start = fc.integer({ min: 0, max: 1e9 }).map((value) => decimal(value).div(1000))
    // Two decimals are the finest anything is shown with, so narrower intervals are left out.
    const width = fc.integer({ min: 101, max: 1e9 }).map((value) => decimal(value).div(1000))
    fc.assert(
      fc.property(start, width, (low, wide) => {
        const high = low.plus(wide)
        const decimals = intervalDecimals(low, high)
        const moved = [low, high].map((bound) => bound.toDecimalPlaces(decimals).minus(bound).abs())
        expect(moved.every((way) => way.lte(wide.div(20)))).toBe(true)
        expect(decimals === 0 || decimal(10).pow(-decimals).gt(wide.div(100))).toBe(true)
      }),
    )
  })
})
