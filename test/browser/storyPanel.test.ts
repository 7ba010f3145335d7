import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { CONSENT_ITEMS } from '../../src/programme/consent/rules.ts'
import { digestPassword } from '../../src/programme/people/signIn/passwords.ts'
import { closePage, desktop, launchBrowser, phone, screenshot, type PageSettings } from '../support/browser.ts'
import { startPanelServer, type PanelServer } from '../support/panelServer.ts'
import { aChild, aPerson, aVolunteer } from '../support/people.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'
import { aMembership } from '../support/story.ts'
import { waitUntil } from '../support/waitUntil.ts'
import { takeDocumentScreens } from './documentScreens.ts'
import { lookAtFrame } from './panelFrame.ts'
import { lookAtPanel } from './panelViews.ts'
import { putSampleBesideStory } from './sampleBesideStory.ts'

const PASSWORD = 'a password for the browser tests'
let server: PanelServer
let browser: Browser
let coordinator: string
let confirmer: string

beforeAll(async () => {
  server = await startPanelServer()
  browser = await launchBrowser()
  coordinator = await aPerson({ ...server, name: 'Morgan Specimen', roles: ['co-ordinator'] })
  confirmer = await aPerson({
    ...server,
    name: 'Casey Standin',
    roles: ['committee'],
    designations: ['meeting-confirmer', 'schools-liaison'],
  })
  await server.query(
    "insert into programme_settings (charity_name, programme_name, office_email, office_phone) values ('Kids on Track', 'Mentoring', 'office@example.invalid', '01632 960 001')",
  )
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

type Open = (browser: Browser, settings?: PageSettings) => Promise<Page>

/** A page that counts what its user presses and types. */
const counting = (page: Page) => {
  const count = { taps: 0, typed: 0 }
  return {
    count,
    tap: async (selector: string) => {
      count.taps += 1
      await page.click(selector)
    },
    type: async (selector: string, words: string) => {
      count.taps += 1
      count.typed += 1
      await page.fill(selector, words)
    },
  }
}

/** Fills a form of the panel in, as somebody at a desk does. */
const panelForm = (page: Page) => ({
  choose: async (field: string, words: string) => {
    await page.click(`#field-${field} .rs__control`)
    await page.keyboard.type(words)
    await page.click(`.rs__option:has-text("${words}")`)
  },
  date: async (label: string, date: string) =>
    page.locator('.field-type', { hasText: label }).locator('input[type=date]').fill(date),
  pick: async (label: string, words: string) => page.getByLabel(label).selectOption({ label: words }),
  write: async (field: string, words: string) => page.fill(`#field-${field}`, words),
  save: async () => {
    await page.click('#action-save')
    await page.waitForSelector('.payload-toast-item.toast-success')
  },
})

/** Whom the story is about at each width; the office is the same. */
const STORIES = [
  {
    width: '390 by 844',
    open: phone as Open,
    child: 'Robin Testerton',
    parent: 'Alex Testerton',
    volunteer: 'Harper Sample',
  },
  {
    width: '1280 by 800',
    open: desktop as Open,
    child: 'Jo Exampleton',
    parent: 'Kim Exampleton',
    volunteer: 'Quinn Madeup',
  },
] as const

test.each(STORIES)(
  '[ELG-3, MAT-2, CON-1, MTG-4, LOG-1, LOG-7] the story whole at $width: from the referral to the log that is read',
  async ({ width, open, ...names }) => {
    await server.setClock('2026-03-03T12:00:00Z')
    const { child, volunteer } = await theirRecords(names)
    const asPerson = async (userId: string): Promise<Page> => {
      const page = await open(browser, { baseUrl: server.publicUrl })
      // A page of the panel on a busy machine.
      page.setDefaultTimeout(45_000)
      await page.context().addCookies([await server.cookieOf(userId)])
      return page
    }
    const office = await asPerson(coordinator)
    const committee = await asPerson(confirmer)

    await office.goto('/admin/collections/referrals/create')
    const referral = panelForm(office)
    await referral.choose('child', names.child)
    await referral.date('Received on', '2026-03-02')
    await referral.choose('source', 'School')
    await referral.pick('Main reason', 'Confidence')
    await referral.save()

    await committee.goto('/admin')
    await committee.click('text=Read and decide')
    await committee.waitForSelector('text=Accepting needs at least one goal')
    await committee.goto('/admin/collections/goals/create')
    const goal = panelForm(committee)
    await goal.choose('child', names.child)
    await goal.write('title', 'Join one club')
    await goal.choose('aim', 'Life skills')
    await goal.write('outcome', 'Goes every week')
    await goal.write('measure', 'Counted in the logs')
    await goal.save()
    await committee.goto('/admin')
    await committee.click('text=Read and decide')
    await committee.click('button:has-text("Accept this child")')
    await committee.waitForSelector('text=Done. This referral now stands at “Accepted”.')

    await office.goto('/admin/collections/matches/create')
    const proposal = panelForm(office)
    await proposal.choose('child', names.child)
    await proposal.choose('volunteer', names.volunteer)
    await proposal.date('From', '2026-03-03')
    await proposal.choose('committeeContact', 'Casey Standin')
    await proposal.save()
    const [{ id: match } = { id: '' }] = await server.query<{ id: string }>(
      'select id from matches where child_id = $1',
      [child.id],
    )
    await committee.goto(`/admin/collections/matches/${match}`)
    const missing = committee.locator('.blockers li')
    await missing.first().waitFor()
    const words = await missing.allTextContents()
    expect(words.join(' ')).toContain('No committee member has met the parents.')
    expect(words.join(' ')).toContain('No parent or carer has agreed to “Taking part in mentoring”.')
    expect(words.length).toBeGreaterThanOrEqual(8)
    await committee.click('button:has-text("Choose this volunteer")')
    await committee.waitForSelector('text=Done. This match now stands at “Proposed”.')

    await office.goto('/admin/collections/consent-requests/create')
    const asking = panelForm(office)
    await asking.choose('child', names.child)
    await asking.choose('guardian', names.parent)
    await asking.save()
    // Where its email stands is read in the table, and the other ways to ask are one tap away on Today.
    await office.goto('/admin/collections/consent-requests')
    expect(await office.locator('.delivery').first().textContent()).toMatch(
      /^(Not yet sent|Sent)3 March 2026, \d\d:\d\d$/,
    )
    await office.goto('/admin?tab=parents')
    const waiting = office.locator('.queue__row', { hasText: `${names.parent} was asked` })
    expect((await waiting.locator('.action').allTextContents()).map((words) => words.split(':')[0])).toEqual([
      'Send the link again',
      'Ring 07700 900456',
      'Ask by telephone',
      'Ask on paper',
    ])
    const parent = await open(browser, { javaScript: false })
    const link = await linkFor(child.guardianId)
    const consent = await agree({ parent, link, name: names.parent })
    expect(consent).toEqual({ pages: 4, taps: 8, answers: 8, typed: 1 })
    await closePage(parent)
    // The link is the parent's alone: no page of ours holds it (consent 7).
    const [{ id: request } = { id: '' }] = await server.query<{ id: string }>(
      'select id from consent_requests where child_id = $1',
      [child.id],
    )
    for (const path of ['consent-requests', `consent-requests/${request}`, 'notifications']) {
      await office.goto(`/admin/collections/${path}`)
      expect(await office.content()).toContain('</html>')
      expect(await office.content()).not.toContain(link.split('/').at(-1))
    }

    await committee.goto(`/admin/collections/matches/${match}`)
    await committee.click('text=Change details')
    await committee.waitForSelector('#action-save')
    const readiness = panelForm(committee)
    for (const label of [
      'Goals set together',
      'Parents met on',
      'Volunteer, child and family met',
      'Child agreed',
      'Risk assessment accepted on',
    ])
      await readiness.date(label, '2026-03-02')
    await readiness.date('First review on', '2026-04-14')
    await readiness.choose('parentsMetBy', 'Casey Standin')
    await readiness.choose('riskAcceptedBy', 'Casey Standin')
    await readiness.choose('school', 'Has been told')
    await readiness.save()
    await committee.click('button:has-text("Start this match")')
    await committee.waitForSelector('text=Done. This match now stands at “Active”.')

    const portal = await open(browser, { baseUrl: server.publicUrl, javaScript: false })
    await signIn({ page: portal, address: volunteer.email })
    await portal.click('text=Propose a meeting')
    await portal.fill('input[name=date]', '2026-03-10')
    await portal.fill('input[name=time]', '16:00')
    await portal.check('input[name=placeKind][value=public]')
    await portal.fill('input[name=place]', 'Library café')
    await portal.check('input[name=agreedWay][value=text]')
    await portal.click('button:has-text("Propose this meeting")')
    await portal.waitForURL(/done=meeting-proposed/)

    await committee.goto('/admin')
    const confirming = counting(committee)
    await confirming.tap(`button:has-text("Confirm: ${names.child}")`)
    await committee.waitForSelector(`text=Confirmed: ${names.child}`)
    expect(confirming.count).toEqual({ taps: 1, typed: 0 })

    await server.setClock('2026-03-10T17:30:00Z')
    await signIn({ page: portal, address: volunteer.email })
    const logging = counting(portal)
    await logging.tap(`text=Write the log: ${names.child}`)
    await logging.tap('button:has-text("Send this log")')
    await portal.waitForURL(/done=log-sent/)
    expect(logging.count).toEqual({ taps: 2, typed: 0 })

    await office.context().addCookies([await server.cookieOf(coordinator)])
    await office.goto('/admin')
    await office.click('summary:has-text("Read the log")')
    await screenshot(office, `story-log-${width}`)
    await office.click('button:has-text("Mark as read")')
    await office.waitForSelector(`text=Read: ${names.child}`)
    expect(
      await server.query(
        'select count(*)::int as read from log_readings r join session_logs l on l.id = r.log_id where l.child_id = $1',
        [child.id],
      ),
    ).toEqual([{ read: 1 }])
    for (const page of [office, committee, portal]) await closePage(page)
  },
  180_000,
)

describe('with the sample programme beside it', () => {
  beforeAll(() => putSampleBesideStory(server))
  lookAtFrame({ server: () => server, browser: () => browser })
  lookAtPanel({ server: () => server, browser: () => browser })
  takeDocumentScreens({ server: () => server, browser: () => browser })
})

/**
 * The child with a parent and a membership of the club, and a cleared volunteer who can sign in: what is there before
 * the story begins.
 */
const theirRecords = async (names: { child: string; parent: string; volunteer: string }) => {
  const child = await aChild({ ...server, name: names.child })
  await server.query('update guardians set name = $2 where id = $1', [child.guardianId, names.parent])
  await aMembership({ ...server, childId: child.id })
  const { userId } = await aVolunteer({ ...server, name: names.volunteer })
  await confidentialityAgreedBy({ ...server, userIds: [userId] })
  await server.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [userId, await digestPassword(PASSWORD)],
  )
  const [user] = await server.query<{ email: string }>('select email from users where id = $1', [userId])
  return { child, volunteer: { userId, email: user?.email ?? '' } }
}

/** The link in the email that the parent was sent. */
const linkFor = async (guardianId: string): Promise<string> => {
  const [guardian] = await server.query<{ email: string }>('select email from guardians where id = $1', [guardianId])
  const sent = () =>
    server.mail.messages.find(
      ({ to, parsed }) => to.includes(guardian?.email ?? '') && /\/consent\//.test(parsed.text ?? ''),
    )
  await waitUntil({ what: 'the email with the link', holds: () => sent() !== undefined, timeoutMilliseconds: 20_000 })
  return /http\S+\/consent\/[\w-]+/.exec(sent()?.parsed.text ?? '')?.[0] ?? ''
}

/** What the parent does with it, counted: the eight answers apart, since none may be given for them. */
const agree = async ({ parent, link, name }: { parent: Page; link: string; name: string }) => {
  const { count, tap, type } = counting(parent)
  let pages = 1
  await parent.goto(link)
  for (const [field, words] of [
    ['day', '20'],
    ['month', 'January'],
    ['year', '2014'],
  ] as const)
    await type(`input[name=birthday-${field}]`, words)
  await tap('button:has-text("Continue")')
  pages += 1
  const beyondTheCheck = count.typed
  const items = Object.keys(CONSENT_ITEMS)
  for (const item of items) await parent.click(`label[for=field-answer-${item}]`)
  await tap('button:has-text("Check my answers")')
  pages += 1
  await tap('label[for=field-parentalResponsibility]')
  await type('input[name=name]', name)
  await tap('button:has-text("Sign and send")')
  pages += 1
  await parent.waitForURL(/done=signed/)
  return { pages, taps: count.taps, answers: items.length, typed: count.typed - beyondTheCheck }
}

const signIn = async ({ page, address }: { page: Page; address: string }): Promise<void> => {
  await page.goto('/sign-in')
  await page.fill('input[name=email]', address)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('main button[type=submit]')
  await page.waitForURL(/\/portal/)
}
