import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { schedule as tick } from 'node-cron'
import { FolderInUse, lockFolder } from '../load/folder-lock.ts'
import type { ScheduledJob } from '../model/schedule-config.ts'
import { type Config, ROOT } from '../runtime/config.ts'
import { OperatorError } from '../runtime/errors.ts'
import { hasSeconds, upcoming } from '../schedule/due-times.ts'
import { planBeat, type Remembered } from '../schedule/plan-beat.ts'
import { counted } from './counted.ts'
import { EXIT, type ExitCode, say, sayJson, type Terminal } from './terminal.ts'

/** Shows the next due times of all jobs, from the configuration alone. */
export function previewSchedule(
  shown: number,
  {
    jobs,
    json,
    terminal,
  }: {
    readonly jobs: readonly ScheduledJob[]
    readonly json: boolean
    readonly terminal: Terminal
  },
): ExitCode {
  const now = Temporal.Now.instant()
  for (const { job, dueAt } of nextTimes(jobs, now, shown)) {
    const { id: name, zone, catchUp } = job
    const local = dueAt.toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' })
    if (json) sayJson(terminal.out, { job: name, dueAt: String(dueAt), local, catchUp })
    else say(terminal.out, `${dueAt}  ${local}  ${name}  (${catchUp})`)
  }
  return EXIT.done
}

/** The next due times of several jobs, the earliest first. */
function nextTimes(
  jobs: readonly ScheduledJob[],
  now: Temporal.Instant,
  shown: number,
): readonly { readonly job: ScheduledJob; readonly dueAt: Temporal.Instant }[] {
  return jobs
    .flatMap((job) => [...upcoming(job, now).take(shown)].map((dueAt) => ({ job, dueAt })))
    .sort((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt))
    .slice(0, shown)
}

const GUARD_MS = 5000
const MOVED_MS = 2000
/** Jobs side by side on a server; the embedded database has room for one. */
const AT_ONCE = 4

/**
 * Ticks until it is stopped, and starts `feastgap due` whenever something may be due. It holds no database itself, so
 * no query ever delays it, and a lost connection is no trouble. SIGTERM lets the jobs in hand finish; a second one
 * kills them.
 */
export async function runSchedule(
  { config, jobs }: { readonly config: Config; readonly jobs: readonly ScheduledJob[] },
  { err }: Terminal,
): Promise<ExitCode> {
  const isShared = config.DATABASE_URL !== undefined
  const lock = isShared ? undefined : await lockHome(config)
  say(
    err,
    isShared
      ? `Scheduling ${counted(jobs.length, 'job')} on PostgreSQL; any number of schedulers may share them.`
      : `Scheduling ${counted(jobs.length, 'job')} on the embedded database. This process alone starts jobs on its files, one at a time; for several machines set DATABASE_URL.`,
  )
  const rounds = makeRounds(jobs, { isShared, err })
  const pattern = hasSeconds(jobs) ? '* * * * * *' : '* * * * *'
  const start = (): ReturnType<typeof tick> =>
    tick(pattern, () => rounds.beat(), { timezone: 'Etc/UTC', suppressMissedWarning: true })
  let ticking = start()
  const guard = watchClock(async () => {
    // It waits for an instant of the old clock.
    await ticking.destroy()
    ticking = start()
    rounds.beat({ isClockMoved: true })
  })
  rounds.beat()
  await stopped(rounds.force)
  clearInterval(guard)
  await ticking.destroy()
  say(err, 'Stopping when the jobs in hand have finished; stop it once more to kill them.')
  await rounds.end()
  await lock?.release()
  return EXIT.done
}

/** Resolves at the first Ctrl-C or SIGTERM; whatever comes after that forces. */
function stopped(force: () => void): Promise<void> {
  return new Promise((finish) => {
    let isAsked = false
    const ask = (): void => {
      if (isAsked) force()
      isAsked = true
      finish()
    }
    process.on('SIGINT', ask)
    process.on('SIGTERM', ask)
  })
}

async function lockHome(config: Config): Promise<{ release(): Promise<void> }> {
  const home = join(resolve(ROOT, config.FEASTGAP_HOME), 'scheduler')
  return lockFolder(home, 0).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw error
    throw new OperatorError(
      `${error.holder} schedules on these files already, and without a database server there can be one only. Stop it, or set DATABASE_URL.`,
      { code: 'scheduler', cause: error },
    )
  })
}

/** Calls when the clock was put, or the machine slept: when the wall clock and the monotonic one no longer agree. */
function watchClock(onMoved: () => Promise<void>): NodeJS.Timeout {
  const difference = (): number => Temporal.Now.instant().epochMilliseconds - performance.now()
  let known = difference()
  return setInterval(() => {
    const before = known
    known = difference()
    if (Math.abs(known - before) > MOVED_MS) void onMoved()
  }, GUARD_MS)
}

interface Rounds {
  beat(how?: { readonly isClockMoved: boolean }): void
  /** Asks the rounds in hand to finish, and waits for them. */
  end(): Promise<void>
  force(): void
}

function makeRounds(
  jobs: readonly ScheduledJob[],
  { isShared, err }: { readonly isShared: boolean; readonly err: Terminal['err'] },
): Rounds {
  const children = new Map<ChildProcess, Promise<void>>()
  let known: Remembered = { lookedUntil: undefined, isRetryWanted: false, watchedAt: undefined }
  const startRound = (now: Temporal.Instant): void => {
    if (children.size >= (isShared ? AT_ONCE : 1)) {
      known = { ...known, isRetryWanted: true }
      return
    }
    known = { ...known, isRetryWanted: false, watchedAt: now }
    // A group of its own: what a terminal sends to ours is not for it.
    const [script = ''] = process.argv.slice(1)
    const child = spawn(process.execPath, [script, 'due'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    })
    const ended = new Promise<void>((finish) => child.once('close', () => finish()))
    child.once('close', (code) => {
      children.delete(child)
      if (code !== EXIT.done) known = { ...known, isRetryWanted: true }
    })
    children.set(child, ended)
  }
  return {
    beat({ isClockMoved } = { isClockMoved: false }) {
      const now = Temporal.Now.instant()
      const why = planBeat(known, { jobs, now, isShared, isClockMoved })
      known = { ...known, lookedUntil: now }
      if (why === undefined) return
      if (why === 'clock')
        say(err, 'The clock was put or the machine slept: looking for what was missed.')
      startRound(now)
    },
    async end() {
      for (const child of children.keys()) child.kill('SIGTERM')
      await Promise.all(children.values())
    },
    force() {
      for (const { pid } of children.keys()) if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    },
  }
}
