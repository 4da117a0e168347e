import { fail } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { toBar } from './bar-rows.ts'
import { scaled } from './cells.ts'
import { priceColumns } from './columns.ts'

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
