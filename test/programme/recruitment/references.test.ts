import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { asUser } from '../../../src/core/access/localApi.ts'
import { linkDigest } from '../../../src/core/access/linkTokens.ts'
import { daysAfter } from '../../../src/core/clock/londonDates.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { applicationsAlike } from '../../../src/programme/recruitment/applications/alike.ts'
import { applicationsToConsider } from '../../../src/programme/recruitment/applications/queues.ts'
import { applicantNeedsNewLink, applicantVisit } from '../../../src/programme/recruitment/applications/links.ts'
import { applicationWorkflow } from '../../../src/programme/recruitment/applications/workflow.ts'
import { answerWorkflow } from '../../../src/programme/recruitment/references/answerWorkflow.ts'
import { refereeVisit } from '../../../src/programme/recruitment/references/links.ts'
import { deliveredRecruitmentMessages } from '../../../src/programme/recruitment/messageLinks.ts'
import { referencesOutstanding } from '../../../src/programme/recruitment/references/queues.ts'
import { missingReferences, referencesHeld } from '../../../src/programme/recruitment/references/rules.ts'
import { speakingOf } from '../../../src/programme/recruitment/speakingOf.ts'
import { referenceWorkflow } from '../../../src/programme/recruitment/references/workflow.ts'
import { clearanceFactsOf } from '../../../src/programme/recruitment/queries.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { anApplicant, newestToken, refereeSays, type Applicant } from '../../support/applications.ts'
import { rowsOf } from '../../support/database.ts'
import { aChild, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let committee: string
let coordinator: string
beforeAll(async () => {
  programme = await testProgramme()
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  coordinator = await aPerson({ ...programme, name: 'Morgan Specimen', roles: ['co-ordinator'] })
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))
const { act, create, workAs } = actingIn(() => programme)

const asReferee = async (id: string, action: string, input: Record<string, unknown> = {}, recordId = id) =>
  performAction({
    work: await programme.workOf({ kind: 'link', holder: 'referee', recordId }),
    workflow: referenceWorkflow,
    id,
    action,
    input,
  })
const asked = async (): Promise<Applicant> => {
  const applicant = await anApplicant(programme)
  await act({ by: committee, workflow: applicationWorkflow, id: applicant.id, action: 'consider' })
  return applicant
}
const statusOf = async (id: string) =>
  (
    await programme.query<{ status: string }>('select status::text as status from volunteer_references where id = $1', [
      id,
    ])
  )[0]?.status
const heldOf = async (volunteerId: string) =>
  (await clearanceFactsOf({ query: programme.query, volunteerIds: [volunteerId] })).get(volunteerId)?.references
const fields = (reference: string, changes: Record<string, unknown> = {}) => ({
  reference,
  method: 'telephone',
  spokenOn: '2026-03-03',
  ...refereeSays(),
  ...changes,
})

describe('[VOL-6] two references and a self-declaration', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => daysAfter({ date: '2025-01-01', days }))

  test('[VOL-6] are there on a date exactly when two were held by then and a declaration was made by then', () => {
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 5 }),
        fc.option(day, { nil: null }),
        day,
        (referencesHeldOn, declaredOn, on) => {
          const missing = missingReferences({
            speaking: speakingOf('Harper Sample'),
            facts: { referencesHeldOn, declaredOn },
            on,
          })
          const enough = referencesHeldOn.filter((held) => held <= on).length >= 2
          expect(missing).toHaveLength(Number(!enough) + Number(declaredOn === null || declaredOn > on))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['the day itself', '2026-08-31', '2026-08-31', 1],
    ['the day before', '2026-09-01', '2026-08-31', 0],
    ['29 February', '2028-02-29', '2028-02-29', 1],
    ['the night on which the clocks go back', '2026-10-25', '2026-10-25', 1],
  ])('[VOL-6] a reference counts from the day on which it is held: %s', (_what, held, on, counted) => {
    expect(referencesHeld({ facts: { referencesHeldOn: [held] }, on })).toBe(counted)
  })

  test('[VOL-6] a volunteer of before needs them too: referees are named for the volunteer, a declaration on paper is entered', async () => {
    const { id } = await aVolunteer({ ...programme, cleared: false })
    expect(await heldOf(id)).toEqual({ referencesHeldOn: [], declaredOn: null })
    for (const refereeName of ['Sky Specimen', 'River Standin']) {
      const reference = await create({
        by: coordinator,
        collection: 'volunteer-references',
        fields: { volunteer: id, refereeName, refereeEmail: `${refereeName.split(' ')[0]}@example.invalid` },
      })
      await act({ by: coordinator, workflow: referenceWorkflow, id: reference.id, action: 'ask' })
      await asReferee(reference.id, 'answer', refereeSays())
    }
    await create({
      by: coordinator,
      collection: 'self-declarations',
      fields: { volunteer: id, declares: 'nothing', declaredOn: '2026-03-01' },
    })
    expect(await heldOf(id)).toEqual({ referencesHeldOn: ['2026-03-03', '2026-03-03'], declaredOn: '2026-03-01' })
  })

  test('[VOL-6] what family says is kept and does not count', async () => {
    const { id } = await aVolunteer({ ...programme, cleared: false })
    const reference = await create({
      by: coordinator,
      collection: 'volunteer-references',
      fields: { volunteer: id, refereeName: 'Sam Family', refereeEmail: 'sam@example.invalid' },
    })
    await act({ by: coordinator, workflow: referenceWorkflow, id: reference.id, action: 'ask' })
    await asReferee(reference.id, 'answer', refereeSays({ capacity: 'family' }))
    expect([await statusOf(reference.id), (await heldOf(id))?.referencesHeldOn]).toEqual(['answered', []])
  })

  test('[VOL-6] a declaration belongs to one person, says what it declares, is never changed, and is entered by somebody else [ORG-1]', async () => {
    const { id, userId } = await aVolunteer({ ...programme, cleared: false })
    const enter = (by: string, changes: Record<string, unknown>) =>
      create({
        by,
        collection: 'self-declarations',
        fields: { volunteer: id, declares: 'nothing', declaredOn: '2026-03-03', ...changes },
      })
    expect(await refusalOf(enter(coordinator, { volunteer: undefined }))).toMatchObject({ rule: 'VOL-6' })
    expect(await refusalOf(enter(coordinator, { declares: 'something' }))).toMatchObject({ rule: 'VOL-6' })
    expect(await refusalOf(enter(coordinator, { declaredOn: '2026-03-04' }))).toMatchObject({ rule: 'VOL-6' })
    await programme.query(
      "insert into role_grants (id, user_id, role, starts_on, row_version) values (gen_random_uuid(), $1, 'committee', '2025-09-01', 1)",
      [userId],
    )
    expect(await refusalOf(enter(userId, {}))).toMatchObject({ rule: 'ORG-1' })
    const stored = await enter(coordinator, {})
    await expect(
      asUser(await workAs(coordinator)).update({
        collection: 'self-declarations',
        id: stored.id,
        data: { words: 'Other' },
      }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      programme.query("update self_declarations set words = 'Other' where id = $1", [stored.id]),
    ).rejects.toThrow('permission denied')
    await expect(
      rowsOf({
        url: programme.database.ownerUrl,
        statement: `delete from self_declarations where id = '${stored.id}'`,
      }),
    ).rejects.toThrow()
  })
})

