import { describe, expect, test } from '@jest/globals'
import type { Actor } from '../../../src/core/access/actor.ts'
import { allowed, refused } from '../../../src/core/errors/refusal.ts'
import type { Guard } from '../../../src/core/workflow/workflow.ts'
import type { ConsentAnswer, ConsentItem } from '../../../src/programme/consent/rules.ts'
import {
  agreedWithParent,
  allGatesOfTheDay,
  consentOnTheDay,
  fourEyes,
  gatesOfTheDay,
  matchOnTheDay,
  mayCancel,
  mayConfirm,
  mayNameParent,
  mayPropose,
  noOtherProposal,
  nowhereElse,
  publicPlace,
  secondVolunteerWhereDark,
  stillAhead,
  volunteerClearedOnTheDay,
  type MeetingFacts,
  type Overlap,
} from '../../../src/programme/meetings/rules.ts'
import type { ClearanceFacts, VettingFact } from '../../../src/programme/recruitment/rules.ts'

// The meeting is on Tuesday 10 March 2026 at 4pm; today is Tuesday 3 March, noon.
const now = new Date('2026-03-03T12:00:00Z')
const plain = {
  faceToFace: false,
  level: null,
  isWhole: false,
  endsBefore: null,
  takenOn: '2025-09-01',
  validUntil: null,
}
const vetting: VettingFact[] = [
  { ...plain, kind: 'committee-approval' },
  { ...plain, kind: 'dbs-check', validUntil: '2028-08-31', level: 'enhanced-barred' },
  { ...plain, kind: 'safeguarding-training', validUntil: '2028-08-31', faceToFace: true },
  { ...plain, kind: 'induction', isWhole: true },
]
const cleared = (changes: Partial<ClearanceFacts> = {}): ClearanceFacts => ({
  name: 'Harper Sample',
  standing: 'active',
  bornOn: '1990-05-05',
  mobile: '07700 900123',
  meetsChildren: 'weekly',
  matches: [],
  vetting,
  documents: [],
  references: { referencesHeldOn: ['2024-01-02', '2024-01-03'], declaredOn: '2024-01-01' },
  ...changes,
})
const clearedUntil = (validUntil: string): ClearanceFacts =>
  cleared({ vetting: vetting.map((fact) => (fact.kind === 'dbs-check' ? { ...fact, validUntil } : fact)) })
const yes = (item: ConsentItem, until = '2026-12-01'): ConsentAnswer => ({
  guardianId: 'a parent',
  item,
  answer: 'yes',
  decidedOn: '2025-12-01',
  order: 1,
  until,
  counts: true,
  themselves: false,
  bornOn: '2014-01-20',
})
const meeting: MeetingFacts = {
  kind: 'one-to-one',
  placeKind: 'public',
  place: 'Library café',
  startsAt: new Date('2026-03-10T16:00:00Z'),
  agreedOn: '2026-03-02',
  agreedWay: 'text',
  guardianOfChild: true,
  matchHolds: true,
  volunteerUserId: 'the volunteer',
  secondUserId: null,
  proposedBy: 'the co-ordinator',
  changedBy: null,
  volunteer: cleared(),
  secondVolunteer: undefined,
  secondVolunteerIsSame: false,
  answers: [yes('taking-part'), yes('meetings')],
  confirmers: ['the confirmer'],
  knowsParents: allowed,
  overlaps: [],
}
const elsewhere = (status: Overlap['status'], who: 'child' | 'volunteer' | 'secondVolunteer'): Overlap => ({
  status,
  child: who === 'child',
  volunteer: who === 'volunteer',
  secondVolunteer: who === 'secondVolunteer',
})
const person = (userId: string, ...roles: string[]): Actor => ({
  kind: 'person',
  userId,
  name: 'Quinn Invented',
  roles,
  designations: [],
  worksInPanel: true,
  profiles: {},
  provenAt: now,
})
const software: Actor = { kind: 'system', reason: 'a test' }
const asking = ({
  guard,
  changes = {},
  actor = software,
  at = now,
}: {
  guard: Guard<MeetingFacts>
  changes?: Partial<MeetingFacts>
  actor?: Actor
  at?: Date
}): string => {
  const decision = guard({ ...meeting, ...changes }, { actor, now: at, input: {} })
  return decision.allowed ? 'allowed' : decision.rule
}
const fieldOf = ({
  guard,
  changes,
}: {
  guard: Guard<MeetingFacts>
  changes: Partial<MeetingFacts>
}): string | undefined => {
  const decision = guard({ ...meeting, ...changes }, { actor: software, now, input: {} })
  return decision.allowed ? undefined : decision.field
}

