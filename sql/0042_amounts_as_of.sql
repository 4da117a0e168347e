-- What a deal amounted to on a day rests on what had been told of it by then. The row of a deal holds what all its
-- tellings say together, and of those that came later the day knew nothing.

create index event_known on event (known_from);

create function tellings_as_of(founding bigint, instant timestamptz)
  returns table (
    key text, announced_from date, round text, currency text, amount_low numeric, amount_high numeric, covers text
  )
  language sql stable as $$
    select telling_key(a.source, a.source_key, e.kind, e.span_start), state.*
    from (
      select founding as event_id
      union all
      select s.event_id from same_deal s where s.founding_event_id = founding
    ) member
    join event e on e.id = member.event_id
    join announcement a on a.id = e.announcement_id
    cross join lateral (
      select e.announced_from, e.round, e.currency, e.amount_low, e.amount_high, e.covers
      where e.known_from <= instant
      union all
      (select h.announced_from, h.round, h.currency, h.amount_low, h.amount_high, h.covers
      from event_history h
      where e.known_from > instant and h.known_from <= instant
        and (h.announcement_id, h.kind, h.span_start) = (e.announcement_id, e.kind, e.span_start)
      order by h.known_from desc, h.superseded_at desc
      limit 1)
    ) state
  $$;
comment on function tellings_as_of(bigint, timestamptz) is 'What each telling of a deal, by the event that founds it, said of round and amount as known at an instant.';

drop function told_interval(bigint);
drop function told_amount(bigint);

create function told_amount(founding bigint, instant timestamptz default 'infinity')
  returns table (round text, currency text, amount_low numeric, amount_high numeric, is_total boolean)
  language sql stable as $$
    with told as (
      select * from tellings_as_of(founding, instant)
    ), own as (
      select exists (select from told where amount_low is not null and covers is null) as is_told
    ), amounts as (
      select t.* from told t, own where t.amount_low is not null and (t.covers is null or not own.is_told)
    ), chosen as (
      select currency from amounts order by announced_from, key limit 1
    ), bounds as (
      select max(t.amount_low) as narrow_low, min(t.amount_high) as narrow_high, min(t.amount_low) as wide_low,
        case when bool_and(t.amount_high is not null) then max(t.amount_high) end as wide_high
      from amounts t join chosen c on c.currency = t.currency
    )
    select (select t.round from told t where t.round <> 'undisclosed' order by t.announced_from, t.key limit 1),
      (select currency from chosen),
      case when narrow_high is null or narrow_low <= narrow_high then narrow_low else wide_low end,
      case when narrow_high is null or narrow_low <= narrow_high then narrow_high else wide_high end,
      wide_low is not null and not (select is_told from own)
    from bounds
  $$;
comment on function told_amount(bigint, timestamptz) is 'What all tellings of a deal say of its round and amount as known at an instant: the bounds they agree on, or, where they contradict each other, the widest. A total of several rounds is taken only where nobody tells the amount of the round itself.';

create function told_interval(founding bigint, instant timestamptz default 'infinity')
  returns table (round text, currency text, amount_low numeric, amount_high numeric)
  language sql stable as $$
    select t.round, t.currency,
      case when not t.is_total or total.reading = 'whole' then t.amount_low
        when total.reading = 'rest' then greatest(t.amount_low - covered.high, 0) else 0 end,
      case when not t.is_total or total.reading = 'whole' then t.amount_high
        else t.amount_high - covered.low end
    from told_amount(founding, instant) t
    left join covering_total total on total.founding_event_id = founding
    left join lateral (
      select coalesce(sum(r.amount_low), 0) as low, coalesce(sum(r.amount_high), 0) as high
      from covered_round c cross join lateral told_amount(c.round_event_id, instant) r
      where c.total_event_id = founding and r.currency = t.currency
    ) covered on true
  $$;
comment on function told_interval(bigint, timestamptz) is 'Round and amount of a deal as known at an instant. Where a total of several rounds is all that is told, only what is left beside the recorded ones.';

alter function deal_as_of(timestamptz) rename to deal_state_as_of;
comment on function deal_state_as_of(timestamptz) is 'Rows of deals as known at an instant, each with all that its tellings say, later ones too.';

create function deal_as_of(instant timestamptz) returns setof deal
  language sql stable as $$
    select d.* from deal_state_as_of(instant) d
    where not exists (
      select from same_deal s join event e on e.id = s.event_id
      where s.founding_event_id = d.founding_event_id and e.known_from > instant)
    union all
    select d.id, d.founding_event_id, d.company_id, d.country, d.track, d.kind, d.status,
      coalesce(told.round, 'undisclosed'), d.announced_on, d.announced_from, d.announced_until, told.currency,
      told.amount_low, told.amount_high, fx.source, fx.rate_on, fx.cny_per_base, fx.currency_per_base,
      in_yuan(told.amount_low, told.currency, d.announced_on), in_yuan(told.amount_high, told.currency, d.announced_on),
      d.known_from, d.assumed, d.recorded_at, d.page_id
    from (
      select distinct s.founding_event_id
      from same_deal s join event e on e.id = s.event_id
      where e.known_from > instant
    ) grown
    join deal_state_as_of(instant) d on d.founding_event_id = grown.founding_event_id
    cross join lateral told_interval(d.founding_event_id, instant) told
    left join lateral cny_rate(told.currency, d.announced_on) fx on told.currency <> 'CNY'
  $$;
comment on function deal_as_of(timestamptz) is 'Deals as known at an instant, each with what had been told of it by then.';
