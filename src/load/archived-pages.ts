import { zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** A fetched page as the archive gives it back. */
export interface ArchivedPage {
  readonly id: string
  readonly source: string
  readonly partition: string
  readonly covers: string
  readonly form: Readonly<Record<string, string>> | null
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

/** Which pages of a source: those that cover days of a span, or those of which something was rejected. */
export interface ArchiveWish {
  readonly from?: string
  readonly to?: string
  readonly only?: 'rejected'
}

/** Fetched pages of a source in the order they came, the newest state last. */
export async function* readArchive(
  db: Reader,
  source: string,
  { from, to, only }: ArchiveWish = {},
): AsyncIterable<ArchivedPage> {
  const isWanted =
    only === undefined
      ? sql`true`
      : sql`exists (select from rejection where rejection.page_id = page.id)`
  const pages = await sql<Omit<ArchivedPage, 'bytes'>>`
    select id, source, partition, covers, form, url, status, headers from page
    where source = ${source} and method <> 'FILE' and body_sha256 is not null and status <> 304
      and (${from ?? null}::text is null or covers >= left(${from ?? null}, length(covers)))
      and (${to ?? null}::text is null or covers <= left(${to ?? null}, length(covers)))
      and ${isWanted}
    order by id
  `.execute(db)
  for (const page of pages.rows) {
    const bytes = await readBody(db, page.id)
    if (bytes !== undefined) yield { ...page, bytes }
  }
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

/** Where and when a page was got, and what its bytes hash to. */
export interface PageFacts {
  readonly id: string
  readonly source: string
  readonly url: string
  readonly fetchedAt: string
  readonly sha256: string | null
  readonly headers: Readonly<Record<string, string>>
}

/** The facts of pages by their ids; one that is not there is left out. */
export async function readPageFacts(
  db: Reader,
  pageIds: readonly string[],
): Promise<ReadonlyMap<string, PageFacts>> {
  const found = await sql<PageFacts>`
    select id, source, coalesce(final_url, url) as url, requested_at as "fetchedAt",
      encode(body_sha256, 'hex') as sha256, headers
    from page where id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(pageIds)}::jsonb))
  `.execute(db)
  return new Map(found.rows.map((page) => [page.id, page]))
}