describe('[MTG-4] each gate of the day', () => {
  test.each<[string, Guard<MeetingFacts>, Partial<MeetingFacts>, string]>([
    ['[MTG-1] agreed yesterday', agreedWithParent, {}, 'allowed'],
    ['[MTG-1] agreed today', agreedWithParent, { agreedOn: '2026-03-03' }, 'allowed'],
    ['[MTG-1] agreed on a day to come', agreedWithParent, { agreedOn: '2026-03-04' }, 'MTG-1'],
    ['[MTG-1] agreed on no day', agreedWithParent, { agreedOn: null }, 'MTG-1'],
    ['[MTG-1] agreed in no way', agreedWithParent, { agreedWay: null }, 'MTG-1'],
    ['[MTG-1] agreed with somebody else', agreedWithParent, { guardianOfChild: false }, 'MTG-1'],
    ['[MTG-2] a public place', publicPlace, {}, 'allowed'],
    ['[MTG-2] no place', publicPlace, { place: ' ' }, 'MTG-2'],
    ['[MTG-2] a public place that says “At home”', publicPlace, { place: 'at home ' }, 'MTG-2'],
    ['[MTG-2] somewhere private', publicPlace, { placeKind: 'private' }, 'MTG-2'],
    [
      '[MTG-2] somewhere private with the parents there',
      publicPlace,
      { placeKind: 'private', kind: 'family' },
      'MTG-2',
    ],
    ['[MTG-2] a home, one to one', publicPlace, { placeKind: 'home' }, 'MTG-2'],
    ['[MTG-2] a home with the parents there', publicPlace, { placeKind: 'home', kind: 'family' }, 'allowed'],
    ['[MTG-2] a café with the parents there', publicPlace, { kind: 'family' }, 'allowed'],
    ['[MTG-3] a café alone', secondVolunteerWhereDark, {}, 'allowed'],
    ...(['cinema', 'theatre'] as const).flatMap(
      (placeKind): Array<[string, Guard<MeetingFacts>, Partial<MeetingFacts>, string]> => [
        [`[MTG-3] a ${placeKind} alone`, secondVolunteerWhereDark, { placeKind }, 'MTG-3'],
        [
          `[MTG-3] a ${placeKind} with a second volunteer`,
          secondVolunteerWhereDark,
          { placeKind, secondVolunteer: cleared() },
          'allowed',
        ],
        [
          `[MTG-3] a ${placeKind} with oneself as the second`,
          secondVolunteerWhereDark,
          { placeKind, secondVolunteer: cleared(), secondVolunteerIsSame: true },
          'MTG-3',
        ],
        [
          `[MTG-3] a ${placeKind} with a second who is cleared through that day`,
          secondVolunteerWhereDark,
          { placeKind, secondVolunteer: clearedUntil('2026-03-10') },
          'allowed',
        ],
        [
          `[MTG-3] a ${placeKind} with a second who is cleared until the day before`,
          secondVolunteerWhereDark,
          { placeKind, secondVolunteer: clearedUntil('2026-03-09') },
          'MTG-3',
        ],
        [
          `[MTG-3] a ${placeKind} with the parents there and no second`,
          secondVolunteerWhereDark,
          { placeKind, kind: 'family' },
          'MTG-3',
        ],
      ],
    ),
    ['[MAT-6] a match that holds', matchOnTheDay, {}, 'allowed'],
    ['[MAT-6] no match that day', matchOnTheDay, { matchHolds: false }, 'MTG-4'],
    [
      '[VOL-3] a volunteer cleared through that day',
      volunteerClearedOnTheDay,
      { volunteer: clearedUntil('2026-03-10') },
      'allowed',
    ],
    [
      '[VOL-3] a volunteer cleared until the day before',
      volunteerClearedOnTheDay,
      { volunteer: clearedUntil('2026-03-09') },
      'VOL-3',
    ],
    ['[VOL-3] no volunteer', volunteerClearedOnTheDay, { volunteer: undefined }, 'VOL-3'],
    [
      '[CON-1] consent that ends the day after',
      consentOnTheDay,
      { answers: [yes('taking-part', '2026-03-11'), yes('meetings')] },
      'allowed',
    ],
    [
      '[CON-1] consent that ends with that day',
      consentOnTheDay,
      { answers: [yes('taking-part', '2026-03-10'), yes('meetings')] },
      'CON-1',
    ],
    ['[CON-1] no consent to meetings', consentOnTheDay, { answers: [yes('taking-part')] }, 'CON-1'],
    ['[CON-1] no consent to taking part', consentOnTheDay, { answers: [yes('meetings')] }, 'CON-1'],
    ...(['child', 'volunteer', 'secondVolunteer'] as const).flatMap(
      (who): Array<[string, Guard<MeetingFacts>, Partial<MeetingFacts>, string]> => [
        [
          `[MTG-12] a confirmed meeting of the ${who} at that time`,
          nowhereElse,
          { overlaps: [elsewhere('confirmed', who)] },
          'MTG-12',
        ],
        [
          `[MTG-12] a confirmed meeting of the ${who} beside a proposal`,
          noOtherProposal,
          { overlaps: [elsewhere('confirmed', who)] },
          'MTG-12',
        ],
        [
          `[MTG-12] a proposal of the ${who} at that time stops no confirming`,
          nowhereElse,
          { overlaps: [elsewhere('proposed', who)] },
          'allowed',
        ],
        [
          `[MTG-12] a proposal of the ${who} stops another proposal`,
          noOtherProposal,
          { overlaps: [elsewhere('proposed', who)] },
          'MTG-12',
        ],
      ],
    ),
    ['[MTG-12] nothing else at that time', noOtherProposal, {}, 'allowed'],
    [
      '[MAT-7] somebody who may not know the parents',
      mayNameParent,
      { knowsParents: refused({ rule: 'MAT-7', reason: 'No.', nextStep: 'Ask.' }) },
      'MAT-7',
    ],
  ])('%s', (_what, guard, changes, outcome) => {
    expect(asking({ guard, changes })).toBe(outcome)
  })

  test('[MTG-1] the field to mend is the one that is missing', () => {
    expect([
      fieldOf({ guard: agreedWithParent, changes: { agreedOn: null, agreedWay: null } }),
      fieldOf({ guard: agreedWithParent, changes: { agreedWay: null } }),
    ]).toEqual(['agreedOn', 'agreedWay'])
  })

  test('[MTG-12] it is said who has another meeting, and at the second volunteer’s where to choose another', () => {
    const told = (['child', 'volunteer', 'secondVolunteer'] as const).map((who) =>
      nowhereElse({ ...meeting, overlaps: [elsewhere('confirmed', who)] }, { actor: software, now, input: {} }),
    )
    expect(told.map((decision) => (decision.allowed ? undefined : [decision.reason, decision.field]))).toEqual([
      ['The child has another meeting at that time.', 'startsAt'],
      ['The volunteer has another meeting at that time.', 'startsAt'],
      ['The second volunteer has another meeting at that time.', 'secondVolunteer'],
    ])
  })

  test('[MTG-4] all of them together say yes to a meeting without fault, and each alone stops one', () => {
    expect(asking({ guard: allGatesOfTheDay })).toBe('allowed')
    const faults: Array<[Guard<MeetingFacts>, Partial<MeetingFacts>]> = [
      [agreedWithParent, { agreedOn: null }],
      [publicPlace, { placeKind: 'private' }],
      [secondVolunteerWhereDark, { placeKind: 'theatre' }],
      [matchOnTheDay, { matchHolds: false }],
      [volunteerClearedOnTheDay, { volunteer: undefined }],
      [consentOnTheDay, { answers: [] }],
      [nowhereElse, { overlaps: [elsewhere('confirmed', 'child')] }],
    ]
    for (const [gate, changes] of faults) {
      expect(gatesOfTheDay).toContain(gate)
      expect(asking({ guard: allGatesOfTheDay, changes })).toBe(asking({ guard: gate, changes }))
      expect(asking({ guard: allGatesOfTheDay, changes })).not.toBe('allowed')
    }
  })

  test.each([
    ['a minute before it begins', '2026-03-10T15:59:00Z', 'allowed'],
    ['as it begins', '2026-03-10T16:00:00Z', 'MTG-4'],
    ['a minute after it began', '2026-03-10T16:01:00Z', 'MTG-4'],
  ])('[MTG-4] %s', (_what, at, outcome) => {
    expect(asking({ guard: stillAhead, at: new Date(at) })).toBe(outcome)
  })

  test('[MTG-1] a meeting without a day and a time is asked for them', () =>
    expect(asking({ guard: stillAhead, changes: { startsAt: new Date(NaN) } })).toBe('MTG-1'))
})

