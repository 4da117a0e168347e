import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { announce, told } from '../support/announce.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'

async function deals(db: Database): Promise<readonly unknown[]> {
  const found = await sql`
    select c.name as company, d.status, d.round, d.track, d.country, d.amount_low::text as low, d.amount_high::text as high,
      (select count(*) from deal_event de where de.deal_id = d.id)::text as told
    from deal d left join company c on c.id = d.company_id order by d.announced_on, d.status, d.id
  `.execute(db.reader)
  return found.rows
}

describe.each(DATABASES)('announcements become deals on $name', ({ open }) => {
  it('one deal where three sources tell of it, with the bounds they agree on', async () => {
    await using db = await open()
    const { tracks } = await makeEffects(db)
    await announce(db, tracks, [
      told('a', '半导体公司「星途光子」完成数千万元A轮融资，红杉中国领投'),
    ])
    await announce(db, tracks, [
      told('b', '星途光子完成5000万元A轮融资', '2026-11-21'),
      told('c', '「星途光子」获5000万元A轮融资', '2026-11-21'),
    ])
    const [one, ...others] = await deals(db)
    expect(one).toMatchObject({
      company: '星途光子',
      status: 'closed',
      round: 'a',
      track: 'semiconductors',
      country: 'CN',
      low: '50000000',
      high: '50000000',
      told: '3',
    })
    expect(others).toMatchObject([
      { status: 'duplicate', told: '0' },
      { status: 'duplicate', told: '0' },
    ])
  })

  it('with the widest bounds where sources contradict each other', async () => {
    await using db = await open()
    const { tracks } = await makeEffects(db)
    await announce(db, tracks, [
      told('a', '机器人公司「云杉智造」完成5000万元B轮融资'),
      told('b', '「云杉智造」完成8000万元B轮融资'),
    ])
    expect((await deals(db))[0]).toMatchObject({ low: '50000000', high: '80000000', told: '2' })
  })

  it('that may be no money at all where one source says they are paid in compute', async () => {
    await using db = await open()
    const { tracks } = await makeEffects(db)
    await announce(db, tracks, [
      told('a', '「云杉智造」完成10亿元B轮融资'),
      told('b', '「云杉智造」完成10亿元B轮融资，部分以算力资源形式支付'),
    ])
    expect((await deals(db))[0]).toMatchObject({ low: '0', high: '1000000000', told: '2' })
  })

  it('that are withdrawn when the text no longer tells of them, and the earlier state stays', async () => {
    await using db = await open()
    const { tracks } = await makeEffects(db)
    const first = told('a', '「远山航天」完成亿元A轮融资')
    await announce(db, tracks, [first])
    expect(await deals(db)).toMatchObject([{ status: 'closed', country: 'CN' }])
    const edited = { ...first, title: '「远山航天」发布新一代发动机' }
    await announce(db, tracks, [edited], { now: NOW.add({ hours: 48 }) })
    expect(await deals(db)).toMatchObject([{ status: 'withdrawn' }])
    const history = await sql<{ status: string }>`select status from deal_history`.execute(
      db.reader,
    )
    expect(history.rows.map(({ status }) => status)).toContain('closed')
    // The old page read again changes nothing.
    await announce(db, tracks, [edited], { now: NOW.add({ hours: 50 }) })
    expect(await deals(db)).toMatchObject([{ status: 'withdrawn' }])
  })

  it('of no known country where a text does not place the company', async () => {
    await using db = await open()
    const { tracks } = await makeEffects(db)
    await announce(db, tracks, [
      told('t', 'Moonlit Robotics raises $20M Series A led by Example Capital'),
    ])
    expect(await deals(db)).toMatchObject([{ country: 'ZZ', track: 'other' }])
  })

  it('put right by a declared correction, until their source has healed', async () => {
    await using db = await open()
    const { tracks } = await makeEffects(db)
    const wrong = told('a', '「墨石量子」完成5亿元A轮融资')
    const corrections = [
      {
        source: 'a',
        key: wrong.sourceKey,
        expect: { amountText: '5亿元' },
        correct: { amountText: '5000万元', amountLow: '50000000', amountHigh: '50000000' },
        reason: 'the company itself says 50 million',
      },
    ]
    expect(await announce(db, tracks, [wrong], { corrections })).toEqual([])
    expect(await deals(db)).toMatchObject([{ low: '50000000', high: '50000000' }])
    const healed = { ...wrong, title: '「墨石量子」完成5000万元A轮融资' }
    expect(
      await announce(db, tracks, [healed], { now: NOW.add({ hours: 30 }), corrections }),
    ).toEqual([expect.stringContaining('take its correction out of config/corrections.yaml')])
    expect(await deals(db)).toMatchObject([{ low: '50000000' }])
  })
})
