import { type CalendarDate, toCalendarDate } from '../../model/calendar-date.ts'
import { allMatches } from '../announcement/all-matches.ts'

/** The days a claim speaks of, both included. */
export interface ClaimDays {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The words fix both ends, or everything up to now is meant, or nothing is said of time. */
  readonly says: 'period' | 'to-date' | 'nothing'
}

const HALF = '上半年|下半年'
const QUARTER = '第?[一二三四1-4]季度|Q[1-4]'
const PART = `${HALF}|前三季度|${QUARTER}|前\\d{1,2}个?月|1月?(?:-|至|到)\\d{1,2}月`
const YEAR = '20\\d{2}'
const ENGLISH_PART = `H[12]|Q[1-4]|(?:the )?(?:first|second) half|(?:the )?(?:first|second|third|fourth) quarter`

/** The words for a period; what none of its forms explains is no period. */
export const PERIOD_WORDS = [
  `${YEAR}年?(?:-|至|到)${YEAR}年`,
  `自?${YEAR}年(?:以来|至今)`,
  `(?:${YEAR}年?|今年|去年)(?:${PART})`,
  `${YEAR}年(?:全年)?(?!\\d)`,
  '今年以来|今年至今|今年截至目前|今年|年内|去年(?:全年)?',
  '(?:过去|近|最近)(?:一年|[两二三四五]年|半年|\\d{1,2}个月)',
  '截至目前|截止目前|迄今为止|迄今|至今',
  `(?:in )?(?:${ENGLISH_PART})(?: of|,)? ?${YEAR}`,
  `in ${YEAR}|since ${YEAR}`,
  '(?:so far )?this year|year to date|last year|(?:over|in) the (?:past|last) (?:year|(?:12|twelve) months)|to date',
].join('|')

const WORDS = new RegExp(PERIOD_WORDS, 'gi')

/**
 * The period a stretch of text names. Without words for one it is the year to date, marked as unsaid; undefined where
 * the text names several, one that has not begun by the day of publication, or none that can be counted.
 */
export function claimDays(text: string, published: CalendarDate): ClaimDays | undefined {
  const named = [...new Set(allMatches(WORDS, text).map(([words]) => words.toLowerCase()))]
  const [words] = named
  if (named.length > 1) return undefined
  const today = Temporal.PlainDate.from(published)
  const yearBegan = today.with({ month: 1, day: 1 })
  if (words === undefined) return days(yearBegan, today, 'nothing')
  if (/^(?:截至目前|截止目前|迄今|至今|to date)/.test(words))
    return days(yearBegan, today, 'to-date')
  const span = trailing(words, today) ?? calendar(words, today)
  if (span === undefined || Temporal.PlainDate.compare(span.from, today) > 0) return undefined
  const isOpen = Temporal.PlainDate.compare(span.to, today) > 0
  return days(span.from, isOpen ? today : span.to, 'period')
}

interface Span {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

function days(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  says: ClaimDays['says'],
): ClaimDays {
  return { from: toCalendarDate(from), to: toCalendarDate(to), says }
}

const YEARS: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }
const MONTHS_A_YEAR = 12

/** 过去一年, 近6个月, over the past year: so many months that end today. */
function trailing(words: string, today: Temporal.PlainDate): Span | undefined {
  const { years, months } =
    /^(?:过去|近|最近)(?:(?<years>[一两二三四五])年|半年|(?<months>\d+)个月)/.exec(words)?.groups ??
    {}
  const isEnglish = /the (?:past|last)/.test(words)
  if (!isEnglish && !/^(?:过去|近|最近)/.test(words)) return undefined
  const whole = isEnglish ? 1 : YEARS[years ?? '']
  const count = whole === undefined ? Number(months ?? 6) : whole * MONTHS_A_YEAR
  return { from: today.subtract({ months: count }).add({ days: 1 }), to: today }
}

function calendar(words: string, today: Temporal.PlainDate): Span | undefined {
  const [first, last] = words.match(/20\d{2}/g) ?? []
  const year = Number(first ?? (/去年|last year/.test(words) ? today.year - 1 : today.year))
  const began = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  if (last !== undefined) {
    const to = endOfMonth(Number(last), MONTHS_A_YEAR)
    return Number(last) < year ? undefined : { from: began, to }
  }
  if (/以来|至今|since/.test(words)) return { from: began, to: today }
  const [from, to] = monthsOf(words)
  return from < 1 || to > MONTHS_A_YEAR || to < from
    ? undefined
    : { from: began.with({ month: from }), to: endOfMonth(year, to) }
}

const ORDINALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
}

/** First and last month of a part of a year; of the year itself where no part is named. */
function monthsOf(words: string): readonly [number, number] {
  if (/上半年|h1|first half/.test(words)) return [1, 6]
  if (/下半年|h2|second half/.test(words)) return [7, 12]
  if (/前三季度/.test(words)) return [1, 9]
  const quarter = /第?([一二三四1-4])季度|q([1-4])|(\w+) quarter/.exec(words)
  if (quarter !== null) {
    const name = quarter[1] ?? quarter[2] ?? quarter[3] ?? ''
    const number = ORDINALS[name] ?? Number(name)
    return [number * 3 - 2, number * 3]
  }
  const months = /前(\d+)个?月|1月?(?:-|至|到)(\d+)月/.exec(words)
  return [1, Number(months?.[1] ?? months?.[2] ?? MONTHS_A_YEAR)]
}

function endOfMonth(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.with({ day: first.daysInMonth })
}
