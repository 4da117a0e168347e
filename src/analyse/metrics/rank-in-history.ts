import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal, ratioText } from '../../model/decimal.ts'
import type { Known } from '../../model/findings.ts'
import type { HistoryPercentile } from '../../model/market-findings.ts'

/** How many windows of the period's length are not above the period's own, which is one of them. */
export interface RankedWindows {
  readonly windows: number
  readonly not_above: number
  readonly since: CalendarDate | null
  readonly until: CalendarDate
}

const DAYS_A_YEAR = 365.25

/** Percentile = windows not above this one ÷ all windows, this one included. 0…1. */
export function toPercentile({
  windows,
  not_above,
  since,
  until,
}: RankedWindows): Known<HistoryPercentile> {
  if (since === null || windows < 2) return { lacking: 'history-too-short' }
  const days = Temporal.PlainDate.from(since).until(Temporal.PlainDate.from(until)).days
  return {
    percentile: ratioText(decimal(not_above).div(windows)),
    windows,
    since,
    years: ratioText(decimal(days).div(DAYS_A_YEAR)),
  }
}

/** The first day a window may begin on: the configured years before the period's end. */
export function historyStart(to: CalendarDate, years: number): string {
  return Temporal.PlainDate.from(to)
    .subtract({ months: Math.round(years * 12) })
    .toString()
}
