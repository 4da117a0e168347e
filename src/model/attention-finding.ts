import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText, Interval, Known } from './known.ts'

export const ATTENTION_MEASURES = ['headlines', 'page-views'] as const
export type AttentionMeasure = (typeof ATTENTION_MEASURES)[number]

/** Headlines: share of all headlines of the source, 0…1. Page views: views a day. */
export interface AttentionMonth {
  /** First day of the month. */
  readonly month: CalendarDate
  readonly value: DecimalText
  /** All headlines of the source in that month; absent for page views. */
  readonly whole?: DecimalText
  readonly level: DecimalText
}

/** `gap`: a month is missing. `jump`: the source counts some other amount of headlines than before. */
export interface AttentionBreak {
  readonly on: CalendarDate
  readonly kind: 'gap' | 'jump'
}

/** How much one source spoke of one subject of a track. Sources are never spliced and never added up. */
export interface AttentionSeries {
  readonly source: string
  readonly measure: AttentionMeasure
  readonly subject: string
  /** Over the period: Σ headlines ÷ Σ all headlines, or Σ views ÷ days. */
  readonly level: Known<DecimalText>
  /** ln(level) − ln(median level of the months before). */
  readonly abnormal: Known<DecimalText>
  /** Months before the period that the median is of. */
  readonly priorMonths: number
  /** Level per recorded deal, in hundredths of the level's unit: percentage points of all headlines. */
  readonly perDeal: Known<DecimalText>
  /** The same per billion yuan disclosed. */
  readonly perBillion: Known<Interval>
  /** Of the same days a year before. */
  readonly perDealYearBefore: Known<DecimalText>
  /** perDeal ÷ the median of the other tracks with the same source and measure. */
  readonly againstOthers: Known<DecimalText>
  readonly breaks: readonly AttentionBreak[]
  readonly months: readonly AttentionMonth[]
}

/** Of companies with a first recorded round in a span, those with another within so many months. */
export interface FollowOn {
  readonly months: number
  /** Days of the first rounds; all had the time to follow by the period's end. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly companies: number
  readonly followed: number
  readonly rate: Known<DecimalText>
  /** Wilson's interval of 95 %. */
  readonly interval: Known<Interval>
  /** All other tracks together, over the same days. */
  readonly others: {
    readonly companies: number
    readonly followed: number
    readonly rate: Known<DecimalText>
    readonly interval: Known<Interval>
  }
}

/** Investors named in a track's deals of the period, and those with no recorded deal in the track before. */
export interface FirstDeals {
  readonly active: number
  readonly first: number
  readonly share: Known<DecimalText>
  /** The first day the track has any record of: earlier deals are unseen, so the share is an upper bound. */
  readonly recordsSince?: CalendarDate
}
