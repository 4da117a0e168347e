import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { announce, told } from '../support/announce.ts'
import { DATABASES, NOW } from '../support/databases.ts'
import { sharedDatabase } from '../support/shared-database.ts'

const TODAY = NOW.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()

/** Told without an amount, then in vague words, then in figures, then otherwise; and a later round that is its own deal. */
const FIRST = told('a', '「云杉智造」完成A轮融资', '2026-11-02')
const TELLINGS = [
  FIRST,
  told('b', '「云杉智造」完成数千万元A轮融资', '2026-11-05'),
  told('c', '「云杉智造」完成6000万元A轮融资', '2026-11-09'),
  told('d', '「云杉智造」完成7000万元A轮融资', '2026-11-12'),
]

/** What the deal came to on each day, yuan: nothing told, the widest bounds where tellings contradict each other. */
const DAY_BY_DAY = {
  '2026-11-01': [],
  '2026-11-02': [[null, null]],
  '2026-11-04': [[null, null]],
  '2026-11-05': [['10000000.00', '100000000.00']],
  '2026-11-09': [['60000000.00', '60000000.00']],
  '2026-11-12': [['10000000.00', '100000000.00']],
}

async function amountsOn(db: Database, day: string): Promise<readonly unknown[]> {
  const found = await sql<{ yuan_low: string | null; yuan_high: string | null }>`
    select yuan_low, yuan_high from deal_as_of(day_end(${day}::date)) where status = 'closed'
    order by announced_on`.execute(db.reader)
  return found.rows.map(({ yuan_low, yuan_high }) => [yuan_low, yuan_high])
}

async function rowsOn(db: Database, day: string): Promise<readonly unknown[]> {
  const found = await sql`
    select announced_on as day, d.status, c.name as company, jsonb_build_array(yuan_low::text, yuan_high::text) as amounts
    from deal_as_of(day_end(${day}::date)) d left join company c on c.id = d.company_id
    where status <> 'duplicate'`.execute(db.reader)
  return found.rows
}

/** What was told and why it is not counted; null: it is in the deal. */
async function entriesOn(db: Database, day: string): Promise<readonly unknown[]> {
  const found = await sql<{ amount_text: string; reason: string | null }>`
    select amount_text, reason from amount_entry_as_of(day_end(${day}::date))`.execute(db.reader)
  return found.rows.map(({ amount_text, reason }) => [amount_text, reason])
}

async function dayByDay(db: Database): Promise<unknown> {
  const days = Object.keys(DAY_BY_DAY)
  const amounts = await Promise.all(days.map((day) => amountsOn(db, day)))
  return Object.fromEntries(days.map((day, index) => [day, amounts[index]]))
}

describe.each(DATABASES)('what a deal came to on a past day on $name', (database) => {
  const at = sharedDatabase(database)

  it.each([
    ['all at once', [TELLINGS]],
    ['night by night', TELLINGS.map((row) => [row])],
    ['the latest first', TELLINGS.toReversed().map((row) => [row])],
  ])('rests on what had been told by then, where tellings come %s', async (_order, pages) => {
    const { db, tracks } = at()
    for (const rows of pages) await announce(db, tracks, rows)
    expect(await dayByDay(db)).toEqual(DAY_BY_DAY)
  })

  it('rests on what a text said before it was edited', async () => {
    const { db, tracks } = at()
    const vague = told('b', '「云杉智造」完成数千万元A轮融资', '2026-11-05')
    await announce(db, tracks, [FIRST, vague])
    await announce(db, tracks, [{ ...vague, title: '「云杉智造」完成6000万元A轮融资' }], {
      now: NOW.add({ hours: 48 }),
    })
    expect(await amountsOn(db, TODAY.toString())).toEqual([['10000000.00', '100000000.00']])
    expect(await amountsOn(db, TODAY.add({ days: 2 }).toString())).toEqual([
      ['60000000.00', '60000000.00'],
    ])
  })

  it.each([
    ['before', ['a', 'b']],
    ['after', ['b', 'a']],
  ])(
    'is there from its first known telling, where an earlier text told of it only after an edit and is stored %s the other',
    async (_order, order) => {
      const { db, tracks } = at()
      const silent = told('a', '「云杉智造」发布新一代机器人', '2026-11-02')
      const vague = told('b', '「云杉智造」完成数千万元A轮融资', '2026-11-05')
      for (const source of order)
        await announce(
          db,
          tracks,
          [silent, vague].filter((row) => row.source === source),
        )
      await announce(db, tracks, [{ ...silent, title: '「云杉智造」完成6000万元A轮融资' }], {
        now: NOW.add({ hours: 48 }),
      })
      const days = ['2026-11-04', '2026-11-05', TODAY.toString(), TODAY.add({ days: 2 }).toString()]
      expect(await Promise.all(days.map((day) => rowsOn(db, day)))).toEqual([
        [],
        [
          {
            day: '2026-11-05',
            status: 'closed',
            company: '云杉智造',
            amounts: ['10000000.00', '100000000.00'],
          },
        ],
        [
          {
            day: '2026-11-05',
            status: 'closed',
            company: '云杉智造',
            amounts: ['10000000.00', '100000000.00'],
          },
        ],
        [
          {
            day: '2026-11-02',
            status: 'closed',
            company: '云杉智造',
            amounts: ['60000000.00', '60000000.00'],
          },
        ],
      ])
      expect(await entriesOn(db, '2026-11-05')).toEqual([['数千万元', null]])
      const ids = await sql`
      select distinct d.id from (values (day_end('2026-11-05')), ('infinity')) day (instant),
        lateral deal_as_of(day.instant) d where d.status = 'closed'`.execute(db.reader)
      expect(ids.rows).toHaveLength(1)
    },
  )

  it('counts once, also where the text that founded the deal no longer tells of it, or does again', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, TELLINGS)
    const dayAfter = (days: number): string => TODAY.add({ days }).toString()
    const told = await amountsOn(db, dayAfter(0))
    expect(told).toHaveLength(1)
    const nights = [
      { ...FIRST, title: '「云杉智造」发布新一代机器人' },
      ...TELLINGS.slice(1),
      FIRST,
    ]
    for (const [index, row] of nights.entries())
      await announce(db, tracks, [row], { now: NOW.add({ hours: 24 * (index + 2) }) })
    for (const days of [0, 1, 2, 3, 6, 7]) expect(await amountsOn(db, dayAfter(days))).toEqual(told)
  })
})
