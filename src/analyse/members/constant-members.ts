import { Decimal, decimal, ratioText } from '../../model/decimal.ts'
import { isLacking, type Known } from '../../model/findings.ts'
import type { MemberReturn } from '../../model/market-findings.ts'
import type { MemberBars } from '../metrics/member-bars.ts'
import { memberGrowth } from './member-growth.ts'

/**
 * Our own index of members that stay the same over the period: equal weight = mean of `P1/P0 − 1`, cap
 * weight = `Σ cap(t0) × P1/P0 ÷ Σ cap(t0) − 1`. Fractions, over members whose growth is known; never annualised.
 */
export function constantMembers(members: readonly MemberBars[]): MemberReturn {
  const grown = members.flatMap((member) => {
    const growth = memberGrowth(member)
    return growth === undefined ? [] : [{ growth, cap: member.cap0 }]
  })
  const valued = grown.flatMap(({ growth, cap }) => (cap === null ? [] : [{ growth, cap }]))
  return {
    members: members.length,
    known: grown.length,
    valued: valued.length,
    equalWeight: weighted(grown.map(({ growth }) => ({ growth, cap: '1' }))),
    capWeight: weighted(valued),
  }
}

function weighted(
  list: readonly { readonly growth: Decimal; readonly cap: string }[],
): Known<string> {
  if (list.length === 0) return { lacking: 'no-stock-bars' }
  const start = Decimal.sum(...list.map(({ cap }) => cap))
  const end = Decimal.sum(...list.map(({ growth, cap }) => growth.times(cap)))
  return ratioText(end.div(start).minus(1))
}

/** `a − b`, where both are known. */
export function difference(a: Known<string>, b: Known<string>): Known<string> {
  if (isLacking(a)) return a
  if (isLacking(b)) return b
  return ratioText(decimal(a).minus(b))
}

/** Share of members whose return is above a benchmark's, of those whose return is known. */
export function shareBeating(members: readonly MemberBars[], benchmark: string): Known<string> {
  const known = members.flatMap((member) => memberGrowth(member) ?? [])
  if (known.length === 0) return { lacking: 'no-stock-bars' }
  const above = known.filter((growth) => growth.minus(1).gt(benchmark))
  return ratioText(decimal(above.length).div(known.length))
}
