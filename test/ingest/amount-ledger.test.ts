import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needsOfAmounts } from '../../src/commands/amount-words.ts'
import { takeRulings } from '../../src/ingest/apply-rulings.ts'
import { readAmountBalance } from '../../src/load/amount-balance.ts'
import type { Database } from '../../src/load/database.ts'
import { keysOfEvents } from '../../src/load/review.ts'
import type { Ruling } from '../../src/model/ruling.ts'
import type { AnnouncementRow } from '../../src/model/told-rows.ts'
import type { Effects } from '../../src/pipeline.ts'
import { announce, told } from '../support/announce.ts'
import { DATABASES, makeEffects, NOW } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const BALANCED = { off: [], dealsWithoutEntry: [], unread: 0 }

/** Pieces of texts, each with amounts of another kind; any order of them is a text. */
const PIECES = [
  '「青禾量子」完成1.5亿元A轮融资，',
  '「星途光子」获数千万元Pre-A轮融资，投后估值10亿元。',
  '此前，公司曾获2000万元天使轮融资。',
  '累计融资近3亿元，',
  '（约合人民币2.1亿元）',
  '美团以20.65亿元收购墨石量子。',
  '投资$30 million，',
  '融资X亿元，',
  '另有九位数融资传闻。',
  '去年营收3亿元；',
  '拟募资不超过5亿元，',
  'Acme AI raises $20M Series A, valued at $150 million. ',
  'It previously raised $5 million. ',
  '2023年上半年大模型领域融资总额达数百亿元。',
  '0元、1,2,3元\n',
  '云杉智造、远山航天均获1亿元B轮融资。',
]
const anyText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: 'binary' }) },
    ),
    { minLength: 1, maxLength: 6 },
  )
  // No text database takes this character.
  .map((parts) => parts.join('').replaceAll('\0', ''))

const OF_DEALS =
  'alias amount_aside amount_tally announcement claim company company_key covering_total deal deal_event doubtful_pair event investor_name same_deal telling'.split(
    ' ',
  )

/** Which version of each row stands: a row that is written again is another, whatever it says. */
async function versions(db: Database): Promise<Readonly<Record<string, string>>> {
  const rows = OF_DEALS.map(async (table) => {
    const found = await sql<{ rows: string }>`
      select coalesce(string_agg(ctid::text || ' ' || xmin::text, ', ' order by ctid), '') as rows
      from ${sql.table(table)}`.execute(db.reader)
    return [table, found.rows[0]?.rows ?? ''] as const
  })
  return Object.fromEntries(await Promise.all(rows))
}

