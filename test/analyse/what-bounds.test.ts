import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeRulings } from '../../src/ingest/apply-rulings.ts'
import type { Database } from '../../src/load/database.ts'
import { keysOfEvents } from '../../src/load/review.ts'
import { capOf } from '../../src/model/caps.ts'
import type { Findings, TrackFindings } from '../../src/model/findings.ts'
import { DIVISIONS } from '../../src/model/inflow-finding.ts'
import type { Ruling } from '../../src/model/ruling.ts'
import { type Effects, inspect } from '../../src/pipeline.ts'
import { renderEdition } from '../../src/report/render-edition.ts'
import { ROOT } from '../../src/runtime/config.ts'
import { readConfigFiles } from '../../src/runtime/config-files.ts'
import { makeInputs } from '../support/broken-editions.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const HEAD =
  'announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,confidence,note\n'

interface Made {
  readonly on: string
  readonly company: string
  readonly track: string
  readonly money?: string
  readonly precision?: string
}

function deals(...made: readonly Made[]): string {
  return `${HEAD}${made
    .map(({ on, company, track, money = ',,,', precision = 'day' }) =>
      [on, precision, company, '', track, 'A轮', money, '', 'equity,closed', '']
        .join(',')
        .concat(`,https://d.example/${encodeURIComponent(company)},high,\n`),
    )
    .join('')}`
}

const MODELS = 'ai-foundation-models'
const TOTALS = `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note
2023,China,${MODELS},amount,10000,CNY million,甲研究,https://t.example/1,
2023-H1,China,all,amount,300000,CNY million,清科研究中心 Zero2IPO,https://t.example/2,
`
const CLAIM = `claimed_on,outlet,claim_short,track,scope,period_from,period_to,amount_low,amount_high,currency,citation_url,status,note
2023-07-01,某报,大模型赛道已吸引200亿元投资,${MODELS},China; equity,2023-01-01,2023-06-30,20000000000,20000000000,CNY,https://c.example/1,,
`

describe.each(DATABASES)('what bounds an inflow on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let findings: Findings
  const of = (id: string): TrackFindings => {
    const track = findings.tracks.find((one) => one.id === id)
    if (track === undefined) throw new Error(`no track ${id}`)
    return track
  }
  const reread = async (): Promise<void> => {
    findings = await find(effects, '2023-H1', '2024-03-01')
  }
  const page = (lang: 'en' | 'zh'): Promise<string> =>
    renderEdition(findings, { lang, templates: join(ROOT, 'templates') })
  const growthAgainst = () =>
    findings.propositions[0]?.against.filter(({ id }) => id === 'evidence.inflow-growth')

  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(
      effects,
      deals(
        { on: '2022-03-01', company: '旧公司', track: MODELS },
        {
          on: '2023-02-01',
          company: '甲公司',
          track: MODELS,
          money: '5亿元,CNY,500000000,500000000',
        },
        {
          on: '2023-03-01',
          company: '乙公司',
          track: 'games',
          money: '9亿缅元,MMK,900000000,900000000',
        },
        { on: '2023-03-02', company: '丙公司', track: 'games' },
        {
          on: '2023-03-03',
          company: '丁公司',
          track: 'other',
          money: '1亿元,CNY,100000000,100000000',
        },
        {
          on: '2023-03-04',
          company: '戊公司',
          track: 'other',
          money: '2亿元,CNY,200000000,200000000',
        },
        {
          on: '2023-01-03',
          company: '己公司',
          track: 'other',
          money: '9亿元,CNY,900000000,900000000',
          precision: 'week',
        },
        {
          on: '2023-07-02',
          company: '庚公司',
          track: 'other',
          money: '4亿元,CNY,400000000,400000000',
          precision: 'week',
        },
      ),
      TOTALS,
      CLAIM,
    )
    await reread()
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('an amount whose currency has no rate is no less than an undisclosed one', () => {
    const { inflow } = of('games')
    const cap = Number(capOf(effects.caps, 'a', 2023))
    expect([inflow.undisclosed, inflow.unconverted]).toEqual([1, 1])
    expect(inflow.bounded).toEqual({ low: '0.00', high: (2 * cap).toFixed(2) })
  })

  it('a deal that may lie outside brings nothing to a low bound, of whatever figure', () => {
    const { inflow, inflowDetail } = of('other')
    expect([inflow.n, inflow.nRange]).toEqual([3, { low: 2, high: 4 }])
    expect(inflow.disclosed).toEqual({ low: '300000000.00', high: '1600000000.00' })
    expect(inflow.withoutLargest).toEqual({ low: '100000000.00', high: '700000000.00' })
    expect(inflow.withoutTwoLargest).toEqual({ low: '0.00', high: '300000000.00' })
    expect(inflow.companiesAbove100m).toBe(2)
    expect(inflowDetail.mean).toEqual({ low: '150000000.00', high: '400000000.00' })
  })

  it('parts add up to the whole, dates that straddle an edge among them', () => {
    const { inflow, inflowDetail } = of('other')
    for (const by of DIVISIONS) {
      const sum = (number: (part: (typeof inflowDetail)[typeof by][number]) => number | string) =>
        inflowDetail[by].reduce((total, part) => total + Number(number(part)), 0)
      expect([sum(({ n }) => n), sum(({ nRange }) => nRange.high)]).toEqual([3, 4])
      expect(sum(({ disclosed }) => disclosed.low)).toBe(Number(inflow.disclosed.low))
      expect(sum(({ bounded }) => bounded.high)).toBe(Number(inflow.bounded.high))
    }
  })

  it('no growth is told that an undisclosed deal of the year before may have made up for', () => {
    expect(growthAgainst()).toEqual([])
  })

  it.each(['en', 'zh'] as const)('the page says so and is read back, %s', async (lang) => {
    const html = await page(lang)
    expect(html).toContain(lang === 'en' ? 'no rate' : '无汇率')
    const files = await readConfigFiles(join(ROOT, 'config'))
    const reasons = await inspect({ html, lang, findings }, findings, makeInputs(files))
    expect(reasons.filter(({ check }) => !['input', 'missing'].includes(check))).toEqual([])
  })

  it('a ceiling above what was recorded carries a "no", and its flip line', () => {
    const { primary, flipLine, ceiling } = of(MODELS)
    expect(primary).toMatchObject({ verdict: 'no', conditional: true })
    expect(ceiling).toMatchObject({ publisher: '甲研究' })
    expect(flipLine).toBe('5000000000.00')
    expect(findings.claims[0]).toMatchObject({ verdict: 'contradicted', reason: 'above-ceiling' })
  })

  it('another publisher who allows more stands beside it, and no "no" is left to overturn', async () => {
    await take(
      effects,
      `${TOTALS.split('\n')[0]}\n2023,China,${MODELS},amount,90000,CNY million,乙研究,https://t.example/3,\n`,
    )
    await reread()
    const { primary, flipLine } = of(MODELS)
    expect(primary).toMatchObject({ verdict: 'depends', conditional: false })
    expect(flipLine).toEqual({ lacking: 'not-a-no' })
    for (const lang of ['en', 'zh'] as const) {
      const html = await page(lang)
      expect(html).toContain(lang === 'en' ? '¥90.0 bn' : '900 亿元')
      expect(html).toContain(lang === 'en' ? 'allows up to' : '至多可到')
      const files = await readConfigFiles(join(ROOT, 'config'))
      const reasons = await inspect({ html, lang, findings }, findings, makeInputs(files))
      expect(reasons.filter(({ check }) => !['input', 'missing'].includes(check))).toEqual([])
    }
  })

  it('a total below what was surely recorded bounds nothing, neither a verdict nor a claim', async () => {
    await take(
      effects,
      deals({
        on: '2023-04-01',
        company: '辛公司',
        track: MODELS,
        money: '3000亿元,CNY,300000000000,300000000000',
      }),
    )
    await reread()
    const { primary, flipLine, ceiling } = of(MODELS)
    expect(ceiling).toEqual({ lacking: 'total-below-recorded' })
    expect(primary.verdict).toBe('not-judged')
    expect(flipLine).toEqual({ lacking: 'total-below-recorded' })
    expect(findings.claims[0]).toMatchObject({ verdict: 'contradicted', reason: 'below-recorded' })
    expect(await page('en')).toContain('the published total is below what was recorded')
  })

  it('growth is told once the least there is passes the most there can have been', async () => {
    const [growth] = growthAgainst() ?? []
    expect(growth?.details).toMatchObject({
      from: Number(capOf(effects.caps, 'a', 2022)).toFixed(2),
      to: '300500000000.00',
      broken: '2022-03-01',
      why: 'fewer-than-10-deals',
    })
    const [en, zh] = [await page('en'), await page('zh')]
    expect(en).toContain('a source changed in between, on')
    expect(en).toContain('our share of the market is not known for both')
    expect(zh).toContain('其间来源于')
  })

  it('where nothing bounds the headline, nobody is said to stand below its ceiling', () => {
    expect(findings.propositions[7]?.details).toMatchObject({ bounded: 'no', n: 0 })
  })

  it('what a person put right is out of the next edition, though no newer row came', async () => {
    const wrong = findings.deals.find(({ company }) => company === '辛公司')
    const found = await sql<{ id: string }>`
      select founding_event_id as id from deal where id = ${wrong?.dealId}`.execute(db.reader)
    const at = '2024-05-01T00:00:00Z'
    const events = await keysOfEvents(db.reader, [found.rows[0]?.id ?? ''])
    const ruling = { decision: 'reject', events, by: 'an operator', why: 'misread', at } as Ruling
    await takeRulings([ruling], { db, now: () => Temporal.Instant.from(at) })
    findings = await find(effects, '2023-H1')
    expect(findings.asOf).toBe('2024-05-01')
    expect(of(MODELS).inflow.disclosed).toEqual({ low: '500000000.00', high: '500000000.00' })
  })
})
