import { type CalendarDate, toCalendarDate } from './calendar-date.ts'

/** Quarters since year 0: 2023-Q2 is 2023 × 4 + 1, so that neighbours differ by one. */
export type Quarter = number

export function quarterOf(day: CalendarDate): Quarter {
  const { year, month } = Temporal.PlainDate.from(day)
  return year * 4 + Math.floor((month - 1) / 3)
}

/** `2023-Q2` */
export function quarterId(quarter: Quarter): string {
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`
}

/** Its first and its last day. */
export function daysOf(quarter: Quarter): {
  readonly from: CalendarDate
  readonly to: CalendarDate
} {
  const from = Temporal.PlainDate.from({
    year: Math.floor(quarter / 4),
    month: (quarter % 4) * 3 + 1,
    day: 1,
  })
  return {
    from: toCalendarDate(from),
    to: toCalendarDate(from.add({ months: 3 }).subtract({ days: 1 })),
  }
}

/** The last quarter that was over on a day, that day included. */
export function lastQuarterBy(day: CalendarDate): Quarter {
  const quarter = quarterOf(day)
  return daysOf(quarter).to <= day ? quarter : quarter - 1
}

/** `from` to `to`, both included; none when `to` lies before. */
export function quartersFrom(from: Quarter, to: Quarter): readonly Quarter[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}
