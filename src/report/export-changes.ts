import type { Findings } from '../model/findings.ts'
import { isLacking } from '../model/findings.ts'
import type { NamedRows } from './export-inflow.ts'

/** What changed since earlier editions: each figure with its parts, and what another period said last. */
export function changesTables({ changes }: Findings): readonly NamedRows[] {
  const { samePeriod, otherPeriod } = changes
  const of = <T extends { readonly edition: string; readonly asOf: string }>({
    edition,
    asOf,
  }: T) => ({
    edition,
    editionAsOf: asOf,
  })
  return [
    {
      name: 'changes',
      rows: isLacking(samePeriod)
        ? []
        : [...samePeriod.figures, ...samePeriod.verdicts].map((change) => ({
            ...of(samePeriod),
            ...change,
          })),
    },
    {
      name: 'changes-of-deals',
      rows: isLacking(samePeriod) ? [] : [{ ...of(samePeriod), ...samePeriod.deals }],
    },
    {
      name: 'corrected-deals',
      rows: isLacking(samePeriod)
        ? []
        : (samePeriod.corrected ?? []).map((deal) => ({ ...of(samePeriod), ...deal })),
    },
    {
      name: 'changes-from-other-period',
      rows: isLacking(otherPeriod)
        ? []
        : otherPeriod.changes.map((change) => ({
            ...of(otherPeriod),
            period: otherPeriod.period,
            ...change,
          })),
    },
  ]
}
