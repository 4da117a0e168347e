import type { CalendarDate } from '../model/calendar-date.ts'
import { capGroup } from '../model/caps.ts'
import { decimal, ratioText } from '../model/decimal.ts'
import { isLacking, type Known } from '../model/findings.ts'
import type {
  DelayOfGroup,
  LateDeals,
  LateReporting,
  Nowcast,
  NowcastScore,
} from '../model/late-finding.ts'
import { monthsBetween, type Period } from '../model/period.ts'
import type { VerdictRules } from '../model/verdict-rules.ts'
import type { Question } from './metric.ts'
import type { FirstSeen } from './metrics/first-seen.ts'
import {
  type Cohorts,
  dispersionOf,
  expectedMore,
  factorsAfter,
  spreadOf,
  type Triangle,
} from './statistics/chain-ladder.ts'

/** All tracks together. */
export const ALL_TRACKS = 'all'
/** Expected counts are carried to one decimal. */
const DIGITS = 1

/** The group of rounds a deal's delay is counted in. */
export function lateGroupOf(round: string, { late_reporting }: VerdictRules): string {
  const groups = Object.entries(late_reporting.groups)
  return groups.find(([, { rounds }]) => rounds.includes(capGroup(round)))?.[0] ?? 'undisclosed'
}

/** Whole months of fetches by the day of knowledge; the month of the first fetch is the first of them. */
function vintagesOf({ since }: FirstSeen, asOf: CalendarDate): number {
  if (since === undefined) return 0
  const dayAfter = Temporal.PlainDate.from(asOf).add({ days: 1 }).toString()
  return Math.max(0, monthsBetween(since, dayAfter))
}

/**
 * Deals of a track seen in the period by group of rounds, and how many will have been in the end:
 * expected = Σ N(c) × Π f, with the factors of the group over all tracks and past errors for a spread (chain ladder).
 *
 * Unit: deals.
 * Source: chain ladder (Mack 1993), retrospective triangles as baselinenowcast makes them.
 */
export function lateDeals(
  track: string,
  seen: FirstSeen,
  question: Question,
): readonly LateDeals[] {
  const { period, asOf, rules } = question
  return Object.entries(rules.late_reporting.groups).map(([group, { told_within_months }]) => {
    const own = triangleOf(seen, { track, group }, question)
    const cohorts = cohortsOf(seen, period)
    const nowcast = nowcastOf(own, triangleOf(seen, { track: ALL_TRACKS, group }, question), {
      cohorts: missingMonths(cohorts, seen, question) ?? cohorts,
      rules,
    })
    return {
      group,
      seen: seenIn(own, cohorts),
      nowcast,
      immature: isLacking(nowcast) && monthsBetween(period.to, asOf) < told_within_months,
    }
  })
}

/** How late what we know came, over all tracks, and how right earlier editions were. */
export function reportingOf(
  seen: FirstSeen,
  score: (seen: FirstSeen) => NowcastScore,
  question: Question,
): LateReporting {
  return {
    fetchedSince: seen.since ?? { lacking: 'no-first-seen' },
    vintages: vintagesOf(seen, question.asOf),
    delays: delaysOf(seen, question),
    all: lateDeals(ALL_TRACKS, seen, question),
    score: score(seen),
  }
}

/** The factors of every group over all tracks, and how far past nowcasts of such a period were off. */
function delaysOf(seen: FirstSeen, question: Question): readonly DelayOfGroup[] {
  return Object.keys(question.rules.late_reporting.groups).map((group) => {
    const triangle = triangleOf(seen, { track: ALL_TRACKS, group }, question)
    const past = dispersionOf(triangle, cohortsOf(seen, question.period))
    return {
      group,
      deals: triangle.flat().reduce((sum, n) => sum + n, 0),
      factors: factorsAfter(triangle, triangle.length).map((f) => ratioText(decimal(f))),
      dispersion:
        past === undefined ? { lacking: 'too-few-errors' } : ratioText(decimal(past.ratio)),
    }
  })
}

function nowcastOf(
  own: Triangle,
  all: Triangle,
  { cohorts, rules }: { readonly cohorts: Known<Cohorts>; readonly rules: VerdictRules },
): Known<Nowcast> {
  if (isLacking(cohorts)) return cohorts
  const { minimum_seen: minimum, level } = rules.late_reporting
  const seen = seenIn(own, cohorts)
  if (seen < minimum) return { lacking: 'too-few-seen', details: { n: seen, minimum } }
  const past = dispersionOf(all, cohorts)
  if (past === undefined) return { lacking: 'too-few-errors' }
  const months = own.length
  const more = expectedMore(own, cohorts, {
    factors: factorsAfter(all, months),
    months,
    ahead: months,
  })
  const spread = spreadOf(more, past, level)
  const text = (count: number): string => decimal(seen + count).toFixed(DIGITS)
  return { low: text(spread.low), central: text(more), high: text(spread.high) }
}

/** Why a period cannot be foretold, if so. */
function missingMonths(
  { first, last }: Cohorts,
  seen: FirstSeen,
  { period, asOf, rules }: Question,
): { readonly lacking: string; readonly details?: Readonly<Record<string, number>> } | undefined {
  const { minimum_vintages: minimum } = rules.late_reporting
  const months = vintagesOf(seen, asOf)
  if (seen.since === undefined) return { lacking: 'no-first-seen' }
  if (!isWholeMonths(period)) return { lacking: 'not-whole-months' }
  if (first < 0 || period.from < seen.since) return { lacking: 'before-first-fetch' }
  if (months < minimum) return { lacking: 'fewer-than-12-months', details: { n: months, minimum } }
  return last >= months ? { lacking: 'period-not-over' } : undefined
}

function isWholeMonths({ from, to }: Period): boolean {
  const end = Temporal.PlainDate.from(to)
  return from.endsWith('-01') && end.day === end.daysInMonth
}

function cohortsOf({ since }: FirstSeen, { from, to }: Period): Cohorts {
  if (since === undefined) return { first: -1, last: -1 }
  return { first: monthsBetween(since, from), last: monthsBetween(since, to) }
}

function triangleOf(
  seen: FirstSeen,
  of: { readonly track: string; readonly group: string },
  { asOf, rules }: Question,
): Triangle {
  const { since } = seen
  if (since === undefined) return []
  const months = vintagesOf(seen, asOf)
  const rows = Array.from({ length: months }, (_, c) => Array<number>(months - c).fill(0))
  const counts = seen.counts
    .filter(({ track }) => of.track === ALL_TRACKS || track === of.track)
    .filter(({ round }) => lateGroupOf(round, rules) === of.group)
  for (const { cohort, delay, n } of counts) {
    const row = rows[monthsBetween(since, cohort)]
    // What came in the month that is not over yet stays out.
    if (row !== undefined && delay < row.length) row[delay] = (row[delay] ?? 0) + n
  }
  return rows
}

function seenIn(triangle: Triangle, { first, last }: Cohorts): number {
  return triangle
    .slice(Math.max(0, first), Math.max(0, last + 1))
    .flat()
    .reduce((sum, n) => sum + n, 0)
}
