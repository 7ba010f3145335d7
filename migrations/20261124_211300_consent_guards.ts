import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind consent in the database: two people for what was said on paper or by telephone, which then never
 * changes, and real dates.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    alter table consent_captures add constraint confirmed_by_a_second_person check (status <> 'confirmed' or (confirmed_by_id is not null and confirmed_by_id is distinct from entered_by_id));
    create function refuse_change_of_capture() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'What was said on paper or by telephone cannot be removed.' using errcode = 'restrict_violation';
      end if;
      if to_jsonb(old) - 'child_id' = to_jsonb(new) - 'child_id' and is_being_joined(old.child_id, new.child_id) then
        return new;
      end if;
      if (to_jsonb(old) - array[${LATER.map((column) => `'${column}'`).join(', ')}]) is distinct from (to_jsonb(new) - array[${LATER.map((column) => `'${column}'`).join(', ')}]) or old.status <> 'entered' then
        raise exception 'What was said on paper or by telephone cannot be changed.' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$;
    select guard_child_references();
    create trigger captures_stay before update or delete on consent_captures for each row execute function refuse_change_of_capture();
    revoke delete, truncate on consent_captures from mentoring_application;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} add constraint ${table}_${column}_is_a_date check (${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and ${column} = to_char(to_date(${column}, 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} drop constraint ${table}_${column}_is_a_date;`).join('\n')}
    drop trigger captures_stay on consent_captures;
    drop function refuse_change_of_capture();
    alter table consent_captures drop constraint confirmed_by_a_second_person;
  `),
  )
}

/** What the second person's step writes. */
const LATER = ['status', 'confirmed_by_id', 'confirmed_at', 'refused_reason', 'row_version', 'updated_at']

const CALENDAR_DATES = [
  ['consents', 'valid_until'],
  ['consent_captures', 'decided_on'],
] as const
