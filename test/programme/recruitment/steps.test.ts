import { expect, test } from '@jest/globals'
import { pauseRequestWorkflow } from '../../../src/programme/recruitment/activity/pauseRequestWorkflow.ts'
import { activityWorkflow } from '../../../src/programme/recruitment/activity/workflow.ts'
import { applicationWorkflow } from '../../../src/programme/recruitment/applications/workflow.ts'
import { capacityOverrideWorkflow } from '../../../src/programme/recruitment/capacity/workflow.ts'
import { dbsDisclosureWorkflow } from '../../../src/programme/recruitment/dbs/disclosureWorkflow.ts'
import { dbsStatusCheckWorkflow } from '../../../src/programme/recruitment/dbs/statusCheckWorkflow.ts'
import { answerWorkflow } from '../../../src/programme/recruitment/references/answerWorkflow.ts'
import { CAPACITIES } from '../../../src/programme/recruitment/references/rules.ts'
import { referenceInput, referenceWorkflow } from '../../../src/programme/recruitment/references/workflow.ts'
import { trainingWorkflow } from '../../../src/programme/recruitment/training/workflow.ts'
import { vettingWorkflow } from '../../../src/programme/recruitment/vetting/workflow.ts'
import {
  EVERYBODY_AT_ALL,
  holderOf,
  holdsOnFacts,
  ME,
  somebody,
  theSoftware,
  THIS,
} from '../../support/stepsOnFacts.ts'

const office = ['co-ordinator', 'committee']
const officeOrSoftware = [...office, 'the software']
const committee = ['committee']
const bySoftware = { by: EVERYBODY_AT_ALL, automatic: true } as const

const undecided = ['received', 'considered', 'interview-planned', 'interviewed']
const ties = [
  ['their own', { facts: { tie: 'applicant' } }, /ORG-1: This application is your own/],
  ['that they entered', { facts: { tie: 'entered' } }, /ORG-1: You entered/],
  ['of which they are a referee', { facts: { tie: 'referee' } }, /ORG-1: You are a referee/],
  ['of their family', { facts: { tie: 'tied' } }, /ORG-1: You are family/],
] as const
const ownAlone = [ties[0], ...ties.slice(1).map(([what, given]) => [what, given] as const)]
const aboutThem = [
  'name',
  'source',
  'email',
  'mobile',
  'bornOn',
  'homeAddress',
  'why',
  'skills',
  'interests',
  'languages',
  'availability',
  'earlierInvolvement',
  'agreedToChecks',
  'tiedTo',
]
const newLink = { linkNumber: 4, linkDigest: 'the next digest', endsAt: '2026-08-30T12:00:00.000Z' }
const planned = {
  by: office,
  when: [
    ...ownAlone,
    ['this very minute', { input: { date: '2026-03-03', time: '12:00' } }, /VOL-1: An interview is planned for a time/],
    ['in a minute', { input: { date: '2026-03-03', time: '12:01' } }],
    ['an hour ago', { input: { date: '2026-03-03', time: '9:30' } }, /VOL-1: An interview is planned for a time/],
  ] as const,
  texts: { place: 120 },
  beside: { date: '2026-03-10', time: '9:30' },
  writes: [
    [
      { input: { date: '2026-03-10', time: '9:30', place: 'The hall' } },
      { interviewAt: '2026-03-10T09:30:00.000Z', interviewPlace: 'The hall', interviewWish: null },
    ],
  ] as const,
}
const linkAgain = (state: string) => ({
  from: [state],
  to: state,
  by: office,
  writes: [[{}, newLink]] as const,
})

