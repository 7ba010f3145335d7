import { beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { referenceFactsOfOne } from '../../../src/programme/recruitment/references/facts.ts'
import { anApplicant } from '../../support/applications.ts'
import { aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})

const factsOf = async (record: Record<string, unknown>) =>
  referenceFactsOfOne({ work: await programme.workOf({ kind: 'system', reason: 'a test' }), record })
const setAddress = (userId: string, email: string) =>
  programme.query('update users set email = $2 where id = $1', [userId, email])
const aReference = (more: Record<string, unknown>) =>
  insertOne({
    ...programme,
    collection: 'volunteer-references',
    row: { referee_name: 'Sky Specimen', status: 'named', row_version: 1, ...more },
  })

test('[VOL-6] a reference is for one application or for one volunteer', async () => {
  const [application, volunteer] = [(await anApplicant(programme)).id, (await aVolunteer(programme)).id]
  for (const [record, isOne] of [
    [{ application }, true],
    [{ volunteer }, true],
    [{ application, volunteer }, false],
    [{}, false],
  ] as const)
    expect([record, (await factsOf(record)).hasOneSubject]).toEqual([record, isOne])
})

test.each([
  ['received', false],
  ['considered', false],
  ['approved', false],
  ['not-approved', true],
  ['withdrawn', true],
])('[VOL-6] once an application is %s, whether its references are closed: %s', async (status, isClosed) => {
  const { id } = await anApplicant(programme)
  await programme.query('update applications set status = $2 where id = $1', [id, status])
  expect((await factsOf({ application: id })).subjectIsClosed).toBe(isClosed)
})

test('[ORG-1] whom it is about is found by the applicant’s address, the volunteer’s account, or the volunteer whom the applicant became', async () => {
  const volunteer = await aVolunteer(programme)
  const { id, email } = await anApplicant(programme)
  expect((await factsOf({ application: id })).aboutUserId).toBeNull()
  expect((await factsOf({ volunteer: volunteer.id })).aboutUserId).toBe(volunteer.userId)
  await programme.query('update applications set volunteer_id = $2 where id = $1', [id, volunteer.id])
  expect((await factsOf({ application: id })).aboutUserId).toBe(volunteer.userId)
  await programme.query('update applications set volunteer_id = null where id = $1', [id])
  const person = await aPerson(programme)
  await setAddress(person, email.toUpperCase())
  expect((await factsOf({ application: id })).aboutUserId).toBe(person)
})

test('[ORG-1, VOL-6] who the referee is: by the address about to be stored and the one that stands, in any letters', async () => {
  const [one, other] = [await aPerson(programme), await aPerson(programme)]
  await setAddress(one, 'Sky.One@example.invalid')
  await setAddress(other, 'sky.other@example.invalid')
  const { id: application } = await anApplicant(programme)
  const id = await aReference({ application_id: application, referee_email: 'SKY.OTHER@example.invalid' })
  expect((await factsOf({ application, refereeEmail: 'sky.one@example.invalid' })).refereeUserIds).toEqual([one])
  expect((await factsOf({ id, application })).refereeUserIds).toEqual([other])
  expect(
    [...(await factsOf({ id, application, refereeEmail: 'sky.one@example.invalid' })).refereeUserIds].sort(),
  ).toEqual([one, other].sort())
  expect((await factsOf({ application, refereeEmail: '' })).refereeUserIds).toEqual([])
  for (const [refereeEmail, has] of [
    ['sky.one@example.invalid', true],
    ['', false],
    [null, false],
    [undefined, false],
  ] as const)
    expect([refereeEmail, (await factsOf({ application, refereeEmail })).hasEmail]).toEqual([refereeEmail, has])
})

test('[VOL-6] nobody is their own referee, as an applicant or as a volunteer', async () => {
  const { id: application, email } = await anApplicant(programme)
  const volunteer = await aVolunteer(programme)
  await setAddress(volunteer.userId, 'own@example.invalid')
  const isThePerson = async (record: Record<string, unknown>) => (await factsOf(record)).refereeIsThePerson
  expect(await isThePerson({ application, refereeEmail: email.toUpperCase() })).toBe(true)
  expect(await isThePerson({ application, refereeEmail: `not-${email}` })).toBe(false)
  expect(await isThePerson({ application, refereeEmail: '' })).toBe(false)
  expect(await isThePerson({ volunteer: volunteer.id, refereeEmail: 'OWN@example.invalid' })).toBe(true)
  expect(await isThePerson({ volunteer: volunteer.id, refereeEmail: 'other@example.invalid' })).toBe(false)
  expect(await isThePerson({ volunteer: volunteer.id, refereeEmail: '' })).toBe(false)
})

test('[VOL-6] a referee is named once about one person, by address; one that has ended, or is about another, is none', async () => {
  const [{ id: application }, { id: elsewhere }] = [await anApplicant(programme), await anApplicant(programme)]
  const volunteer = (await aVolunteer(programme)).id
  const email = 'once@example.invalid'
  const isNamed = async (record: Record<string, unknown>) => (await factsOf(record)).namedAlready
  expect(await isNamed({ application, refereeEmail: email })).toBe(false)
  const first = await aReference({ application_id: application, referee_email: 'Once@Example.invalid' })
  expect(await isNamed({ application, refereeEmail: email })).toBe(true)
  expect(await isNamed({ application, refereeEmail: 'ONCE@example.invalid' })).toBe(true)
  expect(await isNamed({ id: first, application, refereeEmail: email })).toBe(false)
  expect(await isNamed({ application: elsewhere, refereeEmail: email })).toBe(false)
  expect(await isNamed({ application, refereeEmail: 'twice@example.invalid' })).toBe(false)
  await programme.query("update volunteer_references set status = 'ended' where id = $1", [first])
  expect(await isNamed({ application, refereeEmail: email })).toBe(false)
  await aReference({ volunteer_id: volunteer, referee_email: email })
  expect(await isNamed({ volunteer, refereeEmail: email })).toBe(true)
  await aReference({ volunteer_id: volunteer, referee_email: '' })
  expect(await isNamed({ volunteer, refereeEmail: '' })).toBe(false)
})

test('[VOL-6] it is answered while an answer stands or waits, and not by one that was set aside; each link has the next number', async () => {
  const { id: application } = await anApplicant(programme)
  const id = await aReference({ application_id: application, referee_email: 'a@example.invalid', link_number: 4 })
  const endsAt = '2026-03-20T12:00:00.000Z'
  const before = await factsOf({ id, application, endsAt })
  expect(before).toMatchObject({ id, isAnswered: false, nextNumber: 5, endsAt: new Date(endsAt) })
  expect(before.nextDigest).toMatch(/^[\w-]{40,}$/)
  for (const [status, isAnswered] of [
    ['set-aside', false],
    ['to-confirm', true],
    ['held', true],
  ] as const) {
    const said = await aReference({ application_id: application, referee_email: `${status}@example.invalid` })
    await insertOne({
      ...programme,
      collection: 'reference-answers',
      row: {
        reference_id: said,
        method: 'telephone',
        known_for: 'Six years',
        capacity: 'work',
        suitability: 'Patient',
        worry: 'no',
        status,
        row_version: 1,
      },
    })
    expect([status, (await factsOf({ id: said, application })).isAnswered]).toEqual([status, isAnswered])
  }
  expect(await factsOf({ application })).toMatchObject({
    id: '',
    isAnswered: false,
    nextNumber: 1,
    nextDigest: '',
    endsAt: null,
  })
  expect((await factsOf({ id: randomUUID(), application })).nextNumber).toBe(1)
})
