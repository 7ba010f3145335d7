import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * A volunteer's wish to pause or leave is called by that, so that “standing” means one thing: where somebody stands in
 * the programme.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await renamed({ db, from: 'standing_requests', to: 'pause_requests' })
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await renamed({ db, from: 'pause_requests', to: 'standing_requests' })
}

/** The table with its types, indexes and constraints. */
const renamed = async ({ db, from, to }: { db: MigrateUpArgs['db']; from: string; to: string }): Promise<void> => {
  await db.execute(
    sql.raw(`
    alter table ${from} rename to ${to};
    alter type enum_${from}_wish rename to enum_${to}_wish;
    alter type enum_${from}_status rename to enum_${to}_status;
    alter index ${from}_pkey rename to ${to}_pkey;
    alter index ${from}_volunteer_idx rename to ${to}_volunteer_idx;
    alter index ${from}_status_idx rename to ${to}_status_idx;
    alter index ${from}_updated_at_idx rename to ${to}_updated_at_idx;
    alter index ${from}_created_at_idx rename to ${to}_created_at_idx;
    alter table ${to} rename constraint ${from}_volunteer_id_volunteers_id_fk to ${to}_volunteer_id_volunteers_id_fk;
  `),
  )
}
