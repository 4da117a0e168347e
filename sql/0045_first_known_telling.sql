-- A deal is there from the day of its first known telling. Where the text that tells of it earliest came to light after
-- another, that other one spoke for the deal until then.

create view yuan_leg as
  select base as currency, rate_on, source, true as is_direct, rate as cny_per_base, 1::numeric as currency_per_base
  from fx_rate where quote = 'CNY'
  union all
  select other.quote, cny.rate_on, cny.source, false, cny.rate, other.rate
  from fx_rate cny
  join fx_rate other on other.base = cny.base and other.rate_on = cny.rate_on and other.source = cny.source
  where cny.quote = 'CNY' and other.quote <> 'CNY';
comment on view yuan_leg is 'Every published way from a currency to yuan: at once, or by the currency both are quoted in.';
comment on column yuan_leg.currency is 'ISO 4217.';
comment on column yuan_leg.rate_on is 'Day of the rates.';
comment on column yuan_leg.source is 'Who published both.';
comment on column yuan_leg.is_direct is 'The currency itself is quoted in yuan.';
comment on column yuan_leg.cny_per_base is 'Yuan per unit of the currency both are quoted in.';
comment on column yuan_leg.currency_per_base is 'Units of the currency per unit of that one.';

create or replace function cny_rate(currency text, day date)
  returns table (source text, rate_on date, cny_per_base numeric, currency_per_base numeric)
  language sql stable as $$
    select leg.source, leg.rate_on, leg.cny_per_base, leg.currency_per_base
    from yuan_leg leg
    where leg.currency = cny_rate.currency and leg.rate_on <= cny_rate.day and leg.rate_on > cny_rate.day - 31
    order by leg.rate_on desc, leg.is_direct desc, leg.source
    limit 1
  $$;

create view deal_member as
  select founding_event_id, event_id from same_deal
  union all
  select id, id from event;
comment on view deal_member is 'Every telling with the event that founds its deal. One that is another''s telling is also alone here.';
comment on column deal_member.founding_event_id is 'The event that founds the deal.';
comment on column deal_member.event_id is 'An event that tells of it.';

create or replace function tellings_as_of(founding bigint, instant timestamptz)
  returns table (
    key text, announced_from date, round text, currency text, amount_low numeric, amount_high numeric, covers text,
    is_in_kind boolean
  )
  language sql stable as $$
    select telling_key(a.source, a.source_key, e.kind, e.span_start), e.announced_from, e.round, e.currency, e.amount_low,
      e.amount_high, e.covers, coalesce(e.evidence ? 'inKind', false)
    from deal_member m
    join event e on e.id = m.event_id
    join announcement a on a.id = e.announcement_id
    where m.founding_event_id = founding and e.known_from <= instant
    union all
    select edited.key, edited.announced_from, edited.round, edited.currency, edited.amount_low, edited.amount_high,
      edited.covers, edited.is_in_kind
    from (
      select telling_key(a.source, a.source_key, e.kind, e.span_start) as key, h.announced_from, h.round, h.currency,
        h.amount_low, h.amount_high, h.covers, coalesce(h.evidence ? 'inKind', false) as is_in_kind,
        row_number() over (partition by e.id order by h.known_from desc, h.superseded_at desc) as place
      from deal_member m
      join event e on e.id = m.event_id
      join announcement a on a.id = e.announcement_id
      join event_history h
        on h.announcement_id = e.announcement_id and h.kind = e.kind and h.span_start = e.span_start
      where m.founding_event_id = founding and e.known_from > instant and h.known_from <= instant
    ) edited
    where edited.place = 1
  $$;

create or replace function told_amount(founding bigint, instant timestamptz default 'infinity')
  returns table (round text, currency text, amount_low numeric, amount_high numeric, is_total boolean)
  language sql stable as $$
    select bounds.round, bounds.currency,
      case when is_in_kind then 0 when narrow_high is null or narrow_low <= narrow_high then narrow_low
        else wide_low end,
      case when narrow_high is null or narrow_low <= narrow_high then narrow_high else wide_high end,
      wide_low is not null and not is_told
    from (
      select (array_agg(t.round order by t.announced_from, t.key) filter (where t.round <> 'undisclosed'))[1] as round,
        max(t.chosen) filter (where t.is_amount) as currency,
        max(t.amount_low) filter (where t.is_amount and t.currency = t.chosen) as narrow_low,
        min(t.amount_high) filter (where t.is_amount and t.currency = t.chosen) as narrow_high,
        min(t.amount_low) filter (where t.is_amount and t.currency = t.chosen) as wide_low,
        case when bool_and(t.amount_high is not null) filter (where t.is_amount and t.currency = t.chosen)
          then max(t.amount_high) filter (where t.is_amount and t.currency = t.chosen) end as wide_high,
        bool_or(t.is_in_kind) filter (where t.is_amount and t.currency = t.chosen) as is_in_kind,
        bool_or(t.is_told) as is_told
      from (
        select u.*, first_value(u.currency) over (order by not u.is_amount, u.announced_from, u.key) as chosen
        from (
          select s.*, s.amount_low is not null and (s.covers is null or not s.is_told) as is_amount
          from (
            select r.*, bool_or(r.amount_low is not null and r.covers is null) over () as is_told
            from tellings_as_of(founding, instant) r
          ) s
        ) u
      ) t
    ) bounds
  $$;

