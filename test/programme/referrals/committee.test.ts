import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { PersonActor } from '../../../src/core/access/actor.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { messageSource } from '../../../src/boot/messageSource.ts'
import { waitingList } from '../../../src/programme/matching/waitingList.ts'
import { incomingWorkflow } from '../../../src/programme/referrals/incoming/workflow.ts'
import { needsNewLink } from '../../../src/programme/referrals/endLinks.ts'
import { viewWorkflow } from '../../../src/programme/referrals/views/workflow.ts'
import { referralFactsOfMany } from '../../../src/programme/referrals/decisions/facts.ts'
import { likelyChildren } from '../../../src/programme/referrals/incoming/likelyChildren.ts'
import { referralsToLink, referralsWaitingForMore } from '../../../src/programme/referrals/queues.ts'
import {
  enoughMembers,
  notSaidYet,
  withinCapacity,
  type ReferralFacts,
  type Voice,
} from '../../../src/programme/referrals/rules.ts'
import { loadReferralStory } from '../../../src/programme/referrals/decisions/story.ts'
import { trackToken, viewToken } from '../../../src/programme/referrals/incoming/trackLinks.ts'
import { referralWorkflow } from '../../../src/programme/referrals/decisions/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aChild, aMatch, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { anIncomingReferral, formBrowser } from '../../support/referrer.ts'
import { aGoal, aMembership, aReferral } from '../../support/story.ts'
import { hiddenIn, wordsOf } from '../../support/visitor.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let tested: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  tested = testApp({ programme })
  await programme.query('insert into programme_settings default values')
})
const { act, create, workAs } = actingIn(() => programme)
const settings = (changes: string) => programme.query(`update programme_settings set ${changes}`)
beforeEach(async () => {
  await programme.query("update referrals set status = 'declined' where status = 'accepted'")
  await programme.query("update role_grants set ends_on = '2026-03-02'")
  await settings('capacity = 15, members_to_accept = 1, members_over_capacity = 1')
  await programme.query('delete from rate_limits')
})

const theCommittee = async () => ({
  coordinator: await aPerson({ ...programme, name: 'Morgan Specimen', roles: ['co-ordinator'] }),
  first: await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] }),
})
const aMemberWithGoal = async (name?: string) => {
  const child = await aChild({ ...programme, ...(name ? { name } : {}) })
  await aMembership({ ...programme, childId: child.id })
  await aGoal({ ...programme, childId: child.id })
  return child
}
const aReady = async (enteredBy: string) =>
  aReferral({ ...programme, childId: (await aMemberWithGoal()).id, enteredBy })
const take = ({
  by,
  id,
  action = 'accept',
  input,
}: {
  by: string
  id: string
  action?: string
  input?: Record<string, unknown>
}) => act({ by, workflow: referralWorkflow, id, action, input })
const anIncoming = (changes?: Parameters<typeof anIncomingReferral>[1]) => anIncomingReferral(programme, changes)
const linked = async ({ by, child }: { by: string; child: string }) => {
  const incoming = await anIncoming()
  await act({ by, workflow: incomingWorkflow, id: incoming, action: 'link', input: { child } })
  const [row] = await programme.query<{ id: string; entered_by_id: string | null; main_reason: string }>(
    'select id, entered_by_id, main_reason from referrals where incoming_id = $1',
    [incoming],
  )
  return { incoming, referral: String(row?.id), row }
}

