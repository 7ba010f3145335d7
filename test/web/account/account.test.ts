import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import { asUser } from '../../../src/core/access/localApi.ts'
import { createLogger } from '../../../src/core/http/logger.ts'
import type { JobWorker } from '../../../src/core/jobs/startWorker.ts'
import { startProgrammeWorker } from '../../../src/boot/work.ts'
import {
  issueLink,
  sendPasswordLink,
  signInLinkToken,
  type LinkPurpose,
} from '../../../src/programme/people/signIn/passwordLinks.ts'
import { digestPassword } from '../../../src/programme/people/signIn/passwords.ts'
import { openProvenSession } from '../../../src/programme/people/signIn/sessions.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aPerson, aVolunteer, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { startSmtpSink, type ReceivedMessage, type SmtpSink } from '../../support/smtpSink.ts'
import { visitor, wordsOf, type Visitor } from '../../support/visitor.ts'
import { waitUntil } from '../../support/waitUntil.ts'

const NEW_PASSWORD = 'velvet cactus riding north'
const NOON = '2026-03-03T12:00:00Z'

let programme: TestProgramme
let served: TestApp
let sink: SmtpSink
let worker: JobWorker
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  sink = await startSmtpSink()
  worker = startProgrammeWorker({
    payload: programme.payload,
    environment: { ...served.environment, smtpUrl: sink.url },
    logger: createLogger({ level: 'fatal' }),
    clock: programme.clock,
  })
})
afterAll(async () => {
  await worker.stop({ withinSeconds: 2 })
  await sink.stop()
})

const forgetLimits = () => programme.query('delete from rate_limits')
const visit = async (userId: string): Promise<Visitor & { cookie: string }> => {
  const { cookie } = await programme.signIn(userId)
  return { ...visitor(served, { cookie }), cookie }
}
const emailOf = async (userId: string): Promise<string> =>
  (await programme.query<{ email: string }>('select email from users where id = $1', [userId]))[0]?.email ?? ''
const withPassword = async (userId: string, password: string): Promise<string> => {
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, await digestPassword(password)],
  )
  return emailOf(userId)
}
const signsIn = async (email: string, password: string): Promise<boolean> =>
  (await visitor(served).post('/sign-in', { email, password })).status === 303
const actionsOn = async (userId: string): Promise<string[]> =>
  (
    await programme.query<{ action: string }>(
      'select action from audit_events where record_id = $1 order by sequence',
      [userId],
    )
  ).map(({ action }) => action)

/** A link as the worker would make it, without waiting for the mail. */
const aLink = async (userId: string, purpose: LinkPurpose = 'password-reset'): Promise<string> => {
  const [id, work] = [randomUUID(), await programme.workOf({ kind: 'system', reason: 'a test' })]
  await inTransaction({ req: work.req, work: () => issueLink({ work, userId, purpose, id }) })
  return signInLinkToken({ payload: programme.payload, purpose, id })
}
/** Follows a link as a browser does: to the page whose address tells nothing, with the link's cookie. */
const follow = async (token: string): Promise<{ page: Response; visitor: Visitor }> => {
  const answer = await visitor(served).get(`/choose-password/${token}`)
  expect([answer.status, answer.headers.location]).toEqual([303, '/choose-password'])
  const opened = visitor(served, { cookie: String(answer.headers['set-cookie']?.[0]).split(';')[0] })
  return { page: await opened.get('/choose-password'), visitor: opened }
}
const choose = async (token: string, password = NEW_PASSWORD): Promise<Response> =>
  (await follow(token)).visitor.post('/choose-password', { password, again: password })
const messageTo = async (address: string): Promise<ReceivedMessage> => {
  const sent = (): ReceivedMessage | undefined => sink.messages.find(({ to }) => to.includes(address))
  await waitUntil({ what: `a message to ${address}`, holds: () => sent() !== undefined, timeoutMilliseconds: 20_000 })
  return sent() as ReceivedMessage
}
const linkIn = ({ parsed }: { parsed: { text?: string } }): string =>
  /\/choose-password\/([A-Za-z0-9_-]{43})/.exec(parsed.text ?? '')?.[1] ?? 'no link'

