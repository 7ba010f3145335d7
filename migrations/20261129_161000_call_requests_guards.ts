import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** One call waits for each link, whatever the door. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(
      "create unique index one_call_waits_for_each_link on call_requests (consent_request_id) where status = 'asked';",
    ),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop index one_call_waits_for_each_link;'))
}
