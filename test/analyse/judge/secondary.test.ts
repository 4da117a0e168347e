import { describe, expect, it } from 'vitest'
import { judgeSecondary } from '../../../src/analyse/judge/secondary.ts'
import type { MarketSide } from '../../../src/model/market-side-finding.ts'
import type { SeriesFinding } from '../../../src/model/series-finding.ts'
import { makeTrack } from '../../support/make-findings.ts'
import { readRules } from '../../support/rules.ts'

const rules = await readRules()
const { market } = makeTrack()
const deciding = market.deciding as SeriesFinding
const judge = (change: Partial<MarketSide>, months = 6) =>
  judgeSecondary({ ...market, ...change }, months, rules)
const withExcess = (excess: string): Partial<MarketSide> => ({ deciding: { ...deciding, excess } })
const failed = ({ conditions }: ReturnType<typeof judge>) =>
  conditions.filter(({ holds }) => holds !== 'yes').map(({ id, holds }) => `${id} ${holds}`)

const PERCENTILE = { windows: 1000, since: deciding.t0, years: '5' }
const SHIFTS = { highest: '0.5', cells: 1681, sessions: 20 }
const lacking = { lacking: 'history-too-short' }

describe('a feast in the secondary market', () => {
  it('is yes where every condition holds', () => {
    expect(judge({}).verdict).toBe('yes')
    expect(failed(judge({}))).toEqual([])
  })

  it.each([
    ['0.05', 'no'],
    ['-0.3', 'no'],
    ['0.0500001', 'between'],
    ['0.1999999', 'between'],
    ['0.2', 'yes'],
  ])('with an excess of %s is %s', (excess, verdict) =>
    expect(judge(withExcess(excess)).verdict).toBe(verdict),
  )

  it.each<readonly [string, Partial<MarketSide>]>([
    ['percentile-at-least no', { percentile: { ...PERCENTILE, percentile: '0.899' } }],
    ['shifts-at-least no', { shifts: { ...SHIFTS, lowest: '0.0999' } }],
    [
      'turnover-ratio-at-least no',
      {
        turnover: { share: '0.06', yearBefore: '0.05', ratio: '1.2', percentile: lacking },
      },
    ],
    ['second-index-agrees no', { confirming: [{ ...deciding, excess: '0.19' }] }],
  ])('is between where one condition fails: %s', (id, change) => {
    expect(judge(change).verdict).toBe('between')
    expect(failed(judge(change))).toEqual([id])
  })

  it.each<readonly [string, Partial<MarketSide>]>([
    ['percentile-at-least unknown', { percentile: lacking }],
    [
      'percentile-at-least unknown',
      { percentile: { ...PERCENTILE, years: '3', percentile: '0.99' } },
    ],
    ['shifts-at-least unknown', { shifts: lacking }],
    ['turnover-ratio-at-least unknown', { turnover: { lacking: 'no-turnover' } }],
    [
      'turnover-ratio-at-least unknown',
      {
        turnover: {
          share: '0.06',
          yearBefore: { lacking: 'no-year-before' },
          ratio: { lacking: 'no-year-before' },
          percentile: lacking,
        },
      },
    ],
    ['second-index-agrees unknown', { confirming: [] }],
    [
      'second-index-agrees unknown',
      { confirming: [{ ...deciding, membership: 'hindsight', excess: '0.9' }] },
    ],
  ])('is not judged where none fails and one is unknown: %s', (id, change) => {
    expect(judge(change).verdict).toBe('not-judged')
    expect(failed(judge(change))).toEqual([id])
  })

  it('fails by a low percentile however short its history is', () => {
    const short = { ...PERCENTILE, years: '3', percentile: '0.5' }
    expect(judge({ percentile: short }).verdict).toBe('between')
  })

  it('is not judged without a deciding series', () =>
    expect(judge({ deciding: { lacking: 'no-dated-series' } }).verdict).toBe('not-judged'))

  it('scales its bars by the square root of time, not its percentile or turnover', () => {
    expect(judge(withExcess('0.28'), 12).verdict).toBe('between')
    expect(
      judge(
        {
          ...withExcess('0.283'),
          confirming: [{ ...deciding, excess: '0.283' }],
          shifts: { ...SHIFTS, lowest: '0.1415' },
        },
        12,
      ).verdict,
    ).toBe('yes')
    expect(judge(withExcess('0.0354'), 3).verdict).not.toBe('no')
    expect(judge(withExcess('0.0353'), 3).verdict).toBe('no')
  })
})
