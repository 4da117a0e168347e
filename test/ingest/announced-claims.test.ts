import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'
import type { Effects } from '../../src/pipeline.ts'
import { announce } from '../support/announce.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const TOTALS = `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note
2023-H1,China,ai-foundation-models,amount,9000,CNY million,远山研究,https://totals.example/1,
`
const SAYS = '2023年上半年大模型领域融资总额达数百亿元'

function text(key: string, title: string, body?: string): AnnouncementRow {
  const [source, url] = ['paper', `https://paper.example/${key}`]
  const row = { source, sourceKey: url, url, title, publishedOn: '2023-07-10' }
  return { ...row, ...(body === undefined ? {} : { body }) } as AnnouncementRow
}

describe.each(DATABASES)('what an announcement claims of a field on $name', ({ open }) => {
  let db: Database
  let effects: Effects

  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(effects, TOTALS)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  /** Reads the texts as one page, so many hours after the first. */
  async function readAfter(hours: number, ...rows: readonly AnnouncementRow[]): Promise<void> {
    await announce(db, effects.tracks, rows, { now: NOW.add({ hours }) })
  }

  async function stored(table: 'claim' | 'claim_history'): Promise<readonly object[]> {
    const found = await sql<object>`
      select claim, url, source_key as key, rule, span_in || ' ' || span_start || '-' || span_end as span,
        trim_scale(amount_low)::text as low from ${sql.table(table)} order by claim, url
    `.execute(db.reader)
    return found.rows
  }

  it('is one claim with a verdict, however often it is read and printed', async () => {
    const later = text('b', '一周观察', `${SAYS}，业内人士说。`)
    const first = text('a', SAYS)
    await readAfter(0, later)
    await readAfter(1, first, later, { ...first, sourceKey: 'a again' })
    const once = await stored('claim')
    expect(once).toEqual([
      {
        claim: SAYS,
        url: first.url,
        key: 'a again',
        rule: 'claim/zh/total',
        span: 'title 0-22',
        low: '10000000000',
      },
    ])
    const past = await stored('claim_history')
    await readAfter(2, later, first)
    await readAfter(3, later)
    expect(await stored('claim')).toEqual(once)
    expect(await stored('claim_history')).toEqual(past)

    const { claims } = await find(effects, '2023-H1', '2023-12-31')
    expect(claims).toMatchObject([
      {
        outlet: 'paper',
        claimedOn: '2023-07-10',
        from: '2023-01-01',
        to: '2023-06-30',
        track: 'ai-foundation-models',
        verdict: 'contradicted',
        reason: 'above-ceiling',
      },
    ])
  })

  it('is not held against totals of China where it speaks of elsewhere, nor where it names no days', async () => {
    await readAfter(
      4,
      text('c', '2023年上半年美国大模型领域融资总额800亿元'),
      text('d', '大模型赛道吸引了数百亿投资'),
    )
    const { claims } = await find(effects, '2023-H1', '2023-12-31')
    expect(claims.map(({ verdict, reason }) => [verdict, reason])).toEqual(
      expect.arrayContaining([
        ['not-checkable', 'abroad'],
        ['not-checkable', 'period-unclear'],
      ]),
    )
  })

  /** What is claimed of the half, as known on a day of November 2026, and where it stands. */
  async function claimed(words: string, day: number): Promise<readonly string[]> {
    const now = (): Temporal.Instant => Temporal.Instant.from(`2026-11-${day}T02:00:00Z`)
    const { claims } = await find({ ...effects, now }, '2023-H1', `2026-11-${day}`)
    return claims.filter(({ claim }) => claim.includes(words)).map(({ url }) => url)
  }

  it('is withdrawn on the day its text was seen to say it no longer, and told before', async () => {
    const words = '2023年上半年大模型领域融资总额为300亿元'
    const told = text('f', words)
    await readAfter(6, told)
    await readAfter(48, { ...told, title: '更正：此前的数字有误' })
    expect(await claimed(words, 25)).toEqual([told.url])
    expect(await claimed(words, 26)).toEqual([])
    await readAfter(72, told)
    expect(await claimed(words, 26)).toEqual([])
    expect(await claimed(words, 27)).toEqual([told.url])
  })

  it('goes over to another text of the day that makes it too, whichever is read first', async () => {
    const words = '2023年上半年大模型领域融资总额为400亿元'
    const [first, second] = [text('g', words), text('h', '早报', `${words}。`)]
    await readAfter(6, first, second)
    expect(await claimed(words, 24)).toEqual([first.url])
    await readAfter(48, { ...first, title: '早报' })
    expect(await claimed(words, 25)).toEqual([first.url])
    expect(await claimed(words, 26)).toEqual([second.url])
    await readAfter(72, { ...second, body: '没有了。' })
    expect(await claimed(words, 27)).toEqual([])
    const third = text('i', words)
    await readAfter(96, third)
    expect(await claimed(words, 27)).toEqual([third.url])
  })

  it('stays where an import no longer has it, and goes where one says that it was taken back', async () => {
    const header =
      'claimed_on,outlet,claim_short,track,scope,period_from,period_to,amount_low,amount_high,currency,citation_url,status,known_from'
    const row = (name: string, state: string): string =>
      `2023-07-01,某报,${name},games,China,2023-01-01,2023-06-30,1,2,CNY,https://c.example/${name},${state}`
    await take(effects, `${header}\n${row('甲', ',')}\n${row('乙', ',')}\n`)
    await take(effects, `${header}\n${row('乙', 'withdrawn,2026-11-20')}\n`)
    expect(await claimed('甲', 24)).toHaveLength(1)
    expect(await claimed('乙', 19)).toHaveLength(1)
    expect(await claimed('乙', 20)).toEqual([])
  })

  it('is none in a text about one company', async () => {
    const before = await stored('claim')
    await readAfter(5, text('e', '「青禾量子」完成10亿元A轮融资，投身大模型赛道'))
    expect(await stored('claim')).toEqual(before)
  })
})
