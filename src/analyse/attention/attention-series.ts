import type {
  AttentionBreak,
  AttentionMonth,
  AttentionSeries,
} from '../../model/attention-finding.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { Decimal, decimal, ratioText } from '../../model/decimal.ts'
import { isLacking, type Known } from '../../model/findings.ts'
import type { Period } from '../../model/period.ts'
import type { Question } from '../metric.ts'
import type { AttentionRow } from '../metrics/attention-months.ts'
import { medianOf } from '../statistics/median.ts'

export type MeasuredAttention = Pick<
  AttentionSeries,
  'source' | 'measure' | 'subject' | 'level' | 'abnormal' | 'priorMonths' | 'breaks' | 'months'
> & { readonly levelYearBefore: Known<string> }

/**
 * One source's attention for one subject, month by month.
 *
 * level = Σ headlines ÷ Σ all headlines, or Σ views ÷ days with a count; over the period all of its months must be
 * there. Abnormal attention = ln(level) − ln(median of the monthly levels of the configured months before the period),
 * after Da, Engelberg and Gao (2011), whose window is eight weeks. No abnormal figure is given across a break.
 *
 * Unit: share of headlines, or views a day; natural logarithms.
 * Source: abnormal attention after Da, Engelberg and Gao (2011).
 */
export function attentionSeries(
  rows: readonly AttentionRow[],
  question: Question,
): MeasuredAttention | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  const { period, yearBefore, rules } = question
  const known = rows.filter(({ measure, whole }) => measure === 'page-views' || isAbove(whole))
  const months = known.map(toMonth)
  const breaks = breaksIn(known, rules.attention.jump)
  const window = priorSpan(period, rules.attention.window_months)
  const prior = months.filter(({ month }) => month >= window.from && month < window.to)
  const level = levelIn(known, period)
  return {
    source: first.source,
    measure: first.measure,
    subject: first.subject,
    level,
    levelYearBefore: levelIn(known, yearBefore),
    priorMonths: prior.length,
    abnormal: breaks.some(({ on }) => on > window.from && on <= period.to)
      ? { lacking: 'source-break' }
      : abnormal(level, prior, rules.attention.minimum_months),
    breaks,
    months,
  }
}

function isAbove(text: string | null): boolean {
  return text !== null && decimal(text).gt(0)
}

function toMonth(row: AttentionRow): AttentionMonth {
  const { month, value, whole } = row
  const shown = { month, value: decimal(value).toFixed(), level: ratioText(levelOf([row])) }
  return whole === null ? shown : { ...shown, whole: decimal(whole).toFixed() }
}

function levelOf(rows: readonly AttentionRow[]): Decimal {
  const value = Decimal.sum(...rows.map((row) => row.value))
  return value.div(Decimal.sum(...rows.map(({ whole, days }) => whole ?? days)))
}

function levelIn(rows: readonly AttentionRow[], { from, to }: Period): Known<string> {
  const wanted = monthsBetween(monthOf(from), monthOf(to)) + 1
  const inside = rows.filter(({ month }) => month >= monthOf(from) && month <= to)
  if (inside.length < wanted)
    return { lacking: 'months-missing', details: { n: inside.length, minimum: wanted } }
  return ratioText(levelOf(inside))
}

function abnormal(
  level: Known<string>,
  prior: readonly AttentionMonth[],
  minimum: number,
): Known<string> {
  if (isLacking(level)) return level
  if (prior.length < minimum)
    return { lacking: 'too-few-months', details: { n: prior.length, minimum } }
  const median = medianOf(prior.map((one) => decimal(one.level)))
  // Nothing is infinitely more than nothing.
  if (median === undefined || median.isZero() || decimal(level).isZero())
    return { lacking: 'no-mentions' }
  return ratioText(decimal(level).ln().minus(median.ln()))
}

function breaksIn(rows: readonly AttentionRow[], jump: number): readonly AttentionBreak[] {
  return rows.slice(1).flatMap((row, index): readonly AttentionBreak[] => {
    const before = rows[index]
    if (before === undefined) return []
    if (monthsBetween(before.month, row.month) > 1) return [{ on: row.month, kind: 'gap' }]
    if (before.whole === null || row.whole === null) return []
    const ratio = decimal(row.whole).div(before.whole)
    return ratio.gt(jump) || ratio.lt(1 / jump) ? [{ on: row.month, kind: 'jump' }] : []
  })
}

function priorSpan(
  { from }: Period,
  months: number,
): { readonly from: string; readonly to: string } {
  const first = Temporal.PlainDate.from(monthOf(from))
  return { from: first.subtract({ months }).toString(), to: first.toString() }
}

function monthOf(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 7)}-01` as CalendarDate
}

function monthsBetween(a: CalendarDate, b: CalendarDate): number {
  return Temporal.PlainDate.from(a).until(b, { largestUnit: 'months' }).months
}
