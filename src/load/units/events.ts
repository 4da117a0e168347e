import type { EventRow } from '../../model/told-rows.ts'
import { knownFrom, type LoadUnit } from './load-unit.ts'
import { ROW_AMOUNTS } from './row-amounts.ts'

const COPIED = [
  'company_en',
  'country',
  'province',
  'founded_year',
  'status',
  'track',
  'round',
  'round_text',
  'announced_on',
  'precision',
  'announced_from',
  'announced_until',
  'amount_text',
  'currency',
  'amount_low',
  'amount_high',
  'covers',
  'covers_rounds',
  'covers_from',
  'valuation_text',
  'investors',
  'urls',
  'confidence',
  'note',
  'evidence',
]

/** A curated row is its own announcement: this names it, whatever else of the row is corrected later. */
function sourceKey(row: EventRow): string {
  return (
    row.sourceKey ?? [row.announcedOn, row.company ?? '', row.kind, row.roundText ?? ''].join('|')
  )
}

export const events: LoadUnit<'events'> = {
  unit: 'events',
  table: 'event',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'source_key', type: 'text', of: sourceKey },
    { name: 'kind', type: 'text', of: (row) => row.kind },
    { name: 'company', type: 'text', of: (row) => row.company },
    { name: 'company_en', type: 'text', of: (row) => row.companyEn },
    { name: 'country', type: 'text', of: (row) => row.country },
    { name: 'province', type: 'text', of: (row) => row.province },
    { name: 'founded_year', type: 'integer', of: (row) => row.foundedYear },
    { name: 'covers', type: 'text', of: (row) => row.covers },
    { name: 'covers_rounds', type: 'integer', of: (row) => row.coversRounds },
    { name: 'covers_from', type: 'date', of: (row) => row.coversFrom },
    { name: 'status', type: 'text', of: (row) => row.status },
    { name: 'track', type: 'text', of: (row) => row.track },
    { name: 'round', type: 'text', of: (row) => row.round },
    { name: 'round_text', type: 'text', of: (row) => row.roundText },
    { name: 'announced_on', type: 'date', of: (row) => row.announcedOn },
    { name: 'precision', type: 'text', of: (row) => row.precision },
    { name: 'announced_from', type: 'date', of: (row) => row.announcedFrom },
    { name: 'announced_until', type: 'date', of: (row) => row.announcedUntil },
    { name: 'amount_text', type: 'text', of: (row) => row.amountText },
    { name: 'currency', type: 'text', of: (row) => row.currency },
    { name: 'amount_low', type: 'numeric', of: (row) => row.amountLow },
    { name: 'amount_high', type: 'numeric', of: (row) => row.amountHigh },
    { name: 'valuation_text', type: 'text', of: (row) => row.valuationText },
    { name: 'investors', type: 'jsonb', of: (row) => JSON.stringify(row.investors) },
    { name: 'urls', type: 'jsonb', of: (row) => JSON.stringify(row.urls) },
    { name: 'confidence', type: 'text', of: (row) => row.confidence },
    { name: 'note', type: 'text', of: (row) => row.note },
    { name: 'span_start', type: 'integer', of: (row) => String(row.spanStart ?? 0) },
    {
      name: 'evidence',
      type: 'jsonb',
      of: ({ evidence }) => (evidence === undefined ? undefined : JSON.stringify(evidence)),
    },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: ['source', 'source_key', 'kind', 'span_start'],
  prepare: [
    `insert into company (name) select distinct company from staged where company is not null order by company on conflict (name) do nothing`,
    `insert into announcement (source, source_key, url, published_on, recorded_at, page_id)
     select distinct on (source, source_key) source, source_key, urls ->> 0, announced_on, $now, $page
     from staged order by source, source_key
     on conflict (source, source_key) do nothing`,
  ],
  key: ['announcement_id', 'kind', 'span_start'],
  values: ['company_id', ...COPIED],
  from: `select announcement.id as announcement_id, staged.kind, staged.span_start, company.id as company_id,
      ${COPIED.map((name) => `staged.${name}`).join(', ')}, ${knownFrom('staged.announced_until')}
    from staged
    join announcement on announcement.source = staged.source and announcement.source_key = staged.source_key
    left join company on company.name = staged.company`,
  history: true,
  identity: true,
  after: ROW_AMOUNTS,
}
