import { Decimal as Base } from 'decimal.js'
import type { DecimalText, Interval } from './known.ts'

/** Exact enough that no sum of money or ratio of this project loses a digit; ties go to the even neighbour. */
export const Decimal = Base.clone({
  precision: 60,
  rounding: Base.ROUND_HALF_EVEN,
  toExpNeg: -100,
  toExpPos: 100,
})
export type Decimal = Base

/** Digits a ratio is carried with: far more than any figure shows. */
const RATIO_DIGITS = 12

export function decimal(text: DecimalText | number): Decimal {
  return new Decimal(text)
}

/** A ratio as text, without trailing zeros. */
export function ratioText(value: Decimal): DecimalText {
  return value.toDecimalPlaces(RATIO_DIGITS).toFixed()
}

/** Yuan to the fen. */
export function yuanText(value: Decimal): DecimalText {
  return value.toFixed(2)
}

/** p1 / p0 − 1. */
export function change(p0: DecimalText, p1: DecimalText): Decimal {
  return decimal(p1).div(decimal(p0)).minus(1)
}

export function sumIntervals(parts: readonly Interval[]): Interval {
  return {
    low: yuanText(Decimal.sum(0, ...parts.map((part) => part.low))),
    high: yuanText(Decimal.sum(0, ...parts.map((part) => part.high))),
  }
}
