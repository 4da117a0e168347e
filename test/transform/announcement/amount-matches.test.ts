import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountMatches } from '../../../src/transform/announcement/amount-matches.ts'
import {
  AMOUNT,
  BEFORE_AMOUNT,
  ENDS_BEFORE_AMOUNT,
} from '../../../src/transform/announcement/amount-pattern.ts'
import { isIn } from '../../../src/transform/announcement/unit-set.ts'

const PIECES = [
  ...'0123456789.,-~至到+$ 一二两三五七九十百千万亿个零数几多上余级元轮kmb',
  ...['2.5', '1,000', '亿元', '千万', '数千万', '美元', 'million', 'crore', '近', 'over ', 'US$'],
]
const texts = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 12 })
  .map((pieces) => pieces.join(''))
const written = (matches: readonly RegExpExecArray[]): readonly string[] =>
  matches.map(({ index, 0: words }) => `${index} ${words}`)

/** The pattern tried at every place there is. */
function triedEverywhere(text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  for (let at = 0; at < text.length; at++) {
    AMOUNT.lastIndex = at
    const match = AMOUNT.exec(text)
    if (match === null) continue
    matches.push(match)
    at = AMOUNT.lastIndex - 1
  }
  return matches
}

it('finds every amount though the pattern is tried at few places', () => {
  let found = 0
  fc.assert(
    fc.property(texts, (text) => {
      const expected = triedEverywhere(text)
      found += expected.length
      expect(written(amountMatches(text))).toEqual(written(expected))
    }),
    { numRuns: 5000 },
  )
  expect(found).toBeGreaterThan(1000)
})

it('asks only for what may end the words before an amount', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const [words = ''] = BEFORE_AMOUNT.exec(text) ?? []
      if (words !== '') expect(isIn(ENDS_BEFORE_AMOUNT, text, text.length - 1)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
