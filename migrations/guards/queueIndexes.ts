import { index, type Guard } from './guard.ts'

/**
 * Indexes in the order in which pages and the queues of Today show their first rows, and narrow ones over what a whole
 * programme is counted by, so that these cost the same however long the history is.
 */
const INDEXES = {
  sessions_ends_at: 'sessions (ends_at)',
  children_by_birth: 'children (born_on)',
  memberships_of: 'memberships (child_id) include (since, until)',

  policy_acceptances_of: 'policy_acceptances (user_id, version_id) include (accepted_at)',

  referrals_to_decide: "referrals (received_on, created_at) where status in ('received', 'more-asked')",
  referrals_accepted: "referrals (child_id, decided_at) include (received_on, main_reason) where status = 'accepted'",

  applications_undecided:
    "applications (status, received_on) where status in ('received', 'considered', 'interview-planned', 'interviewed')",
  applications_by_address: 'applications (lower(email))',
  vetting_records_by_end: "vetting_records (valid_until) where status = 'standing'",
  trainings_by_end: "trainings (valid_until) where status = 'standing' and valid_until is not null",

  consents_by_end: "consents (valid_until) where answer = 'yes' and valid_until is not null",
  consents_without_end: "consents (decided_on) where answer = 'yes' and valid_until is null",

  matches_active: "matches (child_id) include (starts_on, ends_on) where status = 'active'",

  meetings_open: "meetings (starts_at) where status in ('proposed', 'confirmed')",
  meetings_open_by_child: "meetings (child_id, starts_at) where status in ('proposed', 'confirmed')",
  meetings_open_by_volunteer: "meetings (volunteer_id, starts_at) where status in ('proposed', 'confirmed')",
  meetings_to_confirm: "meetings (starts_at) where status = 'proposed'",
  session_logs_of_writer: 'session_logs (written_by_id, held_on desc, submitted_at desc)',
  session_logs_latest: 'session_logs (held_on desc, submitted_at desc)',
  session_logs_latest_sent: 'session_logs (submitted_at desc)',
}

export const queueIndexes: readonly Guard[] = Object.entries(INDEXES).map(([name, on]) => index({ name, on }))