describe('[ELG-5] capacity', () => {
  test('[ELG-5, ORG-2] one child more than there is room for needs a recorded override, by another than who entered it', async () => {
    const { coordinator, first } = await theCommittee()
    await settings('capacity = 1')
    await take({ by: first, id: await aReady(coordinator) })
    const id = await aReady(first)
    const second = await aPerson({ ...programme, name: 'Jo Pretend', roles: ['committee'] })
    expect(await refusalOf(take({ by: second, id }))).toMatchObject({
      rule: 'ELG-5',
      reason: 'There is room for one child, and one is in the programme.',
      nextStep: expect.stringContaining('Ask Jo Pretend.'),
    })
    expect(await refusalOf(take({ by: first, id, action: 'allowOneMore', input: { reason: 'Urgent' } }))).toMatchObject(
      { rule: 'ORG-1' },
    )
    await expect(take({ by: second, id, action: 'allowOneMore', input: { reason: ' ' } })).rejects.toMatchObject({
      status: 400,
    })
    await take({ by: second, id, action: 'allowOneMore', input: { reason: 'Cannot wait.' } })
    expect(await refusalOf(take({ by: second, id, action: 'allowOneMore', input: { reason: 'Again' } }))).toMatchObject(
      { rule: 'ORG-2' },
    )
    expect(await take({ by: second, id })).toMatchObject({ status: 'accepted' })
    expect(
      await programme.query(
        "select by_id, reason from referral_voices where referral_id = $1 and kind = 'over-capacity'",
        [id],
      ),
    ).toEqual([{ by_id: second, reason: 'Cannot wait.' }])
    await expect(programme.query('delete from referral_voices')).rejects.toThrow()
  })

  test('[MAT-5] a child whom a volunteer still meets has not left', async () => {
    const { coordinator, first } = await theCommittee()
    const id = await aReady(coordinator)
    await take({ by: first, id })
    const [child] = await programme.query<{ id: string }>('select child_id as id from referrals where id = $1', [id])
    const match = await aMatch({
      ...programme,
      childId: child?.id ?? '',
      volunteerId: (await aVolunteer(programme)).id,
      contactId: first,
    })
    const finish = () => take({ by: first, id, action: 'finish', input: { reason: 'Goals were met.' } })
    expect(await refusalOf(finish())).toMatchObject({
      rule: 'MAT-5',
      reason: 'A volunteer still meets this child.',
      nextStep: 'End the match first, then record that the child has left.',
    })
    await programme.query("update matches set status = 'ended' where id = $1", [match])
    expect(await finish()).toMatchObject({ status: 'finished' })
  })

  test('[ELG-5] the child itself is not counted among those who are in the programme, referred once or more, asked alone or with others', async () => {
    const { coordinator, first } = await theCommittee()
    const inside = await aReady(coordinator)
    await take({ by: first, id: inside })
    const [child] = await programme.query<{ id: string }>('select child_id as id from referrals where id = $1', [
      inside,
    ])
    const again = await aReferral({ ...programme, childId: child?.id ?? '', enteredBy: coordinator })
    const another = await aReady(coordinator)
    const records = await programme.query<{ id: string; child: string }>(
      'select id, child_id as child from referrals where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
      [[inside, again, another]],
    )
    const work = await workAs(first)
    expect((await referralFactsOfMany({ work, records })).map(({ inProgramme }) => inProgramme)).toEqual([0, 0, 1])
    expect(
      (await referralFactsOfMany({ work, records: records.slice(1, 2) })).map(({ inProgramme }) => inProgramme),
    ).toEqual([0])
    await settings('capacity = 1')
    expect(await take({ by: first, id: again })).toMatchObject({ status: 'accepted' })
    expect(await refusalOf(take({ by: first, id: another }))).toMatchObject({
      rule: 'ELG-5',
      reason: 'There is room for one child, and one is in the programme.',
    })
  })

  test('[ELG-5] a child who has left makes room', async () => {
    const { coordinator, first } = await theCommittee()
    await settings('capacity = 1')
    const id = await aReady(coordinator)
    await take({ by: first, id })
    await take({ by: first, id, action: 'finish', input: { reason: 'Goals were met.' } })
    expect(await take({ by: first, id: await aReady(coordinator) })).toMatchObject({ status: 'accepted' })
  })
})

