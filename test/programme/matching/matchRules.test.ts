// What decides about a match, given the facts: each item, each half of each condition, each day. No database.
import { describe, expect, test } from '@jest/globals'
import type { Actor } from '../../../src/core/access/actor.ts'
import { behindMatch, STEPS, stepsWrittenBy } from '../../../src/programme/matching/matches/behind.ts'
import { endsAtEighteen } from '../../../src/programme/matching/matches/endAtEighteen.ts'
import { READINESS_FIELDS } from '../../../src/programme/matching/matches/readiness.ts'
import { READINESS, type Readiness } from '../../../src/programme/matching/matches/readinessRules.ts'
import {
  mayKnowChild,
  mayKnowOn,
  seesAsSecond,
  seesChild,
  startedByAnother,
  type SightFacts,
} from '../../../src/programme/matching/matches/rules.ts'
import type { StoredAnswer } from '../../../src/programme/consent/queries.ts'
import type { ClearanceFacts } from '../../../src/programme/recruitment/rules.ts'

const person = (userId: string): Actor => ({
  kind: 'person',
  userId,
  name: 'Quinn Invented',
  roles: ['committee'],
  designations: [],
  worksInPanel: true,
  profiles: {},
  provenAt: new Date('2026-03-03T12:00:00Z'),
})
const software: Actor = { kind: 'system', reason: 'a test' }

