import { expect, it } from 'vitest'
import { captureOf } from '../../src/analyse/capture.ts'
import { captureRange, comparableTotals } from '../../src/analyse/capture-range.ts'
import type { Question } from '../../src/analyse/metric.ts'
import { type DatedTotal, totalsFor } from '../../src/analyse/metrics/published-totals.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { Inflow, Interval } from '../../src/model/findings.ts'
import { readRules } from '../support/rules.ts'

const [from, to] = ['2023-01-01' as CalendarDate, '2023-06-30' as CalendarDate]
const none = { lacking: 'no-deals' }
const INFLOW: Inflow = {
  n: 30,
  nRange: { low: 29, high: 31 },
  undisclosed: 0,
  unconverted: 0,
  disclosed: { low: '2000000000.00', high: '3000000000.00' },
  bounded: { low: '2000000000.00', high: '3000000000.00' },
  median: none,
  top1Share: none,
  top2Share: none,
  withoutLargest: none,
  withoutTwoLargest: none,
  companiesAbove100m: 9,
}

async function sharesOf(count: Interval, amount: Interval) {
  const rules = await readRules()
  const { region, track, publishers } = rules.market_totals
  const total = (metric: string, unit: 'CNY' | 'count', value: Interval): DatedTotal => ({
    ...{ period: '2023-H1', from, to, region, track, metric, unit, value, fit: 'exact' },
    ...{ publisher: publishers[0] ?? '', url: 'https://x.example/' },
  })
  const totals = [total('deal_count', 'count', count), total('amount', 'CNY', amount)]
  const [period, before] = [
    { from, to },
    { from: '2022-01-01', to: '2022-06-30' },
  ]
  const question = { period, previous: before, yearBefore: before, asOf: to, rules }
  const { countShare, yuanShare, yearBefore } = captureOf(
    { period: INFLOW, previous: INFLOW, yearBefore: INFLOW },
    totals,
    question as unknown as Question,
  )
  // Totals of one half say nothing of another.
  expect(yearBefore.countShare).toEqual({ lacking: 'no-published-total' })
  return { countShare, yuanShare }
}

it('sets what is recorded against what was published', async () => {
  const amount = { low: '10000000000.00', high: '20000000000.00' }
  expect(await sharesOf({ low: '300', high: '300' }, amount)).toEqual({
    countShare: '0.1',
    yuanShare: { low: '0.1', high: '0.3' },
  })
})

it('takes no share of a total that may have been nothing', async () => {
  const amount = { low: '0.00', high: '11000000000.00' }
  expect(await sharesOf({ low: '0', high: '50' }, amount)).toEqual({
    countShare: { lacking: 'no-published-total' },
    yuanShare: { lacking: 'no-published-total' },
  })
})

it('takes a floor for the least there was, never for the total', async () => {
  const rules = await readRules()
  const [period, region, track] = [{ from, to }, 'China', 'semiconductors']
  const over: DatedTotal = {
    ...{ period: '2023-H1', from, to, region, track, metric: 'deal_count', unit: 'count' },
    ...{ value: { low: '300', high: '300' }, fit: 'exact', isFloor: true },
    ...{ publisher: 'x', url: 'https://x.example/' },
  }
  const published = comparableTotals([over], [track], { period, rules } as unknown as Question)
  const { countShare, levels } = captureRange(INFLOW, published, rules)
  expect(countShare).toEqual({ low: '0', high: '0.103333333333' })
  expect(levels.from).toBe('published')
  expect(totalsFor([over], { from, to })).toEqual([])
})
