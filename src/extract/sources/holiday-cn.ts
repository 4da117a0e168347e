import { z } from 'zod'
import { type CalendarDate, parseCalendarDate } from '../../model/calendar-date.ts'
import { notData } from '../detect-block.ts'
import { readJson } from '../read-json.ts'
import { daysOf, type Reading, type Source, yearsOf } from '../source.ts'

const answer = z.object({
  year: z.string(),
  days: z.array(z.object({ date: z.string(), isOffDay: z.boolean() })),
})
/** Both mainland exchanges trade on the same days. */
const EXCHANGES = ['XSHG', 'XSHE'] as const
const SATURDAY = 6
/** Never a working day: a list without them is not the whole one. */
const ALWAYS_OFF = ['01-01', '10-01']
const NO_FILE = 404

/**
 * holiday-cn, days off by notice of the State Council. A year's file has the days around its New Year, and
 * so says which last days of December were sessions; its own December is left to the next file.
 */
export const holidayCn: Source<'sessions'> = {
  id: 'holiday-cn',
  title: 'holiday-cn, days off by notice of the State Council',
  homepage: 'https://github.com/NateScarlet/holiday-cn',
  gives:
    'Weekdays that are no day off, which the mainland exchanges trade on; special closures are not in it',
  terms: 'MIT licence.',
  confidence: 'A',
  fallback: ['szse-calendar'],
  loads: 'sessions',
  pace: 1,
  codes: ['year'],
  standby: 'szse-calendar has what the exchange itself says',

  plan: ({ from, to }) => {
    const last = lastDays(Number(to.slice(0, 4)) + 1).from
    const end = (to < last ? to : `${Number(to.slice(0, 4)) + 1}-01-01`) as CalendarDate
    return yearsOf({ from, to: end }).map(({ year }) => ({
      partition: `year/${year}`,
      covers: String(year),
      url: `https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/${year}.json`,
      headers: { accept: 'application/json' },
    }))
  },

  read(page, { covers: year }) {
    if (page.status === NO_FILE) return notData(page, `there is no file of ${year}`)
    const parsed = readJson(page, answer)
    if (!parsed.ok) return notData(page, parsed.problems.join('; '))
    const { year: told, days } = parsed.value
    if (told !== year)
      return { end: 'broken', why: `the file is of ${told.slice(0, 20)}, not of ${year}` }
    // The notice comes in November of the year before.
    if (days.length === 0) return { end: 'empty' }
    return toSessions(Number(year), days)
  },
}

/** The days of December that the file of a year tells of. */
function lastDays(year: number): { readonly from: CalendarDate; readonly to: CalendarDate } {
  return {
    from: `${year - 1}-12-29` as CalendarDate,
    to: `${year}-12-28` as CalendarDate,
  }
}

/** One wrong day off is a wrong session, so a list with a day that cannot be read is not used at all. */
function toSessions(
  year: number,
  days: readonly { readonly date: string; readonly isOffDay: boolean }[],
): Reading<'sessions'> {
  const strange = days.find(
    ({ date }) =>
      parseCalendarDate(date) === undefined || Math.abs(Number(date.slice(0, 4)) - year) > 1,
  )
  if (strange !== undefined)
    return { end: 'broken', why: `"${strange.date.slice(0, 20)}" is no day around ${year}` }
  const off = new Set(days.filter(({ isOffDay }) => isOffDay).map(({ date }) => date))
  const missing = ALWAYS_OFF.filter((day) => !off.has(`${year}-${day}`))
  if (missing.length > 0)
    return { end: 'broken', why: `${missing.join(' and ')} are no days off: the list is not whole` }
  const sessions = daysOf(lastDays(year)).filter(
    (day) => Temporal.PlainDate.from(day).dayOfWeek < SATURDAY && !off.has(day),
  )
  const rows = sessions.flatMap((sessionOn) =>
    EXCHANGES.map((exchange) => ({ exchange, sessionOn })),
  )
  return { end: 'news', rows, rejected: [] }
}
