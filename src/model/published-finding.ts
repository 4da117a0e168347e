import type { CaptureRange } from './capture-finding.ts'
import type { DecimalText, Interval, Known } from './known.ts'

/** A published total used as a ceiling or a denominator; never subtracted, never chained. */
export interface PublishedTotal {
  readonly period: string
  readonly region: string
  readonly track: string
  readonly metric: string
  readonly publisher: string
  readonly url: string
  readonly note?: string
  /** Yuan for amounts, a number for counts. */
  readonly value: Interval
  readonly unit: 'CNY' | 'count'
  /** `exact`: of this very period. `contains`: a longer period, which bounds this one from above as it stands. */
  readonly fit: 'exact' | 'contains'
  /** "Over 700": only the least there was is published, and both ends of the value are that. No total to divide by. */
  readonly isFloor?: true
}

/** Recorded deals of all tracks as a share of those published. */
export interface CaptureOfDeals {
  readonly publishedCount: Known<PublishedTotal>
  readonly countShare: Known<DecimalText>
}

/** How much of the whole market our rows show. */
export interface MarketCapture {
  /** Recorded closed equity deals of all tracks, and the interval from straddling dates. */
  readonly recorded: number
  readonly recordedRange: { readonly low: number; readonly high: number }
  readonly recordedYuan: Interval
  readonly publishedCount: Known<PublishedTotal>
  readonly publishedAmount: Known<PublishedTotal>
  readonly countShare: Known<DecimalText>
  /** The same in the period before and a year before, whose levels stand beside it. */
  readonly previous: CaptureOfDeals
  readonly yearBefore: CaptureOfDeals
  readonly yuanShare: Known<Interval>
  /** The same with every publisher of a comparable region, and what levels may rest on. */
  readonly range: CaptureRange
  /** Year-on-year changes by publisher, a percentage: they may disagree in direction. */
  readonly directions: readonly {
    readonly publisher: string
    readonly percent: DecimalText
    readonly url: string
  }[]
  readonly directionDisputed: boolean
}
