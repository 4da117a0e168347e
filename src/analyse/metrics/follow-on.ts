import { sql } from 'kysely'
import type { FollowOn } from '../../model/attention-finding.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { decimal, ratioText } from '../../model/decimal.ts'
import type { Metric, Question } from '../metric.ts'
import { wilsonInterval } from '../statistics/wilson.ts'

interface FollowOnRow {
  readonly months: number
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly track: string
  readonly companies: number
  readonly followed: number
}

/** Months a cohort of first rounds is wide. */
const COHORT_MONTHS = 12

/**
 * Next-round rate of a cohort: of the companies whose first recorded round was announced in a year, the share with another
 * recorded round within 12 and 18 months, set against all other tracks over the same days. The year ends so many months
 * before the period does, or before the day of knowledge within it, so that each had the whole time. A company's founding
 * is not recorded, so its first recorded round stands for it. Rounds on the day of the first one are not next ones. Needs
 * `layOutDeals`.
 *
 * Unit: companies; rates 0…1 with Wilson’s 95 % interval.
 * Source: graduation rates as publishers of venture data state them, by founding cohort where they know it.
 */
export const followOn: Metric<readonly FollowOnRow[], (track: string) => readonly FollowOn[]> = {
  id: 'follow-on',

  async fetch(db, question) {
    const spans = question.rules.propositions.looking.follow_months.map((months) =>
      spanOf(question, months),
    )
    const found = await sql<FollowOnRow>`
      with span as (
        select * from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s (months integer, "from" date, "to" date)
      ), first_deal as (
        select distinct on (company_id) company_id, track, announced_on
        from inflow_in_view where company_id is not null
        order by company_id, announced_on, id
      )
      select s.months, s.from, s.to, f.track, count(*)::integer as companies,
        count(*) filter (where exists (
          select from inflow_in_view d
          where d.company_id = f.company_id and d.announced_on > f.announced_on
            and d.announced_on <= f.announced_on + make_interval(months => s.months)))::integer as followed
      from span s join first_deal f on f.announced_on between s.from and s.to
      group by s.months, s.from, s.to, f.track
      order by s.months, f.track
    `.execute(db)
    return found.rows
  },

  summarise(rows, question) {
    const { follow_months: lengths } = question.rules.propositions.looking
    return (track) => lengths.map((months) => toFollowOn(rows, { track, months, question }))
  },
}

function spanOf(
  { period, asOf }: Pick<Question, 'period' | 'asOf'>,
  months: number,
): { readonly months: number; readonly from: CalendarDate; readonly to: CalendarDate } {
  const to = Temporal.PlainDate.from(asOf < period.to ? asOf : period.to).subtract({ months })
  const from = to.subtract({ months: COHORT_MONTHS }).add({ days: 1 })
  return { months, from: from.toString() as CalendarDate, to: to.toString() as CalendarDate }
}

function toFollowOn(
  rows: readonly FollowOnRow[],
  asked: { readonly track: string; readonly months: number; readonly question: Question },
): FollowOn {
  const { track, months, question } = asked
  const minimum = question.rules.propositions.looking.minimum_companies
  const cohort = rows.filter((row) => row.months === months)
  return {
    ...spanOf(question, months),
    ...rateOf(
      cohort.filter((row) => row.track === track),
      minimum,
    ),
    others: rateOf(
      cohort.filter((row) => row.track !== track),
      minimum,
    ),
  }
}

function rateOf(rows: readonly FollowOnRow[], minimum: number): FollowOn['others'] {
  const companies = rows.reduce((sum, row) => sum + row.companies, 0)
  const followed = rows.reduce((sum, row) => sum + row.followed, 0)
  if (companies < minimum) {
    const lacking = { lacking: 'too-few-companies', details: { n: companies, minimum } }
    return { companies, followed, rate: lacking, interval: lacking }
  }
  return {
    companies,
    followed,
    rate: ratioText(decimal(followed).div(companies)),
    interval: wilsonInterval(followed, companies),
  }
}
