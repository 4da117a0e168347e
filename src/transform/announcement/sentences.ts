import { allMatches } from './all-matches.ts'
import type { Passage, Span } from './passage.ts'

/** A sentence, or one item of a digest, with its clauses. */
export interface Sentence extends Span {
  readonly clauses: readonly Span[]
}

const HAN = '\\u3400-\\u9fff」”』》'
/** What ends a sentence or parts the items of a digest. */
const STOP = `[。?;|\\n]|!(?<!^[^。!?;|，]{0,14}(?:[万亿]元?|轮)!)|\\s\\/\\s|\\/(?<=[${HAN}]\\/)|\\/(?=[${HAN}「“])|·\\s|\\.\\s+(?=[A-Z「“])|、(?<=融资、)|【(?![^】]{0,20}(?:融资|投资|募资|收购|上市))[^】]{0,20}】|[【】]`
/** What parts clauses: a comma (not one inside a number), a colon, a dash, a gap between Chinese words. */
const PAUSE = `[，:!]|,(?!\\d{3})|--+|\\s(?<=[${HAN}]\\s)\\s*(?=[\\u3400-\\u9fff「“])`
const BOUNDARY = new RegExp(`(${STOP})|(?:${PAUSE})`, 'g')

/** No sentence of a language is longer; what is gets cut, so that work on a sentence is bounded. */
const LONGEST_SENTENCE = 500

/** Parts a text into sentences and clauses; no character belongs to two. */
export function splitSentences({ masked }: Passage): readonly Sentence[] {
  const sentences: Sentence[] = []
  let clauses: Span[] = []
  let from = 0
  const closeSentence = (): void => {
    const [first, last] = [clauses[0], clauses.at(-1)]
    if (first !== undefined && last !== undefined)
      sentences.push({ start: first.start, end: last.end, clauses })
    clauses = []
  }
  const closeClause = (till: number): void => {
    while (from < till) {
      const begin = clauses[0]?.start ?? from
      const end = Math.min(till, begin + LONGEST_SENTENCE)
      if (end > from) clauses.push({ start: from, end })
      if (end < till || end - begin === LONGEST_SENTENCE) closeSentence()
      from = Math.max(from, end)
    }
  }
  for (const match of allMatches(BOUNDARY, masked)) {
    closeClause(match.index)
    if (match[1] !== undefined) closeSentence()
    from = match.index + match[0].length
  }
  closeClause(masked.length)
  closeSentence()
  return sentences
}
