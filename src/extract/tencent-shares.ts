import { ok, type Result } from '../model/result.ts'
import type { MarketCode } from './market-code.ts'
import { indexShares, scaled } from './share-count.ts'

const LOT = 100

/** Tencent counts lots, but shares on the STAR market; which of the two for indices of Shenzhen, their turnover tells. */
export function tencentShares(
  volume: string | null,
  amount: string | null,
  { kind, market, isStar }: MarketCode,
): Result<string | null> {
  if (kind === 'index') return indexShares(volume, amount, market === 'sh' ? [LOT] : [LOT, 1])
  return ok(isStar ? volume : scaled(volume, LOT))
}
