import { sumIntervals } from '../../model/decimal.ts'
import type { InvestorKinds, KindPart } from '../../model/inflow-finding.ts'
import type { Interval } from '../../model/known.ts'

/** Deals that have the same kinds of investors, each kind once; `unknown` among them where one is not known. */
export interface KindedDeals {
  readonly kinds: readonly string[]
  /** By the date as printed. */
  readonly deals: number
  /** Yuan disclosed in them: from nothing on where a deal may lie outside the span. */
  readonly yuan: Interval
}

const UNKNOWN = 'unknown'

/**
 * Who took part: deals and yuan by kind of investor, and the part nobody knows. A round's money is not told apart by
 * investor, so a kind's yuan lies between the deals it made alone and all it took part in.
 */
export function investorKinds(groups: readonly KindedDeals[]): InvestorKinds {
  const isKnown = ({ kinds }: KindedDeals): boolean => kinds.some((kind) => kind !== UNKNOWN)
  const known = groups.filter(isKnown)
  const kinds = [...new Set(known.flatMap((group) => group.kinds))]
    .filter((kind) => kind !== UNKNOWN)
    .sort((a, b) => a.localeCompare(b, 'en'))
  const unknown = groups.filter((group) => !isKnown(group))
  return {
    deals: dealsIn(groups),
    known: dealsIn(known),
    kinds: kinds.map((kind) => partOf(kind, known)),
    unknown: { deals: dealsIn(unknown), yuan: yuanOf(unknown) },
  }
}

function partOf(kind: string, groups: readonly KindedDeals[]): KindPart {
  const own = groups.filter(({ kinds }) => kinds.includes(kind))
  const alone = own.filter(({ kinds }) => kinds.length === 1)
  return {
    kind,
    deals: dealsIn(own),
    yuan: { low: yuanOf(alone).low, high: yuanOf(own).high },
  }
}

function dealsIn(groups: readonly KindedDeals[]): number {
  return groups.reduce((sum, { deals }) => sum + deals, 0)
}

function yuanOf(groups: readonly KindedDeals[]): Interval {
  return sumIntervals(groups.map(({ yuan }) => yuan))
}
