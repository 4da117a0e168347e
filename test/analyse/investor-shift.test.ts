import { describe, expect, it } from 'vitest'
import { investorShift } from '../../src/analyse/investor-shift.ts'
import type { Question } from '../../src/analyse/metric.ts'
import type { DatedTotal } from '../../src/analyse/metrics/published-totals.ts'
import { isLacking } from '../../src/model/findings.ts'
import type { KindsOfHalf } from '../../src/model/inflow-finding.ts'
import { makeDeal, makeFindings } from '../support/make-findings.ts'
import { readRules } from '../support/rules.ts'

const { period, yearBefore, previous, asOf } = makeFindings()
const question: Question = {
  period,
  yearBefore,
  previous,
  asOf,
  rules: await readRules(),
  caps: { origin: '', years: { default: {} } },
}
const yuan = { low: '0.00', high: '0.00' }

function makeHalf(
  half: string,
  counts: readonly number[],
  more: Partial<KindsOfHalf> = {},
): KindsOfHalf {
  const kinds = ['usd-fund', 'rmb-state', 'cvc-internet']
  return {
    half,
    breaks: [],
    regime: 1,
    deals: 100,
    known: 90,
    kinds: kinds.map((kind, at) => ({ kind, deals: counts[at] ?? 0, yuan })),
    unknown: { deals: 10, yuan },
    ...more,
  }
}
function seen(...halves: readonly KindsOfHalf[]): unknown {
  const { managers } = investorShift(halves, { deals: [], totals: [] }, question)
  return isLacking(managers) ? managers.lacking : managers.map((shift) => shift.seen)
}
const THEN = makeHalf('2022-H2', [60, 10, 40])

describe('who pays, then and now', () => {
  it('moved where the intervals of both half-years are apart', () =>
    expect(seen(THEN, makeHalf('2023-H1', [20, 50, 10]))).toEqual(['yes', 'yes', 'yes']))

  it('moved the other way, or not beyond chance', () =>
    expect(seen(THEN, makeHalf('2023-H1', [80, 12, 36]))).toEqual(['no', 'unclear', 'unclear']))

  it.each<readonly [string, readonly KindsOfHalf[]]>([
    ['no-deals', [THEN]],
    ['no-earlier-half', [makeHalf('2023-H1', [1, 1, 1])]],
    ['no-earlier-half', [{ ...THEN, regime: 0 }, makeHalf('2023-H1', [1, 1, 1])]],
    [
      'source-break',
      [THEN, makeHalf('2023-H1', [1, 1, 1], { regime: { lacking: 'source-break' } })],
    ],
    ['too-few-kinds-known', [THEN, makeHalf('2023-H1', [1, 1, 1], { deals: 25, known: 19 })]],
    ['too-few-kinds-known', [THEN, makeHalf('2023-H1', [1, 1, 1], { known: 49 })]],
  ])('is not compared: %s', (lacking, halves) => expect(seen(...halves)).toBe(lacking))

  it('sets a foreign part against the whole of the same publisher, never of another', () => {
    const { raised, foreign_track: track } = question.rules.propositions.investor_shift
    const { region, track: market } = question.rules.market_totals
    const total = (publisher: string, of: string, value: string): DatedTotal => ({
      ...period,
      period: period.id,
      region,
      track: of,
      metric: raised,
      publisher,
      url: 'https://example.com',
      fit: 'exact',
      unit: 'CNY',
      value: { low: value, high: value },
    })
    const totals = [
      total('A', market, '100'),
      total('A', track, '20'),
      total('B', market, '400'),
      total('C', track, '50'),
    ]
    expect(investorShift([], { deals: [], totals }, question).moneyBehind).toEqual([
      {
        of: 'foreign',
        publisher: 'A',
        share: { low: '0.2', high: '0.2' },
        before: { lacking: 'no-year-before' },
      },
    ])
  })

  it('counts the deals printed in the period, not those that may lie in it', () => {
    const outside = makeDeal({ announcedOn: '2023-07-01' as typeof period.to, straddles: true })
    const facts = { deals: [makeDeal(), outside], totals: [] }
    expect(investorShift([], facts, question).recorded).toEqual({ deals: 1, known: 1 })
  })
})
