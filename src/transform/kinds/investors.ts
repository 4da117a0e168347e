import { ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, given, list } from './cells.ts'
import { CITATION } from './columns.ts'

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
