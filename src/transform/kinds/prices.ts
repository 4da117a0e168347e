import type { BarRow } from '../../model/market-rows.ts'
import type { CsvKind } from '../csv-kind.ts'
import { TRADE_DATE, toBar } from './bar-rows.ts'
import { filled, given } from './cells.ts'
import { KNOWN_FROM, priceColumns } from './columns.ts'

const SERIES_KINDS = ['index', 'board', 'etf', 'stock'] as const

/** Bars of any series, in whole units. */
export const prices: CsvKind<'bars'> = {
  id: 'prices',
  title: 'Prices of any series',
  doc: 'One row a session and series, unadjusted, in whole units. Describe new series in a `series` file: until then their members count as hindsight and they decide nothing.',
  columns: [
    {
      name: 'source',
      type: 'text',
      required: 'cell',
      doc: 'Who gives the prices.',
      example: 'my-vendor',
    },
    { name: 'code', type: 'text', required: 'cell', doc: 'The source’s code.', example: '885728' },
    {
      name: 'kind',
      type: { oneOf: SERIES_KINDS },
      required: 'cell',
      doc: 'What it is.',
      example: 'board',
    },
    { name: 'name', type: 'text', doc: 'Its name.', example: '人工智能' },
    {
      name: 'instrument',
      type: 'text',
      doc: 'What is traded, whoever gives the prices, as XSHE:300418: stocks are matched with lists of members by it.',
      example: '',
    },
    TRADE_DATE,
    ...priceColumns('may be missing'),
    {
      name: 'volume',
      type: 'not-negative',
      unit: 'shares or fund units',
      doc: 'Traded volume.',
      example: '185400',
    },
    {
      name: 'amount_cny',
      type: 'not-negative',
      unit: 'yuan',
      doc: 'Turnover.',
      example: '15461000000',
    },
    {
      name: 'market_cap_cny',
      type: 'positive',
      unit: 'yuan',
      doc: 'Market value at the close.',
      example: '',
    },
    {
      name: 'float_cap_cny',
      type: 'positive',
      unit: 'yuan',
      doc: 'Market value of the shares that can be traded, at the close.',
      example: '',
    },
    {
      name: 'adj_factor',
      type: 'positive',
      doc: 'close × adj_factor is comparable over time.',
      example: '',
    },
    { name: 'pe', type: 'decimal', doc: 'Price to earnings as published.', example: '33.35' },
    KNOWN_FROM,
  ],
  key: ['source', 'code', 'trade_date'],
  loads: 'bars',
  toRows: (cells) =>
    toBar(cells, {
      source: filled(cells, 'source'),
      code: filled(cells, 'code'),
      seriesKind: filled(cells, 'kind') as BarRow['seriesKind'],
      seriesName: cells['name'] ?? filled(cells, 'code'),
      ...given(cells, {
        volume: 'volume',
        instrument: 'instrument',
        amountCny: 'amount_cny',
        marketCapCny: 'market_cap_cny',
        floatCapCny: 'float_cap_cny',
      }),
    }),
}
