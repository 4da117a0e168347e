import { findCandidates } from '../candidates.ts'
import type { Span } from '../passage.ts'
import { fits, signed } from '../signs.ts'
import { type Facts, moneyIn, roundsIn } from './facts.ts'
import { NOT_A_DEAL } from './not-a-deal.ts'
import type { Predicate } from './predicate.ts'
import { PREDICATES } from './predicates.ts'

/** A clause that says a deal happens, by the predicate that says it. */
export interface ClauseMatch extends Span {
  readonly predicate: Predicate
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** What a predicate may lack: with all of it, though undefined, they have one shape, and objects of many are slow to read. */
const LACKING = {
  needs: undefined,
  sentenceHas: undefined,
  status: undefined,
  needsName: undefined,
  isHeadlineOnly: undefined,
  hasTarget: undefined,
  isBySeller: undefined,
} satisfies Partial<Predicate>
const ALL = PREDICATES.map(
  ({ rule, kind, hints, pattern, ...rest }): Predicate => ({
    ...{ rule, kind, hints, pattern },
    ...LACKING,
    ...rest,
  }),
)
const candidatesInHeadline = findCandidates(ALL)
const candidatesInText = findCandidates(ALL.filter(({ isHeadlineOnly }) => !isHeadlineOnly))

export function matchClause(facts: Facts, clause: Span): ClauseMatch | undefined {
  const { masked } = facts.passage
  const candidatesIn = facts.setting.isHeadline ? candidatesInHeadline : candidatesInText
  const candidates = candidatesIn(masked, clause)
  if (candidates.length === 0) return undefined
  const text = masked.slice(clause.start, clause.end)
  for (const predicate of candidates) {
    const match = predicate.pattern.exec(text)
    if (match === null || !hasWhatItNeeds(facts, clause, predicate)) continue
    if (isNoDeal(facts, text) || isDenied(facts, text, match) || isRuin(facts, predicate))
      return undefined
    const start = clause.start + match.index
    return { predicate, start, end: start + match[0].length, groups: match.groups ?? {} }
  }
  return undefined
}

function isNoDeal({ signs }: Facts, text: string): boolean {
  return fits(signs, NOT_A_DEAL, text) && !text.includes('担保')
}

/** "暂无融资计划": nobody does it. */
const DENIED = signed(
  /(?:未能|没能|无缘|不会|不需要|不打算|不考虑|不缺|不再|没有|无需|暂无|并无|并未|尚未|从未|未曾|拒绝)[^，。;]{0,16}$/,
)

function isDenied({ signs }: Facts, text: string, match: RegExpExecArray): boolean {
  return fits(signs, DENIED, text.slice(0, match.index + match[0].length))
}

/** The end of a firm is told with all the money it once raised. */
const RUIN = signed(
  /破产|倒闭|陨落|清算|烧光|烧完|打水漂|跑路|[暴爆]雷|停摆|败退|倒下|关停|死于|停运|清盘|欠薪|解散|崩盘|骗局|关门(?:了|$)|闭店|市值(?:仅|只)剩/,
)

function isRuin(
  { passage, sentence, setting, signs }: Facts,
  { kind, status }: Predicate,
): boolean {
  if (!setting.isHeadline || kind !== 'equity' || status !== undefined) return false
  return fits(signs, RUIN, passage.masked.slice(sentence.start, sentence.end))
}

function hasWhatItNeeds(facts: Facts, clause: Span, { needs, sentenceHas }: Predicate): boolean {
  const { passage, sentence } = facts
  if (sentenceHas && !sentenceHas.test(passage.masked.slice(sentence.start, sentence.end)))
    return false
  if (needs === undefined) return true
  const place = needs === 'amount-nearby' ? sentence : clause
  if (moneyIn(facts, place) !== undefined) return true
  return needs === 'amount-or-round' && roundsIn(facts, clause).length > 0
}
