import { type RawBuilder, sql } from 'kysely'
import type { RetentionConfig } from '../model/retention-config.ts'
import type { Reader, Transaction } from './database.ts'

/** Bytes of pages that may go, or went. */
export interface Pruned {
  readonly source: string
  readonly pages: string
  readonly bytes: string
}

/** What went, or may go, by source: the lines of `going`. */
const BY_SOURCE = sql`
  select source, count(*) as pages, sum(octet_length(bytes)) as bytes
  from going join body on body.sha256 = going.body_sha256 group by source order by source
`

/** What the policy lets go, by source; nothing is changed. */
export async function listPrunable(
  db: Reader,
  retention: RetentionConfig,
  now: Temporal.Instant,
): Promise<readonly Pruned[]> {
  const found = await sql<Pruned>`
    with ${await goingPages(db, retention, now)} ${BY_SOURCE}
  `.execute(db)
  return found.rows
}

/** Drops the bytes the policy lets go; page, hash and size stay, so a page that comes again is still known. */
export async function prune(
  { sql: db }: Pick<Transaction, 'sql'>,
  retention: RetentionConfig,
  now: Temporal.Instant,
): Promise<readonly Pruned[]> {
  // One statement sees one state: what is listed is what went, as it was before.
  const found = await sql<Pruned>`
    with ${await goingPages(db, retention, now)}, gone as (
      update body set bytes = null, encoding = 'identity' where sha256 in (select body_sha256 from going)
    ) ${BY_SOURCE}
  `.execute(db)
  return found.rows
}

/**
 * Pages old enough, with bytes nothing else needs: no row of any table rests on the page or on another page of the same
 * bytes, and no other page of them is younger. Tables that rest on pages are those with a column `page_id`.
 */
async function goingPages(
  db: Reader,
  { days, sources }: RetentionConfig,
  now: Temporal.Instant,
): Promise<RawBuilder<unknown>> {
  const resting = await sql<{ table: string }>`
    select c.table_name as "table" from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'page_id' and t.table_type = 'BASE TABLE'
      and not (select relispartition from pg_class where oid = format('public.%I', c.table_name)::regclass)
      and c.table_name <> 'rejection'
    order by 1
  `.execute(db)
  const needed = resting.rows
    .map(({ table }) => `select page_id from public."${table}" where page_id is not null`)
    .join(' union ')
  const daysOf = JSON.stringify(sources)
  return sql`needed as (${sql.raw(needed)}), aged as (
      select page.id, source, body_sha256, body.bytes is not null and page.method <> 'FILE'
        and not exists (select from needed where needed.page_id = page.id)
        and requested_at < ${now.toString()}::timestamptz - make_interval(days => coalesce(
          (${daysOf}::jsonb -> source ->> kept)::integer,
          case kept when 'read' then ${days.read}::integer else ${days.unusable}::integer end)) as is_old
      from page join body on body.sha256 = page.body_sha256
      cross join lateral (select case when outcome in ('broken', 'blocked', 'unread') then 'unusable' else 'read' end) k (kept)
    ), going as (
      select min(source) as source, body_sha256 from aged group by body_sha256 having bool_and(is_old)
    )`
}
