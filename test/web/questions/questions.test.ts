import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { linkDigest } from '../../../src/core/access/linkTokens.ts'
import { startWork } from '../../../src/core/access/work.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { draftLink, sendDraftLink } from '../../../src/core/drafts/draftLinks.ts'
import { pruneDrafts } from '../../../src/core/drafts/drafts.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { longSentencesIn, proseOf, readingAge } from '../../support/readingAge.ts'
import { fillIn, formBrowser, SCHOOL_REFERRAL } from '../../support/referrer.ts'
import { hiddenIn, wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let tested: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  tested = testApp({ programme })
})
beforeEach(async () => {
  await programme.query('delete from rate_limits')
  await programme.query('delete from form_drafts')
  programme.clock.set('2026-03-03T12:00:00Z')
})
afterEach(async () => {
  const forms = await programme.query('select answers from form_drafts where sent_at is not null')
  expect(forms.filter(({ answers }) => Object.keys(answers as object).length > 0)).toEqual([])
})

const drafts = () =>
  programme.query<{
    id: string
    form: string
    digest: string
    link_digest: string | null
    answers: Record<string, unknown>
    email: string | null
    ends_at: Date
    sent_at: Date | null
  }>('select * from form_drafts order by created_at')
const links = async (): Promise<string[]> => {
  const rows = await programme.query<{ record: string }>(
    "select subject_record as record from notifications where template = 'form-link' order by created_at",
  )
  const found = await Promise.all(
    rows.map(({ record }) =>
      draftLink({
        payload: programme.payload,
        query: programme.query,
        publicUrl: '',
        id: record,
        now: programme.clock.now(),
      }),
    ),
  )
  return found.filter((link) => link !== undefined)
}
const send = async (browser: ReturnType<typeof formBrowser>) =>
  browser.post('/refer/check', { mark: hiddenIn(await browser.get('/refer/check'), 'mark') })

