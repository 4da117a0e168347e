-- Who is who: other names of firms as texts and files tell them, companies that turned out to be one, where a company
-- sits and since when, what kind of money an investor brings.

alter table event add column province text;
alter table event add column founded_year integer;
alter table event add column covers text check (covers in ('to-date', 'rounds', 'period'));
alter table event add column covers_rounds integer;
alter table event add column covers_from date;
alter table event_history add column province text;
alter table event_history add column founded_year integer;
alter table event_history add column covers text;
alter table event_history add column covers_rounds integer;
alter table event_history add column covers_from date;
comment on column event.province is 'Province of the company''s seat, ISO 3166-2, if stated.';
comment on column event.founded_year is 'Year the company was founded, if stated.';
comment on column event.covers is 'What the amount is a total of: to-date (all rounds so far), rounds (the last few), period; null: of this round alone.';
comment on column event.covers_rounds is 'How many rounds a total of several covers; null: not said.';
comment on column event.covers_from is 'First day of the period a total covers.';
comment on column event_history.province is 'As in event.';
comment on column event_history.founded_year is 'As in event.';
comment on column event_history.covers is 'As in event.';
comment on column event_history.covers_rounds is 'As in event.';
comment on column event_history.covers_from is 'As in event.';

create or replace function event_as_of(instant timestamptz) returns setof event
  language sql stable as $$
    select t.* from event t where t.known_from <= instant
    union all
    (select distinct on (h.announcement_id, h.kind, h.span_start)
      h.id, h.announcement_id, h.kind, h.span_start, h.company_id, h.company_en, h.country, h.status,
      h.track, h.round, h.round_text, h.announced_on, h.precision, h.announced_from, h.announced_until,
      h.amount_text, h.currency, h.amount_low, h.amount_high, h.valuation_text, h.investors, h.urls,
      h.confidence, h.note, h.known_from, h.assumed, h.recorded_at, h.page_id, h.evidence, h.province,
      h.founded_year, h.covers, h.covers_rounds, h.covers_from
    from event_history h
    where h.known_from <= instant
      and not exists (
        select from event t
        where t.announcement_id = h.announcement_id and t.kind = h.kind and t.span_start = h.span_start
          and t.known_from <= instant)
    order by h.announcement_id, h.kind, h.span_start, h.known_from desc, h.superseded_at desc)
  $$;

create table alias (
  source text not null,
  source_key text not null,
  name text not null,
  other text not null,
  kind text not null check (kind in ('same-name', 'english-name', 'former-name', 'parent')),
  name_key text not null,
  other_key text not null,
  status text not null check (status in ('told', 'withdrawn')),
  rule text not null,
  words text,
  span_start integer,
  url text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (source, source_key, name, other, kind)
);
create index alias_name_key on alias (name_key);
create index alias_other_key on alias (other_key);
comment on table alias is 'Other names of firms, each with the text or row that tells it.';
comment on column alias.source is 'Source of the announcement, or of the imported row.';
comment on column alias.source_key is 'The announcement within its source; the natural key of an imported row.';
comment on column alias.name is 'The firm.';
comment on column alias.other is 'Its other name; or, for parent, the firm that owns it.';
comment on column alias.kind is 'same-name, english-name, former-name (other is the earlier one), or parent: a relation, never the same firm.';
comment on column alias.name_key is 'The name without signs, legal form and the place before it, in simplified characters.';
comment on column alias.other_key is 'The same of the other name.';
comment on column alias.status is 'told, or withdrawn: the text no longer says so.';
comment on column alias.rule is 'Rule that read it, or import.';
comment on column alias.words is 'The words that say so.';
comment on column alias.span_start is 'Where they begin, headline and text set one after the other; null for an imported row.';
comment on column alias.url is 'Page that says so.';
comment on column alias.known_from is 'When the world could know it.';
comment on column alias.assumed is 'known_from was taken from the announcement''s own day.';
comment on column alias.recorded_at is 'When this state was stored.';
comment on column alias.page_id is 'Page or file this state came from.';

create table alias_history (like alias including comments, superseded_at timestamptz not null);
create index alias_history_key on alias_history (source, source_key);
comment on table alias_history is 'Superseded states of alias.';
comment on column alias_history.superseded_at is 'When a newer state took its place.';

alter table company add column identity_key text;
alter table company add column place text;
alter table company add column province text;
alter table company add column founded_year integer;
create index company_identity_key on company (identity_key);
create index company_merged_into on company (merged_into) where merged_into is not null;
comment on table company is 'Spellings of companies that were named. An id never changes; one that turns out to be another company points to it.';
comment on column company.merged_into is 'The company this one turned out to be: by a name that differs in signs and legal form alone, or by an alias. Null: itself.';
comment on column company.identity_key is 'Its name without signs, legal form and the place before it, in simplified characters; two with one key are one company, unless their places differ.';
comment on column company.place is 'The place its legal name begins with; empty: none.';
comment on column company.province is 'Province of its seat, ISO 3166-2, where a text or a row says so.';
comment on column company.founded_year is 'Year it was founded, where a text or a row says so.';

create index event_company on event (company_id);

create table investor_name (
  name text primary key,
  identity_key text not null,
  kind text not null,
  rule text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low'))
);
create index investor_name_key on investor_name (identity_key);
comment on table investor_name is 'Investors as events name them, and what kind of money their name tells of. The curated table investor stands above it.';
comment on column investor_name.name is 'As written.';
comment on column investor_name.identity_key is 'Without signs and legal form, in simplified characters.';
comment on column investor_name.kind is 'As in investor; unknown where no rule speaks.';
comment on column investor_name.rule is 'Rule that says so.';
comment on column investor_name.confidence is 'How sure the rule is.';

create view natural_rows.alias as
  select source, source_key, name, other, kind, status, rule, words, span_start, url, known_from, assumed from public.alias;
comment on view natural_rows.alias is 'Rows of alias on their natural key.';
create or replace view natural_rows.event as
  select a.source, a.source_key, e.kind, e.span_start, c.name as company, e.company_en, e.country, e.status, e.track,
    e.round, e.round_text, e.announced_on, e.precision, e.announced_from, e.announced_until, e.amount_text,
    e.currency, e.amount_low, e.amount_high, e.valuation_text, e.investors, e.urls, e.confidence, e.note,
    e.known_from, e.assumed, e.province, e.founded_year, e.covers, e.covers_rounds, e.covers_from
  from public.event e
  join public.announcement a on a.id = e.announcement_id
  left join public.company c on c.id = e.company_id;
create view natural_rows.investor_name as select name, kind, rule, confidence from public.investor_name;
comment on view natural_rows.investor_name is 'Rows of investor_name on their natural key.';

-- Comments of a view's columns are those of the table it shows.
do $$
declare item record;
begin
  for item in
    select v.relname as view_name, a.attname as column_name, coalesce(d.description, 'As in the table of that name.') as text
    from pg_class v
    join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'natural_rows'
    join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
    left join pg_class t on t.relname = v.relname and t.relnamespace = 'public'::regnamespace
    left join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    left join pg_description d on d.objoid = t.oid and d.objsubid = ta.attnum
    where v.relname in ('alias', 'event', 'investor_name')
  loop
    execute format('comment on column natural_rows.%I.%I is %L', item.view_name, item.column_name, item.text);
  end loop;
end $$;
