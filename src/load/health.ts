import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** How a source has been doing, from what is kept of it. */
export interface SourceHealth {
  readonly source: string
  readonly pages: string
  readonly lastEnd: string
  /** Instant of the last page that was an answer. */
  readonly lastGood: string | null
  /** How the last page was unlike those before it. */
  readonly drift: string | null
  /** The breaker of its host is open until then. */
  readonly closedUntil: string | null
  /** Rows that were new or told otherwise, and rows that said what was known, when their pages were fetched. */
  readonly changed: string
  readonly unchanged: string
  /** Items of its pages that are rejected, as last read. */
  readonly rejected: string
  readonly failed: string
  readonly waiting: string
  readonly gapFrom: string | null
  readonly gapTo: string | null
}

export async function readHealth(db: Reader): Promise<ReadonlyMap<string, SourceHealth>> {
  const found = await sql<SourceHealth>`
    with seen as (
      select source, count(*) as pages,
        max(requested_at) filter (where outcome in ('news', 'nothing-new', 'empty')) as last_good,
        (array_agg(outcome order by id desc))[1] as last_end, (array_agg(drift order by id desc))[1] as drift,
        coalesce(sum(changed), 0) as changed, coalesce(sum(unchanged), 0) as unchanged,
        (array_agg(substring(url from '^https?://([^/]+)') order by id desc))[1] as host
      from page where method <> 'FILE' group by source
    ), refused as (
      select source, count(*) as rejected from rejection join page on page.id = page_id
      where method <> 'FILE' group by source
    ), work as (
      select source, count(*) filter (where state = 'failed') as failed,
        count(*) filter (where state in ('planned', 'running')) as waiting,
        max(request ->> 'from') filter (where state = 'gap') as gap_from,
        max(request ->> 'to') filter (where state = 'gap') as gap_to
      from partition group by source
    )
    select source, coalesce(pages, 0)::text as pages, coalesce(last_end, 'never kept') as "lastEnd",
      last_good as "lastGood", drift, case when open_until > now() then open_until end as "closedUntil",
      coalesce(changed, 0)::text as changed, coalesce(unchanged, 0)::text as unchanged,
      coalesce(rejected, 0)::text as rejected, coalesce(failed, 0)::text as failed,
      coalesce(waiting, 0)::text as waiting, gap_from as "gapFrom", gap_to as "gapTo"
    from work full join seen using (source) left join refused using (source) left join host_gate using (host)
    order by source
  `.execute(db)
  return new Map(found.rows.map((row) => [row.source, row]))
}
