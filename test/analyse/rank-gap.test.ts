import { describe, expect, it } from 'vitest'
import { layOutDeals } from '../../src/analyse/deals-in-view.ts'
import { measure, type Question } from '../../src/analyse/metric.ts'
import { type InflowHistory, inflowHistory } from '../../src/analyse/metrics/inflow-history.ts'
import { rankGapOf } from '../../src/analyse/rank-gap.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { Inflow, Interval, TrackFindings } from '../../src/model/findings.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { makeFindings } from '../support/make-findings.ts'
import { readRules } from '../support/rules.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const rules = await readRules()
const question = {
  period: { id: '2021-H1', from: day('2021-01-01'), to: day('2021-06-30') },
  yearBefore: { id: '2020-H1', from: day('2020-01-01'), to: day('2020-06-30') },
  asOf: day('2023-07-31'),
  rules: { ...rules, gap: { ...rules.gap, breaks: [] } },
} as unknown as Question
const [track] = makeFindings().tracks as unknown as readonly [TrackFindings]
const percentile = { percentile: '0.9', windows: 1100, since: day('2016-07-01'), years: '5.00' }
const rows = { ...track.capture, levels: { from: 'rows', details: {} } } as const

/** Inflow of these months alone: 55 windows of six months end in the five years. */
function historyOf(months: Readonly<Record<string, Interval>>): InflowHistory {
  return { since: day('2015-03-01'), monthsOf: () => new Map(Object.entries(months)) }
}

const exactly = (yuan: string): Interval => ({ low: yuan, high: yuan })

function rankGap(
  months: Readonly<Record<string, Interval>>,
  change: Partial<Parameters<typeof rankGapOf>[0]> = {},
  asked: Question = question,
): ReturnType<typeof rankGapOf> {
  const inflow: Inflow = { ...track.inflow, n: 12, undisclosed: 1 }
  const market = { ...track.market, percentile }
  const sides = { market, inflow, capture: rows, track: 'x', history: historyOf(months) }
  return rankGapOf({ ...sides, ...change }, asked)
}

describe('the rank gap', () => {
  it('is the rank of the excess less that of the inflow', () => {
    // More than every window before: the first of 55 ranks.
    expect(rankGap({ '2021-03-01': exactly('100') })).toEqual({ low: '-0.1', high: '-0.1' })
    // Five windows that hold the large month and not the small one stand above it.
    expect(rankGap({ '2020-12-01': exactly('100'), '2021-01-01': exactly('1') })).toEqual({
      low: '0.009090909091',
      high: '0.009090909091',
    })
  })

  it('is an interval where amounts are bounds', () => {
    const months = {
      '2019-03-01': { low: '50', high: '50' },
      '2021-03-01': { low: '40', high: '60' },
    }
    const found = rankGap(months)
    expect(found).toEqual({ low: '-0.1', high: '0.009090909091' })
  })

  it.each([
    ['not-whole-months', {}, { period: { ...question.period, to: day('2021-06-29') } }],
    ['fewer-than-10-deals', { inflow: { ...track.inflow, n: 12, undisclosed: 3 } }, {}],
    ['capture-too-low', { capture: track.capture }, {}],
    ['history-too-short', { history: { since: day('2017-01-01'), monthsOf: () => new Map() } }, {}],
    [
      'source-break',
      {},
      { rules: { ...rules, gap: { ...rules.gap, breaks: [{ on: '2018-01-01' }] } } },
    ],
  ] as const)('is not stated: %s', (lacking, change, asked) => {
    const others = { ...question, ...asked } as unknown as Question
    expect(rankGap({ '2021-03-01': exactly('1') }, change as object, others)).toMatchObject({
      lacking,
    })
  })
})

describe.each(DATABASES)('inflow month by month on $name', ({ open }) => {
  it('holds what was disclosed of the years asked for', async () => {
    await using db = await open()
    const effects = await makeUpMarket(await makeEffects(db))
    await take(
      effects,
      `announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,confidence,note
2014-02-01,day,零公司,,games,A轮,1亿元,CNY,100000000,100000000,,equity,closed,,https://d.example/0,high,
2019-02-01,day,甲公司,,games,A轮,1亿元,CNY,100000000,100000000,,equity,closed,,https://d.example/1,high,
2019-02-20,day,乙公司,,games,A轮,数千万元,CNY,20000000,90000000,,equity,closed,,https://d.example/2,high,
2019-03-20,day,丙公司,,games,A轮,,,,,,equity,closed,,https://d.example/3,high,
2022-03-20,day,丁公司,,games,A轮,1亿元,CNY,100000000,100000000,,equity,closed,,https://d.example/4,high,
`,
    )
    const history = await db.transaction(async ({ sql }) => {
      await layOutDeals(sql, question)
      return measure(inflowHistory, sql, question)
    })
    expect(history.since).toBe('2014-02-01')
    expect([...history.monthsOf('games')]).toEqual([
      ['2019-02-01', { low: '120000000.00', high: '190000000.00' }],
    ])
    expect([...history.monthsOf('other')]).toEqual([])
  })
})