holdsOnFacts({
  workflow: applicationWorkflow,
  facts: {
    id: THIS,
    email: 'sky@example.invalid',
    mobile: '07700 900123',
    bornOn: '2008-03-03',
    agreedToChecks: true,
    tie: undefined,
    untiesOneself: false,
    nextNumber: 4,
    nextDigest: 'the next digest',
  },
  states: [...undecided, 'approved', 'not-approved', 'withdrawn'],
  locked: [],
  editable: Object.fromEntries(undecided.map((state) => [state, aboutThem])),
  steps: {
    create: {
      by: [...office, 'link: form', 'link: another’s form'],
      when: [
        ['no number', { facts: { mobile: '12' } }, /VOL-7/],
        ['no agreement', { facts: { agreedToChecks: false } }, /VOL-6/],
        ['who takes themselves off', { facts: { untiesOneself: true } }, /ORG-1: You are named as tied/],
      ],
      writes: [
        [
          {},
          { enteredBy: ME, receivedOn: '2026-03-03', code: expect.stringMatching(/^V-[A-Z0-9]{6}$/), linkNumber: 0 },
        ],
        [
          { actor: holderOf('form') },
          { enteredBy: null, receivedOn: '2026-03-03', code: expect.anything(), linkNumber: 0 },
        ],
      ],
    },
    issueLink: { from: ['received'], to: 'received', ...bySoftware, writes: [[{}, newLink]] },
    consider: { from: ['received'], to: 'considered', by: committee, when: ownAlone },
    planInterview: { from: ['considered'], to: 'interview-planned', ...planned },
    planAgain: { from: ['interview-planned'], to: 'interview-planned', ...planned },
    askAnotherTime: {
      from: ['interview-planned'],
      to: 'considered',
      by: [...office, 'link: applicant'],
      when: ties.map(([what, given]) => [what, given] as const),
      texts: { wish: 500 },
      writes: [
        [
          { input: { wish: 'Any evening but Tuesday.' } },
          { interviewAt: null, interviewPlace: null, interviewWish: 'Any evening but Tuesday.' },
        ],
      ],
    },
    recordInterview: {
      from: ['considered', 'interview-planned'],
      to: 'interviewed',
      by: committee,
      when: [
        ...ownAlone,
        ['held today', { input: { heldOn: '2026-03-03' } }],
        ['held tomorrow', { input: { heldOn: '2026-03-04' } }, /VOL-1: An interview is recorded once/],
      ],
      texts: { notes: 8000 },
      beside: { heldOn: '2026-03-02', others: 'Casey Standin', outcome: 'unsure' },
      writes: [
        [
          { input: { heldOn: '2026-03-02', others: 'Casey Standin', outcome: 'not' } },
          {
            interviewedOn: '2026-03-02',
            interviewedBy: ME,
            interviewedWith: 'Casey Standin',
            interviewOutcome: 'not',
          },
        ],
        [
          { input: { heldOn: '2026-03-02', others: '', outcome: 'not' }, actor: theSoftware },
          { interviewedOn: '2026-03-02', interviewedBy: null, interviewedWith: null, interviewOutcome: 'not' },
        ],
      ],
    },
    approve: {
      from: ['interviewed'],
      to: 'approved',
      by: committee,
      when: [
        ...ties,
        ['18 tomorrow', { facts: { bornOn: '2008-03-04' } }, /VOL-12: They are not 18 yet/],
        ['no birth date', { facts: { bornOn: null } }, /VOL-12: We do not know/],
        ['no number', { facts: { mobile: '' } }, /VOL-7/],
        ['no agreement', { facts: { agreedToChecks: false } }, /VOL-6/],
      ],
      beside: { noTies: true },
      writes: [[{}, { decidedBy: ME, decidedAt: '2026-03-03T12:00:00.000Z' }]],
    },
    joinVolunteers: {
      from: ['approved'],
      to: 'approved',
      ...bySoftware,
      beside: { volunteer: '6e1b5b64-8f0e-4cf0-9b7e-0c2f0a6f0d11' },
      writes: [[{ input: { volunteer: 'a volunteer' } }, { volunteer: 'a volunteer' }]],
    },
    notApprove: {
      from: undecided,
      to: 'not-approved',
      by: committee,
      when: ties,
      texts: { reason: 2000 },
      writes: [
        [
          { input: { reason: 'Not now.' } },
          { decidedBy: ME, decidedAt: '2026-03-03T12:00:00.000Z', decisionReason: 'Not now.' },
        ],
      ],
    },
    withdraw: {
      from: undecided,
      to: 'withdrawn',
      by: [...office, 'link: applicant'],
      when: ties.map(([what, given]) => [what, given] as const),
      beside: { sure: true },
    },
    linkWhileReceived: linkAgain('received'),
    linkWhileConsidered: linkAgain('considered'),
    linkWhilePlanned: linkAgain('interview-planned'),
    linkWhileInterviewed: linkAgain('interviewed'),
    linkWhenApproved: linkAgain('approved'),
  },
})

