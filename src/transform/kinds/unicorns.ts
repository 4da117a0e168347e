import type { UnicornRow } from '../../model/published-rows.ts'
import { fail, ok } from '../../model/result.ts'
import type { DatePrecision } from '../../model/told-rows.ts'
import type { CsvKind } from '../csv-kind.ts'
import { boundProblems, citations, filled, filledDate, given, givenDate } from './cells.ts'
import { CITATION, CONFIDENCE, KNOWN_FROM, NOTE, PRECISION, SECOND_CITATION } from './columns.ts'

/** Private companies valued at a billion dollars. */
export const unicorns: CsvKind<'unicorns'> = {
  id: 'unicorns',
  title: 'Unicorns',
  doc: 'Private companies that reached a valuation of US$1 bn, with start, end and evidence.',
  columns: [
    {
      name: 'unicorn_on',
      type: 'date',
      required: 'cell',
      doc: 'Day the valuation was reported.',
      example: '2023-06-05',
    },
    PRECISION,
    { name: 'company', type: 'text', required: 'cell', doc: 'Company.', example: '某某智能' },
    {
      name: 'company_en',
      type: 'text',
      required: 'header',
      doc: 'English name.',
      example: 'Example AI',
    },
    {
      name: 'track',
      type: 'text',
      required: 'cell',
      doc: 'Track.',
      example: 'ai-foundation-models',
    },
    {
      name: 'post_money_text',
      type: 'text',
      required: 'header',
      doc: 'Valuation as printed.',
      example: '12.3亿美元（投后）',
    },
    {
      name: 'currency',
      type: 'currency',
      required: 'header',
      doc: 'Its currency.',
      example: 'USD',
    },
    {
      name: 'valuation_low',
      type: 'not-negative',
      required: 'header',
      unit: 'whole units',
      doc: 'Lower bound.',
      example: '1230000000',
    },
    {
      name: 'valuation_high',
      type: 'not-negative',
      required: 'header',
      unit: 'whole units',
      doc: 'Upper bound; empty: none.',
      example: '1230000000',
    },
    {
      name: 'ended_on',
      type: 'date',
      doc: 'Day it ended as a private unicorn.',
      example: '2023-06-29',
    },
    {
      name: 'end_reason',
      type: 'text',
      doc: 'Why it ended.',
      example: 'bought by a listed company',
    },
    CITATION,
    SECOND_CITATION,
    CONFIDENCE,
    NOTE,
    KNOWN_FROM,
  ],
  key: ['company', 'unicorn_on'],
  loads: 'unicorns',
  toRows(cells) {
    const bornOn = filledDate(cells, 'unicorn_on')
    const problems = [...boundProblems(cells['valuation_low'], cells['valuation_high'])]
    const ended = cells['ended_on']
    if (ended !== undefined && ended < bornOn)
      problems.push(`it ended on ${ended}, before it began on ${bornOn}`)
    if (problems.length > 0) return fail(...problems)
    const row: UnicornRow = {
      bornOn,
      precision: filled(cells, 'date_precision') as DatePrecision,
      company: filled(cells, 'company'),
      track: filled(cells, 'track'),
      urls: citations(cells),
      confidence: filled(cells, 'confidence'),
      ...given(cells, {
        companyEn: 'company_en',
        valuationText: 'post_money_text',
        currency: 'currency',
        valuationLow: 'valuation_low',
        valuationHigh: 'valuation_high',
        endReason: 'end_reason',
        note: 'note',
      }),
      ...givenDate(cells, 'endedOn', 'ended_on'),
      ...givenDate(cells, 'knownFrom', 'known_from'),
    }
    return ok([row])
  },
}
