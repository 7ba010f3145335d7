import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** What differs between the pages of a test. */
export type PageSettings = {
  /** So that page.goto('/portal') is enough. */
  baseUrl?: string
  colorScheme?: 'light' | 'dark'
  /** False shows the page as a browser without JavaScript does. */
  javaScript?: boolean
  /** Where the browser believes to be; in London unless told. */
  timeZone?: string
}

/**
 * Starts a headless Chromium with nothing of its security switched off but the sandbox, which root cannot have, and
 * with no traffic of its own. One browser serves a test file; close it in afterAll. Every page below lives in a context
 * of its
 * own:
 * no cookie is shared.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const { executablePath, environment } = await findChromium()
  return await chromium.launch({
    executablePath,
    headless: true,
    // Date and time fields follow the system's language, whatever the page's locale; without this they show the
    // American order.
    env: { ...(process.env as Record<string, string>), ...environment, LANGUAGE: 'en_GB', LC_ALL: 'en_GB.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--lang=en-GB',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
    ],
  })
}

/** A page on a telephone: 390 by 844, touched, two device pixels to one. */
export const phone = (browser: Browser, settings: PageSettings = {}): Promise<Page> =>
  openPage({
    browser,
    settings,
    device: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  })

/** A page on a desk: 1280 by 800. */
export const desktop = (browser: Browser, settings: PageSettings = {}): Promise<Page> =>
  openPage({ browser, settings, device: { viewport: { width: 1280, height: 800 } } })

/** The narrowest page that must still work without scrolling sideways: 320 by 640 (a desktop zoomed to 400%). */
export const narrow = (browser: Browser, settings: PageSettings = {}): Promise<Page> =>
  openPage({ browser, settings, device: { viewport: { width: 320, height: 640 } } })

/**
 * Closes a page with its context: its cookies, its storage, its service worker. Throws when anything on it was asked of
 * another host, or was going to be: nothing comes from elsewhere or goes there, whatever the page.
 */
export const closePage = async (page: Page): Promise<void> => {
  const elsewhere = askedElsewhere.get(page.context()) ?? []
  await page.context().close()
  if (elsewhere.length > 0) throw new Error(`The page asked another host: ${elsewhere.join(', ')}`)
}

/**
 * Presses what leads to another page, and waits until that page has come with its style sheets: who looks at the
 * colours of a page that is half there finds the browser's own.
 */
export const pressAndLoad = async (page: Page, selector: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.click(selector)])
}

/**
 * Keeps a picture of the whole page in test-results/screens, for a person to look at, and returns its path; only when
 * somebody wants to look: `SCREENS=1 npm test -- test/browser`. A picture of every page takes a minute of a whole run.
 */
export const screenshot = async (page: Page, name: string): Promise<string | undefined> => {
  if (process.env.SCREENS !== '1') return undefined
  await mkdir(screensFolder, { recursive: true })
  const path = join(screensFolder, `${name.replace(/[^\w-]+/g, '-')}.png`)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
  return path
}

type Device = {
  viewport: { width: number; height: number }
  deviceScaleFactor?: number
  hasTouch?: boolean
  isMobile?: boolean
}

const openPage = async ({
  browser,
  settings,
  device,
}: {
  browser: Browser
  settings: PageSettings
  device: Device
}): Promise<Page> => {
  const { baseUrl, colorScheme = 'light', javaScript = true, timeZone = 'Europe/London' } = settings
  const context = await browser.newContext({
    ...device,
    colorScheme,
    javaScriptEnabled: javaScript,
    locale: 'en-GB',
    timezoneId: timeZone,
    reducedMotion: 'reduce',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  })
  context.setDefaultTimeout(15_000)
  const elsewhere: string[] = []
  askedElsewhere.set(context, elsewhere)
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && !OURS.has(hostname)) elsewhere.push(request.url())
  })
  return await context.newPage()
}

/** What the pages of a context asked of other hosts. */
const askedElsewhere = new WeakMap<BrowserContext, string[]>()
const OURS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

const screensFolder = fileURLToPath(new URL('../../test-results/screens', import.meta.url))
