import { sql } from 'kysely'
import type { Reader } from '../../load/database.ts'
import type { CalendarDate } from '../../model/calendar-date.ts'

/** A mapped series on a day. */
export interface AskedClose {
  readonly source: string
  readonly code: string
  readonly day: CalendarDate
}

export interface CloseOn extends AskedClose {
  readonly close: string
  /** Market value, yuan. */
  readonly cap: string | null
  /** Close of the benchmark of its construct. */
  readonly base: string
}

/** Closes of mapped series and of their benchmarks on the last session up to each day asked for, as known now. */
export async function closesOn(
  db: Reader,
  asked: readonly AskedClose[],
): Promise<readonly CloseOn[]> {
  const found = await sql<CloseOn>`
    select distinct asked.source, asked.code, asked.day, own.close, own.market_cap_cny as cap, market.close as base
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (source text, code text, day date)
    join mapped_series m on m.source = asked.source and m.code = asked.code
    join bar_in_view market on market.series_id = m.benchmark_id and market.trade_date = (
      select max(trade_date) from bar_in_view where series_id = m.benchmark_id and trade_date <= asked.day)
    join bar_in_view own on own.series_id = m.id and own.trade_date = market.trade_date
  `.execute(db)
  return found.rows
}
