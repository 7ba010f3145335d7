import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from '@jest/globals'
import supertest, { type Response } from 'supertest'
import { digestPassword } from '../../../src/programme/people/signIn/passwords.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aPerson, insertOne, meetingFields } from '../../support/people.ts'
import { aPairThatMayAgree } from '../../support/policies.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { hiddenIn, wordsOf } from '../../support/visitor.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let served: TestApp
let pair: Awaited<ReturnType<typeof aPairThatMayAgree>>
const PASSWORD = 'velvet cactus riding north'
const TYPED = 'We talked about the canary for “an hour”.'
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  pair = await aPairThatMayAgree(programme)
  await withPassword(pair.volunteer.userId)
})
beforeEach(async () => {
  programme.clock.set('2026-03-03T12:00:00Z')
  await programme.query('delete from rate_limits')
})

const withPassword = async (userId: string): Promise<void> => {
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, await digestPassword(PASSWORD)],
  )
}
/** A browser whose sign-in has ended, though its cookie is still there. */
const lateBrowser = async (userId: string) => {
  const { cookie } = await programme.signIn(userId)
  await programme.query('update sessions set ended_at = $2 where user_id = $1', [userId, '2026-03-03T11:00:00Z'])
  return { cookie, post: send(cookie) }
}
const send =
  (cookie: string, origin = served.publicUrl) =>
  async (path: string, fields: Record<string, string | string[]>): Promise<Response> =>
    await supertest(served.app)
      .post(path)
      .set('Cookie', cookie)
      .set('Origin', origin)
      .type('form')
      .send({ submissionKey: randomUUID(), ...fields })
const emailOf = async (userId: string): Promise<string> => {
  const [row] = await programme.query<{ email: string }>('select email from users where id = $1', [userId])
  return String(row?.email)
}
const signIn = async ({ page, userId, password = PASSWORD }: { page: Response; userId: string; password?: string }) =>
  send('')('/sign-in', { email: await emailOf(userId), password, lostForm: hiddenIn(page, 'lostForm') })
const log = () => ({
  match: pair.match,
  heldOn: '2026-03-02',
  location: 'Library café',
  runBy: 'Harper Sample',
  attendees: 'Both',
  activities: TYPED,
  valuesLived: ['Kindness', 'Fun'],
})
const counted = async (table: string): Promise<unknown> => programme.query(`select count(*)::int as rows from ${table}`)

test('[LOG-8] a log that is sent after the sign-in has ended stands in its form as typed once they have signed in, and is stored when they send it', async () => {
  const { post } = await lateBrowser(pair.volunteer.userId)
  const before = await counted('session_logs')
  const page = await post('/portal/logs/new', log())
  expect(page.status).toBe(401)
  expect(wordsOf(page)).toContain('You were signed out, so nothing was stored.')
  // Nothing of it can be read in the page, in an address, in a cookie or in the database.
  expect([page.text.includes('canary'), String(page.headers['set-cookie'] ?? '').includes('canary')]).toEqual([
    false,
    false,
  ])
  const wrong = await signIn({ page, userId: pair.volunteer.userId, password: 'another one' })
  expect([wrong.status, wordsOf(wrong)]).toEqual([401, expect.stringContaining('nothing was stored')])
  const form = await signIn({ page: wrong, userId: pair.volunteer.userId })
  expect(form.status).toBe(200)
  expect(wordsOf(form)).toContain('You were signed out before this was sent, so nothing was stored.')
  for (const shown of [TYPED.replaceAll('“', '“'), 'value="Library café"', 'action="/portal/logs/new"'])
    expect(form.text).toContain(shown)
  expect(await counted('session_logs')).toEqual(before)
  const cookie = String((form.headers['set-cookie'] as unknown as string[]).find((one) => one.startsWith('session=')))
  const sent = await send(cookie.split(';')[0] ?? '')('/portal/logs/new', {
    ...log(),
    valuesLived: [],
    submissionKey: hiddenIn(form, 'submissionKey'),
  })
  expect(sent.headers.location).toContain('done=log-sent')
  expect(served.logged()).not.toContain('canary')
})

