import { describe, expect, test } from '@jest/globals'
import { handoverWorkflow } from '../../../src/programme/matching/handovers/workflow.ts'
import { endsAtEighteen } from '../../../src/programme/matching/matches/endAtEighteen.ts'
import { mayKnowOn, seesAsSecond, seesChild } from '../../../src/programme/matching/matches/rules.ts'
import { matchWorkflow } from '../../../src/programme/matching/matches/workflow.ts'
import type { StoredAnswer } from '../../../src/programme/consent/queries.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../../../src/programme/consent/rules.ts'
import type { Acceptance } from '../../../src/programme/policies/rules.ts'
import type { ClearanceFacts } from '../../../src/programme/recruitment/rules.ts'
import { EVERYBODY_AT_ALL, holdsOnFacts, ME, somebody, theSoftware } from '../../support/stepsOnFacts.ts'

const office = ['co-ordinator', 'committee']
const committee = ['committee']

/** Cleared from 10 September 2025 through 10 March 2026. */
const clearance: ClearanceFacts = {
  name: 'Harper Sample',
  standing: 'active',
  bornOn: '1990-05-05',
  mobile: '07700 900123',
  meetsChildren: 'weekly',
  matches: [],
  documents: [],
  references: { referencesHeldOn: ['2025-09-05', '2025-09-05'], declaredOn: '2025-09-05' },
  vetting: (['committee-approval', 'dbs-check', 'safeguarding-training', 'induction'] as const).map((kind) => ({
    kind,
    takenOn: '2025-09-10',
    validUntil: '2026-03-10',
    faceToFace: true,
    level: 'enhanced-barred',
    isWhole: true,
    endsBefore: null,
  })),
}
const training = { kind: 'First aid', isRequired: true, taken: [{ takenOn: '2025-09-10', validUntil: '2026-03-10' }] }
const answer = (item: ConsentItem, changes: Partial<StoredAnswer> = {}) => ({
  guardianId: 'a parent',
  item,
  answer: 'yes' as const,
  decidedOn: '2025-12-01',
  order: 1,
  until: '2026-12-01',
  counts: true,
  themselves: false,
  bornOn: '2014-01-20',
  ...changes,
})
const answers = (Object.keys(CONSENT_ITEMS) as ConsentItem[]).map((item) => answer(item))
const ready = {
  member: true,
  accepted: true,
  goals: 1,
  goalsSet: true,
  parentsMet: true,
  parentsMetByCommittee: true,
  school: 'told',
  schoolReason: '',
  introduced: true,
  firstReview: true,
  contact: true,
  childAgreed: true,
  riskAccepted: true,
  riskAcceptedByCommittee: true,
}
const lacks = (changes: object) => ({ facts: { readiness: { ...ready, ...changes } } })
const ownMatch = ['their own', { facts: { volunteerUserId: ME } }, /ORG-1: This match is your own/] as const
const behind = { proposedBy: 'who proposed it', chosenBy: 'another', stepsBy: ['who proposed it'] }
const ends = (reason: string | RegExp) => ({
  endsOn: '2026-03-03',
  endReason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
})
const clearedOn = [
  ['cleared no more on its first day', { facts: { startsOn: '2026-03-11' } }, /VOL-3: The committee has not approved/],
  ['cleared through its first day', { facts: { startsOn: '2026-03-10' } }],
  ['its first day gone by, cleared no more today', { now: new Date('2026-03-11T12:00:00Z') }, /VOL-3: The committee/],
] as const

