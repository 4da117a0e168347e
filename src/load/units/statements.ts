import { knownFrom, type LoadUnit } from './load-unit.ts'

const CLAIM_VALUES = [
  'track',
  'scope',
  'period_from',
  'period_to',
  'amount_low',
  'amount_high',
  'currency',
  'url',
  'note',
  'status',
  'source',
  'source_key',
  'span_in',
  'span_start',
  'span_end',
  'rule',
]

export const claims: LoadUnit<'claims'> = {
  unit: 'claims',
  table: 'claim',
  columns: [
    { name: 'claimed_on', type: 'date', of: (row) => row.claimedOn },
    { name: 'outlet', type: 'text', of: (row) => row.outlet },
    { name: 'claim', type: 'text', of: (row) => row.claim },
    { name: 'track', type: 'text', of: (row) => row.track },
    { name: 'scope', type: 'text', of: (row) => row.scope },
    { name: 'period_from', type: 'date', of: (row) => row.periodFrom },
    { name: 'period_to', type: 'date', of: (row) => row.periodTo },
    { name: 'amount_low', type: 'numeric', of: (row) => row.amountLow },
    { name: 'amount_high', type: 'numeric', of: (row) => row.amountHigh },
    { name: 'currency', type: 'text', of: (row) => row.currency },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'note', type: 'text', of: (row) => row.note },
    { name: 'status', type: 'text', of: (row) => row.status },
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'source_key', type: 'text', of: (row) => row.sourceKey },
    { name: 'span_in', type: 'text', of: (row) => row.spanIn },
    { name: 'span_start', type: 'integer', of: (row) => row.spanStart },
    { name: 'span_end', type: 'integer', of: (row) => row.spanEnd },
    { name: 'rule', type: 'text', of: (row) => row.rule },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: ['outlet', 'claimed_on', 'claim'],
  prepare: [],
  key: ['outlet', 'claimed_on', 'claim'],
  values: CLAIM_VALUES,
  from: `select outlet, claimed_on, claim, ${CLAIM_VALUES.join(', ')}, ${knownFrom('claimed_on')} from staged`,
  history: true,
  identity: true,
}

const TOTAL_VALUES = ['period_from', 'period_to', 'low', 'high', 'unit', 'note']

/** Publishers print a total some weeks after its period; without a stated day we assume 31 days. */
export const aggregates: LoadUnit<'aggregates'> = {
  unit: 'aggregates',
  table: 'published_total',
  columns: [
    { name: 'period', type: 'text', of: (row) => row.period },
    { name: 'period_from', type: 'date', of: (row) => row.periodFrom },
    { name: 'period_to', type: 'date', of: (row) => row.periodTo },
    { name: 'region', type: 'text', of: (row) => row.region },
    { name: 'track', type: 'text', of: (row) => row.track },
    { name: 'metric', type: 'text', of: (row) => row.metric },
    { name: 'low', type: 'numeric', of: (row) => row.low },
    { name: 'high', type: 'numeric', of: (row) => row.high },
    { name: 'unit', type: 'text', of: (row) => row.unit },
    { name: 'publisher', type: 'text', of: (row) => row.publisher },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'note', type: 'text', of: (row) => row.note },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: ['publisher', 'period', 'region', 'track', 'metric', 'url'],
  prepare: [],
  key: ['publisher', 'period', 'region', 'track', 'metric', 'url'],
  values: TOTAL_VALUES,
  from: `select publisher, period, region, track, metric, url, ${TOTAL_VALUES.join(', ')},
      coalesce(day_end(known_from), day_end(period_to + 31), 'infinity') as known_from, known_from is null as assumed
    from staged`,
  history: true,
  identity: true,
}

const POLICY_VALUES = ['precision', 'kind', 'track', 'effective_on', 'issuer', 'url', 'note']

export const policies: LoadUnit<'policies'> = {
  unit: 'policies',
  table: 'policy',
  columns: [
    { name: 'event_on', type: 'date', of: (row) => row.eventOn },
    { name: 'precision', type: 'text', of: (row) => row.precision },
    { name: 'event', type: 'text', of: (row) => row.event },
    { name: 'kind', type: 'text', of: (row) => row.kind },
    { name: 'track', type: 'text', of: (row) => row.track },
    { name: 'effective_on', type: 'date', of: (row) => row.effectiveOn },
    { name: 'issuer', type: 'text', of: (row) => row.issuer },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'note', type: 'text', of: (row) => row.note },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: ['event_on', 'event'],
  prepare: [],
  key: ['event_on', 'event'],
  values: POLICY_VALUES,
  from: `select event_on, event, ${POLICY_VALUES.join(', ')}, ${knownFrom('event_on')} from staged`,
  history: true,
  identity: true,
}
