import { beforeAll, expect, test } from '@jest/globals'
import type { CollectionSlug } from 'payload'
import { loadRecordPage } from '../../src/core/record/loadRecordPage.ts'
import { historyWords } from '../../src/programme/history.ts'
import { areas } from '../../src/programme/house.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { actingIn } from '../support/acting.ts'
import { aPerson, meetingFields } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { aLog, aReferral } from '../support/story.ts'

// The clock stands on Tuesday 3 March 2026, noon.
let programme: TestProgramme
let pair: Awaited<ReturnType<typeof aPairThatMayAgree>>
beforeAll(async () => {
  programme = await testProgramme()
  pair = await aPairThatMayAgree(programme)
})
const { act, create, workAs } = actingIn(() => programme)

const pageOf = async (who: string, collection: CollectionSlug, id: string, before?: number) =>
  loadRecordPage({ work: await workAs(who), collection, id, areas, words: historyWords, before })

const reads = async (recordId: string): Promise<number> =>
  (
    await programme.query(
      "select 1 from audit_events where action = 'read' and detail->'ids' @> jsonb_build_array($1::text)",
      [recordId],
    )
  ).length

test('[DAT-1] a look at a record is recorded once; one that is refused gives nothing and is no look', async () => {
  const trustee = await aPerson({ ...programme, name: 'Juniper Pretend', roles: ['trustee'] })
  expect(await reads(pair.child.id)).toBe(0)
  expect(await pageOf(trustee, 'children', pair.child.id)).toBeUndefined()
  expect(await pageOf(pair.coordinator, 'children', '00000000-0000-4000-8000-000000000000')).toBeUndefined()
  expect(await reads(pair.child.id)).toBe(0)
  expect((await pageOf(pair.coordinator, 'children', pair.child.id))?.title).toBe('Robin Testerton')
  expect(await reads(pair.child.id)).toBe(1)
})

test('a record is told in names and words: no id, nothing empty, nothing that the software keeps for itself', async () => {
  const meeting = await create({ by: pair.coordinator, collection: 'meetings', fields: meetingFields(pair) })
  const page = await pageOf(pair.coordinator, 'meetings', meeting.id)
  expect(page?.state).toBe('To be confirmed')
  expect(page?.facts.map(({ term, words }) => `${term}: ${words}`)).toEqual(
    expect.arrayContaining([
      'Child: Robin Testerton',
      'Volunteer: Harper Sample',
      'Starts: Tuesday 10 March 2026, 4pm',
      'Proposed by: Morgan Specimen',
    ]),
  )
  expect(JSON.stringify(page?.facts.map(({ words }) => words))).not.toMatch(/[0-9a-f]{8}-|null|undefined/)
})

test('what happened is told in sentences with names, the newest first, and what changed in words', async () => {
  const referral = await create({
    by: pair.coordinator,
    collection: 'referrals',
    fields: { child: pair.child.id, receivedOn: '2026-03-02', source: 'school', mainReason: 'confidence' },
  })
  const work = await workAs(pair.coordinator)
  await work.req.payload.update({
    collection: 'children',
    id: pair.child.id,
    data: { school: 'Makebelieve Primary', heldInYear: 4 },
    overrideAccess: false,
    req: work.req,
  })
  const page = await pageOf(pair.coordinator, 'children', pair.child.id)
  const said = page?.history.happened.map((one) => one.said) ?? []
  expect(said[0]).toBe('Morgan Specimen changed “School”, “Taught in another school year” and “In that school year on”')
  expect(said[1]).toMatch(/^Morgan Specimen added the referral “Robin Testerton, referred 2 March 2026”$/)
  expect(page?.history.happened[0]?.changes).toContainEqual({ term: 'School', words: 'Makebelieve Primary' })
  expect(page?.history.happened[1]?.record).toEqual({ collection: 'referrals', id: referral.id })
  // What was there before the audit began is told too, by when it was stored.
  expect(said).toContain('This child was added')
})

