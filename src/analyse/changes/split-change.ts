import { CAUSES, type ChangeParts } from '../../model/change-finding.ts'
import { decimal } from '../../model/decimal.ts'
import type { Interval, Known } from '../../model/known.ts'

/**
 * The change of a figure by cause: the figure after each cause less the figure before it, bound by bound. `steps` are
 * the figures after each cause in the order of `CAUSES`, the last being the figure of today, so the parts add up to the
 * whole exactly. A part's low is what the low bound moved by: it may exceed its high.
 */
export function splitChange(
  before: Interval | undefined,
  steps: readonly (Interval | undefined)[],
): Known<ChangeParts> {
  const figures = [before, ...steps]
  const known = figures.filter((figure) => figure !== undefined)
  if (known.length < figures.length) return { lacking: 'unknown-on-the-way' }
  return Object.fromEntries(
    CAUSES.map((cause, index) => [cause, difference(known[index], known[index + 1])]),
  ) as ChangeParts
}

function difference(from: Interval | undefined, to: Interval | undefined): Interval {
  if (from === undefined || to === undefined)
    throw new Error('a figure is missing after one of the causes')
  return {
    low: decimal(to.low).minus(from.low).toFixed(),
    high: decimal(to.high).minus(from.high).toFixed(),
  }
}
