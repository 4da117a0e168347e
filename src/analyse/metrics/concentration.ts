import { Decimal, decimal, ratioText, yuanText } from '../../model/decimal.ts'
import type { Interval, Known } from '../../model/findings.ts'
import { averageBounds, type PlacedAmounts } from './placed-amounts.ts'

/**
 * Bounds of the share the `k` largest of some amounts have in their sum, each amount anywhere in its interval.
 *
 * High: some set of k at its highs, all others at their lows. Low: whichever set is largest, its share is at least the
 * best that one fixed set keeps with itself at its lows and all others at their highs.
 */
export function shareOfTop(amounts: readonly Interval[], k: number): Known<Interval> {
  if (amounts.length <= k) return { lacking: 'nothing-disclosed', details: { n: amounts.length } }
  const exact = amounts.map(({ low, high }) => ({ low: decimal(low), high: decimal(high) }))
  return {
    low: ratioText(
      bestShare(
        exact.map(({ low, high }) => ({ inside: low, outside: high })),
        k,
      ),
    ),
    high: ratioText(
      bestShare(
        exact.map(({ low, high }) => ({ inside: high, outside: low })),
        k,
      ),
    ),
  }
}

interface Choice {
  /** Its amount within the chosen set, and outside of it. */
  readonly inside: Decimal
  readonly outside: Decimal
}

/**
 * The largest share of a set of k: at a share r the best set has the largest Σ inside − r (inside − outside), and its own
 * share is no less than r, so r climbs to the maximum in a few steps (Dinkelbach 1967, Management Science 13, 492–498).
 */
function bestShare(choices: readonly Choice[], k: number): Decimal {
  const whole = Decimal.sum(...choices.map(({ outside }) => outside))
  let share = decimal(0)
  for (;;) {
    const r = share
    const score = ({ inside, outside }: Choice): Decimal =>
      inside.minus(r.times(inside.minus(outside)))
    const chosen = choices.toSorted((a, b) => score(b).cmp(score(a))).slice(0, k)
    const part = Decimal.sum(...chosen.map(({ inside }) => inside))
    const rest = whole.minus(Decimal.sum(...chosen.map(({ outside }) => outside)))
    const next = part.isZero() ? decimal(0) : part.div(part.plus(rest))
    if (next.lte(share)) return share
    share = next
  }
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

/** Bounds of the mean, whichever of the deals that straddle an edge lie in the period. */
export function meanOf(amounts: PlacedAmounts): Known<Interval> {
  if (amounts.sure.length === 0) return { lacking: 'nothing-disclosed', details: { n: 0 } }
  const { low, high } = averageBounds(amounts, (values) =>
    Decimal.sum(...values).div(values.length),
  )
  return { low: yuanText(low), high: yuanText(high) }
}
