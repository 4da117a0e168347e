import { sql } from 'kysely'
import { toCsvLine } from './csv-text.ts'
import type { Reader, Transaction } from './database.ts'

export interface RejectedLine {
  readonly line: number
  readonly reasons: readonly string[]
  /** The offending text, shortened by whoever rejects. */
  readonly content?: string
}

/** Keeps the rejected lines of a page with all their reasons. */
export async function storeRejections(
  transaction: Transaction,
  pageId: string,
  rejected: readonly RejectedLine[],
): Promise<void> {
  if (rejected.length === 0) return
  const text = rejected
    .map(({ line, reasons, content }) =>
      toCsvLine([pageId, String(line), JSON.stringify(reasons), content]),
    )
    .join('')
  await transaction.copyRows('rejection', ['page_id', 'line', 'reasons', 'content'], [text])
}

/** What an earlier reading of a page rejected gives way to what this one does. */
export async function forgetRejections(transaction: Transaction, pageId: string): Promise<void> {
  await sql`delete from rejection where page_id = ${pageId}`.execute(transaction.sql)
}

/** A page or file of which something was rejected. */
export interface RejectedPage {
  readonly page: string
  readonly source: string
  readonly url: string
  readonly partition: string | null
  readonly requestedAt: string
  readonly rejected: string
  /** The reason given most often. */
  readonly reason: string
}

/** Pages with rejections, the newest first. */
export async function listRejectedPages(
  db: Reader,
  { sources, count }: { readonly sources: readonly string[] | undefined; readonly count: number },
): Promise<readonly RejectedPage[]> {
  const found = await sql<RejectedPage>`
    select p.id as page, p.source, p.url, p.partition, p.requested_at as "requestedAt", r.rejected, r.reason
    from page p join (
      select page_id, count(*) as rejected, mode() within group (order by reasons ->> 0) as reason
      from rejection group by page_id
    ) r on r.page_id = p.id
    where ${sources === undefined ? sql`true` : sql`p.source = any(${sources})`}
    order by p.id desc limit ${count}
  `.execute(db)
  return found.rows
}

const PAGE = 1000

/** All rejections of a page in the order of their lines, a thousand at a time. */
export async function* readRejections(db: Reader, pageId: string): AsyncIterable<RejectedLine> {
  for (let offset = 0; ; offset += PAGE) {
    const found = await sql<{ line: number; reasons: string[]; content: string | null }>`
      select line, reasons, content from rejection where page_id = ${pageId}
      order by line, id limit ${PAGE} offset ${offset}
    `.execute(db)
    for (const { line, reasons, content } of found.rows) {
      yield { line, reasons, ...(content === null ? {} : { content }) }
    }
    if (found.rows.length < PAGE) return
  }
}
