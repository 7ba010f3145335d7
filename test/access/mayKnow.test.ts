// What a volunteer may know of a child and a family hangs on the day: asked of every page, and of every way to ask for
// a record.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { messageSource } from '../../src/boot/messageSource.ts'
import { asUser } from '../../src/core/access/localApi.ts'
import { inTransaction } from '../../src/core/database/transaction.ts'
import { claimNotification } from '../../src/core/notifications/claimNotification.ts'
import { askAgainForAll } from '../../src/programme/meetings/meetings/askAgain.ts'
import { matchWorkflow } from '../../src/programme/matching/matches/workflow.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { restClient, docsOf, type RestAnswer, type RestRequest } from '../attack/support/rest.ts'
import { actingIn, refusalOf } from '../support/acting.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { aChild, aMatch, aMatchedPair, aVolunteer, insertOne, meetingFields } from '../support/people.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { aLog } from '../support/story.ts'
import { visitor, wordsOf, type Visitor } from '../support/visitor.ts'

const NOON = '2026-03-03T12:00:00Z'
let programme: TestProgramme
let served: TestApp
let send: (request: RestRequest) => Promise<RestAnswer>
let pair: Awaited<ReturnType<typeof aMatchedPair>>
let harper: Visitor
let cookie: string
let past: string
let ahead: string
const { act, create, workAs } = actingIn(() => programme)

beforeAll(async () => {
  programme = await testProgramme({ now: NOON })
  served = testApp({ programme })
  send = restClient(programme)
})
beforeEach(async () => {
  programme.clock.set(NOON)
  pair = await aMatchedPair(programme)
  await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId] })
  ;({ cookie } = await programme.signIn(pair.volunteer.userId))
  harper = visitor(served, { cookie })
  ahead = (await create({ by: pair.volunteer.userId, collection: 'meetings', fields: meetingFields(pair) })).id
  past = await aMeetingYesterday(pair)
  await aLog({ ...programme, pair })
})

const aMeetingYesterday = ({ match, child, volunteer }: typeof pair): Promise<string> =>
  insertOne({
    ...programme,
    collection: 'meetings',
    row: {
      match_id: match,
      child_id: child.id,
      volunteer_id: volunteer.id,
      guardian_id: child.guardianId,
      starts_at: '2026-03-02T16:00:00Z',
      minutes: 60,
      kind: 'one-to-one',
      place_kind: 'public',
      place: 'Library café',
      agreed_on: '2026-03-01',
      agreed_way: 'text',
      status: 'confirmed',
      row_version: 1,
    },
  })

const PARENT = 'Alex Testerton'
const NUMBER = '07700 900456'
const end = (endsOn: string) =>
  programme.query("update matches set status = 'ended', ends_on = $2 where id = $1", [pair.match, endsOn])
const lastDay = (endsOn: string) =>
  programme.query('update matches set ends_on = $2 where id = $1', [pair.match, endsOn])
/** Every page of the portal on which a child or a family could stand. */
const pages = () => [
  '/portal',
  '/portal/meetings',
  '/portal/calendar',
  '/portal/logs',
  '/portal/directory',
  `/portal/meetings/${ahead}`,
  `/portal/meetings/${past}`,
  `/portal/meetings/new?match=${pair.match}`,
  `/portal/logs/new?meeting=${past}`,
  `/portal/logs/new?match=${pair.match}`,
  `/portal/children/${pair.match}`,
]
const statusOf = async (path: string): Promise<number> => (await harper.get(path)).status

