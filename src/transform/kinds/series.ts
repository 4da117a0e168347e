import type { SeriesRow } from '../../model/market-rows.ts'
import { ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, given, givenDate } from './cells.ts'
import { NOTE } from './columns.ts'

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
