import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tried } from '../../../src/analyse/multiverse/multiverse.ts'
import { signShare } from '../../../src/analyse/multiverse/sign-share.ts'
import type { Database } from '../../../src/load/database.ts'
import { type Findings, isLacking, type TrackFindings } from '../../../src/model/findings.ts'
import { adoptTracks, type Effects } from '../../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../../support/databases.ts'
import { makeUpMarket, take } from '../../support/made-up-market.ts'
import { find } from '../../support/sample.ts'

const TRACK = 'ai-foundation-models'
const CAP = 90_000_000
/** A half-year's deals: every fourth undisclosed, amounts that grow by the factor, some of a few thousand yuan. */
const dealsOf = (year: number, factor: number): string =>
  Array.from({ length: 14 }, (_, index) => {
    const low = index === 3 ? 5000 : Math.round((index + 1) * 4_000_000 * factor)
    const amount = index % 4 === 2 ? ',,,' : `x,CNY,${low},${low * 2}`
    const day = `${year}-0${1 + (index % 6)}-${10 + index}`
    return `${day},day,Company ${year} ${index},,${TRACK},A轮,${amount},,equity,closed,,https://example.com/${year}/${index},,medium,\n`
  }).join('')

/** Daily closes around the half-year: the second index rises late, so moving the end matters. */
const BARS = `
  insert into bar (series_id, trade_date, close, close_equal_weighted, known_from, assumed, recorded_at)
  select s.id, day, case s.code when 'ALL' then 100 + i * 0.05
      when 'AI' then 1000 + i * 2.2 + 40 * sin(i / 9.0)
      else 500 + case when i > 150 then (i - 150) * 4 else -i * 0.2 end end,
    case s.code when 'AI' then 900 + i * 0.4 end, day::timestamp at time zone 'Asia/Shanghai', true, '2023-12-01'
  from series s,
    lateral (select day::date as day, row_number() over (order by day) as i
      from generate_series(date '2022-11-01', date '2023-09-01', interval '1 day') day where extract(isodow from day) < 6) d
  where s.source = 'x'`

/** All definitions of the growth gap in one statement, over the tables themselves. */
const GAPS = `
  with numbered as (
    select trade_date, row_number() over (order by trade_date) as i
    from bar where series_id = (select id from series where code = 'ALL')
  ), window_of as (
    select a * 20 || '..' || b * 20 as name, t0.trade_date as t0, t1.trade_date as t1,
      case a when 0 then date '2023-01-01' else t0.trade_date + 1 end as first_day,
      case b when 0 then date '2023-06-30' else t1.trade_date end as last_day
    from unnest(array[-1, 0, 1]) a, unnest(array[-1, 0, 1]) b,
      lateral (select i from numbered where trade_date < '2023-01-01' order by i desc limit 1) i0,
      lateral (select i from numbered where trade_date <= '2023-06-30' order by i desc limit 1) i1
    join numbered t0 on true join numbered t1 on true
    where t0.i = i0.i + a * 20 and t1.i = i1.i + b * 20
  ), market as (
    select w.name as window, w.first_day, w.last_day, s.code, weighting, benchmark,
      ln(case weighting when 'equal' then b1.close_equal_weighted / b0.close_equal_weighted else b1.close / b0.close end)
        - case benchmark when 'none' then 0 else ln(m1.close / m0.close) end as growth
    from window_of w cross join series s cross join unnest(array['published', 'equal']) weighting
    cross join unnest(array['none', 'ALL']) benchmark
    join bar b0 on b0.series_id = s.id and b0.trade_date = w.t0
    join bar b1 on b1.series_id = s.id and b1.trade_date = w.t1
    join bar m0 on m0.series_id = (select id from series where code = 'ALL') and m0.trade_date = w.t0
    join bar m1 on m1.series_id = (select id from series where code = 'ALL') and m1.trade_date = w.t1
    where s.code in ('AI', 'LATE')
  ), money as (
    select w.name as window, instrument, rule, back,
      count(*) filter (where d.yuan_high is not null) as disclosed,
      sum(case rule when 'low' then coalesce(d.yuan_low, 0) when 'high' then coalesce(d.yuan_high, 0)
        else coalesce(d.yuan_high, ${CAP}) end) as yuan
    from window_of w cross join unnest(array['equity', 'above-floor', 'sure-track']) instrument
    cross join unnest(array['low', 'high', 'capped']) rule cross join unnest(array[0, 1]) back
    join deal d on d.kind = 'equity' and d.status = 'closed' and d.track = '${TRACK}'
      and d.announced_on + make_interval(years => back) between w.first_day and w.last_day
      and (instrument <> 'above-floor' or d.yuan_low >= 1500000 * 7)
    group by 1, 2, 3, 4
  ), gap as (
    select m.*, now.instrument, now.rule, m.growth - ln(now.yuan / before.yuan) as gap
    from market m
    join money now on now.window = m.window and now.back = 0
    join money before on before.window = m.window and before.back = 1 and before.instrument = now.instrument
      and before.rule = now.rule
    where least(now.disclosed, before.disclosed) >= 9 and m.growth is not null
  )`

