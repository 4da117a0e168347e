-- What is due when, and who has it in hand: the ledger all machines share.

create table scheduled_job (
  job text primary key,
  planned_until timestamptz not null
);
comment on table scheduled_job is 'Jobs of config/schedule.yaml, and how far their due times are in the ledger.';
comment on column scheduled_job.job is 'Id in the configuration.';
comment on column scheduled_job.planned_until is 'Due times until this instant are in due_time; at first, when the job was first seen.';

create table due_time (
  job text not null references scheduled_job,
  due_at timestamptz not null,
  state text not null check (state in ('waiting', 'running', 'done', 'partly', 'held', 'failed', 'skipped')),
  reason text,
  epoch bigint not null default 0,
  attempts integer not null default 0,
  holder text,
  lease_until timestamptz,
  recorded_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (job, due_at),
  check ((state = 'running') = (lease_until is not null))
);
create index due_time_open on due_time (due_at) where state in ('waiting', 'running');
comment on table due_time is 'Every time a job was due, once, whoever runs it.';
comment on column due_time.job is 'The job.';
comment on column due_time.due_at is 'When it was due.';
comment on column due_time.state is 'waiting, running, skipped (by policy), or how it ended: done, partly, held, failed.';
comment on column due_time.reason is 'Why it was skipped or failed.';
comment on column due_time.epoch is 'Grows with every owner; a process whose epoch is old writes nothing.';
comment on column due_time.attempts is 'How often it was taken.';
comment on column due_time.holder is 'Machine and process that has or had it in hand.';
comment on column due_time.lease_until is 'Without a word from its holder by then, another may take it; null unless running.';
comment on column due_time.recorded_at is 'When it was entered.';
comment on column due_time.started_at is 'When it was last taken.';
comment on column due_time.finished_at is 'When it ended.';
