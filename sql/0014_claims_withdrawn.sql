-- Where a claim was read, and whether its text still makes it.

alter table claim add column status text not null default 'told' check (status in ('told', 'withdrawn'));
alter table claim add column source text;
alter table claim add column source_key text;
alter table claim add column span_in text check (span_in in ('title', 'body'));
alter table claim add column span_start integer;
alter table claim add column span_end integer;
alter table claim add column rule text;
alter table claim_history add column status text not null default 'told';
alter table claim_history add column source text;
alter table claim_history add column source_key text;
alter table claim_history add column span_in text;
alter table claim_history add column span_start integer;
alter table claim_history add column span_end integer;
alter table claim_history add column rule text;
create index claim_source_key on claim (source, source_key);
comment on column claim.status is 'told, or withdrawn: its text, or the file it came from, no longer says so.';
comment on column claim.source is 'Source of the announcement it was read from; null for an imported row.';
comment on column claim.source_key is 'The announcement within its source.';
comment on column claim.span_in is 'title or body: where the words stand.';
comment on column claim.span_start is 'Where they begin.';
comment on column claim.span_end is 'Where they end.';
comment on column claim.rule is 'Rule that read them.';
comment on column claim_history.status is 'As in claim.';
comment on column claim_history.source is 'As in claim.';
comment on column claim_history.source_key is 'As in claim.';
comment on column claim_history.span_in is 'As in claim.';
comment on column claim_history.span_start is 'As in claim.';
comment on column claim_history.span_end is 'As in claim.';
comment on column claim_history.rule is 'As in claim.';

-- What was read so far kept its place in the note: "claim/zh/total, title 0-22".
update claim c
set source = read.source, source_key = read.source_key, rule = read.part[1], span_in = read.part[2],
  span_start = read.part[3]::integer, span_end = read.part[4]::integer, note = null
from (
  select distinct on (k.id) k.id, a.source, a.source_key,
    regexp_match(k.note, '^(claim/[a-z]+/[a-z]+), (title|body) ([0-9]+)-([0-9]+)$') as part
  from claim k
  join announcement a on a.source = k.outlet and coalesce(a.url, a.source_key) = k.url
    and a.published_on = k.claimed_on
  order by k.id, a.source_key
) read
where read.id = c.id and read.part is not null;

create or replace function claim_as_of(instant timestamptz) returns setof claim
  language sql stable as $$
    select t.* from claim t where t.known_from <= instant
    union all
    (select distinct on (h.outlet, h.claimed_on, h.claim)
      h.id, h.claimed_on, h.outlet, h.claim, h.track, h.scope, h.period_from, h.period_to, h.amount_low,
      h.amount_high, h.currency, h.url, h.note, h.known_from, h.assumed, h.recorded_at, h.page_id, h.status,
      h.source, h.source_key, h.span_in, h.span_start, h.span_end, h.rule
    from claim_history h
    where h.known_from <= instant
      and not exists (
        select from claim t
        where t.outlet = h.outlet and t.claimed_on = h.claimed_on and t.claim = h.claim
          and t.known_from <= instant)
    order by h.outlet, h.claimed_on, h.claim, h.known_from desc, h.superseded_at desc)
  $$;

create or replace view natural_rows.claim as
  select claimed_on, outlet, claim, track, scope, period_from, period_to, amount_low, amount_high, currency, url,
    note, known_from, assumed, status, source, source_key, span_in, span_start, span_end, rule
  from public.claim;
comment on column natural_rows.claim.status is 'As in claim.';
comment on column natural_rows.claim.source is 'As in claim.';
comment on column natural_rows.claim.source_key is 'As in claim.';
comment on column natural_rows.claim.span_in is 'As in claim.';
comment on column natural_rows.claim.span_start is 'As in claim.';
comment on column natural_rows.claim.span_end is 'As in claim.';
comment on column natural_rows.claim.rule is 'As in claim.';
