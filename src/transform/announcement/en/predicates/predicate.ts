import type { EventKind } from '../../../../model/announced-event.ts'
import type { Hinted } from '../../candidates.ts'

/** A way of saying in English that a deal happens; the subject stands before the match. Its hints are in small letters. */
export interface EnglishPredicate extends Hinted {
  readonly rule: string
  readonly kind: EventKind
  readonly pattern: RegExp
  readonly hasTarget?: true
  /** Who acts sells; who pays stands behind the target: "to X". */
  readonly isBySeller?: true
  /** Read in headlines alone: elsewhere it speaks of what happened before. */
  readonly isHeadline?: true
  /** Words that, ahead of the match, make it no news of its own. */
  readonly notBehind?: RegExp
}
