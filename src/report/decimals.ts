import { type Decimal, decimal } from '../model/decimal.ts'

/** More never helps a reader of sums or shares. */
const MOST_DECIMALS = 2
/** Digits of a figure without an interval. */
const SIGNIFICANT = 3

/**
 * Decimals an interval supports: the last digit shown is worth the largest power of ten that is not above a tenth of the
 * interval's width, so that rounding moves no bound by more than a twentieth of it. 40.95–58.73 is shown as 41–59,
 * 4.10–5.87 as 4.1–5.9.
 */
export function intervalDecimals(low: Decimal, high: Decimal): number {
  const width = high.minus(low)
  if (width.isZero()) return MOST_DECIMALS
  return within(decimal(1).minus(width.log(10)).ceil().toNumber())
}

/** Decimals of a figure that is exact as published: three significant digits, whole units at least. */
export function exactDecimals(value: Decimal): number {
  if (value.isZero()) return 0
  const wholeDigits = value.abs().log(10).floor().plus(1).toNumber()
  return within(SIGNIFICANT - Math.max(1, wholeDigits))
}

function within(decimals: number): number {
  return Math.min(MOST_DECIMALS, Math.max(0, decimals))
}