holdsOnFacts({
  workflow: matchWorkflow,
  facts: {
    childId: 'a child',
    volunteerId: 'a volunteer',
    volunteerUserId: 'the volunteer',
    startsOn: '2026-03-03',
    chosen: false,
    clearance,
    answers,
    otherVolunteerActive: false,
    schoolBefore: 'told',
    trainings: [],
    childrenBeside: 1,
    capacity: 2,
    readiness: ready,
    behind,
    seats: { committee: [{ id: 'a third', name: 'Casey Standin' }], candidates: [] },
  },
  states: ['proposed', 'active', 'ended'],
  locked: ['volunteer: volunteers', 'child: children'],
  editable: {
    proposed: [
      ...['startsOn', 'frequency', 'committeeContact'],
      ...['goalsSetOn', 'parentsMetBy', 'parentsMetOn', 'school', 'schoolReason', 'introducedOn', 'firstReviewOn'],
      ...['childAgreedOn', 'riskAcceptedOn', 'riskAcceptedBy', 'alreadyKnown'],
    ],
    active: ['frequency', 'committeeContact'],
  },
  steps: {
    create: {
      by: office,
      when: [
        ['nothing done yet', { facts: { readiness: { contact: true }, clearance: undefined, answers: [] } }],
        ['a contact who is not of the committee', lacks({ contact: false }), /MAT-2: The committee contact must sit/],
        [
          'that the school was told, by somebody else',
          { facts: { schoolBefore: null } },
          /MAT-2: Only the schools liaison tells a school/,
        ],
        [
          'by the schools liaison',
          { facts: { schoolBefore: null }, actor: somebody({ designations: ['schools-liaison'] }) },
        ],
        ['that it is not told', { facts: { schoolBefore: null, readiness: { ...ready, school: 'not-told' } } }],
      ],
      writes: [
        [
          { input: { school: 'told', goalsSetOn: '' } },
          { chosenBy: ME, proposedBy: ME, stepsBy: { school: ME }, schoolToldBy: ME, schoolToldOn: '2026-03-03' },
        ],
        [{ actor: somebody({ roles: ['co-ordinator'] }) }, { proposedBy: ME, stepsBy: null }],
        [{ facts: { volunteerUserId: ME } }, { proposedBy: ME, stepsBy: null }],
        [{ actor: theSoftware }, { proposedBy: null, stepsBy: null }],
      ],
    },
    choose: {
      from: ['proposed'],
      to: 'proposed',
      by: committee,
      when: [
        ownMatch,
        ['who is chosen', { facts: { chosen: true } }, /STATE: The committee has chosen this volunteer already/],
        ...clearedOn,
        ['nobody known', { facts: { clearance: undefined } }],
        ['what they proposed', { facts: { behind: { ...behind, proposedBy: ME } } }],
      ],
      writes: [
        [{}, { chosenBy: ME }],
        [{ facts: { volunteerUserId: ME } }, {}],
        [{ actor: somebody({ roles: ['co-ordinator'] }) }, {}],
        [{ actor: theSoftware }, {}],
      ],
    },
    start: {
      from: ['proposed'],
      to: 'active',
      by: committee,
      when: [
        ownMatch,
        ['what they proposed', { facts: { behind: { ...behind, proposedBy: ME } } }, /ORG-1: You proposed it, so/],
        ['whom they chose', { facts: { behind: { ...behind, chosenBy: ME } } }, /ORG-1: You chose the volunteer, so/],
        [
          'whose steps they wrote',
          { facts: { behind: { ...behind, stepsBy: [ME, ME] } } },
          /ORG-1: You wrote down every/,
        ],
        ['some of whose steps they wrote', { facts: { behind: { ...behind, stepsBy: [ME, 'another'] } } }],
        ['no member', lacks({ member: false }), /MAT-2: The child is not a current member/],
        ['not accepted', lacks({ accepted: false }), /MAT-2: The committee has not accepted/],
        ['no goal', lacks({ goals: 0 }), /MAT-2: Goals have not been set/],
        ['goals of no day', lacks({ goalsSet: false }), /MAT-2: Goals have not been set/],
        ['parents not met', lacks({ parentsMet: false }), /MAT-2: No committee member has met the parents/],
        ['parents met by another', lacks({ parentsMetByCommittee: false }), /MAT-2: No committee member has met/],
        ['a school not told', lacks({ school: 'not-told' }), /MAT-2: The school has not been told/],
        ['a school not told for a blank', lacks({ school: 'not-told', schoolReason: ' ' }), /MAT-2: The school has/],
        ['a school not told for a reason', lacks({ school: 'not-told', schoolReason: 'Their parents’ wish' })],
        ['a reason alone', lacks({ school: null, schoolReason: 'Their parents’ wish' }), /MAT-2: The school has not/],
        ['not introduced', lacks({ introduced: false }), /MAT-2: Volunteer, child and family have not met/],
        ['no review', lacks({ firstReview: false }), /MAT-2: The first review is not dated/],
        ['no contact', lacks({ contact: false }), /MAT-2: No committee contact is assigned/],
        ['a child who did not agree', lacks({ childAgreed: false }), /MAT-9: The child has not agreed/],
        ['a risk not accepted', lacks({ riskAccepted: false }), /MAT-10: The pair’s risk assessment is not accepted/],
        ['a risk accepted by another', lacks({ riskAcceptedByCommittee: false }), /MAT-10: The pair’s risk assessment/],
        ...clearedOn,
        [
          'training not taken',
          { facts: { trainings: [{ ...training, taken: [] }] } },
          /VOL-14: The training “First aid”/,
        ],
        ['training taken', { facts: { trainings: [training] } }],
        [
          'training over on its first day',
          {
            facts: {
              startsOn: '2026-03-10',
              trainings: [{ ...training, taken: [{ takenOn: '2025-09-10', validUntil: '2026-03-09' }] }],
            },
          },
          /VOL-14: .*10 March 2026/,
        ],
        [
          'training over today, its first day gone by',
          {
            facts: {
              startsOn: '2026-03-02',
              trainings: [{ ...training, taken: [{ takenOn: '2025-09-10', validUntil: '2026-03-02' }] }],
            },
          },
          /VOL-14: .*3 March 2026/,
        ],
        [
          'one child more',
          { facts: { childrenBeside: 2 } },
          /VOL-5: This volunteer has 2 children already, and may have 2/,
        ],
        [
          'one child and no more',
          { facts: { capacity: 1 } },
          /VOL-5: This volunteer has 1 child already, and may have 1/,
        ],
        [
          'a parent’s no',
          { facts: { answers: [...answers.slice(1), answer('taking-part', { answer: 'no' })] } },
          /CON-1/,
        ],
        ['another volunteer', { facts: { otherVolunteerActive: true } }, /MAT-3: This child already has an active/],
        ['nobody chosen', { facts: { chosen: false } }],
      ],
    },
    end: {
      from: ['proposed', 'active'],
      to: 'ended',
      by: office,
      when: [ownMatch, ['not cleared', { facts: { clearance: undefined, readiness: {} } }]],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'They move away.' } }, ends('They move away.')]],
    },
    endAtEighteen: {
      from: ['proposed', 'active'],
      to: 'ended',
      by: EVERYBODY_AT_ALL,
      automatic: true,
      writes: [[{}, ends(/CON-9/)]],
    },
  },
})

