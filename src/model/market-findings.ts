import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Known, Names } from './known.ts'

/** Where a period stands among all windows of the same number of sessions in the years before its end. */
export interface HistoryPercentile {
  /** 0…1 */
  readonly percentile: DecimalText
  readonly windows: number
  readonly since: CalendarDate
  /** Years of own history the windows cover, at most the configured number. */
  readonly years: DecimalText
}

/** How far a series fell from the highest close it had reached by then. Fractions below zero, or 0. */
export interface Drawdown {
  /** The deepest fall inside the period. */
  readonly within: DecimalText
  readonly peakOn: CalendarDate
  readonly troughOn: CalendarDate
  /** From the period's highest close to the last close known. */
  readonly since: DecimalText
  readonly highOn: CalendarDate
  readonly lastOn: CalendarDate
}

/** ln(P1/P0) = ln(PE1/PE0) + ln(E1/E0): the parts add up to the whole. */
export interface MultipleExpansion {
  readonly price: DecimalText
  readonly multiple: DecimalText
  readonly earnings: DecimalText
}

/** The free-float variant of a paper gain, yuan. */
export interface FloatGain {
  readonly capAtStart: DecimalText
  readonly gain: DecimalText
  readonly excessGain: DecimalText
}

/** The same theme on an exchange abroad, on that exchange's own sessions, in its own currency. */
export interface AbroadSeries {
  readonly source: string
  readonly code: string
  readonly names: Names
  readonly benchmark: string
  readonly t0: CalendarDate
  readonly t1: CalendarDate
  readonly change: DecimalText
  readonly benchmarkChange: DecimalText
  readonly excess: DecimalText
}

/** A mapped series abroad with its figures, or why it has none. */
export interface AbroadLine {
  readonly source: string
  readonly code: string
  readonly figures: Known<AbroadSeries>
}

/** Members weighted equally and by market value; each stock once, constant over the period. Fractions. */
export interface MemberReturn {
  readonly members: number
  /** Members whose return is known. */
  readonly known: number
  readonly equalWeight: Known<DecimalText>
  /** Over members with a market value at the start. */
  readonly capWeight: Known<DecimalText>
  readonly valued: number
}

/** The change of market value in yuan; the four parts add up to it to the fen. */
export interface ValueSplit {
  readonly stocks: number
  /** Stocks without the market values the split needs; they are in no sum. */
  readonly unvalued: number
  readonly atStart: DecimalText
  readonly atEnd: DecimalText
  readonly change: DecimalText
  /** `Σ N(t0) × (P(t1) − P(t0))`: the only part that is a gain. */
  readonly price: DecimalText
  /** `Σ (N(t1) − N(t0)) × P(t1)`: new shares, less what was paid out. */
  readonly issuance: DecimalText
  readonly membership: DecimalText
  /** Of stocks whose number of shares changed while no adjustment factor says whether they were split. */
  readonly unsplit: DecimalText
  readonly unsplitStocks: number
}

/** Stocks of all lists of a track, each once, as members at the start of the period. */
export interface MemberSide {
  readonly lists: readonly string[]
  readonly t0: CalendarDate
  readonly t1: CalendarDate
  readonly frozen: MemberReturn
  /** The same stocks' equal- and cap-weighted return less the published deciding index. */
  readonly spread: {
    readonly equalWeight: Known<DecimalText>
    readonly capWeight: Known<DecimalText>
  }
  /** Those that are members on the day of knowledge, over the same days. */
  readonly today: MemberReturn
  /** today − frozen: what hindsight adds. */
  readonly hindsight: {
    readonly equalWeight: Known<DecimalText>
    readonly capWeight: Known<DecimalText>
  }
  /** Share of the frozen members above the benchmark, of those whose return is known. */
  readonly beating: Known<DecimalText>
  readonly split: Known<ValueSplit>
  readonly floatGain: Known<FloatGain>
}
