import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { renderEmail } from '../../../src/boot/emails.ts'
import { messageSource } from '../../../src/boot/messageSource.ts'
import { daysAfter, monthsAfter } from '../../../src/core/clock/londonDates.ts'
import type { NotificationRow } from '../../../src/core/notifications/notification.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { captureWorkflow } from '../../../src/programme/consent/paper/workflow.ts'
import { holderOf, visitByToken } from '../../../src/programme/consent/asking/linkVisits.ts'
import { consentEndings } from '../../../src/programme/consent/answers/endings.ts'
import { capturesToConfirm, consentsEnding } from '../../../src/programme/consent/queues.ts'
import { consentAnswersOf, consentFor, consentHeld } from '../../../src/programme/consent/queries.ts'
import { remindOfConsent } from '../../../src/programme/consent/asking/reminders.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../../../src/programme/consent/rules.ts'
import { isMentored } from '../../../src/programme/matching/tellOfConsent.ts'
import { askAgainForAll } from '../../../src/programme/meetings/meetings/askAgain.ts'
import { meetingWorkflow } from '../../../src/programme/meetings/meetings/workflow.ts'
import { isAdult } from '../../../src/programme/people/adulthood.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { anAskedParent, answersOf, formText, tokenOf, type AskedParent } from '../../support/consent.ts'
import { aChild, aMatchedPair, aPerson, consentFrom, insertOne, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))

const { act, create, workAs } = actingIn(() => programme)
const sign = async (
  { requestId }: Pick<AskedParent, 'requestId'>,
  { answers = answersOf('yes'), action = 'sign', themselves = false } = {},
) =>
  performAction({
    work: await programme.workOf(holderOf({ requestId })),
    workflow: consentRequestWorkflow,
    id: requestId,
    action,
    input: {
      answers,
      name: 'Alex Testerton',
      relationship: 'Mother',
      parentalResponsibility: 'yes',
      wording: await formText(programme, { themselves }),
    },
  })
const runJob = async (): Promise<number> =>
  remindOfConsent({ work: await programme.workOf({ kind: 'system', reason: 'a test' }), among: isMentored })
const acceptanceOf = (childId: string, item: ConsentItem = 'travel', on = '2026-03-03') =>
  consentFor({ query: programme.query, childId, item, on })
const messagesTo = (id: string) =>
  programme.query<{ template: string; details: Record<string, unknown>; subject: string; state: string }>(
    'select template, details, subject_collection as subject, state::text as state from notifications where coalesce(recipient_user_id, recipient_guardian_id) = $1 order by created_at, template',
    [id],
  )
const templatesTo = async (id: string): Promise<string[]> => (await messagesTo(id)).map(({ template }) => template)
const said = (child: { id: string; guardianId: string }, changes: Record<string, unknown> = {}) => ({
  child: child.id,
  guardian: child.guardianId,
  method: 'paper',
  decidedOn: '2026-03-02',
  signedName: 'Alex Testerton',
  signedRelationship: 'Mother',
  saysResponsible: true,
  takingPart: 'yes',
  meetings: 'yes',
  travel: 'yes',
  outings: 'yes',
  firstAid: 'yes',
  photographs: 'no',
  talkingWithSchool: 'yes',
  talkingWithKeyWorkers: 'yes',
  ...changes,
})

