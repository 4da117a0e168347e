import { type CalendarDate, parseCalendarDate } from '../model/calendar-date.ts'
import { parsePeriod } from '../model/period.ts'

interface Days {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const LIKELY_YEAR = /^(?:19|20|21)\d{2}/
// Absolute forms only are asked for, so the day that relative forms count from is never used.
const UNUSED = '1970-01-01' as CalendarDate

/**
 * The days a publisher's period stands for: 2023, 2023-H1, 2023-Q1..Q3, 2023-01..05, 2023-YTD-06, 2023-12-24.
 * Undefined where the text is no period (a comparison of two, for example).
 */
export function parsePublishedPeriod(text: string): Days | undefined {
  if (!LIKELY_YEAR.test(text)) return undefined
  const day = parseCalendarDate(text)
  if (day !== undefined) return { from: day, to: day }

  const {
    year = '',
    first,
    last,
    month,
  } = /^(?<year>\d{4})-(?:(?<first>Q[1-4]|\d{2})\.\.(?<last>Q[1-4]|\d{2})|YTD-(?<month>\d{2}))$/.exec(
    text,
  )?.groups ?? {}
  if (month !== undefined) return between(`${year}-01`, `${year}-${month}`)
  if (first !== undefined) return between(`${year}-${first}`, `${year}-${last ?? first}`)

  const period = parsePeriod(text, UNUSED)
  return typeof period === 'string' ? undefined : { from: period.from, to: period.to }
}

function between(first: string, last: string): Days | undefined {
  const [from, to] = [parsePeriod(first, UNUSED), parsePeriod(last, UNUSED)]
  if (typeof from === 'string' || typeof to === 'string' || to.to < from.from) return undefined
  return { from: from.from, to: to.to }
}
