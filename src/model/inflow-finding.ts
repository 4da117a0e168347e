import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Interval, Known } from './known.ts'

/** Bounds of a count. */
export interface CountRange {
  readonly low: number
  readonly high: number
}

/** One part of the recorded deals of a period, in yuan; parts of one division add up to the whole. */
export interface InflowPart {
  /** Round group, founding year, or province (ISO 3166-2); `unknown` where no text or row says so. */
  readonly part: string
  /** By the date as printed; `nRange` with dates that straddle an edge let fall on either side. */
  readonly n: number
  readonly nRange: CountRange
  readonly undisclosed: number
  readonly disclosed: Interval
  /** disclosed plus [0, cap of its round and year] for each deal whose yuan nobody knows. */
  readonly bounded: Interval
}

/** What recorded deals are divided by. */
export const DIVISIONS = ['byRound', 'byFounded', 'byProvince'] as const

export type Division = (typeof DIVISIONS)[number]

/** What one kind of investor had a part in. One deal may have several kinds: these do not add up to the whole. */
export interface KindPart {
  readonly kind: string
  /** Deals an investor of this kind took part in. */
  readonly deals: number
  /** Yuan. Low: of deals all of whose named investors are of this kind. High: of deals any of them is. */
  readonly yuan: Interval
}

/** Who paid: the kinds known, and beside them always the part nobody knows. */
export interface InvestorKinds {
  readonly deals: number
  /** Deals with at least one investor whose kind is known. */
  readonly known: number
  readonly kinds: readonly KindPart[]
  /** Deals none of whose investors has a known kind, and their yuan. */
  readonly unknown: Omit<KindPart, 'kind'>
}

/** Where the amounts of one cell were drawn from: its own round and year, its round in all years, or the whole track. */
export type PoolLevel = 'round-year' | 'round' | 'track'

export interface DrawnCell {
  readonly round: string
  readonly year: number
  /** Undisclosed deals drawn. */
  readonly deals: number
  readonly from: PoolLevel
  /** Disclosed amounts they were drawn from. */
  readonly amounts: number
}

/** An estimate, not a sum: yuan rounded to three significant digits. Disclosure is not random, so it leans upward. */
export interface CentralEstimate {
  readonly central: DecimalText
  /** The middle 80 % of the draws. */
  readonly interval: Interval
  readonly draws: number
  /** Names the chance used: the same period and track give the same draws. */
  readonly seed: string
  readonly cells: readonly DrawnCell[]
}

/** Deals of at least US$1.5 m at the rate of their day. Low: surely; high: perhaps. Undisclosed ones are in neither. */
export interface AboveFloor {
  readonly n: CountRange
  readonly disclosed: Interval
}

/** Companies whose first recorded inflow lies in the period. Low: and the round is by name a first one. */
export interface FirstFunded {
  readonly companies: CountRange
  /** The first deal recorded at all: before it nothing is known. */
  readonly recordsSince: CalendarDate
}

/** What else is said of the deals of a track in a period. */
export interface InflowDetail {
  /** Of the disclosed amounts, yuan. */
  readonly mean: Known<Interval>
  readonly top5Share: Known<Interval>
  /** Herfindahl–Hirschman index of the disclosed amounts, Σ share², 0…1. */
  readonly hhi: Known<Interval>
  /** Part of the width of the bounded interval that undisclosed amounts cause, 0…1. */
  readonly undisclosedWidth: Known<DecimalText>
  readonly estimate: Known<CentralEstimate>
  readonly aboveFloor: AboveFloor
  /** Only deals filed under the track with the configured confidence. */
  readonly confident: InflowPart
  readonly firstFunded: Known<FirstFunded>
  readonly byRound: readonly InflowPart[]
  readonly byFounded: readonly InflowPart[]
  readonly byProvince: readonly InflowPart[]
  readonly investors: InvestorKinds
}

/** Who paid, half-year by half-year, over all tracks. */
export interface KindsOfHalf extends InvestorKinds {
  /** `2023-H1` */
  readonly half: string
  /** Days within it on which a source began or ended: halves on both sides of one are not compared. */
  readonly breaks: readonly CalendarDate[]
  /** Halves of one regime may be compared; one with a break inside belongs to none. */
  readonly regime: Known<number>
}
