import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import {
  monthsIn,
  type Period,
  parsePeriod,
  periodBefore,
  yearBefore,
} from '../../src/model/period.ts'

const TODAY = '2023-07-15' as CalendarDate
const read = (text: string): Period => {
  const period = parsePeriod(text, TODAY)
  if (typeof period === 'string') throw new Error(period)
  return period
}
const days = ({ from, to }: Period): string => `${from} ${to}`

describe('a period', () => {
  it.each([
    ['2023', '2023-01-01 2023-12-31'],
    ['2023-H1', '2023-01-01 2023-06-30'],
    ['2023-H2', '2023-07-01 2023-12-31'],
    ['2023-Q2', '2023-04-01 2023-06-30'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-01-01..2023-06-30', '2023-01-01 2023-06-30'],
    ['last-month', '2023-06-01 2023-06-30'],
    ['trailing-12m', '2022-07-16 2023-07-15'],
  ])('%s is %s', (text, expected) => expect(days(read(text))).toBe(expected))

  it.each(['', '2023-H3', '2023-Q5', '2023-13', '2023-02-30..2023-03-01', 'soon', '23'])(
    '%j is none, and the message lists the forms',
    (text) =>
      expect(parsePeriod(text, TODAY)).toMatch(/is not a period\. Write one of: 2023, 2023-H1/),
  )

  it('that ends before it begins is told as such', () =>
    expect(parsePeriod('2023-06-30..2023-01-01', TODAY)).toMatch(/ends before it begins/))

  it.each([
    ['2023-H1', '2022-H2', '2022-H1'],
    ['2023-Q1', '2022-Q4', '2022-Q1'],
    ['2023-03', '2023-02', '2022-03'],
    ['2024-02', '2024-01', '2023-02'],
    ['2025-02', '2025-01', '2024-02'],
    ['2023', '2022', '2022'],
    ['2023-01-11..2023-01-20', '2023-01-01..2023-01-10', '2022-01-11..2022-01-20'],
  ])('%s follows %s, and %s was a year before', (text, before, year) => {
    expect(periodBefore(read(text)).id).toBe(before)
    expect(yearBefore(read(text)).id).toBe(year)
  })

  it('counts whole months where there are whole months', () => {
    expect(monthsIn(read('2023-H1'))).toBe(6)
    expect(monthsIn(read('2023-02'))).toBe(1)
    expect(monthsIn(read('2023-01-01..2023-01-15'))).toBeCloseTo(0.49, 2)
  })

  it('and the one before it touch without a gap', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => Temporal.PlainDate.from('1990-01-01').add({ days: n }))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = Temporal.PlainDate.compare(a, b) <= 0 ? [a, b] : [b, a]
        const period = read(`${from}..${to}`)
        const before = periodBefore(period)
        expect(Temporal.PlainDate.from(before.to).add({ days: 1 }).toString()).toBe(period.from)
        expect(before.from <= before.to).toBe(true)
      }),
    )
  })
})
