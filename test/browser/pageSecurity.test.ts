import type { RequestListener } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Express, Request } from 'express'
import type { Browser, Page } from 'playwright-core'
import { refuseForeignRequests } from '../../src/core/http/foreignRequests.ts'
import { parseForm } from '../../src/core/http/forms.ts'
import { listen, type RunningServer } from '../../src/core/http/listen.ts'
import { keepAddressPrivate, nonceOf } from '../../src/core/http/securityHeaders.ts'
import { servedApp } from '../core/http/servedApp.ts'
import { closePage, desktop, launchBrowser } from '../support/browser.ts'

const token = 'h6T0xWabcDEF_1234567890-of-a-parent'

const portalScript = `
  const seen = document.documentElement.dataset
  seen.ran = 'yes'
  try { document.body.insertAdjacentHTML('beforeend', '<b>written</b>') } catch (problem) { seen.sink = problem.name }
  const policy = trustedTypes.createPolicy('service-worker', { createScriptURL: (address) => address })
  try { trustedTypes.createPolicy('planted', {}) } catch (problem) { seen.otherPolicy = problem.name }
  navigator.serviceWorker.register(policy.createScriptURL('/service-worker.js')).then(() => { seen.worker = 'registered' }, (problem) => { seen.worker = problem.name })
`

let browser: Browser
let server: RunningServer
let page: Page
let publicUrl: string
let arrived: Pick<Request, 'method' | 'path' | 'headers'>[] = []
let stored: unknown[] = []

const routes = (app: Express): void => {
  app.use((request, _response, next) => {
    arrived.push({ method: request.method, path: request.path, headers: request.headers })
    next()
  })
  app.get('/page', (_request, response) => {
    response.send(`<!doctype html><html lang="en"><head><title>Page</title><link rel="stylesheet" href="/assets/portal.css"></head><body>
      <p id="ours">text</p><p id="planted" style="color: rgb(1, 2, 3)">text</p>
      <script src="/assets/portal.js" nonce="${nonceOf(response)}" defer></script>
      <script>document.documentElement.dataset.planted = 'in the page'</script>
      <script src="/assets/planted.js"></script>
      <img src="/missing.png" onerror="document.documentElement.dataset.planted = 'attribute'">
      <iframe src="/consent/framed"></iframe></body></html>`)
  })
  app.get('/assets/portal.js', (_request, response) => void response.type('js').send(portalScript))
  app.get(
    '/assets/planted.js',
    (_request, response) => void response.type('js').send("document.documentElement.dataset.planted = 'a file'"),
  )
  app.get('/assets/portal.css', (_request, response) => void response.type('css').send('#ours { color: rgb(4, 5, 6) }'))
  app.get(
    '/service-worker.js',
    (_request, response) => void response.type('js').send('self.addEventListener("fetch", () => {})'),
  )
  app.get('/consent/:token', keepAddressPrivate, (_request, response) => {
    response.send(
      '<!doctype html><title>Consent</title><link rel="stylesheet" href="/assets/portal.css"><form method="post" action="/consent"><input name="answer" value="yes"><button>Send</button></form>',
    )
  })
  app.post('/consent', refuseForeignRequests({ publicUrl, bodies: 'forms' }), ...parseForm(), (request, response) => {
    stored.push(request.body)
    response.send('<!doctype html><title>Stored</title>')
  })
  app.get('/attack', (_request, response) => {
    response.removeHeader('Content-Security-Policy')
    response.send(
      `<!doctype html><title>Attack</title><form method="post" action="${publicUrl}/consent"><input name="answer" value="no"><button>Win</button></form>`,
    )
  })
}

beforeAll(async () => {
  browser = await launchBrowser()
  const served: { app?: RequestListener } = {}
  server = await listen({ app: (request, response) => served.app?.(request, response), port: 0, host: '127.0.0.1' })
  publicUrl = `http://localhost:${server.port}`
  served.app = servedApp({ publicUrl, routes }).app
})

afterAll(async () => {
  await browser.close()
  await server.stop({ graceMilliseconds: 0 })
})

beforeEach(async () => {
  arrived = []
  stored = []
  page = await desktop(browser)
})

afterEach(() => closePage(page))

const seen = (): Promise<Record<string, string>> =>
  page.evaluate(() => ({ ...document.documentElement.dataset }) as Record<string, string>)
const colourOf = (id: string): Promise<string> =>
  page.evaluate((name) => getComputedStyle(document.getElementById(name) as HTMLElement).color, id)

describe('a page of ours', () => {
  test('runs our script and nothing that was planted', async () => {
    await page.goto(`${publicUrl}/page`)
    await page.waitForFunction(() => document.documentElement.dataset.ran === 'yes')
    expect(await seen()).not.toHaveProperty('planted')
  })

  test('takes our styles and none that were planted', async () => {
    await page.goto(`${publicUrl}/page`)
    expect([await colourOf('ours'), await colourOf('planted')]).toEqual(['rgb(4, 5, 6)', 'rgb(0, 0, 0)'])
  })

  test('loads nothing into a frame', async () => {
    await page.goto(`${publicUrl}/page`)
    expect(arrived.map(({ path }) => path)).not.toContain('/consent/framed')
  })

  test('lets our script write no HTML from text, and register the service worker by its named policy alone', async () => {
    await page.goto(`${publicUrl}/page`)
    await page.waitForFunction(() => document.documentElement.dataset.worker !== undefined)
    expect(await seen()).toMatchObject({ sink: 'TypeError', otherPolicy: 'TypeError', worker: 'registered' })
  })
})

describe('the form of a page whose address holds a token', () => {
  test('is taken, and no request tells the token', async () => {
    await page.goto(`${publicUrl}/consent/${token}`)
    await page.getByRole('button').click()
    await page.waitForURL(`${publicUrl}/consent`)
    expect(stored).toEqual([{ answer: 'yes' }])
    expect(arrived.map(({ path }) => path)).toEqual(expect.arrayContaining(['/assets/portal.css', '/consent']))
    expect(arrived.map(({ headers }) => headers.referer ?? '').join()).not.toContain(token)
  })
})

describe('a foreign page', () => {
  test('that sends our form for the person gets a refusal, and nothing is stored', async () => {
    await page.goto(`http://127.0.0.1:${server.port}/attack`)
    const [answer] = await Promise.all([page.waitForResponse(`${publicUrl}/consent`), page.getByRole('button').click()])
    expect(answer.status()).toBe(403)
    expect(stored).toEqual([])
    expect(arrived.at(-1)?.headers['sec-fetch-site']).toBe('cross-site')
  })
})
