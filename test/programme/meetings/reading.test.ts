// What each list and page of meetings and logs shows, of whom, and from when to when.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../src/core/access/actor.ts'
import { mayReadAddresses, mayReadLogs, mayReadMeetings, meetingsRead } from '../../../src/programme/meetings/access.ts'
import { nextMeetingForFamily } from '../../../src/programme/meetings/meetings/familyMeetings.ts'
import {
  latestLogs,
  logById,
  matchedChild,
  matchesLatelyOver,
  matchToLog,
  meetingById,
  meetingsAhead,
  meetingsToLog,
  ownChildren,
  sharedCalendar,
} from '../../../src/programme/meetings/queries.ts'
import { restClient } from '../../attack/support/rest.ts'
import { aMatch, aVolunteer, insertOne } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { aReadyMatch } from '../../support/story.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

type Pair = Awaited<ReturnType<typeof aPairThatMayAgree>>
type Person = Awaited<ReturnType<TestProgramme['signIn']>>['person']

let programme: TestProgramme
let pair: Pair
let other: Pair
let second: { id: string; userId: string }
let [volunteer, companion, office, stranger]: Person[] = []
beforeAll(async () => {
  programme = await testProgramme()
  pair = await aPairThatMayAgree(programme)
  other = await aPairThatMayAgree(programme)
  second = await aVolunteer({ ...programme, name: 'Jordan Example' })
  volunteer = await personOf(pair.volunteer.userId)
  companion = await personOf(second.userId)
  office = await personOf(pair.coordinator)
  stranger = await personOf((await aVolunteer(programme)).userId)
})
beforeEach(async () => {
  programme.clock.set('2026-03-03T12:00:00Z')
  await programme.query('delete from meeting_addresses')
  await programme.query("update meetings set status = 'declined', starts_at = '2020-01-01T00:00:00Z'")
})
const personOf = async (userId: string): Promise<Person> => (await programme.signIn(userId)).person
const asking = (actor: Actor | undefined, now = '2026-03-03T12:00:00Z') => ({
  query: programme.query,
  actor: actor ?? { kind: 'anonymous' as const },
  now: new Date(now),
})
const on = '2026-03-03'

