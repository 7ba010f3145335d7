import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** What stands behind referrals from outside: words that are never changed, real dates, forms of a bounded size. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    create trigger referral_words_are_final before update or delete or truncate on referral_words for each statement execute function refuse_change();
    revoke update, delete, truncate on referral_words from mentoring_application;
    alter table form_drafts add constraint form_drafts_are_bounded check (octet_length(answers::text) <= 60000);
    ${CALENDAR_DATES.map((column) => `alter table incoming_referrals add constraint incoming_referrals_${column}_is_a_date check (${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and ${column} = to_char(to_date(${column}, 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${CALENDAR_DATES.map((column) => `alter table incoming_referrals drop constraint incoming_referrals_${column}_is_a_date;`).join('\n')}
    alter table form_drafts drop constraint form_drafts_are_bounded;
    drop trigger referral_words_are_final on referral_words;
  `),
  )
}

const CALENDAR_DATES = ['answer_by', 'child_born_on'] as const