describe('[ORG-2] as many members as the setting says', () => {
  test('[ORG-2] two are needed: whoever entered it never counts, one counts once, the one who presses the button counts', async () => {
    const { coordinator, first } = await theCommittee()
    await settings('members_to_accept = 2')
    const second = await aPerson({ ...programme, name: 'Jo Pretend', roles: ['committee'] })
    const id = await aReady(coordinator)
    expect(await refusalOf(take({ by: first, id }))).toMatchObject({
      rule: 'ORG-2',
      reason: 'Accepting a child needs 2 committee members; so far there is one.',
      nextStep: 'Ask Jo Pretend.',
    })
    await take({ by: first, id, action: 'sayYes' })
    expect(await refusalOf(take({ by: first, id, action: 'sayYes' }))).toMatchObject({ rule: 'ORG-2' })
    expect(await refusalOf(take({ by: first, id }))).toMatchObject({ rule: 'ORG-2' })
    expect(await take({ by: second, id })).toMatchObject({ status: 'accepted', decidedBy: second })
    expect(
      (await programme.query('select by_id from referral_voices where referral_id = $1 order by created_at', [id])).map(
        ({ by_id }) => by_id,
      ),
    ).toEqual([first, second])
  })

  test('[ORG-2] the voice of whoever entered the referral counts for nothing, whenever it was given; nor does one member count twice, nor a yes of one kind for the other', () => {
    const [one, two] = [
      { kind: 'accept', by: 'one' },
      { kind: 'accept', by: 'two' },
    ] as const
    const given = (changes: Partial<ReferralFacts>): ReferralFacts => ({
      memberToday: true,
      hasActiveMatch: false,
      goals: 1,
      enteredBy: 'entered',
      incoming: null,
      inProgramme: 15,
      capacity: 15,
      membersToAccept: 2,
      membersOverCapacity: 2,
      voices: [],
      committee: [],
      candidates: [],
      ...changes,
    })
    const asker = (userId: string) => ({ actor: { kind: 'person', userId } as PersonActor })
    const overBy = (...people: string[]): Voice[] => people.map((by) => ({ kind: 'over-capacity', by }))
    const table: Array<[Voice[], string, boolean]> = [
      [[], 'one', false],
      [[one], 'one', false],
      [[one, one], 'one', false],
      [[one], 'two', true],
      [[one, two], 'two', true],
      [[{ kind: 'accept', by: 'entered' }], 'one', false],
      [[{ kind: 'accept', by: 'entered' }, one], 'one', false],
      [overBy('two'), 'one', false],
    ]
    expect(table.map(([voices, by]) => enoughMembers(given({ voices }), asker(by)).allowed)).toEqual(
      table.map(([, , enough]) => enough),
    )
    const overrides: Array<[Voice[], boolean]> = [
      [[], false],
      [overBy('one'), false],
      [overBy('one', 'one'), false],
      [overBy('one', 'two'), true],
      [overBy('one', 'entered'), false],
      [[...overBy('one'), two], false],
    ]
    expect(overrides.map(([voices]) => withinCapacity(given({ voices })).allowed)).toEqual(
      overrides.map(([, enough]) => enough),
    )
    expect([
      notSaidYet('accept')(given({ voices: [one] }), asker('one')).allowed,
      notSaidYet('over-capacity')(given({ voices: [one] }), asker('one')).allowed,
      notSaidYet('accept')(given({ voices: [one] }), asker('two')).allowed,
    ]).toEqual([false, true, true])
  })

  test('[ORG-1, ORG-2] nothing is ever stuck: where nobody is free, it is said who could be given a seat', async () => {
    const { coordinator, first } = await theCommittee()
    const trustee = await aPerson({ ...programme, name: 'Alex Madeup', roles: ['trustee'] })
    const id = await aReady(first)
    const refusal = await refusalOf(take({ by: first, id }))
    expect(refusal).toMatchObject({
      rule: 'ORG-1',
      nextStep:
        'Nobody else who sits on the committee is free to do it. An administrator can give the committee role to somebody more, for example to Alex Madeup or Morgan Specimen.',
    })
    await programme.query(
      "insert into role_grants (user_id, role, starts_on, row_version) values ($1, 'committee', '2026-03-03', 1)",
      [trustee],
    )
    expect(await refusalOf(take({ by: first, id }))).toMatchObject({ nextStep: 'Ask Alex Madeup.' })
    expect(await take({ by: trustee, id })).toMatchObject({ status: 'accepted' })
    expect(coordinator).toBeDefined()
  })
})

