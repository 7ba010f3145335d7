import { check, type Guard } from './guard.ts'

/** The columns that hold a calendar date as text, area by area. */
const CALENDAR_DATES: Readonly<Record<string, readonly string[]>> = {
  role_grants: ['starts_on', 'ends_on'],
  account_changes: ['starts_on', 'ends_on'],
  designations: ['ends_on', 'cover_from', 'cover_until'],
  volunteers: ['born_on', 'standing_since'],
  availabilities_away: ['from', 'until'],
  children: ['born_on', 'held_in_year_on'],
  memberships: ['since', 'until'],
  key_workers: ['since', 'until'],
  education_entries: ['since'],

  policy_versions: ['review_on', 'grace_until', 'adopted_on', 'adopts_on'],
  policy_translations: ['adopted_on'],

  plans: ['made_on'],
  plan_parts: ['from', 'until'],
  barriers: ['removed_on'],

  directory_entries: ['checked_on', 'doubted_on'],

  incoming_referrals: ['answer_by', 'child_born_on'],
  referrals: ['received_on'],

  applications: ['born_on', 'received_on', 'interviewed_on'],
  self_declarations: ['declared_on'],
  reference_answers: ['spoken_on', 'held_on'],
  vetting_records: ['taken_on', 'valid_until', 'update_consent_on'],
  dbs_disclosures: ['shown_on'],
  dbs_status_checks: ['checked_on', 'holds_until'],
  trainings: ['taken_on', 'valid_until'],

  consents: ['decided_on', 'valid_until'],
  consent_captures: ['decided_on'],

  matches: [
    'starts_on',
    'ends_on',
    'goals_set_on',
    'parents_met_on',
    'introduced_on',
    'first_review_on',
    'child_agreed_on',
    'risk_accepted_on',
  ],
  handovers: ['needed_since'],

  meetings: ['agreed_on'],
  session_logs: ['held_on'],
}

/** Each is a day that there is: PostgreSQL would otherwise make 3 March of 31 February. */
export const calendarDates: readonly Guard[] = Object.entries(CALENDAR_DATES).flatMap(([table, columns]) =>
  columns.map((column) =>
    check({
      table,
      name: `${table}_${column}_is_a_date`,
      holds: `"${column}" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and "${column}" = to_char(to_date("${column}", 'YYYY-MM-DD'), 'YYYY-MM-DD')`,
    }),
  ),
)
