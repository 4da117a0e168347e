-- What a person decided about events that may tell of one deal.

create table review_decision (
  id bigint generated always as identity primary key,
  decision text not null check (decision in ('merge', 'split')),
  event_a bigint not null references event,
  event_b bigint not null references event,
  decided_by text not null,
  why text not null,
  decided_at timestamptz not null
);
create index review_decision_events on review_decision (event_a, event_b);
comment on table review_decision is 'Decisions of the review queue, the last about a pair stands: every grouping of events obeys them.';
comment on column review_decision.id is 'Identity.';
comment on column review_decision.decision is 'merge: both tell of one deal. split: they do not, however alike they are.';
comment on column review_decision.event_a is 'One event.';
comment on column review_decision.event_b is 'The other.';
comment on column review_decision.decided_by is 'Who decided.';
comment on column review_decision.why is 'Why.';
comment on column review_decision.decided_at is 'When.';
