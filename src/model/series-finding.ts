import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Names } from './known.ts'

export type SeriesKind = 'index' | 'board' | 'etf' | 'stock'

/** How a series answers price changes: `price` index, `fund` (an ETF's adjusted price), `basket` (constant shares, survivors). */
export type SeriesConstruct = 'price' | 'fund' | 'basket'

/** `dated`: members were chosen at the time. `hindsight`: today's members on the past; such a series never decides. */
export type Membership = 'dated' | 'hindsight'

/** What a series does for its track. */
export type SeriesRole = 'decides' | 'confirms' | 'shown'

/** One series over one period, close to close: t0 = last session before the period, t1 = last session in it. */
export interface SeriesFinding {
  readonly source: string
  readonly code: string
  readonly names: Names
  readonly kind: SeriesKind
  readonly construct: SeriesConstruct
  readonly membership: Membership
  readonly role: SeriesRole
  readonly url?: string
  readonly note?: string
  readonly t0: CalendarDate
  readonly t1: CalendarDate
  /** Sessions after t0 up to and including t1. */
  readonly sessions: number
  readonly p0: DecimalText
  readonly p1: DecimalText
  /** A fraction: 0.3379 is +33.79 %. */
  readonly change: DecimalText
  /** Of the benchmark of the same construct over the same sessions. */
  readonly benchmarkChange: DecimalText
  readonly excess: DecimalText
}

/** One close of a curve. */
export interface ChartPoint {
  readonly on: CalendarDate
  readonly value: DecimalText
}
