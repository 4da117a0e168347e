import { sql } from 'kysely'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { ToldEvent } from '../model/told-event.ts'
import type { Transaction } from './database.ts'
import { withoutNulls } from './events-of.ts'

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
  readonly covers: 'to-date' | 'rounds' | 'period' | null
  readonly coversRounds: number | null
  readonly coversFrom: CalendarDate | null
  readonly province: string | null
  readonly foundedYear: number | null
  readonly investors: readonly { readonly name: string }[]
  readonly file: string | null
}

/**
 * What `unsettled` holds, with all events of companies whose names come near or that a person put with these, and of
 * those near to them: events that are in one deal must not be parted because only some of them are looked at.
 */
export async function nearEvents(transaction: Transaction): Promise<readonly ToldEvent[]> {
  const near = await sql<Told>`
    with recursive ${NEAR_COMPANIES}, ${NAMES}
    select e.id, telling_key(a.source, a.source_key, e.kind, e.span_start) as key,
      coalesce(n.both_languages, n.names, '[]')
        || case when e.company_en is null then '[]' else jsonb_build_array(e.company_en) end as companies,
      coalesce(n.parents, '[]') as parents, e.kind, e.status, e.round,
      e.announced_from as "from", e.announced_until as "until", e.currency, e.amount_low as low, e.amount_high as high,
      e.covers, e.covers_rounds as "coversRounds", e.covers_from as "coversFrom", e.province,
      e.founded_year as "foundedYear", e.investors, case when a.title is null then a.source end as file
    from (
      select s.root, e.* from near_spelled s
      cross join lateral (select * from event where company_id = s.id offset 0) e
      union all select null, e.* from nameless join event e on e.id = nameless.id
    ) e
    cross join lateral (
      select source, source_key, title from announcement where id = e.announcement_id offset 0
    ) a
    left join named n on n.root = e.root
  `.execute(transaction.sql)
  return near.rows.map(toTold)
}

/**
 * Companies by the one their spellings point to, and events of no known company that a person put with others. Each
 * `offset 0` keeps a look-up a look-up: the planner would rather read a table whole, and a page would then cost what the
 * ledger holds and not what it brings.
 */
const NEAR_COMPANIES = sql`
  paired as materialized (
    select event_a as id, event_b as other from review_ruling
    where decision = 'merge' and event_a is not null and event_b is not null
    union select event_b, event_a from review_ruling
    where decision = 'merge' and event_a is not null and event_b is not null
  ), paired_company as materialized (
    select p.id, p.other, e.company_id, coalesce(c.merged_into, c.id) as other_root
    from paired p join event e on e.id = p.id join event o on o.id = p.other
    left join company c on c.id = o.company_id
  ), asked as materialized (
    select event_id as id from unsettled union select p.other from paired p join unsettled u on u.event_id = p.id
  ), near (root) as (
    select coalesce(c.merged_into, c.id)
    from asked join event e on e.id = asked.id join company c on c.id = e.company_id
    union
    select next.root
    from near
    cross join lateral (
      select near.root as id union all (select id from company where merged_into = near.root offset 0)
    ) spelled
    cross join lateral (
      select coalesce(c.merged_into, c.id) as root
      from (select key, is_whole from company_key where company_id = spelled.id offset 0) own
      cross join lateral (
        select company_id from company_key where key = own.key and is_whole
        union all
        select company_id from company_key where own.is_whole and key = own.key and not is_whole
        offset 0
      ) other
      cross join lateral (select id, merged_into from company where id = other.company_id offset 0) c
      union all
      select other_root from paired_company where company_id = spelled.id and other_root is not null
    ) next
  ), nameless as (
    select distinct id from paired_company
    where company_id is null and (other_root in (select root from near) or id in (select id from asked))
  )`

/** All that these companies are called, and who owns them. */
const NAMES = sql`
  near_spelled as materialized (
    select root, root as id from near
    union all select n.root, c.id from near n join company c on c.merged_into = n.root
  ), named as (
    select s.root, jsonb_agg(c.name order by c.id) || jsonb_agg(distinct c.name_en) filter (where c.name_en is not null)
        as both_languages, jsonb_agg(c.name order by c.id) as names,
      coalesce((select jsonb_agg(distinct a.other) from alias a
        where a.kind = 'parent' and a.status = 'told' and a.name_key = any (array_agg(c.identity_key))), '[]') as parents
    from near_spelled s
    cross join lateral (select id, name, name_en, identity_key from company where id = s.id offset 0) c
    group by s.root
  )`

function toTold({ low, high, investors, ...told }: Told): ToldEvent {
  return {
    ...(withoutNulls(told) as unknown as Omit<ToldEvent, 'low' | 'high' | 'investors'>),
    // For comparison only: the amounts of a deal stay decimal.
    ...(low === null ? {} : { low: Number(low) }),
    ...(high === null ? {} : { high: Number(high) }),
    investors: investors.map(({ name }) => name),
  }
}
