import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import supertest from 'supertest'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { CONSENT_ITEMS } from '../../../src/programme/consent/rules.ts'
import { GUESSES } from '../../../src/web/parent/guesses.ts'
import { readingAge } from '../../support/readingAge.ts'
import { servedApp, testApp, type TestApp } from '../../support/app.ts'
import {
  anAskedParent,
  answerFields,
  BIRTHDAY,
  parentBrowser,
  tokenOf,
  type AskedParent,
} from '../../support/consent.ts'
import { aMatch, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { rowsOf } from '../../support/database.ts'
import { hiddenIn, wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
})
beforeEach(async () => {
  programme.clock.set('2026-03-03T12:00:00Z')
  await programme.query('delete from rate_limits')
})

const browser = () => parentBrowser(served)
const consentsOf = ({ child }: AskedParent) =>
  programme.query<{ item: string; answer: string }>(
    'select item::text as item, answer::text as answer from consents where child_id = $1 order by created_at, item',
    [child.id],
  )
const requestOf = async ({ requestId }: AskedParent) =>
  (
    await programme.query(
      'select status::text as status, signed_name, wrong_tries::int as tries, locked_until from consent_requests where id = $1',
      [requestId],
    )
  )[0]
const messagesAbout = async ({ requestId }: AskedParent) =>
  (
    await programme.query<{ template: string }>(
      'select template from notifications where subject_record = $1 order by created_at, template',
      [requestId],
    )
  ).map(({ template }) => template)
const act = async ({ parent, action }: { parent: AskedParent; action: string }) =>
  performAction({
    work: await programme.workOf((await programme.signIn(parent.coordinator)).person),
    workflow: consentRequestWorkflow,
    id: parent.requestId,
    action,
    input: {},
  })

