-- Dated predictions, kept with what they predict, so that what came can be held against them when they are due.

-- Nothing ever wrote the table of 0003, and an outcome kept in it could not be told as of an earlier day.
drop table forecast;

create table forecast (
  id bigint generated always as identity primary key,
  made_on date not null,
  outlet text not null,
  author text,
  statement text not null,
  track text not null,
  horizon_from date not null,
  due_on date not null,
  measure text not null,
  predicts text not null,
  url text not null,
  note text,
  known_from timestamptz not null,
  assumed boolean not null,
  recorded_at timestamptz not null,
  page_id bigint references page,
  unique (outlet, made_on, statement, track),
  check (horizon_from <= due_on and made_on <= due_on)
);
comment on table forecast is 'Dated predictions somebody made in public.';
comment on column forecast.id is 'Identity.';
comment on column forecast.made_on is 'Day it was made.';
comment on column forecast.outlet is 'Who made or carried it.';
comment on column forecast.author is 'Who made it, where the outlet only carried it.';
comment on column forecast.statement is 'What it says, shortened.';
comment on column forecast.track is 'Field of business it speaks of; of a wider one, every track in it.';
comment on column forecast.horizon_from is 'First day it speaks of.';
comment on column forecast.due_on is 'Last day it speaks of: judged from then on.';
comment on column forecast.measure is 'What is measured: primary-feast.';
comment on column forecast.predicts is 'Verdict of that measure it predicts: yes or no.';
comment on column forecast.url is 'Where it stands.';
comment on column forecast.note is 'What the compiler remarked.';
comment on column forecast.known_from is 'When the world could know it.';
comment on column forecast.assumed is 'known_from was taken from the forecast''s own day.';
comment on column forecast.recorded_at is 'When this state was stored.';
comment on column forecast.page_id is 'Page or file this state came from.';

create table forecast_history (like forecast including comments, superseded_at timestamptz not null);
comment on table forecast_history is 'Superseded states of forecast.';
comment on column forecast_history.superseded_at is 'When a newer state took its place.';

create function forecast_as_of(instant timestamptz) returns setof forecast
  language sql stable as $$
    select t.* from forecast t where t.known_from <= instant
    union all
    (select distinct on (h.outlet, h.made_on, h.statement, h.track)
      h.id, h.made_on, h.outlet, h.author, h.statement, h.track, h.horizon_from, h.due_on, h.measure, h.predicts,
      h.url, h.note, h.known_from, h.assumed, h.recorded_at, h.page_id
    from forecast_history h
    where h.known_from <= instant
      and not exists (
        select from forecast t
        where t.outlet = h.outlet and t.made_on = h.made_on and t.statement = h.statement and t.track = h.track
          and t.known_from <= instant)
    order by h.outlet, h.made_on, h.statement, h.track, h.known_from desc, h.superseded_at desc)
  $$;
comment on function forecast_as_of(timestamptz) is 'Forecasts as known at an instant.';

create view natural_rows.forecast as
  select outlet, made_on, statement, track, author, horizon_from, due_on, measure, predicts, url, note, known_from,
    assumed
  from public.forecast;
comment on view natural_rows.forecast is 'Rows of forecast on their natural key.';

-- Comments of a view's columns are those of the table it shows.
do $$
declare item record;
begin
  for item in
    select a.attname as column_name, col_description('public.forecast'::regclass, t.attnum) as text
    from pg_attribute a
    join pg_attribute t on t.attrelid = 'public.forecast'::regclass and t.attname = a.attname
    where a.attrelid = 'natural_rows.forecast'::regclass and a.attnum > 0
  loop
    execute format('comment on column natural_rows.forecast.%I is %L', item.column_name, item.text);
  end loop;
end $$;