describe('[VOL-6] a referee is asked by their own link', () => {
  test('[VOL-6] considering asks both referees, with reminders after 7 and 14 days; only a digest of the link is kept', async () => {
    const { references } = await asked()
    for (const id of references) {
      const rows = await programme.query<{ details: { occasion: string }; due: Date }>(
        "select details, due_at as due from notifications where subject_record = $1 and state = 'waiting' order by due_at",
        [id],
      )
      expect(rows.map(({ details, due }) => [details.occasion, due.toISOString()])).toEqual([
        ['first', '2026-03-03T12:00:00.000Z'],
        ['reminder', '2026-03-10T12:00:00.000Z'],
        ['reminder', '2026-03-17T12:00:00.000Z'],
      ])
      const token = await newestToken(programme, { table: 'volunteer_references', id })
      expect(await programme.query('select link_digest from volunteer_references where id = $1', [id])).toEqual([
        { link_digest: linkDigest(token) },
      ])
      const everything = JSON.stringify([
        await programme.query('select * from notifications'),
        await programme.query('select * from audit_events'),
        await programme.query('select * from volunteer_references'),
      ])
      expect(everything).not.toContain(token)
    }
  })

  test('[VOL-6] once answered, or once the link has ended, no reminder is written', async () => {
    const {
      references: [first, second],
    } = await asked()
    const linkOf = async (id: string) =>
      deliveredRecruitmentMessages['reference-requested'].leadsTo({
        payload: programme.payload,
        query: programme.query,
        now: programme.clock.now(),
        publicUrl: 'https://mentoring.example',
        officeEmail: undefined,
        row: { recipient: { kind: 'subject' }, subject: { collection: 'volunteer-references', record: id } } as never,
      })
    expect(await linkOf(first)).toMatch(/^https:\/\/mentoring\.example\/reference\/[\w-]{43}$/)
    await asReferee(first, 'answer', refereeSays())
    expect(await linkOf(first)).toBeUndefined()
    expect(
      await programme.query(
        "select state::text as state from notifications where subject_record = $1 and template = 'reference-requested' and due_at > '2026-03-04'",
        [first],
      ),
    ).toEqual([{ state: 'cancelled' }, { state: 'cancelled' }])
    programme.clock.set('2026-03-31T11:59:59Z')
    expect(await linkOf(second)).toMatch(/reference/)
    programme.clock.set('2026-03-31T12:00:00Z')
    expect(await linkOf(second)).toBeUndefined()
  })

  test('[VOL-6] a new link ends the one before', async () => {
    const {
      references: [id],
    } = await asked()
    const visit = async (token: string) => refereeVisit({ query: programme.query, token, now: programme.clock.now() })
    const older = await newestToken(programme, { table: 'volunteer_references', id })
    expect(await visit(older)).toMatchObject({ id, status: 'asked', about: 'Reese Placeholder' })
    await act({ by: coordinator, workflow: referenceWorkflow, id, action: 'resend' })
    expect(await visit(older)).toBeUndefined()
    expect(await visit(await newestToken(programme, { table: 'volunteer_references', id }))).toMatchObject({ id })
    expect(
      await programme.query(
        "select count(*)::int as waiting from notifications where subject_record = $1 and template = 'reference-requested' and state = 'waiting'",
        [id],
      ),
    ).toEqual([{ waiting: 3 }])
  })

  test('[VOL-6] only the holder of that very link answers, once, and not after its end', async () => {
    const {
      references: [first, second],
    } = await asked()
    expect(await refusalOf(asReferee(first, 'answer', refereeSays(), second))).toMatchObject({ rule: 'VOL-6' })
    expect(
      await refusalOf(
        act({ by: coordinator, workflow: referenceWorkflow, id: first, action: 'answer', input: refereeSays() }),
      ),
    ).toMatchObject({ rule: 'VOL-6' })
    await expect(asReferee(first, 'answer', {})).rejects.toMatchObject({ status: 400 })
    await asReferee(first, 'answer', refereeSays())
    expect(await refusalOf(asReferee(first, 'answer', refereeSays()))).toMatchObject({ rule: 'STATE' })
    programme.clock.set('2026-03-31T12:00:00Z')
    expect(await refusalOf(asReferee(second, 'answer', refereeSays()))).toMatchObject({
      rule: 'VOL-6',
      reason: 'This link has run out.',
    })
  })

  test('[VOL-6] twenty answers at once leave one', async () => {
    const {
      references: [id],
    } = await asked()
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => asReferee(id, 'answer', refereeSays())))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await programme.query('select count(*)::int as answers from reference_answers where reference_id = $1', [id]),
    ).toEqual([{ answers: 1 }])
  })

  test('[VOL-6] a referee is somebody else than the applicant, and is named once', async () => {
    const applicant = await anApplicant(programme)
    const name = (refereeEmail: string) =>
      create({
        by: coordinator,
        collection: 'volunteer-references',
        fields: { application: applicant.id, refereeName: 'Somebody', refereeEmail },
      })
    expect(await refusalOf(name(applicant.email))).toMatchObject({ rule: 'VOL-6' })
    const [named] = await programme.query<{ email: string }>(
      'select referee_email as email from volunteer_references where id = $1',
      [applicant.references[0]],
    )
    expect(await refusalOf(name(String(named?.email).toUpperCase()))).toMatchObject({ rule: 'VOL-6' })
    const both = await aVolunteer({ ...programme, cleared: false })
    expect(
      await refusalOf(
        create({
          by: coordinator,
          collection: 'volunteer-references',
          fields: { application: applicant.id, volunteer: both.id, refereeName: 'Somebody' },
        }),
      ),
    ).toMatchObject({ rule: 'VOL-6' })
  })
})

