import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { IDEMPOTENCY_FIELD } from '../../../src/core/http/idempotency.ts'
import { axeProblems, axeProblemsInBothSchemes } from '../../support/axe.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot } from '../../support/browser.ts'
import { galleryAddresses as addresses, serveGallery } from './gallery.ts'

const devices = { narrow, phone, desktop }

let browser: Browser
let gallery: Awaited<ReturnType<typeof serveGallery>>

beforeAll(async () => {
  gallery = await serveGallery()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await gallery.close()
})

describe.each(['narrow', 'phone', 'desktop'] as const)('on a %s screen', (device) => {
  test('axe finds nothing, nothing is cut off and the policy blocks nothing, light and dark', async () => {
    const page = await devices[device](browser, { baseUrl: gallery.baseUrl })
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    for (const address of addresses) {
      await page.goto(address)
      expect({ address, problems: await axeProblemsInBothSchemes(page) }).toEqual({ address, problems: [] })
      expect({ address, beyond: await widthBeyondScreen(page) }).toEqual({ address, beyond: 0 })
      if (device !== 'narrow') await screenshot(page, `design ${address} ${device}`)
    }
    expect(said.filter((text) => !text.includes('503'))).toEqual([])
    await closePage(page)
  })
})

test('text at twice its size still fits the narrowest screen', async () => {
  const page = await narrow(browser, { baseUrl: gallery.baseUrl })
  for (const address of addresses) {
    await page.goto(address)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '212.5%'))
    expect({ address, beyond: await widthBeyondScreen(page) }).toEqual({ address, beyond: 0 })
  }
  await closePage(page)
})

test('a word of 150 letters, in whatever people write, widens nothing, at the usual size and at twice that', async () => {
  const page = await narrow(browser, { baseUrl: gallery.baseUrl })
  for (const address of addresses) {
    await page.goto(address)
    await page.evaluate(() => {
      for (const written of document.querySelectorAll(
        'main :is(h1, h2, h3, p, dd, dt, li, td, a, strong, span, legend)',
      ))
        if (
          written.children.length === 0 &&
          (written.textContent ?? '').trim() !== '' &&
          !written.closest('button, [hidden], .visually-hidden, .button, .tag, .date-tile, .child-mark, th')
        )
          written.textContent = `${written.textContent} ${'Inventedschool'.repeat(11)}`
    })
    expect({ address, beyond: await widthBeyondScreen(page) }).toEqual({ address, beyond: 0 })
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '212.5%'))
    expect({ address, large: await widthBeyondScreen(page) }).toEqual({ address, large: 0 })
  }
  await closePage(page)
})

test('axe finds nothing in forced colours, and the chosen answer is still marked', async () => {
  const page = await phone(browser, { baseUrl: gallery.baseUrl })
  await page.emulateMedia({ forcedColors: 'active' })
  for (const address of addresses) {
    await page.goto(address)
    expect({ address, problems: await axeProblems(page) }).toEqual({ address, problems: [] })
  }
  await page.goto('/portal/log')
  expect(
    await page
      .locator('input[name=wentAhead]')
      .first()
      .evaluate((input) => getComputedStyle(input).appearance),
  ).toBe('auto')
  await closePage(page)
})

test('whatever stands alone to be pressed is at least 44 pixels high and wide', async () => {
  for (const open of [narrow, desktop]) {
    const page = await open(browser, { baseUrl: gallery.baseUrl })
    for (const address of addresses) {
      await page.goto(address)
      if (await page.locator('summary:visible').count())
        for (const summary of await page.locator('summary:visible').all()) await summary.click()
      expect({ address, small: await smallTargets(page) }).toEqual({ address, small: [] })
    }
    await closePage(page)
  }
})

test('the error summary takes the focus without JavaScript, and its links lead into the fields', async () => {
  const page = await phone(browser, { baseUrl: gallery.baseUrl, javaScript: false })
  await page.goto('/portal/log/errors')
  expect(await page.title()).toBe('Error: Log your meeting – Mentoring – Kids on Track')
  expect(await page.locator(':focus').getAttribute('class')).toBe('error-summary')
  for (const [words, id] of [
    ['Enter a date that is not in the future', 'field-date'],
    ['Enter a real date of birth', 'field-dateOfBirth'],
    ['Say whether the meeting went ahead', 'field-wentAhead'],
    ['Say in a few words what you did', 'field-focus'],
    ['Tick the box if you have parental responsibility', 'field-agreed'],
  ] as const) {
    await page.getByRole('link', { name: words }).click()
    expect(await page.locator(':focus').getAttribute('id')).toBe(id)
  }
  await closePage(page)
})

