import { check, type Guard } from './guard.ts'

const OF_THE_WEB = "coalesce(website, '') = '' or website ~* '^https?://'"
const ONE_SUBJECT = '(application_id is null) <> (volunteer_id is null)'

/** What every row of a table meets, area by area; calendar dates stand in a list of their own. */
export const soundRows: readonly Guard[] = [
  check({ table: 'form_drafts', name: 'form_drafts_are_bounded', holds: 'octet_length(answers::text) <= 60000' }),

  check({ table: 'sibling_links', name: 'nobody_is_their_own_sibling', holds: 'child_id <> sibling_id' }),

  check({ table: 'directory_entries', name: 'directory_entries_website_is_of_the_web', holds: OF_THE_WEB }),
  check({ table: 'directory_suggestions', name: 'directory_suggestions_website_is_of_the_web', holds: OF_THE_WEB }),
  check({
    table: 'directory_entries',
    name: 'directory_entries_ages_in_order',
    holds: 'age_from is null or age_to is null or age_from <= age_to',
  }),
  check({
    table: 'directory_entries',
    name: 'directory_entries_cost_is_said',
    holds: "cost <> 'price' or cost_pence > 0",
  }),

  check({ table: 'self_declarations', name: 'self_declarations_have_one_subject', holds: ONE_SUBJECT }),
  check({ table: 'volunteer_references', name: 'volunteer_references_have_one_subject', holds: ONE_SUBJECT }),

  check({
    table: 'consent_captures',
    name: 'confirmed_by_a_second_person',
    holds: "status <> 'confirmed' or (confirmed_by_id is not null and confirmed_by_id is distinct from entered_by_id)",
  }),

  check({
    table: 'meetings',
    name: 'a_home_is_kept_apart',
    holds: "place_kind not in ('home', 'private') or place = 'At home'",
  }),

  check({ table: 'child_merges', name: 'two_records_are_joined', holds: 'keep_id <> leave_id' }),
  check({
    table: 'child_merges',
    name: 'another_person_joins_them',
    holds:
      "status <> 'done' or (carried_out_by_id is not null and proposed_by_id is not null and carried_out_by_id <> proposed_by_id)",
  }),
]
