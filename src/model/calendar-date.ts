/** A day without time or zone, `YYYY-MM-DD`. Announcements and sessions are days in Asia/Shanghai. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' }

/** Reads `YYYY-MM-DD`; undefined for anything else, 2023-02-30 included. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return toCalendarDate(Temporal.PlainDate.from(text, { overflow: 'reject' }))
  } catch {
    return undefined
  }
}

export function toCalendarDate(date: Temporal.PlainDate): CalendarDate {
  return date.toString() as CalendarDate
}

/** The day an instant falls on where announcements and sessions are dated. */
export function dayInShanghai(instant: Temporal.Instant): CalendarDate {
  return toCalendarDate(instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate())
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toCalendarDate(Temporal.PlainDate.from(date).add({ days }))
}
