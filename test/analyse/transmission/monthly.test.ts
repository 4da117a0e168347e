import { beforeAll, describe, expect, it } from 'vitest'
import type { Question } from '../../../src/analyse/metric.ts'
import { monthlyDeals } from '../../../src/analyse/metrics/monthly-deals.ts'
import { seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'
import { testTracks } from '../../../src/analyse/transmission/test-tracks.ts'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import { MONTHS, spansFrom } from '../../../src/model/grid.ts'
import type { LagTests } from '../../../src/model/transmission-finding.ts'
import type { VerdictRules } from '../../../src/model/verdict-rules.ts'
import { readRules } from '../../support/rules.ts'

const FIRST = MONTHS.of('2005-01-01' as CalendarDate)
const LINKED = 'linked'
const UNLINKED = 'unlinked'

/** Months of two indices, and of deals that follow one of them: its change over the quarter that ended half a year before. */
function testMonths(months: number, rules: VerdictRules): LagTests {
  const spans = spansFrom(FIRST, FIRST + months - 1)
  const random = seededRandom(`months ${months}`)
  const excess = new Map(
    [LINKED, UNLINKED].map((track) => [
      track,
      new Map(spans.map((span) => [span, 0.16 * (random.uniform() - 0.5)])),
    ]),
  )
  const quarterTo = (track: string, span: number): number =>
    [0, 1, 2].reduce((sum, back) => sum + (excess.get(track)?.get(span - back) ?? 0), 0)
  const rows = [LINKED, UNLINKED].flatMap((track) =>
    spans.map((span) => {
      const heard = track === LINKED ? 3 * quarterTo(track, span - 6) : 0
      const n = Math.round(30 * Math.exp(heard + 0.3 * (random.uniform() - 0.5)))
      return { track, span, n, disclosed: n, low: `${n * 1_000_000}`, high: `${n * 2_000_000}` }
    }),
  )
  return testTracks(
    [LINKED, UNLINKED],
    {
      grid: MONTHS,
      excess,
      deals: monthlyDeals.summarise(rows, {} as Question),
      stretch: spans,
      listings: () => undefined,
      rules: rules.transmission,
    },
    'months',
  )
}

describe('the lag tests by month', () => {
  let rules: VerdictRules
  beforeAll(async () => {
    rules = await readRules()
  })

  it('find a link at its lag in quarters, and none beside it', () => {
    const { family, tracks } = testMonths(150, rules)
    const [linked, unlinked] = tracks
    expect(family).toMatchObject({ tracks: 2, looks: 2 * 2 * 9 })
    expect(linked).toMatchObject({
      result: 'transmission',
      reading: { reason: 'found', strongest: { lag: 2 } },
      // Twenty-six months of the index lie before the second outcome.
      panel: { from: '2007-02', to: '2017-06', points: 124 },
    })
    expect(linked?.spans[0]).toMatchObject({ span: '2005-01' })
    expect(linked?.lags.map(({ lag }) => lag)).toContain(8)
    expect(unlinked?.result).toBe('none-detected')
  })

  it('need as many years as those by quarter, and as many deals in each span', () => {
    const { family, tracks } = testMonths(80, rules)
    expect(family).toEqual({ lacking: 'no-track-tested' })
    expect(tracks.map(({ result, reasons }) => [result, reasons])).toEqual(
      [LINKED, UNLINKED].map(() => [
        'not-enough-data',
        [{ lacking: 'too-few-mature-months', details: { n: 54, minimum: 84 } }],
      ]),
    )
  })
})
