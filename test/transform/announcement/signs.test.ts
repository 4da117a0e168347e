import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../../../src/transform/announcement/read-announcement.ts'
import { ENGLISH_PREDICATES } from '../../../src/transform/announcement/en/predicates.ts'
import { signedPatterns } from '../../../src/transform/announcement/signs.ts'
import { PREDICATES } from '../../../src/transform/announcement/zh/predicates.ts'

const SAMPLES = 3000
const LONGEST = 8

/** English texts made of the words of a pattern, sums and what else most of them need. */
function englishLike({ source }: RegExp): fc.Arbitrary<string> {
  const words = source.match(/[A-Za-z]{2,}/g) ?? []
  return fc
    .array(
      fc.constantFrom(...words, ...'$5M €2 million,|a|in|with|to|for|on|Aa Bb|round'.split('|')),
      { maxLength: 9 },
    )
    .map((parts) => parts.join(' '))
}

/** Texts made of the pieces a pattern is written with, in any order or in its own, so that many of them fit it. */
function textsLike({ source }: RegExp): fc.Arbitrary<string> {
  const pieces = source.match(/[\u3400-\u9fff]+|[A-Za-z0-9]/g) ?? []
  const singles = pieces.flatMap((piece) => [...piece])
  const anyOrder = fc.array(
    fc.constantFrom(...pieces, ...singles, '轮', '融资', '后', '9亿元', '「甲乙」', ' '),
    { maxLength: LONGEST - 2 },
  )
  const itsOrder = fc.subarray(pieces, { maxLength: Math.min(LONGEST, pieces.length) })
  return fc.oneof(anyOrder, itsOrder).map((parts) => parts.join(''))
}

describe('a pattern fits no text without one of its signs', () => {
  it.each(signedPatterns().map((signed) => [signed.pattern.source.slice(0, 30), signed] as const))(
    '%s',
    (_, { pattern, characters }) => {
      let fits = 0
      fc.assert(
        fc.property(textsLike(pattern), (text) => {
          if (!pattern.test(text)) return
          fits += 1
          expect([...characters].some((character) => text.includes(character))).toBe(true)
        }),
        { numRuns: SAMPLES },
      )
      expect(fits).toBeGreaterThan(0)
    },
  )
})

describe('a predicate fits no clause without one of its hints', () => {
  it.each(PREDICATES.map((predicate) => [predicate.rule, predicate] as const))(
    '%s',
    (_, { pattern, hints }) => {
      const words = hints.split(' ')
      fc.assert(
        fc.property(textsLike(pattern), (text) => {
          if (pattern.test(text)) expect(words.some((word) => text.includes(word))).toBe(true)
        }),
        { numRuns: SAMPLES },
      )
    },
  )
})

describe('an English predicate fits no sentence without one of its hints', () => {
  it.each(ENGLISH_PREDICATES.map((predicate) => [predicate.rule, predicate] as const))(
    '%s',
    (_, { pattern, hints }) => {
      const words = hints.split(' ')
      fc.assert(
        fc.property(englishLike(pattern), (text) => {
          const small = text.toLowerCase()
          if (pattern.test(text)) expect(words.some((word) => small.includes(word))).toBe(true)
        }),
        { numRuns: SAMPLES },
      )
    },
  )
})
