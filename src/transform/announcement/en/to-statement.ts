import { laterRound } from '../better.ts'
import { findDate } from '../dates.ts'
import type { Found, Passage, Span } from '../passage.ts'
import { findRounds, latestRound } from '../rounds.ts'
import type { Statement } from '../statement.ts'
import { actorSpan } from './actor.ts'
import type { Facts } from './facts.ts'
import { kindOf } from './kind.ts'
import { isNoDeal } from './no-deal.ts'
import { ownerOf, type Parties, partiesOf } from './parties.ts'
import { isPast } from './past.ts'
import { inPartnership, targetsOf } from './several.ts'
import { readEnglishStatus } from './status.ts'
import { isOfAllRounds } from './totals.ts'
import { actorOfWhole } from './turns.ts'

/** "seed round investor Alpha": what they did before. */
const OF_INVESTOR = /^ (?:round )?(?:investors?|backers?|leads?)\b/
const NEAR = 20
/** "a Series A and seed": rounds of one announcement. */
const TOGETHER = /^ (?:and|&|plus) (?:an? |its )?$/

/** What the predicate says of deals, one for each firm it names; nothing where it speaks of many firms or of their figures. */
export function toStatements(facts: Facts): readonly Statement[] {
  const { passage, sentence, setting, text, match, amount, predicate } = facts
  const start = sentence.start + match.index
  const end = start + Math.min(match[0].length, 24)
  const before = { start: sentence.start, end: start }
  const ahead = text.slice(0, match.index).trim()
  if (isNoDeal(predicate, ahead)) return []
  const { subject, payers } = subjectAndPayers(
    facts,
    actorOfWhole(passage, actorSpan(text, sentence, match)),
  )
  const round = predicate.kind === 'equity' ? roundIn(passage, facts.ofNow) : undefined
  const statement: Statement = {
    start,
    end,
    kind: { ...kindOf(facts, { subject, round, ahead }), start, end, where: passage.where },
    status: readEnglishStatus(passage, sentence, match),
    subject,
    round,
    amount,
    isTotal: amount !== undefined && isOfAllRounds(passage.plain, sentence, amount),
    isSeveralRounds: false,
    valuation: undefined,
    investors: payers,
    date: findDate(passage, before, setting.publishedAt),
    isOneOfMany: false,
    isPast: isPast(text, match, setting),
  }
  const targets = targetsOf(facts)
  return targets.length < 2
    ? [statement]
    : targets.map((name) => ({
        ...statement,
        subject: { is: 'named', names: [name] },
        amount: undefined,
        isOneOfMany: true,
      }))
}

/** The last of the rounds a sentence names, of two told together the later one, those apart that its investors were in before. */
function roundIn(passage: Passage, sentence: Span): Found<string> | undefined {
  const own = findRounds(passage, sentence).filter(
    ({ end }) => !OF_INVESTOR.test(passage.plain.slice(end, end + NEAR)),
  )
  const [first, second, third] = own
  const areTwo =
    third === undefined && TOGETHER.test(passage.plain.slice(first?.end, second?.start))
  return areTwo ? laterRound(first, second) : latestRound(own, passage)
}

/** Who gets the money and who pays; a fund that is only described is its owner's. */
function subjectAndPayers(facts: Facts, before: Span): Parties {
  const parties = partiesOf(facts, before)
  if (facts.predicate.kind !== 'fund') return parties
  if (parties.subject.is === 'named') return inPartnership(facts, parties)
  const owner = ownerOf(facts.passage, before)
  return owner === undefined ? parties : { ...parties, subject: { is: 'named', names: [owner] } }
}
