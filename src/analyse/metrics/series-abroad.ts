import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { change, decimal, ratioText } from '../../model/decimal.ts'
import type { Known } from '../../model/findings.ts'
import type { AbroadLine, AbroadSeries } from '../../model/market-findings.ts'
import type { Membership, SeriesConstruct } from '../../model/series-finding.ts'
import type { Metric, Question } from '../metric.ts'

interface AbroadRow {
  readonly track_id: string
  readonly source: string
  readonly code: string
  readonly name_zh: string | null
  readonly name_en: string | null
  readonly membership: Membership | null
  readonly construct: SeriesConstruct | null
  readonly benchmark: string
  readonly benchmark_construct: SeriesConstruct | null
  readonly t0: CalendarDate | null
  readonly t1: CalendarDate | null
  readonly p0: string | null
  readonly p1: string | null
  readonly b0: string | null
  readonly b1: string | null
  /** The largest close ÷ close before, or its inverse, between t0 and t1. */
  readonly largest: string | null
}

/** Days a bar may lie before an edge of the period: holidays abroad are others than ours. */
const NEAR_DAYS = 10

/**
 * The same theme in Hong Kong or New York: close to close on the sessions both it and the index of its exchange have,
 * excess = R − R(that index), in the currency of the exchange. Fractions. A series counts only with members of the
 * time, a benchmark of the same construct, bars near both edges, and no move of one session that only an unadjusted
 * split explains. Bars abroad are not measured on sessions of Shanghai.
 *
 * Unit: fractions, in the currency of the exchange.
 * Source: closes as vendors abroad publish them.
 */
export const seriesAbroad: Metric<
  readonly AbroadRow[],
  ReadonlyMap<string, readonly AbroadLine[]>
> = {
  id: 'series-abroad',

  async fetch(db, { period, asOf }) {
    const found = await sql<AbroadRow>`
      with mapped as (
        select m.track_id, m.position, m.source, m.code, m.benchmark_source || '/' || m.benchmark_code as benchmark,
          own.id, own.name_zh, own.name_en, own.membership, own.construct, market.id as benchmark_id,
          market.construct as benchmark_construct
        from track_series m
        left join series own on own.source = m.source and own.code = m.code
        left join series market on market.source = m.benchmark_source and market.code = m.benchmark_code
        where m.role = 'abroad' and m.valid_from <= ${period.to}::date
          and coalesce(m.valid_until, 'infinity') >= ${period.to}::date
      ), bars as materialized (
        select b.series_id, b.trade_date, b.close from bar_as_of(day_end(${asOf}::date)) b
        where b.series_id in (select id from mapped union select benchmark_id from mapped)
          and b.trade_date between ${period.from}::date - ${NEAR_DAYS}::integer and ${period.to}::date
      ), common as (
        select m.id, m.benchmark_id, own.trade_date, own.close, market.close as base,
          own.close / lag(own.close) over (partition by m.id, m.benchmark_id order by own.trade_date) as move
        from (select distinct id, benchmark_id from mapped) m
        join bars own on own.series_id = m.id
        join bars market on market.series_id = m.benchmark_id and market.trade_date = own.trade_date
      ), edge as (
        select id, benchmark_id, max(trade_date) filter (where trade_date < ${period.from}::date) as t0,
          max(trade_date) filter (where trade_date >= ${period.from}::date) as t1
        from common group by id, benchmark_id
      )
      select m.track_id, m.source, m.code, m.name_zh, m.name_en, m.membership, m.construct, m.benchmark,
        m.benchmark_construct, edge.t0, edge.t1, a.close as p0, z.close as p1, a.base as b0, z.base as b1,
        (select max(greatest(c.move, 1 / c.move)) from common c
          where c.id = m.id and c.benchmark_id = m.benchmark_id and c.trade_date > edge.t0) as largest
      from mapped m
      left join edge on edge.id = m.id and edge.benchmark_id = m.benchmark_id
      left join common a on a.id = edge.id and a.benchmark_id = edge.benchmark_id and a.trade_date = edge.t0
      left join common z on z.id = edge.id and z.benchmark_id = edge.benchmark_id and z.trade_date = edge.t1
      order by m.track_id, m.position
    `.execute(db)
    return found.rows
  },

  summarise(rows, question) {
    const byTrack = Map.groupBy(rows, (row) => row.track_id)
    return new Map([...byTrack].map(([id, list]) => [id, list.map((row) => toLine(row, question))]))
  },
}

function toLine(row: AbroadRow, question: Question): AbroadLine {
  return { source: row.source, code: row.code, figures: toFigures(row, question) }
}

function toFigures(row: AbroadRow, { period, rules }: Question): Known<AbroadSeries> {
  const { source, code, membership, t0, t1, p0, p1, b0, b1 } = row
  if (membership === 'hindsight') return { lacking: 'no-dated-series' }
  if (t0 === null || t1 === null || p0 === null || p1 === null || b0 === null || b1 === null)
    return { lacking: 'no-price-in-period' }
  if (Temporal.PlainDate.from(t1).until(Temporal.PlainDate.from(period.to)).days > NEAR_DAYS)
    return { lacking: 'no-price-in-period' }
  if (row.construct !== row.benchmark_construct) return { lacking: 'other-construct' }
  if (decimal(row.largest ?? 1).gt(1 + rules.only.largest_move))
    return { lacking: 'split-in-series' }
  const [own, market] = [change(p0, p1), change(b0, b1)]
  return {
    source,
    code,
    names: { zh: row.name_zh ?? code, en: row.name_en ?? code },
    benchmark: row.benchmark,
    t0,
    t1,
    change: ratioText(own),
    benchmarkChange: ratioText(market),
    excess: ratioText(own.minus(market)),
  }
}
