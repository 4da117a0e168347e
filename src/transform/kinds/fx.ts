import type { FxRow } from '../../model/market-rows.ts'
import { fail, ok } from '../../model/result.ts'
import type { Column, CsvKind } from '../csv-kind.ts'
import { filledDate } from './cells.ts'

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
