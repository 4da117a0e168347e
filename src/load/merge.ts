import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import type { LoadUnit } from './units/load-unit.ts'

export interface Merged {
  readonly inserted: number
  readonly updated: number
  readonly unchanged: number
}

/** What to merge: any query that gives key, values, known_from and assumed (the last two only with a history twin). */
export interface MergePlan
  extends Pick<LoadUnit, 'table' | 'key' | 'values' | 'from' | 'history' | 'identity'> {
  /** False where each key is known to stand once. */
  readonly isRepeated?: boolean
}

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
  await transaction.run('savepoint before_merge')
  const merged = await mergeAsIfAlone(transaction, plan, origin)
  // Left as they are they would nest, one a merge, and slow the transaction with each.
  await transaction.run('release savepoint before_merge')
  return merged
}

/** Where another writer brought a row meanwhile, the merge is made once more with the look for conflicts. */
async function mergeAsIfAlone(
  transaction: Transaction,
  plan: MergePlan,
  origin: Provenance,
): Promise<Merged> {
  try {
    return await mergeOnce(transaction, mergeStatement(plan, origin, 'alone'))
  } catch (error) {
    if (!isTaken(error)) throw error
    await transaction.run('rollback to savepoint before_merge')
    return await mergeOnce(transaction, mergeStatement(plan, origin, 'among-others'))
  }
}

async function mergeOnce(transaction: Transaction, statement: string): Promise<Merged> {
  const result = await sql<{ total: string; fresh: string; written: string }>`
    ${sql.raw(statement)}
  `.execute(transaction.sql)
  const { total = '0', fresh = '0', written = '0' } = result.rows[0] ?? {}
  const inserted = Number(fresh)
  const updated = Number(written) - inserted
  return { inserted, updated, unchanged: Number(total) - inserted - updated }
}

const UNIQUE_VIOLATION = '23505'

/** Another writer brought a row between our comparison and our insert. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
}

/**
 * Nearly always nobody else writes the same rows at the same time, and a fresh row is inserted as such, which takes half
 * the time of an insert that looks for a conflict. Where that fails, the merge is made again with the look.
 */
type Writing = 'alone' | 'among-others'

/** Fills `$now` and `$page` into a statement; both are our own and plain. */
export function fillIn(statement: string, { pageId, now }: Provenance): string {
  return statement
    .replaceAll('$now', `'${now.toString()}'::timestamptz`)
    .replaceAll('$page', pageId === undefined ? 'null::bigint' : `${BigInt(pageId)}::bigint`)
}

/**
 * Every incoming row is compared once with what is known: fresh, newer, late (an older state told later), earlier (the
 * same state, known sooner than we thought) or same. Only what changes anything is kept and written.
 */
function mergeStatement(plan: MergePlan, origin: Provenance, writing: Writing): string {
  const { table, key, values } = plan
  const state = plan.history ? [...key, ...values, 'known_from', 'assumed'] : [...key, ...values]
  const of = (row: string, names: readonly string[]): string =>
    names.map((name) => `${row}.${name}`).join(', ')
  const sameKey = (a: string, b: string): string =>
    key.map((name) => `${a}.${name} = ${b}.${name}`).join(' and ')
  const differs = `row(${of('t', values)}) is distinct from row(${of('i', values)})`
  const dated = plan.history
    ? `when ${differs} then case when i.known_from >= t.known_from then 'newer' else 'late' end
        when i.known_from < t.known_from then 'earlier'`
    : `when ${differs} then 'newer'`
  const updated = state.filter((name) => !key.includes(name))

  return fillIn(
    `with incoming as ${plan.isRepeated === false ? 'not materialized' : 'materialized'} (${incoming(plan, state)}),
    compared as materialized (
      select * from (
        select ${of('i', state)},
          case when t.${key[0]} is null then 'fresh' ${dated} else 'same' end as verdict
        from incoming i left join ${table} t on ${sameKey('t', 'i')}
      ) told where verdict <> 'same'
    )${twins(plan, state, { of, sameKey })}, inserted as (
      insert into ${table} (${state.join(', ')}, recorded_at, page_id)
      select ${state.join(', ')}, $now, $page from compared where verdict = 'fresh' and ${writing === 'alone'}
      returning 1
    ), upserted as (
      insert into ${table} as t (${state.join(', ')}, recorded_at, page_id)
      select ${state.join(', ')}, $now, $page from compared
      where verdict in ('newer', 'earlier') or verdict = 'fresh' and ${writing === 'among-others'}
      on conflict (${key.join(', ')}) do update
      set ${updated.map((name) => `${name} = excluded.${name}`).join(', ')},
        recorded_at = excluded.recorded_at, page_id = excluded.page_id
      where row(${of('t', updated)}) is distinct from row(${of('excluded', updated)})
        ${plan.history ? `and ${stands(of, values)}` : ''}
      returning 1
    )
    select (select count(*) from incoming) as total,
      (select count(*) from inserted) + (select count(*) from upserted) as written, count(*) filter (where verdict = 'fresh') as fresh
    from compared`,
    origin,
  )
}

type ColumnsOf = (row: string, names: readonly string[]) => string

/** Asked again where a row is written: another writer may have been faster than our comparison. */
function stands(of: ColumnsOf, values: readonly string[]): string {
  return `case when row(${of('t', values)}) is distinct from row(${of('excluded', values)})
          then excluded.known_from >= t.known_from else excluded.known_from < t.known_from end`
}

/** Staged rows once each; sorting them apart is spared where no key stands twice. */
function incoming({ from, key, history, isRepeated }: MergePlan, state: readonly string[]): string {
  if (isRepeated === false) return from
  const order = [...key, ...(history ? ['known_from desc'] : [])].join(', ')
  return `select distinct on (${key.join(', ')}) ${state.join(', ')} from (${from}) repeated order by ${order}`
}

/** Superseded states go to the history twin, columns by name: a twin has `superseded_at` where a table may grow others. */
function twins(
  { table, key, values, history, identity }: MergePlan,
  state: readonly string[],
  { of, sameKey }: { readonly of: ColumnsOf; readonly sameKey: (a: string, b: string) => string },
): string {
  if (!history) return ''
  const id = identity ? ['id'] : []
  const columns = [...state, ...id, 'recorded_at', 'page_id', 'superseded_at'].join(', ')
  const idOfKnown = id.map((name) => `, t.${name}`).join('')
  return `, archived as (
      insert into ${table}_history (${columns})
      select ${of('t', [...state, ...id])}, t.recorded_at, t.page_id, $now
      from compared c join ${table} t on ${sameKey('t', 'c')} where c.verdict = 'newer'
    ), late as (
      insert into ${table}_history (${columns})
      select ${of('c', state)}${idOfKnown}, $now, $page, $now
      from compared c join ${table} t on ${sameKey('t', 'c')}
      where c.verdict = 'late' and not exists (
        select from ${table}_history h
        where ${key.map((name) => `h.${name} = c.${name}`).join(' and ')} and h.known_from = c.known_from
          and row(${of('h', values)}) is not distinct from row(${of('c', values)})
      )
    )`
}
