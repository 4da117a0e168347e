import { describe, expect, it } from 'vitest'
import { judgeOnly } from '../../../src/analyse/judge/only-a-shares.ts'
import type { Known, Signature } from '../../../src/model/findings.ts'
import type { AbroadLine, AbroadSeries } from '../../../src/model/market-findings.ts'
import { makeTrack } from '../../support/make-findings.ts'
import { readRules } from '../../support/rules.ts'

const rules = await readRules()
const { secondary } = makeTrack()
const abroad = (excess: Known<string>): AbroadLine => ({
  source: 'tencent-abroad',
  code: 'usAIQ.OQ',
  figures: typeof excess === 'string' ? ({ excess } as AbroadSeries) : excess,
})
const judge = (lines: readonly Known<string>[], home: Signature['verdict'] = 'yes', months = 6) =>
  judgeOnly({ ...secondary, verdict: home }, lines.map(abroad), { months, rules })

describe('a feast of A-shares only', () => {
  it.each<readonly [string, readonly Known<string>[]]>([
    ['yes', ['0.05', '-0.4']],
    ['no', ['0.2']],
    ['no', ['0.01', '0.3']],
    ['between', ['0.01', '0.051']],
    ['untested', []],
    ['untested', [{ lacking: 'split-in-series' }]],
    ['yes', [{ lacking: 'no-dated-series' }, '0.02']],
  ])('is %s with %j abroad', (verdict, lines) => expect(judge(lines).verdict).toBe(verdict))

  it.each(['no', 'between', 'not-judged'] as const)(
    'is untested where the feast at home is %s',
    (home) => expect(judge(['0.01'], home).verdict).toBe('untested'),
  )

  it('names every series with its excess, or why it has none', () =>
    expect(judge(['0.3', { lacking: 'split-in-series' }]).conditions).toMatchObject([
      { id: 'calm-abroad', holds: 'no', details: { excess: '0.3' } },
      { id: 'calm-abroad', holds: 'unknown', details: { lacking: 'split-in-series' } },
    ]))

  it('scales its bars by the square root of time', () => {
    expect(judge(['0.07'], 'yes', 12).verdict).toBe('yes')
    expect(judge(['0.25'], 'yes', 12).verdict).toBe('between')
  })
})
