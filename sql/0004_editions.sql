-- What was published, and to whom.

create table edition (
  id bigint generated always as identity primary key,
  sha256 bytea not null unique check (length(sha256) = 32),
  period text not null,
  period_from date not null,
  period_to date not null,
  as_of date not null,
  lang text not null,
  findings jsonb not null,
  rendered_at timestamptz not null
);
comment on table edition is 'One rendered report, immutable and hashed.';
comment on column edition.id is 'Identity.';
comment on column edition.sha256 is 'SHA-256 of the HTML.';
comment on column edition.period is 'Period as asked for.';
comment on column edition.period_from is 'Its first day.';
comment on column edition.period_to is 'Its last day.';
comment on column edition.as_of is 'What was known on this day.';
comment on column edition.lang is 'zh or en.';
comment on column edition.findings is 'Every figure it prints.';
comment on column edition.rendered_at is 'When it was first rendered.';

create table delivery (
  edition_id bigint not null references edition,
  recipient text not null,
  stage text not null check (stage in ('queued', 'sending', 'body_sent', 'accepted', 'refused_temp', 'refused_perm', 'unknown')),
  message_id text not null unique,
  attempts integer not null default 0,
  reply text,
  updated_at timestamptz not null,
  primary key (edition_id, recipient)
);
comment on table delivery is 'An edition to one recipient, once.';
comment on column delivery.edition_id is 'The edition.';
comment on column delivery.recipient is 'The address.';
comment on column delivery.stage is 'Written before the step it guards; unknown is never sent again without an operator''s word.';
comment on column delivery.message_id is 'Made from edition and recipient, so a copy can be recognised.';
comment on column delivery.attempts is 'How often it was tried.';
comment on column delivery.reply is 'Last answer of the mail server.';
comment on column delivery.updated_at is 'When the stage last changed.';
