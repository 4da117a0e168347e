import { describe, expect, it } from 'vitest'
import { followOn } from '../../../src/analyse/metrics/follow-on.ts'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import { questionOf } from '../../../src/pipeline.ts'
import { DATABASES } from '../../support/databases.ts'
import { measureSample } from '../../support/measured-sample.ts'
import { near } from '../../support/near.ts'

const INFLOW = `(select d.*, e.investors from deal d join event e on e.id = d.founding_event_id
  where d.kind = 'equity' and d.status = 'closed' and d.country = 'CN' and d.announced_on <= '2023-06-30')`

/** Attention, next rounds and first deals of the sample again, in plain SQL. */
describe.each(DATABASES)('who looks and who pays, by a second path on $name', ({ open }) => {
  const sample = measureSample(open)

  it('has the share of headlines that name AI, and its rise above the year before', async () => {
    const [expected] = await sample.ask<Readonly<Record<string, string>>>(`
      with month as (
        select part.observed_on as last_day, part.value, whole.value as whole
        from attention part join attention whole using (source, measure, observed_on)
        where source = 'rss-headlines' and part.subject = 'ai_broad' and whole.subject = '*'
      ), past as (
        select percentile_cont(0.5) within group (order by value / whole) as median
        from month where extract(year from last_day) = 2022
      ), now as (
        select sum(value) / sum(whole) as level from month where last_day between '2023-01-01' and '2023-06-30'
      )
      select level, ln(level::float8) - ln(median::float8) as abnormal from now, past`)
    const series = sample
      .track('ai-foundation-models')
      .attention.find(({ source, subject }) => source === 'rss-headlines' && subject === 'ai_broad')
    expect(series).toMatchObject({
      level: near(expected?.['level']),
      abnormal: near(expected?.['abnormal']),
      priorMonths: 12,
    })
    // Five times the usual share: they looked.
    expect(Number(series?.abnormal)).toBeGreaterThan(1.5)
  })

  it('sets no rise where nobody named it before', () =>
    expect(
      sample
        .track('ai-foundation-models')
        .attention.find(({ source, subject }) => source === 'rss-headlines' && subject === 'genai')
        ?.abnormal,
    ).toEqual({ lacking: 'no-mentions' }))

  it.each([
    [12, 30],
    [18, 0],
  ])('has the companies with a next round within %i months', async (months, atLeast) => {
    const expected = await sample.ask<{ track: string; companies: number; followed: number }>(`
      with ranked as (
        select d.*, row_number() over (partition by company_id order by announced_on, id) as n from ${INFLOW} d
      )
      select f.track, count(*)::integer as companies, count(*) filter (where (
          select count(*) from ${INFLOW} d where d.company_id = f.company_id and d.announced_on > f.announced_on
            and d.announced_on <= (f.announced_on + interval '${months} months')::date) > 0)::integer as followed
      from ranked f
      where f.n = 1 and f.announced_on > (date '2023-06-30' - interval '${months + 12} months')::date
        and f.announced_on <= (date '2023-06-30' - interval '${months} months')::date
      group by f.track`)
    const all = expected.reduce((sum, { companies }) => sum + companies, 0)
    expect(all).toBeGreaterThanOrEqual(atLeast)
    for (const track of sample.findings.tracks) {
      const own = expected.find((row) => row.track === track.id)
      const found = track.followOn.find((one) => one.months === months)
      expect([track.id, found?.companies, found?.followed]).toEqual([
        track.id,
        own?.companies ?? 0,
        own?.followed ?? 0,
      ])
      expect(found?.others.companies).toBe(all - (own?.companies ?? 0))
    }
  })

  it('has the investors that paid for the first time', async () => {
    const expected = await sample.ask<{ track: string; active: number; first: number }>(`
      with paid as (
        select d.track, d.announced_on, coalesce(
          (select min(name) from investor where name = i ->> 'name'),
          (select min(name) from investor where aliases ? (i ->> 'name')), i ->> 'name') as investor
        from ${INFLOW} d, jsonb_array_elements(d.investors) i
      )
      select now.track, count(distinct now.investor)::integer as active,
        count(distinct now.investor) filter (where not exists (
          select from paid before where before.track = now.track and before.investor = now.investor
            and before.announced_on < '2023-01-01'))::integer as first
      from paid now where now.announced_on >= '2023-01-01' group by now.track`)
    expect(expected.length).toBeGreaterThan(3)
    for (const { track, ...counts } of expected)
      expect(sample.track(track).firstDeals).toMatchObject(counts)
  })

  it('does not judge from rows that are too few, and shows both sides', () => {
    const second = sample.findings.propositions.find(({ number }) => number === 2)
    expect(second).toMatchObject({
      verdict: 'not-enough-data',
      details: { looks: 'yes', pays: 'unknown' },
    })
    expect(second?.for.map(({ id }) => id)).toContain('evidence.attention')
  })

  it('ends the cohort so that all had the whole time by the day of knowledge, within the period too', () => {
    const asked = questionOf(sample.findings.period, '2023-03-31' as CalendarDate, sample.effects)
    const cohorts = followOn.summarise([], asked)('games')
    expect(cohorts.map(({ months, from, to }) => [months, from, to])).toEqual([
      [12, '2021-04-01', '2022-03-31'],
      [18, '2020-10-01', '2021-09-30'],
    ])
  })
})
