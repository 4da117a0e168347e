import { describe, expect, it } from 'vitest'
import { type Findings, isLacking } from '../../src/model/findings.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const HEAD =
  'source,announced_on,date_precision,company,company_en,country,province,founded_year,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,confidence,note,known_from\n'
const WIDTH = HEAD.split(',').length

interface Row {
  readonly on: string
  readonly precision?: string
  readonly company: string
  readonly place?: string
  readonly millions?: number
  readonly investor?: string
  readonly knownFrom?: string
}

function line({ on, precision, company, place, millions, investor, knownFrom }: Row): string {
  const yuan = millions === undefined ? '' : `${millions}000000`
  const amount = millions === undefined ? ',,,' : `${millions}00万元,CNY,${yuan},${yuan}`
  const cells = `curated,${on},${precision ?? 'day'},${company},,CN,${place ?? ','},games,A轮,${amount},${investor ?? ''},equity,closed,,https://example.com/${company},medium,,${knownFrom ?? ''}`
  if (cells.split(',').length !== WIDTH) throw new Error(`not a line: ${cells}`)
  return cells
}

/** Ten games firms with an amount, one without. */
const EARLY: readonly Row[] = [
  ...Array.from({ length: 10 }, (_, n) => ({
    on: `2023-0${1 + (n % 5)}-1${n}`,
    company: `青禾${n}号`,
    millions: 20 + n,
    investor: '*甲资本',
  })),
  { on: '2023-04-01', company: '云杉社', investor: '*甲资本' },
]
/** What came out in autumn: another round, who paid and how much in one known before, and where its firm sits. */
const LATE: readonly Row[] = [
  {
    on: '2023-05-20',
    company: '松涛社',
    millions: 900,
    investor: '*合肥产投',
    knownFrom: '2023-09-01',
  },
  {
    on: '2023-04-01',
    company: '云杉社',
    place: 'CN-AH,2021',
    millions: 400,
    investor: '*合肥产投',
    knownFrom: '2023-09-01',
  },
  {
    on: '2023-08-01',
    company: '青禾1号',
    place: 'CN-AH,2020',
    millions: 10,
    knownFrom: '2023-09-01',
  },
]

/** What is said of who paid, what deals may add up to, and where firms sit. */
function saidOf(findings: Findings): unknown {
  const games = findings.tracks.find(({ id }) => id === 'games')
  if (games === undefined) throw new Error('no track of games')
  const { estimate, investors, byProvince, byFounded } = games.inflowDetail
  return {
    estimate,
    investors,
    byProvince,
    byFounded,
    overTime: findings.kindsOverTime,
    recorded: findings.investorShift.recorded,
  }
}

describe.each(DATABASES)('what came out later on $name', ({ open }) => {
  const told = async (...files: readonly (readonly Row[])[]) => {
    const db = await open()
    const effects = await makeUpMarket(await makeEffects(db))
    await take(effects, ...files.map((rows) => `${HEAD}${rows.map(line).join('\n')}\n`))
    return { effects, [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() }
  }

  it('is unknown before to who paid, to the estimate and to where firms sit, and known from that day', async () => {
    await using early = await told(EARLY)
    await using both = await told(EARLY, LATE)
    const [alone, before, after] = [
      await find(early.effects, '2023-H1', '2023-08-31'),
      await find(both.effects, '2023-H1', '2023-08-31'),
      await find(both.effects, '2023-H1', '2023-09-01'),
    ].map(saidOf)
    expect(before).toEqual(alone)
    expect(before).toMatchObject({
      estimate: { cells: [{ deals: 1, amounts: 10 }] },
      investors: { deals: 11, known: 0 },
      byProvince: [{ part: 'unknown', n: 11 }],
    })
    expect(after).toMatchObject({
      estimate: { cells: [] },
      investors: { deals: 12, known: 2, kinds: [{ kind: 'rmb-state', deals: 2 }] },
      byProvince: [
        { part: 'CN-AH', n: 2 },
        { part: 'unknown', n: 10 },
      ],
      overTime: [{ half: '2023-H1', deals: 12, known: 2 }],
      recorded: { deals: 12, known: 2 },
    })
  })

  it('brings its amount, from nothing on, to each half its date may lie in', async () => {
    const week = { on: '2023-07-02', precision: 'week', company: '海桐社', investor: '*合肥产投' }
    await using sure = await told(EARLY)
    await using straddling = await told([...EARLY, { ...week, millions: 5000 }])
    const [without, found] = [
      await find(sure.effects, '2023-H1', '2023-12-31'),
      await find(straddling.effects, '2023-H1', '2023-12-31'),
    ]
    const games = (findings: Findings) => {
      const own = findings.tracks.find(({ id }) => id === 'games')
      if (own === undefined || isLacking(own.inflowDetail.estimate)) throw new Error('no estimate')
      return { inflow: own.inflow, ...own.inflowDetail, estimate: own.inflowDetail.estimate }
    }
    const { inflow, investors, estimate } = games(found)
    expect(inflow.nRange).toEqual({ low: 11, high: 12 })
    expect(investors.kinds).toEqual([
      { kind: 'rmb-state', deals: 0, yuan: { low: '0.00', high: '5000000000.00' } },
    ])
    await take(
      straddling.effects,
      `source,code,kind,trade_date,close
x,ALL,index,2023-12-28,111
x,ALL,index,2023-12-29,112
`,
    )
    const later = await find(straddling.effects, '2023-H2', '2023-12-31')
    expect(later.kindsOverTime.at(-1)).toMatchObject({
      half: '2023-H2',
      deals: 1,
      kinds: [{ kind: 'rmb-state', deals: 1, yuan: { low: '0.00', high: '5000000000.00' } }],
    })
    // Uniform from nothing to five billion: the middle is half of it above what is sure.
    const added = Number(estimate.central) - Number(games(without).estimate.central)
    expect(added).toBeGreaterThan(2e9)
    expect(added).toBeLessThan(3e9)
  })
})
