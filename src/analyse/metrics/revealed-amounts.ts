import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { capOf } from '../../model/caps.ts'
import { decimal } from '../../model/decimal.ts'
import type { Interval } from '../../model/known.ts'
import {
  type AmountKnown,
  BOUND_KINDS,
  type BoundKind,
  type BoundResult,
  type BoundScore,
  type RevealedAmount,
  type RevealedAmounts,
} from '../../model/revealed-finding.ts'
import { amountsTold } from '../amounts-told.ts'
import type { Metric, Question } from '../metric.ts'

interface RevealedRow {
  readonly deal_id: string
  readonly company: string | null
  readonly announced_on: CalendarDate
  readonly first_round: string
  readonly first_text: string | null
  readonly first_low: string | null
  readonly first_high: string | null
  readonly first_on: CalendarDate
  readonly first_url: string
  readonly later_text: string | null
  readonly later_low: string
  readonly later_high: string
  readonly later_on: CalendarDate
  readonly later_url: string
}

/**
 * Inflow deals, of any day, whose amount was undisclosed or vague on the first day anybody told of them and was told more
 * narrowly on a later one: held where the narrowest amount told later lies within the bound of the first day, wrong where
 * it lies outside, perhaps where it reaches over its edge. The bound of an undisclosed amount is [0, cap of its round and
 * year]. Of several tellings of the first day the narrowest counts. Amounts in a currency without a rate are left out.
 *
 * Unit: deals; yuan at the rate of the deal's day.
 * Source: own rule: bounds are worth what they hold; at least 99 of 100 should (decisions 005 and 006).
 */
export const revealedAmounts: Metric<readonly RevealedRow[], RevealedAmounts> = {
  id: 'revealed-amounts',

  async fetch(db, { asOf }) {
    const found = await sql<RevealedRow>`
      with told as materialized (${amountsTold(asOf)}), retold as (
        -- Most deals are told once or always alike, and to look up a rate costs more than all else.
        select deal_id from told
        group by deal_id
        having min(told_on) < max(told_on) and count(distinct concat_ws(' ', currency, amount_low, amount_high)) > 1
      ), converted as materialized (
        select t.*, in_yuan(amount_low, currency, announced_on) as yuan_low,
          in_yuan(amount_high, currency, announced_on) as yuan_high
        from told t join retold using (deal_id)
      ), first as (
        select distinct on (deal_id) *
        from converted
        order by deal_id, told_on, yuan_high - yuan_low, amount_low, known_from, event_id
      ), later as (
        select distinct on (t.deal_id) t.*
        from converted t
        join first f on f.deal_id = t.deal_id and t.told_on > f.told_on
        where t.yuan_low is not null and t.yuan_high is not null
          and (f.amount_low is null or t.yuan_high - t.yuan_low < f.yuan_high - f.yuan_low)
        order by t.deal_id, t.yuan_high - t.yuan_low, t.told_on, t.known_from, t.event_id
      )
      select d.id as deal_id, c.name as company, d.announced_on,
        f.round as first_round, f.amount_text as first_text, f.yuan_low as first_low, f.yuan_high as first_high,
        f.told_on as first_on, f.url as first_url,
        l.amount_text as later_text, l.yuan_low as later_low, l.yuan_high as later_high, l.told_on as later_on,
        l.url as later_url
      from later l
      join first f on f.deal_id = l.deal_id
      join inflow_in_view d on d.id = l.deal_id
      left join company c on c.id = d.company_id
      order by d.announced_on, d.id
    `.execute(db)
    return found.rows
  },

  summarise(rows, question) {
    const lines = rows.map((row) => toLine(row, question))
    return { scores: BOUND_KINDS.map((by) => scoreOf(by, lines)), lines }
  },
}

function toLine(row: RevealedRow, { caps }: Pick<Question, 'caps'>): RevealedAmount {
  const cap = capOf(caps, row.first_round, Number(row.announced_on.slice(0, 4)))
  const bound: Interval = { low: row.first_low ?? '0', high: row.first_high ?? cap }
  const revealed: Interval = { low: row.later_low, high: row.later_high }
  return {
    dealId: row.deal_id,
    company: row.company ?? '',
    announcedOn: row.announced_on,
    round: row.first_round,
    by: row.first_high === null ? 'cap' : 'wording',
    bound: amountKnown(bound, { text: row.first_text, on: row.first_on, url: row.first_url }),
    revealed: amountKnown(revealed, { text: row.later_text, on: row.later_on, url: row.later_url }),
    result: resultOf(bound, revealed),
  }
}

function amountKnown(
  yuan: Interval,
  { text, ...told }: { text: string | null; on: CalendarDate; url: string },
): AmountKnown {
  return { yuan, ...(text === null ? {} : { text }), ...told }
}

function resultOf(bound: Interval, revealed: Interval): BoundResult {
  const [low, high] = [decimal(revealed.low), decimal(revealed.high)]
  if (low.gte(bound.low) && high.lte(bound.high)) return 'held'
  return low.gt(bound.high) || high.lt(bound.low) ? 'wrong' : 'perhaps'
}

function scoreOf(by: BoundKind, lines: readonly RevealedAmount[]): BoundScore {
  const own = lines.filter((line) => line.by === by)
  const count = (result: BoundResult): number => own.filter((line) => line.result === result).length
  return {
    by,
    revealed: own.length,
    held: count('held'),
    perhaps: count('perhaps'),
    wrong: count('wrong'),
  }
}