describe('on paper and by telephone', () => {
  test('[CON-1, ORG-1, CON-7] a yes counts once a second person confirmed it, a no at once; the parent gets a copy and a link (consent 20)', async () => {
    const [coordinator, committee] = [
      await aPerson({ ...programme, roles: ['co-ordinator'] }),
      await aPerson({ ...programme, roles: ['committee'] }),
    ]
    const child = await aChild(programme)
    const capture = await create({ by: coordinator, collection: 'consent-captures', fields: said(child) })
    expect(capture).toMatchObject({ status: 'entered', enteredBy: coordinator })
    expect(await acceptanceOf(child.id)).toMatchObject({ held: false, why: 'never-asked' })
    expect(await acceptanceOf(child.id, 'photographs')).toEqual({ held: false, why: 'refused', since: '2026-03-02' })
    expect((await capturesToConfirm({ work: await workAs(coordinator), limit: 5 }))[0]).toMatchObject({
      id: capture.id,
      enteredBySelf: true,
      said: expect.stringContaining('No to: Photographs.'),
    })
    expect((await capturesToConfirm({ work: await workAs(committee), limit: 5 }))[0]).toMatchObject({
      enteredBySelf: false,
    })
    expect(
      await refusalOf(act({ by: coordinator, workflow: captureWorkflow, id: capture.id, action: 'confirm' })),
    ).toMatchObject({ rule: 'ORG-1' })
    await act({ by: committee, workflow: captureWorkflow, id: capture.id, action: 'confirm' })
    expect(await acceptanceOf(child.id)).toEqual({ held: true, until: '2027-03-02' })
    expect(
      await programme.query(
        'select distinct method::text as method, capture_id as capture from consents where child_id = $1',
        [child.id],
      ),
    ).toEqual([{ method: 'paper', capture: capture.id }])
    const sent = await messagesTo(child.guardianId)
    expect(sent.filter(({ state }) => state === 'waiting').map(({ template }) => template)).toEqual(['consent-copy'])
    const [request] = await programme.query<{ id: string }>(
      'select id, status::text as status, answered_by::text as how, wording from consent_requests where child_id = $1',
      [child.id],
    )
    expect(request).toMatchObject({ status: 'signed', how: 'paper', wording: await formText(programme) })
    // The parent changes their mind by that link, like everybody else.
    await performAction({
      work: await programme.workOf(holderOf({ requestId: request?.id ?? '' })),
      workflow: consentRequestWorkflow,
      id: request?.id ?? '',
      action: 'withdrawOne',
      input: { item: 'travel' },
    })
    expect(await acceptanceOf(child.id)).toMatchObject({ why: 'refused' })
    // What was entered never changes, whatever the door.
    await expect(
      programme.query("update consent_captures set travel = 'no' where id = $1", [capture.id]),
    ).rejects.toThrow(/cannot be changed/)
    await expect(
      programme.query('update consent_captures set status = $2, confirmed_by_id = entered_by_id where id = $1', [
        (await create({ by: coordinator, collection: 'consent-captures', fields: said(child) })).id,
        'confirmed',
      ]),
    ).rejects.toThrow(/confirmed_by_a_second_person/)
  })

  test('[CON-4] what a parent said by their link while a yes waited for its second person stands', async () => {
    const parent = await anAskedParent(programme)
    const committee = await aPerson({ ...programme, roles: ['committee'] })
    await sign(parent)
    const capture = await create({
      by: parent.coordinator,
      collection: 'consent-captures',
      fields: said(parent.child, { decidedOn: '2026-03-03' }),
    })
    programme.clock.set('2026-03-03T14:00:00Z')
    await performAction({
      work: await programme.workOf(holderOf(parent)),
      workflow: consentRequestWorkflow,
      id: parent.requestId,
      action: 'withdrawOne',
      input: { item: 'travel' },
    })
    await act({ by: committee, workflow: captureWorkflow, id: capture.id, action: 'confirm' })
    expect(await acceptanceOf(parent.child.id)).toMatchObject({ held: false, why: 'refused' })
    expect(await acceptanceOf(parent.child.id, 'outings')).toMatchObject({ held: true })
  })

  test('[CON-1, CON-2, CON-8, CON-9] nobody records a yes past a second person, without responsibility, for somebody else’s child or somebody of age', async () => {
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const [child, other, grown] = [await aChild(programme), await aChild(programme), await aChild(programme)]
    await programme.query("update children set born_on = '2008-03-03' where id = $1", [grown.id])
    const enter = (fields: Record<string, unknown>) =>
      refusalOf(create({ by: coordinator, collection: 'consent-captures', fields }))
    expect(await enter(said(child, { guardian: other.guardianId }))).toMatchObject({ rule: 'CON-8' })
    expect(await enter(said(child, { saysResponsible: false }))).toMatchObject({ rule: 'CON-8' })
    expect(
      await enter(
        said(
          child,
          Object.fromEntries(
            [
              'takingPart',
              'meetings',
              'travel',
              'outings',
              'firstAid',
              'photographs',
              'talkingWithSchool',
              'talkingWithKeyWorkers',
            ].map((name) => [name, null]),
          ),
        ),
      ),
    ).toMatchObject({ rule: 'CON-2' })
    expect(await enter(said(child, { decidedOn: '2026-03-04' }))).toMatchObject({ rule: 'CON-1' })
    expect(await enter(said(grown))).toMatchObject({ rule: 'CON-9' })
    await expect(
      asUser(await workAs(coordinator)).create({
        collection: 'consents',
        data: {
          child: child.id,
          guardian: child.guardianId,
          item: 'travel',
          answer: 'yes',
          decidedOn: '2026-03-03',
          method: 'paper',
        },
      }),
    ).rejects.toThrow('not allowed')
    expect(await acceptanceOf(child.id)).toMatchObject({ held: false })
  })
})

