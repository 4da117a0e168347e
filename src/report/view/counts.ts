import { decimal } from '../../model/decimal.ts'
import { disclosedSum } from '../../model/disclosed-sum.ts'
import { type Inflow, type Interval, isLacking, type Known } from '../../model/findings.ts'
import type { DecimalText } from '../../model/known.ts'
import type { Sentence, Value } from '../messages/catalogue.ts'
import { type CellView, figure, lackingOr, runs } from './cells.ts'
import { known, type Words } from './words.ts'

/** Whether a sum can be told. */
export function isSumKnown(inflow: Inflow): boolean {
  return disclosedSum(inflow) !== undefined
}

/** Why there is no sum: no deal, none with an amount, or none whose currency has a rate. */
export function whyNoSum({ n, undisclosed }: Pick<Inflow, 'n' | 'undisclosed'>): NoSum {
  if (n === 0) return 'none'
  return n === undisclosed ? 'undisclosed' : 'no-rate'
}

type NoSum = 'none' | 'undisclosed' | 'no-rate'

/** What some deals disclosed together; a dash where there are deals and none has an amount. */
export function sumInWords(
  path: string,
  { n, disclosed }: { readonly n: number; readonly disclosed: Interval },
  { format }: Words,
): Value {
  const isKnown = n === 0 || disclosedSum({ disclosed }) !== undefined
  return isKnown ? figure(path, format.yuan(disclosed)) : '–'
}

/** Deals, and in brackets those without an amount; `path` is that of the inflow they belong to. */
export function countInWords(
  path: string,
  { n, undisclosed }: Pick<Inflow, 'n' | 'undisclosed'>,
  { format }: Words,
): Sentence {
  return runs(
    figure(`${path}.n`, format.number(n)),
    ' (',
    figure(`${path}.undisclosed`, format.number(undisclosed)),
    ')',
  )
}

/** How much of what was published the level beside it holds; `path` is that of the share. */
export function shareSeen(path: string, share: Known<Interval>, { say, format }: Words): Sentence {
  if (isLacking(share)) return say.runs('capture.unknown')
  return say.runs('capture.of', {
    share: figure(path, format.shareRange(share)),
    isMore: isMoreThanPublished(share.high) ? 'yes' : 'no',
  })
}

/** Whether more may have been recorded than there was by whoever published the whole. */
export function isMoreThanPublished(share: DecimalText): boolean {
  return decimal(share).gt(1)
}

/** A share of what was published in a cell of its own, and why it is more than the whole where it is. */
export function shareCell(
  path: string,
  share: Known<Interval>,
  words: Words,
  toText = words.format.shareRange,
): CellView {
  const { text, sub } = known(share, words, toText)
  const isMore = !isLacking(share) && isMoreThanPublished(share.high)
  return lackingOr(path, { text, sub: isMore ? words.say('capture.more') : sub })
}

/** How many there are when dates that straddle an edge are let fall on either side; nothing when it makes no difference. */
export function rangeInWords(
  path: string,
  { low, high }: Inflow['nRange'],
  { say, format }: Words,
): Sentence {
  if (low === high) return []
  return say.runs('nrange', {
    low: figure(`${path}.low`, format.number(low)),
    high: figure(`${path}.high`, format.number(high)),
  })
}
