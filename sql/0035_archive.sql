-- The archive serves what was published byte for byte, so the bytes are kept beside the figures.

create table edition_page (
  edition_id bigint primary key references edition,
  packed bytea not null
);
comment on table edition_page is 'The HTML of an edition; its hash is the one of the edition. Missing for editions rendered before this table was.';
comment on column edition_page.edition_id is 'The edition.';
comment on column edition_page.packed is 'The bytes, zstd.';

-- The server of the archive reads, and ends the letters to an address. sql/roles.sql does the same where the role is newer
-- than this table.
do $$
begin
  if exists (select from pg_roles where rolname = 'feastgap_archive') then
    grant update (disabled_at, disabled_why, evidence, updated_at) on recipient to feastgap_archive;
  end if;
end $$;
