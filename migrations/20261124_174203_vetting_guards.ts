import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind the vetting of volunteers in the database itself: notes on a DBS check that only ever grow,
 * calendar dates, one
 * hand-over and one wish at a time, nobody with more children than they may have; and the training that the programme
 * begins with.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${FINAL_TABLES.map((table) => `create trigger ${table}_are_final before update or delete or truncate on ${table} for each statement execute function refuse_change();`).join('\n')}
    revoke update, delete, truncate on ${FINAL_TABLES.join(', ')} from mentoring_application;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} add constraint ${table}_${column}_is_a_date check ("${column}" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "${column}" = to_char(to_date("${column}", 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
    create unique index one_open_handover_a_match on handovers (match_id) where status in ('needed', 'begun');
    create unique index one_open_wish_a_volunteer on standing_requests (volunteer_id) where status = 'open';
    insert into training_kinds (id, name, required_before_match) values ('5b1c0e3a-7a52-4c1e-9d0b-2f6f3f0a7c11', 'Star programme', true), ('c8a4f7de-90b3-4d52-8a6e-61d0b9e45f22', 'What not to talk about', true);
    create function keep_to_capacity() returns trigger language plpgsql as $$
    declare
      most numeric := greatest(
        coalesce((select volunteer_capacity from programme_settings limit 1), 2),
        coalesce((select max(children) from capacity_overrides where volunteer_id = new.volunteer_id and status = 'approved'), 0));
    begin
      if (select count(*) from matches where volunteer_id = new.volunteer_id and status = 'active' and id <> new.id) + 1 > most then
        raise exception 'This volunteer has as many children as they may have.' using errcode = 'restrict_violation';
      end if;
      return new;
    end
    $$;
    create trigger volunteers_keep_to_capacity before insert or update of status, volunteer_id on matches for each row when (new.status = 'active') execute function keep_to_capacity();
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    drop trigger volunteers_keep_to_capacity on matches;
    drop function keep_to_capacity();
    delete from training_kinds where name in ('Star programme', 'What not to talk about') and not exists (select from trainings t where t.kind_id = training_kinds.id);
    drop index one_open_wish_a_volunteer;
    drop index one_open_handover_a_match;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} drop constraint ${table}_${column}_is_a_date;`).join('\n')}
    ${FINAL_TABLES.map((table) => `drop trigger ${table}_are_final on ${table};`).join('\n')}
  `),
  )
}

const FINAL_TABLES = ['dbs_disclosures', 'dbs_status_checks']

const CALENDAR_DATES = [
  ['volunteers', 'standing_since'],
  ['vetting_records', 'update_consent_on'],
  ['dbs_disclosures', 'shown_on'],
  ['dbs_status_checks', 'checked_on'],
  ['dbs_status_checks', 'holds_until'],
  ['trainings', 'taken_on'],
  ['trainings', 'valid_until'],
  ['availabilities_away', 'from'],
  ['availabilities_away', 'until'],
  ['handovers', 'needed_since'],
] as const
