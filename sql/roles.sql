-- Roles with no more rights than they need. An administrator runs this once in the new, empty database, before the first
-- command: psql -d feastgap -f sql/roles.sql. It is no migration, and may be run again.
--
--   feastgap          owns the database and nothing else of the server; every command of the pipeline connects as it.
--                     Give it a password: \password feastgap
--   feastgap_reader   reads tables and views; for analysts, the archive and dashboards. It has no login of its own:
--                     create role ana login password '…' in role feastgap_reader;

do $$
begin
  if not exists (select from pg_roles where rolname = 'feastgap') then
    create role feastgap login;
  end if;
  if not exists (select from pg_roles where rolname = 'feastgap_reader') then
    create role feastgap_reader;
  end if;
  execute format('alter database %I owner to feastgap', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to feastgap_reader', current_database());
end $$;

alter role feastgap nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role feastgap_reader nosuperuser nocreatedb nocreaterole noreplication nobypassrls nologin;

alter schema public owner to feastgap;
revoke all on schema public from public;
grant usage on schema public to feastgap_reader;
grant select on all tables in schema public to feastgap_reader;

-- Whatever later migrations and new years of bars add.
alter default privileges for role feastgap grant usage on schemas to feastgap_reader;
alter default privileges for role feastgap grant select on tables to feastgap_reader;
