import { sumIntervals } from '../../model/decimal.ts'
import type { DealLine, ExclusionTotal } from '../../model/findings.ts'

/**
 * What was seen and not counted, in yuan, apart for each reason, kind and status: a government fund's target and a
 * bought company's price are not of one kind, so they are never added up.
 *
 * Unit: yuan; deals.
 * Source: own rule (decision 012).
 */
export function exclusionTotals(excluded: readonly DealLine[]): readonly ExclusionTotal[] {
  const groups = Map.groupBy(excluded, ({ exclusion, kind, status }) =>
    [exclusion, kind, status].join('|'),
  )
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([group, deals]) => {
      const [reason = '', kind = '', status = ''] = group.split('|')
      return {
        reason,
        kind,
        status,
        n: deals.length,
        undisclosed: deals.filter(({ yuan }) => yuan === undefined).length,
        yuan: sumIntervals(deals.flatMap(({ yuan }) => (yuan === undefined ? [] : [yuan]))),
      }
    })
}
