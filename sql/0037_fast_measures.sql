-- What every measure begins with, asked so that its cost grows with the bars and rates that are wanted, not with all.

create index fx_rate_day on fx_rate (quote, rate_on);

-- Whether a day is a session is known of the day alone: looked up in the sessions, not bar by bar among all others.
create or replace function session_bar_as_of(instant timestamptz)
  returns table (
    series_id bigint, trade_date date, close numeric, close_equal_weighted numeric, amount_cny numeric,
    market_cap_cny numeric, float_cap_cny numeric, pe numeric, page_id bigint
  )
  language sql stable as $$
    select b.series_id, b.trade_date,
      case when s.construct = 'fund' then b.close * b.adj_factor else b.close end,
      b.close_equal_weighted, b.amount_cny, b.market_cap_cny, b.float_cap_cny, b.pe, b.page_id
    from bar_as_of(instant) b
    join series s on s.id = b.series_id
    where (s.construct <> 'fund' or b.adj_factor is not null)
      and (
        b.trade_date in (select session_on from session where exchange = 'XSHG')
        or b.trade_date < coalesce((select min(session_on) from session where exchange = 'XSHG'), 'infinity')
        or b.trade_date > (select max(session_on) from session where exchange = 'XSHG')
        or split_part(coalesce(s.instrument, ''), ':', 1) in ('HSI', 'XHKG', 'US', 'XNAS', 'XNYS'))
  $$;
