/** What of an edition does not hold. */
export type GateCheck =
  /** A figure on the page is another than the rows give, or none can be recomputed for it. */
  | 'figure'
  /** A verdict or another word that stands for a code is not the one of its figure. */
  | 'word'
  /** A number on the page that belongs to no figure and is no known kind of non-figure. */
  | 'number'
  /** A day or a period that nothing in the edition speaks of. */
  | 'date'
  /** A link to an address that no row has. */
  | 'link'
  /** Something the rows have and the page leaves out without a mark. */
  | 'missing'
  | 'chart'
  /** The text twin, or the letter, says what the page does not. */
  | 'text'
  /** A cell of the exported tables. */
  | 'table'
  /** What was found is not what is found now, or contradicts itself. */
  | 'findings'
  /** Data that is too old or not there. */
  | 'input'
  /** Amounts that are neither in a deal nor in the ledger. */
  | 'balance'

/** One reason to hold an edition, in words for whoever decides about it. */
export interface GateReason {
  readonly check: GateCheck
  /** The path of a figure, or a place: `#deals`, `deals.csv line 3 yuan.low`. */
  readonly where: string
  readonly says: string
}
