import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What stands behind the committee's decisions: a yes that was given stays as it is, and each member's counts once. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    create trigger referral_voices_are_final before update or delete or truncate on referral_voices for each statement execute function refuse_change();
    revoke update, delete, truncate on referral_voices from mentoring_application;
    create unique index one_voice_a_member on referral_voices (referral_id, kind, by_id);
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop index one_voice_a_member;
    drop trigger referral_voices_are_final on referral_voices;
  `),
  )
}
