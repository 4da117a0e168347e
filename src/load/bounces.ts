import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** A message of the bounce mailbox and what came of it. */
export interface ReadBounce {
  readonly sha256: Uint8Array
  readonly file: string
  readonly outcome: 'hard' | 'soft' | 'complained' | 'unsubscribed' | 'nothing'
  readonly address?: string | undefined
  readonly messageId?: string | undefined
  readonly status?: string | undefined
  readonly diagnostic?: string | undefined
}

/** Whether a message was read before. */
export async function isBounceKnown(
  { sql: db }: Transaction,
  sha256: Uint8Array,
): Promise<boolean> {
  const found = await sql`select from bounce where sha256 = ${sha256}`.execute(db)
  return found.rows.length > 0
}

/** Notes a message; one that is known already stays as it is. */
export async function recordBounce(
  { sql: db }: Transaction,
  { sha256, file, outcome, address, messageId, status, diagnostic }: ReadBounce,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into bounce (sha256, file, outcome, address, message_id, status, diagnostic, read_at)
    values (${sha256}, ${file}, ${outcome}, ${address ?? null}, ${messageId ?? null}, ${status ?? null},
      ${diagnostic ?? null}, ${now.toString()})
    on conflict (sha256) do nothing
  `.execute(db)
}

/** The address a letter of ours went to, by its Message-ID; undefined: no such letter has left. */
export async function addressOfLetter(
  { sql: db }: Transaction,
  messageId: string,
): Promise<string | undefined> {
  const found = await sql<{ recipient: string }>`
    select recipient from delivery
    where message_id = ${messageId} and channel = 'mail' and stage <> 'queued'
  `.execute(db)
  return found.rows[0]?.recipient
}

/** A letter nobody knew the end of came back: it did not arrive, and may be sent again on an operator's word. */
export async function settleLost(
  { sql: db }: Transaction,
  { messageId, reply }: { readonly messageId: string; readonly reply: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    update delivery set stage = 'refused_perm', step = 'reply', reply = ${reply}, epoch = epoch + 1,
      updated_at = ${now.toString()}
    where message_id = ${messageId} and stage = 'unknown'
  `.execute(db)
}

/** Notes that a letter to the address came back for a reason that may pass. */
export async function countSoftBounce(
  { sql: db }: Transaction,
  address: string,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    update recipient set soft_bounces = soft_bounces + 1, updated_at = ${now.toString()}
    where address = ${address}
  `.execute(db)
}
