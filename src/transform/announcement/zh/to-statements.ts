import { findDate } from '../dates.ts'
import type { Span } from '../passage.ts'
import { latestRound } from '../rounds.ts'
import type { Statement, Subject } from '../statement.ts'
import { type Facts, roundsIn } from './facts.ts'
import { kindOf, statusOf } from './kind-and-status.ts'
import type { ClauseMatch } from './match-clause.ts'
import { SUMMARY } from './not-a-deal.ts'
import { whoAndPayers } from './parties.ts'
import { isPast } from './past.ts'
import { isSeveralRounds, isTotalSum, sumOf } from './sums.ts'

const UNDER_THIS_ROUND = /本轮|此轮|此次|本次|该轮|这轮|这笔|[本该此这]批/

/** The statements a matched clause makes: one, or one for each firm of a list. */
export function toStatements(
  facts: Facts,
  index: number,
  match: ClauseMatch,
): readonly Statement[] {
  const clause = facts.sentence.clauses[index] ?? facts.sentence
  const { subject, payers } = whoAndPayers(facts, index, match)
  const text = facts.passage.masked.slice(clause.start, clause.end)
  const isTotal = isTotalSum(facts, text, match)
  if (subject.is === 'many' || isOnlyMention(facts, { match, text, subject, isTotal })) return []
  const statement = {
    ...describe(facts, clause, match),
    isTotal,
    isSeveralRounds: isSeveralRounds(facts, text),
  }
  const names = subject.is === 'named' ? subject.names : []
  // Several names beside a loan are those who lend.
  if (names.length > 1 && statement.kind.value === 'debt') return []
  if (names.length < 2) return [{ ...statement, subject, investors: payers, isOneOfMany: false }]
  return names.map((name) => ({
    ...statement,
    subject: { is: 'named', names: [name] },
    investors: payers,
    isOneOfMany: true,
  }))
}

type Description = Omit<
  Statement,
  'subject' | 'investors' | 'isTotal' | 'isSeveralRounds' | 'isOneOfMany'
>

function describe(facts: Facts, clause: Span, match: ClauseMatch): Description {
  const { passage, sentence, setting } = facts
  const { start, end, predicate } = match
  const isEquity = predicate.kind === 'equity'
  const round = isEquity ? latestRound(roundsIn(facts, clause), passage) : undefined
  const amount = sumOf(facts, clause, match)
  const isPlan = predicate.status === 'planned'
  const hasDetail = round !== undefined || amount !== undefined
  return {
    start,
    end,
    kind: kindOf(facts, clause, match),
    status: statusOf(facts, clause, match),
    round,
    amount,
    valuation: undefined,
    date: findDate(passage, { start: sentence.start, end: start }, setting.publishedAt),
    isPast: isPast(
      passage,
      { signs: facts.signs, sentence, clause, match: { start, end, isPlan }, hasDetail },
      setting,
    ),
  }
}

interface Mention {
  readonly match: ClauseMatch
  readonly text: string
  readonly subject: Subject
  readonly isTotal: boolean
}

/** "本轮融资将用于…", sums of a trade and totals of nobody speak of money without announcing any. */
function isOnlyMention({ setting }: Facts, { match, text, subject, isTotal }: Mention): boolean {
  const { kind, needsName } = match.predicate
  if (subject.is === 'named') return false
  if (needsName) return true
  if (kind === 'listing') return match.predicate.rule !== 'listing/proceeds'
  if (kind === 'internal') return subject.is === 'unsaid'
  if (kind !== 'equity') return false
  if (SUMMARY.test(text)) return true
  if (setting.isHeadline)
    return isTotal && subject.is === 'unsaid' && match.predicate.rule === 'equity/raises-amount'
  return UNDER_THIS_ROUND.test(text)
}