test('[DAT-5] whoever is added by an administrator is invited by a link that works once, and signs in with what they chose', async () => {
  const administrator = await visit(await aPerson({ ...programme, roles: ['administrator'] }))
  const created = await supertest(served.app)
    .post('/api/users')
    .set('Cookie', administrator.cookie)
    .set('Origin', served.publicUrl)
    .send({ name: 'Sky Newcomer', email: ' Sky@Example.invalid ' })
  expect(created.status).toBe(201)
  const userId = String(created.body.doc.id)
  const message = await messageTo('sky@example.invalid')
  expect(message.parsed.subject).toBe('Your invitation to sign in')
  expect(message.parsed.text).toContain('until Tuesday 10 March, midday')
  const token = linkIn(message)

  for (const method of ['get', 'head'] as const)
    for (let scan = 0; scan < 3; scan += 1) await supertest(served.app)[method](`/choose-password/${token}`)
  const { page, visitor: newcomer } = await follow(token)
  expect(wordsOf(page)).toContain(
    'Welcome, Sky Newcomer Choose a password You sign in with sky@example.invalid and this password.',
  )
  expect(page.headers['referrer-policy']).toBe('strict-origin')
  expect(page.text).not.toContain(token)

  const answer = await newcomer.post('/choose-password', { password: NEW_PASSWORD, again: NEW_PASSWORD })
  // Whoever has chosen one is in, and begins where they begin.
  expect([answer.status, answer.headers.location]).toEqual([303, '/account'])
  const cookie = /session=[\w-]+/.exec(String(answer.headers['set-cookie']))?.[0] ?? ''
  expect(wordsOf(await visitor(served, { cookie }).get('/account'))).toContain('Sky Newcomer')
  expect(await signsIn('SKY@example.invalid', NEW_PASSWORD)).toBe(true)
  expect((await follow(token)).page.status).toBe(410)
  expect(await actionsOn(userId)).toEqual(['create', 'invite', 'choose-password', 'sign-in', 'sign-in'])
  expect(served.logged()).not.toContain(token)
  const everything = JSON.stringify([
    await programme.query('select * from sign_in_links'),
    await programme.query('select * from notifications'),
    await programme.query('select * from audit_events'),
    await programme.query('select * from credentials'),
  ])
  expect(everything).not.toContain(token)
  expect(everything).not.toContain(NEW_PASSWORD)
})

test('a link works to its last second and no longer; a newer one of its kind makes it worthless; a closed account has none', async () => {
  for (const [purpose, last, over] of [
    ['invitation', '2026-03-10T11:59:59Z', '2026-03-10T12:00:00Z'],
    ['password-reset', '2026-03-03T12:59:59Z', '2026-03-03T13:00:00Z'],
  ] as const) {
    const userId = await aPerson(programme)
    const token = await aLink(userId, purpose)
    programme.clock.set(last)
    expect((await follow(token)).page.status).toBe(200)
    programme.clock.set(over)
    expect((await follow(token)).page.status).toBe(410)
    programme.clock.set(NOON)
    expect((await follow(token)).page.status).toBe(200)
    const newer = await aLink(userId, purpose)
    expect([(await follow(token)).page.status, (await follow(newer)).page.status]).toEqual([410, 200])
    await programme.query("update users set standing = 'closed' where id = $1", [userId])
    expect((await follow(newer)).page.status).toBe(410)
    await forgetLimits()
  }
  const useless = await follow('A'.repeat(43))
  expect([useless.page.status, wordsOf(useless.page)]).toEqual([
    410,
    expect.stringContaining('This link does not work any more'),
  ])
  for (const path of ['/choose-password', '/choose-password/short', `/choose-password/${'A'.repeat(44)}`]) {
    const answer = await visitor(served).get(path)
    expect(answer.headers['set-cookie']).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/choose-password=[^;]/)]),
    )
  }
})

