import { beforeAll, describe, expect, test } from '@jest/globals'
import { loadTabs, loadToday } from '../../src/admin/today/loadToday.ts'
import { ROWS_OF_EACH, whatWaits } from '../../src/admin/today/whatWaits.ts'
import { tableOf } from '../../src/core/database/query.ts'
import { quickLinksOf } from '../../src/core/house/quickLinks.ts'
import { areas } from '../../src/programme/house.ts'
import { restClient } from '../attack/support/rest.ts'
import { actingIn } from '../support/acting.ts'
import { aChild, aPerson, aVettingRecord, aVolunteer, meetingFields } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { aConsentRequest, aFailedMessage, aLog, aReadyMatch, aReferral, aMembership } from '../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let story: Awaited<ReturnType<typeof aWholeStory>>
beforeAll(async () => {
  programme = await testProgramme()
  story = await aWholeStory()
})
const { create, workAs } = actingIn(() => programme)

/** One of each thing that can wait, and everybody who might wait for it. */
const aWholeStory = async () => {
  const pair = await aPairThatMayAgree(programme)
  const people = {
    confirmer: pair.confirmer,
    coordinator: pair.coordinator,
    committee: await aPerson({ ...programme, name: 'Rowan Madeup', roles: ['committee'] }),
    trustee: await aPerson({ ...programme, name: 'Juniper Pretend', roles: ['trustee'] }),
    administrator: await aPerson({ ...programme, name: 'Sage Example', roles: ['administrator'] }),
    volunteer: pair.volunteer.userId,
  }
  await aMembership({ ...programme, childId: pair.child.id })
  const meeting = await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair) })
  const blocked = await create({
    by: pair.volunteer.userId,
    collection: 'meetings',
    fields: meetingFields(pair, { startsAt: '2026-03-12T16:00:00.000Z', place: 'Made-up Park' }),
  })
  await programme.query("update meetings set place_kind = 'cinema' where id = $1", [blocked.id])
  const past = await create({
    by: pair.volunteer.userId,
    collection: 'meetings',
    fields: meetingFields(pair, { startsAt: '2026-03-03T15:00:00.000Z' }),
  })
  await programme.query("update meetings set starts_at = '2026-03-02T15:00:00Z' where id = $1", [past.id])
  const log = await aLog({ ...programme, pair })
  const readLog = await aLog({ ...programme, pair, heldOn: '2026-02-17' })
  await create({ by: people.coordinator, collection: 'log-readings', fields: { log: readLog } })
  await aLog({ ...programme, pair, heldOn: '2025-12-09' })
  const referred = await aChild({ ...programme, name: 'Sky Specimen' })
  const referral = await aReferral({ ...programme, childId: referred.id, enteredBy: people.coordinator })
  await aReferral({ ...programme, childId: referred.id, enteredBy: people.coordinator, status: 'declined' })
  const ready = await aReadyMatch(programme)
  await programme.query('update matches set introduced_on = null, risk_accepted_by_id = null where id = $1', [
    ready.match,
  ])
  const asked = await aConsentRequest({
    ...programme,
    childId: referred.id,
    guardianId: referred.guardianId,
    endsAt: '2026-03-02T12:00:00Z',
  })
  await aConsentRequest({ ...programme, childId: referred.id, guardianId: pair.child.guardianId, status: 'cancelled' })
  const message = await aFailedMessage({ ...programme, to: { guardian: referred.guardianId } })
  return {
    people,
    pair,
    meeting: meeting.id,
    blocked: blocked.id,
    log,
    referral,
    referred,
    match: ready.match,
    asked,
    message,
  }
}

const todayOf = async (who: string) => whatWaits({ work: await workAs(who) })
const ids = ({ rows }: { rows: ReadonlyArray<{ id: string }> }): string[] => rows.map(({ id }) => id)

