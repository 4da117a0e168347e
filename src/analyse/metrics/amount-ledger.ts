import { sql } from 'kysely'
import type { AmountLedger, AmountLine } from '../../model/amount-finding.ts'
import type { Metric } from '../metric.ts'

interface Rows {
  readonly months: readonly {
    readonly month: string
    readonly reason: string
    readonly kind: string | null
    readonly status: string | null
    readonly currency: string
    readonly n: string
    readonly low: string | null
    readonly high: string | null
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
    const months = await sql<Rows['months'][number]>`
      select to_char(a.published_on, 'YYYY-MM') as month, coalesce(e.reason, ${COUNTED}) as reason, e.kind, e.status,
        coalesce(e.currency, 'XXX') as currency, count(*) as n, trim_scale(sum(e.amount_low)) as low,
        trim_scale(sum(e.amount_high)) as high
      from amount_entry_as_of(day_end(${asOf}::date)) e
      join announcement a on a.id = e.announcement_id
      where a.published_on between ${from}::date and ${to}::date
      group by month, e.reason, e.kind, e.status, e.currency
      order by e.kind is null, e.reason, e.kind, e.status, month, e.currency
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
    return { months: months.rows, sides: sides.rows, unread: unread.rows[0]?.n ?? '0' }
  },

  summarise({ months, sides, unread }) {
    const told = months.map(({ kind, status, n, low, high, ...one }) => ({
      ...one,
      kind: kind ?? 'none',
      status: status ?? 'none',
      n: Number(n),
      ...(low === null || high === null ? {} : { low, high }),
    }))
    const sum = (side: 'seen' | 'counted' | 'in_ledger'): number =>
      sides.reduce((total, { [side]: n }) => total + Number(n), 0)
    return {
      seen: sum('seen'),
      counted: sum('counted'),
      inLedger: sum('in_ledger'),
      off: sides.flatMap(({ currency, is_off }) => (is_off ? [currency] : [])),
      unread: Number(unread),
      lines: linesOf(told.filter(({ reason }) => reason !== COUNTED)),
      months: told,
    }
  },
}

const COUNTED = 'counted'

/** The months of a period together, in the order they came. */
function linesOf(months: readonly AmountLine[]): readonly AmountLine[] {
  const lines = Map.groupBy(months, ({ reason, kind, status }) => [reason, kind, status].join(' '))
  return [...lines.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { reason, kind, status } = first
    return [{ reason, kind, status, n: same.reduce((sum, { n }) => sum + n, 0) }]
  })
}
