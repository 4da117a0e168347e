import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/load/database.ts'
import { isLacking, type TrackFindings } from '../../../src/model/findings.ts'
import { DATABASES, makeEffects } from '../../support/databases.ts'
import { type Membership, makeUpMarket, putMembers, take } from '../../support/made-up-market.ts'
import { near } from '../../support/near.ts'
import { find } from '../../support/sample.ts'

const stock = (n: number): string => `XSHG:6000${String(n).padStart(2, '0')}`
const COUNT = 12
const numbers = Array.from({ length: COUNT }, (_, index) => index + 1)

/** Prices that rise and fall, two that split their shares, free floats of every third only. */
const BARS = numbers.flatMap((n) => {
  const [before, after] = [10 + n, (10 + n) * (0.7 + 0.08 * n)]
  const split = n % 5 === 0 ? 2 : 1
  const bar = (day: string, close: number, factor: number): string => {
    const cap = Math.round(close * factor * 1_000_000 * n)
    return `v,S${n},stock,${stock(n)},${day},${(close).toFixed(4)},${cap},${n % 3 === 0 ? cap / 2 : ''},${factor}`
  }
  return [bar('2022-12-30', before, 1), bar('2023-06-30', after / split, split)]
})

/** Two lists that share stocks; some leave, some join, and two are in none. */
const MEMBERS: readonly Membership[] = [
  ...[1, 2, 3, 4, 5, 6].map((n) => ['AI', stock(n), '2022-11-01', null] as const),
  ...[5, 6, 7].map((n) => ['CHIPS', stock(n), '2022-11-01', '2023-09-01'] as const),
  ['AI', stock(8), '2022-11-01', '2023-03-01'],
  ['AI', stock(9), '2023-02-01', null],
  ['CHIPS', stock(10), '2023-08-01', null],
]

/** Each kind from two sources, one of which saw the first quarter only; every fourth amount is not told. */
const MONEY = ['placement', 'outward-investment', 'reduction', 'increase', 'lock-up-expiry']
  .flatMap((kind, at) =>
    numbers.flatMap((n) => {
      const month = 1 + ((n + at) % 6)
      const told = (source: string, yuan: number): string =>
        `${source},${kind}${n},${kind},${stock(n)},${n},2023-0${month}-1${at},${(n + at) % 4 === 0 ? '' : yuan}`
      const whole = told('whole', 1_000_000 * n + 100_000 * at + 7)
      return month > 3 ? [whole] : [whole, told('early', 5_000_000 * n)]
    }),
  )
  .concat(`whole,before,placement,${stock(1)},1,2022-12-31,999`)

const HELD = `(select distinct entry from board_entry where source = 'list'
  and valid_from <= '2022-12-30' and coalesce(valid_until, 'infinity') > '2022-12-30')`

