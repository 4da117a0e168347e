import { type Decimal, decimal } from '../../model/decimal.ts'
import { type Condition, isLacking, type Known } from '../../model/findings.ts'

type Details = Condition['details']

/** A condition on a known figure; unknown where the figure is lacking, with the reason among the details. */
export function condition<T>(
  id: string,
  figure: Known<T>,
  judge: (figure: T) => { readonly holds: boolean; readonly details: Details },
): Condition {
  if (isLacking(figure))
    return { id, holds: 'unknown', details: { lacking: figure.lacking, ...figure.details } }
  const { holds, details } = judge(figure)
  return { id, holds: holds ? 'yes' : 'no', details }
}

export function allHold(conditions: readonly Condition[]): boolean {
  return conditions.every(({ holds }) => holds === 'yes')
}

export function anyFails(conditions: readonly Condition[]): boolean {
  return conditions.some(({ holds }) => holds === 'no')
}

/** Return bars are stated for half a year; a period of another length takes them times √(length). */
export function scaledBar(bar: number, months: number, referenceMonths: number): Decimal {
  return decimal(bar).times(decimal(months).div(referenceMonths).sqrt())
}
