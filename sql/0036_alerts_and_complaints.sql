-- Alerts stand apart for periods of different length; a complaint ends the letters as an unsubscription does; owners are
-- told of a trouble once.

alter table alert_state add series text not null;
alter table alert_state add judged_id bigint not null references edition;
alter table alert_state drop constraint alert_state_pkey;
alter table alert_state add primary key (alert, series, track);
comment on table alert_state is 'Where each alert of config/alerts.yaml stands for each track, apart for periods of each length.';
comment on column alert_state.series is 'Editions whose figures follow one another: months of the period, as 6m; rolling-12m where it begins on another day each time.';
comment on column alert_state.judged_id is 'The newest edition of the series that was judged; earlier ones are not any more.';
comment on column alert_state.state is 'armed: it fires when its threshold is crossed. fired: it has, and waits for the figure to come back. An alert on a verdict is always armed.';
comment on column alert_state.value is 'The figure or verdict that brought it there.';

comment on column dispatch.edition_id is 'The edition it is about; null for a digest and for troubles of the system.';

alter table recipient drop constraint recipient_disabled_why_check;
alter table recipient add constraint recipient_disabled_why_check
  check (disabled_why in ('bounced', 'unsubscribed', 'complained'));
comment on column recipient.disabled_why is 'bounced, unsubscribed, or complained: told a mail provider that the letters are unwanted.';

alter table bounce drop constraint bounce_outcome_check;
alter table bounce add constraint bounce_outcome_check
  check (outcome in ('hard', 'soft', 'complained', 'unsubscribed', 'nothing'));
comment on column bounce.outcome is 'hard, soft, complained, unsubscribed, or nothing when it is about none of our letters.';

create table trouble (
  key text primary key,
  what text not null,
  since timestamptz not null
);
comment on table trouble is 'What needed a person when the owners were last told; what is gone is told as well, and may be told anew.';
comment on column trouble.key is 'The trouble without its numbers: three failed pages or four are the same one.';
comment on column trouble.what is 'It as it was told.';
comment on column trouble.since is 'When it was first seen.';