describe('[MAT-2, MAT-9, MAT-10] the readiness list', () => {
  const ready: Readiness = {
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
  const missingOf = (changes: Partial<Readiness>): string[] =>
    READINESS.flatMap((gate) => {
      const decision = gate(
        { readiness: { ...ready, ...changes } },
        { actor: software, now: new Date('2026-03-03T12:00:00Z'), input: {} },
      )
      return decision.allowed ? [] : [`${decision.rule}: ${decision.reason}`]
    })
  const school = 'MAT-2: The school has not been told, and no reason is recorded why not.'
  const goals = 'MAT-2: Goals have not been set together by volunteer and committee.'
  const parents = 'MAT-2: No committee member has met the parents.'
  const risk = 'MAT-10: The pair’s risk assessment is not accepted.'

  test.each<[Partial<Readiness>, string | undefined]>([
    [{}, undefined],
    [{ goals: 3 }, undefined],
    [{ school: 'not-told', schoolReason: 'The parents said no' }, undefined],
    [{ school: 'told', schoolReason: 'Anything' }, undefined],
    [{ member: false }, 'MAT-2: The child is not a current member of the club.'],
    [{ accepted: false }, 'MAT-2: The committee has not accepted the child’s referral.'],
    [{ goals: 0 }, goals],
    [{ goalsSet: false }, goals],
    [{ parentsMet: false }, parents],
    [{ parentsMetByCommittee: false }, parents],
    [{ school: null }, school],
    [{ school: null, schoolReason: 'The parents said no' }, school],
    [{ school: 'not-told' }, school],
    [{ school: 'not-told', schoolReason: '  ' }, school],
    [{ introduced: false }, 'MAT-2: Volunteer, child and family have not met.'],
    [{ firstReview: false }, 'MAT-2: The first review is not dated.'],
    [{ contact: false }, 'MAT-2: No committee contact is assigned.'],
    [{ childAgreed: false }, 'MAT-9: The child has not agreed to the children’s code of conduct.'],
    [{ riskAccepted: false }, risk],
    [{ riskAcceptedByCommittee: false }, risk],
  ])('%j', (changes, missing) => {
    expect(missingOf(changes)).toEqual(missing === undefined ? [] : [missing])
  })

  test('is written down in these fields, and who wrote each is kept of these steps', () => {
    expect([...READINESS_FIELDS]).toEqual([
      'goalsSetOn',
      'parentsMetBy',
      'parentsMetOn',
      'school',
      'schoolReason',
      'introducedOn',
      'firstReviewOn',
      'childAgreedOn',
      'riskAcceptedOn',
      'riskAcceptedBy',
      'alreadyKnown',
    ])
    expect([...STEPS]).toEqual(READINESS_FIELDS.filter((field) => field !== 'alreadyKnown'))
  })
})

describe('[MAT-7] what a volunteer sees and knows of a child', () => {
  const on = '2026-03-03'
  const cleared: ClearanceFacts = {
    name: 'Harper Sample',
    standing: 'active',
    bornOn: '1990-05-05',
    mobile: '07700 900123',
    meetsChildren: 'weekly',
    matches: [],
    vetting: [
      { kind: 'committee-approval', validUntil: null, level: null, faceToFace: false, isWhole: false },
      { kind: 'dbs-check', validUntil: '2026-03-03', level: 'enhanced-barred', faceToFace: false, isWhole: false },
      { kind: 'safeguarding-training', validUntil: '2028-08-31', level: null, faceToFace: true, isWhole: false },
      { kind: 'induction', validUntil: null, level: null, faceToFace: false, isWhole: true },
    ].map((fact) => ({ ...fact, endsBefore: null, takenOn: '2025-09-01' })) as unknown as ClearanceFacts['vetting'],
    documents: [],
    references: { referencesHeldOn: ['2024-01-02', '2024-01-03'], declaredOn: '2024-01-01' },
  }
  const match: SightFacts = { status: 'active', endsOn: null, chosen: false, clearance: undefined }
  const chosen: SightFacts = { status: 'proposed', endsOn: null, chosen: true, clearance: cleared }

  test.each<[string, SightFacts, string, boolean]>([
    ['an active match', match, on, true],
    ['an active match on its last day', { ...match, endsOn: on }, on, true],
    ['an active match the day after its last', { ...match, endsOn: '2026-03-02' }, on, false],
    ['one that is over', { ...match, status: 'ended' }, on, false],
    ['one that is over, though they were chosen', { ...chosen, status: 'ended' }, on, false],
    ['a proposed one for whom they were chosen', chosen, on, true],
    ['a proposed one for whom nobody chose them', { ...chosen, chosen: false }, on, false],
    ['a proposed one, the day after their clearance', chosen, '2026-03-04', false],
    ['a proposed one of whose clearance nothing is known', { ...chosen, clearance: undefined }, on, false],
  ])('%s', (_what, facts, day, sees) => {
    expect(seesChild({ facts, on: day }).allowed).toBe(sees)
    const agreement = { state: 'accepted' } as never
    expect([
      mayKnowOn({ match: facts, agreement, on: day }).allowed,
      mayKnowOn({ match: facts, agreement: { state: 'missing' } as never, on: day }).allowed,
      mayKnowOn({ match: facts, agreement: undefined, on: day }).allowed,
      mayKnowOn({ match: undefined, agreement, on: day }).allowed,
    ]).toEqual([sees, false, false, false])
  })

  test('the confidentiality agreement is adopted, and accepted as it stands or in its time', () => {
    const said = (state: string | undefined) => {
      const decision = mayKnowChild({ agreement: state === undefined ? undefined : ({ state } as never) })
      return decision.allowed ? 'may' : decision.reason
    }
    expect([said(undefined), said('missing'), said('accepted'), said('grace')]).toEqual([
      expect.stringMatching(/has not adopted/),
      expect.stringMatching(/have not accepted/),
      'may',
      'may',
    ])
  })

  test.each([
    ['proposed', on, true],
    ['confirmed', on, true],
    ['cancelled', on, false],
    ['declined', on, false],
    ['held', on, false],
    ['confirmed', '2026-03-02', false],
    ['confirmed', '2026-03-04', false],
  ])('[MTG-3] coming along to one that is %s, on %s', (status, meetsOn, sees) => {
    expect(seesAsSecond({ meeting: { meetsOn, status }, on }).allowed).toBe(sees)
  })
})

describe('[CON-9] when a match ends at eighteen', () => {
  const bornOn = '2008-03-03'
  const answer = (changes: Partial<StoredAnswer>): StoredAnswer => ({
    id: 'one',
    method: 'link',
    guardianId: 'themselves',
    item: 'taking-part',
    answer: 'yes',
    decidedOn: '2026-03-03',
    order: 1,
    until: '2027-03-03',
    counts: true,
    themselves: true,
    bornOn,
    ...changes,
  })
  const both = (changes: Partial<StoredAnswer>): StoredAnswer[] => [
    answer(changes),
    answer({ ...changes, item: 'meetings' }),
  ]
  const no = answer({ answer: 'no', until: null, item: 'meetings' })
  test.each<[string, readonly StoredAnswer[], string, boolean]>([
    ['the day before, whatever was said', [no], '2026-03-02', false],
    ['on the day, nobody having answered', [], '2026-03-03', false],
    ['on the day, with a no to one point', [answer({}), no], '2026-03-03', true],
    ['on the day, with both agreed', both({}), '2026-03-03', false],
    ['20 days later, nobody having answered', [], '2026-03-23', false],
    ['21 days later, nobody having answered', [], '2026-03-24', true],
    ['20 days later, on the parents’ word alone', both({ themselves: false }), '2026-03-23', false],
    ['21 days later, on the parents’ word alone', both({ themselves: false }), '2026-03-24', true],
    ['21 days later, with one of two agreed', [answer({})], '2026-03-24', true],
    ['21 days later, with both agreed', both({}), '2026-03-24', false],
    ['a year later, when what was agreed has ended', both({}), '2027-03-03', false],
  ])('%s', (_what, answers, on, ends) => {
    expect(endsAtEighteen({ answers, bornOn, on })).toBe(ends)
  })
})

describe('[ORG-1] who stands behind a match', () => {
  test('a step is theirs who changed it last, nobody’s once it is emptied, and the software’s is nobody’s', () => {
    const written = ({
      before = {},
      after,
      by = person('one'),
    }: {
      before?: Record<string, unknown>
      after: Record<string, unknown>
      by?: Actor
    }) => stepsWrittenBy({ before, after, actor: by })
    expect([
      written({ after: {} }),
      written({ after: { goalsSetOn: '2026-03-01', alreadyKnown: true } }),
      written({ after: { goalsSetOn: '2026-03-01' }, by: software }),
      written({ before: { goalsSetOn: '2026-03-01' }, after: { goalsSetOn: '2026-03-01' } }),
      written({
        before: { goalsSetOn: '2026-03-01', school: 'told', stepsBy: { goalsSetOn: 'two', school: 'two' } },
        after: { goalsSetOn: '2026-03-01', school: 'not-told' },
      }),
      written({
        before: { goalsSetOn: '2026-03-01', school: 'told', stepsBy: { goalsSetOn: 'two', school: 'two' } },
        after: { goalsSetOn: '', school: null },
      }),
    ]).toEqual([null, { goalsSetOn: 'one' }, null, null, { goalsSetOn: 'two', school: 'one' }, null])
    for (const step of STEPS) expect(written({ after: { [step]: 'something' } })).toEqual({ [step]: 'one' })
    expect(behindMatch({ proposedBy: 'one', chosenBy: 'two', stepsBy: { school: 'three' } })).toEqual({
      proposedBy: 'one',
      chosenBy: 'two',
      stepsBy: ['three'],
    })
    expect(behindMatch({ proposedBy: null, chosenBy: 7 })).toEqual({ proposedBy: null, chosenBy: null, stepsBy: [] })
  })

  type Asked = Parameters<typeof startedByAnother>[0]
  const named = (...ids: string[]) => ids.map((id) => ({ id, name: `The ${id}` }))
  const asked = (behind: Partial<Asked['behind']>, committee: string[] = ['one', 'two', 'three']): Asked => ({
    behind: { proposedBy: null, chosenBy: null, stepsBy: [], ...behind },
    volunteerUserId: 'the volunteer',
    seats: { committee: named(...committee), candidates: named('candidate') },
  })
  test.each<[string, Asked, string | undefined]>([
    ['nothing of it', asked({ proposedBy: 'two', chosenBy: 'two', stepsBy: ['two'] }), undefined],
    ['one step of several', asked({ proposedBy: 'two', stepsBy: ['one', 'two'] }), undefined],
    ['the proposal', asked({ proposedBy: 'one', chosenBy: 'two' }), 'You proposed it,'],
    ['the choice', asked({ proposedBy: 'two', chosenBy: 'one' }), 'You chose the volunteer,'],
    ['every step', asked({ proposedBy: 'two', stepsBy: ['one', 'one'] }), 'You wrote down every step,'],
    [
      'all of it',
      asked({ proposedBy: 'one', chosenBy: 'one', stepsBy: ['one'] }),
      'You proposed it, chose the volunteer and wrote down every step,',
    ],
    ['the proposal, alone on the committee', asked({ proposedBy: 'one', chosenBy: 'two' }, ['one']), undefined],
    ['all of it, alone on the committee', asked({ proposedBy: 'one', stepsBy: ['one'] }, ['one']), 'You proposed it'],
    [
      'the proposal, beside nobody but the volunteer',
      asked({ proposedBy: 'one', stepsBy: ['two'] }, ['one', 'the volunteer']),
      undefined,
    ],
    [
      'the proposal, beside somebody who wrote down every step',
      asked({ proposedBy: 'one', stepsBy: ['two'] }, ['one', 'two']),
      undefined,
    ],
    [
      'the proposal, beside somebody who did a part',
      asked({ proposedBy: 'one', stepsBy: ['two', 'three'] }, ['one', 'two']),
      'You proposed it',
    ],
  ])('whoever did %s', (_what, facts, words) => {
    const decision = startedByAnother(facts, { actor: person('one') })
    expect(decision.allowed ? undefined : decision.reason).toEqual(words && expect.stringContaining(words))
    expect(startedByAnother(facts, { actor: software }).allowed).toBe(true)
  })

  test('somebody else is named, neither one who is involved nor the volunteer', () => {
    const decision = startedByAnother(
      asked({ proposedBy: 'one', chosenBy: 'two' }, ['one', 'two', 'three', 'the volunteer']),
      {
        actor: person('one'),
      },
    )
    expect(decision.allowed ? '' : decision.nextStep).toBe('Ask The three.')
  })
})
