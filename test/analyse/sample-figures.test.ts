import { Decimal } from 'decimal.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import { type Findings, isLacking, type TrackFindings } from '../../src/model/findings.ts'
import type { Effects } from '../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { newEmbedded } from '../support/new-embedded.ts'
import { find, importSample, sampleRows } from '../support/sample.ts'

const sessions = new Set(sampleRows('sessions_xshg_2015-2026.csv').map((row) => row['session_on']))

/** Closes (or another column) of a bundled index on sessions, by day. */
function history(code: string, column = 'close'): ReadonlyMap<string, number> {
  const rows = sampleRows(`csindex/${code}.csv`).filter(({ date = '' }) => sessions.has(date))
  return new Map(rows.map((row) => [row['date'] ?? '', Number(row[column])]))
}

function board(name: string, column: string): ReadonlyMap<string, number> {
  const rows = sampleRows('boards_2022-12_2023-07.csv').filter((row) => row['board'] === name)
  return new Map(rows.map((row) => [row['trade_date'] ?? '', Number(row[column])]))
}

const at = (series: ReadonlyMap<string, number>, day: string): number => {
  const value = series.get(day)
  if (value === undefined) throw new Error(`no value on ${day}`)
  return value
}
const [T0, T1] = ['2022-12-30', '2023-06-30']
const gain = (series: ReadonlyMap<string, number>): number => at(series, T1) / at(series, T0) - 1
const sum = (series: ReadonlyMap<string, number>, from: string, to: string): number =>
  [...series].reduce((total, [day, value]) => (day >= from && day <= to ? total + value : total), 0)

