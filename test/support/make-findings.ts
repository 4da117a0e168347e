import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { CaptureRange } from '../../src/model/capture-finding.ts'
import type { DealLine, Findings, Inflow, TrackFindings } from '../../src/model/findings.ts'
import type { KindShare } from '../../src/model/investor-shift-finding.ts'
import type { PublishedTotal } from '../../src/model/published-finding.ts'
import { NO_REVEALED } from '../../src/model/revealed-finding.ts'
import { NO_REVISIONS } from '../../src/model/revision-finding.ts'
import type { SeriesFinding } from '../../src/model/series-finding.ts'
import { makeChanges } from './make-changes.ts'
import { makeInflowDetail, makeKindsOfHalf } from './make-inflow-detail.ts'
import { makeLate, makeLateReporting } from './make-late.ts'
import { makeMultiverse } from './make-multiverse.ts'
import { makeTransmission } from './make-transmission.ts'

const day = (text: string): CalendarDate => text as CalendarDate

const PERIOD = { id: '2023-H1', from: day('2023-01-01'), to: day('2023-06-30') }

function makeSeries(overrides: Partial<SeriesFinding> = {}): SeriesFinding {
  return {
    source: 'csindex',
    code: '930713',
    names: { zh: '中证人工智能', en: 'CSI Artificial Intelligence' },
    kind: 'index',
    construct: 'price',
    membership: 'dated',
    role: 'decides',
    url: 'https://www.csindex.com.cn/',
    t0: day('2022-12-30'),
    t1: day('2023-06-30'),
    sessions: 118,
    p0: '2380.69',
    p1: '3185.15',
    change: '0.33791043773',
    benchmarkChange: '0.02171079464',
    excess: '0.31619964309',
    ...overrides,
  }
}

function makeInflow(overrides: Partial<Inflow> = {}): Inflow {
  return {
    n: 8,
    nRange: { low: 8, high: 8 },
    undisclosed: 4,
    unconverted: 0,
    disclosed: { low: '4095107720.96', high: '5872849143.79' },
    bounded: { low: '4095107720.96', high: '18832849143.79' },
    median: { lacking: 'fewer-than-5', details: { n: 4, minimum: 5 } },
    top1Share: { low: '0.434113470015', high: '0.605410212081' },
    top2Share: { low: '0.833738370606', high: '0.884066614762' },
    withoutLargest: { low: '2317366298.13', high: '2317366298.13' },
    withoutTwoLargest: { low: '680859282.23', high: '680859282.23' },
    companiesAbove100m: 4,
    ...overrides,
  }
}

const NOTHING: Inflow = makeInflow({
  n: 0,
  nRange: { low: 0, high: 0 },
  undisclosed: 0,
  disclosed: { low: '0.00', high: '0.00' },
  bounded: { low: '0.00', high: '0.00' },
  top1Share: { lacking: 'nothing-disclosed' },
  top2Share: { lacking: 'nothing-disclosed' },
  withoutLargest: { lacking: 'nothing-disclosed' },
  withoutTwoLargest: { lacking: 'nothing-disclosed' },
  companiesAbove100m: 0,
})

export function makeCaptureRange(overrides: Partial<CaptureRange> = {}): CaptureRange {
  const share = { low: '0.016492578340', high: '0.050279329609' }
  return {
    recorded: { low: 60, high: 63 },
    publishers: ['清科研究中心 Zero2IPO', 'DealStreetAsia'],
    countShare: share,
    yuanShare: { low: '0.118003067373', high: '0.153482875635' },
    levels: {
      from: 'published',
      details: {
        captureLow: share.low,
        captureHigh: share.high,
        bar: '0.6',
        publishers: '清科研究中心 Zero2IPO、DealStreetAsia',
      },
    },
    ...overrides,
  }
}

export function makeTotal(overrides: Partial<PublishedTotal> = {}): PublishedTotal {
  return {
    period: '2023',
    region: 'China',
    track: 'ai-foundation-models',
    metric: 'amount',
    publisher: 'LatePost',
    url: 'https://example.com/latepost',
    value: { low: '9000000000.00', high: '11000000000.00' },
    unit: 'CNY',
    fit: 'contains',
    ...overrides,
  }
}

