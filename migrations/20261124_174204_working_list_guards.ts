import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind the working list in the database: one row a child, and that a list was brought in is never
 * altered.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    create unique index one_listed_row_a_child on working_list_entries (child_id) where status = 'listed';
    create trigger working_list_imports_are_final before update or delete or truncate on working_list_imports for each statement execute function refuse_change();
    revoke update, delete, truncate on working_list_imports from mentoring_application;
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop trigger working_list_imports_are_final on working_list_imports;
    drop index one_listed_row_a_child;
  `),
  )
}
