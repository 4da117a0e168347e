-- How many independent sources tell of a deal, what a total of several rounds leaves to the round it is told with, and
-- names under which companies are found without looking at all that begin alike.

create table telling (
  event_id bigint not null references event,
  outlet text not null,
  voice text not null,
  reason text check (reason in ('same-outlet', 'names-origin', 'same-text', 'same-headline', 'near-text', 'contained', 'not-vouched')),
  likeness numeric,
  of_event_id bigint references event,
  primary key (event_id, outlet)
);
comment on table telling is 'Who tells of an event, and whether in words of its own. Outlets of one voice are one source: they copy one another.';
comment on column telling.event_id is 'The event.';
comment on column telling.outlet is 'Domain it stands on; the source''s id where it has no address.';
comment on column telling.voice is 'The outlet whose words these are, seen or only named; itself where they are its own.';
comment on column telling.reason is 'Why they are not: same-outlet (told here before), names-origin (says where it is from), same-text, same-headline, near-text, contained (a part of the other), not-vouched (cited by a row whose compiler does not say that it is independent). Null: its own words.';
comment on column telling.likeness is 'Part of the text that is shared, 0 to 1; null where no texts were compared.';
comment on column telling.of_event_id is 'The event whose words these are; null where they were not seen, or are its own.';

create view deal_source as
  select link.deal_id, t.event_id, t.outlet, t.voice, t.reason, t.likeness, t.of_event_id, a.source, a.title,
    coalesce(a.url, e.urls ->> 0) as url, e.announced_on, e.known_from
  from telling t
  join deal_event link on link.event_id = t.event_id
  join event e on e.id = t.event_id
  join announcement a on a.id = e.announcement_id;
comment on view deal_source is 'Every telling of every deal, grouped into voices: count(distinct voice) is the number of independent sources.';
comment on column deal_source.deal_id is 'The deal.';
comment on column deal_source.event_id is 'As in telling.';
comment on column deal_source.outlet is 'As in telling.';
comment on column deal_source.voice is 'As in telling.';
comment on column deal_source.reason is 'As in telling.';
comment on column deal_source.likeness is 'As in telling.';
comment on column deal_source.of_event_id is 'As in telling.';
comment on column deal_source.source is 'Source of the announcement.';
comment on column deal_source.title is 'Its headline.';
comment on column deal_source.url is 'Where it stands.';
comment on column deal_source.announced_on is 'Day of the event as told here.';
comment on column deal_source.known_from is 'When the world could know it.';

create table covering_total (
  founding_event_id bigint primary key references event,
  reading text not null check (reading in ('whole', 'rest', 'at-most')),
  why jsonb not null
);
comment on table covering_total is 'Deals whose only amount is a total of several rounds, and what that leaves to the deal.';
comment on column covering_total.founding_event_id is 'The event that founds the deal.';
comment on column covering_total.reading is 'whole: none of the rounds is recorded beside it. rest: all others are, the difference is its own. at-most: it may be anything from nothing to what the recorded rounds leave.';
comment on column covering_total.why is 'What speaks for it, a list.';

create table covered_round (
  total_event_id bigint not null references covering_total on delete cascade,
  round_event_id bigint not null references event,
  primary key (total_event_id, round_event_id)
);
create index covered_round_round on covered_round (round_event_id);
comment on table covered_round is 'Deals recorded beside a total that surely contains them.';
comment on column covered_round.total_event_id is 'The event that founds the deal told with a total.';
comment on column covered_round.round_event_id is 'The event that founds a deal the total contains.';

