import { index, type Guard } from './guard.ts'

/** What stands once, area by area. docs/locks.md lists them with what they protect. */
const ONLY_ONE = {
  one_address_waits_for_each_proposer:
    "account_changes (user_id, proposed_by_id) where status = 'proposed' and kind = 'address'",

  one_adopted_version_a_policy: "policy_versions (policy_id) where status = 'adopted'",
  one_number_a_policy: 'policy_versions (policy_id, number)',
  one_translation_a_language: 'policy_translations (version_id, language)',
  one_acceptance_a_version: 'policy_acceptances (version_id, user_id)',

  one_voice_a_member: 'referral_voices (referral_id, kind, by_id)',

  one_declaration_an_application: 'self_declarations (application_id)',
  one_live_answer_a_reference: "reference_answers (reference_id) where status <> 'set-aside'",
  one_open_wish_a_volunteer: "pause_requests (volunteer_id) where status = 'open'",

  one_open_request_a_guardian:
    "consent_requests (child_id, guardian_id) where status in ('open', 'signed', 'declined')",
  one_call_waits_for_each_link: "call_requests (consent_request_id) where status = 'asked'",

  one_active_match_a_child: "matches (child_id) where status = 'active'",
  one_open_handover_a_match: "handovers (match_id) where status in ('needed', 'begun')",

  one_listed_row_a_child: "working_list_entries (child_id) where status = 'listed'",

  one_merge_a_record: "child_merges (leave_id) where status in ('proposed', 'done')",
}

export const onlyOne: readonly Guard[] = Object.entries(ONLY_ONE).map(([name, on]) => index({ name, on, unique: true }))
