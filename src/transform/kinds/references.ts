import { fail, ok } from '../../model/result.ts'
import type { FxRow, SeriesRow } from '../../model/rows.ts'
import type { Column, CsvKind } from '../csv-kind.ts'
import { filled, filledDate, given, givenDate, list } from './cells.ts'
import { CITATION, NOTE } from './columns.ts'

/** What series are: names, construct, membership. */
export const series: CsvKind<'series'> = {
  id: 'series',
  title: 'Description of series',
  doc: 'What an index, board, fund or stock is. Only a series described here as `dated` may decide a verdict.',
  columns: [
    {
      name: 'source',
      type: 'text',
      required: 'cell',
      doc: 'Who gives its prices.',
      example: 'csindex',
    },
    { name: 'code', type: 'text', required: 'cell', doc: 'The source’s code.', example: '930713' },
    {
      name: 'kind',
      type: { oneOf: ['index', 'board', 'etf', 'stock'] },
      required: 'cell',
      doc: 'What it is.',
      example: 'index',
    },
    {
      name: 'name_zh',
      type: 'text',
      required: 'cell',
      doc: 'Chinese name.',
      example: '中证人工智能',
    },
    {
      name: 'name_en',
      type: 'text',
      required: 'cell',
      doc: 'English name.',
      example: 'CSI Artificial Intelligence',
    },
    {
      name: 'construct',
      type: { oneOf: ['price', 'fund', 'basket'] },
      required: 'cell',
      doc: 'price: a price index. fund: a fund’s price. basket: constant shares of surviving stocks. The benchmark of the same construct is used.',
      example: 'price',
    },
    {
      name: 'membership',
      type: { oneOf: ['dated', 'hindsight'] },
      required: 'cell',
      doc: 'dated: members chosen at the time. hindsight: today’s members on the past.',
      example: 'dated',
    },
    {
      name: 'membership_known_from',
      type: 'date',
      doc: 'Day a hindsight list was learned.',
      example: '',
    },
    {
      name: 'cap_observed_on',
      type: 'date',
      doc: 'Day the market value was really observed.',
      example: '',
    },
    { name: 'url', type: 'url', doc: 'Page about it.', example: 'https://www.csindex.com.cn/' },
    NOTE,
  ],
  key: ['source', 'code'],
  loads: 'series',
  toRows: (cells) =>
    ok([
      {
        source: filled(cells, 'source'),
        code: filled(cells, 'code'),
        kind: filled(cells, 'kind') as SeriesRow['kind'],
        nameZh: filled(cells, 'name_zh'),
        nameEn: filled(cells, 'name_en'),
        construct: filled(cells, 'construct') as SeriesRow['construct'],
        membership: filled(cells, 'membership') as SeriesRow['membership'],
        ...givenDate(cells, 'membershipKnownFrom', 'membership_known_from'),
        ...givenDate(cells, 'capObservedOn', 'cap_observed_on'),
        ...given(cells, { url: 'url', note: 'note' }),
      },
    ]),
}

const EURO_LEGS = ['usd', 'cny', 'hkd', 'gbp', 'jpy', 'krw', 'sgd', 'inr'] as const

const LEG = (currency: string): Column => ({
  name: `${currency}_per_eur`,
  type: 'positive',
  ...(currency === 'usd' || currency === 'cny' ? { required: 'header' } : {}),
  unit: `${currency.toUpperCase()} for one euro`,
  doc: 'Reference rate; empty where none was published.',
  example: currency === 'cny' ? '7.8771' : '',
})

/** Reference rates against the euro, one column a currency. */
export const fx: CsvKind<'fx'> = {
  id: 'fx',
  title: 'Euro reference rates',
  doc: 'Units of each currency for one euro. Yuan for a dollar is cny_per_eur ÷ usd_per_eur of the same day.',
  columns: [
    {
      name: 'date',
      type: 'date',
      required: 'cell',
      doc: 'Day of the rates.',
      example: '2023-06-30',
    },
    ...EURO_LEGS.map(LEG),
  ],
  key: ['date'],
  loads: 'fx',
  toRows(cells) {
    const rateOn = filledDate(cells, 'date')
    const rows = EURO_LEGS.flatMap((currency): FxRow[] => {
      const rate = cells[`${currency}_per_eur`]
      return rate === undefined
        ? []
        : [{ source: 'ecb', base: 'EUR', quote: currency.toUpperCase(), rateOn, rate }]
    })
    return rows.length === 0 ? fail('no rate stands in this row') : ok(rows)
  },
}

