import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { messageSource } from '../../../src/boot/messageSource.ts'
import { asSystem, asUser } from '../../../src/core/access/localApi.ts'
import type { Work } from '../../../src/core/access/work.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { refusalWithin } from '../../../src/core/errors/problems.ts'
import type { NotificationRow } from '../../../src/core/notifications/notification.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { holderOf } from '../../../src/programme/consent/asking/linkVisits.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { consentFor } from '../../../src/programme/consent/queries.ts'
import { meetingWorkflow } from '../../../src/programme/meetings/meetings/workflow.ts'
import { anAskedParent, answersOf, formText, tokenOf, type AskedParent } from '../../support/consent.ts'
import { aChild, aPerson, aVolunteer, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { statementsDuring } from '../../support/statements.ts'

let programme: TestProgramme
let wording: string
beforeAll(async () => {
  programme = await testProgramme()
  wording = await formText(programme)
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))

const signature = (changes: Record<string, unknown> = {}) => ({
  answers: answersOf('yes'),
  name: 'Alex Testerton',
  relationship: 'Mother',
  parentalResponsibility: 'yes',
  wording,
  ...changes,
})
const byLink = async ({
  parent,
  action,
  input = {},
  holder = parent.requestId,
}: {
  parent: AskedParent
  action: string
  input?: Record<string, unknown>
  holder?: string
}) =>
  performAction({
    work: await programme.workOf(holderOf({ requestId: holder })),
    workflow: consentRequestWorkflow,
    id: parent.requestId,
    action,
    input,
  })
const byPerson = async ({
  userId,
  parent,
  action,
  input = {},
}: {
  userId: string
  parent: AskedParent
  action: string
  input?: Record<string, unknown>
}) =>
  performAction({
    work: await programme.workOf((await programme.signIn(userId)).person),
    workflow: consentRequestWorkflow,
    id: parent.requestId,
    action,
    input,
  })
const ask = async ({ by, child, guardian }: { by: string; child: string; guardian: string }) =>
  asUser(await programme.workOf((await programme.signIn(by)).person)).create({
    collection: 'consent-requests',
    data: { child, guardian },
  })
const ruleOf = async (attempt: Promise<unknown>): Promise<string | undefined> => {
  try {
    await attempt
    return 'nothing refused it'
  } catch (problem) {
    const refusal = refusalWithin(problem)
    if (!refusal) throw problem
    return refusal.rule
  }
}
const answersOn = ({ child }: AskedParent) =>
  programme.query<{ item: string; answer: string; method: string; decided_on: string }>(
    'select item::text as item, answer::text as answer, method::text as method, decided_on from consents where child_id = $1 order by created_at, item',
    [child.id],
  )
const messagesAbout = ({ requestId }: AskedParent) =>
  programme.query<{ template: string; state: string; to: string }>(
    'select template, state::text as state, coalesce(recipient_user_id, recipient_guardian_id)::text as "to" from notifications where subject_record = $1 order by created_at, template',
    [requestId],
  )

describe('asking', () => {
  test('[CON-1] the co-ordinator or committee asks; the parent is written to, with nothing of the link stored', async () => {
    const parent = await anAskedParent(programme)
    expect(await messagesAbout(parent)).toEqual([
      { template: 'consent-requested', state: 'waiting', to: parent.child.guardianId },
    ])
    const [row] = await programme.query<{ link_digest: string; ends_at: Date }>(
      'select link_digest, ends_at from consent_requests where id = $1',
      [parent.requestId],
    )
    expect(row?.link_digest).toMatch(/^[0-9a-f]{64}$/)
    expect(row?.ends_at).toEqual(new Date('2026-03-24T12:00:00Z'))
    const volunteer = await aVolunteer(programme)
    const administrator = await aPerson({ ...programme, roles: ['administrator'] })
    for (const by of [volunteer.userId, administrator])
      await expect(ask({ by, child: parent.child.id, guardian: parent.child.guardianId })).rejects.toThrow(
        'not allowed',
      )
  })

  test('[CON-8 thin] nobody is asked who has no parental responsibility, is of another family, or must not be contacted', async () => {
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const [child, other] = [await aChild(programme), await aChild(programme)]
    expect(await ruleOf(ask({ by: coordinator, child: child.id, guardian: other.guardianId }))).toBe('CON-8')
    await programme.query("update guardians set contact_rule = 'none' where id = $1", [child.guardianId])
    expect(await ruleOf(ask({ by: coordinator, child: child.id, guardian: child.guardianId }))).toBe('CON-8')
    await programme.query(
      "update guardians set contact_rule = 'usual', parental_responsibility = false where id = $1",
      [child.guardianId],
    )
    expect(await ruleOf(ask({ by: coordinator, child: child.id, guardian: child.guardianId }))).toBe('CON-8')
    expect(await programme.query('select 1 from consent_requests where child_id = $1', [child.id])).toEqual([])
  })

  test('[CON-1, CON-9 thin] nobody is asked without an email address or the child’s birthday, twice, or about somebody of age', async () => {
    const parent = await anAskedParent(programme)
    const asking = () =>
      ruleOf(ask({ by: parent.coordinator, child: parent.child.id, guardian: parent.child.guardianId }))
    expect(await asking()).toBe('CON-1')
    await byPerson({ userId: parent.coordinator, parent, action: 'cancel' })
    await programme.query('update guardians set email = null where id = $1', [parent.child.guardianId])
    expect(await asking()).toBe('CON-1')
    await programme.query("update guardians set email = 'alex@example.invalid' where id = $1", [
      parent.child.guardianId,
    ])
    await programme.query('update children set born_on = null where id = $1', [parent.child.id])
    expect(await asking()).toBe('CON-1')
    await programme.query("update children set born_on = '2008-03-03' where id = $1", [parent.child.id])
    expect(await asking()).toBe('CON-9')
    await programme.query("update children set born_on = '2008-03-04' where id = $1", [parent.child.id])
    expect(await asking()).toBe('nothing refused it')
  })

  test('[CON-1] each new link is told once and makes the one before worthless, before and after the answer', async () => {
    const parent = await anAskedParent(programme)
    const tokens = [parent.token]
    const again = async (action: string) => {
      await byPerson({ userId: parent.coordinator, parent, action })
      tokens.push(await tokenOf(programme, parent.requestId))
    }
    await again('resend')
    await again('resend')
    expect((await messagesAbout(parent)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'waiting'])
    await byLink({ parent, action: 'sign', input: signature() })
    await again('resendToSigner')
    await byLink({ parent, action: 'withdraw' })
    await again('resendToDecliner')
    expect(new Set(tokens).size).toBe(5)
    expect((await messagesAbout(parent)).filter(({ template }) => template === 'consent-copy')).toHaveLength(3)
  })
})

describe('answering', () => {
  test('[CON-1] only the holder of this request’s link answers: no person, no other link, not the software', async () => {
    const parent = await anAskedParent(programme)
    const other = await anAskedParent(programme)
    for (const [action, input] of [
      ['sign', signature()],
      ['decline', { wording }],
    ] as const) {
      expect(await ruleOf(byLink({ parent, action, input, holder: other.requestId }))).toBe('CON-1')
      expect(await ruleOf(byPerson({ userId: parent.coordinator, parent, action, input }))).toBe('CON-1')
      expect(
        await ruleOf(
          performAction({
            work: await programme.workOf({ kind: 'system', reason: 'a test' }),
            workflow: consentRequestWorkflow,
            id: parent.requestId,
            action,
            input,
          }),
        ),
      ).toBe('CON-1')
    }
    await byLink({ parent, action: 'sign', input: signature() })
    for (const [action, input] of [
      ['change', signature()],
      ['withdraw', {}],
      ['withdrawOne', { item: 'travel' }],
    ] as const)
      expect(await ruleOf(byPerson({ userId: parent.coordinator, parent, action, input }))).toBe('CON-1')
    expect(await answersOn(parent)).toHaveLength(8)
  })

  test('[CON-2, CON-8 thin] a signature without an answer to each, a name, or parental responsibility is none', async () => {
    const parent = await anAskedParent(programme)
    const { travel: _travel, ...seven } = answersOf('yes')
    for (const changes of [
      { answers: seven },
      { answers: { ...answersOf('yes'), travel: '' } },
      { name: ' ' },
      { parentalResponsibility: 'no' },
      { parentalResponsibility: undefined },
      { relationship: '' },
      { wording: '' },
    ])
      await expect(byLink({ parent, action: 'sign', input: signature(changes) })).rejects.toMatchObject({ status: 400 })
    expect(await answersOn(parent)).toEqual([])
  })

  test('[CON-1] a link that ran out signs nothing, also when its page was opened in time', async () => {
    const parent = await anAskedParent(programme)
    programme.clock.set('2026-03-24T12:00:00Z')
    expect(await ruleOf(byLink({ parent, action: 'sign', input: signature() }))).toBe('CON-1')
    expect(await ruleOf(byLink({ parent, action: 'decline', input: { wording } }))).toBe('CON-1')
    programme.clock.set('2026-03-24T11:59:59Z')
    expect(await ruleOf(byLink({ parent, action: 'sign', input: signature() }))).toBe('nothing refused it')
  })

  test('[CON-8 thin] who lost parental responsibility after being asked signs nothing', async () => {
    const parent = await anAskedParent(programme)
    await programme.query('update guardians set parental_responsibility = false where id = $1', [
      parent.child.guardianId,
    ])
    expect(await ruleOf(byLink({ parent, action: 'sign', input: signature() }))).toBe('CON-8')
    expect(await answersOn(parent)).toEqual([])
  })

  test('[CON-3] answers are final rows; a changed signature leaves the earlier one, name and words, in the audit', async () => {
    const parent = await anAskedParent(programme)
    await byLink({ parent, action: 'sign', input: signature() })
    programme.clock.advance({ days: 1 })
    await byLink({
      parent,
      action: 'change',
      input: signature({ name: 'Alexandra Testerton', answers: answersOf('yes', { travel: 'no' }) }),
    })
    expect(
      (await answersOn(parent))
        .map(({ item, answer, decided_on }) => [item, answer, decided_on])
        .filter(([item]) => item === 'travel'),
    ).toEqual([
      ['travel', 'yes', '2026-03-03'],
      ['travel', 'no', '2026-03-04'],
    ])
    await expect(
      programme.query("update consents set answer = 'yes' where child_id = $1", [parent.child.id]),
    ).rejects.toThrow(/permission denied|cannot be changed/)
    await expect(programme.query('delete from consents where child_id = $1', [parent.child.id])).rejects.toThrow(
      /permission denied|cannot be changed/,
    )
    const [signed] = await programme.query<{ detail: string }>(
      "select detail::text as detail from audit_events where record_id = $1 and action = 'sign'",
      [parent.requestId],
    )
    expect(signed?.detail).toContain('Alex Testerton')
    expect(signed?.detail).toContain('May your child go in a car with the volunteer?')
    await expect(
      programme.query("update audit_events set detail = '{}' where record_id = $1", [parent.requestId]),
    ).rejects.toThrow(/permission denied|cannot be changed/)
  })

  test('[CON-4] no to everything, everything withdrawn, one thing withdrawn: each takes effect in the same moment and is told (consent 14)', async () => {
    const refused = await anAskedParent(programme)
    await byLink({ parent: refused, action: 'decline', input: { reason: ' ', wording } })
    expect((await answersOn(refused)).map(({ answer }) => answer)).toEqual(Array(8).fill('no'))
    expect(
      await programme.query('select status::text as status, decline_reason from consent_requests where id = $1', [
        refused.requestId,
      ]),
    ).toEqual([{ status: 'declined', decline_reason: null }])

    const parent = await anAskedParent(programme, { coordinator: refused.coordinator })
    await byLink({ parent, action: 'sign', input: signature() })
    await byLink({ parent, action: 'withdrawOne', input: { item: 'photographs' } })
    expect((await answersOn(parent)).at(-1)).toMatchObject({ item: 'photographs', answer: 'no', method: 'link' })
    await byLink({ parent, action: 'withdraw' })
    expect((await answersOn(parent)).slice(-8).map(({ answer }) => answer)).toEqual(Array(8).fill('no'))
    const told = (await messagesAbout(parent))
      .filter(({ to }) => to === parent.coordinator || to === parent.child.guardianId)
      .map(({ template }) => template)
      .sort()
    expect(told).toEqual([
      'consent-answered',
      'consent-copy',
      'consent-requested',
      'consent-withdrawn',
      'consent-withdrawn',
      'consent-withdrawn-parent',
      'consent-withdrawn-parent',
    ])
    await expect(byLink({ parent, action: 'withdrawOne', input: { item: 'everything' } })).rejects.toMatchObject({
      status: 400,
    })
  })

  test('[CON-4, MTG-4] a parent’s no by the link un-confirms the meeting in the same transaction (consent 15)', async () => {
    const pair = await aPairThatMayAgree(programme)
    const parent = await anAskedParent(programme, { child: pair.child, coordinator: pair.coordinator })
    await byLink({ parent, action: 'sign', input: signature() })
    const work = async (userId: string) => programme.workOf((await programme.signIn(userId)).person)
    const meeting = await asUser(await work(pair.volunteer.userId)).create({
      collection: 'meetings',
      data: meetingFields(pair),
    })
    await performAction({
      work: await work(pair.confirmer),
      workflow: meetingWorkflow,
      id: meeting.id,
      action: 'confirm',
      input: {},
    })
    const statusNow = async () =>
      (
        await programme.query<{ status: string }>('select status::text as status from meetings where id = $1', [
          meeting.id,
        ])
      )[0]?.status
    await byLink({ parent, action: 'withdrawOne', input: { item: 'photographs' } })
    expect(await statusNow()).toBe('confirmed')
    await byLink({ parent, action: 'withdrawOne', input: { item: 'meetings' } })
    expect(await statusNow()).toBe('proposed')
  })

  test('[CON-4, MTG-4, DAT-2] the answers of one form are stored together, each with its row in the audit, and the meetings are asked again once', async () => {
    const parent = await anAskedParent(programme)
    const said = await statementsDuring({
      ...programme,
      work: () => byLink({ parent, action: 'sign', input: signature({ answers: answersOf('yes', { travel: 'no' }) }) }),
    })
    expect(said.filter((statement) => /^\s*insert into "consents"/i.test(statement))).toHaveLength(1)
    expect(said.filter((statement) => /from meetings where child_id = \$1/.test(statement))).toHaveLength(1)
    const rows = await programme.query<{ item: string; answer: string; until: string | null }>(
      `select detail->'item'->>'after' as item, detail->'answer'->>'after' as answer, detail->'validUntil'->>'after' as until from audit_events
       where record_collection = 'consents' and action = 'create' and actor_kind = 'link' and actor_id = $1 order by sequence`,
      [parent.requestId],
    )
    expect(rows).toEqual(
      Object.entries(answersOf('yes', { travel: 'no' })).map(([item, answer]) => ({
        item,
        answer,
        until: answer === 'yes' ? '2027-03-03' : null,
      })),
    )
    const [signed] = await programme.query<{ fields: string[] }>(
      "select array(select jsonb_object_keys(detail) order by 1) as fields from audit_events where record_collection = 'consents' and actor_id = $1 order by sequence limit 1",
      [parent.requestId],
    )
    expect(signed?.fields).toEqual([
      'answer',
      'child',
      'decidedOn',
      'guardian',
      'item',
      'method',
      'status',
      'validUntil',
      'wordingDigest',
      'wordingVersion',
    ])
  })

  test('[CON-4] what was said last counts, though the transaction that stores it had begun before', async () => {
    const { id: child, guardianId: guardian } = await aChild(programme)
    const itself = { kind: 'system', reason: 'a test' } as const
    const say = async (work: Work, answer: 'yes' | 'no') =>
      asSystem(work, itself).createMany({
        collection: 'consents',
        records: [{ child, guardian, item: 'travel', answer, decidedOn: '2026-03-03', method: 'telephone' }],
      })
    const [begunFirst, begunLater] = [await programme.workOf(itself), await programme.workOf(itself)]
    await inTransaction({
      req: begunFirst.req,
      work: async () => {
        await inTransaction({ req: begunLater.req, work: () => say(begunLater, 'yes') })
        await say(begunFirst, 'no')
      },
    })
    expect(await consentFor({ ...programme, childId: child, item: 'travel', on: '2026-03-03' })).toMatchObject({
      why: 'refused',
    })
  })
})

describe('what the parent is sent', () => {
  const rendered = async (parent: AskedParent, template: string) => {
    const rows = await programme.query<{ id: string; details: Record<string, unknown> }>(
      'select id, details from notifications where subject_record = $1 and template = $2 order by created_at desc limit 1',
      [parent.requestId, template],
    )
    const row = {
      id: String(rows[0]?.id),
      template,
      recipient: { kind: 'guardian', id: parent.child.guardianId },
      subject: { collection: 'consent-requests', record: parent.requestId },
      details: rows[0]?.details ?? {},
      messageId: '<one@example.invalid>',
      attempts: 1,
      createdAt: programme.clock.now(),
    } as NotificationRow
    return messageSource({ payload: programme.payload, publicUrl: 'https://mentoring.example.org' }).renderMessage({
      row,
      recipient: { name: 'Alex Testerton', address: 'alex@example.invalid' },
    })
  }

  test('[CON-1, CON-7] the request and the copy hold the newest link, made when the message is written', async () => {
    const parent = await anAskedParent(programme)
    expect((await rendered(parent, 'consent-requested'))?.text).toContain(
      `https://mentoring.example.org/consent/${parent.token}`,
    )
    await byPerson({ userId: parent.coordinator, parent, action: 'resend' })
    const newest = await tokenOf(programme, parent.requestId)
    expect(newest).not.toBe(parent.token)
    expect((await rendered(parent, 'consent-requested'))?.text).toContain(newest)
    await byLink({ parent, action: 'sign', input: signature() })
    expect((await rendered(parent, 'consent-copy'))?.text).toContain(newest)
    expect((await rendered(parent, 'consent-withdrawn-parent'))?.text).toContain(newest)
  })

  test('[CON-1] a request that was answered or taken back before its message was sent is not sent any more', async () => {
    const answered = await anAskedParent(programme)
    await byLink({ parent: answered, action: 'decline', input: { wording } })
    expect(await rendered(answered, 'consent-requested')).toBeUndefined()
    const takenBack = await anAskedParent(programme)
    await byPerson({ userId: takenBack.coordinator, parent: takenBack, action: 'cancel' })
    expect(await rendered(takenBack, 'consent-requested')).toBeUndefined()
    expect((await messagesAbout(takenBack)).map(({ state }) => state)).toEqual(['cancelled'])
  })
})

test('[CON-6 thin] two parents are asked each by a link of their own, and a no of either closes the item', async () => {
  const parent = await anAskedParent(programme)
  const [other] = await programme.query<{ id: string }>(
    "insert into guardians (name, family_id, relationship, email, parental_responsibility, contact_rule, row_version, created_at, updated_at) values ('Jo Otherparent', $1, 'Father', 'jo@example.invalid', true, 'usual', 1, now(), now()) returning id",
    [parent.child.familyId],
  )
  const second = await anAskedParent(programme, {
    child: { ...parent.child, guardianId: String(other?.id) },
    coordinator: parent.coordinator,
  })
  expect(second.token).not.toBe(parent.token)
  await byLink({ parent, action: 'sign', input: signature() })
  await byLink({
    parent: second,
    action: 'sign',
    input: signature({ name: 'Jo Otherparent', relationship: 'Father', answers: answersOf('yes', { meetings: 'no' }) }),
  })
  const { consentAnswersOf } = await import('../../../src/programme/consent/queries.ts')
  const { missingConsent } = await import('../../../src/programme/consent/rules.ts')
  const missing = missingConsent({
    answers: await consentAnswersOf({ query: programme.query, childId: parent.child.id }),
    on: '2026-03-03',
  })
  expect(missing.map(({ reason }) => reason)).toEqual([
    'A parent or carer has said no to “Meetings in public places” since 3 March 2026.',
  ])
})
