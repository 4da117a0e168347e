import type { CalendarDate } from '../model/calendar-date.ts'
import type { Known } from '../model/known.ts'

export interface Regime {
  /** Breaks of the sources within the span. */
  readonly breaks: readonly CalendarDate[]
  /** Spans of one number may be compared. */
  readonly regime: Known<number>
}

/**
 * Which spans of a series over time may be compared: a new feed is a marked break, never a trend. A break on a span's
 * first day only separates it from the one before; one inside leaves the span without a regime.
 */
export function regimeOf(
  span: { readonly from: CalendarDate; readonly to: CalendarDate },
  breaks: readonly { readonly on: string }[],
): Regime {
  const days = breaks.map(({ on }) => on as CalendarDate).toSorted()
  const inside = days.filter((on) => on > span.from && on <= span.to)
  return {
    breaks: inside,
    regime:
      inside.length > 0 ? { lacking: 'source-break' } : days.filter((on) => on <= span.from).length,
  }
}