describe('renewal', () => {
  test('[CON-5] a parent is reminded 30, 14 and 3 days before by the same link, once each; a missed day is made up for (consent 17)', async () => {
    const pair = await aMatchedPair(programme)
    await programme.query('delete from consent_requests where child_id = $1', [pair.child.id])
    const parent = await anAskedParent(programme, { child: pair.child, coordinator: pair.coordinator })
    await sign(parent)
    const token = await tokenOf(programme, parent.requestId)
    const reminders = async () =>
      (await messagesTo(pair.child.guardianId)).filter(({ template }) => template === 'consent-ending-parent').length
    for (const [day, expected] of [
      ['2027-01-31', 0],
      ['2027-02-01', 1],
      ['2027-02-02', 1],
      ['2027-02-16', 1],
      ['2027-02-18', 2],
      ['2027-02-28', 3],
      ['2027-03-02', 3],
    ] as const) {
      programme.clock.set(`${day}T08:20:00Z`)
      await runJob()
      await runJob()
      expect([day, await reminders()]).toEqual([day, expected])
    }
    const [row] = await programme.query<{ id: string }>(
      "select id from notifications where template = 'consent-ending-parent' and recipient_guardian_id = $1 limit 1",
      [pair.child.guardianId],
    )
    const mail = await messageSource({ payload: programme.payload, publicUrl: 'http://localhost:3000' }).renderMessage({
      row: {
        id: row?.id,
        template: 'consent-ending-parent',
        recipient: { kind: 'guardian', id: pair.child.guardianId },
        subject: { collection: 'consent-requests', record: parent.requestId },
        details: { until: '2027-03-03' },
      } as unknown as NotificationRow,
      recipient: { address: 'alex@example.invalid', name: 'Alex Testerton' },
    })
    expect(mail?.text).toContain(`/consent/${token}`)
    expect(mail?.text).toContain('3 March 2027')
    // Answering anew begins a new year, and a new round.
    programme.clock.set('2027-03-02T12:00:00Z')
    await sign(parent, { action: 'change' })
    programme.clock.set('2027-03-05T08:20:00Z')
    await runJob()
    expect(await reminders()).toBe(3)
    expect(await acceptanceOf(pair.child.id, 'travel', '2027-03-05')).toEqual({ held: true, until: '2028-03-02' })
  })

  test('[CON-5, MTG-4, MAT-2] on the day a yes ends travel closes, later meetings lose their confirmation, and everybody concerned is told once', async () => {
    const pair = await aPairThatMayAgree(programme)
    programme.clock.set('2026-11-20T12:00:00Z')
    const meeting = await create({
      by: pair.volunteer.userId,
      collection: 'meetings',
      fields: meetingFields(pair, { startsAt: '2026-11-30T16:00:00.000Z', agreedOn: '2026-11-19' }),
    })
    await act({ by: pair.confirmer, workflow: meetingWorkflow, id: meeting.id, action: 'confirm' })
    // A setting or a correction may shorten what was confirmed: the night asks again for the day itself.
    await programme.query("update meetings set starts_at = '2026-12-01T16:00:00Z' where id = $1", [meeting.id])
    expect(await askAgainForAll(await programme.workOf({ kind: 'system', reason: 'a test' }))).toBe(1)
    expect(await programme.query('select status::text as status from meetings where id = $1', [meeting.id])).toEqual([
      { status: 'proposed' },
    ])
    expect(await acceptanceOf(pair.child.id, 'travel', '2026-11-30')).toMatchObject({ held: true })
    expect(await acceptanceOf(pair.child.id, 'travel', '2026-12-01')).toEqual({
      held: false,
      why: 'expired',
      since: '2026-12-01',
    })
    programme.clock.set('2026-12-01T08:20:00Z')
    expect(
      (await consentsEnding({ work: await workAs(pair.coordinator), limit: 50, among: isMentored })).map(
        ({ childId }) => childId,
      ),
    ).toContain(pair.child.id)
    await runJob()
    await runJob()
    for (const id of [pair.volunteer.userId, pair.confirmer, pair.coordinator])
      expect((await templatesTo(id)).filter((template) => template === 'consent-ended')).toEqual(['consent-ended'])
    expect(
      (await messagesTo(pair.volunteer.userId)).find(({ template }) => template === 'consent-ended')?.subject,
    ).toBe('matches')
  })

  test('[CON-5] how long a yes lasts is a setting, which changes nobody’s earlier answer; a paper answer is renewed by a link of its own', async () => {
    const parent = await anAskedParent(programme)
    await sign(parent)
    await programme.query('insert into programme_settings (consent_renewal_months) values (6)')
    try {
      expect(await acceptanceOf(parent.child.id)).toMatchObject({ until: '2027-03-03' })
      await sign(parent, { action: 'change' })
      expect(await acceptanceOf(parent.child.id)).toMatchObject({ until: '2026-09-03' })
      expect(await formText(programme)).toContain('Your yes lasts for 6 months.')
    } finally {
      await programme.query('delete from programme_settings')
    }
    const pair = await aMatchedPair(programme)
    programme.clock.set('2026-11-02T08:20:00Z')
    await runJob()
    expect(await messagesTo(pair.child.guardianId)).toMatchObject([
      { template: 'consent-requested', details: { occasion: 'renewal' } },
    ])
  })

  test('[CON-1] who was asked and does not answer is written to again after 3, 7 and 14 days under the same link, and no more once they have (consent 14)', async () => {
    const [silent, answering] = [await anAskedParent(programme), await anAskedParent(programme)]
    for (const [day, expected] of [
      ['2026-03-05', 1],
      ['2026-03-06', 2],
      ['2026-03-08', 2],
      ['2026-03-10', 3],
      ['2026-03-16', 3],
      ['2026-03-17', 4],
      ['2026-03-23', 4],
      ['2026-03-25', 4],
    ] as const) {
      programme.clock.set(`${day}T12:00:00Z`)
      if (day === '2026-03-10') await sign(answering)
      await runJob()
      expect([day, (await templatesTo(silent.child.guardianId)).length]).toEqual([day, expected])
    }
    expect(
      (await templatesTo(answering.child.guardianId)).filter((template) => template === 'consent-requested'),
    ).toHaveLength(2)
    expect(await tokenOf(programme, silent.requestId)).toBe(silent.token)
  })
})