test('[VOL-1] what the steps of an application take', () => {
  const asked = [
    ['planInterview', { place: 'The hall', date: '2026-03-10', time: '23:59' }, true],
    ['planInterview', { place: 'The hall', date: '2026-03-10', time: '24:00' }, false],
    ['planInterview', { place: 'The hall', date: '2026-02-30', time: '12:00' }, false],
    // In the night on which the clocks go forward there is no half past one.
    ['planInterview', { place: 'The hall', date: '2026-03-29', time: '1:30' }, false],
    ['recordInterview', { heldOn: '2026-02-30', outcome: 'not', notes: 'x' }, false],
    ['recordInterview', { heldOn: '2026-03-02', outcome: 'recommend', notes: 'x' }, true],
    ['recordInterview', { heldOn: '2026-03-02', outcome: 'not', notes: 'x', others: 'x'.repeat(120) }, true],
    ['recordInterview', { heldOn: '2026-03-02', outcome: 'not', notes: 'x', others: 'x'.repeat(121) }, false],
    ['recordInterview', { heldOn: '2026-03-02', outcome: 'perhaps', notes: 'x' }, false],
    ['approve', { noTies: false }, false],
    ['withdraw', { sure: false }, false],
    ['joinVolunteers', { volunteer: 'anybody' }, false],
  ] as const
  for (const [action, input, isTaken] of asked)
    expect([input, applicationWorkflow.inputOf(action)?.safeParse(input).success]).toEqual([input, isTaken])
  const atNight = applicationWorkflow
    .inputOf('planInterview')
    ?.safeParse({ place: 'The hall', date: '2026-03-29', time: '1:30' })
  // The sentence stands at the field of the time.
  expect(atNight?.error?.issues.map(({ path }) => path)).toEqual([['time']])
})

const involved = [
  ['about them', { facts: { aboutUserId: ME } }, /ORG-1: This reference is about you/],
  ['of whom they are the referee', { facts: { refereeUserIds: ['another', ME] } }, /ORG-1: This reference is about/],
  ['of whom another is the referee', { facts: { refereeUserIds: ['another'] } }],
] as const
const asked = {
  by: office,
  when: [
    ...involved,
    ['no address', { facts: { hasEmail: false } }, /VOL-6: We have no email address/],
    ['a closed application', { facts: { subjectIsClosed: true } }, /VOL-6: This application is closed/],
    ['answered', { facts: { isAnswered: true } }, /VOL-6: We have this reference already/],
  ] as const,
  writes: [
    [
      {},
      {
        linkNumber: 2,
        linkDigest: 'the next digest',
        endsAt: '2026-03-31T12:00:00.000Z',
        askedAt: '2026-03-03T12:00:00.000Z',
      },
    ],
  ] as const,
}
const byLink = [
  ['that ends this moment', { facts: { endsAt: new Date('2026-03-03T12:00:00Z') } }, /VOL-6: This link has run out/],
  ['that ends in a moment', { facts: { endsAt: new Date('2026-03-03T12:00:00.001Z') } }],
  ['without an end', { facts: { endsAt: null } }],
] as const

