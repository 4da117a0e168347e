import { isLacking } from '../../model/findings.ts'
import type { Known, Lacking } from '../../model/known.ts'
import { daysOf, type Quarter, quartersFrom } from '../../model/quarter.ts'
import type { Question } from '../metric.ts'
import type { DealHistory } from '../metrics/quarterly-deals.ts'
import { regimeOf } from '../source-regime.ts'

export interface QuarterStanding {
  /** Quarters of one number may be compared. */
  readonly regime: Known<number>
  /** So old on the day of knowledge that hardly any deal is told later. */
  readonly isMature: boolean
}

/** What may be done with each quarter from the first recorded one to `last`. */
export function quarterStandings(
  { recorded }: DealHistory,
  last: Quarter,
  question: Question,
): ReadonlyMap<Quarter, QuarterStanding> {
  const known = new Set(recorded)
  const [first = last + 1] = recorded
  return new Map(
    quartersFrom(first, last).map((quarter) => {
      const days = daysOf(quarter)
      const { regime } = regimeOf(days, question.rules.gap.breaks)
      return [
        quarter,
        {
          regime: known.has(quarter) ? regime : NOT_RECORDED,
          isMature: isMature(days.to, question),
        },
      ]
    }),
  )
}

const NOT_RECORDED: Lacking = { lacking: 'not-recorded' }

/** Older than the slowest group of rounds is told. */
function isMature(end: string, { asOf, rules }: Question): boolean {
  const groups = Object.values(rules.late_reporting.groups)
  const months = Math.max(...groups.map(({ told_within_months }) => told_within_months))
  return Temporal.PlainDate.from(end).add({ months }).toString() <= asOf
}

/** The longest row of quarters that are mature and of one regime; of equal ones the newest. */
export function longestStretch(
  standings: ReadonlyMap<Quarter, QuarterStanding>,
): readonly Quarter[] {
  let longest: readonly Quarter[] = []
  let current: readonly Quarter[] = []
  for (const [quarter, { regime, isMature }] of standings) {
    if (!isMature || isLacking(regime)) current = []
    else if (standings.get(quarter - 1)?.regime === regime) current = [...current, quarter]
    else current = [quarter]
    if (current.length >= longest.length) longest = current
  }
  return longest
}
