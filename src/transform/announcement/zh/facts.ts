import type { AnnouncedAmount, AnnouncedInvestor } from '../../../model/announced-event.ts'
import type { Found, Passage, Span } from '../passage.ts'
import type { Setting } from '../reader.ts'
import type { Sentence } from '../sentences.ts'
import { roleOf } from '../valuations.ts'

/** A sentence and what was found in it before anybody asks what it says. */
export interface Facts {
  readonly passage: Passage
  readonly sentence: Sentence
  readonly setting: Setting
  readonly amounts: readonly Found<AnnouncedAmount>[]
  readonly investors: readonly Found<AnnouncedInvestor>[]
  readonly former: readonly Found<AnnouncedInvestor>[]
}

/** The first sum in a stretch that is money, not a valuation. */
export function moneyIn(
  { passage, amounts }: Facts,
  { start, end }: Span,
): Found<AnnouncedAmount> | undefined {
  return amounts.find(
    (amount) => amount.start >= start && amount.end <= end && roleOf(amount, passage) === 'money',
  )
}
