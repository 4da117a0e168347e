import type { Reader } from '../load/database.ts'
import type { CalendarDate } from '../model/calendar-date.ts'
import type { Period } from '../model/period.ts'
import type { CapsConfig, VerdictRules } from '../model/verdict-rules.ts'

/** What every measure is asked: a period, its two neighbours, and the day whose knowledge counts. */
export interface Question {
  readonly period: Period
  readonly previous: Period
  readonly yearBefore: Period
  readonly asOf: CalendarDate
  readonly rules: VerdictRules
  readonly caps: CapsConfig
}

/** One measure: one question to the database, one pure answer. */
export interface Metric<Raw, Answer> {
  readonly id: string
  readonly fetch: (db: Reader, question: Question) => Promise<Raw>
  readonly summarise: (raw: Raw, question: Question) => Answer
}

export async function measure<Raw, Answer>(
  metric: Metric<Raw, Answer>,
  db: Reader,
  question: Question,
): Promise<Answer> {
  return metric.summarise(await metric.fetch(db, question), question)
}
