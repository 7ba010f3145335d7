import { daysAfter, londonDate, londonMoment, type CalendarDate } from '../core/clock/londonDates.ts'
import { CONSENT_ITEMS } from '../programme/consent/rules.ts'
import { STEPS } from '../programme/matching/matches/behind.ts'
import { applicantsFor, referencesFor } from './applicants.ts'
import { deskFor } from './desk.ts'
import { directoryFor } from './directory.ts'
import { guidanceRows } from './guidance.ts'
import { barrierOf, livesOf, reachOf, schoolingOf, stagesOf } from './families.ts'
import { idOf, pick } from './identity.ts'
import { ACTIVITIES, BACKGROUNDS, FIRST_NAMES, LAST_NAMES, OUTCOMES, PLACES } from './names.ts'
import { incomingFor, waitingForMore, wordsAndViewsFor } from './referrals.ts'
import type { SampleRows } from './rows.ts'
import { acceptanceStatement } from '../programme/policies/acceptances/statement.ts'
import { textDigest } from '../programme/policies/versions/textDigest.ts'
import { richTextOf } from '../core/richText/plainText.ts'
import { SAMPLE_PEOPLE } from './people.ts'
import { samplePolicies } from './policyTexts.ts'
import { POLISH_WORDING } from './polishWording.ts'
import { UKRAINIAN_BEGINNING } from './ukrainianBeginning.ts'

/** The first version of the consent wording, which every database begins with. */
const FIRST_WORDING_ID = '5ca1e000-0000-4000-8000-0000000000c1'

/** How large a sample to make. */
export type SampleSize = { children: number; volunteers: number; weeks: number }

/** The sample that a first start shows: 12 children, 8 volunteers, six months. */
export const USUAL_SAMPLE: SampleSize = { children: 12, volunteers: 8, weeks: 26 }

/** Where worries go in the sample: a number that was never given to anybody, and an address that leads nowhere. */
const OFFICE = { email: 'office@sample.invalid', phone: '01632 960 001' }

/**
 * An invented programme as rows, in the order in which they can be written: the committee, volunteers with their
 * vetting, families, consent, matches, and weekly meetings with their logs up to `now`. Pure: the same `now` and size
 * give the same rows. Every row keeps every rule. `passwordDigest` is the digest of the password that all of these
 * people share.
 */