describe('[MAT-7] what a match lets its volunteer know ends with it', () => {
  test('[MAT-7] while it goes on, the parent stands where a meeting is agreed and shown', async () => {
    for (const path of [
      `/portal/meetings/${ahead}`,
      `/portal/meetings/new?match=${pair.match}`,
      `/portal/children/${pair.match}`,
    ])
      expect([path, wordsOf(await harper.get(path)).includes(PARENT)]).toEqual([path, true])
  })

  test.each([
    ['has ended', () => end('2026-03-02')],
    ['ended today', () => end('2026-03-03')],
    ['is past its last day, and nobody has ended it', () => lastDay('2026-03-02')],
  ])(
    '[MAT-7] where it %s, no page names the parent or gives a number; the child is named only where a log is owed',
    async (_how, over) => {
      await over()
      for (const path of pages()) {
        const { text } = await harper.get(path)
        expect([path, text.includes(PARENT), text.includes(pair.child.guardianId), text.includes(NUMBER)]).toEqual([
          path,
          false,
          false,
          false,
        ])
      }
      expect(wordsOf(await harper.get(`/portal/meetings/${ahead}`))).toContain('Meeting with a child')
      expect(wordsOf(await harper.get('/portal'))).not.toContain('About Robin')
      expect([
        await statusOf(`/portal/meetings/new?match=${pair.match}`),
        await statusOf(`/portal/children/${pair.match}`),
      ]).toEqual([404, 404])
      // What has happened is told all the same, and what they wrote stays theirs.
      expect(await statusOf(`/portal/logs/new?meeting=${past}`)).toBe(200)
      expect(await statusOf(`/portal/logs/new?match=${pair.match}`)).toBe(200)
      expect(wordsOf(await harper.get('/portal/logs'))).toContain('Robin')
      for (const slug of ['children', 'guardians', 'child-backgrounds', 'medical-needs', 'matches'])
        expect([slug, docsOf(await send({ path: `/${slug}`, cookie })).length]).toEqual([slug, 0])
    },
  )

  test('[MAT-7, MAT-6] a match holds through the whole of its last day in London', async () => {
    await lastDay('2026-03-03')
    programme.clock.set('2026-03-03T23:59:00Z')
    const late = visitor(served, await programme.signIn(pair.volunteer.userId))
    expect(wordsOf(await late.get(`/portal/children/${pair.match}`))).toContain(PARENT)
    expect(wordsOf(await late.get(`/portal/meetings/new?match=${pair.match}`))).toContain(PARENT)
    programme.clock.set('2026-03-04T00:01:00Z')
    expect((await late.get(`/portal/children/${pair.match}`)).status).toBe(404)
  })

  test('[MAT-7] while the confidentiality agreement is not accepted, the meeting’s page names no parent', async () => {
    const unsigned = await aMatchedPair(programme)
    const meeting = await aMeetingYesterday(unsigned)
    const page = wordsOf(
      await visitor(served, await programme.signIn(unsigned.volunteer.userId)).get(`/portal/meetings/${meeting}`),
    )
    expect([page.includes('Robin'), page.includes(PARENT)]).toEqual([true, false])
  })

  test('[MAT-7] another child of theirs is no way to ask about the one whom they met before', async () => {
    await end('2026-03-02')
    const child = await aChild({ ...programme, name: 'Kim Oldfield' })
    await aMatch({ ...programme, childId: child.id, volunteerId: pair.volunteer.id, contactId: pair.confirmer })
    for (const path of [
      'meetings?where[guardian.name][like]=Alex',
      'meetings?where[guardian.mobile][like]=077',
      'meetings/count?where[or][0][child__name][like]=Robin',
      'session-logs?where[child.bornOn][equals]=2014-01-20',
      'log-addenda?where[log.comment][like]=Good',
    ])
      expect([path, (await send({ path: `/${path}`, cookie })).status]).toEqual([path, 400])
    const office = await programme.signIn(pair.coordinator)
    expect(
      docsOf(await send({ path: '/meetings?where[guardian.name][like]=Alex', cookie: office.cookie })).length,
    ).toBeGreaterThan(0)
  })
})

/**
 * Renders the messages about a meeting that wait, as the worker does, and looks into each; gives the templates of those
 * that are still worth sending.
 */
const renderAbout = async ({ id, without }: { id: string; without: string }): Promise<string[]> => {
  const source = messageSource({ payload: programme.payload, publicUrl: served.publicUrl })
  const rendered: string[] = []
  for (const message of await programme.query<{ id: string }>(
    "select id from notifications where state = 'waiting' and subject_collection = 'meetings' and subject_record = $1",
    [id],
  )) {
    const row = await claimNotification({
      ...programme,
      id: message.id,
      domain: 'example.invalid',
      now: programme.clock.now(),
    })
    if (!row?.recipient) throw new Error('Every message here goes to somebody.')
    const claimed = { ...row, recipient: row.recipient }
    const recipient = await source.resolveRecipient(claimed)
    const written =
      recipient && 'address' in recipient ? await source.renderMessage({ row: claimed, recipient }) : undefined
    if (!written) continue
    expect([row.template, JSON.stringify(written).includes(without)]).toEqual([row.template, false])
    rendered.push(row.template)
  }
  return rendered
}

