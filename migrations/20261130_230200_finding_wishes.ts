import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** An application is found by what the applicant said of another time to meet, too. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`alter table applications drop column found_by, alter column interview_wish type varchar collate "und-x-icu";
    alter table applications add column found_by text generated always as (folded(${WORDS} || ' ' || coalesce(interview_wish, ''))) stored;`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`alter table applications drop column found_by, alter column interview_wish type varchar collate "default";
    alter table applications add column found_by text generated always as (folded(${WORDS})) stored;`),
  )
}

const WORDS = [
  'name',
  'email',
  'mobile',
  'home_address',
  'why',
  'skills',
  'interests',
  'languages',
  'availability',
  'earlier_involvement',
  'interview_place',
  'interviewed_with',
  'decision_reason',
]
  .map((name) => `coalesce(${name}, '')`)
  .join(" || ' ' || ")
