import type { CalendarDate } from './calendar-date.ts'

/** An event as merging sees it: what one announcement says of a deal. */
export interface ToldEvent {
  readonly id: string
  /** Its announcement and place there: which of two of one day founds a deal must not depend on the order of arrival. */
  readonly key: string
  /** All spellings known for the company; empty where none was named. */
  readonly companies: readonly string[]
  /** Who owns the company: their rounds are not its rounds. */
  readonly parents?: readonly string[]
  readonly kind: string
  readonly status: string
  readonly round: string
  /** The days its date may stand for. */
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly currency?: string
  /** Whole units of the currency; absent where undisclosed. */
  readonly low?: number
  readonly high?: number
  /** What the amount is a total of; absent where it is of this round alone. */
  readonly covers?: 'to-date' | 'rounds' | 'period'
  /** How many rounds it is a total of, where that is said. */
  readonly coversRounds?: number
  /** First day of the period it is a total of. */
  readonly coversFrom?: CalendarDate
  /** ISO 3166-2 of the company's seat, and the year it was founded, as this text says. */
  readonly province?: string
  readonly foundedYear?: number
  readonly investors: readonly string[]
  /** Rows of one curated file are apart by construction; texts have none. */
  readonly file?: string
}

/** What a person decided about two events. */
export interface Decision {
  readonly decision: 'merge' | 'split'
  readonly events: readonly [string, string]
  readonly by: string
}

/** Events that tell of one deal: the one that founded it, and the others with why they belong to it. */
export interface DealGroup {
  readonly founding: string
  readonly others: readonly {
    readonly event: string
    /** 0 to 1. */
    readonly score: number
    readonly why: readonly string[]
  }[]
}

/**
 * What a total of several rounds leaves to the deal it is told with: all of it (none of its rounds is recorded), the rest
 * beside the recorded ones (they are all), or at most that.
 */
export interface Covering {
  readonly founding: string
  readonly reading: 'whole' | 'rest' | 'at-most'
  /** Founding events of deals the total surely contains. */
  readonly rounds: readonly string[]
  readonly why: readonly string[]
}