/** Every table of the database as one digest each. */
const allTables = async (): Promise<Record<string, unknown>> => {
  const tables = await rowsOf<{ name: string }>({
    url: programme.database.ownerUrl,
    statement:
      "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  })
  const digests = await Promise.all(
    tables.map(async ({ name }) => [
      name,
      (
        await rowsOf({
          url: programme.database.superuserUrl,
          statement: `select count(*)::int as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} t`,
        })
      )[0],
    ]),
  )
  return Object.fromEntries(digests) as Record<string, unknown>
}

describe('arriving by the link', () => {
  test('[CON-1] GET and HEAD, fifty times, leave every table unchanged; the request can still be signed (consent 3)', async () => {
    const parent = await anAskedParent(programme)
    const before = await allTables()
    expect(Object.keys(before).length).toBeGreaterThan(30)
    const visitor = browser()
    for (let time = 0; time < 25; time += 1) {
      expect((await visitor.get(`/consent/${parent.token}`)).status).toBe(303)
      expect((await visitor.head(`/consent/${parent.token}`)).status).toBe(303)
      expect((await visitor.get('/consent')).status).toBe(200)
      expect((await visitor.head('/consent')).status).toBe(200)
      expect((await visitor.get('/consent/answers')).status).toBe(200)
      expect((await visitor.get('/consent/withdraw')).status).toBe(200)
    }
    expect(await allTables()).toEqual(before)
    await visitor.arrive(parent.token)
    expect((await visitor.post('/consent', await visitor.signing())).headers.location).toBe('/consent?done=signed')
  })

  test('the token goes into a cookie that no script reads, and the browser on to an address without it', async () => {
    const { token } = await anAskedParent(programme)
    const over = async (publicUrl: string) => parentBrowser(testApp({ programme, publicUrl })).get(`/consent/${token}`)
    const http = await over('http://localhost:3000')
    expect({ status: http.status, location: http.headers.location }).toEqual({ status: 303, location: '/consent' })
    expect(http.headers['set-cookie']).toEqual([`consent=${token}; Max-Age=7200; Path=/; HttpOnly; SameSite=Lax`])
    const https = await over('https://mentoring.example.org')
    expect(https.headers['set-cookie']).toEqual([
      `__Host-consent=${token}; Max-Age=7200; Path=/; HttpOnly; Secure; SameSite=Lax`,
    ])
    expect(http.text).not.toContain(token)
  })

  test('[CON-6, DAT-5] nothing personal is shown before the date of birth', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.get(`/consent/${parent.token}`)
    for (const path of ['/consent', '/consent/answers', '/consent/withdraw']) {
      const page = await visitor.get(path)
      expect(wordsOf(page)).toContain('What is your child’s date of birth?')
      expect(page.text).not.toMatch(/Robin|Testerton|Alex|2014-01-20/)
    }
    for (const path of ['/consent', '/consent/withdraw', '/consent/withdraw-one']) {
      const page = await visitor.post(path, {
        ...answerFields(),
        step: 'sign',
        item: 'travel',
        name: 'Alex',
        parentalResponsibility: 'yes',
      })
      expect({ path, status: page.status, words: wordsOf(page) }).toMatchObject({
        path,
        status: 403,
        words: expect.stringContaining('What is your child’s date of birth?'),
      })
      expect(page.text).not.toMatch(/Robin|Testerton/)
    }
    expect(await consentsOf(parent)).toEqual([])
  })

  test('[CON-8, CON-9] links that ran out, were replaced or taken back, never were, or may not be used any more answer alike (consent 8)', async () => {
    const answerTo = async (token: string | undefined) => {
      const visitor = browser()
      if (token !== undefined) await visitor.get(`/consent/${token}`)
      const { status, text, headers } = await visitor.get('/consent')
      const posted = await visitor.post('/consent/check', BIRTHDAY)
      const lasting = (page: string): string => page.replaceAll(/name="submissionKey" value="[^"]*"/g, '')
      return {
        status,
        text: lasting(text),
        headers: { ...headers, date: '', 'x-request-id': '', 'content-security-policy': '', etag: '' },
        posted: posted.status,
        postedText: lasting(posted.text),
      }
    }
    const unknown = await answerTo('x'.repeat(43))
    expect(unknown).toMatchObject({ status: 404, posted: 404 })
    expect(unknown.text).not.toMatch(/Robin|Testerton/)
    expect(await answerTo(undefined)).toEqual(unknown)
    expect(await answerTo('not-a-token')).toEqual(unknown)

    const replaced = await anAskedParent(programme)
    await act({ parent: replaced, action: 'resend' })
    expect(await answerTo(replaced.token)).toEqual(unknown)
    expect((await browser().arrive(await tokenOf(programme, replaced.requestId))).status).toBe(303)

    const takenBack = await anAskedParent(programme)
    await act({ parent: takenBack, action: 'cancel' })
    expect(await answerTo(takenBack.token)).toEqual(unknown)

    const noContact = await anAskedParent(programme)
    await programme.query("update guardians set contact_rule = 'none' where id = $1", [noContact.child.guardianId])
    expect(await answerTo(noContact.token)).toEqual(unknown)

    const noResponsibility = await anAskedParent(programme)
    await programme.query('update guardians set parental_responsibility = false where id = $1', [
      noResponsibility.child.guardianId,
    ])
    expect(await answerTo(noResponsibility.token)).toEqual(unknown)

    const ranOut = await anAskedParent(programme)
    programme.clock.set('2026-03-24T11:59:59Z')
    expect((await browser().arrive(ranOut.token)).status).toBe(303)
    programme.clock.set('2026-03-24T12:00:00Z')
    expect(await answerTo(ranOut.token)).toEqual(unknown)

    const answered = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(answered.token)
    await visitor.post('/consent', await visitor.signing())
    programme.clock.set('2032-01-19T12:00:00Z')
    expect((await browser().arrive(answered.token)).status).toBe(303)
    programme.clock.set('2032-01-20T00:00:00Z')
    expect(await answerTo(answered.token)).toEqual(unknown)
  })
})

describe('the date of birth', () => {
  test('a date that is none is asked for again, counts as no try, and shows what was typed', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.get(`/consent/${parent.token}`)
    for (const fields of [
      {} as Record<string, string>,
      { 'birthday-day': '31', 'birthday-month': 'June', 'birthday-year': '2014' },
      { ...BIRTHDAY, 'birthday-year': '14' },
    ]) {
      const page = await visitor.post('/consent/check', fields)
      expect(page.status).toBe(400)
      expect(page.text).toContain('Give the day, the month and the year, such as 27 3 2014.')
      expect(page.text).toContain('<title>Error: ')
    }
    expect(
      (
        await visitor.post('/consent/check', {
          'birthday-day': '31',
          'birthday-month': 'June',
          'birthday-year': '2014',
        })
      ).text,
    ).toContain('value="June"')
    expect(await requestOf(parent)).toMatchObject({ tries: 0, locked_until: null })
  })

  test('[CON-1] five wrong dates, also side by side, close the link for 30 minutes, even for the right date, and the co-ordinator is told; then it opens (consent 4)', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.get(`/consent/${parent.token}`)
    const statuses = (
      await Promise.all(
        Array.from({ length: 12 }, (_, day) =>
          visitor.post('/consent/check', { ...BIRTHDAY, 'birthday-day': String(day + 1) }),
        ),
      )
    )
      .map(({ status }) => status)
      .sort()
    expect(statuses).toEqual([403, 403, 403, 403, 429, 429, 429, 429, 429, 429, 429, 429])
    const closed = await visitor.post('/consent/check', BIRTHDAY)
    expect({ status: closed.status, wait: closed.headers['retry-after'] }).toEqual({ status: 429, wait: '1800' })
    expect(wordsOf(closed)).toContain('Try again in 30 minutes, or ask us.')
    programme.clock.set('2026-03-03T12:29:59Z')
    expect((await visitor.post('/consent/check', BIRTHDAY)).status).toBe(429)
    programme.clock.set('2026-03-03T12:30:00Z')
    expect((await visitor.post('/consent/check', BIRTHDAY)).headers.location).toBe('/consent')
    expect(await requestOf(parent)).toMatchObject({ tries: 0, locked_until: null })
    const audit = await programme.query<{ action: string; actor_kind: string }>(
      "select action, actor_kind from audit_events where record_id = $1 and action like '%link' order by sequence",
      [parent.requestId],
    )
    expect(audit.map(({ action }) => action).filter((action) => action.startsWith('refuse'))).toHaveLength(5)
    expect(audit.at(-1)).toEqual({ action: 'open-link', actor_kind: 'link' })
    expect(
      await programme.query(
        "select 1 from notifications where subject_record = $1 and template = 'consent-link-waits' and recipient_user_id = $2",
        [parent.requestId, parent.coordinator],
      ),
    ).toHaveLength(1)
  })

  test('twenty wrong dates with no right one between make a link worthless, until the co-ordinator sends a new one', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.get(`/consent/${parent.token}`)
    for (let round = 0; round < 4; round += 1) {
      for (let day = 1; day <= 5; day += 1)
        await visitor.post('/consent/check', { ...BIRTHDAY, 'birthday-day': String(day) })
      programme.clock.advance({ minutes: 31 })
    }
    expect((await visitor.post('/consent/check', BIRTHDAY)).status).toBe(404)
    await act({ parent, action: 'resend' })
    expect((await browser().arrive(await tokenOf(programme, parent.requestId))).headers.location).toBe('/consent')
  })

  test('one client cannot try many links without end, and where tries cannot be counted nobody gets further', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.get(`/consent/${parent.token}`)
    for (let time = 0; time < 60; time += 1) await visitor.post('/consent/check', { ...BIRTHDAY, 'birthday-day': '2' })
    const refused = await visitor.post('/consent/check', BIRTHDAY)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60)

    const other = await anAskedParent(programme)
    const fresh = browser()
    await fresh.get(`/consent/${other.token}`)
    await rowsOf({ url: programme.database.ownerUrl, statement: 'alter table rate_limits rename to rate_limits_away' })
    try {
      expect((await fresh.post('/consent/check', BIRTHDAY)).status).toBe(503)
      expect((await fresh.get('/consent')).text).not.toContain('Robin')
    } finally {
      await rowsOf({
        url: programme.database.ownerUrl,
        statement: 'alter table rate_limits_away rename to rate_limits',
      })
    }
  })

  test('what opens the form cannot be made up, ends after two hours, with a new link, and with another date on record', async () => {
    const parent = await anAskedParent(programme)
    const other = await anAskedParent(programme)
    const visitor = browser()
    const { headers } = await visitor.arrive(parent.token)
    const [pass = ''] = headers['set-cookie'] as unknown as string[]
    const value = /^consent-pass=([^;]+);/.exec(pass)?.[1] ?? ''
    expect(pass).toContain('HttpOnly; SameSite=Lax')
    const opens = async (token: string, given: string) => {
      return (
        await supertest(served.app).get('/consent').set('Cookie', `consent=${token}; consent-pass=${given}`)
      ).text.includes('Robin')
    }
    expect(await opens(parent.token, value)).toBe(true)
    expect(await opens(other.token, value)).toBe(false)
    expect(
      await opens(
        parent.token,
        value.replace(/^\d+/, (moment) => String(Number(moment) + 1)),
      ),
    ).toBe(false)
    expect(await opens(parent.token, `${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`)).toBe(false)
    for (const invented of ['', '1', 'x.y', `9999999999999.${'A'.repeat(43)}`])
      expect(await opens(parent.token, invented)).toBe(false)
    await programme.query("update children set born_on = '2014-01-21' where id = $1", [parent.child.id])
    expect(await opens(parent.token, value)).toBe(false)
    await programme.query("update children set born_on = '2014-01-20' where id = $1", [parent.child.id])
    programme.clock.advance({ minutes: 119 })
    expect(await opens(parent.token, value)).toBe(true)
    programme.clock.advance({ minutes: 1 })
    expect(await opens(parent.token, value)).toBe(false)
  })
})

