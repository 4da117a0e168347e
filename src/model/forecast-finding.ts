import type { CalendarDate } from './calendar-date.ts'
import type { Interval } from './known.ts'
import type { Signature } from './signature.ts'

/** What a forecast can be judged by. `primary-feast`: the signature of the primary market over the days it speaks of. */
export const FORECAST_MEASURES = ['primary-feast'] as const

/** A dated prediction. */
export interface Forecast {
  readonly madeOn: CalendarDate
  readonly outlet: string
  readonly author?: string
  readonly statement: string
  /** A track, or a wider field: then every track of it. */
  readonly track: string
  readonly from: CalendarDate
  readonly due: CalendarDate
  readonly measure: (typeof FORECAST_MEASURES)[number]
  readonly predicts: 'yes' | 'no'
  readonly url: string
  readonly note?: string
}

/** `pending`: due after the day of knowledge. `between`: neither what it predicted nor the opposite. */
export type ForecastOutcome = 'pending' | 'not-judged' | 'came-true' | 'between' | 'did-not'

/** What came in one track over the days of the forecast. */
export interface ForecastResult {
  readonly track: string
  readonly deals: number
  /** Yuan of recorded deals with an amount. */
  readonly disclosed: Interval
  readonly signature: Signature
}

/** A forecast and what came of it, as known on the day of the edition. */
export interface ForecastLine extends Forecast {
  readonly tracks: readonly string[]
  readonly outcome: ForecastOutcome
  /** Code of what was lacking to judge it. */
  readonly lacking?: string
  /** Track by track; none while it is pending. */
  readonly results: readonly ForecastResult[]
}