describe('[ELG-2] one question a page', () => {
  test('[ELG-2] looking changes nothing: only the first answer begins a form', async () => {
    const browser = formBrowser(tested)
    for (const path of ['/refer', '/refer/club', '/refer/find', '/refer/closed'])
      expect((await browser.get(path)).status).toBe(200)
    for (const path of ['/refer/child', '/refer/check', '/refer/save', '/refer/done', '/refer/go-on'])
      expect((await browser.get(path)).status).toBe(404)
    expect((await browser.get('/refer/no-such-page')).status).toBe(404)
    expect(await drafts()).toEqual([])
    expect(browser.cookie()).toBeUndefined()
  })

  test('[ELG-2] an answer leads on, Back leads back, and a page further on is reached only by answering', async () => {
    const browser = formBrowser(tested)
    expect((await browser.post('/refer/club', { member: 'yes' })).headers.location).toBe('/refer/child')
    expect((await browser.get('/refer/child')).text).toContain('href="/refer/club"')
    expect((await browser.get('/refer/why')).headers.location).toBe('/refer/child')
    expect((await browser.get('/refer/check')).headers.location).toBe('/refer/child')
    const [draft] = await drafts()
    expect(draft?.answers).toEqual({ member: 'yes' })
    expect(draft?.digest).toBe(linkDigest(browser.cookie() ?? ''))
  })

  test('[ELG-2] “I do not know” is an answer wherever it is offered, and is told apart from a blank', async () => {
    const browser = formBrowser(tested)
    await fillIn({
      browser,
      pages: {
        ...SCHOOL_REFERRAL,
        club: { member: 'unknown' },
        child: { childName: 'Robin Testerton', 'childBornOn-unknown': 'yes', 'childSchool-unknown': 'yes' },
        reason: { mainReason: 'unknown' },
        hopes: { hopes: '', 'hopes-unknown': 'yes' },
        'family-contact': { 'familyContact-unknown': 'yes' },
      } as never,
    })
    const [draft] = await drafts()
    expect(draft?.answers).toMatchObject({
      member: null,
      childBornOn: null,
      childSchool: null,
      mainReason: null,
      hopes: null,
      familyContact: null,
      referrerPhone: '',
    })
    expect(wordsOf(await browser.get('/refer/check'))).toContain('Date of birth I do not know')
  })

  test('what is wrong is said in a summary and at the field, in the same words, and what was typed stays', async () => {
    const browser = formBrowser(tested)
    await browser.post('/refer/club', { member: 'no' })
    const page = await browser.post('/refer/child', {
      childName: '<b>Robin</b> & Co',
      'childBornOn-day': '31',
      'childBornOn-month': '2',
      'childBornOn-year': '2014',
    })
    expect(page.status).toBe(400)
    expect(page.text).toMatch(/<title>Error: /)
    expect(page.text).toContain('value="&lt;b&gt;Robin&lt;/b&gt; &amp; Co"')
    expect(page.text).toContain('value="31"')
    expect(page.text.split('Give the day, the month and the year, such as 27 3 2014.').length).toBe(3)
    expect(page.text).toContain('href="#field-childBornOn"')
    expect((await drafts())[0]?.answers).toEqual({ member: 'no' })
  })

  test('a change from the answers to check leads back there, past a question that the change has opened', async () => {
    const browser = formBrowser(tested)
    await fillIn({ browser })
    const check = await browser.get('/refer/check')
    expect(check.text).toContain('href="/refer/hopes?change=yes"')
    const page = await browser.get('/refer/hopes?change=yes')
    expect(page.text).toContain('To come to school with joy.')
    expect(page.text).toContain('href="/refer/check"')
    expect(
      (await browser.post('/refer/hopes', { hopes: 'Something else', change: hiddenIn(page, 'change') })).headers
        .location,
    ).toBe('/refer/check')
    expect((await browser.post('/refer/family', { familyAgrees: 'no', change: 'yes' })).headers.location).toBe(
      '/refer/check',
    )
    const changed = wordsOf(await browser.get('/refer/check'))
    expect(changed).toContain('Something else')
    expect(changed).not.toContain('Alex Testerton')
    expect((await browser.post('/refer/family', { familyAgrees: 'yes', change: 'yes' })).headers.location).toBe(
      '/refer/check',
    )
  })

  test('more than a form can hold is refused, and what was there stays', async () => {
    const browser = formBrowser(tested)
    await fillIn({ browser })
    expect((await browser.post('/refer/why', { why: 'x'.repeat(8001) })).status).toBe(400)
    expect((await browser.post('/refer/why', { why: 'x'.repeat(40_000) })).status).toBe(413)
    expect((await drafts())[0]?.answers.why).toContain('Canary')
    await expect(
      programme.query(`update form_drafts set answers = jsonb_build_object('why', repeat('x', 60001))`),
    ).rejects.toThrow('form_drafts_are_bounded')
  })

  test('a box that only programs fill in stops them, and tells a person how to go on', async () => {
    const browser = formBrowser(tested)
    const caught = await browser.post('/refer/club', { member: 'yes', homepage: 'https://spam.invalid' })
    expect(caught.status).toBe(400)
    expect(wordsOf(caught)).toContain('A hidden box was filled in')
    expect(await drafts()).toEqual([])
    await fillIn({ browser })
    const check = await browser.get('/refer/check')
    expect((await browser.post('/refer/check', { mark: hiddenIn(check, 'mark'), homepage: 'x' })).status).toBe(400)
    expect(await programme.query('select 1 from incoming_referrals')).toEqual([])
  })
})

