import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What keeps an adopted version as it is in the database itself, twice over: triggers, which hold for the owner too,
 * and row-level
 * security, by which the application's role has no right to change the words of a version once it is adopted, or to
 * remove it.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    alter table policy_versions add constraint policy_versions_adopts_on_is_a_date check (adopts_on ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and adopts_on = to_char(to_date(adopts_on, 'YYYY-MM-DD'), 'YYYY-MM-DD'));
    create function refuse_change_of_scheduled() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'A version that is to be adopted cannot be removed.' using errcode = 'restrict_violation';
      end if;
      if new.status::text not in ('scheduled', 'adopted', 'draft')
        or (old.policy_id, old.number, old.text, old.changes, old.author_id) is distinct from (new.policy_id, new.number, new.text, new.changes, new.author_id)
        or (new.status::text = 'adopted' and (old.adopts_on, old.adopted_by, old.signed_by, old.adopted_by_user_id) is distinct from (new.adopted_on, new.adopted_by, new.signed_by, new.adopted_by_user_id)) then
        raise exception 'A version that is to be adopted cannot be changed.' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$;
    create trigger scheduled_versions_stay before update or delete on policy_versions for each row when (old.status::text = 'scheduled') execute function refuse_change_of_scheduled();
    create trigger policy_versions_stay before truncate on policy_versions for each statement execute function refuse_change();
    create function keeps_adopted_words(version uuid, words jsonb, version_number text) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select not exists (select from policy_versions v where v.id = version and v.status::text in ('adopted', 'superseded') and (v.text, v.number::text) is distinct from (words, version_number))
    $$;
    revoke all on function keeps_adopted_words(uuid, jsonb, text) from public;
    grant execute on function keeps_adopted_words(uuid, jsonb, text) to mentoring_application;
    alter table policy_versions enable row level security;
    create policy versions_are_read on policy_versions for select to mentoring_application using (true);
    create policy versions_are_drafted on policy_versions for insert to mentoring_application with check (true);
    create policy adopted_words_stay on policy_versions for update to mentoring_application using (true) with check (keeps_adopted_words(id, text, number::text));
    create policy adopted_versions_are_not_removed on policy_versions for delete to mentoring_application using (status::text in ('draft', 'proposed'));
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop policy adopted_versions_are_not_removed on policy_versions;
    drop policy adopted_words_stay on policy_versions;
    drop policy versions_are_drafted on policy_versions;
    drop policy versions_are_read on policy_versions;
    alter table policy_versions disable row level security;
    drop function keeps_adopted_words(uuid, jsonb, text);
    drop trigger policy_versions_stay on policy_versions;
    drop trigger scheduled_versions_stay on policy_versions;
    drop function refuse_change_of_scheduled();
    alter table policy_versions drop constraint policy_versions_adopts_on_is_a_date;
  `),
  )
}
