import { sql } from 'kysely'
import { toCsvLine } from './csv-text.ts'
import type { Reader, Transaction } from './database.ts'

export interface RejectedLine {
  readonly line: number
  readonly reasons: readonly string[]
  /** The offending text, shortened by whoever rejects. */
  readonly content?: string
}

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
