import { Decimal, ratioText } from '../../model/decimal.ts'
import type { Interval } from '../../model/known.ts'

/** 0.975 quantile of the normal distribution. */
const Z = new Decimal('1.959963984540054')

/**
 * Wilson's score interval of a share at 95 %: `(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)` (Wilson 1927). It
 * stays inside 0…1 and holds for few cases, where the usual one does not.
 */
export function wilsonInterval(successes: number, n: number): Interval {
  const p = new Decimal(successes).div(n)
  const square = Z.times(Z).div(n)
  const middle = p.plus(square.div(2))
  const half = Z.times(p.times(p.neg().plus(1)).div(n).plus(square.div(n).div(4)).sqrt())
  const whole = square.plus(1)
  const bound = (value: Decimal): string =>
    ratioText(Decimal.max(0, Decimal.min(1, value.div(whole))))
  return { low: bound(middle.minus(half)), high: bound(middle.plus(half)) }
}
