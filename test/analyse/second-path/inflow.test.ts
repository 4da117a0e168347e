import { describe, expect, it } from 'vitest'
import { isLacking, type TrackFindings } from '../../../src/model/findings.ts'
import { DATABASES } from '../../support/databases.ts'
import { measureSample } from '../../support/measured-sample.ts'

const [FROM, TO] = ['2023-01-01', '2023-06-30']
/**
 * Deals that lie in the half or may, with nothing of the code under test in between: what a deal that may lie outside brings to
 * a sum is anything from nothing on.
 */
const NEAR = `
  near as (
    select d.*, d.announced_on between '${FROM}' and '${TO}' as printed,
      d.announced_from >= '${FROM}' and d.announced_until <= '${TO}' as inside
    from deal d
    where d.kind = 'equity' and d.status = 'closed' and d.country = 'CN'
      and d.announced_until >= '${FROM}' and d.announced_from <= '${TO}'
  ), numbered as (
    select track, case when inside then yuan_low else 0 end as low, yuan_high as high,
      (row_number() over (partition by track order by id) - 1)::integer as i, count(*) over (partition by track)::integer as n
    from near where yuan_high is not null
  )`

describe.each(DATABASES)('inflow of 2023-H1 by plain SQL on $name', ({ open }) => {
  const sample = measureSample(open)

  /** Answers of a query by track. */
  const ask = async <T extends object>(query: string): Promise<ReadonlyMap<string, T>> => {
    const rows = await sample.ask<T & { track: string }>(query)
    return new Map(rows.map(({ track, ...row }) => [track, row as unknown as T]))
  }
  /** A figure of every track, those that are lacking left out. */
  const figures = <T>(of: (track: TrackFindings) => T) =>
    sample.findings.tracks
      .map((track) => [track.id, of(track)] as const)
      .filter(([, figure]) => !isLacking(figure)) as (readonly [
      string,
      Exclude<T, { lacking: string }>,
    ])[]

  it('adds up day by day to the very bounds that are printed, deals included that perhaps lie outside', () => {
    const drawn = sample.findings.tracks.filter(({ inflowSteps }) => inflowSteps.length > 0)
    expect(drawn.filter(({ inflow }) => inflow.nRange.low < inflow.nRange.high)).not.toEqual([])
    for (const { inflow, inflowSteps } of drawn) {
      expect(inflowSteps.at(-1)).toMatchObject(inflow.disclosed)
      expect(inflowSteps.map(({ on }) => on)).toEqual(
        [...new Set(inflowSteps.map(({ on }) => on))].toSorted(),
      )
    }
  })

  it('has the same mean to the fen, by trying every choice of the deals that may lie outside', async () => {
    const means = await ask<{ low: string; high: string }>(`with ${NEAR}, amount as (
        select track, inside, yuan_low, yuan_high, (row_number() over (partition by track, inside order by id) - 1)::integer as i
        from near where yuan_high is not null
      ), choice as (
        select a.track, mask
        from (select track, (count(*) filter (where not inside))::integer as n from amount group by track) a
        cross join lateral generate_series(0, (1 << a.n) - 1) mask
      ), mean as (
        select c.track, sum(yuan_low) / count(*) as low, sum(yuan_high) / count(*) as high
        from choice c join amount a on a.track = c.track and (a.inside or c.mask >> a.i & 1 = 1)
        group by c.track, c.mask
      )
      select track, round_half_even(min(low), 2)::text as low, round_half_even(max(high), 2)::text as high
      from mean group by track`)
    const found = figures(({ inflowDetail }) => inflowDetail.mean)
    expect(found.length).toBeGreaterThan(4)
    for (const [track, mean] of found) expect(mean).toEqual(means.get(track))
  })

  it('has the same bounds of the index, by trying every corner and every level', async () => {
    const bounds = await ask<{ low: string; high: string }>(`with ${NEAR}, corner as (
        select v.track, mask, sum(case when mask >> v.i & 1 = 1 then v.high else v.low end) as sum,
          sum(power(case when mask >> v.i & 1 = 1 then v.high else v.low end, 2)) as squares
        from numbered v cross join lateral generate_series(0, (1 << v.n) - 1) mask
        where v.n <= 12 group by v.track, mask
      ), ends as (
        select track, low as t from numbered union select track, high from numbered
      ), held as (
        select e.track, e.t, sum(least(n.high, greatest(n.low, e.t))) as sum,
          sum(power(least(n.high, greatest(n.low, e.t)), 2)) as squares,
          sum(case when n.high <= e.t then n.high when n.low > e.t then n.low end) as fixed_sum,
          sum(power(case when n.high <= e.t then n.high when n.low > e.t then n.low end, 2)) as fixed_squares
        from ends e join numbered n on n.track = e.track group by e.track, e.t
      ), turned as (
        select h.track, sum(least(n.high, greatest(n.low, h.fixed_squares / h.fixed_sum))) as sum,
          sum(power(least(n.high, greatest(n.low, h.fixed_squares / h.fixed_sum)), 2)) as squares
        from held h join numbered n on n.track = h.track where h.fixed_sum > 0 group by h.track, h.t
      )
      select c.track, max(c.squares / power(c.sum, 2))::text as high,
        (select min(squares / power(sum, 2)) from (
          select sum, squares from held h where h.track = c.track and sum > 0
          union all select sum, squares from turned t where t.track = c.track) l)::text as low
      from corner c where c.sum > 0 group by c.track`)
    for (const [track, { low, high }] of figures(({ inflowDetail }) => inflowDetail.hhi)) {
      if (!bounds.has(track)) continue
      expect(Number(high)).toBeCloseTo(Number(bounds.get(track)?.high), 9)
      expect(Number(low)).toBeCloseTo(Number(bounds.get(track)?.low), 9)
    }
    expect(bounds.size).toBeGreaterThan(4)
  })

  it('has the same bounds of the five largest, by trying every five', async () => {
    const bounds = await ask<{ low: string; high: string }>(`with ${NEAR}, five as (
        select v.track, mask,
          sum(v.low) filter (where mask >> v.i & 1 = 1) / (sum(v.low) filter (where mask >> v.i & 1 = 1)
            + coalesce(sum(v.high) filter (where mask >> v.i & 1 = 0), 0)) as least,
          sum(v.high) filter (where mask >> v.i & 1 = 1) / (sum(v.high) filter (where mask >> v.i & 1 = 1)
            + coalesce(sum(v.low) filter (where mask >> v.i & 1 = 0), 0)) as most
        from numbered v cross join lateral generate_series(1, (1 << v.n) - 1) mask
        where v.n between 6 and 14 and bit_count(mask::bit(32)) = 5
        group by v.track, mask
      )
      select track, max(least)::text as low, max(most)::text as high from five group by track`)
    const found = figures(({ inflowDetail }) => inflowDetail.top5Share)
    expect(bounds.size).toBeGreaterThan(0)
    for (const [track, { low, high }] of found) {
      if (!bounds.has(track)) continue
      expect(Number(low)).toBeCloseTo(Number(bounds.get(track)?.low), 9)
      expect(Number(high)).toBeCloseTo(Number(bounds.get(track)?.high), 9)
    }
  })

  it('has the same deals of US$1.5 m or more, each at the rate of its day', async () => {
    const above = await ask<{
      n_low: number
      n_high: number
      low: string
      high: string
    }>(`with ${NEAR}, priced as (
        select p.track, p.inside, p.yuan_low, p.yuan_high,
          (select 1500000 * cny.rate / usd.rate from fx_rate cny
            join fx_rate usd on usd.rate_on = cny.rate_on and usd.source = cny.source and usd.quote = 'USD' and usd.base = 'EUR'
            where cny.quote = 'CNY' and cny.base = 'EUR' and cny.rate_on <= p.announced_on
            order by cny.rate_on desc limit 1) as floor
        from near p where p.yuan_high is not null
      )
      select track, (count(*) filter (where inside and yuan_low >= floor - 0.01))::integer as n_low,
        (count(*) filter (where yuan_high >= floor - 0.01))::integer as n_high,
        coalesce(sum(yuan_low) filter (where inside and yuan_low >= floor - 0.01), 0.00)::text as low,
        coalesce(sum(yuan_high) filter (where yuan_high >= floor - 0.01), 0.00)::text as high
      from priced group by track`)
    for (const [track, { n, disclosed }] of figures(
      ({ inflowDetail }) => inflowDetail.aboveFloor,
    )) {
      const expected = above.get(track) ?? { n_low: 0, n_high: 0, low: '0.00', high: '0.00' }
      expect({ n_low: n.low, n_high: n.high, ...disclosed }).toEqual(expected)
    }
    expect(above.size).toBeGreaterThan(4)
  })

  it('has the same companies funded for the first time', async () => {
    const first = await ask<{ low: number; high: number }>(`
      select track, (count(*) filter (where round in ('seed', 'angel', 'crowdfunding')))::integer as low,
        count(*)::integer as high
      from deal d
      where kind = 'equity' and status = 'closed' and country = 'CN' and announced_on between '${FROM}' and '${TO}'
        and not exists (
          select from deal e where e.company_id = d.company_id and e.kind = 'equity' and e.status = 'closed'
            and e.country = 'CN' and (e.announced_on, e.id) < (d.announced_on, d.id))
      group by track`)
    const found = figures(({ inflowDetail }) => inflowDetail.firstFunded)
    expect(found.length).toBe(sample.findings.tracks.length)
    for (const [track, { companies, recordsSince }] of found) {
      expect(companies).toEqual(first.get(track) ?? { low: 0, high: 0 })
      expect(recordsSince).toBe('2022-01-01')
    }
  })

  it('has the same parts by round, which add up to the whole', async () => {
    const rows = await sample.ask<{
      key: string
      n: number
      undisclosed: number
      low: string
    }>(`with ${NEAR}
      select track || ' ' || case
          when round ~ '^(d|e|f|g|h|pre-ipo)' then 'd' when round ~ '^(pre-)?[bc]' then substring(round from '[bc]')
          when round = 'crowdfunding' then 'seed' when round ~ '^a[0-9]*\\+*$' then 'a'
          else regexp_replace(round, '\\++$', '') end as key,
        (count(*) filter (where printed))::integer as n,
        (count(*) filter (where printed and amount_high is null))::integer as undisclosed,
        coalesce(sum(yuan_low) filter (where inside), 0.00)::text as low
      from near group by 1`)
    const parts = sample.findings.tracks.flatMap(({ id, inflowDetail }) =>
      inflowDetail.byRound.map(({ part, n, undisclosed, disclosed }) => ({
        key: `${id} ${part}`,
        n,
        undisclosed,
        low: disclosed.low,
      })),
    )
    const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1)
    expect(parts.toSorted(byKey)).toEqual(rows.toSorted(byKey))
  })

  it.each([
    ['byFounded', 'coalesce(e.founded_year, c.founded_year)::text'],
    ['byProvince', 'coalesce(e.province, c.province)'],
  ] as const)('has the same parts %s, what nobody told among them', async (by, part) => {
    const rows = await sample.ask<{ key: string; n: number; low: string }>(`with ${NEAR}
      select p.track || ' ' || coalesce(${part}, 'unknown') as key,
        (count(*) filter (where p.printed))::integer as n,
        coalesce(sum(p.yuan_low) filter (where p.inside), 0.00)::text as low
      from near p
      join event e on e.id = p.founding_event_id
      left join company c on c.id = p.company_id
      group by 1`)
    const parts = sample.findings.tracks.flatMap(({ id, inflowDetail }) =>
      inflowDetail[by].map(({ part: name, n, disclosed }) => ({
        key: `${id} ${name}`,
        n,
        low: disclosed.low,
      })),
    )
    const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1)
    expect(rows.length).toBeGreaterThan(4)
    expect(parts.toSorted(byKey)).toEqual(rows.toSorted(byKey))
  })

  it('has the same width owed to undisclosed amounts', () => {
    for (const { inflow, inflowDetail } of sample.findings.tracks) {
      if (isLacking(inflowDetail.undisclosedWidth)) continue
      const fen = (yuan: string): number => Number(yuan)
      const width = fen(inflow.bounded.high) - fen(inflow.bounded.low)
      const share = (fen(inflow.bounded.high) - fen(inflow.disclosed.high)) / width
      expect(Number(inflowDetail.undisclosedWidth)).toBeCloseTo(share, 9)
    }
  })

  it('estimates where there are ten amounts, and draws every undisclosed deal', async () => {
    const pools = await ask<{ pool: number; drawn: number }>(`
      select track, (count(*) filter (where yuan_high is not null))::integer as pool,
        (count(*) filter (where amount_high is null and announced_on >= '${FROM}'))::integer as drawn
      from deal where kind = 'equity' and status = 'closed' and country = 'CN'
        and announced_on > date '${TO}' - interval '3 years' and announced_on <= '${TO}'
      group by track`)
    const enough = [...pools].filter(([id, { pool }]) => pool >= 10 && id !== 'other-tech')
    const found = figures(({ inflowDetail }) => inflowDetail.estimate)
    expect(found.map(([track]) => track).toSorted()).toEqual(enough.map(([id]) => id).toSorted())
    for (const [track, { cells }] of found) {
      const { pool, drawn } = pools.get(track) ?? {}
      expect(cells.reduce((sum, { deals }) => sum + deals, 0)).toBe(drawn)
      for (const { from, amounts } of cells.filter((cell) => cell.from === 'track'))
        expect({ from, amounts }).toEqual({ from: 'track', amounts: pool })
    }
  })

  it('estimates no less than was disclosed', () => {
    const disclosed = new Map(
      sample.findings.tracks.map(({ id, inflow }) => [id, inflow.disclosed.low]),
    )
    for (const [track, { central, interval }] of figures((one) => one.inflowDetail.estimate)) {
      const inOrder = [Number(disclosed.get(track)) * 0.99, interval.low, central, interval.high]
      expect(inOrder.map(Number)).toEqual(inOrder.map(Number).toSorted((a, b) => a - b))
    }
  })

  it('has the same deals by kind of investor in every half-year, the unknown part beside them', async () => {
    const rows = await sample.ask<{ half: string; kind: string; n: number }>(`
      with kinded as (
        select d.id, extract(year from d.announced_on) || '-H' || ceil(extract(month from d.announced_on) / 6) as half,
          coalesce((select i.kind from investor i where (i.name = item ->> 'name' or i.aliases ? (item ->> 'name'))
              and d.announced_on >= i.valid_from and d.announced_on < i.valid_until and i.kind <> 'unknown'
            order by i.name limit 1), (select kind from investor_name where name = item ->> 'name'), 'unknown') as kind
        from deal d join event e on e.id = d.founding_event_id
        left join lateral jsonb_array_elements(e.investors) item on true
        where d.kind = 'equity' and d.status = 'closed' and d.country = 'CN' and d.announced_on <= '${TO}'
      )
      select half, kind, count(distinct id)::integer as n from kinded
      where kind <> 'unknown' or not exists (
        select from kinded k where k.id = kinded.id and k.kind <> 'unknown')
      group by half, kind order by half, kind = 'unknown', kind`)
    const found = sample.findings.kindsOverTime.flatMap(({ half, kinds, unknown }) => [
      ...kinds.map(({ kind, deals }) => ({ half, kind, n: deals })),
      ...(unknown.deals === 0 ? [] : [{ half, kind: 'unknown', n: unknown.deals }]),
    ])
    expect(found).toEqual(rows)
    for (const { deals, known, unknown } of sample.findings.kindsOverTime)
      expect(known + unknown.deals).toBe(deals)
  })

  it('marks the half in which a source was missing, and compares none across it', () => {
    const marked = sample.findings.kindsOverTime.map(({ half, breaks, regime }) => [
      half,
      breaks.length,
      regime,
    ])
    expect(marked).toEqual([
      ['2022-H1', 1, { lacking: 'source-break' }],
      ['2022-H2', 0, 1],
      ['2023-H1', 0, 1],
    ])
  })
})
