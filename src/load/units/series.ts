import type { LoadUnit } from './load-unit.ts'

const VALUES = [
  'kind',
  'name_zh',
  'name_en',
  'construct',
  'membership',
  'membership_known_from',
  'cap_observed_on',
  'url',
  'note',
  'described',
]

/** A description, not a dated fact: the newest stands. */
export const series: LoadUnit<'series'> = {
  unit: 'series',
  table: 'series',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'code', type: 'text', of: (row) => row.code },
    { name: 'kind', type: 'text', of: (row) => row.kind },
    { name: 'name_zh', type: 'text', of: (row) => row.nameZh },
    { name: 'name_en', type: 'text', of: (row) => row.nameEn },
    { name: 'construct', type: 'text', of: (row) => row.construct },
    { name: 'membership', type: 'text', of: (row) => row.membership },
    { name: 'membership_known_from', type: 'date', of: (row) => row.membershipKnownFrom },
    { name: 'cap_observed_on', type: 'date', of: (row) => row.capObservedOn },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'note', type: 'text', of: (row) => row.note },
    { name: 'described', type: 'boolean', of: () => 'true' },
  ],
  stagedKey: ['source', 'code'],
  prepare: [],
  key: ['source', 'code'],
  values: VALUES,
  from: `select source, code, ${VALUES.join(', ')} from staged`,
  history: false,
  identity: true,
}
