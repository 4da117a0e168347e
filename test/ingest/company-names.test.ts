import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { loadBatches } from '../../src/load/import-rows.ts'
import { aliases } from '../../src/transform/kinds/aliases.ts'
import { MERGING } from '../../src/transform/merging/merging.ts'
import { announce, told } from '../support/announce.ts'
import { DATABASES, NOW } from '../support/databases.ts'
import { sharedDatabase } from '../support/shared-database.ts'

/** The company of every deal that stands, with the id it goes under. */
async function companies(db: Database): Promise<readonly { id: string; round: string }[]> {
  const found = await sql<{ id: string; round: string }>`
    select d.company_id::text as id, d.round from deal d where d.status = 'closed' order by d.announced_on, d.round
  `.execute(db.reader)
  return found.rows
}

async function idsOf(db: Database): Promise<readonly string[]> {
  return (await companies(db)).map(({ id }) => id)
}

describe.each(DATABASES)('a company keeps one id on $name', (database) => {
  const at = sharedDatabase(database)

  it('under its legal, short, traditional and English name', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, [
      told('a', '「星途光子」（StarWay Photonics）完成5000万元天使轮融资', '2024-01-10'),
      told('b', '北京星途光子科技有限公司完成8000万元A轮融资', '2024-09-10'),
      told('c', '「星途光子」完成2亿元B轮融資', '2025-06-10'),
      told('d', 'StarWay Photonics raises $90M Series C led by Example Capital', '2026-06-10'),
    ])
    const ids = await idsOf(db)
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(1)
  })

  it('through a rename told before, between or after its rounds', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, [told('a', '「墨石量子」完成5000万元天使轮融资', '2024-01-10')])
    await announce(db, tracks, [told('b', '「星途光子」完成2亿元B轮融资', '2025-06-10')])
    const apart = await idsOf(db)
    expect(new Set(apart).size).toBe(2)
    await announce(db, tracks, [told('c', '「墨石量子」更名为「星途光子」', '2025-07-10')])
    expect(await idsOf(db)).toEqual([apart[0], apart[0]])
    await announce(db, tracks, [told('d', '「星途光子」完成3亿元C轮融资', '2026-07-10')])
    await announce(db, tracks, [told('e', '墨石量子完成4亿元D轮融资', '2026-11-10')])
    expect(new Set(await idsOf(db))).toEqual(new Set([apart[0]]))
    const redirects = await sql<{ name: string; to: string | null }>`
      select name, merged_into::text as to from company order by id
    `.execute(db.reader)
    expect(redirects.rows).toEqual([
      { name: '墨石量子', to: null },
      { name: '星途光子', to: apart[0] },
    ])
  })

  it('and gets its own back when the text that said otherwise is edited', async () => {
    const { db, tracks } = at()
    const wrong = told('a', '「星途光子」（原名墨石量子）完成2亿元B轮融资', '2025-06-10')
    await announce(db, tracks, [
      told('b', '「墨石量子」完成5000万元天使轮融资', '2024-01-10'),
      wrong,
    ])
    expect(new Set(await idsOf(db)).size).toBe(1)
    const edited = { ...wrong, title: '「星途光子」完成2亿元B轮融资' }
    await announce(db, tracks, [edited], { now: NOW.add({ hours: 24 }) })
    expect(new Set(await idsOf(db)).size).toBe(2)
    const kept = await sql<{ status: string }>`
      select status from alias union all select status from alias_history order by status
    `.execute(db.reader)
    expect(kept.rows.map(({ status }) => status)).toEqual(['told', 'withdrawn'])
  })

  it('but not with its parent, nor with a firm of the same short name elsewhere', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, [
      told('a', '大林机器人旗下机器人公司「大林机器人智造」完成5000万元A轮融资', '2024-01-10'),
      told('b', '「大林机器人」完成5000万元A轮融资', '2024-01-11'),
      told('c', '北京云杉智能科技有限公司完成5000万元A轮融资', '2024-02-10'),
      told('d', '深圳云杉智能科技有限公司完成9亿元C轮融资', '2024-03-10'),
    ])
    const ids = await idsOf(db)
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(4)
  })

  it('as an imported list of names says, and the lists are checked', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, [
      told('a', '「墨石量子」完成5000万元天使轮融资', '2024-01-10'),
      told('b', '「星途光子」完成2亿元B轮融资', '2025-06-10'),
    ])
    const cells = {
      name: '星途光子',
      alias: '墨石量子',
      alias_kind: 'same-name',
      told_on: '2025-07-01',
    }
    const read = aliases.toRows(
      { ...cells, citation_url: 'https://example.com/1' },
      { name: 'x.csv' },
    )
    if (!read.ok) throw new Error('the row was rejected')
    const rows = read.value.map((row) => ({ line: 1, row }))
    await db.transaction((transaction) =>
      loadBatches(transaction, 'aliases', [{ lines: 1, rows, rejected: [] }], {
        pageId: '1',
        now: NOW,
        merging: MERGING,
      }),
    )
    expect(new Set(await idsOf(db)).size).toBe(1)
    const itself = aliases.toRows({ ...cells, alias: '星途光子' }, { name: 'x.csv' })
    expect(itself).toMatchObject({ ok: false })
  })

  it('with seat and founding year from whichever text tells them', async () => {
    const { db, tracks } = at()
    await announce(db, tracks, [
      told('a', 'Moonlit Robotics raises $20M Series A led by Example Capital', '2024-01-10'),
      told(
        'b',
        'Moonlit Robotics raises $90M Series B led by Example Capital',
        '2025-01-10',
        'Shenzhen-based Moonlit Robotics was founded in 2021. It makes robots.',
      ),
    ])
    const found = await sql`
      select d.country, c.province, c.founded_year from deal d join company c on c.id = d.company_id order by d.announced_on
    `.execute(db.reader)
    const facts = { country: 'CN', province: 'CN-GD', founded_year: 2021 }
    expect(found.rows).toEqual([facts, facts])
  })
})
