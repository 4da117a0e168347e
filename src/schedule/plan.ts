import type { ScheduledJob } from '../model/schedule-config.ts'
import { dueTimes } from './due-times.ts'

/** A due time nobody has in hand: it waits, or its owner has been silent for longer than its lease. */
export interface OpenDue {
  readonly dueAt: Temporal.Instant
  /** How often it was taken so far. */
  readonly attempts: number
}

/** What the ledger knows of a job. */
export interface KnownJob {
  /** Due times until then are in the ledger already. */
  readonly plannedUntil: Temporal.Instant
  readonly open: readonly OpenDue[]
}

/** What the ledger is to hold. Due times it does not name stay as they are. */
export interface DuePlan {
  readonly plannedUntil: Temporal.Instant
  readonly waiting: readonly Temporal.Instant[]
  readonly skipped: readonly Temporal.Instant[]
  readonly givenUp: readonly Temporal.Instant[]
  /** There are more due times than one plan takes: plan again. */
  readonly hasMore: boolean
}

const AT_ONCE = 1000
/** A due time whose owners vanished this often is given up: something about it kills them. */
const MOST_ATTEMPTS = 5

type Planned = Pick<ScheduledJob, 'cron' | 'zone' | 'catchUp' | 'toleranceMinutes'>

/**
 * Decides what becomes of each due time of a job until now. Missed ones are run by the job's policy: all of them, the
 * last one, or none that is later than its tolerance. A clock that went back plans nothing until it has caught up.
 */
export function planDue(
  job: Planned,
  { plannedUntil, open }: KnownJob,
  now: Temporal.Instant,
): DuePlan {
  const fresh = dueTimes(job, { after: plannedUntil, until: now }, AT_ONCE)
  const hasMore = fresh.length === AT_ONCE
  const givenUp = open.filter(({ attempts }) => attempts >= MOST_ATTEMPTS).map(({ dueAt }) => dueAt)
  const left = open.filter(({ attempts }) => attempts < MOST_ATTEMPTS).map(({ dueAt }) => dueAt)
  const candidates = [...left, ...fresh].sort(Temporal.Instant.compare)
  const chosen = new Set(choose(job, candidates, now).map(String))
  return {
    plannedUntil: hasMore ? (fresh.at(-1) ?? now) : later(plannedUntil, now),
    waiting: fresh.filter((due) => chosen.has(String(due))),
    skipped: candidates.filter((due) => !chosen.has(String(due))),
    givenUp,
    hasMore,
  }
}

/** Those of the due times nobody has in hand that are still to be run. */
function choose(
  { catchUp, toleranceMinutes }: Planned,
  candidates: readonly Temporal.Instant[],
  now: Temporal.Instant,
): readonly Temporal.Instant[] {
  switch (catchUp) {
    case 'all':
      return candidates
    case 'last':
      return candidates.slice(-1)
    case 'none': {
      const earliest = now.subtract({ seconds: Math.round(toleranceMinutes * 60) })
      return candidates.slice(-1).filter((due) => Temporal.Instant.compare(due, earliest) >= 0)
    }
  }
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other
}
