import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/load/database.ts'
import { type Findings, isLacking } from '../../../src/model/findings.ts'
import { DATABASES, makeEffects } from '../../support/databases.ts'
import { LONG, makeLongMarket } from '../../support/long-market.ts'
import { measureSample } from '../../support/measured-sample.ts'
import { near } from '../../support/near.ts'
import { find } from '../../support/sample.ts'

/** Closes of a track's series beside the benchmark, day by day. */
const PAIRS = `
  pair as (
    select s.code as track, own.trade_date as day, own.close, market.close as base
    from series s
    join bar own on own.series_id = s.id
    join series b on b.source = 'x' and b.code = 'ALL'
    join bar market on market.series_id = b.id and market.trade_date = own.trade_date
    where s.source = 'x' and s.code <> 'ALL' and own.trade_date <= '2023-06-30'
  )`

/** Quarters are told by their first day. */
const DEALS = `
  dealt as (
    select track, date_trunc('quarter', announced_on)::date as quarter, count(*)::integer as n,
      count(yuan_low)::integer as amounts, sum(yuan_low)::text as low, sum(yuan_high)::text as high
    from deal where kind = 'equity' and status = 'closed' and country = 'CN' group by 1, 2
  )`

const NAME = `extract(year from q.first_day) || '-Q' || extract(quarter from q.first_day)`

