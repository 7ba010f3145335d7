import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { asUser } from '../../src/core/access/localApi.ts'
import { insertRows } from '../../src/core/database/insertRows.ts'
import { inTransaction } from '../../src/core/database/transaction.ts'
import { changeLinkToken } from '../../src/programme/people/accountChanges/links.ts'
import { issueLink, signInLinkToken, type LinkPurpose } from '../../src/programme/people/signIn/passwordLinks.ts'
import { digestPassword } from '../../src/programme/people/signIn/passwords.ts'
import { axeProblems, axeProblemsInBothSchemes } from '../support/axe.ts'
import { servedApp } from '../support/app.ts'
import {
  closePage,
  desktop,
  launchBrowser,
  narrow,
  type PageSettings,
  phone,
  pressAndLoad,
  screenshot,
} from '../support/browser.ts'
import { aChild, aMatch, aMatchedPair, aPerson, aVettingRecord, aVolunteer } from '../support/people.ts'
import { anAcceptance, aPolicy, aVersion, confidentialityAgreedBy, richText } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
let pair: Awaited<ReturnType<typeof aMatchedPair>>
let uncleared: { id: string; userId: string }
let untold: string

const stamp = { created_at: '2025-12-01T09:00:00Z', updated_at: '2025-12-01T09:00:00Z', row_version: 1 }
const words = (text: string, format = 0) => ({ type: 'text', text, format })
const node = (type: string, children: unknown[], more: Record<string, unknown> = {}) => ({ type, children, ...more })
const policyText = {
  root: node('root', [
    node('heading', [words('What mentoring is')], { tag: 'h2' }),
    node('paragraph', [
      words('A child who is facing something hard meets '),
      words('one trusted adult', 1),
      words(', one to one, for a time that the committee sets. Read more at '),
      node('link', [words('the national charity’s pages')], { fields: { url: 'https://www.example.org/mentoring' } }),
      words('.'),
    ]),
    node('heading', [words('How we meet')], { tag: 'h3' }),
    node(
      'list',
      [
        node('listitem', [
          words('A meeting is agreed with the parent first, '),
          words('never', 2),
          words(' with the child.'),
        ]),
        node('listitem', [words('We meet in public places.')]),
        node('listitem', [
          node(
            'list',
            [
              node('listitem', [words('A cinema needs a second volunteer.')]),
              node('listitem', [words('So does a theatre.')]),
            ],
            { listType: 'bullet' },
          ),
        ]),
      ],
      { listType: 'bullet' },
    ),
    node(
      'list',
      [node('listitem', [words('Write the log.')]), node('listitem', [words('Tell us of any worry at once.')])],
      { listType: 'number', start: 1 },
    ),
    node('paragraph', [
      words('Questions? Ring '),
      node('link', [words('01632 960123')], { fields: { url: 'tel:01632960123' } }),
      words('.'),
    ]),
  ]),
}

beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
  pair = await aMatchedPair(programme)
  const { userId } = pair.volunteer
  await confidentialityAgreedBy({ ...programme, userIds: [userId] })
  const conduct = await aPolicy({ ...programme, kind: 'code-of-conduct', title: 'Code of conduct for volunteers' })
  await anAcceptance({
    ...programme,
    versionId: await aVersion({ ...programme, policyId: conduct, text: richText('Be on time.') }),
    userId,
  })
  const mentoring = await aPolicy({ ...programme, kind: 'mentoring-policy', title: 'Mentoring policy' })
  await anAcceptance({
    ...programme,
    versionId: await aVersion({ ...programme, policyId: mentoring, text: richText('The first text.') }),
    userId,
  })
  await aVersion({
    ...programme,
    policyId: mentoring,
    number: '2.0',
    text: policyText,
    changes: 'A theatre needs a second volunteer too, because nobody can see you there.',
    adoptedOn: '2026-02-27',
    graceUntil: '2026-03-13',
  })
  await aVersion({
    ...programme,
    policyId: await aPolicy({ ...programme, kind: 'expense-policy', title: 'Expense policy', mustBeAccepted: false }),
    text: richText('Keep every receipt.'),
  })
  await insertRows({
    ...programme,
    collection: 'child-backgrounds',
    rows: [
      {
        id: randomUUID(),
        child_id: pair.child.id,
        background:
          'Robin’s grandfather died last summer; they were close.\n\nHe likes football and is quiet in groups.',
        ...stamp,
      },
    ],
  })
  const ofChild = { child_id: pair.child.id, ...stamp }
  await insertRows({
    ...programme,
    collection: 'plans',
    rows: [
      {
        id: randomUUID(),
        made_on: '2026-01-10',
        child_took_part: true,
        childs_words: 'I like trains, and I want to go out on my own.',
        summary: 'One small step a month, and a club he chooses.',
        ...ofChild,
      },
    ],
  })
  await insertRows({
    ...programme,
    collection: 'plan-parts',
    rows: [
      {
        id: randomUUID(),
        kind: 'club',
        title: 'Model railway club',
        with_whom: 'Invented Hall',
        from: '2026-02-01',
        until: '2026-07-20',
        state: 'going-on',
        ...ofChild,
      },
      {
        id: randomUUID(),
        kind: 'trip',
        title: 'A day at the railway museum',
        from: '2026-04-06',
        state: 'planned',
        ...ofChild,
      },
    ],
  })
  await insertRows({
    ...programme,
    collection: 'barriers',
    rows: [
      {
        id: randomUUID(),
        what: 'No way to get to the club',
        remedy: 'money',
        remedy_words: 'A bus pass until the summer',
        status: 'open',
        ...ofChild,
      },
    ],
  })
  await insertRows({
    ...programme,
    collection: 'goals',
    rows: [
      {
        id: randomUUID(),
        title: 'Join one club',
        aim: 'life-skills',
        outcome: 'Goes every week without being asked',
        measure: 'counted in the logs',
        ...ofChild,
      },
    ],
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
    proposed_by_id: userId,
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
        id: randomUUID(),
        child_id: pair.child.id,
        match_id: pair.match,
        volunteer_id: pair.volunteer.id,
        held_on: '2026-02-10',
        location: 'The Made-up Park',
        run_by: 'Harper',
        attendees: 'Both',
        meeting_was_confirmed: true,
        written_by_id: userId,
        submitted_at: '2026-02-10T19:00:00Z',
        status: 'submitted',
        ...stamp,
      },
    ],
  })
  uncleared = await aVolunteer({ ...programme, name: 'Wren Notreal', cleared: false })
  await aVettingRecord({ ...programme, volunteerId: uncleared.id, kind: 'dbs-check', validUntil: '2026-04-02' })
  await aVettingRecord({ ...programme, volunteerId: uncleared.id, kind: 'induction' })
  untold = await aMatch({
    ...programme,
    childId: (await aChild({ ...programme, name: 'Ash Testcase' })).id,
    volunteerId: uncleared.id,
    contactId: pair.confirmer,
  })
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

type Open = (browser: Browser, settings?: PageSettings) => Promise<Page>

/** A page of somebody who is signed in, on a phone that says what it is. */
const signedIn = async (userId: string, open: Open = phone, settings: PageSettings = {}): Promise<Page> => {
  const page = await open(browser, { baseUrl: served.publicUrl, ...settings })
  const { token } = await programme.signIn(userId)
  await programme.query('update sessions set device = $2 where user_id = $1', [
    userId,
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
  ])
  await page.context().addCookies([{ name: 'session', value: token, url: served.publicUrl }])
  return page
}

const aLink = async (userId: string, purpose: LinkPurpose): Promise<string> => {
  const [id, work] = [randomUUID(), await programme.workOf({ kind: 'system', reason: 'a test' })]
  await inTransaction({ req: work.req, work: () => issueLink({ work, userId, purpose, id }) })
  return `/choose-password/${signInLinkToken({ payload: programme.payload, purpose, id })}`
}

/** Somebody's own wish for another address, as their account's page leaves it. */
const anAddressChange = async (userId: string, newAddress = `${randomUUID()}@example.invalid`): Promise<string> =>
  String(
    (
      await asUser(
        await programme.workOf({ ...(await programme.signIn(userId)).person, roles: ['administrator'] }),
      ).create({
        collection: 'account-changes',
        data: { user: userId, kind: 'address', newAddress, why: 'Their own wish.' },
      })
    ).id,
  )

const WIDTHS = { '320 px': narrow, '390 px': phone, '1280 px': desktop } as const