holdsOnFacts({
  workflow: referenceWorkflow,
  facts: {
    id: THIS,
    hasOneSubject: true,
    subjectIsClosed: false,
    aboutUserId: 'the applicant',
    refereeUserIds: [],
    refereeIsThePerson: false,
    namedAlready: false,
    askedElsewhere: false,
    hasEmail: true,
    isAnswered: false,
    endsAt: new Date('2026-03-04T12:00:00Z'),
    nextNumber: 2,
    nextDigest: 'the next digest',
  },
  states: ['named', 'asked', 'answered', 'declined', 'ended'],
  locked: ['application: applications', 'volunteer: volunteers'],
  editable: { named: ['refereeName', 'refereeEmail', 'refereeTelephone', 'howKnown'] },
  steps: {
    create: {
      by: [...officeOrSoftware, 'link: form', 'link: another’s form'],
      when: [
        ...involved,
        ['two subjects or none', { facts: { hasOneSubject: false } }, /VOL-6: A reference is for one application/],
        ['themselves', { facts: { refereeIsThePerson: true } }, /VOL-6: Nobody can be their own referee/],
        ['named', { facts: { namedAlready: true } }, /VOL-6: This referee is named already/],
        ['a closed application', { facts: { subjectIsClosed: true } }, /VOL-6: This application is closed/],
      ],
    },
    ask: {
      from: ['named'],
      to: 'asked',
      ...asked,
      when: [
        ...asked.when,
        ['asked for another application', { facts: { askedElsewhere: true } }, /VOL-6: This referee was asked about/],
      ],
    },
    resend: { from: ['asked'], to: 'asked', ...asked },
    correctAddress: {
      from: ['asked'],
      to: 'named',
      by: office,
      when: [
        ...involved,
        ['no address', { facts: { hasEmail: false } }],
        ['a closed application', { facts: { subjectIsClosed: true } }, /VOL-6: This application is closed/],
        ['answered', { facts: { isAnswered: true } }, /VOL-6: We have this reference already/],
      ],
      writes: [[{}, { linkDigest: null }]],
    },
    endLink: { from: ['asked'], to: 'named', ...bySoftware, writes: [[{}, { linkDigest: null }]] },
    answer: {
      from: ['asked'],
      to: 'answered',
      by: ['link: referee'],
      as: holderOf('referee'),
      when: [
        ...byLink,
        ['a closed application', { facts: { subjectIsClosed: true } }, /VOL-6: This application is closed/],
        ['answered', { facts: { isAnswered: true } }, /VOL-6: We have this reference already/],
      ],
      texts: { knownFor: 120, suitability: 4000 },
      beside: { capacity: 'work', worry: 'no', worryWords: '' },
    },
    decline: {
      from: ['asked'],
      to: 'declined',
      by: ['link: referee'],
      as: holderOf('referee'),
      when: [...byLink, ['a closed application', { facts: { subjectIsClosed: true } }]],
    },
    holdByTelephone: { from: ['named', 'asked', 'declined'], to: 'answered', ...bySoftware },
    end: {
      from: ['named', 'asked', 'declined'],
      to: 'ended',
      by: office,
      when: involved,
      writes: [[{}, { linkDigest: null }]],
    },
    endWithApplication: { from: ['named', 'asked'], to: 'ended', ...bySoftware, writes: [[{}, { linkDigest: null }]] },
  },
})

test('[VOL-6] what a referee says: one of the ways of knowing, a yes or a no, and so many words of worry', () => {
  const answer = { knownFor: 'Five years', capacity: 'work', suitability: 'Kind.', worry: 'no' }
  const isTaken = (changes: Record<string, unknown>) => referenceInput.safeParse({ ...answer, ...changes }).success
  for (const capacity of ['work', 'volunteering', 'education', 'neighbour', 'friend', 'family', 'other'])
    expect([capacity, isTaken({ capacity })]).toEqual([capacity, true])
  expect(Object.keys(CAPACITIES)).toHaveLength(7)
  expect([isTaken({ capacity: 'enemy' }), isTaken({ worry: 'yes' }), isTaken({ worry: 'perhaps' })]).toEqual([
    false,
    true,
    false,
  ])
  expect([4000, 4001].map((letters) => isTaken({ worryWords: 'x'.repeat(letters) }))).toEqual([true, false])
})

const aboutOneself = ['about them', { facts: { isAboutActor: true } }, /ORG-1: This reference is about you/] as const
holdsOnFacts({
  workflow: answerWorkflow,
  facts: {
    referenceId: THIS,
    method: 'telephone',
    spokenOn: '2026-03-03',
    takenBy: 'another',
    isAboutActor: false,
    isAnswered: false,
    referenceIsOver: false,
  },
  states: ['to-confirm', 'held', 'set-aside'],
  locked: ['reference: volunteer-references'],
  steps: {
    create: {
      by: [...office, 'link: referee'],
      when: [
        aboutOneself,
        ['by link, entered by a person', { facts: { method: 'link' } }, /VOL-6: What a referee wrote comes/],
        ['by link', { facts: { method: 'link', spokenOn: null }, actor: holderOf('referee') }],
        ['by telephone, by a link', { actor: holderOf('referee') }, /VOL-6: What a referee wrote comes/],
        ['on no day', { facts: { spokenOn: null } }, /VOL-6: Say on which day/],
        ['tomorrow', { facts: { spokenOn: '2026-03-04' } }, /VOL-6: Say on which day/],
        ['answered', { facts: { isAnswered: true } }, /VOL-6: What this referee said is on record/],
        ['not needed', { facts: { referenceIsOver: true } }, /VOL-6: What this referee said is on record/],
      ],
      writes: [
        [{}, { takenBy: ME }],
        [{ actor: holderOf('referee') }, { takenBy: null }],
      ],
    },
    hold: { from: ['to-confirm'], to: 'held', ...bySoftware, writes: [[{}, { heldOn: '2026-03-03' }]] },
    confirm: {
      from: ['to-confirm'],
      to: 'held',
      by: office,
      when: [aboutOneself, ['that they took', { facts: { takenBy: ME } }, /VOL-6: You took this reference yourself/]],
      writes: [
        [{}, { heldOn: '2026-03-03', confirmedBy: ME }],
        [{ actor: theSoftware }, { heldOn: '2026-03-03', confirmedBy: null }],
      ],
    },
    setAside: {
      from: ['to-confirm'],
      to: 'set-aside',
      by: office,
      when: [aboutOneself, ['that they took', { facts: { takenBy: ME } }]],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'A mistake.' } }, { setAsideReason: 'A mistake.' }]],
    },
  },
})

