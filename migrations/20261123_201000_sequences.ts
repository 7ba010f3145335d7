import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Payload numbers the links of its own preferences and migrations by sequences, which the application must be able to
 * draw from.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    grant usage on all sequences in schema public to mentoring_application;
    alter default privileges in schema public grant usage on sequences to mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    alter default privileges in schema public revoke usage on sequences from mentoring_application;
    revoke usage on all sequences in schema public from mentoring_application;
  `),
  )
}