describe('[ELG-2] save and come back', () => {
  const saved = async (email = 'sam@school.invalid') => {
    const browser = formBrowser(tested)
    await browser.post('/refer/club', { member: 'yes' })
    expect((await browser.post('/refer/child', { childName: 'Robin Testerton', step: 'save' })).headers.location).toBe(
      '/refer/save',
    )
    expect((await browser.post('/refer/save', { email })).headers.location).toBe('/refer/saved')
    return browser
  }

  test('[ELG-2] a page that is left half-way keeps what was answered; the link opens the form elsewhere, and pressing it changes nothing', async () => {
    const before = (await links()).length
    await saved()
    const [link = ''] = (await links()).slice(before)
    const unchanged = await drafts()
    const other = formBrowser(tested)
    for (let times = 0; times < 3; times += 1) {
      expect((await other.head(link)).status).toBe(303)
      expect((await other.get(link)).headers.location).toBe('/refer/go-on')
    }
    expect(await drafts()).toEqual(unchanged)
    expect((await other.get('/refer/go-on')).headers.location).toBe('/refer/child')
    const page = await other.get('/refer/child')
    expect(page.text).toContain('value="Robin Testerton"')
    expect(page.headers['referrer-policy']).toBe('strict-origin')
    expect(page.headers['cache-control']).toBe('no-store')
    expect((await other.post('/refer/child', SCHOOL_REFERRAL.child)).headers.location).toBe('/refer/reason')
  })

  test('only digests are kept, and the address stands in no message', async () => {
    const browser = await saved('canary.draft@school.invalid')
    const rows = JSON.stringify([
      await drafts(),
      await programme.query('select * from notifications'),
      await programme.query('select * from audit_events'),
    ])
    const [link = ''] = (await links()).slice(-1)
    expect(rows).not.toContain(browser.cookie())
    expect(rows).not.toContain(link.split('/').at(-1))
    expect(JSON.stringify(await programme.query('select * from notifications'))).not.toContain('canary.draft')
    expect(tested.logged()).not.toContain(browser.cookie())
    expect(tested.logged()).not.toContain(link.split('/').at(-1))
    expect(tested.logged()).not.toContain('canary.draft')
  })

  test('another address makes the earlier link worthless; the browser that came by it goes on', async () => {
    await saved('wrong@school.invalid')
    const [first = ''] = (await links()).slice(-1)
    const browser = formBrowser(tested)
    await browser.get(first)
    await browser.post('/refer/save', { email: 'right@school.invalid' })
    expect((await browser.get('/refer/go-on')).headers.location).toBe('/refer/child')
    const late = formBrowser(tested)
    await late.get(first)
    expect((await late.get('/refer/go-on')).status).toBe(404)
  })

  test('asking for a lost link is answered alike whoever asks; only the worker looks', async () => {
    await saved('sam@school.invalid')
    const asked = await Promise.all(
      ['sam@school.invalid', 'nobody@school.invalid'].map(async (email) =>
        formBrowser(tested).post('/refer/find', { email }),
      ),
    )
    expect(asked.map(({ status, headers, text }) => [status, headers.location, text])).toEqual(
      [asked[0], asked[0]].map((one) => [one?.status, one?.headers.location, one?.text]),
    )
    const before = (await links()).length
    const work = await startWork({
      payload: programme.payload,
      actor: { kind: 'system', reason: 'a test' },
      from: 'worker',
    })
    for (const [email, mailing] of [
      ['sam@school.invalid', '6f1c1c1c-1111-4111-8111-111111111111'],
      ['nobody@school.invalid', '6f1c1c1c-1111-4111-8111-111111111112'],
    ])
      for (let times = 0; times < 2; times += 1)
        await inTransaction({
          req: work.req,
          work: () => sendDraftLink({ work, request: { mailing, form: 'refer', email } }),
        })
    expect((await links()).length).toBe(before + 1)
  })

  test.each([
    ['a second before its end', '2026-03-17T11:59:59Z', 303],
    ['at its end', '2026-03-17T12:00:00Z', 404],
  ])('a form lives for 14 days after it was saved last: %s', async (_words, moment, status) => {
    const browser = await saved()
    programme.clock.set(moment)
    expect((await browser.get('/refer/go-on')).status).toBe(status)
    await pruneDrafts({ query: programme.query, now: programme.clock.now() })
    expect((await drafts()).length).toBe(status === 303 ? 1 : 0)
  })

  test('a form that was closed opens no more in this browser', async () => {
    const browser = await saved()
    await browser.post('/refer/close')
    expect((await browser.get('/refer/go-on')).status).toBe(404)
    expect((await browser.post('/refer/child', SCHOOL_REFERRAL.child)).status).toBe(404)
  })

  test('a form from another site is refused; too many links for one address are not sent, and nobody can tell', async () => {
    const browser = await saved('sam@school.invalid')
    const sent = await links()
    for (let times = 0; times < 8; times += 1)
      expect((await browser.post('/refer/save', { email: 'sam@school.invalid' })).headers.location).toBe('/refer/saved')
    expect((await links()).length - sent.length).toBe(4)
    const { default: supertest } = await import('supertest')
    expect(
      (
        await supertest(tested.app)
          .post('/refer/club')
          .set('Origin', 'https://elsewhere.invalid')
          .type('form')
          .send({ member: 'yes' })
      ).status,
    ).toBe(403)
  })
})

