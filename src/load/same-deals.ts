import { sql } from 'kysely'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { DealGroup, Decision, ToldEvent } from '../model/told-event.ts'
import { learnCompanies, type Naming } from './company-names.ts'
import type { Transaction } from './database.ts'

/** How events are put together; given by whoever runs the load, because it is no matter of storage. */
export interface Merging extends Naming {
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
  readonly companies: readonly string[]
  readonly parents: readonly string[]
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

/** Events of companies whose new name was learned from what is being loaded. */
function eventsOfCompanies(ids: readonly string[]): string {
  return `select id from event where company_id in (${['null', ...ids.map((id) => BigInt(id))].join(', ')})`
}

/**
 * Learns who is who, and puts together again what some events tell of, with all events of companies whose names come
 * near. `keys`: names that were told aliases.
 */
export async function regroupEvents(
  transaction: Transaction,
  { group, ...naming }: Merging,
  {
    events,
    keys,
    now,
  }: { readonly events: string; readonly keys?: string; readonly now: Temporal.Instant },
): Promise<void> {
  const renamed = await learnCompanies(transaction, naming, keys)
  // What deals must be settled again for: these events, and later those their groups touch.
  await transaction.run(`
    drop table if exists unsettled;
    create temp table unsettled (event_id bigint primary key) on commit drop;
    insert into unsettled ${events} union ${eventsOfCompanies(renamed)}`)
  const near = await sql<Told>`
    with touched as (
      select distinct coalesce(c.merged_into, c.id) as root
      from unsettled join event e on e.id = unsettled.event_id join company c on c.id = e.company_id
    ), spelled as (
      select root, root as id from touched
      union all select t.root, c.id from touched t join company c on c.merged_into = t.root
    ), near as (
      select distinct coalesce(c.merged_into, c.id) as root
      from spelled join company_key own on own.company_id = spelled.id
      join company_key other on other.key = own.key
      join company c on c.id = other.company_id
    ), near_spelled as (
      select root, root as id from near
      union all select n.root, c.id from near n join company c on c.merged_into = n.root
    ), named as (
      select s.root, jsonb_agg(c.name order by c.id) || jsonb_agg(distinct c.name_en) filter (where c.name_en is not null)
          as both_languages, jsonb_agg(c.name order by c.id) as names,
        coalesce((select jsonb_agg(distinct a.other) from alias a
          where a.kind = 'parent' and a.status = 'told' and a.name_key = any (array_agg(c.identity_key))), '[]') as parents
      from near_spelled s join company c on c.id = s.id
      group by s.root
    )
    select e.id, concat_ws(' ', a.source, a.source_key, e.kind, lpad(e.span_start::text, 9, '0')) as key,
      coalesce(n.both_languages, n.names)
        || case when e.company_en is null then '[]' else jsonb_build_array(e.company_en) end as companies,
      n.parents, e.kind, e.status, e.round,
      e.announced_from as "from", e.announced_until as "until", e.currency, e.amount_low as low, e.amount_high as high,
      e.investors, case when a.title is null then a.source end as file
    from near_spelled s
    join named n on n.root = s.root
    join event e on e.company_id = s.id
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

function toTold({ currency, low, high, investors, file, ...told }: Told): ToldEvent {
  return {
    ...told,
    ...(currency === null ? {} : { currency }),
    // For comparison only: the amounts of a deal stay decimal.
    ...(low === null ? {} : { low: Number(low) }),
    ...(high === null ? {} : { high: Number(high) }),
    investors: investors.map(({ name }) => name),
    ...(file === null ? {} : { file }),
  }
}
