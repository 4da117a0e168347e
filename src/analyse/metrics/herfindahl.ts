import { Decimal, decimal, ratioText } from '../../model/decimal.ts'
import type { Interval, Known } from '../../model/known.ts'

interface Exact {
  readonly low: Decimal
  readonly high: Decimal
}

/** Sums of some amounts and of their squares: the index is squares ÷ sum². */
interface Sums {
  readonly sum: Decimal
  readonly squares: Decimal
}

/** Every choice of ends is tried for so many vague amounts: for all of them, or for those nearest to the turn. */
const TRIED = 10

/**
 * Bounds of the Herfindahl–Hirschman index Σ sᵢ², each amount anywhere in its interval. As one amount
 * grows the index first falls and then rises, turning at Σx² ÷ Σx. So it is largest with every amount at one of its ends,
 * and smallest with every amount as near as it can be to one common level.
 */
export function herfindahl(amounts: readonly Interval[]): Known<Interval> {
  const exact = amounts.map(({ low, high }) => ({ low: decimal(low), high: decimal(high) }))
  if (exact.every(({ high }) => high.isZero()))
    return { lacking: 'nothing-disclosed', details: { n: amounts.length } }
  return { low: ratioText(smallest(exact)), high: ratioText(largest(exact)) }
}

/** The common level t solves t = Σx² ÷ Σx over the amounts that cannot reach it: the others, being t, do not move it. */
function smallest(amounts: readonly Exact[]): Decimal {
  const ends = amounts.flatMap(({ low, high }) => [low, high]).sort((a, b) => a.cmp(b))
  for (const [index, from] of ends.entries()) {
    const to = ends[index + 1] ?? from
    const held = amounts.flatMap(({ low, high }) => {
      if (high.lte(from)) return [high]
      return low.gte(to) ? [low] : []
    })
    const { sum, squares } = sumsOf(held)
    const others = amounts.length - held.length
    if (sum.isZero()) {
      if (others === 0) continue
      return decimal(1).div(others)
    }
    const level = squares.div(sum)
    if (level.gte(from) && level.lte(to)) {
      const free = level.times(others)
      return squares.plus(free.times(level)).div(sum.plus(free).pow(2))
    }
  }
  throw new Error('no level was found at which the index is smallest')
}

/**
 * Raising an amount lifts the index c where (1 − c)(low + high) > 2c × (the others), so but for c, which is small where
 * amounts are many, those with the largest low + high stand at their highs. The best such choice is found first, and then
 * every choice of the amounts on both sides of its edge.
 */
function largest(amounts: readonly Exact[]): Decimal {
  const lows = sumsOf(amounts.map(({ low }) => low))
  const vague = amounts
    .filter(({ low, high }) => low.lt(high))
    .sort((a, b) => b.low.plus(b.high).cmp(a.low.plus(a.high)))
  const raisedFirst = [lows]
  for (const amount of vague) raisedFirst.push(raised(raisedFirst.at(-1) ?? lows, amount))
  const edge = raisedFirst.map(indexOf).reduce((best, value, k, all) => {
    return value.gt(all[best] ?? 0) ? k : best
  }, 0)
  const start = Math.max(0, Math.min(edge - TRIED / 2, vague.length - TRIED))
  let tried: readonly Sums[] = [raisedFirst[start] ?? lows]
  for (const amount of vague.slice(start, start + TRIED)) {
    tried = tried.flatMap((sums) => [sums, raised(sums, amount)])
  }
  return Decimal.max(...tried.map(indexOf))
}

function raised({ sum, squares }: Sums, { low, high }: Exact): Sums {
  return {
    sum: sum.plus(high).minus(low),
    squares: squares.plus(high.pow(2)).minus(low.pow(2)),
  }
}

/** Of nothing: 0, so that it is the largest of nothing. */
function indexOf({ sum, squares }: Sums): Decimal {
  return sum.isZero() ? decimal(0) : squares.div(sum.pow(2))
}

function sumsOf(values: readonly Decimal[]): Sums {
  return {
    sum: values.reduce((sum, value) => sum.plus(value), decimal(0)),
    squares: values.reduce((sum, value) => sum.plus(value.pow(2)), decimal(0)),
  }
}
