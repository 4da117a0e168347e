import type { CalendarDate } from './calendar-date.ts'
import type { DecimalText } from './findings.ts'
import type { Forecast } from './forecast-finding.ts'
import type { DatePrecision } from './told-rows.ts'

/** One company in a list of unicorns somebody publishes. */
export interface UnicornListingRow {
  readonly source: string
  /** Edition of the list: `2024`, or the day it was seen. */
  readonly edition: string
  readonly asOf: CalendarDate
  readonly company: string
  readonly companyEn?: string
  readonly country?: string
  readonly city?: string
  readonly industry?: string
  readonly rank?: string
  /** ISO 4217. */
  readonly currency: string
  /** Whole units. */
  readonly valuationLow: DecimalText
  readonly valuationHigh: DecimalText
  readonly joinedOn?: CalendarDate
  readonly investors?: string
}

/** A public statement about money. */
export interface ClaimRow {
  readonly claimedOn: CalendarDate
  readonly outlet: string
  readonly claim: string
  readonly track: string
  readonly scope: string
  readonly periodFrom: CalendarDate
  readonly periodTo: CalendarDate
  readonly amountLow?: DecimalText
  readonly amountHigh?: DecimalText
  /** ISO 4217 or `percent`. */
  readonly currency?: string
  readonly url: string
  readonly note?: string
  readonly status: 'told' | 'withdrawn'
  /** The announcement it was read from, where its words stand there and by which rule; absent for an imported row. */
  readonly source?: string
  readonly sourceKey?: string
  readonly spanIn?: 'title' | 'body'
  readonly spanStart?: string
  readonly spanEnd?: string
  readonly rule?: string
  readonly knownFrom?: CalendarDate
}

/** A dated prediction, of the days from `horizonFrom` to `dueOn`. */
export interface ForecastRow extends Omit<Forecast, 'from' | 'due'> {
  readonly horizonFrom: CalendarDate
  readonly dueOn: CalendarDate
  readonly knownFrom?: CalendarDate
}

/** A total somebody published. */
export interface AggregateRow {
  /** As printed, and its days where the text is a period. */
  readonly period: string
  readonly periodFrom?: CalendarDate
  readonly periodTo?: CalendarDate
  readonly region: string
  readonly track: string
  readonly metric: string
  /** Whole units (yuan, dollars, deals, percent), with the bounds its wording allows; absent high: no upper bound. */
  readonly low: DecimalText
  readonly high?: DecimalText
  /** ISO 4217, or the thing counted (`cases`, `deals`, `percent`, …). */
  readonly unit: string
  readonly publisher: string
  readonly url: string
  readonly note?: string
  readonly knownFrom?: CalendarDate
}

/** A policy or industry event. */
export interface PolicyRow {
  readonly eventOn: CalendarDate
  readonly precision: DatePrecision
  readonly event: string
  readonly kind: string
  readonly track: string
  readonly effectiveOn?: CalendarDate
  readonly issuer?: string
  readonly url: string
  readonly note?: string
  readonly knownFrom?: CalendarDate
}

/** A private company that reached US$1 bn, with its birth and its end. */
export interface UnicornRow {
  readonly bornOn: CalendarDate
  readonly precision: DatePrecision
  readonly company: string
  readonly companyEn?: string
  readonly track: string
  readonly valuationText?: string
  readonly currency?: string
  readonly valuationLow?: DecimalText
  readonly valuationHigh?: DecimalText
  readonly endedOn?: CalendarDate
  readonly endReason?: string
  readonly urls: readonly string[]
  readonly confidence: string
  readonly note?: string
  readonly knownFrom?: CalendarDate
}
