import { CONFLICTS_OF_RATES } from './conflicts.ts'
import { knownFrom, type LoadUnit } from './load-unit.ts'

export const sessions: LoadUnit<'sessions'> = {
  unit: 'sessions',
  table: 'session',
  columns: [
    { name: 'exchange', type: 'text', of: (row) => row.exchange },
    { name: 'session_on', type: 'date', of: (row) => row.sessionOn },
  ],
  stagedKey: ['exchange', 'session_on'],
  prepare: [],
  key: ['exchange', 'session_on'],
  values: ['known_from', 'assumed'],
  from: 'select exchange, session_on, day_end(session_on) as known_from, true as assumed from staged',
  history: false,
  identity: false,
}

export const fx: LoadUnit<'fx'> = {
  unit: 'fx',
  table: 'fx_rate',
  columns: [
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'base', type: 'text', of: (row) => row.base },
    { name: 'quote', type: 'text', of: (row) => row.quote },
    { name: 'rate_on', type: 'date', of: (row) => row.rateOn },
    { name: 'rate', type: 'numeric', of: (row) => row.rate },
    { name: 'known_from', type: 'date', of: () => undefined },
  ],
  stagedKey: ['base', 'quote', 'rate_on', 'source'],
  prepare: [],
  key: ['base', 'quote', 'rate_on', 'source'],
  values: ['rate'],
  from: `select base, quote, rate_on, source, rate, ${knownFrom('rate_on')} from staged`,
  history: true,
  identity: false,
  after: [CONFLICTS_OF_RATES],
}
