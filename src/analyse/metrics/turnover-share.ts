import { sql } from 'kysely'
import { decimal, ratioText } from '../../model/decimal.ts'
import type { Known } from '../../model/findings.ts'
import type { TurnoverShare } from '../../model/market-side-finding.ts'
import type { Metric } from '../metric.ts'

export interface TurnoverRow {
  readonly series_id: string
  readonly now: string | null
  readonly year_before: string | null
}

/** A share beside that of the year before, not yet ranked in its history. */
export type ComparedShare = Omit<TurnoverShare, 'percentile'>

/**
 * Σ turnover of the deciding index ÷ Σ turnover of the benchmark over the period's sessions, and over the same days a
 * year before. A fund's turnover is trading of the fund, not of the theme: it has no share.
 *
 * Unit: fractions; turnover in yuan.
 * Source: turnover as index publishers print it.
 */
export const turnoverShare: Metric<
  readonly TurnoverRow[],
  ReadonlyMap<string, Known<ComparedShare>>
> = {
  id: 'turnover-share',

  async fetch(db, { period, yearBefore }) {
    const found = await sql<TurnoverRow>`
      select m.id as series_id,
        sum(own.amount_cny) filter (where own.trade_date between ${period.from}::date and ${period.to}::date)
          / nullif(sum(market.amount_cny)
            filter (where own.trade_date between ${period.from}::date and ${period.to}::date), 0) as now,
        sum(own.amount_cny) filter (where own.trade_date between ${yearBefore.from}::date and ${yearBefore.to}::date)
          / nullif(sum(market.amount_cny)
            filter (where own.trade_date between ${yearBefore.from}::date and ${yearBefore.to}::date), 0) as year_before
      from (select distinct id, benchmark_id from mapped_series where role = 'decides' and kind = 'index') m
      join bar_in_view own on own.series_id = m.id and own.amount_cny is not null
      join bar_in_view market
        on market.series_id = m.benchmark_id and market.trade_date = own.trade_date and market.amount_cny is not null
      group by m.id
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => new Map(rows.map((row) => [row.series_id, toShare(row)])),
}

function toShare({ now, year_before }: TurnoverRow): Known<ComparedShare> {
  if (now === null) return { lacking: 'no-turnover' }
  const share = ratioText(decimal(now))
  if (year_before === null || decimal(year_before).isZero()) {
    return {
      share,
      yearBefore: { lacking: 'no-year-before' },
      ratio: { lacking: 'no-year-before' },
    }
  }
  return {
    share,
    yearBefore: ratioText(decimal(year_before)),
    ratio: ratioText(decimal(now).div(year_before)),
  }
}
