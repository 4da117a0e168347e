import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { type Findings, isLacking, type PropositionFinding } from '../../src/model/findings.ts'
import type { ConceptMoney } from '../../src/model/listed-money-finding.ts'
import type { Effects } from '../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, putMembers, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const HEADER = 'source,source_key,money_kind,instrument,stock_name,announced_on,amount_cny\n'
/** One company that is no member tells that its source was read in every month. */
const READ_WHOLE = [1, 2, 3, 4, 5, 6]
  .map(
    (month) => `notices,o${month},outward-investment,XSHG:688000,Other,2023-0${month}-10,1000000\n`,
  )
  .join('')
const outward = (key: string, amount: string, day = '2023-05-04'): string =>
  `notices,${key},outward-investment,XSHG:600001,A,${day},${amount}\n`

describe.each(DATABASES)('money of listed companies on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(
      effects,
      `source,code,kind,instrument,trade_date,close,market_cap_cny
v,A,stock,XSHG:600001,2022-12-30,10,10000000000
v,A,stock,XSHG:600001,2023-06-30,15,15000000000
`,
    )
    await putMembers(db, [
      ['AI', 'XSHG:600001', '2022-11-01', null],
      ['CHIPS', 'XSHG:600001', '2022-11-01', null],
      ['AI', 'XSHG:600002', '2023-02-01', null],
    ])
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const clear = () =>
    db.transaction(({ run }) => run('truncate listed_money, listed_money_history'))
  const tenth = async (
    text: string,
    asOf = '2023-12-31',
  ): Promise<{ readonly judged: PropositionFinding; readonly findings: Findings }> => {
    await clear()
    if (text !== '') await take(effects, HEADER + text)
    const findings = await find(effects, '2023-H1', asOf)
    const judged = findings.propositions.find(({ number }) => number === 10)
    if (judged === undefined) throw new Error('proposition 10 was not judged')
    return { judged, findings }
  }
  const moneyIn = ({ tracks: [track] }: Findings): ConceptMoney => {
    if (track === undefined || isLacking(track.conceptMoney)) throw new Error('no money')
    return track.conceptMoney
  }

  it('says it was not read where nothing is there', async () => {
    const { judged } = await tenth('')
    expect(judged).toMatchObject({
      verdict: 'not-enough-data',
      details: { why: 'no-listed-money' },
    })
  })

  it('supports the proposition where little was passed on and all of it was seen', async () => {
    // 50 m of 5 bn gained: one yuan in a hundred. The member that joined later does not count.
    const { judged, findings } = await tenth(
      `${READ_WHOLE}${outward('1', '50000000')}notices,x,outward-investment,XSHG:600002,B,2023-05-04,9000000000\n`,
    )
    expect(judged).toMatchObject({ verdict: 'supported', details: { per100: '1' } })
    expect(moneyIn(findings)).toMatchObject({ gain: '5000000000.00', gainOf: 'union', members: 1 })
  })

  it('contradicts it where much was, though part of it is unknown', async () => {
    const { judged } = await tenth(`${outward('1', '500000000')}${outward('2', '')}`)
    expect(judged).toMatchObject({ verdict: 'contradicted', details: { per100: '10' } })
  })

  it.each([
    ['in one month only', outward('1', '50000000')],
    ['with amounts unknown', `${READ_WHOLE}${outward('1', '50000000')}${outward('2', '')}`],
    ['between the bars', `${READ_WHOLE}${outward('1', '51000000')}`],
  ])('does not judge a small sum seen %s', async (_, text) => {
    const { judged } = await tenth(text)
    expect(judged).toMatchObject({
      verdict: 'not-enough-data',
      details: { why: 'outward-seen-in-part' },
    })
  })

  it('shows sales and placements for it, lock-ups apart, and takes each kind from one source', async () => {
    const { judged, findings } = await tenth(
      `em,1,reduction,XSHG:600001,A,2023-03-01,20000000
em,2,reduction,XSHG:600001,A,2023-04-01,
other,3,reduction,XSHG:600001,A,2023-04-01,77
em,4,placement,XSHG:600001,A,2023-04-01,30000000
em,5,lock-up-expiry,XSHG:600001,A,2023-04-01,40000000
em,6,reduction,XSHG:600001,A,2022-12-31,1
`,
    )
    expect(judged.details).toMatchObject({ why: 'no-outward-investment' })
    expect(judged.for.map(({ details }) => details)).toEqual([
      { listed: 'placement', n: 1, unknown: 0, total: '30000000.00' },
      { listed: 'reduction', n: 2, unknown: 1, total: '20000000.00' },
    ])
    expect(moneyIn(findings).lines.map(({ kind, sum }) => [kind, sum])).toEqual([
      ['lock-up-expiry', '40000000.00'],
      ['placement', '30000000.00'],
      ['reduction', '20000000.00'],
    ])
  })

  it('knows nothing that was announced after the day of knowledge', async () => {
    const { judged } = await tenth(outward('1', '500000000', '2023-06-30'), '2023-06-29')
    expect(judged.details).toMatchObject({ why: 'no-listed-money' })
  })

  it('has the same sums by a second path', async () => {
    const { findings } = await tenth(
      `${READ_WHOLE}${outward('1', '12345678.91')}${outward('2', '0.09')}${outward('3', '')}`,
    )
    const [row] = (
      await sql<{ n: number; unknown: number; sum: string; per100: string }>`
        select count(*)::integer as n, (count(*) - count(amount_cny))::integer as unknown, sum(amount_cny) as sum,
          100 * sum(amount_cny) / 5000000000 as per100
        from listed_money
        where kind = 'outward-investment' and instrument in ('XSHG:600001')
          and announced_on between '2023-01-01' and '2023-06-30'`.execute(db.reader)
    ).rows
    const money = moneyIn(findings)
    expect(money.lines).toMatchObject([{ n: row?.n, unknown: row?.unknown, sum: row?.sum }])
    expect(Number(money.passedOn)).toBeCloseTo(Number(row?.per100), 12)
  })
})
