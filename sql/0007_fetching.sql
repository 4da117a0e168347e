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

alter table announcement add column published_at timestamptz;
alter table announcement add column known_from timestamptz not null default '-infinity';
alter table announcement add column assumed boolean not null default true;
comment on column announcement.published_at is 'When it was published, where the source gives the time.';
comment on column announcement.known_from is 'When the world could know this wording: its publication, or the fetch that first showed a later one.';
comment on column announcement.assumed is 'known_from was taken from the day of publication.';

create table announcement_history (like announcement including comments, superseded_at timestamptz not null);
create index announcement_history_key on announcement_history (source, source_key);
comment on table announcement_history is 'Superseded wordings of announcements.';
comment on column announcement_history.superseded_at is 'When a newer wording took its place.';

create view natural_rows.announcement as
  select source, source_key, url, title, body, published_on, published_at from public.announcement;
comment on view natural_rows.announcement is 'Rows of announcement on their natural key.';
comment on column natural_rows.announcement.source is 'As in announcement.';
comment on column natural_rows.announcement.source_key is 'As in announcement.';
comment on column natural_rows.announcement.url is 'As in announcement.';
comment on column natural_rows.announcement.title is 'As in announcement.';
comment on column natural_rows.announcement.body is 'As in announcement.';
comment on column natural_rows.announcement.published_on is 'As in announcement.';
comment on column natural_rows.announcement.published_at is 'As in announcement.';
