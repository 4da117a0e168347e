import type { Passage } from './passage.ts'
import type { ReadSentence } from './reader.ts'

/** What a sentence says, with the passage it stands in. */
export interface Reading extends ReadSentence {
  readonly passage: Passage
}