describe.each(DATABASES)('transmission by plain SQL on $name', ({ open }) => {
  let db: Database
  let findings: Findings
  beforeAll(async () => {
    db = await open()
    const made = await makeLongMarket(await makeEffects(db))
    const rules = { ...made.rules, gap: { ...made.rules.gap, breaks: [] } }
    findings = await find({ ...made, rules }, '2023-H1', '2026-01-01')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const ask = async <T>(query: string): Promise<readonly T[]> =>
    (await sql.raw<T>(query).execute(db.reader)).rows

  it('has the same panel: excess before and beside the deals, and the deals', async () => {
    const expected = await ask<Record<string, string | number>>(`
      with ${PAIRS}, ${DEALS}, ends as (
        select date_trunc('quarter', day)::date as first_day, ln(close / base) as level
        from pair where track = '${LONG.linked}'
      )
      select ${NAME} as span, q.level - before.level as excess, dealt.n, dealt.amounts, dealt.low, dealt.high
      from ends q
      join ends before on before.first_day = q.first_day - interval '3 months'
      left join dealt on dealt.track = '${LONG.linked}' and dealt.quarter = q.first_day
      order by q.first_day`)
    const track = findings.transmission.tracks.find((one) => one.track === LONG.linked)
    // Seven quarters before the first outcome: the lags of the second one reach that far.
    expect(track?.spans).toHaveLength(68)
    expect(track?.spans).toEqual(
      expected.slice(-68).map(({ span, excess, n, amounts, low, high }) => ({
        span,
        excess: near(excess),
        ...(n === null ? {} : { deals: n, amounts, disclosed: { low, high } }),
      })),
    )
    expect(track?.spans.filter(({ deals }) => deals !== undefined)).toHaveLength(61)
  })

  it('has the same runs, and the same inflow before and after them', async () => {
    const expected = await ask<Readonly<Record<string, string | number>>>(`
      with recursive ${PAIRS}, ${DEALS}, rolling as (
        select p.track, past.day as since, p.day, p.close / past.close - p.base / past.base as excess
        from pair p
        join pair past on past.track = p.track
          and past.day = (select min(day) from pair f where f.track = p.track and f.day >= p.day - interval '6 months')
        where past.day <= p.day - interval '6 months' + interval '10 days'
      ), crossing as (
        select * from rolling r where excess >= 0.2
          and (select excess from rolling b where b.track = r.track and b.day < r.day order by b.day desc limit 1) < 0.2
      ), run as (
        (select distinct on (track) track, since, day, excess from crossing order by track, day)
        union all
        select next.* from run cross join lateral (
          select c.track, c.since, c.day, c.excess from crossing c
          where c.track = run.track
            and date_trunc('quarter', c.since) > date_trunc('quarter', run.day) + interval '24 months'
          order by c.day limit 1) next
      )
      select track, since::text, day::text, excess::text,
        ${side('own.track = run.track', BEFORE)} as before, ${side('own.track = run.track', AFTER)} as after,
        ${side('own.track <> run.track', BEFORE)} as others_before, ${side('own.track <> run.track', AFTER)} as others_after
      from run
      where date_trunc('quarter', since) - interval '12 months' >= (select min(quarter) from dealt)
        and date_trunc('quarter', day) + interval '15 months' <= '2023-07-01'
      order by track, day`)
    const found = findings.transmission.eventStudy.runs
      .flatMap(({ track, from: since, on: day, excess, before, after, aboveOthers }) => {
        if (isLacking(before) || isLacking(after)) return []
        return [{ track, since, day, excess, before, after, aboveOthers }]
      })
      .sort((a, b) => a.track.localeCompare(b.track) || a.day.localeCompare(b.day))
    expect(found.length).toBeGreaterThan(5)
    expect(found).toMatchObject(
      expected.map(({ track, since, day, excess, ...n }) => {
        const [before, after] = [Number(n['before']), Number(n['after'])]
        const others = Math.log(
          (Number(n['others_after']) + 0.5) / (Number(n['others_before']) + 0.5),
        )
        return {
          track,
          since,
          day,
          excess: near(excess),
          before: { n: before, others: Number(n['others_before']) },
          after: { n: after, others: Number(n['others_after']) },
          aboveOthers: near(Math.log((after + 0.5) / (before + 0.5)) - others),
        }
      }),
    )
    const { judged, meanAboveOthers } = findings.transmission.eventStudy
    expect(judged).toBe(found.length)
    const rises = found.map(({ aboveOthers }) => Number(aboveOthers))
    expect(meanAboveOthers).toMatchObject({
      mean: near(rises.reduce((sum, rise) => sum + rise, 0) / rises.length),
    })
  })
})

describe.each(DATABASES)('the months of 2023-H1 by plain SQL on $name', ({ open }) => {
  const sample = measureSample(open)

  it('has the same months: excess before and beside the deals, and the deals', async () => {
    const expected = await sample.ask<Record<string, string | number>>(`
      with ends as (
        select distinct on (date_trunc('month', own.trade_date)) date_trunc('month', own.trade_date)::date as month,
          ln(own.close / market.close) as level
        from bar own
        join series s on s.id = own.series_id and s.source = 'csindex' and s.code = '930713'
        join series m on m.source = 'csindex' and m.code = '000985'
        join bar market on market.series_id = m.id and market.trade_date = own.trade_date
        where own.trade_date <= '2023-06-30'
        order by date_trunc('month', own.trade_date), own.trade_date desc
      ), dealt as (
        select date_trunc('month', announced_on)::date as month, count(*)::integer as n,
          count(yuan_low)::integer as amounts, sum(yuan_low)::text as low, sum(yuan_high)::text as high
        from deal where kind = 'equity' and status = 'closed' and country = 'CN' and track = 'ai-foundation-models'
        group by 1
      )
      select to_char(e.month, 'YYYY-MM') as span, e.level - before.level as excess, coalesce(n, 0) as n,
        coalesce(amounts, 0) as amounts, coalesce(low, '0.00') as low, coalesce(high, '0.00') as high
      from ends e join ends before on before.month = e.month - interval '1 month'
      left join dealt on dealt.month = e.month
      order by e.month`)
    const { tracks, family } = sample.findings.transmission.monthly
    const track = tracks.find((one) => one.track === 'ai-foundation-models')
    // Thirteen months in a row with a deal, and the twenty-five before them that the second reaches back to.
    expect(track?.spans).toHaveLength(38)
    expect(track?.spans).toEqual(
      expected.slice(-38).map(({ span, excess, n, amounts, low, high }) => ({
        span,
        excess: near(excess),
        ...(String(span) < '2022-06'
          ? {}
          : { deals: n, amounts, disclosed: { low: near(low), high: near(high) } }),
      })),
    )
    expect(family).toEqual({ lacking: 'no-track-tested' })
    expect(track?.result).toBe('not-enough-data')
    expect(track?.reasons[0]).toEqual({
      lacking: 'too-few-mature-months',
      details: { n: 12, minimum: 84 },
    })
  })
})

const BEFORE = `own.quarter >= date_trunc('quarter', since) - interval '12 months' and own.quarter < date_trunc('quarter', since)`
const AFTER = `own.quarter > date_trunc('quarter', day) and own.quarter <= date_trunc('quarter', day) + interval '12 months'`

function side(tracks: string, quarters: string): string {
  return `(select coalesce(sum(own.n), 0)::integer from dealt own where ${tracks} and ${quarters})`
}
