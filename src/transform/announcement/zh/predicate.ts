import type { EventKind } from '../../../model/announced-event.ts'
import type { Hinted } from '../candidates.ts'

/** A way of saying that a deal happens. The subject stands before the match. */
export interface Predicate extends Hinted {
  readonly rule: string
  readonly kind: EventKind
  readonly pattern: RegExp
  /** What the clause must hold besides: most of what lacks it is not about one deal. */
  readonly needs?: 'amount' | 'amount-or-round' | 'amount-nearby' | undefined
  /** Words the sentence must hold as well. */
  readonly sentenceHas?: RegExp | undefined
  /** Where the words alone say that it is not done, or not sure. */
  readonly status?: 'planned' | 'rumour' | undefined
  /** Of somebody described or unsaid these words tell nothing new. */
  readonly needsName?: true | undefined
  /** Read in headlines and digests only: in running text it is nearly always background. */
  readonly isHeadlineOnly?: true | undefined
  /** The named group `target` is the company; the subject is who pays. */
  readonly hasTarget?: true | undefined
  /** Who acts sells, and pays nothing. */
  readonly isBySeller?: true | undefined
}
