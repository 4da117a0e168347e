import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import { loadBatches } from '../../src/load/import-rows.ts'
import { openPostgres } from '../../src/load/postgres-database.ts'
import type { CalendarDate } from '../../src/model/calendar-date.ts'
import type { BarRow } from '../../src/model/market-rows.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'
import { freshDatabase, makeEffects, NOW } from '../support/databases.ts'
import { enterMadePage } from '../support/made-page.ts'

const row = (close: string, knownFrom: string): BarRow => ({
  source: 'x',
  code: 'A',
  seriesKind: 'index',
  seriesName: '甲',
  tradeDate: '2023-06-30' as CalendarDate,
  close,
  knownFrom: knownFrom as CalendarDate,
})

describe.runIf(inject('postgresUrl') !== '')('two writers of one fact at the same time', () => {
  it.each([
    [row('11', '2023-08-01'), { inserted: 0, updated: 1, unchanged: 0 }, '11'],
    [row('9', '2023-06-01'), { inserted: 0, updated: 0, unchanged: 1 }, '10'],
  ])('end with the state that was known last, whoever is faster', async (second, merged, close) => {
    await using db = openPostgres(await freshDatabase())
    await makeEffects(db)
    await sql`insert into series (source, code, kind, name_zh, name_en, construct, membership, described, recorded_at)
      values ('x', 'A', 'index', 'A', 'A', 'price', 'dated', true, ${NOW.toString()})`.execute(
      db.reader,
    )
    const written = Promise.withResolvers<void>()
    const load = (bar: BarRow, after: () => Promise<void>) =>
      db.transaction(async (transaction) => {
        const batch = { lines: 1, rows: [{ line: 1, row: bar }], rejected: [] }
        const pageId = await enterMadePage(transaction.sql, NOW)
        const origin = { pageId, now: NOW, merging: MERGING }
        const result = await loadBatches(transaction, 'bars', [batch], origin)
        await after()
        return result
      })
    const first = load(row('10', '2023-06-30'), async () => {
      written.resolve()
      // Until the other one waits for what this one has not committed yet.
      for (let waiting = 0; waiting === 0; ) {
        const locks = await sql<{ n: string }>`
          select count(*) as n from pg_locks where not granted`.execute(db.reader)
        waiting = Number(locks.rows[0]?.n)
      }
    })
    await written.promise
    expect(await load(second, async () => {})).toMatchObject(merged)
    expect(await first).toMatchObject({ inserted: 1 })
    const found = await sql<{ close: string }>`select close from bar`.execute(db.reader)
    expect(found.rows).toEqual([{ close }])
  })
})
