import { beforeAll, beforeEach, expect, test } from '@jest/globals'
import { asUser } from '../../../src/core/access/localApi.ts'
import { daysAfter, type CalendarDate } from '../../../src/core/clock/londonDates.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { holderOf, visitByToken } from '../../../src/programme/consent/asking/linkVisits.ts'
import { consentFor, type StoredAnswer } from '../../../src/programme/consent/queries.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { REQUIRED_ITEMS, type ConsentItem } from '../../../src/programme/consent/rules.ts'
import { relationshipsFor } from '../../../src/programme/consent/asking/relationships.ts'
import { endMatchesAtEighteen, endsAtEighteen } from '../../../src/programme/matching/matches/endAtEighteen.ts'
import { meetingWorkflow } from '../../../src/programme/meetings/meetings/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { anAskedParent, answersOf, formText } from '../../support/consent.ts'
import { aMatchedPair, aPerson, insertOne, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))
const { act, create, workAs } = actingIn(() => programme)

const sign = async ({
  requestId,
  relationship,
  answers = answersOf('yes'),
  themselves = false,
}: {
  requestId: string
  relationship: string
  answers?: Record<ConsentItem, 'yes' | 'no'>
  themselves?: boolean
}) =>
  performAction({
    work: await programme.workOf(holderOf({ requestId })),
    workflow: consentRequestWorkflow,
    id: requestId,
    action: 'sign',
    input: {
      answers,
      name: 'Sam Specimen',
      relationship,
      parentalResponsibility: 'yes',
      wording: await formText(programme, { themselves }),
    },
  })
const held = async (childId: string, item: ConsentItem = 'taking-part') =>
  (await consentFor({ query: programme.query, childId, item, on: '2026-03-03' })).held
const matchOf = async (id: string) =>
  (
    await programme.query<{ status: string; reason: string | null }>(
      'select status::text as status, end_reason as reason from matches where id = $1',
      [id],
    )
  )[0]
const told = async (userId: string) =>
  (
    await programme.query<{ template: string }>(
      "select template from notifications where recipient_user_id = $1 and template = 'match-ended'",
      [userId],
    )
  ).length

test('[CON-8, MTG-4] a child in the care of a council: whoever signs for it decides, and nobody else; what the parents said counts no more, from that moment', async () => {
  const pair = await aPairThatMayAgree(programme)
  const { child, coordinator } = pair
  const parent = await anAskedParent(programme, { child, coordinator })
  const meeting = await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair) })
  await act({ by: pair.confirmer, workflow: meetingWorkflow, id: meeting.id, action: 'confirm' })
  expect([
    await held(child.id),
    (await visitByToken({ query: programme.query, token: parent.token, now: programme.clock.now() }))?.forCouncil,
  ]).toEqual([true, false])

  const worker = await create({
    by: coordinator,
    collection: 'guardians',
    fields: {
      name: 'Sam Specimen',
      family: child.familyId,
      relationship: 'Social worker, for the council',
      email: 'sam@example.invalid',
      forCouncil: true,
    },
  })
  const askWorker = () =>
    create({ by: coordinator, collection: 'consent-requests', fields: { child: child.id, guardian: worker.id } })
  expect(await refusalOf(askWorker())).toMatchObject({
    rule: 'CON-8',
    reason: expect.stringContaining('not in the care of a council'),
  })

  const stored = await programme.payload.findByID({ collection: 'children', id: child.id, overrideAccess: true })
  await asUser(await workAs(coordinator)).update({
    collection: 'children',
    id: child.id,
    data: { inCare: true, rowVersion: stored.rowVersion },
  })
  expect(await held(child.id)).toBe(false)
  expect(
    await programme.query('select status::text as status from consent_requests where id = $1', [parent.requestId]),
  ).toEqual([{ status: 'cancelled' }])
  expect(await programme.query('select status::text as status from meetings where id = $1', [meeting.id])).toEqual([
    { status: 'proposed' },
  ])
  expect(
    await visitByToken({ query: programme.query, token: parent.token, now: programme.clock.now() }),
  ).toBeUndefined()
  const refusal = await refusalOf(
    create({
      by: coordinator,
      collection: 'consent-requests',
      fields: { child: child.id, guardian: child.guardianId },
    }),
  )
  expect(refusal).toMatchObject({
    rule: 'CON-8',
    reason: 'This child is in the care of a council, so only somebody who signs for the council can decide.',
    nextStep: expect.stringContaining('Choose the social worker'),
  })
  const onPaper = {
    child: child.id,
    method: 'paper',
    decidedOn: '2026-03-02',
    signedName: 'Sam Specimen',
    saysResponsible: true,
    takingPart: 'yes',
  }
  expect(
    await refusalOf(
      create({
        by: coordinator,
        collection: 'consent-captures',
        fields: { ...onPaper, guardian: child.guardianId, signedRelationship: 'Mother' },
      }),
    ),
  ).toMatchObject({ rule: 'CON-8' })
  expect(
    await refusalOf(
      create({
        by: coordinator,
        collection: 'consent-captures',
        fields: { ...onPaper, guardian: worker.id, signedRelationship: 'Foster carer' },
      }),
    ),
  ).toMatchObject({ rule: 'CON-8' })

  const request = await askWorker()
  expect(await refusalOf(sign({ requestId: request.id, relationship: 'Mother' }))).toMatchObject({
    rule: 'CON-8',
    nextStep: 'Choose “Social worker, for the council”.',
  })
  await sign({ requestId: request.id, relationship: 'Social worker, for the council' })
  expect(await held(child.id)).toBe(true)
})