const cleared = {
  name: 'Harper Sample',
  standing: 'joining',
  bornOn: '1990-05-05',
  mobile: '07700 900123',
  meetsChildren: 'weekly',
  matches: [],
  documents: [],
  references: { referencesHeldOn: ['2025-09-05', '2025-09-05'], declaredOn: '2025-09-05' },
  vetting: (['committee-approval', 'dbs-check', 'safeguarding-training', 'induction'] as const).map((kind) => ({
    kind,
    takenOn: '2025-09-10',
    validUntil: '2026-03-03',
    faceToFace: true,
    level: 'enhanced-barred',
    isWhole: true,
    endsBefore: null,
  })),
}
const ofTheirs = ['about them', { facts: { ownUserId: ME } }, /ORG-1: This is about you/] as const
const ofTheirsToo = [[ofTheirs[0], ofTheirs[1]]] as const
const stopped = {
  by: officeOrSoftware,
  when: ofTheirsToo,
  texts: { reason: 500 },
  writes: [
    [
      { input: { reason: 'A new job.' } },
      { standingSince: '2026-03-03', standingBy: ME, standingReason: 'A new job.' },
    ],
    [
      { input: { reason: 'A new job.' }, actor: theSoftware },
      { standingSince: '2026-03-03', standingBy: null, standingReason: 'A new job.' },
    ],
  ] as const,
}
const begun = [[{}, { standingSince: '2026-03-03', standingBy: ME, standingReason: null }]] as const

holdsOnFacts({
  workflow: activityWorkflow,
  facts: { volunteerId: THIS, ownUserId: 'another', clearance: cleared },
  states: ['joining', 'active', 'paused', 'left'],
  locked: [],
  editable: Object.fromEntries(
    ['joining', 'active', 'paused', 'left'].map((state) => [
      state,
      ['name', 'user', 'mobile', 'bornOn', 'homeAddress', 'meetsChildren'],
    ]),
  ),
  steps: {
    create: {
      by: officeOrSoftware,
      when: [
        ['oneself', { facts: { ownUserId: ME }, actor: somebody({ roles: ['volunteer'] }) }],
        ['another', { actor: somebody({ roles: ['volunteer'] }) }, /VOL-3: Only the co-ordinator and the committee/],
      ],
    },
    activate: {
      from: ['joining'],
      to: 'active',
      by: officeOrSoftware,
      when: [
        ofTheirs,
        ['what clears them ended yesterday', { now: new Date('2026-03-04T12:00:00Z') }, /VOL-3: The committee has not/],
        ['nothing is known', { facts: { clearance: undefined } }],
      ],
      writes: begun,
    },
    pause: { from: ['joining', 'active'], to: 'paused', ...stopped },
    leave: { from: ['joining', 'active', 'paused'], to: 'left', ...stopped },
    comeBack: {
      from: ['paused', 'left'],
      to: 'joining',
      by: officeOrSoftware,
      when: [ofTheirs, ['what clears them is over', { now: new Date('2027-03-04T12:00:00Z') }]],
      writes: begun,
    },
  },
})

