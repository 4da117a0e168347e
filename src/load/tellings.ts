import { sql } from 'kysely'
import type { Telling, Voiced } from '../model/telling.ts'
import type { Transaction } from './database.ts'

/** How copies are told from tellings in words of their own; given by whoever runs the load. */
export interface Voicing {
  readonly voices: (tellings: readonly Telling[]) => readonly Voiced[]
}

interface ToldIn extends Telling {
  readonly deal: string
}

/**
 * Asks again who tells of the deals of `grouped` in words of its own: of those an unsettled event tells of, and those
 * that gained or lost one. Texts are read for these alone. Before the groups are stored.
 */
export async function listenAgain(transaction: Transaction, { voices }: Voicing): Promise<void> {
  await transaction.run(`
    drop table if exists heard;
    create temp table heard on commit drop as
    with moved as (
      select g.event_id, s.founding_event_id as before from grouped g left join same_deal s on s.event_id = g.event_id
      where coalesce(s.founding_event_id, g.event_id) <> g.founding_event_id
    ), touched as (
      select event_id from unsettled union select event_id from moved union select before from moved
    )
    select g.event_id, g.founding_event_id from grouped g
    where g.founding_event_id in (
      select own.founding_event_id from touched join grouped own on own.event_id = touched.event_id)`)
  const found = await sql<ToldIn>`
    select h.founding_event_id as deal, e.id as event,
      telling_key(a.source, a.source_key, e.kind, e.span_start) as key,
      e.announced_from as "from", a.source, coalesce(a.title, '') as title, coalesce(a.body, '') as body,
      case when a.url is null or a.title is null then e.urls else jsonb_build_array(a.url) end as urls,
      a.title is null and e.confidence = 'high' as "isVouched"
    from heard h join event e on e.id = h.event_id join announcement a on a.id = e.announcement_id
  `.execute(transaction.sql)
  const told = [...Map.groupBy(found.rows, ({ deal }) => deal).values()].flatMap(voices)
  await transaction.run('delete from telling t using heard h where h.event_id = t.event_id')
  await sql`
    insert into telling (event_id, outlet, voice, reason, likeness, of_event_id)
    select event, outlet, voice, reason, likeness, "of"
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      item (event bigint, outlet text, voice text, reason text, likeness numeric, "of" bigint)
  `.execute(transaction.sql)
}
