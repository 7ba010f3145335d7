#!/usr/bin/env bash
# Runs once, when the database's volume is new. The owner migrates; the application's login has the rights of a group that
# owns nothing. What the group may touch is granted by the migrations.
set -euo pipefail

psql --username "${POSTGRES_USER:-postgres}" --dbname postgres --set ON_ERROR_STOP=1 \
  --set owner_password="$DATABASE_OWNER_PASSWORD" --set web_password="$DATABASE_WEB_PASSWORD" <<'SQL'
create role mentoring_application;
create role mentoring_owner login password :'owner_password';
create role mentoring_web login password :'web_password';
grant mentoring_application to mentoring_web with inherit true, set false;
grant mentoring_application to mentoring_owner with admin true, inherit false, set false;
create database mentoring owner mentoring_owner template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8';
revoke all on database mentoring from public;
grant connect on database mentoring to mentoring_application;
\connect mentoring
revoke create on schema public from public;
SQL
