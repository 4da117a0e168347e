import { sql } from 'kysely'
import type { Grid, Span } from '../../model/grid.ts'
import type { Metric } from '../metric.ts'

/** Inflow of one track in one span. */
export interface SpanDeals {
  readonly n: number
  /** Deals with an amount that could be converted. */
  readonly disclosed: number
  /** Yuan. */
  readonly low: string
  readonly high: string
}

export interface SpanDealsRow extends SpanDeals {
  readonly track: string
  readonly span: Span
}

export interface DealHistory {
  /** Spans with a recorded deal of any track, in order: elsewhere nothing was recorded, which is not zero. */
  readonly recorded: readonly Span[]
  readonly of: (track: string, span: Span) => SpanDeals
  /** All other tracks together. */
  readonly outside: (track: string, span: Span) => number
}

const NOTHING: SpanDeals = { n: 0, disclosed: 0, low: '0', high: '0' }

/** Recorded inflow by track and span of its printed date, until the period's end. Needs `layOutDeals`. */
export function dealsBySpan(
  id: string,
  { months }: Grid,
): Metric<readonly SpanDealsRow[], DealHistory> {
  return {
    id,
    async fetch(db, { period }) {
      const found = await sql<SpanDealsRow>`
        select track,
          (extract(year from announced_on) * 12 + extract(month from announced_on) - 1)::integer / ${months}::integer as span,
          count(*)::integer as n, count(*) filter (where is_disclosed and yuan_low is not null)::integer as disclosed,
          coalesce(sum(yuan_low) filter (where is_disclosed), 0) as low,
          coalesce(sum(yuan_high) filter (where is_disclosed), 0) as high
        from inflow_in_view
        where announced_on <= ${period.to}::date
        group by 1, 2 order by 1, 2
      `.execute(db)
      return found.rows
    },
    summarise: historyOf,
  }
}

function historyOf(rows: readonly SpanDealsRow[]): DealHistory {
  const byTrack = new Map(
    [...Map.groupBy(rows, ({ track }) => track)].map(([track, own]) => [
      track,
      new Map(own.map((row) => [row.span, row])),
    ]),
  )
  const whole = new Map<Span, number>()
  for (const { span, n } of rows) whole.set(span, (whole.get(span) ?? 0) + n)
  const of: DealHistory['of'] = (track, span) => byTrack.get(track)?.get(span) ?? NOTHING
  return {
    recorded: [...whole.keys()].sort((a, b) => a - b),
    of,
    outside: (track, span) => (whole.get(span) ?? 0) - of(track, span).n,
  }
}
