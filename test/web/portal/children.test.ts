import { beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { insertRows } from '../../../src/core/database/insertRows.ts'
import { restClient } from '../../attack/support/rest.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { rowsOf } from '../../support/database.ts'
import {
  aChild,
  aMatch,
  aMatchedPair,
  aPerson,
  aVettingRecord,
  aVolunteer,
  insertOne,
  meetingFields,
} from '../../support/people.ts'
import { aPairThatMayAgree, aPolicy, aVersion, confidentialityAgreedBy } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { visitor, wordsOf, type Visitor } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
})

type Pair = Awaited<ReturnType<typeof aMatchedPair>>

const stamp = { created_at: '2025-12-01T09:00:00Z', updated_at: '2025-12-01T09:00:00Z', row_version: 1 }
const visit = async (userId: string): Promise<Visitor> =>
  visitor(served, { cookie: (await programme.signIn(userId)).cookie })
const lookAt = async ({ match, volunteer }: Pair) => (await visit(volunteer.userId)).get(`/portal/children/${match}`)
const readsBy = async (userId: string) =>
  (
    await programme.query<{ record_collection: string; detail: { ids: string[] } }>(
      "select record_collection, detail from audit_events where actor_id = $1 and action = 'read' order by sequence",
      [userId],
    )
  ).map(({ record_collection, detail }) => [record_collection, ...detail.ids])

/** A pair whose volunteer accepted the confidentiality agreement, with a background, a meeting ahead and a log. */
const aPairThatKnows = async (): Promise<Pair & { background: string; backgroundId: string; log: string }> => {
  const pair = await aMatchedPair(programme)
  await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId] })
  const [background, backgroundId, log] = [`Lost somebody close. ${randomUUID()}`, randomUUID(), randomUUID()]
  await insertRows({
    ...programme,
    collection: 'child-backgrounds',
    rows: [{ id: backgroundId, child_id: pair.child.id, background, ...stamp }],
  })
  const meeting = {
    match_id: pair.match,
    child_id: pair.child.id,
    volunteer_id: pair.volunteer.id,
    guardian_id: pair.child.guardianId,
    minutes: 60,
    kind: 'one-to-one',
    place_kind: 'public',
    agreed_on: '2026-02-01',
    agreed_way: 'text',
    proposed_by_id: pair.volunteer.userId,
  }
  await insertRows({
    ...programme,
    collection: 'meetings',
    rows: [
      {
        id: randomUUID(),
        ...meeting,
        starts_at: '2026-03-10T16:00:00Z',
        place: 'The Invented Museum',
        status: 'confirmed',
        ...stamp,
      },
    ],
  })
  await insertRows({
    ...programme,
    collection: 'session-logs',
    rows: [
      {
        id: log,
        child_id: pair.child.id,
        match_id: pair.match,
        volunteer_id: pair.volunteer.id,
        held_on: '2026-02-10',
        location: 'The Made-up Park',
        run_by: 'Harper',
        attendees: 'Both',
        meeting_was_confirmed: true,
        written_by_id: pair.volunteer.userId,
        submitted_at: '2026-02-10T19:00:00Z',
        status: 'submitted',
        ...stamp,
      },
    ],
  })
  return { ...pair, background, backgroundId, log }
}

test('[MAT-7 thin] a matched volunteer whose confidentiality agreement is current sees whom to ring, what is known, what is planned, and their logs', async () => {
  const pair = await aPairThatKnows()
  expect((await (await visit(pair.volunteer.userId)).get('/portal')).text).toContain(
    `href="/portal/children/${pair.match}"`,
  )
  const page = await lookAt(pair)
  const words = wordsOf(page)
  expect(words).toContain(
    'Robin Testerton Full name Robin Testerton You meet Every week Matched since 8 December 2025 Your contact on the committee Casey Standin',
  )
  expect(words).toContain('Alex Testerton Mother Ring 07700 900456')
  expect(page.text).toContain('href="tel:07700900456"')
  expect(page.text).toContain('href="sms:07700900456"')
  expect(words).toContain(pair.background)
  expect(words).toContain(
    'Your way together You were matched (done) 8 December 2025 You last met (done) 10 February 2026 You meet next (happening now) Tuesday 10 March, 4pm Next meetings March 2026 Tue 10 Mar Tuesday 10 March, 4pm The Invented Museum Confirmed',
  )
  expect(words).toContain('Your logs February 2026 Tue 10 Feb 10 February 2026 The Made-up Park')
  for (const path of [
    `/portal/meetings/new?match=${pair.match}`,
    `/portal/logs/new?match=${pair.match}`,
    `/portal/logs/${pair.log}`,
  ])
    expect(page.text).toContain(`href="${path}"`)
})

