import { Decimal, decimal, yuanText } from '../../model/decimal.ts'
import type { Known } from '../../model/findings.ts'
import type { FloatGain } from '../../model/market-findings.ts'
import type { MemberBars } from '../metrics/member-bars.ts'
import { memberGrowth } from './member-growth.ts'

/**
 * Paper gain on the shares that can be traded, in yuan: `Σ float cap(t0) × (P1/P0 − 1)`, and less the benchmark's
 * return, over members at t0 whose free float and growth are known.
 */
export function floatGain(frozen: readonly MemberBars[], benchmark: string): Known<FloatGain> {
  const known = frozen.flatMap((member) => {
    const growth = memberGrowth(member)
    return growth === undefined || member.float0 === null
      ? []
      : [{ cap: decimal(member.float0), change: growth.minus(1) }]
  })
  if (known.length === 0) return { lacking: 'no-free-float' }
  const cap = Decimal.sum(...known.map((one) => one.cap))
  const gain = Decimal.sum(...known.map((one) => one.cap.times(one.change)))
  return {
    capAtStart: yuanText(cap),
    gain: yuanText(gain),
    excessGain: yuanText(gain.minus(cap.times(benchmark))),
  }
}
