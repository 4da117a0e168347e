import { sql } from 'kysely'
import type { Grid, Span } from '../../model/grid.ts'
import { lastSpan } from '../last-span.ts'
import type { Metric } from '../metric.ts'

export interface SpanEnd {
  readonly track: string
  readonly span: Span
  readonly close: string
  readonly base: string
}

/** By track and span. */
export type ExcessHistory = ReadonlyMap<string, ReadonlyMap<Span, number>>

/** A span ends with its last session; one whose bars stop earlier than holidays explain has no end yet. */
const LONGEST_HOLIDAY_DAYS = 10

/**
 * Log excess of each track's deciding index, span by span: `ln(P_q / P_{q−1}) − ln(B_q / B_{q−1})`, closes of the
 * benchmark's last session in each span. One without the close of both ends is missing. Needs `layOutThemes`.
 */
export function excessBySpan(id: string, grid: Grid): Metric<readonly SpanEnd[], ExcessHistory> {
  return {
    id,
    async fetch(db) {
      const { months } = grid
      const found = await sql<SpanEnd>`
        with spanned as (
          select track_id, trade_date, close, base,
            (extract(year from trade_date) * 12 + extract(month from trade_date) - 1)::integer / ${months}::integer as span
          from theme_in_view
        ), last_session as (
          select distinct on (track_id, span) *, ((span + 1) * ${months}::integer) as next_month
          from spanned order by track_id, span, trade_date desc
        )
        select track_id as track, span, close, base
        from last_session
        where close is not null
          and trade_date >= make_date(next_month / 12, next_month % 12 + 1, 1) - ${LONGEST_HOLIDAY_DAYS}::integer
        order by track_id, trade_date
      `.execute(db)
      return found.rows
    },

    summarise(rows, question) {
      const last = lastSpan(grid, question)
      const inside = rows.filter(({ span }) => span <= last)
      return new Map(
        [...Map.groupBy(inside, ({ track }) => track)].map(([track, ends]) => [
          track,
          excessesOf(ends),
        ]),
      )
    },
  }
}

function excessesOf(ends: readonly SpanEnd[]): ReadonlyMap<Span, number> {
  const by = new Map(ends.map((end) => [end.span, end]))
  return new Map(
    ends.flatMap(({ span, close, base }) => {
      const before = by.get(span - 1)
      if (before === undefined) return []
      const own = Number(close) / Number(before.close)
      const market = Number(base) / Number(before.base)
      return [[span, Math.log(own / market)] as const]
    }),
  )
}
