import { beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../../src/analyse/metric.ts'
import { quarterlyDeals } from '../../../src/analyse/metrics/quarterly-deals.ts'
import { studyRuns } from '../../../src/analyse/transmission/event-study.ts'
import { spanStandings } from '../../../src/analyse/transmission/span-standing.ts'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import { QUARTERS, spansFrom } from '../../../src/model/grid.ts'
import type { EventStudy } from '../../../src/model/transmission-finding.ts'
import type { VerdictRules } from '../../../src/model/verdict-rules.ts'
import { near } from '../../support/near.ts'
import { readRules } from '../../support/rules.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const FIRST = QUARTERS.of(day('1995-01-01'))
const LAST = QUARTERS.of(day('2023-06-30'))

/** A run that began in a year's January and reached the bar in its June. */
const runOf = (track: string, year: number) => ({
  track,
  from: day(`${year}-01-04`),
  on: day(`${year}-06-20`),
  excess: '0.21',
})

describe('the inflow after past runs', () => {
  let rules: VerdictRules
  beforeAll(async () => {
    rules = await readRules()
  })

  /** Ten deals a quarter of each track; as many more of `theme` as asked for in the year after each of its runs. */
  const study = (
    runs: readonly ReturnType<typeof runOf>[],
    {
      more = 0,
      asOf = '2026-01-01',
      breaks = [],
    }: { more?: number; asOf?: string; breaks?: readonly string[] } = {},
  ): EventStudy => {
    const after = new Set(
      runs.flatMap(({ on }) => spansFrom(QUARTERS.of(on) + 1, QUARTERS.of(on) + 4)),
    )
    const rows = ['theme', 'elsewhere'].flatMap((track) =>
      spansFrom(FIRST, LAST).map((span) => ({
        track,
        span,
        n: 10 + (track === 'theme' && after.has(span) ? more : 0),
        disclosed: 1,
        low: '1',
        high: '2',
      })),
    )
    const question = {
      asOf: day(asOf),
      period: { id: '2023-H1', from: day('2023-01-01'), to: day('2023-06-30') },
      rules: {
        ...rules,
        gap: { ...rules.gap, breaks: breaks.map((on) => ({ on, zh: '', en: '' })) },
      },
    } as Question
    const deals = quarterlyDeals.summarise(rows, question)
    const standings = spanStandings(deals, QUARTERS, question)
    return studyRuns(runs, { deals, standings, last: LAST }, question)
  }
  const many = [1997, 2000, 2003, 2006, 2009, 2012, 2015, 2018, 2021].map((year) =>
    runOf('theme', year),
  )

  it('is more than before and elsewhere where it doubles after every run', () => {
    const { judged, cases, rose, roseMore, meanAboveOthers } = study(many, { more: 10 })
    expect({ judged, cases }).toEqual({ judged: 9, cases: 9 })
    expect(rose).toMatchObject({ n: 9, high: '1' })
    expect(roseMore).toEqual(rose)
    expect(meanAboveOthers).toMatchObject({ mean: near(Math.log(80.5 / 40.5)) })
  })

  it('is no more where nothing changes after a run', () => {
    expect(study(many)).toMatchObject({
      rose: { n: 0, low: '0' },
      meanAboveOthers: { mean: '0', low: '0', high: '0' },
    })
  })

  it('is not summed up from few runs, nor from many of one quarter', () => {
    const few = { lacking: 'too-few-runs', details: { n: 2, minimum: 8 } }
    expect(study(many.slice(0, 2))).toMatchObject({ judged: 2, rose: few, meanAboveOthers: few })
    const together = Array.from({ length: 9 }, (_, i) => runOf(`track-${i}`, 2010))
    expect(study(together)).toMatchObject({
      judged: 9,
      cases: 1,
      roseMore: { lacking: 'too-few-runs', details: { n: 1, minimum: 8 } },
    })
  })

  it('lets no quarter serve two runs of a track', () => {
    const years = [2010, 2011, 2012, 2013, 2014].map((year) => runOf('theme', year))
    expect(study(years).runs.map(({ on }) => on)).toEqual(['2010-06-20', '2013-06-20'])
  })

  it('marks a run whose quarters are too young, and does not judge it', () => {
    const late = study([runOf('theme', 2021)], { asOf: '2023-12-31' })
    expect(late).toMatchObject({ judged: 0, runs: [{ immature: true, after: { n: 40 } }] })
    expect(study([runOf('theme', 2021)])).toMatchObject({ judged: 1, runs: [{ immature: false }] })
  })

  it('sets nothing across a break of the sources, before the records, or after the period', () => {
    const [broken] = study([runOf('theme', 2010)], { breaks: ['2010-03-01'] }).runs
    expect(broken).toMatchObject({ before: { n: 40 }, aboveOthers: { lacking: 'source-break' } })
    const [early] = study([runOf('theme', 1995)]).runs
    expect(early).toMatchObject({ before: { lacking: 'not-recorded' } })
    const [recent] = study([runOf('theme', 2023)]).runs
    expect(recent).toMatchObject({ rise: { lacking: 'quarters-not-over' } })
  })

  it('has the days of its quarters', () => {
    expect(QUARTERS.daysOf(QUARTERS.of(day('2024-02-29')))).toEqual({
      from: '2024-01-01',
      to: '2024-03-31',
    })
  })
})