create function told_amount(founding bigint)
  returns table (round text, currency text, amount_low numeric, amount_high numeric, is_total boolean)
  language sql stable as $$
    with told as (
      select e.* from event e where e.id = founding
      union all
      select e.* from event e join same_deal s on s.event_id = e.id where s.founding_event_id = founding
    ), own as (
      select exists (select from told where amount_low is not null and covers is null) as is_told
    ), amounts as (
      select t.* from told t, own where t.amount_low is not null and (t.covers is null or not own.is_told)
    ), chosen as (
      select currency from amounts order by announced_from, id limit 1
    ), bounds as (
      select max(t.amount_low) as narrow_low, min(t.amount_high) as narrow_high, min(t.amount_low) as wide_low,
        case when bool_and(t.amount_high is not null) then max(t.amount_high) end as wide_high
      from amounts t join chosen c on c.currency = t.currency
    )
    select (select t.round from told t where t.round <> 'undisclosed' order by t.announced_from, t.id limit 1),
      (select currency from chosen),
      case when narrow_high is null or narrow_low <= narrow_high then narrow_low else wide_low end,
      case when narrow_high is null or narrow_low <= narrow_high then narrow_high else wide_high end,
      wide_low is not null and not (select is_told from own)
    from bounds
  $$;
comment on function told_amount(bigint) is 'What all events of a deal say of its round and amount: the bounds they agree on, or, where they contradict each other, the widest. A total of several rounds is taken only where no event tells the amount of the round itself.';

create or replace function told_interval(founding bigint)
  returns table (round text, currency text, amount_low numeric, amount_high numeric)
  language sql stable as $$
    select t.round, t.currency,
      case when not t.is_total or total.reading = 'whole' then t.amount_low
        when total.reading = 'rest' then greatest(t.amount_low - covered.high, 0) else 0 end,
      case when not t.is_total or total.reading = 'whole' then t.amount_high
        else t.amount_high - covered.low end
    from told_amount(founding) t
    left join covering_total total on total.founding_event_id = founding
    left join lateral (
      select coalesce(sum(r.amount_low), 0) as low, coalesce(sum(r.amount_high), 0) as high
      from covered_round c cross join lateral told_amount(c.round_event_id) r
      where c.total_event_id = founding and r.currency = t.currency
    ) covered on true
  $$;
comment on function told_interval(bigint) is 'Round and amount of a deal. Where a total of several rounds is all that is told, only what is left beside the recorded ones.';

-- Keys are found anew, with how names begin, when events are next put together.
delete from company_key;
alter table company_key add column is_whole boolean not null;
comment on column company_key.is_whole is 'A whole name; otherwise how one begins. Two beginnings alone make no one comparable.';
comment on table company_key is 'What companies may be recognised by: only those are compared of which one''s whole name is a key of the other.';
update company set identity_key = null;
create index company_without_keys on company (id) where identity_key is null;

create view natural_rows.telling as
  select a.source, a.source_key, e.kind, e.span_start, t.outlet, t.voice, t.reason, t.likeness
  from public.telling t
  join public.event e on e.id = t.event_id
  join public.announcement a on a.id = e.announcement_id;
comment on view natural_rows.telling is 'Rows of telling on their natural key.';
comment on column natural_rows.telling.source is 'Source of the announcement.';
comment on column natural_rows.telling.source_key is 'The announcement within its source.';
comment on column natural_rows.telling.kind is 'Kind of the event.';
comment on column natural_rows.telling.span_start is 'Where its evidence begins.';
comment on column natural_rows.telling.outlet is 'As in telling.';
comment on column natural_rows.telling.voice is 'As in telling.';
comment on column natural_rows.telling.reason is 'As in telling.';
comment on column natural_rows.telling.likeness is 'As in telling.';

create view natural_rows.covering_total as
  select a.source, a.source_key, e.kind, e.span_start, t.reading, t.why
  from public.covering_total t
  join public.event e on e.id = t.founding_event_id
  join public.announcement a on a.id = e.announcement_id;
comment on view natural_rows.covering_total is 'Rows of covering_total on their natural key.';
comment on column natural_rows.covering_total.source is 'Source of the announcement.';
comment on column natural_rows.covering_total.source_key is 'The announcement within its source.';
comment on column natural_rows.covering_total.kind is 'Kind of the event.';
comment on column natural_rows.covering_total.span_start is 'Where its evidence begins.';
comment on column natural_rows.covering_total.reading is 'As in covering_total.';
comment on column natural_rows.covering_total.why is 'As in covering_total.';
