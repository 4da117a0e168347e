import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { Findings } from '../../src/model/findings.ts'
import type { InflowPart } from '../../src/model/inflow-finding.ts'
import { type Effects, inspect, trace } from '../../src/pipeline.ts'
import { exportTables } from '../../src/report/export-tables.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readConfigFiles } from '../../src/runtime/config-files.ts'
import { makeInputs } from '../support/broken-editions.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const DEALS = `announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,confidence,note,province,founded_year
2023-02-01,day,甲公司,,games,A轮,1亿元,CNY,100000000,100000000,,equity,closed,,https://d.example/1,high,,CN-BJ,2019
2023-03-01,day,乙公司,,games,天使轮,2亿元,CNY,200000000,200000000,,equity,closed,,https://d.example/2,high,,CN-GD,2019
2023-04-01,day,丙公司,,games,A轮,,,,,,equity,closed,,https://d.example/3,high,,CN-GD,
2023-05-01,day,丁公司,,games,B轮,3亿元,CNY,300000000,300000000,,equity,closed,,https://d.example/4,high,,,2021
`

const parts = (list: readonly InflowPart[] | undefined): readonly string[] =>
  (list ?? []).map(({ part, n, undisclosed, disclosed }) =>
    [part, n, undisclosed, disclosed.high].join(' '),
  )

describe.each(DATABASES)('inflow part by part on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let findings: Findings
  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(effects, DEALS)
    findings = await find(effects, '2023-H1')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('is told by founding year and by seat, what nobody told last', () => {
    const detail = findings.tracks.find(({ id }) => id === 'games')?.inflowDetail
    expect(parts(detail?.byFounded)).toEqual([
      '2019 2 0 300000000.00',
      '2021 1 0 300000000.00',
      'unknown 1 1 0.00',
    ])
    expect(parts(detail?.byProvince)).toEqual([
      'CN-BJ 1 0 100000000.00',
      'CN-GD 2 1 200000000.00',
      'unknown 1 0 300000000.00',
    ])
  })

  it('adds up to the whole, whatever it is divided by', () => {
    for (const { inflow, inflowDetail } of findings.tracks) {
      for (const by of ['byRound', 'byFounded', 'byProvince'] as const) {
        const count = inflowDetail[by].reduce((sum, { n }) => sum + n, 0)
        const yuan = inflowDetail[by].reduce((sum, { bounded }) => sum + Number(bounded.high), 0)
        expect([count, yuan]).toEqual([inflow.n, Number(inflow.bounded.high)])
      }
    }
  })

  it('is exported and traced', async () => {
    const table = exportTables(findings).find(({ name }) => name === 'inflow-by-province')
    expect(table?.rows).toHaveLength(3)
    const id = 'tracks.games.inflowDetail.byFounded.0.n'
    expect((await trace(id, findings, effects)).rows).toHaveLength(4)
  })

  it.each([
    ['zh', '广东', '成立年份'],
    ['en', 'Guangdong', 'founded'],
  ] as const)('stands in the report, %s, and is read back from it', async (lang, ...words) => {
    const html = await renderEdition(findings, { lang, templates: join(ROOT, 'templates') })
    for (const word of words) expect(html).toContain(word)
    const files = await readConfigFiles(join(ROOT, 'config'))
    const reasons = await inspect({ html, lang, findings }, findings, makeInputs(files))
    expect(reasons.filter(({ check }) => !['input', 'missing'].includes(check))).toEqual([])
  })
})
