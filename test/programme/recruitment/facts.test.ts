import { beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { applicationFacts } from '../../../src/programme/recruitment/applications/facts.ts'
import { papersOf } from '../../../src/programme/recruitment/applications/queries.ts'
import { capacityOf, clearanceFactsOf, ownDetails } from '../../../src/programme/recruitment/queries.ts'
import { applicationWorkflow } from '../../../src/programme/recruitment/applications/workflow.ts'
import { actingIn } from '../../support/acting.ts'
import { anApplicant } from '../../support/applications.ts'
import { aChild, aMatch, aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { act, workAs } = actingIn(() => programme)

test('[ORG-1] who is tied to an application: as it is stored, or as it is about to be; taking oneself off is seen', async () => {
  const [person, other] = [
    await aPerson({ ...programme, roles: ['committee'] }),
    await aPerson({ ...programme, roles: ['committee'] }),
  ]
  const { id, email } = await anApplicant(programme)
  const factsFor = async (userId: string, record: Record<string, unknown> = {}) => {
    const { tie, untiesOneself } = await applicationFacts({
      work: await workAs(userId),
      record: { id, email, ...record },
    })
    return [tie, untiesOneself]
  }
  expect(await factsFor(person)).toEqual([undefined, false])
  expect(await factsFor(person, { tiedTo: [other, person] })).toEqual(['tied', false])
  expect(await factsFor(person, { tiedTo: [other] })).toEqual([undefined, false])
  expect(await factsFor(person, { enteredBy: person, tiedTo: [person] })).toEqual(['entered', false])
  expect(await factsFor(person, { enteredBy: other })).toEqual([undefined, false])
  await programme.query(
    'insert into applications_rels (parent_id, path, users_id, "order") values ($1, \'tiedTo\', $2, 1)',
    [id, person],
  )
  expect(await factsFor(person)).toEqual(['tied', false])
  expect(await factsFor(person, { tiedTo: [person] })).toEqual(['tied', false])
  expect(await factsFor(person, { tiedTo: [] })).toEqual(['tied', true])
  expect(await factsFor(other)).toEqual([undefined, false])
  expect(
    await applicationFacts({
      work: await programme.workOf({ kind: 'system', reason: 'a test' }),
      record: { id, email, enteredBy: null, tiedTo: [] },
    }),
  ).toMatchObject({ tie: undefined, untiesOneself: false, nextNumber: 2 })
  expect(
    await applicationFacts({
      work: await programme.workOf({ kind: 'system', reason: 'a test' }),
      record: { email },
    }),
  ).toMatchObject({ id: '', nextNumber: 1, nextDigest: '' })
})

test('[VOL-1] each step is told to the applicant, a time that is planned and planned again too', async () => {
  const committee = await aPerson({ ...programme, roles: ['committee'] })
  const { id } = await anApplicant(programme)
  const told = async () =>
    (
      await programme.query<{ step: string }>(
        "select details->>'step' as step from notifications where subject_record = $1 and details->>'step' is not null",
        [id],
      )
    ).map(({ step }) => step)
  const step = (action: string, input: Record<string, unknown> = {}) =>
    act({ by: committee, workflow: applicationWorkflow, id, action, input })
  await step('consider')
  expect(await told()).not.toContain('interview-planned')
  await step('planInterview', { date: '2026-03-10', time: '18:30', place: 'The hall' })
  expect((await told()).filter((what) => what === 'interview-planned')).toHaveLength(1)
  await step('planAgain', { date: '2026-03-11', time: '18:30', place: 'The hall' })
  expect((await told()).filter((what) => what === 'interview-planned')).toHaveLength(2)
})

test('[VOL-5] an approved exception raises how many children one volunteer may have, and no other; it never lowers it', async () => {
  const [volunteer, other] = [await aVolunteer(programme), await aVolunteer(programme)]
  const volunteerIds = [volunteer.id, other.id]
  const capacities = async () => {
    const found = await capacityOf({ ...programme, volunteerIds })
    return volunteerIds.map((id) => found.get(id) ?? -1)
  }
  const [usual = 0] = await capacities()
  expect(usual).toBeGreaterThan(0)
  const anException = (children: number, status: string) =>
    insertOne({
      ...programme,
      collection: 'capacity-overrides',
      row: { volunteer_id: volunteer.id, children, reason: 'A test', status, row_version: 1 },
    })
  for (const status of ['proposed', 'declined', 'ended']) await anException(usual + 9, status)
  await anException(usual - 1, 'approved')
  expect(await capacities()).toEqual([usual, usual])
  await anException(usual + 2, 'approved')
  await anException(usual + 1, 'approved')
  expect(await capacities()).toEqual([usual + 2, usual])
})

test('[VOL-6] matches that run or have run say how often somebody meets children; a check counts until the update service ends it', async () => {
  const volunteer = await aVolunteer(programme)
  const contactId = await aPerson({ ...programme, roles: ['committee'] })
  for (const status of ['proposed', 'ended'])
    await aMatch({ ...programme, childId: (await aChild(programme)).id, volunteerId: volunteer.id, contactId, status })
  const factsOf = async () => {
    const facts = (await clearanceFactsOf({ ...programme, volunteerIds: [volunteer.id] })).get(volunteer.id)
    return { matches: facts?.matches.length, checks: facts?.vetting.filter(({ kind }) => kind === 'dbs-check') }
  }
  expect(await factsOf()).toMatchObject({ matches: 1, checks: [{ endsBefore: null, level: 'enhanced-barred' }] })
  await programme.query(
    "update vetting_records set status = 'withdrawn' where volunteer_id = $1 and kind = 'dbs-check'",
    [volunteer.id],
  )
  expect((await factsOf()).checks).toEqual([])
  expect(await clearanceFactsOf({ ...programme, volunteerIds: [] })).toEqual(new Map())
  expect((await clearanceFactsOf({ ...programme, volunteerIds: [randomUUID()] })).size).toBe(0)
})

test('[VOL-8, VOL-11] a volunteer’s own details are their own, with the wish of theirs that is open', async () => {
  const [volunteer, other] = [await aVolunteer(programme), await aVolunteer(programme)]
  await programme.query("update volunteers set home_address = '9 Made-up Lane' where id = $1", [volunteer.id])
  const details = async (volunteerId: string) => ownDetails({ ...programme, volunteerId })
  const aWish = (volunteerId: string, status: string, wish: string) =>
    insertOne({
      ...programme,
      collection: 'pause-requests',
      row: { volunteer_id: volunteerId, wish, status, row_version: 1 },
    })
  await aWish(volunteer.id, 'taken-back', 'leave')
  await aWish(other.id, 'open', 'leave')
  expect(await details(volunteer.id)).toMatchObject({ homeAddress: '9 Made-up Lane', wish: null })
  const id = await aWish(volunteer.id, 'open', 'pause')
  expect((await details(volunteer.id))?.wish).toEqual({
    id,
    wish: 'pause',
    askedAt: new Date('2025-09-01T09:00:00Z'),
  })
  expect((await details(other.id))?.wish).toMatchObject({ wish: 'leave' })
  expect(await details(randomUUID())).toBeUndefined()
})

test('[VOL-6] the papers of an application are its own: each reference with the answer that stands or waits, the latest declaration, who wrote notes', async () => {
  const committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  const { id, references } = await anApplicant(programme)
  await anApplicant(programme)
  const anAnswer = (reference: string, status: string) =>
    insertOne({
      ...programme,
      collection: 'reference-answers',
      row: {
        reference_id: reference,
        method: 'telephone',
        known_for: 'Six years',
        capacity: 'work',
        suitability: 'Patient',
        worry: 'yes',
        status,
        row_version: 1,
      },
    })
  await anAnswer(references[0], 'set-aside')
  const held = await anAnswer(references[0], 'held')
  await anAnswer(references[1], 'set-aside')
  const notes = await insertOne({
    ...programme,
    collection: 'interview-notes',
    row: { application_id: id, words: 'Kind.', written_by_id: committee, row_version: 1 },
  })
  const papers = await papersOf({ ...programme, applicationId: id })
  expect(papers.references).toHaveLength(2)
  expect(papers.references).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: references[0], answerId: held, answerStatus: 'held', worry: 'yes' }),
      expect.objectContaining({ id: references[1], answerId: null, answerStatus: null, worry: null }),
    ]),
  )
  expect(papers.declaration).toMatchObject({ declares: 'nothing' })
  expect(papers.notes).toEqual([{ id: notes, writtenBy: 'Casey Standin' }])
})
