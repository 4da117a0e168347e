import { describe, expect, it } from 'vitest'
import { gapOf } from '../../src/analyse/gap.ts'
import { growthEvidence } from '../../src/analyse/judge/propositions/lines-of-evidence.ts'
import type { Question } from '../../src/analyse/metric.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { Inflow, TrackFindings } from '../../src/model/findings.ts'
import { headlineFigure } from '../../src/model/headline-figures.ts'
import { isSumKnown } from '../../src/report/view/counts.ts'
import { makeFindings } from '../support/make-findings.ts'
import { readRules } from '../support/rules.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const rules = await readRules()
const question = {
  period: { id: '2022-H1', from: day('2022-01-01'), to: day('2022-06-30') },
  yearBefore: { id: '2021-H1', from: day('2021-01-01'), to: day('2021-06-30') },
  rules: { ...rules, gap: { ...rules.gap, breaks: [] } },
} as unknown as Question
const [track] = makeFindings().tracks as unknown as readonly [TrackFindings]
const rows = { ...track.capture, levels: { from: 'rows', details: {} } } as const

function gap(inflow: Partial<Inflow>, before: Partial<Inflow> = {}): ReturnType<typeof gapOf> {
  return gapOf(
    track.market,
    {
      inflow: { ...track.inflow, ...inflow },
      before: { ...track.inflow, ...before },
      capture: rows,
    },
    question,
  )
}

describe('money nobody can tell', () => {
  const unconverted = {
    n: 2,
    undisclosed: 1,
    unconverted: 1,
    disclosed: { low: '0.00', high: '0.00' },
  }

  it('is unknown and not zero where the one amount has no rate', () => {
    const inflow = { ...track.inflow, ...unconverted }
    expect(isSumKnown(inflow)).toBe(false)
    expect(headlineFigure({ ...track, inflow }, 'disclosed')).toBeUndefined()
    expect(gap(unconverted).passThrough).toEqual({
      lacking: 'nothing-disclosed',
      details: { n: 2 },
    })
  })

  it('is known within its bounds where a date may lie in the period', () => {
    const inflow = {
      ...track.inflow,
      n: 0,
      undisclosed: 0,
      disclosed: { low: '0.00', high: '5.00' },
    }
    expect(isSumKnown(inflow)).toBe(true)
    expect(headlineFigure({ ...track, inflow }, 'disclosed')).toEqual({ low: '0.00', high: '5.00' })
    expect(gap(inflow).passThrough).toMatchObject({ low: '0' })
  })
})

describe('the growth gap', () => {
  const enough = { n: 12, undisclosed: 0 }

  it('is stated where enough deals stand on both sides', () => {
    expect(gap(enough, enough).growthGap).toMatchObject({
      low: expect.stringMatching(/^-?0\.\d+$/),
    })
  })

  it('is never without end where all amounts of a side may be nothing', () => {
    const perhaps = { ...enough, disclosed: { low: '0.00', high: '9000000000.00' } }
    for (const found of [gap(enough, perhaps), gap(perhaps, enough)])
      expect(found.growthGap).toEqual({ lacking: 'nothing-disclosed', details: { n: 12 } })
  })
})

const THEN = { brokenOn: '2022-03-01', captureNow: '0.02', captureBefore: '0.03' }

it('levels of two years stand with the break between them, what was seen of each, and why there is no factor', () => {
  const growthGap = { lacking: 'source-break', details: { on: '2022-03-01' } }
  const grown = {
    ...track,
    gap: { ...track.gap, growthGap },
    yearBeforeInflow: { ...track.inflow, bounded: { low: '1.00', high: '1.00' } },
  }
  const said = {
    broken: '2022-03-01',
    why: 'source-break',
    captureNow: '0.02',
    captureBefore: '0.03',
  }
  expect(growthEvidence(grown, THEN)[0]?.details).toMatchObject(said)
  const unknown = { lacking: 'no-published-total' }
  const nothing = { captureNow: unknown, captureBefore: unknown }
  expect(growthEvidence(grown, nothing)[0]?.details).toMatchObject({
    ...{ broken: '', captureNow: '', captureBefore: '' },
  })
})

it('inflow is not said to outgrow an index that nobody knows, nor what undisclosed deals may have brought', () => {
  const before = (bounded: string): TrackFindings => ({
    ...track,
    yearBeforeInflow: { ...track.inflow, bounded: { low: '1.00', high: bounded } },
  })
  const grown = before('1.00')
  expect(growthEvidence(grown, THEN)).toHaveLength(1)
  expect(growthEvidence(before('99000000000.00'), THEN)).toEqual([])
  const market = { ...track.market, deciding: { lacking: 'no-dated-series' } }
  expect(growthEvidence({ ...grown, market }, THEN)).toEqual([])
})
