-- What the pipeline did, and the raw bytes it did it with.

create function day_end(day date) returns timestamptz
  language sql immutable parallel safe
  return (day + 1)::timestamp at time zone 'Asia/Shanghai';
comment on function day_end(date) is 'The instant a calendar day is over in Asia/Shanghai: facts dated by day are known from then on.';

create table run (
  id bigint generated always as identity primary key,
  command text not null,
  arguments jsonb not null default '{}',
  started_at timestamptz not null,
  finished_at timestamptz,
  outcome text check (outcome in ('done', 'partly', 'held', 'failed'))
);
comment on table run is 'One run of a command that writes.';
comment on column run.id is 'Identity.';
comment on column run.command is 'The command, as in feastgap --help.';
comment on column run.arguments is 'Its arguments, without secrets.';
comment on column run.started_at is 'When it started.';
comment on column run.finished_at is 'When it ended; null while it runs, or when it was killed.';
comment on column run.outcome is 'done, partly (some input was not taken), held (not fit to publish) or failed; null like finished_at.';

create table body (
  sha256 bytea primary key check (length(sha256) = 32),
  size bigint not null check (size >= 0),
  encoding text not null check (encoding in ('identity', 'zstd')),
  bytes bytea
);
comment on table body is 'Raw bytes as they came, once each, addressed by their content.';
comment on column body.sha256 is 'SHA-256 of the bytes as they came.';
comment on column body.size is 'Their number before compression.';
comment on column body.encoding is 'How the bytes column is packed.';
comment on column body.bytes is 'The bytes; null for an imported file above the configured size, of which only the hash is kept.';

create table page (
  id bigint generated always as identity primary key,
  run_id bigint references run,
  source text not null,
  method text not null check (method in ('GET', 'POST', 'FILE')),
  url text not null,
  final_url text,
  redirects jsonb not null default '[]',
  requested_at timestamptz not null,
  status integer,
  headers jsonb not null default '{}',
  body_sha256 bytea references body,
  fetcher text not null,
  outcome text not null check (outcome in ('news', 'nothing-new', 'empty', 'broken', 'blocked'))
);
create index page_body on page (body_sha256);
create index page_source on page (source, requested_at);
comment on table page is 'A page: one row for every request and for every imported file; the answer is kept before anything reads it.';
comment on column page.id is 'Identity.';
comment on column page.run_id is 'The run that asked.';
comment on column page.source is 'Source id of the registry, or "import".';
comment on column page.method is 'HTTP method; FILE for an imported file.';
comment on column page.url is 'Address asked for; the base name of an imported file.';
comment on column page.final_url is 'Address that answered, after redirects.';
comment on column page.redirects is 'Addresses in between, in order.';
comment on column page.requested_at is 'When the request left, or the file was opened.';
comment on column page.status is 'HTTP status; null for a file or when nothing answered.';
comment on column page.headers is 'Chosen response headers.';
comment on column page.body_sha256 is 'The bytes that came.';
comment on column page.fetcher is 'Name and version of the code that fetched.';
comment on column page.outcome is 'news, nothing-new, empty (the source has none), broken or blocked.';

create table import_file (
  page_id bigint primary key references page,
  kind text not null,
  charset text not null,
  lines bigint not null,
  inserted bigint not null,
  updated bigint not null,
  unchanged bigint not null,
  rejected bigint not null
);
comment on table import_file is 'What an imported file gave: written in the transaction that loaded it.';
comment on column import_file.page_id is 'The file.';
comment on column import_file.kind is 'The documented CSV kind its header was recognised as.';
comment on column import_file.charset is 'utf-8 or gb18030, as found.';
comment on column import_file.lines is 'Records read, the header aside.';
comment on column import_file.inserted is 'Rows that were new.';
comment on column import_file.updated is 'Rows that changed a known one.';
comment on column import_file.unchanged is 'Rows that said what was known.';
comment on column import_file.rejected is 'Lines rejected, each with its reasons in rejection.';

create table rejection (
  id bigint generated always as identity primary key,
  page_id bigint not null references page,
  line integer,
  reasons jsonb not null,
  content text
);
create index rejection_page on rejection (page_id);
comment on table rejection is 'Bad data with all its reasons.';
comment on column rejection.id is 'Identity.';
comment on column rejection.page_id is 'The page or file it stood in.';
comment on column rejection.line is 'Line of the file, from 1.';
comment on column rejection.reasons is 'All reasons, a list of sentences.';
comment on column rejection.content is 'The offending text, shortened.';

create table partition (
  source text not null,
  partition text not null,
  state text not null check (state in ('planned', 'running', 'done', 'failed', 'gap')),
  epoch bigint not null default 0,
  run_id bigint references run,
  updated_at timestamptz not null,
  primary key (source, partition)
);
comment on table partition is 'Ledger of work: a source and a slice of dates, once each.';
comment on column partition.source is 'Source id of the registry.';
comment on column partition.partition is 'Name of the slice, for example 930713/2023.';
comment on column partition.state is 'planned, running, done, failed, or gap: it can never be had any more.';
comment on column partition.epoch is 'Grows with every owner; a writer whose epoch is old writes nothing.';
comment on column partition.run_id is 'The run that last worked on it.';
comment on column partition.updated_at is 'When the state last changed.';