test('[DAT-1] whose page was opened, and whose contacts and background it showed, is recorded before it is shown', async () => {
  const pair = await aPairThatKnows()
  await lookAt(pair)
  expect(await readsBy(pair.volunteer.userId)).toEqual([
    ['children', pair.child.id],
    ['guardians', pair.child.guardianId],
    // The background's title names the child once more.
    ['children', pair.child.id],
    ['child-backgrounds', pair.backgroundId],
  ])
})

test('[PLN-1, PLN-2, PLN-3, MAT-7] a volunteer reads the plan: goals, what it holds, what stands in the way, stage and schooling; what is done with is left out, and what is shown is recorded', async () => {
  const pair = await aPairThatKnows()
  const { query } = programme
  const child = { child_id: pair.child.id, ...stamp }
  const ids = {
    plan: randomUUID(),
    part: randomUUID(),
    over: randomUUID(),
    barrier: randomUUID(),
    gone: randomUUID(),
    goal: randomUUID(),
    education: randomUUID(),
  }
  expect(wordsOf(await lookAt(pair))).toContain(
    'The plan School year Year 7 Stage Not picked yet School Not known There is no plan yet.',
  )
  await insertRows({
    query,
    collection: 'plans',
    rows: [
      {
        id: ids.plan,
        made_on: '2026-01-10',
        child_took_part: true,
        childs_words: 'I like trains',
        summary: 'One small step a month.',
        ...child,
      },
    ],
  })
  await insertRows({
    query,
    collection: 'plan-parts',
    rows: [
      {
        id: ids.part,
        kind: 'club',
        title: 'Model railway club',
        with_whom: 'Invented Hall',
        from: '2026-02-01',
        state: 'going-on',
        ...child,
      },
      { id: ids.over, kind: 'trip', title: 'A trip that is over', from: '2025-12-01', state: 'done', ...child },
    ],
  })
  await insertRows({
    query,
    collection: 'barriers',
    rows: [
      {
        id: ids.barrier,
        what: 'No way to get there',
        remedy: 'money',
        remedy_words: 'A bus pass',
        status: 'open',
        ...child,
      },
      {
        id: ids.gone,
        what: 'Something that was removed',
        remedy: 'support',
        remedy_words: 'A chat',
        status: 'removed',
        removed_on: '2026-02-01',
        removed_how: 'Talked',
        ...child,
      },
    ],
  })
  await insertRows({
    query,
    collection: 'goals',
    rows: [
      {
        id: ids.goal,
        title: 'Join one club',
        aim: 'life-skills',
        outcome: 'Goes every week',
        measure: 'counted in the logs',
        ...child,
      },
    ],
  })
  // What holds from today on holds; what is still to come does not.
  await insertRows({
    query,
    collection: 'education-entries',
    rows: [
      { id: randomUUID(), status: 'full-time', since: '2025-09-01', ...child },
      { id: ids.education, status: 'part-time', since: '2026-03-03', ...child },
      { id: randomUUID(), status: 'excluded', since: '2026-03-04', ...child },
    ],
  })
  await query('insert into children_stages ("order", parent_id, value) values (1, $1, \'one\')', [pair.child.id])
  const before = (await readsBy(pair.volunteer.userId)).length
  const page = await lookAt(pair)
  expect(wordsOf(page)).toContain(
    'The plan School year Year 7 Stage Stage One School At school on a reduced timetable What matters to Robin Testerton “I like trains” One small step a month. Goals Join one club Goes every week How we will know: counted in the logs What the plan holds Model railway club Going on Extra-curricular club, Invented Hall From 1 February 2026 What stands in the way No way to get there Money would help: A bus pass',
  )
  expect(page.text).not.toMatch(/trip that is over|was removed/)
  expect((await readsBy(pair.volunteer.userId)).slice(before)).toEqual(
    expect.arrayContaining([
      ['plans', ids.plan],
      ['plan-parts', ids.part],
      ['barriers', ids.barrier],
      ['goals', ids.goal],
      ['education-entries', ids.education],
    ]),
  )

  // Without a current confidentiality agreement none of it, and none of it is recorded as read.
  const unaware = await aVolunteer({ ...programme, name: 'Wren Notreal' })
  await query("update matches set status = 'ended', ends_on = '2026-03-01' where id = $1", [pair.match])
  const match = await aMatch({ query, childId: pair.child.id, volunteerId: unaware.id, contactId: pair.confirmer })
  const shut = await (await visit(unaware.userId)).get(`/portal/children/${match}`)
  expect([shut.status, /trains|railway|bus pass|Join one club|reduced timetable/.test(shut.text)]).toEqual([200, false])
  expect((await readsBy(unaware.userId)).map(([collection]) => collection)).toEqual(['children'])
  // Nor do the records open themselves to a volunteer over REST.
  for (const path of ['plans', 'plan-parts', 'barriers', 'goals', 'education-entries'])
    expect([
      path,
      (await restClient(programme)({ path: `/${path}`, cookie: (await programme.signIn(unaware.userId)).cookie }))
        .status,
    ]).toEqual([path, 403])
})

