-- Where the text that founded a deal no longer tells of it, another telling stands for the deal, and only from then on:
-- until then that one was a duplicate, and both would count on the days between.

create table freed_event (
  event_id bigint primary key references event on delete cascade,
  since timestamptz not null
);
comment on table freed_event is 'Events of a deal another event founded, until its text was withdrawn.';
comment on column freed_event.event_id is 'The event.';
comment on column freed_event.since is 'When the world could know that the other was withdrawn, or, where it is put together with one again, that it is not.';
