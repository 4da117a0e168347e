-- What is known of an address: the token it unsubscribes with, what bounced, whether it is written to.

create table recipient (
  address text primary key,
  unsubscribe_token text not null unique check (length(unsubscribe_token) >= 32),
  soft_bounces integer not null default 0,
  disabled_at timestamptz,
  disabled_why text check (disabled_why in ('bounced', 'unsubscribed')),
  evidence text,
  updated_at timestamptz not null,
  check ((disabled_at is null) = (disabled_why is null))
);
comment on table recipient is 'What is known of an address. Who gets what stands in config/recipients.yaml.';
comment on column recipient.address is 'The address in lower case.';
comment on column recipient.unsubscribe_token is 'Random; whoever has it may end the letters to this address, and nothing else.';
comment on column recipient.soft_bounces is 'Messages that came back for a passing reason since the last hard one or the last word of an operator.';
comment on column recipient.disabled_at is 'Since when nothing is sent there; null: it is.';
comment on column recipient.disabled_why is 'bounced or unsubscribed.';
comment on column recipient.evidence is 'What it rests on: the reply, the bounce, the request, or who said so and why.';
comment on column recipient.updated_at is 'When any of this last changed.';

create table bounce (
  sha256 bytea primary key check (length(sha256) = 32),
  file text not null,
  outcome text not null check (outcome in ('hard', 'soft', 'unsubscribed', 'nothing')),
  address text,
  message_id text,
  status text,
  diagnostic text,
  read_at timestamptz not null
);
comment on table bounce is 'Messages of the bounce mailbox, each counted once however often the mailbox is read.';
comment on column bounce.sha256 is 'SHA-256 of the message.';
comment on column bounce.file is 'Name of the file it was read from.';
comment on column bounce.outcome is 'hard, soft, unsubscribed, or nothing when it is about none of our letters.';
comment on column bounce.address is 'The address it is about, in lower case.';
comment on column bounce.message_id is 'Message-ID of the letter that came back, when it says so.';
comment on column bounce.status is 'Status code of RFC 3463.';
comment on column bounce.diagnostic is 'What the other server said, in one line.';
comment on column bounce.read_at is 'When it was read.';