test.each(Object.entries(WIDTHS))(
  'at %s, light and dark, every page about policies, one’s child, one’s record and one’s account passes axe, and none scrolls sideways',
  async (width, open) => {
    const found: string[] = []
    const look = async (page: Page, name: string): Promise<void> => {
      for (const problem of await axeProblemsInBothSchemes(page))
        found.push(`${name}: ${problem.rule} ${problem.element}`)
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (sideways > 0) found.push(`${name}: scrolls sideways by ${sideways} px`)
      if (width === '390 px' || name === '/portal')
        await screenshot(page, `people-${width}${name.replaceAll('/', '-')}`)
    }
    const page = await signedIn(pair.volunteer.userId, open)
    for (const path of [
      '/portal',
      '/portal/policies',
      '/portal/policies/mentoring-policy',
      '/portal/policies/code-of-conduct',
      '/portal/policies/mentoring-policy/versions/1.0',
      '/portal/policies/mentoring-policy/compare',
      `/portal/children/${pair.match}`,
      '/portal/record',
      '/account',
      '/account/password',
      '/account/address',
      '/portal/worry',
    ]) {
      await page.goto(path)
      await look(page, path.replace(pair.match, 'robin'))
    }
    await page.goto('/portal/policies/mentoring-policy')
    await pressAndLoad(page, 'main button[type=submit]')
    await look(page, '/policy-unsigned')
    await closePage(page)

    const other = await signedIn(uncleared.userId, open)
    await other.goto('/portal/record')
    await look(other, '/record-missing')
    await other.goto(`/portal/children/${untold}`)
    await look(other, '/child-not-shown')
    await closePage(other)

    const stranger = await open(browser, { baseUrl: served.publicUrl })
    for (const path of ['/sign-in', '/forgotten-password', '/forgotten-password/sent']) {
      await stranger.goto(path)
      await look(stranger, path)
    }
    await stranger.goto(
      await aLink(await aPerson({ ...programme, name: 'Sky Newcomer', roles: ['trustee'] }), 'invitation'),
    )
    await look(stranger, '/choose-password')
    await stranger.fill('input[name=password]', 'too short')
    await pressAndLoad(stranger, 'main button[type=submit]')
    await look(stranger, '/choose-password-refused')
    const wish = await anAddressChange(await aPerson({ ...programme, name: 'Sky Newcomer', roles: ['trustee'] }))
    for (const [holder, name] of [
      ['new-address', '/address-change'],
      ['present-address', '/address-change-stop'],
    ] as const) {
      await stranger.goto(`/address-change/${changeLinkToken({ payload: programme.payload, id: wish, holder })}`)
      await look(stranger, name)
    }
    for (const answer of ['yes', 'no']) {
      await stranger.goto(`/address-change/done?answer=${answer}`)
      await look(stranger, `/address-change-${answer}`)
    }
    await stranger.goto('/choose-password/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
    await look(stranger, '/link-useless')
    await closePage(stranger)
    await programme.query('delete from rate_limits')
    expect(found).toEqual([])
  },
  120_000,
)

test('[POL-4 thin] on a phone, without JavaScript: from the home page to a receipt in four taps and one typed name', async () => {
  const page = await signedIn(pair.volunteer.userId, phone, { javaScript: false })
  await page.goto('/portal')
  await page.tap('text=Read and accept: Mentoring policy')
  await page.fill('input[name=typedName]', 'Harper Sample')
  await page.tap('text=Accept version 2.0')
  await page.waitForURL(/done=policy-accepted/)
  expect(await page.textContent('main')).toContain(
    'You acceptedMentoring policy, version 2.0On3 March 2026SignedHarper Sample',
  )
  await screenshot(page, 'people-phone-light-receipt')
  await closePage(page)
})

test('the way from an invitation to being in, without JavaScript; the link stands in no address after it', async () => {
  const userId = await aPerson({ ...programme, name: 'Rory Newcomer', roles: ['trustee'] })
  const page = await phone(browser, { baseUrl: served.publicUrl, javaScript: false })
  const link = await aLink(userId, 'invitation')
  await page.goto(link)
  expect(new URL(page.url()).pathname).toBe('/choose-password')
  await page.fill('input[name=password]', 'velvet cactus riding north')
  await page.fill('input[name=again]', 'velvet cactus riding north')
  await page.tap('text=Keep this password')
  await page.waitForURL(/\/admin/)
  await page.goto('/account')
  expect(await page.textContent('main')).toContain('Rory Newcomer')
  await page.goto(link)
  expect(await page.textContent('main')).toContain('This link does not work any more')
  await closePage(page)
})

test('a password is shown while it is typed, by mouse or keyboard, and hidden again when it is sent', async () => {
  const page = await phone(browser, { baseUrl: served.publicUrl })
  await page.goto('/sign-in')
  await page.fill('input[name=password]', 'velvet cactus')
  await page.tap('button:has-text("Show")')
  expect(await page.getAttribute('input[name=password]', 'type')).toBe('text')
  expect(await page.locator('.show-password').getAttribute('aria-label')).toBe('Hide: Password')
  expect(await axeProblems(page)).toEqual([])
  await page.fill('input[name=email]', 'nobody@example.invalid')
  await page.tap('main button[type=submit]')
  await page.waitForSelector('.error-summary')
  expect(await page.getAttribute('input[name=password]', 'type')).toBe('password')
  await closePage(page)
})

const ATTACKS = [
  '<script>document.title="hit"</script>',
  '"><img src=x onerror=document.title="hit">',
  "'><svg/onload=document.title='hit'>",
  '</textarea><script>document.title="hit"</script>',
  '{{constructor.constructor("document.title=1")()}}',
  '<a href="javascript:document.title=1">x</a>',
  '<style>body{display:none}</style>',
  '<iframe srcdoc="<script>parent.document.title=1</script>">',
  '<base href="https://elsewhere.example/">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
]

test('what attacks a browser comes out as words, in policies, names, backgrounds, places and devices', async () => {
  const attack = ATTACKS.join(' ')
  const victim = await aMatchedPair(programme)
  const { userId, id } = victim.volunteer
  const policyId = await aPolicy({ ...programme, kind: 'safeguarding-policy', title: attack.slice(0, 160) })
  const links = [
    'javascript:document.title="hit"',
    ' jav\tascript:document.title="hit"',
    'data:text/html,<script>1</script>',
    'vbscript:x',
  ].map((url) => node('link', [words('tap here')], { fields: { url } }))
  await anAcceptance({
    ...programme,
    userId,
    typedName: attack.slice(0, 120),
    versionId: await aVersion({
      ...programme,
      policyId,
      text: {
        root: node('root', [
          ...ATTACKS.map((line) => node('paragraph', [words(line)])),
          node('paragraph', links),
          node('script', [words('document.title="hit"')]),
          node('heading', [words(attack)], { tag: 'script' }),
        ]),
      },
      changes: attack,
    }),
  })
  await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    text: { root: node('root', [node('paragraph', [words(attack), ...links])]) },
    changes: attack,
    adoptedOn: '2026-02-20',
    graceUntil: '2026-03-20',
  })
  await confidentialityAgreedBy({ ...programme, userIds: [userId] })
  const name = attack.slice(0, 100)
  await programme.query('update users set name = $2 where id = $1', [userId, name])
  await programme.query('update volunteers set name = $2 where id = $1', [id, name])
  await programme.query('update children set name = $2, known_as = $3 where id = $1', [
    victim.child.id,
    name,
    attack.slice(0, 60),
  ])
  await programme.query('update guardians set name = $2, relationship = $3, mobile = $4 where id = $1', [
    victim.child.guardianId,
    name,
    attack.slice(0, 60),
    '"><b>1',
  ])
  const ofVictim = { child_id: victim.child.id, ...stamp }
  await insertRows({
    ...programme,
    collection: 'child-backgrounds',
    rows: [{ id: randomUUID(), background: attack, ...ofVictim }],
  })
  await insertRows({
    ...programme,
    collection: 'plans',
    rows: [
      {
        id: randomUUID(),
        made_on: '2026-01-10',
        child_took_part: true,
        childs_words: attack,
        summary: attack,
        ...ofVictim,
      },
    ],
  })
  await insertRows({
    ...programme,
    collection: 'plan-parts',
    rows: [
      {
        id: randomUUID(),
        kind: 'club',
        title: attack,
        with_whom: attack,
        from: '2026-02-01',
        state: 'going-on',
        ...ofVictim,
      },
    ],
  })
  await insertRows({
    ...programme,
    collection: 'barriers',
    rows: [{ id: randomUUID(), what: attack, remedy: 'money', remedy_words: attack, status: 'open', ...ofVictim }],
  })
  await insertRows({
    ...programme,
    collection: 'goals',
    rows: [{ id: randomUUID(), title: attack, aim: 'life-skills', outcome: attack, measure: attack, ...ofVictim }],
  })
  await insertRows({
    ...programme,
    collection: 'meetings',
    rows: [
      {
        id: randomUUID(),
        match_id: victim.match,
        child_id: victim.child.id,
        volunteer_id: id,
        guardian_id: victim.child.guardianId,
        minutes: 60,
        kind: 'one-to-one',
        place_kind: 'public',
        agreed_on: '2026-02-01',
        agreed_way: 'text',
        starts_at: '2026-03-10T16:00:00Z',
        place: attack.slice(0, 200),
        status: 'confirmed',
        ...stamp,
      },
    ],
  })

  const page = await signedIn(userId)
  const trouble: string[] = []
  page.on('dialog', (dialog) => void trouble.push(dialog.message()))
  page.on(
    'console',
    (message) => /Content Security Policy|Refused to/.test(message.text()) && trouble.push(message.text()),
  )
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on(
    'request',
    (request) =>
      request.url().startsWith(served.publicUrl) || request.url().startsWith('data:') || trouble.push(request.url()),
  )
  for (const path of [
    '/portal',
    '/portal/policies',
    '/portal/policies/safeguarding-policy',
    '/portal/policies/safeguarding-policy/versions/1.0',
    '/portal/policies/safeguarding-policy/compare',
    `/portal/children/${victim.match}`,
    '/portal/record',
    '/account',
  ]) {
    await page.goto(path)
    const shown = await page.evaluate(() => ({
      title: document.title,
      text: document.body.innerText,
      planted: document.querySelectorAll(
        'main script, main img, main iframe, main style, main base, main meta, main svg:not(.icon), [onerror], [onload]',
      ).length,
      addresses: [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).protocol),
    }))
    expect([path, shown.title.includes('hit') && !shown.title.includes('<'), shown.planted]).toEqual([path, false, 0])
    expect(
      new Set(shown.addresses.filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:', 'sms:'].includes(protocol))),
    ).toEqual(new Set())
  }
  await page.goto('/portal/policies/safeguarding-policy/versions/1.0')
  for (const line of ATTACKS)
    expect(await page.evaluate(() => (document.querySelector('main') as HTMLElement).innerText)).toContain(line)
  await page.click('text=tap here >> nth=0')
  await screenshot(page, 'people-phone-light-attacked')
  await page.goto(`/portal/children/${victim.match}`)
  await screenshot(page, 'people-phone-light-child-attacked')
  expect(trouble).toEqual([])
  expect(await page.title()).not.toBe('hit')
  await closePage(page)
})

test('[ORG-1] another address of one’s own on a phone, without JavaScript: two fields, one link, and signed in with it', async () => {
  const userId = await aPerson({ ...programme, name: 'Rory Mover', roles: ['trustee'] })
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, await digestPassword('velvet cactus riding north')],
  )
  const wanted = `${randomUUID()}@example.invalid`
  const page = await signedIn(userId, phone, { javaScript: false })
  await page.goto('/account')
  await page.tap('a[href="/account/address"]')
  await page.fill('input[name=newAddress]', wanted)
  await page.fill('input[name=password]', 'velvet cactus riding north')
  await page.tap('text=Send me a link')
  await page.waitForURL(/done=address-asked/)
  const [change] = await programme.query<{ id: string }>('select id from account_changes where user_id = $1', [userId])
  await page.goto(
    `/address-change/${changeLinkToken({ payload: programme.payload, id: change?.id ?? '', holder: 'new-address' })}`,
  )
  await page.tap('text=Yes, change it')
  await page.waitForURL(/answer=yes/)
  await screenshot(page, 'people-phone-light-address-changed')
  expect(await programme.query('select email from users where id = $1', [userId])).toEqual([{ email: wanted }])
  await closePage(page)
})