test('of twenty who use one link at once, one is taken', async () => {
  const userId = await aPerson(programme)
  const { visitor: holder } = await follow(await aLink(userId))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => `${NEW_PASSWORD} ${index}`).map((password) =>
      holder.post('/choose-password', { password, again: password }),
    ),
  )
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(19)
  expect((await actionsOn(userId)).filter((action) => action === 'choose-password')).toHaveLength(1)
  await forgetLimits()
})

test('choosing a password ends every sign-in of that person, and every other link', async () => {
  const userId = await aPerson({ ...programme, roles: ['trustee'] })
  const email = await withPassword(userId, 'the one that was forgotten')
  const [phone, desk] = [await visit(userId), await visit(userId)]
  const invitation = await aLink(userId, 'invitation')
  expect((await choose(await aLink(userId))).status).toBe(303)
  for (const device of [phone, desk])
    expect((await device.get('/account')).headers.location).toBe('/sign-in?next=%2Faccount')
  expect((await follow(invitation)).page.status).toBe(410)
  expect([await signsIn(email, 'the one that was forgotten'), await signsIn(email, NEW_PASSWORD)]).toEqual([
    false,
    true,
  ])
})

test('a forgotten password: asked for, sent by the worker, chosen; an address without an account gets the same answer and no message', async () => {
  const { userId } = await aVolunteer(programme)
  const email = await withPassword(userId, 'the one that was forgotten')
  expect((await visitor(served).get('/sign-in')).text).toContain(
    '<a href="/forgotten-password">Forgotten your password?</a>',
  )
  const unknown = await visitor(served).post('/forgotten-password', { email: 'nobody@example.invalid' })
  const known = await visitor(served).post('/forgotten-password', { email: ` ${email.toUpperCase()} ` })
  expect([known.status, known.headers.location]).toEqual([303, '/forgotten-password/sent'])
  expect([unknown.status, unknown.headers.location, unknown.text]).toEqual([
    known.status,
    known.headers.location,
    known.text,
  ])
  const sent = wordsOf(await visitor(served).get('/forgotten-password/sent'))
  expect(sent).toContain('If there is an account with that address, a link is on its way.')
  const message = await messageTo(email)
  expect(message.parsed.subject).toBe('Choose a new password')
  expect(message.parsed.text).not.toMatch(/Sample|Robin|child’s|volunteer/)
  expect((await choose(linkIn(message))).status).toBe(303)
  expect(await signsIn(email, NEW_PASSWORD)).toBe(true)
  expect(sink.messages.filter(({ to }) => to.includes('nobody@example.invalid'))).toEqual([])
  await forgetLimits()
})

test('a job that is done twice, because its first end was not noted, makes one link and one message', async () => {
  const userId = await aPerson(programme)
  const request = { linkId: randomUUID(), email: await emailOf(userId) }
  for (let time = 0; time < 2; time += 1) {
    const work = await programme.workOf({ kind: 'system', reason: 'a test' })
    await inTransaction({ req: work.req, work: () => sendPasswordLink({ work, request }) })
  }
  expect(await programme.query('select id from sign_in_links where user_id = $1', [userId])).toEqual([
    { id: request.linkId },
  ])
  expect(await programme.query('select 1 from notifications where recipient_user_id = $1', [userId])).toHaveLength(1)
})

