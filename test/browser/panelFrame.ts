import { expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { idOf } from '../../src/sample/identity.ts'
import { axeProblems } from '../support/axe.ts'
import { closePage, desktop, phone, screenshot, type PageSettings } from '../support/browser.ts'
import { aPerson } from '../support/people.ts'
import type { PanelServer } from '../support/panelServer.ts'
import { untilAwake } from './panelViews.ts'

type Given = { server: () => PanelServer; browser: () => Browser }

/** Milliseconds: a page of the panel on a busy machine. */
const PATIENCE = 60_000
const [casey, morgan] = ['casey', 'morgan'].map((key) => idOf('user', key)) as [string, string]
const SEARCH_BOX = '.search-box input'

/**
 * Looks at what stands around every page of the panel: the menu and the search over everything, by hand, by keyboard
 * alone, without scripts, at every width. Belongs to the panel's story, whose server it goes on with, the sample
 * programme beside it.
 */
export const lookAtFrame = ({ server, browser }: Given): void => {
  const open = async (
    who: string,
    { on = desktop, ...settings }: PageSettings & { on?: typeof desktop } = {},
  ): Promise<{ page: Page; complaints: string[] }> => {
    const page = await on(browser(), { baseUrl: server().publicUrl, ...settings })
    page.setDefaultTimeout(PATIENCE)
    await page.context().addCookies([await server().cookieOf(who)])
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    return { page, complaints }
  }

  test('the menu has what each person may see, in at most twelve stops of the Tab key, and says where one is', async () => {
    const { page, complaints } = await open(casey)
    await page.goto('/admin/working-list')
    await untilAwake(page, SEARCH_BOX)
    expect(await page.locator('.menu__name').allInnerTexts()).toEqual([
      'Today',
      'Children',
      'Volunteers',
      'Meetings',
      'Policies',
      'Settings',
      expect.stringContaining('Casey'),
    ])
    expect(await page.locator(':is(.menu, .panel-pages) [aria-current=page]').allInnerTexts()).toEqual([
      expect.stringContaining('Children'),
      'Working list',
    ])
    const stops: string[] = []
    do {
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
    } while (!(await page.locator(SEARCH_BOX).evaluate((box) => box === document.activeElement)) && stops.length < 40)
    expect(stops[0]).toBe('Skip to the content')
    // The last of them is the search, behind the menu.
    expect(stops.length - 1).toBeLessThanOrEqual(12)
    // From one page to another nothing of the frame is loaded anew.
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.click('.menu__word:has-text("Policies")')
    await page.waitForSelector('.panel-pages [aria-current=page]:has-text("Policies")')
    await page.waitForSelector('.policies h1')
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    await page.click('.panel-pages a:has-text("Directory")')
    await page.waitForSelector('.collection-list h1:has-text("Directory")')
    expect(complaints).toEqual([])
    await closePage(page)

    const trustee = await aPerson({ query: server().query, name: 'Toni Example', roles: ['trustee'] })
    const { page: ofTrustee } = await open(trustee)
    await ofTrustee.goto('/admin')
    await ofTrustee.waitForSelector('.menu__word')
    expect(await ofTrustee.locator('.menu__word .menu__name').allInnerTexts()).toEqual(['Today', 'Policies'])
    await closePage(ofTrustee)
  }, 180_000)

  test('a person is found by two presses: Ctrl-K and Enter, whatever stands open; by hand with the page of results', async () => {
    const { page, complaints } = await open(casey)
    await page.goto('/admin/policies')
    await untilAwake(page, SEARCH_BOX)
    await page.keyboard.press('Control+k')
    await page.waitForSelector(`${SEARCH_BOX}:focus`)
    await page.keyboard.type('sample jun', { delay: 20 })
    await page.waitForSelector('[role=option][aria-selected=true]:has-text("Juniper Sample")')
    expect(await page.locator('[role=listbox] [role=group]').first().getAttribute('aria-label')).toBe('Children')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/admin\/collections\/children\/[0-9a-f-]{36}/)
    // By the arrow keys to another, by Escape back to what is typed, by Enter to the page of everything.
    await untilAwake(page, SEARCH_BOX)
    await page.fill(SEARCH_BOX, '07700 900 502')
    await page.waitForSelector('[role=option]:has-text("07700 900502")')
    await page.keyboard.press('ArrowUp')
    await page.waitForSelector('[role=option][aria-selected=true]:has-text("All results")')
    await page.keyboard.press('Escape')
    await page.waitForSelector('[role=listbox]', { state: 'detached' })
    await page.keyboard.press('Enter')
    await page.waitForSelector('.found h2:has-text("Parents and carers")')
    expect(complaints).toEqual([])
    await closePage(page)
  }, 180_000)

  test('without scripts the search is an ordinary form, and what it found stands on a page', async () => {
    const { page } = await open(casey, { javaScript: false })
    await page.goto('/admin/policies')
    await page.fill(SEARCH_BOX, 'juniper sample')
    await page.click('.search-box button')
    await page.waitForURL(/\/admin\/search\?q=juniper\+sample/)
    await page.waitForSelector('.found__rows a:has-text("Juniper Sample")')
    await closePage(page)
  }, 120_000)

  test('on a phone the menu folds behind one button, and again when it has led somewhere', async () => {
    const { page, complaints } = await open(morgan, { on: phone })
    await page.goto('/admin')
    await untilAwake(page, SEARCH_BOX)
    expect(await page.locator('.menu__word:visible').count()).toBe(0)
    await page.click('.menu__button')
    await page.waitForSelector('.menu__word:has-text("Meetings")')
    await screenshot(page, 'panel-menu-open-390')
    await page.click('.menu__word:has-text("Meetings")')
    await page.waitForSelector('.collection-list h1:has-text("Meetings")')
    await page.waitForSelector('.menu__word', { state: 'hidden' })
    expect(complaints).toEqual([])
    await closePage(page)
  }, 120_000)

  test('axe finds nothing around the pages, landmarks looked at too, at every width, light and dark', async () => {
    const { page } = await open(morgan, { colorScheme: 'dark' })
    const found: string[] = []
    for (const path of ['/admin/search?q=juniper', '/admin/collections/children']) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(path)
      await page.waitForSelector('html[data-theme=dark]')
      await page.waitForSelector('[role=main], main')
      await untilAwake(page, SEARCH_BOX)
      await page.fill(SEARCH_BOX, 'sample')
      await page.waitForSelector('[role=option]')
      for (const theme of ['dark', 'light'] as const)
        for (const width of [390, 820, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 })
          await page.evaluate((worn) => document.documentElement.setAttribute('data-theme', worn), theme)
          await screenshot(page, `panel-frame-${path}-${width}-${theme}`)
          for (const { rule, html, help } of await axeProblems(page, { landmarks: true }))
            found.push(`${path}, ${width} px, ${theme}: ${rule} ${html} ${help}`)
        }
    }
    expect(found).toEqual([])
    await closePage(page)
  }, 300_000)
}
