import { findAmounts } from '../amounts.ts'
import type { SentenceReader } from '../reader.ts'
import { toAddition } from './addition.ts'
import type { Facts } from './facts.ts'
import { findInvestors } from './investors.ts'
import { matchClause } from './match-clause.ts'
import { toStatements } from './to-statements.ts'

/** What a Chinese sentence says: a statement for each clause that says a deal happens, and what it adds. */
export const readChineseSentence: SentenceReader = (passage, sentence, setting) => {
  const amounts = findAmounts(passage, sentence)
  const { investors, former } = findInvestors(passage, sentence)
  const facts: Facts = { passage, sentence, setting, amounts, investors, former }
  const statements = sentence.clauses.flatMap((clause, index) => {
    const match = matchClause(facts, clause)
    return match === undefined ? [] : toStatements(facts, index, match)
  })
  return { statements, addition: toAddition(facts, statements) }
}
