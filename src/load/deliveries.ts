import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** A delivery by its key, as somebody saw it: whoever finds another epoch has come too late. */
export interface DeliveryKey {
  readonly dispatchId: string
  readonly recipient: string
  readonly channel: string
  readonly epoch: string
}

/** A delivery in hand. */
export interface HeldDelivery extends DeliveryKey {
  readonly messageId: string
  readonly attempts: number
}

/** Somebody else has taken the delivery over, or an operator has decided about it. */
export class DeliveryLost extends Error {
  override readonly name = 'DeliveryLost'
  readonly code = 'delivery-lost'

  constructor({ recipient, channel }: DeliveryKey) {
    super(`the delivery to ${recipient} over ${channel} is in other hands`)
  }
}

export interface Ended {
  readonly stage: 'accepted' | 'refused_temp' | 'refused_perm' | 'unknown'
  readonly step: string
  readonly reply: string
  /** When a refused_temp is tried again; undefined: not by itself. */
  readonly notBefore: Temporal.Instant | undefined
}

const sameKey = ({ dispatchId, recipient, channel, epoch }: DeliveryKey) => sql`
  dispatch_id = ${dispatchId} and recipient = ${recipient} and channel = ${channel} and epoch = ${epoch}`

/**
 * Puts right what died in the middle: without the last byte sent it is a refusal to be tried again at once, with it
 * nobody can tell. `alone`: nobody else can have anything in hand, so no lease is waited for.
 */
export async function recoverOrphans(
  db: Reader,
  { now, alone }: { readonly now: Temporal.Instant; readonly alone: boolean },
): Promise<void> {
  await sql`
    update delivery set
      stage = case stage when 'sending' then 'refused_temp' else 'unknown' end,
      not_before = case stage when 'sending' then ${now.toString()}::timestamptz end,
      step = case stage when 'sending' then coalesce(step, 'body') else 'reply' end,
      reply = 'the process that sent it ended before an answer came', lease_until = null, updated_at = ${now.toString()}
    where stage in ('sending', 'body_sent') and (${alone} or lease_until < ${now.toString()})
  `.execute(db)
}

/** Deliveries that may be tried now. `failed`: those that failed before, however often and however lately. */
export async function openDeliveries(
  db: Reader,
  dispatchIds: readonly string[] | 'all',
  { which, now }: { readonly which: 'due' | 'failed'; readonly now: Temporal.Instant },
): Promise<readonly DeliveryKey[]> {
  const among =
    dispatchIds === 'all' ? sql`true` : sql`dispatch_id = any(${idArray(dispatchIds)}::bigint[])`
  const may =
    which === 'failed'
      ? sql`stage = 'refused_temp'`
      : sql`(stage = 'queued' or stage = 'refused_temp' and not_before <= ${now.toString()})`
  const found = await sql<DeliveryKey>`
    select dispatch_id as "dispatchId", recipient, channel, epoch from delivery
    where ${among} and ${may} order by dispatch_id, recipient, channel
  `.execute(db)
  return found.rows
}

function idArray(ids: readonly string[]): string {
  return `{${ids.join(',')}}`
}

/** Takes a delivery in hand before anything is said to anybody. Undefined: somebody else has it, or it is no longer open. */
export async function takeDelivery(
  db: Reader,
  key: DeliveryKey,
  { now, until }: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<HeldDelivery | undefined> {
  const taken = await sql<{ epoch: string; message_id: string; attempts: number }>`
    update delivery set stage = 'sending', epoch = epoch + 1, attempts = attempts + 1, step = null, not_before = null,
      lease_until = ${until.toString()}, updated_at = ${now.toString()}
    where ${sameKey(key)} and stage in ('queued', 'refused_temp')
    returning epoch, message_id, attempts
  `.execute(db)
  const [row] = taken.rows
  if (row === undefined) return undefined
  return { ...key, epoch: row.epoch, messageId: row.message_id, attempts: row.attempts }
}

/** The last byte may leave once this has resolved. Throws `DeliveryLost` when it must not. */
export async function markBodySent(
  db: Reader,
  held: HeldDelivery,
  { now, until }: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<void> {
  const marked = await sql`
    update delivery set stage = 'body_sent', lease_until = ${until.toString()}, updated_at = ${now.toString()}
    where ${sameKey(held)} and stage = 'sending'
  `.execute(db)
  if (marked.numAffectedRows !== 1n) throw new DeliveryLost(held)
}

/**
 * Writes how an attempt ended. An answer that comes after the delivery was given up as unknown still counts, unless
 * somebody has it in hand again. Throws `DeliveryLost` in that case.
 */
export async function endDelivery(
  db: Reader,
  held: HeldDelivery,
  { stage, step, reply, notBefore }: Ended,
  now: Temporal.Instant,
): Promise<void> {
  const from =
    stage === 'accepted' ? sql`('body_sent', 'unknown')` : sql`('sending', 'body_sent', 'unknown')`
  const ended = await sql`
    update delivery set stage = ${stage}, step = ${step}, reply = ${reply}, not_before = ${notBefore?.toString() ?? null},
      lease_until = null, updated_at = ${now.toString()}
    where ${sameKey(held)} and stage in ${from}
  `.execute(db)
  if (ended.numAffectedRows !== 1n) throw new DeliveryLost(held)
}
