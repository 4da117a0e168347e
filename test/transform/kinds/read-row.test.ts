import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CsvKind } from '../../../src/transform/csv-kind.ts'
import { aggregates } from '../../../src/transform/kinds/aggregates.ts'
import { boards } from '../../../src/transform/kinds/boards.ts'
import { claims } from '../../../src/transform/kinds/claims.ts'
import { deals } from '../../../src/transform/kinds/deals.ts'
import { etf } from '../../../src/transform/kinds/etf.ts'
import { fx } from '../../../src/transform/kinds/fx.ts'
import { fxRates } from '../../../src/transform/kinds/fx-rates.ts'
import { index } from '../../../src/transform/kinds/index-history.ts'
import { prices } from '../../../src/transform/kinds/prices.ts'
import { rowReader } from '../../../src/transform/kinds/read-row.ts'
import { unicorns } from '../../../src/transform/kinds/unicorns.ts'
import { parseCell } from '../../../src/transform/parse-cell.ts'

/** The kind's documented example with some cells changed, read: its rows, or its problems in one text. */
function read(
  kind: CsvKind,
  change: Readonly<Record<string, string>>,
  file = '930713.csv',
): unknown {
  const names = kind.columns.map(({ name }) => name)
  const cells = kind.columns.map(({ name, example }) => change[name] ?? example)
  const result = rowReader(kind, names, { name: file })({ cells })
  return result.ok ? result.value : result.problems.join('; ')
}

describe('a bar', () => {
  it('needs no column besides source, code, kind, day and close', () => {
    const reader = rowReader(prices, ['source', 'code', 'kind', 'trade_date', 'close'], {
      name: 'p.csv',
    })
    expect(reader({ cells: ['x', 'A', 'stock', '2023-06-30', '1.50'] })).toEqual({
      ok: true,
      value: [
        {
          source: 'x',
          code: 'A',
          seriesKind: 'stock',
          seriesName: 'A',
          tradeDate: '2023-06-30',
          close: '1.5',
        },
      ],
    })
  })

  it('of an index takes its code from the name of the file and its turnover in yuan', () => {
    const row = { code: 'H30184', source: 'csindex', amountCny: '15461000000' }
    expect(read(index, {}, 'H30184.csv')).toMatchObject([row])
    expect(read(index, {}, 'h30184.CSV')).toMatchObject([row])
    expect(read(index, { amount_yi: '0.1234567891' }, 'H30184.csv')).toMatchObject([
      { amountCny: '12345678.91' },
    ])
    expect(read(index, {}, 'index (1).csv')).toMatch(/"index \(1\)\.csv" is not an index code/)
  })

  it('of a fund has units and yuan, not lots and thousands', () =>
    expect(read(etf, { volume_lots100: '287514.93', amount_cny_1e3: '28602.418' })).toMatchObject([
      { source: 'tushare', volume: '28751493', amountCny: '28602418' },
    ]))

  it('of a board is derived unless its file names a source', () => {
    expect(read(boards, { source: '' })).toMatchObject([{ source: 'derived', seriesKind: 'board' }])
    expect(read(boards, { source: 'mine' })).toMatchObject([{ source: 'mine' }])
  })

  it('is checked against its range exactly, whatever the numbers of digits', () => {
    const number = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => {
        const text = digits.toString().padStart(places + 1, '0')
        return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
      })
    fc.assert(
      fc.property(number, number, (low, high) => {
        const result = read(prices, { open: '', low, high, close: high })
        expect(typeof result === 'string').toBe(new Decimal(low).gt(high))
      }),
      { numRuns: 1000 },
    )
  })

  it('may touch its range', () =>
    expect(read(prices, { open: '1', high: '2.0', low: '1.00', close: '2' })).toMatchObject([
      { low: '1', high: '2' },
    ]))
})

describe('the key of a row', () => {
  it('may be as long as a database index takes', () => {
    expect(read(prices, { code: 'x'.repeat(1900) })).toMatchObject([{}])
    expect(read(prices, { code: '长'.repeat(600) })).toMatchObject([{}])
    expect(read(prices, { code: '长'.repeat(700) })).toMatch(/at most 2000 bytes/)
    expect(read(prices, { name: '长'.repeat(4000) })).toMatchObject([{}])
  })

  it('holds no line break, other cells may', () => {
    expect(read(prices, { code: 'a\nb' })).toMatch(/^code: "a\\u\{a\}b" holds a line break/)
    expect(read(prices, { name: 'a\nb' })).toMatchObject([{ seriesName: 'a\nb' }])
  })
})

describe('a rate', () => {
  it('is one row for each currency that is filled', () =>
    expect(read(fx, { usd_per_eur: '1.0866', cny_per_eur: '7.8983' })).toMatchObject([
      { base: 'EUR', quote: 'USD', rate: '1.0866' },
      { base: 'EUR', quote: 'CNY', rate: '7.8983' },
    ]))

  it('stands between two currencies, on a row that has one', () => {
    expect(read(fxRates, { quote: 'USD' })).toMatch(/both USD/)
    expect(read(fx, { cny_per_eur: '' })).toMatch(/no rate/)
  })
})

