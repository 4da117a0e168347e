import type { Outcome } from '../deliver/outcome.ts'
import type { DeliverySettings } from '../deliver/settings.ts'
import type { Database } from '../load/database.ts'
import type { LetterLayout } from '../report/letter/layout.ts'

/** What delivering needs from outside. */
export interface PublishEffects {
  readonly db: Database
  readonly now: () => Temporal.Instant
  readonly newToken: () => string
  readonly settings: DeliverySettings
  readonly layout: LetterLayout
  readonly tell: (attempt: Attempt) => void
  /** True once an operator wants it to end: what is in hand is finished, nothing new begun. */
  readonly isStopped: () => boolean
}

/** What became of one delivery in a run. */
export interface Attempt extends Outcome {
  readonly recipient: string
  readonly channel: string
  /** When it is tried again by itself. */
  readonly notBefore?: Temporal.Instant | undefined
}
