-- What leaves the building: one row a message and reader, written before each step it guards.

-- The first sketch of this ledger; nothing ever wrote to it.
drop table delivery;

create table dispatch (
  id bigint generated always as identity primary key,
  key text not null unique,
  kind text not null check (kind in ('edition', 'correction', 'alert', 'digest')),
  edition_id bigint references edition,
  notice jsonb,
  created_at timestamptz not null,
  check ((kind = 'edition') = (notice is null)),
  check (kind <> 'edition' or edition_id is not null)
);
comment on table dispatch is 'Something to be sent to several readers, decided once.';
comment on column dispatch.id is 'Identity.';
comment on column dispatch.key is 'What makes it this one: the same edition, correction, alert or digest is decided once, by whichever process.';
comment on column dispatch.kind is 'edition, correction, alert or digest.';
comment on column dispatch.edition_id is 'The edition it is about; null for a digest.';
comment on column dispatch.notice is 'The figures of a correction, alert or digest; null for an edition, which has its own.';
comment on column dispatch.created_at is 'When it was decided; the date of its letters.';

create table delivery (
  dispatch_id bigint not null references dispatch,
  recipient text not null,
  channel text not null check (channel in ('mail', 'wecom', 'feishu', 'dingtalk', 'slack')),
  stage text not null check (stage in ('queued', 'sending', 'body_sent', 'accepted', 'refused_temp', 'refused_perm', 'unknown')),
  epoch bigint not null default 0,
  lease_until timestamptz,
  not_before timestamptz,
  attempts integer not null default 0,
  message_id text not null unique,
  step text,
  reply text,
  updated_at timestamptz not null,
  primary key (dispatch_id, recipient, channel)
);
create index delivery_open on delivery (dispatch_id) where stage in ('queued', 'sending', 'body_sent', 'refused_temp');
comment on table delivery is 'A dispatch to one reader over one channel, once.';
comment on column delivery.dispatch_id is 'The dispatch.';
comment on column delivery.recipient is 'The address, in lower case, or the id of a webhook.';
comment on column delivery.channel is 'mail, or the form of the webhook.';
comment on column delivery.stage is 'Written before the step it guards: sending before anything is said, body_sent before the last byte leaves. unknown is what stays when no answer came after it; it is sent again only on an operator''s word.';
comment on column delivery.epoch is 'Grows with every attempt: whoever holds an older one writes nothing and sends no last byte.';
comment on column delivery.lease_until is 'Whoever has it in hand has died or frozen when this has passed; null when nobody has.';
comment on column delivery.not_before is 'When a refused_temp is tried again; null: no more by itself.';
comment on column delivery.attempts is 'How often it was tried.';
comment on column delivery.message_id is 'Made from dispatch and reader, so that a copy can be recognised.';
comment on column delivery.step is 'How far the last attempt came: connect, login, envelope, body or reply.';
comment on column delivery.reply is 'What the other side said last, in one line and without secrets.';
comment on column delivery.updated_at is 'When the stage last changed.';

create table delivery_decision (
  id bigint generated always as identity primary key,
  dispatch_id bigint not null,
  recipient text not null,
  channel text not null,
  decision text not null check (decision in ('resend', 'arrived')),
  stage_before text not null,
  decided_by text not null,
  why text not null,
  decided_at timestamptz not null,
  foreign key (dispatch_id, recipient, channel) references delivery
);
comment on table delivery_decision is 'An operator''s word on a delivery nobody can tell the end of, or that was refused for good.';
comment on column delivery_decision.id is 'Identity, in order of decisions.';
comment on column delivery_decision.dispatch_id is 'The dispatch.';
comment on column delivery_decision.recipient is 'The reader.';
comment on column delivery_decision.channel is 'The channel.';
comment on column delivery_decision.decision is 'resend: it may be sent once more. arrived: it has, and counts as accepted.';
comment on column delivery_decision.stage_before is 'Where it stood.';
comment on column delivery_decision.decided_by is 'Who decided.';
comment on column delivery_decision.why is 'Why.';
comment on column delivery_decision.decided_at is 'When.';
