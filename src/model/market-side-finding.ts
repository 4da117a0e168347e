import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Known } from './known.ts'
import type {
  AbroadLine,
  Drawdown,
  FloatGain,
  HistoryPercentile,
  MemberSide,
  MultipleExpansion,
} from './market-findings.ts'
import type { ChartPoint, SeriesFinding } from './series-finding.ts'

/** Price part of a board's change in market value: cap(t0) × R. */
export interface PaperGain {
  readonly series: SeriesFinding
  readonly capAtStart: DecimalText
  /** The day the market value was really observed, when the index carried it from there to t0. */
  readonly capObservedOn: CalendarDate
  readonly capOrigin: 'observed' | 'carried-by-index'
  /** Yuan. */
  readonly gain: DecimalText
  /** cap(t0) × (R − R of the benchmark basket). The headline gain. */
  readonly excessGain: DecimalText
  readonly freeFloat: Known<FloatGain>
}

/** Share of the deciding index's turnover in the benchmark's. */
export interface TurnoverShare {
  readonly share: DecimalText
  readonly yearBefore: Known<DecimalText>
  /** share ÷ yearBefore */
  readonly ratio: Known<DecimalText>
  /** Of the share in its own history. */
  readonly percentile: Known<HistoryPercentile>
}

/** The excess with start and end moved, each alone and both together, by up to ± the configured sessions. */
export interface ShiftGrid {
  readonly lowest: DecimalText
  readonly highest: DecimalText
  readonly cells: number
  readonly sessions: number
}

/** Price–earnings ratio of the deciding index at both ends, as its publisher prints it. */
export interface ValuationMultiple {
  readonly atStart: DecimalText
  readonly atEnd: DecimalText
  readonly expansion: Known<MultipleExpansion>
}

/** What the listed companies of a track did in the period. */
export interface MarketSide {
  /** The dated series that decides, or why there is none (`no-dated-series`, `no-price-in-period`, `known-later`). */
  readonly deciding: Known<SeriesFinding>
  readonly confirming: readonly SeriesFinding[]
  /** Hindsight boards and others, marked, that never decide. */
  readonly shown: readonly SeriesFinding[]
  readonly percentile: Known<HistoryPercentile>
  readonly turnover: Known<TurnoverShare>
  readonly shifts: Known<ShiftGrid>
  readonly multiple: Known<ValuationMultiple>
  readonly drawdown: Known<Drawdown>
  /** The union of the track's listed companies, where lists of members stood at the start of the period. */
  readonly members: Known<MemberSide>
  readonly abroad: readonly AbroadLine[]
  /** Of one named board: gains of boards are never added up. */
  readonly paperGain: Known<PaperGain>
  readonly previousExcess: Known<DecimalText>
  readonly yearBeforeExcess: Known<DecimalText>
  /** Closes of the deciding series (else of the first shown one), t0 = 100. */
  readonly curve: readonly ChartPoint[]
}
