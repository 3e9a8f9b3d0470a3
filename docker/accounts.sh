#!/bin/bash
# Sourced once by the image of the database (so: no run bit), on an empty volume: one account owns the tables, the other is the site's.
# The site gives the second its rights table by table each time it starts; the ledger stays append-only for it.
quoted() { printf '%s' "$1" | sed "s/\\\\/\\\\\\\\/g; s/'/''/g"; }

docker_process_sql --database=mysql <<SQL
CREATE USER portevoix_owner@'%' IDENTIFIED BY '$(quoted "$PORTEVOIX_OWNER_PASSWORD")';
GRANT ALL ON \`portevoix%\`.* TO portevoix_owner@'%' WITH GRANT OPTION;
CREATE USER portevoix_site@'%' IDENTIFIED BY '$(quoted "$PORTEVOIX_SITE_PASSWORD")';
SQL
