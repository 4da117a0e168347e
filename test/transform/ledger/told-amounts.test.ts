import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import type { ToldAmounts } from '../../../src/model/told-amounts.ts'
import { toldAmounts } from '../../../src/transform/ledger/told-amounts.ts'

const NOTHING_READ = { told: [], gone: [], claims: [], knownFrom: null }

function amountsIn(title: string, body?: string): ToldAmounts {
  const row = { source: 'a', sourceKey: '1', title, publishedOn: '2026-11-20' as CalendarDate }
  return toldAmounts({ ...row, ...(body === undefined ? {} : { body }) }, NOTHING_READ)
}

function usesIn(text: string): readonly string[] {
  return amountsIn(text).asides.map(({ text: amount, use }) => `${amount}: ${use}`)
}

describe('the amounts of a text', () => {
  it.each([
    ['公司拟融X亿元', 'X亿元'],
    ['该公司完成八位数融资', '八位数'],
    ['融资壹仟万元', '壹仟万元'],
    ['raised an eight-figure sum', 'eight-figure'],
    ['it raised $XX million', '$XX million'],
    ['raised hundreds of millions of dollars', 'hundreds of millions of dollars'],
  ])('%s: %s looks like money and cannot be read', (text, amount) => {
    const { asides, tally } = amountsIn(text)
    expect(asides).toMatchObject([{ text: amount, use: 'unreadable' }])
    expect(asides[0]).not.toHaveProperty('money')
    expect(tally).toEqual([{ knownFrom: '2026-11-20', currency: 'XXX', n: 1 }])
  })

  it.each([
    ['二次元、元宇宙、百元店、三亿用户', []],
    ['红杉领投5000万元', ['5000万元: part']],
    ['发行价每股12.5元', ['12.5元: price']],
    ['投前估值3亿元', ['3亿元: valuation']],
    ['$123456789012𠮷', ['$123456789012: no-deal']],
  ])('%s', (text, uses) => {
    expect(usesIn(text)).toEqual(uses)
  })

  it('are summed exactly by currency, in brackets too', () => {
    expect(amountsIn('营收3亿元', '同比增2.5亿元（约3500万美元）').tally).toEqual([
      { knownFrom: '2026-11-20', currency: 'CNY', n: 2, low: '550000000', high: '550000000' },
      { knownFrom: '2026-11-20', currency: 'USD', n: 1, low: '31500000', high: '38500000' },
    ])
  })

  it('stand apart and inside the text, whatever it is', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '3亿元',
            '（',
            '）',
            '$5',
            'X',
            '数',
            '百万',
            '级',
            '。',
            '此前',
            '\ud800',
          ),
          fc.string({ unit: 'binary', maxLength: 4 }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (title, body) => {
        const whole = `${title}\n${body}`
        let reached = 0
        for (const { spanStart, spanEnd, text: words } of amountsIn(title, body).asides) {
          expect(spanStart).toBeGreaterThanOrEqual(reached)
          expect(whole.slice(spanStart, spanEnd).toWellFormed()).toBe(words)
          reached = spanEnd
        }
        expect(reached).toBeLessThanOrEqual(whole.length)
      }),
      { numRuns: 300 },
    )
  })

  it.each(['3亿元', '$5M ', '1,', '$1', '一二三', 'X亿', '（3亿元）', '此前融资3亿元，'])(
    'are found in time that grows with the length alone: %s',
    (piece) => {
      // Time of the processor, as other work on the machine moves the clock on the wall.
      const secondsFor = (length: number): number => {
        const body = piece.repeat(length / piece.length)
        const before = process.cpuUsage()
        amountsIn('融资', body)
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1e6
      }
      secondsFor(5000)
      const [short, long] = [secondsFor(5000), secondsFor(50_000)]
      expect(long).toBeLessThan(Math.max(0.5, 15 * short))
    },
  )
})
