import type { Setting } from '../reader.ts'

/** Recalled, not announced. */
const PAST =
  /^(?:how|why|what|inside)\b|\b(?:that|which|who|having|previously|once|had|after) (?:has |have |had |just |recently |previously |already )*(?:raised|raising|raises|secured|landed|nabbed|closed|completed|received|attracted|bagged|snagged)|^according to (?:previous|earlier)|\b(?:last year|years? ago|in 20\d\d|earlier this year) (?:raised|secured)|\bwhen (?:it|the company|he|she|they) (?:raised|closed|secured)|'s last raise/i

/** What was done in a year before this one is no news. */
const YEAR = /\bin (?<year>(?:19|20)\d\d)\b/
const LONG_AGO = /\b(?:last year|years? ago|months ago|earlier this year)\b/
const NEAR = 90
/** Whether what a match says is recalled, not announced. */
export function isPast(
  text: string,
  { index, 0: words }: RegExpExecArray,
  setting: Setting,
): boolean {
  return (
    PAST.test(text.slice(0, index + words.length)) ||
    isLongAgo(text.slice(index, index + NEAR), setting)
  )
}

function isLongAgo(words: string, { publishedAt }: Setting): boolean {
  const clause = words.split(', ')[0] ?? ''
  const year = YEAR.exec(clause)?.groups?.['year']
  return (
    LONG_AGO.test(clause) || (year !== undefined && Number(year) < Number(publishedAt.slice(0, 4)))
  )
}