const aMeeting = (changes: Record<string, unknown> = {}, of: Pair = pair): Promise<string> =>
  insertOne({
    ...programme,
    collection: 'meetings',
    row: {
      match_id: of.match,
      child_id: of.child.id,
      volunteer_id: of.volunteer.id,
      guardian_id: of.child.guardianId,
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
const onMatch = (set: string, match = pair.match) => programme.query(`update matches set ${set} where id = $1`, [match])
const mended = () => onMatch("status = 'active', starts_on = '2025-12-08', ends_on = null")

describe('the meetings ahead', () => {
  const ahead = async (actor: Actor | undefined, more: { childId?: string; now?: string } = {}) =>
    (
      await meetingsAhead({
        ...asking(actor, more.now),
        ...(more.childId === undefined ? {} : { childId: more.childId }),
      })
    ).map(({ id }) => id)

  test('[MTG-4] are those that wait or are confirmed and not over, soonest first, ten at most', async () => {
    const ids = {
      later: await aMeeting({ starts_at: '2026-03-12T10:00:00Z' }),
      going: await aMeeting({ starts_at: '2026-03-03T11:00:01Z', status: 'proposed' }),
      over: await aMeeting({ starts_at: '2026-03-03T11:00:00Z' }),
      cancelled: await aMeeting({ status: 'cancelled' }),
      declined: await aMeeting({ status: 'declined' }),
      held: await aMeeting({ status: 'held' }),
    }
    expect(await ahead(volunteer)).toEqual([ids.going, ids.later])
    for (let day = 13; day < 25; day += 1) await aMeeting({ starts_at: `2026-03-${day}T10:00:00Z` })
    expect(await ahead(volunteer)).toHaveLength(10)
  })

  test('[MAT-7] are a volunteer’s own while they see the child, those of the day to which they come along, and all for the office', async () => {
    const own = await aMeeting()
    const along = await aMeeting({ second_volunteer_id: second.id, starts_at: '2026-03-11T10:00:00Z' })
    const foreign = await aMeeting({ starts_at: '2026-03-11T12:00:00Z' }, other)
    expect([
      await ahead(volunteer),
      await ahead(companion),
      await ahead(companion, { now: '2026-03-11T01:00:00Z' }),
      await ahead(stranger),
      await ahead(office),
      await ahead(office, { childId: pair.child.id }),
      await ahead(volunteer, { childId: other.child.id }),
    ]).toEqual([[own, along], [], [along], [], [own, along, foreign], [own, along], []])
    await onMatch("ends_on = '2026-03-02'")
    expect([await ahead(volunteer), await ahead(office, { childId: pair.child.id })]).toEqual([[], [own, along]])
    await onMatch("ends_on = '2026-03-03'")
    expect(await ahead(volunteer)).toEqual([own, along])
    await mended()
  })

  test('[MAT-12] a family’s next is the soonest that is confirmed and not over', async () => {
    const next = async (now = '2026-03-03T12:00:00Z') =>
      nextMeetingForFamily({ query: programme.query, childId: pair.child.id, now: new Date(now) })
    await aMeeting({ status: 'proposed', starts_at: '2026-03-04T10:00:00Z' })
    await aMeeting({ starts_at: '2026-03-03T11:00:00Z', place: 'Over' })
    await aMeeting({ starts_at: '2026-03-09T10:00:00Z', place: 'Of another' }, other)
    expect(await next()).toBeUndefined()
    await aMeeting({ starts_at: '2026-03-12T10:00:00Z', place: 'Later' })
    await aMeeting({ starts_at: '2026-03-10T10:00:00Z', place: 'Sooner' })
    expect(await next()).toMatchObject({ place: 'Sooner', minutes: 60, volunteerName: 'Harper' })
    expect([(await next('2026-03-10T10:59:59Z'))?.place, (await next('2026-03-10T11:00:00Z'))?.place]).toEqual([
      'Sooner',
      'Later',
    ])
  })
})

test('[LOG-3] whose log has to be written: over, waiting or confirmed, their own or, for the office, anybody’s; the oldest first', async () => {
  const ids = {
    newer: await aMeeting({ starts_at: '2026-03-03T11:00:00Z' }),
    older: await aMeeting({ starts_at: '2026-03-01T10:00:00Z', status: 'proposed' }),
    going: await aMeeting({ starts_at: '2026-03-03T11:00:01Z' }),
    held: await aMeeting({ starts_at: '2026-03-01T10:00:00Z', status: 'held' }),
    cancelled: await aMeeting({ starts_at: '2026-03-01T10:00:00Z', status: 'cancelled' }),
    along: await aMeeting({ starts_at: '2026-03-02T10:00:00Z', second_volunteer_id: second.id }, other),
  }
  const toLog = async (actor: Actor | undefined) => (await meetingsToLog(asking(actor))).map(({ id }) => id)
  expect([await toLog(volunteer), await toLog(companion), await toLog(stranger), await toLog(undefined)]).toEqual([
    [ids.older, ids.newer],
    [],
    [],
    [],
  ])
  expect(await toLog(office)).toEqual([ids.older, ids.along, ids.newer])
  await onMatch("status = 'ended', ends_on = '2026-03-01'")
  expect(await toLog(volunteer)).toEqual([ids.older, ids.newer])
  await mended()
})

describe('one meeting', () => {
  const page = async (actor: Person | undefined, id: string, now?: string) => {
    if (!actor) throw new Error('Somebody asks.')
    return meetingById({ ...asking(actor, now), actor, id })
  }

  test('[MAT-7, SAF-7] names child, parent and home to whom it may, and its volunteer’s reason to them alone', async () => {
    const id = await aMeeting({
      kind: 'family',
      place_kind: 'home',
      place: 'At home',
      second_volunteer_id: second.id,
      reason: 'It had lapsed',
      status: 'proposed',
    })
    const home = await insertOne({
      ...programme,
      collection: 'meeting-addresses',
      row: { meeting_id: id, address: '2 Invented Road', row_version: 1 },
    })
    const whole = {
      childName: 'Robin Testerton',
      accompanies: false,
      family: {
        name: 'Alex Testerton',
        contactRule: 'usual',
        mobile: '07700 900456',
        committeeContact: 'Casey Standin',
      },
      home: { id: home, address: '2 Invented Road' },
      reason: 'It had lapsed',
      secondVolunteerName: 'Jordan Example',
      logId: null,
    }
    expect(await page(volunteer, id)).toMatchObject(whole)
    expect(await page(office, id)).toMatchObject(whole)
    expect([await page(stranger, id), await page(companion, id), await page(volunteer, randomUUID())]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    // The second volunteer has accepted no agreement.
    expect(await page(companion, id, '2026-03-10T09:00:00Z')).toMatchObject({
      accompanies: true,
      reason: null,
      childName: 'Robin Testerton',
      family: null,
      home: null,
    })
    // Who is written to alone has a number for messages, and a page that offers no ringing; who is not contacted has none.
    for (const [contactRule, mobile] of [
      ['writing', '07700 900456'],
      ['none', null],
    ]) {
      await programme.query('update guardians set contact_rule = $2 where id = $1', [
        pair.child.guardianId,
        contactRule,
      ])
      expect((await page(volunteer, id))?.family).toMatchObject({ name: 'Alex Testerton', contactRule, mobile })
    }
    await programme.query("update guardians set contact_rule = 'usual' where id = $1", [pair.child.guardianId])
  })

  test('[MAT-7] once the match is over names the child of what took place, and nobody else', async () => {
    const [past, begins, cancelled, declined, ahead] = [
      await aMeeting({ starts_at: '2026-03-01T10:00:00Z' }),
      await aMeeting({ starts_at: '2026-03-03T12:00:00Z' }),
      await aMeeting({ starts_at: '2026-03-01T10:00:00Z', status: 'cancelled' }),
      await aMeeting({ starts_at: '2026-03-01T10:00:00Z', status: 'declined' }),
      await aMeeting({ starts_at: '2026-03-03T12:00:01Z' }),
    ]
    await onMatch("status = 'ended', ends_on = '2026-03-02'")
    const names = async (actor: Person | undefined) =>
      Promise.all([past, begins, cancelled, declined, ahead].map(async (id) => (await page(actor, id))?.childName))
    const robin = 'Robin Testerton'
    expect(await names(volunteer)).toEqual([robin, robin, null, null, null])
    expect(await names(office)).toEqual([robin, robin, robin, robin, robin])
    expect((await page(volunteer, past))?.family).toBeNull()
    await mended()
    expect(await names(volunteer)).toEqual([robin, robin, robin, robin, robin])
  })
})

describe('[MAT-7] who reads meetings, addresses and logs', () => {
  test('the office all; a volunteer their own and, on its day, the one to which they come along', async () => {
    const along = await aMeeting({ second_volunteer_id: second.id })
    const read = (actor: Actor | undefined, now?: string) => meetingsRead(asking(actor, now))
    const own = { volunteer: { equals: second.id } }
    const both = { or: [own, { id: { in: [along] } }] }
    expect([
      await read(office),
      await read(undefined),
      await read(volunteer),
      await read(companion, '2026-03-09T23:59:59Z'),
      await read(companion, '2026-03-10T00:00:00Z'),
      await read(companion, '2026-03-10T23:59:59Z'),
      await read(companion, '2026-03-11T00:00:00Z'),
    ]).toEqual([true, false, { volunteer: { equals: pair.volunteer.id } }, own, both, both, own])
    const { req } = await programme.workOf({ kind: 'anonymous' })
    programme.clock.set('2026-03-10T12:00:00Z')
    expect(await mayReadMeetings(companion as Actor, req)).toEqual(both)
    for (const [status, expected] of [
      ['proposed', both],
      ['cancelled', own],
      ['declined', own],
      ['held', own],
    ] as const) {
      await programme.query('update meetings set status = $2 where id = $1', [along, status])
      expect([status, await read(companion, '2026-03-10T12:00:00Z')]).toEqual([status, expected])
    }
    // From its first moment to before the next day’s, in London.
    await programme.query(
      "update meetings set status = 'confirmed', starts_at = '2026-06-10T22:59:00Z' where id = $1",
      [along],
    )
    expect([await read(companion, '2026-06-10T12:00:00Z'), await read(companion, '2026-06-11T12:00:00Z')]).toEqual([
      both,
      own,
    ])
    await programme.query("update meetings set starts_at = '2026-06-10T23:00:00Z' where id = $1", [along])
    expect([await read(companion, '2026-06-10T12:00:00Z'), await read(companion, '2026-06-11T12:00:00Z')]).toEqual([
      own,
      both,
    ])
  })

  test('[SAF-7] an address is read of a home or a private place by the office, and by whom it concerns', async () => {
    const atHome = { kind: 'family', place: 'At home' }
    const ids = [
      await aMeeting({ ...atHome, place_kind: 'home' }),
      await aMeeting({ ...atHome, place_kind: 'private' }),
    ]
    const others = [await aMeeting(), await aMeeting({ ...atHome, place_kind: 'home' }, other)]
    const read = async (actor: Actor | undefined) => {
      const { req } = await programme.workOf({ kind: 'anonymous' })
      return mayReadAddresses(actor ?? { kind: 'anonymous' }, req)
    }
    const [all, none, nobody, own] = [
      await read(office),
      await read(stranger),
      await read(undefined),
      await read(volunteer),
    ]
    expect([all, none, nobody]).toEqual([true, false, false])
    const shown = (own as { meeting: { in: string[] } }).meeting.in
    expect([...ids, ...others].map((id) => shown.includes(id))).toEqual([true, true, false, false])
    // Without the agreement the day alone shows nothing.
    await programme.query('update meetings set second_volunteer_id = $2 where id = $1', [ids[0], second.id])
    await programme.query('update meetings set second_volunteer_id = $2 where id = $1', [ids[1], other.volunteer.id])
    programme.clock.set('2026-03-10T12:00:00Z')
    expect(await read(companion)).toBe(false)
    expect(
      ((await read(await personOf(other.volunteer.userId))) as { meeting: { in: string[] } }).meeting.in,
    ).toContain(ids[1])
    programme.clock.set('2026-03-09T12:00:00Z')
    expect(
      ((await read(await personOf(other.volunteer.userId))) as { meeting: { in: string[] } }).meeting.in,
    ).not.toContain(ids[1])
  })

  test('[LOG-1] a log is read by the office and by the volunteer who wrote it', () => {
    expect([
      mayReadLogs(office as Actor),
      mayReadLogs(volunteer as Actor),
      mayReadLogs({ kind: 'anonymous' }),
      mayReadLogs({ kind: 'system', reason: 'a test' }),
    ]).toEqual([true, { writtenBy: { equals: pair.volunteer.userId } }, false, false])
  })
})

describe('[MAT-7, LOG-1] the children of a volunteer', () => {
  test('a meeting is proposed for one whose match is active and their own, with the parents who may be contacted, by name', async () => {
    for (const [name, rule] of [
      ['Aaron None', 'none'],
      ['Aaron Writing', 'writing'],
    ])
      await insertOne({
        ...programme,
        collection: 'guardians',
        row: { name, family_id: pair.child.familyId, contact_rule: rule, row_version: 1 },
      })
    const child = async (actor: Actor | undefined, matchId: unknown = pair.match, day = on) =>
      matchedChild({ query: programme.query, actor: actor ?? { kind: 'anonymous' }, matchId, on: day })
    expect(await child(volunteer)).toMatchObject({
      matchId: pair.match,
      childId: pair.child.id,
      childName: 'Robin Testerton',
      volunteerId: pair.volunteer.id,
      frequency: 'weekly',
      guardians: [{ name: 'Aaron Writing' }, { name: 'Alex Testerton', relationship: 'Mother' }],
    })
    expect((await child(office))?.matchId).toBe(pair.match)
    expect([
      await child(stranger),
      await child(volunteer, other.match),
      await child(volunteer, 'no match'),
      await child(volunteer, null),
      await child(office, randomUUID()),
    ]).toEqual(Array<undefined>(5).fill(undefined))
    for (const status of ['proposed', 'ended']) {
      await onMatch(`status = '${status}'`)
      expect([status, await child(office), await child(volunteer)]).toEqual([status, undefined, undefined])
    }
    await onMatch("status = 'active', ends_on = '2026-03-03'")
    expect([(await child(volunteer))?.matchId, await child(volunteer, pair.match, '2026-03-04')]).toEqual([
      pair.match,
      undefined,
    ])
    await mended()
  })

  test('a log is written under a match that they hold, and for 28 days after its last', async () => {
    const logs = async (actor: Actor | undefined, day = on, matchId: unknown = pair.match) =>
      (await matchToLog({ query: programme.query, actor: actor ?? { kind: 'anonymous' }, matchId, on: day }))?.matchId
    const lately = async (actor: Actor | undefined, day = on) =>
      (await matchesLatelyOver({ query: programme.query, actor: actor ?? { kind: 'anonymous' }, on: day })).map(
        ({ matchId }) => matchId,
      )
    expect([
      await logs(volunteer),
      await logs(office),
      await logs(stranger),
      await logs(undefined),
      await logs(volunteer, on, 'no match'),
      await logs(volunteer, on, other.match),
      await lately(volunteer),
    ]).toEqual([pair.match, pair.match, undefined, undefined, undefined, undefined, []])
    for (const status of ['active', 'ended']) {
      await onMatch(`status = '${status}', ends_on = '2026-03-03'`)
      const isOver = status === 'ended'
      expect([
        status,
        await logs(volunteer, '2026-03-31'),
        await logs(volunteer, '2026-04-01'),
        await logs(office, '2026-04-01'),
        await logs(stranger),
        await lately(volunteer, '2026-03-03'),
        await lately(volunteer, '2026-03-04'),
        await lately(volunteer, '2026-03-31'),
        await lately(volunteer, '2026-04-01'),
        await lately(stranger, '2026-03-04'),
        await lately(office, '2026-03-04'),
      ]).toEqual([
        status,
        pair.match,
        undefined,
        isOver ? undefined : pair.match,
        undefined,
        isOver ? [pair.match] : [],
        [pair.match],
        [pair.match],
        [],
        [],
        [],
      ])
    }
    await onMatch("status = 'ended', starts_on = '2026-03-05', ends_on = '2026-03-05'")
    expect([await lately(volunteer, '2026-03-04'), await lately(volunteer, '2026-03-05')]).toEqual([[], [pair.match]])
    const earlier = await aMatch({
      ...programme,
      childId: other.child.id,
      volunteerId: pair.volunteer.id,
      contactId: pair.confirmer,
      status: 'ended',
      endsOn: '2026-02-20',
    })
    expect(await lately(volunteer, '2026-03-06')).toEqual([pair.match, earlier])
    await onMatch("status = 'proposed', ends_on = null")
    expect([await logs(volunteer), await logs(office)]).toEqual([undefined, undefined])
    await programme.query('delete from matches where id = $1', [earlier])
    await mended()
  })

  test('those of active matches, and apart those for whom they are chosen; the office all that are active', async () => {
    const { volunteer: chosen, match, committee } = await aReadyMatch(programme)
    const children = async (actor: Actor | undefined, day = on) => {
      const { matched, proposed } = await ownChildren({
        query: programme.query,
        actor: actor ?? { kind: 'anonymous' },
        on: day,
      })
      return [matched.map(({ matchId }) => matchId), proposed.map(({ matchId }) => matchId)]
    }
    const actor = await personOf(chosen.userId)
    expect([
      await children(volunteer),
      await children(actor),
      await children(stranger),
      await children(undefined),
    ]).toEqual([
      [[pair.match], []],
      [[], []],
      [[], []],
      [[], []],
    ])
    await programme.query('update matches set chosen_by_id = $2 where id = $1', [match, committee])
    expect(await children(actor)).toEqual([[], [match]])
    const [all, none] = await children(office)
    expect([all?.toSorted(), none]).toEqual([[pair.match, other.match].toSorted(), []])
    await onMatch("ends_on = '2026-03-03'")
    expect([await children(volunteer), await children(volunteer, '2026-03-04')]).toEqual([
      [[pair.match], []],
      [[], []],
    ])
    await mended()
    // A volunteer with a seat on the committee sees their own first, and everybody else’s beside them.
    await insertOne({
      ...programme,
      collection: 'role-grants',
      row: { user_id: pair.volunteer.userId, role: 'committee', starts_on: '2025-09-01', row_version: 1 },
    })
    expect(await children(await personOf(pair.volunteer.userId))).toEqual([[pair.match, other.match], []])
    await programme.query("delete from role_grants where user_id = $1 and role = 'committee'", [pair.volunteer.userId])
  })
})

describe('[LOG-1, LOG-4] logs', () => {
  const aLog = (changes: Record<string, unknown> = {}, of: Pair = pair) =>
    insertOne({
      ...programme,
      collection: 'session-logs',
      row: {
        match_id: of.match,
        child_id: of.child.id,
        volunteer_id: of.volunteer.id,
        held_on: '2026-03-01',
        location: 'Library café',
        run_by: 'Harper Sample',
        attendees: 'Both',
        status: 'submitted',
        written_by_id: of.volunteer.userId,
        submitted_at: '2026-03-02T18:00:00Z',
        row_version: 1,
        ...changes,
      },
    })

  test('the latest first, by the day and then by when they were sent; one’s own, or of one child, so many', async () => {
    const [late, early, sentLater, foreign] = [
      await aLog({ held_on: '2026-03-02' }),
      await aLog({ held_on: '2026-02-01' }),
      await aLog({ submitted_at: '2026-03-02T19:00:00Z' }),
      await aLog({ held_on: '2026-02-28' }, other),
    ]
    const sent = await aLog()
    const latest = async (actor: Actor | undefined, limit = 50, childId?: string) =>
      (
        await latestLogs({
          query: programme.query,
          actor: actor ?? { kind: 'anonymous' },
          limit,
          ...(childId === undefined ? {} : { childId }),
        })
      ).map(({ id }) => id)
    expect(await latest(volunteer)).toEqual([late, sentLater, sent, early])
    expect(await latest(volunteer, 2)).toEqual([late, sentLater])
    expect(await latest(office)).toEqual([late, sentLater, sent, foreign, early])
    expect([await latest(office, 50, other.child.id), await latest(volunteer, 50, other.child.id)]).toEqual([
      [foreign],
      [],
    ])
    expect([await latest(stranger), await latest(undefined)]).toEqual([[], []])

    for (const [text, at] of [
      ['Second', '2026-03-03T10:00:00Z'],
      ['First', '2026-03-03T09:00:00Z'],
    ])
      await insertOne({
        ...programme,
        collection: 'log-addenda',
        row: { log_id: late, text, status: 'added', row_version: 1, created_at: at },
      })
    const one = async (actor: Actor | undefined, id: string) => {
      const log = await logById({ query: programme.query, actor: actor ?? { kind: 'anonymous' }, id })
      return log && [log.id, log.notes.map(({ text }) => text)]
    }
    expect([
      await one(volunteer, late),
      await one(office, foreign),
      await one(volunteer, foreign),
      await one(stranger, late),
      await one(office, randomUUID()),
    ]).toEqual([[late, ['First', 'Second']], [foreign, []], undefined, undefined, undefined])
  })
})

test('[MTG-4, MTG-6] the shared calendar shows what waits and is confirmed, from now for so many days, forty a page', async () => {
  const at = (starts_at: string, status = 'confirmed') =>
    aMeeting({ starts_at, status, place: `${status} ${starts_at}` })
  await at('2026-03-03T11:59:59Z')
  await at('2026-03-03T12:00:00Z')
  await at('2026-03-05T12:00:00Z', 'proposed')
  await at('2026-03-10T12:00:00Z')
  await at('2026-03-10T12:00:01Z')
  for (const status of ['cancelled', 'declined', 'held']) await at('2026-03-06T12:00:00Z', status)
  const calendar = (page = 1) => sharedCalendar({ ...asking(stranger), days: 7, page })
  const first = await calendar()
  expect([first.pages, first.entries.map(({ place }) => place)]).toEqual([
    1,
    ['confirmed 2026-03-03T12:00:00Z', 'proposed 2026-03-05T12:00:00Z', 'confirmed 2026-03-10T12:00:00Z'],
  ])
  expect((await calendar(9)).entries).toHaveLength(3)
  for (let number = 0; number < 37; number += 1) await at('2026-03-07T12:00:00Z')
  expect([(await calendar()).pages, (await calendar()).entries.length]).toEqual([1, 40])
  await at('2026-03-07T12:00:00Z')
  const [one, two, far] = [await calendar(1), await calendar(2), await calendar(3)]
  expect([one.pages, one.entries.length, two.entries.map(({ place }) => place)]).toEqual([
    2,
    40,
    ['confirmed 2026-03-10T12:00:00Z'],
  ])
  expect(far).toEqual(two)
})

test('[MTG-4, MTG-6] the shared calendar marks one’s own meetings, and opens those alone that may be opened', async () => {
  const own = await aMeeting({ second_volunteer_id: second.id })
  const others = await aMeeting({ starts_at: '2026-03-11T16:00:00Z' }, other)
  const seenBy = async (actor: Actor | undefined) =>
    (await sharedCalendar({ ...asking(actor), days: 30, page: 1 })).entries.map(({ isOwn, openId }) => [isOwn, openId])
  for (const actor of [volunteer, companion])
    expect(await seenBy(actor)).toEqual([
      [true, own],
      [false, null],
    ])
  expect(await seenBy(office)).toEqual([
    [false, own],
    [false, others],
  ])
  for (const actor of [stranger, undefined])
    expect(await seenBy(actor)).toEqual([
      [false, null],
      [false, null],
    ])
})

test('[MTG-7] of a meeting that does not take place another day can be proposed, by whose child it still is', async () => {
  const mayOf = async (status: string, actor = volunteer) =>
    (
      await meetingById({
        ...asking(actor),
        actor: actor as Person,
        id: await aMeeting({ status, second_volunteer_id: second.id }),
      })
    )?.mayProposeAnother
  expect([await mayOf('cancelled'), await mayOf('declined'), await mayOf('confirmed'), await mayOf('held')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(await mayOf('cancelled', companion)).not.toBe(true)
  await onMatch("status = 'ended', ends_on = '2026-03-02'")
  expect(await mayOf('cancelled')).toBe(false)
  await mended()
})

test('[MTG-4] what can be done with a meeting is told to whoever may do it, with what each step asks; nothing to who may not read it', async () => {
  const id = await aMeeting({ status: 'proposed', starts_at: '2026-03-10T16:00:00Z' })
  const offeredTo = async (userId: string) => {
    const { status, body } = await restClient(programme)({
      method: 'GET',
      path: `/meetings/${id}/actions`,
      cookie: (await programme.signIn(userId)).cookie,
    })
    const actions = (body.actions ?? []) as Array<{ name: string; input?: { properties: Record<string, unknown> } }>
    return [status, actions.map(({ name }) => name).sort()]
  }
  expect(await offeredTo(pair.confirmer)).toEqual([200, ['cancel', 'confirm', 'decline']])
  expect(await offeredTo(pair.coordinator)).toEqual([200, ['cancel']])
  expect(await offeredTo((await aVolunteer(programme)).userId)).toEqual([404, []])
})
