import { beforeAll, describe, expect, test } from '@jest/globals'
import { asUser } from '../../../src/core/access/localApi.ts'
import { refusalWithin } from '../../../src/core/errors/problems.ts'
import type { Actor } from '../../../src/core/access/actor.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { matchWorkflow } from '../../../src/programme/matching/matches/workflow.ts'
import { callOffForAll } from '../../../src/programme/meetings/meetings/callOff.ts'
import { meetingWorkflow } from '../../../src/programme/meetings/meetings/workflow.ts'
import { activityWorkflow } from '../../../src/programme/recruitment/activity/workflow.ts'
import { refusalOf } from '../../support/acting.ts'
import { aPerson, aVolunteer, insertOne, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})

const person = async (userId: string): Promise<Actor> => (await programme.signIn(userId)).person
const propose = async ({ by, fields }: { by: string; fields: Record<string, unknown> }) =>
  asUser(await programme.workOf(await person(by))).create({ collection: 'meetings', data: fields })
const act = async ({
  by,
  id,
  action,
  input = {},
}: {
  by: string
  id: string
  action: string
  input?: Record<string, unknown>
}) => performAction({ work: await programme.workOf(await person(by)), workflow: meetingWorkflow, id, action, input })
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
const messagesAbout = (id: string) =>
  programme.query<{ template: string; to: string }>(
    'select template, coalesce(recipient_user_id, recipient_guardian_id)::text as "to" from notifications where subject_record = $1 order by template',
    [id],
  )

test('[MTG-4] a volunteer proposes, the meeting confirmer confirms, and everybody concerned is told', async () => {
  const pair = await aPairThatMayAgree(programme)
  const meeting = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair) })
  expect(meeting).toMatchObject({ status: 'proposed', proposedBy: pair.volunteer.userId })
  expect(await messagesAbout(meeting.id)).toContainEqual({ template: 'meeting-proposed', to: pair.confirmer })

  const confirmed = await act({ by: pair.confirmer, id: meeting.id, action: 'confirm' })
  expect(confirmed).toMatchObject({ status: 'confirmed', confirmedBy: pair.confirmer })
  const told = await messagesAbout(meeting.id)
  expect(told).toContainEqual({ template: 'meeting-confirmed', to: pair.volunteer.userId })
  expect(told).toContainEqual({ template: 'meeting-confirmed-parent', to: pair.child.guardianId })
  const audit = await programme.query(
    'select action, actor_id from audit_events where record_id = $1 order by sequence',
    [meeting.id],
  )
  expect(audit).toEqual([
    { action: 'create', actor_id: pair.volunteer.userId },
    { action: 'read', actor_id: pair.confirmer },
    { action: 'confirm', actor_id: pair.confirmer },
  ])
})

test('[MTG-1] a meeting that was not agreed with a parent of this child is refused', async () => {
  const pair = await aPairThatMayAgree(programme)
  const other = await aPairThatMayAgree(programme)
  expect(
    await ruleOf(
      propose({ by: pair.volunteer.userId, fields: meetingFields(pair, { guardian: other.child.guardianId }) }),
    ),
  ).toBe('MTG-1')
  expect(
    await ruleOf(propose({ by: pair.volunteer.userId, fields: meetingFields(pair, { agreedOn: '2026-03-04' }) })),
  ).toBe('MTG-1')
})

test('[MTG-2] homes and private places are refused one to one; a home is fine with the parents there', async () => {
  const pair = await aPairThatMayAgree(programme)
  expect(await ruleOf(propose({ by: pair.volunteer.userId, fields: meetingFields(pair, { placeKind: 'home' }) }))).toBe(
    'MTG-2',
  )
  expect(
    await ruleOf(
      propose({ by: pair.volunteer.userId, fields: meetingFields(pair, { placeKind: 'private', kind: 'family' }) }),
    ),
  ).toBe('MTG-2')
  expect(
    await propose({ by: pair.volunteer.userId, fields: meetingFields(pair, { placeKind: 'home', kind: 'family' }) }),
  ).toMatchObject({ status: 'proposed' })
})

