import { Decimal, decimal, ratioText, yuanText } from '../../model/decimal.ts'
import type { Interval, Known } from '../../model/findings.ts'

/** Sets of `k` are tried among this many candidates with the largest bounds. */
const CANDIDATES = 12

/**
 * Bounds of the share the `k` largest of some amounts have in their sum, each amount anywhere in its interval.
 *
 * High: some set of k at its highs, all others at their lows. Low: whichever set is largest, its share is at least the
 * best that one fixed set keeps with itself at its lows and all others at their highs.
 */
export function shareOfTop(amounts: readonly Interval[], k: number): Known<Interval> {
  if (amounts.length <= k) return { lacking: 'nothing-disclosed', details: { n: amounts.length } }
  const exact = amounts.map(({ low, high }) => ({ low: decimal(low), high: decimal(high) }))
  const sum = {
    low: Decimal.sum(...exact.map(({ low }) => low)),
    high: Decimal.sum(...exact.map(({ high }) => high)),
  }
  let [lowest, highest] = [decimal(0), decimal(0)]
  for (const set of setsOf(candidates(exact), k)) {
    const part = {
      low: Decimal.sum(...set.map(({ low }) => low)),
      high: Decimal.sum(...set.map(({ high }) => high)),
    }
    lowest = Decimal.max(lowest, part.low.div(part.low.plus(sum.high).minus(part.high)))
    highest = Decimal.max(highest, part.high.div(part.high.plus(sum.low).minus(part.low)))
  }
  return { low: ratioText(lowest), high: ratioText(highest) }
}

/** The sum without its k largest amounts grows with every amount, so its bounds are those at all lows and all highs. */
export function withoutTop(amounts: readonly Interval[], k: number): Known<Interval> {
  if (amounts.length === 0) return { lacking: 'nothing-disclosed', details: { n: 0 } }
  return {
    low: rest(
      amounts.map(({ low }) => low),
      k,
    ),
    high: rest(
      amounts.map(({ high }) => high),
      k,
    ),
  }
}

function rest(values: readonly string[], k: number): string {
  const smallFirst = values.map(decimal).sort((a, b) => a.cmp(b))
  return yuanText(Decimal.sum(0, ...smallFirst.slice(0, Math.max(0, values.length - k))))
}

interface Exact {
  readonly low: Decimal
  readonly high: Decimal
}

function candidates(amounts: readonly Exact[]): readonly Exact[] {
  const byLow = [...amounts].sort((a, b) => b.low.cmp(a.low)).slice(0, CANDIDATES)
  const byHigh = [...amounts].sort((a, b) => b.high.cmp(a.high)).slice(0, CANDIDATES)
  return [...new Set([...byLow, ...byHigh])]
}

function setsOf(from: readonly Exact[], k: number): readonly (readonly Exact[])[] {
  if (k === 1) return from.map((one) => [one])
  return from.flatMap((one, index) =>
    setsOf(from.slice(index + 1), k - 1).map((others) => [one, ...others]),
  )
}
