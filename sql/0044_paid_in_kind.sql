-- What is paid in compute or services may be no money at all: that one telling says so outweighs those that do not.

drop function tellings_as_of(bigint, timestamptz);

create function tellings_as_of(founding bigint, instant timestamptz)
  returns table (
    key text, announced_from date, round text, currency text, amount_low numeric, amount_high numeric, covers text,
    is_in_kind boolean
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
      select e.announced_from, e.round, e.currency, e.amount_low, e.amount_high, e.covers,
        coalesce(e.evidence ? 'inKind', false)
      where e.known_from <= instant
      union all
      (select h.announced_from, h.round, h.currency, h.amount_low, h.amount_high, h.covers,
        coalesce(h.evidence ? 'inKind', false)
      from event_history h
      where e.known_from > instant and h.known_from <= instant
        and (h.announcement_id, h.kind, h.span_start) = (e.announcement_id, e.kind, e.span_start)
      order by h.known_from desc, h.superseded_at desc
      limit 1)
    ) state
  $$;
comment on function tellings_as_of(bigint, timestamptz) is 'What each telling of a deal, by the event that founds it, said of round and amount as known at an instant.';

create or replace function told_amount(founding bigint, instant timestamptz default 'infinity')
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
        case when bool_and(t.amount_high is not null) then max(t.amount_high) end as wide_high,
        bool_or(t.is_in_kind) as is_in_kind
      from amounts t join chosen c on c.currency = t.currency
    )
    select (select t.round from told t where t.round <> 'undisclosed' order by t.announced_from, t.key limit 1),
      (select currency from chosen),
      case when is_in_kind then 0 when narrow_high is null or narrow_low <= narrow_high then narrow_low
        else wide_low end,
      case when narrow_high is null or narrow_low <= narrow_high then narrow_high else wide_high end,
      wide_low is not null and not (select is_told from own)
    from bounds
  $$;
comment on function told_amount(bigint, timestamptz) is 'What all tellings of a deal say of its round and amount as known at an instant: the bounds they agree on, or, where they contradict each other, the widest. What any of them says was paid in compute or services may be no money at all. A total of several rounds is taken only where nobody tells the amount of the round itself.';