test.each<[string, () => Promise<[path: string, fields: Record<string, string>]>, string]>([
  [
    'a proposal',
    async () => [`/portal/meetings/new`, { match: pair.match, place: 'The Invented Museum', date: '2026-03-10' }],
    'The Invented Museum',
  ],
  [
    'why a meeting is called off',
    async () => [`/portal/meetings/${await aMeetingAhead()}/cancel`, { reason: TYPED }],
    TYPED,
  ],
  ['their own details', async () => ['/portal/record/details', { mobile: '07700 900999', homeAddress: TYPED }], TYPED],
  ['a wish to pause', async () => ['/portal/record/pause', { kind: 'pause', words: TYPED }], TYPED],
  [
    'a place for the directory',
    async () => ['/portal/directory/suggest', { organisation: 'Made-up Club', words: TYPED }],
    TYPED,
  ],
])('[LOG-8] so does %s', async (_what, form, shown) => {
  const [path, fields] = await form()
  const { post } = await lateBrowser(pair.volunteer.userId)
  const shownAgain = await signIn({ page: await post(path, fields), userId: pair.volunteer.userId })
  expect([shownAgain.status < 400 || shownAgain.status === 400, shownAgain.text.includes(shown)]).toEqual([true, true])
})

test('[LOG-8] it comes along for nobody else, not for ever, not made up, and not from another site', async () => {
  const other = await aPerson({ ...programme, name: 'Casey Standin', roles: ['co-ordinator'] })
  await withPassword(other)
  const { post, cookie } = await lateBrowser(pair.volunteer.userId)
  const page = await post('/portal/logs/new', log())
  const byAnother = await signIn({ page, userId: other })
  expect([byAnother.status, byAnother.text.includes('canary')]).toEqual([303, false])
  programme.clock.set('2026-03-03T13:00:01Z')
  expect((await signIn({ page, userId: pair.volunteer.userId })).status).toBe(303)
  programme.clock.set('2026-03-03T12:30:00Z')
  const madeUp = await send('')('/sign-in', {
    email: await emailOf(pair.volunteer.userId),
    password: PASSWORD,
    lostForm: Buffer.from(JSON.stringify({ address: '/portal', fields: {} })).toString('base64url'),
  })
  expect(madeUp.status).toBe(303)
  expect((await send(cookie, 'https://elsewhere.invalid')('/portal/logs/new', log())).status).toBe(403)
})

test('[LOG-8] a password never comes along, and of a form with a file it is said that it was not kept', async () => {
  const { post, cookie } = await lateBrowser(pair.volunteer.userId)
  const own = await post('/account/password', { present: 'a', password: 'b', again: 'c' })
  expect(wordsOf(own)).toContain('Files and passwords are not kept.')
  expect(own.text).not.toContain('name="lostForm"')
  const brought = await supertest(served.app)
    .post('/working-list/import/check')
    .set('Cookie', cookie)
    .set('Origin', served.publicUrl)
    .attach('list', Buffer.from('Name\nRobin'), 'list.csv')
  expect([brought.status, wordsOf(brought)]).toEqual([401, expect.stringContaining('give them again')])
})

const aMeetingAhead = (): Promise<string> => {
  const { startsAt, minutes, place } = meetingFields(pair)
  return insertOne({
    ...programme,
    collection: 'meetings',
    row: {
      match_id: pair.match,
      child_id: pair.child.id,
      volunteer_id: pair.volunteer.id,
      guardian_id: pair.child.guardianId,
      starts_at: startsAt,
      minutes,
      place,
      kind: 'one-to-one',
      place_kind: 'public',
      agreed_on: '2026-03-02',
      agreed_way: 'text',
      status: 'confirmed',
      row_version: 1,
    },
  })
}