describe('who decides', () => {
  test('[CON-8] when the rule is set an open request is taken back in the same transaction; a yes of somebody who cannot take it back, or decides no more, counts for nothing', async () => {
    const parent = await anAskedParent(programme)
    const guardian = await programme.payload.findByID({
      collection: 'guardians',
      id: parent.child.guardianId,
      overrideAccess: true,
    })
    await asUser(await workAs(parent.coordinator)).update({
      collection: 'guardians',
      id: parent.child.guardianId,
      data: { contactRule: 'none', rowVersion: guardian.rowVersion },
    })
    expect(
      await programme.query(
        'select status::text as status, link_digest as digest from consent_requests where id = $1',
        [parent.requestId],
      ),
    ).toEqual([{ status: 'cancelled', digest: null }])
    expect(await messagesTo(parent.child.guardianId)).toMatchObject([
      { template: 'consent-requested', state: 'cancelled' },
    ])
    const child = await aChild(programme)
    await consentFrom({ ...programme, childId: child.id, guardianId: child.guardianId })
    expect(await acceptanceOf(child.id)).toMatchObject({ held: true })
    await programme.query("update guardians set contact_rule = 'none' where id = $1", [child.guardianId])
    expect(await acceptanceOf(child.id)).toMatchObject({ held: false, why: 'never-asked' })
    await programme.query(
      "update guardians set contact_rule = 'usual', parental_responsibility = false where id = $1",
      [child.guardianId],
    )
    expect(await acceptanceOf(child.id)).toMatchObject({ held: false })
  })

  test('[CON-6, CON-4] two parents: a later objection of one flips the item, and the volunteer, the contact and the co-ordinator are told (consent 16)', async () => {
    const pair = await aMatchedPair(programme)
    const father = await insertOne({
      ...programme,
      collection: 'guardians',
      row: {
        name: 'Sam Testerton',
        family_id: pair.child.familyId,
        relationship: 'Father',
        email: 'sam@example.invalid',
        parental_responsibility: true,
        contact_rule: 'usual',
        row_version: 1,
      },
    })
    const parent = await anAskedParent(programme, {
      child: { ...pair.child, guardianId: father },
      coordinator: pair.coordinator,
    })
    expect(await acceptanceOf(pair.child.id)).toMatchObject({ held: true })
    await sign(parent, { answers: answersOf('yes', { travel: 'no' }) })
    expect(await acceptanceOf(pair.child.id)).toEqual({ held: false, why: 'refused', since: '2026-03-03' })
    for (const id of [pair.volunteer.userId, pair.confirmer])
      expect(await templatesTo(id)).toContain('consent-withdrawn')
    expect(await templatesTo(pair.child.guardianId)).toEqual([])
    const { html } = await renderEmail({
      template: 'consent-withdrawn',
      props: { link: 'http://localhost:3000/portal' },
      brand: { charityName: 'Kids on Track', accent: '#0b6b62' },
    })
    expect(html).not.toMatch(/Testerton|travel/i)
  })

  test('[CON-1, CON-5, CON-6] the answer for one child, the form for many and the list of what ends agree, whoever said what and when (one question)', async () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => daysAfter({ date: '2025-01-01', days }))
    const answers = fc.array(
      fc.record({
        who: fc.nat(2),
        answer: fc.constantFrom<'yes' | 'no'>('yes', 'no', 'yes'),
        decidedOn: day,
        months: fc.constantFrom(null, 6, 12),
      }),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(
        answers,
        day,
        fc.constantFrom(
          "contact_rule = 'usual'",
          "contact_rule = 'none'",
          'parental_responsibility = false',
          'themselves_id = (select id from children where family_id = guardians.family_id)',
        ),
        async (given, on, state) => {
          const child = await aChild(programme)
          const guardians = [child.guardianId]
          for (const name of ['Sam Testerton', 'Pat Testerton'])
            guardians.push(
              await insertOne({
                ...programme,
                collection: 'guardians',
                row: {
                  name,
                  family_id: child.familyId,
                  parental_responsibility: true,
                  contact_rule: 'usual',
                  row_version: 1,
                },
              }),
            )
          await programme.query(`update guardians set ${state} where id = $1`, [guardians[0]])
          await programme.query("update children set born_on = '2008-02-29' where id = $1", [child.id])
          for (const { who, answer, decidedOn, months } of given)
            await insertOne({
              ...programme,
              collection: 'consents',
              row: {
                child_id: child.id,
                guardian_id: guardians[who],
                item: 'travel',
                answer,
                decided_on: decidedOn,
                valid_until: months && answer === 'yes' ? monthsAfter({ date: decidedOn, months }) : null,
                method: 'link',
                status: 'given',
                row_version: 1,
              },
            })
          const [row] = await programme.query<{ held: boolean }>(
            `select ${consentHeld({ child: 'c.id', item: "'travel'", on: '$2::text' })} as held from children c where c.id = $1`,
            [child.id, on],
          )
          expect(row?.held).toBe((await acceptanceOf(child.id, 'travel', on)).held)
          const before = daysAfter({ date: on, days: 30 })
          const latest = new Map(
            (await consentAnswersOf({ query: programme.query, childId: child.id }))
              .filter(
                ({ decidedOn, themselves }) => decidedOn <= on && themselves === isAdult({ bornOn: '2008-02-29', on }),
              )
              .sort((one, other) => one.decidedOn.localeCompare(other.decidedOn))
              .map((one) => [one.guardianId, one]),
          )
          const ending = [...latest.values()]
            .filter(({ counts, until }) => counts && until !== null && until <= before)
            .map(({ guardianId, until }) => [guardianId, until])
          const listed = await consentEndings({
            query: programme.query,
            on,
            before,
            among: (id) => `${id} = '${child.id}'`,
            limit: 10,
          })
          expect(listed.map(({ guardianId, until }) => [guardianId, until]).sort()).toEqual(ending.sort())
        },
      ),
      { numRuns: 60 },
    )
    expect(Object.keys(CONSENT_ITEMS)).toContain('travel')
    // A year after 29 February is 28 February.
    const leap = await aChild(programme)
    await consentFrom({
      ...programme,
      childId: leap.id,
      guardianId: leap.guardianId,
      items: ['travel'],
      decidedOn: '2024-02-29',
    })
    expect(
      await consentEndings({
        query: programme.query,
        on: '2025-02-01',
        before: '2025-02-28',
        among: (id) => `${id} = '${leap.id}'`,
        limit: 10,
      }),
    ).toMatchObject([{ until: '2025-02-28' }])
  })
})