test('for one address five links an hour are sent, and the answer stays the same; one client may ask twenty times', async () => {
  const email = await emailOf(await aPerson(programme))
  const answers: Response[] = []
  for (let ask = 0; ask < 20; ask += 1) answers.push(await visitor(served).post('/forgotten-password', { email }))
  expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`))).toEqual(
    new Set(['303 /forgotten-password/sent']),
  )
  const waiting = async (): Promise<number> =>
    (await programme.query("select 1 from graphile_worker.jobs where task_identifier = 'send-password-link'")).length
  await waitUntil({ what: 'the worker to have done what was asked', holds: async () => (await waiting()) === 0 })
  expect(
    await programme.query('select 1 from sign_in_links l join users u on u.id = l.user_id where u.email = $1', [email]),
  ).toHaveLength(5)
  expect((await visitor(served).post('/forgotten-password', { email: 'other@example.invalid' })).status).toBe(429)
  await forgetLimits()
})

test.each([
  ['', 'Enter your email address.'],
  ['not an address', 'Enter an email address, such as name@example.org.'],
])(
  'asked for a new password with the address %j, the page comes back and says what is wrong',
  async (email, sentence) => {
    const answer = await visitor(served).post('/forgotten-password', { email })
    expect([answer.status, wordsOf(answer)]).toEqual([400, expect.stringContaining(sentence)])
    expect(answer.text).toContain('<title>Error: ')
  },
)

test.each([
  [{ password: 'fourteen lette', again: 'fourteen lette' }, 'Make it at least 15'],
  [{ password: 'Kids on Track 2026!!', again: 'Kids on Track 2026!!' }, 'made of names'],
  [{ password: 'Morgan Specimen 1990', again: 'Morgan Specimen 1990' }, 'made of names'],
  [{ password: 'passwordpassword', again: 'passwordpassword' }, 'guessed too soon'],
  [{ password: NEW_PASSWORD, again: `${NEW_PASSWORD}!` }, 'The two are not the same.'],
  [{}, 'Choose a password.'],
])('the new password %j is refused in words, and not shown again', async (fields: Record<string, string>, sentence) => {
  const { visitor: holder } = await follow(await aLink(await aPerson(programme)))
  const answer = await holder.post('/choose-password', fields)
  expect([answer.status, wordsOf(answer)]).toEqual([400, expect.stringContaining(sentence)])
  if (fields.password) expect(answer.text).not.toContain(fields.password)
  expect(answer.text).not.toMatch(/maxLength|onpaste/i)
})

test('whoever is signed in changes their password only with the present one; every other sign-in ends, this one stays', async () => {
  const userId = await aPerson({ ...programme, roles: ['trustee'] })
  const email = await withPassword(userId, 'the present one of mine')
  const [here, elsewhere] = [await visit(userId), await visit(userId)]
  const wrong = await here.post('/account/password', {
    current: 'not the present one',
    password: NEW_PASSWORD,
    again: NEW_PASSWORD,
  })
  expect([wrong.status, wordsOf(wrong)]).toEqual([
    400,
    expect.stringContaining('That is not the password that you have now.'),
  ])
  expect(await signsIn(email, NEW_PASSWORD)).toBe(false)
  const fields = { current: 'the present one of mine', password: NEW_PASSWORD, again: NEW_PASSWORD }
  for (let repeat = 0; repeat < 2; repeat += 1) {
    const answer = await here.post('/account/password', fields)
    expect([answer.status, answer.headers.location]).toEqual([303, '/account?done=password-changed'])
  }
  expect((await here.get('/account')).status).toBe(200)
  expect((await elsewhere.get('/account')).status).toBe(303)
  expect([await signsIn(email, 'the present one of mine'), await signsIn(email, NEW_PASSWORD)]).toEqual([false, true])
  expect((await actionsOn(userId)).filter((action) => action === 'change-password')).toHaveLength(1)
  for (let guess = 0; guess < 10; guess += 1)
    expect(
      (
        await here.post('/account/password', {
          ...fields,
          current: `guess ${guess}`,
          password: `${NEW_PASSWORD} ${guess}`,
          again: `${NEW_PASSWORD} ${guess}`,
        })
      ).status,
    ).toBe(400)
  expect(
    (
      await here.post('/account/password', {
        ...fields,
        password: `${NEW_PASSWORD}!`,
        again: `${NEW_PASSWORD}!`,
        current: NEW_PASSWORD,
      })
    ).status,
  ).toBe(429)
  await forgetLimits()
})

test('a sign-in with the password of a moment ago opens nothing', async () => {
  const userId = await aPerson(programme)
  await withPassword(userId, 'the password of a moment ago')
  const [stored] = await programme.query<{ password_digest: string }>(
    'select password_digest from credentials where user_id = $1',
    [userId],
  )
  const open = (passwordDigest: string) =>
    openProvenSession({ query: programme.query, userId, passwordDigest, now: programme.clock.now(), device: '' })
  expect(await open(String(stored?.password_digest))).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect((await choose(await aLink(userId))).status).toBe(303)
  expect(await open(String(stored?.password_digest))).toBeUndefined()
})

test('a sign-in that runs beside a change of password is refused, or ended by it', async () => {
  const userId = await aPerson(programme)
  const email = await withPassword(userId, `${NEW_PASSWORD} 0`)
  for (let round = 1; round <= 8; round += 1) {
    const { visitor: holder } = await follow(await aLink(userId))
    const password = `${NEW_PASSWORD} ${round}`
    await Promise.all([
      holder.post('/choose-password', { password, again: password }),
      ...[1, 2, 3].map(() => signsIn(email, `${NEW_PASSWORD} ${round - 1}`)),
    ])
    // Who chose it is in; nobody else is.
    expect(
      await programme.query('select 1 from sessions where user_id = $1 and ended_at is null', [userId]),
    ).toHaveLength(1)
    await forgetLimits()
  }
})

test('[SAF-12 thin] everybody sees where they are signed in, ends one sign-in or all of them, and nobody else’s', async () => {
  const { userId } = await aVolunteer(programme)
  const other = await visit((await aVolunteer(programme)).userId)
  const here = await visit(userId)
  programme.clock.advance({ hours: 1 })
  const lost = await visit(userId)
  await programme.query("update sessions set device = $2 where user_id = $1 and started_at > '2026-03-03T12:30:00Z'", [
    userId,
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36',
  ])
  const page = await here.get('/account')
  expect(wordsOf(page)).toContain(
    'Where you are signed in A browser on an unknown device This device Since Tuesday 3 March, midday. Last used',
  )
  expect(wordsOf(page)).toContain(
    'Chrome on an Android phone Since Tuesday 3 March, 1pm. Last used Tuesday 3 March, 1pm. End this sign-in',
  )
  const action = /action="(\/account\/sign-ins\/[^"]+\/end)"/.exec(page.text)?.[1] ?? ''

  await other.post(action)
  expect((await lost.get('/portal')).status).toBe(200)
  expect((await here.post(action)).headers.location).toBe('/account?done=sign-in-ended')
  expect((await lost.get('/portal')).status).toBe(303)
  expect((await here.get('/portal')).status).toBe(200)
  expect((await here.post('/account/sign-ins/none/end')).status).toBe(404)

  const desk = await visit(userId)
  const everywhere = await here.post('/sign-out/everywhere')
  expect([everywhere.status, everywhere.headers.location]).toEqual([303, '/sign-in?done=signed-out-everywhere'])
  expect(wordsOf(await visitor(served).get('/sign-in?done=signed-out-everywhere'))).toContain(
    'You are signed out on every device.',
  )
  for (const device of [here, desk]) expect((await device.get('/portal')).status).toBe(303)
  expect((await other.get('/portal')).status).toBe(200)
  expect(await actionsOn(userId)).toEqual(['end-sign-in', 'end-every-sign-in'])
  programme.clock.set(NOON)
})

/** The cookies that an answer sets, as a browser sends them back. */
const cookiesOf = (answer: Response): string =>
  ([answer.headers['set-cookie']].flat() as unknown as string[])
    .filter((cookie) => /^[^=]+=[^;]/.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const cookieNamed = (answer: Response, name: string): string =>
  cookiesOf(answer)
    .split('; ')
    .find((cookie) => cookie.startsWith(`${name}=`)) ?? ''
const guesses = async (
  email: string,
  { count = 11, cookie, from = served }: { count?: number; cookie?: string; from?: TestApp } = {},
): Promise<number[]> => {
  const statuses: number[] = []
  for (let guess = 0; guess < count; guess += 1)
    statuses.push(
      (await visitor(from, { cookie }).post('/sign-in', { email, password: `a guess, the ${guess}th` })).status,
    )
  return statuses
}

test('[LIMIT] eleven wrong guesses by a stranger do not shut out the device on which the owner signed in before; it is counted apart', async () => {
  await forgetLimits()
  const email = await withPassword(await aPerson({ ...programme, roles: ['trustee'] }), NEW_PASSWORD)
  const first = await visitor(served).post('/sign-in', { email, password: NEW_PASSWORD })
  const device = cookieNamed(first, 'known-device')
  expect(String(first.headers['set-cookie'])).toMatch(
    /known-device=[A-Za-z0-9_-]{65}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax/,
  )
  await visitor(served, { cookie: cookiesOf(first) }).post('/sign-out')

  expect(await guesses(email)).toEqual([...Array.from({ length: 10 }, () => 401), 429])
  const stranger = await visitor(served).post('/sign-in', { email, password: NEW_PASSWORD })
  expect([stranger.status, stranger.headers['retry-after'], wordsOf(stranger)]).toEqual([
    429,
    expect.any(String),
    expect.stringContaining('choose a new password by email'),
  ])
  const known = await visitor(served, { cookie: device }).post('/sign-in', {
    email: ` ${email.toUpperCase()}`,
    password: NEW_PASSWORD,
  })
  expect(known.status).toBe(303)
  // The owner's success does not hand the strangers ten guesses more.
  expect((await visitor(served).post('/sign-in', { email, password: 'one guess more, then' })).status).toBe(429)

  // Whoever guesses on the known device itself, the found phone, has ten tries like everybody.
  expect(await guesses(email, { cookie: device })).toEqual([...Array.from({ length: 10 }, () => 401), 429])
  await forgetLimits()
})

test('[LIMIT] a device is known for the account it belongs to and for no other; a mark that was made up counts for nothing; the password renews it', async () => {
  await forgetLimits()
  const [userId, other] = [
    await aPerson({ ...programme, roles: ['trustee'] }),
    await aPerson({ ...programme, roles: ['trustee'] }),
  ]
  const [email, victim] = [await withPassword(userId, NEW_PASSWORD), await withPassword(other, `${NEW_PASSWORD} too`)]
  const own = cookieNamed(await visitor(served).post('/sign-in', { email, password: NEW_PASSWORD }), 'known-device')
  await guesses(victim)
  await guesses(email)
  for (const cookie of [
    own,
    `known-device=${'A'.repeat(65)}`,
    `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`,
    'known-device=short',
    `known-device=${'.'.repeat(900)}`,
  ])
    expect(
      (await visitor(served, { cookie }).post('/sign-in', { email: victim, password: `${NEW_PASSWORD} too` })).status,
    ).toBe(429)

  // Two people on one machine: each is known there.
  await forgetLimits()
  const shared = cookieNamed(
    await visitor(served, { cookie: own }).post('/sign-in', { email: victim, password: `${NEW_PASSWORD} too` }),
    'known-device',
  )
  await guesses(victim)
  await guesses(email)
  expect((await visitor(served, { cookie: shared }).post('/sign-in', { email, password: NEW_PASSWORD })).status).toBe(
    303,
  )
  expect(
    (await visitor(served, { cookie: shared }).post('/sign-in', { email: victim, password: `${NEW_PASSWORD} too` }))
      .status,
  ).toBe(303)

  // With another password, where it was chosen is known at once, and every older mark is a stranger's.
  const { visitor: holder } = await follow(await aLink(userId))
  const chosen = await holder.post('/choose-password', {
    password: `${NEW_PASSWORD} anew`,
    again: `${NEW_PASSWORD} anew`,
  })
  expect(
    (await visitor(served, { cookie: shared }).post('/sign-in', { email, password: `${NEW_PASSWORD} anew` })).status,
  ).toBe(429)
  expect(
    (
      await visitor(served, { cookie: cookieNamed(chosen, 'known-device') }).post('/sign-in', {
        email,
        password: `${NEW_PASSWORD} anew`,
      })
    ).status,
  ).toBe(303)
  await forgetLimits()
})

test('[LIMIT] the mark of a device is Secure and bound to the host where the site is served over https', async () => {
  const secure = testApp({ programme, publicUrl: 'https://mentoring.example' })
  const email = await withPassword(await aPerson({ ...programme, roles: ['trustee'] }), NEW_PASSWORD)
  const answer = await visitor(secure).post('/sign-in', { email, password: NEW_PASSWORD })
  expect(String(answer.headers['set-cookie'])).toMatch(
    /__Host-known-device=[^;]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax/,
  )
})

test('[LIMIT] one password tried at many accounts stays bounded, from one client, and from the many IPv6 clients of one site', async () => {
  await forgetLimits()
  const behindProxy = testApp({ programme, variables: { TRUST_PROXY_HOPS: '1' } })
  const spray = async (address: string): Promise<number> =>
    (
      await supertest(behindProxy.app)
        .post('/sign-in')
        .set('Origin', behindProxy.publicUrl)
        .set('X-Forwarded-For', address)
        .type('form')
        .send({ email: `${randomUUID()}@example.invalid`, password: 'the same password everywhere' })
    ).status
  const fill = async (name: string, points: number) =>
    programme.query('update rate_limits set points = $2 where key like $1', [`${name}:%`, points])
  expect(await spray('2001:db8:1:1::7')).toBe(401)
  await fill('sign-in-client', 60)
  expect([await spray('2001:db8:1:1:ffff::8'), await spray('2001:db8:1:2::7')]).toEqual([429, 401])
  await fill('sign-in-site', 240)
  expect([await spray('2001:db8:1:3::7'), await spray('2001:db8:2:3::7')]).toEqual([429, 401])
  await forgetLimits()
})

test('[SAF-12] signing in again on a device ends the sign-in that it held before', async () => {
  const userId = await aPerson({ ...programme, roles: ['trustee'] })
  const email = await withPassword(userId, NEW_PASSWORD)
  const [before, elsewhere] = [await visit(userId), await visit(userId)]
  expect((await before.post('/sign-in', { email, password: 'not the right one' })).status).toBe(401)
  expect((await before.get('/account')).status).toBe(200)
  const answer = await before.post('/sign-in', { email, password: NEW_PASSWORD })
  expect((await before.get('/account')).status).toBe(303)
  for (const cookie of [cookiesOf(answer), elsewhere.cookie])
    expect((await visitor(served, { cookie }).get('/account')).status).toBe(200)
  await forgetLimits()
})

test('[SAF-12] closing an account ends its sign-ins for good: opened again, no old cookie works', async () => {
  const userId = await aPerson({ ...programme, roles: ['trustee'] })
  const email = await withPassword(userId, NEW_PASSWORD)
  const before = await visit(userId)
  const administrator = await programme.workOf(
    (await programme.signIn(await aPerson({ ...programme, roles: ['administrator'] }))).person,
  )
  await asUser(administrator).update({ collection: 'users', id: userId, data: { standing: 'closed' } })
  expect((await before.get('/account')).status).toBe(303)
  const [stored] = await programme.query<{ password_digest: string }>(
    'select password_digest from credentials where user_id = $1',
    [userId],
  )
  expect(
    await openProvenSession({
      query: programme.query,
      userId,
      passwordDigest: String(stored?.password_digest),
      now: programme.clock.now(),
      device: '',
    }),
  ).toBeUndefined()
  await programme.query("update users set standing = 'open' where id = $1", [userId])
  expect((await before.get('/account')).status).toBe(303)
  expect(await signsIn(email, NEW_PASSWORD)).toBe(true)
  expect(await actionsOn(userId)).toEqual(['change', 'end-every-sign-in', 'sign-in'])
})

test('[SAF-12] a password that was changed makes the links alive before worthless, and says so', async () => {
  const userId = await aPerson({ ...programme, roles: ['trustee'] })
  await withPassword(userId, 'the present one of mine')
  const link = await aLink(userId)
  const here = await visit(userId)
  const changed = await here.post('/account/password', {
    current: 'the present one of mine',
    password: NEW_PASSWORD,
    again: NEW_PASSWORD,
  })
  expect(wordsOf(await here.get(String(changed.headers.location)))).toContain(
    'You are signed out everywhere else, and links that we sent you to choose a password no longer work.',
  )
  expect((await follow(link)).page.status).toBe(410)
})

test('the forms of an account are taken from our own pages alone', async () => {
  const here = await visit(await aPerson({ ...programme, roles: ['trustee'] }))
  for (const path of [
    '/forgotten-password',
    '/choose-password',
    '/account/password',
    `/account/sign-ins/${randomUUID()}/end`,
    '/sign-out/everywhere',
  ]) {
    const answer = await supertest(served.app)
      .post(path)
      .set('Cookie', here.cookie)
      .set('Origin', 'https://elsewhere.example')
      .type('form')
      .send({ email: 'a@b.example' })
    expect([path, answer.status]).toEqual([path, 403])
  }
})

test('whoever comes before their role begins is welcomed and reads from when; who had one before, that it is over', async () => {
  const userId = await aPerson({ ...programme, name: 'Sky Newcomer' })
  const read = async (): Promise<string> => wordsOf(await (await visit(userId)).get('/account'))
  const grant = (role: string, starts_on: string, ends_on: string | null = null) =>
    insertOne({
      ...programme,
      collection: 'role-grants',
      row: { user_id: userId, role, starts_on, ends_on, row_version: 1 },
    })
  expect(await read()).toContain(
    'Welcome. Your account is ready. Your pages open here once the co-ordinator has said what your part is.',
  )
  await grant('volunteer', '2026-03-10')
  expect(await read()).toContain(
    'Welcome. Your account is ready. Support volunteer: from 10 March 2026. Your pages open here that day.',
  )
  await grant('trustee', '2025-03-10', '2025-12-31')
  expect(await read()).toContain('You come back soon. Support volunteer: from 10 March 2026.')
  await programme.query("delete from role_grants where user_id = $1 and role = 'volunteer'", [userId])
  expect(await read()).toContain('Your account has no part in the programme at the moment.')
})

test('signing out says so, and the first page leads whoever is signed in to where they begin', async () => {
  const { userId } = await aVolunteer(programme)
  const volunteer = await visit(userId)
  expect(await volunteer.get('/')).toMatchObject({ status: 303, headers: { location: '/portal' } })
  const trustee = await visit(await aPerson({ ...programme, roles: ['trustee'] }))
  expect((await trustee.get('/')).headers.location).toBe('/admin')
  expect((await visitor(served).get('/')).status).toBe(200)
  const out = await volunteer.post('/sign-out')
  expect(out.headers.location).toBe('/sign-in?done=signed-out')
  expect(wordsOf(await visitor(served).get('/sign-in?done=signed-out'))).toContain('You are signed out.')
})

test('each page with a password offers to show it', async () => {
  const signIn = await visitor(served).get('/sign-in')
  const change = await (await visit((await aVolunteer(programme)).userId)).get('/account/password')
  for (const { text } of [signIn, change]) {
    const scripts = [...text.matchAll(/<script type="module" src="([^"]+)" nonce="[^"]+"/g)].map(
      ([, address]) => address,
    )
    const bodies = await Promise.all(scripts.map(async (address = '') => (await visitor(served).get(address)).text))
    expect(bodies.join()).toContain("input.type = shown ? 'text' : 'password'")
  }
})