export function* sampleProgramme({
  now,
  size,
  passwordDigest,
}: {
  now: Date
  size: SampleSize
  passwordDigest: string
}): Generator<SampleRows> {
  const today = londonDate(now)
  const began = daysAfter({ date: today, days: -7 * (size.weeks + 4) })
  const stamp = {
    created_at: londonMoment({ date: began, time: '09:00' }).toISOString(),
    updated_at: londonMoment({ date: began, time: '09:00' }).toISOString(),
    row_version: 1,
  }
  const { row_version: _version, ...unversioned } = stamp

  const volunteers = Array.from({ length: size.volunteers }, (_, index) => volunteerOf(index))
  const people = [
    ...SAMPLE_PEOPLE,
    ...volunteers.map(({ key, name }) => ({ key, name, roles: ['volunteer'], designations: [] })),
  ]
  yield {
    collection: 'programme-settings',
    rows: [
      {
        charity_name: 'Kids on Track',
        programme_name: 'Mentoring',
        office_email: OFFICE.email,
        office_phone: OFFICE.phone,
        office_address: 'The Invented Hall\n1 Made-up Street\nAndover',
      },
    ],
  }
  yield {
    collection: 'users',
    rows: people.map(({ key, name }) => ({
      id: idOf('user', key),
      name,
      email: `${key}@sample.invalid`,
      standing: 'open',
      ...stamp,
    })),
  }
  yield {
    collection: 'credentials',
    rows: people.map(({ key }) => ({
      id: idOf('credential', key),
      user_id: idOf('user', key),
      password_digest: passwordDigest,
      changed_at: stamp.created_at,
      ...unversioned,
    })),
  }
  yield {
    collection: 'role-grants',
    rows: people.flatMap(({ key, roles }) =>
      roles.map((role) => ({
        id: idOf('role', key, role),
        user_id: idOf('user', key),
        role,
        starts_on: began,
        ...stamp,
      })),
    ),
  }
  yield {
    collection: 'designations',
    rows: SAMPLE_PEOPLE.flatMap(({ key, designations }) =>
      designations.map((designation) => ({
        id: idOf('designation', key, designation),
        designation,
        holder_id: idOf('user', key),
        ...stamp,
      })),
    ),
  }
  yield {
    collection: 'volunteers',
    rows: volunteers.map(({ key, name }, index) => ({
      id: idOf('volunteer', key),
      name,
      user_id: idOf('user', key),
      standing: 'active',
      meets_children: 'weekly',
      mobile: `07700 900${String(100 + (index % 900))}`,
      born_on: '1985-06-15',
      home_address: `${index + 1} Invented Road, Andover`,
      ...stamp,
    })),
  }
  yield* documentsFor({ people, began, today, stamp })
  yield {
    collection: 'vetting-records',
    rows: volunteers.flatMap(({ key }, index) =>
      vettingOf({ key, index, began, today, stamp, volunteers: size.volunteers }),
    ),
  }
  yield* referencesFor({ keys: volunteers.map(({ key }) => key), began, stamp })
  yield* applicantsFor({ now, today })

  yield* keptClear({ volunteers, began, today, stamp })
  yield* directoryFor({ volunteers, now, today, stamp })
  yield guidanceRows({ stamp })

  const children = Array.from({ length: size.children }, (_, index) => childOf({ index, size, today }))
  yield {
    collection: 'families',
    rows: children.map(({ key, lastName }, index) => ({
      id: idOf('family', key),
      name: `Family ${lastName}`,
      home_address: `${index + 1} Made-up Close, Andover`,
      ...stamp,
    })),
  }
  yield {
    collection: 'guardians',
    rows: children.map(({ key, lastName }, index) => ({
      id: idOf('guardian', key),
      name: `${pick(FIRST_NAMES, index + 7)} ${lastName}`,
      family_id: idOf('family', key),
      relationship: pick(['Mother', 'Father', 'Grandmother', 'Foster carer'], index),
      email: `parent${index + 1}@sample.invalid`,
      mobile: `07700 900${String(500 + (index % 400))}`,
      parental_responsibility: true,
      contact_rule: 'usual',
      ...stamp,
      ...reachOf(index),
    })),
  }
  yield {
    collection: 'children',
    rows: children.map(({ key, name, firstName, bornOn }, index) => ({
      id: idOf('child', key),
      name,
      known_as: firstName,
      born_on: bornOn,
      family_id: idOf('family', key),
      ...schoolingOf({ index, bornOn, began }),
      ...stamp,
    })),
  }
  yield stagesOf({ children, today })
  yield* livesOf({ children, began, today, stamp })

  yield {
    collection: 'memberships',
    rows: children.map(({ key }, index) => ({
      id: idOf('membership', key),
      child_id: idOf('child', key),
      since: began,
      ...(index === 3 ? { until: daysAfter({ date: today, days: -9 }) } : {}),
      attended: pick(['Summer camp', 'Lunch club', 'Football club', 'Meet-ups'], index),
      ...stamp,
    })),
  }
  const toDecide = children.filter(({ phase }) => phase === 'to decide')
  yield* incomingFor({ toDecide, now, today })
  yield {
    collection: 'referrals',
    rows: children.map((child, index) => ({
      ...referralOf({ child, index, began, today, stamp }),
      ...waitingForMore({ key: child.key, toDecide, now, today }),
    })),
  }
  yield* wordsAndViewsFor({ toDecide, now, today })
  yield {
    collection: 'goals',
    rows: children.filter(({ phase }) => phase !== 'to decide').map((child, index) => goalOf({ child, index, stamp })),
  }
  yield { collection: 'working-list-entries', rows: workingListOf({ children, stamp }) }
  yield {
    collection: 'child-backgrounds',
    rows: children.map(({ key }, index) => ({
      id: idOf('background', key),
      child_id: idOf('child', key),
      background: pick(BACKGROUNDS, index),
      ...stamp,
    })),
  }

  const matched = children.filter(({ volunteer }) => volunteer !== undefined)
  yield {
    collection: 'consents',
    rows: matched.flatMap(({ key }, index) =>
      Object.keys(CONSENT_ITEMS).map((item) => ({
        id: idOf('consent', key, item),
        child_id: idOf('child', key),
        guardian_id: idOf('guardian', key),
        item,
        answer: item === 'photographs' ? 'no' : 'yes',
        decided_on: daysAfter({ date: today, days: index === 2 ? -345 : -7 * Math.min(size.weeks + 1, 40) }),
        method: 'paper',
        status: 'given',
        ...stamp,
      })),
    ),
  }
  yield {
    collection: 'matches',
    rows: matched.map(({ key, volunteer }) => ({
      id: idOf('match', key),
      child_id: idOf('child', key),
      volunteer_id: idOf('volunteer', volunteerOf(volunteer ?? 0).key),
      starts_on: daysAfter({ date: today, days: -7 * size.weeks }),
      status: 'active',
      frequency: 'weekly',
      proposed_by_id: idOf('user', 'morgan'),
      committee_contact_id: idOf('user', 'casey'),
      ...readyOn(began),
      first_review_on: daysAfter({ date: today, days: -7 * size.weeks + 42 }),
      ...stamp,
    })),
  }
  const waiting = children.filter(({ phase }) => phase === 'waiting')
  yield {
    collection: 'matches',
    rows: waiting.slice(0, 2).map((child, index) => ({
      id: idOf('match', child.key),
      child_id: idOf('child', child.key),
      volunteer_id: idOf('volunteer', volunteerOf(size.volunteers - 1 - index).key),
      starts_on: daysAfter({ date: today, days: 7 }),
      status: 'proposed',
      frequency: 'fortnightly',
      proposed_by_id: idOf('user', 'morgan'),
      chosen_by_id: idOf('user', 'casey'),
      committee_contact_id: idOf('user', 'rowan'),
      ...(index === 0 ? {} : readyOn(began)),
      ...stamp,
    })),
  }
  yield* deskFor({ matched, waiting, outing: outingOf({ matched, volunteers: size.volunteers }), now, today })
  for (const [index, child] of matched.entries()) yield* meetingsOf({ child, index, now, today, weeks: size.weeks })
}

