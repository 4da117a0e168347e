import { hostname } from 'node:os'
import { databaseClock } from '../load/due-times.ts'
import type { ScheduledJob } from '../model/schedule-config.ts'
import type { Config } from '../runtime/config.ts'
import { goLive, type Live } from '../runtime/live.ts'
import { type HeldDue, takeNext } from '../schedule/ledger.ts'
import { waitsUntil } from '../schedule/wait.ts'
import { hearInterruption } from './interruption.ts'
import { type JobEnd, runJob } from './run-job.ts'
import { OUTCOME_OF } from './run-leased.ts'
import { EXIT, type ExitCode, say, type Terminal } from './terminal.ts'

/**
 * Runs everything that is due, one job after the other. The database is closed while a job runs, which may need it for
 * itself. Exit 3: something is left for the next try.
 */
export async function runDue(
  { config, jobs }: { readonly config: Config; readonly jobs: readonly ScheduledJob[] },
  { err }: Terminal,
): Promise<ExitCode> {
  const leaseSeconds = config.FEASTGAP_LEASE_SECONDS
  const taker = { holder: `${hostname()}:${process.pid}`, leaseSeconds }
  using interruption = hearInterruption()
  const ids = jobs.map(({ id }) => id)
  const takeOne = async (live: Live): Promise<HeldDue | 'nothing' | 'later'> => {
    if (interruption.isAsked()) return 'later'
    const taken = await takeNext(live.ledger, jobs, taker, await databaseClock(live.db.reader))
    return taken ?? ((await live.ledger.isAnyWaiting(ids)) ? 'later' : 'nothing')
  }

  let held = await withLive(config, takeOne)
  while (typeof held === 'object') {
    const inHand: HeldDue = held
    say(err, `${inHand.job} of ${inHand.dueAt}: started`)
    const ended = await runJob(jobOf(jobs, inHand), { held: inHand, leaseSeconds })
    say(err, `${inHand.job} of ${inHand.dueAt}: ${inWords(ended)}`)
    held = await withLive(config, async (live) =>
      (await isSettled(jobOf(jobs, inHand), { held: inHand, ended }, live))
        ? takeOne(live)
        : 'later',
    )
  }
  return held === 'nothing' ? EXIT.done : EXIT.partly
}

async function withLive<T>(config: Config, work: (live: Live) => Promise<T>): Promise<T> {
  await using live = await goLive(config)
  return await work(live)
}

function jobOf(jobs: readonly ScheduledJob[], { job }: HeldDue): ScheduledJob {
  const found = jobs.find(({ id }) => id === job)
  if (found === undefined) throw new Error(`${job} was taken, but is not scheduled`)
  return found
}

/**
 * A job writes its own end, which makes this one void; one that could not, or is held, is judged by how it left. False:
 * something went wrong, and it is put back for a later try.
 */
async function isSettled(
  job: ScheduledJob,
  { held, ended: { code, endedBy } }: { readonly held: HeldDue; readonly ended: JobEnd },
  { ledger, db }: Live,
): Promise<boolean> {
  const now = await databaseClock(db.reader)
  if (endedBy === 'deadline') {
    await ledger.end(held, { outcome: 'failed', reason: 'it took longer than its deadline' }, now)
    return true
  }
  if (endedBy === 'signal') return !(await ledger.release(held, 'interrupted'))
  const outcome = OUTCOME_OF[code as ExitCode]
  if (code === undefined || outcome === 'failed') return !(await ledger.release(held, 'died'))
  const until = code === EXIT.held ? waitsUntil(job, held, now) : undefined
  await (until === undefined ? ledger.end(held, { outcome }, now) : ledger.wait(held, until))
  return true
}

function inWords({ code, endedBy }: JobEnd): string {
  if (endedBy === 'deadline') return 'ended by its deadline'
  const how = code === undefined ? 'killed' : OUTCOME_OF[code as ExitCode]
  return endedBy === 'signal' ? `${how}, asked to end` : how
}