describe('at 18', () => {
  test('[CON-9] the parents’ consent and links end on the day; the young person is asked by a link of their own, agrees, or it stays closed; everybody is told once', async () => {
    const pair = await aPairThatMayAgree(programme)
    await programme.query("update children set born_on = '2008-03-10' where id = $1", [pair.child.id])
    const parent = await anAskedParent(programme, { child: pair.child, coordinator: pair.coordinator })
    const own = await create({
      by: pair.coordinator,
      collection: 'guardians',
      fields: {
        name: 'Robin Testerton',
        family: pair.child.familyId,
        themselves: pair.child.id,
        relationship: 'Myself',
        email: 'robin@example.invalid',
      },
    })
    expect(
      await refusalOf(
        create({
          by: pair.coordinator,
          collection: 'consent-requests',
          fields: { child: pair.child.id, guardian: own.id },
        }),
      ),
    ).toMatchObject({ rule: 'CON-9' })
    // A meeting on the birthday is not confirmed on the parents' word; one on the day before is.
    const meeting = async (startsAt: string) =>
      (await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair, { startsAt }) }))
        .id
    expect(await refusalOf(meeting('2026-03-10T16:00:00.000Z'))).toMatchObject({
      rule: 'CON-9',
      nextStep: expect.stringContaining('the match ends'),
    })
    await act({
      by: pair.confirmer,
      workflow: meetingWorkflow,
      id: await meeting('2026-03-09T16:00:00.000Z'),
      action: 'confirm',
    })
    expect([
      await acceptanceOf(pair.child.id, 'travel', '2026-03-09'),
      await acceptanceOf(pair.child.id, 'travel', '2026-03-10'),
    ]).toMatchObject([{ held: true }, { held: false, why: 'of-age', since: '2026-03-10' }])
    programme.clock.set('2026-03-03T12:00:00Z')
    expect(
      (await consentsEnding({ work: await workAs(pair.coordinator), limit: 50, among: isMentored })).find(
        ({ id }) => id === pair.child.id,
      ),
    ).toMatchObject({ kind: 'of-age', until: '2026-03-10' })
    programme.clock.set('2026-03-10T08:20:00Z')
    await runJob()
    await runJob()
    expect(
      await programme.query('select status::text as status from consent_requests where id = $1', [parent.requestId]),
    ).toEqual([{ status: 'cancelled' }])
    expect(await messagesTo(own.id)).toMatchObject([{ template: 'consent-requested', details: { occasion: 'of-age' } }])
    for (const id of [pair.volunteer.userId, pair.confirmer, pair.coordinator])
      expect((await templatesTo(id)).filter((template) => template === 'consent-ended')).toEqual(['consent-ended'])
    const [request] = await programme.query<{ id: string }>('select id from consent_requests where guardian_id = $1', [
      own.id,
    ])
    const token = await tokenOf(programme, request?.id ?? '')
    expect(await visitByToken({ query: programme.query, token, now: programme.clock.now() })).toMatchObject({
      themselves: true,
      status: 'open',
    })
    await sign({ requestId: request?.id ?? '' }, { themselves: true })
    expect(await acceptanceOf(pair.child.id, 'travel', '2026-03-10')).toEqual({ held: true, until: '2027-03-10' })
    // The parents' no does not count any more, nor can they be asked.
    expect(
      await refusalOf(
        create({
          by: pair.coordinator,
          collection: 'consent-captures',
          fields: said(pair.child, { decidedOn: '2026-03-10', travel: 'no' }),
        }),
      ),
    ).toMatchObject({ rule: 'CON-9' })
    expect(
      await refusalOf(
        create({
          by: pair.coordinator,
          collection: 'consent-requests',
          fields: { child: pair.child.id, guardian: pair.child.guardianId },
        }),
      ),
    ).toMatchObject({ rule: 'CON-9' })
    expect(
      (await consentsEnding({ work: await workAs(pair.coordinator), limit: 50, among: isMentored })).map(
        ({ id }) => id,
      ),
    ).not.toContain(pair.child.id)
    // Who has agreed takes nobody's place in the list.
    const younger = await aMatchedPair(programme)
    await programme.query("update children set born_on = '2008-03-20' where id = $1", [younger.child.id])
    expect(await consentsEnding({ work: await workAs(pair.coordinator), limit: 1, among: isMentored })).toMatchObject([
      { kind: 'of-age', id: younger.child.id, until: '2026-03-20' },
    ])
  })
})
