import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ScheduledJob } from '../model/schedule-config.ts'
import { type Lease, toLeaseText } from '../schedule/lease.ts'

const MS_A_MINUTE = 60_000
/** Between asking a job to end and ending it. */
const GRACE_MS = 30_000

/** How the process of a job ended; a code is absent when it was killed. */
export interface JobEnd {
  readonly code: number | undefined
  /** Who asked it to end before it did by itself. */
  readonly endedBy: 'deadline' | 'signal' | undefined
}

/**
 * Runs a job in a process of its own under a lease. Ctrl-C or SIGTERM is passed on, so that it finishes what it has in
 * hand; a second one kills it. So does its deadline, after a grace.
 */
export async function runJob(
  { run, zone, deadlineMinutes }: ScheduledJob,
  lease: Lease,
): Promise<JobEnd> {
  const [script = ''] = process.argv.slice(1)
  const day = lease.held.dueAt.toZonedDateTimeISO(zone).toPlainDate().toString()
  const words = run.map((word) => word.replaceAll('{day}', day))
  const child = spawn(process.execPath, [script, '--lease', toLeaseText(lease), ...words], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  let endedBy: JobEnd['endedBy']
  const end = (by: 'deadline' | 'signal'): void => {
    child.kill(endedBy === undefined ? 'SIGTERM' : 'SIGKILL')
    endedBy ??= by
  }
  const pass = (): void => end('signal')
  process.on('SIGINT', pass)
  process.on('SIGTERM', pass)
  const timers = [0, GRACE_MS].map((grace) =>
    setTimeout(() => end('deadline'), deadlineMinutes * MS_A_MINUTE + grace),
  )
  try {
    const [code] = await once(child, 'close')
    return { code: code ?? undefined, endedBy }
  } finally {
    for (const timer of timers) clearTimeout(timer)
    process.off('SIGINT', pass)
    process.off('SIGTERM', pass)
  }
}