test('[MTG-3] a cinema needs a second cleared volunteer; what the second lacks is not told', async () => {
  const pair = await aPairThatMayAgree(programme)
  const cleared = await aVolunteer({ ...programme, name: 'Jordan Example' })
  const uncleared = await aVolunteer({ ...programme, name: 'Sage Pretend', cleared: false })
  const atTheCinema = (secondVolunteer?: string) =>
    propose({
      by: pair.volunteer.userId,
      fields: meetingFields(pair, { placeKind: 'cinema', place: 'The Invented Cinema', secondVolunteer }),
    })
  expect(await ruleOf(atTheCinema())).toBe('MTG-3')
  expect(await ruleOf(atTheCinema(pair.volunteer.id))).toBe('MTG-3')
  expect(await refusalOf(atTheCinema(uncleared.id))).toMatchObject({
    rule: 'MTG-3',
    reason: 'The second volunteer is not cleared for that day.',
    nextStep: 'Choose another volunteer who comes along, or a different place.',
  })
  expect(await atTheCinema(cleared.id)).toMatchObject({ status: 'proposed' })
})

describe('[MTG-12] nobody is in two meetings at once', () => {
  type Pair = Awaited<ReturnType<typeof aPairThatMayAgree>>
  const at = (time: string, changes: Record<string, unknown> = {}) => ({
    startsAt: `2026-03-10T${time}:00.000Z`,
    ...changes,
  })
  /** A meeting put there as it is, whatever the rules say. */
  const stored = (pair: Pair, changes: Record<string, unknown> = {}): Promise<string> =>
    insertOne({
      ...programme,
      collection: 'meetings',
      row: {
        match_id: pair.match,
        child_id: pair.child.id,
        volunteer_id: pair.volunteer.id,
        guardian_id: pair.child.guardianId,
        starts_at: '2026-03-10T16:00:00Z',
        minutes: 60,
        kind: 'one-to-one',
        place_kind: 'public',
        place: 'Library café',
        agreed_on: '2026-03-02',
        agreed_way: 'text',
        status: 'confirmed',
        row_version: 1,
        ...changes,
      },
    })

  test('a meeting may begin in the minute in which another ends, and is refused where a minute is shared', async () => {
    const pair = await aPairThatMayAgree(programme)
    const at4 = (time: string, minutes = 60) =>
      propose({ by: pair.volunteer.userId, fields: meetingFields(pair, at(time, { minutes })) })
    await at4('16:00')
    for (const [time, minutes] of [
      ['16:00', 60],
      ['15:01', 60],
      ['16:59', 60],
      ['16:15', 10],
      ['10:00', 420],
    ] as const)
      expect([time, await ruleOf(at4(time, minutes))]).toEqual([time, 'MTG-12'])
    expect(await refusalOf(at4('16:30'))).toEqual({
      allowed: false,
      rule: 'MTG-12',
      reason: 'The child has another meeting at that time.',
      nextStep: 'Choose another time, or call the other meeting off first.',
      field: 'startsAt',
    })
    expect(await at4('15:00')).toMatchObject({ status: 'proposed' })
    expect(await at4('17:00')).toMatchObject({ status: 'proposed' })
    // The longest there can be, up to the minute in which the first begins.
    expect(await at4('03:00', 720)).toMatchObject({ status: 'proposed' })
  })

  test('the child, the volunteer and the second volunteer are each looked for in either place', async () => {
    const [pair, other] = [await aPairThatMayAgree(programme), await aPairThatMayAgree(programme)]
    const second = await aVolunteer({ ...programme, name: 'Jordan Example' })
    const tried = async (busy: Record<string, unknown>, changes: Record<string, unknown> = {}) => {
      const id = await stored(other, busy)
      const refusal = await refusalOf(propose({ by: pair.volunteer.userId, fields: meetingFields(pair, changes) }))
      await programme.query('delete from meetings where id = $1', [id])
      return `${refusal.rule}: ${refusal.reason} ${refusal.field ?? ''}`
    }
    expect(await tried({ child_id: pair.child.id })).toBe(
      'MTG-12: The child has another meeting at that time. startsAt',
    )
    expect(await tried({ volunteer_id: pair.volunteer.id })).toBe(
      'MTG-12: The volunteer has another meeting at that time. startsAt',
    )
    expect(await tried({ second_volunteer_id: pair.volunteer.id })).toBe(
      'MTG-12: The volunteer has another meeting at that time. startsAt',
    )
    const withSecond = { secondVolunteer: second.id }
    expect(await tried({ volunteer_id: second.id }, withSecond)).toBe(
      'MTG-12: The second volunteer has another meeting at that time. secondVolunteer',
    )
    expect(await tried({ second_volunteer_id: second.id }, withSecond)).toBe(
      'MTG-12: The second volunteer has another meeting at that time. secondVolunteer',
    )
    await stored(other)
    expect(await propose({ by: pair.volunteer.userId, fields: meetingFields(pair, withSecond) })).toMatchObject({
      status: 'proposed',
    })
  })

  test('moving a meeting, or bringing another second volunteer, is asked the same; a meeting is never in its own way', async () => {
    const pair = await aPairThatMayAgree(programme)
    const other = await aPairThatMayAgree(programme)
    const moving = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair, at('12:00')) })
    await stored(pair)
    await stored(other, { starts_at: '2026-03-10T12:30:00Z' })
    const move = async (data: Record<string, unknown>) =>
      asUser(await programme.workOf(await person(pair.coordinator))).update({
        collection: 'meetings',
        id: moving.id,
        data,
      })
    expect(await ruleOf(move(at('15:30')))).toBe('MTG-12')
    expect(await ruleOf(move({ minutes: 300 }))).toBe('MTG-12')
    expect(await ruleOf(move({ secondVolunteer: other.volunteer.id }))).toBe('MTG-12')
    expect(await move(at('12:15'))).toMatchObject({ startsAt: '2026-03-10T12:15:00.000Z' })
  })

  test('it is asked again at confirmation, of what is confirmed; what was called off or declined takes no time', async () => {
    const pair = await aPairThatMayAgree(programme)
    const meeting = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair) })
    const beside = await stored(pair)
    expect(await ruleOf(act({ by: pair.confirmer, id: meeting.id, action: 'confirm' }))).toBe('MTG-12')
    for (const status of ['proposed', 'cancelled', 'declined', 'held']) {
      await programme.query('update meetings set status = $2::enum_meetings_status where id = $1', [beside, status])
      expect(await act({ by: pair.confirmer, id: meeting.id, action: 'confirm' })).toMatchObject({
        status: 'confirmed',
      })
      await programme.query("update meetings set status = 'proposed' where id = $1", [meeting.id])
    }
    await programme.query("update meetings set status = 'cancelled' where id = any($1)", [[meeting.id, beside]])
    expect(await propose({ by: pair.volunteer.userId, fields: meetingFields(pair) })).toMatchObject({
      status: 'proposed',
    })
  })
})