test('[DAT-1] when the reading cannot be recorded, nothing is shown', async () => {
  const pair = await aPairThatKnows()
  const volunteer = await visit(pair.volunteer.userId)
  const owner = programme.database.ownerUrl
  await rowsOf({
    url: owner,
    statement: 'revoke execute on function append_audit_events(jsonb) from mentoring_application',
  })
  try {
    const answer = await volunteer.get(`/portal/children/${pair.match}`)
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(answer.text).not.toContain('Testerton')
  } finally {
    await rowsOf({
      url: owner,
      statement: 'grant execute on function append_audit_events(jsonb) to mentoring_application',
    })
  }
})

test('[MAT-7 thin] without a current confidentiality agreement the page says in words what to do, and shows neither background nor contacts', async () => {
  const pair = await aPairThatKnows()
  const { policyId } = await confidentialityAgreedBy({ ...programme, userIds: [] })
  await aVersion({ ...programme, policyId, number: '2.0', adoptedOn: '2026-02-20', graceUntil: '2026-03-03' })
  expect(wordsOf(await lookAt(pair))).toContain(pair.background)

  programme.clock.set('2026-03-04T00:00:00Z')
  const page = await lookAt(pair)
  const words = wordsOf(page)
  expect(words).toContain(
    'You have not accepted the confidentiality agreement as it stands now. Read and accept it under Policies.',
  )
  expect(page.text).not.toContain(pair.background)
  expect(page.text).not.toMatch(/Alex|07700/)
  expect(page.text).toContain('href="/portal/policies"')
  expect(words).not.toContain('Propose a meeting')
  expect(words).toContain('Write a log')
  expect((await readsBy(pair.volunteer.userId)).at(-1)).toEqual(['children', pair.child.id])
  programme.clock.set('2026-03-03T12:00:00Z')
})

test('[MAT-7] nor do the form for a meeting and the meeting itself name the parents until the agreement is current again', async () => {
  const pair = await aPairThatKnows()
  const volunteer = await visit(pair.volunteer.userId)
  const [meeting] = await programme.query<{ id: string }>('select id from meetings where match_id = $1', [pair.match])
  const paths = [`/portal/meetings/new?match=${pair.match}`, `/portal/meetings/${meeting?.id}`]
  for (const path of paths)
    expect([path, (await volunteer.get(path)).text.includes('Alex Testerton')]).toEqual([path, true])
  expect(await readsBy(pair.volunteer.userId)).toContainEqual(['guardians', pair.child.guardianId])

  const { policyId } = await confidentialityAgreedBy({ ...programme, userIds: [] })
  await aVersion({ ...programme, policyId, number: '3.0', adoptedOn: '2026-02-25', graceUntil: '2026-03-02' })
  const pages = [
    ...(await Promise.all(paths.map((path) => volunteer.get(path)))),
    await volunteer.post('/portal/meetings/new', { match: pair.match, place: 'Library café' }),
  ]
  for (const { text } of pages) expect(text).not.toMatch(/Alex|07700 900456/)
  // Nor is a parent taken whom they knew before: neither by the form nor over REST, and nothing tells a right guess
  // from a wrong one.
  const other = await aChild(programme)
  const before = await programme.query('select id from meetings')
  const proposal = {
    match: pair.match,
    date: '2026-03-10',
    time: '16:00',
    minutes: '60',
    kind: 'one-to-one',
    placeKind: 'public',
    place: 'Library café',
    secondVolunteer: '',
    agreedOn: '2026-03-02',
    agreedWay: 'text',
  }
  for (const guardian of [pair.child.guardianId, other.guardianId]) {
    const sent = await volunteer.post('/portal/meetings/new', { ...proposal, guardian })
    expect([sent.status, wordsOf(sent)]).toEqual([
      409,
      expect.stringContaining('You have not accepted the confidentiality agreement as it stands now.'),
    ])
    const byRest = await restClient(programme)({
      method: 'POST',
      path: '/meetings',
      cookie: (await programme.signIn(pair.volunteer.userId)).cookie,
      body: meetingFields(pair, { guardian }),
    })
    expect([byRest.status, byRest.text]).toEqual([409, expect.stringContaining('MAT-7')])
  }
  expect(await programme.query('select id from meetings')).toEqual(before)
  expect(wordsOf(pages[0]!)).toContain(
    'You have not accepted the confidentiality agreement as it stands now. Read and accept it under Policies.',
  )
  expect(wordsOf(pages[1]!)).toContain('Agreed with The parent or carer, on 1 February 2026')
})

