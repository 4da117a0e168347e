import type { DecimalText, Known } from './known.ts'

export const LISTED_MONEY_KINDS = [
  'reduction',
  'increase',
  'placement',
  'lock-up-expiry',
  'outward-investment',
] as const

export type ListedMoneyKind = (typeof LISTED_MONEY_KINDS)[number]

/** One kind of money of a track's listed companies in the period, from the one source that saw most of it. */
export interface ListedMoneyLine {
  readonly kind: ListedMoneyKind
  readonly source: string
  readonly n: number
  /** Of them without an amount: they are in no sum. */
  readonly unknown: number
  readonly companies: number
  /** Yuan. */
  readonly sum: DecimalText
  /** Months of the period in which the source told anything of this kind, of whatever company. */
  readonly months: number
}

/** What the listed companies of a track took in, gave out and sold, against what they gained (proposition 10). */
export interface ConceptMoney {
  readonly members: number
  /** Months of the period: a source that tells less was not read whole. */
  readonly months: number
  /** Lock-up expiries stand among them for themselves: shares that may be sold are no money. */
  readonly lines: readonly ListedMoneyLine[]
  /** Paper gain in yuan: of the union of the stocks, else of the one named board. */
  readonly gain: Known<DecimalText>
  readonly gainOf: 'union' | 'board'
  /** Yuan of outward investment with a known amount per 100 yuan of gain: a lower bound. */
  readonly passedOn: Known<DecimalText>
}

/** Public support of one recipient, yuan. */
export interface GrantLine {
  readonly recipient: string
  readonly n: number
  readonly undisclosed: number
  readonly low: DecimalText
  readonly high: DecimalText
}

/** What public hands did for a track in the period (proposition 8). */
export interface PolicySupport {
  readonly policies: number
  readonly industryEvents: number
  /** Policy events that allow something: licences, approvals, filings. */
  readonly approvals: number
  readonly grants: readonly GrantLine[]
}