test('[ORG-1] nobody confirms what they proposed or mentor; with every confirmer involved it passes to the committee', async () => {
  const pair = await aPairThatMayAgree(programme)
  const proposer = await aPerson({ ...programme, name: 'Rowan Madeup', roles: ['committee'] })
  const meeting = await propose({ by: proposer, fields: meetingFields(pair) })
  await programme.query('update designations set holder_id = $1 where holder_id = $2', [proposer, pair.confirmer])
  await programme.query("delete from designations where designation = 'meeting-confirmer' and holder_id <> $1", [
    proposer,
  ])
  expect(await ruleOf(act({ by: proposer, id: meeting.id, action: 'confirm' }))).toBe('ORG-1')
  const uninvolved = await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['committee'] })
  expect(await act({ by: uninvolved, id: meeting.id, action: 'confirm' })).toMatchObject({ status: 'confirmed' })
})

test('[ORG-1] nobody confirms or declines what they changed, nor a meeting to which they come along; it passes to the committee', async () => {
  const pair = await aPairThatMayAgree(programme)
  await programme.query("delete from designations where designation = 'meeting-confirmer' and holder_id <> $1", [
    pair.confirmer,
  ])
  const uninvolved = await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['committee'] })
  const { id } = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair) })
  await asUser(await programme.workOf(await person(pair.confirmer))).update({
    collection: 'meetings',
    id,
    data: { place: 'The other library' },
  })
  expect(await ruleOf(act({ by: pair.confirmer, id, action: 'confirm' }))).toBe('ORG-1')
  expect(await ruleOf(act({ by: pair.confirmer, id, action: 'decline', input: { reason: 'No' } }))).toBe('ORG-1')
  expect(await act({ by: uninvolved, id, action: 'confirm' })).toMatchObject({
    status: 'confirmed',
    changedBy: pair.confirmer,
  })

  const second = await aVolunteer({ ...programme, name: 'Jordan Example' })
  await programme.query('update volunteers set user_id = $2 where id = $1', [second.id, pair.confirmer])
  const together = await propose({
    by: pair.volunteer.userId,
    fields: meetingFields(pair, { secondVolunteer: second.id, startsAt: '2026-03-12T16:00:00.000Z' }),
  })
  expect(await ruleOf(act({ by: pair.confirmer, id: together.id, action: 'confirm' }))).toBe('ORG-1')
  expect(await messagesAbout(together.id)).not.toContainEqual({ template: 'meeting-proposed', to: pair.confirmer })
  expect(await act({ by: uninvolved, id: together.id, action: 'confirm' })).toMatchObject({ status: 'confirmed' })
})

