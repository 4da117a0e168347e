import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Reader, Transaction } from './database.ts'

/** Above this many bytes an imported file is known by its hash only; the operator keeps the file. */
export const LARGEST_KEPT_BODY = 64 * 1024 * 1024

export interface ImportedPage {
  readonly name: string
  readonly sha256: Uint8Array
  readonly size: number
  /** Absent when larger than `LARGEST_KEPT_BODY`. */
  readonly bytes: Uint8Array | undefined
}

/** Keeps the bytes of an imported file before anything reads them. Returns the page's id. */
export async function keepImportedPage(
  transaction: Transaction,
  page: ImportedPage,
  run: { readonly id: string; readonly now: Temporal.Instant },
): Promise<string> {
  const packed = page.bytes === undefined ? null : zstdCompressSync(page.bytes)
  await sql`
    insert into body (sha256, size, encoding, bytes)
    values (${Buffer.from(page.sha256)}, ${page.size}, ${packed === null ? 'identity' : 'zstd'}, ${packed})
    on conflict (sha256) do update set encoding = excluded.encoding, bytes = excluded.bytes
    where body.bytes is null and excluded.bytes is not null
  `.execute(transaction.sql)
  const inserted = await sql<{ id: string }>`
    insert into page (run_id, source, method, url, requested_at, body_sha256, fetcher, outcome)
    values (${run.id}, 'import', 'FILE', ${page.name}, ${run.now.toString()}, ${Buffer.from(page.sha256)},
      'feastgap-import/1', 'news')
    returning id
  `.execute(transaction.sql)
  const [row] = inserted.rows
  if (row === undefined) throw new Error('the page row was not written')
  return row.id
}

/** The raw bytes of a page; undefined when only their hash was kept. */
export async function readBody(db: Reader, pageId: string): Promise<Uint8Array | undefined> {
  const found = await sql<{ encoding: string; bytes: Uint8Array | null }>`
    select body.encoding, body.bytes from page join body on body.sha256 = page.body_sha256 where page.id = ${pageId}
  `.execute(db)
  const [row] = found.rows
  if (row === undefined || row.bytes === null) return undefined
  return row.encoding === 'zstd' ? zstdDecompressSync(row.bytes) : row.bytes
}