type SampleChild = {
  key: string
  name: string
  firstName: string
  lastName: string
  bornOn: CalendarDate
  volunteer: number | undefined
  phase: 'matched' | 'waiting' | 'to decide'
}

const volunteerOf = (index: number): { key: string; name: string } => {
  const [first, last] = [
    pick(['Harper', 'Jordan', 'Reese', 'Quinn', 'Rory', 'Wren', 'Alex', 'Ash'], index),
    pick(LAST_NAMES, 13 + index * 3),
  ]
  const key = index < 8 ? first.toLowerCase() : `volunteer${index + 1}`
  return { key, name: `${first} ${last}` }
}

/**
 * The last volunteer is not cleared, so whoever takes them along to a cinema has a meeting that cannot be confirmed.
 */
const outingOf = ({ matched, volunteers }: { matched: readonly SampleChild[]; volunteers: number }) => {
  const child = matched[5]
  return child?.volunteer === undefined || volunteers < 3
    ? undefined
    : { child: child.key, volunteer: volunteerOf(child.volunteer).key, second: volunteerOf(volunteers - 1).key }
}

/** Two children of three have a volunteer; nobody has more than two. The rest stand on the waiting list. */
const childOf = ({ index, size, today }: { index: number; size: SampleSize; today: CalendarDate }): SampleChild => {
  const firstName = pick(FIRST_NAMES, index)
  const lastName = pick(LAST_NAMES, index * 5 + Math.floor(index / FIRST_NAMES.length))
  const volunteer = index % 3 < 2 ? Math.floor((index * 2) / 3) : undefined
  const hasVolunteer = volunteer !== undefined && volunteer < size.volunteers * 2
  return {
    key: `child${index + 1}`,
    name: `${firstName} ${lastName}`,
    firstName,
    lastName,
    bornOn: daysAfter({ date: today, days: -365 * (10 + (index % 6)) - 17 * (index % 20) }),
    volunteer: hasVolunteer ? volunteer % size.volunteers : undefined,
    phase: hasVolunteer ? 'matched' : index % 2 === 0 ? 'waiting' : 'to decide',
  }
}

