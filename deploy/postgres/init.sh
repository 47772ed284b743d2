#!/usr/bin/env bash
# Prepares an empty PostgreSQL for Latchkey: the roles of ent/migrations/roles.sql,
# their passwords, and the database. The postgres image runs it once, as the
# superuser POSTGRES_USER, before the server can be reached from outside. It may
# be run again, for example to change the passwords; psql's own environment (PGHOST,
# PGPORT, PGPASSWORD) points it at another server.
set -euo pipefail

: "${POSTGRES_USER:?the name of the superuser}"
: "${LATCHKEY_OWNER_PASSWORD:?the password of latchkey_owner, who migrates}"
: "${LATCHKEY_APP_PASSWORD:?the password of latchkey_app, the application}"
: "${LATCHKEY_DATA_PASSWORD:?the password of latchkey_data, for nodes of the data plane}"
roles=${LATCHKEY_ROLES_SQL:-/latchkey/roles.sql}

psql() {
  command psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres "$@"
}

psql --single-transaction --file "$roles"

# \getenv keeps the passwords off the command line, where others could read
# them; the settings keep them out of the server's log.
psql --single-transaction <<'SQL'
\getenv owner LATCHKEY_OWNER_PASSWORD
\getenv app LATCHKEY_APP_PASSWORD
\getenv data LATCHKEY_DATA_PASSWORD
SET LOCAL log_statement = 'none';
SET LOCAL log_min_duration_statement = -1;
SET LOCAL log_min_error_statement = 'panic';
SET LOCAL password_encryption = 'scram-sha-256';
ALTER ROLE latchkey_owner PASSWORD :'owner';
ALTER ROLE latchkey_app PASSWORD :'app';
ALTER ROLE latchkey_data PASSWORD :'data';
SQL

psql <<'SQL'
SELECT 'CREATE DATABASE latchkey OWNER latchkey_owner'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'latchkey') \gexec
SQL
