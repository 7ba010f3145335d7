import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Indexes in the order in which pages and queues show their first rows, so that these cost the same however long the
 * history is.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(INDEXES.map(([name, on]) => `create index ${name} on ${on};`).join('\n')))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(INDEXES.map(([name]) => `drop index ${name};`).join('\n')))
}

const INDEXES = [
  ['session_logs_of_writer', 'session_logs (written_by_id, held_on desc, submitted_at desc)'],
  ['session_logs_latest', 'session_logs (held_on desc, submitted_at desc)'],
  ['session_logs_latest_sent', 'session_logs (submitted_at desc)'],
  ['meetings_open_by_volunteer', "meetings (volunteer_id, starts_at) where status in ('proposed', 'confirmed')"],
  ['meetings_open', "meetings (starts_at) where status in ('proposed', 'confirmed')"],
  ['meetings_to_confirm', "meetings (starts_at) where status = 'proposed'"],
  ['referrals_to_decide', "referrals (received_on, created_at) where status in ('received', 'more-asked')"],
  ['vetting_records_by_end', "vetting_records (valid_until) where status = 'standing'"],
] as const
