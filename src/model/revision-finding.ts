import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Interval, Known } from './known.ts'

/** A figure as its publisher told it on one day. */
export interface Telling {
  /** In the unit of the line: bounds of the wording. */
  readonly value: Interval
  /** The day the world could know it. */
  readonly on: CalendarDate
  /** Nobody recorded that day: 31 days after the period. */
  readonly assumed: boolean
  readonly url: string
}

/** A total its publisher told on more than one day: how far the first figure moved. */
export interface PublishedRevision {
  readonly publisher: string
  readonly period: string
  readonly region: string
  readonly track: string
  readonly metric: string
  /** ISO 4217 for amounts, which are never converted here; else what is counted. */
  readonly unit: string
  readonly first: Telling
  readonly latest: Telling
  /** (latest − first) ÷ first, from the least to the most that both wordings allow. */
  readonly moved: Known<Interval>
}

/** How far the first figures of one publisher moved. */
export interface PublisherScore {
  readonly publisher: string
  /** Totals told on more than one day. */
  readonly retold: number
  /** Those of them that surely moved: the bounds of first and latest do not meet. */
  readonly moved: number
  /** Median of the sizes of the moves, from the least to the most; lacking where no first figure can be divided by. */
  readonly typicalMove: Known<Interval>
  /** The largest of them, at the most. */
  readonly largestMove: Known<DecimalText>
}

export interface PublishedRevisions {
  /** Totals known, each once: of the same publisher, days, region, field and unit. */
  readonly totals: number
  readonly publishers: readonly PublisherScore[]
  readonly lines: readonly PublishedRevision[]
}

/** What editions older than the measure say of it. */
export const NO_REVISIONS: PublishedRevisions = { totals: 0, publishers: [], lines: [] }
