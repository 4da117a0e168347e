import type { Column } from '../csv-kind.ts'

/** Columns several kinds share. */
export const KNOWN_FROM: Column = {
  name: 'known_from',
  type: 'date',
  doc: 'Day the world could first know the row. Without it: the row’s own day, marked as assumed.',
  example: '2023-06-30',
}

export const NOTE: Column = {
  name: 'note',
  type: 'text',
  doc: 'Remark, shown with the row; 中文 || English shows each language its own.',
  example: '',
}

export const CITATION: Column = {
  name: 'citation_url',
  type: 'url',
  required: 'cell',
  doc: 'Page that says so.',
  example: 'https://example.com/news/1',
}

export const SECOND_CITATION: Column = {
  name: 'second_citation_url',
  type: 'url',
  doc: 'A second page that says so.',
  example: '',
}

export const PRECISION: Column = {
  name: 'date_precision',
  type: { oneOf: ['day', 'week', 'month', 'quarter', 'year'] },
  required: 'cell',
  doc: 'How exact the date is. week: the six days before it count too; month, quarter, year: the calendar one it lies in.',
  example: 'day',
}

export const CONFIDENCE: Column = {
  name: 'confidence',
  type: { oneOf: ['high', 'medium', 'low'] },
  required: 'cell',
  doc: 'high: two independent sources say so.',
  example: 'medium',
}

/** The four prices of a bar. A publisher's own file must have the columns open, high and low, a general one may lack them. */
export function priceColumns(range: 'must stand' | 'may be missing'): readonly Column[] {
  const required = range === 'must stand' ? ({ required: 'header' } as const) : {}
  return [
    {
      name: 'open',
      type: 'positive',
      ...required,
      doc: 'First price or level; may be empty.',
      example: '1914.46',
    },
    {
      name: 'high',
      type: 'positive',
      ...required,
      doc: 'Highest; may be empty.',
      example: '1932.42',
    },
    {
      name: 'low',
      type: 'positive',
      ...required,
      doc: 'Lowest; may be empty.',
      example: '1879.21',
    },
    { name: 'close', type: 'positive', required: 'cell', doc: 'Last.', example: '1929.59' },
  ]
}
