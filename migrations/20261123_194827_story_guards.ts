import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind the story's records in the database itself: final records, adopted policies, calendar dates, no
 * record twice.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${FINAL_TABLES.map((table) => `create trigger ${table}_are_final before update or delete or truncate on ${table} for each statement execute function refuse_change();`).join('\n')}
    revoke update, delete, truncate on ${FINAL_TABLES.join(', ')} from mentoring_application;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} add constraint ${table}_${column}_is_a_date check (${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and ${column} = to_char(to_date(${column}, 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
    create unique index one_adopted_version_a_policy on policy_versions (policy_id) where status = 'adopted';
    create unique index one_number_a_policy on policy_versions (policy_id, number);
    create unique index one_acceptance_a_version on policy_acceptances (version_id, user_id);
    create unique index one_open_request_a_guardian on consent_requests (child_id, guardian_id) where status in ('open', 'signed', 'declined');
    create function refuse_change_of_adopted() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'An adopted version cannot be removed.' using errcode = 'restrict_violation';
      end if;
      if old.status = 'superseded' or new.status not in ('adopted', 'superseded')
        or (old.policy_id, old.number, old.text, old.changes, old.adopted_by, old.signed_by, old.review_on, old.grace_until, old.adopted_on, old.author_id, old.adopted_by_user_id)
           is distinct from (new.policy_id, new.number, new.text, new.changes, new.adopted_by, new.signed_by, new.review_on, new.grace_until, new.adopted_on, new.author_id, new.adopted_by_user_id) then
        raise exception 'An adopted version cannot be changed.' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$;
    create trigger adopted_versions_stay before update or delete on policy_versions for each row when (old.status in ('adopted', 'superseded')) execute function refuse_change_of_adopted();
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop trigger adopted_versions_stay on policy_versions;
    drop function refuse_change_of_adopted();
    drop index one_open_request_a_guardian;
    drop index one_acceptance_a_version;
    drop index one_number_a_policy;
    drop index one_adopted_version_a_policy;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} drop constraint ${table}_${column}_is_a_date;`).join('\n')}
    ${FINAL_TABLES.map((table) => `drop trigger ${table}_are_final on ${table};`).join('\n')}
  `),
  )
}

const FINAL_TABLES = ['policy_acceptances', 'log_readings']

const CALENDAR_DATES = [
  ['memberships', 'since'],
  ['memberships', 'until'],
  ['policy_versions', 'review_on'],
  ['policy_versions', 'grace_until'],
  ['policy_versions', 'adopted_on'],
  ['referrals', 'received_on'],
  ['matches', 'goals_set_on'],
  ['matches', 'parents_met_on'],
  ['matches', 'introduced_on'],
  ['matches', 'first_review_on'],
  ['matches', 'child_agreed_on'],
  ['matches', 'risk_accepted_on'],
] as const
