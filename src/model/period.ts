import { type CalendarDate, parseCalendarDate, toCalendarDate } from './calendar-date.ts'

/** Days `from` to `to`, both included, in Asia/Shanghai. */
export interface Period {
  readonly id: string
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const FORMS = '2023, 2023-H1, 2023-Q2, 2023-06, 2023-01-01..2023-06-30, last-month, trailing-12m'

/**
 * Reads a period as an operator writes it. Relative forms (`last-month`, `trailing-12m`) count back from `asOf`.
 * Returns a sentence that says what is wrong when the text is not a period.
 */
export function parsePeriod(text: string, asOf: CalendarDate): Period | string {
  const wanted = text.trim()
  const relative = RELATIVE[wanted]
  if (relative !== undefined) return relative(asOf)
  return (
    parseCalendarPeriod(wanted) ??
    parseRange(wanted) ??
    `"${text}" is not a period. Write one of: ${FORMS}`
  )
}

const RELATIVE: Readonly<Record<string, ((asOf: CalendarDate) => Period) | undefined>> = {
  'last-month': lastMonth,
  'trailing-12m': trailingYear,
}

const CALENDAR = /^(?<year>\d{4})(?:-H(?<half>[12])|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?$/

function parseCalendarPeriod(text: string): Period | undefined {
  const { year, half, quarter, month } = CALENDAR.exec(text)?.groups ?? {}
  if (year === undefined) return undefined
  if (half !== undefined) return months(text, year, Number(half) * 6 - 5, 6)
  if (quarter !== undefined) return months(text, year, Number(quarter) * 3 - 2, 3)
  if (month !== undefined) return months(text, year, Number(month), 1)
  return months(text, year, 1, 12)
}

/** The period of the same length that ends the day before this one starts. */
export function periodBefore(period: Period): Period {
  const from = Temporal.PlainDate.from(period.from)
  const to = Temporal.PlainDate.from(period.to)
  const whole = wholeMonths(from, to)
  const start =
    whole === undefined
      ? from.subtract({ days: from.until(to).days + 1 })
      : from.subtract({ months: whole })
  return named(start, from.subtract({ days: 1 }))
}

/** The same days one year earlier. */
export function yearBefore(period: Period): Period {
  const from = Temporal.PlainDate.from(period.from).subtract({ years: 1 })
  const end = Temporal.PlainDate.from(period.to)
  const endsMonth = end.day === end.daysInMonth
  const to = end.subtract({ years: 1 })
  return named(from, endsMonth ? to.with({ day: to.daysInMonth }) : to)
}

/** Periods whose figures follow one another: the months of one length, or spans that begin on another day each time. */
export function seriesOf(period: Period): string {
  const from = Temporal.PlainDate.from(period.from)
  const months = wholeMonths(from, Temporal.PlainDate.from(period.to))
  const isCalendar = months !== undefined && 12 % months === 0 && (from.month - 1) % months === 0
  return isCalendar ? `${months}m` : `rolling-${Math.round(monthsIn(period))}m`
}

const DAYS_A_MONTH = 30.4375

/** Length in months; whole ones where the period is made of whole months. */
export function monthsIn(period: Period): number {
  const from = Temporal.PlainDate.from(period.from)
  const to = Temporal.PlainDate.from(period.to)
  return wholeMonths(from, to) ?? (from.until(to).days + 1) / DAYS_A_MONTH
}

/** Calendar months from the month of one day to that of another; negative backwards. */
export function monthsBetween(from: string, to: string): number {
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  return (end.year - start.year) * 12 + end.month - start.month
}

function parseRange(text: string): Period | string | undefined {
  const [fromText, toText, more] = text.split('..')
  if (fromText === undefined || toText === undefined || more !== undefined) return undefined
  const from = parseCalendarDate(fromText)
  const to = parseCalendarDate(toText)
  if (from === undefined || to === undefined) return undefined
  if (to < from) return `"${text}" ends before it begins. Write its first day first.`
  return { id: text, from, to }
}

function months(id: string, year: string, month: number, count: number): Period {
  const from = Temporal.PlainDate.from({ year: Number(year), month, day: 1 })
  return {
    id,
    from: toCalendarDate(from),
    to: toCalendarDate(from.add({ months: count }).subtract({ days: 1 })),
  }
}

function lastMonth(asOf: CalendarDate): Period {
  const from = Temporal.PlainDate.from(asOf).with({ day: 1 }).subtract({ months: 1 })
  return named(from, from.add({ months: 1 }).subtract({ days: 1 }))
}

function trailingYear(asOf: CalendarDate): Period {
  const to = Temporal.PlainDate.from(asOf)
  return named(to.subtract({ years: 1 }).add({ days: 1 }), to)
}

function wholeMonths(from: Temporal.PlainDate, to: Temporal.PlainDate): number | undefined {
  if (from.day !== 1 || to.day !== to.daysInMonth) return undefined
  return (to.year - from.year) * 12 + to.month - from.month + 1
}

/** Gives a span its shortest name: 2022-H2 rather than 2022-07-01..2022-12-31. */
function named(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  const days = { from: toCalendarDate(from), to: toCalendarDate(to) }
  const count = wholeMonths(from, to)
  const year = String(from.year).padStart(4, '0')
  if (count === 12 && from.month === 1) return { id: year, ...days }
  if (count === 6 && from.month % 6 === 1)
    return { id: `${year}-H${(from.month + 5) / 6}`, ...days }
  if (count === 3 && from.month % 3 === 1)
    return { id: `${year}-Q${(from.month + 2) / 3}`, ...days }
  if (count === 1) return { id: `${year}-${String(from.month).padStart(2, '0')}`, ...days }
  return { id: `${days.from}..${days.to}`, ...days }
}
