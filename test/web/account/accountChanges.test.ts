import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import { beginDraft, draftByToken } from '../../../src/core/drafts/drafts.ts'
import { mailDraftLink } from '../../../src/core/drafts/draftLinks.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { changeLinkToken, type LinkHolder } from '../../../src/programme/people/accountChanges/links.ts'
import { expireAccountChanges } from '../../../src/programme/people/accountChanges/expire.ts'
import { accountChangesToConfirm } from '../../../src/programme/people/accountChanges/queues.ts'
import { issueLink, signInLinkToken } from '../../../src/programme/people/signIn/passwordLinks.ts'
import { digestPassword } from '../../../src/programme/people/signIn/passwords.ts'
import type { Role } from '../../../src/programme/people/roles.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { visitor, wordsOf, type Visitor } from '../../support/visitor.ts'

const PASSWORD = 'velvet cactus riding north'
const NOON = '2026-03-03T12:00:00Z'

let programme: TestProgramme
let served: TestApp
let digest: string
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  digest = await digestPassword(PASSWORD)
})
beforeEach(async () => {
  programme.clock.set(NOON)
  await programme.query("update users set standing = 'closed'")
  await programme.query('delete from rate_limits')
})

/** Somebody who has chosen a password: whoever has not cannot be a second person. */
const somebody = async (roles: Role[] = ['committee'], name = 'Morgan Specimen'): Promise<string> =>
  withPassword(await aPerson({ ...programme, name, roles }))
const withPassword = async (userId: string): Promise<string> => {
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, digest],
  )
  return userId
}
const cookieOf = async (userId: string): Promise<string> => (await programme.signIn(userId)).cookie
const rest = async (
  userId: string,
  method: 'post' | 'patch' | 'get',
  path: string,
  body?: object,
): Promise<Response> => {
  const sent = supertest(served.app)
    [method](`/api${path}`)
    .set('Cookie', await cookieOf(userId))
    .set('Origin', served.publicUrl)
  return body === undefined ? await sent : await sent.send(body)
}
const anAddress = (): string => `${randomUUID()}@example.invalid`
const emailOf = async (userId: string): Promise<string> =>
  (await programme.query<{ email: string }>('select email from users where id = $1', [userId]))[0]?.email ?? ''
const propose = async (by: string, fields: Record<string, unknown>): Promise<Response> =>
  rest(by, 'post', '/account-changes', { kind: 'address', why: 'They told me at the club.', ...fields })
const proposed = async (by: string, fields: Record<string, unknown>): Promise<string> => {
  const answer = await propose(by, fields)
  expect([answer.status, answer.body.errors]).toEqual([201, undefined])
  return String(answer.body.doc.id)
}
const act = async (by: string, id: string, action: string, input: object = {}): Promise<Response> =>
  rest(by, 'post', `/account-changes/${id}/actions/${action}`, { input })
const refusalIn = ({ status, body }: Response): unknown => [status, JSON.stringify(body)]
const messagesAbout = async (id: string): Promise<string[]> =>
  (
    await programme.query<{ words: string }>(
      "select template || ' ' || coalesce(recipient_address, recipient_user_id::text) as words from notifications where subject_record = $1 order by 1",
      [id],
    )
  ).map(({ words }) => words)
const statusOf = async (id: string): Promise<string | undefined> =>
  (
    await programme.query<{ status: string }>('select status::text as status from account_changes where id = $1', [id])
  )[0]?.status
/** Follows a link as a browser does, to the page whose address tells nothing. */
const follow = async (
  id: string,
  holder: LinkHolder = 'present-address',
): Promise<{ page: Response; holder: Visitor }> => {
  const answer = await visitor(served).get(
    `/address-change/${changeLinkToken({ payload: programme.payload, id, holder })}`,
  )
  expect([answer.status, answer.headers.location]).toEqual([303, '/address-change'])
  const opened = visitor(served, { cookie: String(answer.headers['set-cookie']?.[0]).split(';')[0] })
  return { page: await opened.get('/address-change'), holder: opened }
}
const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await visitor(served, { cookie }).get('/account')).status === 200

