import { decimal } from '../../model/decimal.ts'
import type { AggregateRow } from '../../model/published-rows.ts'
import { ok } from '../../model/result.ts'
import type { Cells, CsvKind } from '../csv-kind.ts'
import { parsePublishedPeriod } from '../parse-published-period.ts'
import { filled, given, givenDate } from './cells.ts'
import { CITATION, KNOWN_FROM, NOTE } from './columns.ts'

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
