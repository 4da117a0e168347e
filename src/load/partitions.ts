import { sql } from 'kysely'
import type { Reader } from './database.ts'
import type { AskedPage } from './pages.ts'

/**
 * After this long without a word from its worker, a partition may be taken by another: longer than a request may take, and
 * short enough that what a dead worker had in hand is done again within five minutes.
 */
export const LEASE_SECONDS = 240

/** A partition as its owner holds it: whoever has an older epoch writes nothing. */
export interface Held {
  readonly source: string
  readonly partition: string
  readonly epoch: string
}

/** Somebody else took the partition over while it was in hand: nothing of it may be written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
  readonly code = 'lease-lost'

  constructor({ source, partition }: Held) {
    super(`${source} ${partition} was taken over by another worker`)
  }
}

/** Partitions of a source that were finished once. */
export async function finishedPartitions(db: Reader, source: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ partition: string }>`
    select partition from partition where source = ${source} and state = 'done'
  `.execute(db)
  return new Set(found.rows.map(({ partition }) => partition))
}

/** Requests that other pages led to and that were never answered. */
export async function unansweredRequests(
  db: Reader,
  source: string,
): Promise<readonly AskedPage[]> {
  const found = await sql<{ request: AskedPage }>`
    select request from partition
    where source = ${source} and request is not null and state in ('planned', 'failed', 'running')
    order by partition
  `.execute(db)
  return found.rows.map(({ request }) => request)
}

/**
 * Enters partitions as work to be done. Returns those that nobody has in hand, each with a new epoch: a job that a killed
 * process took from the queue, and nothing else of it, holds nobody up. What was planned or finished after `now` stays so:
 * a server may carry out the plan of a process that is dead by then.
 */
export async function planPartitions(
  db: Reader,
  source: string,
  partitions: readonly string[],
  { now, alone }: { readonly now: Temporal.Instant; readonly alone: boolean },
): Promise<ReadonlyMap<string, string>> {
  const entered = await sql<{ partition: string; epoch: string }>`
    insert into partition as known (source, partition, state, updated_at)
    select ${source}, name, 'planned', ${now.toString()} from jsonb_array_elements_text(${JSON.stringify(partitions)}) name
    on conflict (source, partition) do update
    set state = 'planned', epoch = known.epoch + 1, updated_at = excluded.updated_at
    where known.state <> 'running' and known.updated_at <= excluded.updated_at or ${alone}
      or known.updated_at < ${now.toString()}::timestamptz - make_interval(secs => ${LEASE_SECONDS})
    returning partition, epoch
  `.execute(db)
  return new Map(entered.rows.map(({ partition, epoch }) => [partition, epoch]))
}

/** Enters the pages a page led to, in the transaction that loads it. */
export async function planNext(
  db: Reader,
  source: string,
  requests: readonly AskedPage[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, string>> {
  const entered = await sql<{ partition: string; epoch: string }>`
    insert into partition as known (source, partition, state, request, updated_at)
    select ${source}, item ->> 'partition', 'planned', item, ${now.toString()}
    from jsonb_array_elements(${JSON.stringify(requests)}::jsonb) item
    on conflict (source, partition) do update
    set state = 'planned', epoch = known.epoch + 1, request = excluded.request, updated_at = excluded.updated_at
    where known.state <> 'running'
    returning partition, epoch
  `.execute(db)
  return new Map(entered.rows.map(({ partition, epoch }) => [partition, epoch]))
}

/** Takes a planned partition, or one whose worker has been silent too long. Undefined: it is not to be had. */
export async function takePartition(
  db: Reader,
  { source, partition, epoch }: Held,
  { runId, now }: { readonly runId: string; readonly now: Temporal.Instant },
): Promise<Held | undefined> {
  const taken = await sql<{ epoch: string }>`
    update partition set state = 'running', epoch = epoch + 1, run_id = ${runId}, updated_at = ${now.toString()}
    where source = ${source} and partition = ${partition} and (
      state = 'planned' and epoch = ${epoch}
      or state = 'running' and updated_at < ${now.toString()}::timestamptz - make_interval(secs => ${LEASE_SECONDS}))
    returning epoch
  `.execute(db)
  const [row] = taken.rows
  return row === undefined ? undefined : { source, partition, epoch: row.epoch }
}

/** Ends the work on a partition, in the transaction that writes what it gave. */
export async function endPartition(
  db: Reader,
  held: Held,
  state: 'done' | 'failed',
  now: Temporal.Instant,
): Promise<void> {
  const ended = await sql`
    update partition set state = ${state}, updated_at = ${now.toString()}
    where source = ${held.source} and partition = ${held.partition} and epoch = ${held.epoch} and state = 'running'
  `.execute(db)
  if (ended.numAffectedRows !== 1n) throw new LeaseLost(held)
}

/** Days that a source which only shows its newest items can never give any more. */
export async function recordGap(
  db: Reader,
  source: string,
  span: { readonly from: string; readonly to: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into partition as known (source, partition, state, request, updated_at)
    values (${source}, 'past', 'gap', ${JSON.stringify(span)}, ${now.toString()})
    on conflict (source, partition) do update
    set updated_at = excluded.updated_at, request = jsonb_build_object(
      'from', least(known.request ->> 'from', excluded.request ->> 'from'),
      'to', greatest(known.request ->> 'to', excluded.request ->> 'to'))
  `.execute(db)
}
