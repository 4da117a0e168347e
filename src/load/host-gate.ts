import { sql } from 'kysely'
import type { Reader } from './database.ts'

const FAILURES_TO_OPEN = 3
const OPEN_MINUTES = 60

/**
 * Takes the next place in the queue of a host, shared by all workers. Returns how long to wait for it in milliseconds and
 * whether the host's last answer was a failure, or the instant the breaker opens the host again.
 */
export async function reserveTurn(
  db: Reader,
  host: string,
  { pace, now }: { readonly pace: number; readonly now: Temporal.Instant },
): Promise<
  { readonly waitMs: number; readonly isFailing: boolean } | { readonly closedUntil: string }
> {
  const at = sql`${now.toString()}::timestamptz`
  const found = await sql<{ turn: string; failures: number; open_until: string | null }>`
    insert into host_gate as gate (host, next_allowed_at)
    values (${host}, ${at} + make_interval(secs => ${pace}))
    on conflict (host) do update
    set next_allowed_at = greatest(gate.next_allowed_at, ${at}) + make_interval(secs => ${pace})
    returning extract(epoch from next_allowed_at - make_interval(secs => ${pace}) - ${at})::text as turn, failures,
      case when open_until > ${at} then open_until::text end as open_until
  `.execute(db)
  const [row] = found.rows
  if (row === undefined) throw new Error('the place was not written')
  if (row.open_until !== null) return { closedUntil: row.open_until }
  return { waitMs: Math.max(0, Number(row.turn) * 1000), isFailing: row.failures > 0 }
}

/** A success closes the breaker; the third failure in a row opens it for an hour. */
export async function recordTurn(
  db: Reader,
  host: string,
  { isFine, now }: { readonly isFine: boolean; readonly now: Temporal.Instant },
): Promise<void> {
  await sql`
    update host_gate
    set failures = case when ${isFine} then 0 else failures + 1 end,
      open_until = case
        when ${isFine} then null
        when failures + 1 >= ${FAILURES_TO_OPEN} then ${now.toString()}::timestamptz + make_interval(mins => ${OPEN_MINUTES})
        else open_until end
    where host = ${host}
  `.execute(db)
}
