import { sql } from 'kysely'
import type { CalendarDate } from '../../model/calendar-date.ts'
import type { DataFault, SourceAge } from '../../model/findings.ts'
import type { Metric } from '../metric.ts'

interface DataRows {
  readonly sources: readonly {
    readonly source: string
    readonly what: string
    readonly rows: string
    readonly first: CalendarDate | null
    readonly last: CalendarDate | null
    readonly files: string[]
  }[]
  readonly faults: readonly {
    readonly id: string
    readonly count: string
    readonly examples: string[]
  }[]
}

const EXAMPLES = 5

/**
 * Which data an edition could draw on, from when to when and from which files, and what is wrong with it.
 *
 * Unit: rows; days.
 * Source: what the loads wrote down of themselves.
 */
export const dataAge: Metric<
  DataRows,
  { readonly sources: readonly SourceAge[]; readonly faults: readonly DataFault[] }
> = {
  id: 'data-age',

  async fetch(db, { asOf }) {
    const sources = await sql<DataRows['sources'][number]>`
        with bars as (
          select series_id, page_id, count(*) as n, min(trade_date) as first, max(trade_date) as last
          from bar where known_from <= day_end(${asOf}::date)
          group by series_id, page_id
        ), fact as (
          select source, 'exchange-rates' as what, rate_on as day, page_id from fx_rate
            where known_from <= day_end(${asOf}::date)
          union all select exchange, 'sessions', session_on, page_id from session
            where known_from <= day_end(${asOf}::date)
          union all select a.source, case when e.kind = 'equity' then 'deals' else 'not-counted' end, e.announced_on,
            e.page_id from event e join announcement a on a.id = e.announcement_id
            where e.known_from <= day_end(${asOf}::date)
          union all select 'curated', 'claims', claimed_on, page_id from claim where known_from <= day_end(${asOf}::date)
          union all select 'curated', 'forecasts', made_on, page_id from forecast
            where known_from <= day_end(${asOf}::date)
          union all select 'curated', 'published-totals', period_to, page_id from published_total
            where known_from <= day_end(${asOf}::date)
          union all select 'curated', 'unicorns', born_on, page_id from unicorn
            where known_from <= day_end(${asOf}::date)
          union all select 'curated', 'policies', event_on, page_id from policy
            where known_from <= day_end(${asOf}::date)
          union all select source, 'attention', observed_on, page_id from attention
            where known_from <= day_end(${asOf}::date)
          union all select source, 'listed-money', announced_on, page_id from listed_money
            where known_from <= day_end(${asOf}::date)
          union all select 'curated', 'investors', null, page_id from investor
        )
        select f.source, f.what, sum(f.n)::bigint as rows, min(f.first) as first, max(f.last) as last,
          coalesce(jsonb_agg(distinct page.url order by page.url) filter (where page.url is not null), '[]') as files
        from (
          select source, what, page_id, count(*) as n, min(day) as first, max(day) as last
          from fact group by source, what, page_id
          union all
          select s.source, case s.kind when 'etf' then 'funds' when 'board' then 'boards' when 'stock' then 'stocks'
            else 'indices' end, bars.page_id, bars.n, bars.first, bars.last
          from bars join series s on s.id = bars.series_id
        ) f
        left join page on page.id = f.page_id
        group by f.source, f.what
        order by f.source, f.what
      `.execute(db)
    const faults = await sql<DataRows['faults'][number]>`
        select 'off-session-bar' as id, count(*) as count,
          coalesce(jsonb_agg(code || ' ' || trade_date order by trade_date, code) filter (where n <= ${EXAMPLES}), '[]')
            as examples
        from (select code, trade_date, row_number() over (order by trade_date, code) as n from off_session_bar) o
        having count(*) > 0
        union all
        select 'fund-without-factor', count(*),
          coalesce(jsonb_agg(code || ' ' || trade_date order by trade_date, code) filter (where n <= ${EXAMPLES}), '[]')
        from (
          select s.code, b.trade_date, row_number() over (order by b.trade_date, s.code) as n
          from bar b join series s on s.id = b.series_id
          where s.construct = 'fund' and b.adj_factor is null
        ) f
        having count(*) > 0
        union all
        select 'rejected-line', count(*),
          coalesce(jsonb_agg(url || ':' || line order by url, line) filter (where n <= ${EXAMPLES}), '[]')
        from (
          select distinct page.url, rejection.line, dense_rank() over (order by page.url, rejection.line) as n
          from rejection join page on page.id = rejection.page_id
        ) r
        having count(*) > 0
        union all
        select 'deal-without-rate', count(*), coalesce(jsonb_agg(currency order by currency), '[]')
        from (
          select currency from deal where amount_high is not null and yuan_high is null group by currency
        ) d
        having count(*) > 0
        order by id
      `.execute(db)
    return { sources: sources.rows, faults: faults.rows }
  },

  summarise: ({ sources, faults }) => ({
    sources: sources.map(({ source, what, rows, first, last, files }) => ({
      source,
      what,
      rows: Number(rows),
      files,
      ...(first === null ? {} : { first }),
      ...(last === null ? {} : { last }),
    })),
    faults: faults.map(({ id, count, examples }) => ({ id, count: Number(count), examples })),
  }),
}
