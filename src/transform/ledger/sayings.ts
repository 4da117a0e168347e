import type { Passage } from '../announcement/passage.ts'
import { readerOf } from '../announcement/read-announcement.ts'
import type { ReadSentence } from '../announcement/reader.ts'
import { type Sentence, splitSentences } from '../announcement/sentences.ts'

/** What the sentence around a place says of deals, if anything. Ask in the order of places. */
export type Sayings = (place: number) => ReadSentence | undefined

/** Reads the sentences of a passage that are asked for, each once. */
export function sayingsOf(passage: Passage, publishedAt: string): Sayings {
  const read = readerOf(passage)
  const setting = { publishedAt, isHeadline: passage.where === 'title' }
  let sentences: readonly Sentence[] | undefined
  let at = 0
  let last: { readonly sentence: Sentence; readonly said: ReadSentence | undefined } | undefined
  return (place) => {
    sentences ??= splitSentences(passage)
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= place) at++
    const sentence = sentences[at]
    if (sentence === undefined || place < sentence.start) return undefined
    if (last?.sentence !== sentence) last = { sentence, said: read(passage, sentence, setting) }
    return last.said
  }
}
