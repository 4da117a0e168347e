import type { ScheduledJob } from '../model/schedule-config.ts'
import type { HeldDue } from './ledger.ts'

const MINUTES_BETWEEN_TRIES = 10

/** When a job whose edition is held is tried again; undefined: it has waited as long as it may. */
export function waitsUntil(
  { waitMinutes }: Pick<ScheduledJob, 'waitMinutes'>,
  { dueAt }: Pick<HeldDue, 'dueAt'>,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  const next = now.add({ minutes: MINUTES_BETWEEN_TRIES })
  const deadline = dueAt.add({ seconds: Math.round(waitMinutes * 60) })
  return Temporal.Instant.compare(next, deadline) <= 0 ? next : undefined
}
