import type { Passage, Span } from './passage.ts'
import type { Sentence } from './sentences.ts'
import type { Addition, Statement } from './statement.ts'

export interface Setting {
  readonly publishedAt: string
  /** A headline or an item of a digest: every sentence stands for itself. */
  readonly isHeadline: boolean
}

export interface ReadSentence {
  readonly statements: readonly Statement[]
  /** Where the sentence stands. */
  readonly span: Span
  /** Worked out when first asked for: most sentences belong to no deal. */
  readonly addition: () => Addition
  /** The sentence speaks of a round at hand. */
  readonly isAboutRound: boolean
}

/** What a sentence says of deals, if anything; there is one such function a language. */
export type SentenceReader = (
  passage: Passage,
  sentence: Sentence,
  setting: Setting,
) => ReadSentence | undefined
