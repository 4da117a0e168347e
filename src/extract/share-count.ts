import { decimal } from '../model/decimal.ts'
import { fail, ok, type Result } from '../model/result.ts'

/** Yuan a share that members of an index trade at on the mean; wide, but narrower than the hundred shares of a lot. */
const YUAN_A_SHARE = { low: 3, high: 299 }
const NUMBER = /^\d{1,20}(?:\.\d{1,6})?$/

/** `units`: shares one unit of the volume may stand for. Exactly one must make sense of the turnover; unknown without one. */
export function indexShares(
  volume: string | null,
  amount: string | null,
  units: readonly number[],
): Result<string | null> {
  if (volume === null || amount === null || !NUMBER.test(volume) || !NUMBER.test(amount))
    return ok(null)
  if (decimal(volume).isZero()) return ok('0')
  const fitting = units.filter((unit) => {
    const mean = decimal(amount).div(volume).div(unit)
    return mean.gte(YUAN_A_SHARE.low) && mean.lte(YUAN_A_SHARE.high)
  })
  const [unit] = fitting
  if (unit !== undefined) return ok(scaled(volume, unit))
  return fail(
    `turnover ÷ volume is ${decimal(amount).div(volume).toPrecision(3)}: the unit of the volume is not what it should be`,
  )
}

/** A number of the page in whole units; what is no number stays, for whoever checks it. */
export function scaled<T extends string | null | undefined>(text: T, by: number): T | string {
  return typeof text === 'string' && NUMBER.test(text) ? decimal(text).times(by).toFixed() : text
}
