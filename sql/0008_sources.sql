-- What live sources bring: which pages a page led to, boards and their members as they stood each night, attention,
-- money of listed companies, lists of unicorns, and where two sources disagree.

alter table page add column covers text;
alter table page add column form jsonb;
alter table page add column drift text;
comment on column page.covers is 'The year, month or day the request covered; null for an imported file.';
comment on column page.form is 'Fields of the form, where the request was a POST.';
comment on column page.drift is 'What was unlike every page before: too few items, a landmark missing. Null: nothing.';
update page set covers = substring(partition from '[^/]+$') where partition is not null;

alter table series add column instrument text;
create index series_instrument on series (instrument) where instrument is not null;
comment on column series.instrument is 'What is traded, whoever gives the bars, as XSHG:600519; null where it is the vendor''s own. Bars of one instrument are compared.';

alter table announcement add column facts jsonb;
alter table announcement_history add column facts jsonb;
comment on column announcement.facts is 'What the source states in fields of its own: company, round, amount, investors, city, industry, founded.';
comment on column announcement_history.facts is 'As in announcement.';

drop table board_member;

create table board_entry (
  source text not null,
  board text not null,
  entry text not null,
  name text not null,
  weight numeric,
  facts jsonb not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamptz not null,
  primary key (source, board, entry, valid_from)
);
comment on table board_entry is 'Lists of boards and of their members as they were seen, night by night. The list of boards itself stands under the board *.';
comment on column board_entry.source is 'Who gives the list.';
comment on column board_entry.board is 'Code of the board or index; * is the list of boards.';
comment on column board_entry.entry is 'The stock, as XSHG:600519, or the code of a board.';
comment on column board_entry.name is 'Its name when first seen so; a board that is renamed starts a new row.';
comment on column board_entry.weight is 'Weight in percent when first seen there, where published.';
comment on column board_entry.facts is 'What else the list told of it when first seen.';
comment on column board_entry.valid_from is 'First night it was seen so.';
comment on column board_entry.valid_until is 'First night it was not; null while it lasts.';
comment on column board_entry.recorded_at is 'When this row was stored.';
create index board_entry_open on board_entry (source, board) where valid_until is null;

create table board_freeze (
  source text not null,
  board text not null,
  as_of date not null,
  entries integer not null,
  joined integer not null,
  gone integer not null,
  believed boolean not null,
  page_id bigint references page,
  primary key (source, board, as_of)
);
comment on table board_freeze is 'Every night a list was seen whole.';
comment on column board_freeze.source is 'Who gave the list.';
comment on column board_freeze.board is 'Code of the board; * is the list of boards.';
comment on column board_freeze.as_of is 'The night.';
comment on column board_freeze.entries is 'How many entries it had.';
comment on column board_freeze.joined is 'How many were new or renamed.';
comment on column board_freeze.gone is 'How many were gone or renamed.';
comment on column board_freeze.believed is 'False: it had less than half of what stood there before, so nothing was changed. The third such night in a row is believed.';
comment on column board_freeze.page_id is 'The page that completed it.';

create table board_sighting (
  source text not null,
  board text not null,
  entry text not null,
  name text not null,
  weight numeric,
  facts jsonb not null,
  as_of date not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (source, board, entry, as_of)
);
comment on table board_sighting is 'Entries of lists whose last page has not come yet; emptied once a list is whole.';
comment on column board_sighting.source is 'Who gives the list.';
comment on column board_sighting.board is 'The board, or * for the list of boards.';
comment on column board_sighting.entry is 'Stock or board seen in it.';
comment on column board_sighting.name is 'Its name.';
comment on column board_sighting.weight is 'Weight in percent, where published.';
comment on column board_sighting.facts is 'What else the list tells of it.';
comment on column board_sighting.as_of is 'The night.';
comment on column board_sighting.recorded_at is 'When it was stored.';
comment on column board_sighting.page_id is 'The page it stood on.';

create function settle_boards(list_source text, night date, page bigint, at timestamptz)
  returns table (inserted bigint, updated bigint)
  language plpgsql as $$
