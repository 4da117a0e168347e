import { sql } from 'kysely'
import { decimal, yuanText } from '../../model/decimal.ts'
import type { ListedMoneyKind, ListedMoneyLine } from '../../model/listed-money-finding.ts'
import type { Metric } from '../metric.ts'

interface MoneyRow {
  readonly track_id: string
  readonly kind: ListedMoneyKind
  readonly source: string
  readonly n: number
  readonly unknown: number
  readonly companies: number
  readonly sum: string
  readonly months: number
}

/**
 * Money of the union of a track's members at the start of the period, announced in it, by kind, in yuan: placements and
 * outward investments of the companies, sales and purchases of their large holders, expiring lock-ups. Each stock
 * counts once, however many lists it is in. Two sources tell of the same money, so each kind is taken from one: the one
 * with rows in most months of the period. An amount nobody states is counted and in no sum.
 *
 * Unit: yuan; announcements.
 * Source: announcements of listed companies as exchanges and vendors list them.
 */
export const listedMoney: Metric<
  readonly MoneyRow[],
  ReadonlyMap<string, readonly ListedMoneyLine[]>
> = {
  id: 'listed-money',

  async fetch(db, { period, asOf }) {
    const found = await sql<MoneyRow>`
        with edge as (
          select max(trade_date) as t0 from bar_in_view
          where trade_date < ${period.from}::date
            and series_id in (select id from mapped_series where role = 'benchmark' and construct = 'price')
        ), held as (
          select distinct s.track_id, e.entry as instrument
          from track_subject s
          join board_entry e on e.source = s.source and e.board = s.code
          cross join edge
          where s.kind = 'members' and s.valid_from <= ${period.to}::date
            and coalesce(s.valid_until, 'infinity') >= ${period.to}::date
            and e.valid_from <= edge.t0 and coalesce(e.valid_until, 'infinity') > edge.t0
        ), money as materialized (
          select * from listed_money_as_of(day_end(${asOf}::date))
          where announced_on between ${period.from}::date and ${period.to}::date
        ), coverage as (
          select kind, source, count(distinct date_trunc('month', announced_on))::integer as months
          from money group by kind, source
        )
        select t.track_id, c.kind, c.source, c.months, count(m.instrument)::integer as n,
          count(*) filter (where m.instrument is not null and m.amount_cny is null)::integer as unknown,
          count(distinct m.instrument)::integer as companies, coalesce(sum(m.amount_cny), 0) as sum
        from (select distinct track_id from held) t
        cross join coverage c
        left join money m on m.kind = c.kind and m.source = c.source
          and exists (select from held h where h.track_id = t.track_id and h.instrument = m.instrument)
        group by t.track_id, c.kind, c.source, c.months
        order by t.track_id, c.kind, c.months desc, c.source
      `.execute(db)
    return found.rows
  },

  summarise(rows) {
    const byTrack = Map.groupBy(rows, (row) => row.track_id)
    return new Map([...byTrack].map(([id, list]) => [id, toLines(list)]))
  },
}

/** The first row of a kind is of the source that saw most of the period. */
function toLines(rows: readonly MoneyRow[]): readonly ListedMoneyLine[] {
  return [...Map.groupBy(rows, ({ kind }) => kind).values()].flatMap(([first]) => {
    if (first === undefined) return []
    const { track_id: _, sum, ...line } = first
    return [{ ...line, sum: yuanText(decimal(sum)) }]
  })
}
