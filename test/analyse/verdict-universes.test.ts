import { describe, expect, it } from 'vitest'
import type { MarketDefinition } from '../../src/analyse/metrics/market-definitions.ts'
import { tried } from '../../src/analyse/multiverse/multiverse.ts'
import { signShare } from '../../src/analyse/multiverse/sign-share.ts'
import {
  primaryUniverses,
  secondaryUniverses,
} from '../../src/analyse/multiverse/verdict-universes.ts'
import { isLacking, type Signature } from '../../src/model/findings.ts'
import type { PublishedTotal } from '../../src/model/published-finding.ts'
import { readRules } from '../support/rules.ts'

const rules = await readRules()

function between(...failed: readonly string[]): Signature {
  const conditions = failed.map((id) => ({ id, holds: 'no' as const, details: {} }))
  return { verdict: 'between', conditional: false, conditions }
}

function outcomes(universes: ReturnType<typeof primaryUniverses>): readonly unknown[] {
  return isLacking(universes) ? [universes.lacking] : universes.map(({ outcome }) => outcome)
}

describe('a verdict that lies between', () => {
  const definitions = ['1.03', '1.12', '1.30'].map(
    (growth): MarketDefinition => ({
      track_id: 'games',
      series: 'x/GAMES',
      weighting: 'published',
      benchmark: 'x/ALL',
      window: '0..0',
      first_day: '2023-01-01' as MarketDefinition['first_day'],
      last_day: '2023-06-30' as MarketDefinition['last_day'],
      growth,
      base_growth: '1',
    }),
  )
  const secondary = (signature: Signature) =>
    outcomes(secondaryUniverses(signature, definitions, { months: 6, rules }))

  it('stands where the excess is neither small nor large', () =>
    expect(secondary(between('excess-at-least'))).toEqual([false, true, false]))

  it('stands however large the excess where turnover or the second index did not follow', () => {
    expect(secondary(between('turnover-ratio-at-least'))).toEqual([false, true, true])
    expect(secondary(between('second-index-agrees'))).toEqual([false, true, true])
  })

  it('stands as asked for where a moved window of the same definition falls short of its bar', () => {
    const windows = ['0..0', '-20..0', '20..20'].map((window, index) => ({
      ...definitions[0],
      window,
      growth: ['1.30', '1.30', '1.08'][index],
    })) as MarketDefinition[]
    const of = (verdict: Signature['verdict']) =>
      outcomes(secondaryUniverses({ ...between(), verdict }, windows, { months: 6, rules }))
    expect(of('between')).toEqual([true, false, true])
    expect(of('yes')).toEqual([false, true, false])
  })

  it('stays between however few definitions agree', () => {
    const few = signShare(['window'], [{ choices: ['0..0'], outcome: false }], 0.9)
    expect(tried(between('excess-at-least'), few, 0.9)).toMatchObject({
      verdict: 'between',
      conditions: [{ id: 'excess-at-least' }, { id: 'definitions-agree', holds: 'no' }],
    })
  })

  it('stands on the primary side where the low bound gives no yes and no other figure a no', () => {
    const total = { publisher: 'P', period: '2023-H1', value: { low: '1000', high: '1000' } }
    const yuan = { low: 80, high: 90, capped: 40 }
    const universes = primaryUniverses(
      between('lower-above-share'),
      {
        inflow: (_, { undisclosed }) => ({ yuan: yuan[undisclosed] }) as never,
        ceilings: [],
        totals: [total as PublishedTotal],
        isCaptured: true,
      },
      rules,
    )
    const said = isLacking(universes) ? [] : universes
    const of = (rule: string) =>
      new Set(said.filter(({ choices }) => choices[3] === rule).map(({ outcome }) => outcome))
    expect([of('low'), of('high'), of('capped')]).toEqual([
      new Set([true]),
      new Set([true]),
      new Set([false]),
    ])
  })

  it('cannot be tried where the rule does not judge', () =>
    expect(secondary({ verdict: 'not-judged', conditional: false, conditions: [] })).toEqual([
      'not-judged',
    ]))
})
