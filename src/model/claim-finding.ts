import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Interval, Known } from './known.ts'
import type { PublishedTotal } from './published-finding.ts'

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

/** A public statement about money, with its verdict and what it was held against. */
export interface ClaimLine {
  readonly claimedOn: CalendarDate
  readonly outlet: string
  readonly claim: string
  readonly track: string
  readonly scope: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly amount?: Interval
  readonly currency?: string
  readonly yuan?: Interval
  readonly verdict: ClaimVerdict
  readonly reason: string
  readonly details: Readonly<Record<string, string | number>>
  readonly recorded?: Interval
  readonly deals: ClaimDeals
  /** Published for its own field and days, its own publisher's among them. */
  readonly totals: readonly PublishedTotal[]
  readonly ceiling?: PublishedTotal
  /**
   * The largest figure all evidence allows: the largest independent total of its field and days, yuan. Lacking where houses
   * count differently and neither bounds the other.
   */
  readonly largest: Known<DecimalText>
  /** Of a contradicted claim: a total of a wider field or region that reaches it, so the scope under which it could be true. */
  readonly trueFor?: PublishedTotal
  readonly withInternal: readonly InternalTest[]
  readonly origin?: ClaimOrigin
  readonly url: string
  readonly note?: string
}
