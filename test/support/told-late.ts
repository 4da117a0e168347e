import { sql } from 'kysely'
import type { Database } from '../../src/load/database.ts'

/**
 * Thirty deals a month from 2024-01 to 2025-12, fetched from one wire that was read from the first day on: six of ten in
 * the month of announcement, the others one, two or four months later. Beside them the backlog of a feed that was read
 * for the first time in March 2025: what it shows of January has no first-seen date.
 */
export async function tellLate(db: Database): Promise<void> {
  await db.transaction(async (transaction) => {
    await sql`
      create temp table told on commit drop as
      select 'wire' as source, 'w' || m || '-' || i as key, day as announced_on,
        (day + make_interval(months => case when (i * 7 + m) % 10 < 6 then 0 when (i * 7 + m) % 10 < 8 then 1
          when (i * 7 + m) % 10 = 8 then 2 else 4 end))::date as seen_on
      from generate_series(0, 23) m, generate_series(0, 29) i
      cross join lateral (select (date '2024-01-01' + make_interval(months => m, days => i % 20))::date as day) dated
      union all
      select 'new-feed', 'f' || i, date '2025-01-05' + i, date '2025-03-10' from generate_series(0, 19) i
    `.execute(transaction.sql)
    await sql`
      insert into announcement (source, source_key, title, published_on, recorded_at, known_from, assumed)
      select source, key, 'told', announced_on, day_end(seen_on), day_end(seen_on) - interval '1 hour', false from told
    `.execute(transaction.sql)
    await sql`
      insert into event (announcement_id, kind, span_start, country, status, track, round, announced_on, precision,
        announced_from, announced_until, investors, urls, confidence, known_from, assumed, recorded_at)
      select a.id, 'equity', 0, 'CN', 'closed', 'biomedicine', 'a', t.announced_on, 'day', t.announced_on, t.announced_on,
        '[]', '[]', 'medium', day_end(t.announced_on), true, day_end(t.seen_on)
      from told t join announcement a on a.source = t.source and a.source_key = t.key
    `.execute(transaction.sql)
    await sql`
      insert into deal (founding_event_id, country, track, kind, status, round, announced_on, announced_from,
        announced_until, known_from, assumed, recorded_at)
      select e.id, e.country, e.track, e.kind, e.status, e.round, e.announced_on, e.announced_from, e.announced_until,
        e.known_from, e.assumed, e.recorded_at
      from event e join announcement a on a.id = e.announcement_id where a.source in ('wire', 'new-feed')
    `.execute(transaction.sql)
    await sql`
      insert into deal_event (deal_id, event_id)
      select d.id, d.founding_event_id from deal d where not exists (select from deal_event l where l.deal_id = d.id)
    `.execute(transaction.sql)
  })
}
