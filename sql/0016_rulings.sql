-- Decisions of the review on natural keys: they hold on any database, and what they are about may not be there yet.

alter table review_decision drop constraint review_decision_decision_check;
alter table review_decision
  add constraint review_decision_decision check (decision in ('merge', 'split', 'accept', 'reject', 'add')),
  add column source_a text, add column source_key_a text, add column kind_a text, add column span_start_a integer,
  add column source_b text, add column source_key_b text, add column kind_b text, add column span_start_b integer,
  add column deal jsonb;
update review_decision r
set source_a = a.source, source_key_a = a.source_key, kind_a = ea.kind, span_start_a = ea.span_start,
  source_b = b.source, source_key_b = b.source_key, kind_b = eb.kind, span_start_b = eb.span_start
from event ea, announcement a, event eb, announcement b
where ea.id = r.event_a and a.id = ea.announcement_id and eb.id = r.event_b and b.id = eb.announcement_id;
alter table review_decision
  drop column event_a, drop column event_b,
  alter column source_a set not null, alter column source_key_a set not null,
  alter column kind_a set not null, alter column span_start_a set not null,
  add constraint review_decision_targets check ((decision in ('merge', 'split')) = (source_b is not null)),
  add constraint review_decision_deal check ((decision = 'add') = (deal is not null)),
  add constraint review_decision_once unique nulls not distinct (
    decision, source_a, source_key_a, kind_a, span_start_a, source_b, source_key_b, kind_b, span_start_b, decided_at);
comment on table review_decision is 'Decisions of the review, the last about an event or a pair stands: every grouping of events obeys them.';
comment on column review_decision.decision is 'merge: both tell of one deal. split: they do not, however alike they are. reject: the event is not what it says. accept: it is. add: a deal entered by hand.';
comment on column review_decision.source_a is 'Source of the announcement of the event it is about.';
comment on column review_decision.source_key_a is 'That announcement within its source.';
comment on column review_decision.kind_a is 'Kind of the event.';
comment on column review_decision.span_start_a is 'Where its evidence begins.';
comment on column review_decision.source_b is 'Source of the announcement of the other event, for merge and split.';
comment on column review_decision.source_key_b is 'That announcement within its source.';
comment on column review_decision.kind_b is 'Kind of the other event.';
comment on column review_decision.span_start_b is 'Where its evidence begins.';
comment on column review_decision.deal is 'The deal that was added, as the cells of a row of deals.';

create view review_ruling as
  select r.id, r.decision, ea.id as event_a, eb.id as event_b, r.decided_by, r.why, r.decided_at
  from review_decision r
  left join announcement a on a.source = r.source_a and a.source_key = r.source_key_a
  left join event ea on ea.announcement_id = a.id and ea.kind = r.kind_a and ea.span_start = r.span_start_a
  left join announcement b on b.source = r.source_b and b.source_key = r.source_key_b
  left join event eb on eb.announcement_id = b.id and eb.kind = r.kind_b and eb.span_start = r.span_start_b;
comment on view review_ruling is 'Decisions of the review with the events of this database they are about.';
comment on column review_ruling.id is 'Identity of the decision.';
comment on column review_ruling.decision is 'As in review_decision.';
comment on column review_ruling.event_a is 'The event; null: it is not there, or its text no longer tells of it there.';
comment on column review_ruling.event_b is 'The other event, for merge and split; null: there is none, or it is not there.';
comment on column review_ruling.decided_by is 'As in review_decision.';
comment on column review_ruling.why is 'As in review_decision.';
comment on column review_ruling.decided_at is 'As in review_decision.';

create table ruled_event (
  event_id bigint primary key references event,
  since timestamptz not null,
  is_rejected boolean not null
);
comment on table ruled_event is 'Events whose deal a person decided about: its state is known from then on, and the earlier one stays in the history.';
comment on column ruled_event.event_id is 'The event.';
comment on column ruled_event.is_rejected is 'A person said that it is not what it says.';
comment on column ruled_event.since is 'The last decision about the event or one it was or is put together with.';

create or replace function exclusion_of(kind text, status text, country text) returns text
  language sql immutable parallel safe
  return case
    when exclusion_of.status in ('duplicate', 'withdrawn', 'rejected') then exclusion_of.status
    when exclusion_of.kind <> 'equity' then exclusion_of.kind
    when exclusion_of.status <> 'closed' then exclusion_of.status
    when exclusion_of.country = 'ZZ' then 'country-unknown'
    when exclusion_of.country <> 'CN' then 'outside-china'
  end;
comment on function exclusion_of(text, text, text) is 'Why a deal is not inflow; null: it is. What is told again, told no longer or was rejected by a person is out whatever it is; then the kind speaks, the status, and where the company is based.';
comment on column deal.status is 'closed, planned, rumour or withdrawn; duplicate: another deal tells of the same; rejected: a person said that it is not what it says. Only closed can be inflow.';

create view natural_rows.review_decision as
  select decision, source_a, source_key_a, kind_a, span_start_a, source_b, source_key_b, kind_b, span_start_b, deal,
    decided_by, why, decided_at
  from public.review_decision;
comment on view natural_rows.review_decision is 'Rows of review_decision on their natural key.';
do $$
declare item record;
begin
  for item in
    select attname as column_name from pg_attribute
    where attrelid = 'natural_rows.review_decision'::regclass and attnum > 0
  loop
    execute format('comment on column natural_rows.review_decision.%I is %L', item.column_name, 'As in review_decision.');
  end loop;
end $$;