test('[MAT-7 thin, VOL-11 thin] once the match has ended, or the volunteer is paused or has left, nothing is shown from the next request on', async () => {
  const ended = await aPairThatKnows()
  const lastDay = await aPairThatKnows()
  await confidentialityAgreedBy({ ...programme, userIds: [] })
  const [one, two] = [await visit(ended.volunteer.userId), await visit(lastDay.volunteer.userId)]
  await programme.query("update matches set status = 'ended', ends_on = '2026-03-03' where id = $1", [ended.match])
  await programme.query("update matches set ends_on = '2026-03-02' where id = $1", [lastDay.match])
  expect((await one.get(`/portal/children/${ended.match}`)).status).toBe(404)
  expect((await two.get(`/portal/children/${lastDay.match}`)).status).toBe(404)

  for (const standing of ['paused', 'left']) {
    const pair = await aPairThatKnows()
    const volunteer = await visit(pair.volunteer.userId)
    expect((await volunteer.get(`/portal/children/${pair.match}`)).status).toBe(200)
    await programme.query('update volunteers set standing = $2 where id = $1', [pair.volunteer.id, standing])
    for (const path of [
      `/portal/children/${pair.match}`,
      '/portal',
      '/portal/record',
      '/portal/policies',
      `/portal/logs/${pair.log}`,
    ]) {
      const answer = await volunteer.get(path)
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, '/account'])
    }
    expect((await volunteer.get('/account')).text).not.toContain('/portal')
  }
})

test('[MAT-7] a child for whom the committee chose a cleared volunteer is shown to them as proposed, and nothing is done with it yet', async () => {
  const pair = await aPairThatKnows()
  const { match, volunteer } = pair
  const person = await visit(volunteer.userId)
  const home = async () => wordsOf(await person.get('/portal'))
  await programme.query("update matches set status = 'proposed' where id = $1", [match])
  expect((await lookAt(pair)).status).toBe(404)
  expect(await home()).toContain('You are not matched with a child at the moment.')
  await programme.query('update matches set chosen_by_id = $2 where id = $1', [match, pair.confirmer])
  expect(await home()).toContain('Robin Testerton Proposed The committee has chosen you for Robin Testerton.')
  const words = wordsOf(await lookAt(pair))
  expect(words).toContain('The committee has chosen you for Robin Testerton. You are not matched yet.')
  expect(words).toContain('Alex Testerton Mother Ring 07700 900456')
  expect(words).toContain(pair.background)
  expect(words).not.toMatch(/Propose a meeting|Write a log|Matched since/)
  for (const path of ['meetings', 'logs'])
    expect((await person.get(`/portal/${path}/new?match=${match}`)).status).toBe(404)
  expect((await readsBy(volunteer.userId)).slice(-4).map(([collection]) => collection)).toEqual([
    'children',
    'guardians',
    'children',
    'child-backgrounds',
  ])

  await programme.query(
    "update vetting_records set valid_until = '2026-03-02' where volunteer_id = $1 and kind = 'dbs-check'",
    [volunteer.id],
  )
  expect((await lookAt(pair)).status).toBe(404)
  expect(await home()).not.toContain('The committee has chosen you')
})

