import { sql } from 'kysely'
import type { Reader } from '../../src/load/database.ts'

/** Enters a page that nobody fetched, for rows that must come from one. Returns its id. */
export async function enterMadePage(db: Reader, now: Temporal.Instant): Promise<string> {
  const page = await sql<{ id: string }>`
    with r as (insert into run (command, arguments, started_at) values ('test', '{}', ${now.toString()}) returning id)
    insert into page (run_id, source, method, url, requested_at, fetcher, outcome)
    select id, 'made-up', 'GET', 'https://x.example/', ${now.toString()}, 'test', 'unread' from r returning id
  `.execute(db)
  return page.rows[0]?.id ?? ''
}