describe('answering', () => {
  test('[CON-1, CON-2, CON-3, CON-7] yes and no to each, checked, signed: stored in the words that were shown, told to both sides, shown again (consent 13)', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const form = await visitor.get('/consent')
    expect(form.status).toBe(200)
    expect(form.text.match(/type="radio" name="answer-[^>]*/g)).toHaveLength(16)
    expect(form.text.match(/name="answer-[^>]*checked/g)).toBeNull()
    expect(form.text).toMatch(/name="relationship" checked="" value="Mother"/)
    const { step: _step, ...fields } = await visitor.signing(answerFields('yes', { photographs: 'no' }))
    const wording = hiddenIn(form, 'wording')
    const check = await visitor.post('/consent', { step: 'check', ...fields })
    expect(check.status).toBe(200)
    expect(wordsOf(check)).toContain('Photographs No')
    expect(await consentsOf(parent)).toEqual([])
    const signed = await visitor.post('/consent', { step: 'sign', ...fields, name: ' Alex Testerton ' })
    expect({ status: signed.status, location: signed.headers.location }).toEqual({
      status: 303,
      location: '/consent?done=signed',
    })

    const stored = await consentsOf(parent)
    expect(Object.fromEntries(stored.map(({ item, answer }) => [item, answer]))).toEqual({
      ...Object.fromEntries(Object.keys(CONSENT_ITEMS).map((item) => [item, 'yes'])),
      photographs: 'no',
    })
    expect(stored).toHaveLength(8)
    const [request] = await programme.query(
      'select status::text as status, signed_name, signed_relationship, wording_digest, wording, answered_at from consent_requests where id = $1',
      [parent.requestId],
    )
    expect(request).toMatchObject({
      status: 'signed',
      signed_name: 'Alex Testerton',
      signed_relationship: 'Mother',
      wording_digest: wording,
      wording: expect.stringContaining('May your child go in a car with the volunteer?'),
      answered_at: new Date('2026-03-03T12:00:00Z'),
    })
    expect(await messagesAbout(parent)).toEqual(
      expect.arrayContaining(['consent-requested', 'consent-answered', 'consent-copy']),
    )
    const signing = await programme.query<{ actor_kind: string; actor_id: string; came_from: string }>(
      "select actor_kind, actor_id, came_from from audit_events where record_id = $1 and action = 'sign'",
      [parent.requestId],
    )
    expect(signing).toEqual([{ actor_kind: 'link', actor_id: parent.requestId, came_from: 'link' }])

    const after = await visitor.get('/consent?done=signed')
    const words = wordsOf(after)
    expect(words).toContain('Thank you. We have your answers.')
    expect(words).toContain('Signed by Alex Testerton, mother, on 3 March 2026.')
    expect(words).toContain('May your child go in a car with the volunteer? Your yes lasts until 2 March 2027.')
    expect(words).toContain('Photographs No May we take photos of your child? No since 3 March 2026.')
  })

  test('[CON-2] whoever says no to everything that is not required can still send their answers, and nothing is chosen beforehand (consent 10)', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    expect((await visitor.get('/consent')).text.match(/name="(?!relationship)[^"]*"[^>]* checked/g)).toBeNull()
    expect(
      (
        await visitor.post(
          '/consent',
          await visitor.signing(answerFields('no', { 'taking-part': 'yes', meetings: 'yes' })),
        )
      ).headers.location,
    ).toBe('/consent?done=signed')
    expect(
      (await consentsOf(parent))
        .filter(({ answer }) => answer === 'yes')
        .map(({ item }) => item)
        .sort(),
    ).toEqual(['meetings', 'taking-part'])
  })

  test('[CON-3] no network address is kept of whoever answers, least of all one that they made up (consent 13)', async () => {
    const parent = await anAskedParent(programme)
    const visitor = parentBrowser(served, { 'X-Forwarded-For': '203.0.113.77', 'User-Agent': 'a canary of a browser' })
    await visitor.arrive(parent.token)
    expect((await visitor.post('/consent', await visitor.signing())).status).toBe(303)
    const tables = await rowsOf<{ name: string }>({
      url: programme.database.ownerUrl,
      statement:
        "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    })
    for (const { name } of tables)
      expect([
        name,
        await rowsOf({
          url: programme.database.superuserUrl,
          statement: `select 1 from ${name} t where t::text ~ '203[.]0[.]113[.]77|a canary of a browser'`,
        }),
      ]).toEqual([name, []])
  })

  test('[DAT-1] whoever is shown the child’s name by a link is recorded as having read the child’s record', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    const reads = async () =>
      (
        await programme.query(
          "select 1 from audit_events where action = 'read' and actor_kind = 'link' and actor_id = $1 and record_collection = 'children' and record_id = $2",
          [parent.requestId, parent.child.id],
        )
      ).length
    await visitor.arrive(parent.token)
    expect(await reads()).toBe(0)
    await visitor.get('/consent')
    expect(await reads()).toBe(1)
    await visitor.post('/consent', await visitor.signing())
    const before = await reads()
    await visitor.get('/consent')
    expect(await reads()).toBe(before + 1)
  })

  test('what is missing or made up is said beside its field, nothing is stored and nothing typed is lost', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const { 'answer-travel': _travel, ...most } = await visitor.signing({ step: 'check' })
    const page = await visitor.post('/consent', { ...most, 'answer-outings': 'maybe', relationship: 'Captain' })
    expect(page.status).toBe(400)
    for (const sentence of [
      'Say yes or no: Travel in a car with the volunteer.',
      'Say yes or no: Outings and activities.',
      'Say who you are to the child.',
    ])
      expect(page.text.split(sentence)).toHaveLength(3)
    expect(page.text).toMatch(
      /name="answer-photographs"[^>]*checked[^>]*value="yes"|name="answer-photographs"[^>]*value="yes"[^>]*checked/,
    )
    const unsigned = await visitor.post('/consent', await visitor.signing({ parentalResponsibility: '', name: '' }))
    expect(unsigned.status).toBe(400)
    expect(wordsOf(unsigned)).toContain('Tick the box if it is true.')
    expect(wordsOf(unsigned)).toContain('Type your full name.')
    for (const nothing of ['\u200b\u200b', '\u00a0 \u2003', '- -']) {
      const nameless = await visitor.post('/consent', await visitor.signing({ name: nothing }))
      expect([nothing, nameless.status]).toEqual([nothing, 400])
    }
    const named = await visitor.post(
      '/consent',
      await visitor.signing({ parentalResponsibility: '', name: '<b>Alex</b>' }),
    )
    expect(named.text).toContain('value="&lt;b&gt;Alex&lt;/b&gt;"')
    const back = await visitor.post('/consent', await visitor.signing({ step: 'change' }))
    expect(back.status).toBe(200)
    expect(back.text.match(/name="answer-[^>]*checked/g)).toHaveLength(8)
    expect(await consentsOf(parent)).toEqual([])
    expect(await requestOf(parent)).toMatchObject({ status: 'open', signed_name: null })
  })

  test('[CON-3] a form that shows other words than those in force is not taken, but shown again in the new words', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const signing = await visitor.signing()
    for (const wording of ['', '0'.repeat(64), undefined]) {
      const { wording: _wording, ...rest } = signing
      const page = await visitor.post('/consent', { ...rest, ...(wording === undefined ? {} : { wording }) })
      expect(page.status).toBe(409)
      expect(wordsOf(page)).toContain('The words of this form have changed since you opened it.')
      expect(hiddenIn(page, 'wording')).toBe(signing.wording)
      expect(page.text.match(/name="answer-[^>]*checked/g)).toHaveLength(8)
    }
    expect(await consentsOf(parent)).toEqual([])
  })

  test('a form sent twice is taken once; signing again from another window is told what holds', async () => {
    const parent = await anAskedParent(programme)
    const [one, other] = [browser(), browser()]
    await one.arrive(parent.token)
    await other.arrive(parent.token)
    const fields = { ...(await one.signing()), submissionKey: 'the-same-key-of-one-form' }
    const elsewhere = await other.signing({ name: 'Somebody Else' })
    expect((await one.post('/consent', fields)).status).toBe(303)
    expect((await one.post('/consent', fields)).headers.location).toBe('/consent?done=signed')
    for (const fields of [elsewhere, { ...elsewhere, answers: 'again' }, { ...elsewhere, step: 'decline' }]) {
      const second = await other.post('/consent', fields)
      expect(second.status).toBe(409)
      expect(wordsOf(second)).toContain(
        'What you just sent was not stored. This is what holds now. Your answers for Robin Signed by Alex Testerton',
      )
    }
    expect(await consentsOf(parent)).toHaveLength(8)
    expect((await messagesAbout(parent)).filter((template) => template === 'consent-copy')).toHaveLength(1)
  })

  test('what was filled in comes along when the two hours are over', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const fields = await visitor.signing()
    programme.clock.advance({ hours: 3 })
    const asked = await visitor.post('/consent', fields)
    expect(asked.status).toBe(403)
    expect(wordsOf(asked)).toContain('Nothing is lost, and nothing was sent.')
    expect(asked.text).not.toContain('Robin')
    const carried = Object.fromEntries(Object.keys(answerFields()).map((name) => [name, hiddenIn(asked, name)]))
    expect(carried).toEqual(answerFields())
    const again = await visitor.post('/consent/check', { ...BIRTHDAY, ...carried })
    expect(again.text.match(/name="answer-[^>]*checked/g)).toHaveLength(8)
    expect(await consentsOf(parent)).toEqual([])
  })

  test('[CON-4] saying no to everything is a button like the other, needs no reason and no signature, and is told (consent 14)', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const form = await visitor.get('/consent')
    expect(form.text).toMatch(/<button[^>]*value="refuse"[^>]*>Say no to everything/)
    const mark = (page: Parameters<typeof hiddenIn>[0]) =>
      Object.fromEntries(['wording', 'answers', 'version'].map((name) => [name, hiddenIn(page, name)]))
    const asked = await visitor.post('/consent', { step: 'refuse', ...mark(form) })
    expect(wordsOf(asked)).toContain('Do you want to tell us why? (optional)')
    expect(await consentsOf(parent)).toEqual([])
    const done = await visitor.post('/consent', { step: 'decline', ...mark(asked), reason: '' })
    expect(done.headers.location).toBe('/consent?done=declined')
    expect((await consentsOf(parent)).map(({ answer }) => answer)).toEqual(Array(8).fill('no'))
    expect(await requestOf(parent)).toMatchObject({ status: 'declined' })
    expect(await messagesAbout(parent)).toEqual(expect.arrayContaining(['consent-copy', 'consent-answered']))
    const page = wordsOf(await visitor.get('/consent'))
    expect(page).toContain('You said no to everything on 3 March 2026.')
    expect(page).toContain('Answer again')
    const signed = await visitor.post('/consent', await visitor.signing())
    expect(signed.headers.location).toBe('/consent?done=signed')
    expect(await requestOf(parent)).toMatchObject({ status: 'signed' })
  })

  test('[CON-4] a long reason is not lost: it is said that it is too long', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const mark = await visitor.signing({ step: 'decline' })
    const page = await visitor.post('/consent', { ...mark, reason: `${'no '.repeat(400)}THE END` })
    expect(page.status).toBe(400)
    expect(page.text).toContain('THE END')
    await visitor.post('/consent', { ...mark, reason: 'We are moving away.' })
    const [request] = await programme.query('select decline_reason from consent_requests where id = $1', [
      parent.requestId,
    ])
    expect(request).toEqual({ decline_reason: 'We are moving away.' })
  })
})

describe('taking it back', () => {
  const signedParent = async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    await visitor.post('/consent', await visitor.signing())
    return { parent, visitor }
  }

  test('[CON-4] one point is withdrawn by one button on the page of the same link; the others stay (consent 15)', async () => {
    const { parent, visitor } = await signedParent()
    const page = await visitor.get('/consent')
    expect(page.text.match(/Change to no</g)).toHaveLength(8)
    expect(wordsOf(page)).toContain('With a no, your child goes in no car with the volunteer. Change to no')
    expect((await visitor.post('/consent/withdraw-one', { item: 'travel' })).headers.location).toBe(
      '/consent?done=one-withdrawn',
    )
    const after = await visitor.get('/consent?done=one-withdrawn')
    expect(wordsOf(after)).toContain('Your answer is now no. It counts from now on.')
    expect(wordsOf(after)).toContain('Travel in a car with the volunteer No')
    expect(after.text.match(/Change to no</g)).toHaveLength(7)
    expect((await consentsOf(parent)).slice(8)).toEqual([{ item: 'travel', answer: 'no' }])
    expect(await messagesAbout(parent)).toEqual(
      expect.arrayContaining(['consent-withdrawn', 'consent-withdrawn-parent']),
    )
    expect((await visitor.post('/consent/withdraw-one', { item: 'nothing' })).headers.location).toBe('/consent')
    expect(await consentsOf(parent)).toHaveLength(9)
  })

  test('[CON-4] everything is withdrawn by two buttons, with what follows said before', async () => {
    const { parent, visitor } = await signedParent()
    const asked = await visitor.get('/consent/withdraw')
    expect(wordsOf(asked)).toContain('All your answers change to no, at once.')
    expect((await visitor.post('/consent/withdraw')).headers.location).toBe('/consent?done=withdrawn')
    expect((await consentsOf(parent)).slice(8).map(({ answer }) => answer)).toEqual(Array(8).fill('no'))
    const after = await visitor.get('/consent?done=withdrawn')
    expect(after.text).not.toContain('Change to no<')
    expect(wordsOf(after)).toContain('You said no to everything on 3 March 2026.')
    const again = await visitor.post('/consent/withdraw')
    expect(again.status).toBe(409)
    expect(await consentsOf(parent)).toHaveLength(16)
  })

  test('[CON-6 thin] neither parent learns what the other answered, and one link opens one form', async () => {
    const { parent, visitor } = await signedParent()
    const [other] = await programme.query<{ id: string }>(
      "insert into guardians (name, family_id, relationship, email, parental_responsibility, contact_rule, row_version, created_at, updated_at) values ('Jo Otherparent', $1, 'Father', 'jo@example.invalid', true, 'usual', 1, now(), now()) returning id",
      [parent.child.familyId],
    )
    const second = await anAskedParent(programme, {
      child: { ...parent.child, guardianId: String(other?.id) },
      coordinator: parent.coordinator,
    })
    const theirs = browser()
    await theirs.arrive(second.token)
    const form = await theirs.get('/consent')
    expect(form.text).not.toMatch(/Alex/)
    await theirs.post('/consent', {
      ...(await theirs.signing({ name: 'Jo Otherparent', relationship: 'Father' })),
      'answer-meetings': 'no',
    })
    const mine = await visitor.get('/consent')
    expect(mine.text).not.toMatch(/Jo|Otherparent/)
    expect(wordsOf(mine)).toContain('Meetings in public places Yes')
  })

  test('[CON-5 thin] a yes that ran out is said to have run out, and is given anew with nothing chosen beforehand', async () => {
    const { visitor, parent } = await signedParent()
    programme.clock.set('2027-03-02T23:59:00Z')
    await visitor.arrive(parent.token)
    expect(wordsOf(await visitor.get('/consent'))).toContain('Taking part in mentoring Yes')
    programme.clock.set('2027-03-03T00:01:00Z')
    const page = wordsOf(await visitor.get('/consent'))
    expect(page).toContain(
      'Taking part in mentoring Ran out May your child have a volunteer? Your yes ran out on 2 March 2027.',
    )
    const form = await visitor.get('/consent/answers')
    expect(form.text.match(/name="answer-[^>]*checked/g)).toBeNull()
  })

  test('[MAT-12 thin, VOL-8] the page shows the next confirmed meeting with a first name, and how to complain', async () => {
    const { parent, visitor } = await signedParent()
    const volunteer = await aVolunteer({ ...programme, name: 'Harper Sample' })
    const match = await aMatch({
      ...programme,
      childId: parent.child.id,
      volunteerId: volunteer.id,
      contactId: parent.coordinator,
    })
    const meet = (startsAt: string, status: string, place: string) =>
      programme.query(
        "insert into meetings (match_id, child_id, volunteer_id, guardian_id, starts_at, minutes, kind, place_kind, place, agreed_on, agreed_way, status, row_version, created_at, updated_at) values ($1, $2, $3, $4, $5, 60, 'one-to-one', 'public', $6, '2026-03-02', 'text', $7::enum_meetings_status, 1, now(), now())",
        [match, parent.child.id, volunteer.id, parent.child.guardianId, startsAt, place, status],
      )
    await meet('2026-03-09T16:00:00Z', 'proposed', 'The Unconfirmed Café')
    await meet('2026-03-10T16:00:00Z', 'confirmed', 'The Invented Library')
    await meet('2026-03-02T16:00:00Z', 'confirmed', 'The Café of Yesterday')
    await programme.query(
      "insert into programme_settings (charity_name, programme_name, office_email, office_phone) values ('Kids on Track', 'Mentoring', 'office@example.invalid', '01632 960 001')",
    )
    try {
      const page = await visitor.get('/consent')
      expect(wordsOf(page)).toContain('The next meeting With Harper Tuesday 10 March, 4pm The Invented Library')
      expect(page.text).not.toMatch(/Sample|Unconfirmed|Yesterday|Invented Road|07700/)
      expect(page.text).toContain('href="tel:01632960001"')
      expect(page.text).toContain('href="mailto:office@example.invalid"')
    } finally {
      await programme.query('delete from programme_settings')
    }
    await visitor.post('/consent/withdraw')
    expect(wordsOf(await visitor.get('/consent'))).not.toContain('Harper')
  })

  test('closing the form takes it from this browser; the link works on', async () => {
    const { parent, visitor } = await signedParent()
    expect((await visitor.post('/consent/close')).headers.location).toBe('/consent/closed')
    expect((await visitor.get('/consent/closed')).status).toBe(200)
    expect((await visitor.get('/consent')).status).toBe(404)
    expect((await visitor.arrive(parent.token)).headers.location).toBe('/consent')
  })
})

describe('what does not get out', () => {
  test('[CON-1] every route has the headers of a private page (consent 6)', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const answers = [
      await visitor.get(`/consent/${parent.token}`),
      await visitor.get('/consent/unknown'),
      await visitor.get('/consent'),
      await visitor.get('/consent/answers'),
      await visitor.get('/consent/withdraw'),
      await visitor.get('/consent/closed'),
      await visitor.get('/consent/copy'),
      await visitor.get('/consent/copy/1'),
      await visitor.get('/consent/new-link'),
      await browser().post('/consent/new-link'),
      await visitor.get('/consent/code'),
      await visitor.post('/consent/code'),
      await visitor.get('/consent/code/type'),
      await visitor.post('/consent/code/type'),
      await visitor.get('/consent/call'),
      await visitor.post('/consent/call'),
      await visitor.post('/consent', { step: 'check' }),
      await visitor.post('/consent/check'),
      await visitor.post('/consent/withdraw'),
      await visitor.post('/consent/withdraw-one'),
      await visitor.post('/consent/close'),
      await browser().get('/consent'),
      await browser().post('/consent/check'),
    ]
    for (const { headers, text } of answers) {
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['referrer-policy']).toBe('strict-origin')
      expect(headers['x-robots-tag']).toBe('noindex, nofollow')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(text).not.toMatch(/<script|https?:\/\/(?!localhost)/)
      expect(text).not.toContain(parent.token)
    }
  })

  test('a form from another site is refused, and so is one without a key', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    const signing = await visitor.signing()
    const cookie = `consent=${parent.token}`
    expect(
      (
        await supertest(served.app)
          .post('/consent')
          .set('Cookie', cookie)
          .set('Origin', 'https://elsewhere.example')
          .type('form')
          .send(signing)
      ).status,
    ).toBe(403)
    expect(
      (
        await supertest(served.app)
          .post('/consent')
          .set('Cookie', cookie)
          .set('Sec-Fetch-Site', 'same-site')
          .type('form')
          .send(signing)
      ).status,
    ).toBe(403)
    expect((await visitor.post('/consent', { ...signing, submissionKey: '' })).status).toBe(400)
    expect(await consentsOf(parent)).toEqual([])
  })

  test('[CON-1] no line of the log holds a token, a date of birth or a name that was typed (consent 6)', async () => {
    const own = testApp({ programme })
    const parent = await anAskedParent(programme)
    const visitor = parentBrowser(own)
    await visitor.head(`/consent/${parent.token}`)
    await visitor.get(`/consent/${parent.token}?utm=1`)
    await visitor.arrive(parent.token)
    await visitor.post('/consent', await visitor.signing({ name: 'Canary Signer' }))
    await visitor.get('/consent')
    expect(own.logged()).toContain('"route":"/consent/:token"')
    expect(own.logged()).not.toContain(parent.token)
    expect(own.logged()).not.toMatch(/Canary|2014|utm/)
  })

  test('[CON-1] two thousand links that were made up, from twenty addresses, get one and the same 404; beyond a hundred an address hears 429, by a link that works too, and whoever passed the check goes on (consent 2)', async () => {
    const own = await servedApp({ programme, variables: { TRUST_PROXY_HOPS: '1' } })
    try {
      const parent = await anAskedParent(programme)
      const open = async ({
        token = randomBytes(32).toString('base64url'),
        address,
        pass,
      }: {
        token?: string
        address: string
        pass?: string
      }) => {
        const answer = await fetch(`${own.publicUrl}/consent`, {
          headers: {
            cookie: pass === undefined ? `consent=${token}` : `consent=${token}; ${pass}`,
            'x-forwarded-for': address,
          },
        })
        const {
          'x-request-id': _id,
          date: _date,
          etag: _etag,
          'content-security-policy': policy,
          'retry-after': _wait,
          ...headers
        } = Object.fromEntries(answer.headers)
        const text = (await answer.text())
          .replaceAll(/name="submissionKey" value="[^"]*"/g, '')
          .replaceAll(/nonce="[^"]*"/g, '')
          .replaceAll(/[0-9a-f-]{36}/g, '')
          .replaceAll(/Try again in \d+ \w+/g, '')
        return {
          status: answer.status,
          all: JSON.stringify({ headers, policy: policy?.replaceAll(/nonce-[^']+'/g, ''), text }),
        }
      }
      const addresses = Array.from({ length: 20 }, (_, number) => `192.0.2.${number + 1}`)
      const answers: Array<Awaited<ReturnType<typeof open>>> = []
      for (let round = 0; round < GUESSES.points; round += 1)
        answers.push(...(await Promise.all(addresses.map((address) => open({ address })))))
      expect(answers).toHaveLength(2000)
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
      expect(new Set(answers.map(({ all }) => all)).size).toBe(1)
      const refused = await Promise.all(addresses.map((address) => open({ address })))
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([429]))
      const [busy = '', quiet] = [addresses[0], '192.0.2.200']
      expect(await open({ address: busy, token: parent.token })).toEqual(refused[0])
      const pass = /consent-pass=[^;]+/.exec(
        String((await parentBrowser(own, { 'x-forwarded-for': quiet }).arrive(parent.token)).headers['set-cookie']),
      )?.[0]
      expect((await open({ address: busy, token: parent.token, pass })).status).toBe(200)
      expect((await open({ address: quiet })).status).toBe(404)
      expect((await open({ address: quiet, token: parent.token })).status).toBe(200)
    } finally {
      await own.server.stop({ graceMilliseconds: 500 })
    }
  })

  test('[CON-1, CON-7] a new link ends the old one in the midst of signing, and the page says so; neither the request nor what is done with it, nor the messages, nor the audit tell a link to anybody of ours (consent 7)', async () => {
    const parent = await anAskedParent(programme)
    const late = browser()
    await late.arrive(parent.token)
    const signing = await late.signing()
    const { cookie } = await programme.signIn(parent.coordinator)
    const lead = await programme.signIn(
      await aPerson({ ...programme, roles: ['committee'], designations: ['safeguarding-lead'] }),
    )
    const office = async (path: string, by = cookie) => await supertest(served.app).get(`/api${path}`).set('Cookie', by)
    const resent = await supertest(served.app)
      .post(`/api/consent-requests/${parent.requestId}/actions/resend`)
      .set('Cookie', cookie)
      .set('Origin', served.publicUrl)
      .send({ input: {} })
    expect(resent.status).toBe(200)
    const ended = await late.post('/consent', signing)
    expect({ status: ended.status, words: wordsOf(ended) }).toMatchObject({
      status: 404,
      words: expect.stringContaining('A new link ends the old one. Look for our newest email and press its link.'),
    })
    expect(await consentsOf(parent)).toEqual([])
    const newest = await tokenOf(programme, parent.requestId)
    const visitor = browser()
    await visitor.arrive(newest)
    expect((await visitor.post('/consent', await visitor.signing())).headers.location).toBe('/consent?done=signed')

    const digests = await programme.query<{ digest: string }>(
      'select link_digest as digest from consent_requests where id = $1',
      [parent.requestId],
    )
    const told = [
      resent,
      await office(`/consent-requests/${parent.requestId}?depth=2`),
      await office(
        `/consent-requests/${parent.requestId}?showHiddenFields=true&select[linkDigest]=true&select[status]=true`,
      ),
      await office('/consent-requests?limit=100&depth=2'),
      await office(`/consent-requests/${parent.requestId}/actions`),
      await office(`/notifications?limit=100&where[subjectRecord][equals]=${parent.requestId}`),
      await office(`/audit-events?limit=100&where[recordId][equals]=${parent.requestId}`, lead.cookie),
    ]
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 200))
    for (const { text } of told) for (const secret of [parent.token, newest]) expect(text).not.toContain(secret)
    for (const { text } of told.slice(0, -1)) for (const { digest } of digests) expect(text).not.toContain(digest)
    expect(told.slice(1, 4).every(({ text }) => text.includes(parent.requestId))).toBe(true)
  })

  test('[CON-1] a scanner of mails that follows every link and sends every form, empty or with guesses, records no answer (consent 4)', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.get(`/consent/${parent.token}`)
    const guesses: Array<Record<string, string>> = [
      {},
      { 'birthday-day': '1', 'birthday-month': '1', 'birthday-year': '2000' },
      { 'birthday-day': 'test', 'birthday-month': 'test', 'birthday-year': 'test' },
    ]
    for (const guess of guesses) {
      const page = await visitor.get('/consent')
      const forms = [...page.text.matchAll(/<form[^>]* action="([^"]+)"/g)].map(([, action]) => String(action))
      expect(forms).toEqual(['/consent/check'])
      for (const action of forms) await visitor.post(action, guess)
      for (const [, href] of page.text.matchAll(/href="(\/[^"#]*)"/g)) await visitor.get(String(href))
      for (const path of [
        '/consent',
        '/consent/withdraw',
        '/consent/withdraw-one',
        '/consent/answers',
        '/consent/code',
        '/consent/code/type',
      ])
        await visitor.post(path, {
          ...answerFields(),
          email: 'test@example.invalid',
          code: '123456',
          step: 'sign',
          name: 'test',
          parentalResponsibility: 'yes',
          item: 'travel',
          wording: 'test',
        })
    }
    expect(await consentsOf(parent)).toEqual([])
    expect(await requestOf(parent)).toMatchObject({ status: 'open', signed_name: null })
    expect(await messagesAbout(parent)).toEqual(['consent-requested'])
  })
})

test('[CON-3] every page for parents can be read at the age of nine', async () => {
  const parent = await anAskedParent(programme)
  const visitor = browser()
  await visitor.get(`/consent/${parent.token}`)
  const pages = [
    await browser().get('/consent'),
    await visitor.get('/consent'),
    await visitor.post('/consent/check', { ...BIRTHDAY, 'birthday-day': '2' }),
    await visitor.post('/consent/check', {}),
    await visitor.get('/consent/code'),
    await visitor.post('/consent/code'),
    await visitor.get('/consent/code/type'),
    await visitor.post('/consent/code/type', { code: '123456' }),
  ]
  await visitor.arrive(parent.token)
  pages.push(
    await visitor.get('/consent/call'),
    await visitor.post('/consent/call'),
    await visitor.get('/consent/call?done=call-asked'),
    await visitor.post('/consent/call'),
  )
  pages.push(
    await visitor.get('/consent'),
    await visitor.post('/consent', { ...(await visitor.signing()), step: 'check', 'answer-meetings': 'no' }),
    await visitor.post('/consent', { step: 'refuse', wording: String((await visitor.signing()).wording) }),
  )
  pages.push(await visitor.post('/consent', await visitor.signing({ parentalResponsibility: '', name: '' })))
  await visitor.post('/consent', await visitor.signing())
  pages.push(await visitor.get('/consent?done=signed'), await visitor.get('/consent/withdraw'))
  await visitor.post('/consent/withdraw')
  pages.push(await visitor.get('/consent?done=withdrawn'), await visitor.get('/consent/closed'))
  const ages = pages.map((page) => {
    const lines = (/<main[^>]*>(.*)<\/main>/s.exec(page.text)?.[1] ?? '')
      .replaceAll(/<\/(p|h\d|li|dt|dd|label|legend|button|summary|div|a|strong)>/g, '.\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\S+@\S+/g, '')
    return { title: /<title>([^<]*)/.exec(page.text)?.[1], age: Math.round(readingAge(lines) * 10) / 10 }
  })
  expect(ages.filter(({ age }) => age > 9)).toEqual([])
})