/**
 * The documents, adopted before the programme began. Three of them every volunteer accepts, and all have but the last;
 * one is to be looked at again soon, the guidance waits to be adopted, of the insurance policy the next version is
 * being written, and the consent wording is adopted in Polish too; in Ukrainian it is begun.
 */
function* documentsFor({
  people,
  began,
  today,
  stamp,
}: {
  people: ReadonlyArray<{ key: string; roles: string[] }>
  began: CalendarDate
  today: CalendarDate
  stamp: Record<string, unknown>
}): Generator<SampleRows> {
  const documents = samplePolicies()
  const adopted = documents.filter(({ kind }) => kind !== 'guidance')
  yield {
    collection: 'policies',
    rows: documents.map(({ kind, title, mustBeAccepted }) => ({
      id: idOf('policy', kind),
      kind,
      title,
      must_be_accepted: mustBeAccepted,
      ...stamp,
    })),
  }
  yield {
    collection: 'policy-versions',
    rows: adopted.map(({ kind, text }) => ({
      id: idOf('version', kind, '1.0'),
      policy_id: idOf('policy', kind),
      number: '1.0',
      text,
      changes: 'The first version.',
      ...(kind === 'mentoring-policy'
        ? {
            adopted_by: 'The KOT Support Volunteers',
            adopted_on: '2020-07-01',
            adopted_in: 'July 2020',
            review_on: '2021-12-31',
            review_in: '2021',
          }
        : {
            adopted_by: 'The sample’s support volunteers',
            adopted_on: began,
            review_on: daysAfter({ date: today, days: kind === 'expense-policy' ? 21 : 120 }),
          }),
      signed_by: 'Casey Standin',
      grace_until: began,
      author_id: idOf('user', 'rowan'),
      adopted_by_user_id: idOf('user', 'casey'),
      status: 'adopted',
      ...stamp,
    })),
  }
  yield {
    collection: 'policy-versions',
    rows: documents
      .filter(({ kind }) => kind === 'guidance')
      .map(({ kind, text }) => ({
        id: idOf('version', kind, '1.0'),
        policy_id: idOf('policy', kind),
        number: '1.0',
        text,
        changes: 'What volunteers asked most often in the first months.',
        author_id: idOf('user', 'rowan'),
        status: 'proposed',
        ...stamp,
      })),
  }
  yield {
    collection: 'policy-versions',
    rows: adopted
      .filter(({ kind }) => kind === 'insurance-policy')
      .map(({ kind, text }) => ({
        id: idOf('version', kind, '2.0'),
        policy_id: idOf('policy', kind),
        number: '2.0',
        text: JSON.parse(
          JSON.stringify(text).replace('Invented Mutual', 'Madeup Insurance').replace('£5 million', '£10 million'),
        ) as unknown,
        changes: 'The insurer changes at the end of the year.',
        author_id: idOf('user', 'casey'),
        status: 'draft',
        ...stamp,
      })),
  }
  const polish = richTextOf(POLISH_WORDING)
  yield {
    collection: 'policy-translations',
    rows: [
      {
        id: idOf('translation', 'pl'),
        version_id: FIRST_WORDING_ID,
        language: 'pl',
        text: polish,
        translated_by: 'An invented translator',
        author_id: idOf('user', 'rowan'),
        adopted_by_user_id: idOf('user', 'casey'),
        adopted_on: today,
        text_digest: textDigest(polish),
        status: 'adopted',
        ...stamp,
      },
    ],
  }
  yield {
    collection: 'policy-translations',
    rows: [
      {
        id: idOf('translation', 'uk'),
        version_id: FIRST_WORDING_ID,
        language: 'uk',
        text: richTextOf(UKRAINIAN_BEGINNING),
        translated_by: 'An invented translator',
        author_id: idOf('user', 'rowan'),
        status: 'draft',
        ...stamp,
      },
    ],
  }
  const volunteers = people.filter(({ roles }) => roles.includes('volunteer'))
  yield {
    collection: 'policy-acceptances',
    rows: volunteers.flatMap(({ key }, index) =>
      adopted
        .filter(({ mustBeAccepted }) => mustBeAccepted)
        .slice(0, index === volunteers.length - 1 && volunteers.length > 2 ? 1 : undefined)
        .map(({ kind, title, text }) => ({
          id: idOf('acceptance', key, kind),
          version_id: idOf('version', kind, '1.0'),
          user_id: idOf('user', key),
          typed_name: `Sample signature of ${key}`,
          text_digest: textDigest(text),
          statement: acceptanceStatement({ title, number: '1.0' }),
          accepted_at: stamp.created_at,
          status: 'accepted',
          ...stamp,
        })),
    ),
  }
}

