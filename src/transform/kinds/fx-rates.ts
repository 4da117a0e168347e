import { fail, ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, filledDate } from './cells.ts'

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
