import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import { findCandidates } from '../candidates.ts'
import { once } from '../once.ts'
import type { Found } from '../passage.ts'
import type { SentenceReader, Setting } from '../reader.ts'
import { findRounds } from '../rounds.ts'
import { type MoneyRole, roleOf } from '../valuations.ts'
import { isNoun } from './actor.ts'
import { findEnglishAmounts } from './amounts.ts'
import type { Facts } from './facts.ts'
import { findEnglishInvestors } from './investors.ts'
import { ENGLISH_PREDICATES } from './predicates.ts'
import { toStatements } from './to-statement.ts'
import { isOfAllRounds, speaksOfTotal } from './totals.ts'

/** A sum beside a valuation is this round's only where it is said to be. */
const FRESH = /\b(?:with|(?:fund)?raise[sd]?|funding|round)\b/i
/** These tell of a valuation; what follows is the story of earlier ones. */
const MERE_VALUE: ReadonlySet<string> = new Set(['en/equity/valued', 'en/equity/seeks-valuation'])
/** "two months after its $20M round", "up from $2 billion", "after rival X raised $5M" */
const BEFORE_NOW =
  /\b(?:days|weeks|months|years?|quarters?)\b[^,;.]{0,12} (?:after|since)\b|\bafter rival\b|\bup from\b|\banother round\b|\bcompared (?:to|with)\b|\b(?:after|following|since) (?:its|the firm's|the company's) (?=[^,;.]{0,24}[$€£])|\b(?:higher|more|lower|less|greater|bigger|larger) (?:\w+ )?than the\b|\b(?:building on|on top of|following) (?:its|an?|the) (?:earlier|previous|previously|prior)\b/i
/** "The Series B, led by Alpha, values …", "the highest valuation for an Alpha-led Series C": which round it was. */
const THIS_ROUND =
  /\b(?:an?|the|this|its) [A-Z0-9][\w&.']*-[Ll]ed (?:[Ss]eries [A-H]|[Ss]eed)\b|^(?:The|This|Its) (?:[^,.;]{0,30}? )?(?:[Ss]eries [A-H]\d?|[Ss]eed|[Pp]re-?[Ss]eed)(?: [Rr]ound| [Ff]unding| [Ff]inancing|,| (?:was|is|values|included|had|saw|brings|drew))/
const BEFORE_THIS = /\b(?:after|since|from)\b/
/** "becomes a unicorn after a $150M round" */
const AFTER_ROUND =
  /\bafter (?:an? |its |the |new |raising |closing |securing )*[^,;.]{0,30}?(?:US)?[$€£][^,;]{1,24}?\b(?:round|raise|funding|series)\b/i
const ABOUT_ROUND =
  /\b(?:led|leading|round|investors?|backers|shareholders|limited partners|valuation|participa|joining|deal (?:was|is|values|valued|worth)|purchase price|series [a-h]\b|values (?:the|[A-Z]\w+ at(?! an enterprise value))\b|(?:funding|capital|money|cash|financing|investment|backing) (?:was|were|is|came|comes|includes?|included)|anchored|put in (?:US)?[$€£]|also invest(?:ed|ing)|who joined|re-upped|doubl(?:ed|ing) down)/i
/** What an English sentence says of a deal: at most one, by the first predicate that fits. */
export const readEnglishSentence: SentenceReader = (passage, sentence, setting) => {
  const text = passage.plain.slice(sentence.start, sentence.end)
  const isAboutRound = ABOUT_ROUND.test(text)
  const found = matchSentence(text, setting)
  if (found === undefined && !isAboutRound) return undefined
  const amounts = once(() => findEnglishAmounts(passage, sentence))
  const amountAs = (role: MoneyRole, from = 0): Found<AnnouncedAmount> | undefined =>
    amounts().find((amount) => amount.start >= from && roleOf(amount, passage) === role)
  const recalled = text.search(BEFORE_NOW)
  const now = recalled > 0 ? { start: sentence.start, end: sentence.start + recalled } : sentence
  /** A sum behind words of what was before is not this round's. */
  const ofNow = (amount: Found<AnnouncedAmount> | undefined): Found<AnnouncedAmount> | undefined =>
    recalled >= 0 && amount !== undefined && amount.start > sentence.start + recalled
      ? undefined
      : amount
  const sumOf = ({ predicate, match }: Matched): Found<AnnouncedAmount> | undefined => {
    if (!isSumOfRound(predicate.rule, text)) return undefined
    const begun = sentence.start + match.index
    const stated = (isNoun(match[0]) ? undefined : amountAs('money', begun)) ?? amountAs('money')
    return recalled > match.index ? ofNow(stated) : stated
  }
  const sum = found && sumOf(found)
  const statements =
    found === undefined
      ? []
      : toStatements({
          passage,
          sentence,
          setting,
          text,
          ...found,
          amount: sum,
          ofNow: recalled > found.match.index ? now : sentence,
        })
  return {
    statements,
    span: sentence,
    addition: once(() => ({
      start: sentence.start,
      end: sentence.end,
      amount: found === undefined ? ofNow(amountAs('money')) : statements[0]?.amount,
      isTotal:
        speaksOfTotal(text) || (sum !== undefined && isOfAllRounds(passage.plain, sentence, sum)),
      valuation: amountAs('valuation'),
      preMoney: amountAs('pre-money'),
      round: THIS_ROUND.test(text) ? findRounds(passage, sentence)[0] : undefined,
      partRound: undefined,
      investors: findEnglishInvestors(passage, now),
      formerInvestors: [],
    })),
    isAboutRound,
  }
}

/** Whether a sum beside a valuation is this round's. */
function isSumOfRound(rule: string, text: string): boolean {
  if (!MERE_VALUE.has(rule) || FRESH.test(text.split(BEFORE_THIS)[0] ?? '')) return true
  return !BEFORE_NOW.test(text) && AFTER_ROUND.test(text)
}

type Matched = Pick<Facts, 'predicate' | 'match'>

const candidatesFor = findCandidates(ENGLISH_PREDICATES)

function matchSentence(text: string, { isHeadline }: Setting): Matched | undefined {
  const small = text.toLowerCase()
  for (const predicate of candidatesFor(small, { start: 0, end: small.length })) {
    if (predicate.isHeadline && !isHeadline) continue
    const match = predicate.pattern.exec(text)
    if (match === null || predicate.notBehind?.test(text.slice(0, match.index))) continue
    return { predicate, match }
  }
  return undefined
}
