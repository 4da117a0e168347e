import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { loadBatches } from '../../src/load/import-rows.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { BarRow, FxRow, ListingRow, MemberRow } from '../../src/model/market-rows.ts'
import type { Unit, UnitRows } from '../../src/model/rows.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'
import { DATABASES, NOW, openMigrated } from '../support/databases.ts'
import { enterMadePage } from '../support/made-page.ts'

async function load<U extends Unit>(db: Database, unit: U, rows: readonly UnitRows[U][]) {
  const batch = {
    lines: rows.length,
    rows: rows.map((row, index) => ({ line: index + 1, row })),
    rejected: [],
  }
  const pageId = await enterMadePage(db.reader, NOW)
  return db.transaction((transaction) =>
    loadBatches(transaction, unit, [batch], { pageId, now: NOW, merging: MERGING }),
  )
}

const day = (text: string): CalendarDate => text as CalendarDate
const member = (stock: string, asOf: string, settles = true): MemberRow => ({
  source: 'vendor',
  board: '885728',
  instrument: `XSHG:${stock}`,
  stockName: `N${stock}`,
  asOf: day(asOf),
  settles,
})
const listed = (code: string, name: string, asOf: string): ListingRow => ({
  source: 'vendor',
  code,
  name,
  asOf: day(asOf),
  settles: true,
})

async function eventsOf(db: Database): Promise<readonly string[]> {
  const found = await sql<{ line: string }>`
    select happened_on || ' ' || event || ' ' || name as line from board_event order by happened_on, event, name collate "C"
  `.execute(db.reader)
  return found.rows.map(({ line }) => line)
}

describe.each(DATABASES)('boards night by night on $name', ({ open }) => {
  it('tell who joined and who left', async () => {
    await using db = await openMigrated(open)
    const first = ['600001', '600002', '600003']
    await load(
      db,
      'members',
      first.map((code) => member(code, '2026-11-20')),
    )
    // The same night told again, and an earlier one told late, change nothing.
    expect(
      await load(
        db,
        'members',
        first.map((code) => member(code, '2026-11-20')),
      ),
    ).toMatchObject({
      inserted: 0,
      updated: 0,
    })
    await load(db, 'members', [member('600009', '2026-11-18')])
    expect(
      await load(
        db,
        'members',
        ['600001', '600002', '600004'].map((code) => member(code, '2026-11-23')),
      ),
    ).toMatchObject({ inserted: 1, updated: 1 })
    await load(
      db,
      'members',
      [...first, '600004'].map((code) => member(code, '2026-11-24')),
    )
    expect(await eventsOf(db)).toEqual([
      '2026-11-20 joined N600001',
      '2026-11-20 joined N600002',
      '2026-11-20 joined N600003',
      '2026-11-23 joined N600004',
      '2026-11-23 left N600003',
      '2026-11-24 joined N600003',
    ])
  })

  it('are compared only once their last page is in', async () => {
    await using db = await openMigrated(open)
    await load(db, 'members', [member('600001', '2026-11-20', false)])
    expect(await eventsOf(db)).toEqual([])
    await load(db, 'members', [member('600002', '2026-11-20')])
    expect(await eventsOf(db)).toEqual(['2026-11-20 joined N600001', '2026-11-20 joined N600002'])
    const left = await sql<{ n: string }>`select count(*) as n from board_sighting`.execute(
      db.reader,
    )
    expect(left.rows[0]?.n).toBe('0')
  })

  it('are not believed when more than half of them is gone, until it has been so for three nights', async () => {
    await using db = await openMigrated(open)
    const codes = ['600001', '600002', '600003', '600004']
    await load(
      db,
      'members',
      codes.map((code) => member(code, '2026-11-16')),
    )
    for (const night of ['2026-11-17', '2026-11-18'])
      await load(db, 'members', [member('600001', night)])
    expect((await eventsOf(db)).filter((line) => line.includes('left'))).toEqual([])
    await load(db, 'members', [member('600001', '2026-11-19')])
    expect((await eventsOf(db)).filter((line) => line.includes('left'))).toEqual([
      '2026-11-19 left N600002',
      '2026-11-19 left N600003',
      '2026-11-19 left N600004',
    ])
    const frozen = await sql<{ believed: boolean }>`
      select believed from board_freeze order by as_of
    `.execute(db.reader)
    expect(frozen.rows.map(({ believed }) => believed)).toEqual([true, false, false, true])
  })

  it('appear, are renamed, vanish and come back', async () => {
    await using db = await openMigrated(open)
    await load(db, 'listings', [listed('a', '甲', '2026-11-17'), listed('b', '乙', '2026-11-17')])
    await load(db, 'listings', [listed('a', '甲二', '2026-11-18'), listed('b', '乙', '2026-11-18')])
    await load(db, 'listings', [listed('a', '甲二', '2026-11-19')])
    await load(db, 'listings', [listed('a', '甲二', '2026-11-20'), listed('b', '乙', '2026-11-20')])
    expect(await eventsOf(db)).toEqual([
      '2026-11-17 appeared 乙',
      '2026-11-17 appeared 甲',
      '2026-11-18 renamed 甲二',
      '2026-11-19 vanished 乙',
      '2026-11-20 came back 乙',
    ])
  })
})