describe('[ORG-1] who proposes, confirms and calls off', () => {
  test.each<[string, Guard<MeetingFacts>, Actor, Partial<MeetingFacts>, string]>([
    ['the volunteer proposes', mayPropose, person('the volunteer', 'volunteer'), {}, 'allowed'],
    ['another volunteer does not', mayPropose, person('another', 'volunteer'), {}, 'MTG-4'],
    ['the co-ordinator proposes', mayPropose, person('the co-ordinator', 'co-ordinator'), {}, 'allowed'],
    ['the software does not', mayPropose, software, {}, 'MTG-4'],
    ['nobody is the volunteer of a meeting without one', mayPropose, software, { volunteerUserId: null }, 'MTG-4'],
    ['the volunteer calls off', mayCancel, person('the volunteer', 'volunteer'), {}, 'allowed'],
    ['another volunteer does not call off', mayCancel, person('another', 'volunteer'), {}, 'MTG-4'],
    ['the confirmer confirms', mayConfirm, person('the confirmer', 'committee'), {}, 'allowed'],
    ['the co-ordinator does not', mayConfirm, person('the co-ordinator', 'co-ordinator'), {}, 'MTG-4'],
    ['the software does not confirm', mayConfirm, software, {}, 'MTG-4'],
    [
      'another of the committee does not, while a confirmer is free',
      mayConfirm,
      person('another', 'committee'),
      {},
      'MTG-4',
    ],
    [
      'another of the committee does, where the only confirmer proposed it',
      mayConfirm,
      person('another', 'committee'),
      { confirmers: ['the co-ordinator'] },
      'allowed',
    ],
    [
      'another of the committee does, where the only confirmer is the volunteer',
      mayConfirm,
      person('another', 'committee'),
      { confirmers: ['the volunteer'] },
      'allowed',
    ],
    [
      'another of the committee does, where the only confirmer changed it',
      mayConfirm,
      person('another', 'committee'),
      { changedBy: 'the confirmer' },
      'allowed',
    ],
    [
      'another of the committee does, where the only confirmer comes along',
      mayConfirm,
      person('another', 'committee'),
      { secondUserId: 'the confirmer' },
      'allowed',
    ],
    [
      'another of the committee does not, where one of two confirmers is free',
      mayConfirm,
      person('another', 'committee'),
      { confirmers: ['the volunteer', 'the confirmer'] },
      'MTG-4',
    ],
    [
      'another of the committee does, where there is no confirmer',
      mayConfirm,
      person('another', 'committee'),
      { confirmers: [] },
      'allowed',
    ],
    [
      'somebody without a seat does not even then',
      mayConfirm,
      person('another', 'co-ordinator'),
      { confirmers: [] },
      'MTG-4',
    ],
    ['whoever proposed it does not confirm', fourEyes, person('the co-ordinator'), {}, 'ORG-1'],
    ['whoever changed it does not confirm', fourEyes, person('the confirmer'), { changedBy: 'the confirmer' }, 'ORG-1'],
    [
      'whoever comes along does not confirm',
      fourEyes,
      person('the confirmer'),
      { secondUserId: 'the confirmer' },
      'ORG-1',
    ],
    ['its volunteer does not confirm', fourEyes, person('the volunteer'), {}, 'ORG-1'],
    ['somebody else confirms', fourEyes, person('the confirmer'), {}, 'allowed'],
  ])('[ORG-1] %s', (_what, guard, actor, changes, outcome) => {
    expect(asking({ guard, actor, changes })).toBe(outcome)
  })
})
