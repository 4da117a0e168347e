import { sql } from 'kysely'
import type { AttentionMeasure } from '../../model/attention-finding.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { Metric } from '../metric.ts'

/** What a source counted of a subject in a month. */
export interface AttentionRow {
  readonly track_id: string
  readonly source: string
  readonly measure: AttentionMeasure
  readonly subject: string
  readonly month: CalendarDate
  readonly value: string
  /** All headlines; null for page views and where the source does not say. */
  readonly whole: string | null
  /** Days with a count: a count of a month is one. */
  readonly days: number
}

/**
 * Counts by month of every subject mapped to a track, from the months before the year before to the period's end, and
 * of our own headlines: those of one source that name a word of the track, beside all of that source. As known on the
 * day asked for. Own headlines are known from the day they were published.
 *
 * Unit: headlines, page views or index points a month; shares 0…1.
 * Source: own headlines and imported monthly series.
 */
export const attentionMonths: Metric<
  readonly AttentionRow[],
  ReadonlyMap<string, readonly AttentionRow[]>
> = {
  id: 'attention-months',

  async fetch(db, { period, yearBefore, asOf, rules }) {
    const first = Temporal.PlainDate.from(yearBefore.from)
      .with({ day: 1 })
      .subtract({ months: rules.attention.window_months })
      .toString()
    const found = await sql<AttentionRow>`
      with counted as materialized (
        select source, measure, subject, date_trunc('month', observed_on)::date as month, sum(value) as value,
          count(*)::integer as days
        from attention_as_of(day_end(${asOf}::date))
        where observed_on between ${first}::date and ${period.to}::date
        group by source, measure, subject, month
      ), headline as materialized (
        select source, date_trunc('month', published_on)::date as month, lower(title) as title
        from announcement
        where title is not null and published_on between ${first}::date and least(${period.to}::date, ${asOf}::date)
      ), own as (
        select t.id as track_id, h.source, h.month, count(*) as whole,
          count(*) filter (where exists (
            select from jsonb_array_elements_text(t.keywords) word where position(lower(word) in h.title) > 0)) as value
        from headline h cross join track t
        where jsonb_array_length(t.keywords) > 0
        group by t.id, h.source, h.month
      )
      select s.track_id, c.source, c.measure, c.subject, c.month, c.value, whole.value as whole, c.days
      from track_subject s
      join counted c on c.source = s.source and c.measure = s.kind and c.subject = s.code
      left join counted whole
        on whole.source = c.source and whole.measure = c.measure and whole.month = c.month and whole.subject = '*'
      where s.valid_from <= ${period.to}::date and coalesce(s.valid_until, 'infinity') >= ${period.to}::date
      union all
      select track_id, source, 'headlines', track_id, month, value, whole, 1 from own
      order by track_id, measure, source, subject, month
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => Map.groupBy(rows, (row) => row.track_id),
}
