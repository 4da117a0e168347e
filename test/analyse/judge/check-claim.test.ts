import { describe, expect, it } from 'vitest'
import { checkClaims } from '../../../src/analyse/check-claims.ts'
import type { ClaimRow } from '../../../src/analyse/metrics/claims.ts'
import type { DatedTotal } from '../../../src/analyse/metrics/published-totals.ts'
import type { CalendarDate } from '../../../src/model/calendar-date.ts'
import type { ClaimLine } from '../../../src/model/claim-finding.ts'
import { readRules } from '../../support/rules.ts'

const rules = await readRules()
const day = (text: string): CalendarDate => text as CalendarDate
const bn = (billions: number): string => `${Math.round(billions * 1000)}000000.00`

function makeRow(overrides: Partial<ClaimRow> = {}): ClaimRow {
  return {
    claimed_on: day('2024-01-15'),
    outlet: '某报',
    claim: '2023年人工智能融资总额',
    track: 'AI',
    scope: 'China; equity',
    period_from: day('2023-01-01'),
    period_to: day('2023-12-31'),
    amount_low: '1',
    amount_high: '1',
    currency: 'CNY',
    yuan_low: bn(10),
    yuan_high: bn(10),
    url: 'https://paper.example/1',
    note: null,
    source: null,
    source_key: null,
    rule: null,
    span: null,
    recorded_low: '0.00',
    recorded_high: '0.00',
    n: 0,
    undisclosed: 0,
    largest: [],
    internal: [],
    ...overrides,
  }
}

function makeTotal(low: number, high = low, overrides: Partial<DatedTotal> = {}): DatedTotal {
  return {
    period: '2023',
    from: day('2023-01-01'),
    to: day('2023-12-31'),
    region: 'China',
    track: 'AI',
    metric: 'amount',
    publisher: '甲研究',
    url: 'https://totals.example/1',
    unit: 'CNY',
    fit: 'exact',
    value: { low: bn(low), high: bn(high) },
    ...overrides,
  }
}

function check(row: Partial<ClaimRow>, totals: readonly DatedTotal[]): ClaimLine {
  const [line] = checkClaims([makeRow(row)], totals, rules)
  if (line === undefined) throw new Error('no claim came back')
  return line
}
const claiming = (low: number, high = low): Partial<ClaimRow> => ({
  yuan_low: bn(low),
  yuan_high: bn(high),
})