const volunteerThemselves = somebody({ roles: ['volunteer'], userId: 'the volunteer' })
holdsOnFacts({
  workflow: pauseRequestWorkflow,
  facts: { ownUserId: 'the volunteer', hasAnother: false },
  states: ['open', 'done', 'taken-back'],
  locked: ['volunteer: volunteers'],
  steps: {
    create: {
      by: [],
      as: volunteerThemselves,
      when: [
        ['for another', { facts: { ownUserId: 'another' } }, /VOL-11: Volunteers say for themselves/],
        ['twice', { facts: { hasAnother: true } }, /VOL-11: You have told the committee already/],
      ],
    },
    carryOut: {
      from: ['open'],
      to: 'done',
      by: officeOrSoftware,
      when: [ofTheirs, ['another wish is open', { facts: { hasAnother: true } }]],
    },
    takeBack: {
      from: ['open'],
      to: 'taken-back',
      by: [],
      as: volunteerThemselves,
      when: [['of another', { facts: { ownUserId: 'another' } }, /VOL-11: Volunteers say for themselves/]],
    },
  },
})

const decided = [
  [{}, { decidedBy: ME }],
  [{ actor: theSoftware }, { decidedBy: null }],
] as const
holdsOnFacts({
  workflow: capacityOverrideWorkflow,
  facts: { ownUserId: 'the volunteer', proposedBy: 'another' },
  states: ['proposed', 'approved', 'declined', 'ended'],
  locked: ['volunteer: volunteers'],
  steps: {
    create: {
      by: committee,
      when: [ofTheirs],
      writes: [
        [{}, { proposedBy: ME }],
        [{ actor: theSoftware }, { proposedBy: null }],
      ],
    },
    approve: {
      from: ['proposed'],
      to: 'approved',
      by: committee,
      when: [ofTheirs, ['that they proposed', { facts: { proposedBy: ME } }, /ORG-1: You proposed this/]],
      writes: decided,
    },
    decline: {
      from: ['proposed'],
      to: 'declined',
      by: committee,
      when: [ofTheirs, ['that they proposed', { facts: { proposedBy: ME } }]],
      writes: decided,
    },
    end: { from: ['approved'], to: 'ended', by: committee, when: ofTheirsToo },
  },
})

const check = {
  volunteerId: 'a volunteer',
  ownUserId: 'the volunteer',
  isStandingCheck: true,
  updateConsentOn: '2026-02-01',
  takenOn: '2026-01-15',
  on: '2026-03-03',
}
const noted = [
  ofTheirs,
  ['no check that stands', { facts: { isStandingCheck: false } }, /VOL-6: This is not a DBS check that stands/],
  ['tomorrow', { facts: { on: '2026-03-04' } }, /VOL-6: This day is before the certificate or still to come/],
] as const
holdsOnFacts({
  workflow: dbsDisclosureWorkflow,
  facts: check,
  states: ['recorded'],
  locked: [],
  steps: {
    create: {
      by: officeOrSoftware,
      when: [
        ...noted,
        ['on the day of the certificate', { facts: { on: '2026-01-15' } }],
        ['the day before the certificate', { facts: { on: '2026-01-14' } }, /VOL-6: This day is before/],
        ['without their consent', { facts: { updateConsentOn: null } }],
      ],
      writes: [
        [{}, { recordedBy: ME }],
        [{ actor: theSoftware }, { recordedBy: null }],
      ],
    },
  },
})
holdsOnFacts({
  workflow: dbsStatusCheckWorkflow,
  facts: { ...check, recheckMonths: 36 },
  states: ['recorded'],
  locked: [],
  steps: {
    create: {
      by: officeOrSoftware,
      when: [
        ...noted,
        [
          'the day before the certificate',
          { facts: { on: '2026-01-14', updateConsentOn: '2025-01-01' } },
          /VOL-6: This day/,
        ],
        ['on the day of the consent', { facts: { on: '2026-02-01' } }],
        ['before the consent', { facts: { on: '2026-01-31' } }, /VOL-6: The volunteer had not agreed/],
        ['without their consent', { facts: { updateConsentOn: null } }, /VOL-6: The volunteer had not agreed/],
      ],
      writes: [
        [{ input: { result: 'no-change' } }, { checkedBy: ME, holdsUntil: '2029-03-03' }],
        [
          { input: { result: 'changed' }, actor: theSoftware },
          { checkedBy: null, holdsUntil: null },
        ],
      ],
    },
  },
})

