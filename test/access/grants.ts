import type { ActorName, Cast } from '../attack/support/cast.ts'

/** Which records an actor reads: every one, or those with these ids. Who is not named reads none. */
type Reach = 'all' | ((cast: Cast) => readonly string[])

/**
 * Everything that is granted on one collection. Deleting, copying, older versions, many at once: granted to nobody, so
 * there is no column for them.
 */
export type Grants = {
  read: Partial<Record<ActorName, Reach>>
  create?: readonly ActorName[]
  update?: readonly ActorName[]
}

const caseworkers = ['co-ordinator', 'committee', 'safeguarding lead'] as const
const committee = ['committee', 'safeguarding lead'] as const
const office = [...caseworkers, 'administrator'] as const
const volunteers = [
  'matched volunteer',
  'unmatched volunteer',
  'former volunteer',
  'outlasted volunteer',
  'other volunteer',
  'proposed volunteer',
  'unchosen volunteer',
] as const
const withARole = [...office, ...volunteers, 'trustee'] as const
const signedIn = [...withARole, 'paused volunteer'] as const

const everything = (actors: readonly ActorName[]): Grants['read'] =>
  Object.fromEntries(actors.map((actor) => [actor, 'all']))
const themselves = (actors: readonly (typeof signedIn)[number][]): Grants['read'] =>
  Object.fromEntries(actors.map((actor) => [actor, (cast: Cast) => [cast.users[actor]]]))
/** What the two matched volunteers see of their own child. */
const ofOwnChild = (pick: (child: Cast['children']['first']) => string): Grants['read'] => ({
  'matched volunteer': ({ children }) => [pick(children.first)],
  'other volunteer': ({ children }) => [pick(children.second)],
})
/** What a volunteer also sees of the child for whom the committee chose them. */
const ofProposedChild = (pick: (child: Cast['proposed']) => string): Grants['read'] => ({
  'proposed volunteer': ({ proposed }) => [pick(proposed)],
})
/** What each volunteer who ever had a child keeps of what they did. */
const ofOwnWork = (pick: (child: Cast['children']['first']) => string): Grants['read'] => ({
  ...ofOwnChild(pick),
  'former volunteer': ({ children }) => [pick(children.past)],
  'outlasted volunteer': ({ children }) => [pick(children.outlasted)],
})
const byCaseworkers: Grants = { read: everything(caseworkers), create: caseworkers, update: caseworkers }

/**
 * The whole of what the programme grants, written by hand and held against the running software. What is not here is
 * refused.
 */
