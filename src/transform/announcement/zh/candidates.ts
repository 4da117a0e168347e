import type { Predicate } from './predicate.ts'
import { PREDICATES } from './predicates.ts'

/** Numbers have 32 bits, and there are more predicates than that. */
const BITS = 32

/** A hint, and a bit for each predicate that has it. */
interface Hint {
  readonly word: string
  low: number
  high: number
}

/** By the first character of the word: looked into for every character there is, so an array and no map. */
const HINTS: readonly (readonly Hint[] | undefined)[] = byFirstCharacter(hintsOf(PREDICATES))

function byFirstCharacter(hints: Iterable<Hint>): readonly (readonly Hint[] | undefined)[] {
  const table = new Array<readonly Hint[] | undefined>(0x10000).fill(undefined)
  for (const [first, group] of Map.groupBy(hints, ({ word }) => word.charCodeAt(0)))
    table[first] = group
  return table
}

function hintsOf(predicates: readonly Predicate[]): Iterable<Hint> {
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
export function candidatesFor(text: string): readonly Predicate[] {
  let [low, high] = [0, 0]
  for (let index = 0; index < text.length; index++) {
    const hints = HINTS[text.charCodeAt(index)]
    if (hints === undefined) continue
    for (const hint of hints) {
      if (!text.startsWith(hint.word, index)) continue
      low |= hint.low
      high |= hint.high
    }
  }
  if ((low | high) === 0) return NONE
  return PREDICATES.filter(
    (_, index) => (index < BITS ? low >>> index : high >>> (index - BITS)) & 1,
  )
}

const NONE: readonly Predicate[] = []