test('[ELG-3] fifty decisions at the same moment have one outcome', async () => {
  const { coordinator, first } = await theCommittee()
  const second = await aPerson({ ...programme, name: 'Jo Pretend', roles: ['committee'] })
  const id = await aReady(coordinator)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      take({
        by: index % 2 ? first : second,
        id,
        ...(index % 3 ? {} : { action: 'decline', input: { reason: 'No' } }),
      }),
    ),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  const [row] = await programme.query<{ row_version: string }>('select row_version from referrals where id = $1', [id])
  expect(Number(row?.row_version)).toBe(2)
}, 120_000)

describe('[ELG-2] what comes from outside', () => {
  test('[ELG-2] it belongs to no child until somebody of ours links it; who links it is not its proposer', async () => {
    const { first } = await theCommittee()
    const child = await aMemberWithGoal()
    const { row, referral } = await linked({ by: first, child: child.id })
    expect(row).toMatchObject({ entered_by_id: null, main_reason: 'loss' })
    expect(await take({ by: first, id: referral })).toMatchObject({ status: 'accepted', decidedBy: first })
  })

  test('[ELG-2] likely children stand first: the same name, or the same birthday with one name in common', async () => {
    const { coordinator } = await theCommittee()
    const same = await aChild({ ...programme, name: 'Quill Testerton' })
    await aChild({ ...programme, name: 'Aaron Otherwise' })
    const incoming = await anIncoming({ childName: 'quill  Madeup', childBornOn: '2014-01-20' })
    const found = await likelyChildren({ query: programme.query, incoming })
    expect(found[0]).toMatchObject({ id: same.id, isLikely: true })
    expect(found.find(({ name }) => name === 'Aaron Otherwise')).toMatchObject({ isLikely: false })
    expect((await referralsToLink({ work: await workAs(coordinator), limit: 50 })).map(({ id }) => id)).toContain(
      incoming,
    )
  })

  test('[ELG-2] a child we do not know is put on record; a referral that is none is set aside', async () => {
    const { coordinator } = await theCommittee()
    const unknown = await anIncoming({ childName: 'Ash Newcomer', childBornOn: null })
    await act({ by: coordinator, workflow: incomingWorkflow, id: unknown, action: 'linkToNewChild' })
    expect(
      await programme.query(
        'select c.name, r.status::text as status from incoming_referrals i join children c on c.id = i.child_id join referrals r on r.incoming_id = i.id and r.child_id = c.id where i.id = $1',
        [unknown],
      ),
    ).toEqual([{ name: 'Ash Newcomer', status: 'received' }])
    const again = await anIncoming({ childName: 'Newcomer, Ash', childBornOn: null })
    const put = (input = {}) =>
      act({ by: coordinator, workflow: incomingWorkflow, id: again, action: 'linkToNewChild', input })
    expect(await refusalOf(put())).toMatchObject({
      rule: 'SAME-CHILD',
      reason: expect.stringContaining('Ash Newcomer, date of birth not known'),
    })
    expect(
      await programme.query('select status::text as status, child_id as child from incoming_referrals where id = $1', [
        again,
      ]),
    ).toEqual([{ status: 'to-link', child: null }])
    await put({ anotherChildBecause: 'A cousin of the same name' })
    expect(
      await programme.query(
        'select c.another_child_because as why from incoming_referrals i join children c on c.id = i.child_id where i.id = $1',
        [again],
      ),
    ).toEqual([{ why: 'A cousin of the same name' }])
    const twice = await anIncoming()
    await act({
      by: coordinator,
      workflow: incomingWorkflow,
      id: twice,
      action: 'setAside',
      input: { reason: 'Sent twice.' },
    })
    expect(
      await refusalOf(act({ by: coordinator, workflow: incomingWorkflow, id: twice, action: 'linkToNewChild' })),
    ).toMatchObject({ rule: 'STATE' })
  })

  test('[ELG-3] the committee asks for more; the referrer answers by the link; nothing written is ever changed; the track page tells nothing confidential', async () => {
    const { coordinator, first } = await theCommittee()
    const child = await aMemberWithGoal('Canary Childname')
    const { incoming, referral } = await linked({ by: coordinator, child: child.id })
    const browser = formBrowser(tested)
    const link = `/refer/track/${trackToken({ payload: programme.payload, id: incoming, email: 'sam.canary@school.invalid' })}`
    const before = await programme.query('select row_version, updated_at from incoming_referrals where id = $1', [
      incoming,
    ])
    expect((await browser.get(link)).headers.location).toBe('/refer/track')
    expect(wordsOf(await browser.get('/refer/track'))).toContain('The committee has your referral')
    expect(
      await programme.query('select row_version, updated_at from incoming_referrals where id = $1', [incoming]),
    ).toEqual(before)
    await take({ by: first, id: referral, action: 'askForMore', input: { reason: 'What does the school see?' } })
    expect((await referralsWaitingForMore({ work: await workAs(first), limit: 50 })).map(({ id }) => id)).toContain(
      referral,
    )
    const page = await browser.get('/refer/track')
    expect(wordsOf(page)).toContain('What does the school see?')
    expect((await browser.post('/refer/track', { text: ' ' })).status).toBe(400)
    const sent = await Promise.all(
      [1, 2, 3].map(() =>
        browser.post('/refer/track', { text: 'Canary answer.', submissionKey: hiddenIn(page, 'submissionKey') }),
      ),
    )
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303])
    const { words } = await loadReferralStory({ work: await workAs(first), referral })
    expect(words.map(({ kind, text }) => [kind, text])).toEqual([
      ['form', 'Canary words of the referrer.'],
      ['asked', 'What does the school see?'],
      ['answered', 'Canary answer.'],
    ])
    await expect(programme.query("update referral_words set text = 'Other'")).rejects.toThrow()
    await take({ by: first, id: referral, action: 'decline', input: { reason: 'Canary reason of the committee.' } })
    const end = await browser.get('/refer/track')
    expect(wordsOf(end)).toContain('The committee has said no this time')
    expect(end.text).not.toContain('Canary')
    expect((await browser.post('/refer/track', { text: 'Late' })).status).toBe(409)
  })

  test('[ELG-2] a referrer adds what they remember, before it is linked and while the committee decides; not afterwards', async () => {
    const { coordinator, first } = await theCommittee()
    const incoming = await anIncoming()
    const browser = formBrowser(tested)
    await browser.get(
      `/refer/track/${trackToken({ payload: programme.payload, id: incoming, email: 'sam.canary@school.invalid' })}`,
    )
    const send = async (text: string): Promise<number> => {
      const page = await browser.get('/refer/track')
      return (await browser.post('/refer/track', { text, submissionKey: hiddenIn(page, 'submissionKey') })).status
    }
    expect(wordsOf(await browser.get('/refer/track'))).not.toContain('You wrote to us last')
    expect(await send('Added before.')).toBe(303)
    expect(wordsOf(await browser.get('/refer/track'))).toContain('You wrote to us last on')
    const child = await aMemberWithGoal('Canary Addition')
    await act({ by: coordinator, workflow: incomingWorkflow, id: incoming, action: 'link', input: { child: child.id } })
    expect(await send('Added while deciding.')).toBe(303)
    const [referral] = await programme.query<{ id: string }>('select id from referrals where incoming_id = $1', [
      incoming,
    ])
    const { words } = await loadReferralStory({ work: await workAs(first), referral: String(referral?.id) })
    expect(words.filter(({ kind }) => kind === 'answered').map(({ about, text }) => [about, text])).toEqual([
      ['Added by the referrer', 'Added before.'],
      ['Added by the referrer', 'Added while deciding.'],
    ])
    expect(
      await programme.query(
        "select subject_collection as collection, recipient_user_id as person from notifications where template = 'referral-answered' and subject_record = any($1) and recipient_user_id = any($2) order by subject_collection",
        [
          [incoming, referral?.id],
          [coordinator, first],
        ],
      ),
    ).toEqual(
      expect.arrayContaining([
        { collection: 'incoming-referrals', person: coordinator },
        { collection: 'referrals', person: first },
      ]),
    )
    await take({ by: first, id: String(referral?.id), action: 'decline', input: { reason: 'Not now.' } })
    expect((await browser.post('/refer/track', { text: 'Late' })).status).toBe(409)
  })

  test('[DAT-5] no message holds a word of it, nor the referrer’s address', async () => {
    const { first } = await theCommittee()
    const { referral } = await linked({ by: first, child: (await aMemberWithGoal()).id })
    await take({ by: first, id: referral, action: 'askForMore', input: { reason: 'Canary question' } })
    const rows = await programme.query<{ id: string; template: string }>(
      "select * from notifications where template like 'referral-%'",
    )
    expect(JSON.stringify(rows)).not.toMatch(/canary/i)
    const [row] = await programme.query<{ id: string; record: string; details: Record<string, unknown> }>(
      "select id, subject_record as record, details from notifications where template = 'referral-question' order by created_at desc limit 1",
    )
    const source = messageSource({ payload: programme.payload, publicUrl: 'https://mentoring.example' })
    const message = {
      id: String(row?.id),
      template: 'referral-question',
      recipient: { kind: 'subject' as const },
      subject: { collection: 'incoming-referrals', record: String(row?.record) },
      details: row?.details ?? {},
      messageId: '',
      attempts: 1,
      createdAt: programme.clock.now(),
    }
    const recipient = await source.resolveRecipient(message)
    if (!recipient || 'notBecause' in recipient) throw new Error('The referrer is written to.')
    expect(recipient).toMatchObject({ address: 'sam.canary@school.invalid' })
    const mail = await source.renderMessage({ row: message, recipient })
    expect(mail?.text).toContain('https://mentoring.example/refer/track/')
    expect(mail?.text).not.toMatch(/canary question|Robin|Testerton/i)
    expect(tested.logged()).not.toMatch(/canary/i)
  })
})

