import { Decimal } from 'decimal.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/load/database.ts'
import {
  CAUSES,
  type ChangesInPeriod,
  type HeadlineMeasure,
  type SplitFigure,
} from '../../src/model/change-finding.ts'
import { type Findings, isLacking } from '../../src/model/findings.ts'
import type { TracksConfig } from '../../src/model/tracks-config.ts'
import { adoptTracks, archive, type Effects } from '../../src/pipeline.ts'
import { DATABASES, makeEffects } from '../support/databases.ts'
import { makeUpMarket, take } from '../support/made-up-market.ts'
import { find } from '../support/sample.ts'

const TRACK = 'ai-foundation-models'
const DEALS = `announced_on,date_precision,company,company_en,track,round,amount_text,currency,amount_low,amount_high,investors,kind,status,valuation_text,citation_url,second_citation_url,confidence,note,known_from
`
const deal = (
  on: string,
  name: string,
  sum: string,
  rest: Partial<Record<'track' | 'known', string>> = {},
) =>
  `${on},day,${name},,${rest.track ?? TRACK},A轮,${sum === ',' ? '' : 'printed'},${sum === ',' ? '' : 'CNY'},${sum},,equity,closed,,https://example.com/${on},,medium,,${rest.known ?? on}\n`
const BARS = 'source,code,kind,trade_date,close,market_cap_cny,known_from\n'

/** The tracks with a board that has a market value; `aliases` are other words for the track. */
function tracksWith(config: TracksConfig, aliases: readonly string[]): TracksConfig {
  return {
    ...config,
    versions: config.versions.map((version) => ({
      ...version,
      tracks: version.tracks.map((track) =>
        track.id === TRACK
          ? {
              ...track,
              aliases: [...aliases],
              series: {
                ...track.series,
                'paper-gain': [{ series: 'x/BOARD', from: undefined, until: undefined }],
              },
            }
          : track,
      ),
    })),
  }
}

