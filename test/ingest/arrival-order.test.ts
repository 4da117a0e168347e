import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'
import { announce } from '../support/announce.ts'
import { checksums, DATABASES } from '../support/databases.ts'
import { timesOf } from '../support/drill.ts'
import { forgetAnnouncements, sharedDatabase } from '../support/shared-database.ts'

/** Names of which some are one firm, some continue one another, and some only begin alike. */
const FIRMS = [
  '「星河动力」',
  '「星河动力」（Galaxy Drive）',
  '北京星河动力科技有限公司',
  '「星河」',
  '「星河智联」',
  'Galaxy Drive',
  '「墨石量子」',
  '「墨石」',
]
const SAYINGS = [
  (firm: string, sum: string) => `${firm}完成${sum}A轮融资，远山资本领投`,
  (firm: string, sum: string) => `${firm}完成${sum}A轮融资，松涛创投领投`,
  (firm: string, sum: string) => `${firm}完成${sum}B轮融资`,
  (firm: string, sum: string) => `${firm}完成新一轮融资，金额${sum}`,
  (firm: string, sum: string) => `${firm}完成新一轮融资，累计融资${sum}`,
  (firm: string, sum: string) => `${firm}拟融资${sum}`,
  (firm: string) => `${firm}完成A轮融资`,
  (firm: string) => `${firm}更名为「星河动力」`,
]
const SUMS = ['5000万元', '近1亿元', '1亿元', '超1亿元', '1000万美元', '3亿元']
const DAYS = ['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-20', '2026-04-30', '2026-08-08']

interface Telling {
  readonly firm: string
  readonly saying: (typeof SAYINGS)[number]
  readonly sum: string
  readonly day: string
  readonly site: number
}

const telling: fc.Arbitrary<Telling> = fc.record({
  firm: fc.constantFrom(...FIRMS),
  saying: fc.constantFrom(...SAYINGS),
  sum: fc.constantFrom(...SUMS),
  day: fc.constantFrom(...DAYS),
  site: fc.integer({ min: 0, max: 4 }),
})

function toRows(tellings: readonly Telling[]): readonly AnnouncementRow[] {
  return tellings.map(
    ({ firm, saying, sum, day, site }, index): AnnouncementRow => ({
      source: `site${site}`,
      sourceKey: String(index),
      url: `https://site${site}.example/${index}`,
      title: saying(firm, sum),
      publishedOn: day as CalendarDate,
    }),
  )
}

/** The same announcements in two orders, each cut into pages of some size. */
const twoOrders = fc
  .array(telling, { minLength: 2, maxLength: 10, size: 'max' })
  .map(toRows)
  .chain((rows) =>
    fc.record({
      one: fc.record({ rows: fc.constant(rows), page: fc.integer({ min: 2, max: 10 }) }),
      other: fc.record({
        rows: fc.shuffledSubarray([...rows], { minLength: rows.length }),
        page: fc.integer({ min: 2, max: 10 }),
      }),
    }),
  )

/** Which names are one firm, and which events a person should look at: neither stands on a natural key of its own. */
async function beside(db: Database): Promise<unknown> {
  const found = await sql`
    select (
      select jsonb_agg(names order by names) from (
        select jsonb_agg(name order by name collate "C") as names from company group by coalesce(merged_into, id)) firm
    ) as firms, (
      select jsonb_agg(pair order by pair) from (
        select jsonb_build_array(a.source_key, b.source_key, d.score, d.why) as pair
        from doubtful_pair d
        join event ea on ea.id = d.event_a join announcement a on a.id = ea.announcement_id
        join event eb on eb.id = d.event_b join announcement b on b.id = eb.announcement_id) doubt
    ) as doubts, (
      select jsonb_agg(line order by line) from (
        select jsonb_build_array(a.source_key, e.kind, e.status, e.reason, e.currency, e.amount_low, e.amount_high) as line
        from amount_entry e join announcement a on a.id = e.announcement_id) entry
    ) as ledger`.execute(db.reader)
  return found.rows[0]
}

describe.each(DATABASES)('announcements on $name', (database) => {
  const at = sharedDatabase(database)

  it(
    'give the same deals, ledger and figures in whatever order and pages they come',
    async () => {
      const { db, tracks } = at()
      const outcome = async ({
        rows,
        page,
      }: {
        rows: readonly AnnouncementRow[]
        page: number
      }) => {
        await forgetAnnouncements(db)
        for (let from = 0; from < rows.length; from += page)
          await announce(db, tracks, rows.slice(from, from + page))
        const { deal: _named, company: _first, ...sums } = await checksums(db.reader)
        const deals = await sql`
        select event_kind, source_key, span_start, country, track, kind, status, round, announced_on, currency, amount_low,
          amount_high, known_from
        from natural_rows.deal order by source_key, event_kind, span_start`.execute(db.reader)
        return { deals: deals.rows, sums, beside: await beside(db) }
      }
      await fc.assert(
        fc.asyncProperty(twoOrders, async ({ one, other }) => {
          expect(await outcome(other)).toEqual(await outcome(one))
        }),
        { numRuns: timesOf({ sample: 3, full: 300 }) },
      )
    },
    timesOf({ sample: 120_000, full: 3_600_000 }),
  )
})
