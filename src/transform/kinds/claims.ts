import { fail, ok } from '../../model/result.ts'
import type { CsvKind } from '../csv-kind.ts'
import { isCurrency, showCell } from '../parse-cell.ts'
import { boundProblems, filled, filledDate, given, givenDate } from './cells.ts'
import { CITATION, KNOWN_FROM, NOTE } from './columns.ts'

/** Public statements about money. */
export const claims: CsvKind<'claims'> = {
  id: 'claims',
  title: 'Claims',
  doc: 'What somebody said about money in public, with the scope and the period it speaks of. Empty bounds: the claim has no number.',
  columns: [
    {
      name: 'claimed_on',
      type: 'date',
      required: 'cell',
      doc: 'Day it was made.',
      example: '2023-07-01',
    },
    {
      name: 'outlet',
      type: 'text',
      required: 'cell',
      doc: 'Who made or carried it.',
      example: '某媒体',
    },
    {
      name: 'claim_short',
      type: 'text',
      required: 'cell',
      doc: 'What it says.',
      example: '某赛道已吸引数百亿投资',
    },
    {
      name: 'track',
      type: 'text',
      required: 'cell',
      doc: 'Track id, or a wider field of config/verdicts.yaml (AI, all).',
      example: 'ai-foundation-models',
    },
    {
      name: 'scope',
      type: 'text',
      required: 'cell',
      doc: 'Country, instrument and width as stated.',
      example: 'China; instrument not stated',
    },
    {
      name: 'period_from',
      type: 'date',
      required: 'cell',
      doc: 'First day it speaks of.',
      example: '2023-01-01',
    },
    { name: 'period_to', type: 'date', required: 'cell', doc: 'Last day.', example: '2023-06-30' },
    {
      name: 'amount_low',
      type: 'not-negative',
      required: 'header',
      unit: 'whole units',
      doc: 'Lower bound of the wording.',
      example: '10000000000',
    },
    {
      name: 'amount_high',
      type: 'not-negative',
      required: 'header',
      unit: 'whole units',
      doc: 'Upper bound.',
      example: '100000000000',
    },
    {
      name: 'currency',
      type: 'text',
      required: 'header',
      doc: 'ISO 4217, or percent for a share.',
      example: 'CNY',
    },
    CITATION,
    {
      name: 'status',
      type: { oneOf: ['told', 'withdrawn'] },
      doc: 'withdrawn: it was taken back; known_from says when. A row that is missing from a later file stays. Empty: told.',
      example: 'told',
    },
    NOTE,
    KNOWN_FROM,
  ],
  key: ['outlet', 'claimed_on', 'claim_short'],
  loads: 'claims',
  toRows(cells) {
    const [periodFrom, periodTo] = [
      filledDate(cells, 'period_from'),
      filledDate(cells, 'period_to'),
    ]
    const problems = [
      ...boundProblems(cells['amount_low'], cells['amount_high']),
      ...currencyProblems(cells['currency']),
    ]
    if (periodTo < periodFrom)
      problems.push(`the period ends on ${periodTo}, before it begins on ${periodFrom}`)
    if (cells['amount_low'] !== undefined && cells['currency'] === undefined)
      problems.push('the amount has no currency')
    if (problems.length > 0) return fail(...problems)
    return ok([
      {
        claimedOn: filledDate(cells, 'claimed_on'),
        outlet: filled(cells, 'outlet'),
        claim: filled(cells, 'claim_short'),
        track: filled(cells, 'track'),
        scope: filled(cells, 'scope'),
        periodFrom,
        periodTo,
        url: filled(cells, 'citation_url'),
        status: cells['status'] === 'withdrawn' ? 'withdrawn' : 'told',
        ...given(cells, {
          amountLow: 'amount_low',
          amountHigh: 'amount_high',
          currency: 'currency',
          note: 'note',
        }),
        ...givenDate(cells, 'knownFrom', 'known_from'),
      },
    ])
  },
}

function currencyProblems(currency: string | undefined): readonly string[] {
  if (currency === undefined || currency === 'percent' || isCurrency(currency)) return []
  return [`currency: ${showCell(currency)} is neither a currency code of ISO 4217 nor percent`]
}
