import { knownFrom, type LoadUnit } from './load-unit.ts'

const KEY = ['outlet', 'made_on', 'statement', 'track']
const VALUES = ['author', 'horizon_from', 'due_on', 'measure', 'predicts', 'url', 'note']

export const forecasts: LoadUnit<'forecasts'> = {
  unit: 'forecasts',
  table: 'forecast',
  columns: [
    { name: 'made_on', type: 'date', of: (row) => row.madeOn },
    { name: 'outlet', type: 'text', of: (row) => row.outlet },
    { name: 'author', type: 'text', of: (row) => row.author },
    { name: 'statement', type: 'text', of: (row) => row.statement },
    { name: 'track', type: 'text', of: (row) => row.track },
    { name: 'horizon_from', type: 'date', of: (row) => row.horizonFrom },
    { name: 'due_on', type: 'date', of: (row) => row.dueOn },
    { name: 'measure', type: 'text', of: (row) => row.measure },
    { name: 'predicts', type: 'text', of: (row) => row.predicts },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'note', type: 'text', of: (row) => row.note },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: KEY,
  prepare: [],
  key: KEY,
  values: VALUES,
  from: `select ${[...KEY, ...VALUES].join(', ')}, ${knownFrom('made_on')} from staged`,
  history: true,
  identity: true,
}
