import { knownFrom, type LoadUnit } from './load-unit.ts'

const ALIAS_VALUES = ['name_key', 'other_key', 'status', 'rule', 'words', 'span_start', 'url']

/** An alias a text no longer tells is withdrawn, never deleted. */
export const aliases: LoadUnit<'aliases'> = {
  unit: 'aliases',
  table: 'alias',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'source_key', type: 'text', of: (row) => row.sourceKey },
    { name: 'name', type: 'text', of: (row) => row.name },
    { name: 'other', type: 'text', of: (row) => row.other },
    { name: 'kind', type: 'text', of: (row) => row.kind },
    { name: 'name_key', type: 'text', of: (row) => row.nameKey },
    { name: 'other_key', type: 'text', of: (row) => row.otherKey },
    { name: 'status', type: 'text', of: (row) => row.status },
    { name: 'rule', type: 'text', of: (row) => row.rule },
    { name: 'words', type: 'text', of: (row) => row.words },
    { name: 'span_start', type: 'integer', of: (row) => row.spanStart },
    { name: 'url', type: 'text', of: (row) => row.url },
    { name: 'told_on', type: 'date', of: (row) => row.toldOn },
    { name: 'known_from', type: 'date', of: (row) => row.knownFrom },
  ],
  stagedKey: ['source', 'source_key', 'name', 'other', 'kind'],
  prepare: [],
  key: ['source', 'source_key', 'name', 'other', 'kind'],
  values: ALIAS_VALUES,
  from: `select source, source_key, name, other, kind, ${ALIAS_VALUES.join(', ')}, ${knownFrom('told_on')} from staged`,
  history: true,
  identity: false,
}
