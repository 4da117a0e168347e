import { sql } from 'kysely'
import type { EventKey, Ruling } from '../model/ruling.ts'
import type { Database, Reader } from './database.ts'
import { keepRuling, readRulings } from './rulings.ts'
import { type Merging, putTogether } from './same-deals.ts'

/** One telling of an event a person should look at. */
export interface Telling {
  readonly event: string
  readonly company: string | null
  readonly day: string
  readonly round: string
  readonly amount: string | null
  readonly title: string | null
  readonly url: string | null
}

export interface DoubtfulTellings {
  readonly score: string
  readonly why: readonly string[]
  readonly a: Telling
  readonly b: Telling
}

function tellingOf(event: string): string {
  return `
    (select jsonb_build_object('event', e.id::text, 'company', c.name, 'day', e.announced_on::text, 'round', e.round,
        'amount', e.amount_text, 'title', a.title, 'url', coalesce(a.url, e.urls ->> 0))
      from event e join announcement a on a.id = e.announcement_id left join company c on c.id = e.company_id
      where e.id = ${event})`
}

/** Pairs nobody has decided yet, the most alike first. */
export async function readDoubtful(db: Reader): Promise<readonly DoubtfulTellings[]> {
  const found = await sql<DoubtfulTellings>`
    select d.score, d.why, ${sql.raw(tellingOf('d.event_a'))} as a, ${sql.raw(tellingOf('d.event_b'))} as b
    from doubtful_pair d
    where not exists (
      select from review_ruling r
      where r.event_b is not null and least(r.event_a, r.event_b) = least(d.event_a, d.event_b)
        and greatest(r.event_a, r.event_b) = greatest(d.event_a, d.event_b))
    order by d.score desc, d.event_a, d.event_b
  `.execute(db)
  return found.rows
}

/** A deal as a person who reviews it sees it. */
export interface ReviewedDeal {
  readonly deal: string
  readonly company: string | null
  readonly status: string
  readonly round: string
  readonly day: string
  readonly yuan: readonly [string | null, string | null]
  /** Why its amount is not the one printed, where a total of several rounds is all that is told. */
  readonly total: string | null
  readonly tellings: readonly (Telling & {
    readonly outlet: string
    readonly voice: string
    readonly reason: string | null
    readonly score: string | null
    readonly why: readonly string[] | null
  })[]
  readonly rulings: readonly {
    readonly decision: string
    readonly by: string
    readonly why: string
    readonly at: string
  }[]
}

/** The deal an event tells of, with all who tell of it and all that was decided; undefined: no such event. */
export async function readReviewed(db: Reader, event: string): Promise<ReviewedDeal | undefined> {
  const found = await sql<ReviewedDeal>`
    select d.id as deal, c.name as company, d.status, d.round, d.announced_on as day,
      jsonb_build_array(d.yuan_low::text, d.yuan_high::text) as yuan, t.reading as total,
      (select jsonb_agg(${sql.raw(tellingOf('s.event_id'))}
          || jsonb_build_object('outlet', s.outlet, 'voice', s.voice, 'reason', s.reason, 'score', same.score::text,
            'why', same.why) order by s.announced_on, s.event_id, s.outlet)
        from deal_source s left join same_deal same on same.event_id = s.event_id where s.deal_id = d.id) as tellings,
      coalesce((select jsonb_agg(jsonb_build_object('decision', r.decision, 'by', r.decided_by, 'why', r.why,
          'at', r.decided_at::text) order by r.decided_at, r.id)
        from review_ruling r
        where r.event_a in (select event_id from deal_event where deal_id = d.id)
          or r.event_b in (select event_id from deal_event where deal_id = d.id)), '[]') as rulings
    from deal_event link join deal d on d.id = link.deal_id
    left join company c on c.id = d.company_id
    left join covering_total t on t.founding_event_id = d.founding_event_id
    where link.event_id = ${event}
  `.execute(db)
  return found.rows[0]
}

/** A deal as a line of a list; `event` is one that tells of it. */
export interface FoundDeal {
  readonly event: string
  readonly company: string
  readonly day: string
  readonly round: string
  readonly status: string
  readonly yuan: readonly [string | null, string | null]
  readonly tellings: number
}

export const MOST_DEALS = 100

/** Deals of the companies any of whose names holds a text, the newest first. */
export async function dealsOfCompany(db: Reader, text: string): Promise<readonly FoundDeal[]> {
  const found = await sql<FoundDeal>`
    select d.founding_event_id::text as event, c.name as company, d.announced_on::text as day, d.round, d.status,
      jsonb_build_array(d.yuan_low::text, d.yuan_high::text) as yuan,
      (select count(*)::int from deal_event de where de.deal_id = d.id) as tellings
    from deal d join company c on c.id = d.company_id
    where d.status <> 'duplicate' and coalesce(c.merged_into, c.id) in (
      select coalesce(merged_into, id) from company
      where position(lower(${text}) in lower(name)) > 0 or position(lower(${text}) in lower(name_en)) > 0)
    order by d.announced_on desc, d.founding_event_id desc
    limit ${MOST_DEALS}
  `.execute(db)
  return found.rows
}

/** Natural keys of events, in the order asked for; undefined for one that is not there. */
export async function keysOfEvents(
  db: Reader,
  events: readonly string[],
): Promise<readonly (EventKey | undefined)[]> {
  const found = await sql<EventKey & { event: string }>`
    select e.id as event, a.source, a.source_key as "sourceKey", e.kind, e.span_start as "spanStart"
    from event e join announcement a on a.id = e.announcement_id
    where e.id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(events)}))
  `.execute(db)
  const keys = new Map(found.rows.map(({ event, ...key }) => [event, key]))
  return events.map((event) => keys.get(event))
}

/** Every event of the deal an event tells of. */
export async function eventsOfDeal(db: Reader, event: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select other.event_id as id from deal_event own join deal_event other on other.deal_id = own.deal_id
    where own.event_id = ${event} order by other.event_id
  `.execute(db)
  return found.rows.map(({ id }) => id)
}

/** How many of some decisions were new and known already. */
export interface Applied {
  readonly fresh: number
  readonly known: number
  /** Of all decisions, those about events that are not here. */
  readonly waiting: readonly Ruling[]
}

/** Writes decisions down and settles the deals they change. One whose event is not here is kept and obeyed when it comes. */
export async function applyRulings(
  db: Database,
  rulings: readonly Ruling[],
  { merging, now }: { readonly merging: Merging; readonly now: Temporal.Instant },
): Promise<Applied> {
  return db.transaction(async (transaction) => {
    const fresh: string[] = []
    for (const ruling of rulings) {
      const id = await keepRuling(transaction, ruling)
      if (id !== undefined) fresh.push(id)
    }
    const events = `
      select event_a from review_ruling where id in (${fresh.join(', ')}) and event_a is not null
      union select event_b from review_ruling where id in (${fresh.join(', ')}) and event_b is not null`
    if (fresh.length > 0) await putTogether(transaction, merging, { events, now })
    return {
      fresh: fresh.length,
      known: rulings.length - fresh.length,
      waiting: await readRulings(transaction.sql, 'waiting'),
    }
  })
}
