import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { Findings } from '../../src/model/findings.ts'
import type { Effects } from '../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

function deal(day: string, company: string, amount: string, kind: string): string {
  const [track, status] = ['ai-foundation-models', kind === 'planned' ? 'planned' : 'closed']
  const of = kind === 'planned' ? 'internal' : kind
  const currency = amount === '' ? '' : 'CNY'
  return `${day},day,${company},,${track},A轮,${amount},${currency},${amount},${amount},,${of},${status},,https://d.example/1,high,`
}
const DEALS = [
  'announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,confidence,note',
  deal('2023-02-01', '甲公司', '1000000000', 'equity'),
  deal('2023-03-01', '乙公司', '2000000000', 'equity'),
  deal('2023-04-01', '丙公司', '', 'equity'),
  deal('2023-02-02', '某集团', '5000000000', 'internal'),
  deal('2023-03-02', '另一集团', '', 'internal'),
  deal('2023-05-02', '某集团', '30000000000', 'planned'),
  deal('2023-08-01', '某集团', '90000000000', 'internal'),
  '',
].join('\n')
const FILES = [
  DEALS,
  `claimed_on,outlet,claim_short,track,scope,period_from,period_to,amount_low,amount_high,currency,citation_url
2023-07-01,某报,大模型已吸引数百亿投资,ai-foundation-models,China,2023-01-01,2023-06-30,10000000000,100000000000,CNY,https://c.example/1
`,
  `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note
2023-H1,China,ai-foundation-models,amount,9000,CNY million,远山研究,https://t.example/1,
`,
]

describe.each(DATABASES)('claims beside deals and internal money on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let findings: Findings
  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(effects, ...FILES)
    findings = await find(effects, '2023-H1', '2023-12-31')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('have the deals of their own field and days, the largest first', () =>
    expect(findings.claims).toMatchObject([
      {
        verdict: 'contradicted',
        recorded: { low: '3000000000.00', high: '3000000000.00' },
        deals: {
          n: 3,
          undisclosed: 1,
          largest: [{ company: '乙公司' }, { company: '甲公司' }, { company: '丙公司' }],
        },
      },
    ]))

  it('are judged again with the internal money of the same days, done and planned apart', () =>
    expect(findings.claims[0]?.withInternal).toEqual([
      {
        status: 'closed',
        n: 2,
        undisclosed: 1,
        yuan: { low: '5000000000.00', high: '5000000000.00' },
        verdict: 'contradicted',
      },
      {
        status: 'planned',
        n: 1,
        undisclosed: 0,
        yuan: { low: '30000000000.00', high: '30000000000.00' },
        verdict: 'within-uncertainty',
      },
    ]))

  it('tell proposition 4 what hangs on the definition', () =>
    expect(findings.propositions[3]).toMatchObject({
      number: 4,
      verdict: 'supported',
      details: { n: 3, tested: 1, turned: 1, wouldFlip: 'yes' },
      against: [{ id: 'evidence.turned', details: { status: 'planned' } }],
    }))
})
