import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { createLockRecords, dropLockRecords } from '../src/core/database/locks.sql.ts'

/** Locks the records of one change in one statement, in the order of the house. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(createLockRecords))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(dropLockRecords))
}