describe('everybody sees what waits for them, and nothing else', () => {
  test('[MTG-4] the confirmer confirms the meetings that are still ahead; what stands against one is said in words', async () => {
    const { meetings } = await todayOf(story.people.confirmer)
    expect(meetings.rows).toMatchObject([
      { id: story.meeting, childName: 'Robin Testerton', volunteerName: 'Harper Sample', isTheirs: true, blockers: [] },
      {
        id: story.blocked,
        isTheirs: true,
        blockers: [{ rule: 'MTG-3', reason: 'A cinema needs a second volunteer with you.' }],
      },
    ])
  })

  test('the co-ordinator sees the same meetings without being one who confirms; a committee member who is none does not', async () => {
    expect((await todayOf(story.people.coordinator)).meetings.rows).toMatchObject([
      { id: story.meeting, isTheirs: false },
      { id: story.blocked, isTheirs: false },
    ])
    expect((await todayOf(story.people.committee)).meetings.rows).toEqual([])
  })

  test('[ORG-1] with every confirmer involved a meeting waits for the committee members who are not', async () => {
    await programme.query('update meetings set proposed_by_id = $2 where id = $1', [
      story.meeting,
      story.people.confirmer,
    ])
    expect((await todayOf(story.people.confirmer)).meetings.rows[0]).toMatchObject({
      id: story.meeting,
      blockers: [{ rule: 'ORG-1' }],
    })
    expect(ids((await todayOf(story.people.committee)).meetings)).toEqual([story.meeting])
    await programme.query('update meetings set proposed_by_id = $2 where id = $1', [
      story.meeting,
      story.people.volunteer,
    ])
  })

  test('[LOG-7] the co-ordinator reads the logs that nobody has read, of the last eight weeks', async () => {
    const { logs } = await todayOf(story.people.coordinator)
    expect(logs.rows).toMatchObject([{ id: story.log, activities: 'A board game', heldOn: '2026-02-24' }])
    expect((await todayOf(story.people.confirmer)).logs.rows).toEqual([])
  })

  test('[ELG-3] the committee decides referrals, with what is missing; the co-ordinator sees them too', async () => {
    expect((await todayOf(story.people.committee)).referrals.rows).toMatchObject([
      {
        id: story.referral,
        childName: 'Sky Specimen',
        isTheirs: true,
        blockers: [{ rule: 'ELG-1' }, { rule: 'ELG-3' }],
      },
    ])
    expect((await todayOf(story.people.coordinator)).referrals.rows).toMatchObject([
      { id: story.referral, isTheirs: false },
    ])
  })

  test('[MAT-2] a proposed match stands there with all that is missing, first things first', async () => {
    expect((await todayOf(story.people.committee)).matches.rows).toMatchObject([
      {
        id: story.match,
        isTheirs: true,
        blockers: [{ reason: 'Volunteer, child and family have not met.' }, { rule: 'MAT-10' }],
      },
    ])
  })

  test('[CON-1] consent that waits, its ended link first', async () => {
    expect((await todayOf(story.people.coordinator)).consents.rows).toMatchObject([
      { id: story.asked, childName: 'Sky Specimen', guardianName: 'Alex Testerton', hasEnded: true },
    ])
  })

  test('messages that failed: the parent’s name is for caseworkers', async () => {
    expect((await todayOf(story.people.coordinator)).messages.rows).toMatchObject([
      { id: story.message, to: 'Alex Testerton', problem: 'The mailbox does not exist' },
    ])
    expect((await todayOf(story.people.administrator)).messages.rows).toMatchObject([{ id: story.message, to: null }])
  })

  test('an administrator sees messages and accounts, and no child', async () => {
    const { accounts, messages, ...rest } = await todayOf(story.people.administrator)
    expect(ids(messages)).toEqual([story.message])
    expect(accounts.rows[0]).toMatchObject({ hasPassword: false })
    expect((await loadToday({ work: await workAs(story.people.administrator) })).isBegun).toBe(true)
    for (const queue of Object.values(rest)) expect(queue.rows).toEqual([])
  })

  test('a trustee sees none of it, a volunteer neither, nor a volunteer who is a trustee as well', async () => {
    const seesNothing = async (who: string) => {
      for (const queue of Object.values(await todayOf(who))) expect(queue).toMatchObject({ rows: [], hasMore: false })
    }
    await seesNothing(story.people.trustee)
    await seesNothing(story.people.volunteer)
    await programme.query(
      "insert into role_grants (id, user_id, role, starts_on, row_version) values (gen_random_uuid(), $1, 'trustee', '2025-09-01', 1)",
      [story.people.volunteer],
    )
    await seesNothing(story.people.volunteer)
  })
})