test('[VOL-8] nobody is told of a field, or of a record, that is not theirs to read', async () => {
  const own = await pageOf(pair.volunteer.userId, 'volunteers', pair.volunteer.id)
  const office = await pageOf(pair.coordinator, 'volunteers', pair.volunteer.id)
  await programme.query("update volunteers set home_address = '1 Invented Street' where id = $1", [pair.volunteer.id])
  const terms = async (who: string) =>
    (await pageOf(who, 'volunteers', pair.volunteer.id))?.facts.map(({ term }) => term)
  expect(await terms(pair.coordinator)).toContain('Home address')
  expect(await terms(pair.volunteer.userId)).not.toContain('Home address')
  const kinds = (page: typeof own) => new Set(page?.history.happened.map(({ record }) => record?.collection))
  expect(kinds(office)).toContain('vetting-records')
  expect(kinds(own)).not.toContain('vetting-records')
})

test('[LOG-4] a record of which nothing may be changed offers no form; one that somebody else may change offers them none', async () => {
  const log = await aLog({ ...programme, pair })
  const meeting = await create({
    by: pair.coordinator,
    collection: 'meetings',
    fields: meetingFields(pair, { startsAt: '2026-03-12T16:00:00.000Z' }),
  })
  const canChange = async (who: string, collection: CollectionSlug, id: string) =>
    (await pageOf(who, collection, id))?.canBeChanged
  expect(await canChange(pair.coordinator, 'session-logs', log)).toBe(false)
  expect(await canChange(pair.coordinator, 'meetings', meeting.id)).toBe(true)
  expect(await canChange(pair.volunteer.userId, 'meetings', meeting.id)).toBe(false)
  await act({
    by: pair.coordinator,
    workflow: meetingWorkflow,
    id: meeting.id,
    action: 'cancel',
    input: { reason: 'The library is closed.' },
  })
  expect(await canChange(pair.coordinator, 'meetings', meeting.id)).toBe(false)
})

test('a long history is told in parts, each after the other, nothing twice and nothing left out', async () => {
  const referral = await aReferral({
    ...programme,
    childId: pair.child.id,
    enteredBy: pair.coordinator,
    status: 'declined',
  })
  const told = Array.from({ length: 45 }, (_, place) => place + 1)
  await programme.query('select append_audit_events($1::jsonb)', [
    JSON.stringify(
      told.map((number) => ({
        occurred_at: '2026-03-01T10:00:00Z',
        actor_kind: 'person',
        actor_id: pair.coordinator,
        actor_note: null,
        action: `step-${number}`,
        record_collection: 'referrals',
        record_id: referral,
        came_from: 'panel',
        detail: {},
      })),
    ),
  ])
  const seen: string[] = []
  let before: number | undefined
  for (let part = 0; part < 5; part += 1) {
    const page = await pageOf(pair.coordinator, 'referrals', referral, before)
    seen.push(...(page?.history.happened.map(({ said }) => said) ?? []))
    before = page?.history.goOnBefore
    if (before === undefined) break
  }
  expect(seen.filter((said) => said.includes('step')).map((said) => Number(/step (\d+)/.exec(said)?.[1]))).toEqual(
    [...told].reverse(),
  )
  expect(seen.at(-1)).toBe('This referral was added')
})

test('[DAT-1] a meeting’s page begins with what must be known of the child’s health, and that is a look at it', async () => {
  const meeting = await create({
    by: pair.coordinator,
    collection: 'meetings',
    fields: meetingFields(pair, { startsAt: '2026-03-14T16:00:00.000Z' }),
  })
  const health = await create({
    by: pair.coordinator,
    collection: 'medical-needs',
    fields: { child: pair.child.id, allergies: 'Nuts' },
  })
  const page = await pageOf(pair.coordinator, 'meetings', meeting.id)
  expect(page?.parts.first).toEqual([{ words: 'Allergies: Nuts', isGrave: true }])
  expect(await reads(health.id)).toBe(1)
  const own = await pageOf(pair.volunteer.userId, 'meetings', meeting.id)
  expect([own?.title, own?.parts.first]).toEqual(['Saturday 14 March, 4pm, Library café', []])
  const match = await pageOf(pair.coordinator, 'matches', pair.match)
  expect(match?.parts.cards[0]?.lines?.map(({ title }) => title)).toContain('Saturday 14 March, 4pm')
  const volunteer = await pageOf(pair.coordinator, 'volunteers', pair.volunteer.id)
  expect(volunteer?.parts.cards.flatMap(({ lines = [] }) => lines.map(({ title }) => title))).toContain(
    'Robin Testerton',
  )
})
