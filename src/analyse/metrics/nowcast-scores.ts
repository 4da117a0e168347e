import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal, ratioText } from '../../model/decimal.ts'
import type { NowcastScore, ScoredNowcast } from '../../model/late-finding.ts'
import { monthsBetween } from '../../model/period.ts'
import { ALL_TRACKS, lateGroupOf } from '../late-reporting.ts'
import type { Metric, Question } from '../metric.ts'
import type { FirstSeen } from './first-seen.ts'

interface NowcastRow {
  readonly period: string
  readonly period_from: CalendarDate
  readonly period_to: CalendarDate
  readonly track: string
  readonly round_group: string
  readonly as_of: CalendarDate
  readonly seen: number
  readonly low: string
  readonly central: string
  readonly high: string
}

/**
 * What earlier editions expected against what has been seen by now. Judged are only those old enough that no more is
 * expected: inside ÷ settled, to be held against the level of the intervals.
 *
 * Unit: nowcasts.
 * Source: calibration of intervals: inside ÷ settled against the nominal level.
 */
export const nowcastScores: Metric<readonly NowcastRow[], (seen: FirstSeen) => NowcastScore> = {
  id: 'nowcast-scores',

  async fetch(db, { asOf }) {
    const found = await sql<NowcastRow>`
      select period, period_from, period_to, track, round_group, as_of, seen, low, central, high
      from nowcast where as_of < ${asOf}::date
      order by as_of, period_from, period_to, track, round_group
    `.execute(db)
    return found.rows
  },

  summarise: (rows, question) => (seen) => {
    const lines = rows.map((row) => scored(row, seen, question))
    const settled = lines.filter(({ isSettled }) => isSettled)
    const inside = settled.filter(({ isInside }) => isInside).length
    return {
      settled: settled.length,
      inside,
      share:
        settled.length === 0
          ? { lacking: 'none-settled' }
          : ratioText(decimal(inside).div(settled.length)),
      lines,
    }
  },
}

function scored(row: NowcastRow, { counts }: FirstSeen, question: Question): ScoredNowcast {
  const { rules, asOf } = question
  const { track, round_group: group, period_from: from, period_to: to } = row
  const seenNow = counts
    .filter(({ cohort }) => cohort >= from && cohort <= to)
    .filter((count) => track === ALL_TRACKS || count.track === track)
    .filter(({ round }) => lateGroupOf(round, rules) === group)
    .reduce((sum, { n }) => sum + n, 0)
  const within = rules.late_reporting.groups[group]?.told_within_months ?? Number.POSITIVE_INFINITY
  return {
    period: row.period,
    track,
    group,
    asOf: row.as_of,
    low: row.low,
    central: row.central,
    high: row.high,
    seenThen: row.seen,
    seenNow,
    isInside: decimal(row.low).lte(seenNow) && decimal(row.high).gte(seenNow),
    isSettled: monthsBetween(to, asOf) >= within,
  }
}
