import { disclosedSum } from '../../model/disclosed-sum.ts'
import { type Inflow, type Interval, isLacking, type Known } from '../../model/findings.ts'
import type { Sentence, Value } from '../messages/catalogue.ts'
import { figure, runs } from './cells.ts'
import type { Words } from './words.ts'

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
  return isLacking(share)
    ? say.runs('capture.unknown')
    : say.runs('capture.of', { share: figure(path, format.shareRange(share)) })
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
