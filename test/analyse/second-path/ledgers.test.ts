import { describe, expect, it } from 'vitest'
import { DATABASES } from '../../support/databases.ts'
import { measureSample } from '../../support/measured-sample.ts'

const IN_HALF = `between '2023-01-01' and '2023-06-30'`

/** What is counted and listed rather than measured, again in plain SQL over the tables themselves. */
describe.each(DATABASES)('the ledgers of 2023-H1 by plain SQL on $name', ({ open }) => {
  const sample = measureSample(open)

  it('has the same sums of what was not counted, apart by reason, kind and status', async () => {
    const expected = await sample.ask(`
      select reason, kind, status, count(*)::integer as n,
        count(*) filter (where amount_low is null)::integer as undisclosed,
        coalesce(sum(yuan_low), 0)::numeric(30, 2)::text as low, coalesce(sum(yuan_high), 0)::numeric(30, 2)::text as high
      from (
        select *, case when status in ('duplicate', 'withdrawn') then status when kind <> 'equity' then kind
          when status <> 'closed' then status when country = 'ZZ' then 'country-unknown'
          when country <> 'CN' then 'outside-china' end as reason
        from deal where announced_on ${IN_HALF}
      ) d
      where reason is not null group by reason, kind, status`)
    const found = sample.findings.exclusionTotals.map(({ yuan, ...total }) => ({
      ...total,
      ...yuan,
    }))
    expect(found.length).toBeGreaterThan(5)
    expect(byText(found)).toEqual(byText(expected))
  })

  it('has as many amounts seen in what was published as were tallied when it was loaded', async () => {
    const [expected] = await sample.ask<{ n: number }>(`
      select sum(t.n)::integer as n from amount_tally t join announcement a on a.id = t.announcement_id
      where a.published_on ${IN_HALF} and t.superseded_from is null`)
    const { seen, counted, inLedger } = sample.findings.amounts
    expect(seen).toBe(expected?.n)
    expect(counted + inLedger).toBe(seen)
  })

  it('has the bars of every source, from the first to the last', async () => {
    const expected = await sample.ask(`
      select s.source, case s.kind when 'etf' then 'funds' when 'board' then 'boards' else 'indices' end as what,
        count(*)::integer as rows, min(b.trade_date)::text as first, max(b.trade_date)::text as last
      from bar b, series s where s.id = b.series_id group by 1, 2`)
    const found = sample.findings.sources
      .filter(({ what }) => ['funds', 'boards', 'indices'].includes(what))
      .map(({ files: _, ...age }) => age)
    expect(byText(found)).toEqual(byText(expected))
  })

  it('has the policy events of the half and the forecasts known', async () => {
    const [expected] = await sample.ask<{ policies: number; forecasts: number }>(`
      select (select count(*)::integer from policy where event_on ${IN_HALF}) as policies,
        (select count(*)::integer from forecast) as forecasts`)
    expect(sample.findings.policies).toHaveLength(expected?.policies ?? -1)
    expect(sample.findings.forecasts).toHaveLength(expected?.forecasts ?? -1)
  })

  it('has the curve of each deciding index, 100 before the first session', async () => {
    let drawn = 0
    for (const { market } of sample.findings.tracks) {
      if ('lacking' in market.deciding) continue
      const { code, source } = market.deciding
      const closes = await sample.ask<{ day: string; close: number }>(`
        select b.trade_date::text as day, (b.close * case s.construct when 'fund' then b.adj_factor else 1 end)::float8 as close
        from bar b join series s on s.id = b.series_id and s.source = '${source}' and s.code = '${code}'
        where b.trade_date between '2022-12-30' and '2023-06-30' order by b.trade_date`)
      const first = closes[0]?.close ?? Number.NaN
      expect(market.curve.map(({ on }) => on)).toEqual(closes.map(({ day }) => day))
      for (const [at, { value }] of market.curve.entries())
        expect(Number(value)).toBeCloseTo(((closes[at]?.close ?? Number.NaN) / first) * 100, 3)
      drawn += 1
    }
    expect(drawn).toBeGreaterThan(4)
  })
})

function byText(rows: readonly object[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
}