test('the menu opens without JavaScript on a phone, by key as well as by touch, and is a row on a desk', async () => {
  const page = await phone(browser, { baseUrl: gallery.baseUrl, javaScript: false })
  await page.goto('/portal/lists')
  const meetings = page.getByRole('link', { name: 'Meetings', exact: true })
  expect(await meetings.isVisible()).toBe(false)
  expect(
    await page.getByRole('navigation', { name: 'Portal' }).getByRole('link', { name: 'Report a worry' }).isVisible(),
  ).toBe(true)
  await page.locator('summary', { hasText: 'Menu' }).focus()
  await page.keyboard.press('Enter')
  expect(await meetings.isVisible()).toBe(true)
  await page.locator('summary', { hasText: 'Menu' }).tap()
  expect(await meetings.isVisible()).toBe(false)
  await closePage(page)

  const desk = await desktop(browser, { baseUrl: gallery.baseUrl, javaScript: false })
  await desk.goto('/portal/lists')
  expect(await desk.locator('summary', { hasText: 'Menu' }).isVisible()).toBe(false)
  expect(await desk.getByRole('link', { name: 'Meetings', exact: true }).isVisible()).toBe(true)
  await desk.getByRole('link', { name: 'Home', exact: true }).focus()
  await desk.keyboard.press('Tab')
  expect(await desk.locator(':focus').textContent()).toBe('Meetings')
  await closePage(desk)
})

test('the first key leads past the header, and every control shows where the focus is', async () => {
  const page = await desktop(browser, { baseUrl: gallery.baseUrl })
  await page.goto('/portal/log')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe('Skip to main content')
  expect(await page.locator(':focus').evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Enter')
  await page.locator('#main:focus').waitFor()
  const unseen: string[] = []
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(ringAroundFocus)
    if (focused === undefined) break
    if (!focused.ringed) unseen.push(focused.html)
  }
  expect(unseen).toEqual([])
  await closePage(page)
})

test('what is posted is what was typed, under the names the server expects', async () => {
  const page = await phone(browser, { baseUrl: gallery.baseUrl, javaScript: false })
  await page.goto('/portal/log')
  await page.getByLabel('No', { exact: true }).check()
  await page.getByLabel('Join a club').check()
  await page.getByLabel('Where').fill('The park & ride café')
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST'),
    page.getByRole('button', { name: 'Save for later' }).click(),
  ])
  expect([...new URLSearchParams(request.postData() ?? '')]).toEqual([
    ['wentAhead', 'no'],
    ['date', '2026-03-03'],
    ['start', '16:00'],
    ['place', 'The park & ride café'],
    ['length', '90'],
    ['goals', 'reading'],
    ['goals', 'club'],
    ['focus', 'We read two chapters and talked about them.'],
    ['spent', ''],
    ['receipt', ''],
    ['intent', 'later'],
    [IDEMPOTENCY_FIELD, 'key'],
  ])
  await closePage(page)
})

test('a first visit asks for at most five files, and moves nothing about when the typeface arrives', async () => {
  const page = await phone(browser, { baseUrl: gallery.baseUrl })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/portal', { waitUntil: 'networkidle' })
  expect(asked.length).toBeLessThanOrEqual(4)
  expect(await page.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next"'))).toBe(true)
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 200)
      }),
  )
  expect(shift).toBeLessThanOrEqual(0.02)
  await closePage(page)
})

test('the page of the panel in the making opens it by itself when it is ready', async () => {
  const page = await desktop(browser, { baseUrl: gallery.baseUrl })
  await page.goto('/admin')
  await page.route('**/admin', (route) =>
    route.fulfill({
      status: 200,
      contentType: 'text/html',
      body: '<!doctype html><html lang="en-GB"><title>The panel</title><h1>The panel</h1></html>',
    }),
  )
  await page.getByRole('heading', { name: 'The panel', exact: true }).waitFor()
  await closePage(page)
})

const widthBeyondScreen = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))

/** Everything that can be pressed and is smaller than 44 by 44, save links within a sentence. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const target = (element: Element): Element =>
      element.closest('.card--link, .task-list__task, .timeline__row--link') ??
      (element instanceof HTMLInputElement && element.closest('.choice')
        ? (element.closest('.choice') as Element)
        : element)
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((element) => element.getClientRects().length > 0 && !element.classList.contains('skip-link'))
      .filter(
        (element) =>
          !(
            element.tagName === 'A' &&
            getComputedStyle(element).display === 'inline' &&
            target(element) === element &&
            element.closest('p, li, h2') !== null
          ),
      )
      .flatMap((element) => {
        const { width, height } = target(element).getBoundingClientRect()
        return width >= 44 && height >= 44 ? [] : [`${element.outerHTML.slice(0, 80)} ${width} × ${height}`]
      })
  })

/**
 * Whether a ring is drawn around what has the focus, on it or on what stands for it; undefined when the page has none.
 */
const ringAroundFocus = (): { html: string; ringed: boolean } | undefined => {
  const focused = document.activeElement
  if (!focused || focused === document.body) return undefined
  const ringed = (style: CSSStyleDeclaration): boolean =>
    style.outlineStyle === 'solid' && Number.parseFloat(style.outlineWidth) >= 3
  const standIns = [
    getComputedStyle(focused),
    getComputedStyle(focused, '::after'),
    ...(focused.nextElementSibling ? [getComputedStyle(focused.nextElementSibling)] : []),
  ]
  return { html: focused.outerHTML.slice(0, 80), ringed: standIns.some(ringed) }
}
