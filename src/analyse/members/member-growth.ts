import { type Decimal, decimal } from '../../model/decimal.ts'
import type { MemberBars } from '../metrics/member-bars.ts'

/** Share counts nearer than this are the same: market values are printed rounded. */
const SAME_COUNT = '0.0005'

/**
 * `P(t1) ÷ P(t0)` with splits taken out; undefined where a price is unknown, or where the number of shares may have
 * changed while no adjustment factor says whether they were split.
 */
export function memberGrowth(bars: MemberBars): Decimal | undefined {
  const { p0, p1, adj0, adj1 } = bars
  if (p0 === null || p1 === null) return undefined
  const raw = decimal(p1).div(p0)
  if (adj0 !== null && adj1 !== null) return raw.times(adj1).div(adj0)
  return hasSameCount(bars) ? raw : undefined
}

/** Shares = market value ÷ close. False where they are not known. */
function hasSameCount({ p0, p1, cap0, cap1 }: MemberBars): boolean {
  if (p0 === null || p1 === null || cap0 === null || cap1 === null) return false
  const [n0, n1] = [decimal(cap0).div(p0), decimal(cap1).div(p1)]
  return n1.div(n0).minus(1).abs().lte(SAME_COUNT)
}
