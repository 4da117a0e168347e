import type { EventKind } from '../../../model/announced-event.ts'
import type { Found } from '../passage.ts'
import type { Subject } from '../statement.ts'
import type { Facts } from './facts.ts'

const HAS = '(?:,? (?:has|have|is|just|also|today|to))*$'
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

interface Raiser {
  readonly subject: Subject
  readonly round: Found<string> | undefined
  /** The words before the predicate. */
  readonly ahead: string
}

/** What raises no round but money all the same is a fund where a fund raises it, and a placement where a listed firm does. */
export function kindOf(
  { predicate, passage }: Facts,
  raiser: Raiser,
): { readonly value: EventKind; readonly rule: string } {
  const { kind, rule } = predicate
  if (rule !== 'en/equity/raised') return { value: kind, rule }
  if (raiser.round === undefined && FUND_FIRM.test(raiser.ahead))
    return { value: 'fund', rule: 'en/fund/by-its-raiser' }
  return isListed(raiser, passage.plain)
    ? { value: 'placement', rule: 'en/placement/by-its-raiser' }
    : { value: kind, rule }
}

function isListed({ subject, ahead }: Raiser, text: string): boolean {
  const name = subject.is === 'named' ? subject.names[0] : undefined
  if (name === undefined) return false
  return LISTED_ON.test(ahead) || TICKER.test(text.slice(name.end, name.end + 60))
}