/** What was recorded as read while something was done, each as "collection id". */
const readDuring = async (does: () => Promise<unknown>): Promise<string[]> => {
  const [before] = await programme.query<{ last: string }>(
    'select coalesce(max(sequence), 0)::text as last from audit_events',
  )
  await does()
  const events = await programme.query<{ record: string }>(
    "select record_collection || ' ' || jsonb_array_elements_text(detail->'ids') as record from audit_events where sequence > $1 and action = 'read'",
    [before?.last],
  )
  return events.map(({ record }) => record)
}

const work = async () => workAs(story.people.coordinator)

/** Which sensitive records stand on Today, and which were recorded as read for it. */
const shownAndRecorded = async () => {
  const { inbox, queues } = await loadToday({ work: await work() })
  const recorded = await readDuring(async () => loadToday({ work: await work() }))
  const items = [
    ...(inbox?.rows ?? []).flatMap(({ first, also }) => [first, ...also]),
    ...queues.flatMap(({ ofOthers }) => ofOthers),
  ]
  const sensitive = areas
    .flatMap(({ records }) => records)
    .filter(({ custom }) => custom.nature.sensitive)
    .map(({ slug }) => slug)
  const stood = new Set<string>()
  for (const { row } of items) {
    const { id } = row as { id: string }
    for (const slug of sensitive)
      if ((await programme.query(`select from "${tableOf(slug)}" where id::text = $1`, [id])).length > 0)
        stood.add(`${slug} ${id}`)
  }
  return { shown: [...stood].sort(), recorded: [...recorded].sort(), beyond: inbox?.beyond ?? 0 }
}

test('[DAT-1] whose records stand on Today is recorded, and nobody else’s: not what is beyond the seven', async () => {
  const { shown, recorded } = await shownAndRecorded()
  expect(shown).toContain(`meetings ${story.meeting}`)
  expect(shown).toContain(`session-logs ${story.log}`)
  expect(recorded).toEqual(shown)
  const asked: string[] = []
  for (let number = 0; number < 8; number += 1) {
    const { id: childId, guardianId } = await aChild({ ...programme, name: `Fern Placeholder ${number}` })
    asked.push(await aConsentRequest({ ...programme, childId, guardianId, endsAt: '2026-03-01T12:00:00Z' }))
  }
  // Less urgent than those: one whose link has ended is one's own and beyond the seven, another waits for whom we asked.
  const viewed = await aChild({ ...programme, name: 'Ash Testcase' })
  const referral = await aReferral({ ...programme, childId: viewed.id, enteredBy: story.people.coordinator })
  const views: string[] = []
  for (const name of ['Fern Example', 'Blair Example'])
    views.push(
      String(
        (
          await create({
            by: story.people.coordinator,
            collection: 'view-requests',
            fields: {
              referral,
              askedGroup: 'school',
              name,
              email: 'view@example.invalid',
              question: 'How is it going?',
            },
          })
        ).id,
      ),
    )
  await programme.query("update view_requests set ends_at = '2026-03-02T12:00:00Z' where id = $1", [views[0]])
  const many = await shownAndRecorded()
  expect(many.beyond).toBeGreaterThan(0)
  expect(many.recorded).toEqual(many.shown)
  expect(many.shown).not.toContain(`view-requests ${views[0]}`)
  expect(many.shown).toContain(`view-requests ${views[1]}`)
  await programme.query("update view_requests set status = 'cancelled' where id = any($1::uuid[])", [views])
  await programme.query("update referrals set status = 'declined' where id = $1", [referral])
  await programme.query("update consent_requests set status = 'cancelled' where id = any($1::uuid[])", [asked])
})

test('[DAT-1] one area costs its own queues, and tells of its own records alone; the numbers beside it tell of none', async () => {
  const area = await loadToday({ work: await work(), place: 'meetings' })
  expect(area.queues.map(({ name }) => name)).toEqual(['meetings', 'logs'])
  expect(area.inbox).toBeUndefined()
  const read = await readDuring(async () => loadToday({ work: await work(), place: 'meetings' }))
  expect(new Set(read)).toEqual(
    new Set([`meetings ${story.meeting}`, `meetings ${story.blocked}`, `session-logs ${story.log}`]),
  )
  expect(await readDuring(async () => loadTabs(await work()))).toEqual([])
  expect((await loadTabs(await work())).find(({ id }) => id === 'meetings')).toMatchObject({ own: 1, hasMore: false })
})

