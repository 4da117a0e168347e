import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { type Effects, inspect, trace } from '../../src/pipeline.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readConfigFiles } from '../../src/runtime/config-files.ts'
import { makeInputs } from '../support/broken-editions.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const HEAD =
  'period,region,track_or_sector,metric,value,unit,publisher,citation_url,note,known_from\n'

/** Lines of totals: a publisher, what it counts, its figure with its unit, an address and the day it could be known. */
function totals(...lines: readonly (readonly [string, string, string, string, string])[]): string {
  return (
    HEAD +
    lines
      .map(([publisher, metric, figure, path, day]) => [
        '2022',
        'China',
        'all',
        metric,
        figure,
        publisher,
        `https://t.example/${path}`,
        '',
        day,
      ])
      .join('\n')
  )
}

describe.each(DATABASES)('first figures of publishers on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(
      effects,
      totals(
        ['甲研究', 'amount', '1000,CNY million', 'a1', '2023-02-01'],
        ['甲研究', 'deal_count', '500,cases', 'a2', '2023-02-01'],
        // Told again with the same figure, and once rounded on the first day: no move.
        ['甲研究', 'deal_count', '500,cases', 'a3', '2023-07-10'],
        ['甲研究', 'fundraising', '2000,CNY million', 'a4', '2023-02-01'],
        ['甲研究', 'fundraising', '2000,CNY million (about)', 'a5', '2023-02-01'],
        ['甲研究', 'fundraising', '1500,CNY million', 'a6', '2023-07-10'],
        ['甲研究', 'amount_change_yoy', '-10,percent', 'a7', '2023-02-01'],
        ['甲研究', 'amount_change_yoy', '-30,percent', 'a8', '2023-07-10'],
        ['乙研究', 'amount', '100,USD million (about)', 'b1', '2023-02-01'],
        ['乙研究', 'amount', '105,USD million', 'b2', '2023-07-10'],
        ['乙研究', 'deal_count', '700,cases (lower bound)', 'b3', '2023-02-01'],
        ['乙研究', 'deal_count', '752,cases', 'b4', '2023-07-10'],
        ['丙研究', 'amount', '90,CNY million', 'c1', '2023-02-01'],
      ),
      // The publisher changed its own page; and a slip of the file is put right, which is no revision.
      totals(['甲研究', 'amount', '1200,CNY million', 'a1', '2023-07-20']),
      totals(['丙研究', 'amount', '99,CNY million', 'c1', '2023-02-01']),
    )
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const said = async (asOf: string) => (await find(effects, '2023-H1', asOf)).revisions

  it('are held against the latest of the same publisher', async () => {
    const { lines } = await said('2023-07-31')
    expect(
      lines.map((one) => [one.publisher, one.metric, one.first.on, one.latest.on, one.moved]),
    ).toEqual([
      [
        '乙研究',
        'amount',
        '2023-02-01',
        '2023-07-10',
        { low: '-0.045454545455', high: '0.166666666667' },
      ],
      ['甲研究', 'amount', '2023-02-01', '2023-07-20', { low: '0.2', high: '0.2' }],
      ['甲研究', 'deal_count', '2023-02-01', '2023-07-10', { low: '0', high: '0' }],
      ['甲研究', 'fundraising', '2023-02-01', '2023-07-10', { low: '-0.25', high: '-0.25' }],
    ])
    expect(lines[0]).toMatchObject({
      unit: 'USD',
      first: { value: { low: '90000000', high: '110000000' } },
    })
  })

  it('score their publisher', async () =>
    expect((await said('2023-07-31')).publishers).toEqual([
      {
        publisher: '乙研究',
        ...{ retold: 1, moved: 0 },
        ...{ typicalMove: { low: '0', high: '0.166666666667' }, largestMove: '0.166666666667' },
      },
      {
        publisher: '甲研究',
        ...{ retold: 3, moved: 2 },
        ...{ typicalMove: { low: '0.2', high: '0.2' }, largestMove: '0.25' },
      },
    ]))

  it('had not moved as long as nobody knew', async () =>
    expect(await said('2023-07-05')).toEqual({ totals: 5, publishers: [], lines: [] }))

  it('are traced to what the publisher said on each day', async () => {
    // What it said of another year is none of it.
    await take(
      effects,
      `${HEAD}2021,China,all,amount,800,CNY million,甲研究,https://t.example/a9,,2022-02-01\n`,
    )
    const findings = await find(effects, '2023-H1', '2023-07-31')
    const says = async (id: string) =>
      (await trace(id, findings, effects)).rows.map((row) => row.says)
    expect(await says('revisions.lines.1.moved.low')).toMatchObject([
      { low: '1000000000' },
      { low: '1200000000' },
    ])
    expect(await says('revisions.publishers.1.largestMove')).toHaveLength(7)
  })

  it.each(['zh', 'en'] as const)(
    'stand in the report, %s, and are read back from it',
    async (lang) => {
      const findings = await find(effects, '2023-H1', '2023-07-31')
      const html = await renderEdition(findings, { lang, templates: join(ROOT, 'templates') })
      expect(html).toContain('data-figure="revisions.lines.1.moved">+20.0 %<')
      const files = await readConfigFiles(join(ROOT, 'config'))
      const reasons = await inspect({ html, lang, findings }, findings, makeInputs(files))
      expect(reasons.filter(({ check }) => !['input', 'missing'].includes(check))).toEqual([])
    },
  )
})
