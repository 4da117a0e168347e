import { sql } from 'kysely'
import type { Reader } from '../../load/database.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { DealLine, Interval } from '../../model/findings.ts'
import type { Period } from '../../model/period.ts'
import type { Question } from '../metric.ts'

interface DealRow {
  readonly id: string
  readonly announced_on: CalendarDate
  readonly announced_from: CalendarDate
  readonly announced_until: CalendarDate
  readonly precision: string
  readonly company: string | null
  readonly company_en: string | null
  readonly country: string
  readonly track: string
  readonly kind: string
  readonly status: string
  readonly round: string
  readonly round_text: string | null
  readonly amount_text: string | null
  readonly currency: string | null
  readonly amount_low: string | null
  readonly amount_high: string | null
  readonly yuan_low: string | null
  readonly yuan_high: string | null
  readonly fx_on: CalendarDate | null
  readonly investors: { readonly name: string; readonly lead: boolean; readonly kind: string }[]
  readonly urls: string[]
  readonly confidence: string
  readonly note: string | null
  readonly track_confidence: string
  readonly floor_yuan: string | null
  readonly province: string | null
  readonly founded_year: number | null
  readonly exclusion: string | null
  readonly covers: string | null
  readonly sources: { readonly tellings: number; readonly independent: number }
}

/** A deal with what the measures need beside what is printed. */
export interface DatedDeal extends DealLine {
  /** How sure the track is: `stated` by the row itself, or high, medium, low of the rule that filed it. */
  readonly trackConfidence: string
  /** The configured floor at the rate of the day, yuan; absent without a rate. */
  readonly floorYuan?: string
}

/**
 * Deals of every kind whose date may lie in one of the three spans, as known on the day asked for.
 *
 * Unit: yuan at the rate of the announcement day or the last one before it; deals.
 * Source: equity only, no acquisitions, grants, debt or internal spending: the convention of CSET and of the AI Index
 * for private investment; caps by decision 006.
 */
export async function fetchDeals(db: Reader, question: Question): Promise<readonly DatedDeal[]> {
  const spans = [question.period, question.previous, question.yearBefore]
  const first = spans.map(({ from }) => from).reduce((a, b) => (a < b ? a : b))
  const last = spans.map(({ to }) => to).reduce((a, b) => (a > b ? a : b))
  const found = await sql<DealRow>`
    with floor as materialized (
      select day, in_yuan(${question.rules.inflow.floor_usd}::numeric, 'USD', day) as yuan
      from (select distinct announced_on as day from deal_as_of(day_end(${question.asOf}::date))
        where announced_until >= ${first}::date and announced_from <= ${last}::date) days
    ), firm as materialized (
      select coalesce(c.merged_into, c.id) as id, mode() within group (order by e.province collate "C") as province,
        mode() within group (order by e.founded_year) as founded_year
      from event_as_of(day_end(${question.asOf}::date)) e
      join company c on c.id = e.company_id
      where e.province is not null or e.founded_year is not null
      group by coalesce(c.merged_into, c.id)
    )
    select d.id, d.announced_on, d.announced_from, d.announced_until, e.precision, c.name as company,
      coalesce(e.company_en, c.name_en) as company_en, d.country, d.track, d.kind, d.status, d.round, e.round_text,
      e.amount_text, d.currency, d.amount_low, d.amount_high, d.yuan_low, d.yuan_high, d.fx_on,
      (select coalesce(jsonb_agg(jsonb_build_object('name', i ->> 'name', 'lead', (i ->> 'lead')::boolean,
          'kind', known.kind) order by n), '[]')
        from jsonb_array_elements(e.investors) with ordinality as list (i, n)
        cross join lateral investor_on(i ->> 'name', d.announced_on) known) as investors,
      coalesce(e.province, firm.province) as province, coalesce(e.founded_year, firm.founded_year) as founded_year,
      e.urls, e.confidence, e.note, coalesce(e.evidence #>> '{track,confidence}', 'stated') as track_confidence,
      exclusion_of(d.kind, d.status, d.country) as exclusion,
      e.covers,
      (select jsonb_build_object('tellings', count(distinct t.event_id), 'independent', count(distinct t.voice))
        from deal_source t where t.deal_id = d.id and t.known_from <= day_end(${question.asOf}::date)) as sources,
      floor.yuan as floor_yuan
    from deal_as_of(day_end(${question.asOf}::date)) d
    join event_as_of(day_end(${question.asOf}::date)) e on e.id = d.founding_event_id
    left join company c on c.id = d.company_id
    left join firm on firm.id = coalesce(c.merged_into, c.id)
    left join floor on floor.day = d.announced_on
    where d.announced_until >= ${first}::date and d.announced_from <= ${last}::date
    order by d.announced_on, c.name, d.kind, e.round_text nulls first, d.id
  `.execute(db)
  return found.rows.map(toDeal)
}

function toDeal(row: DealRow): DatedDeal {
  const original = toInterval(row.amount_low, row.amount_high)
  const yuan = toInterval(row.yuan_low, row.yuan_high)
  return {
    dealId: row.id,
    announcedOn: row.announced_on,
    announcedFrom: row.announced_from,
    announcedUntil: row.announced_until,
    precision: row.precision,
    straddles: false,
    company: row.company ?? '',
    track: row.track,
    round: row.round,
    kind: row.kind,
    status: row.status,
    investors: row.investors,
    urls: row.urls,
    confidence: row.confidence,
    sources: row.sources,
    trackConfidence: row.track_confidence,
    ...printedTexts(row),
    ...(row.floor_yuan === null ? {} : { floorYuan: row.floor_yuan }),
    ...(original === undefined ? {} : { original }),
    ...(yuan === undefined ? {} : { yuan }),
    ...(row.fx_on === null ? {} : { fxOn: row.fx_on }),
    ...(row.exclusion === null ? {} : { exclusion: row.exclusion }),
  }
}

function printedTexts(row: DealRow): Partial<DatedDeal> {
  return {
    ...(row.company_en === null ? {} : { companyEn: row.company_en }),
    ...(row.round_text === null ? {} : { roundText: row.round_text }),
    ...(row.amount_text === null ? {} : { amountText: row.amount_text }),
    ...(row.currency === null ? {} : { currency: row.currency }),
    ...(row.covers === null ? {} : { covers: row.covers }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.province === null ? {} : { province: row.province }),
    ...(row.founded_year === null ? {} : { foundedYear: row.founded_year }),
  }
}

function toInterval(low: string | null, high: string | null): Interval | undefined {
  return low === null || high === null ? undefined : { low, high }
}

/** Where a deal's date stands to a period: surely inside, perhaps, or outside. */
export function placeIn(period: Period, deal: DealLine): 'inside' | 'perhaps' | 'outside' {
  if (deal.announcedUntil < period.from || deal.announcedFrom > period.to) return 'outside'
  return deal.announcedFrom >= period.from && deal.announcedUntil <= period.to
    ? 'inside'
    : 'perhaps'
}

export function isInflow({ exclusion }: DealLine): boolean {
  return exclusion === undefined
}

/** By the date as printed. */
export function isPrintedIn(period: Period, deal: DealLine): boolean {
  return deal.announcedOn >= period.from && deal.announcedOn <= period.to
}
