-- Of two tellings of one day the first by the key of its announcement speaks, whichever was stored first: two databases
-- that were told the same in another order hold the same.

create function telling_key(source text, source_key text, kind text, span_start integer) returns text
  language sql immutable parallel safe
  return concat_ws(' ', telling_key.source, telling_key.source_key, telling_key.kind,
    lpad(telling_key.span_start::text, 9, '0')) collate "C";
comment on function telling_key(text, text, text, integer) is 'Where an event is told: its announcement and its place there. Orders tellings of one day.';

create or replace function told_amount(founding bigint)
  returns table (round text, currency text, amount_low numeric, amount_high numeric, is_total boolean)
  language sql stable as $$
    with told as (
      select e.*, telling_key(a.source, a.source_key, e.kind, e.span_start) as key
      from event e join announcement a on a.id = e.announcement_id
      where e.id = founding
      union all
      select e.*, telling_key(a.source, a.source_key, e.kind, e.span_start)
      from same_deal s join event e on e.id = s.event_id join announcement a on a.id = e.announcement_id
      where s.founding_event_id = founding
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

create or replace function amount_entry_as_of(instant timestamptz)
  returns table (
    announcement_id bigint, event_id bigint, deal_id bigint, kind text, status text, reason text, amount_text text,
    currency text, amount_low numeric, amount_high numeric
  )
  language sql stable as $$
    with deal as materialized (
      select * from deal_as_of(instant)
    ), told as (
      select e.id, e.announcement_id, e.span_start, e.kind as told_kind, e.amount_text, e.currency, e.amount_low,
        e.amount_high, e.covers, e.announced_from, own.kind, own.status,
        case when own.status = 'duplicate' then same.founding_event_id else e.id end as founding
      from event_as_of(instant) e
      join deal own on own.founding_event_id = e.id
      left join same_deal same on same.event_id = e.id
      where e.amount_low is not null
    ), placed as (
      select t.*, row_number() over (
          partition by t.founding
          order by t.covers is not null, t.announced_from, telling_key(a.source, a.source_key, t.told_kind, t.span_start)
        ) as place
      from told t join announcement a on a.id = t.announcement_id
    )
    select p.announcement_id, p.id, d.id, coalesce(d.kind, p.kind),
      case when p.place = 1 and d.id is not null then d.status else 'duplicate' end,
      case when p.place = 1 and d.id is not null then exclusion_of(d.kind, d.status, d.country) else 'duplicate' end,
      p.amount_text, p.currency, p.amount_low, p.amount_high
    from placed p left join deal d on d.founding_event_id = p.founding
    union all
    select announcement_id, null, null, null, null, use, amount_text, currency, amount_low, amount_high
    from amount_aside
    where known_from <= instant and (superseded_from is null or superseded_from > instant)
  $$;

-- English names are keys too, from the event that told them on; those of companies known before are found at the next load.
update company set identity_key = null where name_en is not null;
