import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Interval, Known, Lacking } from './known.ts'

export type Outcome = 'count' | 'money'

/** The estimate of one lag: ln of the outcome per unit of the log excess of one quarter. */
export interface LagLine {
  readonly outcome: Outcome
  /** Quarters the index is ahead of the outcome; below zero behind it, a placebo. */
  readonly lag: number
  /** Quarters, or months, of outcomes. */
  readonly points: number
  readonly coefficient: DecimalText
  readonly standardError: DecimalText
  readonly z: DecimalText
  /** Among all lags, tracks and outcomes at once. */
  readonly adjustedP: DecimalText
  /** The simultaneous band: it leaves zero out exactly when the estimate is significant. */
  readonly low: DecimalText
  readonly high: DecimalText
  /** The smallest coefficient the test finds at this lag with the configured power; none is asked for of a lead. */
  readonly detectable?: DecimalText
}

export interface UnitRoot {
  readonly statistic: DecimalText
  readonly pValue: DecimalText
  readonly lags: number
}

/** Both tests of one series: a small p of `adf` speaks against a unit root, a small p of `kpss` against stationarity. */
export interface Stationarity {
  /** The log excess, or the logarithm of one plus an outcome (money in units of its mean). */
  readonly series: 'signal' | Outcome
  readonly adf: UnitRoot
  readonly kpss: UnitRoot
}

/** What a track's test could use: mature quarters, or months, in a row, in one source regime, with the index before them. */
export interface PanelSpan {
  /** `2019-Q1`, `2019-01` */
  readonly from: string
  readonly to: string
  /** Outcomes less the first one, which is only the past of the second. */
  readonly points: number
  readonly deals: number
  readonly disclosed: number
  /** The smallest correlation so many points show with the protocol's power, looked at so often as one track is. */
  readonly correlation: DecimalText
  /** Who counted the listings that stand in the test as a control. */
  readonly listings: Known<string>
}

/** What the test of a track was made from, one quarter or month a row: with it every estimate can be made again. */
export interface PanelUnit {
  readonly span: string
  /** Log excess of the deciding index. */
  readonly excess: DecimalText
  /** Absent where only the signal is used, before the first outcome and after the last. */
  readonly deals?: number
  /** Deals with an amount that could be converted; `disclosed` is the sum of these. */
  readonly amounts?: number
  readonly disclosed?: Interval
  readonly listings?: number
}

export type TransmissionResult = 'transmission' | 'none-detected' | 'not-enough-data'

export interface LagReading {
  readonly reason: 'found' | 'nothing-significant' | 'reversed' | 'leads-as-strong'
  /** The lag ≥ 0 with the largest statistic. */
  readonly strongest: LagLine
  /** The same lag with the index among the controls of a full fit: what the estimate approximates in one step. */
  readonly fitted: Known<Pick<LagLine, 'coefficient' | 'standardError'>>
  /** The lead of the same outcome with the largest statistic in size. */
  readonly strongestLead: Known<LagLine>
  /** A coefficient of this size would have been found at whichever lag it stood, in deals. */
  readonly detectable: DecimalText
}

export interface TrackTransmission {
  readonly track: string
  readonly result: TransmissionResult
  /** All that is missing, when there is not enough data. */
  readonly reasons: readonly Lacking[]
  readonly panel: Known<PanelSpan>
  readonly spans: readonly PanelUnit[]
  readonly stationarity: readonly Stationarity[]
  readonly reading: Known<LagReading>
  readonly lags: readonly LagLine[]
}

/** The tests of all tracks together, corrected for one another. */
export interface LagFamily {
  readonly tracks: number
  /** Statistics the critical value allows for. */
  readonly looks: number
  readonly critical: DecimalText
}

/** Recorded inflow of four quarters, of the track and of all others. */
export interface RunSide {
  readonly from: string
  readonly to: string
  readonly n: number
  /** Yuan. */
  readonly disclosed: Interval
  readonly others: number
}

/** A theme run: the excess of half a year reached the bar. */
export interface ThemeRun {
  readonly track: string
  /** First session of the half-year. */
  readonly from: CalendarDate
  /** The session on which the excess reached the bar. */
  readonly on: CalendarDate
  readonly excess: DecimalText
  /** Whole quarters before the run began. */
  readonly before: Known<RunSide>
  /** Whole quarters after the bar was reached. */
  readonly after: Known<RunSide>
  /** Quarters after it are too young: deals told late will still come. */
  readonly immature: boolean
  /** `ln((n after + ½) ÷ (n before + ½))` */
  readonly rise: Known<DecimalText>
  /** The rise less that of all other tracks over the same quarters. */
  readonly aboveOthers: Known<DecimalText>
}

/** A share of runs with Wilson's interval, or a mean with one from resampled quarters; both 95 %. */
export interface RunShare extends Interval {
  readonly n: number
}

export interface RunMean extends Interval {
  readonly mean: DecimalText
}

export interface EventStudy {
  readonly runs: readonly ThemeRun[]
  /** Runs with both sides recorded in one regime and mature. */
  readonly judged: number
  /** Different quarters they fell into: runs of one quarter are one case. */
  readonly cases: number
  readonly rose: Known<RunShare>
  readonly roseMore: Known<RunShare>
  readonly meanAboveOthers: Known<RunMean>
}

/** The tests of every track on one grid of the calendar. Lags are quarters on either. */
export interface LagTests {
  readonly family: Known<LagFamily>
  readonly tracks: readonly TrackTransmission[]
}

/** By quarter, as registered. */
export interface TransmissionFinding extends LagTests {
  /** The same by month, beside it: no verdict rests on it. */
  readonly monthly: LagTests
  readonly eventStudy: EventStudy
}
