import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { takeRulings } from '../../src/ingest/apply-rulings.ts'
import type { Database } from '../../src/load/database.ts'
import { dealsOfCompany, keysOfEvents, readDoubtful, readReviewed } from '../../src/load/review.ts'
import { readRulings } from '../../src/load/rulings.ts'
import type { Ruling } from '../../src/model/ruling.ts'
import { cellsOf, readHandMade, type TypedDeal } from '../../src/transform/hand-made-deal.ts'
import { announce, told } from '../support/announce.ts'
import { checksums, DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { forgetAnnouncements, sharedDatabase } from '../support/shared-database.ts'

const PAIR = [
  told('a', '机器人公司「云杉智造」完成5000万元融资', '2026-11-02'),
  told('b', '「云杉智造」完成新一轮融资', '2026-11-19'),
]
const COPIES = [
  told('a', '「墨石量子」完成8000万元A轮融资', '2026-11-03'),
  told('b', '「墨石量子」完成8000万元A轮融资', '2026-11-04'),
]
const ROWS = [...PAIR, ...COPIES]
const SAID = { by: 'an operator', why: 'asked the company' }

interface Standing {
  readonly company: string
  readonly status: string
  readonly told: number
}

/** Deals as known at an instant, by default now, with how many events tell of them. */
async function deals(db: Database, at = NOW.add({ hours: 1000 })): Promise<readonly Standing[]> {
  const found = await sql<Standing>`
    select c.name as company, d.status,
      (select count(*)::int from deal_event de where de.deal_id = d.id) as told
    from deal_as_of(${at.toString()}) d join company c on c.id = d.company_id
    order by c.name collate "C", d.announced_on, d.status`.execute(db.reader)
  return found.rows
}

function statuses(standing: readonly Standing[], company: string): readonly string[] {
  return standing.filter((deal) => deal.company === company).map(({ status }) => status)
}

async function eventsOf(db: Database, company: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select e.id from event e join company c on c.id = e.company_id where c.name = ${company}
    order by e.announced_on`.execute(db.reader)
  return found.rows.map(({ id }) => id)
}

async function decide(
  db: Database,
  decision: 'merge' | 'split' | 'accept' | 'reject',
  events: readonly string[],
  hours = 0,
): Promise<void> {
  const keys = await keysOfEvents(db.reader, events)
  const now = NOW.add({ hours })
  const ruling = { decision, events: keys, ...SAID, at: now.toString() } as Ruling
  await takeRulings([ruling], { db, now: () => now })
}

const TYPED: TypedDeal = {
  company: '棱镜医疗',
  date: '2026-11-05',
  url: 'https://hand.example/1',
  track: 'biomedicine',
  round: 'A轮',
  amount: '3000万元',
  investors: '*远山资本;松涛创投',
}

function added(hours = 0): Ruling {
  const cells = cellsOf(TYPED)
  const read = cells.ok ? readHandMade(cells.value) : cells
  if (!cells.ok || !read.ok) throw new Error('the deal cannot be read')
  const at = NOW.add({ hours }).toString()
  return { decision: 'add', events: [read.value.key], deal: cells.value, ...SAID, at }
}

describe.each(DATABASES)('decisions of the review on $name', (database) => {
  const at = sharedDatabase(database)
  const { open } = database

  it('are found by a part of any name of the company', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, ROWS)
    const found = await dealsOfCompany(db.reader, '墨石')
    expect(found).toMatchObject([
      { company: '墨石量子', round: 'a', status: 'closed', tellings: 2 },
    ])
    const [event = ''] = found.map((deal) => deal.event)
    expect((await readReviewed(db.reader, event))?.tellings).toHaveLength(2)
    expect(await dealsOfCompany(db.reader, '%')).toEqual([])
  })

  it('put events together and apart, whatever the score says, and hold when they are told again', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, PAIR)
    const [pair] = await readDoubtful(db.reader)
    if (pair === undefined) throw new Error('nothing was doubtful')
    const events = [pair.a.event, pair.b.event]
    await decide(db, 'merge', events, 1)
    expect(statuses(await deals(db), '云杉智造')).toEqual(['closed', 'duplicate'])
    expect(await readDoubtful(db.reader)).toEqual([])
    await announce(db, tracks, PAIR, { now: NOW.add({ hours: 24 }) })
    expect(statuses(await deals(db), '云杉智造')).toEqual(['closed', 'duplicate'])
    await decide(db, 'split', events, 30)
    expect(statuses(await deals(db), '云杉智造')).toEqual(['closed', 'closed'])
    expect(statuses(await deals(db, NOW.add({ hours: 20 })), '云杉智造')).toEqual([
      'closed',
      'duplicate',
    ])
    expect(await readReviewed(db.reader, events[0] ?? '')).toMatchObject({
      company: '云杉智造',
      rulings: [{ decision: 'merge' }, { decision: 'split', by: 'an operator' }],
    })
  })

  it('take an event out and back, and both states stay where they were known', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, COPIES)
    const events = await eventsOf(db, '墨石量子')
    await decide(db, 'reject', events.slice(0, 1), 10)
    const own = async (hours: number): Promise<readonly string[]> =>
      statuses(await deals(db, NOW.add({ hours })), '墨石量子')
    // The other telling stands alone now, and only from then on.
    expect(await own(5)).toEqual(['closed', 'duplicate'])
    expect(await own(11)).toEqual(['rejected', 'closed'])
    await announce(db, tracks, COPIES, { now: NOW.add({ hours: 12 }) })
    expect(await own(13)).toEqual(['rejected', 'closed'])
    await decide(db, 'accept', events.slice(0, 1), 20)
    expect([await own(5), await own(15), await own(21)]).toEqual([
      ['closed', 'duplicate'],
      ['rejected', 'closed'],
      ['closed', 'duplicate'],
    ])
  })

  it('put firms of other names together, and what tells of either later goes with them', async () => {
    const { db, tracks } = at()
    const title = (firm: string): string => `「${firm}」完成5000万元A轮融资`
    await announce(db, tracks, [
      told('a', title('云杉智造'), '2026-11-02'),
      told('b', title('松塔医疗'), '2026-11-03'),
    ])
    const pair = [...(await eventsOf(db, '云杉智造')), ...(await eventsOf(db, '松塔医疗'))]
    await decide(db, 'merge', pair, 1)
    const standingNow = async (): Promise<readonly Standing[]> =>
      (await deals(db)).filter(({ status }) => status === 'closed')
    expect(await standingNow()).toEqual([{ company: '云杉智造', status: 'closed', told: 2 }])
    for (const [source, firm] of [
      ['c', '松塔医疗'],
      ['d', '云杉智造'],
    ] as const)
      await announce(db, tracks, [told(source, title(firm), '2026-11-05')])
    expect(await standingNow()).toEqual([{ company: '云杉智造', status: 'closed', told: 4 }])
    await decide(db, 'split', pair, 2)
    expect(await standingNow()).toEqual([
      { company: '云杉智造', status: 'closed', told: 2 },
      { company: '松塔医疗', status: 'closed', told: 2 },
    ])
  })

  it('decide nothing while one of two events is not there', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, COPIES)
    await decide(db, 'split', await eventsOf(db, '墨石量子'), 10)
    const rulings = await readRulings(db.reader)
    await forgetAnnouncements(db)
    await announce(db, tracks, COPIES.slice(0, 1))
    await takeRulings(rulings, { db, now: () => NOW.add({ hours: 20 }) })
    const ruled = await sql`select from ruled_event`.execute(db.reader)
    expect(ruled.rows).toEqual([])
    expect(await deals(db, NOW.add({ hours: 5 }))).toEqual([
      { company: '墨石量子', status: 'closed', told: 1 },
    ])
  })

  it('add a deal that is told again later, as any row of a file would be', async () => {
    const { db, tracks } = at()
    await takeRulings([added()], { db, now: () => NOW })
    const rows = [told('a', '「棱镜医疗」完成3000万元A轮融资，远山资本领投', '2026-11-06')]
    await announce(db, tracks, rows)
    expect(await deals(db)).toEqual([
      { company: '棱镜医疗', status: 'closed', told: 2 },
      { company: '棱镜医疗', status: 'duplicate', told: 0 },
    ])
    const found = await sql<{ track: string; low: string; investors: unknown }>`
      select d.track, d.yuan_low::text as low, e.investors from deal d join event e on e.id = d.founding_event_id
      where d.status = 'closed'`.execute(db.reader)
    expect(found.rows).toEqual([
      {
        track: 'biomedicine',
        low: '30000000.00',
        investors: [
          { name: '远山资本', lead: true },
          { name: '松涛创投', lead: false },
        ],
      },
    ])
  })

  it('give the same on a fresh database, taken before or after its rows, and wait for what is not there', async () => {
    await using first = await open()
    const { tracks } = await makeEffects(first)
    await announce(first, tracks, ROWS)
    await decide(first, 'merge', await eventsOf(first, '云杉智造'), 1)
    await decide(first, 'reject', (await eventsOf(first, '墨石量子')).slice(0, 1), 2)
    await takeRulings([added(3)], { db: first, now: () => NOW.add({ hours: 3 }) })
    const rulings = await readRulings(first.reader)
    expect(rulings.map(({ decision }) => decision)).toEqual(['merge', 'reject', 'add'])

    await using early = await open()
    await makeEffects(early)
    const before = await takeRulings(rulings, { db: early, now: () => NOW })
    expect([before.fresh, before.waiting.map(({ decision }) => decision)]).toEqual([
      3,
      ['merge', 'reject'],
    ])
    await announce(early, tracks, ROWS.toReversed())
    const again = await takeRulings(rulings, { db: early, now: () => NOW })
    expect([again.fresh, again.known, again.waiting]).toEqual([0, 3, []])
    expect(await checksums(early.reader)).toEqual(await checksums(first.reader))
    for (const hours of [0, 1, 5])
      expect(await deals(early, NOW.add({ hours }))).toEqual(await deals(first, NOW.add({ hours })))
  })
})

describe('a deal added by hand', () => {
  it('is refused with all reasons where it cannot be read', () => {
    expect(cellsOf({ ...TYPED, amount: 'plenty' })).toMatchObject({ ok: false })
    const cells = cellsOf({ ...TYPED, date: '2026-02-30', url: 'nowhere' })
    const read = cells.ok ? readHandMade(cells.value) : cells
    expect(read).toEqual({
      ok: false,
      problems: [expect.stringContaining('announced_on'), expect.stringContaining('citation_url')],
    })
  })
})
