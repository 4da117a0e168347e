import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import type { LoadUnit } from './units/load-unit.ts'

export interface Merged {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
}

/** What to merge: any query that gives key, values, known_from and assumed (the last two only with a history twin). */
export type MergePlan = Pick<LoadUnit, 'table' | 'key' | 'values' | 'from' | 'history' | 'identity'>

/** Where the rows come from and when. */
export interface Provenance {
  /** The page or file; absent for what we derived ourselves. */
  readonly pageId: string | undefined
  readonly now: Temporal.Instant
}

/**
 * One statement brings rows into their table. Safe to repeat: rows that say what is known touch nothing.
 *
 * Of two states of a fact the one known later stands, whichever is told first; the other goes to the history twin.
 * The same state with an earlier `known_from` only moves that date.
 */
export async function mergeRows(
  transaction: Transaction,
  plan: MergePlan,
  origin: Provenance,
): Promise<Merged> {
  const result = await sql<{ total: string; fresh: string; written: string }>`
    ${sql.raw(mergeStatement(plan, origin))}
  `.execute(transaction.sql)
  const { total = '0', fresh = '0', written = '0' } = result.rows[0] ?? {}
  const inserted = Number(fresh)
  const updated = Number(written) - inserted
  return { inserted, updated, unchanged: Number(total) - inserted - updated }
}

/** Fills `$now` and `$page` into a statement; both are our own and plain. */
export function fillIn(statement: string, { pageId, now }: Provenance): string {
  return statement
    .replaceAll('$now', `'${now.toString()}'::timestamptz`)
    .replaceAll('$page', pageId === undefined ? 'null::bigint' : `${BigInt(pageId)}::bigint`)
}

function mergeStatement(plan: MergePlan, origin: Provenance): string {
  const { table, key, values } = plan
  const stamped = plan.history ? [...values, 'known_from', 'assumed'] : values
  const of = (row: string, names: readonly string[]): string =>
    names.map((name) => `${row}.${name}`).join(', ')
  const sameKey = key.map((name) => `t.${name} = i.${name}`).join(' and ')
  const differs = (a: string, b: string): string => `row(${a}) is distinct from row(${b})`

  const wins = plan.history
    ? `case when ${differs(of('t', values), of('excluded', values))} then excluded.known_from >= t.known_from
        else excluded.known_from < t.known_from end`
    : differs(of('t', values), of('excluded', values))

  // Columns are named: a twin has `superseded_at` where a later migration may append others.
  const state = [...key, ...stamped]
  const identity = plan.identity ? ['id'] : []
  const twins = plan.history
    ? `, archived as (
        insert into ${table}_history
          (${[...state, ...identity].join(', ')}, recorded_at, page_id, superseded_at)
        select ${of('t', [...state, ...identity])}, t.recorded_at, t.page_id, $now
        from ${table} t join incoming i on ${sameKey}
        where ${differs(of('t', values), of('i', values))} and i.known_from >= t.known_from
      ), late as (
        insert into ${table}_history
          (${[...state, ...identity].join(', ')}, recorded_at, page_id, superseded_at)
        select ${[of('i', state), ...identity.map((name) => `t.${name}`)].join(', ')}, $now, $page, $now
        from ${table} t join incoming i on ${sameKey}
        where ${differs(of('t', values), of('i', values))} and i.known_from < t.known_from
          and not exists (
            select from ${table}_history h
            where ${key.map((name) => `h.${name} = i.${name}`).join(' and ')}
              and h.known_from = i.known_from
              and row(${of('h', values)})
                is not distinct from row(${of('i', values)})
          )
      )`
    : ''

  return fillIn(
    `with incoming as materialized (
      select distinct on (${key.join(', ')}) ${[...key, ...stamped].join(', ')}
      from (${plan.from}) rows
      order by ${[...key, ...(plan.history ? ['known_from desc'] : [])].join(', ')}
    ), fresh as (
      select count(*) as n from incoming i where not exists (select from ${table} t where ${sameKey})
    )${twins}, written as (
      insert into ${table} as t (${[...key, ...stamped].join(', ')}, recorded_at, page_id)
      select ${[...key, ...stamped].join(', ')}, $now, $page from incoming
      on conflict (${key.join(', ')}) do update
      set ${stamped.map((name) => `${name} = excluded.${name}`).join(', ')},
        recorded_at = excluded.recorded_at, page_id = excluded.page_id
      where ${wins}
      returning 1
    )
    select (select count(*) from incoming) as total, (select n from fresh) as fresh,
      (select count(*) from written) as written`,
    origin,
  )
}
