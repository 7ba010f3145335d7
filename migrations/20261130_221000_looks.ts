import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Who looked at a record, what somebody did, and what happened in a time are found without reading the whole audit. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`create index audit_events_shown on audit_events using gin ((detail->'ids')) where action = 'read';
    create index audit_events_by_actor on audit_events (actor_id, occurred_at, sequence);
    create index audit_events_in_time on audit_events (occurred_at, sequence);`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`drop index audit_events_shown; drop index audit_events_by_actor; drop index audit_events_in_time;`),
  )
}