describe.each(DATABASES)('a track’s listed companies by plain SQL on $name', ({ open }) => {
  let db: Database
  let track: TrackFindings
  beforeAll(async () => {
    db = await open()
    const effects = await makeUpMarket(await makeEffects(db))
    await take(
      effects,
      `source,code,kind,instrument,trade_date,close,market_cap_cny,float_cap_cny,adj_factor\n${BARS.join('\n')}\n`,
      `source,source_key,money_kind,instrument,stock_name,announced_on,amount_cny\n${MONEY.join('\n')}\n`,
    )
    await putMembers(db, MEMBERS)
    const [first] = (await find(effects, '2023-H1', '2023-12-31')).tracks
    if (first === undefined) throw new Error('no track')
    track = first
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const ask = async <T extends object>(query: string): Promise<readonly T[]> =>
    (await sql.raw<T>(query).execute(db.reader)).rows

  it('has the same placements, outward investments and sales, each kind from one source', async () => {
    const expected = await ask(`
      with money as (
        select * from listed_money where announced_on between '2023-01-01' and '2023-06-30'
      ), seen as (
        select kind, source, count(distinct to_char(announced_on, 'YYYY-MM'))::integer as months,
          row_number() over (partition by kind order by count(distinct to_char(announced_on, 'YYYY-MM')) desc, source) as place
        from money group by kind, source
      )
      select kind, source, months, count(*)::integer as n, count(*) filter (where amount_cny is null)::integer as unknown,
        count(distinct instrument)::integer as companies, sum(amount_cny)::numeric(30, 2)::text as sum
      from seen join money using (kind, source)
      where place = 1 and instrument in ${HELD}
      group by kind, source, months order by kind`)
    if (isLacking(track.conceptMoney)) throw new Error('no money')
    expect(expected).toHaveLength(5)
    expect(track.conceptMoney.lines).toEqual(expected)
  })

  it('has what was passed on of each hundred yuan gained', async () => {
    const [expected] = await ask<{ gain: string; per100: string }>(`
      with gain as (
        select sum(t0.market_cap_cny * (t1.close * t1.adj_factor / (t0.close * t0.adj_factor) - 1)) as yuan
        from series s
        join bar t0 on t0.series_id = s.id and t0.trade_date = '2022-12-30'
        join bar t1 on t1.series_id = s.id and t1.trade_date = '2023-06-30'
        where s.instrument in ${HELD}
      )
      select gain.yuan::text as gain, (100 * sum(amount_cny) / gain.yuan)::text as per100
      from listed_money, gain
      where kind = 'outward-investment' and source = 'whole' and instrument in ${HELD}
        and announced_on between '2023-01-01' and '2023-06-30'
      group by gain.yuan`)
    if (isLacking(track.conceptMoney)) throw new Error('no money')
    const { gain, passedOn } = track.conceptMoney
    expect(Number(gain)).toBeCloseTo(Number(expected?.gain), 1)
    expect(Number(passedOn)).toBeCloseTo(Number(expected?.per100), 9)
  })

  it('has the members of then and of today: their returns, who beat the market, their free float', async () => {
    const [expected = {}] = await ask<Readonly<Record<string, string>>>(`
      with grown as (
        select s.instrument, t0.market_cap_cny as cap, t0.float_cap_cny as float,
          t1.close * t1.adj_factor / (t0.close * t0.adj_factor) - 1 as change
        from series s
        join bar t0 on t0.series_id = s.id and t0.trade_date = '2022-12-30'
        join bar t1 on t1.series_id = s.id and t1.trade_date = '2023-06-30'
        where s.kind = 'stock'
      ), frozen as (
        select * from grown where instrument in ${HELD}
      ), today as (
        select * from grown where instrument in (select entry from board_entry where source = 'list'
          and valid_from <= '2023-12-31' and coalesce(valid_until, 'infinity') > '2023-12-31')
      )
      select (select count(*) from frozen)::text as frozen, (select count(*) from today)::text as today,
        (select avg(change) from frozen)::text as equal_then, (select avg(change) from today)::text as equal_today,
        (select sum(cap * change) / sum(cap) from frozen)::text as cap_then,
        (select sum(cap * change) / sum(cap) from today)::text as cap_today,
        (select avg((change > 0.1)::integer) from frozen)::text as beating,
        (select sum(float) from frozen)::text as float, (select sum(float * change) from frozen)::text as float_gain,
        (select sum(float * (change - 0.1)) from frozen)::text as float_excess`)
    const { members } = track.market
    if (isLacking(members)) throw new Error('no members')
    expect(expected).toMatchObject({ frozen: '8', today: '8' })
    expect(members).toMatchObject({
      frozen: {
        members: Number(expected['frozen']),
        equalWeight: near(expected['equal_then']),
        capWeight: near(expected['cap_then']),
      },
      today: {
        members: Number(expected['today']),
        equalWeight: near(expected['equal_today']),
        capWeight: near(expected['cap_today']),
      },
      hindsight: {
        equalWeight: near(Number(expected['equal_today']) - Number(expected['equal_then'])),
        capWeight: near(Number(expected['cap_today']) - Number(expected['cap_then'])),
      },
      beating: near(expected['beating']),
    })
    const { floatGain } = members
    if (isLacking(floatGain)) throw new Error('no free float')
    const fen = ['capAtStart', 'gain', 'excessGain'].map((of) =>
      Number(floatGain[of as keyof typeof floatGain]),
    )
    for (const [index, of] of ['float', 'float_gain', 'float_excess'].entries())
      expect(fen[index]).toBeCloseTo(Number(expected[of]), 1)
  })
})
