import { ok } from '../../model/result.ts'
import type { DatePrecision } from '../../model/told-rows.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, filledDate, given, givenDate } from './cells.ts'
import { CITATION, KNOWN_FROM, NOTE, PRECISION } from './columns.ts'

/** Dated policy and industry events. */
export const policies: CsvKind<'policies'> = {
  id: 'policies',
  title: 'Policy and industry events',
  doc: 'Events marked on the time axis of the charts.',
  columns: [
    {
      name: 'event_on',
      type: 'date',
      required: 'cell',
      doc: 'Day it happened.',
      example: '2023-07-13',
    },
    PRECISION,
    {
      name: 'event',
      type: 'text',
      required: 'cell',
      doc: 'What happened.',
      example: '某管理办法公布',
    },
    {
      name: 'kind',
      type: { oneOf: ['policy', 'industry'] },
      required: 'cell',
      doc: 'Who acted.',
      example: 'policy',
    },
    {
      name: 'track',
      type: 'text',
      required: 'cell',
      doc: 'Track it bears on.',
      example: 'ai-foundation-models',
    },
    {
      name: 'effective_on',
      type: 'date',
      required: 'header',
      doc: 'Day it takes effect.',
      example: '2023-08-15',
    },
    {
      name: 'issuer',
      type: 'text',
      required: 'header',
      doc: 'Who issued or did it.',
      example: '某部门',
    },
    CITATION,
    NOTE,
    KNOWN_FROM,
  ],
  key: ['event_on', 'event'],
  loads: 'policies',
  toRows: (cells) =>
    ok([
      {
        eventOn: filledDate(cells, 'event_on'),
        precision: filled(cells, 'date_precision') as DatePrecision,
        event: filled(cells, 'event'),
        kind: filled(cells, 'kind'),
        track: filled(cells, 'track'),
        url: filled(cells, 'citation_url'),
        ...given(cells, { issuer: 'issuer', note: 'note' }),
        ...givenDate(cells, 'effectiveOn', 'effective_on'),
        ...givenDate(cells, 'knownFrom', 'known_from'),
      },
    ]),
}
