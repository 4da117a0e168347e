import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal } from '../../model/decimal.ts'
import type { AmountTally, ToldMoney } from '../../model/told-amounts.ts'

/** An amount that was seen; without money where it could not be read. */
export interface Seen {
  readonly knownFrom: CalendarDate
  readonly money?: ToldMoney
}

/** ISO 4217 for no currency. */
const UNREADABLE = 'XXX'

/** Counts and sums what was seen, by day of knowledge and currency. */
export function tallyOf(seen: readonly Seen[]): readonly AmountTally[] {
  const groups = Map.groupBy(seen, ({ knownFrom, money }) =>
    [knownFrom, money?.currency ?? UNREADABLE].join(' '),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { knownFrom, money } = first
    const counted = { knownFrom, currency: money?.currency ?? UNREADABLE, n: group.length }
    return money === undefined
      ? [counted]
      : [{ ...counted, low: sumOf(group, 'low'), high: sumOf(group, 'high') }]
  })
}

function sumOf(group: readonly Seen[], bound: 'low' | 'high'): string {
  return group.reduce((sum, { money }) => sum.plus(money?.[bound] ?? 0), decimal('0')).toFixed()
}
