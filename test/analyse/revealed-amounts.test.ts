import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { type Effects, inspect, trace } from '../../src/pipeline.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readConfigFiles } from '../../src/runtime/config-files.ts'
import { announce, told } from '../support/announce.ts'
import { makeInputs } from '../support/broken-editions.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

/** Of a round A in 2023, and what tens of millions may be at the most, yuan. */
const [CAP, WIDE] = ['5400000000', '100000000.00']

/** Deals told first without an amount or in vague words, and on later days in figures. */
const TOLD = [
  told('wire', '「星舟智能」完成A轮融资', '2023-03-01'),
  told('daily', '「星舟智能」完成8000万元A轮融资', '2023-03-09'),
  told('wire', '「云杉机器人」完成数千万元A轮融资', '2023-03-02'),
  told('daily', '「云杉机器人」完成6000万元A轮融资', '2023-03-10'),
  told('wire', '「海桐科技」完成数千万元B轮融资', '2023-03-03'),
  told('daily', '「海桐科技」完成1.2亿元B轮融资', '2023-03-11'),
  told('wire', '「雪松能源」完成数千万元B轮融资', '2023-03-03'),
  told('daily', '「雪松能源」完成8000万至1.2亿元B轮融资', '2023-03-12'),
  // Never vague, vague to the end, and told in figures on the very first day.
  told('wire', '「青岚医药」完成5000万元A轮融资', '2023-03-04'),
  told('daily', '「青岚医药」完成5200万元A轮融资', '2023-03-12'),
  told('wire', '「松石半导体」完成数亿元C轮融资', '2023-03-05'),
  told('wire', '「白榆游戏」完成数千万元天使轮融资', '2023-03-06'),
  told('daily', '「白榆游戏」完成3000万元天使轮融资', '2023-03-06'),
]

describe.each(DATABASES)('amounts told later on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await announce(db, effects.tracks, TOLD)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const said = async (asOf: string) => (await find(effects, '2023-H1', asOf)).revealed

  it('are held against the bound that stood on the first day', async () => {
    const { lines } = await said('2023-07-31')
    expect(
      lines.map(({ company, by, bound, revealed: { yuan, text, on }, result }) => [
        ...[company, by, bound.yuan.high, bound.on],
        ...[yuan.low, text, on, result],
      ]),
    ).toEqual([
      ['星舟智能', 'cap', CAP, '2023-03-01', '80000000.00', '8000万元', '2023-03-09', 'held'],
      [
        '云杉机器人',
        'wording',
        WIDE,
        '2023-03-02',
        '60000000.00',
        '6000万元',
        '2023-03-10',
        'held',
      ],
      ['海桐科技', 'wording', WIDE, '2023-03-03', '120000000.00', '1.2亿元', '2023-03-11', 'wrong'],
      [
        '雪松能源',
        'wording',
        WIDE,
        '2023-03-03',
        '80000000.00',
        '8000万至1.2亿元',
        '2023-03-12',
        'perhaps',
      ],
    ])
  })

  it('count by what stood for the amount', async () => {
    const { scores } = await said('2023-07-31')
    expect(scores).toEqual([
      { by: 'cap', revealed: 1, held: 1, perhaps: 0, wrong: 0 },
      { by: 'wording', revealed: 3, held: 1, perhaps: 1, wrong: 1 },
    ])
  })

  it('lead to every telling of the deals they count', async () => {
    const findings = await find(effects, '2023-H1', '2023-07-31')
    const says = async (id: string) =>
      (await trace(id, findings, effects)).rows.map(({ says: { amount_text } }) => amount_text)
    expect(await says('revealed.lines.0.revealed.yuan.low')).toEqual([undefined, '8000万元'])
    expect(await says('revealed.scores.1.wrong')).toEqual(['数千万元', '1.2亿元'])
    expect(await says('revealed.scores.1.revealed')).toHaveLength(6)
  })

  it.each(['zh', 'en'] as const)(
    'stand in the report, %s, those that held in the numbers only, and are read back from it',
    async (lang) => {
      const findings = await find(effects, '2023-H1', '2023-07-31')
      const html = await renderEdition(findings, { lang, templates: join(ROOT, 'templates') })
      expect(html).toContain('data-figure="revealed.scores.1.wrong">1<')
      expect(html).toContain('data-words="revealed.lines.2.company">海桐科技<')
      expect(html).not.toContain('revealed.lines.0.company')
      const files = await readConfigFiles(join(ROOT, 'config'))
      const reasons = await inspect({ html, lang, findings }, findings, makeInputs(files))
      expect(reasons.filter(({ check }) => !['input', 'missing'].includes(check))).toEqual([])
    },
  )
})
