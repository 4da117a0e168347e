import { z } from 'zod'
import type { CalendarDate } from './calendar-date.ts'
import { parsePeriod } from './period.ts'
import { timeZone } from './time-zone.ts'

const DAY_IN_MINUTES = 24 * 60
const SOME_DAY = '2026-01-15' as CalendarDate

/** Says what is wrong with a pattern or a command line; undefined: nothing. */
export interface JobChecks {
  readonly cron: (pattern: string) => string | undefined
  readonly run: (words: readonly string[]) => string | undefined
}

const UNCHECKED: JobChecks = { cron: () => undefined, run: () => undefined }

const jobSchema = ({ cron, run }: JobChecks) =>
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens'),
    /** A command line of feastgap, a word each; `{day}` stands for the day of the due time in the job's zone. */
    run: z.array(z.string().min(1)).min(1).superRefine(checkWith(run)),
    cron: z.string().min(1).superRefine(checkWith(cron)),
    zone: timeZone,
    /** What becomes of due times nobody was there for: all are run, the last one is, or none that is too late. */
    catchUp: z.enum(['all', 'last', 'none']),
    /** How late a job of `none` may start. */
    toleranceMinutes: z.number().min(1).max(DAY_IN_MINUTES).default(15),
    /** How long after its due time a job whose edition is held waits for its data, and tries again. */
    waitMinutes: z.number().min(0).max(DAY_IN_MINUTES).default(0),
    /** How long one run may take before it is ended. */
    deadlineMinutes: z
      .number()
      .min(1)
      .max(7 * DAY_IN_MINUTES),
  })

export type ScheduledJob = z.infer<ReturnType<typeof jobSchema>>

/** `config/schedule.yaml`: what runs when, and which editions a night renders. */
export const scheduleSchema = (checks: JobChecks = UNCHECKED) =>
  z.strictObject({
    editions: z.array(
      z.strictObject({
        period: z.string().superRefine(
          checkWith((text) => {
            const period = parsePeriod(text, SOME_DAY)
            return typeof period === 'string' ? period : undefined
          }),
        ),
        lang: z.enum(['zh', 'en']),
      }),
    ),
    jobs: z.array(jobSchema(checks)).refine(hasOwnIds, {
      message: 'two jobs have the same id',
      // Told beside whatever else is wrong.
      when: ({ value }) => Array.isArray(value),
    }),
  })

export type ScheduleConfig = z.infer<ReturnType<typeof scheduleSchema>>

function hasOwnIds(jobs: readonly { readonly id?: unknown }[]): boolean {
  return new Set(jobs.map(({ id }) => id)).size === jobs.length
}

function checkWith<T>(
  problemOf: (value: T) => string | undefined,
): (value: T, context: z.RefinementCtx) => void {
  return (value, context) => {
    const problem = problemOf(value)
    if (problem !== undefined) context.addIssue(problem)
  }
}
