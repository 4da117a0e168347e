import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { UnicornCount, UnicornLine } from '../../model/findings.ts'
import type { Metric, Question } from '../metric.ts'

interface UnicornRow {
  readonly company: string
  readonly company_en: string | null
  readonly track: string
  readonly born_on: CalendarDate
  readonly precision: string
  readonly ended_on: CalendarDate | null
  readonly end_reason: string | null
  readonly valuation_text: string | null
  readonly urls: string[]
  readonly note: string | null
}

/**
 * Private companies that reached US$1 bn, as known on the day asked for; an end not yet known is no end.
 *
 * Unit: companies.
 * Source: private companies of US$1 bn after money, with the evidence of each row.
 */
export const unicorns: Metric<readonly UnicornRow[], readonly UnicornLine[]> = {
  id: 'unicorns',

  async fetch(db, { asOf }) {
    const found = await sql<UnicornRow>`
      select u.company, u.company_en, coalesce(alias.track_id, own.id, 'other') as track, u.born_on, u.precision,
        u.ended_on, u.end_reason, u.valuation_text, u.urls, u.note
      from unicorn_as_of(day_end(${asOf}::date)) u
      left join track_alias alias on alias.alias = u.track
      left join track own on own.id = u.track
      order by u.born_on, u.company
    `.execute(db)
    return found.rows
  },

  summarise: (rows) =>
    rows.map((row) => ({
      company: row.company,
      track: row.track,
      bornOn: row.born_on,
      precision: row.precision,
      urls: row.urls,
      ...(row.company_en === null ? {} : { companyEn: row.company_en }),
      ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
      ...(row.end_reason === null ? {} : { endReason: row.end_reason }),
      ...(row.valuation_text === null ? {} : { valuationText: row.valuation_text }),
      ...(row.note === null ? {} : { note: row.note }),
    })),
}

/** Born and ended in the period; living at its end and on the day of knowledge. An end not known by then is no end. */
export function countUnicorns(
  lines: readonly UnicornLine[],
  { period, asOf }: Pick<Question, 'period' | 'asOf'>,
): UnicornCount {
  const isIn = (day: CalendarDate): boolean => day >= period.from && day <= period.to
  const livingOn =
    (day: CalendarDate) =>
    ({ bornOn, endedOn }: UnicornLine): boolean =>
      bornOn <= day && (endedOn === undefined || endedOn > day)
  const born = lines.filter(({ bornOn }) => isIn(bornOn))
  return {
    born: born.length,
    living: lines.filter(livingOn(period.to)).length,
    bornAndLiving: born.filter(livingOn(period.to)).length,
    ended: lines.filter(({ endedOn }) => endedOn !== undefined && isIn(endedOn)).length,
    livingAsOf: lines.filter(livingOn(asOf)).length,
  }
}
