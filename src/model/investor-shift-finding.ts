import type { DecimalText, Interval, Known } from './known.ts'

/** How often one kind of investor took part in a half-year, among deals with at least one known kind. */
export interface KindShare {
  readonly half: string
  readonly deals: number
  readonly known: number
  /** Deals none of whose investors has a known kind: in no share. */
  readonly unknown: number
  readonly share: DecimalText
  /** Wilson, 95 %. */
  readonly interval: Interval
}

/** A kind's share in two half-years. `seen`: moved as the proposition says, the other way, or not beyond chance. */
export interface KindShift {
  readonly kind: string
  readonly expected: 'falls' | 'rises'
  readonly from: KindShare
  readonly to: KindShare
  readonly seen: 'yes' | 'no' | 'unclear'
}

/** A share of the money funds raised, as published for the very period. */
export interface MoneyBehind {
  readonly of: 'state' | 'foreign'
  readonly publisher: string
  readonly share: Interval
  /** The same a year before, by the same publisher. */
  readonly before: Known<Interval>
}

/** Who pays and whose money it is, then and now (proposition 7). */
export interface InvestorShift {
  /** Deals of the period by their printed day, and those of them with a known kind of investor. */
  readonly recorded: { readonly deals: number; readonly known: number }
  readonly managers: Known<readonly KindShift[]>
  readonly moneyBehind: readonly MoneyBehind[]
}