describe.each(DATABASES)('changes between editions on $name', ({ open }) => {
  let db: Database
  let first: Findings
  let later: Effects
  let second: Findings
  beforeAll(async () => {
    db = await open()
    const made = await makeUpMarket(await makeEffects(db))
    const at = (day: string, effects: Effects): Effects => ({
      ...effects,
      now: () => Temporal.Instant.from(`${day}T02:00:00Z`),
    })
    const early = at('2023-05-31', { ...made, tracks: tracksWith(made.tracks, []) })
    await take(
      early,
      `source,code,kind,name_zh,name_en,construct,membership
x,BOARD,board,概念,Concept,price,dated
`,
      `${BARS}x,BOARD,board,2022-12-30,500,1000000000000,
x,ALL,index,2023-05-30,105,,
x,AI,index,2023-05-30,1100,,
x,BOARD,board,2023-05-30,600,,
x,BOARD,board,2023-06-30,700,,
`,
      `${DEALS}${deal('2023-03-01', 'Corrected', '1000000000,1000000000')}${deal('2023-03-02', 'Withdrawn', '50000000,50000000')}${deal('2023-04-01', 'Secret', ',')}${deal('2023-05-01', 'Refiled', '70000000,70000000', { track: 'agents' })}`,
    )
    await adoptTracks(early)
    first = await find(early, '2023-H1', '2023-05-31')
    await archive({ html: '<p>first</p>', lang: 'zh', findings: first }, early)
    await archive({ html: '<p>first in English</p>', lang: 'en', findings: first }, early)

    later = at('2023-07-31', {
      ...early,
      tracks: tracksWith(made.tracks, ['agents']),
      caps: { ...early.caps, years: { default: { ...early.caps.years.default, a: '600000000' } } },
    })
    await take(
      later,
      `${BARS}x,ALL,index,2023-05-31,106,,2023-06-02
x,AI,index,2023-05-31,1130,,2023-06-02
x,BOARD,board,2023-05-31,610,,2023-06-02
x,AI,index,2022-12-30,1010,,2023-06-05
`,
      `${DEALS}${deal('2023-03-01', 'Corrected', '800000000,900000000')}${deal('2023-05-20', 'Late', '300000000,300000000', { known: '2023-06-10' })}${deal('2023-06-15', 'New', '500000000,500000000')}`,
    )
    await db.transaction(({ run }) =>
      run(`update deal set status = 'withdrawn', recorded_at = '2023-07-30'
        where company_id = (select id from company where name = 'Withdrawn');
        update event set status = 'withdrawn', recorded_at = '2023-07-30', page_id = null
        where company_id = (select id from company where name = 'Withdrawn')`),
    )
    await adoptTracks(later)
    second = await find(later, '2023-H1', '2023-07-31')
  })
  afterAll(() => db[Symbol.asyncDispose]())

  const since = ({ changes }: Findings): ChangesInPeriod => {
    if (isLacking(changes.samePeriod)) throw new Error(changes.samePeriod.lacking)
    return changes.samePeriod
  }
  const changed = (measure: HeadlineMeasure): SplitFigure => {
    const found = since(second).figures.find(
      (one) => one.measure === measure && one.track === TRACK,
    )
    if (found === undefined) throw new Error(`${measure} did not change`)
    return found
  }

  it('are none for the first edition of a period', () => {
    expect(first.changes).toEqual({
      samePeriod: { lacking: 'first-edition' },
      otherPeriod: { lacking: 'first-edition' },
    })
  })

  it('tell new, late, corrected and refiled deals apart', () => {
    const { asOf, deals } = since(second)
    expect({ asOf, deals }).toEqual({
      asOf: '2023-05-31',
      deals: { redefined: 1, corrected: 2, late: 1, new: 1 },
    })
    const { corrected = [] } = since(second)
    expect(corrected.map(({ cause }) => cause)).toEqual(['corrected', 'corrected', 'redefined'])
    for (const { before, after } of corrected) expect(before).not.toEqual(after)
    expect(changed('disclosed')).toMatchObject({
      before: { low: '1050000000.00', high: '1050000000.00' },
      after: { low: '1670000000.00', high: '1770000000.00' },
      parts: {
        redefined: { low: '70000000', high: '70000000' },
        corrected: { low: '-250000000', high: '-150000000' },
        late: { low: '300000000', high: '300000000' },
        new: { low: '500000000', high: '500000000' },
      },
    })
  })

  it('count another cap as another rule', () => {
    const { parts } = changed('bounded')
    const before = Number(new Map(first.caps.map((cap) => [cap.round, cap.yuan])).get('a'))
    expect(parts).toMatchObject({
      redefined: { low: '70000000', high: String(70_000_000 + 600_000_000 - before) },
      late: { low: '300000000', high: '300000000' },
    })
  })

  it('split the excess into the corrected close, the late session and the new ones', () => {
    const { parts } = changed('excess')
    if (isLacking(parts)) throw new Error(parts.lacking)
    const [corrected, late, now] = [
      new Decimal(1100).div(1010).minus('1.05'),
      new Decimal(1130).div(1010).minus('1.06'),
      new Decimal(1200).div(1010).minus('1.10'),
    ]
    const expected = [0, corrected.minus('0.05'), late.minus(corrected), now.minus(late)]
    for (const [index, cause] of CAUSES.entries())
      expect(Number(parts[cause].low)).toBeCloseTo(Number(expected[index]), 10)
  })

  it('add up to the whole exactly, for every figure', () => {
    const { figures } = since(second)
    expect(figures.map(({ measure }) => measure)).toEqual([
      'excess',
      'excess-gain',
      'disclosed',
      'bounded',
      'pass-through',
      'disclosed',
      'bounded',
    ])
    const split = figures.filter(({ parts }) => !isLacking(parts))
    expect(split.length).toBe(6)
    for (const { before, after, parts } of split)
      for (const bound of ['low', 'high'] as const) {
        const moves = CAUSES.map((cause) => (isLacking(parts) ? '0' : parts[cause][bound]))
        expect(Decimal.sum(before?.[bound] ?? 0, ...moves).toFixed(20)).toBe(
          new Decimal(after?.[bound] ?? NaN).toFixed(20),
        )
      }
  })

  it('name what cannot be split: the only deal of a track left it', () => {
    const left = since(second).figures.find(
      ({ track, measure }) => track === 'other' && measure === 'disclosed',
    )
    expect(left).toMatchObject({ parts: { lacking: 'unknown-on-the-way' } })
    expect(left?.after).toBeUndefined()
  })

  it('stay the same when the edition is rendered again, in whatever language', async () => {
    await archive({ html: '<p>second</p>', lang: 'zh', findings: second }, later)
    const again = await find(later, '2023-H1', '2023-07-31')
    expect(JSON.stringify(again)).toBe(JSON.stringify(second))
  })

  it('of another period are set side by side only', async () => {
    const now = (): Temporal.Instant => Temporal.Instant.from('2023-08-31T02:00:00Z')
    const quarter = await find({ ...later, now }, '2023-Q2', '2023-08-31')
    expect(quarter.changes.samePeriod).toEqual({ lacking: 'first-edition' })
    const { otherPeriod } = quarter.changes
    if (isLacking(otherPeriod)) throw new Error(otherPeriod.lacking)
    expect(otherPeriod).toMatchObject({ period: '2023-H1', asOf: '2023-07-31' })
    expect(otherPeriod.changes.map(({ measure }) => measure)).toContain('disclosed')
  })
})