test('[ELG-9] a view is asked for by a link, shown to whoever holds it, given once, and then stands with the referral', async () => {
  const { coordinator, first } = await theCommittee()
  const referral = await aReady(coordinator)
  const { id } = await create({
    by: first,
    collection: 'view-requests',
    fields: {
      referral,
      askedGroup: 'school',
      name: 'Kim Unreal',
      email: 'kim.canary@school.invalid',
      question: 'How is the child at school?',
    },
  })
  const link = `/refer/view/${viewToken({ payload: programme.payload, id, email: 'kim.canary@school.invalid' })}`
  const browser = formBrowser(tested)
  await browser.head(link)
  expect((await browser.get(link)).headers.location).toBe('/refer/view')
  const page = await browser.get('/refer/view')
  expect(wordsOf(page)).toContain('How is the child at school?')
  expect(wordsOf(page)).not.toContain('Testerton')
  const fields = { text: 'Canary view.' }
  const sent = await Promise.all(Array.from({ length: 10 }, () => browser.post('/refer/view', fields)))
  expect(sent.every(({ status, headers }) => status !== 303 || headers.location === '/refer/view-given')).toBe(true)
  // Whoever presses twice, or comes back, reads that it is there.
  expect((await browser.post('/refer/view', fields)).headers.location).toBe('/refer/view-given')
  expect((await browser.get('/refer/view')).headers.location).toBe('/refer/view-given')
  const { words, views } = await loadReferralStory({ work: await workAs(coordinator), referral })
  expect(words).toMatchObject([{ kind: 'view', text: 'Canary view.', saidBy: 'Kim Unreal' }])
  expect(views).toMatchObject([{ name: 'Kim Unreal', status: 'answered' }])
  await take({ by: first, id: referral, action: 'decline', input: { reason: 'No' } })
  expect(
    await refusalOf(
      create({
        by: first,
        collection: 'view-requests',
        fields: { referral, askedGroup: 'school', name: 'Kim Unreal', email: 'kim@school.invalid', question: 'Again?' },
      }),
    ),
  ).toMatchObject({ rule: 'ELG-9' })
})