test('[MAT-7 thin] another volunteer’s child is nowhere, and looks like a child that does not exist', async () => {
  const own = await aPairThatKnows()
  const other = await aPairThatKnows()
  const volunteer = await visit(own.volunteer.userId)
  const nowhere = await volunteer.get(`/portal/children/${randomUUID()}`)
  const theirs = await volunteer.get(`/portal/children/${other.match}`)
  const text = ({ text }: { text: string }): string =>
    text.replaceAll(/nonce="[^"]*"|name="submissionKey" value="[^"]*"/g, '')
  expect([theirs.status, text(theirs)]).toEqual([404, text(nowhere)])
  for (const id of [other.child.id, own.child.id, 'x', "'"])
    expect((await volunteer.get(`/portal/children/${encodeURIComponent(id)}`)).status).toBe(404)
  expect(
    (
      await (
        await visit(await aPerson({ ...programme, roles: ['trustee', 'administrator'] }))
      ).get(`/portal/children/${own.match}`)
    ).headers.location,
  ).toBe('/admin')
  expect((await readsBy(own.volunteer.userId)).flat()).not.toContain(other.child.id)
})

test('[VOL-8] no page of a volunteer holds anybody’s home address, but their own record their own', async () => {
  const pair = await aPairThatKnows()
  await programme.query(
    "update volunteers set home_address = case when id = $1 then 'their own home' else 'canary home of a volunteer' end",
    [pair.volunteer.id],
  )
  await programme.query("update families set home_address = 'canary home of the family'")
  const volunteer = await visit(pair.volunteer.userId)
  const [meeting] = await programme.query<{ id: string }>('select id from meetings where match_id = $1', [pair.match])
  for (const path of [
    '',
    `/children/${pair.match}`,
    '/record',
    '/policies',
    '/policies/confidentiality-agreement',
    '/meetings',
    `/meetings/${meeting?.id}`,
    `/meetings/new?match=${pair.match}`,
    '/logs',
    `/logs/${pair.log}`,
    `/logs/new?match=${pair.match}`,
    '/calendar',
    '/worry',
  ]) {
    const { status, text } = await volunteer.get(`/portal${path}`)
    expect([path, status]).toEqual([path, 200])
    expect(text).not.toContain('canary')
    expect([path, text.includes('their own home')]).toEqual([path, path === '/record'])
  }
  expect((await volunteer.get('/account')).text).not.toContain('canary')
})

test('[VOL-3 thin] a volunteer’s own record says what clears them until when, and what is missing with who can put it right', async () => {
  await aVersion({
    ...programme,
    policyId: await aPolicy({ ...programme, kind: 'code-of-conduct', title: 'Code of conduct' }),
  })
  const { id, userId } = await aVolunteer({ ...programme, name: 'Wren Notreal', cleared: false })
  await aVettingRecord({ ...programme, volunteerId: id, kind: 'dbs-check', validUntil: '2026-04-02' })
  await aVettingRecord({
    ...programme,
    volunteerId: id,
    kind: 'safeguarding-training',
    validUntil: '2027-01-01',
    faceToFace: false,
  })
  const words = wordsOf(await (await visit(userId)).get('/portal/record'))
  expect(words).toContain('7 things are missing: yours to do 2, ours 5.')
  expect(words).toContain(
    'The committee has not approved you after an interview. A committee member records the interview and its outcome.',
  )
  expect(words).toContain(
    'You have no safeguarding training taken face to face that is valid on 3 March 2026. The co-ordinator books a place and records the day.',
  )
  expect(words).toContain(
    'You have not had an induction. A committee member holds one, goes through the whole list, and records the day.',
  )
  expect(words).toContain('Read and accept: Code of conduct Version 1.0 To accept now')
  expect(words).toContain('What clears you DBS check 10 September 2025, holds until 2 April 2026 Ends soon')

  await programme.query('update policies set must_be_accepted = false')
  const cleared = await aVolunteer(programme)
  const own = wordsOf(await (await visit(cleared.userId)).get('/portal/record'))
  expect(own).toContain('You are cleared today.')
  expect(own).not.toMatch(/missing|Wren/)
  await programme.query('update policies set must_be_accepted = true')
  expect(
    (await (await visit(await aPerson({ ...programme, roles: ['committee'] }))).get('/portal/record')).status,
  ).toBe(404)
})

