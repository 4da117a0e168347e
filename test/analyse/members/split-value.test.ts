import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitValue } from '../../../src/analyse/members/split-value.ts'
import type { MemberBars } from '../../../src/analyse/metrics/member-bars.ts'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import { isLacking } from '../../../src/model/findings.ts'
import type { ValueSplit } from '../../../src/model/market-findings.ts'
import { ROOT } from '../../../src/runtime/config.ts'

const member = (bars: Partial<MemberBars>): MemberBars => ({
  track_id: 'x',
  instrument: 'XSHG:600001',
  at_start: true,
  at_end: true,
  today: true,
  t0: '2022-12-30' as CalendarDate,
  t1: '2023-06-30' as CalendarDate,
  p0: null,
  p1: null,
  adj0: null,
  adj1: null,
  cap0: null,
  cap1: null,
  float0: null,
  lists: [],
  ...bars,
})

const known = (members: readonly MemberBars[]): ValueSplit => {
  const split = splitValue(members)
  if (isLacking(split)) throw new Error(split.lacking)
  return split
}

const cents = (max: number) =>
  fc.integer({ min: 1, max }).map((fen) => new Decimal(fen).div(100).toFixed(2))
const price = cents(200_000)
const cap = fc
  .bigInt({ min: 1n, max: 10n ** 15n })
  .map((fen) => new Decimal(fen.toString()).div(100).toFixed(2))
const factor = fc.option(cents(1000))
const anyMember = fc
  .record({
    at_start: fc.boolean(),
    at_end: fc.boolean(),
    p0: fc.option(price),
    p1: fc.option(price),
    adj0: factor,
    adj1: factor,
    cap0: fc.option(cap),
    cap1: fc.option(cap),
  })
  .map(member)

describe('the split of a change in market value', () => {
  it('adds up to the fen, whatever the stocks are', () => {
    fc.assert(
      fc.property(fc.array(anyMember, { maxLength: 30 }), (members) => {
        const split = splitValue(members)
        if (isLacking(split)) return
        const parts = [split.price, split.issuance, split.membership, split.unsplit]
        expect(Decimal.sum(...parts).toFixed(2)).toBe(split.change)
        expect(new Decimal(split.atEnd).minus(split.atStart).toFixed(2)).toBe(split.change)
        for (const part of parts) expect(part).toMatch(/^-?\d+\.\d{2}$/)
      }),
    )
  })

  it('is all price where the same shares are held throughout', () => {
    fc.assert(
      fc.property(price, price, fc.integer({ min: 1, max: 1e9 }), (p0, p1, shares) => {
        const worth = (of: string): string => new Decimal(of).times(shares).toFixed(2)
        const split = known([member({ p0, p1, cap0: worth(p0), cap1: worth(p1) })])
        expect([split.price, split.issuance, split.membership, split.unsplit]).toEqual([
          split.change,
          '0.00',
          '0.00',
          '0.00',
        ])
      }),
    )
  })

  it('is all membership where other stocks take the place of the old ones', () => {
    const split = known([
      member({ at_end: false, p0: '10', p1: '10', adj0: '1', adj1: '1', cap0: '100', cap1: '100' }),
      member({ at_start: false, cap1: '130' }),
    ])
    expect(split).toMatchObject({ change: '30.00', membership: '30.00', price: '0.00' })
  })

  it('is unknown without a single market value', () =>
    expect(splitValue([member({ p0: '1', p1: '2' })])).toEqual({ lacking: 'no-stock-values' }))
})

const STOCK = join(ROOT, '..', 'shared', 'data', 'stocks', '300418.SZ.csv')

// One stock's true history, where it lies beside the project: it is not free to be bundled.
if (existsSync(STOCK)) describe('the split of a real stock', splitRealStock)

function splitRealStock(): void {
  const rows = parse<Record<string, string>>(readFileSync(STOCK), { columns: true, bom: true })
  /** What a close must be divided by to be comparable with the one before: the publisher's previous close says so. */
  const factors = new Map<string, Decimal>()
  let factor = new Decimal(1)
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    if (before !== undefined) factor = factor.times(before['close'] ?? 1).div(row['pre_close'] ?? 1)
    factors.set(row['trade_date'] ?? '', factor)
  }
  const at = (day: string) => {
    const row = rows.find(({ trade_date }) => trade_date === day)
    if (row === undefined) throw new Error(`no session ${day}`)
    return {
      close: row['close'] ?? '',
      shares: new Decimal(row['total_share'] ?? 0).times(10_000),
      cap: new Decimal(row['total_mv'] ?? 0).times(10_000),
      factor: factors.get(day) ?? new Decimal(1),
    }
  }

  it.each([
    ['20221230', '20230630'],
    ['20151109', '20151111'],
    ['20161230', '20171229'],
  ])('from %s to %s is that of its share counts', (from, to) => {
    const [a, z] = [at(from), at(to)]
    const split = known([
      member({
        p0: a.close,
        p1: z.close,
        adj0: a.factor.toFixed(12),
        adj1: z.factor.toFixed(12),
        cap0: a.cap.toFixed(),
        cap1: z.cap.toFixed(),
      }),
    ])
    // N(t0) in shares of t1, so that a split is no issue of shares.
    const adjusted = a.shares.times(z.factor).div(a.factor)
    const gain = adjusted.times(z.close).minus(a.shares.times(a.close))
    const issued = z.shares.minus(adjusted).times(z.close)
    const tolerance = a.cap.plus(z.cap).times(1e-5)
    expect(new Decimal(split.price).minus(gain).abs().lte(tolerance)).toBe(true)
    expect(new Decimal(split.issuance).minus(issued).abs().lte(tolerance)).toBe(true)
    expect(split.change).toBe(z.cap.minus(a.cap).toFixed(2))
    expect(split.unsplitStocks).toBe(0)
  })
}
