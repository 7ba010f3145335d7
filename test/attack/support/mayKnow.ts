import type { Cell } from './cells.ts'
import type { Somebody } from './everybody.ts'

/**
 * Something that a reader may know: columns, each by its name or all of a table’s, and of which records: all, or those
 * that refer to one of these things of theirs.
 */
type May = { of?: readonly string[]; columns: readonly string[] }

/** On every page, for whoever comes: how the charity is called and reached. */
const PUBLIC: May = {
  columns: [
    'programme_settings.charity_name',
    'programme_settings.programme_name',
    'programme_settings.office_email',
    'programme_settings.office_phone',
    'programme_settings.office_address',
  ],
}
/** One's own account. */
const ACCOUNT: May = { of: ['user'], columns: ['users.*', 'role_grants.*', 'policy_acceptances.*'] }
/** For everybody with a role [POL-4, GUI-1]. */
const HOUSE: May = {
  columns: [
    'policies.title',
    'policy_versions.text',
    'policy_versions.changes',
    'policy_versions.adopted_by',
    'policy_versions.signed_by',
    'policy_versions.adopted_in',
    'policy_versions.review_in',
    'programme_values.*',
    'guidance_pages.*',
  ],
}
/** For everybody who enters the panel. */
const SETTINGS: May = { columns: ['programme_settings.*'] }
/** One's own record as a volunteer [VOL-8: nobody else's home]. */
const RECORD: May = { of: ['volunteer'], columns: ['volunteers.*', 'availabilities.*', 'pause_requests.*'] }
/**
 * For every volunteer: the places outside but not what the committee notes about them, the kinds of training, and where
 * meetings in public are [DIR-1, MTG-4].
 */
const PORTAL: May = {
  columns: [
    'directory_categories.*',
    'directory_entries.organisation',
    'directory_entries.needs',
    'directory_entries.phone',
    'directory_entries.email',
    'directory_entries.website',
    'directory_entries.how_to_refer',
    'directory_entries.cost_words',
    'directory_entries.area',
    'directory_entries.taken_off_reason',
    'training_kinds.*',
    'meetings.place',
  ],
}
/**
 * What one wrote and agreed oneself stays readable when the match is over, and by which name the child was called in it
 * [MAT-7].
 */
const WORK: readonly May[] = [
  { of: ['volunteer'], columns: ['session_logs.*', 'log_addenda.*', 'meetings.*'] },
  { of: ['child'], columns: ['children.known_as'] },
]
/**
 * For who has a child: by name the other volunteers, to ask one along to a cinema, and the contact in the committee
 * [MTG-3, MAT-2].
 */
const MENTOR: readonly May[] = [
  { columns: ['volunteers.name', 'volunteers.name surname'] },
  { of: ['contact'], columns: ['users.name', 'users.name surname'] },
]
/** The child, its parents and their need, while matched or chosen [MAT-7]: never the family's address. */
const CHILD: readonly May[] = [
  {
    of: ['child'],
    columns: [
      'children.name',
      'children.name surname',
      'children.known_as',
      'children.school',
      'child_backgrounds.*',
      'medical_needs.*',
      'plans.summary',
      'plans.childs_words',
      'plan_parts.*',
      'barriers.*',
      'goals.*',
      'education_entries.place',
    ],
  },
  { of: ['guardian'], columns: ['guardians.*'] },
  { of: ['match'], columns: ['matches.*', 'session_logs.*', 'meeting_addresses.*'] },
]
/**
 * For who comes along, on the day itself: name, place and contacts, the one on the committee too [MTG-3, MAT-7, SAF-3]. The interface of the panel, into
 * which no volunteer is let, has the whole meeting; its page leaves the reason out.
 */
const ALONG: readonly May[] = [
  { of: ['child'], columns: ['children.known_as'] },
  { of: ['guardian'], columns: ['guardians.name', 'guardians.name surname', 'guardians.mobile'] },
  { columns: ['volunteers.name', 'volunteers.name surname'] },
  { of: ['meeting'], columns: ['meetings.reason'] },
  { of: ['contact'], columns: ['users.name', 'users.name surname'] },
]
const VOLUNTEER: readonly May[] = [PUBLIC, ACCOUNT, HOUSE, RECORD, PORTAL]
/**
 * What a parent reads back: the form, and what they themselves answered and asked [CON-7]; of the other parent nothing
 * [CON-6].
 */
const PARENT: readonly May[] = [
  PUBLIC,
  { of: ['child'], columns: ['children.name', 'children.name surname', 'children.known_as'] },
  {
    of: ['request'],
    columns: [
      'consent_requests.signed_name',
      'consent_requests.signed_relationship',
      'consent_requests.wording',
      'consent_copies.facts',
      'call_requests.*',
    ],
  },
  { of: ['guardian'], columns: ['guardians.name', 'guardians.name surname', 'guardians.email'] },
]

/** The same while the child is matched: the volunteer’s first name [MAT-12], and whom on the committee to ask [SAF-2]. */
const MATCHED_PARENT: readonly May[] = [
  ...PARENT,
  { of: ['volunteer'], columns: ['volunteers.name'] },
  { of: ['contact'], columns: ['users.name', 'users.name surname'] },
]

