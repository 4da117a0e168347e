import { sql } from 'kysely'
import type { Transaction } from './database.ts'
import { type Merged, mergeRows, type Provenance } from './merge.ts'

const VALUES = [
  'company_id',
  'country',
  'track',
  'kind',
  'status',
  'round',
  'announced_on',
  'announced_from',
  'announced_until',
  'currency',
  'amount_low',
  'amount_high',
  'fx_source',
  'fx_on',
  'cny_per_base',
  'currency_per_base',
  'yuan_low',
  'yuan_high',
]

/**
 * Events, of a table or query, each as a deal in yuan. The rate is that of the announcement day or the last published before it, both legs
 * from one source and one day; the product is rounded once, half to even, to the fen. A deal in yuan needs no rate.
 * A row of an imported file that names no country is of China, as the file says; of any other page it is where other
 * tellings place the company, or unknown (ZZ).
 * A currency without a rate leaves the yuan unknown, never zero.
 */
const dealsOf = (events: string): string => `
  select e.id as founding_event_id, coalesce(c.merged_into, c.id) as company_id,
    coalesce(e.country, case when p.method = 'FILE' then 'CN' else coalesce(c.country, 'ZZ') end) as country,
    coalesce(alias.track_id, own.id, 'other') as track, e.kind,
    case when ruled.is_rejected then 'rejected' when same.event_id is null then e.status else 'duplicate' end as status,
    told.round,
    e.announced_on, e.announced_from, e.announced_until, told.currency, told.amount_low, told.amount_high,
    fx.source as fx_source, fx.rate_on as fx_on, fx.cny_per_base, fx.currency_per_base,
    case when told.currency = 'CNY' then round_half_even(told.amount_low, 2)
      else round_half_even(told.amount_low * fx.cny_per_base / fx.currency_per_base, 2) end as yuan_low,
    case when told.currency = 'CNY' then round_half_even(told.amount_high, 2)
      else round_half_even(told.amount_high * fx.cny_per_base / fx.currency_per_base, 2) end as yuan_high,
    greatest(e.known_from, ruled.since, freed.since) as known_from, e.assumed
  from ${events} e
  left join company c on c.id = e.company_id
  left join page p on p.id = e.page_id
  left join track_alias alias on alias.alias = e.track
  left join track own on own.id = e.track
  left join same_deal same on same.event_id = e.id
  left join ruled_event ruled on ruled.event_id = e.id
  left join freed_event freed on freed.event_id = e.id
  left join lateral (
    select t.currency, t.amount_low, t.amount_high, t.round from told_interval(e.id) t
    where same.event_id is null
      and (e.covers is not null or exists (select from same_deal s where s.founding_event_id = e.id))
  ) merged on true
  cross join lateral (
    select case when merged is null then e.currency else merged.currency end as currency,
      case when merged is null then e.amount_low else merged.amount_low end as amount_low,
      case when merged is null then e.amount_high else merged.amount_high end as amount_high,
      coalesce(nullif(e.round, 'undisclosed'), merged.round, 'undisclosed') as round
  ) told
  left join lateral cny_rate(told.currency, e.announced_on) fx on told.currency <> 'CNY'`

/** `changed`: only what `putTogether` touched in this transaction, so that a page costs what it brings. */
export type Scope = 'all' | 'changed'

const UNSETTLED = '(select e.* from unsettled u join event e on e.id = u.event_id)'

/** Brings deals in step with events, rates and tracks; run it in the transaction that changed any of these. */
export async function settleDeals(
  transaction: Transaction,
  origin: Provenance,
  scope: Scope = 'all',
): Promise<Merged> {
  await settleCompanies(transaction, scope)
  const events = scope === 'all' ? 'event' : UNSETTLED
  const merged = await mergeRows(
    transaction,
    {
      table: 'deal',
      key: ['founding_event_id'],
      values: VALUES,
      from: dealsOf(events),
      history: true,
      identity: true,
    },
    origin,
  )
  await sql`
    insert into deal_event (deal_id, event_id)
    select deal.id, e.id from ${sql.raw(events)} e
    left join same_deal same on same.event_id = e.id
    join deal on deal.founding_event_id = coalesce(same.founding_event_id, e.id)
    on conflict (event_id) do update set deal_id = excluded.deal_id
    where deal_event.deal_id <> excluded.deal_id
  `.execute(transaction.sql)
  return merged
}

/**
 * What all tellings say of a company, under all its names. Where they differ, the one most often told, then the first by
 * name. Where that changes, its deals may: their country rests on it.
 */
async function settleCompanies(transaction: Transaction, scope: Scope): Promise<void> {
  const events = scope === 'all' ? 'event' : UNSETTLED
  await sql`
    with touched as materialized (
      select distinct coalesce(c.merged_into, c.id) as root from ${sql.raw(events)} e join company c on c.id = e.company_id
    ), spelled as materialized (
      select root, root as id from touched
      union all select t.root, c.id from touched t join company c on c.merged_into = t.root
    ), told as (
      select s.root, mode() within group (order by e.company_en collate "C") as name_en,
        mode() within group (order by e.country collate "C") as country,
        mode() within group (order by e.province collate "C") as province,
        mode() within group (order by e.founded_year) as founded_year
      from spelled s
      cross join lateral (
        select company_en, country, province, founded_year from event where company_id = s.id offset 0
      ) e
      group by s.root
    ), changed as (
      update company set name_en = told.name_en, country = told.country, province = told.province,
        founded_year = told.founded_year
      from spelled join told on told.root = spelled.root
      where company.id = spelled.id
        and row(company.name_en, company.country, company.province, company.founded_year)
          is distinct from row(told.name_en, told.country, told.province, told.founded_year)
      returning company.id
    )
    ${sql.raw(scope === 'all' ? 'select' : UNSETTLE_CHANGED)}
  `.execute(transaction.sql)
}

const UNSETTLE_CHANGED = `
  insert into unsettled select e.id from event e where e.company_id in (select id from changed) on conflict do nothing`
