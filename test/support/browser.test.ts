import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stat } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { axeProblems } from './axe.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot } from './browser.ts'

let browser: Browser
let server: Server
let baseUrl: string

// As strict as our own pages: nothing inline, nothing from elsewhere, no eval.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'"
const page = (main: string): string =>
  `<!doctype html><html lang="en-GB"><head><title>Tea at four</title><meta name="viewport" content="width=device-width">
  <link rel="stylesheet" href="/style.css"><script src="/script.js" defer></script></head><body><main>${main}</main></body></html>`
const answers: Record<string, { type: string; body: string }> = {
  '/good': {
    type: 'text/html; charset=utf-8',
    body: page('<h1>Tea at four</h1><p id="state">plain</p><p><a href="/good">Look again</a></p>'),
  },
  '/bad': {
    type: 'text/html; charset=utf-8',
    body: page(
      '<h1>Tea</h1><img src="/tea.png"><p class="faint">Hard to read</p><p><a class="tiny" href="/a">a</a><a class="tiny" href="/b">b</a></p><footer><p class="faint">Not ours</p></footer>',
    ),
  },
  '/style.css': {
    type: 'text/css',
    body: '.faint { color: #bbb } .tiny { display: inline-block; width: 8px; height: 8px; overflow: hidden }',
  },
  '/script.js': { type: 'text/javascript', body: "document.getElementById('state').textContent = 'enhanced'" },
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? '']
    response.writeHead(answer ? 200 : 404, {
      'content-type': answer?.type ?? 'text/plain',
      'content-security-policy': policy,
    })
    response.end(answer?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await new Promise((resolve) => server.close(resolve))
})

test('opens pages as a telephone, a desk and a narrow window see them', async () => {
  const sizes = []
  for (const open of [phone, desktop, narrow]) {
    const opened = await open(browser, { baseUrl, colorScheme: 'dark' })
    await opened.goto('/good')
    sizes.push(
      await opened.evaluate(() => [
        window.innerWidth,
        window.innerHeight,
        window.devicePixelRatio,
        navigator.maxTouchPoints > 0,
        matchMedia('(prefers-color-scheme: dark)').matches,
      ]),
    )
    await closePage(opened)
  }
  expect(sizes).toEqual([
    [390, 844, 2, true, true],
    [1280, 800, 1, false, true],
    [320, 640, 1, false, true],
  ])
})

test('runs scripts, or none', async () => {
  for (const [javaScript, expected] of [
    [true, 'enhanced'],
    [false, 'plain'],
  ] as const) {
    const opened = await phone(browser, { baseUrl, javaScript })
    await opened.goto('/good')
    expect(await opened.textContent('#state')).toBe(expected)
    await closePage(opened)
  }
})

test.each([{ javaScript: true }, { javaScript: false }])(
  'axe judges a page under its own policy, JavaScript: $javaScript',
  async ({ javaScript }) => {
    const opened = await desktop(browser, { baseUrl, javaScript })
    await opened.goto('/good')
    expect(await axeProblems(opened)).toEqual([])
    await opened.goto('/bad')
    const problems = await axeProblems(opened)
    expect([...new Set(problems.map((problem) => problem.rule))].sort()).toEqual([
      'color-contrast',
      'image-alt',
      'target-size',
    ])
    const ours = await axeProblems(opened, { exclude: ['footer'] })
    expect(ours.filter((problem) => problem.rule === 'color-contrast').map((problem) => problem.element)).toEqual([
      'main > .faint',
    ])
    await opened.goto('/good')
    expect(await opened.textContent('#state')).toBe(javaScript ? 'enhanced' : 'plain')
    await closePage(opened)
  },
)

test('the web security of the browser stands: another origin cannot be read', async () => {
  const opened = await desktop(browser, { baseUrl: baseUrl.replace('127.0.0.1', 'localhost') })
  await opened.goto('/good')
  const answer = await opened.evaluate(
    (url) =>
      fetch(url).then(
        () => 'read',
        (error: unknown) => String(error),
      ),
    `${baseUrl}/good`,
  )
  expect(answer).toContain('TypeError')
  await closePage(opened)
})

test('keeps a picture', async () => {
  const opened = await phone(browser, { baseUrl })
  await opened.goto('/good')
  delete process.env.SCREENS
  expect(await screenshot(opened, 'support: tea at four')).toBeUndefined()
  process.env.SCREENS = '1'
  const path = (await screenshot(opened, 'support: tea at four')) ?? ''
  delete process.env.SCREENS
  expect(path).toMatch(/test-results\/screens\/support-tea-at-four\.png$/)
  expect((await stat(path)).size).toBeGreaterThan(1000)
  await closePage(opened)
})

test('a page that asks anything of another host fails as it is closed', async () => {
  const opened = await desktop(browser, { baseUrl })
  await opened.goto('/good')
  await opened.goto('https://elsewhere.invalid/code.js').catch(() => undefined)
  await expect(closePage(opened)).rejects.toThrow('The page asked another host: https://elsewhere.invalid/code.js')
})
