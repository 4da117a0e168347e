import type { AnnouncedAmount } from '../../../model/announced-event.ts'

import { findCandidates } from '../candidates.ts'
import { findDate } from '../dates.ts'
import { once } from '../once.ts'
import type { Found, Passage } from '../passage.ts'
import type { SentenceReader, Setting } from '../reader.ts'
import { findRounds, latestRound } from '../rounds.ts'
import type { Sentence } from '../sentences.ts'
import type { Addition, Statement } from '../statement.ts'
import { type MoneyRole, roleOf } from '../valuations.ts'
import { findEnglishAmounts } from './amounts.ts'
import { findEnglishInvestors } from './investors.ts'
import { partiesOf } from './parties.ts'
import { isPast } from './past.ts'
import { ENGLISH_PREDICATES, type EnglishPredicate, FUND_FIRM } from './predicates.ts'
import { readEnglishStatus } from './status.ts'

const MANY =
  /(?<![-.])\b(?:startups|companies|firms|investors|VCs|founders|market|industry|sector|funding)(?: (?:are|have|were|all|still))*$/i
/** What grows, where nobody raises: "revenue tops $1 billion". */
const FIGURE =
  /\b(?:revenues?|sales|profits?|orders|bookings|backlog|GMV|assets|AUM|shipments|losses|income|exports|price|ARR|deposits|volume)$/i
/** A sum beside a valuation is this round's only where it is said to be. */
const FRESH = /\b(?:with|(?:fund)?raise[sd]?|funding|round)\b/i
/** These tell of a valuation; what follows is the story of earlier ones. */
const MERE_VALUE: ReadonlySet<string> = new Set(['en/equity/valued', 'en/equity/seeks-valuation'])
/** "two months after its $20M round", "up from $2 billion", "after rival X raised $5M" */
const BEFORE_NOW =
  /\b(?:days|weeks|months|years?|quarters?)\b[^,;.]{0,12} (?:after|since)\b|\bafter rival\b|\bup from\b|\bcompared (?:to|with)\b|\b(?:building on|on top of|following) (?:its|an?|the) (?:earlier|previous|previously|prior)\b/i
/** "The Series B, led by Alpha, values …": which round it was. */
const THIS_ROUND =
  /^(?:The|This|Its) (?:[^,.;]{0,30}? )?(?:[Ss]eries [A-H]\d?|[Ss]eed|[Pp]re-?[Ss]eed)(?: [Rr]ound| [Ff]unding| [Ff]inancing|,| (?:was|is|values|included|had|saw|brings|drew))/
const BEFORE_THIS = /\b(?:after|since|from)\b/
const ABOUT_ROUND =
  /\b(?:led|leading|round|investors?|backers|shareholders|valuation|participat|series [a-h]\b|values the|funding (?:was|came|comes|is))/i
const TOTAL = /\b(?:total|to date|altogether|so far|in total)\b/i

/** What an English sentence says of a deal: at most one, by the first predicate that fits. */
export const readEnglishSentence: SentenceReader = (passage, sentence, setting) => {
  const text = passage.plain.slice(sentence.start, sentence.end)
  const isAboutRound = ABOUT_ROUND.test(text)
  const found = matchSentence(text, setting)
  if (found === undefined && !isAboutRound) return undefined
  const amounts = once(() => findEnglishAmounts(passage, sentence))
  const amountAs = (role: MoneyRole, from = 0): Found<AnnouncedAmount> | undefined =>
    amounts().find((amount) => amount.start >= from && roleOf(amount, passage) === role)
  const recalledFrom = sentence.start + text.search(BEFORE_NOW)
  const addition = (sum: Found<AnnouncedAmount> | undefined): Addition => ({
    start: sentence.start,
    end: sentence.end,
    amount: sum,
    isTotal: TOTAL.test(text),
    valuation: amountAs('valuation'),
    round: THIS_ROUND.test(text) ? findRounds(passage, sentence)[0] : undefined,
    partRound: undefined,
    investors: findEnglishInvestors(passage, sentence),
    formerInvestors: [],
  })
  if (found === undefined)
    return {
      statements: [],
      span: sentence,
      addition: once(() => addition(amountAs('money'))),
      isAboutRound,
    }
  const { rule } = found.predicate
  const isSum = !MERE_VALUE.has(rule) || FRESH.test(text.split(BEFORE_THIS)[0] ?? '')
  const begun = sentence.start + found.match.index
  const stated = isSum ? (amountAs('money', begun) ?? amountAs('money')) : undefined
  const isRecalled = recalledFrom > begun && stated !== undefined && stated.start > recalledFrom
  const sum = isRecalled ? undefined : stated
  const statement = toStatement({ passage, sentence, setting, text, ...found, amount: sum })
  return {
    statements: statement === undefined ? [] : [statement],
    span: sentence,
    addition: once(() => addition(sum)),
    isAboutRound,
  }
}

const candidatesFor = findCandidates(ENGLISH_PREDICATES)

function matchSentence(
  text: string,
  { isHeadline }: Setting,
): Pick<Facts, 'predicate' | 'match'> | undefined {
  const small = text.toLowerCase()
  for (const predicate of candidatesFor(small, { start: 0, end: small.length })) {
    if (predicate.isHeadline && !isHeadline) continue
    const match = predicate.pattern.exec(text)
    if (match !== null) return { predicate, match }
  }
  return undefined
}

interface Facts {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly setting: Setting
  readonly text: string
  readonly predicate: EnglishPredicate
  readonly match: RegExpExecArray
  readonly amount: Found<AnnouncedAmount> | undefined
}

function toStatement(facts: Facts): Statement | undefined {
  const { passage, sentence, setting, text, match, amount, predicate } = facts
  const start = sentence.start + match.index
  const end = start + Math.min(match[0].length, 24)
  const before = { start: sentence.start, end: start }
  const ahead = text.slice(0, match.index).trim()
  if (predicate.hasTarget === undefined && MANY.test(ahead)) return undefined
  if (predicate.kind === 'equity' && FIGURE.test(ahead)) return undefined
  const { subject, payers } = partiesOf(facts, before)
  const round =
    predicate.kind === 'equity' ? latestRound(findRounds(passage, sentence), passage) : undefined
  const isFund =
    predicate.rule === 'en/equity/raised' &&
    round === undefined &&
    FUND_FIRM.test(`${text.slice(0, match.index).trim()}`)
  return {
    start,
    end,
    kind: {
      value: isFund ? 'fund' : predicate.kind,
      start,
      end,
      where: passage.where,
      rule: isFund ? 'en/fund/by-its-raiser' : predicate.rule,
    },
    status: readEnglishStatus(passage, sentence, match),
    subject,
    round,
    amount: amount,
    isTotal: false,
    isSeveralRounds: false,
    valuation: undefined,
    investors: payers,
    date: findDate(passage, before, setting.publishedAt),
    isOneOfMany: false,
    isPast: isPast(text, match, setting),
  }
}
