import type { Setting } from '../reader.ts'

/** Recalled, not announced. */
const PAST =
  /^(?:how|why|what|inside)\b|\b(?:that|which|who|(?<!stealth )having|previously|once|(?<!\b(?:said|says|announced|confirmed|revealed|told|disclosed|reported)\b[^.;]{0,60})had|after) (?:has |have |had |recently |previously |already )*(?:raised|raising|raises|secured|landed|nabbed|closed|completed|received|attracted|bagged|snagged)|\b(?:that|which|who|having|previously|once|had) (?:just |recently |previously |already )*(?:acquired|bought)|\b(?:previously|earlier|once) (?:invested|led|backed|put|joined|participated)\b|^according to (?:previous|earlier)|\b(?:days?|weeks?|months?|years?) (?:of|after|since|before) (?:raising|scooping|securing|closing|landing|getting|receiving|bagging|announcing)|\b(?:last year|years? ago|in 20\d\d|earlier this year) (?:raised|secured)|\bwhen (?:it|the company|he|she|they|[A-Z]\w+(?: [A-Z]\w+){0,3}) (?:raised|closed|secured)|'s last raise|\bover (?:its|the(?: past| last)?) (?:[\w-]+ ){0,2}(?:years|decades?|lifetime|history)\b/i

/** What was done in a year before this one is no news. */
const YEAR = /\bin (?<year>(?:19|20)\d\d)\b/
const LONG_AGO =
  /\b(?:last (?:year|January|February|March|April|May|June|July|August|September|October|November|December)|years? ago|months ago|earlier this year)\b/
const NEAR = 90
/** "announced that it had completed its round in January" */
const ANNOUNCED = /\b(?:announce[sd]|revealed|disclosed|confirmed)(?: [\w ,]{0,20})? (?:that|it)\b/i

/** Whether what a match says is recalled, not announced. */
export function isPast(
  text: string,
  { index, 0: words, groups = {} }: RegExpExecArray,
  setting: Setting,
): boolean {
  return (
    isOfThen(text, setting) ||
    PAST.test(text.slice(0, index + words.length - (groups['target'] ?? '').length)) ||
    (!ANNOUNCED.test(text) && isLongAgo(text.slice(index, index + NEAR), setting))
  )
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MONTH = new RegExp(`\\bin (?<month>${MONTHS.join('|')})\\b`, 'i')

/** "closed its round in January this year", told in August. */
function isMonthsAgo(clause: string, publishedAt: string): boolean {
  const month = MONTH.exec(clause)?.groups?.['month']
  if (month === undefined) return false
  const ago = Number(publishedAt.slice(5, 7)) - 1 - MONTHS.indexOf(month.toLowerCase())
  return (ago + 12) % 12 > 1
}

const OPENS_THEN =
  /^(?:Back )?[Ii]n (?:(?:[A-Z][a-z]{2,8}\.?,? )?(?<year>(?:19|20)\d\d)|[A-Z][a-z]{2}['’](?<short>\d\d)),? /

/** "In 2019, it had secured …": a sentence of another year. */
function isOfThen(text: string, { publishedAt }: Setting): boolean {
  const { year, short } = OPENS_THEN.exec(text)?.groups ?? {}
  const told = year ?? (short === undefined ? undefined : `20${short}`)
  return told !== undefined && Number(told) < Number(publishedAt.slice(0, 4))
}

function isLongAgo(words: string, { publishedAt }: Setting): boolean {
  const clause = words.split(', ')[0] ?? ''
  const year = YEAR.exec(clause)?.groups?.['year']
  if (LONG_AGO.test(clause) || isMonthsAgo(clause, publishedAt)) return true
  return year !== undefined && Number(year) < Number(publishedAt.slice(0, 4))
}
