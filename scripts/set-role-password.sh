#!/bin/sh
# Gives the roles of sql/roles.sql the passwords of the environment, on the first start of the database's container.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$FEASTGAP_PASSWORD" -v archive="$ARCHIVE_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
alter role feastgap password :'password';
alter role feastgap_archive password :'archive';
SQL