const ownChild = ['their own', { facts: { volunteerUserId: ME } }, /ORG-1: You were this child’s volunteer/] as const
holdsOnFacts({
  workflow: handoverWorkflow,
  facts: { volunteerUserId: 'the volunteer' },
  states: ['needed', 'begun', 'done', 'not-needed'],
  locked: [],
  steps: {
    create: { by: ['the software'], as: theSoftware },
    begin: {
      from: ['needed'],
      to: 'begun',
      by: office,
      when: [ownChild],
      writes: [
        [{}, { begunBy: ME }],
        [{ actor: theSoftware }, { begunBy: null }],
      ],
    },
    finish: {
      from: ['begun'],
      to: 'done',
      by: office,
      when: [ownChild],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'To Sky.' } }, { closedReason: 'To Sky.' }]],
    },
    dismiss: {
      from: ['needed', 'begun'],
      to: 'not-needed',
      by: office,
      when: [ownChild],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'They move away.' } }, { closedReason: 'They move away.' }]],
    },
  },
})

describe('[MAT-7] through which match a volunteer sees the child', () => {
  const match = { status: 'active', endsOn: null, chosen: false, clearance: undefined }
  test.each([
    ['an active one', match, true],
    ['on its last day', { ...match, endsOn: '2026-03-03' }, true],
    ['the day after', { ...match, endsOn: '2026-03-02' }, false],
    ['one that has ended', { ...match, status: 'ended', chosen: true, clearance }, false],
    ['one that is proposed', { ...match, status: 'proposed', clearance }, false],
    ['one for which they were chosen', { ...match, status: 'proposed', chosen: true, clearance }, true],
    ['one for which nobody known was chosen', { ...match, status: 'proposed', chosen: true }, false],
  ])('[MAT-7] %s', (_what, facts, sees) => {
    expect(seesChild({ facts, on: '2026-03-03' }).allowed).toBe(sees)
    const current = { number: '1.0', adoptedOn: '2025-09-01', graceUntil: null }
    const knows = (agreement: Acceptance | undefined) =>
      mayKnowOn({ match: facts, agreement, on: '2026-03-03' }).allowed
    expect([
      knows({ current, state: 'accepted', acceptedOn: '2025-09-02' }),
      knows({ current, state: 'due', by: '2026-03-03' }),
      knows({ current, state: 'missing' }),
      knows(undefined),
    ]).toEqual([sees, sees, false, false])
  })

  test('[MAT-7] no match, nothing; and whoever was chosen, only while what clears them holds', () => {
    expect(
      mayKnowOn({
        match: undefined,
        agreement: {
          current: { number: '1.0', adoptedOn: '2025-09-01', graceUntil: null },
          state: 'due',
          by: '2026-03-03',
        },
        on: '2026-03-03',
      }),
    ).toMatchObject({ allowed: false, reason: 'You are not matched with this child.' })
    const chosen = { status: 'proposed', endsOn: null, chosen: true, clearance }
    expect(['2026-03-10', '2026-03-11'].map((on) => seesChild({ facts: chosen, on }).allowed)).toEqual([true, false])
  })

  test.each([
    ['proposed', '2026-03-03', true],
    ['confirmed', '2026-03-03', true],
    ['confirmed', '2026-03-02', false],
    ['confirmed', '2026-03-04', false],
    ['cancelled', '2026-03-03', false],
    ['held', '2026-03-03', false],
  ])('[MAT-7, MTG-3] who comes along to a meeting that is %s on %s sees it on 3 March: %s', (status, meetsOn, sees) => {
    expect(seesAsSecond({ meeting: { meetsOn, status }, on: '2026-03-03' }).allowed).toBe(sees)
  })
})

