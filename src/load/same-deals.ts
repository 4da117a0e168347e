import { sql } from 'kysely'
import type { Covering, DealGroup, Decision, ToldEvent } from '../model/told-event.ts'
import { keyEnglishNames, learnCompanies, type Naming } from './company-names.ts'
import { storeCoverings } from './coverings.ts'
import type { Transaction } from './database.ts'
import { settleDeals } from './deals.ts'
import { type DoubtfulPair, storeDoubts } from './doubtful-pairs.ts'
import { nearEvents } from './near-events.ts'
import {
  pairDecisions,
  type RulingHere,
  rejectedOf,
  ruledEvents,
  rulingsAbout,
  storeRuled,
} from './rulings.ts'
import { refreshStatistics } from './statistics.ts'
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
  readonly doubtful: readonly DoubtfulPair[]
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

/** Events as they stand, and what is done with them. */
interface AtHand {
  readonly merging: Merging
  readonly near: readonly ToldEvent[]
  readonly now: Temporal.Instant
}

/**
 * Learns who is who, puts together again what some events tell of, with all events of companies whose names come near,
 * and settles the deals that changes. `keys`: names that were told aliases. What a person decided about an event that is
 * new here is obeyed only after the deal stood as it was told: so the second time axis shows both.
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
  await refreshStatistics(transaction)
  const renamed = await learnCompanies(transaction, merging, keys)
  // What deals must be settled again for: these events, and all whose deal changes on the way.
  await transaction.run(`
    drop table if exists unsettled;
    create temp table unsettled (event_id bigint primary key) on commit drop;
    insert into unsettled ${events} union ${eventsOfCompanies(renamed)};
    analyze unsettled`)
  await keyEnglishNames(transaction, merging)
  // What no text tells any more founds no deal, not even where a person put it with one that stands.
  const near = (await nearEvents(transaction)).filter(({ status }) => status !== 'withdrawn')
  const around = { merging, near, now }
  const told = merging.group(near, [])
  const rulings = await rulingsAbout(
    transaction,
    near.map(({ id }) => id),
  )
  if (rulings.length === 0) await store(transaction, told, around)
  const ruledGroups = rulings.length === 0 ? [] : await obey(transaction, told, rulings, around)
  await storeRuled(transaction, rulings, ruledGroups)
  await settle(transaction, now)
}

/** Puts events together as a person decided. Gives all groups they were in, as told and as decided. */
async function obey(
  transaction: Transaction,
  told: Grouping,
  rulings: readonly RulingHere[],
  around: AtHand,
): Promise<readonly DealGroup[]> {
  const rejected = rejectedOf(rulings)
  const near = around.near.map((event) =>
    rejected.has(event.id) ? { ...event, status: 'rejected' } : event,
  )
  const decided = around.merging.group(near, pairDecisions(rulings))
  const groups = [...told.groups, ...decided.groups]
  if (await isNewAmong(transaction, ruledEvents(rulings, groups))) {
    await store(transaction, told, around)
    await transaction.run(
      'delete from ruled_event r using unsettled u where u.event_id = r.event_id',
    )
    await settle(transaction, around.now)
  }
  await store(transaction, decided, { ...around, near })
  return groups
}

async function settle(transaction: Transaction, now: Temporal.Instant): Promise<void> {
  await settleDeals(transaction, { pageId: undefined, now }, 'changed')
}

/** Whether one of some events stands in no deal yet. */
async function isNewAmong(transaction: Transaction, events: readonly string[]): Promise<boolean> {
  const found = await sql`
    select from jsonb_array_elements_text(${JSON.stringify(events)}) item (id)
    where not exists (select from deal d where d.founding_event_id = item.id::bigint) limit 1
  `.execute(transaction.sql)
  return found.rows.length > 0
}

async function store(
  transaction: Transaction,
  { groups, doubtful }: Grouping,
  { merging, near, now }: AtHand,
): Promise<void> {
  await layOutGroups(transaction, groups)
  await listenAgain(transaction, merging)
  await storeGroups(transaction, now)
  await storeCoverings(transaction, merging.coverings(groups, near))
  await storeDoubts(transaction, doubtful)
  // A total leaves another rest where a round it contains is told otherwise.
  await transaction.run(`
    insert into unsettled select event_id from heard
    union select c.total_event_id from covered_round c join heard h on h.event_id = c.round_event_id
    on conflict do nothing`)
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
    insert into freed_event (event_id, since)
    select s.event_id, f.known_from
    from same_deal s join grouped g on g.event_id = s.event_id join event f on f.id = s.founding_event_id
    where g.score is null and f.status = 'withdrawn'
    on conflict (event_id) do update set since = excluded.since;
    update freed_event r set since = greatest(r.since, f.known_from)
    from grouped g join event f on f.id = g.founding_event_id
    where g.event_id = r.event_id and g.score is not null;
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
