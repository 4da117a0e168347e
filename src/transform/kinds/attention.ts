import { ATTENTION_MEASURES, type AttentionMeasure } from '../../model/attention-finding.ts'
import { ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { filled, filledDate, given, givenDate } from './cells.ts'
import { KNOWN_FROM } from './columns.ts'

/** Counted attention, by day or by month. */
export const attention: CsvKind<'attention'> = {
  id: 'attention',
  title: 'Attention',
  doc: 'Headlines or page views a source counted of a subject. A count of a month stands on its last day. The subject * is the whole: all headlines of the source, without which no share is known.',
  columns: [
    { name: 'source', type: 'text', required: 'cell', doc: 'Who counted.', example: 'my-stream' },
    {
      name: 'measure',
      type: { oneOf: ATTENTION_MEASURES },
      required: 'cell',
      doc: 'What was counted.',
      example: 'headlines',
    },
    {
      name: 'subject',
      type: 'text',
      required: 'cell',
      doc: 'Subject, title of an article, or *; config/tracks.yaml maps it to a track.',
      example: 'genai',
    },
    { name: 'subject_name', type: 'text', doc: 'Its name.', example: '' },
    {
      name: 'observed_on',
      type: 'date',
      required: 'cell',
      doc: 'The day, or the last day of the month counted.',
      example: '2023-06-30',
    },
    {
      name: 'value',
      type: 'not-negative',
      required: 'cell',
      doc: 'Headlines or views.',
      example: '26',
    },
    KNOWN_FROM,
  ],
  key: ['source', 'measure', 'subject', 'observed_on'],
  loads: 'attention',
  toRows: (cells) =>
    ok([
      {
        source: filled(cells, 'source'),
        measure: filled(cells, 'measure') as AttentionMeasure,
        subject: filled(cells, 'subject'),
        observedOn: filledDate(cells, 'observed_on'),
        value: filled(cells, 'value'),
        ...given(cells, { subjectName: 'subject_name' }),
        ...givenDate(cells, 'knownFrom', 'known_from'),
      },
    ]),
}
