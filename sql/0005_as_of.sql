-- Any past state of knowledge: every fact in the newest state the world could know at an instant. The current row has
-- the latest known_from of its key, so a superseded state counts only where the current one was not known yet.

create function bar_as_of(instant timestamptz)
  returns table (
    series_id bigint, trade_date date, close numeric, close_equal_weighted numeric, amount_cny numeric,
    market_cap_cny numeric, adj_factor numeric, pe numeric, page_id bigint
  )
  language sql stable as $$
    select state.*
    from (
      select b.series_id, b.trade_date, b.close, b.close_equal_weighted, b.amount_cny, b.market_cap_cny,
        b.adj_factor, b.pe, b.page_id
      from bar b
      where b.known_from <= instant
      union all
      (select distinct on (h.series_id, h.trade_date)
        h.series_id, h.trade_date, h.close, h.close_equal_weighted, h.amount_cny, h.market_cap_cny,
        h.adj_factor, h.pe, h.page_id
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

create view off_session_bar as
  select s.source, s.code, b.series_id, b.trade_date, b.close
  from bar b
  join series s on s.id = b.series_id
  where b.trade_date between (select min(session_on) from session where exchange = 'XSHG')
      and (select max(session_on) from session where exchange = 'XSHG')
    and not exists (select from session x where x.exchange = 'XSHG' and x.session_on = b.trade_date);
comment on view off_session_bar is 'Bars dated on a day the exchange was closed: a conflict, not data. No measure reads them.';
comment on column off_session_bar.source is 'Source of the series.';
comment on column off_session_bar.code is 'Code of the series.';
comment on column off_session_bar.series_id is 'The series.';
comment on column off_session_bar.trade_date is 'The closed day.';
comment on column off_session_bar.close is 'The level the source gave.';

create function session_bar_as_of(instant timestamptz)
  returns table (
    series_id bigint, trade_date date, close numeric, close_equal_weighted numeric, amount_cny numeric,
    market_cap_cny numeric, pe numeric, page_id bigint
  )
  language sql stable as $$
    select b.series_id, b.trade_date,
      case when s.construct = 'fund' then b.close * b.adj_factor else b.close end,
      b.close_equal_weighted, b.amount_cny, b.market_cap_cny, b.pe, b.page_id
    from bar_as_of(instant) b
    join series s on s.id = b.series_id
    where (s.construct <> 'fund' or b.adj_factor is not null)
      and not exists (
        select from off_session_bar o where o.series_id = b.series_id and o.trade_date = b.trade_date)
  $$;
comment on function session_bar_as_of(timestamptz) is 'Bars fit to measure: on sessions only, funds times their adjustment factor (a fund''s bar without one is left out).';

create function event_as_of(instant timestamptz) returns setof event
  language sql stable as $$
    select t.* from event t where t.known_from <= instant
    union all
    (select distinct on (h.announcement_id, h.kind, h.span_start)
      h.id, h.announcement_id, h.kind, h.span_start, h.company_id, h.company_en, h.country, h.status,
      h.track, h.round, h.round_text, h.announced_on, h.precision, h.announced_from, h.announced_until,
      h.amount_text, h.currency, h.amount_low, h.amount_high, h.valuation_text, h.investors, h.urls,
      h.confidence, h.note, h.known_from, h.assumed, h.recorded_at, h.page_id
    from event_history h
    where h.known_from <= instant
      and not exists (
        select from event t
        where t.announcement_id = h.announcement_id and t.kind = h.kind and t.span_start = h.span_start
          and t.known_from <= instant)
    order by h.announcement_id, h.kind, h.span_start, h.known_from desc, h.superseded_at desc)
  $$;
comment on function event_as_of(timestamptz) is 'Events as known at an instant.';

create function deal_as_of(instant timestamptz) returns setof deal
  language sql stable as $$
    select t.* from deal t where t.known_from <= instant
    union all
    (select distinct on (h.founding_event_id)
      h.id, h.founding_event_id, h.company_id, h.country, h.track, h.kind, h.status, h.round,
      h.announced_on, h.announced_from, h.announced_until, h.currency, h.amount_low, h.amount_high,
      h.fx_source, h.fx_on, h.cny_per_base, h.currency_per_base, h.yuan_low, h.yuan_high, h.known_from,
      h.assumed, h.recorded_at, h.page_id
    from deal_history h
    where h.known_from <= instant
      and not exists (
        select from deal t
        where t.founding_event_id = h.founding_event_id
          and t.known_from <= instant)
    order by h.founding_event_id, h.known_from desc, h.superseded_at desc)
  $$;
comment on function deal_as_of(timestamptz) is 'Deals as known at an instant.';

create function claim_as_of(instant timestamptz) returns setof claim
  language sql stable as $$
    select t.* from claim t where t.known_from <= instant
    union all
    (select distinct on (h.outlet, h.claimed_on, h.claim)
      h.id, h.claimed_on, h.outlet, h.claim, h.track, h.scope, h.period_from, h.period_to, h.amount_low,
      h.amount_high, h.currency, h.url, h.note, h.known_from, h.assumed, h.recorded_at, h.page_id
    from claim_history h
    where h.known_from <= instant
      and not exists (
        select from claim t
        where t.outlet = h.outlet and t.claimed_on = h.claimed_on and t.claim = h.claim
          and t.known_from <= instant)
    order by h.outlet, h.claimed_on, h.claim, h.known_from desc, h.superseded_at desc)
  $$;
comment on function claim_as_of(timestamptz) is 'Claims as known at an instant.';

create function published_total_as_of(instant timestamptz) returns setof published_total
  language sql stable as $$
    select t.* from published_total t where t.known_from <= instant
    union all
    (select distinct on (h.publisher, h.period, h.region, h.track, h.metric, h.url)
      h.id, h.period, h.period_from, h.period_to, h.region, h.track, h.metric, h.low, h.high, h.unit,
      h.publisher, h.url, h.note, h.known_from, h.assumed, h.recorded_at, h.page_id
    from published_total_history h
    where h.known_from <= instant
      and not exists (
        select from published_total t
        where t.publisher = h.publisher and t.period = h.period and t.region = h.region and t.track = h.track and t.metric = h.metric and t.url = h.url
          and t.known_from <= instant)
    order by h.publisher, h.period, h.region, h.track, h.metric, h.url, h.known_from desc, h.superseded_at desc)
  $$;
comment on function published_total_as_of(timestamptz) is 'Published totals as known at an instant.';

create function unicorn_as_of(instant timestamptz) returns setof unicorn
  language sql stable as $$
  select state.id, state.company, state.company_en, state.track, state.born_on, state.precision,
    state.valuation_text, state.currency, state.valuation_low, state.valuation_high,
    case when day_end(state.ended_on) <= instant then state.ended_on end,
    case when day_end(state.ended_on) <= instant then state.end_reason end,
    state.urls, state.confidence, state.note, state.known_from, state.assumed, state.recorded_at, state.page_id
  from (
    select t.* from unicorn t where t.known_from <= instant
    union all
    (select distinct on (h.company, h.born_on)
      h.id, h.company, h.company_en, h.track, h.born_on, h.precision, h.valuation_text, h.currency,
      h.valuation_low, h.valuation_high, h.ended_on, h.end_reason, h.urls, h.confidence, h.note,
      h.known_from, h.assumed, h.recorded_at, h.page_id
    from unicorn_history h
    where h.known_from <= instant
      and not exists (
        select from unicorn t
        where t.company = h.company and t.born_on = h.born_on
          and t.known_from <= instant)
    order by h.company, h.born_on, h.known_from desc, h.superseded_at desc)
  ) state
  $$;
comment on function unicorn_as_of(timestamptz) is 'Unicorns as known at an instant; an end that came later is not known yet.';

create function policy_as_of(instant timestamptz) returns setof policy
  language sql stable as $$
    select t.* from policy t where t.known_from <= instant
    union all
    (select distinct on (h.event_on, h.event)
      h.id, h.event_on, h.precision, h.event, h.kind, h.track, h.effective_on, h.issuer, h.url, h.note,
      h.known_from, h.assumed, h.recorded_at, h.page_id
    from policy_history h
    where h.known_from <= instant
      and not exists (
        select from policy t
        where t.event_on = h.event_on and t.event = h.event
          and t.known_from <= instant)
    order by h.event_on, h.event, h.known_from desc, h.superseded_at desc)
  $$;
comment on function policy_as_of(timestamptz) is 'Policy and industry events as known at an instant.';
