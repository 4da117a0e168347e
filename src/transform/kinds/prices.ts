import { fail, ok, type Result } from '../../model/result.ts'
import type { BarRow } from '../../model/rows.ts'
import type { Cells, CsvKind } from '../csv-kind.ts'
import { filled, filledDate, given, givenDate, priceProblems, scaled } from './cells.ts'
import { KNOWN_FROM, priceColumns } from './columns.ts'

type PlainCells = 'open' | 'high' | 'low' | 'adjFactor' | 'pe'

const PLAIN: Readonly<Record<PlainCells, string>> = {
  open: 'open',
  high: 'high',
  low: 'low',
  adjFactor: 'adj_factor',
  pe: 'pe',
}

function toBar(
  cells: Cells,
  bar: Pick<BarRow, 'source' | 'code' | 'seriesKind' | 'seriesName'> & Partial<BarRow>,
  dateColumn = 'trade_date',
): Result<readonly BarRow[]> {
  const problems = priceProblems(cells)
  if (problems.length > 0) return fail(...problems)
  return ok([
    {
      ...given(cells, PLAIN),
      ...givenDate(cells, 'knownFrom', 'known_from'),
      tradeDate: filledDate(cells, dateColumn),
      close: filled(cells, 'close'),
      ...bar,
    },
  ])
}

const TRADE_DATE = {
  name: 'trade_date',
  type: 'date',
  required: 'cell',
  doc: 'Session, in Asia/Shanghai.',
  example: '2023-06-30',
} as const

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
        amountCny: 'amount_cny',
        marketCapCny: 'market_cap_cny',
      }),
    }),
}

/** The history file of the index publisher, whose code stands in the file's name only. */
export const index: CsvKind<'bars'> = {
  id: 'index',
  title: 'History of one published index',
  doc: 'One index a file; its code is the name of the file (`930713.csv`). Source csindex. Turnover is that of all constituents.',
  columns: [
    { name: 'date', type: 'date', required: 'cell', doc: 'Session.', example: '2023-06-30' },
    ...priceColumns('must stand'),
    {
      name: 'amount_yi',
      type: 'not-negative',
      required: 'header',
      unit: '100 million yuan',
      doc: 'Turnover.',
      example: '154.61',
    },
    {
      name: 'pe',
      type: 'decimal',
      required: 'header',
      doc: 'Price to earnings as published.',
      example: '33.35',
    },
  ],
  key: ['date'],
  loads: 'bars',
  toRows(cells, { name }) {
    const { code } = /^(?<code>[0-9A-Z]{6})\.csv$/i.exec(name)?.groups ?? {}
    if (code === undefined)
      return fail(`the file name "${name}" is not an index code: name it as 930713.csv`)
    return toBar(
      cells,
      {
        source: 'csindex',
        code: code.toUpperCase(),
        seriesKind: 'index',
        seriesName: code.toUpperCase(),
        ...scaled(cells, 'amountCny', { column: 'amount_yi', by: 1e8 }),
      },
      'date',
    )
  },
}

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

/** Concept boards as baskets of constant shares. */
export const boards: CsvKind<'bars'> = {
  id: 'boards',
  title: 'Concept boards',
  doc: 'Boards computed from their members at constant shares, so that a change in market value is a change in price only.',
  columns: [
    {
      name: 'source',
      type: 'text',
      doc: 'Who computed them; `derived` when missing.',
      example: 'derived',
    },
    {
      name: 'board',
      type: 'text',
      required: 'cell',
      doc: 'Name of the board, which is its code.',
      example: 'ChatGPT概念',
    },
    TRADE_DATE,
    {
      name: 'index_cap_weighted',
      type: 'positive',
      required: 'cell',
      doc: 'Level, members by market value.',
      example: '1044.096',
    },
    {
      name: 'index_equal_weighted',
      type: 'positive',
      required: 'header',
      doc: 'Level, members equally.',
      example: '1045.345',
    },
    {
      name: 'members',
      type: 'integer',
      required: 'header',
      doc: 'Stocks behind the level.',
      example: '122',
    },
    {
      name: 'total_cap_cny',
      type: 'positive',
      required: 'header',
      unit: 'yuan',
      doc: 'Market value of the members.',
      example: '1409378080554',
    },
    {
      name: 'amount_cny',
      type: 'not-negative',
      required: 'header',
      unit: 'yuan',
      doc: 'Turnover; empty where unknown.',
      example: '26511739309',
    },
    KNOWN_FROM,
  ],
  key: ['source', 'board', 'trade_date'],
  loads: 'bars',
  toRows: (cells) =>
    toBar(
      { ...cells, close: filled(cells, 'index_cap_weighted') },
      {
        source: cells['source'] ?? 'derived',
        code: filled(cells, 'board'),
        seriesKind: 'board',
        seriesName: filled(cells, 'board'),
        ...given(cells, {
          closeEqualWeighted: 'index_equal_weighted',
          members: 'members',
          marketCapCny: 'total_cap_cny',
          amountCny: 'amount_cny',
        }),
      },
    ),
}