test('[ELG-7] an accepted child without a volunteer waits: since when, the need, the next step', async () => {
  const { coordinator, first } = await theCommittee()
  const child = await aMemberWithGoal('Wren Waiting')
  const id = await aReferral({ ...programme, childId: child.id, enteredBy: coordinator })
  await take({ by: first, id })
  const mine = async () =>
    (await waitingList({ work: await workAs(first), limit: 100 })).find(({ id: childId }) => childId === child.id)
  expect(await mine()).toMatchObject({ since: '2026-03-03', need: 'confidence', nextStep: 'ask-consent' })
  await take({ by: first, id, action: 'finish', input: { reason: 'Moved away.' } })
  expect(await mine()).toBeUndefined()
})

test('[ELG-7] who has waited longest comes first; on the last day of a match the child is still met, and waits from the day after', async () => {
  const { coordinator, first } = await theCommittee()
  const accepted = async ({
    name,
    decidedAt,
    receivedOn = '2026-01-05',
  }: {
    name: string
    decidedAt: string | null
    receivedOn?: string
  }) => {
    const child = await aChild({ ...programme, name })
    const id = await aReferral({
      ...programme,
      childId: child.id,
      enteredBy: coordinator,
      status: 'accepted',
      receivedOn,
    })
    await programme.query('update referrals set decided_at = $2 where id = $1', [id, decidedAt])
    return child
  }
  const volunteerId = (await aVolunteer(programme)).id
  const matched = async (name: string, endsOn: string) => {
    const child = await accepted({ name, decidedAt: '2026-01-10T10:00:00Z' })
    await aMatch({ ...programme, childId: child.id, volunteerId, contactId: first, endsOn })
  }
  await accepted({ name: 'Waits since February', decidedAt: '2026-02-10T10:00:00Z' })
  await accepted({ name: 'Waits since the summer', decidedAt: '2025-07-01T10:00:00Z', receivedOn: '2026-02-20' })
  await accepted({ name: 'Came before decisions were kept', decidedAt: null, receivedOn: '2025-09-01' })
  await accepted({ name: 'Waits since yesterday', decidedAt: '2026-03-02T23:59:00Z' })
  await matched('Is met today for the last time', '2026-03-03')
  await matched('Was met yesterday for the last time', '2026-03-02')
  const waiting = await waitingList({ work: await workAs(first), limit: 100 })
  expect(waiting.map(({ childName, since }) => [childName, since])).toEqual([
    ['Waits since the summer', '2025-07-01'],
    ['Came before decisions were kept', '2025-09-01'],
    ['Was met yesterday for the last time', '2026-01-10'],
    ['Waits since February', '2026-02-10'],
    ['Waits since yesterday', '2026-03-02'],
  ])
  expect((await waitingList({ work: await workAs(first), limit: 1 })).map(({ childName }) => childName)).toEqual([
    'Waits since the summer',
  ])
})