/** A track with the headline track's figures of the first half of 2023. */
export function makeTrack(overrides: Partial<TrackFindings> = {}): TrackFindings {
  const board = makeSeries({
    source: 'derived',
    code: 'ChatGPT概念',
    names: { zh: 'ChatGPT概念', en: 'ChatGPT concept' },
    kind: 'board',
    construct: 'basket',
    membership: 'hindsight',
    role: 'shown',
    change: '0.467667',
    benchmarkChange: '0.055922',
    excess: '0.411745',
  })
  return {
    id: 'ai-foundation-models',
    names: { zh: '大模型', en: 'Foundation models' },
    market: {
      deciding: makeSeries(),
      confirming: [makeSeries({ code: '931071', role: 'confirms', excess: '0.328496008249' })],
      shown: [board],
      percentile: {
        percentile: '0.959854014599',
        windows: 1096,
        since: day('2018-07-02'),
        years: '4.99',
      },
      turnover: {
        share: '0.06056437114',
        yearBefore: '0.03287602626',
        ratio: '1.8422',
        percentile: {
          percentile: '0.95',
          windows: 1096,
          since: day('2018-07-02'),
          years: '4.99',
        },
      },
      shifts: { lowest: '0.131648817487', highest: '0.50063945216', cells: 1681, sessions: 20 },
      multiple: {
        atStart: '33.35',
        atEnd: '53.39',
        expansion: {
          price: '0.291109',
          multiple: '0.470538',
          earnings: '-0.179429',
        },
      },
      drawdown: {
        within: '-0.158',
        peakOn: day('2023-04-07'),
        troughOn: day('2023-05-24'),
        since: '-0.21',
        highOn: day('2023-06-19'),
        lastOn: day('2026-08-21'),
      },
      members: { lacking: 'no-members-known' },
      abroad: [],
      paperGain: {
        series: board,
        capAtStart: '1349854904658.00',
        capObservedOn: day('2023-04-03'),
        capOrigin: 'carried-by-index',
        gain: '631282593696.69',
        excessGain: '555796007718.41',
        freeFloat: { lacking: 'no-free-float' },
      },
      previousExcess: '-0.039689259039',
      yearBeforeExcess: '-0.136481911402',
      curve: curve([100, 104, 109, 118, 121, 140, 151, 136, 128, 125, 137, 134]),
    },
    inflow: makeInflow(),
    inflowDetail: makeInflowDetail(),
    late: makeLate(),
    capture: makeCaptureRange({ countShare: { lacking: 'no-published-total' } }),
    previousInflow: makeInflow({ n: 2, undisclosed: 1, nRange: { low: 2, high: 2 } }),
    yearBeforeInflow: NOTHING,
    inflowSteps: [
      { on: day('2023-02-01'), low: '337121351.20', high: '337121351.20' },
      { on: day('2023-06-01'), low: '2458600705.06', high: '4236342127.89' },
      { on: day('2023-06-05'), low: '4095107720.96', high: '5872849143.79' },
    ],
    unicorns: { born: 2, living: 1, bornAndLiving: 1, ended: 1, livingAsOf: 1 },
    published: [makeTotal()],
    ceiling: makeTotal(),
    ceilingShare: '0.03754714727',
    gap: {
      passThrough: { low: '0.648696441475', high: '0.93030430467' },
      growthGap: { lacking: 'fewer-than-10-deals', details: { n: 0, minimum: 10 } },
      rankGap: { lacking: 'fewer-than-10-deals', details: { n: 0, minimum: 10 } },
    },
    secondary: {
      verdict: 'yes',
      conditional: false,
      conditions: [
        { id: 'excess-at-least', holds: 'yes', details: { excess: '0.3162', bar: '0.2' } },
      ],
    },
    primary: {
      verdict: 'no',
      conditional: true,
      conditions: [
        {
          id: 'upper-below-share',
          holds: 'yes',
          details: { value: '11000000000.00', share: '0.0375', bar: '0.05' },
        },
      ],
    },
    multiverse: makeMultiverse(),
    conceptMoney: { lacking: 'no-members-known' },
    policySupport: { policies: 1, industryEvents: 1, approvals: 0, grants: [] },
    attention: [],
    followOn: [],
    firstDeals: { active: 6, first: 4, share: { lacking: 'too-few-investors' } },
    onlyAShares: 'untested',
    onlyConditions: [],
    flipLine: '3648250000.00',
    ...overrides,
  }
}

