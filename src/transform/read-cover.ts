import type { ExplainedEvent } from '../model/announced-event.ts'
import { type CalendarDate, parseCalendarDate } from '../model/calendar-date.ts'
import type { EventRow } from '../model/told-rows.ts'
import { sentenceStart } from './sentence-around.ts'

/** What an amount is a total of; empty where it is of one round. */
export type Cover = Pick<EventRow, 'covers' | 'coversRounds' | 'coversFrom'>

const AROUND = { before: 40, behind: 36 }
const DIGITS: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
}
const TO_DATE =
  /(?:累计|截至目前|至今|迄今|成立以来|总融资|融资总额|历史融资)[^，。；]{0,14}$|\b(?:to date|in total|total (?:funding|raised|financing)[^.,;]{0,20}|raised a total of|altogether)\s?$/i
const TO_DATE_BEHIND =
  /^[^，。；,.;]{0,6}(?:累计|总融资)|^\s?(?:to date|in total|altogether|in total funding)\b/i
const ROUNDS =
  /(?:(?<digit>[两二三四五六七八]|(?<![A-Za-z\d])[2-8])(?:轮|笔)(?:融资)?|连续(?<many>多)轮|(?:(?<english>two|three|four|five) (?:funding |financing )?rounds))/gi
const ROUND_NAME = String.raw`(?:种子|天使|(?:pre-?)?[a-h]\d{0,2}|pre-?ipo|战略)\s?\+*轮?`
/** A轮和A+轮, Series A and A+ rounds: two rounds named together. */
const NAMED_TOGETHER = new RegExp(
  `(?:${ROUND_NAME}\\s?(?:、\\s?${ROUND_NAME}\\s?)*(?:和|与|及|以及|暨|、)\\s?${ROUND_NAME}|\\bseries [a-h]\\d?\\+* (?:and|&) (?:series )?[a-h]\\d?\\+*)`,
  'i',
)
const ONE_NAME = new RegExp(ROUND_NAME, 'gi')
/** B轮累计, A轮系列融资总额: all parts of one round. */
const SERIES = /(?:天使|[a-h])轮(?:系列)?(?:融资)?(?:累计|合计|总额|总融资|共)[^，。；]{0,8}$/i
const ROUNDS_BEHIND =
  /^[^，。；,.;]{0,8}\bacross (?<english>two|three|four|five|several|multiple) (?:\w+ )?rounds\b/i
const ENGLISH: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 }
const PERIOD =
  /(?:近|过去|最近)?(?<number>[半一两二三四五六七八九十]|\d{1,2})(?:个)?(?<unit>月|年)(?:之?内|以?来|里|时间)?|(?<year>今年|年内)/g
const SUM = /共|累计|总额|总计|合计|总金额|总融资|一共|total|combined|together|altogether/i

/**
 * Whether an event's amount is a total of rounds: 累计融资 (all so far), 两轮共 (the last two), 半年内…共 (those of a
 * period). A total is never a round beside the rounds it is made of.
 */
export function readCover(
  { amount, kind, evidence, round }: ExplainedEvent,
  { title, body = '' }: { readonly title: string; readonly body?: string | undefined },
  day: CalendarDate,
): Cover {
  const at = evidence.amount
  if (amount === null || kind !== 'equity' || at === undefined) return {}
  const text = at.where === 'title' ? title : body
  const before = text.slice(sentenceStart(text, at.start, AROUND.before), at.start)
  const behind = text.slice(at.end, at.end + AROUND.behind)
  const isSum = SUM.test(before)
  const rounds = severalIn(before, { isSum, round }) ?? roundsBehind(behind)
  const period = isSum ? periodIn(before, day) : {}
  if (rounds !== undefined) return { covers: 'rounds', ...rounds, ...period }
  if (period.coversFrom !== undefined) return { covers: 'period', ...period }
  return TO_DATE.test(before) || TO_DATE_BEHIND.test(behind) ? { covers: 'to-date' } : {}
}

/** A sum of rounds that are counted or named; where no round is named, their number alone says so. */
function severalIn(
  text: string,
  { isSum, round }: { readonly isSum: boolean; readonly round: string },
): Pick<Cover, 'coversRounds'> | undefined {
  const counted = isSum || round === 'undisclosed' ? roundsIn(text) : undefined
  return counted ?? (isSum ? seriesIn(text) : undefined)
}

/** How many rounds the words before an amount speak of; several may be all that is said. */
function roundsIn(text: string): Pick<Cover, 'coversRounds'> | undefined {
  const groups = [...text.matchAll(ROUNDS)].at(-1)?.groups
  if (groups === undefined) return undefined
  const { digit = '', english = '' } = groups
  const count = DIGITS[digit] ?? ENGLISH[english.toLowerCase()] ?? Number(digit)
  return count === 0 ? {} : { coversRounds: String(count) }
}

/** Rounds named one by one with one sum, or all parts of one round. */
function seriesIn(text: string): Pick<Cover, 'coversRounds'> | undefined {
  const [together] = NAMED_TOGETHER.exec(text) ?? []
  if (together === undefined) return SERIES.test(text) ? {} : undefined
  const names = together.match(/series/i) === null ? (together.match(ONE_NAME) ?? []).length : 2
  return { coversRounds: String(Math.max(2, names)) }
}

/** "$30M across two rounds". */
function roundsBehind(text: string): Pick<Cover, 'coversRounds'> | undefined {
  const english = ROUNDS_BEHIND.exec(text)?.groups?.['english']
  if (english === undefined) return undefined
  const count = ENGLISH[english.toLowerCase()]
  return count === undefined ? {} : { coversRounds: String(count) }
}

const CHINESE: Readonly<Record<string, number>> = { ...DIGITS, 一: 1, 九: 9, 十: 10, 半: 0.5 }
const MONTHS: Readonly<Record<string, number>> = { 年: 12, 月: 1 }

/** First day of the period the words before an amount speak of. */
function periodIn(text: string, day: CalendarDate): Pick<Cover, 'coversFrom'> {
  const groups = [...text.matchAll(PERIOD)].at(-1)?.groups
  if (groups === undefined) return {}
  const { number = '', unit = '', year } = groups
  const end = Temporal.PlainDate.from(day)
  const months = Math.ceil((CHINESE[number] ?? Number(number)) * (MONTHS[unit] ?? 1))
  const from = year === undefined ? end.subtract({ months }) : end.with({ month: 1, day: 1 })
  const coversFrom = parseCalendarDate(from.toString())
  return coversFrom === undefined ? {} : { coversFrom }
}
