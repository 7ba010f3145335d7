import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { performAction } from '../../src/core/workflow/perform.ts'
import { digestPassword } from '../../src/programme/people/signIn/passwords.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { axeProblemsInBothSchemes } from '../support/axe.ts'
import { servedApp } from '../support/app.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot } from '../support/browser.ts'
import { aMatchedPair, consentFrom } from '../support/people.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

const PASSWORD = 'a password for the browser tests'
let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
let pair: Awaited<ReturnType<typeof aMatchedPair>>
let address: string

beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
  pair = await aMatchedPair(programme)
  await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId] })
  const [user] = await programme.query<{ email: string }>('select email from users where id = $1', [
    pair.volunteer.userId,
  ])
  address = user?.email ?? ''
  await programme.query(
    "insert into credentials (user_id, password_digest, changed_at, created_at, updated_at) values ($1, $2, '2026-01-01', '2026-01-01', '2026-01-01')",
    [pair.volunteer.userId, await digestPassword(PASSWORD)],
  )
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

const signIn = async (page: Page): Promise<void> => {
  await page.goto(`${served.publicUrl}/sign-in`)
  await page.fill('input[name=email]', address)
  await page.fill('input[name=password]', PASSWORD)
  await page.click('main button[type=submit]')
  await page.waitForURL(/\/portal/)
}

test('[MTG-1, MTG-4, LOG-1] on a phone, without JavaScript: propose a meeting, see it confirmed, write its log', async () => {
  const page = await phone(browser, { javaScript: false })
  await signIn(page)
  await screenshot(page, 'portal-home-phone')
  await page.click('text=Propose a meeting')
  await page.fill('input[name=date]', '2026-03-10')
  await page.fill('input[name=time]', '16:00')
  await page.check('input[name=placeKind][value=cinema]')
  await page.fill('input[name=place]', 'The Invented Cinema')
  await page.check('input[name=agreedWay][value=text]')
  await page.click('button:has-text("Propose this meeting")')
  await page.waitForSelector('text=There is a problem')
  expect(await page.textContent('main')).toContain('A cinema needs a second volunteer with you.')
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.inputValue('input[name=place]')).toBe('The Invented Cinema')
  await screenshot(page, 'portal-refusal-phone')
  await page.check('input[name=placeKind][value=public]')
  await page.fill('input[name=place]', 'Library café')
  await page.click('button:has-text("Propose this meeting")')
  await page.waitForURL(/done=meeting-proposed/)
  expect(await page.textContent('main')).toContain('Do not go until it is confirmed.')

  const [meeting] = await programme.query<{ id: string }>("select id from meetings where status = 'proposed'")
  const confirmer = await programme.signIn(pair.confirmer)
  await performAction({
    work: await programme.workOf(confirmer.person),
    workflow: meetingWorkflow,
    id: String(meeting?.id),
    action: 'confirm',
    input: {},
  })
  await page.goto(`${served.publicUrl}/portal/meetings/${meeting?.id}`)
  expect(await page.textContent('main')).toContain('Confirmed')

  programme.clock.set('2026-03-10T17:30:00Z')
  await signIn(page)
  let taps = 0
  const tap = async (selector: string): Promise<void> => {
    taps += 1
    await page.click(selector)
  }
  await tap('text=Write the log: Robin')
  await screenshot(page, 'portal-log-phone')
  await tap('button:has-text("Send this log")')
  await page.waitForURL(/done=log-sent/)
  expect(taps).toBeLessThanOrEqual(6)
  expect(await programme.query('select location, run_by, held_on, meeting_was_confirmed from session_logs')).toEqual([
    { location: 'Library café', run_by: 'Harper Sample', held_on: '2026-03-10', meeting_was_confirmed: true },
  ])
  programme.clock.set('2026-03-03T12:00:00Z')
  await closePage(page)
})

test('[LOG-8] a log that is half written stands there again after looking something up, and is gone once it is sent or begun afresh', async () => {
  const page = await phone(browser)
  await signIn(page)
  const form = `${served.publicUrl}/portal/logs/new?match=${pair.match}&unplanned=yes`
  const written = (): Promise<string> => page.inputValue('[name=activities]')
  await page.goto(form)
  await page.fill('[name=activities]', 'We built a bridge of straws.\nIt held two apples.')
  await page.evaluate(() => window.scrollTo(0, 0))
  const ring = await page.locator('.navigation__worry').boundingBox()
  await page.click('.navigation summary')
  // The open menu lies over the page and moves nothing.
  expect(await page.locator('.navigation__worry').boundingBox()).toEqual(ring)
  await page.click('.navigation__menu a[href="/portal/guidance"]')
  await page.waitForURL(/guidance/)

  await page.goto(form)
  await page.waitForSelector('text=What you had written is here again.')
  expect(await written()).toBe('We built a bridge of straws.\nIt held two apples.')
  await page.click('button:has-text("Start afresh")')
  await page.waitForLoadState('load')
  expect(await written()).toBe('')

  await page.fill('[name=activities]', 'We flew a kite.')
  await page.fill('[name=location]', '')
  await page.click('button:has-text("Send this log")')
  await page.waitForSelector('.error-summary')
  expect(await written()).toBe('We flew a kite.')
  await page.fill('[name=location]', 'Library café')
  await page.click('button:has-text("Send this log")')
  await page.waitForURL(/done=log-sent/)
  await page.goto(form)
  await page.waitForLoadState('networkidle')
  expect([await written(), await page.evaluate(() => Object.keys(sessionStorage).length)]).toEqual(['', 0])
  expect(await page.evaluate(() => Object.keys(localStorage).length)).toBe(0)
  await page.goto(`${served.publicUrl}/portal/worry`)
  expect(await page.locator('form[data-draft]').count()).toBe(0)
  await closePage(page)
})

test('every page of the portal passes axe at 320, 390 and 1280 px, light and dark, and none scrolls sideways', async () => {
  await consentFrom({
    ...programme,
    childId: pair.child.id,
    guardianId: pair.child.guardianId,
    decidedOn: '2026-03-01',
  })
  const [meeting] = await programme.query<{ id: string }>('select id from meetings limit 1')
  const [log] = await programme.query<{ id: string }>('select id from session_logs limit 1')
  const paths = [
    '/portal',
    `/portal/meetings/new?match=${pair.match}`,
    '/portal/meetings',
    `/portal/meetings/${meeting?.id}`,
    '/portal/logs',
    `/portal/logs/${log?.id}`,
    `/portal/logs/new?match=${pair.match}`,
    '/portal/calendar',
    '/portal/worry',
  ]
  const found: string[] = []
  for (const open of [narrow, phone, desktop]) {
    const page = await open(browser)
    await signIn(page)
    for (const path of paths) {
      await page.goto(`${served.publicUrl}${path}`)
      for (const problem of await axeProblemsInBothSchemes(page))
        found.push(`${path}: ${problem.rule} ${problem.element}`)
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (sideways > 0) found.push(`${path}: scrolls sideways by ${sideways} px`)
    }
    await closePage(page)
  }
  expect(found).toEqual([])
})
