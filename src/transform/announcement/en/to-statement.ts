import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import { findDate } from '../dates.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Setting } from '../reader.ts'
import { findRounds, latestRound } from '../rounds.ts'
import type { Sentence } from '../sentences.ts'
import type { Statement } from '../statement.ts'
import { ownerOf, type Parties, partiesOf } from './parties.ts'
import { isPast } from './past.ts'
import { type EnglishPredicate, FUND_FIRM } from './predicates.ts'
import { readEnglishStatus } from './status.ts'

const MANY =
  /(?<![-.])\b(?:startups|companies|firms|investors|VCs|founders|funds|unicorns|banks|automakers|market|industry|sector|funding)(?: (?:are|have|has|is|was|were|all|still|also))*$/i
/** What grows, where nobody raises: "revenue tops $1 billion". */
const FIGURE =
  /\b(?:revenues?|sales|profits?|orders|bookings|backlog|GMV|assets|AUM|shipments|losses|income|exports|price|ARR|deposits|volume)$/i

/** "seed round investor Alpha": what they did before. */
const OF_INVESTOR = /^ (?:round )?(?:investors?|backers?|leads?)\b/
const NEAR = 20

/** A sentence and the predicate that fits it. */
export interface Facts {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly setting: Setting
  readonly text: string
  readonly predicate: EnglishPredicate
  readonly match: RegExpExecArray
  readonly amount: Found<AnnouncedAmount> | undefined
}

/** What the predicate says of a deal; nothing where it speaks of many firms or of their figures. */
export function toStatement(facts: Facts): Statement | undefined {
  const { passage, sentence, setting, text, match, amount, predicate } = facts
  const start = sentence.start + match.index
  const end = start + Math.min(match[0].length, 24)
  const before = { start: sentence.start, end: start }
  const ahead = text.slice(0, match.index).trim()
  if (predicate.hasTarget === undefined && MANY.test(ahead)) return undefined
  if (predicate.kind === 'equity' && FIGURE.test(ahead)) return undefined
  const { subject, payers } = subjectAndPayers(facts, before)
  const round = predicate.kind === 'equity' ? roundIn(passage, sentence) : undefined
  const isFund =
    predicate.rule === 'en/equity/raised' && round === undefined && FUND_FIRM.test(ahead)
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
    amount,
    isTotal: false,
    isSeveralRounds: false,
    valuation: undefined,
    investors: payers,
    date: findDate(passage, before, setting.publishedAt),
    isOneOfMany: false,
    isPast: isPast(text, match, setting),
  }
}

/** The last of the rounds a sentence names, those apart that its investors were in before. */
function roundIn(passage: Passage, sentence: Span): Found<string> | undefined {
  const own = findRounds(passage, sentence).filter(
    ({ end }) => !OF_INVESTOR.test(passage.plain.slice(end, end + NEAR)),
  )
  return latestRound(own, passage)
}

/** Who gets the money and who pays; a fund that is only described is its owner's. */
function subjectAndPayers(facts: Facts, before: Span): Parties {
  const parties = partiesOf(facts, before)
  if (parties.subject.is === 'named' || facts.predicate.kind !== 'fund') return parties
  const owner = ownerOf(facts.passage, before)
  return owner === undefined ? parties : { ...parties, subject: { is: 'named', names: [owner] } }
}
