import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../../src/analyse/statistics/seeded-random.ts'
import type { Database } from '../../../src/load/database.ts'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import type { Findings } from '../../../src/model/findings.ts'
import { MONTHS, spansFrom } from '../../../src/model/grid.ts'
import { adoptTracks } from '../../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../../support/databases.ts'
import { LONG, LONG_TRACKS, putDeals } from '../../support/long-market.ts'
import { take } from '../../support/made-up-market.ts'
import { find } from '../../support/sample.ts'

const TRACKS = [LONG.linked, LONG.unlinked]
const FIRST = MONTHS.of('2006-01-01' as CalendarDate)
const MONTH_COUNT = 150
const SPANS = spansFrom(FIRST, FIRST + MONTH_COUNT - 1)
/** Months from the end of the quarter that is heard to the deals that follow it. */
const LATER = 6

/** Changes of each index by month, as logarithms. */
const CHANGES = new Map(
  TRACKS.map((track) => {
    const random = seededRandom(`changes ${track}`)
    return [track, SPANS.map(() => 0.16 * (random.uniform() - 0.5))]
  }),
)

function closes(): readonly string[] {
  return SPANS.flatMap((span, index) => {
    const { to } = MONTHS.daysOf(span)
    const levels = TRACKS.map((track) => {
      const level = (CHANGES.get(track) ?? []).slice(0, index + 1).reduce((sum, x) => sum + x, 0)
      return `x,${track},index,${to},${(1000 * Math.exp(level)).toFixed(6)}`
    })
    return [`x,ALL,index,${to},1000`, ...levels]
  })
}

/** Deals of the linked track follow the quarter of its index that ended half a year before; the others follow nothing. */
function deals() {
  return TRACKS.flatMap((track) => {
    const random = seededRandom(`deals ${track}`)
    const changes = CHANGES.get(track) ?? []
    return SPANS.flatMap((span, index) => {
      const quarter = changes.slice(Math.max(0, index - LATER - 2), Math.max(0, index - LATER + 1))
      const heard = track === LONG.linked ? 3 * quarter.reduce((sum, x) => sum + x, 0) : 0
      const n = Math.round(12 * Math.exp(heard + 0.3 * (random.uniform() - 0.5)))
      const day = MONTHS.daysOf(span).to
      return Array.from({ length: n }, (_, i) => ({
        key: `${track} ${day} ${i}`,
        track,
        day,
        yuan: '1000000.00',
      }))
    })
  })
}

describe.each(DATABASES)('the lag tests by month of a made-up market on $name', ({ open }) => {
  let db: Database
  let found: Findings
  beforeAll(async () => {
    db = await open()
    const made = await makeEffects(db)
    // Today's sources break where this market goes on.
    const rules = { ...made.rules, gap: { ...made.rules.gap, breaks: [] } }
    const effects = { ...made, rules, tracks: LONG_TRACKS }
    await adoptTracks(effects)
    await take(
      effects,
      `source,code,kind,name_zh,name_en,construct,membership
${['ALL', ...TRACKS].map((id) => `x,${id},index,${id},${id},price,dated`).join('\n')}
`,
      `source,code,kind,trade_date,close
${closes().join('\n')}
`,
    )
    await putDeals(db, deals())
    found = await find(effects, '2018-H1', '2026-01-01')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('find the link that was planted, at its lag, and none beside it', () => {
    const of = (id: string) => found.transmission.monthly.tracks.find(({ track }) => track === id)
    expect(of(LONG.linked)).toMatchObject({
      result: 'transmission',
      reading: { reason: 'found', strongest: { lag: LATER / 3, outcome: 'count' } },
      panel: { to: '2018-06' },
    })
    expect(of(LONG.unlinked)?.result).toBe('none-detected')
  })

  it('rest on the very months that are in the database', () => {
    const linked = found.transmission.monthly.tracks.find(({ track }) => track === LONG.linked)
    const byMonth = Map.groupBy(
      deals().filter(({ track }) => track === LONG.linked),
      ({ day }) => day.slice(0, 'yyyy-mm'.length),
    )
    const counted = linked?.spans.filter((one) => one.deals !== undefined) ?? []
    expect(counted.length).toBeGreaterThan(100)
    for (const { span, deals: n } of counted)
      expect([span, n]).toEqual([span, byMonth.get(span)?.length])
  })
})
