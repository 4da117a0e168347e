import type { CsvKind } from '../csv-kind.ts'
import { TRADE_DATE, toBar } from './bar-rows.ts'
import { filled, scaled } from './cells.ts'
import { priceColumns } from './columns.ts'

/** Daily bars of theme funds in the vendor's units. */
export const etf: CsvKind<'bars'> = {
  id: 'etf',
  title: 'Theme funds',
  doc: 'Daily bars of exchange-traded funds in their vendor’s units. Source tushare. Turnover is trading of the fund, not of what it holds.',
  columns: [
    {
      name: 'ts_code',
      type: 'text',
      required: 'cell',
      doc: 'Code with its exchange.',
      example: '515980.SH',
    },
    { name: 'etf_name', type: 'text', required: 'cell', doc: 'Name.', example: 'AI_ETF' },
    TRADE_DATE,
    ...priceColumns('must stand'),
    {
      name: 'pre_close',
      type: 'positive',
      doc: 'Close of the session before; not stored.',
      example: '1.002',
    },
    {
      name: 'volume_lots100',
      type: 'not-negative',
      required: 'header',
      unit: 'lots of 100 units',
      doc: 'Volume.',
      example: '1854',
    },
    {
      name: 'amount_cny_1e3',
      type: 'not-negative',
      required: 'header',
      unit: '1,000 yuan',
      doc: 'Turnover.',
      example: '185.4',
    },
    {
      name: 'adj_factor',
      type: 'positive',
      required: 'header',
      doc: 'Adjustment factor; a bar without one is measured nowhere.',
      example: '1.0',
    },
  ],
  key: ['ts_code', 'trade_date'],
  loads: 'bars',
  toRows: (cells) =>
    toBar(cells, {
      source: 'tushare',
      code: filled(cells, 'ts_code'),
      seriesKind: 'etf',
      seriesName: filled(cells, 'etf_name'),
      ...scaled(cells, 'volume', { column: 'volume_lots100', by: 100 }),
      ...scaled(cells, 'amountCny', { column: 'amount_cny_1e3', by: 1000 }),
    }),
}
