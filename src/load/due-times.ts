import { sql } from 'kysely'
import type { DueLedger, HeldDue } from '../schedule/ledger.ts'
import type { DuePlan, KnownJob } from '../schedule/plan.ts'
import type { Database, Reader, Transaction } from './database.ts'

/** One taker at a time: two must not find the same job idle. */
const TAKING = 20_230_714
/** A process that froze in the middle of taking is thrown out by the server, or nobody could take anything any more. */
const FROZEN_MS = 10_000

/** The ledger of due times in the database at hand. */
export function dueLedger(db: Database): DueLedger {
  return {
    enter: (job, plan, now) => db.transaction((transaction) => enter(transaction, job, plan, now)),
    take: (jobs, { holder, leaseSeconds }, now) =>
      db.transaction(async (transaction) => {
        await throwOutFrozen(transaction)
        await sql`select pg_advisory_xact_lock(${TAKING})`.execute(transaction.sql)
        await endLapsedSessions(transaction, now)
        const taken = await sql<{ job: string; dueAt: string; epoch: string }>`
          with next as (
            select job, due_at from due_time as candidate
            where job = any(${jobs}) and (state = 'waiting' and coalesce(not_before, '-infinity') <= ${now.toString()}
                or state = 'running' and lease_until < ${now.toString()})
              and not exists (
                select from due_time as other
                where other.job = candidate.job and other.state = 'running' and other.lease_until >= ${now.toString()})
            order by due_at, job limit 1 for update skip locked
          )
          update due_time set state = 'running', epoch = epoch + 1, attempts = attempts + 1, holder = ${holder},
            started_at = ${now.toString()}, lease_until = ${leaseEnd(now, leaseSeconds)}, not_before = null
          from next where due_time.job = next.job and due_time.due_at = next.due_at
          returning due_time.job, due_time.due_at as "dueAt", due_time.epoch
        `.execute(transaction.sql)
        const [row] = taken.rows
        return row === undefined ? undefined : { ...row, dueAt: Temporal.Instant.from(row.dueAt) }
      }),
    prolong: async (held, leaseSeconds, now) => {
      const { numAffectedRows } = await sql`
        update due_time set lease_until = ${leaseEnd(now, leaseSeconds)} where ${mine(held)}
      `.execute(db.reader)
      return numAffectedRows === 1n
    },
    end: async (held, { outcome, reason }, now) => {
      const { numAffectedRows } = await sql`
        update due_time set state = ${outcome}, reason = ${reason ?? null}, finished_at = ${now.toString()},
          lease_until = null
        where ${mine(held)}
      `.execute(db.reader)
      return numAffectedRows === 1n
    },
    wait: async (held, until) => {
      const { numAffectedRows } = await sql`
        update due_time set state = 'waiting', lease_until = null, attempts = attempts - 1,
          not_before = ${until.toString()}
        where ${mine(held)}
      `.execute(db.reader)
      return numAffectedRows === 1n
    },
    isAnyWaiting: async (jobs) => {
      const { rows } = await sql`
        select 1 from due_time where job = any(${jobs}) and state = 'waiting' limit 1
      `.execute(db.reader)
      return rows.length > 0
    },
    release: async (held, why) => {
      const { numAffectedRows } = await sql`
        update due_time set state = 'waiting', lease_until = null,
          attempts = attempts - ${why === 'interrupted' ? 1 : 0}
        where ${mine(held)}
      `.execute(db.reader)
      return numAffectedRows === 1n
    },
  }
}

/** Whether a due time is still in the hands it was given to; said at the end of each transaction of its owner. */
export async function isStillHeld(
  { sql: handle }: Pick<Transaction, 'sql'>,
  held: HeldDue,
): Promise<boolean> {
  const found = await sql`select 1 from due_time where ${mine(held)} for share`.execute(handle)
  return found.rows.length === 1
}

/** What the sessions of a due time's owner are called, so that its successor can end them. */
export function sessionName({ job, dueAt, epoch }: HeldDue): string {
  return `feastgap ${epoch} ${dueAt.epochMilliseconds} ${job}`.slice(0, LONGEST_NAME)
}

