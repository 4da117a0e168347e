-- Investors: kinds that hold from one day to another, and one reading of every spelling for all who ask.

alter table investor add column valid_from date not null default '-infinity';
alter table investor add column valid_until date not null default 'infinity';
alter table investor drop constraint investor_pkey;
alter table investor add primary key (name, valid_from);
alter table investor add check (valid_from < valid_until);
comment on column investor.valid_from is 'First day the kind holds.';
comment on column investor.valid_until is 'First day it holds no longer.';

alter table investor_history add column valid_from date not null default '-infinity';
alter table investor_history add column valid_until date not null default 'infinity';
comment on column investor_history.valid_from is 'First day the kind holds.';
comment on column investor_history.valid_until is 'First day it holds no longer.';

alter table investor_name add column reason text;
alter table investor_name add check ((kind = 'unknown') = (reason is not null));
comment on column investor_name.reason is 'Why the name leaves the kind unknown: no mark, or marks that contradict one another.';

create or replace view natural_rows.investor as
  select name, aliases, kind, basis, url, known_from, assumed, valid_from, valid_until from public.investor;
comment on column natural_rows.investor.valid_from is 'First day the kind holds.';
comment on column natural_rows.investor.valid_until is 'First day it holds no longer.';
create or replace view natural_rows.investor_name as
  select name, kind, rule, confidence, reason from public.investor_name;
comment on column natural_rows.investor_name.reason is 'Why the name leaves the kind unknown: no mark, or marks that contradict one another.';

create table investor_spelling (
  identity_key text not null,
  place smallint not null check (place in (0, 1)),
  name text not null,
  valid_from date not null,
  primary key (identity_key, place, name, valid_from),
  foreign key (name, valid_from) references investor on delete cascade
);
comment on table investor_spelling is 'Names under which the dictionary of investors is asked, by their identity keys.';
comment on column investor_spelling.identity_key is 'Without signs and legal form, in simplified characters.';
comment on column investor_spelling.place is '0: the name itself; 1: another name.';
comment on column investor_spelling.name is 'Investor it stands for.';
comment on column investor_spelling.valid_from is 'First day that entry of the dictionary holds.';

-- Names that stand in the database already: known as they are written until the next load reads them.
insert into investor_name (name, identity_key, kind, rule, confidence, reason)
select name, lower(name), 'unknown', 'none', 'low', 'not-read-yet'
from (
  select item ->> 'name' as name from event, jsonb_array_elements(investors) item
  union select name from investor
  union select jsonb_array_elements_text(aliases) from investor
) named
where name <> ''
on conflict (name) do nothing;
insert into investor_spelling (identity_key, place, name, valid_from)
select lower(name), 0, name, valid_from from investor
union select lower(alias), 1, name, valid_from from investor, jsonb_array_elements_text(aliases) alias;

-- The dictionary first, on the day asked for; then what the name itself tells. An entry's own name goes before other
-- names, a later entry before an earlier one, and the first in the alphabet before the rest.
create function investor_on(spelling text, day date)
returns table (investor text, kind text, rule text, confidence text, reason text)
language sql stable as $$
  select coalesce(entry.name, told.identity_key, spelling),
    case when entry.kind <> 'unknown' then entry.kind else coalesce(told.kind, 'unknown') end,
    case when entry.kind <> 'unknown' then 'dictionary' else coalesce(told.rule, 'none') end,
    case when entry.kind <> 'unknown' then 'high' else coalesce(told.confidence, 'low') end,
    case when entry.kind <> 'unknown' then null when told.name is null then 'not-read-yet' else told.reason end
  from (values (1)) as asked
  left join investor_name told on told.name = spelling
  left join lateral (
    select i.name, i.kind
    from investor_spelling s join investor i on i.name = s.name and i.valid_from = s.valid_from
    where s.identity_key = told.identity_key and day >= i.valid_from and day < i.valid_until
    order by s.place, i.valid_from desc, i.name
    limit 1
  ) entry on true
$$;
comment on function investor_on(text, date) is
  'Who a spelling stands for on a day, the kind of money, the rule that says so, how sure it is, and why where it is unknown.';
