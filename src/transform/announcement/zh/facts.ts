import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import { allMatches } from '../all-matches.ts'
import { findAmounts } from '../amounts.ts'
import { once } from '../once.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Setting } from '../reader.ts'
import { findRounds } from '../rounds.ts'
import type { Sentence } from '../sentences.ts'
import { signsIn } from '../signs.ts'
import { roleOf } from '../valuations.ts'

/** A sentence and what is found in it; the lists are made when first asked for, as most sentences need none. */
export interface Facts {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly setting: Setting
  /** Sums that change hands. */
  readonly money: () => readonly Found<AnnouncedAmount>[]
  /** What firms are said to be worth after the money. */
  readonly valuations: () => readonly Found<AnnouncedAmount>[]
  /** What they were worth before it. */
  readonly preMoney: () => readonly Found<AnnouncedAmount>[]
  readonly rounds: () => readonly Found<string>[]
  /** Which patterns may fit at all (signs.ts). */
  readonly signs: number
}

export function toFacts(passage: Passage, sentence: Sentence, setting: Setting): Facts {
  const amounts = once(() => byRole(passage, sentence))
  return {
    passage,
    sentence,
    setting,
    money: () => amounts().money,
    valuations: () => amounts().valuations,
    preMoney: () => amounts().preMoney,
    rounds: once(() => findRounds(passage, sentence)),
    signs: signsIn(passage.masked, sentence.start, sentence.end),
  }
}

interface AmountsByRole {
  readonly money: readonly Found<AnnouncedAmount>[]
  readonly valuations: readonly Found<AnnouncedAmount>[]
  readonly preMoney: readonly Found<AnnouncedAmount>[]
}

function byRole(passage: Passage, sentence: Span): AmountsByRole {
  const money: Found<AnnouncedAmount>[] = []
  const valuations: Found<AnnouncedAmount>[] = []
  const preMoney: Found<AnnouncedAmount>[] = []
  for (const inside of valuationsInBrackets(passage, sentence)) {
    const open = { ...passage, masked: passage.plain }
    valuations.push(...findAmounts(open, inside).filter((sum) => roleOf(sum, open) === 'valuation'))
  }
  for (const amount of findAmounts(passage, sentence)) {
    const role = roleOf(amount, passage)
    if (role === 'money') money.push(amount)
    else if (role === 'valuation') valuations.push(amount)
    else if (role === 'pre-money') preMoney.push(amount)
  }
  return { money, valuations, preMoney }
}

const VALUED = /\((?:最新|目前|当前|公司|投后)?估值[^()]{2,24}\)/g

/** "完成10亿美元F轮融资(估值110亿美元)" */
function valuationsInBrackets({ plain }: Passage, { start, end }: Span): readonly Span[] {
  const written = plain.slice(start, end)
  if (!written.includes('估值')) return []
  return allMatches(VALUED, written).map(({ index, 0: inside }) => ({
    start: start + index,
    end: start + index + inside.length,
  }))
}

/** The first sum in a stretch that is money, not a valuation. */
export function moneyIn({ money }: Facts, span: Span): Found<AnnouncedAmount> | undefined {
  return money().find((amount) => isWithin(amount, span))
}

export function roundsIn({ rounds }: Facts, span: Span): readonly Found<string>[] {
  return rounds().filter((round) => isWithin(round, span))
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}
