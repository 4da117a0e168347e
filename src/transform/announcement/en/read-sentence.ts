import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import { findAmounts } from '../amounts.ts'
import { findCandidates } from '../candidates.ts'
import { findDate } from '../dates.ts'
import { once } from '../once.ts'
import type { Found, Passage } from '../passage.ts'
import type { SentenceReader, Setting } from '../reader.ts'
import { findRounds, latestRound } from '../rounds.ts'
import type { Sentence } from '../sentences.ts'
import type { Addition, Statement } from '../statement.ts'
import { type MoneyRole, roleOf } from '../valuations.ts'
import { findEnglishInvestors } from './investors.ts'
import { partiesOf } from './parties.ts'
import { ENGLISH_PAST, ENGLISH_PREDICATES, type EnglishPredicate, FUND_FIRM } from './predicates.ts'
import { readEnglishStatus } from './status.ts'

const MANY =
  /(?<![-.])\b(?:startups|companies|firms|investors|VCs|founders|market|industry|sector|funding)(?: (?:are|have|were|all|still))*$/i
/** A sum beside a valuation is this round's only where it is said to be. */
const FRESH = /\b(?:with|(?:fund)?raise[sd]?|funding|round)\b/i
/** These tell of a valuation; what follows is the story of earlier ones. */
const MERE_VALUE: ReadonlySet<string> = new Set(['en/equity/valued', 'en/equity/seeks-valuation'])
const BEFORE_THIS = /\b(?:after|since|from)\b/
const ABOUT_ROUND = /\b(?:led|leading|round|investors?|valuation|participat)/i
const TOTAL = /\b(?:total|to date|altogether|so far|in total)\b/i

/** What an English sentence says of a deal: at most one, by the first predicate that fits. */
export const readEnglishSentence: SentenceReader = (passage, sentence, setting) => {
  const text = passage.plain.slice(sentence.start, sentence.end)
  const isAboutRound = ABOUT_ROUND.test(text)
  const found = matchSentence(text)
  if (found === undefined && !isAboutRound) return undefined
  const amounts = once(() => findAmounts(passage, sentence))
  const amountAs = (role: MoneyRole, from = 0): Found<AnnouncedAmount> | undefined =>
    amounts().find((amount) => amount.start >= from && roleOf(amount, passage) === role)
  const addition = (sum: Found<AnnouncedAmount> | undefined): Addition => ({
    start: sentence.start,
    end: sentence.end,
    amount: sum,
    isTotal: TOTAL.test(text),
    valuation: amountAs('valuation'),
    round: undefined,
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
  const sum = isSum ? (amountAs('money', begun) ?? amountAs('money')) : undefined
  const statement = toStatement({ passage, sentence, setting, text, ...found, amount: sum })
  return {
    statements: statement === undefined ? [] : [statement],
    span: sentence,
    addition: once(() => addition(sum)),
    isAboutRound,
  }
}

const candidatesFor = findCandidates(ENGLISH_PREDICATES)

function matchSentence(text: string): Pick<Facts, 'predicate' | 'match'> | undefined {
  const small = text.toLowerCase()
  for (const predicate of candidatesFor(small, { start: 0, end: small.length })) {
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
  if (MANY.test(text.slice(0, match.index).trim())) return undefined
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
    isPast: ENGLISH_PAST.test(text.slice(0, match.index + match[0].length)),
  }
}
