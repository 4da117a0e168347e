import { decimal } from '../model/decimal.ts'
import { isNumber } from './compare-figure.ts'
import { type KnownFigure, type KnownFigures, nameOf, parentOf } from './known-figures.ts'
import type { GateReason } from './reason.ts'

const NO_NUMBER = /^(?:NaN|-?Infinity|undefined|null)$/
/** Shares of a whole by their names; ratios of two wholes may be above one. */
const SHARES: ReadonlySet<string> = new Set(['percentile', 'beating', 'hhi'])

/** How far each bound moved: the low one may have moved further up than the high one. */
const MOVE = /^changes\..*\.parts\./

/** Whether what the edition was made from is what the rows give now. */
export function checkSame(made: KnownFigures, now: KnownFigures): readonly GateReason[] {
  const found = new Map(now.all.map(({ id, value }) => [id, value]))
  const changed = made.all.filter(({ id, value }) => String(found.get(id)) !== String(value))
  const gone = now.all.filter(({ id }) => made.under(id).length === 0)
  return [
    ...changed.map(({ id, value }) =>
      blame(id, `the edition has ${value}, the rows give ${found.get(id) ?? 'nothing'}`),
    ),
    ...gone.map(({ id, value }) => blame(id, `the rows give ${value}, the edition has nothing`)),
  ]
}

/** Whether figures are numbers, and bounds in their order. */
export function checkSound({ all, under }: KnownFigures): readonly GateReason[] {
  return all.flatMap((figure) => {
    const { id, value } = figure
    if (NO_NUMBER.test(String(value))) return [blame(id, `${value} is no value`)]
    if (!isNumber(figure)) return []
    const size = decimal(String(value))
    if (SHARES.has(nameOf(id)) && (size.lt(0) || size.gt(1)))
      return [blame(id, `${value} is no share of a whole`)]
    return isLowBound(id) ? checkBounds(figure, under(`${parentOf(id)}.high`)) : []
  })
}

function isLowBound(id: string): boolean {
  return nameOf(id) === 'low' && !MOVE.test(id)
}

function checkBounds(low: KnownFigure, [high]: readonly KnownFigure[]): readonly GateReason[] {
  if (high === undefined || !isNumber(high)) return []
  if (decimal(String(low.value)).lte(String(high.value))) return []
  return [
    blame(parentOf(low.id), `its low bound ${low.value} is above its high bound ${high.value}`),
  ]
}

function blame(where: string, says: string): GateReason {
  return { check: 'findings', where, says }
}
