import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { axeProblemsInBothSchemes } from '../support/axe.ts'
import { servedApp } from '../support/app.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot, type PageSettings } from '../support/browser.ts'
import { aChild, aPerson, aVolunteer } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
let coordinator: string

beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
  for (const name of ['Harper Sample', 'Jordan Example', 'Morgan Specimen', 'Casey Standin'])
    await aVolunteer({ ...programme, name })
  coordinator = await aPerson({ ...programme, name: 'Ada Keeper', roles: ['co-ordinator'] })
  await aChild({ ...programme, name: 'Sky Placehalter' })
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

const LIST = fileURLToPath(new URL('../fixtures/working-list.csv', import.meta.url))
const WIDTHS = [
  ['390 px', phone],
  ['1280 px', desktop],
  ['320 px', narrow],
] as const

const signedIn = async (
  open: (browser: Browser, settings?: PageSettings) => Promise<Page>,
  settings: PageSettings = {},
): Promise<Page> => {
  const page = await open(browser, { baseUrl: served.publicUrl, ...settings })
  await page
    .context()
    .addCookies([{ name: 'session', value: (await programme.signIn(coordinator)).token, url: served.publicUrl }])
  return page
}

const press = (page: Page, selector: string): Promise<unknown> =>
  Promise.all([page.waitForEvent('load'), page.click(selector)])

test('[ELG-6, ELG-8] bringing a list in, its rows that come back, completing one and the print pass axe at every width, light and dark, without JavaScript, and nothing scrolls sideways', async () => {
  const found: string[] = []
  const look = async (page: Page, name: string): Promise<void> => {
    for (const problem of await axeProblemsInBothSchemes(page))
      found.push(`${name}: ${problem.rule} ${problem.element}`)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (sideways > 0) found.push(`${name}: scrolls sideways by ${sideways} px`)
    await screenshot(page, `working-list-${name}`)
  }
  let taken = false
  for (const [width, open] of WIDTHS) {
    const page = await signedIn(open, { javaScript: width !== '390 px' })
    const name = (screen: string): string => `${screen}-${width}`
    await page.goto('/working-list/import')
    await look(page, name('import'))
    await press(page, 'main button[type=submit]')
    await look(page, name('import-nothing-chosen'))
    await page.setInputFiles('input[type=file]', LIST)
    await press(page, 'main button[type=submit]')
    expect(await page.textContent('h1')).toBe('Look at the rows')
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)))
    await look(page, name('looked'))
    if (!taken) {
      await press(page, 'button:has-text("Take in")')
      expect(await page.textContent('.notice--success')).toContain('12 rows taken in. 3 rows came back.')
      await look(page, name('taken'))
      taken = true
    }
    const [sky] = await programme.query<{ id: string }>(
      "select id from working_list_entries where name = 'Sky Placeholder'",
    )
    await page.goto(`/working-list/${sky?.id}/complete`)
    await look(page, name('complete'))
    await page.check('input[name=child][value=new]')
    await page.fill('input[name=name]', '')
    await press(page, 'button:has-text("Complete this row")')
    expect(await page.textContent('.error-summary')).toContain('Write the child’s name.')
    await look(page, name('complete-refused'))
    await page.goto('/working-list/print')
    await look(page, name('print'))
    await closePage(page)
  }
  expect(found).toEqual([])
}, 180_000)