describe('another person’s address', () => {
  test('[ORG-1] an administrator alone does not take the lead’s account over: neither by editing the address nor by confirming what they proposed', async () => {
    const [administrator, lead] = [
      await somebody(['administrator']),
      await withPassword(await aPerson({ ...programme, roles: ['committee'], designations: ['safeguarding-lead'] })),
    ]
    await somebody()
    const [before, wanted] = [await emailOf(lead), anAddress()]
    const edit = await rest(administrator, 'patch', `/users/${lead}`, { email: wanted })
    expect(refusalIn(edit)).toEqual([409, expect.stringContaining('takes two people')])
    const id = await proposed(administrator, { user: lead, newAddress: wanted })
    expect(refusalIn(await act(administrator, id, 'confirm'))).toEqual([
      409,
      expect.stringContaining('You proposed this, so somebody else confirms it.'),
    ])
    expect(refusalIn(await act(lead, id, 'confirm'))).toEqual([409, expect.stringContaining('This is about you.')])
    expect([await emailOf(lead), await statusOf(id)]).toEqual([before, 'proposed'])
    // The rest of the form is saved as before, and closing is at once.
    expect(
      (await rest(administrator, 'patch', `/users/${lead}`, { email: before.toUpperCase(), name: 'Morgan Other' }))
        .status,
    ).toBe(200)
  })

  test('[ORG-1] the present address is told at once, and so is everybody who may confirm it; no message names whose or which', async () => {
    const [administrator, second, member, person] = [
      await somebody(['administrator']),
      await somebody(['administrator']),
      await somebody(),
      await somebody(['trustee']),
    ]
    await somebody(['co-ordinator'])
    const id = await proposed(administrator, { user: person, newAddress: anAddress() })
    expect(await messagesAbout(id)).toEqual(
      [
        `account-change-to-confirm ${member}`,
        `account-change-to-confirm ${second}`,
        `address-change-asked ${await emailOf(person)}`,
      ].sort(),
    )
    expect(
      JSON.stringify(await programme.query('select details from notifications where subject_record = $1', [id])),
    ).not.toContain('@')
  })

  test.each(['administrator', 'committee'] as const)(
    '[ORG-1] a second %s confirms it: sign-ins, password links and links to forms that went to the former address end, and both mailboxes hear of it',
    async (role) => {
      const [administrator, second, person] = [
        await somebody(['administrator']),
        await somebody([role]),
        await somebody(['trustee']),
      ]
      const [before, wanted, cookie] = [await emailOf(person), anAddress(), await cookieOf(person)]
      const work = await programme.workOf({ kind: 'system', reason: 'a test' })
      const linkId = randomUUID()
      await inTransaction({
        req: work.req,
        work: () => issueLink({ work, userId: person, purpose: 'password-reset', id: linkId }),
      })
      const { token } = await beginDraft({
        query: programme.query,
        form: 'refer',
        answers: {},
        now: programme.clock.now(),
      })
      const draft = await draftByToken({ query: programme.query, form: 'refer', token, now: programme.clock.now() })
      const mailed = draft && (await mailDraftLink({ work, draft, email: before }))

      const id = await proposed(administrator, { user: person, newAddress: ` ${wanted.toUpperCase()} ` })
      expect((await act(second, id, 'confirm')).status).toBe(200)
      expect([await emailOf(person), await statusOf(id), await isSignedIn(cookie)]).toEqual([wanted, 'done', false])
      const useless = await visitor(served, {
        cookie: `choose-password=${signInLinkToken({ payload: programme.payload, purpose: 'password-reset', id: linkId })}`,
      }).get('/choose-password')
      expect(useless.status).toBe(410)
      expect(
        await draftByToken({
          query: programme.query,
          form: 'refer',
          token: mailed?.token ?? '',
          now: programme.clock.now(),
        }),
      ).toBeUndefined()
      expect(
        await draftByToken({ query: programme.query, form: 'refer', token, now: programme.clock.now() }),
      ).toMatchObject({ by: 'browser' })
      expect(await messagesAbout(id)).toEqual(
        expect.arrayContaining([`address-changed ${before}`, `address-changed ${wanted}`]),
      )
      const [row] = await programme.query(
        'select decided_by_id as by, decided_how as how, present_address as before from account_changes where id = $1',
        [id],
      )
      expect(row).toEqual({ by: second, how: 'A second person', before })
      expect((await follow(id)).page.status).toBe(410)
    },
  )

  test('[ORG-1] the person’s own yes by the link to the present address does as well, and needs nobody else; opening the link changes nothing', async () => {
    const [administrator, person] = [await somebody(['administrator']), await somebody(['trustee'])]
    await somebody()
    const [wanted, cookie] = [anAddress(), await cookieOf(person)]
    const id = await proposed(administrator, { user: person, newAddress: wanted })
    for (let scan = 0; scan < 3; scan += 1) expect(wordsOf((await follow(id)).page)).toContain(`New address ${wanted}`)
    expect((await follow(id, 'new-address')).page.status).toBe(410)
    const { holder } = await follow(id)
    expect((await holder.post('/address-change', { answer: 'perhaps' })).status).toBe(400)
    expect([await statusOf(id), await isSignedIn(cookie)]).toEqual(['proposed', true])
    const answer = await holder.post('/address-change', { answer: 'yes' })
    expect([answer.status, answer.headers.location]).toEqual([303, '/address-change/done?answer=yes'])
    expect(wordsOf(await holder.get('/address-change/done?answer=yes'))).toContain('Everywhere else you are signed out')
    expect([await emailOf(person), await statusOf(id), await isSignedIn(cookie)]).toEqual([wanted, 'done', false])
    expect((await holder.post('/address-change', { answer: 'yes' })).status).toBe(410)
  })

  test('[ORG-1] their no ends it, and administrators and the committee hear of it', async () => {
    const [administrator, second, person] = [
      await somebody(['administrator']),
      await somebody(),
      await somebody(['trustee']),
    ]
    const before = await emailOf(person)
    const id = await proposed(administrator, { user: person, newAddress: anAddress() })
    expect((await (await follow(id)).holder.post('/address-change', { answer: 'no' })).headers.location).toBe(
      '/address-change/done?answer=no',
    )
    expect([await emailOf(person), await statusOf(id)]).toEqual([before, 'declined'])
    expect(await messagesAbout(id)).toEqual(
      expect.arrayContaining([`account-change-declined ${administrator}`, `account-change-declined ${second}`]),
    )
    expect((await act(second, id, 'confirm')).status).toBe(409)
  })

  test('[ORG-1] a second person declines with a reason, whoever proposed it withdraws; a co-ordinator, a trustee and the person concerned do neither', async () => {
    const [administrator, second, person] = [
      await somebody(['administrator']),
      await somebody(),
      await somebody(['trustee']),
    ]
    const id = await proposed(administrator, { user: person, newAddress: anAddress() })
    for (const other of [await somebody(['co-ordinator'])])
      for (const action of ['confirm', 'withdraw', 'decline'])
        expect((await act(other, id, action, { reason: 'No' })).status).toBe(409)
    for (const action of ['confirm', 'withdraw', 'decline', 'confirmByLink', 'declineByLink', 'expire', 'supersede'])
      expect((await act(person, id, action, { reason: 'No' })).status).toBeGreaterThanOrEqual(403)
    for (const action of ['confirmByLink', 'declineByLink', 'expire', 'supersede'])
      expect((await act(second, id, action)).status).toBe(409)
    expect((await act(administrator, id, 'decline', { reason: 'No' })).status).toBe(409)
    expect((await act(second, id, 'decline')).status).toBe(400)
    expect((await act(second, id, 'decline', { reason: 'I rang them, and it is not so.' })).status).toBe(200)
    const again = await proposed(administrator, { user: person, newAddress: anAddress() })
    expect((await propose(administrator, { user: person, newAddress: anAddress() })).status).toBe(409)
    expect((await act(second, again, 'withdraw')).status).toBe(409)
    expect((await act(administrator, again, 'withdraw')).status).toBe(200)
    expect((await act(second, again, 'confirm')).status).toBe(409)
  })

  test('[ORG-1] nobody is locked out for want of a second person: after a week whoever proposed it confirms, where nobody else ever was here at once', async () => {
    const [administrator, person] = [await somebody(['administrator']), await somebody(['trustee'])]
    const wanted = anAddress()
    const id = await proposed(administrator, { user: person, newAddress: wanted })
    expect(refusalIn(await act(administrator, id, 'confirm'))).toEqual([409, expect.stringContaining('7 days after')])
    programme.clock.set('2026-03-10T11:59:59Z')
    expect((await act(administrator, id, 'confirm')).status).toBe(409)
    programme.clock.set('2026-03-10T12:00:00Z')
    const other = await somebody()
    expect((await act(administrator, id, 'confirm')).status).toBe(409)
    await programme.query("update users set standing = 'closed' where id = $1", [other])
    expect((await act(administrator, id, 'confirm')).status).toBe(200)
    expect(await emailOf(person)).toBe(wanted)
  })

  test('[ORG-1] a proposal waits two weeks, and is then over, by link and by person', async () => {
    const [administrator, second, person] = [
      await somebody(['administrator']),
      await somebody(),
      await somebody(['trustee']),
    ]
    const id = await proposed(administrator, { user: person, newAddress: anAddress() })
    const ended = async (): Promise<number> => {
      const work = await programme.workOf({ kind: 'system', reason: 'a test' })
      return inTransaction({ req: work.req, work: () => expireAccountChanges({ work }) })
    }
    programme.clock.set('2026-03-17T11:59:59Z')
    expect([(await follow(id)).page.status, await ended()]).toEqual([200, 0])
    programme.clock.set('2026-03-17T12:00:00Z')
    expect([(await follow(id)).page.status, (await act(second, id, 'confirm')).status]).toEqual([410, 409])
    expect([(await ended()) > 0, await statusOf(id)]).toEqual([true, 'expired'])
  })

  test('[ORG-1] whoever has not chosen a password yet is invited anew at the address that was confirmed, and the old invitation is worth nothing', async () => {
    const [administrator, second, person] = [
      await somebody(['administrator']),
      await somebody(),
      await aPerson({ ...programme, roles: ['trustee'] }),
    ]
    const work = await programme.workOf({ kind: 'system', reason: 'a test' })
    await inTransaction({ req: work.req, work: () => issueLink({ work, userId: person, purpose: 'invitation' }) })
    await act(second, await proposed(administrator, { user: person, newAddress: anAddress() }), 'confirm')
    const links = await programme.query<{ open: boolean }>(
      'select ends_at > $2 as open from sign_in_links where user_id = $1 order by ends_at',
      [person, NOON],
    )
    expect(links).toEqual([{ open: false }, { open: true }])
  })

  test('[ORG-1] it stands on Today for the second person, and for whoever proposed it with what is in the way', async () => {
    const [administrator, second, person] = [
      await somebody(['administrator']),
      await somebody(),
      await somebody(['trustee'], 'Toni Trusty'),
    ]
    const id = await proposed(administrator, { user: person, newAddress: 'toni@example.invalid' })
    const seenBy = async (userId: string) =>
      (
        await accountChangesToConfirm({
          work: await programme.workOf((await programme.signIn(userId)).person),
          limit: 50,
        })
      ).find((row) => row.id === id)
    expect(await seenBy(second)).toMatchObject({
      name: 'Toni Trusty',
      what: 'Another address to sign in with: toni@example.invalid',
      isTheirs: true,
      blockers: [],
    })
    expect(await seenBy(administrator)).toMatchObject({ isTheirs: true, blockers: [{ rule: 'ORG-1' }] })
    for (const other of [person, await somebody(['co-ordinator'])]) expect(await seenBy(other)).toBeUndefined()
  })
})

