import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { axeProblemsInBothSchemes } from '../support/axe.ts'
import { servedApp } from '../support/app.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot, type PageSettings } from '../support/browser.ts'
import { aMatchedPair, aVolunteer } from '../support/people.ts'
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
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

const open = async ({
  as,
  path,
  on = phone,
  ...settings
}: { as: string; path: string; on?: typeof phone } & PageSettings): Promise<Page> => {
  const page = await on(browser, { baseUrl: served.publicUrl, ...settings })
  await page
    .context()
    .addCookies([{ name: 'session', value: (await programme.signIn(as)).token, url: served.publicUrl }])
  await page.goto(path)
  return page
}

const PATHS = ['/portal/record', '/portal/record/details', '/portal/record/availability', '/portal/record/pause']

test('the pages of one’s own record have nothing for axe to find, from 320 px on, light and dark, with and without JavaScript', async () => {
  for (const as of [pair.volunteer.userId, newcomer])
    for (const path of PATHS)
      for (const [on, javaScript] of [
        [phone, true],
        [narrow, false],
        [desktop, true],
      ] as const) {
        const page = await open({ as, path, on, javaScript })
        expect([path, await axeProblemsInBothSchemes(page)]).toEqual([path, []])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
        ).toBe(true)
        if (on !== narrow)
          await screenshot(
            page,
            `${as === newcomer ? 'newcomer' : 'volunteer'}${path}-${on === phone ? 'phone' : 'desktop'}`,
          )
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
