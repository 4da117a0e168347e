import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader, Transaction } from './database.ts'

export type DispatchKind = 'edition' | 'correction' | 'alert' | 'digest'

/** Something to be sent to several readers. */
export interface NewDispatch {
  /** The same key is one dispatch, whoever enters it. */
  readonly key: string
  readonly kind: DispatchKind
  readonly editionId?: string
  readonly notice?: unknown
}

export interface Dispatch {
  readonly id: string
  readonly kind: DispatchKind
  readonly editionId: string | null
  readonly notice: unknown
  readonly createdAt: Temporal.Instant
}

export interface Reached {
  readonly recipient: string
  readonly channel: string
}

/** Enters a dispatch and a queued delivery for each reader it does not have yet. Returns its id. */
export async function enterDispatch(
  { sql: db }: Transaction,
  { key, kind, editionId, notice }: NewDispatch,
  readers: readonly Reached[],
  { now, host }: { readonly now: Temporal.Instant; readonly host: string },
): Promise<string> {
  const content = notice === undefined ? null : JSON.stringify(notice)
  const entered = await sql<{ id: string }>`
    insert into dispatch as known (key, kind, edition_id, notice, created_at)
    values (${key}, ${kind}, ${editionId ?? null}, ${content}, ${now.toString()})
    on conflict (key) do update set key = known.key
    returning id
  `.execute(db)
  const [row] = entered.rows
  if (row === undefined) throw new Error('the dispatch was not written')
  const rows = readers.map((reader) => ({ ...reader, id: messageId(key, reader, host) }))
  await sql`
    insert into delivery (dispatch_id, recipient, channel, stage, message_id, updated_at)
    select ${row.id}, item ->> 'recipient', item ->> 'channel', 'queued', item ->> 'id', ${now.toString()}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) item
    on conflict (dispatch_id, recipient, channel) do nothing
  `.execute(db)
  return row.id
}

/** The same dispatch to the same reader has the same Message-ID, from whichever process and however often. */
function messageId(key: string, { recipient, channel }: Reached, host: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([key, recipient, channel]))
    .digest('hex')
  return `<${hash.slice(0, 40)}@${host}>`
}

export async function readDispatch(db: Reader, id: string): Promise<Dispatch> {
  const found = await sql<Omit<Dispatch, 'createdAt'> & { createdAt: string }>`
    select id, kind, edition_id as "editionId", notice, created_at as "createdAt" from dispatch where id = ${id}
  `.execute(db)
  const [row] = found.rows
  if (row === undefined) throw new Error(`there is no dispatch ${id}`)
  return { ...row, createdAt: Temporal.Instant.from(row.createdAt) }
}

/** Everything that was decided about these editions: they themselves, corrections by them, alerts they raised. */
export async function dispatchesAbout(
  db: Reader,
  editionIds: readonly string[],
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from dispatch where edition_id = any(${`{${editionIds.join(',')}}`}::bigint[]) order by id
  `.execute(db)
  return found.rows.map(({ id }) => id)
}

export interface Standing extends Reached {
  readonly stage: string
  readonly attempts: number
  readonly notBefore: string | null
  readonly step: string | null
  readonly reply: string | null
}

/** Where the deliveries of a dispatch stand; none when it was never entered. */
export async function standingsOf(db: Reader, key: string): Promise<readonly Standing[]> {
  const found = await sql<Standing>`
    select recipient, channel, stage, attempts, not_before as "notBefore", step, reply
    from delivery join dispatch on dispatch.id = dispatch_id
    where key = ${key} order by recipient, channel
  `.execute(db)
  return found.rows
}

/** The key of the dispatch of an edition. */
export function editionKey(sha256: string): string {
  return `edition:${sha256}`
}