describe.each(DATABASES)('every definition by plain SQL on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let track: TrackFindings
  let findings: Findings
  beforeAll(async () => {
    db = await open()
    const made = await makeUpMarket(await makeEffects(db))
    effects = {
      ...made,
      tracks: {
        ...made.tracks,
        versions: made.tracks.versions.map((version) => ({
          ...version,
          tracks: version.tracks.map((one) => ({
            ...one,
            series:
              one.id === TRACK
                ? {
                    ...one.series,
                    confirms: [{ series: 'x/LATE', from: undefined, until: undefined }],
                  }
                : one.series,
          })),
        })),
      },
      caps: { origin: 'test', years: { default: { a: String(CAP) } } },
      rules: { ...made.rules, gap: { minimum_disclosed: 9, breaks: [] } },
    }
    await take(
      effects,
      `source,code,kind,name_zh,name_en,construct,membership
x,LATE,index,晚,Late,price,dated
`,
      `announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,second_citation_url,confidence,note
${dealsOf(2022, 1)}${dealsOf(2023, 1.25)}`,
      `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note
2023-H1,China,${TRACK},deal_count,14,cases,Count,https://example.com/count,
`,
    )
    await db.transaction(({ run }) =>
      run(`delete from bar; ${BARS};
        insert into fx_rate (source, base, quote, rate_on, rate, known_from, assumed, recorded_at)
        select 'x', 'USD', 'CNY', day::date, 7, day, true, day
        from generate_series(date '2021-12-01', date '2023-09-01', interval '7 days') day`),
    )
    await adoptTracks(effects)
    findings = await find(effects, '2023-H1', '2023-09-01')
    const [first] = findings.tracks
    if (first === undefined) throw new Error('no track')
    track = first
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('has the same number of growth gaps, and the same sign in each', async () => {
    const { rows } = await sql
      .raw<{ n: number; positive: number }>(
        `${GAPS} select count(*)::integer as n, count(*) filter (where gap > 0)::integer as positive from gap`,
      )
      .execute(db.reader)
    const { gap } = track.multiverse
    const { n = 0, positive = 0 } = rows[0] ?? {}
    expect(n).toBeGreaterThan(100)
    expect(positive).toBeGreaterThan(0)
    expect(positive).toBeLessThan(n)
    expect(gap).toMatchObject({
      computed: n,
      agree: Math.max(positive, n - positive),
      sign: positive * 2 >= n ? 'positive' : 'negative',
    })
  })

  it('has the same counts with each choice', async () => {
    const { gap } = track.multiverse
    const sign = gap.sign === 'positive' ? 'gap > 0' : 'gap <= 0'
    const { rows } = await sql
      .raw<{ axis: string; choice: string; computed: number; agree: number }>(
        `${GAPS} select axis, choice, count(*)::integer as computed, count(*) filter (where ${sign})::integer as agree
        from gap cross join lateral (values ('series', 'x/' || code), ('weighting', weighting), ('window', "window"),
          ('benchmark', case benchmark when 'none' then 'none' else 'x/' || benchmark end), ('instrument', instrument),
          ('undisclosed', rule)) axes (axis, choice)
        group by axis, choice order by axis, choice`,
      )
      .execute(db.reader)
    const found = gap.choices.filter(({ axis }) => axis !== 'correction')
    expect(rows.length).toBeGreaterThan(15)
    expect(found.toSorted(byName)).toEqual(rows.toSorted(byName))
  })

  it('drops no definition: what cannot be computed is counted by its reason', () => {
    const { definitions, computed, notComputed } = track.multiverse.gap
    expect(definitions).toBe(2 * 2 * 2 * 9 * 3 * 3 * 2)
    expect(computed + notComputed.reduce((sum, { n }) => sum + n, 0)).toBe(definitions)
    expect(notComputed.map(({ reason }) => reason).toSorted()).toEqual(
      expect.arrayContaining(['no-equal-weights', 'too-few-seen']),
    )
  })

  it('tries every verdict there is', () => {
    for (const { multiverse, secondary } of findings.tracks)
      expect(isLacking(multiverse.secondary)).toBe(
        !secondary.conditions.some(({ id }) => id === 'definitions-agree'),
      )
  })
})

function byName(a: { axis: string; choice: string }, b: { axis: string; choice: string }): number {
  return `${a.axis} ${a.choice}`.localeCompare(`${b.axis} ${b.choice}`, 'en')
}

describe('the share of definitions that agree', () => {
  const universes = ['a', 'b'].flatMap((series) =>
    ['1', '2', '3'].map((window) => ({
      choices: [series, window],
      outcome: series === 'a' || window === '1',
    })),
  )

  it('names the axis that decides, not the others', () => {
    const share = signShare(['series', 'window'], universes, 0.9)
    expect(share).toMatchObject({
      definitions: 6,
      computed: 6,
      agree: 4,
      dependsOn: ['series', 'window'],
    })
    const alone = universes.map((one) => ({ ...one, outcome: one.choices[0] === 'a' }))
    expect(signShare(['series', 'window'], alone, 0.9).dependsOn).toEqual(['series'])
    expect(signShare(['series', 'window'], alone, 0.5).dependsOn).toEqual([])
  })

  it('turns a yes that too few agree with into "depends", with the axis that decides', () => {
    const yes = { verdict: 'yes', conditional: false, conditions: [] } as const
    const alone = universes.map((one) => ({ ...one, outcome: one.choices[0] === 'a' }))
    const depends = tried(yes, signShare(['series', 'window'], alone, 0.9), 0.9)
    expect(depends).toMatchObject({
      verdict: 'depends',
      conditions: [{ holds: 'no', details: { share: '0.5', computed: 6, axes: 'series' } }],
    })
    expect(tried(yes, signShare(['series', 'window'], alone, 0.5), 0.5).verdict).toBe('yes')
    expect(tried(yes, { lacking: 'neither-yes-nor-no' }, 0.9)).toBe(yes)
  })

  it('is lacking where nothing can be computed', () => {
    const none = universes.map(({ choices }) => ({ choices, outcome: { lacking: 'source-break' } }))
    expect(signShare(['series', 'window'], none, 0.9)).toMatchObject({
      definitions: 6,
      computed: 0,
      share: { lacking: 'no-definition' },
      notComputed: [{ reason: 'source-break', n: 6 }],
    })
  })
})