describe.each(DATABASES)('2023-H1 of the bundled data on $name', ({ open }) => {
  let db: Database
  let effects: Effects
  let findings: Findings
  beforeAll(async () => {
    db = await open()
    effects = await makeEffects(db)
    await importSample(effects)
    findings = await find(effects, '2023-H1')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const track = (id: string): TrackFindings => {
    const found = findings.tracks.find((one) => one.id === id)
    if (found === undefined) throw new Error(`no track ${id}`)
    return found
  }
  const known = <T>(value: T): Exclude<T, { lacking: string }> => {
    if (isLacking(value)) throw new Error(`lacking: ${value.lacking}`)
    return value as Exclude<T, { lacking: string }>
  }

  it('has the change and excess of the AI index as the file itself gives them', () => {
    const deciding = known(track('ai-foundation-models').market.deciding)
    const [own, market] = [gain(history('930713')), gain(history('000985'))]
    expect(deciding).toMatchObject({ code: '930713', t0: T0, t1: T1, sessions: 118 })
    expect(Number(deciding.change)).toBeCloseTo(own, 10)
    expect(Number(deciding.excess)).toBeCloseTo(own - market, 10)
    expect((own * 100).toFixed(2)).toBe('33.79')
    expect(((own - market) * 100).toFixed(2)).toBe('31.62')
  })

  it('has the percentile of all windows of 118 sessions in five years', () => {
    const [own, market] = [history('930713'), history('000985')]
    const days = [...own.keys()].filter((day) => market.has(day)).sort()
    const last = days.indexOf(T1)
    const length = last - days.indexOf(T0)
    const excess = (from: number, to: number): number => {
      const [a, b] = [days[from] ?? '', days[to] ?? '']
      return at(own, b) / at(own, a) - at(market, b) / at(market, a)
    }
    const windows = days.flatMap((day, index) =>
      index <= last - length && day >= '2018-06-30' ? [excess(index, index + length)] : [],
    )
    const current = excess(last - length, last)
    const share = windows.filter((value) => value <= current).length / windows.length
    expect(Number(known(track('ai-foundation-models').market.percentile).percentile)).toBeCloseTo(
      share,
      10,
    )
    expect(Math.round(share * 100)).toBe(96)
  })

  it('has the lowest excess of the whole grid of shifted starts and ends', () => {
    const [own, market] = [history('930713'), history('000985')]
    const days = [...own.keys()].filter((day) => market.has(day)).sort()
    const [first, last] = [days.indexOf(T0), days.indexOf(T1)]
    let lowest = Number.POSITIVE_INFINITY
    for (let a = first - 20; a <= first + 20; a += 1) {
      for (let b = last - 20; b <= last + 20; b += 1) {
        const [from, to] = [days[a] ?? '', days[b] ?? '']
        lowest = Math.min(lowest, at(own, to) / at(own, from) - at(market, to) / at(market, from))
      }
    }
    const shifts = known(track('ai-foundation-models').market.shifts)
    expect(shifts.cells).toBe(41 * 41)
    expect(Number(shifts.lowest)).toBeCloseTo(lowest, 10)
  })

  it('has the turnover share of this half and of the same half a year before', () => {
    const [own, market] = [history('930713', 'amount_yi'), history('000985', 'amount_yi')]
    const share = (year: number): number =>
      sum(own, `${year}-01-01`, `${year}-06-30`) / sum(market, `${year}-01-01`, `${year}-06-30`)
    const turnover = known(track('ai-foundation-models').market.turnover)
    expect(Number(turnover.share)).toBeCloseTo(share(2023), 10)
    expect(Number(known(turnover.yearBefore))).toBeCloseTo(share(2022), 10)
    expect([share(2022), share(2023)].map((value) => (value * 100).toFixed(2))).toEqual([
      '3.29',
      '6.06',
    ])
  })

  it('has the price to earnings at both ends', () => {
    const { atStart, atEnd } = known(track('ai-foundation-models').market.multiple)
    expect([atStart, atEnd].map((value) => Math.round(Number(value)))).toEqual([33, 53])
  })

  it.each([
    ['ai-foundation-models', 'ChatGPT概念', '46.8'],
    ['games', '网络游戏', '64.5'],
    ['biomedicine', '创新药', '-4.8'],
  ])('has the board of %s as the file gives it', (id, name, percent) => {
    const own = gain(board(name, 'index_cap_weighted'))
    const basket = gain(board('全部A股', 'index_cap_weighted'))
    const cap = at(board(name, 'total_cap_cny'), T0)
    const paper = known(track(id).market.paperGain)
    expect(paper.series.membership).toBe('hindsight')
    expect((own * 100).toFixed(1)).toBe(percent)
    expect(Number(paper.series.change)).toBeCloseTo(own, 10)
    expect(Number(paper.gain) / (cap * own)).toBeCloseTo(1, 9)
    expect(Number(paper.excessGain) / (cap * (own - basket))).toBeCloseTo(1, 9)
  })

  it('has a paper gain of 631 bn yuan for the ChatGPT board, 556 bn above the market', () => {
    const { gain: raw, excessGain } = known(track('ai-foundation-models').market.paperGain)
    expect(Math.round(Number(raw) / 1e9)).toBe(631)
    expect(Math.round(Number(excessGain) / 1e9)).toBe(556)
  })

  it('converts each deal at the last rate by its day, rounded once, half to even', () => {
    const rates = sampleRows('fx_ecb_2014-12_2026-04.csv')
    for (const deal of findings.deals) {
      if (deal.currency !== 'USD' || deal.yuan === undefined || deal.original === undefined)
        continue
      const rate = rates.findLast(({ date = '' }) => date <= deal.announcedOn)
      const fen = (amount: string): bigint => {
        const scaled = (text: string | undefined): bigint => BigInt((Number(text) * 1e6).toFixed(0))
        const [top, bottom] = [
          BigInt(amount) * 100n * scaled(rate?.['cny_per_eur']),
          scaled(rate?.['usd_per_eur']),
        ]
        const [whole, rest] = [top / bottom, top % bottom]
        const isUp = rest * 2n > bottom || (rest * 2n === bottom && whole % 2n === 1n)
        return isUp ? whole + 1n : whole
      }
      expect(deal.fxOn).toBe(rate?.['date'])
      expect(BigInt(deal.yuan.low.replace('.', ''))).toBe(fen(deal.original.low))
      expect(BigInt(deal.yuan.high.replace('.', ''))).toBe(fen(deal.original.high))
    }
    expect(findings.deals.filter(({ currency }) => currency === 'USD').length).toBeGreaterThan(10)
  })

  it('counts eight deals of foundation models, four undisclosed, 4.1 to 5.9 bn, the top two 83 to 88 %', () => {
    const { inflow } = track('ai-foundation-models')
    expect(inflow).toMatchObject({
      n: 8,
      undisclosed: 4,
      unconverted: 0,
      nRange: { low: 8, high: 8 },
    })
    expect(
      [inflow.disclosed.low, inflow.disclosed.high].map((yuan) => (Number(yuan) / 1e9).toFixed(1)),
    ).toEqual(['4.1', '5.9'])
    const { low, high } = known(inflow.top2Share)
    expect([low, high].map((share) => Math.round(Number(share) * 100))).toEqual([83, 88])
  })

  it('sets the independent ceiling against the published half-year total', () => {
    const models = track('ai-foundation-models')
    expect(known(models.ceiling)).toMatchObject({
      publisher: 'LatePost',
      period: '2023',
      fit: 'contains',
      value: { high: '11000000000.00' },
    })
    expect((Number(known(models.ceilingShare)) * 100).toFixed(1)).toBe('3.8')
    expect((Number(known(models.flipLine)) / 1e9).toFixed(1)).toBe('3.6')
    expect(models.secondary.verdict).toBe('yes')
    expect(models.primary).toMatchObject({ verdict: 'no', conditional: true })
    expect(models.onlyAShares).toBe('untested')
  })

  it('says how little of the market it sees, and that publishers disagree on its direction', () => {
    const { capture } = findings
    expect(capture.recorded).toBe(61)
    expect(known(capture.publishedCount).value.low).toBe('3638')
    expect((Number(known(capture.countShare)) * 100).toFixed(1)).toBe('1.7')
    expect(capture.directionDisputed).toBe(true)
    expect(capture.directions).toHaveLength(2)
  })

  it('counts two unicorns born and one living', () => {
    expect(track('ai-foundation-models').unicorns).toMatchObject({ born: 2, bornAndLiving: 1 })
  })

  it('counts a round once, where its company was bought weeks later: the purchase stands in the ledger', () => {
    const of = (lines: Findings['deals']): readonly string[] =>
      lines
        .filter(({ company }) => company === '光年之外')
        .map(({ kind, exclusion }) => `${kind} ${exclusion ?? 'inflow'}`)
        .sort()
    expect(of(findings.deals)).toEqual(['equity inflow'])
    expect(of(findings.exclusions)).toEqual([
      'acquisition acquisition',
      'debt debt',
      'internal internal',
    ])
    const born = findings.unicorns.find(({ company }) => company === '光年之外')
    expect(born).toMatchObject({ bornOn: '2023-06-05', endedOn: '2023-06-29' })
  })

  it('balances: every deal seen is inflow or stands in the ledger with its reason, amounts and all', async () => {
    const seen = await sql<{ n: string; low: string }>`
      select count(*) as n, coalesce(sum(yuan_low), 0) as low from deal
      where announced_on between '2023-01-01' and '2023-06-30'
    `.execute(db.reader)
    // A deal whose date may lie in the half is shown beside them, marked; it belongs to the half it was printed in.
    const told = [...findings.deals, ...findings.exclusions].filter(
      ({ announcedOn }) => announcedOn >= '2023-01-01' && announcedOn <= '2023-06-30',
    )
    const sumOf = (lines: Findings['deals']): Decimal =>
      lines.reduce((sum, { yuan }) => sum.plus(yuan?.low ?? 0), new Decimal(0))
    expect([told.length, sumOf(told).toFixed(2)]).toEqual([
      Number(seen.rows[0]?.n),
      new Decimal(seen.rows[0]?.low ?? 0).toFixed(2),
    ])
    const { amounts } = findings
    const printed = ['curated/deals.csv', 'curated/exclusions.csv']
      .flatMap(sampleRows)
      .filter(
        (row) => (row['amount_low'] ?? '') !== '' && /^2023-0[1-6]/.test(row['announced_on'] ?? ''),
      )
    expect(amounts).toMatchObject({ seen: printed.length, off: [], unread: 0 })
    expect(amounts.counted + amounts.inLedger).toBe(printed.length)
    for (const { exclusion } of findings.exclusions) expect(exclusion).toBeDefined()
    for (const { exclusion } of findings.deals) expect(exclusion).toBeUndefined()
  })

  it('calls "tens of billions" false for models and possible for broad AI over the year', () => {
    const claim = findings.claims.find(({ claim: text }) => text.includes('数百亿'))
    expect(claim).toMatchObject({
      verdict: 'contradicted',
      reason: 'above-ceiling',
      details: { widerTrack: 'AI', widerPeriod: '2023' },
    })
    expect(
      [claim?.details['widerLow'], claim?.details['widerHigh']].map((yuan) =>
        Math.round(Number(yuan) / 1e8),
      ),
    ).toEqual([142, 554])
  })

  it('judges applications and infrastructure of the primary side not at all', () => {
    expect(track('aigc-applications').primary.verdict).toBe('not-judged')
    expect(track('ai-infrastructure').primary.verdict).toBe('not-judged')
  })

  it('judges eleven propositions, and says what five of them lack', () => {
    expect(findings.propositions.map(({ number, verdict }) => [number, verdict])).toEqual([
      [1, 'supported'],
      [2, 'not-enough-data'],
      [3, 'supported'],
      [4, 'supported'],
      [5, 'supported'],
      [6, 'not-enough-data'],
      [7, 'not-enough-data'],
      [8, 'not-enough-data'],
      [9, 'not-enough-data'],
      [10, 'not-enough-data'],
      [11, 'not-enough-data'],
    ])
  })

  it('states no growth across a break of the sources, nor from few deals', () => {
    for (const { gap } of findings.tracks) expect(isLacking(gap.growthGap)).toBe(true)
  })

  it('knows on 31 July 2023 nothing that was learned later', async () => {
    const then = await find(effects, '2023-H1', '2023-07-31')
    const models = then.tracks.find(({ id }) => id === 'ai-foundation-models')
    expect(models?.market.paperGain).toEqual({ lacking: 'no-board' })
    expect(models?.market.shown.map(({ membership }) => membership)).not.toContain('hindsight')
    expect(models?.ceiling).toEqual({ lacking: 'no-ceiling' })
    expect(models?.primary.verdict).toBe('not-judged')
    expect(then.claims.every(({ claimedOn }) => claimedOn <= '2023-07-31')).toBe(true)
    expect(
      Number(isLacking(models?.market.deciding) ? 0 : models?.market.deciding.excess),
    ).toBeCloseTo(0.3162, 4)
  })

  /** An edition of any period, whose figures at least cannot be wrong in themselves. */
  const answer = async (period: string): Promise<Findings> => {
    const other = await find(effects, period)
    expect(JSON.stringify(other)).not.toMatch(/NaN|Infinity|undefined/)
    for (const { inflow, primary, capture } of other.tracks) {
      expect(Number(inflow.disclosed.low)).toBeLessThanOrEqual(Number(inflow.disclosed.high))
      expect(Number(inflow.disclosed.high)).toBeLessThanOrEqual(Number(inflow.bounded.high))
      expect(inflow.nRange.low).toBeLessThanOrEqual(inflow.n)
      expect(inflow.n).toBeLessThanOrEqual(inflow.nRange.high)
      // Rows that are a small part of what was published decide nothing.
      const restsOnRows = primary.verdict !== 'not-judged' && !primary.conditional
      expect(restsOnRows && capture.levels.from !== 'rows').toBe(false)
    }
    return other
  }

  it.each([
    ['2022-H1', { contradicted: [1] }],
    ['2022-H2', {}],
    ['2023-H2', { supported: [3, 4, 8], contradicted: [1] }],
    ['2024-H1', { supported: [3] }],
  ])('judges of %s only what its thin data can carry', async (period, expected) => {
    const { tracks, propositions } = await answer(period)
    expect(tracks.every(({ primary }) => primary.verdict === 'not-judged')).toBe(true)
    const { 'not-enough-data': _, ...judged } = Object.groupBy(
      propositions,
      ({ verdict }) => verdict,
    )
    const numbers = Object.entries(judged).map(([verdict, all]) => [
      verdict,
      all?.map(({ number }) => number),
    ])
    expect(Object.fromEntries(numbers)).toEqual(expected)
  })

  it.each(['2023', '2023-Q2', '2023-06', '2023-01-15..2023-04-20'])(
    'answers for %s, with "not judged" rather than a wrong figure',
    async (period) => {
      await answer(period)
    },
  )

  it('gives the same findings whichever database computed them', async () => {
    await using other = await newEmbedded()
    const again = await makeEffects(other)
    await importSample(again)
    const strip = (text: Findings): string => JSON.stringify(text).replaceAll(/"dealId":"\d+"/g, '')
    expect(strip(await find(again, '2023-H1'))).toBe(strip(findings))
  })
})
