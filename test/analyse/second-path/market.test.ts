import { describe, expect, it } from 'vitest'
import type { MarketSide } from '../../../src/model/market-side-finding.ts'
import { DATABASES } from '../../support/databases.ts'
import { measureSample } from '../../support/measured-sample.ts'
import { near } from '../../support/near.ts'

/** Each measure of the market side again, written a second time in plain SQL over the stored bars. */
describe.each(DATABASES)('the market side by a second path on $name', ({ open }) => {
  const sample = measureSample(open)

  const sideOf = (id: string): MarketSide => sample.track(id).market
  const one = async (query: string): Promise<Readonly<Record<string, string | number>>> => {
    const [row, more] = await sample.ask<Record<string, string | number>>(query)
    if (row === undefined || more !== undefined) throw new Error('not one row')
    return row
  }
  /** Closes and turnover of an index on sessions. */
  const index = (code: string): string => `(
    select b.trade_date as day, b.close, b.amount_cny, b.pe from bar b join series s on s.id = b.series_id
    join session x on x.exchange = 'XSHG' and x.session_on = b.trade_date
    where s.source = 'csindex' and s.code = '${code}')`

  it.each([
    ['ai-foundation-models', '930713'],
    ['semiconductors', 'H30184'],
  ])('has the falls of %s', async (id, code) => {
    const expected = await one(`
      with path as (
        select day, close, max(close) over (order by day) as high from ${index(code)} i
        where day between '2022-12-30' and '2023-06-30'
      ), after as (
        select close from ${index(code)} i order by day desc limit 1
      )
      select min(close / high - 1) as within, (select close from after) / max(close) - 1 as since from path`)
    expect(sideOf(id).drawdown).toMatchObject({
      within: near(expected['within']),
      since: near(expected['since']),
    })
  })

  it.each([
    ['ai-foundation-models', '930713'],
    ['ai-infrastructure', '930851'],
  ])('has the rank of the turnover share of %s', async (id, code) => {
    const expected = await one(`
      with days as (
        select own.day, own.amount_cny as own, base.amount_cny as base, row_number() over (order by own.day) as i
        from ${index(code)} own join ${index('000985')} base on base.day = own.day
        where own.amount_cny is not null and base.amount_cny is not null
      ), span as (
        select count(*) as n, max(i) as last from days where day between '2023-01-01' and '2023-06-30'
      ), share as (
        select e.i, (select sum(own) / sum(base) from days d where d.i > e.i - span.n and d.i <= e.i) as share
        from days e, span
        where e.i <= span.last
          and (select day from days d where d.i = e.i - span.n) >= '2018-06-30'
      )
      select count(*) as windows,
        count(*) filter (where share <= (select share from share, span where i = span.last))::numeric / count(*) as rank
      from share`)
    expect(sideOf(id).turnover).toMatchObject({
      percentile: {
        windows: Number(expected['windows']),
        percentile: near(expected['rank']),
      },
    })
  })

  it('has the parts of the price change, and they add up', async () => {
    const expected = await one(`
      select ln(z.close / a.close) as price, ln(z.pe / a.pe) as multiple, ln((z.close / z.pe) / (a.close / a.pe)) as earnings
      from ${index('930713')} a, ${index('930713')} z where a.day = '2022-12-30' and z.day = '2023-06-30'`)
    expect(sideOf('ai-foundation-models').multiple).toMatchObject({
      expansion: {
        price: near(expected['price']),
        multiple: near(expected['multiple']),
        earnings: near(expected['earnings']),
      },
    })
  })

  it('has the unicorns born, ended and living', async () => {
    const expected = await one(`
      select count(*) filter (where born_on between '2023-01-01' and '2023-06-30') as born,
        count(*) filter (where ended_on between '2023-01-01' and '2023-06-30') as ended,
        count(*) filter (where born_on <= '2023-06-30' and (ended_on is null or ended_on > '2023-06-30')) as living,
        count(*) filter (where ended_on is null) as now
      from unicorn where track = 'ai-foundation-models'`)
    expect(sample.track('ai-foundation-models').unicorns).toMatchObject({
      born: Number(expected['born']),
      ended: Number(expected['ended']),
      living: Number(expected['living']),
      livingAsOf: Number(expected['now']),
    })
    expect([expected['born'], expected['ended']].map(Number)).toEqual([2, 1])
  })
})
