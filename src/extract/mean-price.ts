import { decimal } from '../model/decimal.ts'
import type { BarRow } from '../model/market-rows.ts'

/** No board of mainland stocks trades at a mean price outside these yuan; a volume in lots would. */
const YUAN_A_SHARE = { low: 1, high: 300 }

/** Why volume and turnover of a board cannot be in shares and yuan; none when they can. An index level does not tell. */
export function meanPriceProblems({
  volume,
  amountCny,
}: Pick<BarRow, 'volume' | 'amountCny'>): readonly string[] {
  if (volume === undefined || amountCny === undefined || decimal(volume).isZero()) return []
  const mean = decimal(amountCny).div(volume)
  if (mean.gte(YUAN_A_SHARE.low) && mean.lte(YUAN_A_SHARE.high)) return []
  return [
    `turnover ÷ volume is ${mean.toPrecision(3)} yuan a share: a unit is not what it should be`,
  ]
}
