import type { CalendarDate } from './calendar-date.ts'
import type { Interval } from './known.ts'

/** What stood for an amount nobody had told yet: the cap of its round and year, or the bounds of a vague wording. */
export const BOUND_KINDS = ['cap', 'wording'] as const

export type BoundKind = (typeof BOUND_KINDS)[number]

/** Surely inside, surely outside, or one cannot tell because the amount revealed is vague itself. */
export type BoundResult = 'held' | 'perhaps' | 'wrong'

/** What was known of an amount on one day. */
export interface AmountKnown {
  /** Yuan, at the rate of the deal's day. */
  readonly yuan: Interval
  /** As printed; absent where nothing was. */
  readonly text?: string
  /** The day the world could know it. */
  readonly on: CalendarDate
  readonly url: string
}

/** A deal whose amount was first unknown or vague, and told more narrowly on a later day. */
export interface RevealedAmount {
  readonly dealId: string
  readonly company: string
  readonly announcedOn: CalendarDate
  readonly round: string
  readonly by: BoundKind
  readonly bound: AmountKnown
  readonly revealed: AmountKnown
  readonly result: BoundResult
}

/** How bounds of one kind did. */
export interface BoundScore extends Readonly<Record<BoundResult, number>> {
  readonly by: BoundKind
  /** Amounts revealed after it stood: the sum of the three. */
  readonly revealed: number
}

/** Whether the bounds the sums are made of held when the amounts came out. */
export interface RevealedAmounts {
  readonly scores: readonly BoundScore[]
  readonly lines: readonly RevealedAmount[]
}

/** What editions older than the measure say of it. */
export const NO_REVEALED: RevealedAmounts = { scores: [], lines: [] }
