import { routine, trigger, withheld, type Guard } from './guard.ts'

/** What keeps an adopted version as it is, and one that is to be adopted on a later day, for the owner too. */
const versions: readonly Guard[] = [
  routine({
    name: 'refuse_change_of_adopted()',
    is: `returns trigger language plpgsql as $$
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
    $$`,
  }),
  trigger({
    name: 'adopted_versions_stay',
    table: 'policy_versions',
    fires: 'before update or delete',
    when: "old.status in ('adopted', 'superseded')",
    calls: 'refuse_change_of_adopted()',
  }),
  routine({
    name: 'refuse_change_of_scheduled()',
    is: `returns trigger language plpgsql as $$
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
    $$`,
  }),
  trigger({
    name: 'scheduled_versions_stay',
    table: 'policy_versions',
    fires: 'before update or delete',
    when: "old.status::text = 'scheduled'",
    calls: 'refuse_change_of_scheduled()',
  }),
  trigger({
    name: 'policy_versions_stay',
    table: 'policy_versions',
    fires: 'before truncate',
    each: 'statement',
    calls: 'refuse_change()',
  }),
]

/** The same once more by row-level security: the application has no right to an adopted version's words. */
const wordsBeyondReach: readonly Guard[] = [
  routine({
    name: 'keeps_adopted_words(version uuid, words jsonb, version_number text)',
    calledBy: 'application',
    is: `returns boolean language sql stable security definer set search_path = public, pg_temp as $$
      select not exists (select from policy_versions v where v.id = version and v.status::text in ('adopted', 'superseded') and (v.text, v.number::text) is distinct from (words, version_number))
    $$`,
  }),
  {
    up: `
    alter table policy_versions enable row level security;
    create policy versions_are_read on policy_versions for select to mentoring_application using (true);
    create policy versions_are_drafted on policy_versions for insert to mentoring_application with check (true);
    create policy adopted_words_stay on policy_versions for update to mentoring_application using (true) with check (keeps_adopted_words(id, text, number::text));
    create policy adopted_versions_are_not_removed on policy_versions for delete to mentoring_application using (status::text in ('draft', 'proposed'));`,
    down: `
    drop policy adopted_versions_are_not_removed on policy_versions;
    drop policy adopted_words_stay on policy_versions;
    drop policy versions_are_drafted on policy_versions;
    drop policy versions_are_read on policy_versions;
    alter table policy_versions disable row level security;`,
  },
]

/** What keeps adopted words in other languages as they are. */
const translations: readonly Guard[] = [
  routine({
    name: 'refuse_change_of_translation()',
    is: `returns trigger language plpgsql as $$
    begin
      raise exception 'Adopted words in another language cannot be changed or removed.' using errcode = 'restrict_violation';
    end
    $$`,
  }),
  trigger({
    name: 'adopted_translations_stay',
    table: 'policy_translations',
    fires: 'before update or delete',
    when: "old.status::text = 'adopted'",
    calls: 'refuse_change_of_translation()',
  }),
  trigger({
    name: 'policy_translations_stay',
    table: 'policy_translations',
    fires: 'before truncate',
    each: 'statement',
    calls: 'refuse_change()',
  }),
  withheld({ rights: 'delete, truncate', tables: ['policy_translations'] }),
]

export const policies: readonly Guard[] = [...versions, ...wordsBeyondReach, ...translations]
