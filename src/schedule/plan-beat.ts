import type { ScheduledJob } from '../model/schedule-config.ts'
import { dueTimes } from './due-times.ts'

/** Why a round is started: the first, a due time, a clock that was put or slept, one that left something, or a look round. */
export type Beat = 'start' | 'clock' | 'due' | 'retry' | 'watch'

/** What the scheduler remembers from beat to beat. */
export interface Remembered {
  /** Undefined before the first beat. */
  readonly lookedUntil: Temporal.Instant | undefined
  readonly isRetryWanted: boolean
  readonly watchedAt: Temporal.Instant | undefined
}

const WATCH_SECONDS = 60

/**
 * Whether a round is to be started now. The embedded database is opened only when something may be due; on a server
 * somebody looks every minute whether another machine has left something behind.
 */
export function planBeat(
  { lookedUntil, isRetryWanted, watchedAt }: Remembered,
  {
    jobs,
    now,
    isShared,
    isClockMoved,
  }: {
    readonly jobs: readonly Pick<ScheduledJob, 'cron' | 'zone'>[]
    readonly now: Temporal.Instant
    readonly isShared: boolean
    readonly isClockMoved: boolean
  },
): Beat | undefined {
  if (lookedUntil === undefined) return 'start'
  if (isClockMoved) return 'clock'
  if (jobs.some((job) => dueTimes(job, { after: lookedUntil, until: now }, 1).length > 0))
    return 'due'
  const isLong = watchedAt === undefined || now.since(watchedAt).total('seconds') >= WATCH_SECONDS
  if (isRetryWanted && isLong) return 'retry'
  return isShared && isLong ? 'watch' : undefined
}