export const GRANTS: Readonly<Record<string, Grants>> = {
  users: {
    read: { ...themselves(['paused volunteer', 'trustee', ...volunteers]), ...everything(office) },
    create: ['administrator'],
    update: ['administrator'],
  },
  'role-grants': { read: everything(office), create: ['administrator'], update: ['administrator'] },
  'account-changes': { read: everything(office), create: office },
  designations: {
    read: everything(office),
    create: [...committee, 'administrator'],
    update: [...committee, 'administrator'],
  },
  sessions: { read: {} },
  credentials: { read: {} },
  'sign-in-links': { read: {} },
  'form-drafts': { read: {} },
  policies: { read: everything(withARole), create: committee, update: committee },
  'policy-versions': {
    read: {
      ...Object.fromEntries(
        withARole.map((actor) => [actor, (cast: Cast) => [cast.policy.adopted, cast.policy.wording]]),
      ),
      ...everything([...caseworkers, 'trustee']),
    },
    create: committee,
    update: committee,
  },
  'policy-translations': { read: everything([...caseworkers, 'trustee']), create: committee, update: committee },
  'policy-acceptances': {
    read: {
      ...Object.fromEntries(
        (
          [
            'matched volunteer',
            'other volunteer',
            'former volunteer',
            'outlasted volunteer',
            'paused volunteer',
            'proposed volunteer',
            'unchosen volunteer',
          ] as const
        ).map((actor) => [actor, (cast: Cast) => [cast.policy.acceptances[actor]]]),
      ),
      ...everything(caseworkers),
    },
    create: signedIn,
  },
  'guidance-pages': { read: everything(caseworkers), create: committee, update: committee },
  'programme-values': { read: everything(withARole), create: committee, update: committee },
  'directory-categories': { read: everything(caseworkers), create: committee, update: committee },
  'directory-entries': { read: everything([...caseworkers, ...volunteers]), create: caseworkers, update: caseworkers },
  'directory-suggestions': { read: everything(caseworkers), create: [...caseworkers, ...volunteers] },
  volunteers: {
    read: {
      ...everything(caseworkers),
      'matched volunteer': (cast) => [cast.volunteers.matched],
      'unmatched volunteer': (cast) => [cast.volunteers.unmatched],
      'former volunteer': (cast) => [cast.volunteers.former],
      'outlasted volunteer': (cast) => [cast.volunteers.outlasted],
      'other volunteer': (cast) => [cast.volunteers.other],
      'proposed volunteer': (cast) => [cast.volunteers.proposed],
      'unchosen volunteer': (cast) => [cast.volunteers.unchosen],
    },
    create: caseworkers,
    update: caseworkers,
  },
  'vetting-records': byCaseworkers,
  applications: byCaseworkers,
  'volunteer-references': byCaseworkers,
  'reference-answers': { read: everything(caseworkers), create: caseworkers },
  'self-declarations': { read: everything(caseworkers), create: caseworkers },
  'interview-notes': { read: everything(caseworkers) },
  'dbs-disclosures': { read: everything(caseworkers), create: caseworkers },
  'dbs-status-checks': { read: everything(caseworkers), create: caseworkers },
  trainings: byCaseworkers,
  'training-kinds': { read: everything([...caseworkers, ...volunteers]), create: committee, update: committee },
  availabilities: {
    read: { ...everything(caseworkers), 'matched volunteer': (cast) => [cast.availability] },
    create: [...caseworkers, ...volunteers],
    update: [...caseworkers, 'matched volunteer'],
  },
  'pause-requests': {
    read: { ...everything(caseworkers), 'matched volunteer': (cast) => [cast.wish] },
    create: volunteers,
  },
  'capacity-overrides': { read: everything(caseworkers), create: committee, update: committee },
  handovers: { read: everything(caseworkers), update: caseworkers },
  families: byCaseworkers,
  guardians: {
    ...byCaseworkers,
    read: {
      ...everything(caseworkers),
      ...ofOwnChild(({ guardianId }) => guardianId),
      ...ofProposedChild(({ guardianId }) => guardianId),
    },
  },
  children: {
    ...byCaseworkers,
    read: { ...everything(caseworkers), ...ofOwnChild(({ id }) => id), ...ofProposedChild(({ id }) => id) },
  },
  'child-backgrounds': {
    ...byCaseworkers,
    read: {
      ...everything(caseworkers),
      ...ofOwnChild(({ background }) => background),
      ...ofProposedChild(({ background }) => background),
    },
  },
  'medical-needs': {
    ...byCaseworkers,
    read: {
      ...everything(caseworkers),
      ...ofOwnChild(({ medical }) => medical),
      ...ofProposedChild(({ medical }) => medical),
    },
  },
  'key-workers': byCaseworkers,
  memberships: byCaseworkers,
  'incoming-referrals': { read: everything(caseworkers) },
  'education-entries': byCaseworkers,
  'sibling-links': byCaseworkers,
  'child-merges': { read: everything(caseworkers), create: caseworkers },
  'support-levels': {
    read: everything(office),
    create: [...committee, 'administrator'],
    update: [...committee, 'administrator'],
  },
  plans: byCaseworkers,
  'plan-parts': byCaseworkers,
  barriers: byCaseworkers,
  referrals: byCaseworkers,
  'referral-words': { read: everything(caseworkers) },
  'referral-voices': { read: everything(caseworkers) },
  'view-requests': { read: everything(caseworkers), create: caseworkers },
  goals: byCaseworkers,
  'working-list-entries': byCaseworkers,
  'working-list-imports': { read: everything(caseworkers) },
  'consent-requests': byCaseworkers,
  'call-requests': { read: everything(caseworkers) },
  'consent-captures': byCaseworkers,
  consents: { read: everything(caseworkers) },
  matches: {
    ...byCaseworkers,
    read: { ...everything(caseworkers), ...ofOwnChild(({ match }) => match), ...ofProposedChild(({ match }) => match) },
  },
  meetings: {
    read: { ...everything(caseworkers), ...ofOwnWork(({ meeting }) => meeting) },
    create: [...caseworkers, ...volunteers],
    update: caseworkers,
  },
  'meeting-addresses': { read: { ...everything(caseworkers), ...ofOwnChild(({ address }) => address) } },
  'session-logs': {
    read: { ...everything(caseworkers), ...ofOwnWork(({ log }) => log) },
    create: [...caseworkers, ...volunteers],
  },
  'log-addenda': {
    read: { ...everything(caseworkers), ...ofOwnWork(({ addendum }) => addendum) },
    create: [...caseworkers, ...volunteers],
  },
  'log-readings': { read: everything(caseworkers), create: ['co-ordinator'] },
  notifications: { read: everything(office) },
  'audit-events': { read: everything(['safeguarding lead']) },
  'payload-kv': { read: {} },
  'payload-preferences': { read: {} },
  'payload-migrations': { read: {} },
}

