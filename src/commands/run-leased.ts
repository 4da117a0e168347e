import { databaseClock } from '../load/due-times.ts'
import { DueLost } from '../load/fenced-database.ts'
import type { RunOutcome } from '../load/runs.ts'
import type { Live } from '../runtime/live.ts'
import type { Lease } from '../schedule/lease.ts'
import { hearInterruption } from './interruption.ts'
import { EXIT, type ExitCode } from './terminal.ts'

const SIGNS_A_LEASE = 3
const MS_A_SECOND = 1000

/** How a due time ended whose process left with a code. */
export const OUTCOME_OF: Readonly<Record<ExitCode, RunOutcome>> = {
  [EXIT.done]: 'done',
  [EXIT.partly]: 'partly',
  [EXIT.held]: 'held',
  // Nothing was sent: a rehearsal is no success.
  [EXIT.rehearsed]: 'held',
  [EXIT.bug]: 'failed',
  [EXIT.wrongUse]: 'failed',
}

/**
 * Runs a scheduled job: says that it lives while it does, and writes how it ended. Interrupted, it is put back, though it
 * may have been at its very end: every job can be repeated. One that is held is left to whoever started it, who knows how
 * long it may wait.
 */
export async function runLeased(
  { held, leaseSeconds }: Lease,
  { ledger, db }: Pick<Live, 'ledger' | 'db'>,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  using interruption = hearInterruption()
  const sayAlive = async (): Promise<unknown> =>
    ledger.prolong(held, leaseSeconds, await databaseClock(db.reader))
  // A sign that could not be given is missed by nobody unless it was the last one; then the fence holds.
  const signs = setInterval(
    () => void sayAlive().catch(() => {}),
    (leaseSeconds * MS_A_SECOND) / SIGNS_A_LEASE,
  )
  try {
    const code = await run()
    if (interruption.isAsked()) await ledger.release(held, 'interrupted')
    else if (code !== EXIT.held)
      await ledger.end(held, { outcome: OUTCOME_OF[code] }, await databaseClock(db.reader))
    return code
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const now = await databaseClock(db.reader)
    const isMine = await ledger.end(held, { outcome: 'failed', reason }, now)
    throw isMine ? error : new DueLost(held, error)
  } finally {
    clearInterval(signs)
  }
}