test('[MTG-4, MAT-5] a message that a meeting will go ahead, and that waited, is not sent once it will not', async () => {
  await act({ by: pair.confirmer, workflow: meetingWorkflow, id: ahead, action: 'confirm' })
  await act({
    by: pair.coordinator,
    workflow: matchWorkflow,
    id: pair.match,
    action: 'end',
    input: { reason: 'They move away' },
  })
  expect([...new Set(await renderAbout({ id: ahead, without: 'Library café' }))].sort()).toEqual([
    'meeting-cancelled',
    'meeting-cancelled-parent',
    'meeting-proposed',
  ])
}, 120_000)

describe('[SAF-7, MAT-7] where a family lives', () => {
  const ADDRESS = 'canary-family-door 2 Invented Road'
  const atHome = async () =>
    (
      await create({
        by: pair.volunteer.userId,
        collection: 'meetings',
        fields: meetingFields(pair, {
          kind: 'family',
          placeKind: 'home',
          place: ADDRESS,
          startsAt: '2026-03-11T16:00:00.000Z',
        }),
      })
    ).id
  const office = async () => (await programme.signIn(pair.coordinator)).cookie

  test('[SAF-7] a meeting at home reads “At home” to everybody; the address is for its volunteer while they may know the family, and for the office', async () => {
    const id = await atHome()
    const stranger = await aVolunteer({ ...programme, name: 'Uma Unmatched' })
    await confidentialityAgreedBy({ ...programme, userIds: [stranger.userId] })
    const uma = await programme.signIn(stranger.userId)
    const calendar = wordsOf(await visitor(served, uma).get('/portal/calendar'))
    expect([calendar.includes('At home'), calendar.includes(ADDRESS)]).toEqual([true, false])
    expect(wordsOf(await harper.get(`/portal/meetings/${id}`))).toContain(`At home: ${ADDRESS}`)
    for (const path of ['/portal', '/portal/meetings', '/portal/calendar', `/portal/children/${pair.match}`])
      expect([path, (await harper.get(path)).text.includes(ADDRESS)]).toEqual([path, false])
    const addresses = async (asked: string) =>
      docsOf(await send({ path: '/meeting-addresses', cookie: asked })).filter(({ meeting }) => meeting === id).length
    expect([await addresses(cookie), await addresses(await office()), await addresses(uma.cookie)]).toEqual([1, 1, 0])
    await end('2026-03-02')
    expect([(await harper.get(`/portal/meetings/${id}`)).text.includes(ADDRESS), await addresses(cookie)]).toEqual([
      false,
      0,
    ])
    for (const path of [
      '/meetings',
      `/meetings/${id}`,
      `/meetings?where[place][like]=canary`,
      '/meetings?sort=place&select[place]=true',
      '/meeting-addresses?where[address][like]=canary',
    ])
      expect([path, (await send({ path, cookie })).text.includes(ADDRESS)]).toEqual([path, false])
  })

  test('[DAT-5, SAF-7] no message holds it, whatever becomes of the meeting and whomever it goes to', async () => {
    const id = await atHome()
    await act({ by: pair.confirmer, workflow: meetingWorkflow, id, action: 'confirm' })
    const rendered = await renderAbout({ id, without: ADDRESS })
    await programme.query(
      "update vetting_records set status = 'withdrawn' where volunteer_id = $1 and kind = 'dbs-check'",
      [pair.volunteer.id],
    )
    const work = await programme.workOf({ kind: 'system', reason: 'each night' })
    await inTransaction({ req: work.req, work: () => askAgainForAll(work) })
    await act({
      by: pair.volunteer.userId,
      workflow: meetingWorkflow,
      id,
      action: 'cancel',
      input: { reason: 'A cold' },
    })
    await programme.query(
      "update vetting_records set status = 'standing' where volunteer_id = $1 and kind = 'dbs-check'",
      [pair.volunteer.id],
    )
    await act({
      by: pair.confirmer,
      workflow: meetingWorkflow,
      id: await atHome(),
      action: 'decline',
      input: { reason: 'Not now' },
    })
    expect(JSON.stringify(await programme.query('select * from notifications'))).not.toContain(ADDRESS)
    rendered.push(...(await renderAbout({ id, without: ADDRESS })))
    for (const template of [
      'meeting-proposed',
      'meeting-confirmed',
      'meeting-confirmed-parent',
      'meeting-unconfirmed',
      'meeting-unconfirmed-parent',
      'meeting-cancelled',
      'meeting-cancelled-parent',
    ])
      expect(rendered).toContain(template)
    expect(served.logged()).not.toContain(ADDRESS)
  })

  test('[SAF-7] who corrects the place writes the address into the meeting, and it goes where it belongs; in a public place none is kept', async () => {
    const id = await atHome()
    const correct = async (data: Record<string, unknown>) =>
      asUser(await workAs(pair.coordinator)).update({ collection: 'meetings', id, data })
    const kept = () =>
      programme.query(
        'select m.place, a.address from meetings m left join meeting_addresses a on a.meeting_id = m.id where m.id = $1',
        [id],
      )
    expect(await correct({ place: 'canary-other-door', minutes: 45 })).toMatchObject({ place: 'At home', minutes: 45 })
    expect(await kept()).toEqual([{ place: 'At home', address: 'canary-other-door' }])
    await correct({ place: 'At home', minutes: 30 })
    expect(await kept()).toEqual([{ place: 'At home', address: 'canary-other-door' }])
    expect(await refusalOf(correct({ placeKind: 'public' }))).toMatchObject({ rule: 'MTG-2', field: 'place' })
    await correct({ placeKind: 'public', place: 'Library café' })
    expect(await kept()).toEqual([{ place: 'Library café', address: null }])
    await expect(programme.query("update meetings set place_kind = 'home' where id = $1", [id])).rejects.toThrow(
      'a_home_is_kept_apart',
    )
  })

  test('[LOG-1, SAF-7] the log of a meeting at home is filled in with “At home”', async () => {
    const id = await atHome()
    programme.clock.set('2026-03-11T18:00:00Z')
    const page = await visitor(served, await programme.signIn(pair.volunteer.userId)).get(
      `/portal/logs/new?meeting=${id}`,
    )
    expect([page.text.includes('value="At home"'), page.text.includes(ADDRESS)]).toEqual([true, false])
  })
})