test('[DAT-1] when the reading cannot be recorded, nothing is given', async () => {
  const acting = await work()
  const broken = {
    ...acting,
    req: {
      ...acting.req,
      payload: {
        ...acting.req.payload,
        db: { ...acting.req.payload.db, beginTransaction: () => Promise.reject(new Error('no connection')) },
      },
    },
  }
  await expect(loadToday({ work: broken as unknown as typeof acting })).rejects.toThrow('no connection')
})

test('a failed message and what it is about are one row of one’s own, and never left out', async () => {
  const { inbox } = await loadToday({ work: await work() })
  const row = inbox?.rows.find(({ first, also }) => [first, ...also].some(({ queue }) => queue === 'messages'))
  expect(row?.subject.name).toBe('Alex Testerton')
})

describe('[CON-10] the address of a message that failed', () => {
  const correct = async (who: string, id: string, email: string) =>
    restClient(programme)({
      method: 'POST',
      path: `/notifications/${id}/actions/correctAddress`,
      body: { input: { email } },
      cookie: (await programme.signIn(who)).cookie,
    })
  const stateOf = async (id: string) =>
    (await programme.query<{ state: string }>('select state::text as state from notifications where id = $1', [id]))[0]
      ?.state

  test('is put right on the parent’s record, and the message leaves again, in one step', async () => {
    const { guardianId } = await aChild({ ...programme, name: 'Fern Placeholder' })
    const message = await aFailedMessage({ ...programme, to: { guardian: guardianId } })
    for (const who of [story.people.volunteer, story.people.trustee])
      expect((await correct(who, message, 'right@example.invalid')).status).toBe(403)
    expect((await correct(story.people.coordinator, message, 'no address')).status).toBe(400)
    expect(await stateOf(message)).toBe('failed')
    expect((await correct(story.people.coordinator, message, 'right@example.invalid')).status).toBe(200)
    expect(await programme.query('select email from guardians where id = $1', [guardianId])).toEqual([
      { email: 'right@example.invalid' },
    ])
    expect(await stateOf(message)).toBe('waiting')
    expect((await correct(story.people.coordinator, message, 'right@example.invalid')).status).toBe(409)
  })

  test('of a request is put right by the request itself: its new link goes out, and the old message is not needed any more', async () => {
    const { id: childId, guardianId } = await aChild({ ...programme, name: 'Ash Specimen' })
    const request = await aConsentRequest({ ...programme, childId, guardianId })
    const message = await aFailedMessage({ ...programme, to: { guardian: guardianId } })
    await programme.query(
      "update notifications set template = 'consent-request', subject_collection = 'consent-requests', subject_record = $2 where id = $1",
      [message, request],
    )
    expect((await correct(story.people.coordinator, message, 'new@example.invalid')).status).toBe(200)
    expect(await stateOf(message)).toBe('cancelled')
    expect(
      await programme.query(
        'select state::text as state from notifications where subject_record = $1 and id <> $2 and recipient_guardian_id is not null',
        [request, message],
      ),
    ).toEqual([{ state: 'waiting' }])
  })

  test('[ORG-1] of a colleague is put right by two people, and not here', async () => {
    const message = await aFailedMessage({ ...programme, to: { user: story.people.committee } })
    expect(await correct(story.people.coordinator, message, 'other@example.invalid')).toMatchObject({ status: 409 })
    expect(await stateOf(message)).toBe('failed')
    await programme.query("update notifications set state = 'cancelled' where id = $1", [message])
  })
})

test('a message that failed is sent again by whoever is told of it, and by nobody else', async () => {
  const send = restClient(programme)
  const path = `/notifications/${story.message}/actions/resend`
  const as = async (who: string) =>
    send({ method: 'POST', path, body: {}, cookie: (await programme.signIn(who)).cookie })
  for (const who of [story.people.volunteer, story.people.trustee]) expect((await as(who)).status).toBe(403)
  expect((await send({ method: 'POST', path, body: {} })).status).toBe(403)
  expect(ids((await todayOf(story.people.administrator)).messages)).toEqual([story.message])
  expect((await as(story.people.administrator)).status).toBe(200)
  expect(ids((await todayOf(story.people.administrator)).messages)).toEqual([])
  expect(
    await programme.query('select state::text as state from notifications where id = $1', [story.message]),
  ).toEqual([{ state: 'waiting' }])
  expect(
    await programme.query("select actor_id from audit_events where record_id = $1 and action = 'resend'", [
      story.message,
    ]),
  ).toEqual([{ actor_id: story.people.administrator }])
  expect(await as(story.people.coordinator)).toMatchObject({ status: 409 })
})

