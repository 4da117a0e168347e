import { oneOf } from '../one-of.ts'
import type { Span } from '../passage.ts'
import { FIRM_WORDS } from '../words/en-firms.ts'

const OPENS_ASIDE =
  /^(?:after|as|amid|with|following|despite|while|just|months|weeks|days|a|an|in|on|to|when|since|having|once|two|three|fresh|hot|how|why|because|if|by|backed|today|yesterday|recently|separately|meanwhile|elsewhere|additionally|moreover|notably|also|finally|earlier|later|now|over|based|founded|armed|at|from|for|according|citing|shortly|soon|next|first|second|third|under|during|within|before|\d+-(?:year|month|week|day)-old|(?:this|last|next)(?: past)? (?:week|month|year|morning|night|quarter|spring|summer|autumn|fall|winter|\w+day|(?:jan|febr|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*))(?![\w'’-])/i

/** "OSLO, June 5, 2024 /PRNewswire/ -- ", "OSLO - ": where and by whom a release is sent out. */
const DATELINE =
  /^(?:[A-Z][\w .,()'-]{0,80}?(?:\/[A-Z][\w -]*(?:wire|CNW)[\w -]*\/|\((?:BUSINESS WIRE|GLOBE NEWSWIRE|Reuters|Marketwired|ACCESSWIRE|AP|AFP|Xinhua)\))|[A-Z][A-Z .]{2,20}(?:, [A-Z][\w.]+)?(?=\s-))\s*-{1,2}\s*/
const NAME = "[A-Z0-9][\\w.&'’-]*(?: [A-Z0-9(][\\w.&'’()-]*){0,5}"
const WHAT_IT_IS = `(?:An?|The|This) (?:[\\w'’&-]+ ){1,9}?[a-z][\\w-]*|[^,;:]*\\b(?:subsidiary|unit|arm|affiliate|division|${oneOf(FIRM_WORDS)})`
/** "A chip developer, Quillo, claims", "Alpha's robotics unit, Alpha Motion Ltd., has": the name stands between commas. */
const APPOSED = new RegExp(
  `^(?<lead>(?:${WHAT_IT_IS}), )${NAME}(?:,|$| (?:in|for|at|from|to|with|has|have|had|is|was|will)\\b)`,
)
/** What is told of a firm behind its name. */
const BEHIND_NAME =
  /^, (?:(?:[A-Z][\w.-]* ){0,3}[A-Z][\w-]*'s (?![A-Z])|[A-Z]\w+-(?:based|backed|owned|listed)\b|(?:Inc|Ltd|LLC|Corp|Co)\b|an?|the|which|who|whose|maker|formerly|one|another|that|founded|backed|based|[a-z])/
/** "After deals with A, B and C, X raises": of several names behind an aside the last one acts. */
const LISTED = /^, (?:and|or|plus) |^, [^,]* and [^,]*, /

/** "X, a chip startup, raises" speaks of X; "After a pause, X raises" speaks of what follows the comma. */
export function chooseClause(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end).replace(/[\s,]+$/, '')
  const till = start + written.length
  const dateline = DATELINE.exec(written)?.[0].length ?? 0
  const news = written.slice(dateline)
  const aside = lengthOfLead(news) === 0 ? lengthOfAside(news) : 0
  const words = news.slice(aside)
  const from = start + dateline + aside
  const lead = lengthOfLead(words)
  const comma = words.indexOf(', ')
  if (lead > 0 || comma < 0) return { start: from + lead, end: till }
  const behind = words.slice(comma)
  return BEHIND_NAME.test(behind) && !(aside > 0 && LISTED.test(behind))
    ? { start: from, end: from + comma }
    : { start: from + words.lastIndexOf(', ') + 2, end: till }
}

/** "A chip developer, ": what is said of a firm before its name, with a comma behind it. */
export function lengthOfLead(words: string): number {
  return APPOSED.exec(words)?.groups?.['lead']?.length ?? 0
}

/** "On Tuesday, ": how much of the words stands before whom they name, the comma included. */
export function lengthOfAside(words: string): number {
  const comma = words.indexOf(', ')
  return comma >= 0 && OPENS_ASIDE.test(words) ? comma + 2 : 0
}
