import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { InflowDetail, KindsOfHalf } from '../../src/model/inflow-finding.ts'

const SPAN = { low: '100000000.00', high: '250000000.00' }
const EIGHT = { n: 8, nRange: { low: 8, high: 8 }, undisclosed: 4, disclosed: SPAN, bounded: SPAN }

export function makeInflowDetail(overrides: Partial<InflowDetail> = {}): InflowDetail {
  return {
    mean: { low: '1023776930.24', high: '1468212285.95' },
    top5Share: { lacking: 'nothing-disclosed', details: { n: 4 } },
    hhi: { low: '0.36', high: '0.47' },
    undisclosedWidth: '0.879',
    estimate: {
      central: '6120000000',
      interval: { low: '5210000000', high: '8440000000' },
      draws: 2000,
      seed: '2023-H1 inflow ai-foundation-models',
      cells: [{ round: 'a', year: 2023, deals: 4, from: 'track', amounts: 11 }],
    },
    aboveFloor: { n: { low: 4, high: 4 }, disclosed: SPAN },
    confident: { part: 'confidence ≥ 0.9', ...EIGHT },
    firstFunded: {
      companies: { low: 1, high: 5 },
      recordsSince: '2022-01-01' as CalendarDate,
    },
    byFounded: [{ part: 'unknown', ...EIGHT }],
    byProvince: [{ part: 'CN-BJ', ...EIGHT }],
    byRound: [{ part: 'a', ...EIGHT }],
    investors: {
      deals: 8,
      known: 5,
      kinds: [{ kind: 'usd-fund', deals: 5, yuan: SPAN }],
      unknown: { deals: 3, yuan: { low: '0.00', high: '0.00' } },
    },
    ...overrides,
  }
}

export function makeKindsOfHalf(overrides: Partial<KindsOfHalf> = {}): KindsOfHalf {
  return {
    half: '2023-H1',
    breaks: [],
    regime: 1,
    ...makeInflowDetail().investors,
    ...overrides,
  }
}