type ForChild = { child: SampleChild; index: number; stamp: Record<string, unknown> }

/** Accepted, but for those whose referral the committee has still to decide. */
const referralOf = ({
  child: { key, phase },
  index,
  began,
  today,
  stamp,
}: ForChild & { began: CalendarDate; today: CalendarDate }) => ({
  id: idOf('referral', key),
  child_id: idOf('child', key),
  received_on: phase === 'to decide' ? daysAfter({ date: today, days: -5 }) : began,
  source: pick(['school', 'club-leader', 'parent', 'family-support-worker'], index),
  referrer_name: 'A sample referrer',
  main_reason: pick(['confidence', 'loss', 'attendance', 'bullying', 'family', 'careers'], index),
  concern: pick(BACKGROUNDS, index + 2),
  entered_by_id: idOf('user', 'morgan'),
  ...stamp,
  ...(phase === 'to decide'
    ? { status: 'received' }
    : { status: 'accepted', decided_by_id: idOf('user', 'casey'), decided_at: stamp.created_at }),
})

const goalOf = ({ child: { key }, index, stamp }: ForChild) => ({
  id: idOf('goal', key),
  child_id: idOf('child', key),
  referral_id: idOf('referral', key),
  title: pick(['Join one club', 'Come to school every day', 'Speak up once a week', 'Choose a college course'], index),
  aim: pick(['life-skills', 'potential', 'barrier'], index),
  barrier_id: index % 3 === 2 ? barrierOf(key) : null,
  outcome: 'It happens without being asked.',
  measure: 'Counted in the logs each month.',
  ...stamp,
})

/** Rows of the committee's working list: some with a child's record, and some for whom there is none yet. */
const workingListOf = ({ children, stamp }: { children: readonly SampleChild[]; stamp: Record<string, unknown> }) => [
  ...children.slice(0, 3).map(({ key, name }, index) => ({
    id: idOf('entry', key),
    name,
    age_given: '',
    years_given: '',
    reason: pick(['Lost a grandparent in the spring; quiet since', 'Low attendance', 'Moving to sixth form'], index),
    mentor_given: '',
    goals: '',
    comment: pick(['Mum very keen.', 'Waiting for school to reply', ''], index),
    child_id: idOf('child', key),
    status: 'listed',
    ...stamp,
  })),
  ...[
    {
      name: 'Juniper Invented',
      age_given: 'Y9/10',
      years_given: '9 10',
      reason: 'Friendship trouble',
      goals: 'Make one new friend',
      comment: 'Not a club member yet',
    },
    {
      name: 'Marlow Notreal',
      age_given: '13yrs',
      years_given: '',
      reason: '',
      goals: 'Confidence',
      comment: 'Ask the camp leader',
    },
  ].map((words) => ({ id: idOf('entry', words.name), mentor_given: '', ...words, status: 'listed', ...stamp })),
]

/** What the readiness list asks for, all done on a day. */
const readyOn = (day: CalendarDate) => ({
  goals_set_on: day,
  parents_met_by_id: idOf('user', 'casey'),
  parents_met_on: day,
  school: 'told',
  introduced_on: day,
  first_review_on: day,
  child_agreed_on: day,
  risk_accepted_on: day,
  risk_accepted_by_id: idOf('user', 'linden'),
  steps_by: Object.fromEntries(
    STEPS.filter((step) => step !== 'schoolReason').map((step) => [step, idOf('user', 'morgan')]),
  ),
})

type VettingGiven = {
  key: string
  index: number
  began: CalendarDate
  today: CalendarDate
  stamp: Record<string, unknown>
  volunteers: number
}