test('[ORG-1] a co-ordinator who mentors the child does not mark the log of it as read, though somebody else wrote it down', async () => {
  const pair = await aPairThatMayAgree(programme)
  await programme.query(
    "insert into role_grants (id, user_id, role, starts_on, row_version) values (gen_random_uuid(), $1, 'co-ordinator', '2025-09-01', 1)",
    [pair.volunteer.userId],
  )
  const log = await asUser(await programme.workOf(await person(pair.coordinator))).create({
    collection: 'session-logs',
    data: {
      child: pair.child.id,
      match: pair.match,
      volunteer: pair.volunteer.id,
      heldOn: '2026-03-02',
      location: 'Library café',
      runBy: 'Harper Sample',
      attendees: 'Both',
    },
  })
  expect(
    await ruleOf(
      asUser(await programme.workOf(await person(pair.volunteer.userId))).create({
        collection: 'log-readings',
        data: { log: log.id },
      }),
    ),
  ).toBe('ORG-1')
})

test('[MTG-4] the gates are asked again at confirmation, for the day of the meeting', async () => {
  const pair = await aPairThatMayAgree(programme)
  const meeting = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair) })
  await programme.query(
    "update vetting_records set valid_until = '2026-03-09' where volunteer_id = $1 and kind = 'dbs-check'",
    [pair.volunteer.id],
  )
  expect(await ruleOf(act({ by: pair.confirmer, id: meeting.id, action: 'confirm' }))).toBe('VOL-3')
  await programme.query(
    "update vetting_records set valid_until = '2026-03-10' where volunteer_id = $1 and kind = 'dbs-check'",
    [pair.volunteer.id],
  )
  expect(await act({ by: pair.confirmer, id: meeting.id, action: 'confirm' })).toMatchObject({ status: 'confirmed' })
})

test('[MTG-4, CON-4 thin] a consent withdrawn un-confirms the meeting at once and tells everybody', async () => {
  const pair = await aPairThatMayAgree(programme)
  const meeting = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair) })
  await act({ by: pair.confirmer, id: meeting.id, action: 'confirm' })
  await asUser(await programme.workOf(await person(pair.coordinator))).create({
    collection: 'consent-captures',
    data: {
      child: pair.child.id,
      guardian: pair.child.guardianId,
      meetings: 'no',
      decidedOn: '2026-03-03',
      method: 'telephone',
      signedName: 'Alex Testerton',
      signedRelationship: 'Mother',
    },
  })
  const [after] = await programme.query('select status, reason from meetings where id = $1', [meeting.id])
  expect(after).toMatchObject({ status: 'proposed', reason: expect.stringContaining('said no') })
  const told = (await messagesAbout(meeting.id))
    .filter(({ template }) => template.startsWith('meeting-unconfirmed'))
    .map(({ to }) => to)
  expect(told).toEqual(
    expect.arrayContaining([pair.volunteer.userId, pair.confirmer, pair.coordinator, pair.child.guardianId]),
  )
  expect(await ruleOf(act({ by: pair.confirmer, id: meeting.id, action: 'confirm' }))).toBe('CON-1')
})

