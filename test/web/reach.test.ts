// Whom to ring with a worry stands everywhere; without it a real deployment is not open [SAF-2].
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import supertest from 'supertest'
import { startWork } from '../../src/core/access/work.ts'
import { poolOf } from '../../src/core/database/transaction.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { anAskedParent, parentBrowser } from '../support/consent.ts'
import { aPerson } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { visitor, wordsOf } from '../support/visitor.ts'

const PHONE = '01632 960 001'
const EMAIL = 'office@example.invalid'

let programme: TestProgramme
let app: TestApp
let pair: Awaited<ReturnType<typeof aPairThatMayAgree>>
beforeAll(async () => {
  programme = await testProgramme()
  app = testApp({ programme })
  pair = await aPairThatMayAgree(programme)
})
beforeEach(() => programme.query('delete from programme_settings'))
afterAll(() => poolOf(programme.payload).end())

const reachable = () =>
  programme.query(
    'insert into programme_settings (charity_name, programme_name, office_email, office_phone) values ($1, $2, $3, $4)',
    ['Kids on Track', 'Mentoring', EMAIL, PHONE],
  )

const footOf = (text: string): string =>
  (/<footer.*<\/footer>/s.exec(text)?.[0] ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const contactOf = async (): Promise<string> =>
  (
    await programme.query<{ name: string }>(
      'select u.name from matches m join users u on u.id = m.committee_contact_id where m.id = $1',
      [pair.match],
    )
  )[0]?.name ?? 'nobody'

test('[SAF-2] the number, the address and 999 stand on every page, for everybody', async () => {
  await reachable()
  const { cookie } = await programme.signIn(pair.volunteer.userId)
  const stranger = visitor(app)
  const volunteer = visitor(app, { cookie })
  const parent = parentBrowser(app)
  const { token } = await anAskedParent(programme)
  const pages = [
    ...(await Promise.all(
      [
        '/',
        '/parents',
        '/sign-in',
        '/forgotten-password',
        '/refer',
        '/apply',
        '/verify',
        '/consent',
        '/consent/closed',
      ].map((path) => stranger.get(path)),
    )),
    ...(await Promise.all(
      ['/portal', '/portal/worry', '/portal/guidance', '/account'].map((path) => volunteer.get(path)),
    )),
    (await parent.get(`/consent/${token}`)) && (await parent.get('/consent')),
    (await parent.arrive(token)) && (await parent.get('/consent')),
    await parent.get('/consent/call'),
  ]
  for (const { text } of pages) {
    expect(footOf(text)).toContain(`Ring us: ${PHONE}`)
    expect(footOf(text)).toContain(EMAIL)
    expect(text).toContain('href="tel:01632960001"')
    expect(text).toContain('href="tel:999"')
  }
})

test('[SAF-2] the contact on the committee stands on a volunteer’s pages, and on a parent’s once the check is passed', async () => {
  await reachable()
  const contact = await contactOf()
  const { cookie } = await programme.signIn(pair.volunteer.userId)
  expect(footOf((await visitor(app, { cookie }).get('/portal/guidance')).text)).toContain(
    `Your contact on the committee is ${contact}.`,
  )
  const someoneElse = await programme.signIn(await aPerson({ ...programme, roles: ['co-ordinator'] }))
  expect(footOf((await visitor(app, someoneElse).get('/portal')).text)).not.toContain('Your contact on the committee')
  const { token } = await anAskedParent(programme, { child: pair.child })
  const parent = parentBrowser(app)
  await parent.get(`/consent/${token}`)
  expect((await parent.get('/consent')).text).not.toContain(contact)
  await parent.arrive(token)
  expect(footOf((await parent.get('/consent')).text)).toContain(`Your contact on the committee is ${contact}.`)
})

test('[SAF-2] a page that is not there keeps the menu, the way to report a worry, and the number', async () => {
  await reachable()
  const { cookie } = await programme.signIn(pair.volunteer.userId)
  const missing = await visitor(app, { cookie }).get('/portal/nowhere')
  expect(missing.status).toBe(404)
  expect(missing.text).toContain('href="/portal/meetings"')
  expect(missing.text).toContain('href="/portal/worry"')
  expect(footOf(missing.text)).toContain(PHONE)
  expect(footOf((await visitor(app).get('/nowhere')).text)).toContain(PHONE)
})

test('[SAF-2] the worry page names the number', async () => {
  await reachable()
  const { cookie } = await programme.signIn(pair.volunteer.userId)
  expect(wordsOf(await visitor(app, { cookie }).get('/portal/worry'))).toContain(`Ring ${PHONE}`)
})

test('[SAF-2] the number and the address are never left out of the settings', async () => {
  const work = await startWork({
    payload: programme.payload,
    actor: { kind: 'system', reason: 'a test' },
    from: 'a test',
  })
  const save = (data: Record<string, unknown>) =>
    programme.payload.updateGlobal({ slug: 'programme-settings', data, req: work.req, overrideAccess: true })
  await expect(save({ charityName: 'Kids on Track', officeEmail: EMAIL })).rejects.toThrow(
    /Telephone number for worries/,
  )
  await expect(save({ charityName: 'Kids on Track', officePhone: PHONE })).rejects.toThrow(/Email address for worries/)
  await save({ charityName: 'Kids on Track', officePhone: PHONE, officeEmail: EMAIL })
  await expect(save({ officePhone: '' })).rejects.toThrow(/Telephone number for worries/)
})

test('[SAF-2] a real deployment without them opens only to an administrator, who is led to the set-up; with them to everybody', async () => {
  const deployed = testApp({ programme, isDeployed: true })
  const stranger = visitor(deployed)
  const signedIn = async (role: 'administrator' | 'committee') =>
    visitor(deployed, await programme.signIn(await aPerson({ ...programme, roles: [role] })))
  const administrator = await signedIn('administrator')
  const committee = await signedIn('committee')
  for (const path of ['/', '/parents', '/consent', '/refer', '/apply', '/verify', '/portal', '/admin']) {
    const shut = await stranger.get(path)
    expect([path, shut.status]).toEqual([path, 503])
    expect(wordsOf(shut)).toContain('We are not open yet')
    expect(shut.text).toContain('href="tel:999"')
  }
  for (const path of ['/portal', '/admin', '/api/children', '/working-list'])
    expect([path, (await committee.get(path)).status]).toEqual([path, 503])
  expect((await supertest(deployed.app).post('/api/children').set('Origin', deployed.publicUrl).send({})).status).toBe(
    503,
  )
  expect((await stranger.get('/sign-in')).status).toBe(200)
  expect((await stranger.get('/health/live')).status).toBe(200)
  expect(await administrator.get('/portal')).toMatchObject({
    status: 303,
    headers: { location: '/admin/set-up' },
  })
  expect(wordsOf(await administrator.get('/admin/globals/programme-settings'))).not.toContain('We are not open yet')
  expect((await administrator.get('/api/globals/programme-settings')).status).toBe(200)
  // A number alone is not enough.
  await programme.query("insert into programme_settings (office_phone) values ('01632 960 001')")
  expect((await stranger.get('/')).status).toBe(503)
  await programme.query('update programme_settings set office_email = $1', [EMAIL])
  expect((await stranger.get('/')).status).toBe(200)
  expect((await committee.get('/portal')).status).toBe(200)
})

test('[MAT-12] “tell us if it does not suit” leads to where somebody answers, and names the number', async () => {
  const { renderEmail } = await import('../../src/boot/emails.ts')
  const { text } = await renderEmail({
    template: 'meeting-confirmed-parent',
    props: { startsAt: '2026-07-03T15:30:00Z', place: 'The library café', link: `mailto:${EMAIL}` },
    brand: { charityName: 'Kids on Track', accent: '#0b6b62', phone: PHONE },
  })
  expect(text).toContain(PHONE)
  const parents = wordsOf(await visitor(app).get('/parents'))
  expect(parents).toContain('Ask us, or tell us what is wrong')
})
