import type { AnnouncedInvestor } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Subject } from '../statement.ts'
import { PLACES } from '../words/places.ts'
import { findBackers } from './backers.ts'
import type { Facts } from './facts.ts'
import { namesIn } from './investor-names.ts'
import type { ClauseMatch } from './match-clause.ts'
import { isFounder } from './names.ts'
import { readSubject } from './subject.ts'
import { OFFICER, SITE, subjectBefore } from './subject-before.ts'
import { fundAndGiver, type Parties, targetIn } from './target.ts'

/** Who gets the money of a matched clause, and who the clause itself says gives it. */
export function whoAndPayers(facts: Facts, index: number, match: ClauseMatch): Parties {
  const { passage, sentence } = facts
  const clause = sentence.clauses[index] ?? sentence
  const before = whoActs(passage, { start: clause.start, end: match.start }, match)
  const own = readSubject(passage, before)
  const isPutIn = match.predicate.rule === 'equity/put-in'
  const acting: Subject = isPutIn
    ? { is: 'described' }
    : own.is === 'unsaid' || (own.is === 'described' && isOfProceeds(match))
      ? subjectBefore(passage, sentence, { index, after: endWithSum(facts, match) })
      : own
  if (match.predicate.hasTarget) return ofTarget(passage, match, acting)
  if (match.predicate.kind === 'fund') return fundAndGiver(passage, match, acting)
  const isRaise = match.predicate.kind === 'equity' || match.predicate.kind === 'listing'
  return {
    subject: isRaise ? withoutFounder(acting) : acting,
    payers: payersBeside(facts, match),
  }
}

const IS_PLACE: ReadonlySet<string> = new Set(PLACES)

/** "甲融资3亿" of a person known for a firm or of a place: whoever gets the money, it is neither. */
function withoutFounder(subject: Subject): Subject {
  const [name] = subject.is === 'named' ? subject.names : []
  const isFirm = name === undefined || !(isFounder(name.value) || IS_PLACE.has(name.value))
  return isFirm ? subject : { is: 'described' }
}

/** "融资上亿的X": the sum stands between the verb and what is said of it. */
function endWithSum({ money }: Facts, { end }: ClauseMatch): number {
  return money().find(({ start }) => start === end)?.end ?? end
}

const YEAR = /^(?:今年|明年)/

/** "今年甲投入预计…", "甲二期项目总投资9亿元": whose the money or the site is; "甲CEO某某回应…": for whom somebody speaks. */
function whoActs({ masked }: Passage, { start, end }: Span, { predicate }: ClauseMatch): Span {
  const written = masked.slice(start, end)
  if (predicate.rule === 'acquisition/denied')
    return { start, end: end - (OFFICER.exec(written)?.[0].length ?? 0) }
  if (predicate.kind !== 'internal') return { start, end }
  return {
    start: start + (YEAR.exec(written)?.[0].length ?? 0),
    end: end - (SITE.exec(written)?.[0].length ?? 0),
  }
}

/** Whom the clause names as giving, besides the firm that gets. */
function payersBeside(facts: Facts, match: ClauseMatch): readonly Found<AnnouncedInvestor>[] {
  const { kind } = match.predicate
  if (kind === 'equity' && match.groups['payer'] === undefined) return findBackers(facts, match)
  return payersOf(facts.passage, match)
}

/** "…寻求挂牌、融资规模超…": the firm stands before the plan the sum belongs to. */
function isOfProceeds({ predicate }: ClauseMatch): boolean {
  return predicate.rule === 'listing/proceeds' || predicate.rule === 'placement/proceeds'
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