describe('[VOL-6] what was said', () => {
  test('[VOL-6] is never changed: not by staff, not in the database, not by its owner', async () => {
    const {
      references: [id],
    } = await asked()
    await asReferee(id, 'answer', refereeSays({ worry: 'yes', worryWords: 'Ring me.' }))
    const [answer] = await programme.query<{ id: string }>('select id from reference_answers where reference_id = $1', [
      id,
    ])
    await expect(
      asUser(await workAs(committee)).update({
        collection: 'reference-answers',
        id: String(answer?.id),
        data: { suitability: 'Other' },
      }),
    ).rejects.toMatchObject({ status: 403 })
    for (const statement of [
      `update reference_answers set suitability = 'Other' where id = '${answer?.id}'`,
      `update reference_answers set status = 'set-aside' where id = '${answer?.id}'`,
      `delete from reference_answers where id = '${answer?.id}'`,
      'truncate reference_answers cascade',
    ])
      await expect(rowsOf({ url: programme.database.ownerUrl, statement })).rejects.toThrow()
    expect(
      await refusalOf(
        act({
          by: committee,
          workflow: answerWorkflow,
          id: String(answer?.id),
          action: 'setAside',
          input: { reason: 'No' },
        }),
      ),
    ).toMatchObject({ rule: 'STATE' })
  })

  test('[VOL-6] by telephone counts when a second person has confirmed it', async () => {
    const {
      references: [id],
    } = await asked()
    expect(
      await refusalOf(
        create({ by: coordinator, collection: 'reference-answers', fields: fields(id, { method: 'link' }) }),
      ),
    ).toMatchObject({ rule: 'VOL-6' })
    expect(
      await refusalOf(
        create({ by: coordinator, collection: 'reference-answers', fields: fields(id, { spokenOn: '2026-03-04' }) }),
      ),
    ).toMatchObject({ rule: 'VOL-6' })
    const answer = await create({ by: coordinator, collection: 'reference-answers', fields: fields(id) })
    expect(answer).toMatchObject({ status: 'to-confirm', takenBy: coordinator })
    expect(await statusOf(id)).toBe('asked')
    expect(
      (await referencesOutstanding({ work: await workAs(committee), limit: 50 })).find((row) => row.id === id),
    ).toMatchObject({ state: 'to-confirm', takenBySelf: false })
    expect(
      await refusalOf(create({ by: committee, collection: 'reference-answers', fields: fields(id) })),
    ).toMatchObject({ rule: 'VOL-6' })
    expect(await refusalOf(asReferee(id, 'answer', refereeSays()))).toMatchObject({ rule: 'VOL-6' })
    expect(
      await refusalOf(act({ by: coordinator, workflow: answerWorkflow, id: answer.id, action: 'confirm' })),
    ).toMatchObject({ rule: 'VOL-6' })
    programme.clock.set('2026-03-05T12:00:00Z')
    expect(await act({ by: committee, workflow: answerWorkflow, id: answer.id, action: 'confirm' })).toMatchObject({
      status: 'held',
      confirmedBy: committee,
      heldOn: '2026-03-05',
    })
    expect(await statusOf(id)).toBe('answered')
  })

  test('[VOL-6] by telephone, set aside with a reason, it does not count, and another can be taken', async () => {
    const {
      references: [id],
    } = await asked()
    const answer = await create({ by: coordinator, collection: 'reference-answers', fields: fields(id) })
    await expect(
      act({ by: committee, workflow: answerWorkflow, id: answer.id, action: 'setAside' }),
    ).rejects.toMatchObject({ status: 400 })
    await act({
      by: committee,
      workflow: answerWorkflow,
      id: answer.id,
      action: 'setAside',
      input: { reason: 'It was another person.' },
    })
    expect(await statusOf(id)).toBe('asked')
    await create({ by: committee, collection: 'reference-answers', fields: fields(id) })
  })

  test('[VOL-6, ORG-1] is read by the co-ordinator and the committee, and by nobody who is its subject', async () => {
    const userId = await aPerson({ ...programme, roles: ['committee'] })
    const [user] = await programme.query<{ email: string }>('select email from users where id = $1', [userId])
    const own = await anApplicant(programme, { about: { email: user?.email } })
    await act({ by: committee, workflow: applicationWorkflow, id: own.id, action: 'consider' })
    await asReferee(own.references[0], 'answer', refereeSays({ suitability: 'canary-suitability' }))
    await act({
      by: committee,
      workflow: applicationWorkflow,
      id: own.id,
      action: 'recordInterview',
      input: { heldOn: '2026-03-03', outcome: 'unsure', notes: 'canary-notes' },
    })
    const seenBy = async (who: string) =>
      JSON.stringify([
        await asUser(await workAs(who)).find({ collection: 'reference-answers' }),
        await asUser(await workAs(who)).find({ collection: 'interview-notes' }),
      ])
    expect(await seenBy(coordinator)).toMatch(/canary-suitability.*canary-notes/)
    expect(await seenBy(userId)).not.toMatch(/canary/)
    expect(await referencesOutstanding({ work: await workAs(userId), limit: 100 })).not.toContainEqual(
      expect.objectContaining({ id: own.references[1] }),
    )
    expect(
      await refusalOf(create({ by: userId, collection: 'reference-answers', fields: fields(own.references[1]) })),
    ).toMatchObject({ rule: 'ORG-1' })
    expect(
      await refusalOf(act({ by: userId, workflow: referenceWorkflow, id: own.references[1], action: 'resend' })),
    ).toMatchObject({ rule: 'ORG-1' })
    await expect(seenBy((await aVolunteer(programme)).userId)).rejects.toMatchObject({ status: 403 })
  })

  test('[VOL-6] a referee who cannot give one says so; the co-ordinator is told, and another referee is needed', async () => {
    const {
      id: application,
      references: [id],
    } = await asked()
    await asReferee(id, 'decline')
    expect(await statusOf(id)).toBe('declined')
    const rows = await referencesOutstanding({ work: await workAs(coordinator), limit: 100 })
    expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'declined', aboutName: 'Reese Placeholder' })
    await create({
      by: coordinator,
      collection: 'volunteer-references',
      fields: { application, refereeName: 'Another Referee', refereeEmail: 'another@example.invalid' },
    })
    expect(
      (await referencesOutstanding({ work: await workAs(coordinator), limit: 100 })).map((row) => row.id),
    ).not.toContain(id)
    expect(
      await programme.query(
        "select count(*)::int as told from notifications where subject_record = $1 and template = 'reference-received' and recipient_user_id = $2",
        [id, coordinator],
      ),
    ).toEqual([{ told: 1 }])
  })
})

