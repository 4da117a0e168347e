import { createHash } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { type RawBuilder, sql } from 'kysely'
import type { PackedBytes } from '../model/packed-bytes.ts'
import type { Reader, Transaction } from './database.ts'

/** Above this many bytes an imported file is known by its hash only; the operator keeps the file. */
export const LARGEST_KEPT_BODY = 64 * 1024 * 1024

/** A file as it was imported; its bytes are absent when larger than `LARGEST_KEPT_BODY`. */
export interface ImportedPage extends PackedBytes {
  readonly name: string
}

/** Bytes at hand, as they are kept. */
export function packBytes(bytes: Uint8Array): PackedBytes {
  const sha256 = createHash('sha256').update(bytes).digest()
  return { sha256, size: bytes.length, packed: zstdCompressSync(bytes) }
}

/** Keeps the bytes of an imported file before anything reads them. Returns the page's id. */
export async function keepImportedPage(
  transaction: Transaction,
  page: ImportedPage,
  run: { readonly id: string; readonly now: Temporal.Instant },
): Promise<string> {
  await keepBody(transaction, page)
  return insertPage(
    transaction,
    sql<{ id: string }>`
    insert into page (run_id, source, method, url, requested_at, body_sha256, fetcher, outcome)
    values (${run.id}, 'import', 'FILE', ${page.name}, ${run.now.toString()}, ${Buffer.from(page.sha256)},
      'feastgap-import/1', 'news')
    returning id`,
  )
}

/** An answer of a host as it came. */
export interface FetchedPage {
  readonly url: string
  readonly finalUrl: string
  readonly redirects: readonly string[]
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  readonly requestedAt: Temporal.Instant
}

/** What was asked, and for which part of the work. */
export interface AskedPage {
  readonly partition: string
  readonly covers: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly form?: Readonly<Record<string, string>>
}

/** Keeps an answer before anything reads it; what it was is only known after. */
export async function keepFetchedPage(
  transaction: Transaction,
  page: FetchedPage,
  of: { readonly source: string; readonly request: AskedPage; readonly runId: string },
): Promise<string> {
  const { partition, covers, form } = of.request
  const body = packBytes(page.bytes)
  await keepBody(transaction, body)
  return insertPage(
    transaction,
    sql<{ id: string }>`
    insert into page (run_id, source, partition, covers, method, form, url, final_url, redirects, requested_at, status,
      headers, body_sha256, fetcher, outcome)
    values (${of.runId}, ${of.source}, ${partition}, ${covers}, ${form === undefined ? 'GET' : 'POST'},
      ${form === undefined ? null : JSON.stringify(form)}, ${page.url}, ${page.finalUrl},
      ${JSON.stringify(page.redirects)}, ${page.requestedAt.toString()}, ${page.status},
      ${JSON.stringify(page.headers)}, ${Buffer.from(body.sha256)}, 'feastgap-fetch/1', 'unread')
    returning id`,
  )
}

/**
 * Writes what a kept page turned out to be, how it is unlike the others of its source, and how much of it was news. Without
 * `rows`, as when it is read again, what was counted when it was fetched stays.
 */
export async function markPage(
  transaction: Transaction,
  pageId: string,
  {
    outcome,
    drift,
    rows,
  }: {
    readonly outcome: string
    readonly drift?: string
    readonly rows?: { readonly changed: number; readonly unchanged: number }
  },
): Promise<void> {
  await sql`
    update page set outcome = ${outcome}, drift = ${drift ?? null},
      changed = coalesce(${rows?.changed ?? null}, changed), unchanged = coalesce(${rows?.unchanged ?? null}, unchanged)
    where id = ${pageId}
  `.execute(transaction.sql)
}

/** What lets a host say that nothing changed since its last good answer to an address. */
export async function readValidators(
  db: Reader,
  url: string,
): Promise<Readonly<Record<string, string>>> {
  const found = await sql<{ etag: string | null; modified: string | null }>`
    select headers ->> 'etag' as etag, headers ->> 'last-modified' as modified from page
    where url = ${url} and method = 'GET' and status = 200 and outcome in ('news', 'nothing-new', 'empty')
    order by id desc limit 1
  `.execute(db)
  const { etag = null, modified = null } = found.rows[0] ?? {}
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(modified === null ? {} : { 'if-modified-since': modified }),
  }
}

async function keepBody(
  transaction: Transaction,
  { sha256, size, packed }: PackedBytes,
): Promise<void> {
  await sql`
    insert into body (sha256, size, encoding, bytes)
    values (${Buffer.from(sha256)}, ${size}, ${packed === undefined ? 'identity' : 'zstd'}, ${packed ?? null})
    on conflict (sha256) do update set encoding = excluded.encoding, bytes = excluded.bytes
    where body.bytes is null and excluded.bytes is not null
  `.execute(transaction.sql)
}

async function insertPage(
  transaction: Transaction,
  statement: RawBuilder<{ id: string }>,
): Promise<string> {
  const [row] = (await statement.execute(transaction.sql)).rows
  if (row === undefined) throw new Error('the page row was not written')
  return row.id
}
