import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Setting } from '../reader.ts'
import type { Sentence } from '../sentences.ts'
import type { EnglishPredicate } from './predicates.ts'

/** A sentence and the predicate that fits it. */
export interface Facts {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly setting: Setting
  readonly text: string
  readonly predicate: EnglishPredicate
  readonly match: RegExpExecArray
  readonly amount: Found<AnnouncedAmount> | undefined
  /** The sentence without what it tells of earlier rounds behind the predicate. */
  readonly ofNow: Span
}