begin
  return query
  with seen as (
    select board, entry, name, weight, facts from board_sighting where source = list_source and as_of = night
  ), standing as (
    select board, entry, name, valid_from from board_entry
    where source = list_source and valid_until is null and board in (select board from seen)
  ), verdict as (
    select s.board, s.entries, s.entries * 2 >= coalesce(k.entries, 0) or (
        select count(*) = 2 and bool_and(not f.believed)
        from (select believed from board_freeze where source = list_source and board = s.board order by as_of desc limit 2) f
      ) as believed
    from (select board, count(*)::integer as entries from seen group by board) s
    left join (select board, count(*)::integer as entries from standing group by board) k on k.board = s.board
    -- A night that is not newer than the last one believed changes nothing: it was told twice, or too late.
    where not exists (
      select from board_freeze f
      where f.source = list_source and f.board = s.board and f.believed and f.as_of >= night
    )
  ), gone as (
    select k.board, k.entry, k.valid_from from standing k
    join verdict v on v.board = k.board and v.believed
    left join seen s on s.board = k.board and s.entry = k.entry and (k.board <> '*' or s.name = k.name)
    where s.entry is null
  ), joined as (
    select s.* from seen s
    join verdict v on v.board = s.board and v.believed
    left join standing k on k.board = s.board and k.entry = s.entry and (k.board <> '*' or k.name = s.name)
    where k.entry is null
  ), closed as (
    update board_entry e set valid_until = night from gone g
    where e.source = list_source and e.board = g.board and e.entry = g.entry and e.valid_from = g.valid_from
    returning e.board
  ), opened as (
    insert into board_entry (source, board, entry, name, weight, facts, valid_from, recorded_at)
    select list_source, j.board, j.entry, j.name, j.weight, j.facts, night, at from joined j
    returning board_entry.board
  ), frozen as (
    insert into board_freeze as f (source, board, as_of, entries, joined, gone, believed, page_id)
    select list_source, v.board, night, v.entries, (select count(*) from joined j where j.board = v.board),
      (select count(*) from gone g where g.board = v.board), v.believed, page
    from verdict v
    on conflict (source, board, as_of) do update
    set entries = excluded.entries, joined = excluded.joined, gone = excluded.gone, believed = excluded.believed,
      page_id = excluded.page_id
    where not f.believed
    returning f.board
  )
  select (select count(*) from opened), (select count(*) from closed) from (select count(*) from frozen) once;
  delete from board_sighting where source = list_source and as_of <= night;
end $$;
comment on function settle_boards(text, date, bigint, timestamptz) is 'Takes the lists seen on a night for whole: opens what joined, closes what is gone. A list that shrank by more than half is not believed.';

create view board_listing as
  select source, entry as code, name, facts ->> 'members' as members, (facts ->> 'addedOn')::date as added_on,
    facts ->> 'pageCode' as page_code, valid_from, valid_until
  from board_entry where board = '*';
comment on view board_listing is 'Boards as a vendor listed them.';
comment on column board_listing.source is 'The vendor.';
comment on column board_listing.code is 'Code of the board.';
comment on column board_listing.name is 'Its name at the time.';
comment on column board_listing.members is 'How many members the vendor told when it was first seen so.';
comment on column board_listing.added_on is 'Day the vendor says it was added.';
comment on column board_listing.page_code is 'Its code on web pages, where that is another one.';
comment on column board_listing.valid_from is 'First night it was seen so.';
comment on column board_listing.valid_until is 'First night it was not; null while it lasts.';

create view board_member as
  select source, board, entry as instrument, name, weight, valid_from, valid_until
  from board_entry where board <> '*';
comment on view board_member is 'Members of boards and indices as they were seen.';
comment on column board_member.source is 'Who says so.';
comment on column board_member.board is 'Code of the board or index.';
comment on column board_member.instrument is 'The stock, as XSHG:600519.';
comment on column board_member.name is 'Its name when first seen there.';
comment on column board_member.weight is 'Weight in percent when first seen there, where published.';
comment on column board_member.valid_from is 'First night it was seen there.';
comment on column board_member.valid_until is 'First night it was not; null while it lasts.';

create view board_event as
  select source, board, entry, name, valid_from as happened_on,
    case when board <> '*' then 'joined'
      when exists (select from board_entry b where b.source = a.source and b.board = '*' and b.entry = a.entry and b.valid_until = a.valid_from)
        then 'renamed'
      when exists (select from board_entry b where b.source = a.source and b.board = '*' and b.entry = a.entry and b.valid_from < a.valid_from)
        then 'came back' else 'appeared' end as event
  from board_entry a
  union all
  select source, board, entry, name, valid_until, case when board <> '*' then 'left' else 'vanished' end
  from board_entry a
  where valid_until is not null and not exists (
    select from board_entry b
    where b.source = a.source and b.board = a.board and b.entry = a.entry and b.valid_from = a.valid_until);
