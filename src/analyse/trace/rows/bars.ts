import { sql } from 'kysely'
import type { EvidenceSource } from '../evidence-place.ts'
import { evidenceRows, rawRows } from '../evidence-row.ts'

/** Roles of the series that a figure can rest on, by the part of the market side it stands in. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  benchmark: ['benchmark'],
  confirming: ['confirms'],
  shown: ['shown', 'paper-gain'],
  paperGain: ['paper-gain'],
  gap: ['paper-gain', 'decides'],
  secondary: ['decides', 'confirms'],
}

/** The session before a span and the last one in it, of each series and of its benchmark. */
export const barsAtEdges: EvidenceSource = (place) => {
  const { period, previous, yearBefore } = place.question
  const named: Readonly<Record<string, typeof period>> = {
    previousExcess: previous,
    yearBeforeExcess: yearBefore,
  }
  const { from, to } = named[place.parts[3] ?? ''] ?? period
  return barsWhere(
    place,
    sql`(b.series_id, b.trade_date) in (
      select series_id, max(trade_date) from bar_in_view where trade_date < ${from}::date group by series_id
      union select series_id, max(trade_date) from bar_in_view where trade_date <= ${to}::date group by series_id)`,
  )
}

/** From the session before the period to its end. */
export const barsOfPeriod: EvidenceSource = (place) => {
  const { from, to } = place.question.period
  return barsWhere(place, sql`b.trade_date between ${daysBefore(from)}::date and ${to}::date`)
}

/** From the session before the period to the day of knowledge. */
export const barsSincePeriod: EvidenceSource = (place) =>
  barsWhere(place, sql`b.trade_date >= ${daysBefore(place.question.period.from)}::date`)

/** The period's and the same days a year before. */
export const barsOfTurnover: EvidenceSource = (place) => {
  const { period, yearBefore } = place.question
  return barsWhere(
    place,
    sql`(b.trade_date between ${period.from}::date and ${period.to}::date
      or b.trade_date between ${yearBefore.from}::date and ${yearBefore.to}::date)`,
  )
}

/** All that the history of a series is made of. */
export const barsOfHistory: EvidenceSource = (place) =>
  barsWhere(place, sql`b.trade_date in (select trade_date from bar_in_view)`)

const LONGEST_BREAK_DAYS = 12

/** The last session before a day is no further away than the longest holiday. */
function daysBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: LONGEST_BREAK_DAYS }).toString()
}

function barsWhere(
  { db, parts, track, question }: Parameters<EvidenceSource>[0],
  condition: ReturnType<typeof sql>,
): ReturnType<EvidenceSource> {
  const part = [parts[0], parts[2], parts[3]].find((one) => ROLES[one ?? ''] !== undefined)
  const roles = ROLES[part ?? ''] ?? ['decides']
  return evidenceRows(
    db,
    'bar',
    rawRows`
    with own as (
      select id, benchmark_id from mapped_series
      where role in (select jsonb_array_elements_text(${JSON.stringify(roles)}::jsonb))
        and (${track ?? null}::text is null or track_id = ${track ?? null})
    )
    select jsonb_build_object('source', s.source, 'code', s.code, 'trade_date', b.trade_date) as key,
      jsonb_build_object('close', b.close::text, 'adj_factor', b.adj_factor::text, 'amount_cny', b.amount_cny::text,
        'market_cap_cny', b.market_cap_cny::text, 'float_cap_cny', b.float_cap_cny::text, 'pe', b.pe::text) as says,
      jsonb_build_array(s.url) as urls, b.page_id
    from bar_as_of(day_end(${question.asOf}::date)) b
    join series s on s.id = b.series_id
    where b.series_id in (select id from own union select benchmark_id from own) and ${condition}
    order by s.source, s.code, b.trade_date
  `,
  )
}

/** Bars of the theme on an exchange abroad, and of the index of that exchange. */
export const barsAbroad: EvidenceSource = ({ db, track, question: { period, asOf } }) =>
  evidenceRows(
    db,
    'bar',
    rawRows`
    select jsonb_build_object('source', s.source, 'code', s.code, 'trade_date', b.trade_date) as key,
      jsonb_build_object('close', b.close::text, 'adj_factor', b.adj_factor::text) as says,
      jsonb_build_array(s.url) as urls, b.page_id
    from bar_as_of(day_end(${asOf}::date)) b
    join series s on s.id = b.series_id
    where b.trade_date between ${daysBefore(period.from)}::date and ${period.to}::date
      and exists (
        select from track_series t
        where t.role = 'abroad' and t.track_id = ${track ?? null}
          and (s.source, s.code) in ((t.source, t.code), (t.benchmark_source, t.benchmark_code)))
    order by s.source, s.code, b.trade_date
  `,
  )
