import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import type { Found, Passage } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { findBackers } from './backers.ts'
import type { Facts } from './facts.ts'
import { namesIn } from './investor-names.ts'
import type { ClauseMatch } from './match-clause.ts'
import { readSubject } from './subject.ts'
import { fundAndGiver, type Parties, subjectBefore, targetIn } from './who.ts'

/** Who gets the money of a matched clause, and who the clause itself says gives it. */
export function whoAndPayers(facts: Facts, index: number, match: ClauseMatch): Parties {
  const { passage, sentence } = facts
  const clause = sentence.clauses[index] ?? sentence
  const before = { start: clause.start, end: match.start }
  const own = readSubject(passage, before)
  const isPutIn = match.predicate.rule === 'equity/put-in'
  const acting: Subject = isPutIn
    ? { is: 'described' }
    : own.is === 'unsaid'
      ? subjectBefore(passage, sentence, { index, after: match.end })
      : own
  if (match.predicate.hasTarget) return ofTarget(passage, match, acting)
  if (match.predicate.kind === 'fund') return fundAndGiver(passage, match, acting)
  const isRaise = match.predicate.kind === 'equity' && match.groups['payer'] === undefined
  const payers = isRaise ? findBackers(facts, match) : payersOf(passage, match)
  return { subject: acting, payers }
}

/** Who pays is who acts, unless the words name somebody else; a seller pays nothing. */
function ofTarget(passage: Passage, match: ClauseMatch, acting: Subject): Parties {
  const parties = targetIn(passage, match, acting)
  const isTold = match.predicate.isBySeller || match.groups['payer'] !== undefined
  return isTold ? { ...parties, payers: payersOf(passage, match) } : parties
}

function payersOf(
  passage: Passage,
  { groups, start, end }: ClauseMatch,
): readonly Found<AnnouncedInvestor>[] {
  const payer = groups['payer']
  if (payer === undefined) return []
  const at = passage.masked.indexOf(payer, start)
  return at < 0 || at > end ? [] : namesIn(passage, { start: at, end: at + payer.length }, false)
}
