import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/load/database.ts'
import { type Findings, isLacking } from '../../../src/model/findings.ts'
import type { MemberSide } from '../../../src/model/market-findings.ts'
import type { Effects } from '../../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../../support/databases.ts'
import { makeUpMarket, putMembers, take } from '../../support/made-up-market.ts'
import { near } from '../../support/near.ts'
import { find } from '../../support/sample.ts'

// A stands still in shares, B issues a quarter more, C splits each share in two, D leaves, E joins, F's shares change
// with no word of why, G has no prices. B is in both lists.
const STOCKS = `source,code,kind,instrument,trade_date,close,market_cap_cny,float_cap_cny,adj_factor
v,A,stock,XSHG:600001,2022-12-30,10,1000,400,
v,A,stock,XSHG:600001,2023-06-30,15,1500,600,
v,B,stock,XSHG:600002,2022-12-30,20,4000,,1
v,B,stock,XSHG:600002,2023-06-29,22,5500,,1
v,C,stock,XSHG:600003,2022-12-30,40,4000,2000,1
v,C,stock,XSHG:600003,2023-06-30,25,5000,2500,2
v,D,stock,XSHG:600004,2022-12-30,5,1500,,1
v,D,stock,XSHG:600004,2023-06-30,4,1200,,1
v,E,stock,XSHG:600005,2022-12-30,8,400,,1
v,E,stock,XSHG:600005,2023-06-30,12,600,,1
v,F,stock,XSHG:600006,2022-12-30,10,1000,,
v,F,stock,XSHG:600006,2023-06-30,9,1080,,
other,A,stock,XSHG:600001,2022-12-30,11,,,
other,A,stock,XSHG:600001,2023-06-30,99,,,
`

const ABROAD = `source,code,kind,name_zh,name_en,construct,membership
tencent-abroad,FUND,etf,基金,Fund,price,dated
tencent-abroad,SPLIT,etf,拆股,Split,price,dated
tencent-abroad,MARKET,index,大盘,Market,price,dated
`
const ABROAD_BARS = `source,code,kind,instrument,trade_date,close
tencent-abroad,MARKET,index,US:MARKET,2022-12-29,99
tencent-abroad,MARKET,index,US:MARKET,2022-12-30,100
tencent-abroad,MARKET,index,US:MARKET,2023-01-23,101
tencent-abroad,MARKET,index,US:MARKET,2023-06-29,105
tencent-abroad,FUND,etf,XNAS:FUND,2022-12-30,10
tencent-abroad,FUND,etf,XNAS:FUND,2023-01-23,11
tencent-abroad,FUND,etf,XNAS:FUND,2023-06-29,12
tencent-abroad,FUND,etf,XNAS:FUND,2023-06-30,13
tencent-abroad,SPLIT,etf,XNAS:SPLIT,2022-12-30,10
tencent-abroad,SPLIT,etf,XNAS:SPLIT,2023-06-29,5
tencent-abroad,NAMELESS,etf,XNAS:NAMELESS,2022-12-30,10
tencent-abroad,NAMELESS,etf,XNAS:NAMELESS,2023-06-29,10
`
const SESSIONS = `exchange,session_on
XSHG,2022-12-30
XSHG,2023-06-29
XSHG,2023-06-30
`

