import { byFirstUnit, standsAt } from './find-words.ts'
import type { Span } from './passage.ts'

/** A pattern with a cheap look before the dear one. */
export interface Hinted {
  /** Words with blanks between, of which one is in everything the pattern fits. */
  readonly hints: string
}

/** The patterns a stretch has a hint of, in their order. */
export type FindCandidates<T> = (text: string, span: Span) => readonly T[]

/** Numbers have 32 bits, and there are more patterns than that. */
const BITS = 32

const WORD_OF = ['low', 'middle', 'high'] as const

/** A bit for each pattern, in three numbers. */
interface Bits {
  low: number
  middle: number
  high: number
}

/** A hint, and a bit for each pattern that has it. */
interface Hint extends Bits {
  readonly word: string
}

/** Made once for a list of patterns: one walk over a stretch instead of a search for each. */
export function findCandidates<T extends Hinted>(patterns: readonly T[]): FindCandidates<T> {
  const { groupOf, groups } = byFirstUnit(hintsOf(patterns), ({ word }) => word)
  return (text, { start, end }) => {
    const seen = { low: 0, middle: 0, high: 0 }
    for (let at = start; at < end; at++) {
      const group = groups[groupOf[text.charCodeAt(at)] ?? 0]
      if (group !== undefined) addHints(group, seen, text, { start: at, end })
    }
    return (seen.low | seen.middle | seen.high) === 0
      ? []
      : [
          ...candidatesOf(patterns, seen.low, 0),
          ...candidatesOf(patterns, seen.middle, BITS),
          ...candidatesOf(patterns, seen.high, 2 * BITS),
        ]
  }
}

function hintsOf(patterns: readonly Hinted[]): Iterable<Hint> {
  if (patterns.length > WORD_OF.length * BITS)
    throw new Error('no bit is left for one more predicate')
  const hints = new Map<string, Hint>()
  for (const [index, pattern] of patterns.entries()) {
    for (const word of pattern.hints.split(' ')) {
      const hint = hints.get(word) ?? { word, low: 0, middle: 0, high: 0 }
      hint[WORD_OF[Math.floor(index / BITS)] ?? 'high'] |= 1 << (index % BITS)
      hints.set(word, hint)
    }
  }
  return hints.values()
}

function addHints(group: readonly Hint[], seen: Bits, text: string, span: Span): void {
  for (const hint of group) {
    if (!standsAt(text, hint.word, span)) continue
    seen.low |= hint.low
    seen.middle |= hint.middle
    seen.high |= hint.high
  }
}

function candidatesOf<T>(patterns: readonly T[], bits: number, offset: number): readonly T[] {
  const found: T[] = []
  for (let left = bits; left !== 0; left &= left - 1) {
    const pattern = patterns[offset + BITS - 1 - Math.clz32(left & -left)]
    if (pattern !== undefined) found.push(pattern)
  }
  return found
}
