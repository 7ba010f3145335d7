import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { auditTables } from '../src/core/audit/tables.sql.ts'
import { createHttpTables, dropHttpTables } from '../src/core/http/tables.sql.ts'

/**
 * What stands behind the application in the database itself: roles, final records, calendar dates, one active match a
 * child.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'mentoring_application') then
        begin
          create role mentoring_application nologin;
        exception when duplicate_object or unique_violation then null;
        end;
      end if;
    end $$;
    ${auditTables}
    ${createHttpTables}
    ${FINAL_TABLES.map((table) => `create trigger ${table}_are_final before update or delete or truncate on ${table} for each statement execute function refuse_change();`).join('\n')}
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} add constraint ${table}_${column}_is_a_date check (${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and ${column} = to_char(to_date(${column}, 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
    create unique index one_active_match_a_child on matches (child_id) where status = 'active';
    create index meetings_open_by_child on meetings (child_id, starts_at) where status in ('proposed', 'confirmed');
    create index sessions_ends_at on sessions (ends_at);
    grant usage on schema public to mentoring_application;
    grant select, insert, update, delete on all tables in schema public to mentoring_application;
    alter default privileges in schema public grant select, insert, update, delete on tables to mentoring_application;
    revoke insert, update, delete, truncate on audit_events, audit_head, payload_migrations from mentoring_application;
    revoke update, delete, truncate on ${FINAL_TABLES.join(', ')} from mentoring_application;
    grant execute on function append_audit_events(jsonb) to mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop index sessions_ends_at;
    drop index meetings_open_by_child;
    drop index one_active_match_a_child;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} drop constraint ${table}_${column}_is_a_date;`).join('\n')}
    ${FINAL_TABLES.map((table) => `drop trigger ${table}_are_final on ${table};`).join('\n')}
    ${dropHttpTables}
    drop trigger audit_events_are_final on audit_events;
    drop function append_audit_events(jsonb);
    drop function audit_row_hash;
    drop function refuse_change();
    drop table audit_head;
    alter default privileges in schema public revoke select, insert, update, delete on tables from mentoring_application;
    revoke all on all tables in schema public from mentoring_application;
    revoke usage on schema public from mentoring_application;
  `),
  )
}

const FINAL_TABLES = ['session_logs', 'log_addenda', 'consents']

const CALENDAR_DATES = [
  ['role_grants', 'starts_on'],
  ['role_grants', 'ends_on'],
  ['designations', 'ends_on'],
  ['designations', 'cover_from'],
  ['designations', 'cover_until'],
  ['volunteers', 'born_on'],
  ['vetting_records', 'taken_on'],
  ['vetting_records', 'valid_until'],
  ['children', 'born_on'],
  ['consents', 'decided_on'],
  ['matches', 'starts_on'],
  ['matches', 'ends_on'],
  ['meetings', 'agreed_on'],
  ['session_logs', 'held_on'],
] as const
