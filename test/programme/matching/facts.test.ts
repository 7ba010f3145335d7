import { beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Work } from '../../../src/core/access/work.ts'
import { matchFacts } from '../../../src/programme/matching/matches/facts.ts'
import { readinessOfMany } from '../../../src/programme/matching/matches/readiness.ts'
import { matchesHeld } from '../../../src/programme/matching/matchesHeld.ts'
import { matchesSeen } from '../../../src/programme/matching/matchesSeen.ts'
import { aChild, aMatch, aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aGoal, aMembership, aReferral } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let work: Work
let contactId: string
beforeAll(async () => {
  programme = await testProgramme()
  work = await programme.workOf({ kind: 'system', reason: 'a test' })
  contactId = await aPerson({ ...programme, roles: ['committee'] })
})
const readinessOf = async (record: Record<string, unknown>) => {
  const [ready] = await readinessOfMany({
    work,
    records: [{ child: randomUUID(), volunteer: randomUUID(), ...record }],
  })
  if (!ready) throw new Error('One match has one readiness list.')
  return ready
}
const grants = (userId: string, row: string) =>
  programme.query(`update role_grants set ${row} where user_id = $1`, [userId])

test.each([
  ['goalsSetOn', 'goalsSet'],
  ['parentsMetOn', 'parentsMet'],
  ['introducedOn', 'introduced'],
  ['childAgreedOn', 'childAgreed'],
  ['riskAcceptedOn', 'riskAccepted'],
])('[MAT-2] %s is done from its day on', async (field, fact) => {
  const is = async (value: unknown) => (await readinessOf({ [field]: value }))[fact as 'member']
  expect([await is('2026-03-03'), await is('2026-03-04'), await is(''), await is(null)]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('[MAT-2] the school and the first review, as they are written down', async () => {
  for (const [record, expected] of [
    [{ school: 'told' }, { school: 'told', schoolReason: '' }],
    [
      { school: 'not-told', schoolReason: 'Their wish' },
      { school: 'not-told', schoolReason: 'Their wish' },
    ],
    [
      { school: 'perhaps', schoolReason: 7 },
      { school: null, schoolReason: '' },
    ],
    [{ firstReviewOn: '2026-04-14' }, { firstReview: true }],
    [{ firstReviewOn: '' }, { firstReview: false }],
    [{}, { firstReview: false, member: false, accepted: false, goals: 0, contact: false }],
  ] as const)
    expect(await readinessOf(record)).toMatchObject(expected)
})

test('[MAT-2] membership, referral and goals are those of this very child', async () => {
  const [{ id: child }, other] = [await aChild(programme), await aChild(programme)]
  const referral = await aReferral({ ...programme, childId: child, enteredBy: contactId })
  const membership = await aMembership({ ...programme, childId: child, since: '2026-03-04' })
  expect(await readinessOf({ child })).toMatchObject({ member: false, accepted: false, goals: 0 })
  await programme.query("update referrals set status = 'accepted' where id = $1", [referral])
  await aGoal({ ...programme, childId: child })
  for (const [row, isMember] of [
    ["since = '2026-03-03'", true],
    ["until = '2026-03-02', since = '2025-09-01'", false],
    ["until = '2026-03-03'", true],
  ] as const) {
    await programme.query(`update memberships set ${row} where id = $1`, [membership])
    expect([row, await readinessOf({ child })]).toMatchObject([row, { member: isMember, accepted: true, goals: 1 }])
  }
  expect(await readinessOf({ child: other.id })).toMatchObject({ member: false, accepted: false, goals: 0 })
})

test('[MAT-2, MAT-10, ORG-1] whoever met the parents or accepted the risk has sat on the committee, and is not the volunteer; the contact sits on it today', async () => {
  const person = await aPerson({ ...programme, roles: ['committee'] })
  const volunteer = await aVolunteer(programme)
  const record = { parentsMetBy: person, riskAcceptedBy: person, committeeContact: person, volunteer: volunteer.id }
  const behind = async () => {
    const ready = await readinessOf(record)
    return ['parentsMetByCommittee', 'riskAcceptedByCommittee', 'contact'].map(
      (fact) => ready[fact as keyof typeof ready],
    )
  }
  for (const [row, expected] of [
    ["starts_on = '2026-03-03'", [true, true, true]],
    ["starts_on = '2026-03-04'", [false, false, false]],
    ["starts_on = '2025-09-01', ends_on = '2026-03-03'", [true, true, true]],
    ["ends_on = '2026-03-02'", [true, true, false]],
    ["role = 'trustee', ends_on = null", [false, false, false]],
    ["role = 'committee'", [true, true, true]],
  ] as const) {
    await grants(person, row)
    expect([row, await behind()]).toEqual([row, expected])
  }
  await programme.query('update volunteers set user_id = null where user_id = $1', [volunteer.userId])
  await programme.query('update volunteers set user_id = $2 where id = $1', [volunteer.id, person])
  expect(await behind()).toEqual([false, false, false])
  expect(await readinessOf({ ...record, volunteer: randomUUID() })).toMatchObject({
    parentsMetByCommittee: true,
    riskAcceptedByCommittee: true,
  })
})

test('[MAT-3, VOL-5] another active match of the child, and how many children the volunteer has beside this one', async () => {
  const [first, second, child] = [
    await aVolunteer(programme),
    await aVolunteer(programme),
    (await aChild(programme)).id,
  ]
  const others = [(await aChild(programme)).id, (await aChild(programme)).id] as const
  const match = await aMatch({ ...programme, childId: child, volunteerId: first.id, contactId })
  const facts = async (record: Record<string, unknown>) => {
    const { otherVolunteerActive, childrenBeside, volunteerUserId } = await matchFacts({ work, record })
    return [otherVolunteerActive, childrenBeside, volunteerUserId]
  }
  expect(await facts({ id: match, child, volunteer: first.id })).toEqual([false, 0, first.userId])
  expect(await facts({ child, volunteer: first.id })).toEqual([true, 1, first.userId])
  expect(await facts({ child, volunteer: second.id })).toEqual([true, 0, second.userId])
  await aMatch({
    ...programme,
    childId: others[0],
    volunteerId: first.id,
    contactId,
    status: 'ended',
    endsOn: '2026-03-01',
  })
  await aMatch({ ...programme, childId: others[1], volunteerId: first.id, contactId, status: 'proposed' })
  expect(await facts({ id: match, child, volunteer: first.id })).toEqual([false, 0, first.userId])
  expect(await facts({ child: others[0], volunteer: first.id })).toEqual([false, 1, first.userId])
  expect(await matchFacts({ work, record: { startsOn: '2026-03-03', chosenBy: contactId } })).toMatchObject({
    childId: '',
    volunteerId: '',
    volunteerUserId: null,
    chosen: true,
    clearance: undefined,
    answers: [],
    otherVolunteerActive: false,
    trainings: [],
    childrenBeside: 0,
    capacity: 0,
  })
})

test('[VOL-6] the match itself counts among those that say which check is asked for, from whenever it starts', async () => {
  const volunteer = await aVolunteer(programme)
  const { clearance } = await matchFacts({
    work,
    record: { child: (await aChild(programme)).id, volunteer: volunteer.id, frequency: 'fortnightly' },
  })
  expect(clearance?.matches).toEqual([{ frequency: 'fortnightly', from: '', until: null }])
})

test('[MAT-7] a volunteer sees the child of an active match through its last day, and of a proposed one once chosen and cleared; meetings are proposed under active ones alone', async () => {
  const [volunteer, other] = [await aVolunteer(programme), await aVolunteer(programme)]
  const aMatchOf = async (volunteerId: string, changes: { status?: string; endsOn?: string } = {}) =>
    aMatch({ ...programme, childId: (await aChild(programme)).id, volunteerId, contactId, ...changes })
  await insertOne({
    ...programme,
    collection: 'capacity-overrides',
    row: { volunteer_id: volunteer.id, children: 5, reason: 'A test', status: 'approved', row_version: 1 },
  })
  const active = await aMatchOf(volunteer.id)
  const lastDay = await aMatchOf(volunteer.id, { endsOn: '2026-03-03' })
  await aMatchOf(volunteer.id, { endsOn: '2026-03-02' })
  await aMatchOf(volunteer.id, { status: 'ended', endsOn: '2026-03-03' })
  await aMatchOf(other.id)
  const proposed = await aMatchOf(volunteer.id, { status: 'proposed' })
  const { person } = await programme.signIn(volunteer.userId)
  const { query } = programme
  const seen = async () => (await matchesSeen({ query, actor: person, on: '2026-03-03' })).map(({ id }) => id).sort()
  expect(await seen()).toEqual([active, lastDay].sort())
  await programme.query('update matches set chosen_by_id = $2 where id = $1', [proposed, contactId])
  expect(await seen()).toEqual([active, lastDay, proposed].sort())
  const held = await matchesHeld({ query, actor: person, on: '2026-03-03' })
  expect(held).toEqual({ id: { in: expect.arrayContaining([active, lastDay]) } })
  expect(JSON.stringify(held)).not.toContain(proposed)
  await programme.query(
    "update vetting_records set valid_until = '2026-03-02' where volunteer_id = $1 and kind = 'dbs-check'",
    [volunteer.id],
  )
  expect(await seen()).toEqual([active, lastDay].sort())
  for (const [roles, all] of [
    [['co-ordinator'], true],
    [['committee'], true],
    [['trustee'], false],
  ] as const)
    expect(await matchesHeld({ query, actor: { ...person, roles, profiles: {} }, on: '2026-03-03' })).toBe(all)
  expect(await matchesSeen({ query, actor: { ...person, roles: ['trustee'] }, on: '2026-03-03' })).toEqual([])
})
