-- Analysts need no reader's address: the tables that hold some are for the pipeline, and for the server of the archive what
-- it counts and ends. sql/roles.sql does the same where the roles are newer than these tables.
do $$
begin
  if exists (select from pg_roles where rolname = 'feastgap_reader') then
    revoke select on recipient, bounce, delivery, delivery_decision from feastgap_reader;
  end if;
  if exists (select from pg_roles where rolname = 'feastgap_archive') then
    grant select on recipient, delivery to feastgap_archive;
  end if;
end $$;
