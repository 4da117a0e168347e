import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import '../../../src/transform/announcement/read-announcement.ts'
import { ENGLISH_PREDICATES } from '../../../src/transform/announcement/en/predicates.ts'
import { unitsOf } from '../../../src/transform/announcement/pattern-units.ts'
import { isSigned, signedPatterns, signTable } from '../../../src/transform/announcement/signs.ts'
import { PREDICATES } from '../../../src/transform/announcement/zh/predicates.ts'

const SAMPLES = 3000
const LONGEST = 8
const PIECES = /[\u3400-\u9fff]+|[、，A-Za-z0-9]/g

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
  const pieces = source.match(PIECES) ?? []
  const singles = pieces.flatMap((piece) => [...piece])
  const anyOrder = fc.array(
    fc.constantFrom(...pieces, ...singles, '轮', '融资', '后', '9亿元', '「甲乙」', ' '),
    { maxLength: LONGEST - 2 },
  )
  const itsOrder = fc.subarray(pieces, { maxLength: Math.min(LONGEST, pieces.length) })
  return fc.oneof(anyOrder, itsOrder).map((parts) => parts.join(''))
}

/** Texts made of such pieces in the pattern's order, something in the place of what stands for anything else. */
function textsInOrder({ source }: RegExp): fc.Arbitrary<string> {
  const pieces =
    source
      .replaceAll(/\[\^[^\]]*\]/g, '甲乙')
      .replaceAll(/\[(.)[^\]]*\]/g, '$1')
      .replaceAll('\\d', '1')
      .replaceAll(/\\[a-z]|\{[\d,]+\}/g, '')
      .match(PIECES) ?? []
  return fc
    .subarray(pieces, { maxLength: Math.min(LONGEST, pieces.length) })
    .map((parts) => parts.join(''))
}

describe('a pattern fits no text without its sign', () => {
  const patterns = signedPatterns().map(({ pattern }) => pattern)
  const fitted = new Set<RegExp>()

  it.each(patterns.map((pattern) => [pattern.source.slice(0, 30), pattern] as const))(
    '%s',
    (_, pattern) => {
      const tables = (['parts', 'whole'] as const).map((of) => signTable(of))
      const rules = tables.map(({ signed }) => signed(pattern))
      fc.assert(
        fc.property(fc.oneof(textsLike(pattern), textsInOrder(pattern)), (text) => {
          if (!pattern.test(text)) return
          fitted.add(pattern)
          for (const [at, rule] of rules.entries())
            expect(isSigned(tables[at]?.signsIn(text, 0, text.length) ?? 0, rule)).toBe(true)
        }),
        { numRuns: SAMPLES },
      )
    },
  )

  afterAll(() => {
    // Else the texts would show nothing.
    expect(fitted.size / patterns.length).toBeGreaterThan(0.9)
  })
})

describe('what all texts have that a pattern fits', () => {
  it.each([
    [/甲|乙丙/, { needed: '甲乙', first: undefined, last: undefined }],
    [/^(?:甲|乙?丙)[0-2]{2,}$/, { needed: '甲丙', first: '甲乙丙', last: '012' }],
    [/^甲*乙?(?=丁)/, { needed: '丁', first: undefined, last: undefined }],
    [/(?<!甲)乙(?!丙).*[^丁]/, { needed: '乙', first: undefined, last: undefined }],
    [/^(?:甲.|(?<name>乙\d?))$/, { needed: '甲乙', first: '甲乙', last: undefined }],
    [/^a(?-i:b)$/i, { needed: 'bB', first: 'aA', last: 'bB' }],
    [/\b\u4e59\+$/, { needed: '乙', first: undefined, last: '+' }],
    [/(?:甲|^乙)$|丙/, { needed: '甲乙丙', first: undefined, last: undefined }],
    [/甲{0,3}|乙/, { needed: undefined, first: undefined, last: undefined }],
  ])('%s', (pattern, expected) => {
    expect(unitsOf(pattern)).toEqual(expected)
  })
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
