import type { ScheduledJob } from '../model/schedule-config.ts'
import { type DuePlan, type KnownJob, planDue } from './plan.ts'

/** A due time in hand. Whoever has an older epoch writes nothing. */
export interface HeldDue {
  readonly job: string
  readonly dueAt: Temporal.Instant
  readonly epoch: string
}

/** How a due time ended. */
export interface DueEnd {
  readonly outcome: 'done' | 'partly' | 'held' | 'failed'
  readonly reason?: string
}

/** Who takes due times, and how long he may be silent. */
export interface Taker {
  readonly holder: string
  readonly leaseSeconds: number
}

/** The ledger of due times, shared by all machines. Every method is one step that nobody else can come between. */
export interface DueLedger {
  /** Enters what `plan` makes of what is known of a job; one never seen before is known from now on. Returns the plan. */
  enter(job: string, plan: (known: KnownJob) => DuePlan, now: Temporal.Instant): Promise<DuePlan>
  /** Takes the oldest due time that nobody has in hand, of those jobs that nobody is running. */
  take(jobs: readonly string[], taker: Taker, now: Temporal.Instant): Promise<HeldDue | undefined>
  /** A sign of life. False: somebody else took it over, or it has ended. */
  prolong(held: HeldDue, leaseSeconds: number, now: Temporal.Instant): Promise<boolean>
  /** False: somebody else took it over, and this end is not written. */
  end(held: HeldDue, end: DueEnd, now: Temporal.Instant): Promise<boolean>
  /** Puts it back until its data may be there: nobody takes it before, and it counts as no attempt. */
  wait(held: HeldDue, until: Temporal.Instant): Promise<boolean>
  /** Whether some of these jobs still wait, for their data or for somebody. */
  isAnyWaiting(jobs: readonly string[]): Promise<boolean>
  /** Puts it back for whoever comes next. Only a death counts as an attempt. */
  release(held: HeldDue, why: 'interrupted' | 'died'): Promise<boolean>
}

/** Enters what is due by now, and takes what is to be run next; undefined when that is nothing. */
export async function takeNext(
  ledger: DueLedger,
  jobs: readonly ScheduledJob[],
  taker: Taker,
  now: Temporal.Instant,
): Promise<HeldDue | undefined> {
  for (const job of jobs) {
    const enter = (): Promise<DuePlan> =>
      ledger.enter(job.id, (known) => planDue(job, known, now), now)
    for (let plan = await enter(); plan.hasMore; plan = await enter());
  }
  const ids = jobs.map(({ id }) => id)
  return ledger.take(ids, taker, now)
}