/** A track nothing is known of, for every place where a dash and its reason stand. */
function makeUnknownTrack(overrides: Partial<TrackFindings> = {}): TrackFindings {
  const nothing = { lacking: 'no-dated-series' }
  const track = makeTrack()
  return {
    ...track,
    id: 'other',
    names: { zh: '其他', en: 'Other' },
    market: {
      deciding: nothing,
      confirming: [],
      shown: [],
      percentile: nothing,
      turnover: nothing,
      shifts: nothing,
      multiple: nothing,
      drawdown: nothing,
      members: { lacking: 'no-members-known' },
      abroad: [],
      paperGain: { lacking: 'no-board' },
      previousExcess: nothing,
      yearBeforeExcess: nothing,
      curve: [],
    },
    inflow: NOTHING,
    capture: makeCaptureRange({
      publishers: [],
      countShare: { lacking: 'no-published-total' },
      yuanShare: { lacking: 'no-published-total' },
      levels: { from: 'nothing', details: { bar: '0.6' } },
    }),
    inflowDetail: makeInflowDetail({
      mean: { lacking: 'nothing-disclosed' },
      hhi: { lacking: 'nothing-disclosed' },
      undisclosedWidth: { lacking: 'exact' },
      estimate: { lacking: 'fewer-than-10-amounts', details: { n: 0, minimum: 10 } },
      firstFunded: { lacking: 'no-earlier-records' },
    }),
    previousInflow: NOTHING,
    inflowSteps: [],
    unicorns: { born: 0, living: 0, bornAndLiving: 0, ended: 0, livingAsOf: 0 },
    published: [],
    ceiling: { lacking: 'no-ceiling' },
    ceilingShare: { lacking: 'no-ceiling' },
    gap: {
      passThrough: { lacking: 'no-board' },
      growthGap: { lacking: 'fewer-than-10-deals' },
      rankGap: { lacking: 'history-too-short' },
    },
    secondary: { verdict: 'not-judged', conditional: false, conditions: [] },
    primary: { verdict: 'not-judged', conditional: false, conditions: [] },
    flipLine: { lacking: 'no-ceiling' },
    ...overrides,
  }
}

export function makeDeal(overrides: Partial<DealLine> = {}): DealLine {
  return {
    dealId: '141',
    announcedOn: day('2023-06-05'),
    announcedFrom: day('2023-06-05'),
    announcedUntil: day('2023-06-05'),
    precision: 'day',
    straddles: false,
    company: '光年之外',
    companyEn: 'Light Years Beyond',
    track: 'ai-foundation-models',
    round: 'a',
    roundText: 'A轮',
    kind: 'equity',
    status: 'closed',
    amountText: '2.3亿美元',
    currency: 'USD',
    original: { low: '230000000', high: '230000000' },
    yuan: { low: '1636507015.90', high: '1636507015.90' },
    fxOn: day('2023-06-05'),
    investors: [
      { name: '源码资本', lead: true, kind: 'usd-fund' },
      { name: '王慧文', lead: false, kind: 'unknown' },
    ],
    urls: ['https://example.com/deal'],
    sources: { tellings: 3, independent: 2 },
    confidence: 'high',
    ...overrides,
  }
}

