import { sql } from 'kysely'
import type { Covering, DealGroup, Decision, ToldEvent } from '../model/told-event.ts'
import { learnCompanies, type Naming } from './company-names.ts'
import { storeCoverings } from './coverings.ts'
import type { Transaction } from './database.ts'
import { settleDeals } from './deals.ts'
import { nearEvents } from './near-events.ts'
import { pairDecisions, rejectedOf, rulingsAbout, storeRuled } from './rulings.ts'
import { listenAgain, type Voicing } from './tellings.ts'

/** How events are put together; given by whoever runs the load, because it is no matter of storage. */
export interface Merging extends Naming, Voicing {
  readonly group: (events: readonly ToldEvent[], decisions: readonly Decision[]) => Grouping
  readonly coverings: (
    groups: readonly DealGroup[],
    events: readonly ToldEvent[],
  ) => readonly Covering[]
}

interface Grouping {
  readonly groups: readonly DealGroup[]
  readonly doubtful: readonly {
    readonly events: readonly [string, string]
    readonly score: number
    readonly why: readonly string[]
  }[]
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
 * Learns who is who, puts together again what some events tell of, with all events of companies whose names come near,
 * and settles their deals. `keys`: names that were told aliases. What a person decided about an event that is new here
 * is obeyed only after the deal stood as it was told: so the second time axis shows both.
 */
export async function putTogether(
  transaction: Transaction,
  merging: Merging,
  {
    events,
    keys,
    now,
  }: { readonly events: string; readonly keys?: string; readonly now: Temporal.Instant },
): Promise<void> {
  const renamed = await learnCompanies(transaction, merging, keys)
  // What deals must be settled again for: these events, and later those their groups touch.
  await transaction.run(`
    drop table if exists unsettled;
    create temp table unsettled (event_id bigint primary key) on commit drop;
    insert into unsettled ${events} union ${eventsOfCompanies(renamed)}`)
  // What no text tells any more founds no deal, not even where a person put it with one that stands.
  const near = (await nearEvents(transaction)).filter(({ status }) => status !== 'withdrawn')
  const around = { merging, near, now }
  const told = merging.group(near, [])
  await store(transaction, told, around)
  await transaction.run('delete from ruled_event r using grouped g where g.event_id = r.event_id')
  const rulings = await rulingsAbout(
    transaction,
    near.map(({ id }) => id),
  )
  if (rulings.length > 0) {
    if (await hasUnsettledNew(transaction)) await settle(transaction, now)
    const rejected = rejectedOf(rulings)
    const ruled = near.map((event) =>
      rejected.has(event.id) ? { ...event, status: 'rejected' } : event,
    )
    const decided = merging.group(ruled, pairDecisions(rulings))
    await store(transaction, decided, { ...around, near: ruled })
    await storeRuled(transaction, rulings, [...told.groups, ...decided.groups])
  }
  await settle(transaction, now)
}

async function settle(transaction: Transaction, now: Temporal.Instant): Promise<void> {
  await settleDeals(transaction, { pageId: undefined, now }, 'changed')
}

async function hasUnsettledNew(transaction: Transaction): Promise<boolean> {
  const found = await sql`
    select from grouped g
    where not exists (select from deal d where d.founding_event_id = g.event_id) limit 1
  `.execute(transaction.sql)
  return found.rows.length > 0
}

async function store(
  transaction: Transaction,
  { groups, doubtful }: Grouping,
  {
    merging,
    near,
    now,
  }: {
    readonly merging: Merging
    readonly near: readonly ToldEvent[]
    readonly now: Temporal.Instant
  },
): Promise<void> {
  await layOutGroups(transaction, groups)
  await listenAgain(transaction, merging)
  await storeGroups(transaction, now)
  await storeCoverings(transaction, merging.coverings(groups, near))
  await storeDoubts(transaction, doubtful)
  await transaction.run('insert into unsettled select event_id from grouped on conflict do nothing')
}

/** All events at hand with the group they belong to now, in a temporary table; one of no known company is alone. */
async function layOutGroups(transaction: Transaction, groups: readonly DealGroup[]): Promise<void> {
  const members = groups.flatMap(({ founding, others }) => [
    { event: founding, founding },
    ...others.map(({ event, score, why }) => ({ event, founding, score, why })),
  ])
  await transaction.run(`
    drop table if exists grouped;
    create temp table grouped (
      event_id bigint primary key, founding_event_id bigint not null, score numeric, why jsonb
    ) on commit drop`)
  await sql`
    insert into grouped
    select event, founding, score, why
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
      item (event bigint, founding bigint, score numeric, why jsonb)
  `.execute(transaction.sql)
  await transaction.run(`
    insert into grouped select event_id, event_id, null, null from unsettled on conflict do nothing;
    analyze grouped`)
}

async function storeGroups(transaction: Transaction, now: Temporal.Instant): Promise<void> {
  await transaction.run(`
    delete from same_deal s using grouped g where g.event_id = s.event_id and g.score is null`)
  await sql`
    insert into same_deal as s (event_id, founding_event_id, score, why, recorded_at)
    select event_id, founding_event_id, score, why, ${now.toString()} from grouped where score is not null
    on conflict (event_id) do update
    set founding_event_id = excluded.founding_event_id, score = excluded.score, why = excluded.why,
      recorded_at = excluded.recorded_at
    where row(s.founding_event_id, s.score, s.why)
      is distinct from row(excluded.founding_event_id, excluded.score, excluded.why)
  `.execute(transaction.sql)
}

async function storeDoubts(
  transaction: Transaction,
  doubtful: Grouping['doubtful'],
): Promise<void> {
  await transaction.run(`
    delete from doubtful_pair d using grouped a, grouped b
    where a.event_id = d.event_a and b.event_id = d.event_b`)
  await sql`
    insert into doubtful_pair (event_a, event_b, score, why)
    select (item #>> '{events,0}')::bigint, (item #>> '{events,1}')::bigint, (item ->> 'score')::numeric, item -> 'why'
    from jsonb_array_elements(${JSON.stringify(doubtful)}::jsonb) item
    on conflict (event_a, event_b) do nothing
  `.execute(transaction.sql)
}
