import { type LastDue, lastDueTimes, readTroubles, type Troubles } from '../load/troubles.ts'
import { freeRoom, inGibibytes, LITTLE_ROOM, MAKE_ROOM } from '../runtime/free-room.ts'
import type { Live } from '../runtime/live.ts'
import { readScheduleFile } from '../runtime/schedule-file.ts'
import { upcoming } from '../schedule/due-times.ts'
import { counted } from './counted.ts'

/** How the schedule, the letters and the disk stand. */
export interface JobStatus {
  readonly jobs: readonly (Partial<LastDue> & { readonly job: string; readonly next: string })[]
  readonly troubles: Troubles
  readonly freeBytes: number
}

export async function readJobStatus(live: Live): Promise<JobStatus> {
  const { db, now, config, home } = live
  const last = new Map((await lastDueTimes(db.reader)).map((due) => [due.job, due]))
  const { jobs } = await readScheduleFile(config, now())
  return {
    jobs: jobs.map((job) => {
      const [next] = upcoming(job, now()).take(1)
      return { ...last.get(job.id), job: job.id, next: next?.toString() ?? 'never' }
    }),
    troubles: await readTroubles(db.reader),
    freeBytes: await freeRoom(home),
  }
}

const DELIVERY_NEEDS = {
  unknown: 'nobody knows whether they arrived; feastgap send --resolve takes your word',
  refused_perm: 'refused for good; feastgap recipients tells whether the address was switched off',
  refused_temp: 'refused too often; feastgap send --only failed tries them again',
} as const

export function needsOfJobs({ troubles, freeBytes }: JobStatus): readonly string[] {
  return [
    ...troubles.missed.map(({ job, dueAt, state, reason }) =>
      state === 'waiting'
        ? `${job} of ${dueAt} was due and nobody has run it; is feastgap schedule running?`
        : `${job} of ${dueAt} ${state}${reason === null ? '' : `: ${reason}`}`,
    ),
    ...(freeBytes < LITTLE_ROOM
      ? [`the disk has only ${inGibibytes(freeBytes)} free. ${MAKE_ROOM}`]
      : []),
  ]
}

export function needsOfDeliveries({ troubles }: JobStatus): readonly string[] {
  return troubles.deliveries.map(
    ({ stage, deliveries, example }) =>
      `${counted(deliveries, 'letter')}: ${DELIVERY_NEEDS[stage]} (${example})`,
  )
}

export function jobsInWords({ jobs, freeBytes }: JobStatus): readonly string[] {
  return [
    'Scheduled jobs:',
    ...jobs.map(({ job, dueAt, state, next }) =>
      dueAt === undefined
        ? `  ${job}: not run yet, next ${next}`
        : `  ${job}: ${state} for ${dueAt}, next ${next}`,
    ),
    `Disk: ${inGibibytes(freeBytes)} free`,
  ]
}