/**
 * Fields that not everybody reads or writes who may read or write their record. `software` means that only the software
 * writes it.
 */
export const FIELD_GRANTS: Readonly<Record<string, Readonly<Record<string, 'software' | readonly ActorName[]>>>> = {
  users: { successor: office, closedBecause: office },
  volunteers: {
    homeAddress: caseworkers,
    standing: 'software',
    standingSince: 'software',
    standingReason: 'software',
    standingBy: 'software',
  },
  children: {
    heldInYearOn: 'software',
    mergedInto: 'software',
    supportLevel: caseworkers,
    anotherChildBecause: caseworkers,
    inCare: caseworkers,
  },
  guardians: { forCouncil: caseworkers },
  'account-changes': {
    status: 'software',
    presentAddress: 'software',
    proposedBy: 'software',
    endsAt: 'software',
    decidedBy: 'software',
    decidedAt: 'software',
    decidedHow: 'software',
    declinedBecause: 'software',
    presentLinkDigest: 'software',
    newLinkDigest: 'software',
  },
  'child-merges': {
    status: 'software',
    proposedBy: 'software',
    carriedOutBy: 'software',
    carriedOutAt: 'software',
    withdrawnBecause: 'software',
  },
  barriers: { status: 'software', removedOn: 'software', removedHow: 'software' },
  'vetting-records': { status: 'software', withdrawnReason: 'software' },
  applications: {
    status: 'software',
    code: 'software',
    receivedOn: 'software',
    enteredBy: 'software',
    interviewAt: 'software',
    interviewPlace: 'software',
    interviewWish: 'software',
    interviewedOn: 'software',
    interviewedBy: 'software',
    interviewedWith: 'software',
    interviewOutcome: 'software',
    decidedBy: 'software',
    decidedAt: 'software',
    decisionReason: 'software',
    volunteer: 'software',
    linkDigest: 'software',
    linkNumber: 'software',
    endsAt: 'software',
  },
  'volunteer-references': {
    status: 'software',
    askedAt: 'software',
    linkDigest: 'software',
    linkNumber: 'software',
    endsAt: 'software',
  },
  'reference-answers': {
    status: 'software',
    takenBy: 'software',
    confirmedBy: 'software',
    heldOn: 'software',
    setAsideReason: 'software',
  },
  'dbs-disclosures': { status: 'software', recordedBy: 'software' },
  'dbs-status-checks': { status: 'software', holdsUntil: 'software', checkedBy: 'software' },
  trainings: { status: 'software', withdrawnReason: 'software' },
  'pause-requests': { status: 'software' },
  'capacity-overrides': { status: 'software', proposedBy: 'software', decidedBy: 'software' },
  handovers: { status: 'software', begunBy: 'software', closedReason: 'software' },
  'policy-versions': {
    status: 'software',
    adoptedIn: 'software',
    adoptsOn: 'software',
    adoptedOn: 'software',
    author: 'software',
    adoptedByUser: 'software',
  },
  'policy-translations': {
    status: 'software',
    author: 'software',
    adoptedOn: 'software',
    adoptedByUser: 'software',
    textDigest: 'software',
  },
  'guidance-pages': { status: 'software' },
  'directory-entries': {
    status: 'software',
    checkedOn: 'software',
    checkedBy: 'software',
    doubtedOn: 'software',
    takenOffReason: 'software',
    note: caseworkers,
  },
  'directory-suggestions': {
    status: 'software',
    suggestedBy: 'software',
    answer: 'software',
    answeredBy: 'software',
    answeredAt: 'software',
  },
  'policy-acceptances': { status: 'software', statement: 'software', acceptedAt: 'software' },
  'incoming-referrals': {
    status: 'software',
    reference: 'software',
    receivedAt: 'software',
    answerBy: 'software',
    childName: 'software',
    childBornOn: 'software',
    childSchool: 'software',
    memberAnswer: 'software',
    mainReason: 'software',
    source: 'software',
    referrerName: 'software',
    referrerPlace: 'software',
    referrerEmail: 'software',
    referrerPhone: 'software',
    familyAgrees: 'software',
    familyContact: 'software',
    child: 'software',
    linkedBy: 'software',
    setAsideReason: 'software',
    linkDigest: 'software',
  },
  'referral-voices': { referral: 'software', kind: 'software', by: 'software', reason: 'software' },
  'view-requests': {
    status: 'software',
    askedBy: 'software',
    endsAt: 'software',
    answeredAt: 'software',
    linkDigest: 'software',
  },
  'referral-words': {
    incoming: 'software',
    referral: 'software',
    kind: 'software',
    about: 'software',
    text: 'software',
    saidBy: 'software',
    saidAt: 'software',
  },
  referrals: {
    status: 'software',
    incoming: 'software',
    enteredBy: 'software',
    decidedBy: 'software',
    decidedAt: 'software',
    decisionReason: 'software',
  },
  'working-list-entries': {
    status: 'software',
    yearsGiven: 'software',
    import: 'software',
    sheetRow: 'software',
    rowDigest: 'software',
    offReason: 'software',
  },
  'working-list-imports': {
    importedBy: 'software',
    importedAt: 'software',
    newRows: 'software',
    changedRows: 'software',
    unchangedRows: 'software',
    returnedRows: 'software',
  },
  'consent-requests': {
    status: 'software',
    askedBy: 'software',
    linkDigest: 'software',
    linkNumber: 'software',
    endsAt: 'software',
    wrongTries: 'software',
    lockedUntil: 'software',
    answeredAt: 'software',
    answeredBy: 'software',
    signedName: 'software',
    signedRelationship: 'software',
    wordingVersion: 'software',
    wordingLanguage: 'software',
    wordingDigest: 'software',
    wording: 'software',
    askedAgainAt: 'software',
    askedAgainFor: 'software',
    declineReason: 'software',
  },
  'call-requests': {
    status: 'software',
    wish: 'software',
    number: 'software',
    guardian: 'software',
    consentRequest: 'software',
    bestTime: 'software',
    words: 'software',
    askedAt: 'software',
    rungBy: 'software',
    rungAt: 'software',
    note: 'software',
  },
  'consent-captures': {
    status: 'software',
    enteredBy: 'software',
    confirmedBy: 'software',
    confirmedAt: 'software',
    wordingVersion: 'software',
    wordingLanguage: 'software',
    wordingDigest: 'software',
    wording: 'software',
    refusedReason: 'software',
  },
  consents: {
    status: 'software',
    validUntil: 'software',
    wordingVersion: 'software',
    wordingDigest: 'software',
    capture: 'software',
  },
  matches: {
    status: 'software',
    proposedBy: 'software',
    chosenBy: 'software',
    schoolToldBy: 'software',
    schoolToldOn: 'software',
    stepsBy: 'software',
    endReason: 'software',
  },
  'meeting-addresses': { meeting: 'software', address: 'software' },
  meetings: {
    status: 'software',
    proposedBy: 'software',
    changedBy: 'software',
    confirmedBy: 'software',
    confirmedAt: 'software',
    reason: 'software',
  },
  'session-logs': {
    status: 'software',
    meetingWasConfirmed: 'software',
    writtenBy: 'software',
    submittedAt: 'software',
    broughtInBy: 'software',
    paperFile: 'software',
    paperRow: 'software',
    paperDate: 'software',
    paperDigest: 'software',
  },
  'log-addenda': { status: 'software', writtenBy: 'software' },
  'log-readings': { status: 'software', readBy: 'software' },
}