test('[CON-8, SAF-9] who must not be contacted and what the child must not have stand first, above every button that rings, on the child’s page and the meeting’s', async () => {
  const pair = await aPairThatMayAgree(programme)
  await insertOne({
    ...programme,
    collection: 'guardians',
    row: {
      name: 'Blair Testerton',
      relationship: 'Father',
      mobile: '07700 900999',
      family_id: pair.child.familyId,
      contact_rule: 'none',
      contact_words: 'A court has said so.',
      row_version: 1,
    },
  })
  await programme.query(
    "insert into medical_needs (child_id, allergies, medication, in_an_emergency) values ($1, 'Nuts', 'An inhaler', 'The blue pen, then 999')",
    [pair.child.id],
  )
  const volunteer = await visit(pair.volunteer.userId)
  const meeting = await insertOne({
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
      agreed_on: '2026-03-01',
      agreed_way: 'text',
      status: 'confirmed',
      row_version: 1,
    },
  })
  for (const path of [`/portal/children/${pair.match}`, `/portal/meetings/${meeting}`]) {
    const { status, text } = await volunteer.get(path)
    expect([path, status]).toEqual([path, 200])
    const places = [
      'Do not contact Blair Testerton (father): no call, no message, no letter. A court has said so.',
      'Know this first',
      'Nuts',
      'The blue pen, then 999',
      'href="tel:',
    ].map((words) => text.indexOf(words))
    expect([path, places.includes(-1)]).toEqual([path, false])
    expect([path, [...places].sort((left, right) => left - right)]).toEqual([path, places])
    expect(text.split('notice--danger').length - 1).toBe(2)
    expect(text).not.toContain('07700 900999')
  }
  const page = (await volunteer.get(`/portal/meetings/${meeting}`)).text
  for (const words of [
    'Ring 07700 900456',
    'Send a text',
    'Contact on the committee',
    'Casey Standin',
    'https://www.openstreetmap.org/search?query=Library%20caf%C3%A9',
  ])
    expect(page).toContain(words)
  expect(
    await programme.query(
      "select count(*)::int as read from audit_events where action = 'read' and record_collection = 'medical-needs' and actor_id = $1",
      [pair.volunteer.userId],
    ),
  ).toEqual([{ read: 3 }])
})

test('[LOG-1, LOG-4] the log from the child’s card is that of the meeting that waits for it: as confirmed, once, and nothing waits any more', async () => {
  const pair = await aMatchedPair(programme)
  const { query, clock } = programme
  const meetings = ['2026-02-24T16:00:00Z', '2026-03-02T16:00:00Z'].map((startsAt) => ({
    id: randomUUID(),
    match_id: pair.match,
    child_id: pair.child.id,
    volunteer_id: pair.volunteer.id,
    guardian_id: pair.child.guardianId,
    starts_at: startsAt,
    minutes: 60,
    place: 'The Invented Museum',
    kind: 'one-to-one',
    place_kind: 'public',
    agreed_on: '2026-02-01',
    agreed_way: 'text',
    status: 'confirmed',
    ...stamp,
  }))
  await insertRows({ ...programme, collection: 'meetings', rows: meetings })
  const [earlier, later] = meetings.map(({ id }) => id)
  clock.set('2026-03-03T12:00:00Z')
  const volunteer = await visit(pair.volunteer.userId)
  const form = await volunteer.get(`/portal/logs/new?match=${pair.match}`)
  expect(wordsOf(form)).toContain('This log is for the meeting on 2 March 2026.')
  expect(wordsOf(form)).not.toContain('was not confirmed')
  expect(form.text).toContain(`name="meeting" value="${later}"`)
  expect(form.text).toContain('value="The Invented Museum"')
  const unplanned = await volunteer.get(`/portal/logs/new?match=${pair.match}&unplanned=yes`)
  expect(unplanned.text).toContain(`name="match" value="${pair.match}"`)

  // A form that was opened without the meeting closes it all the same, by its day; so does any other door.
  const fields = { match: pair.match, location: 'Library café', runBy: 'Harper', attendees: 'Both' }
  const send = (changes: Record<string, string>) => volunteer.post('/portal/logs/new', { ...fields, ...changes })
  expect((await send({ heldOn: '2026-03-02' })).headers.location).toContain('done=log-sent')
  const byRest = await restClient(programme)({
    cookie: (await programme.signIn(pair.coordinator)).cookie,
    method: 'POST',
    path: '/session-logs',
    body: { ...fields, heldOn: '2026-02-24' },
  })
  expect(byRest.status).toBe(201)
  expect(
    await query(
      'select meeting_id as meeting, meeting_was_confirmed as confirmed from session_logs where match_id = $1 order by held_on',
      [pair.match],
    ),
  ).toEqual([
    { meeting: earlier, confirmed: true },
    { meeting: later, confirmed: true },
  ])
  expect(await query("select 1 from meetings where match_id = $1 and status <> 'held'", [pair.match])).toEqual([])
  expect((await volunteer.get('/portal')).text).not.toContain('/portal/logs/new?meeting=')
  expect(wordsOf(await send({ meeting: String(later), heldOn: '2026-03-02' }))).toContain(
    'This meeting already has its log',
  )
})