describe('[VOL-6] vetting that ends', () => {
  const endingFor = async (volunteerId: string) =>
    (await todayOf(story.people.committee)).vetting.rows.filter((row) => row.volunteerId === volunteerId)

  test.each([
    ['in 60 days', '2026-05-02', [{ hasEnded: false, validUntil: '2026-05-02' }]],
    ['in 61 days', '2026-05-03', []],
    ['today', '2026-03-03', [{ hasEnded: false }]],
    ['yesterday', '2026-03-02', [{ hasEnded: true }]],
  ])('[VOL-6] %s', async (_when, validUntil, expected) => {
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    await aVettingRecord({ ...programme, volunteerId: volunteer.id, kind: 'dbs-check', validUntil })
    expect(await endingFor(volunteer.id)).toMatchObject(expected)
  })

  test('[VOL-6] not where a newer check follows, was withdrawn, or the volunteer has left', async () => {
    const volunteer = await aVolunteer({ ...programme, cleared: false })
    await aVettingRecord({ ...programme, volunteerId: volunteer.id, kind: 'dbs-check', validUntil: '2026-03-10' })
    const newer = await aVettingRecord({
      ...programme,
      volunteerId: volunteer.id,
      kind: 'dbs-check',
      validUntil: '2028-03-10',
    })
    expect(await endingFor(volunteer.id)).toEqual([])
    await programme.query("update vetting_records set status = 'withdrawn' where id = $1", [newer])
    expect(await endingFor(volunteer.id)).toMatchObject([{ validUntil: '2026-03-10' }])
    await programme.query("update volunteers set standing = 'left' where id = $1", [volunteer.id])
    expect(await endingFor(volunteer.id)).toEqual([])
  })
})

test('a queue shows its first rows and says when there are more', async () => {
  const child = await aChild({ ...programme, name: 'Ash Placeholder' })
  for (let number = 0; number < ROWS_OF_EACH; number += 1)
    await aReferral({ ...programme, childId: child.id, enteredBy: story.people.coordinator, receivedOn: '2026-03-01' })
  const { referrals } = await todayOf(story.people.committee)
  expect(referrals.rows).toHaveLength(ROWS_OF_EACH)
  expect(referrals.hasMore).toBe(true)
  expect(referrals.rows[0]?.id).toBe(story.referral)
})

test('what is often done is offered by what a person may do', async () => {
  const linksOf = async (userId: string) =>
    quickLinksOf({ areas, actor: (await programme.signIn(userId)).person }).map(({ words }) => words)
  expect(await linksOf(story.people.trustee)).toEqual(['Read the policies'])
  expect(await linksOf(story.people.administrator)).toEqual([
    'Look after accounts',
    'Change settings',
    'Set-up, and what is unsafe',
  ])
  expect(await linksOf(story.people.coordinator)).toContain('Enter a referral')
})

test('[ELG-7] a link to a new record fills in the child whom it names; nothing else of an address is taken, and no field that only the software writes', async () => {
  const id = story.referred.id
  const filled = programme.payload.config.collections.flatMap(({ slug, flattenedFields }) =>
    flattenedFields.flatMap((field) => {
      const {
        name,
        defaultValue: given,
        custom,
      } = field as { name: string; defaultValue?: unknown; custom?: { engineOnly?: boolean } }
      if (field.type !== 'relationship' || typeof given !== 'function') return []
      const read = given as (said: { req: { query: Record<string, unknown> } }) => unknown
      expect(
        [id.slice(1), `${id}'`, [id], { equals: id }, undefined].map((said) =>
          read({ req: { query: { [name]: said } } }),
        ),
      ).toEqual([undefined, undefined, undefined, undefined, undefined])
      expect(read({ req: { query: { [name]: id } } })).toBe(id)
      expect([slug, name, custom?.engineOnly === true]).toEqual([slug, name, false])
      return [`${slug}.${name}`]
    }),
  )
  // What the ways on Today and on a child's own page open.
  for (const slug of [
    'barriers',
    'consent-captures',
    'consent-requests',
    'consents',
    'education-entries',
    'goals',
    'key-workers',
    'matches',
    'medical-needs',
    'memberships',
    'plan-parts',
    'plans',
    'sibling-links',
  ])
    expect(filled).toContain(`${slug}.child`)
  expect(filled).toEqual(
    expect.arrayContaining(['child-merges.keep', 'consent-captures.guardian', 'view-requests.referral']),
  )
})

