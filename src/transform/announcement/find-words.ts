import type { Span } from './passage.ts'

/** Tells whether any of some words stands in a stretch of a text. */
export type FindWords = (text: string, from: number, till: number) => boolean

/** Things kept by the first unit of their word, in an array because every unit of every text is looked up. */
export interface ByFirstUnit<T> {
  /** Which of `groups`; 0 for the many units that begin no word. */
  readonly groupOf: Uint8Array
  readonly groups: readonly (readonly T[] | undefined)[]
}

export function byFirstUnit<T>(things: Iterable<T>, wordOf: (thing: T) => string): ByFirstUnit<T> {
  const groupOf = new Uint8Array(0x10000)
  const groups: (readonly T[] | undefined)[] = [undefined]
  for (const [first, group] of Map.groupBy(things, (thing) => wordOf(thing).charCodeAt(0))) {
    groupOf[first] = groups.length
    groups.push(group)
  }
  return { groupOf, groups }
}

/** Made once for a list of words: one walk over a text instead of a search for each. */
export function findWords(words: readonly string[]): FindWords {
  const { groupOf, groups } = byFirstUnit(words, (word) => word)
  return (text, from, till) => {
    for (let at = from; at < till; at++) {
      const group = groups[groupOf[text.charCodeAt(at)] ?? 0]
      if (group !== undefined && oneStandsAt(text, group, { start: at, end: till })) return true
    }
    return false
  }
}

function oneStandsAt(text: string, words: readonly string[], span: Span): boolean {
  for (const word of words) if (standsAt(text, word, span)) return true
  return false
}

/**
 * Whether a word stands where its first unit does. Unit by unit: for words as short as ours quicker than `startsWith`.
 */
export function standsAt(text: string, word: string, { start, end }: Span): boolean {
  if (start + word.length > end) return false
  for (let at = 1; at < word.length; at++)
    if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false
  return true
}
