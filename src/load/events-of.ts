import { sql } from 'kysely'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { AliasRow, AnnouncementRow, EventRow } from '../model/told-rows.ts'
import type { Reader } from './database.ts'

type Nullable<T> = { readonly [K in keyof T]: T[K] | null }

/** The wordings that stand; `knownFrom` is the day an edited one was first seen. */
export async function standingWordings(
  db: Reader,
  announcements: readonly Pick<AnnouncementRow, 'source' | 'sourceKey'>[],
): Promise<readonly (AnnouncementRow & { readonly knownFrom: CalendarDate | null })[]> {
  const found = await sql<
    Nullable<Required<AnnouncementRow>> & { readonly knownFrom: CalendarDate | null }
  >`
    select a.source, a.source_key as "sourceKey", a.url, a.title, a.body, a.published_on as "publishedOn", a.facts,
      case when exists (
        select from announcement_history h where h.source = a.source and h.source_key = a.source_key
      ) then (a.known_from at time zone 'Asia/Shanghai')::date end as "knownFrom"
    from jsonb_array_elements(${keysOf(announcements)}::jsonb) item
    join announcement a on a.source = item ->> 'source' and a.source_key = item ->> 'key'
  `.execute(db)
  return found.rows.map(({ knownFrom, ...row }) => ({
    ...(withoutNulls(row) as unknown as AnnouncementRow),
    knownFrom,
  }))
}

export function keysOf(
  announcements: readonly Pick<AnnouncementRow, 'source' | 'sourceKey'>[],
): string {
  return JSON.stringify(announcements.map(({ source, sourceKey }) => ({ source, key: sourceKey })))
}

export function withoutNulls(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}

/** What is known to be told by announcements, as the rows that would tell it again. */
export async function eventsOf(
  db: Reader,
  announcements: readonly Pick<AnnouncementRow, 'source' | 'sourceKey'>[],
): Promise<readonly EventRow[]> {
  const found = await sql<Nullable<Required<EventRow>>>`
    select a.source, a.source_key as "sourceKey", e.span_start as "spanStart", e.kind, c.name as company,
      e.company_en as "companyEn", e.country, e.province, e.founded_year::text as "foundedYear",
      e.covers, e.covers_rounds::text as "coversRounds", e.covers_from as "coversFrom", e.status, e.track, e.round, e.round_text as "roundText",
      e.announced_on as "announcedOn", e.precision, e.announced_from as "announcedFrom",
      e.announced_until as "announcedUntil", e.amount_text as "amountText", e.currency, e.amount_low as "amountLow",
      e.amount_high as "amountHigh", e.valuation_text as "valuationText", e.investors, e.urls, e.confidence, e.note,
      e.evidence
    from jsonb_array_elements(${keysOf(announcements)}::jsonb) item
    join announcement a on a.source = item ->> 'source' and a.source_key = item ->> 'key'
    join event e on e.announcement_id = a.id
    left join company c on c.id = e.company_id
  `.execute(db)
  return found.rows.map((row) => withoutNulls(row) as unknown as EventRow)
}

/** What is known of other names told by announcements. */
export async function aliasesOf(
  db: Reader,
  announcements: readonly Pick<AnnouncementRow, 'source' | 'sourceKey'>[],
): Promise<readonly AliasRow[]> {
  const found = await sql<Nullable<Required<AliasRow>>>`
    select t.source, t.source_key as "sourceKey", t.name, t.other, t.kind, t.name_key as "nameKey",
      t.other_key as "otherKey", t.status, t.rule, t.words, t.span_start::text as "spanStart", t.url,
      ((t.known_from at time zone 'Asia/Shanghai') - interval '1 microsecond')::date as "toldOn"
    from jsonb_array_elements(${keysOf(announcements)}::jsonb) item
    join alias t on t.source = item ->> 'source' and t.source_key = item ->> 'key'
  `.execute(db)
  return found.rows.map((row) => withoutNulls(row) as unknown as AliasRow)
}
