import type { Span } from '../passage.ts'

/** What a predicate may fit besides a verb: who acts stands before the verb ahead of it. */
const IS_NOUN =
  /^(?:IPO|initial|direct|public|Nasdaq|NYSE|Hong Kong|market|trading|SPAC|tender|employee|share|secondary|staff|insider|stock|equity|top-up|follow-on|private|rights|convertible|PIPE)\b/i
const VERB =
  /\b(?:announce[sd]?|said|says|close[sd]?|complete[sd]?|launche[sd]|price[sd]|plans|aims|seeks|filed|files|intends|expects|propose[sd]?|raise[sd]?|raising|secure[sd]?|wins|won|will|has|have|is|are|was|were|enter(?:s|ed)?|conducts?|begins|began|starts?|mulls|considers|weighs|eyes|targets|could|may|would|nears|gets|got|makes|made|receive[sd]?|taps|hires|picks|prepares|readies|valued|delay(?:s|ed)?|postpone[sd]?|shelve[sd]?|pause[sd]?|halts?|pulls?|drops?|scraps?|soars?|jumps?|rises?|falls?|pops?|surges?|slumps?|climbs?|drops?|slides?|opens|moves|sets|inches|heads|clears?|files)\b/i

/** Whether what a predicate fits begins with a noun: "IPO", "share sale". */
export function isNoun(words: string): boolean {
  return IS_NOUN.test(words)
}

/** The words that name who acts: those before the verb, where a predicate fits a noun behind it. */
export function actorSpan(text: string, { start }: Span, match: RegExpExecArray): Span {
  const whole = { start, end: start + match.index }
  if (!isNoun(match[0])) return whole
  const verb = VERB.exec(text.slice(0, match.index))
  return verb === null || verb.index === 0 ? whole : { start, end: start + verb.index }
}
