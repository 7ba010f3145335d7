import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * How people are found and listed. What people write is sorted as they read it (“Émile” before “Finn”, “de Souza” beside
 * “Demo”), by the collation that every PostgreSQL with ICU has. And each table with such texts keeps them together in
 * `found_by`, without accents, apostrophes, capitals and signs, in which the lists look for words. PostgreSQL fills it;
 * no extension is needed.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(FOLDED))
  for (const [table, columns] of Object.entries(TEXTS)) {
    const names = columns.split(' ')
    await db.execute(
      sql.raw(`${sortedBy({ table, collation: 'und-x-icu' })}
      alter table ${table} add column found_by text generated always as (folded(${names.map((name) => `coalesce(${name}, '')`).join(" || ' ' || ")})) stored;`),
    )
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const table of Object.keys(TEXTS).toReversed())
    await db.execute(
      sql.raw(`alter table ${table} drop column found_by;
      ${sortedBy({ table, collation: 'default' })}`),
    )
  await db.execute(sql.raw('drop function folded(text);'))
}

const sortedBy = ({ table, collation }: { table: string; collation: string }): string =>
  `alter table ${table} ${(TEXTS[table] ?? '')
    .split(' ')
    .filter((name) => `${table}.${name}` !== NO_WORDS)
    .map((name) => `alter column ${name} type varchar collate "${collation}"`)
    .join(', ')};`

/** A number such as “1.10”, by which a policy of the database holds the first wording. */
const NO_WORDS = 'policy_versions.number'

/** The same as `folded` of the programme (src/core/search/folded.ts); a test holds the two together. */
const FOLDED = `
create function folded(text) returns text language sql immutable strict parallel safe as $$
  select trim(regexp_replace(
    replace(replace(replace(replace(
      translate(
        regexp_replace(lower(normalize(translate($1, '''’‘‛ʼʻʹʽ\`´′＇', ''), NFKD) collate "und-x-icu"), '[\\u0300-\\u036f]', '', 'g'),
        'łøđðħıŧŋς', 'loddhitnσ'),
      'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th') collate "und-x-icu",
    '[^[:alnum:]]+', ' ', 'g'))
$$;`

/** The texts that people write and everybody who reads the record may read, table by table. */
const TEXTS: Readonly<Record<string, string>> = {
  children: 'name known_as school',
  families: 'name home_address',
  guardians: 'name relationship email mobile contact_words language',
  key_workers: 'name role organisation email telephone note',
  child_backgrounds: 'background',
  medical_needs: 'allergies medication access_needs in_an_emergency',
  memberships: 'attended',
  education_entries: 'place note',
  volunteers: 'name mobile standing_reason',
  users: 'name email',
  account_changes: 'new_address why',
  support_levels: 'name needs offered',
  policies: 'title',
  policy_versions: 'number changes adopted_by signed_by',
  policy_translations: 'translated_by',
  policy_acceptances: 'typed_name text_digest',
  plans: 'child_not_because childs_words parents_not_because others_took_part summary',
  plan_parts: 'title with_whom note',
  barriers: 'what remedy_words removed_how',
  directory_entries: 'organisation needs phone email website how_to_refer cost_words area taken_off_reason',
  directory_suggestions: 'organisation phone website words answer',
  directory_categories: 'name',
  guidance_pages: 'title address',
  programme_values: 'name heading',
  incoming_referrals:
    'child_name child_school main_reason referrer_name referrer_place referrer_email referrer_phone family_contact set_aside_reason',
  referrals: 'referrer_name main_reason concern decision_reason',
  referral_words: 'about text said_by',
  referral_voices: 'reason',
  view_requests: 'name email question',
  goals: 'title outcome measure',
  applications:
    'name email mobile home_address why skills interests languages availability earlier_involvement interview_place interviewed_with decision_reason',
  volunteer_references: 'referee_name referee_email referee_telephone how_known',
  reference_answers: 'known_for suitability worry_words set_aside_reason',
  self_declarations: 'words',
  interview_notes: 'words',
  vetting_records: 'certificate_number withdrawn_reason',
  dbs_disclosures: 'shown_to purpose',
  trainings: 'withdrawn_reason',
  training_kinds: 'name',
  pause_requests: 'words',
  capacity_overrides: 'reason',
  consent_requests: 'signed_name signed_relationship decline_reason',
  consent_captures: 'signed_name about refused_reason',
  call_requests: 'best_time words note',
  matches: 'school_reason end_reason',
  handovers: 'closed_reason',
  meetings: 'place',
  meeting_addresses: 'address',
  session_logs: 'location run_by attendees activities outcomes comment values_lived',
  log_addenda: 'text',
  log_readings: 'word',
  working_list_entries: 'name age_given reason mentor_given goals comment off_reason',
  child_merges: 'why',
}
