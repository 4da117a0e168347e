import { findWords } from '../find-words.ts'
import { once } from '../once.ts'
import type { SentenceReader } from '../reader.ts'
import type { Statement } from '../statement.ts'
import { toAddition } from './addition.ts'
import { toFacts } from './facts.ts'
import { matchClause } from './match-clause.ts'
import { toStatements } from './to-statements.ts'

/** Words of sentences that add to a deal named before. */
const isAboutARound = findWords(
  '加入投资 参与投资 共同投资 联合投资 涉资 作价 轮由 轮则由 轮分别由 本轮 此轮 该轮 这轮 本次 此次 新一轮 前轮 领投 跟投 参投 追投 投资方 投资者 投资人包括 老股东 现有股东 融资 估值 交易 收购 价格 代价 债 贷款'.split(
    ' ',
  ),
)

const BESIDE_A_DEAL: ReadonlySet<string> = new Set(['equity/valued', 'equity/crowdfunded'])

/**
 * Beside a deal, what the firm is worth and what its product was ordered for ahead are no deals of their own: "开启上市辅导，
 * 估值超百亿", "再融资，众筹超500万美元".
 */
function withoutMereValue(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements
  const deals = statements.filter(({ kind }) => !BESIDE_A_DEAL.has(kind.rule))
  return deals.length > 0 ? deals : statements
}

/** What a Chinese sentence says: a statement for each clause that says a deal happens, and what it adds. */
export const readChineseSentence: SentenceReader = (passage, sentence, setting) => {
  const facts = toFacts(passage, sentence, setting)
  const told: Statement[] = []
  let isTold = false
  for (const [index, clause] of sentence.clauses.entries()) {
    const match = matchClause(facts, clause)
    if (match === undefined) continue
    isTold = true
    told.push(...toStatements(facts, index, match))
  }
  const statements = withoutMereValue(told)
  const isOfNobody = setting.isHeadline && isTold && statements.length === 0
  const isAboutRound = isAboutARound(passage.masked, sentence.start, sentence.end)
  if (statements.length === 0 && !isAboutRound) return undefined
  return {
    statements,
    span: sentence,
    addition: once(() => {
      const addition = toAddition(facts, statements)
      // What a trade raised in a day is no sum of the firm a body goes on to tell of.
      return isOfNobody ? { ...addition, amount: undefined } : addition
    }),
    isAboutRound,
  }
}
