import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { axeProblems } from '../support/axe.ts'
import { servedApp } from '../support/app.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot, type PageSettings } from '../support/browser.ts'
import { aMatchedPair, aVolunteer } from '../support/people.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'
import { insertRows } from '../../src/core/database/insertRows.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
let pair: Awaited<ReturnType<typeof aMatchedPair>>
let newcomer: string
beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
  pair = await aMatchedPair(programme)
  const made = await aVolunteer({ ...programme, name: 'Wren Notreal', cleared: false })
  newcomer = made.userId
  await programme.query("update volunteers set standing = 'joining', mobile = null where id = $1", [made.id])
  await confidentialityAgreedBy({ ...programme, userIds: [pair.volunteer.userId, newcomer] })
  const stamp = { created_at: '2025-12-01T09:00:00Z', updated_at: '2025-12-01T09:00:00Z', row_version: 1 }
  const guardian = { family_id: pair.child.familyId, parental_responsibility: true, ...stamp }
  await insertRows({
    ...programme,
    collection: 'guardians',
    rows: [
      { id: randomUUID(), name: 'Blake Testerton', relationship: 'Father', mobile: '07700 900457', email: 'blake.testerton@example.invalid', contact_rule: 'writing', contact_words: 'Works nights.', ...guardian },
      { id: randomUUID(), name: 'Corin Testerton', relationship: 'Uncle', mobile: '07700 900458', contact_rule: 'none', contact_words: 'A court has said so.', ...guardian },
    ],
  })
  await insertRows({ ...programme, collection: 'child-backgrounds', rows: [{ id: randomUUID(), child_id: pair.child.id, background: 'Lost a grandparent in the spring.\nQuiet since.', ...stamp }] })
  await insertRows({ ...programme, collection: 'medical-needs', rows: [{ id: randomUUID(), child_id: pair.child.id, allergies: 'Nuts', medication: 'Inhaler, in the front pocket of the bag', access_needs: 'No steps', in_an_emergency: 'Ring 999, then Alex', ...stamp }] })
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

const open = async ({ as, path, on = phone, ...settings }: { as: string; path: string; on?: typeof phone } & PageSettings): Promise<Page> => {
  const page = await on(browser, { baseUrl: served.publicUrl, ...settings })
  await page.context().addCookies([{ name: 'session', value: (await programme.signIn(as)).token, url: served.publicUrl }])
  await page.goto(path)
  return page
}

const PATHS = ['/portal/record', '/portal/record/details', '/portal/record/availability', '/portal/record/pause']

const childPath = () => `/portal/children/${pair.match}`

test.each(['light', 'dark'] as const)('the pages of one’s own record and of one’s child have nothing for axe to find, from 320 px on, %s, with and without JavaScript', async (colorScheme) => {
  for (const as of [pair.volunteer.userId, newcomer])
    for (const path of as === newcomer ? PATHS : [...PATHS, childPath(), `/portal/meetings/new?match=${pair.match}`])
      for (const [on, javaScript] of [[phone, true], [narrow, false], [desktop, true]] as const) {
        const page = await open({ as, path, on, colorScheme, javaScript })
        expect([path, await axeProblems(page)]).toEqual([path, []])
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true)
        if (colorScheme === 'light' && on !== narrow) await screenshot(page, `${as === newcomer ? 'newcomer' : 'volunteer'}${path.replace(pair.match, 'one')}-${on === phone ? 'phone' : 'desktop'}`)
        await closePage(page)
      }
}, 240_000)

test('[VOL-13] availability is kept on a phone without JavaScript, by pressing alone', async () => {
  const page = await open({ as: pair.volunteer.userId, path: '/portal/record', javaScript: false })
  let taps = 0
  const tap = async (what: ReturnType<Page['getByText']>): Promise<void> => {
    taps += 1
    await what.tap()
  }
  await tap(page.getByRole('link', { name: 'Change when you have time' }))
  await tap(page.getByRole('group', { name: 'Tuesday' }).getByText('Afternoon'))
  await tap(page.getByRole('group', { name: 'Saturday' }).getByText('Morning'))
  await tap(page.getByRole('button', { name: 'Keep this' }))
  expect(await page.getByRole('status').innerText()).toContain('Whoever plans sees when you have time')
  expect(await page.getByText('Tuesday afternoon, Saturday morning').count()).toBe(1)
  console.info(`Availability: ${taps} taps.`)
  expect(taps).toBeLessThanOrEqual(4)
  await closePage(page)
})

test('[CON-8, MAT-7] in an emergency it takes two taps from home to ring a parent, who may be rung; whoever may not offers no call', async () => {
  const page = await open({ as: pair.volunteer.userId, path: '/portal', javaScript: false })
  await page.getByRole('link', { name: /Robin Testerton/ }).and(page.locator(`[href="${childPath()}"]`)).tap()
  await page.getByRole('heading', { name: 'Health and access' }).waitFor()
  const ringing = await page.getByRole('link', { name: /^Ring/ }).evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(ringing).toEqual(['tel:07700900456'])
  expect(await page.getByRole('link', { name: /Send a text.*Blake Testerton/ }).getAttribute('href')).toBe('sms:07700900457')
  const words = await page.locator('main').innerText()
  for (const said of ['Write to Blake Testerton (father); do not ring', 'Do not contact Corin Testerton (uncle)', 'Inhaler, in the front pocket of the bag', 'Ring 999, then Alex']) expect(words).toContain(said)
  expect(words).not.toContain('07700 900458')
  await closePage(page)
})

test('[VOL-7, VOL-11] with the keyboard alone: a new mobile number, and a wish that is sent and taken back', async () => {
  const page = await open({ as: pair.volunteer.userId, path: '/portal/record/details', on: desktop })
  const tabTo = async (name: RegExp, role: 'button' | 'textbox' | 'link' | 'radio'): Promise<void> => {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await page.keyboard.press('Tab')
      if (await page.getByRole(role, { name }).first().evaluate((element) => element === document.activeElement)) return
    }
    throw new Error(`The keyboard does not come to ${String(name)}.`)
  }
  await tabTo(/Mobile number/, 'textbox')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('07700 900999')
  await tabTo(/Keep these details/, 'button')
  await page.keyboard.press('Enter')
  await page.getByText('07700 900999').waitFor()
  await tabTo(/pause or leave/, 'link')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Pause or leave', level: 1 }).waitFor()
  await tabTo(/Pause for a while/, 'radio')
  await page.keyboard.press('Space')
  await tabTo(/Tell the committee/, 'button')
  await page.keyboard.press('Enter')
  await tabTo(/Take it back/, 'button')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /pause or leave/ }).waitFor()
  await closePage(page)
})
