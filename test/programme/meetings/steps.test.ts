// Where a meeting, a log, a note on one and its reading can go; what each step asks, writes and sends.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../src/core/access/actor.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import type { Work } from '../../../src/core/access/work.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { addendumWorkflow } from '../../../src/programme/meetings/logs/addendumWorkflow.ts'
import { logReadingWorkflow } from '../../../src/programme/meetings/logs/readingWorkflow.ts'
import { logWorkflow } from '../../../src/programme/meetings/logs/workflow.ts'
import {
  askAgainForAll,
  askAgainForChild,
  askAgainForEverybody,
  askAgainForFamily,
  askAgainForVolunteer,
} from '../../../src/programme/meetings/meetings/askAgain.ts'
import { meetingFactsOfMany } from '../../../src/programme/meetings/meetings/facts.ts'
import { meetingWorkflow } from '../../../src/programme/meetings/meetings/workflow.ts'
import { calledOffBecause, type PairOfMeeting } from '../../../src/programme/meetings/rules.ts'
import { actingIn } from '../../support/acting.ts'
import { lifeOf } from '../../support/lifeOf.ts'
import { aPerson, aVolunteer, insertOne, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
let pair: Pair
let second: { id: string; userId: string }
beforeAll(async () => {
  programme = await testProgramme()
  pair = await aPairThatMayAgree(programme)
  second = await aVolunteer({ ...programme, name: 'Jordan Example' })
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))
const { act, create, workAs } = actingIn(() => programme)
const software: Actor = { kind: 'system', reason: 'a test' }

type Pair = Awaited<ReturnType<typeof aPairThatMayAgree>>
/** A meeting put there as it is, at a time of its own. */
let hours = 0
const aMeeting = async (changes: Record<string, unknown> = {}, of: Pair = pair): Promise<string> =>
  insertOne({
    ...programme,
    collection: 'meetings',
    row: {
      match_id: of.match,
      child_id: of.child.id,
      volunteer_id: of.volunteer.id,
      guardian_id: of.child.guardianId,
      starts_at: new Date(Date.parse('2026-03-10T08:00:00Z') + (hours += 1) * 3_600_000).toISOString(),
      minutes: 30,
      kind: 'one-to-one',
      place_kind: 'public',
      place: 'Library café',
      agreed_on: '2026-03-02',
      agreed_way: 'text',
      status: 'confirmed',
      proposed_by_id: of.volunteer.userId,
      row_version: 1,
      ...changes,
    },
  })
const rowOf = async (id: string) => {
  const [row] = await programme.query<Record<string, unknown>>(
    `select status::text as status, reason, confirmed_by_id as "confirmedBy", confirmed_at is not null as "isConfirmed", changed_by_id as "changedBy", proposed_by_id as "proposedBy", place from meetings where id = $1`,
    [id],
  )
  return row
}
const toldOf = async (id: string): Promise<string[]> =>
  (
    await programme.query<{ template: string; to: string }>(
      'select template, coalesce(recipient_user_id, recipient_guardian_id)::text as "to" from notifications where subject_record = $1',
      [id],
    )
  )
    .map(({ template, to }) => `${template} to ${whoIs(to)}`)
    .sort()
const whoIs = (id: string): string =>
  ({
    [pair.volunteer.userId]: 'volunteer',
    [second.userId]: 'second',
    [pair.confirmer]: 'confirmer',
    [pair.coordinator]: 'co-ordinator',
    [pair.child.guardianId]: 'parent',
  })[id] ?? 'somebody'

test('[MTG-4, LOG-4] a meeting, a log, a note and a reading go these ways and no others', () => {
  expect(lifeOf(meetingWorkflow)).toEqual({
    states: ['proposed', 'confirmed', 'declined', 'cancelled', 'held'],
    initial: 'proposed',
    stateField: 'status',
    steps: {
      confirm: 'proposed → confirmed',
      decline: 'proposed → declined',
      cancel: 'proposed, confirmed → cancelled',
      callOff: 'proposed, confirmed → cancelled',
      unconfirm: 'confirmed → proposed',
      hold: 'proposed, confirmed, cancelled, declined → held',
    },
    editable: {
      proposed: [
        'startsAt',
        'minutes',
        'kind',
        'placeKind',
        'place',
        'secondVolunteer',
        'guardian',
        'agreedOn',
        'agreedWay',
      ],
    },
    locked: ['volunteer of volunteers', 'secondVolunteer of volunteers', 'child of children'],
  })
  expect(lifeOf(logWorkflow)).toEqual({
    states: ['submitted'],
    initial: 'submitted',
    stateField: 'status',
    steps: {},
    editable: {},
    locked: ['child of children'],
  })
  expect(lifeOf(addendumWorkflow)).toMatchObject({ states: ['added'], steps: {}, editable: {}, locked: [] })
  expect(lifeOf(logReadingWorkflow)).toMatchObject({ states: ['read'], steps: {}, editable: {}, locked: [] })
})

describe('what each step of a meeting writes and sends', () => {
  const withSecond = () => ({ second_volunteer_id: second.id })

  test('[MTG-4] proposed, changed, confirmed', async () => {
    const { id } = await create({
      by: pair.volunteer.userId,
      collection: 'meetings',
      fields: meetingFields(pair, { secondVolunteer: second.id, startsAt: '2026-03-20T16:00:00.000Z' }),
    })
    expect(await toldOf(id)).toEqual(['meeting-proposed to confirmer'])
    expect(await rowOf(id)).toMatchObject({ status: 'proposed', proposedBy: pair.volunteer.userId, changedBy: null })
    await programme.query("update meetings set reason = 'It had lapsed' where id = $1", [id])
    await asUser(await workAs(pair.coordinator)).update({ collection: 'meetings', id, data: { minutes: 45 } })
    expect(await rowOf(id)).toMatchObject({ changedBy: pair.coordinator, proposedBy: pair.volunteer.userId })
    await act({ by: pair.confirmer, workflow: meetingWorkflow, id, action: 'confirm' })
    expect(await rowOf(id)).toMatchObject({
      status: 'confirmed',
      confirmedBy: pair.confirmer,
      isConfirmed: true,
      reason: null,
    })
    expect(await toldOf(id)).toEqual([
      'meeting-confirmed to second',
      'meeting-confirmed to volunteer',
      'meeting-confirmed-parent to parent',
      'meeting-proposed to confirmer',
    ])
  })

  test('[MTG-4] declined', async () => {
    const id = await aMeeting({ ...withSecond(), status: 'proposed' })
    await act({
      by: pair.confirmer,
      workflow: meetingWorkflow,
      id,
      action: 'decline',
      input: { reason: 'Too late in the day' },
    })
    expect(await rowOf(id)).toMatchObject({ status: 'declined', reason: 'Too late in the day' })
    expect(await toldOf(id)).toEqual(['meeting-declined to second', 'meeting-declined to volunteer'])
  })

  test.each([
    ['by the office', 'cancel', 'proposed'],
    ['by the office', 'cancel', 'confirmed'],
    ['by itself', 'callOff', 'proposed'],
    ['by itself', 'callOff', 'confirmed'],
  ])('[MTG-7] called off %s (%s, %s)', async (_by, action, status) => {
    const id = await aMeeting({ ...withSecond(), status })
    const work = action === 'cancel' ? await workAs(pair.coordinator) : await programme.workOf(software)
    await performAction({ work, workflow: meetingWorkflow, id, action, input: { reason: 'Rain' } })
    expect(await rowOf(id)).toMatchObject({ status: 'cancelled', reason: 'Rain' })
    expect(await toldOf(id)).toEqual([
      'meeting-cancelled to co-ordinator',
      'meeting-cancelled to confirmer',
      'meeting-cancelled to second',
      'meeting-cancelled to volunteer',
      'meeting-cancelled-parent to parent',
    ])
  })

  test('[MTG-4] confirmed no longer: who confirmed it is nobody’s word for it any more', async () => {
    const id = await aMeeting({
      ...withSecond(),
      confirmed_by_id: pair.confirmer,
      confirmed_at: '2026-03-02T12:00:00Z',
    })
    await performAction({
      work: await programme.workOf(software),
      workflow: meetingWorkflow,
      id,
      action: 'unconfirm',
      input: { rule: 'CON-1', reason: 'The consent has ended.' },
    })
    expect(await rowOf(id)).toMatchObject({
      status: 'proposed',
      reason: 'The consent has ended.',
      confirmedBy: null,
      isConfirmed: false,
    })
    expect(await toldOf(id)).toEqual([
      'meeting-unconfirmed to co-ordinator',
      'meeting-unconfirmed to confirmer',
      'meeting-unconfirmed to second',
      'meeting-unconfirmed to volunteer',
      'meeting-unconfirmed-parent to parent',
    ])
  })

  test.each(['proposed', 'confirmed', 'cancelled', 'declined'])('[LOG-1] held, which was %s', async (status) => {
    const id = await aMeeting({ status })
    await performAction({
      work: await programme.workOf(software),
      workflow: meetingWorkflow,
      id,
      action: 'hold',
      input: {},
    })
    expect(await rowOf(id)).toMatchObject({ status: 'held' })
    expect(await toldOf(id)).toEqual([])
  })

  test('[SAF-7, DAT-5] the address of a home is kept apart, when it is proposed and when it is changed', async () => {
    const address = async (id: string) =>
      (await programme.query<{ address: string }>('select address from meeting_addresses where meeting_id = $1', [id]))
        .map((row) => row.address)
        .join()
    const { id } = await create({
      by: pair.coordinator,
      collection: 'meetings',
      fields: meetingFields(pair, {
        startsAt: '2026-03-21T16:00:00.000Z',
        kind: 'family',
        placeKind: 'home',
        place: '2 Invented Road',
      }),
    })
    expect([(await rowOf(id))?.place, await address(id)]).toEqual(['At home', '2 Invented Road'])
    const save = async (data: Record<string, unknown>) =>
      asUser(await workAs(pair.coordinator)).update({ collection: 'meetings', id, data })
    await save({ place: ' at HOME ' })
    expect([(await rowOf(id))?.place, await address(id)]).toEqual(['At home', '2 Invented Road'])
    await save({ place: ' 3 Invented Road ' })
    expect([(await rowOf(id))?.place, await address(id)]).toEqual(['At home', '3 Invented Road'])
    await save({ placeKind: 'public', place: 'Library café' })
    expect([(await rowOf(id))?.place, await address(id)]).toEqual(['Library café', ''])
    await save({ minutes: 20 })
    expect([(await rowOf(id))?.place, await address(id)]).toEqual(['Library café', ''])
    await save({ placeKind: 'home', place: '4 Invented Road' })
    expect(await address(id)).toBe('4 Invented Road')
  })

  test('why it is declined or called off has to be said, in 300 letters at most', () => {
    for (const action of ['decline', 'cancel']) {
      const takes = (reason: unknown) => meetingWorkflow.inputOf(action)?.safeParse({ reason }).success
      expect([takes('R'), takes('R'.repeat(300)), takes('R'.repeat(301)), takes('  '), takes(undefined)]).toEqual([
        true,
        true,
        false,
        false,
        false,
      ])
    }
    expect(meetingWorkflow.inputOf('callOff')?.safeParse({}).success).toBe(false)
    expect(meetingWorkflow.inputOf('unconfirm')?.safeParse({ reason: 'R' }).success).toBe(false)
  })
})

describe('[MTG-4] what the gates of a meeting are told', () => {
  const factsOf = async (changes: Record<string, unknown> = {}, by: Actor = software) => {
    const [facts] = await meetingFactsOfMany({
      work: await programme.workOf(by),
      records: [{ ...meetingFields(pair), startsAt: '2026-04-01T16:00:00.000Z', ...changes }],
    })
    if (!facts) throw new Error('One meeting has one set of facts.')
    return facts
  }

  test('whether the match holds: of that child and volunteer, active, on its days', async () => {
    const other = await aPairThatMayAgree(programme)
    const holds = async (changes: Record<string, unknown> = {}, set?: string): Promise<boolean> => {
      if (set) await programme.query(`update matches set ${set} where id = $1`, [pair.match])
      const { matchHolds } = await factsOf(changes)
      await programme.query(
        "update matches set status = 'active', starts_on = '2025-12-08', ends_on = null where id = $1",
        [pair.match],
      )
      return matchHolds
    }
    expect([
      await holds(),
      await holds({ child: other.child.id }),
      await holds({ volunteer: other.volunteer.id }),
      await holds({ match: other.match }),
      await holds({ match: null }),
      await holds({}, "status = 'proposed'"),
      await holds({}, "status = 'ended'"),
      await holds({}, "starts_on = '2026-04-01'"),
      await holds({}, "starts_on = '2026-04-02'"),
      await holds({}, "ends_on = '2026-04-01'"),
      await holds({}, "ends_on = '2026-03-31'"),
    ]).toEqual([true, false, false, false, false, false, false, true, false, true, false])
    // The day is London’s: at half past eleven in the evening in summer it is the next.
    expect([
      await holds({ startsAt: '2026-04-01T22:30:00.000Z' }, "ends_on = '2026-04-01'"),
      await holds({ startsAt: '2026-04-01T23:30:00.000Z' }, "ends_on = '2026-04-01'"),
    ]).toEqual([true, false])
  })

  test('whether the parent is one of the child’s own who may be contacted, and by whom and how it was agreed', async () => {
    const other = await aPairThatMayAgree(programme)
    const isTheirs = async (guardian: string | null) => (await factsOf({ guardian })).guardianOfChild
    expect([
      await isTheirs(pair.child.guardianId),
      await isTheirs(other.child.guardianId),
      await isTheirs(null),
    ]).toEqual([true, false, false])
    await programme.query("update guardians set contact_rule = 'none' where id = $1", [other.child.guardianId])
    expect((await factsOf({ child: other.child.id, guardian: other.child.guardianId })).guardianOfChild).toBe(false)
    await programme.query("update guardians set contact_rule = 'writing' where id = $1", [other.child.guardianId])
    expect((await factsOf({ child: other.child.id, guardian: other.child.guardianId })).guardianOfChild).toBe(true)
  })

  test('who takes part, who proposed and changed it, and what is written on it', async () => {
    expect(
      await factsOf({ secondVolunteer: second.id, proposedBy: pair.coordinator, changedBy: pair.confirmer }),
    ).toMatchObject({
      kind: 'one-to-one',
      placeKind: 'public',
      place: 'Library café',
      agreedOn: '2026-03-02',
      agreedWay: 'text',
      volunteerUserId: pair.volunteer.userId,
      secondUserId: second.userId,
      proposedBy: pair.coordinator,
      changedBy: pair.confirmer,
      volunteer: { name: 'Harper Sample' },
      secondVolunteer: { name: 'Jordan Example' },
      secondVolunteerIsSame: false,
      knowsParents: { allowed: true },
      overlaps: [],
    })
    const bare = await factsOf({
      secondVolunteer: pair.volunteer.id,
      kind: 'family',
      place: 7,
      agreedOn: '',
      agreedWay: undefined,
      child: undefined,
    })
    expect(bare).toMatchObject({
      kind: 'family',
      place: '',
      agreedOn: null,
      agreedWay: null,
      secondVolunteerIsSame: true,
      proposedBy: null,
      changedBy: null,
      answers: [],
    })
    const nobody = await factsOf({ volunteer: '', secondVolunteer: '' })
    expect([nobody.volunteer, nobody.secondVolunteer, nobody.volunteerUserId, nobody.secondVolunteerIsSame]).toEqual([
      undefined,
      undefined,
      null,
      false,
    ])
  })

  test('[MAT-7] whether whoever acts may know the parents', async () => {
    const stranger = await aVolunteer(programme)
    const knows = async (userId: string) =>
      (await factsOf({}, (await programme.signIn(userId)).person)).knowsParents.allowed
    expect([await knows(pair.volunteer.userId), await knows(pair.coordinator), await knows(stranger.userId)]).toEqual([
      true,
      true,
      false,
    ])
  })

  test('[MTG-12] which other meetings share a minute with it, and whose they are; each of several asked at once', async () => {
    const other = await aPairThatMayAgree(programme)
    const third = await aVolunteer({ ...programme, name: 'Sage Pretend' })
    const day = (time: string) => `2026-05-01T${time}:00.000Z`
    const overlapsOf = async (row: Record<string, unknown>, changes: Record<string, unknown> = {}) => {
      const id = await aMeeting(row, other)
      const { overlaps } = await factsOf({ startsAt: day('16:00'), minutes: 60, ...changes })
      const itself = await factsOf({ startsAt: day('16:00'), minutes: 60, ...changes, id })
      await programme.query('delete from meetings where id = $1', [id])
      expect(itself.overlaps).toEqual([])
      return overlaps.map(({ status, child, volunteer, secondVolunteer }) =>
        [status, child && 'child', volunteer && 'volunteer', secondVolunteer && 'second'].filter(Boolean).join(' '),
      )
    }
    const ofChild = (starts: string, minutes: number) => ({
      child_id: pair.child.id,
      starts_at: day(starts),
      minutes,
    })
    expect([
      await overlapsOf(ofChild('15:00', 60)),
      await overlapsOf(ofChild('15:00', 61)),
      await overlapsOf(ofChild('16:59', 10)),
      await overlapsOf(ofChild('17:00', 10)),
      await overlapsOf(ofChild('04:01', 720)),
      await overlapsOf({ ...ofChild('16:00', 60), status: 'proposed' }),
      await overlapsOf({ ...ofChild('16:00', 60), status: 'cancelled' }),
      await overlapsOf({ ...ofChild('16:00', 60), status: 'declined' }),
      await overlapsOf({ ...ofChild('16:00', 60), status: 'held' }),
    ]).toEqual([[], ['confirmed child'], ['confirmed child'], [], ['confirmed child'], ['proposed child'], [], [], []])
    const at4 = { starts_at: day('16:00'), minutes: 60 }
    const along = { secondVolunteer: second.id }
    expect([
      await overlapsOf(at4),
      await overlapsOf({ ...at4, volunteer_id: pair.volunteer.id }),
      await overlapsOf({ ...at4, second_volunteer_id: pair.volunteer.id }),
      await overlapsOf({ ...at4, volunteer_id: second.id }),
      await overlapsOf({ ...at4, volunteer_id: second.id }, along),
      await overlapsOf({ ...at4, second_volunteer_id: second.id }, along),
      await overlapsOf({ ...at4, second_volunteer_id: third.id }, along),
      await overlapsOf({ ...at4, child_id: pair.child.id, volunteer_id: pair.volunteer.id }, along),
    ]).toEqual([
      [],
      ['confirmed volunteer'],
      ['confirmed volunteer'],
      [],
      ['confirmed second'],
      ['confirmed second'],
      [],
      ['confirmed child volunteer'],
    ])
    await aMeeting(ofChild('16:00', 60), other)
    const records = ['10:00', '16:30', '20:00'].map((time) => ({
      ...meetingFields(pair),
      startsAt: day(time),
      minutes: 30,
    }))
    const many = await meetingFactsOfMany({ work: await programme.workOf(software), records })
    expect(many.map(({ overlaps }) => overlaps.length)).toEqual([0, 1, 0])
    expect((await factsOf({ startsAt: 'some day' })).overlaps).toEqual([])
  })
})

describe('[MTG-4, MAT-5, VOL-11] a meeting whose ground gives way', () => {
  const facts: PairOfMeeting = {
    meetsOn: '2026-03-10',
    matchStatus: 'active',
    matchEndsOn: null,
    standing: 'active',
  }
  test.each<[string, Partial<PairOfMeeting>, RegExp | undefined]>([
    ['nothing changed', {}, undefined],
    ['the match has ended', { matchStatus: 'ended' }, /^The match has ended/],
    ['its last day is the day', { matchEndsOn: '2026-03-10' }, undefined],
    ['its last day is the day before', { matchEndsOn: '2026-03-09' }, /^The last day of the match, 9 March 2026/],
    ['the volunteer paused', { standing: 'paused' }, /^The volunteer has paused/],
    ['the volunteer left', { standing: 'left' }, /^The volunteer has left the programme/],
    ['the volunteer is only applying', { standing: 'applicant' }, undefined],
  ])('%s', (_what, changes, words) => {
    expect(calledOffBecause({ ...facts, ...changes })).toEqual(words && expect.stringMatching(words))
  })

  /** What becomes of meetings of a pair whose consent is gone when the gates are asked again in one way. */
  const askedAgain = async (ask: (given: { work: Work; of: Pair }) => Promise<unknown>, locks = false) => {
    const of = await aPairThatMayAgree(programme)
    const ids = {
      ahead: await aMeeting({ starts_at: '2026-03-03T12:00:01Z' }, of),
      begun: await aMeeting({ starts_at: '2026-03-03T12:00:00Z' }, of),
      proposed: await aMeeting({ status: 'proposed', starts_at: '2026-03-09T10:00:00Z' }, of),
      other: await aMeeting({ starts_at: '2026-03-09T11:00:00Z' }, await aPairThatMayAgree(programme)),
    }
    await programme.query('update guardians set parental_responsibility = false where family_id = $1', [
      of.child.familyId,
    ])
    const work = await programme.workOf(software)
    let locked: boolean[] = []
    await inTransaction({
      req: work.req,
      work: async () => {
        await ask({ work, of })
        if (locks)
          locked = await Promise.all(
            (
              [
                ['children', of.child.id],
                ['volunteers', of.volunteer.id],
              ] as const
            ).map(
              async ([table, id]) =>
                (await programme.query(`select id from ${table} where id = $1 for no key update skip locked`, [id]))
                  .length === 0,
            ),
          )
      },
    })
    const states = await Promise.all(
      Object.entries(ids).map(async ([what, id]) => [what, String((await rowOf(id))?.status)]),
    )
    await programme.query("update meetings set status = 'cancelled' where id = any($1::uuid[])", [Object.values(ids)])
    return { ...Object.fromEntries(states), ...(locks ? { locked } : {}) } as Record<string, unknown>
  }
  const unconfirmed = { ahead: 'proposed', begun: 'confirmed', proposed: 'proposed', other: 'confirmed' }

  test.each<[string, Parameters<typeof askedAgain>[0], boolean[]]>([
    ['of a child', async ({ work, of }) => askAgainForChild({ work, event: { childId: of.child.id } }), [true, false]],
    [
      'of a family',
      async ({ work, of }) => askAgainForFamily({ work, event: { familyId: of.child.familyId } }),
      [true, false],
    ],
    [
      'of a volunteer',
      async ({ work, of }) => askAgainForVolunteer({ work, event: { volunteerId: of.volunteer.id } }),
      [true, true],
    ],
    ['of everybody', async ({ work }) => askAgainForEverybody({ work, event: {} }), [true, false]],
    [
      'every night',
      async ({ work }) => {
        expect(await askAgainForAll(work)).toBe(1)
        expect(await askAgainForAll(work)).toBe(0)
      },
      [true, false],
    ],
  ])(
    '[MTG-4] the gates are asked again %s, of what is confirmed and ahead; the child is held meanwhile',
    async (_of, ask, locked) => {
      expect(await askedAgain(ask, true)).toEqual({ ...unconfirmed, locked })
    },
  )

  test('[MTG-4] a volunteer is asked about where they come along as well, and is held though there is no meeting', async () => {
    const companion = await aVolunteer({ ...programme, name: 'Sage Pretend' })
    const id = await aMeeting({ place_kind: 'cinema', second_volunteer_id: companion.id })
    const alone = await aVolunteer(programme)
    await programme.query("update vetting_records set status = 'withdrawn' where volunteer_id = $1", [companion.id])
    const work = await programme.workOf(software)
    await inTransaction({
      req: work.req,
      work: async () => {
        await askAgainForVolunteer({ work, event: { volunteerId: companion.id } })
        await askAgainForVolunteer({ work, event: { volunteerId: alone.id } })
        await askAgainForChild({ work, event: { childId: pair.child.id } })
        for (const [table, held] of [
          ['volunteers', alone.id],
          ['volunteers', companion.id],
          ['children', pair.child.id],
        ] as const)
          expect([
            table,
            await programme.query(`select id from ${table} where id = $1 for no key update skip locked`, [held]),
          ]).toEqual([table, []])
      },
    })
    expect(await rowOf(id)).toMatchObject({
      status: 'proposed',
      reason: 'The second volunteer is not cleared for that day.',
    })
  })
})

describe('a log, a note on it, its reading', () => {
  const logOf = (changes: Record<string, unknown> = {}) => ({
    match: pair.match,
    child: pair.child.id,
    volunteer: pair.volunteer.id,
    heldOn: '2026-03-02',
    location: 'Library café',
    runBy: 'Harper Sample',
    attendees: 'Both',
    ...changes,
  })
  const decidedOn = async (by: string | Actor, changes: Record<string, unknown> = {}) => {
    const decided = await logWorkflow.decideCreate({
      work: typeof by === 'string' ? await workAs(by) : await programme.workOf(by),
      record: logOf(changes),
    })
    return 'allowed' in decided ? `${decided.rule}: ${decided.reason}` : 'may'
  }
  const storedLog = (changes: Record<string, unknown> = {}) =>
    insertOne({
      ...programme,
      collection: 'session-logs',
      row: {
        match_id: pair.match,
        child_id: pair.child.id,
        volunteer_id: pair.volunteer.id,
        held_on: '2026-03-02',
        location: 'Library café',
        run_by: 'Harper Sample',
        attendees: 'Both',
        status: 'submitted',
        written_by_id: pair.volunteer.userId,
        submitted_at: '2026-03-02T18:00:00Z',
        row_version: 1,
        ...changes,
      },
    })

  test('[LOG-1] by its volunteer or the office, of a day that has been, on which the match was held', async () => {
    const stranger = await aVolunteer(programme)
    const byVolunteer = /written by the volunteer who was matched/
    expect([
      await decidedOn(pair.volunteer.userId),
      await decidedOn(pair.coordinator),
      await decidedOn(pair.confirmer),
      await decidedOn(pair.volunteer.userId, { heldOn: '2026-03-03' }),
    ]).toEqual(['may', 'may', 'may', 'may'])
    for (const outcome of [
      await decidedOn(stranger.userId),
      await decidedOn(software),
      await decidedOn(pair.coordinator, { match: null }),
      await decidedOn(pair.coordinator, { volunteer: stranger.id }),
      await decidedOn(pair.coordinator, { heldOn: '2025-12-07' }),
    ])
      expect(outcome).toMatch(byVolunteer)
    expect(await decidedOn(pair.coordinator, { heldOn: '2025-12-08' })).toBe('may')
    const other = await aPairThatMayAgree(programme)
    const ofOther = { match: other.match, child: other.child.id, volunteer: other.volunteer.id }
    for (const [status, outcome] of [
      ['ended', 'may'],
      ['proposed', expect.stringMatching(byVolunteer)],
    ] as const) {
      await programme.query("update matches set status = $2, ends_on = '2026-03-02' where id = $1", [
        other.match,
        status,
      ])
      expect(await decidedOn(other.coordinator, ofOther)).toEqual(outcome)
    }
    expect(await decidedOn(pair.coordinator, { heldOn: '2026-03-04' })).toMatch(/still to come/)
  })

  test('[LOG-1, LOG-4] of a meeting of that match, which has no log yet; or of none', async () => {
    const other = await aPairThatMayAgree(programme)
    const [own, foreign] = [
      await aMeeting({ starts_at: '2026-03-02T10:00:00Z' }),
      await aMeeting({ starts_at: '2026-03-02T10:00:00Z' }, other),
    ]
    const notTheirs = 'LOG-1: This meeting is not one of this child and volunteer.'
    expect([
      await decidedOn(pair.volunteer.userId, { meeting: own }),
      await decidedOn(pair.volunteer.userId, { meeting: foreign }),
      await decidedOn(pair.volunteer.userId, { meeting: randomUUID() }),
      await decidedOn(pair.volunteer.userId, { meeting: '' }),
    ]).toEqual(['may', notTheirs, notTheirs, 'may'])
    await storedLog({ meeting_id: own })
    expect(await decidedOn(pair.volunteer.userId, { meeting: own })).toMatch(/^LOG-4: This meeting already has its log/)
  })

  test('[LOG-5] tagged with values of ours, one a line', async () => {
    const [value] = await programme.query<{ name: string }>('select name::text as name from programme_values limit 1')
    if (!value) throw new Error('The programme begins with its values.')
    expect([
      await decidedOn(pair.volunteer.userId, { valuesLived: `${value.name}\n` }),
      await decidedOn(pair.volunteer.userId, { valuesLived: `${value.name}\nGreed` }),
    ]).toEqual(['may', 'LOG-5: “Greed” is not one of our values.'])
  })

  test('[LOG-1, LOG-2] what is sent is kept with who wrote it and whether the meeting was confirmed; the meeting took place, the co-ordinators are told', async () => {
    for (const [status, isConfirmed] of [
      ['confirmed', true],
      ['proposed', false],
      ['cancelled', false],
      ['declined', false],
    ] as const) {
      const meeting = await aMeeting({ status, starts_at: '2026-03-02T10:00:00Z' })
      const log = await create({ by: pair.volunteer.userId, collection: 'session-logs', fields: logOf({ meeting }) })
      expect([
        status,
        log.meetingWasConfirmed,
        log.writtenBy,
        log.submittedAt,
        log.valuesLived ?? null,
        (await rowOf(meeting))?.status,
        await toldOf(log.id),
      ]).toEqual([
        status,
        isConfirmed,
        pair.volunteer.userId,
        '2026-03-03T12:00:00.000Z',
        null,
        'held',
        expect.arrayContaining(['log-submitted to co-ordinator']),
      ])
    }
    const alone = await create({ by: pair.coordinator, collection: 'session-logs', fields: logOf() })
    expect(alone).toMatchObject({ meetingWasConfirmed: false, writtenBy: pair.coordinator })
    expect(await toldOf(alone.id)).toContain('log-submitted to co-ordinator')
  })

  test('[LOG-4] a note is added by whoever wrote the log, and by the office', async () => {
    const log = await storedLog()
    const another = await aVolunteer(programme)
    const adds = async (by: string | Actor, of = log) => {
      const decided = await addendumWorkflow.decideCreate({
        work: typeof by === 'string' ? await workAs(by) : await programme.workOf(by),
        record: { log: of },
      })
      return 'allowed' in decided ? decided.rule : decided.patch.writtenBy
    }
    expect([
      await adds(pair.volunteer.userId),
      await adds(pair.coordinator),
      await adds(another.userId),
      await adds(software),
      await adds(another.userId, randomUUID()),
      await adds(pair.volunteer.userId, await storedLog({ written_by_id: null })),
    ]).toEqual([pair.volunteer.userId, pair.coordinator, 'LOG-4', 'LOG-4', 'LOG-4', 'LOG-4'])
  })

  test('[LOG-7, ORG-1] a log is marked as read once, by a co-ordinator who neither wrote it nor was there', async () => {
    const log = await storedLog()
    const marks = async (by: string, of = log) => {
      const decided = await logReadingWorkflow.decideCreate({ work: await workAs(by), record: { log: of } })
      return 'allowed' in decided ? `${decided.rule}: ${decided.reason}` : decided.patch.readBy
    }
    const grant = (userId: string) =>
      insertOne({
        ...programme,
        collection: 'role-grants',
        row: { user_id: userId, role: 'co-ordinator', starts_on: '2025-09-01', row_version: 1 },
      })
    const both = await aVolunteer(programme)
    await grant(both.userId)
    const [written, about] = [
      await storedLog({ written_by_id: pair.coordinator }),
      await storedLog({ volunteer_id: both.id, written_by_id: pair.coordinator }),
    ]
    const other = await aPerson({ ...programme, roles: ['co-ordinator'] })
    expect([
      await marks(pair.coordinator),
      await marks(pair.confirmer),
      await marks(pair.coordinator, written),
      await marks(other, written),
      await marks(both.userId, about),
      await marks(other, about),
      await marks(other, randomUUID()),
    ]).toEqual([
      pair.coordinator,
      expect.stringMatching(/^LOG-7: The co-ordinator marks/),
      expect.stringMatching(/^ORG-1/),
      other,
      expect.stringMatching(/^ORG-1/),
      other,
      other,
    ])
    await insertOne({ ...programme, collection: 'log-readings', row: { log_id: log, status: 'read', row_version: 1 } })
    expect(await marks(pair.coordinator)).toMatch(/^LOG-7: This log has been marked as read already/)
  })
})
