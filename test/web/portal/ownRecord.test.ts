import { beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import supertest from 'supertest'
import { testApp, type TestApp } from '../../support/app.ts'
import { aMatchedPair, aVolunteer } from '../../support/people.ts'
import { confidentialityAgreedBy } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { visitor, wordsOf, type Visitor } from '../../support/visitor.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let served: TestApp
let pair: Awaited<ReturnType<typeof aMatchedPair>>
let harper: Visitor
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  pair = await aMatchedPair(programme)
  harper = await visit(pair.volunteer.userId)
  await programme.query(
    "update vetting_records set certificate_number = '000111222333' where volunteer_id = $1 and kind = 'dbs-check'",
    [pair.volunteer.id],
  )
})

const visit = async (userId: string): Promise<Visitor> =>
  visitor(served, { cookie: (await programme.signIn(userId)).cookie })
const record = async (): Promise<string> => wordsOf(await harper.get('/portal/record'))

test('[VOL-3, VOL-6, VOL-9] the page says what clears a volunteer and until when, and never the number of a certificate', async () => {
  const page = await record()
  for (const words of [
    'You are cleared today',
    'DBS check',
    'holds until 31 December 2027',
    'Star programme',
    '07700 900123',
    '1 Invented Road',
  ])
    expect(page).toContain(words)
  expect((await harper.get('/portal/record')).text).not.toContain('000111222333')
})

test('[VOL-3, VOL-14] what is missing stands there in words, with who resolves it', async () => {
  await programme.query(
    "update vetting_records set level = 'enhanced' where volunteer_id = $1 and kind = 'dbs-check'",
    [pair.volunteer.id],
  )
  await programme.query(
    "update trainings t set status = 'withdrawn' from training_kinds k where k.id = t.kind_id and t.volunteer_id = $1 and k.name = 'Star programme'",
    [pair.volunteer.id],
  )
  const page = await record()
  for (const words of [
    'One thing is missing',
    'because you meet a child every week',
    'The co-ordinator asks for a check of that level',
    'The training “Star programme” is not done',
    'The co-ordinator books it',
  ])
    expect(page).toContain(words)
  await programme.query("update vetting_records set level = 'enhanced-barred' where volunteer_id = $1", [
    pair.volunteer.id,
  ])
})

test('[VOL-7, VOL-8] a volunteer changes their own mobile and address; a number that cannot be rung comes back with what was typed', async () => {
  const refused = await harper.post('/portal/record/details', { mobile: '12', homeAddress: '9 Elsewhere Lane' })
  expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringContaining('9 Elsewhere Lane')])
  expect(wordsOf(refused)).toContain('Enter a mobile number that can be rung')
  expect(
    (
      await harper.post('/portal/record/details', {
        mobile: '07700 900777',
        homeAddress: 'canary-own-home\n9 Elsewhere Lane',
      })
    ).headers.location,
  ).toBe('/portal/record?done=details-kept')
  expect(
    await programme.query('select mobile, home_address from volunteers where id = $1', [pair.volunteer.id]),
  ).toEqual([{ mobile: '07700 900777', home_address: 'canary-own-home\n9 Elsewhere Lane' }])
  const [audit] = await programme.query<{ actor_id: string }>(
    "select actor_id from audit_events where record_id = $1 and record_collection = 'volunteers' order by sequence desc limit 1",
    [pair.volunteer.id],
  )
  expect(audit?.actor_id).toBe(pair.volunteer.userId)
})

test('[VOL-8] the address is on no page of another volunteer, in no calendar, no message and no log', async () => {
  const other = await visit((await aVolunteer({ ...programme, name: 'Jordan Example' })).userId)
  const pages = [
    '/portal',
    '/portal/record',
    '/portal/meetings',
    '/portal/calendar',
    '/portal/logs',
    `/portal/children/${pair.match}`,
    '/portal/policies',
    '/account',
  ]
  for (const path of pages)
    expect([path, (await other.get(path)).text.includes('canary-own-home')]).toEqual([path, false])
  for (const path of pages.filter((page) => page !== '/portal/record'))
    expect([path, (await harper.get(path)).text.includes('canary-own-home')]).toEqual([path, false])
  expect(JSON.stringify(await programme.query('select * from notifications'))).not.toContain('canary-own-home')
  expect(served.logged()).not.toMatch(/canary-own-home|000111222333/)
})

