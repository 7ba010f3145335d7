import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * Where a parent's language was written in words although the list has it, it moves into the list, which says in what
 * language the form
 * is given. Not where that would keep somebody from being written to who is being asked now, or has answered in
 * English, and has no
 * adopted words in that language yet: there the words stay as they are, for the office to decide.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(MOVE_INTO_LIST))
}

/** The words stand beside the list again; the list keeps what it has, for nothing tells which of it was moved. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
    with ${LISTED_ROWS}
    update guardians g set language = initcap(l.name) from listed l where g.form_language::text = l.code and coalesce(trim(g.language), '') = ''
  `),
  )
}

/** The list as it is at this migration. */
const LISTED = [
  ['ar', 'arabic'],
  ['bn', 'bengali'],
  ['cy', 'welsh'],
  ['ne', 'nepali'],
  ['pl', 'polish'],
  ['pt', 'portuguese'],
  ['ro', 'romanian'],
  ['tr', 'turkish'],
  ['uk', 'ukrainian'],
  ['ur', 'urdu'],
] as const

const LISTED_ROWS = `listed (code, name) as (values ${LISTED.map(([code, name]) => `('${code}', '${name}')`).join(', ')})`

/** What moves them. */
export const MOVE_INTO_LIST = `
    with ${LISTED_ROWS}
    update guardians g set form_language = l.code::enum_guardians_form_language, language = null
    from listed l
    where lower(trim(g.language)) = l.name
      and (g.form_language::text = l.code
        or (g.form_language is null
          and (not exists (select from consent_requests r where r.guardian_id = g.id and r.status in ('open', 'signed'))
            or exists (select from policy_translations t join policy_versions v on v.id = t.version_id and v.status = 'adopted' where t.language::text = l.code and t.status = 'adopted'))))`
