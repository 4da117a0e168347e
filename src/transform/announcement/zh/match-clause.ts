import type { Span } from '../passage.ts'
import { type Facts, moneyIn, roundsIn } from './facts.ts'
import type { Predicate } from './predicate.ts'
import { NOT_A_DEAL, PREDICATES } from './predicates.ts'

/** A clause that says a deal happens, by the predicate that says it. */
export interface ClauseMatch extends Span {
  readonly predicate: Predicate
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** Without any of these no predicate fits. */
const DEAL_WORD =
  /[融投募筹购债贷股担]|IPO|上市|挂牌|登陆|招股|中签|过会|聆讯|敲钟|递表|定增|增发|配售|基金|授信|ABS|补贴|补助|资助|拨款|资金|经费|入主|钱|出售|估值|卖|收编|战投|港交所|科创板|并|私有化|控|斥资|豪掷|砸|筹|吸金|揽|资产支持|票据|银团|轮|增资|注资|获资|纪录|记录|兑|信贷|中票|短融|首次公开|吞|买下|资本/

export function matchClause(facts: Facts, clause: Span): ClauseMatch | undefined {
  const text = facts.passage.masked.slice(clause.start, clause.end)
  if (!mayTellOfDeal(text)) return undefined
  for (const predicate of PREDICATES) {
    const match = matchPredicate(facts, predicate, text)
    if (match === null || !hasWhatItNeeds(facts, clause, predicate)) continue
    if (isDenied(text, match) || isRuin(facts, predicate)) return undefined
    const start = clause.start + match.index
    return { predicate, start, end: start + match[0].length, groups: match.groups ?? {} }
  }
  return undefined
}

function mayTellOfDeal(text: string): boolean {
  return DEAL_WORD.test(text) && (!NOT_A_DEAL.test(text) || text.includes('担保'))
}

function matchPredicate(
  { setting }: Facts,
  predicate: Predicate,
  text: string,
): RegExpExecArray | null {
  if (predicate.isHeadlineOnly && !setting.isHeadline) return null
  return predicate.hint.test(text) ? predicate.pattern.exec(text) : null
}

/** "暂无融资计划": nobody does it. */
const DENIED =
  /(?:不会|不需要|不打算|不考虑|不缺|不再|没有|无需|暂无|并无|并未|尚未|从未|未曾|拒绝)[^，。;]{0,16}$/

function isDenied(text: string, match: RegExpExecArray): boolean {
  return DENIED.test(text.slice(0, match.index + match[0].length))
}

/** The end of a firm is told with all the money it once raised. */
const RUIN =
  /破产|倒闭|陨落|清算|烧光|烧完|打水漂|跑路|[暴爆]雷|停摆|败退|倒下|关停|死于|停运|清盘|欠薪|解散|崩盘|骗局/

function isRuin({ passage, sentence, setting }: Facts, { kind, status }: Predicate): boolean {
  if (!setting.isHeadline || kind !== 'equity' || status !== undefined) return false
  return RUIN.test(passage.masked.slice(sentence.start, sentence.end))
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
