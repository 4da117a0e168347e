import type { Span } from '../passage.ts'
import { findRounds } from '../rounds.ts'
import { type Facts, moneyIn } from './facts.ts'
import { NOT_A_DEAL, PREDICATES, type Predicate } from './predicates.ts'

/** A clause that says a deal happens, by the predicate that says it. */
export interface ClauseMatch extends Span {
  readonly predicate: Predicate
  readonly groups: Readonly<Record<string, string | undefined>>
}

export function matchClause(facts: Facts, clause: Span): ClauseMatch | undefined {
  const text = facts.passage.masked.slice(clause.start, clause.end)
  if (NOT_A_DEAL.test(text) && !text.includes('担保')) return undefined
  for (const predicate of PREDICATES) {
    if (predicate.isHeadlineOnly && !facts.setting.isHeadline) continue
    const match = predicate.pattern.exec(text)
    if (match === null || !hasWhatItNeeds(facts, clause, predicate)) continue
    const start = clause.start + match.index
    return { predicate, start, end: start + match[0].length, groups: match.groups ?? {} }
  }
  return undefined
}

function hasWhatItNeeds(facts: Facts, clause: Span, { needs, sentenceHas }: Predicate): boolean {
  const { passage, sentence } = facts
  if (sentenceHas && !sentenceHas.test(passage.masked.slice(sentence.start, sentence.end)))
    return false
  if (needs === undefined) return true
  const place = needs === 'amount-nearby' ? sentence : clause
  if (moneyIn(facts, place) !== undefined) return true
  return needs === 'amount-or-round' && findRounds(passage, clause).length > 0
}