test('[VOL-1, VOL-6] one person who applies twice is seen, and a referee is asked about them once', async () => {
  const born = { name: 'Reese Placeholder-Twice', bornOn: '1991-07-16', mobile: '07700 900654' }
  const first = await anApplicant(programme, { about: born })
  const [referee = ''] = (
    await programme.query<{ email: string }>('select referee_email as email from volunteer_references where id = $1', [
      first.references[0],
    ])
  ).map(({ email }) => email)
  await act({ by: committee, workflow: applicationWorkflow, id: first.id, action: 'consider' })
  const again = await anApplicant(programme, {
    about: { ...born, name: 'reese  placeholder twice', mobile: '+44 7700 900655' },
    referees: [
      { name: 'Sky Specimen', email: referee.toUpperCase(), telephone: null, howKnown: 'We worked together' },
      { name: 'River Standin', email: 'river.twice@example.invalid', telephone: null, howKnown: 'My coach' },
    ],
  })
  const other = await anApplicant(programme, { about: { ...born, name: 'Casey Otherwise', mobile: '07700 900656' } })
  const alike = await applicationsAlike({ query: programme.query, ids: [again.id, other.id] })
  expect(alike.map(({ id, of }) => [id, of])).toEqual([[first.id, again.id]])
  const waiting = await applicationsToConsider({ work: await workAs(committee), limit: 100 })
  expect(waiting.find(({ id }) => id === again.id)?.alike).toEqual([first.code])
  expect(waiting.find(({ id }) => id === other.id)?.alike).toEqual([])

  await act({ by: committee, workflow: applicationWorkflow, id: again.id, action: 'consider' })
  expect([await statusOf(again.references[0]), await statusOf(again.references[1])]).toEqual(['named', 'asked'])
  const ask = () => act({ by: coordinator, workflow: referenceWorkflow, id: again.references[0], action: 'ask' })
  expect(await refusalOf(ask())).toMatchObject({
    rule: 'VOL-6',
    reason: 'This referee was asked about the same person already, for another application.',
  })
  await act({
    by: coordinator,
    workflow: applicationWorkflow,
    id: first.id,
    action: 'withdraw',
    input: { sure: true },
  })
  expect(await ask()).toMatchObject({ status: 'asked' })
})

