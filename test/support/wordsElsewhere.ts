/** Fields by collection, for lists of them. */
type Fields = Readonly<Record<string, string>>

/** What nobody can type a text of their own into, and why. */
export const NOT_TYPED: Readonly<Record<string, Fields>> = {
  'made by the software from other fields, keys or the clock': {
    'account-changes': 'decidedHow newLinkDigest presentAddress presentLinkDigest',
    applications: 'code linkDigest',
    'audit-events': 'action actorId actorKind cameFrom detailDigest hash previousHash recordCollection recordId salt',
    'consent-captures': 'wordingDigest',
    'consent-requests': 'linkDigest wordingDigest',
    consents: 'wordingDigest',
    credentials: 'passwordDigest',
    'form-drafts': 'digest form linkDigest outcome',
    'incoming-referrals': 'linkDigest reference',
    matches: 'stepsBy',
    notifications: 'dedupeKey messageId recipientKind subjectCollection subjectRecord template',
    'payload-kv': 'data key',
    'payload-migrations': 'name',
    'payload-preferences': 'key',
    'policy-acceptances': 'statement textDigest',
    'policy-translations': 'textDigest',
    'session-logs': 'paperDigest',
    sessions: 'tokenDigest',
    'sign-in-links': 'digest',
    'view-requests': 'linkDigest',
    'volunteer-references': 'linkDigest',
    'working-list-entries': 'rowDigest yearsGiven',
  },
  'read into words of our own, and never shown': { sessions: 'device' },
  'held to a form that leaves no room for words, or refused': {
    'account-changes': 'newAddress',
    'guidance-pages': 'address',
    'policy-versions': 'number',
    'programme-settings': 'accent',
  },
}

/**
 * What the tests of hostile strings look at in a shape that is its own: whole documents, and the answers to a public
 * form that is not sent yet.
 */
export const LOOKED_AT_APART: Fields = {
  'consent-captures': 'wording',
  'consent-requests': 'signedName signedRelationship wording',
  'form-drafts': 'answers email',
  'policy-translations': 'text',
  'policy-versions': 'changes text',
  'programme-settings': 'officeAddress referralReasons volunteerSkills',
}

/**
 * What only Payload's own lists and forms, and the panel's views, show: React writes it as text, and nothing of ours
 * writes it otherwise. No page of ours outside the panel shows it, no email and no PDF.
 */
export const ONLY_IN_THE_PANEL: Fields = {
  'account-changes': 'declinedBecause why',
  applications:
    'availability decisionReason earlierInvolvement email homeAddress interests interviewPlace interviewWish interviewedWith languages mobile name skills why',
  'audit-events': 'actorNote detail',
  barriers: 'removedHow',
  'call-requests': 'bestTime note number words',
  'capacity-overrides': 'reason',
  'child-merges': 'why withdrawnBecause',
  children: 'anotherChildBecause',
  'consent-captures': 'about refusedReason signedName',
  'consent-requests': 'declineReason',
  'dbs-disclosures': 'purpose shownTo',
  'directory-entries': 'note takenOffReason',
  'directory-suggestions': 'phone website words',
  'education-entries': 'note place',
  families: 'homeAddress',
  handovers: 'closedReason',
  'incoming-referrals':
    'childName childSchool familyContact mainReason referrerEmail referrerName referrerPhone referrerPlace setAsideReason',
  'interview-notes': 'words',
  'key-workers': 'email name note organisation role telephone',
  'log-readings': 'word',
  matches: 'endReason schoolReason',
  memberships: 'attended',
  notifications: 'details lastProblem recipientAddress',
  'payload-preferences': 'value',
  'plan-parts': 'note',
  plans: 'childNotBecause othersTookPart parentsNotBecause',
  'policy-translations': 'translatedBy',
  'programme-settings': 'auditHeadEmail',
  'reference-answers': 'knownFor setAsideReason suitability worryWords',
  'referral-voices': 'reason',
  'referral-words': 'about saidBy text',
  referrals: 'concern decisionReason referrerName',
  'self-declarations': 'words',
  'session-logs': 'paperDate paperFile',
  'pause-requests': 'words',
  'support-levels': 'name needs offered',
  trainings: 'withdrawnReason',
  users: 'closedBecause',
  'vetting-records': 'certificateNumber withdrawnReason',
  'view-requests': 'email name',
  'volunteer-references': 'howKnown refereeEmail refereeName refereeTelephone',
  volunteers: 'standingReason',
  'working-list-entries': 'offReason',
}

/** The keys of such a list: “collection.field”. */
export const keysOf = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([collection, names]) => names.split(' ').map((name) => `${collection}.${name}`))
