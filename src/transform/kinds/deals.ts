import { EVENT_KINDS, EVENT_STATUSES } from '../../model/announced-event.ts'
import { fail, ok } from '../../model/result.ts'
import type { DatePrecision, EventRow } from '../../model/told-rows.ts'
import type { Cells, CsvKind } from '../csv-kind.ts'
import { toSpan } from '../date-span.ts'
import { parseRound } from '../parse-round.ts'
import { boundProblems, citations, filled, filledDate, given, givenDate, list } from './cells.ts'
import { CITATION, CONFIDENCE, KNOWN_FROM, NOTE, PRECISION, SECOND_CITATION } from './columns.ts'

/** Deals, and what was seen and is not counted: same columns, told apart by kind and status. */
export const deals: CsvKind<'events'> = {
  id: 'deals',
  title: 'Deals and events not counted',
  doc: 'One row an event. Closed equity into a private company based in China is inflow; everything else goes to the exclusion ledger with its amount. An empty amount is undisclosed, never zero.',
  columns: [
    {
      name: 'source',
      type: 'text',
      doc: 'Who compiled the rows; `curated` when missing.',
      example: 'curated',
    },
    {
      name: 'announced_on',
      type: 'date',
      required: 'cell',
      doc: 'Day it was announced.',
      example: '2023-06-05',
    },
    PRECISION,
    {
      name: 'company',
      type: 'text',
      required: 'cell',
      doc: 'Company that gets the money.',
      example: '某某智能',
    },
    {
      name: 'company_en',
      type: 'text',
      required: 'header',
      doc: 'Its English name.',
      example: 'Example AI',
    },
    {
      name: 'country',
      type: 'country',
      doc: 'Where it is based; read as CN when missing.',
      example: 'CN',
    },
    {
      name: 'province',
      type: 'text',
      doc: 'Province of its seat, ISO 3166-2.',
      example: 'CN-GD',
    },
    {
      name: 'founded_year',
      type: 'integer',
      doc: 'Year it was founded.',
      example: '2021',
    },
    {
      name: 'track',
      type: 'text',
      required: 'cell',
      doc: 'Track id or alias of config/tracks.yaml; others count as `other`.',
      example: 'ai-foundation-models',
    },
    { name: 'round', type: 'text', required: 'header', doc: 'Round as printed.', example: 'A轮' },
    {
      name: 'amount_text',
      type: 'text',
      required: 'header',
      doc: 'Amount as printed.',
      example: '数亿元',
    },
    {
      name: 'currency',
      type: 'currency',
      required: 'header',
      doc: 'Currency it was made in.',
      example: 'CNY',
    },
    {
      name: 'amount_low',
      type: 'not-negative',
      required: 'header',
      unit: 'whole units of the currency',
      doc: 'Lower bound of the wording; 0 for what is paid in compute or services.',
      example: '100000000',
    },
    {
      name: 'amount_high',
      type: 'not-negative',
      required: 'header',
      unit: 'whole units of the currency',
      doc: 'Upper bound.',
      example: '1000000000',
    },
    {
      name: 'investors',
      type: 'text',
      required: 'header',
      doc: 'Separated by semicolons; * marks the lead.',
      example: '*某某资本;某某创投',
    },
    {
      name: 'kind',
      type: { oneOf: EVENT_KINDS },
      required: 'cell',
      doc: 'What kind of event.',
      example: 'equity',
    },
    {
      name: 'status',
      type: { oneOf: EVENT_STATUSES },
      required: 'cell',
      doc: 'Done, planned or rumoured.',
      example: 'closed',
    },
    {
      name: 'valuation_text',
      type: 'text',
      required: 'header',
      doc: 'Valuation as printed.',
      example: '',
    },
    CITATION,
    SECOND_CITATION,
    CONFIDENCE,
    NOTE,
    KNOWN_FROM,
  ],
  key: ['source', 'announced_on', 'company', 'kind', 'round'],
  loads: 'events',
  toRows(cells) {
    const problems = [...amountProblems(cells), ...companyProblems(cells)]
    if (problems.length > 0) return fail(...problems)
    const announcedOn = filledDate(cells, 'announced_on')
    const precision = filled(cells, 'date_precision') as DatePrecision
    const span = toSpan(announcedOn, precision)
    const kind = filled(cells, 'kind')
    const row: EventRow = {
      source: cells['source'] ?? 'curated',
      announcedOn,
      precision,
      announcedFrom: span.from,
      announcedUntil: span.until,
      company: filled(cells, 'company'),
      track: filled(cells, 'track'),
      round: kind === 'equity' ? parseRound(cells['round'] ?? '') : 'undisclosed',
      kind,
      status: filled(cells, 'status'),
      investors: list(cells['investors'])
        .map(toInvestor)
        .filter(({ name }) => name !== ''),
      urls: citations(cells),
      confidence: filled(cells, 'confidence'),
      ...given(cells, {
        companyEn: 'company_en',
        country: 'country',
        province: 'province',
        foundedYear: 'founded_year',
        roundText: 'round',
        amountText: 'amount_text',
        currency: 'currency',
        amountLow: 'amount_low',
        amountHigh: 'amount_high',
        valuationText: 'valuation_text',
        note: 'note',
      }),
      ...givenDate(cells, 'knownFrom', 'known_from'),
    }
    return ok([row])
  },
}

/** Bounds come together and with a currency; a text alone may say that the amount is a total of several rounds. */
function amountProblems(cells: Cells): readonly string[] {
  const {
    amount_low: low,
    amount_high: high,
    currency,
  } = cells as Record<string, string | undefined>
  const problems = [...boundProblems(low, high)]
  if ((low === undefined) !== (high === undefined))
    problems.push('one bound of the amount stands without the other')
  if (low !== undefined && currency === undefined)
    problems.push('the amount stands without a currency')
  return problems
}

const LEAST_YEAR = 1800

function companyProblems({
  province = 'CN-GD',
  founded_year: year = '2021',
}: Cells): readonly string[] {
  return [
    ...(/^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(province)
      ? []
      : [`province: ${province} is no code of ISO 3166-2, such as CN-GD`]),
    ...(Number(year) >= LEAST_YEAR && Number(year) <= LEAST_YEAR + 300
      ? []
      : [`founded_year: ${year} is no year of four digits`]),
  ]
}

function toInvestor(text: string): EventRow['investors'][number] {
  const isLead = text.startsWith('*')
  return { name: isLead ? text.slice(1).trim() : text, lead: isLead }
}