/** Findings of the first half of 2023 in small: one track of each kind, one line of each list. */
export function makeFindings(overrides: Partial<Findings> = {}): Findings {
  const total = makeTotal({
    period: '2023-H1',
    track: 'all',
    publisher: '清科研究中心 Zero2IPO',
    value: { low: '292965000000.00', high: '292965000000.00' },
    fit: 'exact',
  })
  return {
    period: PERIOD,
    previous: { id: '2022-H2', from: day('2022-07-01'), to: day('2022-12-31') },
    yearBefore: { id: '2022-H1', from: day('2022-01-01'), to: day('2022-06-30') },
    asOf: day('2026-08-21'),
    benchmark: makeSeries({
      code: '000985',
      names: { zh: '中证全指', en: 'CSI All Share' },
      change: '0.02171079464',
      excess: '0',
    }),
    tracks: [makeTrack(), makeUnknownTrack()],
    headline: 'ai-foundation-models',
    capture: {
      recorded: 61,
      recordedRange: { low: 60, high: 63 },
      recordedYuan: { low: '34570768633.07', high: '44965110660.47' },
      publishedCount: { ...total, unit: 'count', value: { low: '3638', high: '3638' } },
      publishedAmount: total,
      countShare: '0.016767454645',
      previous: {
        publishedCount: { ...total, unit: 'count', value: { low: '4200', high: '4200' } },
        countShare: '0.0142',
      },
      yearBefore: {
        publishedCount: { lacking: 'no-published-total' },
        countShare: { lacking: 'no-published-total' },
      },
      yuanShare: { low: '0.118003067373', high: '0.153482875635' },
      range: makeCaptureRange(),
      directions: [
        { publisher: '清科研究中心', percent: '-42', url: 'https://example.com/a' },
        { publisher: 'DealStreetAsia', percent: '8.8', url: 'https://example.com/b' },
      ],
      directionDisputed: true,
    },
    kindsOverTime: [
      makeKindsOfHalf(),
      makeKindsOfHalf({
        half: '2023-H2',
        breaks: [day('2023-10-01')],
        regime: { lacking: 'source-break' },
      }),
    ],
    investorShift: {
      recorded: { deals: 61, known: 34 },
      managers: [
        {
          kind: 'usd-fund',
          expected: 'falls',
          from: makeShare('2022-H2', 30),
          to: makeShare('2023-H1', 10),
          seen: 'yes',
        },
      ],
      moneyBehind: [
        {
          of: 'state',
          publisher: 'Zero2IPO via Yicai',
          share: { low: '0.71', high: '0.71' },
          before: { lacking: 'no-year-before' },
        },
      ],
    },
    lateReporting: makeLateReporting(),
    revisions: NO_REVISIONS,
    revealed: NO_REVEALED,
    transmission: makeTransmission(),
    propositions: [
      {
        number: 1,
        verdict: 'supported',
        reason: 'proposition.1.supported',
        details: {
          track: 'ai-foundation-models',
          secondary: 'yes',
          primary: 'no',
          only: 'untested',
        },
        for: [
          {
            id: 'evidence.excess',
            holds: 'yes',
            details: { track: 'ai-foundation-models', excess: '0.31619964309' },
          },
        ],
        against: [{ id: 'evidence.only-untested', holds: 'unknown', details: {} }],
      },
    ],
    claims: [
      {
        claimedOn: day('2023-05-01'),
        outlet: 'Example Daily',
        claim: '大模型赛道已吸引数百亿投资',
        track: 'ai-foundation-models',
        scope: 'model equity, China',
        from: PERIOD.from,
        to: PERIOD.to,
        verdict: 'contradicted',
        reason: 'above-ceiling',
        details: {
          low: '20000000000.00',
          ceiling: '11000000000.00',
          publisher: 'LatePost',
          period: '2023',
          widerTrack: 'AI',
          widerPeriod: '2023',
          widerLow: '14200000000.00',
          widerHigh: '55000000000.00',
        },
        recorded: { low: '4095107720.96', high: '5872849143.79' },
        totals: [makeTotal({ publisher: 'LatePost' })],
        deals: {
          n: 8,
          undisclosed: 4,
          largest: [
            {
              dealId: '141',
              company: '光年之外',
              announcedOn: day('2023-06-05'),
              yuan: { low: '1636507015.90', high: '1636507015.90' },
            },
            { dealId: '142', company: '示例智能', announcedOn: day('2023-05-01') },
          ],
        },
        largest: '11000000000.00',
        trueFor: makeTotal({
          track: 'AI',
          publisher: 'Stanford AI Index',
          value: { low: '55000000000.00', high: '55000000000.00' },
        }),
        withInternal: [
          {
            status: 'closed',
            n: 2,
            undisclosed: 1,
            yuan: { low: '20000000000.00', high: '20000000000.00' },
            verdict: 'within-uncertainty',
          },
        ],
        url: 'https://example.com/claim',
      },
    ],
    forecasts: [
      {
        madeOn: day('2023-07-10'),
        outlet: 'Example Daily',
        author: '示例作者',
        statement: '今后几个月没有一级市场盛宴',
        track: 'ai-foundation-models',
        tracks: ['ai-foundation-models'],
        from: day('2023-07-01'),
        due: day('2023-12-31'),
        measure: 'primary-feast',
        predicts: 'no',
        outcome: 'came-true',
        url: 'https://example.com/forecast',
        results: [
          {
            track: 'ai-foundation-models',
            deals: 8,
            disclosed: makeInflow().disclosed,
            signature: makeTrack().primary,
          },
        ],
      },
      {
        madeOn: day('2023-07-10'),
        outlet: 'Example Daily',
        statement: '一年以后仍没有',
        track: 'other',
        tracks: ['other'],
        from: day('2023-07-01'),
        due: day('2024-06-30'),
        measure: 'primary-feast',
        predicts: 'no',
        outcome: 'not-judged',
        lacking: 'no-published-total',
        url: 'https://example.com/forecast',
        note: 'read as the first year',
        results: [
          {
            track: 'other',
            deals: 0,
            disclosed: NOTHING.disclosed,
            signature: makeUnknownTrack().primary,
          },
        ],
      },
    ],
    deals: [makeDeal()],
    exclusions: [
      makeDeal({ dealId: '150', company: '示例云', status: 'planned', exclusion: 'internal' }),
    ],
    exclusionTotals: [
      {
        reason: 'internal',
        kind: 'internal',
        status: 'planned',
        n: 1,
        undisclosed: 0,
        yuan: { low: '1636507015.90', high: '1636507015.90' },
      },
    ],
    amounts: {
      seen: 3,
      counted: 1,
      inLedger: 2,
      off: [],
      unread: 0,
      lines: [
        { reason: 'internal', kind: 'internal', status: 'planned', n: 1 },
        { reason: 'retrospective', kind: 'none', status: 'none', n: 1 },
      ],
      months: [
        {
          month: '2023-02',
          reason: 'internal',
          kind: 'internal',
          status: 'planned',
          currency: 'CNY',
          n: 1,
          low: '3000000000',
          high: '3000000000',
        },
        {
          month: '2023-06',
          reason: 'retrospective',
          kind: 'none',
          status: 'none',
          currency: 'CNY',
          n: 1,
          low: '10000000',
          high: '10000000',
        },
        {
          month: '2023-06',
          reason: 'counted',
          kind: 'equity',
          status: 'closed',
          currency: 'USD',
          n: 1,
          low: '230000000',
          high: '230000000',
        },
      ],
    },
    unicorns: [
      {
        company: 'MiniMax',
        track: 'ai-foundation-models',
        bornOn: day('2023-06-01'),
        precision: 'day',
        valuationText: '约12亿美元',
        urls: ['https://example.com/unicorn'],
      },
    ],
    policies: [
      {
        on: day('2023-03-16'),
        precision: 'day',
        event: '百度发布文心一言',
        kind: 'industry',
        track: 'ai-foundation-models',
        url: 'https://example.com/policy',
      },
    ],
    sources: [{ source: 'csindex', what: 'indices', rows: 24461, files: ['930713.csv'] }],
    faults: [{ id: 'off-session-bar', count: 6, examples: ['930713 2018-06-18'] }],
    caps: [{ round: 'a', year: 2023, yuan: '1000000000' }],
    rules: [{ id: 'secondary.yes_excess', value: '0.2' }],
    changes: makeChanges(),
    ...overrides,
  }
}

function makeShare(half: string, deals: number): KindShare {
  const share = (deals / 40).toString()
  return { half, deals, known: 40, unknown: 5, share, interval: { low: share, high: share } }
}

/** One close every second Friday. */
function curve(values: readonly number[]): TrackFindings['market']['curve'] {
  const start = Temporal.PlainDate.from('2022-12-30')
  return values.map((value, index) => ({
    on: day(start.add({ days: index * 14 }).toString()),
    value: value.toFixed(2),
  }))
}
