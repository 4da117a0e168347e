import { sql } from 'kysely'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { DealGroup, Decision, ToldEvent } from '../model/told-event.ts'
import type { Transaction } from './database.ts'

/** How events are put together; given by whoever runs the load, because it is no matter of storage. */
export interface Merging {
  /** What a name may be recognised by: only names that share a key are compared. */
  readonly keysOf: (name: string) => readonly string[]
  readonly group: (
    events: readonly ToldEvent[],
    decisions: readonly Decision[],
  ) => {
    readonly groups: readonly DealGroup[]
    readonly doubtful: readonly {
      readonly events: readonly [string, string]
      readonly score: number
      readonly why: readonly string[]
    }[]
  }
}

interface Told {
  readonly id: string
  readonly key: string
  readonly company: string
  readonly company_en: string | null
  readonly kind: string
  readonly status: string
  readonly round: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly currency: string | null
  readonly low: string | null
  readonly high: string | null
  readonly investors: readonly { readonly name: string }[]
  readonly file: string | null
}

/** The events of the page that is being loaded. */
export const EVENTS_OF_PAGE = `
  select distinct e.id from staged s
  join announcement a on a.source = s.source and a.source_key = s.source_key
  join event e on e.announcement_id = a.id`

/** Puts together again what some events tell of, with all events of companies whose names come near. */
export async function regroupEvents(
  transaction: Transaction,
  { keysOf, group }: Merging,
  { events, now }: { readonly events: string; readonly now: Temporal.Instant },
): Promise<void> {
  await learnKeys(transaction, keysOf)
  // What deals must be settled again for: these events, and later those their groups touch.
  await transaction.run(`
    drop table if exists unsettled;
    create temp table unsettled (event_id bigint primary key) on commit drop;
    insert into unsettled ${events}`)
  const near = await sql<Told>`
    with touched as (
      select distinct e.company_id from unsettled join event e on e.id = unsettled.event_id
    ), near as (
      select distinct other.company_id from touched
      join company_key own on own.company_id = touched.company_id
      join company_key other on other.key = own.key
    )
    select e.id, concat_ws(' ', a.source, a.source_key, e.kind, lpad(e.span_start::text, 9, '0')) as key,
      c.name as company, coalesce(e.company_en, c.name_en) as company_en, e.kind, e.status, e.round,
      e.announced_from as "from", e.announced_until as "until", e.currency, e.amount_low as low, e.amount_high as high,
      e.investors, case when a.title is null then a.source end as file
    from near
    join event e on e.company_id = near.company_id
    join company c on c.id = e.company_id
    join announcement a on a.id = e.announcement_id
  `.execute(transaction.sql)
  const ids = JSON.stringify(near.rows.map(({ id }) => id))
  const decisions = await decisionsAbout(transaction, ids)
  const { groups, doubtful } = group(near.rows.map(toTold), decisions)
  const members = groups.flatMap(({ founding, others }) =>
    others.map(({ event, score, why }) => ({ event, founding, score, why })),
  )
  await sql`
    delete from same_deal where event_id in (select value::bigint from jsonb_array_elements_text(${ids}))
  `.execute(transaction.sql)
  await sql`
    insert into same_deal (event_id, founding_event_id, score, why, recorded_at)
    select (item ->> 'event')::bigint, (item ->> 'founding')::bigint, (item ->> 'score')::numeric, item -> 'why',
      ${now.toString()}
    from jsonb_array_elements(${JSON.stringify(members)}::jsonb) item
  `.execute(transaction.sql)
  await sql`
    delete from doubtful_pair
    where event_a in (select value::bigint from jsonb_array_elements_text(${ids}))
      and event_b in (select value::bigint from jsonb_array_elements_text(${ids}))
  `.execute(transaction.sql)
  await sql`
    insert into doubtful_pair (event_a, event_b, score, why)
    select (item #>> '{events,0}')::bigint, (item #>> '{events,1}')::bigint, (item ->> 'score')::numeric, item -> 'why'
    from jsonb_array_elements(${JSON.stringify(doubtful)}::jsonb) item
    on conflict (event_a, event_b) do nothing
  `.execute(transaction.sql)
  await sql`
    insert into unsettled select value::bigint from jsonb_array_elements_text(${ids}) on conflict do nothing
  `.execute(transaction.sql)
}

/** The last decision about each pair stands. */
async function decisionsAbout(transaction: Transaction, ids: string): Promise<readonly Decision[]> {
  const found = await sql<{ decision: Decision['decision']; a: string; b: string; by: string }>`
    select distinct on (least(event_a, event_b), greatest(event_a, event_b)) decision, event_a as a, event_b as b,
      decided_by as by
    from review_decision
    where event_a in (select value::bigint from jsonb_array_elements_text(${ids}))
      and event_b in (select value::bigint from jsonb_array_elements_text(${ids}))
    order by least(event_a, event_b), greatest(event_a, event_b), id desc
  `.execute(transaction.sql)
  return found.rows.map(({ decision, a, b, by }) => ({ decision, events: [a, b], by }))
}

/** Companies that have no keys yet are new. */
async function learnKeys(transaction: Transaction, keysOf: Merging['keysOf']): Promise<void> {
  const fresh = await sql<{ id: string; name: string; name_en: string | null }>`
    select id, name, name_en from company c
    where not exists (select from company_key k where k.company_id = c.id)
  `.execute(transaction.sql)
  const keys = fresh.rows.flatMap(({ id, name, name_en }) => {
    const all = [name, ...(name_en === null ? [] : [name_en])].flatMap(keysOf)
    // A name that gives no key is its own.
    return [...new Set(all.length === 0 ? [name] : all)].map((key) => ({ id, key }))
  })
  await sql`
    insert into company_key (key, company_id)
    select item ->> 'key', (item ->> 'id')::bigint from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) item
    on conflict do nothing
  `.execute(transaction.sql)
}

function toTold({
  company,
  company_en,
  currency,
  low,
  high,
  investors,
  file,
  ...told
}: Told): ToldEvent {
  return {
    ...told,
    companies: [company, ...(company_en === null ? [] : [company_en])],
    ...(currency === null ? {} : { currency }),
    // For comparison only: the amounts of a deal stay decimal.
    ...(low === null ? {} : { low: Number(low) }),
    ...(high === null ? {} : { high: Number(high) }),
    investors: investors.map(({ name }) => name),
    ...(file === null ? {} : { file }),
  }
}
