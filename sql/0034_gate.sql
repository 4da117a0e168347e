-- The gate: what was found when an edition was read back, and who let one through that was held.

create table edition_check (
  id bigint generated always as identity primary key,
  edition_id bigint not null references edition,
  outcome text not null check (outcome in ('passed', 'held')),
  reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
  checked_at timestamptz not null,
  check ((outcome = 'passed') = (reasons = '[]'::jsonb))
);
create index edition_check_last on edition_check (edition_id, id desc);
comment on table edition_check is 'Every time an edition was held against the rows: all its figures, words, charts and tables, and the age of its inputs.';
comment on column edition_check.id is 'Identity, in order of checks.';
comment on column edition_check.edition_id is 'The edition.';
comment on column edition_check.outcome is 'passed: it may be sent. held: it may not.';
comment on column edition_check.reasons is 'What did not hold, each with check, where and says; empty when all did.';
comment on column edition_check.checked_at is 'When.';

create table edition_release (
  edition_id bigint primary key references edition,
  check_id bigint not null references edition_check,
  released_by text not null,
  why text not null,
  released_at timestamptz not null
);
comment on table edition_release is 'An operator''s word that a held edition may be sent all the same.';
comment on column edition_release.edition_id is 'The edition.';
comment on column edition_release.check_id is 'The check that held it, with the reasons the operator knew.';
comment on column edition_release.released_by is 'Who.';
comment on column edition_release.why is 'Why.';
comment on column edition_release.released_at is 'When.';

create view edition_standing as
select edition.id as edition_id, last.id as check_id, last.checked_at, last.reasons,
  case when last.outcome = 'held' and edition_release.edition_id is not null then 'released'
    else coalesce(last.outcome, 'unchecked') end as standing
from edition
left join lateral (
  select * from edition_check where edition_check.edition_id = edition.id order by edition_check.id desc limit 1
) last on true
left join edition_release on edition_release.edition_id = edition.id;
comment on view edition_standing is 'Whether an edition may be sent: passed and released may; held and unchecked may not.';
comment on column edition_standing.edition_id is 'The edition.';
comment on column edition_standing.check_id is 'Its last check; null when there was none.';
comment on column edition_standing.checked_at is 'When that was.';
comment on column edition_standing.reasons is 'What did not hold then.';
comment on column edition_standing.standing is 'passed, released, held or unchecked (rendered before there was a gate, or by a run that died before its check).';

alter table due_time add column not_before timestamptz;
comment on column due_time.not_before is 'A job whose edition was held waits for its data and is tried again then; null: nothing is waited for.';
