-- A closed day is known of the day alone: looked up among the sessions while bars are read once.

create or replace view off_session_bar as
  select s.source, s.code, b.series_id, b.trade_date, b.close
  from bar b
  join series s on s.id = b.series_id
  where split_part(coalesce(s.instrument, ''), ':', 1) not in ('HSI', 'XHKG', 'US', 'XNAS', 'XNYS')
    and b.trade_date between (select min(session_on) from session where exchange = 'XSHG')
      and (select max(session_on) from session where exchange = 'XSHG')
    and b.trade_date not in (select session_on from session where exchange = 'XSHG');
