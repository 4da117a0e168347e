-- Roles with no more rights than they need. An administrator runs this once in the new, empty database, before the first
-- command: psql -d feastgap -f sql/roles.sql. It is no migration, and may be run again.
--
--   feastgap          owns the database and nothing else of the server; every command of the pipeline connects as it.
--                     Give it a password: \password feastgap
--   feastgap_reader   reads tables and views, but for those that hold readers' addresses; for analysts and dashboards. It
--                     has no login of its own:
--                     create role ana login password '…' in role feastgap_reader;
--   feastgap_archive  what feastgap serve connects as: reads, and ends the letters to an address that asks for it.
--                     Give it a password: \password feastgap_archive

do $$
begin
  if not exists (select from pg_roles where rolname = 'feastgap') then
    create role feastgap;
  end if;
  if not exists (select from pg_roles where rolname = 'feastgap_reader') then
    create role feastgap_reader;
  end if;
  if not exists (select from pg_roles where rolname = 'feastgap_archive') then
    create role feastgap_archive;
  end if;
  if to_regclass('public.recipient') is not null then
    grant update (disabled_at, disabled_why, evidence, updated_at) on public.recipient to feastgap_archive;
  end if;
  execute format('alter database %I owner to feastgap', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to feastgap_reader', current_database());
end $$;

alter role feastgap nosuperuser nocreatedb nocreaterole noreplication nobypassrls login;
alter role feastgap_reader nosuperuser nocreatedb nocreaterole noreplication nobypassrls nologin;
alter role feastgap_archive nosuperuser nocreatedb nocreaterole noreplication nobypassrls login;
grant feastgap_reader to feastgap_archive;

alter schema public owner to feastgap;
revoke all on schema public from public;
grant usage on schema public to feastgap_reader;
grant select on all tables in schema public to feastgap_reader;
do $$
begin
  if to_regclass('public.delivery') is not null then
    revoke select on public.recipient, public.bounce, public.delivery, public.delivery_decision from feastgap_reader;
    grant select on public.recipient, public.delivery to feastgap_archive;
  end if;
end $$;

-- Whatever later migrations and new years of bars add.
alter default privileges for role feastgap grant usage on schemas to feastgap_reader;
alter default privileges for role feastgap grant select on tables to feastgap_reader;
