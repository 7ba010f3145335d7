import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** One new address of an account waits for each who proposes it, whatever the door. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(
      "create unique index one_address_waits_for_each_proposer on account_changes (user_id, proposed_by_id) where status = 'proposed' and kind = 'address';",
    ),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop index one_address_waits_for_each_proposer;'))
}
