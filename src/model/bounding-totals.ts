import { decimal } from './decimal.ts'
import type { Inflow } from './findings.ts'
import type { PublishedTotal } from './published-finding.ts'

/** A published amount in yuan; a floor bounds nothing from above. */
export function isAmountOfYuan({ metric, unit, isFloor }: PublishedTotal): boolean {
  return metric === 'amount' && unit === 'CNY' && isFloor !== true
}

/** A total of less than our own rows surely hold counts something else: it bounds nothing, and nothing is a share of it. */
export function isBelowRecorded(
  { value }: Pick<PublishedTotal, 'value'>,
  { disclosed }: Pick<Inflow, 'disclosed'>,
): boolean {
  return decimal(value.high).lt(disclosed.low)
}
