import { beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { messageSource } from '../../../src/boot/messageSource.ts'
import { meetingWorkflow } from '../../../src/programme/meetings/meetings/workflow.ts'
import { contactSentence, type Reachable } from '../../../src/programme/people/families/contactRules.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { visitor, wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
})
const { act, create } = actingIn(() => programme)

const alex: Reachable = {
  name: 'Alex Testerton',
  relationship: 'Mother',
  contactRule: 'usual',
  contactWords: null,
  preferredWay: null,
  formLanguage: null,
  language: null,
}

test.each<[Partial<Reachable>, string]>([
  [{}, ''],
  [{ contactRule: 'writing' }, 'Write to Alex Testerton (mother); do not ring.'],
  [{ contactRule: 'writing', preferredWay: 'telephone' }, 'Write to Alex Testerton (mother); do not ring.'],
  [
    { contactRule: 'writing', preferredWay: 'email', formLanguage: 'pl' },
    'Write to Alex Testerton (mother); do not ring. Prefers email. Speaks Polish.',
  ],
  [{ formLanguage: 'pl', language: ' polish ' }, 'Speaks Polish.'],
  [{ formLanguage: 'pl', language: 'Romani' }, 'Speaks Polish, Romani.'],
  [{ language: 'Somali' }, 'Speaks Somali.'],
  [
    { contactRule: 'none', relationship: 'Father', contactWords: 'A court has said so.', preferredWay: 'email' },
    'Do not contact Alex Testerton (father): no call, no message, no letter. A court has said so.',
  ],
  [{ relationship: null, contactWords: 'Not before 4pm' }, 'Not before 4pm.'],
])('[CON-8] a contact rule in words: %j', (rule, words) => {
  expect(contactSentence({ ...alex, ...rule })).toBe(words)
})

describe('[CON-8] a parent or carer who must not be contacted gets no message and no link, through any door', () => {
  const ruled = async (contactRule: string) => {
    const pair = await aPairThatMayAgree(programme)
    await programme.query(
      'update guardians set contact_rule = $2::enum_guardians_contact_rule, contact_words = $3 where id = $1',
      [pair.child.guardianId, contactRule, 'As agreed in spring'],
    )
    return pair
  }
  const recipientOf = (guardianId: string) =>
    messageSource({ payload: programme.payload, publicUrl: 'http://localhost:3000' }).resolveRecipient({
      recipient: { kind: 'guardian', id: guardianId },
    } as Parameters<ReturnType<typeof messageSource>['resolveRecipient']>[0])

  test('[CON-8] no consent link is made for them, none for one whom the rule reaches later, and no answer of theirs is recorded', async () => {
    const { coordinator, child } = await ruled('none')
    const asked = {
      by: coordinator,
      collection: 'consent-requests' as const,
      fields: { child: child.id, guardian: child.guardianId },
    }
    expect(await refusalOf(create(asked))).toMatchObject({ rule: 'CON-8' })
    expect(
      await refusalOf(
        create({
          by: coordinator,
          collection: 'consent-captures',
          fields: {
            child: child.id,
            guardian: child.guardianId,
            travel: 'yes',
            decidedOn: '2026-03-03',
            method: 'paper',
            signedName: 'Alex Testerton',
            signedRelationship: 'Mother',
            saysResponsible: true,
          },
        }),
      ),
    ).toMatchObject({ rule: 'CON-8' })
    expect(
      await programme.query('select from notifications where recipient_guardian_id = $1', [child.guardianId]),
    ).toEqual([])
  })

  test('[CON-8, MTG-1] no meeting is agreed with them; one that was loses its confirmation when the rule is set', async () => {
    const pair = await ruled('none')
    expect(
      await refusalOf(create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair) })),
    ).toMatchObject({ rule: 'MTG-1' })
    const other = await aPairThatMayAgree(programme)
    const meeting = await create({ by: other.volunteer.userId, collection: 'meetings', fields: meetingFields(other) })
    await act({ by: other.confirmer, workflow: meetingWorkflow, id: meeting.id, action: 'confirm' })
    const guardian = await programme.payload.findByID({
      collection: 'guardians',
      id: other.child.guardianId,
      overrideAccess: true,
    })
    const cookie = (await programme.signIn(other.coordinator)).cookie
    const answer = await fetchPatch({
      cookie,
      path: `/guardians/${other.child.guardianId}`,
      body: { contactRule: 'none', rowVersion: guardian.rowVersion },
    })
    expect(answer).toBe(200)
    expect(await programme.query('select status::text as status from meetings where id = $1', [meeting.id])).toEqual([
      { status: 'proposed' },
    ])
  })

  test('[CON-8] a message that waits already is not sent, and says why; one in writing still arrives', async () => {
    const none = await ruled('none')
    const writing = await ruled('writing')
    expect(await recipientOf(none.child.guardianId)).toEqual({
      notBecause:
        'This parent or carer is not to be contacted, so the message was not sent. If that has changed, change it on their record, then send the message again.',
    })
    const withoutAddress = await ruled('usual')
    await programme.query('update guardians set email = null where id = $1', [withoutAddress.child.guardianId])
    expect(await recipientOf(withoutAddress.child.guardianId)).toBeUndefined()
    expect(await recipientOf(writing.child.guardianId)).toMatchObject({ name: 'Alex Testerton' })
    expect(
      await create({
        by: writing.coordinator,
        collection: 'consent-requests',
        fields: { child: writing.child.id, guardian: writing.child.guardianId },
      }),
    ).toMatchObject({ status: 'open' })
  })

  test('[CON-8, MAT-7] the volunteer’s page says the rule in words, with no number and no address of whom not to contact, and no way to ring whom to write to', async () => {
    const none = await ruled('none')
    const writing = await ruled('writing')
    const page = async ({ volunteer, match }: typeof none) =>
      visitor(served, { cookie: (await programme.signIn(volunteer.userId)).cookie }).get(`/portal/children/${match}`)
    const forbidden = await page(none)
    expect(wordsOf(forbidden)).toContain(
      'Do not contact Alex Testerton (mother): no call, no message, no letter. As agreed in spring.',
    )
    expect(wordsOf(forbidden)).toContain('There is nobody whom you may contact.')
    expect(forbidden.text).not.toMatch(/07700 900456|@example\.invalid/)
    const inWriting = await page(writing)
    expect(wordsOf(inWriting)).toContain('Write to Alex Testerton (mother); do not ring. As agreed in spring.')
    expect(inWriting.text).toContain('href="sms:07700900456"')
    expect(inWriting.text).not.toContain('href="tel:07700900456"')
  })
})

const fetchPatch = async ({
  cookie,
  path,
  body,
}: {
  cookie: string
  path: string
  body: Record<string, unknown>
}): Promise<number> => {
  const { restClient } = await import('../../attack/support/rest.ts')
  return (
    await restClient(programme)({ method: 'PATCH', path, cookie, body, headers: { 'idempotency-key': randomUUID() } })
  ).status
}
