import { LISTED_MONEY_KINDS, type ListedMoneyKind } from '../../model/listed-money-finding.ts'
import { fail, ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, filledDate, given } from './cells.ts'
import { NOTE } from './columns.ts'

/** Money of listed companies and their holders. */
export const listedMoney: CsvKind<'listedMoney'> = {
  id: 'listed-money',
  title: 'Money of listed companies',
  doc: 'Placements and outward investments of listed companies, sales and purchases by their large holders, expiring lock-ups. A source that tells of a kind must tell of all companies in every month: an absent month counts as unread.',
  columns: [
    {
      name: 'source',
      type: 'text',
      required: 'cell',
      doc: 'Who gives the row.',
      example: 'curated',
    },
    {
      name: 'source_key',
      type: 'text',
      required: 'cell',
      doc: 'Names the row within the source.',
      example: '2023-05-04-300418-1',
    },
    {
      name: 'money_kind',
      type: { oneOf: LISTED_MONEY_KINDS },
      required: 'cell',
      doc: 'What was done.',
      example: 'outward-investment',
    },
    {
      name: 'instrument',
      type: 'text',
      required: 'cell',
      doc: 'The listed company, as XSHE:300418.',
      example: 'XSHE:300418',
    },
    { name: 'stock_name', type: 'text', required: 'cell', doc: 'Its name.', example: '某某科技' },
    { name: 'holder', type: 'text', doc: 'Who sold or bought.', example: '' },
    {
      name: 'announced_on',
      type: 'date',
      required: 'cell',
      doc: 'Day it was announced.',
      example: '2023-05-04',
    },
    { name: 'shares', type: 'not-negative', doc: 'Shares.', example: '' },
    {
      name: 'amount_cny',
      type: 'not-negative',
      required: 'header',
      unit: 'yuan',
      doc: 'Amount; empty: not stated.',
      example: '30000000',
    },
    {
      name: 'citation_url',
      type: 'url',
      doc: 'Page that says so.',
      example: 'https://example.com/a',
    },
    NOTE,
  ],
  key: ['source', 'source_key'],
  loads: 'listedMoney',
  toRows(cells) {
    const instrument = filled(cells, 'instrument')
    if (!/^[A-Z]{4}:[0-9A-Z]{1,8}$/.test(instrument))
      return fail(`instrument "${instrument.slice(0, 20)}" is not written as XSHE:300418`)
    return ok([
      {
        source: filled(cells, 'source'),
        sourceKey: filled(cells, 'source_key'),
        kind: filled(cells, 'money_kind') as ListedMoneyKind,
        instrument,
        stockName: filled(cells, 'stock_name'),
        announcedOn: filledDate(cells, 'announced_on'),
        ...given(cells, {
          holder: 'holder',
          shares: 'shares',
          amountCny: 'amount_cny',
          url: 'citation_url',
          note: 'note',
        }),
      },
    ])
  },
}
