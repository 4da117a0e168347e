import type { EnglishPredicate } from './predicates.ts'

/** "34 mainland biotechs" */
const COUNTED =
  /^(?:(?:at least|more than|nearly|over|some|about) )?(?:\d{2,3}|two|three|four|five|six|seven|eight|nine|ten|dozens of|several|many) (?:[\w-]+ ){0,5}[a-z]+s(?: (?:are|have|were|all|also))*$/i
const MANY =
  /(?<![-.])\b(?:startups|companies|firms|SMEs|businesses|enterprises|investors|VCs|founders|funds|unicorns|banks|automakers|market|industry|sector|funding)(?: (?:are|have|has|had|is|was|were|all|still|also))*$|^(?:Companies|Startups|Firms|Investors|Founders|Banks)\b(?! Fund\b)/i
/** What grows, where nobody raises: "revenue tops $1 billion". */
const FIGURE =
  /\b(?:revenues?|sales|profits?|orders|bookings|backlog|GMV|assets|AUM|shipments|losses|income|exports|price|ARR|deposits|volume|shares|stock|borrowing|deficit|surplus|debt|spending|GDP)$|^(?:shares|stock|units) (?:of|in) .*$/i

/** What did not come to pass. */
const NOT_DONE =
  /\b(?:will not|won['’]t|(?:did|does|do|has|have|had|would|could|is|was)(?: not|n['’]t)(?! only)|no plans to|never|decided against|declined to|abandon(?:s|ed)?|scrap(?:s|ped)?|cancel(?:s|s?led)?|call(?:s|ed) off|pull(?:s|ed) (?:out of|(?:the )?plug on)|withdr(?:aws|ew)|terminate[sd]?|ditche[sd]|fail(?:s|ed) to|refuse[sd] to|walk(?:s|ed|ing)? away from|turn(?:s|ed|ing)? down|spurn(?:s|ed)|rebuff(?:s|ed)|says? no to|pass(?:es|ed) on)\b(?! (?:disclos|reveal|sa[yi]|name|immediately|specif|comment|provide|respond))[^.;,]{0,60}$/i

/** "two brothers", "three researchers": people of one firm. */
const FOUNDERS =
  /\b(?:brothers|sisters|siblings|dropouts|founders|engineers|friends|students|alums|alumni|researchers|teens|grads|graduates|veterans|professors|scientists|executives|execs|employees|roommates|classmates)$/i

/** Whether the words before a predicate speak of many firms, of what a firm earns, or of what did not come to pass. */
export function isNoDeal({ kind, hasTarget }: EnglishPredicate, ahead: string): boolean {
  if (hasTarget === undefined && (MANY.test(ahead) || isCounted(ahead))) return true
  if (kind === 'equity' && FIGURE.test(ahead)) return true
  return NOT_DONE.test(ahead)
}

function isCounted(ahead: string): boolean {
  return COUNTED.test(ahead) && !FOUNDERS.test(ahead.replace(/ (?:just|have|has|also)$/, ''))
}
