import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The mentor whom a row of the working list names is found by itself, without folding each row as it is asked. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(
      "alter table working_list_entries add column mentor_found_by text generated always as (folded(coalesce(mentor_given, ''))) stored;",
    ),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('alter table working_list_entries drop column mentor_found_by;'))
}
