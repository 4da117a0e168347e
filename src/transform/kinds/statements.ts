import { decimal } from '../../model/decimal.ts'
import { fail, ok } from '../../model/result.ts'
import type { AggregateRow, DatePrecision, UnicornRow } from '../../model/rows.ts'
import type { Cells, CsvKind } from '../csv-kind.ts'
import { isCurrency, showCell } from '../parse-cell.ts'
import { parsePublishedPeriod } from '../parse-published-period.ts'
import { boundProblems, citations, filled, filledDate, given, givenDate } from './cells.ts'
import { CITATION, CONFIDENCE, KNOWN_FROM, NOTE, PRECISION, SECOND_CITATION } from './columns.ts'

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

const MILLION = 1_000_000
const ABOUT = 0.1

/** Totals others published. */
export const aggregates: CsvKind<'aggregates'> = {
  id: 'aggregates',
  title: 'Published totals',
  doc: 'Totals of a market or a field as their publishers print them. They serve as denominators and ceilings only.',
  columns: [
    {
      name: 'period',
      type: 'text',
      required: 'cell',
      doc: '2023, 2023-H1, 2023-Q1..Q3, 2023-01..05, 2023-YTD-06, 2023-12-24; other texts are kept and match no period.',
      example: '2023-H1',
    },
    {
      name: 'region',
      type: 'text',
      required: 'cell',
      doc: 'Geography as stated.',
      example: 'China',
    },
    {
      name: 'track_or_sector',
      type: 'text',
      required: 'cell',
      doc: 'Field as stated.',
      example: 'all',
    },
    {
      name: 'metric',
      type: 'text',
      required: 'cell',
      doc: 'amount, deal_count, amount_change_yoy, …; a metric that ends in _lower_bound bounds from below only.',
      example: 'amount',
    },
    { name: 'value', type: 'decimal', required: 'cell', doc: 'The figure.', example: '292965' },
    {
      name: 'unit',
      type: 'text',
      required: 'cell',
      doc: '`CNY million`, `USD million`, `cases`, `percent`, …; (about) means ±10 %, (upper bound) and (lower bound) what they say.',
      example: 'CNY million',
    },
    {
      name: 'publisher',
      type: 'text',
      required: 'cell',
      doc: 'Who publishes it.',
      example: '某研究中心',
    },
    CITATION,
    NOTE,
    KNOWN_FROM,
  ],
  key: ['publisher', 'period', 'region', 'track_or_sector', 'metric', 'citation_url'],
  loads: 'aggregates',
  toRows(cells) {
    const days = parsePublishedPeriod(filled(cells, 'period'))
    const row: AggregateRow = {
      period: filled(cells, 'period'),
      region: filled(cells, 'region'),
      track: filled(cells, 'track_or_sector'),
      metric: filled(cells, 'metric').replace(/_lower_bound$/, ''),
      publisher: filled(cells, 'publisher'),
      url: filled(cells, 'citation_url'),
      ...boundsOf(cells),
      ...(days === undefined ? {} : { periodFrom: days.from, periodTo: days.to }),
      ...given(cells, { note: 'note' }),
      ...givenDate(cells, 'knownFrom', 'known_from'),
    }
    return ok([row])
  },
}

function boundsOf(cells: Cells): Pick<AggregateRow, 'low' | 'high' | 'unit'> {
  const printed = filled(cells, 'unit')
  const { currency } = /^(?<currency>[A-Z]{3}) million\b/.exec(printed)?.groups ?? {}
  const value = decimal(filled(cells, 'value')).times(currency === undefined ? 1 : MILLION)
  const unit = currency ?? printed.replace(/\s*\((?:about|upper bound|lower bound)\)$/, '')
  // A fall has no bounds of its own wording: "about -10 %" upside down would bound nothing.
  if (value.isNegative()) return { low: value.toFixed(), high: value.toFixed(), unit }
  if (/\(about\)/.test(printed)) {
    return { low: value.times(1 - ABOUT).toFixed(), high: value.times(1 + ABOUT).toFixed(), unit }
  }
  if (/\(upper bound\)/.test(printed)) return { low: '0', high: value.toFixed(), unit }
  if (/\(lower bound\)/.test(printed) || /_lower_bound$/.test(filled(cells, 'metric'))) {
    return { low: value.toFixed(), unit }
  }
  return { low: value.toFixed(), high: value.toFixed(), unit }
}

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
