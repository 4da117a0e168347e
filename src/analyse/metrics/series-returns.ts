import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import { change, ratioText } from '../../model/decimal.ts'
import type {
  Membership,
  SeriesConstruct,
  SeriesFinding,
  SeriesKind,
  SeriesRole,
} from '../../model/series-finding.ts'
import type { Metric } from '../metric.ts'

export interface SeriesReturnRow {
  readonly span: 'current' | 'previous' | 'year-before'
  readonly series_id: string
  readonly track_id: string | null
  readonly role: SeriesRole | 'paper-gain' | 'benchmark' | 'alternative'
  readonly source: string
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly kind: SeriesKind
  readonly construct: SeriesConstruct
  readonly membership: Membership
  readonly cap_observed_on: CalendarDate | null
  readonly url: string | null
  readonly note: string | null
  readonly t0: CalendarDate
  readonly t1: CalendarDate
  readonly sessions: number
  readonly p0: string
  readonly p1: string
  readonly b0: string
  readonly b1: string
  readonly cap0: string | null
  readonly float0: string | null
  readonly pe0: string | null
  readonly pe1: string | null
}

/** One mapped series over one of the three spans, with what its own bars say beside the price. */
export interface SeriesReturn extends Omit<SeriesReturnRow, 'role'> {
  readonly role: SeriesReturnRow['role']
  readonly finding: SeriesFinding
}

/**
 * Close-to-close change of each mapped series and its benchmark over the same sessions.
 *
 * `R = P(t1)/P(t0) − 1`, t0 = last session before the period, t1 = last session in it; excess = R − R(benchmark), a
 * price index or fund against the price index, a basket against the basket of all survivors.
 * A series is left out when its bars do not reach both ends: t0 and t1 must be the benchmark's own.
 *
 * Unit: fractions; closes in index points or yuan.
 * Source: closes as vendors publish them; close to close and not annualised, the convention of price indices.
 */
export const seriesReturns: Metric<readonly SeriesReturnRow[], readonly SeriesReturn[]> = {
  id: 'series-returns',

  async fetch(db, { period, previous, yearBefore }) {
    const found = await sql<SeriesReturnRow>`
      with span (span, first_day, last_day) as (
        values ('current', ${period.from}::date, ${period.to}::date),
          ('previous', ${previous.from}::date, ${previous.to}::date),
          ('year-before', ${yearBefore.from}::date, ${yearBefore.to}::date)
      ), edge as (
        select span.span, m.id as benchmark_id,
          (select max(trade_date) from bar_in_view where series_id = m.id and trade_date < first_day) as t0,
          (select max(trade_date) from bar_in_view
            where series_id = m.id and trade_date between first_day and last_day) as t1
        from span, (select distinct id from mapped_series where role = 'benchmark') m
      )
      select edge.span, m.id as series_id, m.track_id, m.role, m.source, m.code, m.name_zh, m.name_en, m.kind,
        m.construct, m.membership, m.cap_observed_on, m.url, m.note, edge.t0, edge.t1,
        (select count(*)::integer from bar_in_view
          where series_id = edge.benchmark_id and trade_date > edge.t0 and trade_date <= edge.t1) as sessions,
        own0.close as p0, own1.close as p1, market0.close as b0, market1.close as b1,
        own0.market_cap_cny as cap0, own0.float_cap_cny as float0, own0.pe as pe0, own1.pe as pe1
      from mapped_series m
      join edge on edge.benchmark_id = m.benchmark_id
      join bar_in_view own0 on own0.series_id = m.id and own0.trade_date = edge.t0
      join bar_in_view own1 on own1.series_id = m.id and own1.trade_date = edge.t1
      join bar_in_view market0 on market0.series_id = edge.benchmark_id and market0.trade_date = edge.t0
      join bar_in_view market1 on market1.series_id = edge.benchmark_id and market1.trade_date = edge.t1
      order by edge.span, m.track_id nulls first, m.role, m.position
    `.execute(db)
    return found.rows
  },

  summarise: (rows) => rows.map((row) => ({ ...row, finding: toFinding(row) })),
}

function toFinding(row: SeriesReturnRow): SeriesFinding {
  const own = change(row.p0, row.p1)
  const market = change(row.b0, row.b1)
  return {
    source: row.source,
    code: row.code,
    names: { zh: row.name_zh, en: row.name_en },
    kind: row.kind,
    construct: row.construct,
    membership: row.membership,
    role: row.role === 'decides' || row.role === 'confirms' ? row.role : 'shown',
    ...(row.url === null ? {} : { url: row.url }),
    ...(row.note === null ? {} : { note: row.note }),
    t0: row.t0,
    t1: row.t1,
    sessions: row.sessions,
    p0: row.p0,
    p1: row.p1,
    change: ratioText(own),
    benchmarkChange: ratioText(market),
    excess: ratioText(own.minus(market)),
  }
}
