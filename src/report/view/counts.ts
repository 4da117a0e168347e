import type { Inflow } from '../../model/findings.ts'
import type { Sentence } from '../messages/catalogue.ts'
import { figure, runs } from './cells.ts'
import type { Words } from './words.ts'

/** Whether a sum can be told: dates that straddle an edge may bring money though no deal surely does. */
export function isSumKnown({ n, undisclosed, disclosed }: Inflow): boolean {
  return n > undisclosed || Number(disclosed.high) > 0
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
