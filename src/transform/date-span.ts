import { addDays, type CalendarDate, toCalendarDate } from '../model/calendar-date.ts'
import type { DatePrecision } from '../model/told-rows.ts'

const DAYS_BEFORE_DIGEST = 6
const MONTHS_A_QUARTER = 3

/**
 * The earliest and the latest day a printed date may stand for. A week is that of a digest printed on its last day; a
 * month, quarter or year is the calendar one the day lies in.
 */
export function toSpan(
  day: CalendarDate,
  precision: DatePrecision,
): { readonly from: CalendarDate; readonly until: CalendarDate } {
  const date = Temporal.PlainDate.from(day)
  switch (precision) {
    case 'day':
      return { from: day, until: day }
    case 'week':
      return { from: addDays(day, -DAYS_BEFORE_DIGEST), until: day }
    case 'month':
      return monthsFrom(date.with({ day: 1 }), 1)
    case 'quarter': {
      const month = date.month - ((date.month - 1) % MONTHS_A_QUARTER)
      return monthsFrom(date.with({ day: 1, month }), MONTHS_A_QUARTER)
    }
    case 'year':
      return monthsFrom(date.with({ day: 1, month: 1 }), 12)
  }
}

function monthsFrom(
  first: Temporal.PlainDate,
  months: number,
): { from: CalendarDate; until: CalendarDate } {
  return {
    from: toCalendarDate(first),
    until: toCalendarDate(first.add({ months }).subtract({ days: 1 })),
  }
}