describe('[CON-10] a link dies with the address to which it went', () => {
  const byEmail = async (id: string) => {
    const [row] = await programme.query<{ email: string }>(
      'select referee_email as email from volunteer_references where id = $1',
      [id],
    )
    return String(row?.email)
  }
  const opens = async (id: string, token: string) =>
    (await refereeVisit({ query: programme.query, token, now: programme.clock.now() }))?.id === id

  test('[CON-10] a referee is asked at another address by a link of its own, and the first opens nothing', async () => {
    const { references } = await asked()
    const [id] = references
    const before = await newestToken(programme, { table: 'volunteer_references', id })
    expect(await opens(id, before)).toBe(true)
    await act({ by: coordinator, workflow: referenceWorkflow, id, action: 'correctAddress' })
    expect([await opens(id, before), await statusOf(id)]).toEqual([false, 'named'])
    await asUser(await workAs(coordinator)).update({
      collection: 'volunteer-references',
      id,
      data: { refereeEmail: 'sky@elsewhere.invalid' },
    })
    await act({ by: coordinator, workflow: referenceWorkflow, id, action: 'ask' })
    const after = await newestToken(programme, { table: 'volunteer_references', id })
    expect([await opens(id, before), await opens(id, after)]).toEqual([false, true])
  })

  test('[CON-10] a referee and an applicant who are reached elsewhere from now on: the link opens nothing, and the record says that a new one is needed', async () => {
    const { query, clock } = programme
    const { id: application, references, email } = await asked()
    const [id] = references
    const token = await newestToken(programme, { table: 'volunteer_references', id })
    const theirs = await newestToken(programme, { table: 'applications', id: application })
    const guardian = await create({
      by: coordinator,
      collection: 'guardians',
      fields: {
        name: 'Sky Specimen',
        family: (await aChild(programme)).familyId,
        email: await byEmail(id),
        contactRule: 'usual',
      },
    })
    const change = async (collection: 'guardians' | 'applications', record: string, address: string) =>
      asUser(await workAs(coordinator)).update({ collection, id: record, data: { email: address } })
    await change('guardians', guardian.id, 'sky.now@elsewhere.invalid')
    expect([await opens(id, token), await statusOf(id)]).toEqual([false, 'named'])

    const visit = () => applicantVisit({ query, token: theirs, now: clock.now() })
    await change('applications', application, ` ${email.toUpperCase()}`)
    expect((await visit())?.id).toBe(application)
    expect(await applicantNeedsNewLink({ query, id: application })).toBe(false)
    await change('applications', application, 'reese@elsewhere.invalid')
    expect(await visit()).toBeUndefined()
    expect(await applicantNeedsNewLink({ query, id: application })).toBe(true)
    await act({ by: coordinator, workflow: applicationWorkflow, id: application, action: 'linkWhileConsidered' })
    expect(await applicantNeedsNewLink({ query, id: application })).toBe(false)
  })
})