test('[VOL-13] availability is kept whole without JavaScript; a gap in the dates comes back with what was given', async () => {
  const times = { 'free-tuesday': 'tuesday-afternoon', 'free-saturday': 'saturday-morning' }
  const refused = await harper.post('/portal/record/availability', {
    ...times,
    'from-1': '2026-04-10',
    'until-1': '2026-04-01',
  })
  expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringContaining('The last day is before the first')])
  expect(refused.text).toMatch(/value="tuesday-afternoon"[^>]*checked|checked=""[^>]*value="tuesday-afternoon"/)
  await harper.post('/portal/record/availability', {
    ...times,
    'free-monday': 'monday-midnight',
    'from-1': '2026-04-01',
    'until-1': '2026-04-10',
  })
  expect(await record()).toContain('Tuesday afternoon, Saturday morning')
  expect(await record()).toContain('1 April 2026 to 10 April 2026')
  await harper.post('/portal/record/availability', { 'free-friday': 'friday-evening' })
  expect(await record()).toContain('Friday evening')
  expect(await record()).not.toContain('Tuesday afternoon')
  expect(
    await programme.query('select 1 from availabilities where volunteer_id = $1', [pair.volunteer.id]),
  ).toHaveLength(1)
})

test('[VOL-13] the form for a meeting shows it as a hint and refuses nothing for it', async () => {
  await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId] })
  expect(wordsOf(await harper.get(`/portal/meetings/new?match=${pair.match}`))).toContain(
    'You said that you usually have time on Friday evening.',
  )
  const sent = await harper.post('/portal/meetings/new', {
    match: pair.match,
    date: '2026-03-10',
    time: '09:00',
    minutes: '60',
    kind: 'one-to-one',
    placeKind: 'public',
    place: 'Library café',
    secondVolunteer: '',
    guardian: pair.child.guardianId,
    agreedOn: '2026-03-02',
    agreedWay: 'text',
  })
  expect([sent.status, sent.headers.location]).toEqual([303, '/portal?done=meeting-proposed'])
})

test('[MTG-1] a time that the clocks leave out in the night in spring is asked for again; of one that comes twice in autumn it is the first', async () => {
  const proposal = {
    match: pair.match,
    minutes: '60',
    kind: 'one-to-one',
    placeKind: 'public',
    place: 'Night walk',
    secondVolunteer: '',
    guardian: pair.child.guardianId,
    agreedOn: '2026-03-02',
    agreedWay: 'text',
  }
  const missing = await harper.post('/portal/meetings/new', { ...proposal, date: '2026-03-29', time: '01:30' })
  expect([missing.status, wordsOf(missing), missing.text]).toEqual([
    400,
    expect.stringContaining('That time does not exist on that night: the clocks go forward from 1am to 2am.'),
    expect.stringContaining('value="Night walk"'),
  ])
  expect(await programme.query("select 1 from meetings where place = 'Night walk'")).toEqual([])
  expect((await harper.post('/portal/meetings/new', { ...proposal, date: '2026-10-25', time: '01:30' })).status).toBe(
    303,
  )
  expect(await programme.query("select starts_at from meetings where place = 'Night walk'")).toEqual([
    { starts_at: new Date('2026-10-25T00:30:00Z') },
  ])
})

test('[MTG-1, MTG-2, MTG-3, MTG-4, LOG-1] a refusal leads from the top of the page to the field that must be changed, and is read out with it', async () => {
  const proposal = {
    match: pair.match,
    date: '2026-03-11',
    time: '16:00',
    minutes: '60',
    kind: 'one-to-one',
    placeKind: 'public',
    place: 'Library café',
    secondVolunteer: '',
    guardian: pair.child.guardianId,
    agreedOn: '2026-03-02',
    agreedWay: 'text',
  }
  const log = { match: pair.match, heldOn: '2026-03-02', location: 'Library café', runBy: 'Harper', attendees: 'Both' }
  const table: Array<[path: string, fields: Record<string, string>, field: string, says: string]> = [
    [
      '/portal/meetings/new',
      { ...proposal, placeKind: 'home' },
      'placeKind',
      'You cannot meet one to one in a home. Choose a public place, or meet with the parents there.',
    ],
    [
      '/portal/meetings/new',
      { ...proposal, placeKind: 'private' },
      'placeKind',
      'You have to be seen and heard when you meet. Choose a public place, such as a café or a library.',
    ],
    [
      '/portal/meetings/new',
      { ...proposal, placeKind: 'cinema' },
      'secondVolunteer',
      'A cinema needs a second volunteer with you. Choose another volunteer who comes along, or a different place.',
    ],
    [
      '/portal/meetings/new',
      { ...proposal, date: '2026-03-03', time: '09:00' },
      'date',
      '3 March, 9am has already passed.',
    ],
    [
      '/portal/meetings/new',
      { ...proposal, agreedOn: '2026-03-04' },
      'agreedOn',
      'The parent or carer cannot have agreed on a day that is still to come. Check the day on which they agreed.',
    ],
    [
      '/portal/meetings/new',
      { ...proposal, guardian: randomUUID() },
      'guardian',
      'Choose which parent or carer agreed to it.',
    ],
    [
      '/portal/logs/new',
      { ...log, heldOn: '2026-03-04' },
      'heldOn',
      'This day is still to come. Write the log after you have met.',
    ],
    [
      '/portal/logs/new',
      { ...log, heldOn: '2025-12-01' },
      'heldOn',
      'A log is written by the volunteer who was matched with the child on that day.',
    ],
  ]
  for (const [path, fields, field, says] of table) {
    const { status, text } = await harper.post(path, fields)
    const link = new RegExp(
      `<div class="error-summary"[^>]*autofocus[^>]*>.*?<a href="#field-${field}">([^<]*)</a>.*?</ul>`,
      's',
    ).exec(text)?.[1]
    expect([field, status, link]).toEqual([field, 409, expect.stringContaining(says)])
    const problem = new RegExp(`id="field-${field}-error".*?Error: </span>([^<]*)<`, 's').exec(text)?.[1]
    expect([field, problem]).toEqual([field, link])
    expect([
      field,
      new RegExp(`aria-describedby="[^"]*field-${field}-error`).test(text),
      text.includes(`id="field-${field}"`),
      text.includes('<title>Error: '),
    ]).toEqual([field, true, true, true])
    expect([field, text.includes('value="Library café"')]).toEqual([field, true])
  }
})