/** The server cuts longer names off. */
const LONGEST_NAME = 63

/** The one clock all machines agree on. */
export async function databaseClock(db: Reader): Promise<Temporal.Instant> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp() as now`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('the database did not tell the time')
  return Temporal.Instant.from(row.now)
}

function mine({ job, dueAt, epoch }: HeldDue): ReturnType<typeof sql> {
  return sql`job = ${job} and due_at = ${dueAt.toString()} and epoch = ${epoch} and state = 'running'`
}

function leaseEnd(now: Temporal.Instant, seconds: number): string {
  return now.add({ milliseconds: Math.round(seconds * 1000) }).toString()
}

/** A frozen owner may hold locks in the middle of a transaction: the server ends that, and rolls it back. */
async function endLapsedSessions(
  { sql: handle }: Transaction,
  now: Temporal.Instant,
): Promise<void> {
  const lapsed = await sql<{ job: string; dueAt: string; epoch: string }>`
    select job, due_at as "dueAt", epoch from due_time where state = 'running' and lease_until < ${now.toString()}
  `.execute(handle)
  const names = lapsed.rows.map((row) =>
    sessionName({ ...row, dueAt: Temporal.Instant.from(row.dueAt) }),
  )
  if (names.length === 0) return
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = any(${names}) and usename = current_user and pid <> pg_backend_pid()
  `.execute(handle)
}

async function throwOutFrozen({ sql: handle }: Transaction): Promise<void> {
  await sql`select set_config('idle_in_transaction_session_timeout', ${String(FROZEN_MS)}, true)`.execute(
    handle,
  )
}

async function enter(
  transaction: Transaction,
  job: string,
  plan: (known: KnownJob) => DuePlan,
  now: Temporal.Instant,
): Promise<DuePlan> {
  const { sql: handle } = transaction
  await throwOutFrozen(transaction)
  await sql`
    insert into scheduled_job (job, planned_until) values (${job}, ${now.toString()}) on conflict (job) do nothing
  `.execute(handle)
  const known = await sql<{ plannedUntil: string }>`
    select planned_until as "plannedUntil" from scheduled_job where job = ${job} for update
  `.execute(handle)
  const open = await sql<{ dueAt: string; attempts: number }>`
    select due_at as "dueAt", attempts from due_time
    where job = ${job} and (state = 'waiting' and not_before is null
      or state = 'running' and lease_until < ${now.toString()})
    order by due_at for update skip locked
  `.execute(handle)
  const decided = plan({
    plannedUntil: Temporal.Instant.from(known.rows[0]?.plannedUntil ?? now.toString()),
    open: open.rows.map(({ dueAt, attempts }) => ({
      dueAt: Temporal.Instant.from(dueAt),
      attempts,
    })),
  })
  await write(handle, job, decided, now)
  return decided
}

const GIVEN_UP = 'its process died each time it was tried'

async function write(
  handle: Reader,
  job: string,
  { waiting, skipped, givenUp, plannedUntil }: DuePlan,
  now: Temporal.Instant,
): Promise<void> {
  const rows = [
    ...waiting.map((due) => ({ due: String(due), state: 'waiting', reason: null })),
    ...skipped.map((due) => ({ due: String(due), state: 'skipped', reason: 'policy' })),
    ...givenUp.map((due) => ({ due: String(due), state: 'failed', reason: GIVEN_UP })),
  ]
  await sql`
    insert into due_time as known (job, due_at, state, reason, recorded_at, finished_at)
    select ${job}, due, state, reason, ${now.toString()}, case when state <> 'waiting' then ${now.toString()}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (due timestamptz, state text, reason text)
    on conflict (job, due_at) do update
    set state = excluded.state, reason = excluded.reason, finished_at = excluded.finished_at, lease_until = null
    where excluded.state <> 'waiting'
  `.execute(handle)
  await sql`
    update scheduled_job set planned_until = ${plannedUntil.toString()} where job = ${job}
  `.execute(handle)
}
