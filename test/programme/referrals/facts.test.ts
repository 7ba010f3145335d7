import { beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Work } from '../../../src/core/access/work.ts'
import { referralFacts, referralFactsOfMany } from '../../../src/programme/referrals/decisions/facts.ts'
import { viewWorkflow } from '../../../src/programme/referrals/views/workflow.ts'
import { aChild, aMatch, aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { aGoal, aMembership, aReferral } from '../../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let work: Work
let enteredBy: string
beforeAll(async () => {
  programme = await testProgramme()
  work = await programme.workOf({ kind: 'system', reason: 'a test' })
  enteredBy = await aPerson({ ...programme, roles: ['co-ordinator'] })
})
const factsOf = (child: string, changes: Record<string, unknown> = {}) =>
  referralFacts({ work, record: { id: randomUUID(), child, ...changes } })

test.each([
  ['since today', '2026-03-03', null, true],
  ['until today', '2025-09-01', '2026-03-03', true],
  ['from tomorrow', '2026-03-04', null, false],
  ['until yesterday', '2025-09-01', '2026-03-02', false],
])('[ELG-1] a member %s', async (_when, since, until, isMember) => {
  const { id } = await aChild(programme)
  await aMembership({ ...programme, childId: id, since, until })
  expect((await factsOf(id)).memberToday).toBe(isMember)
  expect((await factsOf((await aChild(programme)).id)).memberToday).toBe(false)
})

test('[ELG-3, MAT-5, ORG-2] goals, an active match and the voices of this very referral', async () => {
  const [{ id }, other] = [await aChild(programme), await aChild(programme)]
  const record = await aReferral({ ...programme, childId: id, enteredBy })
  const facts = () => factsOf(id, { id: record, enteredBy, incoming: 'from outside' })
  expect(await facts()).toMatchObject({
    goals: 0,
    hasActiveMatch: false,
    voices: [],
    enteredBy,
    incoming: 'from outside',
  })
  expect(await factsOf(id, { enteredBy: 7, incoming: 7 })).toMatchObject({ enteredBy: null, incoming: null })
  await aGoal({ ...programme, childId: id })
  await aGoal({ ...programme, childId: id })
  await aGoal({ ...programme, childId: other.id })
  const volunteer = await aVolunteer(programme)
  const match = await aMatch({
    ...programme,
    childId: id,
    volunteerId: volunteer.id,
    contactId: enteredBy,
    status: 'proposed',
  })
  await insertOne({
    ...programme,
    collection: 'referral-voices',
    row: { referral_id: record, kind: 'accept', by_id: enteredBy },
  })
  expect(await facts()).toMatchObject({ goals: 2, hasActiveMatch: false, voices: [{ kind: 'accept', by: enteredBy }] })
  await programme.query("update matches set status = 'active' where id = $1", [match])
  expect([(await facts()).hasActiveMatch, (await factsOf(other.id)).hasActiveMatch]).toEqual([true, false])
  expect((await factsOf(id)).voices).toEqual([])
})

test('[ELG-5] the other children whose referral is accepted, each once; asked of several at once, each in its place', async () => {
  const children = [await aChild(programme), await aChild(programme), await aChild(programme)].map(({ id }) => id)
  const [first = '', second = '', third = ''] = children
  const before = (await factsOf(third)).inProgramme
  for (const [childId, status] of [
    [first, 'accepted'],
    [first, 'accepted'],
    [second, 'accepted'],
    [third, 'received'],
    [third, 'finished'],
    [third, 'declined'],
  ] as const)
    await aReferral({ ...programme, childId, enteredBy, status })
  const counted = await referralFactsOfMany({ work, records: children.map((child) => ({ id: randomUUID(), child })) })
  expect(counted.map(({ inProgramme }) => inProgramme - before)).toEqual([1, 1, 2])
})

test('[ELG-9] a view is asked for while its referral is to be decided', async () => {
  const { person } = await programme.signIn(enteredBy)
  const asking = await programme.workOf(person)
  const { id: childId } = await aChild(programme)
  for (const [status, isOpen] of [
    ['received', true],
    ['more-asked', true],
    ['accepted', false],
    ['declined', false],
    ['finished', false],
  ] as const) {
    const referral = await aReferral({ ...programme, childId, enteredBy, status })
    const decided = await viewWorkflow.decideCreate({ work: asking, record: { referral } })
    expect([status, !('allowed' in decided)]).toEqual([status, isOpen])
  }
  expect(await viewWorkflow.decideCreate({ work: asking, record: { referral: randomUUID() } })).toMatchObject({
    rule: 'ELG-9',
  })
})