/** For the co-ordinator and the committee: everything but what nobody is to read. */
const OFFICE: readonly May[] = [{ columns: ['*'] }]
/**
 * What no reader of any kind is told: sign-ins and their secrets, what links are known by, what others have half
 * written, who is counted how often; the audit but for those who look after it [DAT-1, DAT-2].
 */
const NOBODY = [
  'sessions.*',
  'credentials.*',
  'sign_in_links.*',
  'form_drafts.*',
  'past_consent_links.*',
  'consent_email_codes.*',
  'rate_limits.*',
  'idempotency_keys.*',
  'payload_kv.*',
  'mail_event_signatures.*',
  'payload_preferences.*',
  '*.link_digest',
  '*.present_link_digest',
  '*.new_link_digest',
]

/** Who may know what, written by hand from the rules. Whoever is not here knows nothing. */
const MAY_KNOW: Readonly<Record<string, readonly May[]>> = {
  anonymous: [PUBLIC],
  'closed account': [PUBLIC],
  'reopened account': [PUBLIC],
  'ended session': [PUBLIC],
  'sleeping session': [PUBLIC],
  'somebody without a role': [PUBLIC, ACCOUNT],
  'paused volunteer': [PUBLIC, ACCOUNT, HOUSE],
  'unmatched volunteer': VOLUNTEER,
  'unchosen volunteer': VOLUNTEER,
  'former volunteer': [...VOLUNTEER, ...WORK],
  'outlasted volunteer': [...VOLUNTEER, ...WORK],
  'proposed volunteer': [...VOLUNTEER, ...CHILD],
  'matched volunteer': [...VOLUNTEER, ...CHILD, ...WORK, ...MENTOR],
  'other volunteer': [...VOLUNTEER, ...CHILD, ...WORK, ...MENTOR],
  'second volunteer today': [...VOLUNTEER, ...ALONG],
  'second volunteer next week': VOLUNTEER,
  'second volunteer last week': VOLUNTEER,
  trustee: [PUBLIC, ACCOUNT, HOUSE, SETTINGS, { columns: ['policy_translations.*'] }],
  // Accounts, settings and whether messages arrive: no case note, no child, no parent.
  administrator: [
    PUBLIC,
    ACCOUNT,
    HOUSE,
    SETTINGS,
    {
      columns: [
        'users.*',
        'role_grants.*',
        'designations.*',
        'account_changes.*',
        'support_levels.*',
        'notifications.*',
      ],
    },
  ],
  'co-ordinator': OFFICE,
  committee: OFFICE,
  'safeguarding lead': OFFICE,
  'parent before the check': [PUBLIC],
  'parent after the check': PARENT,
  'parent who signed': MATCHED_PARENT,
  'second parent who signed': MATCHED_PARENT,
  'parent who withdrew': PARENT,
  'referrer by the track link': [
    PUBLIC,
    {
      of: ['incoming'],
      columns: ['incoming_referrals.reference', 'incoming_referrals.referrer_name', 'referral_words.*'],
    },
  ],
  'somebody whose view is asked': [
    PUBLIC,
    { of: ['view'], columns: ['view_requests.name', 'view_requests.question'] },
    { of: ['child'], columns: ['children.known_as'] },
  ],
  'referrer by a draft': [
    PUBLIC,
    { of: ['draft'], columns: ['form_drafts.answers', 'form_drafts.email'] },
    { columns: ['programme_settings.referral_reasons'] },
  ],
  'applicant by a draft': [
    PUBLIC,
    { of: ['draft'], columns: ['form_drafts.answers', 'form_drafts.email'] },
    { columns: ['programme_settings.volunteer_skills'] },
  ],
  'applicant by the track link': [
    PUBLIC,
    {
      of: ['application'],
      columns: [
        'applications.code',
        'applications.name',
        'applications.interview_place',
        'applications.interview_wish',
      ],
    },
  ],
  'referee before answering': [PUBLIC, { of: ['application'], columns: ['applications.name'] }],
  'referee after answering': [PUBLIC],
}

/** Whether this reader may know what stands in this cell. */
export const mayKnow = ({
  name,
  somebody,
  cell,
}: {
  name: string
  somebody: Pick<Somebody, 'own'>
  cell: Cell
}): boolean => {
  const may = MAY_KNOW[name] ?? []
  const hidden =
    NOBODY.some((pattern) => matches(pattern, cell.column)) ||
    (cell.column.startsWith('audit_') && name !== 'safeguarding lead')
  return may.some(
    ({ of, columns }) =>
      (of === undefined || of.some((thing) => isAbout({ cell, id: somebody.own[thing] }))) &&
      columns.some((pattern) => matches(pattern, cell.column) && (!hidden || pattern === cell.column)),
  )
}

/** Everybody in the table, so that a reader who is added is not passed over. */
export const KNOWN_READERS = Object.keys(MAY_KNOW)

const isAbout = ({ cell, id }: { cell: Cell; id: string | undefined }): boolean =>
  id !== undefined && cell.touches.has(id)

const matches = (pattern: string, column: string): boolean =>
  pattern === '*' ||
  pattern === column ||
  (pattern.endsWith('.*') && column.startsWith(pattern.slice(0, -1))) ||
  (pattern.startsWith('*.') && column.endsWith(pattern.slice(1)))