describe('one’s own address', () => {
  const own = async (roles: Role[] = ['trustee']) => {
    const userId = await somebody(roles)
    const cookie = await cookieOf(userId)
    return { userId, cookie, before: await emailOf(userId), person: visitor(served, { cookie }) }
  }
  const newest = async (userId: string): Promise<string> =>
    (
      await programme.query<{ id: string }>(
        "select id from account_changes where user_id = $1 and status = 'proposed'",
        [userId],
      )
    )[0]?.id ?? ''

  test('[ORG-1] needs the password again; counts once the new mailbox has answered; the present one is told at once and can only stop it', async () => {
    const { userId, cookie, before, person } = await own()
    const wanted = anAddress()
    expect((await person.get('/account')).text).toContain('href="/account/address"')
    for (const [fields, sentence] of [
      [{ newAddress: wanted }, 'Enter your password.'],
      [{ newAddress: 'nonsense', password: PASSWORD }, 'Enter an email address'],
      [{ newAddress: wanted, password: 'not this one' }, 'That is not your password.'],
    ] as const) {
      const answer = await person.post('/account/address', fields)
      expect([answer.status, wordsOf(answer)]).toEqual([400, expect.stringContaining(sentence)])
    }
    const asked = await person.post('/account/address', { newAddress: wanted, password: PASSWORD })
    expect([asked.status, asked.headers.location]).toEqual([303, '/account?done=address-asked'])
    const id = await newest(userId)
    expect(await messagesAbout(id)).toEqual([`address-change-asked ${before}`, `address-confirm ${wanted}`])
    const stopping = await follow(id)
    expect(stopping.page.text).not.toContain('value="yes"')
    expect((await stopping.holder.post('/address-change', { answer: 'yes' })).status).toBe(409)
    expect([await emailOf(userId), await isSignedIn(cookie)]).toEqual([before, true])
    expect((await (await follow(id, 'new-address')).holder.post('/address-change', { answer: 'yes' })).status).toBe(303)
    expect([await emailOf(userId), await isSignedIn(cookie)]).toEqual([wanted, false])
    expect((await visitor(served).post('/sign-in', { email: wanted, password: PASSWORD })).status).toBe(303)
  })

  test('[ORG-1] the present mailbox stops it; a newer wish takes the place of an older; no second person takes part', async () => {
    const { userId, before, person } = await own(['committee'])
    await person.post('/account/address', { newAddress: anAddress(), password: PASSWORD })
    const first = await newest(userId)
    await person.post('/account/address', { newAddress: anAddress(), password: PASSWORD })
    const second = await newest(userId)
    expect([await statusOf(first), (await follow(first, 'new-address')).page.status]).toEqual(['withdrawn', 410])
    expect((await act(await somebody(['administrator']), second, 'confirm')).status).toBe(409)
    expect((await act(userId, second, 'confirm')).status).toBe(409)
    await (await follow(second)).holder.post('/address-change', { answer: 'no' })
    expect([await statusOf(second), (await follow(second, 'new-address')).page.status, await emailOf(userId)]).toEqual([
      'declined',
      410,
      before,
    ])
  })

  test('[ORG-1] nobody finds out by it who has an account: an address that is taken gets the same answer, and is refused to its own mailbox alone', async () => {
    const { userId, before, person } = await own()
    const taken = await emailOf(await somebody())
    const [free, same] = [
      await person.post('/account/address', { newAddress: anAddress(), password: PASSWORD }),
      await person.post('/account/address', { newAddress: taken, password: PASSWORD }),
    ]
    expect([same.status, same.headers.location]).toEqual([free.status, free.headers.location])
    const answer = await (
      await follow(await newest(userId), 'new-address')
    ).holder.post('/address-change', { answer: 'yes' })
    expect([answer.status, await emailOf(userId)]).toEqual([409, before])
  })

  test('[ORG-1] through REST an administrator’s own address needs the password just given, and the new mailbox as everywhere', async () => {
    const administrator = await somebody(['administrator'])
    const { cookie } = await programme.signIn(administrator)
    programme.clock.set('2026-03-03T12:15:01Z')
    const answer = await supertest(served.app)
      .post('/api/account-changes')
      .set('Cookie', cookie)
      .set('Origin', served.publicUrl)
      .send({ user: administrator, kind: 'address', newAddress: anAddress(), why: 'Mine' })
    expect(refusalIn(answer)).toEqual([409, expect.stringContaining('needs your password, given just now')])
    const id = await proposed(administrator, { user: administrator, newAddress: anAddress() })
    expect((await act(administrator, id, 'confirm')).status).toBe(409)
    expect(refusalIn(await rest(administrator, 'patch', `/users/${administrator}`, { email: anAddress() }))).toEqual([
      409,
      expect.stringContaining('takes two people'),
    ])
  })
})

