import { Cron } from 'croner'
import type { ScheduledJob } from '../model/schedule-config.ts'

type Clocked = Pick<ScheduledJob, 'cron' | 'zone'>

/**
 * Due times after one instant and until another, the oldest first, `limit` at most.
 *
 * Where summer time begins, a time that does not exist is due when the gap ends; where it ends, a time of day that comes
 * twice is due the first time only, while a pattern for every hour or minute goes on through both hours.
 */
export function dueTimes(
  job: Clocked,
  { after, until }: { readonly after: Temporal.Instant; readonly until: Temporal.Instant },
  limit: number,
): readonly Temporal.Instant[] {
  const due: Temporal.Instant[] = []
  for (const next of upcoming(job, after)) {
    if (due.length === limit || Temporal.Instant.compare(next, until) > 0) break
    due.push(next)
  }
  return due
}

/** The due times after an instant, without end unless the pattern has one. */
export function* upcoming(job: Clocked, after: Temporal.Instant): Generator<Temporal.Instant> {
  const cron = toCron(job)
  let from = new Date(after.epochMilliseconds)
  for (let next = cron.nextRun(from); next !== null; next = cron.nextRun(from)) {
    yield Temporal.Instant.fromEpochMilliseconds(next.getTime())
    from = next
  }
}

/** Why a pattern cannot be used; undefined: it can. */
export function patternProblem(cron: string, now: Temporal.Instant): string | undefined {
  try {
    const [next] = dueTimes(
      { cron, zone: 'UTC' },
      { after: now, until: now.add({ hours: FIVE_YEARS }) },
      1,
    )
    return next === undefined ? `"${cron}" is not due in the next five years` : undefined
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error)
  }
}

const FIVE_YEARS = 5 * 366 * 24

/** Whether any pattern needs ticks of a second. */
export function hasSeconds(jobs: readonly Clocked[]): boolean {
  return jobs.some(({ cron }) => cron.trim().split(/\s+/).length > MINUTE_FIELDS)
}

const MINUTE_FIELDS = 5

const parsed = new Map<string, Cron>()

function toCron({ cron, zone }: Clocked): Cron {
  const key = `${zone}\n${cron}`
  const known = parsed.get(key) ?? new Cron(cron, { timezone: zone, paused: true })
  parsed.set(key, known)
  return known
}