const statusOf = async (...ids: string[]) =>
  Promise.all(
    ids.map(
      async (id) =>
        (
          await programme.query<{ status: string; reason: string | null }>(
            'select status::text as status, reason from meetings where id = $1',
            [id],
          )
        )[0],
    ),
  )
const confirmed = async (
  pair: Awaited<ReturnType<typeof aPairThatMayAgree>>,
  changes: Record<string, unknown> = {},
): Promise<string> => {
  const { id } = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair, changes) })
  await act({ by: pair.confirmer, id, action: 'confirm' })
  return id
}
const aPairWithMeetings = async () => {
  const pair = await aPairThatMayAgree(programme)
  const sure = await confirmed(pair)
  const tentative = (
    await propose({ by: pair.volunteer.userId, fields: meetingFields(pair, { startsAt: '2026-03-03T18:00:00.000Z' }) })
  ).id
  const begun = await confirmed(pair, { startsAt: '2026-03-03T12:30:00.000Z' })
  await programme.query("update meetings set starts_at = '2026-03-03T11:30:00Z' where id = $1", [begun])
  await programme.query("update children set born_on = '2008-03-01' where id = $1", [pair.child.id])
  return { pair, sure, tentative, begun }
}

test.each([
  [
    '[MAT-5] the match ends',
    'The match has ended.',
    async ({ pair }) =>
      performAction({
        work: await programme.workOf(await person(pair.coordinator)),
        workflow: matchWorkflow,
        id: pair.match,
        action: 'end',
        input: { reason: 'They move away' },
      }),
  ],
  [
    '[CON-9, MAT-5] the young person is 18 and has not agreed',
    'The match has ended.',
    async ({ pair }) =>
      performAction({
        work: await programme.workOf({ kind: 'system', reason: 'a test' }),
        workflow: matchWorkflow,
        id: pair.match,
        action: 'endAtEighteen',
        input: {},
      }),
  ],
  [
    '[VOL-11] the volunteer pauses',
    'The volunteer has paused.',
    async ({ pair }) =>
      performAction({
        work: await programme.workOf(await person(pair.coordinator)),
        workflow: activityWorkflow,
        id: pair.volunteer.id,
        action: 'pause',
        input: { reason: 'A new job' },
      }),
  ],
  [
    '[VOL-11] the volunteer leaves',
    'The volunteer has left the programme.',
    async ({ pair }) =>
      performAction({
        work: await programme.workOf(await person(pair.coordinator)),
        workflow: activityWorkflow,
        id: pair.volunteer.id,
        action: 'leave',
        input: { reason: 'A new job' },
      }),
  ],
] as ReadonlyArray<[string, string, (given: Awaited<ReturnType<typeof aPairWithMeetings>>) => Promise<unknown>]>)(
  '%s: what was proposed and what was confirmed is called off in the same moment and everybody is told; what has begun is left',
  async (_how, reason, end) => {
    const made = await aPairWithMeetings()
    await end(made)
    const { pair, sure, tentative, begun } = made
    expect(await statusOf(sure, tentative, begun)).toEqual([
      { status: 'cancelled', reason },
      { status: 'cancelled', reason },
      { status: 'confirmed', reason: null },
    ])
    for (const id of [sure, tentative]) {
      const told = await messagesAbout(id)
      for (const to of [pair.volunteer.userId, pair.confirmer, pair.coordinator])
        expect(told).toContainEqual({ template: 'meeting-cancelled', to })
      expect(told).toContainEqual({ template: 'meeting-cancelled-parent', to: pair.child.guardianId })
      expect(told.filter(({ template }) => template.startsWith('meeting-unconfirmed'))).toEqual([])
    }
    expect(await messagesAbout(begun)).not.toContainEqual(expect.objectContaining({ template: 'meeting-cancelled' }))
  },
)