describe('power', () => {
  test('[ORG-1] a role is given by two people, to nobody by themselves, and lengthened by two; one alone shortens it', async () => {
    const [administrator, second, person] = [
      await somebody(['administrator']),
      await somebody(),
      await somebody(['trustee']),
    ]
    const grant = { user: person, role: 'committee', startsOn: '2026-03-03' }
    expect(refusalIn(await rest(administrator, 'post', '/role-grants', grant))).toEqual([
      409,
      expect.stringContaining('takes two people'),
    ])
    expect((await propose(second, { user: person, kind: 'role', role: 'committee' })).status).toBe(409)
    for (const by of [administrator, second])
      expect((await propose(by, { user: by, kind: 'role', role: 'committee' })).status).toBe(409)
    expect((await propose(administrator, { user: person, kind: 'role' })).status).toBe(409)
    const id = await proposed(administrator, { user: person, kind: 'role', role: 'committee' })
    for (const by of [administrator, person]) expect((await act(by, id, 'confirm')).status).toBeGreaterThanOrEqual(403)
    expect((await act(second, id, 'confirm')).status).toBe(200)
    const [given] = await programme.query<{ id: string; starts_on: string; ends_on: string | null }>(
      "select id, starts_on, ends_on from role_grants where user_id = $1 and role = 'committee'",
      [person],
    )
    expect(given).toMatchObject({ starts_on: '2026-03-03', ends_on: null })
    const change = (fields: object) => rest(administrator, 'patch', `/role-grants/${given?.id}`, fields)
    expect((await change({ endsOn: '2026-06-30' })).status).toBe(200)
    for (const more of [
      { endsOn: '2026-07-01' },
      { endsOn: null },
      { startsOn: '2026-03-02' },
      { role: 'administrator' },
      { user: await somebody(['trustee']) },
    ])
      expect([more, (await change(more)).status]).toEqual([more, 409])
    expect((await change({ endsOn: '2026-03-03' })).status).toBe(200)
    // A volunteer's role opens nothing until two people link a volunteer's record to the account.
    expect(
      (await rest(administrator, 'post', '/role-grants', { user: person, role: 'volunteer', startsOn: '2026-03-03' }))
        .status,
    ).toBe(201)
  })

  test('[ORG-1] a new account that one administrator opens has no power, and is nobody’s second person', async () => {
    const administrator = await somebody(['administrator'])
    await somebody()
    const made = await rest(administrator, 'post', '/users', { name: 'Sky Second', email: anAddress() })
    const puppet = await withPassword(String(made.body.doc.id))
    const id = await proposed(administrator, { user: puppet, kind: 'role', role: 'administrator' })
    expect((await act(administrator, id, 'confirm')).status).toBe(409)
    expect((await act(puppet, id, 'confirm')).status).toBeGreaterThanOrEqual(403)
    expect(await programme.query('select 1 from role_grants where user_id = $1', [puppet])).toEqual([])
  })

  test('[ORG-1] closing an account is at once, opening it again takes two people', async () => {
    const [administrator, second, person] = [
      await somebody(['administrator']),
      await somebody(),
      await somebody(['committee']),
    ]
    const cookie = await cookieOf(person)
    expect((await rest(administrator, 'patch', `/users/${person}`, { standing: 'closed' })).status).toBe(200)
    expect(refusalIn(await rest(administrator, 'patch', `/users/${person}`, { standing: 'open' }))).toEqual([
      409,
      expect.stringContaining('takes two people'),
    ])
    const id = await proposed(administrator, { user: person, kind: 'reopen' })
    expect((await act(administrator, id, 'confirm')).status).toBe(409)
    expect((await act(second, id, 'confirm')).status).toBe(200)
    expect(await isSignedIn(cookie)).toBe(false)
    expect(await programme.query('select standing::text as standing from users where id = $1', [person])).toEqual([
      { standing: 'open' },
    ])
  })

  test('[ORG-1] nobody alone makes another account the one of a volunteer: whoever has it is the volunteer', async () => {
    const [coordinator, second] = [await somebody(['co-ordinator']), await somebody()]
    const { id: volunteer, userId } = await aVolunteer(programme)
    const puppet = await somebody(['volunteer'])
    for (const user of [puppet, null, coordinator])
      expect([user, (await rest(coordinator, 'patch', `/volunteers/${volunteer}`, { user })).status]).toEqual([
        user,
        409,
      ])
    const id = await proposed(coordinator, { user: puppet, kind: 'volunteer', volunteer })
    expect((await act(coordinator, id, 'confirm')).status).toBe(409)
    expect((await propose(userId, { user: puppet, kind: 'volunteer', volunteer })).status).toBe(403)
    expect((await act(second, id, 'confirm')).status).toBe(200)
    expect(await programme.query('select user_id from volunteers where id = $1', [volunteer])).toEqual([
      { user_id: puppet },
    ])
  })

  test('[ORG-1] one address has one account, however its letters are typed', async () => {
    const administrator = await somebody(['administrator'])
    const taken = await emailOf(await somebody())
    const wide = taken.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    const answers = []
    for (const email of [
      taken.toUpperCase(),
      ` ${taken} `,
      wide,
      taken.replace('e', '\u0435'),
      `${taken.split('@')[0]}@ex\u00e4mple.invalid`,
    ])
      answers.push((await rest(administrator, 'post', '/users', { name: 'Sky Second', email })).status)
    expect(answers.every((status) => status === 400 || status === 409)).toBe(true)
    const other = await somebody(['trustee'])
    expect(refusalIn(await propose(administrator, { user: other, newAddress: wide }))).toEqual([
      409,
      expect.stringContaining('an account has it'),
    ])
    expect(
      refusalIn(await propose(administrator, { user: other, newAddress: anAddress().replace('e', '\u0435') })),
    ).toEqual([409, expect.stringContaining('in plain letters')])
  })
})