describe('[CON-9] whether a young person’s match ends', () => {
  const bornOn = '2008-03-03'
  const own = (changes: Partial<StoredAnswer>) =>
    (['taking-part', 'meetings'] as const).map((item) =>
      answer(item, { themselves: true, bornOn, decidedOn: '2026-03-03', until: '2027-03-03', ...changes }),
    ) as StoredAnswer[]
  const ofParents = (['taking-part', 'meetings'] as const).map((item) => answer(item, { bornOn })) as StoredAnswer[]
  const [takingPart, meetings] = own({})
  const [noPart, noMeetings] = own({ answer: 'no' })
  test.each<[string, Array<StoredAnswer | undefined>, string, boolean]>([
    ['the day before they are 18, whatever was said', [noPart, noMeetings], '2026-03-02', false],
    ['on their birthday, nothing said yet', ofParents, '2026-03-03', false],
    ['on their birthday, never asked', [], '2026-03-03', false],
    ['on their birthday, a no', [noPart, noMeetings], '2026-03-03', true],
    ['a no to one of the two', [takingPart, noMeetings], '2026-03-03', true],
    ['a yes to both', [takingPart, meetings], '2026-03-31', false],
    ['a yes to one and nothing to the other, in time', [takingPart], '2026-03-23', false],
    ['a yes to one and nothing to the other, when the link’s time is over', [takingPart], '2026-03-24', true],
    ['nothing said on the last day of the link', ofParents, '2026-03-23', false],
    ['nothing said when it is over', ofParents, '2026-03-24', true],
    ['never asked, when it is over', [], '2026-03-24', true],
    ['a yes that has run out is asked for again', [takingPart, meetings], '2027-03-03', false],
  ])('[CON-9] %s', (_what, given, on, isOver) => {
    expect(endsAtEighteen({ answers: given.filter((one) => one !== undefined), bornOn, on })).toBe(isOver)
  })
})
