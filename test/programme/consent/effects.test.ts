// What each step of a request, an answer and a call writes, what it stores and whom it tells: every effect by itself.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { consentWorkflow } from '../../../src/programme/consent/answers/workflow.ts'
import { holderOf } from '../../../src/programme/consent/asking/linkVisits.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { callRequestWorkflow } from '../../../src/programme/consent/calls/workflow.ts'
import { actingIn } from '../../support/acting.ts'
import { anAskedParent, answersOf, formText } from '../../support/consent.ts'
import { aChild, aMatch, aPerson, aVolunteer, consentFrom, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
let coordinator: string
let committee: string
let wording: string
beforeAll(async () => {
  programme = await testProgramme()
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  wording = await formText(programme)
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))
const { workAs, act } = actingIn(() => programme)
const software = () => programme.workOf({ kind: 'system', reason: 'a test' })
type Child = Awaited<ReturnType<typeof aChild>>

describe('what each step writes, stores and sends', () => {
  /** What is new since it was asked last: messages by whom they go to, answers and copies by their number. */
  const newsOf = (child: Child, requestId: string) => {
    let before = { told: [] as string[], answers: 0, copies: 0 }
    return async () => {
      const rows = await programme.query<{ template: string; parent: boolean; details: { occasion?: string } | null }>(
        `select template, recipient_guardian_id is not null as parent, details from notifications
         where subject_record in ($1, $2) or recipient_guardian_id = $3 order by created_at, id`,
        [requestId, child.id, child.guardianId],
      )
      const told = rows.map(({ template, details }) =>
        details?.occasion ? `${template} (${details.occasion})` : template,
      )
      const [count] = await programme.query<{ answers: number; copies: number }>(
        `select (select count(*)::int from consents where child_id = $1) as answers,
           (select count(*)::int from consent_copies where request_id = $2) as copies`,
        [child.id, requestId],
      )
      const now = { told, answers: count?.answers ?? 0, copies: count?.copies ?? 0 }
      const counts = new Map<string, number>()
      for (const one of now.told) counts.set(one, (counts.get(one) ?? 0) + 1)
      for (const one of before.told) counts.set(one, (counts.get(one) ?? 0) - 1)
      const news = {
        told: [...counts].flatMap(([one, times]) => (times > 0 ? [one] : [])).sort(),
        answers: now.answers - before.answers,
        copies: now.copies - before.copies,
      }
      before = now
      return news
    }
  }
  const rowOf = async (requestId: string) => {
    const [row] = await programme.query(
      `select status::text as status, link_number::int as "linkNumber", link_digest is not null as "hasLink", ends_at as "endsAt", wrong_tries::int as "wrongTries", locked_until as "lockedUntil",
         answered_at is not null as answered, answered_by::text as "answeredBy", signed_name as "signedName", signed_relationship as "signedRelationship", decline_reason as "declineReason",
         wording_digest is not null as "hasWords", asked_by_id as "askedBy" from consent_requests where id = $1`,
      [requestId],
    )
    return row
  }
  const byLink = async (requestId: string, action: string, input: Record<string, unknown> = {}) =>
    performAction({
      work: await programme.workOf(holderOf({ requestId })),
      workflow: consentRequestWorkflow,
      id: requestId,
      action,
      input,
    })
  const byOffice = (requestId: string, action: string, input: Record<string, unknown> = {}, by = coordinator) =>
    act({ by, workflow: consentRequestWorkflow, id: requestId, action, input })
  const itself = async (requestId: string, action: string, input: Record<string, unknown> = {}) =>
    performAction({ work: await software(), workflow: consentRequestWorkflow, id: requestId, action, input })
  const signature = (changes: Record<string, unknown> = {}) => ({
    answers: answersOf('yes'),
    name: 'Alex Testerton',
    relationship: 'Mother',
    parentalResponsibility: 'yes',
    wording,
    ...changes,
  })
  const aMentoredChild = async (): Promise<Child> => {
    const child = await aChild(programme)
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    await aMatch({ ...programme, childId: child.id, volunteerId: volunteer.id, contactId: committee })
    return child
  }

  test('[CON-1, CON-4, CON-7] while it is open: the first link, a new one, one that its holder asked for, another address', async () => {
    const child = await aMentoredChild()
    const { requestId } = await anAskedParent(programme, { child, coordinator })
    const news = newsOf(child, requestId)
    expect(await news()).toEqual({ told: ['consent-requested (first)'], answers: 0, copies: 0 })
    const fresh = { status: 'open', hasLink: true, wrongTries: 0, lockedUntil: null, askedBy: coordinator }
    expect(await rowOf(requestId)).toMatchObject({
      ...fresh,
      linkNumber: 1,
      endsAt: new Date('2026-03-24T12:00:00.000Z'),
      answered: false,
    })
    const spoilt = () =>
      programme.query(
        "update consent_requests set wrong_tries = 4, locked_until = '2026-03-03T13:00:00Z' where id = $1",
        [requestId],
      )
    await spoilt()
    programme.clock.set('2026-03-04T12:00:00Z')
    await byOffice(requestId, 'resend')
    expect(await news()).toEqual({ told: ['consent-requested (first)'], answers: 0, copies: 0 })
    expect(await rowOf(requestId)).toMatchObject({
      ...fresh,
      linkNumber: 2,
      endsAt: new Date('2026-03-25T12:00:00.000Z'),
    })
    await spoilt()
    await itself(requestId, 'renewLink')
    expect(await news()).toEqual({ told: [], answers: 0, copies: 0 })
    expect(await rowOf(requestId)).toMatchObject({
      status: 'open',
      linkNumber: 3,
      wrongTries: 4,
      lockedUntil: new Date('2026-03-03T13:00:00Z'),
    })
    await byOffice(requestId, 'correctAddress', { email: 'alex.anew@example.invalid' })
    expect(await news()).toEqual({ told: ['consent-requested (first)'], answers: 0, copies: 0 })
    expect(await rowOf(requestId)).toMatchObject({ ...fresh, linkNumber: 4 })
    expect(await programme.query('select email from guardians where id = $1', [child.guardianId])).toEqual([
      { email: 'alex.anew@example.invalid' },
    ])
  })

  test('[CON-5, CON-9] who answered before is asked to renew; the young person, at eighteen, for themselves', async () => {
    const renewing = await aChild(programme)
    await consentFrom({ ...programme, childId: renewing.id, guardianId: renewing.guardianId, items: ['travel'] })
    const again = await anAskedParent(programme, { child: renewing, coordinator })
    expect((await newsOf(renewing, again.requestId)()).told).toEqual(['consent-requested (renewal)'])
    const grown = await aChild(programme)
    await programme.query("update children set born_on = '2008-03-03' where id = $1", [grown.id])
    await programme.query('update guardians set themselves_id = $2 where id = $1', [grown.guardianId, grown.id])
    const own = await anAskedParent(programme, { child: grown, coordinator })
    expect((await newsOf(grown, own.requestId)()).told).toEqual(['consent-requested (of-age)'])
  })

  test('[CON-1, CON-3, CON-4, CON-7] from signing to withdrawing everything', async () => {
    const child = await aMentoredChild()
    const { requestId } = await anAskedParent(programme, { child, coordinator })
    const news = newsOf(child, requestId)
    await news()
    await byLink(requestId, 'sign', signature())
    expect(await news()).toEqual({ told: ['consent-answered', 'consent-copy'], answers: 8, copies: 1 })
    expect(await rowOf(requestId)).toMatchObject({
      status: 'signed',
      answered: true,
      answeredBy: 'link',
      signedName: 'Alex Testerton',
      signedRelationship: 'Mother',
      declineReason: null,
      hasWords: true,
    })
    await byOffice(requestId, 'resendToSigner')
    expect(await news()).toEqual({ told: ['consent-copy'], answers: 0, copies: 0 })
    expect(await rowOf(requestId)).toMatchObject({ status: 'signed', linkNumber: 2 })
    await byOffice(requestId, 'askAgain', {}, committee)
    expect(await news()).toEqual({ told: ['consent-new-words'], answers: 0, copies: 0 })
    await byLink(requestId, 'change', signature({ answers: answersOf('yes', { travel: 'no' }), name: 'Alex Anew' }))
    expect(await news()).toEqual({
      told: ['consent-answered', 'consent-copy', 'consent-withdrawn'],
      answers: 8,
      copies: 1,
    })
    expect(await rowOf(requestId)).toMatchObject({ status: 'signed', signedName: 'Alex Anew' })
    await byLink(requestId, 'withdrawOne', { item: 'outings' })
    expect(await news()).toEqual({ told: ['consent-withdrawn', 'consent-withdrawn-parent'], answers: 1, copies: 1 })
    programme.clock.set('2026-03-05T12:00:00Z')
    await byLink(requestId, 'withdraw')
    expect(await news()).toEqual({ told: ['consent-withdrawn', 'consent-withdrawn-parent'], answers: 8, copies: 1 })
    expect(await programme.query('select answered_at from consent_requests where id = $1', [requestId])).toEqual([
      { answered_at: new Date('2026-03-05T12:00:00Z') },
    ])
    await byOffice(requestId, 'resendToDecliner')
    expect(await news()).toEqual({ told: ['consent-copy'], answers: 0, copies: 0 })
  })

  test('[CON-3, CON-4, CON-7] no to everything, and what was said on paper kept under the same link', async () => {
    const child = await aMentoredChild()
    const { requestId } = await anAskedParent(programme, { child, coordinator })
    const news = newsOf(child, requestId)
    await news()
    await byLink(requestId, 'decline', { reason: 'Not now', wording })
    expect(await news()).toEqual({
      told: ['consent-answered', 'consent-copy', 'consent-withdrawn'],
      answers: 8,
      copies: 1,
    })
    expect(await rowOf(requestId)).toMatchObject({
      status: 'declined',
      answered: true,
      answeredBy: 'link',
      declineReason: 'Not now',
    })
    for (const method of ['telephone', 'paper'] as const) {
      await itself(requestId, 'keepCapture', {
        name: 'Alex On Paper',
        relationship: 'Father',
        method,
        wording,
        wordingVersion: null,
        wordingLanguage: null,
        at: '2026-03-02T10:00:00.000Z',
      })
      expect(await news()).toEqual({ told: ['consent-copy'], answers: 0, copies: 1 })
      expect(await rowOf(requestId)).toMatchObject({
        status: 'signed',
        answered: true,
        answeredBy: method,
        signedName: 'Alex On Paper',
        signedRelationship: 'Father',
        declineReason: null,
        hasWords: true,
      })
    }
  })

  test.each<[string, boolean]>([
    ['cancel', false],
    ['cancelByRule', true],
    ['retire', true],
    ['keepCapture', true],
  ])('[CON-1] after %s the request that waits to be sent is not sent', async (action, isAutomatic) => {
    const { requestId } = await anAskedParent(programme, { coordinator })
    const input =
      action === 'keepCapture'
        ? {
            name: 'Alex',
            relationship: 'Mother',
            method: 'paper',
            wording,
            wordingVersion: null,
            wordingLanguage: null,
            at: '2026-03-02T10:00:00.000Z',
          }
        : {}
    await (isAutomatic ? itself(requestId, action, input) : byOffice(requestId, action))
    expect(
      await programme.query(
        "select state::text as state from notifications where subject_record = $1 and template = 'consent-requested'",
        [requestId],
      ),
    ).toEqual([{ state: 'cancelled' }])
    if (action !== 'keepCapture') expect(await rowOf(requestId)).toMatchObject({ status: 'cancelled', hasLink: false })
  })

  test('[CON-2] each thing that a signature needs, and how long it may be', () => {
    const takes = (action: string, input: Record<string, unknown>): boolean =>
      consentRequestWorkflow.inputOf(action)?.safeParse(input).success === true
    for (const action of ['sign', 'change']) {
      expect([action, takes(action, signature())]).toEqual([action, true])
      for (const lacking of Object.keys(signature()))
        expect([action, lacking, takes(action, signature({ [lacking]: undefined }))]).toEqual([action, lacking, false])
      expect([
        takes(action, signature({ answers: { ...answersOf('yes'), travel: undefined } })),
        takes(action, signature({ answers: answersOf('yes', { travel: 'maybe' as 'yes' }) })),
        takes(action, signature({ name: 'A' })),
        takes(action, signature({ name: 'Al' })),
        takes(action, signature({ name: 'A'.repeat(120) })),
        takes(action, signature({ name: 'A'.repeat(121) })),
        takes(action, signature({ relationship: ' ' })),
        takes(action, signature({ relationship: 'M'.repeat(60) })),
        takes(action, signature({ relationship: 'M'.repeat(61) })),
        takes(action, signature({ parentalResponsibility: 'no' })),
        takes(action, signature({ wording: '' })),
        takes(action, signature({ wording: 'w' })),
        takes(action, signature({ wording: 'w'.repeat(40_000) })),
        takes(action, signature({ wording: 'w'.repeat(40_001) })),
        takes(action, signature({ checkedBy: 'birthday' })),
        takes(action, signature({ checkedBy: 'email-code' })),
        takes(action, signature({ checkedBy: 'nothing' })),
      ]).toEqual([
        false,
        false,
        false,
        true,
        true,
        false,
        false,
        true,
        false,
        false,
        false,
        true,
        true,
        false,
        true,
        true,
        false,
      ])
    }
    const captured = {
      name: 'Alex',
      relationship: 'Mother',
      method: 'paper',
      wording,
      wordingVersion: null,
      wordingLanguage: null,
      at: '2026-03-02T10:00:00.000Z',
    }
    expect(
      [
        captured,
        { ...captured, method: 'telephone' },
        { ...captured, method: 'link' },
        { ...captured, at: '2 March' },
      ].map((input) => takes('keepCapture', input)),
    ).toEqual([true, true, false, false])
    expect([{ item: 'travel' }, { item: 'flying' }, {}].map((input) => takes('withdrawOne', input))).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('[CON-1, CON-5] one answer', () => {
  const decided = async ({
    child,
    changes = {},
    by = 'the software',
  }: {
    child: Child
    changes?: Record<string, unknown>
    by?: string
  }) =>
    consentWorkflow.decideCreate({
      work: by === 'the software' ? await software() : await workAs(by),
      record: {
        child: child.id,
        guardian: child.guardianId,
        item: 'travel',
        answer: 'yes',
        decidedOn: '2026-03-03',
        ...changes,
      },
    })
  const outcomeOf = (answer: Awaited<ReturnType<typeof decided>>): unknown =>
    'allowed' in answer ? answer.reason : answer.patch.validUntil

  test('[CON-5] a yes lasts as many months as the settings say, twelve where they say nothing; a no has no end', async () => {
    const child = await aChild(programme)
    expect(outcomeOf(await decided({ child }))).toBe('2027-03-03')
    expect(outcomeOf(await decided({ child, changes: { answer: 'no' } }))).toBeNull()
    await programme.query('insert into programme_settings (consent_renewal_months) values (7)')
    try {
      expect(outcomeOf(await decided({ child }))).toBe('2026-10-03')
    } finally {
      await programme.query('delete from programme_settings')
    }
  })

  test('[CON-1] it is of today or earlier, of somebody who decides', async () => {
    const child = await aChild(programme)
    expect(outcomeOf(await decided({ child, changes: { decidedOn: '2026-03-04' } }))).toMatch(/still to come/)
    await programme.query('update children set in_care = true where id = $1', [child.id])
    expect(outcomeOf(await decided({ child }))).toMatch(/only somebody who signs for the council/)
    await programme.query('update guardians set for_council = true where id = $1', [child.guardianId])
    expect(outcomeOf(await decided({ child }))).toBe('2027-03-03')
    await programme.query('update children set in_care = false where id = $1', [child.id])
    expect(outcomeOf(await decided({ child }))).toMatch(/nobody signs for the council/)
    await programme.query('update guardians set themselves_id = $2 where id = $1', [child.guardianId, child.id])
    expect(outcomeOf(await decided({ child }))).toBe('2027-03-03')
    await programme.query('update guardians set parental_responsibility = false where id = $1', [child.guardianId])
    expect(outcomeOf(await decided({ child }))).toMatch(/^Only a parent or carer/)
  })

  test('[CON-1, ORG-1] one of ours stores a no from a form that was entered, a yes from one that was confirmed, and nothing without a form of that parent', async () => {
    const [child, other] = [await aChild(programme), await aChild(programme)]
    const form = async (status: string, of: Child) =>
      insertOne({
        ...programme,
        collection: 'consent-captures',
        row: {
          child_id: of.id,
          guardian_id: of.guardianId,
          method: 'paper',
          decided_on: '2026-03-02',
          signed_name: 'Alex',
          signed_relationship: 'Mother',
          entered_by_id: coordinator,
          ...(status === 'confirmed' ? { confirmed_by_id: committee, confirmed_at: '2026-03-03T11:00:00Z' } : {}),
          status,
          row_version: 1,
        },
      })
    const [entered, confirmed, foreign] = [
      await form('entered', child),
      await form('confirmed', child),
      await form('confirmed', other),
    ]
    const stores = async (changes: Record<string, unknown>, by = coordinator): Promise<boolean> =>
      !('allowed' in (await decided({ child, changes, by })))
    expect([
      await stores({ capture: entered, answer: 'yes' }),
      await stores({ capture: entered, answer: 'no' }),
      await stores({ capture: confirmed, answer: 'yes' }),
      await stores({ capture: foreign, answer: 'yes' }),
      await stores({ capture: randomUUID(), answer: 'no' }),
      await stores({ answer: 'no' }),
    ]).toEqual([false, true, true, false, false, false])
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    expect(await stores({ capture: confirmed, answer: 'yes' }, volunteer.userId)).toBe(false)
  })
})

describe('[MAT-12] a call', () => {
  const holder = (requestId: string) => programme.workOf(holderOf({ requestId }))
  const asks = async (work: Awaited<ReturnType<typeof holder>>, requestId: string) => {
    const decided = await callRequestWorkflow.decideCreate({
      work,
      record: { consentRequest: requestId, number: '01632 960 417' },
    })
    return 'allowed' in decided ? decided.reason : 'may'
  }

  test('is asked for by the holder of that very link, one at a time, and is done with a note or without', async () => {
    const { child, requestId } = await anAskedParent(programme, { coordinator })
    const another = await anAskedParent(programme, { coordinator })
    expect([
      await asks(await holder(requestId), requestId),
      await asks(await holder(another.requestId), requestId),
      await asks(await programme.workOf({ kind: 'link', holder: 'referrer', recordId: requestId }), requestId),
      await asks(await workAs(coordinator), requestId),
    ]).toEqual(['may', ...Array<unknown>(3).fill(expect.stringMatching(/by their own link/))])
    const stored = await insertOne({
      ...programme,
      collection: 'call-requests',
      row: {
        guardian_id: child.guardianId,
        consent_request_id: requestId,
        asked_at: '2026-03-03T11:00:00Z',
        status: 'asked',
        row_version: 1,
      },
    })
    expect(await asks(await holder(requestId), requestId)).toMatch(/You have asked us already/)
    expect(await asks(await holder(another.requestId), another.requestId)).toBe('may')
    const done = (input: Record<string, unknown>, id: string) =>
      act({ by: committee, workflow: callRequestWorkflow, id, action: 'done', input })
    expect(await done({ note: '' }, stored)).toMatchObject({
      status: 'done',
      rungBy: committee,
      rungAt: '2026-03-03T12:00:00.000Z',
      note: null,
    })
    expect(await asks(await holder(requestId), requestId)).toBe('may')
    await programme.query("update call_requests set status = 'asked' where id = $1", [stored])
    expect(await done({ note: 'All is well' }, stored)).toMatchObject({ note: 'All is well' })
    const takes = (note: string) => callRequestWorkflow.inputOf('done')?.safeParse({ note }).success
    expect([takes('n'.repeat(500)), takes('n'.repeat(501))]).toEqual([true, false])
  })
})