describe('[ORG-2] the co-ordinator’s duties', () => {
  test('[LOG-3] a log is asked for once 72 hours have gone by since the meeting began, while there is none', async () => {
    const { pair } = story
    const held = await create({
      by: pair.volunteer.userId,
      collection: 'meetings',
      fields: meetingFields(pair, { startsAt: '2026-03-20T10:00:00.000Z' }),
    })
    const startingAt = async (moment: string) => {
      await programme.query("update meetings set status = 'confirmed', starts_at = $2 where id = $1", [held.id, moment])
      return ids((await todayOf(story.people.coordinator)).logsToChase)
    }
    expect(await startingAt('2026-02-28T12:00:01Z')).toEqual([])
    expect(await startingAt('2026-02-28T12:00:00Z')).toEqual([held.id])
    expect((await todayOf(story.people.committee)).logsToChase.rows).toEqual([])
    await programme.query("update meetings set status = 'cancelled' where id = $1", [held.id])
    expect(ids((await todayOf(story.people.coordinator)).logsToChase)).toEqual([])
  })

  test('[ELG-9] a view that was asked for waits for whom we asked, and for us once its link has ended', async () => {
    const view = await create({
      by: story.people.coordinator,
      collection: 'view-requests',
      fields: {
        referral: story.referral,
        askedGroup: 'family-support-worker',
        name: 'Fern Example',
        email: 'fern@example.invalid',
        question: 'How is it going at home?',
      },
    })
    const views = async () =>
      (await loadToday({ work: await work(), place: 'referrals' })).queues.find(({ name }) => name === 'views')
    expect(await views()).toMatchObject({ own: [], ofOthers: [{ row: { id: view.id } }] })
    await programme.query("update view_requests set ends_at = '2026-03-03T12:00:00Z' where id = $1", [view.id])
    expect(await views()).toMatchObject({ own: [{ row: { id: view.id, hasEnded: true } }], ofOthers: [] })
    await programme.query("update view_requests set status = 'cancelled' where id = $1", [view.id])
    expect(await views()).toBeUndefined()
  })

  test('[VOL-9] training that ends stands apart from DBS checks', async () => {
    const { id: volunteerId } = await aVolunteer({ ...programme, cleared: false })
    const training = await aVettingRecord({
      ...programme,
      volunteerId,
      kind: 'safeguarding-training',
      validUntil: '2026-03-04',
    })
    const check = await aVettingRecord({ ...programme, volunteerId, kind: 'dbs-check', validUntil: '2026-03-04' })
    const { trainings, vetting } = await todayOf(story.people.coordinator)
    expect(ids(trainings)).toContain(training)
    expect(ids(trainings)).not.toContain(check)
    expect(ids(vetting)).toContain(check)
    expect(ids(vetting)).not.toContain(training)
  })

  test('[VOL-11] a hand-over that was begun stands until it is finished', async () => {
    const [match] = await programme.query<{ id: string; child: string }>(
      'select id, child_id as child from matches where child_id = $1',
      [story.pair.child.id],
    )
    const [handover] = await programme.query<{ id: string }>(
      "insert into handovers (match_id, child_id, contact_id, needed_since, status, row_version, created_at, updated_at) values ($1, $2, $3, '2026-03-01', 'needed', 1, now(), now()) returning id",
      [match?.id, match?.child, story.people.committee],
    )
    const where = async () => {
      const { handovers, handoversBegun } = await todayOf(story.people.coordinator)
      return [ids(handovers), ids(handoversBegun)]
    }
    expect(await where()).toEqual([[handover?.id], []])
    await programme.query("update handovers set status = 'begun' where id = $1", [handover?.id])
    expect(await where()).toEqual([[], [handover?.id]])
    await programme.query("update handovers set status = 'done' where id = $1", [handover?.id])
    expect(await where()).toEqual([[], []])
  })
})