describe('a deal', () => {
  it('has a round only where it is equity, and the days its precision allows', () => {
    expect(read(deals, { round: 'Pre-A+轮', date_precision: 'week' })).toMatchObject([
      { round: 'pre-a+', roundText: 'Pre-A+轮', announcedFrom: '2023-05-30', source: 'curated' },
    ])
    expect(read(deals, { round: 'B轮', kind: 'debt' })).toMatchObject([{ round: 'undisclosed' }])
  })

  it('leaves out what is empty: undisclosed is not zero', () => {
    const [row] = read(deals, { amount_low: '', amount_high: '', currency: '' }) as object[]
    expect(row).not.toHaveProperty('amountLow')
    expect(row).not.toHaveProperty('currency')
  })

  it('marks who led', () =>
    expect(read(deals, { investors: '*甲; 乙；*丙;;*' })).toMatchObject([
      {
        investors: [
          { name: '甲', lead: true },
          { name: '乙', lead: false },
          { name: '丙', lead: true },
        ],
      },
    ]))

  it('cites whole addresses, semicolons and all', () =>
    expect(read(deals, { second_citation_url: 'https://a.example/x;id=1' })).toMatchObject([
      { urls: ['https://example.com/news/1', 'https://a.example/x;id=1'] },
    ]))

  it.each([
    ['XXX', false],
    ['XTS', false],
    ['XAU', false],
    ['XDR', false],
    ['cny', false],
    ['RMB', false],
    ['CNY', true],
    ['XOF', true],
    ['KRW', true],
  ])('in %s is fine: %s', (currency, isFine) => {
    expect(typeof read(deals, { currency }) !== 'string').toBe(isFine)
    expect(typeof read(claims, { currency }) !== 'string').toBe(isFine)
  })
})

describe('a claim', () => {
  it('may speak of a share, or of no amount', () => {
    expect(
      read(claims, { currency: 'percent', amount_low: '60', amount_high: '60' }),
    ).toMatchObject([{ currency: 'percent' }])
    const [row] = read(claims, { amount_low: '', amount_high: '', currency: '' }) as object[]
    expect(row).not.toHaveProperty('amountLow')
  })

  it('speaks of a period that begins before it ends', () =>
    expect(read(claims, { period_from: '2023-07-01' })).toMatch(/ends on 2023-06-30, before/))
})

describe('a published total', () => {
  it.each([
    ['292965', 'CNY million', { low: '292965000000', high: '292965000000', unit: 'CNY' }],
    ['503.4', 'USD million', { low: '503400000', high: '503400000', unit: 'USD' }],
    ['11000', 'USD million (upper bound)', { low: '0', high: '11000000000', unit: 'USD' }],
    ['10000', 'CNY million (about)', { low: '9000000000', high: '11000000000', unit: 'CNY' }],
    ['60', 'percent (lower bound)', { low: '60', unit: 'percent' }],
    ['3638', 'cases', { low: '3638', high: '3638', unit: 'cases' }],
    ['-42.0', 'percent', { low: '-42', high: '-42', unit: 'percent' }],
    ['-42.0', 'percent (about)', { low: '-42', high: '-42', unit: 'percent' }],
    ['-42.0', 'percent (upper bound)', { low: '-42', high: '-42', unit: 'percent' }],
  ])('of %s %s has its bounds in whole units', (value, unit, bounds) => {
    const [row] = read(aggregates, { value, unit }) as readonly Record<string, unknown>[]
    const { low, high, unit: whole } = row ?? {}
    expect({ low, unit: whole, ...(high === undefined ? {} : { high }) }).toEqual(bounds)
  })

  it('named a lower bound has no upper one', () => {
    const [row] = read(aggregates, { metric: 'deal_count_lower_bound', unit: 'cases' }) as object[]
    expect(row).toMatchObject({ metric: 'deal_count' })
    expect(row).not.toHaveProperty('high')
  })

  it.each(['2023-Q2 vs Q1', '0000', '9999-H1', '2023-13'])(
    'of "%s" matches no period',
    (period) => {
      const [row] = read(aggregates, { period }) as object[]
      expect(row).toMatchObject({ period })
      expect(row).not.toHaveProperty('periodFrom')
    },
  )
})

describe('a unicorn', () => {
  it('does not end before it began', () =>
    expect(read(unicorns, { ended_on: '2023-06-04' })).toMatch(/ended on 2023-06-04, before/))
})

describe('any cell of any type', () => {
  const types = ['text', 'date', 'decimal', 'positive', 'not-negative', 'integer', 'url'] as const

  it('is taken or told in one short line', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 5000 }),
        fc.constantFrom(...types),
        (text, type) => {
          const result = parseCell(text, type)
          if (!result.ok) {
            expect(result.problems).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
            expect(result.problems.length).toBeLessThan(700)
          }
        },
      ),
    ))

  it('that is a number comes back equal, and equal numbers come back as equal text', () => {
    const number = fc
      .tuple(fc.constantFrom('', '+', '-'), fc.stringMatching(/^\d{1,20}(\.\d{1,12})?$/))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(number, (text) => {
        const result = parseCell(text, 'decimal')
        const value = result.ok ? result.value : ''
        expect(new Decimal(value).eq(text)).toBe(true)
        expect(parseCell(value, 'decimal')).toEqual({ ok: true, value })
        expect(value).not.toMatch(/^[+]|^-?0\d|\.\d*0$|^-0$/)
      }),
      { numRuns: 2000 },
    )
  })
})