/** Everybody is cleared but the last, whose safeguarding training was not face to face. */
const vettingOf = ({ key, index, began, today, stamp, volunteers }: VettingGiven) =>
  [
    { kind: 'committee-approval', valid_until: null, face_to_face: false },
    {
      kind: 'dbs-check',
      valid_until: daysAfter({ date: today, days: index === 1 ? 25 : 500 + index }),
      face_to_face: false,
      certificate_number: `00${1_000_000_000 + index}`.slice(0, 12),
      scheme: 'dbs',
      workforce: 'child',
      level: 'enhanced-barred',
      update_consent_on: index % 2 === 0 ? began : null,
    },
    {
      kind: 'safeguarding-training',
      valid_until: daysAfter({ date: today, days: 700 }),
      face_to_face: index !== volunteers - 1 || volunteers < 3,
    },
    {
      kind: 'induction',
      valid_until: null,
      face_to_face: false,
      covered_purpose: true,
      covered_objective: true,
      covered_conduct: true,
      covered_role: true,
      covered_boundaries: true,
    },
  ].map((fact) => ({
    id: idOf('vetting', key, fact.kind),
    volunteer_id: idOf('volunteer', key),
    taken_on: began,
    status: 'standing',
    seen_by_id: idOf('user', 'casey'),
    ...fact,
    ...stamp,
  }))

type KeptClearGiven = {
  volunteers: ReadonlyArray<{ key: string }>
  began: CalendarDate
  today: CalendarDate
  stamp: Record<string, unknown>
}

/**
 * Training and who was shown a check, availability, one wish to pause, one exception that waits: what keeps the
 * volunteers cleared.
 */
function* keptClear({ volunteers, began, today, stamp }: KeptClearGiven): Generator<SampleRows> {
  const few = volunteers.slice(0, 4)
  yield {
    collection: 'training-kinds',
    rows: SAMPLE_TRAINING.map(({ name, months }) => ({
      id: idOf('training kind', name),
      name,
      required_before_match: false,
      months_valid: months,
      in_use: true,
      ...stamp,
    })),
  }
  yield {
    collection: 'trainings',
    rows: volunteers.flatMap(({ key }) =>
      FIRST_TRAINING.map((kind) => ({
        id: idOf('training', key, kind),
        volunteer_id: idOf('volunteer', key),
        kind_id: kind,
        taken_on: began,
        status: 'standing',
        ...stamp,
      })),
    ),
  }
  yield {
    collection: 'trainings',
    rows: few.flatMap(({ key }, index) =>
      SAMPLE_TRAINING.map(({ name, months }) => ({
        id: idOf('training', key, name),
        volunteer_id: idOf('volunteer', key),
        kind_id: idOf('training kind', name),
        taken_on: began,
        valid_until: months === null ? null : daysAfter({ date: today, days: index === 0 ? 6 : 400 }),
        status: 'standing',
        ...stamp,
      })),
    ),
  }
  yield {
    collection: 'dbs-disclosures',
    rows: few.map(({ key }) => ({
      id: idOf('disclosure', key),
      check_id: idOf('vetting', key, 'dbs-check'),
      shown_to: 'Casey Standin',
      shown_on: began,
      purpose: 'To decide on the application',
      recorded_by_id: idOf('user', 'morgan'),
      status: 'recorded',
      ...stamp,
    })),
  }
  yield {
    collection: 'availabilities',
    rows: few.map(({ key }) => ({ id: idOf('availability', key), volunteer_id: idOf('volunteer', key), ...stamp })),
  }
  yield {
    collection: 'availabilities-free',
    rows: few.flatMap(({ key }, index) =>
      SAMPLE_TIMES.map((value, nth) => ({
        id: idOf('free', key, value),
        order: nth + 1,
        parent_id: idOf('availability', key),
        value: index % 2 === 0 ? value : value.replace('afternoon', 'evening'),
      })),
    ),
  }
  yield {
    collection: 'pause-requests',
    rows: volunteers.slice(2, 3).map(({ key }) => ({
      id: idOf('wish', key),
      volunteer_id: idOf('volunteer', key),
      wish: 'pause',
      words: 'A new job until the summer.',
      status: 'open',
      ...stamp,
    })),
  }
  yield {
    collection: 'capacity-overrides',
    rows: volunteers.slice(3, 4).map(({ key }) => ({
      id: idOf('exception', key),
      volunteer_id: idOf('volunteer', key),
      children: 3,
      reason: 'Knows the third family from the club and has the time.',
      proposed_by_id: idOf('user', 'rowan'),
      status: 'proposed',
      ...stamp,
    })),
  }
}

