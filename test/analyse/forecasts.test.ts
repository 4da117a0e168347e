import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import type { ForecastLine } from '../../src/model/forecast-finding.ts'
import { type Effects, trace } from '../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const ZERO2IPO = '清科研究中心 Zero2IPO'
/** A market of 100 bn in each period, models 3 bn of the half, games 8 bn of the second quarter. */
const TOTALS = `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note,known_from
2023-H1,China,all,amount,100000,CNY million,${ZERO2IPO},https://t.example/1,,2023-07-28
2023-Q2,China,all,amount,100000,CNY million,${ZERO2IPO},https://t.example/2,,2023-07-28
2023-H1,China,ai-foundation-models,amount,3000,CNY million,甲研究,https://t.example/3,,2023-07-28
2023-Q2,China,games,amount,8000,CNY million,甲研究,https://t.example/4,,2023-07-28
`
const DEALS = [
  'announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,confidence,note',
  // Twenty companies with 600 m each before the quarter, six bn within it.
  ...Array.from({ length: 20 }, (_, n) => dealLine('2023-02-01', `甲${n}公司`, '600000000')),
  dealLine('2023-05-01', '乙公司', '6000000000'),
].join('\n')

function dealLine(day: string, company: string, amount: string): string {
  return `${day},day,${company},,games,A轮,${amount},CNY,${amount},${amount},,equity,closed,,https://d.example/1,high,`
}

function forecast(statement: string, ...cells: readonly string[]): string {
  return ['2022-12-01', '某报', statement, ...cells, 'https://f.example/1'].join(',')
}
const H1 = ['2023-01-01', '2023-06-30']
const FORECASTS = [
  'made_on,outlet,statement_short,track,horizon_from,due_on,measure,predicts,citation_url',
  forecast('models calm', 'ai-foundation-models', ...H1, 'primary-feast', 'no'),
  forecast('models feast', 'ai-foundation-models', ...H1, 'primary-feast', 'yes'),
  forecast('games calm', 'games', ...H1, 'primary-feast', 'no'),
  forecast('games quarter', 'games', '2023-04-01', '2023-06-30', 'primary-feast', 'no'),
  forecast('no total', 'games', '2023-01-01', '2023-05-31', 'primary-feast', 'no'),
  forecast('no ceiling', 'other', ...H1, 'primary-feast', 'no'),
  forecast('all of them', 'AI', ...H1, 'primary-feast', 'no'),
  forecast('a year', 'ai-foundation-models', '2023-01-01', '2023-12-31', 'primary-feast', 'no'),
  '',
].join('\n')

describe.each(DATABASES)('forecasts on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  beforeAll(async () => {
    db = await open()
    effects = await makeUpMarket(await makeEffects(db))
    await take(effects, TOTALS, `${DEALS}\n`, FORECASTS)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  async function known(asOf: string): Promise<ReadonlyMap<string, ForecastLine>> {
    const { forecasts } = await find(effects, '2023-H1', asOf)
    return new Map(forecasts.map((line) => [line.statement, line]))
  }
  async function outcomes(asOf: string): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries(
      [...(await known(asOf))].map(([statement, { outcome, lacking = '' }]) => [
        statement,
        `${outcome} ${lacking}`.trim(),
      ]),
    )
  }

  it('are pending until their days are over', async () => {
    const then = await known('2023-06-29')
    expect([...then.values()].filter(({ outcome }) => outcome !== 'pending')).toMatchObject([
      { statement: 'no total' },
    ])
    expect(then.get('models calm')?.results).toEqual([])
  })

  it('are due on their last day, and not judged before a total of these very days is published', async () =>
    expect(await outcomes('2023-06-30')).toMatchObject({
      'models calm': 'not-judged no-published-total',
      'games calm': 'not-judged no-published-total',
      'a year': 'pending',
    }))

  it('are judged by the rules of the primary signature once it is', async () =>
    expect(await outcomes('2023-07-31')).toEqual({
      'models calm': 'came-true',
      'models feast': 'did-not',
      'games calm': 'did-not',
      'games quarter': 'between',
      'no total': 'not-judged no-published-total',
      'no ceiling': 'not-judged no-ceiling',
      'all of them': 'not-judged no-ceiling',
      'a year': 'pending',
    }))

  it('have the figures and the rule that decided, the same as the edition of these days', async () => {
    const { forecasts, tracks } = await find(effects, '2023-H1', '2023-07-31')
    for (const [statement, track] of [
      ['models calm', 'ai-foundation-models'],
      ['games calm', 'games'],
    ] as const) {
      const own = tracks.find(({ id }) => id === track)
      const line = forecasts.find((one) => one.statement === statement)
      expect(line?.results).toEqual([
        {
          track,
          deals: own?.inflow.n,
          disclosed: own?.inflow.disclosed,
          signature: own?.primary,
        },
      ])
    }
  })

  it('rest on the deals of their own days, whatever period the edition is of', async () => {
    await take(effects, 'source,code,kind,trade_date,close\nx,ALL,index,2023-03-31,105\n')
    const { forecasts } = await find(effects, '2023-Q1', '2023-07-31')
    const line = forecasts.find(({ statement }) => statement === 'games quarter')
    expect(line?.results[0]).toMatchObject({
      deals: 1,
      disclosed: { low: '6000000000.00', high: '6000000000.00' },
    })
    expect(line?.outcome).toBe('between')
  })

  it('are traced to the deals of their own days and tracks', async () => {
    const findings = await find(effects, '2023-H1', '2023-07-31')
    const rowsOf = async (statement: string, rest = ''): Promise<readonly unknown[]> => {
      const line = findings.forecasts.findIndex((one) => one.statement === statement)
      const { rows } = await trace(`forecasts.${line}${rest}`, findings, effects)
      return rows.filter(({ table }) => table === 'event').map(({ says }) => says)
    }
    expect(await rowsOf('games quarter', '.results.0.deals')).toMatchObject([
      { track: 'games', amount_low: '6000000000' },
    ])
    expect(await rowsOf('a year')).toEqual([])
    expect(await rowsOf('games calm')).toHaveLength(21)
  })

  it('stay due and unjudged where nobody published a total, and let proposition 11 open', async () => {
    expect(await outcomes('2024-06-30')).toMatchObject({
      'a year': 'not-judged no-published-total',
    })
    const { propositions } = await find(effects, '2023-H1', '2024-06-30')
    expect(propositions[10]).toMatchObject({
      number: 11,
      verdict: 'not-enough-data',
      details: { n: 3, pending: 0, notJudged: 1, calm: 2, feasts: 0, why: 'no-published-total' },
    })
  })

  it('settle proposition 11 once one of a year is judged; a correction leaves the old state to be read', async () => {
    await take(
      effects,
      `period,region,track_or_sector,metric,value,unit,publisher,citation_url,note,known_from
2023,China,all,amount,200000,CNY million,${ZERO2IPO},https://t.example/5,,2024-02-01
2023,China,ai-foundation-models,amount,9000,CNY million,甲研究,https://t.example/6,,2024-02-01
`,
      `${FORECASTS.split('\n')[0]},known_from
${forecast('a year', 'ai-foundation-models', '2023-01-01', '2024-12-31', 'primary-feast', 'no')},2024-03-01
`,
    )
    const { propositions } = await find(effects, '2023-H1', '2024-02-15')
    expect(propositions[10]).toMatchObject({ verdict: 'supported', details: { calm: 3 } })
    expect((await known('2024-02-15')).get('a year')).toMatchObject({ outcome: 'came-true' })
    expect((await known('2024-03-15')).get('a year')).toMatchObject({ outcome: 'pending' })
  })
})
