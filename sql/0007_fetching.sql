-- Fetching: how each host is treated, shared by all workers so that more machines never press harder, and what an
-- answer was for.

create table host_gate (
  host text primary key,
  next_allowed_at timestamptz not null,
  failures integer not null default 0,
  open_until timestamptz
);
comment on table host_gate is 'Pace and circuit breaker of a host.';
comment on column host_gate.host is 'Host name.';
comment on column host_gate.next_allowed_at is 'No request may leave before this instant; each takes a place and moves it on.';
comment on column host_gate.failures is 'Failures in a row.';
comment on column host_gate.open_until is 'The breaker is open until then: nothing is asked of the host.';

alter table page add column partition text;
comment on column page.partition is 'The partition of work the request was for; null for an imported file.';
alter table page drop constraint page_outcome_check;
alter table page add constraint page_outcome_check
  check (outcome in ('unread', 'news', 'nothing-new', 'empty', 'broken', 'blocked'));
comment on column page.outcome is 'unread until a reader saw it; then news, nothing-new, empty (the source has none), broken or blocked.';