describe.each(DATABASES)('the ledger of amounts on $name', ({ open }) => {
  let db: Database
  let effects: Effects

  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
  })
  afterAll(() => db[Symbol.asyncDispose]())

  async function read(hours: number, ...rows: readonly AnnouncementRow[]): Promise<void> {
    await announce(db, effects.tracks, rows, { now: NOW.add({ hours }) })
  }

  /** Where the amounts of announcements of a source went, as `text: reason`. */
  async function went(source: string, asOf = 'infinity'): Promise<readonly string[]> {
    const found = await sql<{ line: string }>`
      select amount_text || ': ' || coalesce(reason, 'counts') as line
      from amount_entry_as_of(${asOf}::timestamptz) e join announcement a on a.id = e.announcement_id
      where a.source = ${source} order by line
    `.execute(db.reader)
    return found.rows.map(({ line }) => line).sort()
  }

  it('says where each amount of a text went', async () => {
    await read(
      0,
      told(
        'one',
        '「星途光子」完成5000万元A轮融资',
        '2026-11-20',
        '半导体公司星途光子宣布完成5000万元（约合700万美元）A轮融资，投后估值6亿元。此前，公司曾获1000万元天使轮融资。' +
          '公司去年营收3亿元。有传言说它将融X亿元。',
      ),
      told('one', '2023年上半年大模型领域融资总额达数百亿元'),
    )
    expect(await went('one')).toEqual(
      [
        '5000万元: counts',
        '5000万元: said-again',
        '700万美元: no-deal',
        '6亿元: valuation',
        '1000万元: retrospective',
        '3亿元: no-deal',
        'X亿元: unreadable',
        '数百亿元: claim',
      ].sort(),
    )
    expect(await readAmountBalance(db.reader)).toEqual(BALANCED)
  })

  it('has a reason for every kind of money that is no inflow', async () => {
    const texts = {
      internal: '阿里云宣布投入30亿元建设智算中心',
      acquisition: '美团以20.65亿元收购墨石量子',
      listing: '禾禾智能登陆港交所，IPO募资15亿港元',
      placement: '昆仑万维拟定增募资10亿元',
      debt: '「远山航天」获银行贷款2亿元',
      grant: '「云杉智造」获得政府补贴500万元',
      fund: '某某创投完成20亿元人民币基金募集',
      planned: '「青禾量子」拟融资3亿元，正在进行A轮融资',
      rumour: '知情人士：「林下智能」将以8亿元完成B轮融资',
    }
    await read(1, ...Object.values(texts).map((title) => told('kinds', title)))
    await read(1, told('abroad', 'Moonlit Robotics raises $20M Series A led by Example Capital'))
    const reasons = [...(await went('kinds')), ...(await went('abroad'))].map((line) =>
      line.replace(/^.*: /, ''),
    )
    expect(reasons.sort()).toEqual([...Object.keys(texts), 'country-unknown'].sort())
    expect(await readAmountBalance(db.reader)).toEqual(BALANCED)
  })

  it('leaves every row alone where the same is told again', async () => {
    const rows = [
      told('z', '「鲸落智能」完成5000万元A轮融资，累计融资近3亿元', '2026-11-02', PIECES.join('')),
      told('z2', '「鲸落智能」（Whalefall AI）完成5000万元A轮融资', '2026-11-03'),
      told('z3', '「鲸落」完成新一轮融资', '2026-11-19'),
    ]
    await read(3, ...rows)
    const before = await versions(db)
    expect(before['amount_aside']).not.toBe('')
    await read(30, ...rows.toReversed())
    expect(await versions(db)).toEqual(before)
  })

  it('follows an amount through a second telling, decisions and an edit', async () => {
    const first = told('x', '机器人公司「北辰机器人」完成5000万元融资', '2026-11-02')
    await read(2, first, told('y', '「北辰机器人」完成5000万元新一轮融资', '2026-11-19'))
    const both = async (): Promise<readonly string[]> => [
      ...(await went('x')),
      ...(await went('y')),
    ]
    expect(await both()).toEqual(['5000万元: counts', '5000万元: duplicate'])
    const found = await sql<{ id: string }>`
      select e.id from event e join announcement a on a.id = e.announcement_id where a.source in ('x', 'y') order by e.id
    `.execute(db.reader)
    const events = await keysOfEvents(
      db.reader,
      found.rows.map(({ id }) => id),
    )
    for (const [decision, second] of [
      ['split', 'counts'],
      ['merge', 'duplicate'],
    ] as const) {
      const said = { by: 'an operator', why: 'asked both', at: NOW.toString() }
      await takeRulings([{ decision, events, ...said } as Ruling], { db, now: () => NOW })
      expect(await both()).toEqual(['5000万元: counts', `5000万元: ${second}`])
      expect(await readAmountBalance(db.reader)).toEqual(BALANCED)
    }

    await read(72, { ...first, title: '「北辰机器人」发布新品，售价3万元' })
    expect(await went('x')).toEqual(['3万元: price', '5000万元: withdrawn'])
    expect(await went('x', '2026-11-10T00:00:00Z')).toEqual(['5000万元: counts'])
    expect(await went('y')).toEqual(['5000万元: counts'])
    expect(await readAmountBalance(db.reader)).toEqual(BALANCED)
  })

  it('holds rows of files like texts, and what a corrected row said before', async () => {
    const row = (amount: string, knownFrom: string): string =>
      `source,announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,second_citation_url,confidence,note,known_from
rows,2023-05-02,day,石上科技,,games,A轮,${amount},CNY,${amount},${amount},,equity,closed,,https://x.example/1,,high,,${knownFrom}
`
    await take(effects, row('10000000', '2023-05-03'))
    await take(effects, row('12000000.50', '2023-06-01'))
    expect(await went('rows')).toEqual(['12000000.50: counts'])
    expect(await went('rows', '2023-05-20T00:00:00Z')).toEqual(['10000000: counts'])
    for (const asOf of ['2023-05-20', 'infinity']) {
      const off = await sql`
        select currency, sum(n_off), sum(low_off) from amount_side_as_of(${asOf}::timestamptz)
        group by currency having sum(n_off) <> 0 or sum(low_off) <> 0
      `.execute(db.reader)
      expect(off.rows).toEqual([])
    }
  })

  it('finds what goes missing on either side, and is whole again when the text is read again', async () => {
    const text = told('broken', '「青石智能」完成1亿元A轮融资，估值12亿元', '2026-10-05')
    const plants = [
      `delete from amount_aside where amount_text = '12亿元'`,
      `update event set amount_low = 90000000 where amount_text = '1亿元' and span_start = 1`,
      `delete from amount_tally where announcement_id in (select id from announcement where source = 'broken')`,
    ]
    for (const plant of plants) {
      await read(3, text)
      expect(await readAmountBalance(db.reader)).toEqual(BALANCED)
      const changed = await sql.raw(plant).execute(db.reader)
      expect(changed.numAffectedRows).toBeGreaterThan(0n)
      const found = await readAmountBalance(db.reader)
      expect(found.off).toMatchObject([{ month: '2026-10', currency: 'CNY' }])
      expect(needsOfAmounts(found).join()).toContain('the ledger of 2026-10 in CNY')
    }
    await read(3, text)
    await sql`update deal set amount_high = 200000000 where founding_event_id in (
      select e.id from event e join announcement a on a.id = e.announcement_id where a.source = 'broken')`.execute(
      db.reader,
    )
    const found = await readAmountBalance(db.reader)
    expect(found).toMatchObject({ off: [], dealsWithoutEntry: [expect.any(String)] })
    expect(needsOfAmounts(found)).toHaveLength(1)
    await sql`update deal set amount_high = 100000000 where amount_high = 200000000`.execute(
      db.reader,
    )
  })

  it('counts the round of a company once that is bought weeks later', async () => {
    await take(
      effects,
      `unicorn_on,date_precision,company,company_en,track,post_money_text,currency,valuation_low,valuation_high,ended_on,end_reason,citation_url,second_citation_url,confidence,note
2023-06-05,day,光年之外,Light Years Beyond,ai-foundation-models,10亿美元,USD,1000000000,1000000000,2023-06-29,bought by Meituan,https://x.example/u,,high,
`,
    )
    await read(
      4,
      told('a', '大模型公司光年之外完成2.3亿美元A轮融资', '2023-06-05'),
      told('b', '王慧文旗下「光年之外」完成2.3亿美元融资，源码资本领投', '2023-06-06'),
      told('c', '美团以20.65亿元收购光年之外', '2023-06-29'),
    )
    const findings = await find(effects, '2023-H1', '2026-11-24')
    const of = (lines: typeof findings.deals): readonly string[] =>
      lines
        .filter(({ company }) => company === '光年之外')
        .map(({ amountText, exclusion = 'counts' }) => `${amountText}: ${exclusion}`)
    expect(of(findings.deals)).toEqual(['2.3亿美元: counts'])
    expect(of(findings.exclusions)).toEqual(['2.3亿美元: duplicate', '20.65亿元: acquisition'])
    expect(findings.unicorns).toMatchObject([{ bornOn: '2023-06-05', endedOn: '2023-06-29' }])
    const { seen, counted, inLedger, off, unread } = findings.amounts
    expect({ off, unread }).toEqual({ off: [], unread: 0 })
    expect(counted + inLedger).toBe(seen)
  })

  it('balances whatever texts say, however often and in whatever wording they come', async () => {
    let hours = 100
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.nat({ max: 4 }), title: anyText, body: anyText }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (texts) => {
          hours += 24
          const once = [...new Map(texts.map((text) => [text.key, text])).values()]
          await read(
            hours,
            ...once.map(({ key, title, body }) => ({
              ...told('any', title, '2026-11-21', body),
              sourceKey: `any ${key}`,
            })),
          )
          expect(await readAmountBalance(db.reader)).toEqual(BALANCED)
        },
      ),
      { numRuns: 10 },
    )
  })
})
