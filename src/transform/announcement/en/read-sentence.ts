import type {
  AnnouncedAmount,
  AnnouncedInvestor,
  EventStatus,
} from '../../../model/announced-event.ts'
import { findAmounts } from '../amounts.ts'
import { findDate } from '../dates.ts'
import { oneOf } from '../one-of.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { SentenceReader, Setting } from '../reader.ts'
import { findRounds, latestRound } from '../rounds.ts'
import type { Sentence } from '../sentences.ts'
import type { Statement, Subject } from '../statement.ts'
import { roleOf } from '../valuations.ts'
import { PLAN_WORDS, RUMOUR_WORDS } from '../words/en.ts'
import { findEnglishInvestors } from './investors.ts'
import { ENGLISH_PAST, ENGLISH_PREDICATES, type EnglishPredicate, FUND_FIRM } from './predicates.ts'
import { nameAtStart, readEnglishSubject } from './subject.ts'

const PLAN = new RegExp(`\\b${oneOf(PLAN_WORDS)}\\b`, 'i')
const RUMOUR = new RegExp(`\\b${oneOf(RUMOUR_WORDS)}`, 'i')
const MANY =
  /\b(?:startups|companies|firms|investors|VCs|founders|market|industry|sector|funding)$/i
/** A sum beside a valuation is this round's only where it is said to be. */
const FRESH = /\b(?:with|raise[sd]?|funding|round)\b/i
const ABOUT_ROUND = /\b(?:led|round|investors?|valuation|participat)/i
const TOTAL = /\b(?:total|to date|altogether|so far|in total)\b/i

/** What an English sentence says of a deal: at most one, by the first predicate that fits. */
export const readEnglishSentence: SentenceReader = (passage, sentence, setting) => {
  const text = passage.plain.slice(sentence.start, sentence.end)
  const isAboutRound = ABOUT_ROUND.test(text)
  const amounts = findAmounts(passage, sentence)
  const investors = findEnglishInvestors(passage, sentence)
  const valuation = amounts.find((amount) => roleOf(amount, passage) === 'valuation')
  const amount = amounts.find((candidate) => roleOf(candidate, passage) === 'money')
  const addition = {
    start: sentence.start,
    end: sentence.end,
    amount,
    isTotal: TOTAL.test(text),
    valuation,
    round: undefined,
    investors,
    formerInvestors: [],
  }
  for (const predicate of ENGLISH_PREDICATES) {
    const match = predicate.pattern.exec(text)
    if (match === null) continue
    const found: Facts = { passage, sentence, setting, text, predicate, match, amount }
    const statement = toStatement(found)
    const isSum =
      predicate.rule !== 'en/equity/valued' || FRESH.test(text.split(/\bafter\b/)[0] ?? '')
    return {
      statements: statement === undefined ? [] : [statement],
      addition: isSum ? addition : { ...addition, amount: undefined },
      isAboutRound,
    }
  }
  return { statements: [], addition, isAboutRound }
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
  const { subject, payers } = parties(facts, before)
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
    status: statusOf(facts, start, end),
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

interface Parties {
  readonly subject: Subject
  readonly payers: readonly Found<AnnouncedInvestor>[]
}

function parties({ passage, predicate, match }: Facts, before: Span): Parties {
  const acting = readEnglishSubject(passage, before)
  const target = match.groups?.['target']
  if (predicate.rule === 'en/equity/raised' && acting.is !== 'named')
    return { subject: raisedFor(passage, before, match), payers: [] }
  if (predicate.rule === 'en/equity/starts-with' && acting.is !== 'named')
    return { subject: launched(passage, before, match), payers: [] }
  if (!predicate.hasTarget || target === undefined) return { subject: acting, payers: [] }
  const from = before.start + match.index + match[0].length - target.length
  const cut = target.search(
    /\s(?:for|in|from|to|at|as|amid|after|with|by|on|via|,|\(|-)\b|,\s|\s[$€£(-]/,
  )
  const name = nameAtEndOfPhrase(passage, {
    start: from,
    end: from + (cut < 0 ? target.length : cut),
  })
  const payer = acting.is === 'named' ? acting.names[0] : undefined
  return {
    subject: name === undefined ? { is: 'described' } : { is: 'named', names: [name] },
    payers:
      payer === undefined
        ? []
        : [{ ...payer, value: { name: payer.value, lead: false }, rule: 'investor/buyer' }],
  }
}

const RAISED_FOR =
  /\bfor (?:(?:their|its|his|her|the|an?|new) )?(?:[a-z][\w-]* ){0,4}(?:startup|company|firm|platform|app) (?=[A-Z])/

/** "Two founders raise $9M for payroll startup X" */
function raisedFor(passage: Passage, before: Span, match: RegExpExecArray): Subject {
  const from = before.start + match.index
  const words = RAISED_FOR.exec(passage.plain.slice(from, from + 120))
  const start = words === null ? undefined : from + words.index + words[0].length
  const name = start === undefined ? undefined : nameAtStart(passage, { start, end: start + 40 })
  return name === undefined ? { is: 'described' } : { is: 'named', names: [name] }
}

/** "Former engineers launch X with $5M" */
function launched(passage: Passage, before: Span, match: RegExpExecArray): Subject {
  const start = before.start + match.index + match[0].length
  const name = nameAtStart(passage, { start, end: Math.min(passage.text.length, start + 60) })
  return name === undefined ? { is: 'described' } : { is: 'named', names: [name] }
}

function nameAtEndOfPhrase(passage: Passage, span: Span): Found<string> | undefined {
  const subject = readEnglishSubject(passage, span)
  const name = subject.is === 'named' ? subject.names[0] : nameAtStart(passage, span)
  return name && { ...name, rule: 'company/object' }
}

function statusOf(
  { passage, text, sentence, match }: Facts,
  start: number,
  end: number,
): Found<EventStatus> {
  const but = text.search(/\bbut\b/)
  const main = but > match.index ? text.slice(0, but) : text
  const rumour = RUMOUR.exec(main)
  if (rumour !== null) {
    const from = sentence.start + rumour.index
    return {
      value: 'rumour',
      start: from,
      end: from + rumour[0].length,
      where: passage.where,
      rule: 'status/unnamed-source',
    }
  }
  const near = text.slice(
    Math.max(0, match.index - 24),
    match.index + Math.min(match[0].length, 24),
  )
  const planned = PLAN.exec(near) ?? (match[0].match(/^(?:files?|going|raising)/i) ? match : null)
  return planned === null
    ? { value: 'closed', start, end, where: passage.where, rule: 'status/done' }
    : { value: 'planned', start, end, where: passage.where, rule: 'status/not-yet' }
}
