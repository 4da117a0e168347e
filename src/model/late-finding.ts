import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Known } from './known.ts'

/** Deals that will have been seen in the end: an estimate, to one decimal, with an 80 % interval. */
export interface Nowcast {
  readonly low: DecimalText
  readonly central: DecimalText
  readonly high: DecimalText
}

/** Deals of one group of rounds in the period, as our own fetches saw them arrive. */
export interface LateDeals {
  readonly group: string
  /** Deals seen by a source that was read before they were announced. */
  readonly seen: number
  readonly nowcast: Known<Nowcast>
  /** Too young to be read as a fall, while there are too few months of fetches to correct it. */
  readonly immature: boolean
}

/** How late deals of a group are told, over all tracks. */
export interface DelayOfGroup {
  readonly group: string
  /** Deals in the triangle. */
  readonly deals: number
  /** Chain-ladder factors: deals known one month later for each known 0, 1, 2 … months after the month of announcement. */
  readonly factors: readonly DecimalText[]
  /** Variance of past errors over the deals then expected; never below 1. Lacking where too few could be compared. */
  readonly dispersion: Known<DecimalText>
}

/** One nowcast of an earlier edition against what is known now. */
export interface ScoredNowcast extends Nowcast {
  readonly period: string
  readonly track: string
  readonly group: string
  readonly asOf: CalendarDate
  readonly seenThen: number
  readonly seenNow: number
  readonly isInside: boolean
  /** So old by now that no more is expected. Only these are judged. */
  readonly isSettled: boolean
}

export interface NowcastScore {
  readonly settled: number
  readonly inside: number
  /** inside ÷ settled, to be held against 0.8. */
  readonly share: Known<DecimalText>
  readonly lines: readonly ScoredNowcast[]
}

/** How late what we know came, and how well earlier editions foretold it. */
export interface LateReporting {
  /** First fetch of any announcement; lacking where all facts came from imported files. */
  readonly fetchedSince: Known<CalendarDate>
  /** Whole months of fetches. */
  readonly vintages: number
  readonly delays: readonly DelayOfGroup[]
  /** All tracks together. */
  readonly all: readonly LateDeals[]
  readonly score: NowcastScore
}