create or replace function told_interval(founding bigint, instant timestamptz default 'infinity')
  returns table (round text, currency text, amount_low numeric, amount_high numeric)
  language sql stable as $$
    select t.round, t.currency,
      case when not t.is_total or total.reading = 'whole' then t.amount_low
        when total.reading = 'rest' then greatest(t.amount_low - covered.high, 0) else 0 end,
      case when not t.is_total or total.reading = 'whole' then t.amount_high
        else t.amount_high - covered.low end
    from told_amount(founding, instant) t
    cross join lateral (
      select max(reading) as reading from covering_total where founding_event_id = founding
    ) total
    cross join lateral (
      select coalesce(sum(r.amount_low), 0) as low, coalesce(sum(r.amount_high), 0) as high
      from covered_round c cross join lateral told_amount(c.round_event_id, instant) r
      where c.total_event_id = founding and r.currency = t.currency
    ) covered
  $$;

create function speaking_event_as_of(instant timestamptz)
  returns table (founding_event_id bigint, event_id bigint, status text)
  language sql stable as $$
    select d.founding_event_id, d.founding_event_id, null
    from deal_state_as_of(instant) d
    where d.founding_event_id in (
      select s.founding_event_id from same_deal s join event e on e.id = s.event_id where e.known_from > instant)
    union all
    (select distinct on (s.founding_event_id) s.founding_event_id, s.event_id, e.status
    from event f
    join same_deal s on s.founding_event_id = f.id
    join deal_state_as_of(instant) own on own.founding_event_id = s.event_id
    join event_as_of(instant) e on e.id = s.event_id
    join announcement a on a.id = e.announcement_id
    where f.known_from > instant and own.status = 'duplicate' and e.status <> 'withdrawn'
      and not exists (select from deal_state_as_of(instant) d where d.founding_event_id = f.id)
    order by s.founding_event_id, e.announced_from, telling_key(a.source, a.source_key, e.kind, e.span_start))
  $$;
comment on function speaking_event_as_of(timestamptz) is 'The event that founds a deal as known at an instant, for each deal of which more was told later. Its status is given where another event founds the deal now.';

create or replace function deal_as_of(instant timestamptz) returns setof deal
  language sql stable as $$
    with speaking as (
      select * from speaking_event_as_of(instant)
    )
    select d.* from deal_state_as_of(instant) d
    where not exists (select from speaking s where s.event_id = d.founding_event_id)
    union all
    select named.id, d.founding_event_id, d.company_id, d.country, d.track, d.kind, coalesce(s.status, d.status),
      coalesce(told.round, 'undisclosed'), d.announced_on, d.announced_from, d.announced_until, told.currency,
      told.amount_low, told.amount_high, fx.source, fx.rate_on, fx.cny_per_base, fx.currency_per_base,
      in_yuan(told.amount_low, told.currency, d.announced_on), in_yuan(told.amount_high, told.currency, d.announced_on),
      d.known_from, d.assumed, d.recorded_at, d.page_id
    from speaking s
    join deal named on named.founding_event_id = s.founding_event_id
    join deal_state_as_of(instant) d on d.founding_event_id = s.event_id
    cross join lateral told_interval(s.founding_event_id, instant) told
    left join lateral cny_rate(nullif(told.currency, 'CNY'), d.announced_on) fx on true
  $$;
comment on function deal_as_of(timestamptz) is 'Deals as known at an instant, each with what had been told of it by then, from its first known telling on.';

create or replace function amount_entry_as_of(instant timestamptz)
  returns table (
    announcement_id bigint, event_id bigint, deal_id bigint, kind text, status text, reason text, amount_text text,
    currency text, amount_low numeric, amount_high numeric
  )
  language sql stable as $$
    with deal_then as materialized (
      select * from deal_as_of(instant)
    ), told as (
      select e.id, e.announcement_id, e.span_start, e.kind as told_kind, e.amount_text, e.currency, e.amount_low,
        e.amount_high, e.covers, e.announced_from, own.kind, own.status,
        case when own.status = 'duplicate' then link.deal_id else own.id end as told_of
      from event_as_of(instant) e
      join deal_then own on own.founding_event_id = e.id
      left join deal_event link on link.event_id = e.id
      where e.amount_low is not null
    ), placed as (
      select t.*, row_number() over (
          partition by t.told_of
          order by t.covers is not null, t.announced_from, telling_key(a.source, a.source_key, t.told_kind, t.span_start)
        ) as place
      from told t join announcement a on a.id = t.announcement_id
    )
    select p.announcement_id, p.id, d.id, coalesce(d.kind, p.kind),
      case when p.place = 1 and d.id is not null then d.status else 'duplicate' end,
      case when p.place = 1 and d.id is not null then exclusion_of(d.kind, d.status, d.country) else 'duplicate' end,
      p.amount_text, p.currency, p.amount_low, p.amount_high
    from placed p left join deal_then d on d.id = p.told_of
    union all
    select announcement_id, null, null, null, null, use, amount_text, currency, amount_low, amount_high
    from amount_aside
    where known_from <= instant and (superseded_from is null or superseded_from > instant)
  $$;
