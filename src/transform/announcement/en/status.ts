import type { EventStatus } from '../../../model/announced-event.ts'
import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { PLAN_WORDS, RUMOUR_WORDS } from '../words/en-status.ts'
import { isNoun } from './actor.ts'

const PLAN = new RegExp(`\\b${oneOf(PLAN_WORDS)}\\b`, 'i')
const PLAN_HERE = new RegExp(`^${oneOf(PLAN_WORDS)}\\b`, 'i')
const ONLY_BEGUN =
  /^(?:fil(?:es?|ed|ing)|submit\w*|lodge[sd]?|reject\w*|going|raising|confidentially|to take\b|offer(?:s|ed) |bids |[^;]{0,60}\b(?:bid|offer) (?:for|to)\b|(?:raises?|raised|boosts?|lifts?|hikes?|increased?|ups|doubles|sets|sees|expects|guides|forecasts|outlines)\b.*(?:capex|capital expend|capital spend|spending|investment plan|budget)|(?:slashes|cuts|trims|lowers|taps|hires|picks|selects|kicks|opens|revives|lines|gears|moves|inches|preps?)\b[^;]{0,50}\bIPO)/i
const RUMOUR = new RegExp(
  `\\b${oneOf(RUMOUR_WORDS)}|(?:[,:(]|-{1,2}) ?sources\\b|\\bsources?(?::| (?:tell|told|said|familiar|close to|with)\\b)|\\b(?:citing|per|according to)(?: \\w+)? sources?\\b`,
  'i',
)
/** Of a plan: "Alpha is in talks to raise $1B, the Daily reports". */
const REPORTED =
  /(?::| -{1,2}|,) ?(?:[A-Z]\w+ )?(?:reports?|[Ss]ources?|[Mm]edia|WSJ|Bloomberg(?: News)?|Reuters|FT|CNBC|Nikkei|Caixin|Axios|Forbes|Information)\s*$|, (?:the )?[A-Z][\w ]{1,24} report(?:s|ed)\b|\breports? (?:says?|claims?)\b|\bper reports?\b|\b[A-Z]\w+ reported that\b/
/** "has agreed to buy": signed, so done. */
const SIGNED =
  /\b(?:(?:has|have) agreed|agrees|agreed|(?:signs|signed|enters|entered|reaches|reached|strikes|struck|inks|inked|seals|sealed)(?: into)? [^,;]{0,24}(?:deal|agreement|pact))(?: on \w+)?(?: to (?:buy|acquire|sell|be acquired|pay)| [$€£]|$)/i
/** "launches its app, raising $5M": what is done already. */
const BESIDE = /(?:, |\b(?:after|by|with) (?:\w+ly )?)$/
/** "on plans to raise $1 billion via convertible bonds" */
const TO_ISSUE =
  /\b(?:plans?|aims?|seeks?|looking|proposes|intends) to (?:raise|issue|sell|offer)\b[^,;]*$/i
/** "launched its IPO, aiming to raise …": the shares are on offer. */
const OFFERED =
  /\blaunch(?:es|ed)? (?:its |an? )?[^,;]{0,20}\bIPO\b|\bIPO\b[^;]{0,30}\b(?:aiming|seeking|hoping|looking) to raise\b/
/** A deal that is done, told at second hand: "reportedly raised $5M". */
const REPORTED_DONE =
  /\breportedly (?:(?:has|have|had|just|also) )*(?:\w+ed|got|won|took|brought|drew|found|bought|raises|lands|secures|nabs|bags|snags|gets|closes(?! in)|scores|acquires|buys|invests)\b(?! (?:to|for|in talks)\b)/
/** A deal put off is neither done nor planned. */
const PUT_OFF =
  /\b(?:delay(?:s|ed)?|postpone[sd]?|pause[sd]?|suspend(?:s|ed)?(?! (?:over|from|for)\b)|halt(?:s|ed)?|shelve[sd]?|puts? (?:off|on hold))\b[^.;,]{0,40}$/i
/** "is raising $1 billion in an initial public offering" */
const YET_TO_RAISE = /\b(?:(?:is|are) raising|to raise|will raise)\b/i
/** The month, not what may be. */
const MONTH = /\b(?:in|since|until|of|last|this|by|early|late|mid) May\b/
const NEAR = 24

/** How sure an English sentence is of what its match says. */
export function readEnglishStatus(
  passage: Passage,
  sentence: Span,
  match: RegExpExecArray,
): Found<EventStatus> {
  const text = passage.plain.slice(sentence.start, sentence.end)
  const but = text.search(/\bbut\b/)
  const aside = text.search(/, reportedly\b/)
  const till = Math.min(...[but, aside].filter((at) => at > match.index), text.length)
  const rumour = RUMOUR.exec(text.slice(0, till).replace(REPORTED_DONE, blanked))
  if (rumour !== null) {
    const start = sentence.start + rumour.index
    const end = start + rumour[0].length
    return { value: 'rumour', start, end, where: passage.where, rule: 'status/unnamed-source' }
  }
  const start = sentence.start + match.index
  if (PUT_OFF.test(text.slice(0, match.index)))
    return { value: 'rumour', start, end: start, where: passage.where, rule: 'status/put-off' }
  const at = { start, end: start + Math.min(match[0].length, NEAR), where: passage.where }
  if (passage.where === 'title' && UNDER_WAY.test(text))
    return { ...at, value: 'planned', rule: 'status/under-way' }
  if (isPlanned(text, match) && REPORTED.test(text))
    return { ...at, value: 'rumour', rule: 'status/reported' }
  return isPlanned(text, match)
    ? { ...at, value: 'planned', rule: 'status/not-yet' }
    : { ...at, value: 'closed', rule: 'status/done' }
}

/** A title's "Alpha is buying Beta": a body says so of what its title calls done. */
const UNDER_WAY = /\b(?:is|are) (?:acquiring|buying)\b/

/** As long as the words. */
function blanked(words: string): string {
  return ' '.repeat(words.length)
}

function isPlanned(text: string, { index, 0: words }: RegExpExecArray): boolean {
  if (SIGNED.test(text.slice(0, index + words.length))) return false
  const near = text
    .slice(Math.max(0, index - NEAR), index + Math.min(words.length, NEAR))
    .replace(MONTH, blanked)
  if (isNoun(words) && YET_TO_RAISE.test(text.slice(0, index))) return true
  if (OFFERED.test(text) || TO_ISSUE.test(text.slice(0, index))) return true
  const isBegun = ONLY_BEGUN.test(words) && !BESIDE.test(text.slice(0, index))
  return PLAN.test(near) || PLAN_HERE.test(text.slice(index)) || isBegun
}