holdsOnFacts({
  workflow: trainingWorkflow,
  facts: { ownUserId: 'the volunteer', takenOn: '2026-03-03', validUntil: '2026-03-03' },
  states: ['standing', 'withdrawn'],
  locked: ['volunteer: volunteers'],
  steps: {
    create: {
      by: officeOrSoftware,
      when: [
        ofTheirs,
        ['tomorrow', { facts: { takenOn: '2026-03-04', validUntil: '' } }, /VOL-9: This training is still to come/],
        ['without an end', { facts: { validUntil: '' } }],
        ['over before it began', { facts: { validUntil: '2026-03-02' } }, /VOL-9: “Valid until” is before/],
      ],
    },
    withdraw: {
      from: ['standing'],
      to: 'withdrawn',
      by: officeOrSoftware,
      when: [ofTheirs, ['dates that do not fit', { facts: { validUntil: '2026-03-02' } }]],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'A mistake.' } }, { withdrawnReason: 'A mistake.' }]],
    },
  },
})

const dbs = { scheme: 'dbs', number: '001234567890', workforce: 'child', level: 'enhanced' }
const aCheck = (changes: object = {}, described: object = {}) => ({
  facts: { kind: 'dbs-check', validUntil: '2029-03-03', dbs: { ...dbs, ...described }, ...changes },
})
holdsOnFacts({
  workflow: vettingWorkflow,
  facts: {
    volunteerId: 'a volunteer',
    ownUserId: 'the volunteer',
    kind: 'safeguarding-training',
    takenOn: '2026-03-03',
    validUntil: null,
    latestRecheck: '2029-03-03',
    isWhole: false,
    dbs: { scheme: '', number: '', workforce: '', level: '' },
    heldByCommittee: false,
    faceToFace: true,
  },
  states: ['standing', 'withdrawn'],
  locked: [],
  steps: {
    create: {
      by: officeOrSoftware,
      when: [
        ['about them', { facts: { ownUserId: ME } }, /ORG-1: This record is about you/],
        ['tomorrow', { facts: { takenOn: '2026-03-04' } }, /VOL-6: This is dated in the future/],
        ['until the day itself', { facts: { validUntil: '2026-03-03' } }],
        ['over before it began', { facts: { validUntil: '2026-03-02' } }, /VOL-6: “Valid until” is before/],
        ['on a screen', { facts: { faceToFace: false } }, /VOL-3: Safeguarding training counts only/],
        ['an approval by another', { facts: { kind: 'committee-approval' } }, /VOL-3: The committee approves/],
        ['an approval', { facts: { kind: 'committee-approval', heldByCommittee: true } }],
        ['an induction by another', { facts: { kind: 'induction', isWhole: true } }, /VOL-3: An induction is held by/],
        ['half an induction', { facts: { kind: 'induction', heldByCommittee: true } }, /VOL-3: An induction goes/],
        ['an induction', { facts: { kind: 'induction', isWhole: true, heldByCommittee: true } }],
        ['a check', aCheck()],
        ['a check by nobody', aCheck({}, { scheme: '' }), /VOL-6: A DBS check needs who issued it/],
        ['a check for no workforce', aCheck({}, { workforce: '' }), /VOL-6: A DBS check needs who issued it/],
        ['a check of no level', aCheck({}, { level: '' }), /VOL-6: A DBS check needs who issued it/],
        ['eleven digits', aCheck({}, { number: '00123456789' }), /VOL-6: A DBS certificate has a number of 12/],
        ['thirteen digits', aCheck({}, { number: '0012345678901' }), /VOL-6: A DBS certificate has a number of 12/],
        ['another scheme', aCheck({}, { scheme: 'access-ni', number: 'AB1234' }), undefined],
        ['its short number', aCheck({}, { scheme: 'access-ni', number: 'AB123' }), /VOL-6: The certificate needs its/],
        ['for children and adults', aCheck({}, { workforce: 'child-and-adult' })],
        ['for adults', aCheck({}, { workforce: 'adult' }), /VOL-6: The certificate is not for work with children/],
        ['a basic one', aCheck({}, { workforce: 'other', level: 'basic' })],
        ['a check without an end', aCheck({ validUntil: null }), /VOL-6: A DBS check needs the last day/],
        ['a check for too long', aCheck({ validUntil: '2029-03-04' }), /VOL-6: By the charity’s own rule/],
      ],
      writes: [
        [{}, { seenBy: ME }],
        [{ input: { seenBy: 'another' } }, {}],
        [{ actor: theSoftware }, {}],
      ],
    },
    withdraw: {
      from: ['standing'],
      to: 'withdrawn',
      by: officeOrSoftware,
      when: [['about them', { facts: { ownUserId: ME } }, /ORG-1: This record is about you/]],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'A mistake.' } }, { withdrawnReason: 'A mistake.' }]],
    },
  },
})