const bar = (source: string, close: string, amountCny: string): BarRow => ({
  source,
  code: source === 'csindex' ? '000300' : 'sh000300',
  seriesKind: 'index',
  seriesName: '沪深300',
  instrument: 'CSI:000300',
  tradeDate: day('2026-11-23'),
  close,
  amountCny,
})
const rate = (source: string, value: string): FxRow => ({
  source,
  base: 'USD',
  quote: 'CNY',
  rateOn: day('2026-11-23'),
  rate: value,
})

describe.each(DATABASES)('two sources of one bar on $name', ({ open }) => {
  it('that disagree are a conflict, until one of them is corrected', async () => {
    await using db = await openMigrated(open)
    const conflicts = async (): Promise<readonly unknown[]> =>
      (
        await sql`
          select instrument, measure, source_a, source_b, value_a::text, value_b::text from conflict order by measure
        `.execute(db.reader)
      ).rows
    await load(db, 'bars', [bar('csindex', '4592.75', '554021000000')])
    await load(db, 'bars', [bar('sina-kline', '4592.751', '554000000000')])
    expect(await conflicts()).toEqual([])
    await load(db, 'bars', [bar('sina-kline', '4612.75', '454000000000')])
    expect(await conflicts()).toEqual([
      {
        instrument: 'CSI:000300',
        measure: 'amount',
        source_a: 'csindex',
        source_b: 'sina-kline',
        value_a: '554021000000',
        value_b: '454000000000',
      },
      {
        instrument: 'CSI:000300',
        measure: 'close',
        source_a: 'csindex',
        source_b: 'sina-kline',
        value_a: '4592.75',
        value_b: '4612.75',
      },
    ])
    await load(db, 'bars', [bar('sina-kline', '4592.75', '554021000000')])
    expect(await conflicts()).toEqual([])
    await load(db, 'fx', [rate('cfets', '7.0821'), rate('safe', '7.0821'), rate('ecb', '7.12')])
    expect(await conflicts()).toMatchObject([
      { instrument: 'USD/CNY', source_a: 'cfets', source_b: 'ecb' },
      { instrument: 'USD/CNY', source_a: 'ecb', source_b: 'safe' },
    ])
    await load(db, 'fx', [rate('ecb', '7.0825')])
    expect(await conflicts()).toEqual([])
  })
})

describe.each(DATABASES)('headlines on $name', ({ open }) => {
  it('are counted for each track whose words they name, beside all of the day', async () => {
    await using db = await openMigrated(open)
    const told = ['半导体公司完成融资', '大模型公司完成融资', '一家餐厅开业'].map((title) => ({
      source: 'feed',
      sourceKey: title,
      title,
      publishedOn: day('2026-11-23'),
    }))
    await load(db, 'announcements', told)
    const counts = await sql<{ track_id: string; headlines: string; all_headlines: string }>`
      select track_id, headlines, all_headlines from headline_count where track_id = 'semiconductors'
    `.execute(db.reader)
    expect(counts.rows).toEqual([
      { track_id: 'semiconductors', headlines: '1', all_headlines: '3' },
    ])
  })
})