describe('a claim about money', () => {
  it.each<readonly [number, ClaimLine['verdict'], string]>([
    [9.6, 'supported', 'agrees'],
    [10.5, 'supported', 'agrees'],
    [10.51, 'contradicted', 'above-ceiling'],
    [9.4, 'within-uncertainty', 'below-ceiling'],
  ])('of %s bn against a total of 10 of the very days is %s (%s)', (billions, verdict, reason) =>
    expect(check(claiming(billions), [makeTotal(10)])).toMatchObject({ verdict, reason }),
  )

  it.each<readonly [number, ClaimLine['verdict'], string]>([
    [10.4, 'within-uncertainty', 'rounds-to-ceiling'],
    [10.6, 'contradicted', 'above-ceiling'],
    [2, 'within-uncertainty', 'below-ceiling'],
  ])('of %s bn for a half under 10 for the year is %s (%s)', (billions, verdict, reason) => {
    const half = { ...claiming(billions), period_to: day('2023-06-30') }
    expect(check(half, [makeTotal(10)])).toMatchObject({ verdict, reason })
  })

  it('is contradicted from below only where rounding cannot hide it', () => {
    const recorded = { recorded_low: bn(10.4), recorded_high: bn(12) }
    expect(check({ ...claiming(10), ...recorded }, [makeTotal(20)]).reason).toBe('below-ceiling')
    expect(check({ ...claiming(9.9), ...recorded }, [makeTotal(20)])).toMatchObject({
      verdict: 'contradicted',
      reason: 'below-recorded',
      details: { recorded: bn(10.4) },
    })
  })

  it('is read at the least its words mean: several hundred are two at least', () => {
    const words = { claim: '赛道吸引了数百亿投资', ...claiming(10, 100) }
    expect(check(words, [makeTotal(19)])).toMatchObject({
      verdict: 'contradicted',
      details: { low: bn(20) },
    })
    expect(check(words, [makeTotal(21)]).verdict).toBe('within-uncertainty')
  })

  it('has the largest figure all evidence allows beside it, whatever its verdict', () => {
    const totals = [makeTotal(14), makeTotal(55, 55, { publisher: '乙研究' })]
    expect(check(claiming(14), totals)).toMatchObject({ verdict: 'supported', largest: bn(55) })
    expect(check(claiming(90), totals)).toMatchObject({
      verdict: 'contradicted',
      largest: bn(55),
      ceiling: { publisher: '乙研究' },
    })
    expect(check(claiming(1), []).largest).toEqual({ lacking: 'no-ceiling' })
  })

  it('beyond the total of the country is true, if at all, of a wider region, and says of which', () => {
    const world = makeTotal(301, 301, { region: 'World', publisher: '丙研究' })
    expect(check(claiming(287.6), [makeTotal(55), world])).toMatchObject({
      verdict: 'contradicted',
      reason: 'above-ceiling',
      trueFor: { region: 'World', track: 'AI', period: '2023', publisher: '丙研究' },
      details: { widerTrack: 'AI', widerRegion: 'World' },
    })
    expect(check(claiming(661.9), [makeTotal(55), world])).not.toHaveProperty('trueFor')
  })

  it('of one track is rather true of the field around it at home than of the world', () => {
    const models = { track: 'ai-foundation-models', ...claiming(20) }
    const totals = [
      makeTotal(10, 10, { track: 'ai-foundation-models' }),
      makeTotal(14),
      makeTotal(55, 55, { publisher: '乙研究' }),
      makeTotal(301, 301, { region: 'World' }),
    ]
    expect(check(models, totals)).toMatchObject({
      trueFor: { track: 'AI', region: 'China', value: { high: bn(55) } },
      details: { widerTrack: 'AI', widerRegion: '', widerLow: bn(14), widerHigh: bn(55) },
    })
  })

  it.each<readonly [string, Partial<ClaimRow>]>([
    ['scope-unclear', { scope: 'scope (country, instrument) not stated' }],
    ['scope-unclear', { scope: '(country not stated); instrument not stated' }],
    ['fund-capital', { claim: '母基金规模225亿元' }],
    ['no-number', { amount_low: null, yuan_low: null, yuan_high: null }],
    ['no-rate', { yuan_low: null, yuan_high: null }],
    ['share', { currency: 'percent' }],
  ])('cannot be checked: %s', (reason, row) =>
    expect(check({ ...claiming(661.9), ...row }, [makeTotal(55)])).toMatchObject({
      verdict: 'not-checkable',
      reason,
      withInternal: [],
    }),
  )

  it('is neither carried nor bounded by a total of the house that makes it', () => {
    const own = makeTotal(12, 12, { publisher: '某报' })
    expect(check(claiming(12), [own])).toMatchObject({ reason: 'no-ceiling' })
    expect(check(claiming(12), [own, makeTotal(5)])).toMatchObject({
      verdict: 'within-uncertainty',
      reason: 'publishers-disagree',
      largest: { lacking: 'publishers-disagree' },
    })
  })

  it.each([
    ['IT桔子', 'gatesite 快讯'],
    ['CB Insights', '某报ACB'],
  ])(
    'is bounded by a total of %s, whose name is only among the letters of %s',
    (publisher, outlet) =>
      expect(check({ ...claiming(12), outlet }, [makeTotal(5, 5, { publisher })])).toMatchObject({
        verdict: 'contradicted',
        reason: 'above-ceiling',
      }),
  )

  it.each([
    ['IT桔子', '某报（引IT桔子）'],
    ['CB Insights', '商传媒（引CB Insights）'],
    ['清科研究中心 Zero2IPO', '清科（第一财经英文）'],
    ['Preqin via SCMP', 'Reuters/Preqin'],
  ])('is not bounded by a total of %s where the outlet is %s', (publisher, outlet) =>
    expect(check({ ...claiming(12), outlet }, [makeTotal(5, 5, { publisher })])).toMatchObject({
      verdict: 'not-checkable',
      reason: 'no-ceiling',
    }),
  )

  it('is judged again with internal spending counted, each status for itself', () => {
    const spending = (status: string, billions: number) => ({
      status,
      n: 2,
      undisclosed: 1,
      low: bn(billions),
      high: bn(billions),
    })
    const internal = [spending('closed', 3), spending('planned', 20)]
    expect(check({ ...claiming(20), internal }, [makeTotal(10)])).toMatchObject({
      verdict: 'contradicted',
      withInternal: [
        { status: 'closed', verdict: 'contradicted', yuan: { low: bn(3) } },
        { status: 'planned', verdict: 'within-uncertainty', n: 2, undisclosed: 1 },
      ],
    })
  })

  it('shows the deals it is held against', () =>
    expect(
      check(
        {
          n: 3,
          undisclosed: 1,
          largest: [
            { dealId: '1', company: '甲', announcedOn: day('2023-02-01'), low: bn(1), high: bn(2) },
            { dealId: '2', company: '乙', announcedOn: day('2023-03-01'), low: null, high: null },
          ],
        },
        [],
      ).deals,
    ).toEqual({
      n: 3,
      undisclosed: 1,
      largest: [
        {
          dealId: '1',
          company: '甲',
          announcedOn: '2023-02-01',
          yuan: { low: bn(1), high: bn(2) },
        },
        { dealId: '2', company: '乙', announcedOn: '2023-03-01' },
      ],
    }))
})
