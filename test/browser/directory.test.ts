import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { insertRows } from '../../src/core/database/insertRows.ts'
import { richTextOf } from '../../src/core/richText/plainText.ts'
import { STARTING_PAGES } from '../../src/programme/guidance/starting/startingPages.ts'
import { axeProblemsInBothSchemes } from '../support/axe.ts'
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
import { aPlace } from '../support/directory.ts'
import { aPerson, aVolunteer } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
let volunteer: { id: string; userId: string }
let committee: string
let wall: string

beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
  volunteer = await aVolunteer(programme)
  committee = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  wall = await aPlace({
    ...programme,
    more: {
      needs: 'Confidence\nHealth',
      phone: '01632 960 201',
      website: 'https://climbing.example/beginners',
      email: 'a-rather-long-address-for-a-climbing-wall@climbing.example',
      how_to_refer: 'Ring and ask for the beginners’ hour.\nA parent signs at the door.',
      cost: 'price',
      cost_pence: 650,
      cost_words: 'an hour, shoes included',
      age_from: 7,
      age_to: 16,
      area: 'Andover',
    },
  })
  await aPlace({
    ...programme,
    organisation: 'Madeup Bereavement Circle',
    category: 'Bereavement',
    more: { needs: 'Loss', email: 'hello@circle.example', checked_on: '2025-03-02' },
  })
  await aPlace({
    ...programme,
    organisation: 'Yellow Brick Road Project',
    category: 'Young carers',
    more: { needs: 'Family', cost: 'words', cost_words: 'To be checked', checked_on: null },
  })
  await aPlace({
    ...programme,
    organisation: 'Pretend Homework Club',
    category: 'Tutoring',
    more: { doubted_on: '2026-03-01' },
  })
  const stamp = { created_at: '2026-02-20T09:00:00Z', updated_at: '2026-02-20T09:00:00Z', row_version: 1 }
  await insertRows({
    ...programme,
    collection: 'guidance-pages',
    rows: STARTING_PAGES.map(({ title, address, text }, index) => ({
      title,
      address,
      text: richTextOf(text),
      place: index + 1,
      status: index === 0 ? 'draft' : 'published',
      id: `00000000-0000-4000-8000-00000000000${index}`,
      ...stamp,
    })),
  })
  await insertRows({
    ...programme,
    collection: 'directory-suggestions',
    rows: [
      {
        id: '00000000-0000-4000-8000-0000000000aa',
        kind: 'new-place',
        organisation: 'A gym for grown-ups',
        words: 'Near the station.',
        suggested_by_id: volunteer.userId,
        status: 'declined',
        answer: 'They take nobody under 18, we asked.',
        ...stamp,
      },
    ],
  })
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

const signedIn = async (
  userId: string,
  open: (browser: Browser, settings?: PageSettings) => Promise<Page>,
  settings: PageSettings = {},
): Promise<Page> => {
  const page = await open(browser, { baseUrl: served.publicUrl, ...settings })
  await page
    .context()
    .addCookies([{ name: 'session', value: (await programme.signIn(userId)).token, url: served.publicUrl }])
  return page
}

const WIDTHS = { '320 px': narrow, '390 px': phone, '1280 px': desktop } as const

test.each(Object.entries(WIDTHS))(
  '[DIR-1, GUI-1] at %s, light and dark, the directory and the guidance pass axe, and nothing scrolls sideways',
  async (width, open) => {
    const found: string[] = []
    const page = await signedIn(volunteer.userId, open)
    const look = async (name: string): Promise<void> => {
      for (const problem of await axeProblemsInBothSchemes(page))
        found.push(`${name}: ${problem.rule} ${problem.element}`)
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (sideways > 0) found.push(`${name}: scrolls sideways by ${sideways} px`)
      await screenshot(page, `directory-${width}-${name}`)
    }
    for (const [name, path] of [
      ['whole', ''],
      ['searched', '?text=a&need=Loss&age=9&cost=free'],
      ['suggest', '/suggest'],
      ['place', `/${wall}`],
      ['out-of-date', `/${wall}/out-of-date`],
    ] as const) {
      await page.goto(`/portal/directory${path}`)
      await look(name)
    }
    await page.goto('/portal/directory/suggest')
    await pressAndLoad(page, 'main button[type=submit]')
    await look('suggest-empty')
    for (const [name, path] of [
      ['guidance', ''],
      ['guidance-page', '/beyond-me'],
      ['values', '/values'],
    ] as const) {
      await page.goto(`/portal/guidance${path}`)
      await look(name)
    }
    await closePage(page)
    const reader = await signedIn(committee, open)
    await reader.goto(`/portal/guidance/${STARTING_PAGES[0]?.address}`)
    for (const problem of await axeProblemsInBothSchemes(reader))
      found.push(`draft: ${problem.rule} ${problem.element}`)
    await closePage(reader)
    expect(found).toEqual([])
  },
  120_000,
)

test('[DIR-1] without JavaScript and by the keyboard alone a place is found by need and age, and said to be out of date', async () => {
  const page = await signedIn(volunteer.userId, phone, { javaScript: false })
  await page.goto('/portal/directory')
  const tabTo = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab')
      if ((await page.locator(`${selector}:focus`).count()) > 0) return
    }
    throw new Error(`The keyboard never comes to ${selector}.`)
  }
  await tabTo('main details summary')
  await page.keyboard.press('Enter')
  await tabTo('#need, select[name=need]')
  await page.keyboard.type('Conf')
  await tabTo('input[name=age]')
  await page.keyboard.type('9')
  await page.keyboard.press('Enter')
  await page.waitForURL(/need=Confidence&.*age=9/)
  await tabTo(`main a[href="/portal/directory/${wall}"]`)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/portal/directory/${wall}`)
  await tabTo(`main a[href$="/out-of-date"]`)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/out-of-date')
  await tabTo('textarea')
  await page.keyboard.type('Nobody answers.')
  await tabTo('main button[type=submit]')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/portal/directory?done=out-of-date-said')
  expect(await page.locator('main').innerText()).toContain('Waiting for the committee')
  await closePage(page)
}, 120_000)
