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

const WORD_OF = ['first', 'second', 'third', 'fourth'] as const

/** A bit for each pattern, in four numbers. */
interface Bits {
  first: number
  second: number
  third: number
  fourth: number
}

const NONE: Readonly<Bits> = { first: 0, second: 0, third: 0, fourth: 0 }

/** A hint, and a bit for each pattern that has it. */
interface Hint extends Bits {
  readonly word: string
  /** Its second character, or none. */
  readonly unitBehind: number
}

/** Made once for a list of patterns: one walk over a stretch instead of a search for each. */
export function findCandidates<T extends Hinted>(patterns: readonly T[]): FindCandidates<T> {
  const { groupOf, groups } = byFirstUnit(hintsOf(patterns), ({ word }) => word)
  return (text, span) => {
    const seen: Bits = { first: 0, second: 0, third: 0, fourth: 0 }
    for (let at = span.start; at < span.end; at++) {
      const group = groupOf[text.charCodeAt(at)] ?? 0
      if (group !== 0) addHints(groups[group] ?? [], seen, text, { start: at, end: span.end })
    }
    const found: T[] = []
    addCandidates(found, patterns, seen.first, 0)
    addCandidates(found, patterns, seen.second, BITS)
    addCandidates(found, patterns, seen.third, 2 * BITS)
    addCandidates(found, patterns, seen.fourth, 3 * BITS)
    return found
  }
}

function hintsOf(patterns: readonly Hinted[]): Iterable<Hint> {
  if (patterns.length > WORD_OF.length * BITS)
    throw new Error('no bit is left for one more predicate')
  const hints = new Map<string, Hint>()
  for (const [index, pattern] of patterns.entries()) {
    for (const word of pattern.hints.split(' ')) {
      const hint = hints.get(word) ?? {
        word,
        unitBehind: word.length > 1 ? word.charCodeAt(1) : NO_UNIT,
        ...NONE,
      }
      hint[WORD_OF[Math.floor(index / BITS)] ?? 'fourth'] |= 1 << (index % BITS)
      hints.set(word, hint)
    }
  }
  return hints.values()
}

const NO_UNIT = -1

/** Of the many hints with one first unit most differ in the second, so that is looked at before all else. */
function addHints(group: readonly Hint[], seen: Bits, text: string, span: Span): void {
  const next = text.charCodeAt(span.start + 1)
  for (const hint of group) {
    if (hint.unitBehind !== NO_UNIT && hint.unitBehind !== next) continue
    if (!standsAt(text, hint.word, span)) continue
    seen.first |= hint.first
    seen.second |= hint.second
    seen.third |= hint.third
    seen.fourth |= hint.fourth
  }
}

function addCandidates<T>(found: T[], patterns: readonly T[], bits: number, offset: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const pattern = patterns[offset + BITS - 1 - Math.clz32(left & -left)]
    if (pattern !== undefined) found.push(pattern)
  }
}
