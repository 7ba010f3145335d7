import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind children's records in the database itself: calendar dates, nobody their own sibling, and a scale
 * of support to begin with.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} add constraint ${table}_${column}_is_a_date check ("${column}" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "${column}" = to_char(to_date("${column}", 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
    alter table sibling_links add constraint nobody_is_their_own_sibling check (child_id <> sibling_id);
    insert into support_levels (id, place, name, needs, offered, row_version, created_at, updated_at) values
      ('5ca1e000-0000-4000-8000-000000000001', 1, 'A little help', 'One thing is hard, and family and school are coping.', 'Camps, clubs and meet-ups; a mentor once a month.', 1, now(), now()),
      ('5ca1e000-0000-4000-8000-000000000002', 2, 'Regular help', 'Several things are hard, or one has lasted.', 'A mentor every week or fortnight, goals with the school, the progress star.', 1, now(), now()),
      ('5ca1e000-0000-4000-8000-000000000003', 3, 'A lot of help', 'Things are hard at home and at school, and others are involved.', 'A mentor every week, key workers in the plan, referral to a professional, grants for what stands in the way.', 1, now(), now());
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    delete from support_levels;
    alter table sibling_links drop constraint nobody_is_their_own_sibling;
    ${CALENDAR_DATES.map(([table, column]) => `alter table ${table} drop constraint ${table}_${column}_is_a_date;`).join('\n')}
  `),
  )
}

const CALENDAR_DATES = [
  ['children', 'held_in_year_on'],
  ['key_workers', 'since'],
  ['key_workers', 'until'],
  ['education_entries', 'since'],
  ['plans', 'made_on'],
  ['plan_parts', 'from'],
  ['plan_parts', 'until'],
  ['barriers', 'removed_on'],
] as const