describe('[ELG-2] one sending counts', () => {
  test('[ELG-2] fifty at the same moment make one referral; the others are led to it; what was in the form is gone from it', async () => {
    const before = (await programme.query('select 1 from incoming_referrals')).length
    const browser = formBrowser(tested)
    await fillIn({ browser })
    const mark = hiddenIn(await browser.get('/refer/check'), 'mark')
    const answers = await Promise.all(Array.from({ length: 50 }, () => browser.post('/refer/check', { mark })))
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([303])
    expect((await programme.query('select 1 from incoming_referrals')).length).toBe(before + 1)
    const [draft] = await drafts()
    expect(draft).toMatchObject({ answers: {}, email: null })
    const done = wordsOf(await browser.get('/refer/done'))
    expect(done).toMatch(/Your reference is R-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    expect(done).toContain('by 31 March 2026')
    expect((await browser.get('/refer/child')).headers.location).toBe('/refer/done')
    expect((await browser.post('/refer/child', SCHOOL_REFERRAL.child)).headers.location).toBe('/refer/done')
  })

  test('[ELG-2] whoever sends it by the emailed link reads that it is here, and so does the browser that began it', async () => {
    const first = formBrowser(tested)
    await fillIn({ browser: first })
    await first.post('/refer/save', { email: 'sam@school.invalid' })
    const [link = ''] = (await links()).slice(-1)
    const other = formBrowser(tested)
    await other.get(link)
    expect((await send(other)).headers.location).toBe('/refer/done')
    const done = wordsOf(await other.get('/refer/done'))
    expect(done).toMatch(/Your reference is R-/)
    expect(wordsOf(await first.get('/refer/done'))).toBe(done)
    // Pressed again, the link says so too, and goes out no more.
    expect((await other.get(link)).headers.location).toBe('/refer/go-on')
    expect((await other.get('/refer/go-on')).headers.location).toBe('/refer/done')
    expect((await links()).includes(link)).toBe(false)
  })

  test('answers that changed since they were read are shown again, and nothing is sent', async () => {
    const browser = formBrowser(tested)
    await fillIn({ browser })
    const mark = hiddenIn(await browser.get('/refer/check'), 'mark')
    await browser.post('/refer/hopes', { hopes: 'Another hope' })
    const page = await browser.post('/refer/check', { mark })
    expect(page.status).toBe(409)
    expect(wordsOf(page)).toContain('Your answers have changed')
    expect((await drafts())[0]?.sent_at).toBeNull()
    expect((await send(browser)).headers.location).toBe('/refer/done')
  })
})

test('[ELG-10] the reasons of the settings are the form’s, in their order; what the charity added is kept in its own words, and what it took off is refused', async () => {
  await programme.query("insert into programme_settings (referral_reasons) values (E'Moving house\\nLoss')")
  const browser = formBrowser(tested)
  const { reason: _reason, ...others } = SCHOOL_REFERRAL
  const before = { club: others.club, child: others.child }
  await fillIn({ browser, pages: before })
  const asked = await browser.get('/refer/reason')
  expect([...asked.text.matchAll(/name="mainReason" value="([^"]*)"/g)].map(([, value]) => value)).toEqual([
    'Moving house',
    'loss',
    'unknown',
  ])
  expect((await browser.post('/refer/reason', { mainReason: 'bullying' })).status).toBe(400)
  await fillIn({ browser, pages: { reason: { mainReason: 'Moving house' }, ...others } })
  expect(wordsOf(await browser.get('/refer/check'))).toContain('Moving house')
  expect((await send(browser)).headers.location).toBe('/refer/done')
  expect(
    await programme.query(
      'select main_reason from incoming_referrals order by received_at desc, created_at desc limit 1',
    ),
  ).toEqual([{ main_reason: 'Moving house' }])
  await programme.query('delete from programme_settings')
})

test.each(['grooming', 'gangs', 'loss'])(
  '[ELG-10, SAF-2] with the reason “%s” the next page says what to do if the child is in danger, where that can be so',
  async (mainReason) => {
    const browser = formBrowser(tested)
    const { club, child } = SCHOOL_REFERRAL
    await fillIn({ browser, pages: { club, child, reason: { mainReason } } })
    const next = wordsOf(await browser.get('/refer/why'))
    expect(next).toContain('Step 4 of ')
    expect(next.includes('Is the child in danger? Do not wait for us. In danger now: ring 999.')).toBe(
      mainReason !== 'loss',
    )
  },
)

test('[ELG-2] every page of the form can be read at eleven, in short sentences', async () => {
  const browser = formBrowser(tested)
  const paths = [
    '/refer',
    '/refer/find',
    '/refer/found',
    '/refer/saved',
    '/refer/closed',
    '/refer/save',
    '/refer/check',
    ...Object.keys(SCHOOL_REFERRAL).map((page) => `/refer/${page}`),
  ]
  const lost = await browser.get('/refer/go-on')
  await fillIn({ browser })
  const pages = await Promise.all(paths.map(async (path) => ({ path, text: (await browser.get(path)).text })))
  await send(browser)
  const all = [
    ...pages,
    { path: 'lost', text: lost.text },
    { path: 'done', text: (await browser.get('/refer/done')).text },
  ]
  const trouble = all.flatMap(({ path, text }) => {
    const prose = proseOf(text, {
      without: [
        'Kids on Track',
        'Robin Testerton',
        'Sam Sampleton',
        'Sample Primary',
        'Alex Testerton',
        'Sam.Canary@school.invalid',
        'sam.canary@school.invalid',
      ],
    })
    return [...(readingAge(prose) > 11 ? [`${path}: ${readingAge(prose).toFixed(1)}`] : []), ...longSentencesIn(prose)]
  })
  expect(trouble).toEqual([])
})
