import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** A session of an exchange as it is known. */
export interface KnownSession {
  readonly exchange: string
  readonly day: string
  /** The source or the imported file it came from. */
  readonly source: string | null
  readonly learnedAt: string
}

export async function readSessions(
  db: Reader,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly KnownSession[]> {
  const found = await sql<KnownSession>`
    select exchange, session_on as day,
      case when page.source = 'import' then page.url else page.source end as source, recorded_at as "learnedAt"
    from session left join page on page.id = session.page_id
    where session_on between ${from} and ${to} order by session_on, exchange
  `.execute(db)
  return found.rows
}
