import { knownFrom, type LoadUnit } from './load-unit.ts'

const INVESTOR_VALUES = ['aliases', 'kind', 'basis', 'url', 'valid_until']

/** The dictionary does not say when it was learned: it is taken as known at all times. */
export const investors: LoadUnit<'investors'> = {
  unit: 'investors',
  table: 'investor',
  columns: [
    { name: 'name', type: 'text', of: (row) => row.name },
    { name: 'aliases', type: 'jsonb', of: (row) => JSON.stringify(row.aliases) },
    { name: 'kind', type: 'text', of: (row) => row.kind },
    { name: 'basis', type: 'text', of: (row) => row.basis },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'valid_from', type: 'date', of: (row) => row.validFrom ?? '-infinity' },
    { name: 'valid_until', type: 'date', of: (row) => row.validUntil ?? 'infinity' },
  ],
  stagedKey: ['name', 'valid_from'],
  prepare: [],
  key: ['name', 'valid_from'],
  values: INVESTOR_VALUES,
  from: `select name, valid_from, ${INVESTOR_VALUES.join(', ')}, '-infinity'::timestamptz as known_from, true as assumed from staged`,
  history: true,
  identity: false,
}

const UNICORN_VALUES = [
  'company_en',
  'track',
  'precision',
  'valuation_text',
  'currency',
  'valuation_low',
  'valuation_high',
  'ended_on',
  'end_reason',
  'urls',
  'confidence',
  'note',
]

export const unicorns: LoadUnit<'unicorns'> = {
  unit: 'unicorns',
  table: 'unicorn',
  columns: [
    { name: 'company', type: 'text', of: (row) => row.company },
    { name: 'born_on', type: 'date', of: (row) => row.bornOn },
    { name: 'company_en', type: 'text', of: (row) => row.companyEn },
    { name: 'track', type: 'text', of: (row) => row.track },
    { name: 'precision', type: 'text', of: (row) => row.precision },
    { name: 'valuation_text', type: 'text', of: (row) => row.valuationText },
    { name: 'currency', type: 'text', of: (row) => row.currency },
    { name: 'valuation_low', type: 'numeric', of: (row) => row.valuationLow },
    { name: 'valuation_high', type: 'numeric', of: (row) => row.valuationHigh },
    { name: 'ended_on', type: 'date', of: (row) => row.endedOn },
    { name: 'end_reason', type: 'text', of: (row) => row.endReason },
    { name: 'urls', type: 'jsonb', of: (row) => JSON.stringify(row.urls) },
    { name: 'confidence', type: 'text', of: (row) => row.confidence },
    { name: 'note', type: 'text', of: (row) => row.note },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: ['company', 'born_on'],
  prepare: [],
  key: ['company', 'born_on'],
  values: UNICORN_VALUES,
  from: `select company, born_on, ${UNICORN_VALUES.join(', ')}, ${knownFrom('born_on')} from staged`,
  history: true,
  identity: true,
}

const LISTED_VALUES = [
  'company_en',
  'as_of',
  'country',
  'city',
  'industry',
  'rank',
  'currency',
  'valuation_low',
  'valuation_high',
  'joined_on',
  'investors',
]

export const unicornListings: LoadUnit<'unicornListings'> = {
  unit: 'unicornListings',
  table: 'unicorn_listing',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'edition', type: 'text', of: (row) => row.edition },
    { name: 'company', type: 'text', of: (row) => row.company },
    { name: 'company_en', type: 'text', of: (row) => row.companyEn },
    { name: 'as_of', type: 'date', of: (row) => row.asOf },
    { name: 'country', type: 'text', of: (row) => row.country },
    { name: 'city', type: 'text', of: (row) => row.city },
    { name: 'industry', type: 'text', of: (row) => row.industry },
    { name: 'rank', type: 'text', of: (row) => row.rank },
    { name: 'currency', type: 'text', of: (row) => row.currency },
    { name: 'valuation_low', type: 'numeric', of: (row) => row.valuationLow },
    { name: 'valuation_high', type: 'numeric', of: (row) => row.valuationHigh },
    { name: 'joined_on', type: 'date', of: (row) => row.joinedOn },
    { name: 'investors', type: 'text', of: (row) => row.investors },
    { name: 'known_from', type: 'date', of: () => undefined },
  ],
  stagedKey: ['source', 'edition', 'company'],
  prepare: [],
  key: ['source', 'edition', 'company'],
  values: LISTED_VALUES,
  from: `select source, edition, company, ${LISTED_VALUES.join(', ')}, ${knownFrom('as_of')} from staged`,
  history: true,
  identity: false,
}
