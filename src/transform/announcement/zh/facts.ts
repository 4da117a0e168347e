import type { AnnouncedAmount } from '../../../model/announced-event.ts'
import { findAmounts } from '../amounts.ts'
import { once } from '../once.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Setting } from '../reader.ts'
import { findRounds } from '../rounds.ts'
import type { Sentence } from '../sentences.ts'
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
  readonly rounds: () => readonly Found<string>[]
}

export function toFacts(passage: Passage, sentence: Sentence, setting: Setting): Facts {
  const amounts = once(() =>
    findAmounts(passage, sentence).map((amount) => ({ amount, role: roleOf(amount, passage) })),
  )
  const inRole = (wanted: string): readonly Found<AnnouncedAmount>[] =>
    amounts().flatMap(({ amount, role }) => (role === wanted ? [amount] : []))
  return {
    passage,
    sentence,
    setting,
    money: once(() => inRole('money')),
    valuations: once(() => inRole('valuation')),
    rounds: once(() => findRounds(passage, sentence)),
  }
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
