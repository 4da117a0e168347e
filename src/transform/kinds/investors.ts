import { INVESTOR_KINDS } from '../../model/investor-kind.ts'
import { fail, ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, given, givenDate, list } from './cells.ts'
import { CITATION } from './columns.ts'

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
    {
      name: 'valid_from',
      type: 'date',
      doc: 'First day the kind holds; always when empty.',
      example: '2017-03-30',
    },
    {
      name: 'valid_until',
      type: 'date',
      doc: 'First day it holds no longer; to this day when empty.',
      example: '2023-06-06',
    },
  ],
  key: ['name', 'valid_from'],
  loads: 'investors',
  toRows(cells) {
    const { valid_from: from, valid_until: until } = cells
    if (from !== undefined && until !== undefined && from >= until)
      return fail(`valid_until ${until} is not after valid_from ${from}`)
    return ok([
      {
        name: filled(cells, 'name'),
        aliases: list(cells['aliases']),
        kind: filled(cells, 'kind'),
        ...given(cells, { basis: 'basis', url: 'citation_url' }),
        ...givenDate(cells, 'validFrom', 'valid_from'),
        ...givenDate(cells, 'validUntil', 'valid_until'),
      },
    ])
  },
}
