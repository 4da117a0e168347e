import { decimal, ratioText } from '../model/decimal.ts'
import type { Known } from '../model/findings.ts'
import type { MultipleExpansion } from '../model/market-findings.ts'

interface Valued {
  readonly p0: string
  readonly p1: string
  readonly pe0: string
  readonly pe1: string
}

/**
 * What the price change came from: `ln(P1/P0) = ln(PE1/PE0) + ln(E1/E0)`, E = P ÷ PE the earnings behind one point.
 * PE as the index publisher prints it; without meaning where earnings are not positive.
 *
 * Unit: natural logarithms.
 * Source: the usual split of a price into multiple and earnings.
 */
export function multipleExpansion({ p0, p1, pe0, pe1 }: Valued): Known<MultipleExpansion> {
  if (decimal(pe0).lte(0) || decimal(pe1).lte(0)) return { lacking: 'no-earnings' }
  const price = ratioText(decimal(p1).div(p0).ln())
  const multiple = ratioText(decimal(pe1).div(pe0).ln())
  return { price, multiple, earnings: ratioText(decimal(price).minus(multiple)) }
}
