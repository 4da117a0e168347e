import { ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, filledDate } from './cells.ts'

/** Days an exchange trades. */
export const sessions: CsvKind<'sessions'> = {
  id: 'sessions',
  title: 'Exchange sessions',
  doc: 'Days an exchange trades. Prices dated on other days within the first and the last of them are kept apart as conflicts.',
  columns: [
    {
      name: 'exchange',
      type: { oneOf: ['XSHG', 'XSHE', 'XHKG', 'XNYS', 'XNAS'] },
      required: 'cell',
      doc: 'Market code of ISO 10383.',
      example: 'XSHG',
    },
    {
      name: 'session_on',
      type: 'date',
      required: 'cell',
      doc: 'A day it trades.',
      example: '2023-06-30',
    },
  ],
  key: ['exchange', 'session_on'],
  loads: 'sessions',
  toRows: (cells) =>
    ok([{ exchange: filled(cells, 'exchange'), sessionOn: filledDate(cells, 'session_on') }]),
}
