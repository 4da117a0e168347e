import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { twinOf } from '../../scripts/bench/duckdb-twin.ts'
import { announce, told } from '../support/announce.ts'
import { DATABASES, NOW } from '../support/databases.ts'
import { sharedDatabase } from '../support/shared-database.ts'

/** Edited, contradicted, foreign, paid in kind, a total beside a round of it, and told earlier only after an edit. */
const SILENT = told('a', '「白桦光电」发布新一代芯片', '2026-11-01')
const TELLINGS = [
  told('a', '「云杉智造」完成A轮融资', '2026-11-02'),
  told('b', '「云杉智造」完成数千万元A轮融资', '2026-11-05'),
  told('c', '「云杉智造」完成6000万元A轮融资', '2026-11-09'),
  told('a', '「青禾量子」获2000万美元B轮融资', '2026-11-03'),
  told('b', '「青禾量子」获1.5亿元B轮融资', '2026-11-10'),
  told('a', '「松涛能源」完成3000万元天使轮融资', '2026-10-02'),
  told('b', '「松涛能源」连续完成两轮融资，累计金额1亿元', '2026-11-04'),
  SILENT,
  told('b', '「白桦光电」完成数千万元A轮融资', '2026-11-06'),
]
const EDITED = { ...SILENT, title: '「白桦光电」完成8000万元A轮融资' }
const DAYS = ['2026-11-02', '2026-11-04', '2026-11-06', '2026-11-09', '2026-11-21', '2026-11-30']

const deals = (day: string): string => `
  select d.id::integer as id, d.status, d.round, d.announced_on::text as day, d.currency, d.amount_low::float8 as low,
    d.amount_high::float8 as high, d.yuan_low::float8 as yuan_low, d.yuan_high::float8 as yuan_high, d.fx_source,
    d.fx_on::text as fx_on
  from deal_as_of(timestamptz '${day} 00:00:00+08') d
  order by d.id, d.status`

const server = DATABASES.filter(({ name }) => name === 'PostgreSQL')

describe.each(server)('the twin of a database in DuckDB, on $name', (database) => {
  const at = sharedDatabase(database)

  it('holds the same deals on every day', async () => {
    const { db, tracks } = at()
    await sql`
      insert into fx_rate (base, quote, rate_on, source, rate, known_from, assumed, recorded_at)
      select base, quote, '2026-11-02', 'ecb', rate, '2026-11-02', false, '2026-11-02'
      from (values ('EUR', 'CNY', 7.7), ('EUR', 'USD', 1.1)) as rates (base, quote, rate)`.execute(
      db.reader,
    )
    await announce(db, tracks, TELLINGS)
    await announce(db, tracks, [EDITED], { now: NOW.add({ hours: 48 }) })
    using twin = await twinOf(db.reader)
    const seen: unknown[] = []
    for (const day of DAYS) {
      const { rows } = await sql.raw(deals(day)).execute(db.reader)
      expect(await twin.read(deals(day)), day).toEqual(rows)
      seen.push(...rows)
    }
    // What the comparison covers: amounts told and not, converted, and what a total leaves.
    expect(seen.length).toBeGreaterThan(20)
    for (const part of [
      { currency: 'USD', fx_source: 'ecb' },
      { low: null },
      { status: 'duplicate' },
    ])
      expect(seen).toContainEqual(expect.objectContaining(part))
  })
})