test('[CON-8] nobody signs for the council whom we do not have on record for it, and the form offers it to nobody else', async () => {
  expect(relationshipsFor({ themselves: false, forCouncil: true })).toEqual(['Social worker, for the council'])
  expect(relationshipsFor({ themselves: true, forCouncil: false })).toEqual(['Myself'])
  expect(relationshipsFor({ themselves: false, forCouncil: false })).not.toContain('Social worker, for the council')
  const parent = await anAskedParent(programme)
  expect(
    await refusalOf(sign({ requestId: parent.requestId, relationship: 'Social worker, for the council' })),
  ).toMatchObject({ rule: 'CON-8' })
})

test('[CON-9] when a match ends at 18: on a no at once, without an answer three weeks after the birthday, never for who agreed', () => {
  const answer = (given: 'yes' | 'no', decidedOn: CalendarDate, themselves: boolean): StoredAnswer[] =>
    REQUIRED_ITEMS.map((item, order) => ({
      id: `${item}`,
      guardianId: themselves ? 'own' : 'parent',
      item,
      answer: given,
      decidedOn,
      order,
      until: given === 'yes' ? '2027-03-10' : null,
      counts: true,
      themselves,
      bornOn: '2008-03-10',
      method: 'link',
    }))
  const table: ReadonlyArray<[on: CalendarDate, answers: StoredAnswer[], ends: boolean, why: string]> = [
    [
      '2026-03-09',
      answer('no', '2026-03-01', false),
      false,
      'the day before, whatever was said: that is for the parents’ gates',
    ],
    ['2026-03-10', answer('yes', '2025-09-01', false), false, 'the birthday: the young person is asked'],
    ['2026-03-30', answer('yes', '2025-09-01', false), false, 'the last day on which their link works'],
    ['2026-03-31', answer('yes', '2025-09-01', false), true, 'three weeks without an answer'],
    ['2026-03-31', [], true, 'the same where nobody ever answered'],
    ['2026-03-11', answer('no', '2026-03-11', true), true, 'their own no, at once'],
    ['2026-06-01', answer('yes', '2026-03-12', true), false, 'they agreed'],
    ['2027-03-10', answer('yes', '2026-03-12', true), false, 'their yes ran out: they are asked again like everybody'],
  ]
  for (const [on, answers, ends, why] of table)
    expect([on, why, endsAtEighteen({ answers, bornOn: '2008-03-10', on })]).toEqual([on, why, ends])
  expect(endsAtEighteen({ answers: [], bornOn: '2008-02-29', on: '2026-03-21' })).toBe(false)
  expect(endsAtEighteen({ answers: [], bornOn: '2008-02-29', on: '2026-03-22' })).toBe(true)
})

test('[CON-9, CON-4] the young person’s own no ends the match in the same moment, silence ends it after three weeks; volunteer, contact and co-ordinator are told once', async () => {
  const job = async () => endMatchesAtEighteen(await programme.workOf({ kind: 'system', reason: 'a test' }))
  const [refusing, silent] = [await aMatchedPair(programme), await aMatchedPair(programme)]
  const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  for (const { child } of [refusing, silent])
    await programme.query("update children set born_on = '2008-03-01' where id = $1", [child.id])
  const own = await insertOne({
    ...programme,
    collection: 'guardians',
    row: {
      name: 'Robin Testerton',
      family_id: refusing.child.familyId,
      themselves_id: refusing.child.id,
      relationship: 'Myself',
      email: 'robin@example.invalid',
      parental_responsibility: true,
      contact_rule: 'usual',
      row_version: 1,
    },
  })
  const asked = await anAskedParent(programme, { child: { ...refusing.child, guardianId: own }, coordinator })
  expect(await job()).toBe(0)
  await sign({
    requestId: asked.requestId,
    relationship: 'Myself',
    answers: answersOf('yes', { meetings: 'no' }),
    themselves: true,
  })
  expect(await matchOf(refusing.match)).toMatchObject({ status: 'ended', reason: expect.stringContaining('CON-9') })
  expect(await job()).toBe(0)
  programme.clock.set('2026-03-22T08:20:00Z')
  expect(daysAfter({ date: '2026-03-01', days: 21 })).toBe('2026-03-22')
  expect(await matchOf(silent.match)).toMatchObject({ status: 'active' })
  expect([await job(), await job()]).toEqual([1, 0])
  expect(await matchOf(silent.match)).toMatchObject({ status: 'ended' })
  for (const id of [refusing.volunteer.userId, silent.volunteer.userId]) expect(await told(id)).toBe(1)
  expect(await told(coordinator)).toBe(2)
})
