import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layOutDeals } from '../../../src/analyse/deals-in-view.ts'
import { reportingOf } from '../../../src/analyse/late-reporting.ts'
import { measure } from '../../../src/analyse/metric.ts'
import { firstSeen } from '../../../src/analyse/metrics/first-seen.ts'
import { nowcastScores } from '../../../src/analyse/metrics/nowcast-scores.ts'
import type { Database } from '../../../src/load/database.ts'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import { type Findings, isLacking } from '../../../src/model/findings.ts'
import type { LateDeals, LateReporting } from '../../../src/model/late-finding.ts'
import { parsePeriod } from '../../../src/model/period.ts'
import { archive, type Effects } from '../../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../../support/databases.ts'
import { find, importSample } from '../../support/sample.ts'
import { tellLate } from '../../support/told-late.ts'

/** Deals of group a by month of announcement and delay, cumulative, after 18 whole months; by plain SQL. */
const CUMULATIVE = `
  dealt as (
    select (extract(year from d.announced_on) - 2024) * 12 + extract(month from d.announced_on) - 1 as c,
      (extract(year from seen) - 2024) * 12 + extract(month from seen) - 1 as s
    from deal d
    join event e on e.id = d.founding_event_id
    join announcement a on a.id = e.announcement_id and a.source = 'wire'
    cross join lateral (select a.known_from at time zone 'Asia/Shanghai' as seen) first
  ), cumulative as (
    select c, k, (select count(*) from dealt where dealt.c = cohort.c and dealt.s - dealt.c <= k)::numeric as n
    from generate_series(0, 17) cohort (c), generate_series(0, 17) delay (k) where c + k <= 17
  ), factor as (
    select a.k, sum(b.n) / sum(a.n) as f from cumulative a join cumulative b on b.c = a.c and b.k = a.k + 1 group by a.k
  )`

describe.each(DATABASES)('late reporting by plain SQL on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let then: Findings
  beforeAll(async () => {
    db = await open()
    effects = await makeEffects(db)
    await importSample(effects)
    await tellLate(db)
    then = await find(effects, '2025-Q2', '2025-06-30')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  /** How late things were told, without the rest of an edition. */
  const late = (period: string, asOf: string): Promise<LateReporting> =>
    db.transaction(async (transaction) => {
      const day = asOf as CalendarDate
      const asked = parsePeriod(period, day)
      if (typeof asked === 'string') throw new Error(asked)
      const question = { ...effects, period: asked, previous: asked, yearBefore: asked, asOf: day }
      await layOutDeals(transaction.sql, question)
      const seen = await measure(firstSeen, transaction.sql, question)
      return reportingOf(seen, await measure(nowcastScores, transaction.sql, question), question)
    })

  const groupA = (late: readonly LateDeals[] | undefined): LateDeals => {
    const found = late?.find(({ group }) => group === 'a')
    if (found === undefined) throw new Error('no group a')
    return found
  }

  it('has the same factors of the triangle', async () => {
    const { rows } = await sql
      .raw<{ f: string }>(`with ${CUMULATIVE} select f::text from factor order by k`)
      .execute(db.reader)
    const delays = then.lateReporting.delays.find(({ group }) => group === 'a')
    expect(then.lateReporting).toMatchObject({ fetchedSince: '2024-01-01', vintages: 18 })
    expect(delays?.factors.length).toBe(17)
    for (const [k, factor] of (delays?.factors ?? []).entries())
      expect(Number(factor)).toBeCloseTo(Number(rows[k]?.f), 9)
  })

  it('has the same number expected in the end', async () => {
    const { rows } = await sql
      .raw<{ seen: string; expected: string }>(`with ${CUMULATIVE}
      select sum(n)::text as seen, sum(n * coalesce((select exp(sum(ln(f))) from factor where factor.k >= cumulative.k), 1))::text
        as expected
      from cumulative where c between 15 and 17 and c + k = 17`)
      .execute(db.reader)
    const { seen, nowcast } = groupA(then.lateReporting.all)
    if (isLacking(nowcast)) throw new Error(nowcast.lacking)
    expect(seen).toBe(Number(rows[0]?.seen))
    expect(Number(nowcast.central)).toBeCloseTo(Number(rows[0]?.expected), 0)
    expect(Number(nowcast.high)).toBeGreaterThan(Number(nowcast.central))
  })

  it('keeps imported files, and the backlog of a feed read for the first time, out', async () => {
    const first = await late('2025-Q1', '2025-06-30')
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from deal d join event e on e.id = d.founding_event_id
      join announcement a on a.id = e.announcement_id
      where a.source = 'wire' and d.announced_on between '2025-01-01' and '2025-03-31' and a.known_from < day_end('2025-06-30')
    `.execute(db.reader)
    expect(groupA(first.all).seen).toBe(rows[0]?.n)
    const curated = await late('2023-H1', '2025-06-30')
    expect(groupA(curated.all)).toMatchObject({
      seen: 0,
      nowcast: { lacking: 'before-first-fetch' },
    })
  })

  it('marks a young period immature while there are too few months of fetches', async () => {
    const early = await late('2024-Q2', '2024-07-15')
    expect(groupA(early.all)).toMatchObject({
      nowcast: { lacking: 'fewer-than-12-months', details: { n: 6 } },
      immature: true,
    })
    const old = await late('2024-Q1', '2024-12-31')
    expect(old.all.map(({ group, immature }) => [group, immature])).toEqual([
      ['seed', true],
      ['a', false],
      ['later', false],
      ['undisclosed', true],
    ])
  })

  it('scores what an earlier edition expected with what has been seen since', async () => {
    await archive({ html: '<p>then</p>', lang: 'en', findings: then }, effects)
    await archive({ html: '<p>then again</p>', lang: 'zh', findings: then }, effects)
    const now = await late('2025-H2', '2026-01-31')
    const { score } = now
    expect(score.lines.map(({ track, group }) => `${track} ${group}`)).toEqual([
      'all a',
      'biomedicine a',
    ])
    const [line] = score.lines
    expect(line).toMatchObject({
      period: '2025-Q2',
      asOf: '2025-06-30',
      seenNow: 90,
      isSettled: true,
    })
    expect(line?.seenThen).toBe(groupA(then.lateReporting.all).seen)
    expect(line?.isInside).toBe(Number(line?.low) <= 90 && Number(line?.high) >= 90)
    expect(score).toMatchObject({ settled: 2, inside: 2, share: '1' })
    const before = await late('2025-H1', '2025-06-30')
    expect(before.score.lines).toEqual([])
  })
})
