import type { Span } from '../passage.ts'

const OPENS_ASIDE =
  /^(?:after|as|amid|with|following|despite|while|just|months|weeks|days|a|an|in|on|to|when|since|having|once|two|three|fresh|hot|how|why|because|if|by|backed)\b/i

/** "A chip developer, Quillo, claims": the name stands between commas. */
const APPOSED =
  /^(?<lead>(?:An?|The|This) (?:[\w'’&-]+ ){1,9}?[a-z][\w-]*, )[A-Z][\w.&'’-]*(?: [A-Z0-9][\w.&'’-]*){0,3}(?:,|$)/

/** "X, a chip startup, raises" speaks of X; "After a pause, X raises" speaks of what follows the comma. */
export function chooseClause(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end).replace(/[\s,]+$/, '')
  const apposed = APPOSED.exec(words)?.groups?.['lead']?.length
  if (apposed !== undefined) return { start: start + apposed, end: start + words.length }
  const comma = words.indexOf(', ')
  if (comma < 0) return { start, end: start + words.length }
  if (OPENS_ASIDE.test(words))
    return { start: start + words.lastIndexOf(', ') + 2, end: start + words.length }
  const isAside =
    /^, (?:[A-Z]\w+'s |(?:Inc|Ltd|LLC|Corp|Co)\b|an?|the|which|who|whose|maker|formerly|one|another|that|founded|backed|based|[a-z])/.test(
      words.slice(comma),
    )
  return isAside
    ? { start, end: start + comma }
    : { start: start + words.lastIndexOf(', ') + 2, end: start + words.length }
}

/** "On Tuesday, ": how much of the words stands before whom they name, the comma included. */
export function lengthOfAside(words: string): number {
  return OPENS_ASIDE.test(words) ? words.indexOf(',') + 1 : 0
}
