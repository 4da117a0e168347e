import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { type Effects, importFile } from '../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { type Folder, makeFolder } from '../support/folders.ts'

const HEADER = 'source,code,kind,trade_date,open,high,low,close,known_from'
const bar = (close: string, knownFrom: string): string =>
  `${HEADER}\nx,A,index,2023-06-30,,,,${close},${knownFrom}\n`

describe.each(DATABASES)('two time axes on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let folder: Folder
  beforeAll(async () => {
    db = await open()
    effects = await makeEffects(db)
    folder = makeFolder()
  })
  beforeEach(() => db.transaction(({ run }) => run('truncate bar, bar_history, series cascade')))
  afterAll(async () => {
    folder[Symbol.dispose]()
    await db[Symbol.asyncDispose]()
  })

  const take = (text: string) => importFile(folder.write('prices.csv', text), effects)
  const describeSeries = () =>
    take('source,code,kind,name_zh,name_en,construct,membership\nx,A,index,甲,A,price,dated\n')
  const closeOn = async (day: string): Promise<string | undefined> => {
    const found = await sql<{ close: string }>`
      select close from bar_as_of(day_end(${day}::date))
    `.execute(db.reader)
    return found.rows[0]?.close
  }

  it('rebuilds what was known before a correction came', async () => {
    await describeSeries()
    await take(bar('10', '2023-06-30'))
    expect(await take(bar('11', '2023-08-01'))).toMatchObject({ inserted: 0, updated: 1 })
    expect(await closeOn('2023-06-29')).toBeUndefined()
    expect(await closeOn('2023-07-31')).toBe('10')
    expect(await closeOn('2023-08-01')).toBe('11')
  })

  it('ends the same when the correction is told first', async () => {
    await describeSeries()
    await take(bar('11', '2023-08-01'))
    expect(await take(bar('10', '2023-06-30'))).toMatchObject({ inserted: 0, updated: 0 })
    expect(await closeOn('2023-07-31')).toBe('10')
    expect(await closeOn('2023-08-01')).toBe('11')
    await take(bar('10', '2023-06-30'))
    const twins = await sql<{ n: string }>`select count(*) as n from bar_history`.execute(db.reader)
    expect(twins.rows[0]?.n).toBe('1')
  })

  it('hides a hindsight series until its members were learned', async () => {
    await take(
      'source,code,kind,name_zh,name_en,construct,membership,membership_known_from\nx,A,board,甲,A,basket,hindsight,2025-09-30\n',
    )
    await take(bar('10', ''))
    expect(await closeOn('2025-09-29')).toBeUndefined()
    expect(await closeOn('2025-09-30')).toBe('10')
  })

  it('takes members of a series nobody described for hindsight', async () => {
    await take(bar('10', ''))
    const found = await sql<{ membership: string; described: boolean }>`
      select membership, described from series
    `.execute(db.reader)
    expect(found.rows).toEqual([{ membership: 'hindsight', described: false }])
  })

  it('keeps a bar on a closed day apart, whichever file came first', async () => {
    await describeSeries()
    await take(bar('10', ''))
    await take('exchange,session_on\nXSHG,2023-06-29\nXSHG,2023-07-03\n')
    const apart = await sql<{ code: string }>`select code from off_session_bar`.execute(db.reader)
    const measured = await sql`select 1 from session_bar_as_of('infinity')`.execute(db.reader)
    expect(apart.rows).toEqual([{ code: 'A' }])
    expect(measured.rows).toEqual([])
  })

  it('rounds ties to even', async () => {
    const found = await sql<{ a: string; b: string; c: string; d: string }>`
      select round_half_even(2.345, 2) as a, round_half_even(2.355, 2) as b, round_half_even(-2.345, 2) as c,
        round_half_even(2.3450001, 2) as d
    `.execute(db.reader)
    expect(found.rows[0]).toEqual({ a: '2.34', b: '2.36', c: '-2.34', d: '2.35' })
  })

  it('hands days, numbers and instants over as the same text on both databases', async () => {
    const found = await sql`
      select '2024-03-01'::date as day, 1.50::numeric as number, 9007199254740993::int8 as large,
        '2024-03-01T00:00:00+08'::timestamptz as instant, 7 as small
    `.execute(db.reader)
    expect(found.rows[0]).toEqual({
      day: '2024-03-01',
      number: '1.50',
      large: '9007199254740993',
      instant: '2024-02-29 16:00:00+00',
      small: 7,
    })
  })
})
