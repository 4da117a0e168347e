import type { CalendarDate } from './calendar-date.ts'
import type { Interval } from './known.ts'

export type ClaimVerdict = 'supported' | 'within-uncertainty' | 'contradicted' | 'not-checkable'

/** A recorded deal of a claim's own field and days. */
export interface ClaimDeal {
  readonly dealId: string
  readonly company: string
  readonly announcedOn: CalendarDate
  /** Yuan; absent where undisclosed or not convertible. */
  readonly yuan?: Interval
}

/** The deals a claim is held against. */
export interface ClaimDeals {
  /** Those whose date may lie in its days. */
  readonly n: number
  readonly undisclosed: number
  /** The largest of them, largest first. */
  readonly largest: readonly ClaimDeal[]
}

/** A claim judged again as if internal spending of one status were investment (proposition 4). */
export interface InternalTest {
  /** Sums of different statuses are never added up. */
  readonly status: string
  readonly n: number
  readonly undisclosed: number
  /** Yuan of internal spending of the claim's own field and days: added to what was recorded, and to every ceiling. */
  readonly yuan: Interval
  readonly verdict: ClaimVerdict
}

/** Where a claim was read. */
export interface ClaimOrigin {
  readonly source: string
  readonly sourceKey: string
  readonly rule: string
  /** `title 0-22` */
  readonly span: string
}