describe('[MTG-3, MAT-7] a second volunteer', () => {
  test('[MAT-7] sees name, place and contact on the day of the meeting, and nothing before or after', async () => {
    const second = await aVolunteer({ ...programme, name: 'Jordan Example' })
    await confidentialityAgreedBy({ ...programme, userIds: [second.userId] })
    const { id } = await create({
      by: pair.volunteer.userId,
      collection: 'meetings',
      fields: meetingFields(pair, {
        placeKind: 'cinema',
        place: 'The Invented Cinema',
        secondVolunteer: second.id,
        startsAt: '2026-03-12T16:00:00.000Z',
      }),
    })
    await act({ by: pair.confirmer, workflow: meetingWorkflow, id, action: 'confirm' })
    const seenAt = async (now: string) => {
      programme.clock.set(now)
      const signedIn = await programme.signIn(second.userId)
      const jordan = visitor(served, signedIn)
      const page = await jordan.get(`/portal/meetings/${id}`)
      const words = wordsOf(page)
      return {
        status: page.status,
        name: words.includes('Robin'),
        place: words.includes('The Invented Cinema'),
        contact: words.includes(PARENT) && words.includes(NUMBER),
        home: wordsOf(await jordan.get('/portal')).includes('Robin'),
        mayCallOff: words.includes('Call this meeting off'),
        log: (await jordan.get(`/portal/logs/new?meeting=${id}`)).status,
        listed: docsOf(await send({ path: '/meetings', cookie: signedIn.cookie })).length,
        children: docsOf(await send({ path: '/children', cookie: signedIn.cookie })).length,
      }
    }
    const nothing = {
      status: 404,
      name: false,
      place: false,
      contact: false,
      home: false,
      mayCallOff: false,
      log: 404,
      listed: 0,
      children: 0,
    }
    expect(await seenAt('2026-03-11T23:59:00Z')).toEqual(nothing)
    expect(await seenAt('2026-03-12T00:00:00Z')).toEqual({
      status: 200,
      name: true,
      place: true,
      contact: true,
      home: true,
      mayCallOff: false,
      log: 404,
      listed: 1,
      children: 0,
    })
    expect(await seenAt('2026-03-13T00:00:00Z')).toEqual(nothing)
  })
})
