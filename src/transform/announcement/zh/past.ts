import type { Passage, Span } from '../passage.ts'
import { isSigned, signed } from '../signs.ts'

const PAST = signed(
  /此前|(?<!未)曾(?!经?担任|任|就职|经?获[^，。;]{1,20}?(?:投资|青睐|加持|押注)的)|早前|先前|上一轮|前一轮|上轮|前轮|(?<!始于|自|从)去年|前年|年前|个月前|历史|回溯|早在|过往|一度|最近一轮|上次|早些时候|至此|迄今|不久前|前不久|当时|当年|同年|次年|翌年|过去[一两三几半]?年|近年来?|继(?=.{2,30}(?:后|之后))/,
)
/** In January 去年12月 is the month before. */
const OLD_YEAR = /^\d{4}-0[12]/
const LAST_WINTER = /去年\s?1[12]\s?月/
const AFTERWARDS =
  /^(?:之?后|时|前|[仅才约不到短]{0,3}[\d一二两三四五六七八九十半]{1,3}个?[月周年天](?:之?后|内|时))/
/** "继甲完成3亿元融资后，乙…" */
const UPON = /^(?:\s|但|而)*继(?!续)/
/** "自去年完成A轮融资至今" */
const SINCE = /^(?:以来|至今)/
const MONTH_NAMED = /(?:(?<year>20\d\d)\s?年\s?)?(?<month>\d{1,2})\s?月(?!内|后)/
const YEAR_NAMED = /(?<year>20\d\d)\s?年/
const RECALLS_YEAR = /(?:此前|曾)[^。;]{0,60}20\d\d\s?年/
const NEW = /近日|日前|近期|今日|本轮|此轮|最新|新一轮/
/** When a firm was founded says nothing of when its deal was. */
const FOUNDED_IN = /(?:成立|创立|创办|始)于\s?(?:20\d\d\s?年)?(?:\s?\d{1,2}\s?月)?/g
const MAY_NAME_TIME = /[年月]/
const MONTHS_RECENT = 1
/** "宣布已于1月完成": done some months ago, and told now. */
const TOLD_LATE = /已于/
/** "宣布此前已完成": told now. */
const TOLD_NOW = /(?:宣布|披露|公布|官宣)(?:其)?(?:此前|早前|日前)(?=已|再)/
const MONTHS_LATE = 6
const YEARS_RECENT = 1
/** What was being sought when somebody reported it still is. */
const PAST_PLAN = /曾|去年|前年|年前|早在/
const OPENING = 16
const NEARBY = 24
const BEHIND = 10
const DIGIT = /\d/
const LONGEST_NUMBER = 4
const PAST_OPENING =
  /^(?:此前|至此|截至目前|同年|次年|翌年|过去[一两三几半]?年|近年|早在|早前|先前|曾(?!任|是|为|在|就职|供职)|去年|前年|不到.{1,8}前|.{1,6}年前|.{1,6}个月前|上一轮|历史)/

interface Recalled {
  readonly signs: number
  readonly sentence: Span
  readonly clause: Span
  readonly match: Span & { readonly isPlan: boolean }
  /** The statement names a sum or a round. */
  readonly hasDetail: boolean
}

/** True when a deal is recalled in passing: by a word (此前), or by a month well before the day of the text. */
export function isPast(
  { masked, where }: Passage,
  { signs, sentence, clause, match, hasDetail }: Recalled,
  { publishedAt }: { readonly publishedAt: string },
): boolean {
  // 继…之后 and the like rule their own clause; 此前 at the head of a sentence rules all of it.
  const mayBePast = isSigned(signs, PAST)
  const words = masked.slice(clause.start, match.end)
  if (match.isPlan) return mayBePast && PAST_PLAN.test(words)
  const lead = masked.slice(sentence.start, Math.min(clause.start, sentence.start + OPENING))
  if (
    mayBePast &&
    (PAST_OPENING.test(lead) || PAST.pattern.test(sayingWhen(words, where, publishedAt)))
  )
    return true
  if (isOver(masked.slice(match.end, match.end + BEHIND), { words, hasDetail })) return true
  if (mayBePast && goesOnRecalling(masked.slice(sentence.start, clause.start), words)) return true
  const near = masked.slice(wholeNumber(masked, sentence, clause.start - NEARBY), match.start)
  return where === 'body' ? isLongAgo(near, publishedAt) : isYearsAgo(near, publishedAt)
}

/** Where a stretch begins that cuts no number in two: 10月 is not 0月. */
function wholeNumber(text: string, { start }: Span, at: number): number {
  let from = Math.max(start, at)
  while (from > start && from > at - LONGEST_NUMBER && DIGIT.test(text[from - 1] ?? '')) from--
  return from
}

/** A headline that says when is news of it all the same; so is what was done last month. */
function sayingWhen(words: string, where: Passage['where'], publishedAt: string): string {
  const told = words.replace(TOLD_NOW, '')
  if (where === 'title') return told.replace(/[去前]年/, '')
  return OLD_YEAR.test(publishedAt) ? told.replace(LAST_WINTER, '') : told
}

function isOver(
  behind: string,
  { words, hasDetail }: { readonly words: string; readonly hasDetail: boolean },
): boolean {
  if (SINCE.test(behind)) return true
  return AFTERWARDS.test(behind) && (!hasDetail || UPON.test(words))
}

/** "此前曾于2015年获甲投资，2016年获乙投资": what is listed after it is recalled too. */
function goesOnRecalling(before: string, words: string): boolean {
  return RECALLS_YEAR.test(before) && !NEW.test(before + words)
}

/** A title is news, unless it names a year long over. */
function isYearsAgo(lead: string, publishedAt: string): boolean {
  if (!lead.includes('年')) return false
  const year = YEAR_NAMED.exec(lead.replace(FOUNDED_IN, ''))?.groups?.['year']
  return year !== undefined && Number(publishedAt.slice(0, 4)) - Number(year) > YEARS_RECENT
}

/** The day a stretch names is well before that of the text. */
export function isLongAgo(before: string, publishedAt: string): boolean {
  if (!MAY_NAME_TIME.test(before)) return false
  const lead = before.replace(FOUNDED_IN, '')
  const [year = 0, month = 0] = publishedAt.split('-').map(Number)
  if (year === 0) return false
  const named = MONTH_NAMED.exec(lead)?.groups
  if (named !== undefined) {
    const then = Number(named['year'] ?? year) * 12 + Number(named['month'])
    return year * 12 + month - then > (TOLD_LATE.test(lead) ? MONTHS_LATE : MONTHS_RECENT)
  }
  const yearNamed = YEAR_NAMED.exec(lead)?.groups?.['year']
  return yearNamed !== undefined && Number(yearNamed) < year
}
