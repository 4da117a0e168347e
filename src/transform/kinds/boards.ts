import type { CsvKind } from '../csv-kind.ts'
import { TRADE_DATE, toBar } from './bar-rows.ts'
import { filled, given } from './cells.ts'
import { KNOWN_FROM } from './columns.ts'

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