comment on view board_event is 'What happened to boards and their members, from the nights they were seen.';
comment on column board_event.source is 'The vendor.';
comment on column board_event.board is 'The board; * where it happened to the entry as a board.';
comment on column board_event.entry is 'The stock, or the board.';
comment on column board_event.name is 'Its name.';
comment on column board_event.happened_on is 'First night it was seen so.';
comment on column board_event.event is 'appeared, renamed, vanished, came back; joined, left.';

create table attention (
  source text not null,
  measure text not null check (measure in ('page-views', 'heat', 'heat-rank', 'headlines')),
  subject text not null,
  observed_on date not null,
  subject_name text,
  value numeric not null,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (source, measure, subject, observed_on)
);
comment on table attention is 'How much attention a subject got, day by day.';
comment on column attention.source is 'Who counted.';
comment on column attention.measure is 'page-views, heat, heat-rank or headlines.';
comment on column attention.subject is 'Title, board code or track.';
comment on column attention.observed_on is 'The day.';
comment on column attention.subject_name is 'Name of the subject, where the source gives one.';
comment on column attention.value is 'Views, heat, rank or headlines.';
comment on column attention.known_from is 'When the world could know it.';
comment on column attention.assumed is 'known_from was taken from the day itself.';
comment on column attention.recorded_at is 'When this state was stored.';
comment on column attention.page_id is 'Page this state came from.';

create table attention_history (like attention including comments, superseded_at timestamptz not null);
comment on table attention_history is 'Superseded states of attention.';
comment on column attention_history.superseded_at is 'When a newer state took its place.';

create table listed_money (
  source text not null,
  source_key text not null,
  kind text not null check (kind in ('reduction', 'increase', 'placement', 'lock-up-expiry', 'outward-investment')),
  instrument text not null,
  stock_name text not null,
  holder text,
  announced_on date not null,
  from_on date,
  until_on date,
  shares numeric,
  price_cny numeric,
  amount_cny numeric,
  url text,
  note text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (source, source_key)
);
create index listed_money_instrument on listed_money (instrument, announced_on);
comment on table listed_money is 'Money of listed companies and their holders: sales by insiders, placements, expiring lock-ups, outward investment.';
comment on column listed_money.source is 'Who gives the row.';
comment on column listed_money.source_key is 'The row within the source.';
comment on column listed_money.kind is 'reduction, increase, placement, lock-up-expiry or outward-investment.';
comment on column listed_money.instrument is 'The listed company, as XSHG:600519.';
comment on column listed_money.stock_name is 'Its name in the row.';
comment on column listed_money.holder is 'Who sold or bought; null where nobody is named.';
comment on column listed_money.announced_on is 'Day it was announced.';
comment on column listed_money.from_on is 'First day of the trades.';
comment on column listed_money.until_on is 'Last day of the trades.';
comment on column listed_money.shares is 'Shares, a positive number.';
comment on column listed_money.price_cny is 'Yuan a share.';
comment on column listed_money.amount_cny is 'Yuan; null where it is neither stated nor shares times a stated price.';
comment on column listed_money.url is 'Page about it.';
comment on column listed_money.note is 'What else the row says.';
comment on column listed_money.known_from is 'When the world could know it.';
comment on column listed_money.assumed is 'known_from was taken from the day of announcement.';
comment on column listed_money.recorded_at is 'When this state was stored.';
comment on column listed_money.page_id is 'Page this state came from.';

create table listed_money_history (like listed_money including comments, superseded_at timestamptz not null);
comment on table listed_money_history is 'Superseded states of listed_money.';
comment on column listed_money_history.superseded_at is 'When a newer state took its place.';

create table unicorn_listing (
  source text not null,
  edition text not null,
  company text not null,
  company_en text,
  as_of date not null,
  country text,
  city text,
  industry text,
  rank text,
  currency text not null,
  valuation_low numeric not null,
  valuation_high numeric not null,
  joined_on date,
  investors text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  primary key (source, edition, company)
);
comment on table unicorn_listing is 'Companies in published lists of unicorns, as they stood.';
comment on column unicorn_listing.source is 'Who publishes the list.';
comment on column unicorn_listing.edition is 'Which edition.';
comment on column unicorn_listing.company is 'Name as listed.';
comment on column unicorn_listing.company_en is 'English name.';
comment on column unicorn_listing.as_of is 'Day the list holds for or was seen.';
comment on column unicorn_listing.country is 'Country as listed.';
comment on column unicorn_listing.city is 'City as listed.';
comment on column unicorn_listing.industry is 'Industry as listed.';
comment on column unicorn_listing.rank is 'Rank as listed.';
comment on column unicorn_listing.currency is 'ISO 4217.';
comment on column unicorn_listing.valuation_low is 'Lower bound of the valuation.';
comment on column unicorn_listing.valuation_high is 'Upper bound.';
comment on column unicorn_listing.joined_on is 'Day it became one, where listed.';
comment on column unicorn_listing.investors is 'Investors as listed.';
comment on column unicorn_listing.known_from is 'When the world could know it.';
comment on column unicorn_listing.assumed is 'known_from was taken from the list''s own day.';
comment on column unicorn_listing.recorded_at is 'When this state was stored.';
comment on column unicorn_listing.page_id is 'Page this state came from.';

