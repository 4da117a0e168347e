import { type CalendarDate, toCalendarDate } from './calendar-date.ts'

/** Spans of equal length since year 0, told by a number so that neighbours differ by one. */
export type Span = number

/** The calendar in spans of one length. */
export interface Grid {
  /** Spans in a quarter. */
  readonly step: 1 | 3
  /** Months in a span. */
  readonly months: 1 | 3
  /** `2023-Q2`, `2023-06` */
  readonly idOf: (span: Span) => string
  readonly of: (day: CalendarDate) => Span
  /** Its first and its last day. */
  readonly daysOf: (span: Span) => { readonly from: CalendarDate; readonly to: CalendarDate }
  /** The last span that was over on a day, that day included. */
  readonly lastBy: (day: CalendarDate) => Span
}

export const QUARTERS: Grid = gridOf(3, (year, place) => `${year}-Q${place + 1}`)

export const MONTHS: Grid = gridOf(
  1,
  (year, place) => `${year}-${String(place + 1).padStart(2, '0')}`,
)

/** `from` to `to`, both included; none when `to` lies before. */
export function spansFrom(from: Span, to: Span): readonly Span[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

function gridOf(months: 1 | 3, named: (year: number, place: number) => string): Grid {
  const perYear = 12 / months
  const of: Grid['of'] = (day) => {
    const { year, month } = Temporal.PlainDate.from(day)
    return year * perYear + Math.floor((month - 1) / months)
  }
  const daysOf: Grid['daysOf'] = (span) => {
    const from = Temporal.PlainDate.from({
      year: Math.floor(span / perYear),
      month: (span % perYear) * months + 1,
      day: 1,
    })
    return {
      from: toCalendarDate(from),
      to: toCalendarDate(from.add({ months }).subtract({ days: 1 })),
    }
  }
  return {
    step: months === 3 ? 1 : 3,
    months,
    idOf: (span) => named(Math.floor(span / perYear), span % perYear),
    of,
    daysOf,
    lastBy: (day) => (daysOf(of(day)).to <= day ? of(day) : of(day) - 1),
  }
}
