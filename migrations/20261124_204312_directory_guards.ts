import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What stands behind the directory in the database itself: calendar dates, web addresses that are nothing else, ages in
 * order, a price where one is said; and the kinds of places and the values that a programme begins with.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    ${CALENDAR_DATES.map((column) => `alter table directory_entries add constraint directory_entries_${column}_is_a_date check ("${column}" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "${column}" = to_char(to_date("${column}", 'YYYY-MM-DD'), 'YYYY-MM-DD'));`).join('\n')}
    ${WITH_WEBSITE.map((table) => `alter table ${table} add constraint ${table}_website_is_of_the_web check (coalesce(website, '') = '' or website ~* '^https?://');`).join('\n')}
    alter table directory_entries add constraint directory_entries_ages_in_order check (age_from is null or age_to is null or age_from <= age_to);
    alter table directory_entries add constraint directory_entries_cost_is_said check (cost <> 'price' or cost_pence > 0);
    insert into directory_categories (id, name, in_use) values ${CATEGORIES.map(([id, name]) => `('${id}', '${name}', true)`).join(', ')};
    insert into programme_values (name, heading, place, in_use) values ${VALUES.map(([heading, name], index) => `('${name}', '${heading}', ${index + 1}, true)`).join(', ')};
  `),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    alter table directory_entries drop constraint directory_entries_cost_is_said;
    alter table directory_entries drop constraint directory_entries_ages_in_order;
    ${WITH_WEBSITE.map((table) => `alter table ${table} drop constraint ${table}_website_is_of_the_web;`).join('\n')}
    ${CALENDAR_DATES.map((column) => `alter table directory_entries drop constraint directory_entries_${column}_is_a_date;`).join('\n')}
    delete from programme_values where name in (${VALUES.map(([, name]) => `'${name}'`).join(', ')});
    delete from directory_categories c where id in (${CATEGORIES.map(([id]) => `'${id}'`).join(', ')})
      and not exists (select from directory_entries e where e.category_id = c.id) and not exists (select from directory_suggestions s where s.category_id = c.id);
  `),
  )
}

const CALENDAR_DATES = ['checked_on', 'doubted_on'] as const

const WITH_WEBSITE = ['directory_entries', 'directory_suggestions'] as const

const CATEGORIES = [
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a01', 'Sports'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a02', 'Counselling'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a03', 'Bereavement'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a04', 'Young carers'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a05', 'Mentoring elsewhere'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a06', 'Tutoring'],
  ['0d3a6c10-51c2-4a07-8f11-3b6a1c9e2a07', 'Others'],
] as const

const VALUES = [
  ['Above all', 'Give everything a try'],
  ['Above all', 'Keep it fun'],
  ['Security', 'Trust'],
  ['Security', 'Reliability'],
  ['Security', 'Absolute trust'],
  ['Security', 'Resilience'],
  ['Security', 'Self-esteem'],
  ['Protection', 'Safe'],
  ['Protection', 'Participation'],
  ['Protection', 'Try everything'],
  ['Spirit', 'Fun'],
  ['Spirit', 'Generosity of spirit'],
  ['Spirit', 'Kindness'],
  ['Spirit', 'Positivity'],
  ['Inclusion', 'Belonging'],
  ['Inclusion', 'Family'],
  ['Inclusion', 'Supportive of each other'],
  ['Inclusion', 'Support'],
  ['Inclusion', 'Teamwork'],
  ['Inclusion', 'Team player'],
  ['Other', 'Professional'],
  ['Other', 'Health and exercise'],
  ['Other', 'Good behaviour'],
] as const
