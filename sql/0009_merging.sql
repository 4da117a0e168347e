-- What texts say, and which of them tell of one deal.

alter table event add column evidence jsonb;
alter table event_history add column evidence jsonb;
comment on column event.evidence is 'For every field read from a text: where it stands and by which rule. Null for a curated row.';
comment on column event_history.evidence is 'As in event.';
comment on column event.track is 'Track as the row or the rules name it; unknown where no rule names one.';
comment on column event.status is 'closed, planned, rumour, or withdrawn: the text no longer says so.';
comment on column deal.status is 'closed, planned, rumour or withdrawn; duplicate: another deal tells of the same. Only closed can be inflow.';

create or replace function event_as_of(instant timestamptz) returns setof event
  language sql stable as $$
    select t.* from event t where t.known_from <= instant
    union all
    (select distinct on (h.announcement_id, h.kind, h.span_start)
      h.id, h.announcement_id, h.kind, h.span_start, h.company_id, h.company_en, h.country, h.status,
      h.track, h.round, h.round_text, h.announced_on, h.precision, h.announced_from, h.announced_until,
      h.amount_text, h.currency, h.amount_low, h.amount_high, h.valuation_text, h.investors, h.urls,
      h.confidence, h.note, h.known_from, h.assumed, h.recorded_at, h.page_id, h.evidence
    from event_history h
    where h.known_from <= instant
      and not exists (
        select from event t
        where t.announcement_id = h.announcement_id and t.kind = h.kind and t.span_start = h.span_start
          and t.known_from <= instant)
    order by h.announcement_id, h.kind, h.span_start, h.known_from desc, h.superseded_at desc)
  $$;

create table company_key (
  key text not null,
  company_id bigint not null references company,
  primary key (key, company_id)
);
create index company_key_company on company_key (company_id);
comment on table company_key is 'What companies may be recognised by: only those that share a key are ever compared.';
comment on column company_key.key is 'A name without signs, place and legal form, in simplified characters; or how it begins.';
comment on column company_key.company_id is 'The company.';

create table same_deal (
  event_id bigint primary key references event,
  founding_event_id bigint not null references event,
  score numeric not null,
  why jsonb not null,
  recorded_at timestamptz not null
);
create index same_deal_founding on same_deal (founding_event_id);
comment on table same_deal is 'Events that tell of a deal another event founded.';
comment on column same_deal.event_id is 'The event.';
comment on column same_deal.founding_event_id is 'The event that told of it first.';
comment on column same_deal.score is 'How well they match, 0 to 1.';
comment on column same_deal.why is 'What speaks for it and against it, a list.';
comment on column same_deal.recorded_at is 'When they were put together.';

create table doubtful_pair (
  event_a bigint not null references event,
  event_b bigint not null references event,
  score numeric not null,
  why jsonb not null,
  primary key (event_a, event_b)
);
comment on table doubtful_pair is 'Events that may tell of one deal: alike, but not enough to be put together without a person.';
comment on column doubtful_pair.event_a is 'The event that founds the deal in question.';
comment on column doubtful_pair.event_b is 'The other.';
comment on column doubtful_pair.score is 'How well they match, 0 to 1.';
comment on column doubtful_pair.why is 'What speaks for it and against it, a list.';

create function told_interval(founding bigint)
  returns table (round text, currency text, amount_low numeric, amount_high numeric)
  language sql stable as $$
    with told as (
      select e.* from event e where e.id = founding
      union all
      select e.* from event e join same_deal s on s.event_id = e.id where s.founding_event_id = founding
    ), chosen as (
      select currency from told where amount_low is not null order by announced_from, id limit 1
    ), bounds as (
      select max(t.amount_low) as narrow_low, min(t.amount_high) as narrow_high, min(t.amount_low) as wide_low,
        case when bool_and(t.amount_high is not null) then max(t.amount_high) end as wide_high
      from told t join chosen c on c.currency = t.currency
      where t.amount_low is not null
    )
    select (select t.round from told t where t.round <> 'undisclosed' order by t.announced_from, t.id limit 1),
      (select currency from chosen),
      case when narrow_high is null or narrow_low <= narrow_high then narrow_low else wide_low end,
      case when narrow_high is null or narrow_low <= narrow_high then narrow_high else wide_high end
    from bounds
  $$;
comment on function told_interval(bigint) is 'What all events of a deal say of its round and amount: the bounds they agree on, or, where they contradict each other, the widest.';

create view natural_rows.same_deal as
  select a.source, a.source_key, e.kind, e.span_start, fa.source as founding_source, fa.source_key as founding_source_key,
    s.score, s.why
  from public.same_deal s
  join public.event e on e.id = s.event_id join public.announcement a on a.id = e.announcement_id
  join public.event f on f.id = s.founding_event_id join public.announcement fa on fa.id = f.announcement_id;
comment on view natural_rows.same_deal is 'Rows of same_deal on their natural key.';
comment on column natural_rows.same_deal.source is 'Source of the announcement.';
comment on column natural_rows.same_deal.source_key is 'The announcement within its source.';
comment on column natural_rows.same_deal.kind is 'Kind of the event.';
comment on column natural_rows.same_deal.span_start is 'Where its evidence begins.';
comment on column natural_rows.same_deal.founding_source is 'Source of the announcement that told of it first.';
comment on column natural_rows.same_deal.founding_source_key is 'That announcement within its source.';
comment on column natural_rows.same_deal.score is 'As in same_deal.';
comment on column natural_rows.same_deal.why is 'As in same_deal.';