create table unicorn_listing_history (like unicorn_listing including comments, superseded_at timestamptz not null);
comment on table unicorn_listing_history is 'Superseded states of unicorn_listing.';
comment on column unicorn_listing_history.superseded_at is 'When a newer state took its place.';

create table conflict (
  instrument text not null,
  trade_date date not null,
  measure text not null check (measure in ('close', 'amount', 'rate')),
  source_a text not null,
  source_b text not null,
  value_a numeric not null,
  value_b numeric not null,
  found_at timestamptz not null,
  primary key (instrument, trade_date, measure, source_a, source_b)
);
comment on table conflict is 'Where two sources of the same bar or rate disagree beyond tolerance. A row goes when one of them is corrected.';
comment on column conflict.instrument is 'What both of them give, as CSI:000300 or USD/CNY.';
comment on column conflict.trade_date is 'The session or the day of the rate.';
comment on column conflict.measure is 'close, amount or rate.';
comment on column conflict.source_a is 'The one whose name comes first.';
comment on column conflict.source_b is 'The other.';
comment on column conflict.value_a is 'What the first says.';
comment on column conflict.value_b is 'What the other says.';
comment on column conflict.found_at is 'When it was found.';

alter table partition add column request jsonb;
comment on column partition.request is 'The request of a partition that another page led to; null where the plan names it.';

create view natural_rows.board_entry as
  select source, board, entry, name, weight, facts, valid_from, valid_until from public.board_entry;
create view natural_rows.board_freeze as
  select source, board, as_of, entries, joined, gone, believed from public.board_freeze;
create view natural_rows.attention as
  select source, measure, subject, observed_on, subject_name, value from public.attention;
create view natural_rows.listed_money as
  select source, source_key, kind, instrument, stock_name, holder, announced_on, from_on, until_on, shares, price_cny,
    amount_cny, url, note
  from public.listed_money;
create view natural_rows.unicorn_listing as
  select source, edition, company, company_en, as_of, country, city, industry, rank, currency, valuation_low,
    valuation_high, joined_on, investors
  from public.unicorn_listing;
create view natural_rows.conflict as
  select instrument, trade_date, measure, source_a, source_b, value_a, value_b from public.conflict;
create or replace view natural_rows.announcement as
  select source, source_key, url, title, body, published_on, published_at, facts from public.announcement;

-- Comments of a view's columns are those of the table it shows.
do $$
declare item record;
begin
  for item in
    select v.relname as view_name, a.attname as column_name, coalesce(td.description, 'As in the table of that name.') as text
    from pg_class v
    join pg_namespace n on n.oid = v.relnamespace and n.nspname = 'natural_rows'
    join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
    left join pg_description d on d.objoid = v.oid and d.objsubid = a.attnum
    left join pg_class t on t.relname = v.relname and t.relnamespace = 'public'::regnamespace
    left join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    left join pg_description td on td.objoid = t.oid and td.objsubid = ta.attnum
    where d.description is null
  loop
    execute format('comment on column natural_rows.%I.%I is %L', item.view_name, item.column_name, item.text);
    execute format('comment on view natural_rows.%I is %L', item.view_name,
      format('Rows of %s on their natural key.', item.view_name));
  end loop;
end $$;

create view headline_count as
  select t.id as track_id, a.published_on as observed_on, count(*) as headlines,
    (select count(*) from announcement every where every.published_on = a.published_on and every.title is not null) as all_headlines
  from announcement a
  join track t on exists (
    select from jsonb_array_elements_text(t.keywords) word where position(lower(word) in lower(a.title)) > 0)
  group by t.id, a.published_on;
comment on view headline_count is 'Headlines of a day that name a word of a track, beside all headlines of that day: how much it is talked about in what we read.';
comment on column headline_count.track_id is 'The track.';
comment on column headline_count.observed_on is 'The day, in Asia/Shanghai.';
comment on column headline_count.headlines is 'Headlines that name one of its words.';
comment on column headline_count.all_headlines is 'All headlines of that day.';
