import { sql } from 'kysely'
import type { Quarter } from '../../model/quarter.ts'
import type { Metric } from '../metric.ts'

/** Inflow of one track in one quarter. */
export interface QuarterDeals {
  readonly n: number
  /** Deals with an amount that could be converted. */
  readonly disclosed: number
  /** Yuan. */
  readonly low: string
  readonly high: string
}

interface QuarterRow extends QuarterDeals {
  readonly track: string
  readonly quarter: Quarter
}

export interface DealHistory {
  /** Quarters with a recorded deal of any track, in order: elsewhere nothing was recorded, which is not zero. */
  readonly recorded: readonly Quarter[]
  readonly of: (track: string, quarter: Quarter) => QuarterDeals
  /** All other tracks together. */
  readonly outside: (track: string, quarter: Quarter) => number
}

const NOTHING: QuarterDeals = { n: 0, disclosed: 0, low: '0', high: '0' }

/**
 * Recorded inflow by track and quarter of its printed date, until the period's end. Needs `layOutDeals`.
 *
 * Unit: deals and yuan a quarter.
 * Source: the same deals as the inflow.
 */
export const quarterlyDeals: Metric<readonly QuarterRow[], DealHistory> = {
  id: 'quarterly-deals',

  async fetch(db, { period }) {
    const found = await sql<QuarterRow>`
      select track, (extract(year from announced_on) * 4 + extract(quarter from announced_on) - 1)::integer as quarter,
        count(*)::integer as n, count(*) filter (where is_disclosed and yuan_low is not null)::integer as disclosed,
        coalesce(sum(yuan_low) filter (where is_disclosed), 0) as low,
        coalesce(sum(yuan_high) filter (where is_disclosed), 0) as high
      from inflow_in_view
      where announced_on <= ${period.to}::date
      group by 1, 2 order by 1, 2
    `.execute(db)
    return found.rows
  },

  summarise(rows) {
    const byTrack = new Map(
      [...Map.groupBy(rows, ({ track }) => track)].map(([track, own]) => [
        track,
        new Map(own.map((row) => [row.quarter, row])),
      ]),
    )
    const whole = new Map<Quarter, number>()
    for (const { quarter, n } of rows) whole.set(quarter, (whole.get(quarter) ?? 0) + n)
    const of: DealHistory['of'] = (track, quarter) => byTrack.get(track)?.get(quarter) ?? NOTHING
    return {
      recorded: [...whole.keys()].sort((a, b) => a - b),
      of,
      outside: (track, quarter) => (whole.get(quarter) ?? 0) - of(track, quarter).n,
    }
  },
}
