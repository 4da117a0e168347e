import { byFirstUnit, standsAt } from '../find-words.ts'
import type { Span } from '../passage.ts'
import type { Predicate } from './predicate.ts'
import { PREDICATES } from './predicates.ts'

/** Numbers have 32 bits, and there are more predicates than that. */
const BITS = 32

/** A hint, and a bit for each predicate that has it. */
interface Hint extends Bits {
  readonly word: string
}

const HINTS = byFirstUnit(hintsOf(PREDICATES), ({ word }) => word)

function hintsOf(predicates: readonly Predicate[]): Iterable<Hint> {
  if (predicates.length > 2 * BITS) throw new Error('no bit is left for one more predicate')
  const hints = new Map<string, Hint>()
  for (const [index, predicate] of predicates.entries()) {
    for (const word of predicate.hints.split(' ')) {
      const hint = hints.get(word) ?? { word, low: 0, high: 0 }
      if (index < BITS) hint.low |= 1 << index
      else hint.high |= 1 << (index - BITS)
      hints.set(word, hint)
    }
  }
  return hints.values()
}

/** The predicates a clause has a hint of, in their order. One walk over the clause instead of a search for each. */
export function candidatesFor(text: string, { start, end }: Span): readonly Predicate[] {
  const seen = { low: 0, high: 0 }
  for (let at = start; at < end; at++) {
    const group = HINTS.groups[HINTS.groupOf[text.charCodeAt(at)] ?? 0]
    if (group !== undefined) addHints(group, seen, text, { start: at, end })
  }
  return seen.low === 0 && seen.high === 0
    ? NONE
    : [...predicatesOf(seen.low, 0), ...predicatesOf(seen.high, BITS)]
}

const NONE: readonly Predicate[] = []

interface Bits {
  low: number
  high: number
}

function addHints(group: readonly Hint[], seen: Bits, text: string, span: Span): void {
  for (const hint of group) {
    if (!standsAt(text, hint.word, span)) continue
    seen.low |= hint.low
    seen.high |= hint.high
  }
}

function predicatesOf(bits: number, offset: number): readonly Predicate[] {
  const found: Predicate[] = []
  for (let left = bits; left !== 0; left &= left - 1) {
    const predicate = PREDICATES[offset + BITS - 1 - Math.clz32(left & -left)]
    if (predicate !== undefined) found.push(predicate)
  }
  return found
}