test('[MAT-5] where the ending is not kept, nothing is called off and nobody is told', async () => {
  const { pair, sure } = await aPairWithMeetings()
  const work = await programme.workOf(await person(pair.coordinator))
  await expect(
    inTransaction({
      req: work.req,
      work: async () => {
        await performAction({
          work,
          workflow: matchWorkflow,
          id: pair.match,
          action: 'end',
          input: { reason: 'They move away' },
        })
        throw new Error('The light went out.')
      },
    }),
  ).rejects.toThrow('The light went out.')
  expect(await statusOf(sure)).toEqual([{ status: 'confirmed', reason: null }])
  expect(await messagesAbout(sure)).not.toContainEqual(expect.objectContaining({ template: 'meeting-cancelled' }))
})

test('[MAT-5, MAT-6] a last day that is brought forward calls off what comes after it, and not what is on it', async () => {
  const pair = await aPairThatMayAgree(programme)
  const on = await confirmed(pair, { startsAt: '2026-03-09T23:30:00.000Z' })
  const after = await confirmed(pair, { startsAt: '2026-03-10T00:30:00.000Z' })
  await programme.query("update matches set ends_on = '2026-03-09' where id = $1", [pair.match])
  const work = await programme.workOf({ kind: 'system', reason: 'each night' })
  await inTransaction({ req: work.req, work: () => callOffForAll(work) })
  expect(await statusOf(on, after)).toEqual([
    { status: 'confirmed', reason: null },
    { status: 'cancelled', reason: 'The last day of the match, 9 March 2026, comes before this meeting.' },
  ])
})

test('[LOG-1, LOG-2, LOG-4] a log is sent once, closes the meeting, tells the co-ordinator, and is never changed', async () => {
  const pair = await aPairThatMayAgree(programme)
  const meeting = await propose({ by: pair.volunteer.userId, fields: meetingFields(pair) })
  await act({ by: pair.confirmer, id: meeting.id, action: 'confirm' })
  programme.clock.set('2026-03-10T18:00:00Z')
  const fields = {
    child: pair.child.id,
    match: pair.match,
    volunteer: pair.volunteer.id,
    meeting: meeting.id,
    heldOn: '2026-03-10',
    location: 'Library café',
    runBy: 'Harper Sample',
    attendees: 'Robin, Harper',
    activities: 'A board game',
    outcomes: 'Said one thing he enjoys',
    comment: 'Good start',
  }
  const volunteer = asUser(await programme.workOf(await person(pair.volunteer.userId)))
  const log = await volunteer.create({ collection: 'session-logs', data: fields })
  expect(log).toMatchObject({ status: 'submitted', meetingWasConfirmed: true, writtenBy: pair.volunteer.userId })
  expect(await messagesAbout(log.id)).toContainEqual({ template: 'log-submitted', to: pair.coordinator })
  expect((await programme.query('select status from meetings where id = $1', [meeting.id]))[0]).toEqual({
    status: 'held',
  })
  expect(await ruleOf(volunteer.create({ collection: 'session-logs', data: fields }))).toBe('LOG-4')
  await expect(
    programme.query("update session_logs set comment = 'Something else' where id = $1", [log.id]),
  ).rejects.toThrow(/permission denied|cannot be changed/)
  await expect(programme.query('delete from session_logs where id = $1', [log.id])).rejects.toThrow(
    /permission denied|cannot be changed/,
  )
  const note = await asUser(await programme.workOf(await person(pair.volunteer.userId))).create({
    collection: 'log-addenda',
    data: { log: log.id, text: 'It was chess, not draughts.' },
  })
  expect(note).toMatchObject({ writtenBy: pair.volunteer.userId })
})
