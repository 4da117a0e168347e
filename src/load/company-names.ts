import { sql } from 'kysely'
import type { CompanyName, NameLink } from '../model/company-name.ts'
import type { KindReading } from '../model/investor-kind.ts'
import type { Transaction } from './database.ts'

/** How names are known for one another; given by whoever runs the load, because it is no matter of storage. */
export interface Naming {
  readonly identityOf: (name: string) => { readonly key: string; readonly place: string }
  /** What a name may be found by: only names that share a key, whole for one of them, are ever compared. */
  readonly keysOf: (name: string) => readonly { readonly key: string; readonly isWhole: boolean }[]
  readonly resolve: (
    names: readonly CompanyName[],
    links: readonly NameLink[],
  ) => ReadonlyMap<string, string>
  /** What an investor's name tells of its money. */
  readonly kindOf: (name: string) => KindReading
}

interface NewCompany {
  readonly id: string
  readonly name: string
  readonly name_en: string | null
}

/**
 * Finds out which company each new spelling is, and which spellings an alias put together or a withdrawn one parts again.
 * `keys`: a query that gives the name keys aliases were told of. Gives the ids that point elsewhere than before.
 */
export async function learnCompanies(
  transaction: Transaction,
  naming: Naming,
  keys = 'select null::text as key where false',
): Promise<readonly string[]> {
  const fresh = await sql<NewCompany>`
    select id, name, name_en from company where identity_key is null
  `.execute(transaction.sql)
  await writeKeys(transaction, fresh.rows, naming)
  const reached = await reach(transaction, fresh.rows, keys)
  if (reached.names.length < 2) return []
  const roots = naming.resolve(reached.names, reached.links)
  const redirects = JSON.stringify([...roots].map(([id, root]) => ({ id, root })))
  const changed = await sql<{ id: string }>`
    update company set merged_into = nullif((item ->> 'root')::bigint, company.id)
    from jsonb_array_elements(${redirects}::jsonb) item
    where company.id = (item ->> 'id')::bigint
      and company.merged_into is distinct from nullif((item ->> 'root')::bigint, company.id)
    returning company.id
  `.execute(transaction.sql)
  return changed.rows.map(({ id }) => id)
}

async function writeKeys(
  transaction: Transaction,
  fresh: readonly NewCompany[],
  { identityOf, keysOf }: Naming,
): Promise<void> {
  const identities = fresh.map(({ id, name }) => ({ id, ...identityOf(name) }))
  await sql`
    update company set identity_key = item ->> 'key', place = item ->> 'place'
    from jsonb_array_elements(${JSON.stringify(identities)}::jsonb) item
    where company.id = (item ->> 'id')::bigint
  `.execute(transaction.sql)
  const keys = fresh.flatMap(({ id, name, name_en }) => {
    const all = [name, ...(name_en === null ? [] : [name_en])].flatMap(keysOf)
    // A name that gives no key is its own.
    const keys = all.length === 0 ? [{ key: name, isWhole: true }] : all
    return keys.map((one) => ({ id, ...one }))
  })
  await storeKeys(transaction, keys)
}

/** What companies may be found by under the English names that unsettled events give them. */
export async function keyEnglishNames(
  transaction: Transaction,
  { keysOf }: Pick<Naming, 'keysOf'>,
): Promise<void> {
  const named = await sql<{ id: string; name: string }>`
    select distinct e.company_id as id, e.company_en as name from unsettled u join event e on e.id = u.event_id
    where e.company_id is not null and e.company_en is not null
  `.execute(transaction.sql)
  await storeKeys(
    transaction,
    named.rows.flatMap(({ id, name }) => keysOf(name).map((key) => ({ id, ...key }))),
  )
}

async function storeKeys(
  transaction: Transaction,
  keys: readonly { readonly id: string; readonly key: string; readonly isWhole: boolean }[],
): Promise<void> {
  if (keys.length === 0) return
  await sql`
    insert into company_key as known (key, company_id, is_whole)
    select key, id, bool_or("isWhole")
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) item (key text, id bigint, "isWhole" boolean)
    group by key, id
    on conflict (key, company_id) do update set is_whole = true where excluded.is_whole and not known.is_whole
  `.execute(transaction.sql)
}

/** Every spelling and alias that hangs together with some names, however many steps away. */
async function reach(
  transaction: Transaction,
  fresh: readonly NewCompany[],
  keys: string,
): Promise<{ readonly names: readonly CompanyName[]; readonly links: readonly NameLink[] }> {
  const ids = JSON.stringify(fresh.map(({ id }) => id))
  await transaction.run('drop table if exists reached_key')
  await sql`
    create temp table reached_key on commit drop as
    with recursive reached (key) as (
      select key from (${sql.raw(keys)}) given where key is not null
      union
      select identity_key from company
      where id in (select value::bigint from jsonb_array_elements_text(${sql.lit(ids)}::jsonb))
      union
      select next.key from reached r
      cross join lateral (
        select other_key from alias where name_key = r.key and kind <> 'parent'
        union all select name_key from alias where other_key = r.key and kind <> 'parent'
      ) next (key)
    ) select key from reached
  `.execute(transaction.sql)
  const names = await sql<CompanyName>`
    select id, identity_key as key, place from company join reached_key on reached_key.key = company.identity_key
    order by id
  `.execute(transaction.sql)
  const links = await sql<NameLink>`
    select distinct a.name_key as name, a.other_key as other, a.kind, a.rule = 'import' as "isImported"
    from alias a join reached_key on reached_key.key = a.name_key
    where a.kind <> 'parent' and a.status = 'told' and a.name_key <> a.other_key
    order by name, other, kind
  `.execute(transaction.sql)
  return { names: names.rows, links: links.rows }
}
