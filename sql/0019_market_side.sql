-- The market side in full: what belongs to a track beside its series, the free float, and sessions of exchanges abroad.

create table track_subject (
  track_id text not null references track,
  kind text not null check (kind in ('members', 'headlines', 'page-views')),
  source text not null,
  code text not null,
  position integer not null,
  valid_from date not null,
  valid_until date,
  primary key (track_id, kind, source, code, valid_from)
);
comment on table track_subject is 'What stands for a track beside its series: lists of members, subjects of headlines, articles people look up.';
comment on column track_subject.track_id is 'The track.';
comment on column track_subject.kind is 'members: a list of stocks in board_entry. headlines, page-views: a subject in attention.';
comment on column track_subject.source is 'Who gives it.';
comment on column track_subject.code is 'Code of the list, or the subject.';
comment on column track_subject.position is 'Order among its kind.';
comment on column track_subject.valid_from is 'First day it stands for the track.';
comment on column track_subject.valid_until is 'Last day; null while it lasts.';

alter table track_series drop constraint track_series_role_check;
alter table track_series add constraint track_series_role_check
  check (role in ('decides', 'confirms', 'shown', 'paper-gain', 'abroad'));
alter table track_series add column benchmark_source text;
alter table track_series add column benchmark_code text;
comment on column track_series.role is 'decides, confirms, shown, paper-gain: the one named board whose market value is quoted; abroad: the same theme in Hong Kong or New York.';
comment on column track_series.benchmark_source is 'Source of what a series abroad is set against; null for all others.';
comment on column track_series.benchmark_code is 'Code of what a series abroad is set against.';

alter table bar add column float_cap_cny numeric;
alter table bar_history add column float_cap_cny numeric;
comment on column bar.float_cap_cny is 'Market value in yuan of the shares that can be traded, at the close.';
comment on column bar_history.float_cap_cny is 'As in bar.';

-- A day off in Shanghai is a session elsewhere.
create or replace view off_session_bar as
  select s.source, s.code, b.series_id, b.trade_date, b.close
  from bar b
  join series s on s.id = b.series_id
  where split_part(coalesce(s.instrument, ''), ':', 1) not in ('HSI', 'XHKG', 'US', 'XNAS', 'XNYS')
    and b.trade_date between (select min(session_on) from session where exchange = 'XSHG')
      and (select max(session_on) from session where exchange = 'XSHG')
    and not exists (select from session x where x.exchange = 'XSHG' and x.session_on = b.trade_date);

drop function session_bar_as_of(timestamptz);
drop function bar_as_of(timestamptz);

create function bar_as_of(instant timestamptz)
  returns table (
    series_id bigint, trade_date date, close numeric, close_equal_weighted numeric, amount_cny numeric,
    market_cap_cny numeric, float_cap_cny numeric, adj_factor numeric, pe numeric, page_id bigint
  )
  language sql stable as $$
    select state.*
    from (
      select b.series_id, b.trade_date, b.close, b.close_equal_weighted, b.amount_cny, b.market_cap_cny,
        b.float_cap_cny, b.adj_factor, b.pe, b.page_id
      from bar b
      where b.known_from <= instant
      union all
      (select distinct on (h.series_id, h.trade_date)
        h.series_id, h.trade_date, h.close, h.close_equal_weighted, h.amount_cny, h.market_cap_cny,
        h.float_cap_cny, h.adj_factor, h.pe, h.page_id
      from bar_history h
      where h.known_from <= instant
        and not exists (
          select from bar b
          where b.series_id = h.series_id and b.trade_date = h.trade_date and b.known_from <= instant)
      order by h.series_id, h.trade_date, h.known_from desc, h.superseded_at desc)
    ) state
    join series s on s.id = state.series_id
    where s.membership = 'dated' or coalesce(day_end(s.membership_known_from), '-infinity') <= instant
  $$;
comment on function bar_as_of(timestamptz) is 'Bars as known at an instant; a hindsight series only from the day its members were learned.';

create function session_bar_as_of(instant timestamptz)
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
      and not exists (
        select from off_session_bar o where o.series_id = b.series_id and o.trade_date = b.trade_date)
  $$;
comment on function session_bar_as_of(timestamptz) is 'Bars fit to measure: on sessions only, funds times their adjustment factor (a fund''s bar without one is left out).';

create or replace view natural_rows.bar as
  select s.source, s.code, b.trade_date, b.open, b.high, b.low, b.close, b.close_equal_weighted, b.volume,
    b.amount_cny, b.market_cap_cny, b.members, b.adj_factor, b.pe, b.known_from, b.assumed, b.float_cap_cny
  from public.bar b join public.series s on s.id = b.series_id;
comment on column natural_rows.bar.float_cap_cny is 'As in bar.';
