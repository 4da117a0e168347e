#!/bin/sh
# Gives the role of sql/roles.sql the password of the environment, on the first start of the database's container.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$FEASTGAP_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
alter role feastgap password :'password';
SQL