/** Any official rate, one row each. */
export const fxRates: CsvKind<'fx'> = {
  id: 'fx-rates',
  title: 'Exchange rates, one a row',
  doc: 'Any official rate. Quotes per 100 units must be divided first.',
  columns: [
    { name: 'source', type: 'text', required: 'cell', doc: 'Who publishes it.', example: 'cfets' },
    {
      name: 'base',
      type: 'currency',
      required: 'cell',
      doc: 'One unit of this currency …',
      example: 'USD',
    },
    {
      name: 'quote',
      type: 'currency',
      required: 'cell',
      doc: '… costs `rate` units of this one.',
      example: 'CNY',
    },
    {
      name: 'rate_on',
      type: 'date',
      required: 'cell',
      doc: 'Day of the rate.',
      example: '2023-06-30',
    },
    { name: 'rate', type: 'positive', required: 'cell', doc: 'The rate.', example: '7.2258' },
  ],
  key: ['source', 'base', 'quote', 'rate_on'],
  loads: 'fx',
  toRows(cells) {
    const [base, quote] = [filled(cells, 'base'), filled(cells, 'quote')]
    if (base === quote) return fail(`base and quote are both ${base}`)
    return ok([
      {
        source: filled(cells, 'source'),
        base,
        quote,
        rateOn: filledDate(cells, 'rate_on'),
        rate: filled(cells, 'rate'),
      },
    ])
  },
}

/** Days an exchange trades. */
export const sessions: CsvKind<'sessions'> = {
  id: 'sessions',
  title: 'Exchange sessions',
  doc: 'Days an exchange trades. Prices dated on other days within the first and the last of them are kept apart as conflicts.',
  columns: [
    {
      name: 'exchange',
      type: { oneOf: ['XSHG', 'XSHE', 'XHKG', 'XNYS', 'XNAS'] },
      required: 'cell',
      doc: 'Market code of ISO 10383.',
      example: 'XSHG',
    },
    {
      name: 'session_on',
      type: 'date',
      required: 'cell',
      doc: 'A day it trades.',
      example: '2023-06-30',
    },
  ],
  key: ['exchange', 'session_on'],
  loads: 'sessions',
  toRows: (cells) =>
    ok([{ exchange: filled(cells, 'exchange'), sessionOn: filledDate(cells, 'session_on') }]),
}

const INVESTOR_KINDS = [
  'usd-fund',
  'rmb-market',
  'rmb-state',
  'cvc-internet',
  'cvc-industrial',
  'foreign',
  'angel',
  'unknown',
] as const

/** Investors and what kind of money they bring. */
export const investors: CsvKind<'investors'> = {
  id: 'investors',
  title: 'Investors',
  doc: 'What kind of money an investor brings, and why we say so.',
  columns: [
    {
      name: 'name',
      type: 'text',
      required: 'cell',
      doc: 'Name as mostly written.',
      example: '红杉中国',
    },
    {
      name: 'aliases',
      type: 'text',
      required: 'header',
      doc: 'Other names, separated by semicolons.',
      example: 'HongShan;红杉',
    },
    {
      name: 'kind',
      type: { oneOf: INVESTOR_KINDS },
      required: 'cell',
      doc: 'Kind of money.',
      example: 'usd-fund',
    },
    {
      name: 'basis',
      type: 'text',
      required: 'header',
      doc: 'Why this kind.',
      example: 'named as a US-dollar fund',
    },
    { ...CITATION, required: 'header' },
  ],
  key: ['name'],
  loads: 'investors',
  toRows: (cells) =>
    ok([
      {
        name: filled(cells, 'name'),
        aliases: list(cells['aliases']),
        kind: filled(cells, 'kind'),
        ...given(cells, { basis: 'basis', url: 'citation_url' }),
      },
    ]),
}