test('[VOL-7] near a meeting the portal reminds of the charged phone', async () => {
  expect(wordsOf(await harper.get('/portal'))).not.toContain('charged')
  programme.clock.set('2026-03-09T12:00:00Z')
  expect(wordsOf(await (await visit(pair.volunteer.userId)).get('/portal'))).toContain('Carry your phone, charged')
  programme.clock.set('2026-03-03T12:00:00Z')
})

test('[VOL-11] a wish to pause reaches the committee and can be taken back', async () => {
  expect((await harper.post('/portal/record/pause', {})).status).toBe(400)
  expect((await harper.post('/portal/record/pause', { wish: 'pause', words: 'A new job' })).headers.location).toBe(
    '/portal/record?done=wish-sent',
  )
  expect(await record()).toContain('you told the committee: pause for a while')
  expect(wordsOf(await harper.post('/portal/record/pause', { wish: 'leave' }))).toContain(
    'You have told the committee already.',
  )
  expect((await harper.post('/portal/record/pause/take-back')).headers.location).toBe(
    '/portal/record?done=wish-taken-back',
  )
  expect((await harper.post('/portal/record/pause/take-back')).status).toBe(404)
})

test('[VOL-11] none of it is for somebody who is paused, or for nobody', async () => {
  const paths = ['/portal/record', '/portal/record/details', '/portal/record/availability', '/portal/record/pause']
  const { cookie } = await programme.signIn(pair.volunteer.userId)
  await programme.query("update volunteers set standing = 'paused' where id = $1", [pair.volunteer.id])
  for (const path of paths)
    expect([path, (await supertest(served.app).get(path).set('Cookie', cookie)).status]).toEqual([path, 303])
  for (const path of paths) expect([path, (await visitor(served).get(path)).status]).toEqual([path, 303])
})

test('[VOL-3, VOL-7] what a newcomer lacks is said to them, what is theirs to do with the way there, apart from what is ours', async () => {
  const newcomer = await aVolunteer(programme)
  await confidentialityAgreedBy({ ...programme, userIds: [newcomer.userId] })
  await programme.query('update volunteers set mobile = null where id = $1', [newcomer.id])
  await programme.query(
    "update vetting_records set status = 'withdrawn' where volunteer_id = $1 and kind in ('induction', 'dbs-check')",
    [newcomer.id],
  )
  const page = await (await visit(newcomer.userId)).get('/portal/record')
  const words = wordsOf(page)
  expect(words).toContain('3 things are missing: yours to do 1, ours 2.')
  const [yours = '', ours = ''] = (words.split('Yours to do')[1] ?? '').split('Ours to do')
  expect(yours).toContain('You have no mobile number that can be rung.')
  expect(page.text).toContain('href="/portal/record/details"')
  for (const sentence of ['You have no DBS check that is valid on 3 March 2026.', 'You have not had an induction.'])
    expect(ours).toContain(sentence)
  expect(words).not.toContain('Harper Sample has')
})

test('[VOL-6] what ends within 60 days needs the volunteer on the home page, with the day; what ends later does not', async () => {
  const volunteer = await aVolunteer(programme)
  await confidentialityAgreedBy({ ...programme, userIds: [volunteer.userId] })
  const home = async () => wordsOf(await (await visit(volunteer.userId)).get('/portal'))
  const until = (day: string, kind = 'dbs-check') =>
    programme.query('update vetting_records set valid_until = $3 where volunteer_id = $1 and kind::text = $2', [
      volunteer.id,
      kind,
      day,
    ])
  await until('2026-05-03')
  expect(await home()).toContain('Nothing needs you now.')
  await until('2026-05-02')
  expect(await home()).toContain('DBS check ends on 2 May 2026 Ask the co-ordinator for a new date. Ends soon')
  await until('2026-03-02', 'safeguarding-training')
  const both = await home()
  expect(both).toContain('Safeguarding training, face to face ended on 2 March 2026')
  expect(both).not.toContain('Nothing needs you now.')
})
