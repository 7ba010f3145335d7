import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** A version of a policy is found by the words of its text too, and a call by the number that was given for it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`alter table policy_versions drop column found_by, alter column review_in type varchar collate "und-x-icu";
    alter table policy_versions add column found_by text generated always as (folded(${VERSION_WORDS} || ' ' || coalesce(review_in, '') || ' ' || coalesce(jsonb_path_query_array("text", '$.**.text')::text, ''))) stored;
    alter table call_requests drop column found_by, alter column number type varchar collate "und-x-icu";
    alter table call_requests add column found_by text generated always as (folded(${CALL_WORDS} || ' ' || coalesce(number, ''))) stored;`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`alter table policy_versions drop column found_by, alter column review_in type varchar collate "default";
    alter table policy_versions add column found_by text generated always as (folded(${VERSION_WORDS})) stored;
    alter table call_requests drop column found_by, alter column number type varchar collate "default";
    alter table call_requests add column found_by text generated always as (folded(${CALL_WORDS})) stored;`),
  )
}

const VERSION_WORDS =
  "coalesce(number, '') || ' ' || coalesce(changes, '') || ' ' || coalesce(adopted_by, '') || ' ' || coalesce(signed_by, '')"
const CALL_WORDS = "coalesce(best_time, '') || ' ' || coalesce(words, '') || ' ' || coalesce(note, '')"
