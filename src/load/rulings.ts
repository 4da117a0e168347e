import { sql } from 'kysely'
import type { Ruling } from '../model/ruling.ts'
import type { DealGroup, Decision } from '../model/told-event.ts'
import type { Reader, Transaction } from './database.ts'

/** A decision with the events of this database it is about. */
export interface RulingHere {
  readonly decision: Ruling['decision']
  readonly events: readonly string[]
  readonly by: string
  readonly at: string
}

/** Decisions about events at hand, in the order they were made; one that waits for its other event decides nothing yet. */
export async function rulingsAbout(
  transaction: Transaction,
  ids: readonly string[],
): Promise<readonly RulingHere[]> {
  const found = await sql<Omit<RulingHere, 'events'> & { a: string; b: string | null }>`
    with at_hand as (select value::bigint as id from jsonb_array_elements_text(${JSON.stringify(ids)}))
    select decision, event_a as a, event_b as b, decided_by as by, decided_at::text as at
    from review_ruling r
    where (event_a in (select id from at_hand) or event_b in (select id from at_hand))
      and (decision not in ('merge', 'split') or event_a is not null and event_b is not null)
    order by r.decided_at, r.id
  `.execute(transaction.sql)
  return found.rows.map(({ a, b, ...ruling }) => ({
    ...ruling,
    events: [a, b].filter((id) => id !== null),
  }))
}

/** The last decision about each pair. */
export function pairDecisions(rulings: readonly RulingHere[]): readonly Decision[] {
  return rulings.flatMap(({ decision, events: [a, b], by }) =>
    (decision === 'merge' || decision === 'split') && a !== undefined && b !== undefined
      ? [{ decision, events: [a, b] as const, by }]
      : [],
  )
}

/** Events whose last decision is that they are not what they say. */
export function rejectedOf(rulings: readonly RulingHere[]): ReadonlySet<string> {
  const last = new Map(
    rulings.flatMap(({ decision, events: [a = ''] }) =>
      decision === 'accept' || decision === 'reject' ? [[a, decision] as const] : [],
    ),
  )
  return new Set([...last].flatMap(([event, decision]) => (decision === 'reject' ? [event] : [])))
}

/** What a decision is felt in: groups in which an event was decided about, each with the times of the decisions. */
function ruledGroups(
  rulings: readonly RulingHere[],
  groups: readonly DealGroup[],
): readonly { readonly members: readonly string[]; readonly times: readonly string[] }[] {
  const about = rulings.filter(({ decision }) => decision !== 'add')
  const decided = new Map(about.flatMap(({ events, at }) => events.map((event) => [event, at])))
  return groups.flatMap(({ founding, others }) => {
    const members = [founding, ...others.map(({ event }) => event)]
    const times = members.flatMap((event) => decided.get(event) ?? [])
    return times.length === 0 ? [] : [{ members, times }]
  })
}

/** Every event of groups in which one was decided about. */
export function ruledEvents(
  rulings: readonly RulingHere[],
  groups: readonly DealGroup[],
): readonly string[] {
  return ruledGroups(rulings, groups).flatMap(({ members }) => members)
}

/**
 * Writes since when the state of events of `grouped` rests on a person's word: those of any group, with or without the
 * decisions, in which one was decided about. Only what changed is written, and unsettled.
 */
export async function storeRuled(
  transaction: Transaction,
  rulings: readonly RulingHere[],
  groups: readonly DealGroup[],
): Promise<void> {
  const rejected = rejectedOf(rulings)
  const since = ruledGroups(rulings, groups).flatMap(({ members, times }) =>
    members.flatMap((event) => times.map((at) => ({ event, at, rejected: rejected.has(event) }))),
  )
  await transaction.run(`
    drop table if exists ruled;
    create temp table ruled (event_id bigint primary key, since timestamptz, is_rejected boolean) on commit drop`)
  await sql`
    insert into ruled
    select event, max(at), bool_or(rejected)
    from jsonb_to_recordset(${JSON.stringify(since)}::jsonb) item (event bigint, at timestamptz, rejected boolean)
    group by event
  `.execute(transaction.sql)
  await transaction.run(`
    with gone as (
      delete from ruled_event r using grouped g
      where g.event_id = r.event_id and not exists (select from ruled where ruled.event_id = r.event_id)
      returning r.event_id
    ), written as (
      insert into ruled_event as r (event_id, since, is_rejected) select event_id, since, is_rejected from ruled
      on conflict (event_id) do update set since = excluded.since, is_rejected = excluded.is_rejected
      where row(r.since, r.is_rejected) is distinct from row(excluded.since, excluded.is_rejected)
      returning r.event_id
    )
    insert into unsettled select event_id from gone union select event_id from written on conflict do nothing`)
}

/** Decisions in the order they were made, on natural keys: all, or those about events that are not here. */
export async function readRulings(
  db: Reader,
  which: 'all' | 'waiting' = 'all',
): Promise<readonly Ruling[]> {
  const waiting = sql`
    where id in (select id from review_ruling
      where event_a is null or (decision in ('merge', 'split') and event_b is null))`
  const found = await sql<{ ruling: Ruling }>`
    select jsonb_strip_nulls(jsonb_build_object('decision', decision,
      'events', jsonb_build_array(jsonb_build_object('source', source_a, 'sourceKey', source_key_a, 'kind', kind_a,
          'spanStart', span_start_a))
        || case when source_b is null then '[]' else jsonb_build_array(jsonb_build_object('source', source_b,
          'sourceKey', source_key_b, 'kind', kind_b, 'spanStart', span_start_b)) end,
      'deal', deal, 'by', decided_by, 'why', why,
      'at', to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))) as ruling
    from review_decision ${which === 'all' ? sql`` : waiting} order by decided_at, id
  `.execute(db)
  return found.rows.map(({ ruling }) => ruling)
}

/** Writes a decision down; gives its id, undefined where it is known already. */
export async function keepRuling(
  transaction: Transaction,
  ruling: Ruling,
): Promise<string | undefined> {
  const [a, b] = ruling.events
  const deal = ruling.decision === 'add' ? JSON.stringify(ruling.deal) : null
  const kept = await sql<{ id: string }>`
    insert into review_decision (decision, source_a, source_key_a, kind_a, span_start_a, source_b, source_key_b, kind_b,
      span_start_b, deal, decided_by, why, decided_at)
    values (${ruling.decision}, ${a.source}, ${a.sourceKey}, ${a.kind}, ${a.spanStart}, ${b?.source ?? null},
      ${b?.sourceKey ?? null}, ${b?.kind ?? null}, ${b?.spanStart ?? null}, ${deal}::jsonb, ${ruling.by}, ${ruling.why},
      ${ruling.at})
    on conflict on constraint review_decision_once do nothing
    returning id
  `.execute(transaction.sql)
  return kept.rows[0]?.id
}