describe('[CON-10] a link dies with the address to which it went', () => {
  const ofView = async (id: string) => {
    const [row] = await programme.query<{ email: string }>('select email from view_requests where id = $1', [id])
    return viewToken({ payload: programme.payload, id, email: String(row?.email) })
  }
  const statusBehind = async (link: string) => {
    const browser = formBrowser(tested)
    const { headers } = await browser.get(link)
    return (await browser.get(String(headers.location))).status
  }
  const askedForView = async (email: string) => {
    const { coordinator, first } = await theCommittee()
    const { id } = await create({
      by: first,
      collection: 'view-requests',
      fields: {
        referral: await aReady(coordinator),
        askedGroup: 'school',
        name: 'Kim Unreal',
        email,
        question: 'How is the child at school?',
      },
    })
    return { id, first, link: `/refer/view/${await ofView(id)}` }
  }

  test('[CON-10] the link of a view and of a referrer is another one after the address was corrected, and goes out there', async () => {
    const { id, first, link } = await askedForView('kim.wrong@school.invalid')
    await act({
      by: first,
      workflow: viewWorkflow,
      id,
      action: 'correctAddress',
      input: { email: ' kim.right@school.invalid' },
    })
    expect([await statusBehind(link), await statusBehind(`/refer/view/${await ofView(id)}`)]).toEqual([404, 200])
    const incoming = await anIncoming()
    const track = (email: string) => `/refer/track/${trackToken({ payload: programme.payload, id: incoming, email })}`
    expect(await statusBehind(track('sam.canary@school.invalid'))).toBe(200)
    await act({
      by: first,
      workflow: incomingWorkflow,
      id: incoming,
      action: 'correctAddress',
      input: { email: 'sam@elsewhere.invalid' },
    })
    expect(await statusBehind(track('sam.canary@school.invalid'))).toBe(404)
    expect(await statusBehind(track('Sam@elsewhere.invalid'))).toBe(200)
    for (const record of [id, incoming])
      expect(
        await programme.query(
          "select 1 from notifications where subject_record = $1 and template in ('view-asked', 'referral-received')",
          [record],
        ),
      ).toHaveLength(2)
  })

  test('[CON-10] whoever is reached elsewhere from now on, as a parent, a key worker, or with an account, loses what went to the old address; the record says so', async () => {
    const { id, first, link } = await askedForView('pat@example.org')
    const incoming = await anIncoming({ referrerEmail: 'Pat@example.org' })
    const track = `/refer/track/${trackToken({ payload: programme.payload, id: incoming, email: 'pat@example.org' })}`
    const child = await aChild(programme)
    const { id: worker } = await create({
      by: first,
      collection: 'key-workers',
      fields: { child: child.id, name: 'Pat Unreal', role: 'Class teacher', email: ' PAT@example.org' },
    })
    const change = async (fields: Record<string, unknown>) =>
      asUser(await workAs(first)).update({ collection: 'key-workers', id: worker, data: fields })
    await change({ note: 'Mondays.', email: 'pat@example.org' })
    expect([await statusBehind(link), await statusBehind(track)]).toEqual([200, 200])
    await change({ email: 'pat@elsewhere.invalid' })
    expect([await statusBehind(link), await statusBehind(track)]).toEqual([404, 404])
    const { query } = programme
    expect(await needsNewLink({ query, collection: 'view-requests', id })).toBe(true)
    expect(await needsNewLink({ query, collection: 'incoming-referrals', id: incoming })).toBe(true)
    expect(
      await query(
        "select record_collection as of from audit_events where action = 'end-link' and record_id = any($1) order by 1",
        [[id, incoming]],
      ),
    ).toEqual([{ of: 'incoming-referrals' }, { of: 'view-requests' }])
    await act({
      by: first,
      workflow: viewWorkflow,
      id,
      action: 'correctAddress',
      input: { email: 'pat@elsewhere.invalid' },
    })
    expect(await needsNewLink({ query, collection: 'view-requests', id })).toBe(false)
  })
})
