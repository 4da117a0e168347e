import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { LagLine, TransmissionFinding } from '../../src/model/transmission-finding.ts'

function makeLag(overrides: Partial<LagLine> = {}): LagLine {
  return {
    outcome: 'count',
    lag: 2,
    points: 36,
    coefficient: '2.4',
    standardError: '0.6',
    z: '4',
    adjustedP: '0.004',
    low: '0.5',
    high: '4.3',
    detectable: '2.1',
    ...overrides,
  }
}

/** One track that was tested, one that could not be, and a run of each standing. */
export function makeTransmission(): TransmissionFinding {
  const { detectable: _, ...lead } = makeLag({
    lag: -1,
    coefficient: '-0.3',
    z: '-0.5',
    adjustedP: '0.97',
    low: '-2.2',
    high: '1.6',
  })
  const lags = [
    lead,
    makeLag({ lag: 0, coefficient: '0.2', z: '0.3', adjustedP: '0.99', low: '-1.7', high: '2.1' }),
    makeLag({ lag: 1, coefficient: '0.9', z: '1.5', adjustedP: '0.6', low: '-1', high: '2.8' }),
    makeLag(),
  ]
  const side = (from: string, to: string, n: number) => ({
    from,
    to,
    n,
    disclosed: { low: '100000000.00', high: '200000000.00' },
    others: 40,
  })
  return {
    family: { tracks: 1, looks: 18, critical: '3.16' },
    tracks: [
      {
        track: 'ai-foundation-models',
        result: 'transmission',
        reasons: [],
        panel: {
          from: '2012-Q1',
          to: '2021-Q1',
          points: 36,
          deals: 410,
          disclosed: 230,
          correlation: '0.63',
          listings: { lacking: 'no-listings' },
        },
        spans: [
          { span: '2011-Q4', excess: '0.031' },
          {
            span: '2012-Q1',
            excess: '-0.012',
            deals: 9,
            disclosed: { low: '100000000.00', high: '120000000.00' },
          },
        ],
        stationarity: [
          {
            series: 'signal',
            adf: { statistic: '-5.1', pValue: '0.0001', lags: 1 },
            kpss: { statistic: '0.12', pValue: '0.1', lags: 2 },
          },
        ],
        reading: {
          reason: 'found',
          strongest: makeLag(),
          fitted: { coefficient: '2.5', standardError: '0.7' },
          strongestLead: lead,
          detectable: '2.6',
        },
        lags: [...lags, ...lags.map((line) => ({ ...line, outcome: 'money' as const }))],
      },
      {
        track: 'games',
        result: 'not-enough-data',
        reasons: [
          { lacking: 'too-few-quarters', details: { n: 4, minimum: 28 } },
          { lacking: 'too-few-deals', details: { n: 3, minimum: 60 } },
        ],
        panel: {
          from: '2022-Q2',
          to: '2023-Q2',
          points: 4,
          deals: 3,
          disclosed: 1,
          correlation: '0.99',
          listings: { lacking: 'no-listings' },
        },
        spans: [],
        stationarity: [],
        reading: { lacking: 'not-tested' },
        lags: [],
      },
    ],
    monthly: {
      family: { lacking: 'no-track-tested' },
      tracks: [
        {
          track: 'games',
          result: 'not-enough-data',
          reasons: [{ lacking: 'too-few-mature-months', details: { n: 14, minimum: 84 } }],
          panel: {
            from: '2022-04',
            to: '2023-06',
            points: 14,
            deals: 3,
            disclosed: 1,
            correlation: '0.92',
            listings: { lacking: 'no-listings' },
          },
          spans: [],
          stationarity: [],
          reading: { lacking: 'not-tested' },
          lags: [],
        },
      ],
    },
    eventStudy: {
      runs: [
        {
          track: 'ai-foundation-models',
          from: '2019-01-02' as CalendarDate,
          on: '2019-07-02' as CalendarDate,
          excess: '0.2141',
          before: side('2018-Q1', '2018-Q4', 20),
          after: side('2019-Q4', '2020-Q3', 31),
          immature: false,
          rise: '0.429',
          aboveOthers: '0.31',
        },
        {
          track: 'games',
          from: '2022-10-10' as CalendarDate,
          on: '2023-04-03' as CalendarDate,
          excess: '0.2305',
          before: { lacking: 'source-break' },
          after: { lacking: 'quarters-not-over' },
          immature: false,
          rise: { lacking: 'source-break' },
          aboveOthers: { lacking: 'source-break' },
        },
      ],
      judged: 1,
      cases: 1,
      rose: { lacking: 'too-few-runs', details: { n: 1, minimum: 8 } },
      roseMore: { n: 1, low: '0.2065', high: '1' },
      meanAboveOthers: { mean: '0.31', low: '-0.05', high: '0.62' },
    },
  }
}
