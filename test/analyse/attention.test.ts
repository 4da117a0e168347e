import { describe, expect, it } from 'vitest'
import { attentionPerDeal } from '../../src/analyse/attention/attention-per-deal.ts'
import {
  attentionSeries,
  type MeasuredAttention,
} from '../../src/analyse/attention/attention-series.ts'
import type { Question } from '../../src/analyse/metric.ts'
import type { AttentionRow } from '../../src/analyse/metrics/attention-months.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import { makeTrack } from '../support/make-findings.ts'
import { readRules } from '../support/rules.ts'

const rules = await readRules()
const day = (text: string): CalendarDate => text as CalendarDate
const question = {
  period: { id: '2023-H1', from: day('2023-01-01'), to: day('2023-06-30') },
  yearBefore: { id: '2022-H1', from: day('2022-01-01'), to: day('2022-06-30') },
  rules,
} as Question

/** Eighteen months to June 2023: one headline in a hundred, then three. */
const MONTHS: readonly AttentionRow[] = Array.from({ length: 18 }, (_, index) => ({
  track_id: 'x',
  source: 'stream',
  measure: 'headlines',
  subject: 'models',
  month: day(Temporal.PlainDate.from('2022-01-01').add({ months: index }).toString()),
  value: index < 12 ? '1' : '3',
  whole: '100',
  days: 1,
}))
const series = (rows: readonly AttentionRow[]): MeasuredAttention => {
  const found = attentionSeries(rows, question)
  if (found === undefined) throw new Error('no series')
  return found
}
const changed = (at: number, change: Partial<AttentionRow>): readonly AttentionRow[] =>
  MONTHS.map((row, index) => (index === at ? { ...row, ...change } : row))

describe('attention', () => {
  it('is a share of headlines, and its rise is over the median of the months before', () => {
    const found = series(MONTHS)
    expect(found).toMatchObject({
      level: '0.03',
      levelYearBefore: '0.01',
      priorMonths: 12,
      breaks: [],
    })
    expect(Number(found.abnormal)).toBeCloseTo(Math.log(3), 11)
  })

  it('is unknown, not smaller, where a month of the period is missing', () => {
    const found = series(MONTHS.slice(0, 17))
    expect(found.level).toEqual({ lacking: 'months-missing', details: { n: 5, minimum: 6 } })
    expect(found.abnormal).toMatchObject({ lacking: 'months-missing' })
  })

  it('has no rise across a missing month or a stream that became another, and marks where', () => {
    const gap = series(MONTHS.filter((_, index) => index !== 7))
    expect(gap.breaks).toEqual([{ on: '2022-09-01', kind: 'gap' }])
    expect(gap.abnormal).toEqual({ lacking: 'source-break' })
    const jump = series(changed(17, { whole: '301' }))
    expect(jump.breaks).toEqual([{ on: '2023-06-01', kind: 'jump' }])
    expect(jump.abnormal).toEqual({ lacking: 'source-break' })
  })

  it('needs enough months before, and some attention in them', () => {
    expect(series(MONTHS.slice(7)).abnormal).toMatchObject({ lacking: 'too-few-months' })
    expect(series(MONTHS.map((row) => ({ ...row, value: '0' }))).abnormal).toEqual({
      lacking: 'no-mentions',
    })
  })

  it('knows no share of headlines nobody counted the whole of', () =>
    expect(series(MONTHS.map((row) => ({ ...row, whole: null }))).level).toMatchObject({
      lacking: 'months-missing',
    }))

  it('counts views by day, so that short months are not quiet ones', () => {
    const views = MONTHS.map((row, index) => ({
      ...row,
      measure: 'page-views' as const,
      whole: null,
      days: 28 + (index % 3),
      value: String((28 + (index % 3)) * 10),
    }))
    expect(series(views)).toMatchObject({ level: '10', abnormal: '0' })
  })
})

describe('attention against deals', () => {
  const { inflow } = makeTrack()
  const tracks = ['a', 'b', 'c'].map((track, index) => ({
    track,
    series: [{ ...series(MONTHS), level: String((index + 1) / 100) }],
    inflow: {
      ...inflow,
      n: 10,
      undisclosed: 0,
      disclosed: { low: '1000000000', high: '2000000000' },
    },
    yearBefore: { ...inflow, n: 4, undisclosed: 0 },
    hasLevels: true,
  }))
  const of = (change: Partial<(typeof tracks)[number]>) => {
    const [own, ...others] = tracks
    if (own === undefined) throw new Error('no track')
    const changedTrack = { ...own, ...change }
    return attentionPerDeal(changedTrack, [changedTrack, ...others], rules)[0]
  }

  it('is stated by deal and by yuan, and against the other tracks', () =>
    expect(of({})).toMatchObject({
      perDeal: '0.1',
      perBillion: { low: '0.5', high: '1' },
      againstOthers: '0.4',
      perDealYearBefore: { lacking: 'fewer-than-10-deals' },
    }))

  it('is not compared by a thin sample', () =>
    expect(of({ hasLevels: false })?.againstOthers).toEqual({ lacking: 'capture-too-low' }))

  it('is no figure without deals or amounts', () =>
    expect(
      of({ inflow: { ...inflow, n: 0, disclosed: { low: '0.00', high: '0.00' } } }),
    ).toMatchObject({
      perDeal: { lacking: 'no-deals' },
      perBillion: { lacking: 'nothing-disclosed' },
    }))

  it('is set against the same days a year before with enough deals on both sides', () =>
    expect(
      of({ yearBefore: { ...inflow, n: 20, undisclosed: 10, unconverted: 0 } })?.perDealYearBefore,
    ).toBe('0.05'))
})