/** The training that every programme begins with, required before a match starts; the migrations put it there. */
const FIRST_TRAINING = ['5b1c0e3a-7a52-4c1e-9d0b-2f6f3f0a7c11', 'c8a4f7de-90b3-4d52-8a6e-61d0b9e45f22'] as const

const SAMPLE_TRAINING = [
  { name: 'First aid', months: 36 },
  { name: 'Listening well', months: null },
] as const

const SAMPLE_TIMES = ['tuesday-afternoon', 'thursday-afternoon', 'saturday-morning'] as const

/**
 * A meeting a week, each past one with its log; the latest of some children is not logged yet, the next is confirmed or
 * waits.
 */
function* meetingsOf({
  child,
  index,
  now,
  today,
  weeks,
}: {
  child: SampleChild
  index: number
  now: Date
  today: CalendarDate
  weeks: number
}): Generator<SampleRows> {
  const volunteer = volunteerOf(child.volunteer ?? 0)
  const meetings: Array<Record<string, unknown>> = []
  const logs: Array<Record<string, unknown>> = []
  for (let week = weeks - 1; week >= -1; week -= 1) {
    const date = daysAfter({ date: today, days: -7 * week - 1 - (index % 5) + (week < 0 ? 6 : 0) })
    const startsAt = londonMoment({ date, time: pick(['15:30', '16:00', '16:30', '17:00'], index) })
    const isAhead = startsAt > now
    const unlogged = week === 0 && index % 3 === 0
    const status = isAhead ? (index % 3 === 1 ? 'proposed' : 'confirmed') : unlogged ? 'confirmed' : 'held'
    const at = londonMoment({ date: daysAfter({ date, days: isAhead ? -7 : -3 }), time: '12:00' })
    const proposedAt = (at < now ? at : now).toISOString()
    const id = idOf('meeting', child.key, week)
    const place = pick(PLACES, index + week + 1)
    meetings.push({
      id,
      match_id: idOf('match', child.key),
      child_id: idOf('child', child.key),
      volunteer_id: idOf('volunteer', volunteer.key),
      guardian_id: idOf('guardian', child.key),
      starts_at: startsAt.toISOString(),
      minutes: 60,
      kind: 'one-to-one',
      place_kind: 'public',
      place,
      agreed_on: londonDate(new Date(proposedAt)),
      agreed_way: 'text',
      proposed_by_id: idOf('user', volunteer.key),
      status,
      row_version: 1,
      created_at: proposedAt,
      updated_at: proposedAt,
      ...(status === 'proposed' ? {} : { confirmed_by_id: idOf('user', 'casey'), confirmed_at: proposedAt }),
    })
    if (status !== 'held') continue
    const sentAt = new Date(Math.min(now.getTime(), startsAt.getTime() + 3 * 60 * 60_000)).toISOString()
    logs.push({
      id: idOf('log', child.key, week),
      child_id: idOf('child', child.key),
      match_id: idOf('match', child.key),
      volunteer_id: idOf('volunteer', volunteer.key),
      meeting_id: id,
      held_on: date,
      location: place,
      run_by: volunteer.name,
      attendees: `${child.firstName}, ${volunteer.name}`,
      activities: pick(ACTIVITIES, index + week),
      outcomes: pick(OUTCOMES, index * 2 + week),
      comment: week % 4 === 0 ? 'A good hour' : null,
      meeting_was_confirmed: true,
      written_by_id: idOf('user', volunteer.key),
      submitted_at: sentAt,
      status: 'submitted',
      row_version: 1,
      created_at: sentAt,
      updated_at: sentAt,
    })
  }
  yield { collection: 'meetings', rows: meetings }
  yield { collection: 'session-logs', rows: logs }
  // The co-ordinator has read all but the latest, and answered some.
  yield {
    collection: 'log-readings',
    rows: logs.slice(0, -1).map(({ id, submitted_at: at }, nth) => ({
      id: idOf('reading', String(id)),
      log_id: id,
      read_by_id: idOf('user', 'morgan'),
      word: nth % 5 === 0 ? 'Thank you, this helps.' : null,
      status: 'read',
      row_version: 1,
      created_at: at,
      updated_at: at,
    })),
  }
}
