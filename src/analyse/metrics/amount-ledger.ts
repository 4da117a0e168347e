import { sql } from 'kysely'
import type { AmountLedger } from '../../model/amount-finding.ts'
import type { Metric } from '../metric.ts'

interface Rows {
  readonly lines: readonly {
    readonly reason: string
    readonly kind: string | null
    readonly status: string | null
    readonly n: string
  }[]
  readonly sides: readonly {
    readonly currency: string
    readonly seen: string
    readonly counted: string
    readonly in_ledger: string
    readonly is_off: boolean
  }[]
  readonly unread: string
}

/**
 * Whether every amount of what was published in the period is in a deal that counts or in the ledger.
 *
 * Unit: amounts told.
 * Source: own rule (decision 012).
 */
export const amountLedger: Metric<Rows, AmountLedger> = {
  id: 'amount-ledger',

  async fetch(db, { asOf, period: { from, to } }) {
    const lines = await sql<Rows['lines'][number]>`
      select e.reason, e.kind, e.status, count(*) as n
      from amount_entry_as_of(day_end(${asOf}::date)) e
      join announcement a on a.id = e.announcement_id
      where e.reason is not null and a.published_on between ${from}::date and ${to}::date
      group by e.reason, e.kind, e.status
      order by e.kind is null, e.reason, e.kind, e.status
    `.execute(db)
    const sides = await sql<Rows['sides'][number]>`
      select s.currency, sum(s.seen) as seen, sum(s.counted) as counted, sum(s.in_ledger) as in_ledger,
        row(sum(s.n_off), coalesce(sum(s.low_off), 0), coalesce(sum(s.high_off), 0)) <> row(0, 0, 0) as is_off
      from amount_side_as_of(day_end(${asOf}::date)) s
      join announcement a on a.id = s.announcement_id
      where a.published_on between ${from}::date and ${to}::date
      group by s.currency order by s.currency
    `.execute(db)
    const unread = await sql<{ n: string }>`
      select count(*) as n from amount_unread u join announcement a on a.id = u.announcement_id
      where a.published_on between ${from}::date and ${to}::date
    `.execute(db)
    return { lines: lines.rows, sides: sides.rows, unread: unread.rows[0]?.n ?? '0' }
  },

  summarise({ lines, sides, unread }) {
    const sum = (side: 'seen' | 'counted' | 'in_ledger'): number =>
      sides.reduce((total, { [side]: n }) => total + Number(n), 0)
    return {
      seen: sum('seen'),
      counted: sum('counted'),
      inLedger: sum('in_ledger'),
      off: sides.flatMap(({ currency, is_off }) => (is_off ? [currency] : [])),
      unread: Number(unread),
      lines: lines.map(({ reason, kind, status, n }) => ({
        reason,
        kind: kind ?? 'none',
        status: status ?? 'none',
        n: Number(n),
      })),
    }
  },
}
