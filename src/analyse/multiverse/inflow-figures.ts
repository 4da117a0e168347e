import { capOf } from '../../model/caps.ts'
import { isLacking } from '../../model/findings.ts'
import type { LateDeals } from '../../model/late-finding.ts'
import { lateGroupOf } from '../late-reporting.ts'
import type { Question } from '../metric.ts'
import type { InflowCell } from '../metrics/inflow-definitions.ts'

export const UNDISCLOSED_RULES = ['low', 'high', 'capped'] as const
export const CORRECTIONS = ['as-seen', 'expected'] as const
export const INSTRUMENTS = ['equity', 'above-floor', 'sure-track'] as const

/** Which figure of the inflow: one choice on each axis of the primary side. */
export interface InflowChoice {
  readonly window: string
  readonly instrument: (typeof INSTRUMENTS)[number]
  readonly undisclosed: (typeof UNDISCLOSED_RULES)[number]
  readonly correction: (typeof CORRECTIONS)[number]
}

type Figure = { readonly yuan: number; readonly disclosed: number } | { readonly lacking: string }
export type InflowFigure = (side: InflowCell['side'], choice: InflowChoice) => Figure

/**
 * The inflow of a track under any choice. low and high: the bounds of disclosed amounts; capped: undisclosed deals at the
 * cap of their round and year on top. Expected: each group of rounds of the period times deals expected ÷ deals seen;
 * what was told a year before is complete by now.
 */
export function inflowFigures(
  cells: readonly InflowCell[],
  late: readonly LateDeals[],
  question: Question,
): InflowFigure {
  const placed = Map.groupBy(cells, ({ side, window, instrument }) =>
    keyOf(side, { window, instrument }),
  )
  return (side, choice) => {
    const own = placed.get(keyOf(side, choice)) ?? []
    let [yuan, disclosed] = [0, 0]
    for (const cell of own) {
      const factor = factorOf(cell, side === 'now' ? choice.correction : 'as-seen', {
        late,
        question,
      })
      if (typeof factor === 'object') return factor
      yuan += factor * yuanOf(cell, choice.undisclosed, question)
      disclosed += cell.disclosed
    }
    return { yuan, disclosed }
  }
}

function keyOf(
  side: InflowCell['side'],
  { window, instrument }: Pick<InflowChoice, 'window' | 'instrument'>,
): string {
  return `${side} ${window} ${instrument}`
}

function yuanOf(
  { low, high, round, year, undisclosed }: InflowCell,
  rule: InflowChoice['undisclosed'],
  { caps }: Question,
): number {
  if (rule === 'low') return Number(low)
  if (rule === 'high') return Number(high)
  return Number(high) + undisclosed * Number(capOf(caps, round, year))
}

function factorOf(
  { round, unsure }: InflowCell,
  correction: InflowChoice['correction'],
  { late, question }: { readonly late: readonly LateDeals[]; readonly question: Question },
): number | { readonly lacking: string } {
  if (unsure > 0) return { lacking: 'rate-missing' }
  if (correction === 'as-seen') return 1
  const own = late.find(({ group }) => group === lateGroupOf(round, question.rules))
  if (own === undefined || own.seen === 0) return { lacking: 'too-few-seen' }
  return isLacking(own.nowcast)
    ? { lacking: own.nowcast.lacking }
    : Number(own.nowcast.central) / own.seen
}
