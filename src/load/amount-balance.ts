import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** One currency of one run and month in which what was seen is not what deals and ledger hold. */
export interface AmountsOff {
  readonly run: string | null
  readonly month: string
  /** `XXX`: unreadable. */
  readonly currency: string
  readonly seen: string
  readonly counted: string
  readonly inLedger: string
}

/** Whether every amount ever seen is in a deal that counts or in the ledger. */
export interface AmountBalance {
  readonly off: readonly AmountsOff[]
  /** Deals that count with an amount nobody told of. */
  readonly dealsWithoutEntry: readonly string[]
  /** Texts stored before the ledger was kept. */
  readonly unread: number
}

export async function readAmountBalance(db: Reader): Promise<AmountBalance> {
  const off = await sql<AmountsOff>`
    select run_id as run, to_char(month, 'YYYY-MM') as month, currency, seen, counted, in_ledger as "inLedger"
    from amount_balance where n_off <> 0 or low_off <> 0 or high_off <> 0
    order by run_id, month, currency
  `.execute(db)
  const deals = await sql<{ deal_id: string }>`
    select deal_id from deal_without_entry order by deal_id
  `.execute(db)
  const unread = await sql<{ n: string }>`select count(*) as n from amount_unread`.execute(db)
  return {
    off: off.rows,
    dealsWithoutEntry: deals.rows.map(({ deal_id }) => deal_id),
    unread: Number(unread.rows[0]?.n ?? 0),
  }
}