describe.each(DATABASES)('a small market on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let findings: Findings
  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(effects, SESSIONS, STOCKS, ABROAD, ABROAD_BARS)
    await putMembers(db, [
      ['AI', 'XSHG:600001', '2022-11-01', null],
      ['AI', 'XSHG:600002', '2022-11-01', null],
      ['CHIPS', 'XSHG:600002', '2022-11-01', null],
      ['AI', 'XSHG:600003', '2022-11-01', '2023-09-01'],
      ['AI', 'XSHG:600004', '2022-11-01', '2023-03-01'],
      ['CHIPS', 'XSHG:600005', '2023-03-01', null],
      ['CHIPS', 'XSHG:600006', '2022-11-01', '2023-09-01'],
      ['CHIPS', 'XSHG:600007', '2022-11-01', '2023-09-01'],
    ])
    findings = await find(effects, '2023-H1', '2023-12-31')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const membersIn = (of: Findings): MemberSide => {
    const [side] = of.tracks
    if (side === undefined || isLacking(side.market.members)) throw new Error('no members')
    return side.market.members
  }

  it('splits the change of value, and the parts add up', () => {
    expect(membersIn(findings).split).toEqual({
      stocks: 6,
      unvalued: 1,
      atStart: '11500.00',
      atEnd: '13680.00',
      change: '2180.00',
      price: '1600.00',
      issuance: '1100.00',
      membership: '-600.00',
      unsplit: '80.00',
      unsplitStocks: 1,
    })
  })

  it('shows members of the time beside the index and beside today’s', () => {
    const side = membersIn(findings)
    expect(side.lists).toEqual(['list/AI', 'list/CHIPS'])
    expect(side.frozen).toEqual({
      members: 6,
      known: 4,
      valued: 4,
      equalWeight: '0.1625',
      capWeight: '0.152380952381',
    })
    expect(side.spread).toEqual({ equalWeight: '-0.0375', capWeight: '-0.047619047619' })
    expect(side.today.members).toBe(3)
    expect(side.hindsight).toEqual({ equalWeight: '0.204166666667', capWeight: '0.051322751323' })
    // B rose by exactly as much as the market.
    expect(side.beating).toBe('0.5')
    expect(side.floatGain).toEqual({
      capAtStart: '2400.00',
      gain: '700.00',
      excessGain: '460.00',
    })
  })

  it('has the same by a second path', async () => {
    const found = await sql<Readonly<Record<string, string>>>`
      with edge as (
        select s.instrument, t0.close * coalesce(t0.adj_factor, 1) as p0, t1.close * coalesce(t1.adj_factor, 1) as p1,
          t0.market_cap_cny as c0, t1.market_cap_cny as c1
        from series s
        join bar t0 on t0.series_id = s.id and t0.trade_date = '2022-12-30'
        join bar t1 on t1.series_id = s.id and t1.trade_date in ('2023-06-29', '2023-06-30')
        where s.source = 'v' and s.code <> 'F'
      ), held as (
        select e.*, bool_or(b.valid_from <= '2022-12-30') as at_start,
          bool_or(coalesce(b.valid_until, 'infinity') > '2023-06-30') as at_end
        from edge e join board_entry b on b.entry = e.instrument group by 1, 2, 3, 4, 5
      )
      select sum(c0 * (p1 / p0 - 1)) filter (where at_start) as price,
        sum(c1 - c0 * p1 / p0) filter (where at_start) as issuance,
        coalesce(sum(c1) filter (where not at_start), 0) - coalesce(sum(c1) filter (where not at_end), 0) as membership,
        avg(p1 / p0 - 1) filter (where at_start) as equal_weight,
        sum(c0 * p1 / p0) filter (where at_start) / sum(c0) filter (where at_start) - 1 as cap_weight
      from held
    `.execute(db.reader)
    const [row = {}] = found.rows
    const { split, frozen } = membersIn(findings)
    expect(split).toMatchObject({
      price: near(row['price']),
      issuance: near(row['issuance']),
      membership: near(row['membership']),
    })
    expect(frozen).toMatchObject({
      equalWeight: near(row['equal_weight']),
      capWeight: near(row['cap_weight']),
    })
  })

  it('says so when the members were learned after the period began', async () => {
    const before = await find(effects, '2022-12-30..2023-06-29', '2023-12-31').catch(String)
    expect(before).toMatch(/has no bars/)
    const late = await find(effects, '2023-H1', '2022-10-31').catch(String)
    expect(late).toMatch(/has no bars/)
    await db.transaction((transaction) =>
      sql`update board_entry set valid_from = '2023-01-05' where valid_from = '2022-11-01'`.execute(
        transaction.sql,
      ),
    )
    const [track] = (await find(effects, '2023-H1', '2023-12-31')).tracks
    expect(track?.market.members).toEqual({
      lacking: 'no-members-then',
      details: { on: '2022-12-30' },
    })
  })

  it('sets the theme abroad against the index of its exchange, on their own sessions', () => {
    const [fund, split, nameless, nowhere] = findings.tracks[0]?.market.abroad ?? []
    expect(fund?.figures).toMatchObject({
      t0: '2022-12-30',
      t1: '2023-06-29',
      change: '0.2',
      benchmarkChange: '0.05',
      excess: '0.15',
    })
    expect(split?.figures).toEqual({ lacking: 'split-in-series' })
    expect(nameless?.figures).toEqual({ lacking: 'no-dated-series' })
    expect(nowhere?.figures).toEqual({ lacking: 'no-price-in-period' })
    expect(findings.tracks[0]?.onlyAShares).toBe('untested')
  })

  it('takes a holiday of Shanghai for a session elsewhere', () =>
    expect(findings.faults.map(({ id }) => id)).not.toContain('off-session-bar'))
})
