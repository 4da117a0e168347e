import type { EventKind } from '../../../model/announced-event.ts'
import type { Found } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { HOUSES } from '../words/en-investors.ts'
import type { Facts } from './facts.ts'

const HAS =
  '(?:,? (?:has|have|is|just|also|today|to|aims|plans|wants|hopes|seeks|looks|intends|expects|set|looking|planning|seeking|currently))*$'
const INVESTS =
  '(?:[Ff]und|VC|[Vv]enture(?: capital)?(?: firm)?|[Ii]nvestor|[Aa]ccelerator|(?:VC|[Pp]rivate equity|[Ii]nvestment|[Bb]uyout|[Gg]rowth equity) firm)'
/** Words that end in a fund, or in somebody who manages one. */
const FUND_FIRM = new RegExp(
  `\\b${INVESTS}(?: ["“]?[A-Z0-9][\\w&.-]*)*${HAS}|(?:Ventures|Capital|Partners|VC|Fund)${HAS}|, an? [^,]*\\b${INVESTS}\\b[^,]*${HAS}`,
)

/** "Alpha (NASDAQ: ALPH)" */
const TICKER =
  /^(?:,? (?:Inc|Ltd|Corp|plc|PLC|Co|Limited|AG|SA|International|Holdings)[.,]?)*,? ?\((?:NASDAQ|NYSE|HKEX?|HKG|SEHK|TSXV?|ASX|LSE|AIM|SHA|SHE|SSE|SZSE|OTC\w*|TSE|NSE|BSE|KOSDAQ|SGX|Euronext|CSE)\b/i
/** "Nasdaq-listed chip maker Alpha" */
const LISTED_ON = /\b(?:[A-Z][a-z]+|NYSE|NASDAQ|ASX|AIM)-(?:listed|traded)\b(?![^,]*['’]s )/

const RAISES: ReadonlySet<string> = new Set([
  'en/equity/raised',
  'en/equity/seeks',
  'en/equity/seeks-sum',
  'en/equity/starts-with',
  'en/equity/sets-off-with',
])
/** What the money is for: "for its third fund", "across two funds". */
const FOR_FUND =
  /(?:\bfor (?:an?|its|their|his|her|new|the) (?:[\w-]+ ){0,4}funds?\b|\bto (?:back|invest in) (?:[\w-]+ ){0,4}(?:startups|founders|companies|entrepreneurs|businesses)\b|[$€£][\d.]+\w* for (?:[\w-]+ ){0,4}(?:bets|startups|founders|investments)\b|\bwith (?:an? |its )?(?:new |fresh |debut |first )*[$€£][\d.]+\w* (?:[\w-]+ ){0,2}fund\b|(?:across|for) (?:two|three|four|several|multiple) (?:new )?(?:funds|vehicles)\b)/i

interface Raiser {
  readonly subject: Subject
  readonly round: Found<string> | undefined
  /** The words before the predicate. */
  readonly ahead: string
}

/** What raises no round but money all the same is a fund where a fund raises it, and a placement where a listed firm does. */
export function kindOf(
  { predicate, passage, text }: Facts,
  raiser: Raiser,
): { readonly value: EventKind; readonly rule: string } {
  const { kind, rule } = predicate
  if (!RAISES.has(rule)) return { value: kind, rule }
  const isOfFund =
    FOR_FUND.test(text) ||
    (rule === 'en/equity/raised' && (FUND_FIRM.test(raiser.ahead) || isHouse(raiser.subject)))
  if (raiser.round === undefined && isOfFund)
    return { value: 'fund', rule: 'en/fund/by-its-raiser' }
  return isListed(raiser, passage.plain)
    ? { value: 'placement', rule: 'en/placement/by-its-raiser' }
    : { value: kind, rule }
}

const KNOWN_HOUSES: ReadonlySet<string> = new Set(HOUSES)

function isHouse(subject: Subject): boolean {
  return subject.is === 'named' && KNOWN_HOUSES.has(subject.names[0]?.value ?? '')
}

function isListed({ subject, ahead }: Raiser, text: string): boolean {
  const name = subject.is === 'named' ? subject.names[0] : undefined
  if (name === undefined) return false
  return LISTED_ON.test(ahead) || TICKER.test(text.slice(name.end, name.end + 60))
}
