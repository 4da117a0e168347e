import { sql } from 'kysely'
import type { Unit } from '../model/rows.ts'
import type { Naming } from './company-names.ts'
import type { Transaction } from './database.ts'

/** Where rows that are being loaded name investors. */
const INVESTORS_IN: Partial<Record<Unit, string>> = {
  events: `select item ->> 'name' as name from staged, jsonb_array_elements(investors) item`,
  investors: `select name from staged union select jsonb_array_elements_text(aliases) from staged`,
}

/** Names that stood in the database before names were read. */
const UNREAD = `select name from investor_name where reason = 'not-read-yet'`

/**
 * Reads what the names of investors tell of their money, and under which names the dictionary of investors is asked.
 * Names read before are read again, so that better rules reach them with a replay.
 */
export async function learnInvestors(
  transaction: Transaction,
  naming: Pick<Naming, 'identityOf' | 'kindOf'>,
  unit: Unit,
): Promise<void> {
  const named = INVESTORS_IN[unit]
  if (named === undefined) return
  const unread = await sql.raw(`${UNREAD} limit 1`).execute(transaction.sql)
  await readNames(transaction, naming, `${named} union ${UNREAD}`)
  if (unit === 'investors' || unread.rows.length > 0) await spellDictionary(transaction)
}

async function readNames(
  transaction: Transaction,
  { identityOf, kindOf }: Pick<Naming, 'identityOf' | 'kindOf'>,
  named: string,
): Promise<void> {
  const found = await sql<{ name: string }>`
    select distinct name from (${sql.raw(named)}) named where name <> '' order by name
  `.execute(transaction.sql)
  const read = found.rows.map(({ name }) => ({
    name,
    key: identityOf(name).key,
    reason: null,
    ...kindOf(name),
  }))
  await sql`
    insert into investor_name as known (name, identity_key, kind, rule, confidence, reason)
    select item ->> 'name', item ->> 'key', item ->> 'kind', item ->> 'rule', item ->> 'confidence', item ->> 'reason'
    from jsonb_array_elements(${JSON.stringify(read)}::jsonb) item
    on conflict (name) do update set identity_key = excluded.identity_key, kind = excluded.kind,
      rule = excluded.rule, confidence = excluded.confidence, reason = excluded.reason
    where (known.identity_key, known.kind, known.rule, known.confidence, known.reason)
      is distinct from (excluded.identity_key, excluded.kind, excluded.rule, excluded.confidence, excluded.reason)
  `.execute(transaction.sql)
}

/** The dictionary is small and seldom changes: its spellings are compared whole. */
async function spellDictionary(transaction: Transaction): Promise<void> {
  await transaction.run(`
    create temp table spelling on commit drop as
    select distinct told.identity_key, named.place, named.name, named.valid_from
    from (
      select name as spelling, 0 as place, name, valid_from from investor
      union all select jsonb_array_elements_text(aliases), 1, name, valid_from from investor
    ) named
    join investor_name told on told.name = named.spelling;
    delete from investor_spelling known where not exists (
      select from spelling s
      where (s.identity_key, s.place, s.name, s.valid_from)
        = (known.identity_key, known.place, known.name, known.valid_from)
    );
    insert into investor_spelling (identity_key, place, name, valid_from)
    select identity_key, place, name, valid_from from spelling on conflict do nothing;
    drop table spelling`)
}
