import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../../src/analyse/judge/propositions/evidence.ts'
import { lookButRarelyPay } from '../../../src/analyse/judge/propositions/look-but-rarely-pay.ts'
import { wilsonInterval } from '../../../src/analyse/statistics/wilson.ts'
import type { AttentionSeries, FollowOn } from '../../../src/model/attention-finding.ts'
import type { TrackFindings } from '../../../src/model/findings.ts'
import { makeTrack } from '../../support/make-findings.ts'
import { readRules } from '../../support/rules.ts'

const rules = await readRules()
const track = makeTrack()
const attention = (abnormal: AttentionSeries['abnormal']): readonly AttentionSeries[] => [
  { source: 's', subject: 'x', abnormal, priorMonths: 12 } as AttentionSeries,
]
const rate = (followed: number, companies: number) => ({
  companies,
  followed,
  rate: String(followed / companies),
  interval: wilsonInterval(followed, companies),
})
const followOn = (own: readonly [number, number], others: readonly [number, number]) => [
  { months: 12, ...rate(...own), others: rate(...others) } as FollowOn,
]
const CAPTURED = { ...track.capture, levels: { from: 'rows', details: {} } } as const
const judge = (change: Partial<TrackFindings>) =>
  lookButRarelyPay({ headline: { ...track, capture: CAPTURED, ...change } } as Evidence, rules)

const LOOKS = attention('1.2')
const RARELY = followOn([2, 60], [90, 200])

describe('they look but rarely pay', () => {
  it('is supported by attention above its past and fewer next rounds beyond chance', () =>
    expect(judge({ attention: LOOKS, followOn: RARELY }).verdict).toBe('supported'))

  it.each<readonly [string, Partial<TrackFindings>]>([
    ['attention did not rise', { attention: attention('0'), followOn: RARELY }],
    [
      'clearly more get a next round',
      { attention: LOOKS, followOn: followOn([50, 60], [90, 200]) },
    ],
  ])('is contradicted where %s', (_, change) => expect(judge(change).verdict).toBe('contradicted'))

  it.each<readonly [string, Partial<TrackFindings>]>([
    ['not-beyond-chance', { attention: attention('0.3'), followOn: RARELY }],
    ['not-beyond-chance', { attention: LOOKS, followOn: followOn([20, 60], [90, 200]) }],
    ['no-attention', { attention: attention({ lacking: 'source-break' }), followOn: RARELY }],
    ['no-attention', { attention: [], followOn: RARELY }],
    ['too-few-companies', { attention: LOOKS, followOn: [] }],
    [
      'capture-too-low',
      {
        attention: LOOKS,
        followOn: RARELY,
        capture: { ...track.capture, levels: { from: 'nothing', details: {} } },
      },
    ],
  ])('is not judged: %s', (why, change) =>
    expect(judge(change)).toMatchObject({ verdict: 'not-enough-data', details: { why } }),
  )

  it('puts each line of evidence on the side of its sign', () => {
    const firstDeals = { active: 20, first: 15, share: '0.75' }
    const { for: pro, against } = judge({ attention: LOOKS, followOn: RARELY, firstDeals })
    expect(pro.map(({ id }) => id)).toEqual(['evidence.attention', 'evidence.follow-on'])
    expect(against.map(({ id }) => id)).toEqual(['evidence.first-deals'])
  })
})

describe("Wilson's interval", () => {
  // scipy.stats.binomtest(k, n).proportion_ci(method='wilson')
  it.each([
    [0, 10, 0, 0.27753279986288926],
    [8, 10, 0.4901624715366418, 0.9433178485456248],
    [1, 29, 0.006113214292762667, 0.17175521879320282],
  ])('of %i in %i', (k, n, low, high) => {
    const found = wilsonInterval(k, n)
    expect(Number(found.low)).toBeCloseTo(low, 10)
    expect(Number(found.high)).toBeCloseTo(high, 10)
  })
})
