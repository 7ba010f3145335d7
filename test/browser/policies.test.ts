import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { renderEmail } from '../../emails/index.ts'
import { insertRows } from '../../src/core/database/insertRows.ts'
import { servedApp } from '../support/app.ts'
import { axeProblems } from '../support/axe.ts'
import { closePage, desktop, launchBrowser, phone, screenshot } from '../support/browser.ts'
import { aPlace } from '../support/directory.ts'
import { hostileStrings } from '../support/hostileStrings.ts'
import { namesInPdf } from '../support/pdfNames.ts'
import { aMatchedPair, aVolunteer } from '../support/people.ts'
import { anAcceptance, aPolicy, aVersion, richText } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

const signedIn = async (userId: string, open = phone, javaScript = true): Promise<Page> => {
  const page = await open(browser, { baseUrl: served.publicUrl, javaScript })
  await page.context().addCookies([{ name: 'session', value: (await programme.signIn(userId)).token, url: served.publicUrl }])
  return page
}
const stamp = { created_at: '2026-02-20T09:00:00Z', updated_at: '2026-02-20T09:00:00Z', row_version: 1 }
const FOUR = { 'code-of-conduct': 'Code of conduct', 'confidentiality-agreement': 'Confidentiality agreement', 'mentoring-policy': 'Mentoring policy', 'volunteer-agreement': 'Volunteer agreement' } as const
const heading = (text: string) => ({ type: 'heading', tag: 'h2', children: [{ type: 'text', text }] })
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })

test('[POL-4] a new volunteer reads and signs four documents on a phone in six taps and one typed name, without JavaScript', async () => {
  for (const [kind, title] of Object.entries(FOUR)) await aVersion({ ...programme, policyId: await aPolicy({ ...programme, kind, title }), text: richText(`This is the ${title.toLowerCase()}.`) })
  const { userId } = await aVolunteer({ ...programme, cleared: false })
  const page = await signedIn(userId, phone, false)
  await page.goto('/portal/policies')
  let taps = 0
  const tap = async (selector: string): Promise<void> => {
    taps += 1
    await page.tap(selector)
  }
  const tapThrough = async (selector: string): Promise<void> => void (await Promise.all([page.waitForEvent('load'), tap(selector)]))
  await tapThrough('text=Code of conduct')
  await tap('input[name=typedName]')
  await page.keyboard.type('Harper Sample')
  for (const title of Object.values(FOUR)) {
    expect(await page.textContent('h1')).toContain(title)
    expect(await page.inputValue('input[name=typedName]')).toBe('Harper Sample')
    await tapThrough('main button[type=submit]')
  }
  expect(await page.textContent('main')).toContain('Your receipt')
  expect(taps).toBe(6)
  const kept = await programme.query<{ typed_name: string }>('select typed_name from policy_acceptances where user_id = $1', [userId])
  expect(kept.map(({ typed_name: name }) => name)).toEqual(['Harper Sample', 'Harper Sample', 'Harper Sample', 'Harper Sample'])
  await page.goto('/portal/policies')
  expect(await page.textContent('main')).toContain('You have accepted everything that you need to.')
  await closePage(page)
}, 60_000)

test('[POL-4] what changed since one’s own last acceptance stands first, word by word, and is told to a screen reader; the whole text has contents and a size', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'safeguarding-policy', title: 'Safeguarding policy' })
  const parts = (whom: string) => ({ root: { type: 'root', children: [heading('Whom to tell'), paragraph(`Ring ${whom} at once.`), heading('How'), paragraph('Listen, and write it down.'), heading('When'), paragraph('The same day.')] } })
  const { userId } = await aVolunteer(programme)
  await anAcceptance({ ...programme, versionId: await aVersion({ ...programme, policyId, text: parts('the lead') }), userId })
  await aVersion({ ...programme, policyId, number: '2.0', text: parts('the lead or the deputy'), changes: 'There is a deputy.', adoptedOn: '2026-03-01', graceUntil: '2026-03-20' })
  for (const [open, width] of [[phone, '390'], [desktop, '1280']] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await signedIn(userId, open)
      await page.emulateMedia({ colorScheme })
      await page.goto('/portal/policies/safeguarding-policy')
      const words = (await page.textContent('main')) ?? ''
      expect(words.indexOf('What changed since you accepted version 1.0')).toBeLessThan(words.indexOf('The whole text'))
      expect(await page.textContent('.redline')).toMatch(/Ring the lead\s+\[Added: or the deputy \] at once/)
      expect(await page.locator('.redline ins').count()).toBe(1)
      expect(await page.textContent('.redline')).not.toContain('Listen')
      expect(await axeProblems(page)).toEqual([])
      await screenshot(page, `policy-changed-${width}-${colorScheme}`)
      await page.click('text=On this page: 3 parts')
      await page.click('.contents >> text=When')
      expect(await page.evaluate(() => location.hash)).toBe('#part-3')
      const usual = await page.evaluate(() => getComputedStyle(document.querySelector('.rich-text p')!).fontSize)
      await Promise.all([page.waitForEvent('load'), page.click('.text-sizes >> text=largest')])
      expect(parseFloat(await page.evaluate(() => getComputedStyle(document.querySelector('.rich-text p')!).fontSize))).toBeGreaterThan(parseFloat(usual) * 1.5)
      expect(await axeProblems(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
      await closePage(page)
    }
  }
}, 120_000)

test('[POL-4] a policy that was opened is read again without signal; nothing about a child is kept, and signing out takes away what was', async () => {
  const pair = await aMatchedPair(programme)
  const page = await signedIn(pair.volunteer.userId)
  const kept = () => page.evaluate(async () => (await (await caches.open('policies')).keys()).map(({ url }) => new URL(url).pathname).filter((path) => !path.startsWith('/assets/')).sort())
  await page.goto('/portal/policies/mentoring-policy')
  await page.waitForFunction(async () => (await (await caches.open('policies')).match('/portal/policies/mentoring-policy')) !== undefined)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  for (const path of ['/portal', `/portal/children/${pair.match}`, '/portal/meetings', '/portal/record', '/portal/policies']) await page.goto(path)
  await page.waitForFunction(async () => (await (await caches.open('policies')).match('/portal/policies')) !== undefined)
  expect(await kept()).toEqual(['/portal/policies', '/portal/policies/mentoring-policy'])

  await page.context().setOffline(true)
  await page.goto('/portal/policies/mentoring-policy')
  expect(await page.textContent('main')).toContain('This is the mentoring policy.')
  await expect(page.goto(`/portal/children/${pair.match}`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
  await page.context().setOffline(false)

  await page.goto('/portal/policies')
  await page.click('button:has-text("Sign out")')
  await page.waitForLoadState()
  expect(await kept()).toEqual([])
  const scripts = await Promise.all(['keepForReading', 'offlineReader'].map((name) => readFile(new URL(`../../src/web/design/browser/${name}.js`, import.meta.url))))
  expect(scripts.reduce((sum, script) => sum + script.length, 0)).toBeLessThan(8 * 1024)
  await closePage(page)
}, 60_000)

test('200 hostile strings in every text of a policy, of guidance and of the directory, as page, email and PDF: no dialog, no request, nothing that acts', async () => {
  const strings = hostileStrings(served.publicUrl)
  expect(strings).toHaveLength(200)
  const text = {
    root: {
      type: 'root',
      children: strings.flatMap((hostile) => [
        heading(hostile),
        { ...paragraph(hostile), style: hostile, direction: hostile },
        { type: 'paragraph', children: [{ type: 'link', fields: { url: hostile, newTab: true, rel: hostile }, url: hostile, children: [{ type: 'text', text: hostile, style: hostile, format: hostile }] }] },
        { type: 'list', listType: 'number', start: hostile, tag: hostile, children: [{ type: 'listitem', value: hostile, children: [{ type: 'text', text: hostile }] }] },
        { type: hostile, tag: hostile, children: [{ type: 'text', text: hostile }] },
        { type: 'block', fields: { html: hostile }, html: hostile, children: [] },
      ]),
    },
  }
  const joined = strings.join('\n')
  const policyId = await aPolicy({ ...programme, kind: 'guidance', title: strings.slice(0, 2).join(' ').slice(0, 160) })
  const { userId } = await aVolunteer(programme)
  const first = await aVersion({ ...programme, policyId, text: richText(...strings.map((hostile) => `${hostile} before`)), changes: joined })
  await anAcceptance({ ...programme, versionId: first, userId, typedName: strings[3]?.slice(0, 120) })
  await aVersion({ ...programme, policyId, number: '2.0', text, changes: joined, adoptedOn: '2026-03-01', graceUntil: '2026-03-20' })

  await insertRows({ ...programme, collection: 'guidance-pages', rows: [{ id: randomUUID(), title: strings.slice(4, 8).join(' '), address: 'hostile', text, place: 1, status: 'published', ...stamp }] })
  const place = await aPlace({ ...programme, organisation: joined, more: { needs: joined, phone: strings[100], email: strings[101], how_to_refer: joined, cost: 'words', cost_words: joined, area: joined } })

  const page = await signedIn(userId, desktop)
  const [dialogs, requests, outside]: [string[], string[], string[]] = [[], [], []]
  const watch = (watched: Page): void => {
    watched.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    watched.on('request', (request) => {
      const { origin, pathname } = new URL(request.url())
      if (origin !== new URL(served.publicUrl).origin) outside.push(request.url())
      else if (!/^\/(portal\/(policies|guidance|directory)|assets)\b/.test(pathname)) requests.push(request.url())
    })
  }
  watch(page)
  for (const path of ['/portal/policies', '/portal/policies/guidance', '/portal/policies/guidance/versions/1.0', '/portal/policies/guidance/compare', '/portal/guidance', '/portal/guidance/hostile', '/portal/directory', `/portal/directory/${place}`]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect([path, await page.evaluate(() => document.querySelectorAll('main script, main img, main iframe, main svg:not(.icon), main object, main [onerror], main [onload], main [style], main base, main meta, main style').length)]).toEqual([path, 0])
    const links = await page.evaluate(() => [...document.querySelectorAll('main a')].map((link) => new URL((link as HTMLAnchorElement).href).protocol))
    expect([path, [...new Set(links)].filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:'].includes(protocol))]).toEqual([path, []])
  }
  await page.goto('/portal/policies/guidance')
  await page.fill('input[name=typedName]', strings[7]?.slice(0, 120) ?? '')
  await page.click('main button[type=submit]')
  await page.waitForLoadState('networkidle')

  const mail = await renderEmail({ template: 'policies-to-accept', props: { by: '2026-03-20', link: `${served.publicUrl}/portal/policies`, recipientName: strings[0]?.slice(0, 60) }, brand: { charityName: joined.slice(0, 2000), accent: '#0b6b62' } })
  // A mail program has no policy of ours: the page on which it is shown allows everything.
  const reader = await desktop(browser)
  watch(reader)
  await reader.setContent(mail.html)
  await reader.waitForTimeout(300)
  expect(await reader.evaluate(() => document.querySelectorAll('script, img, iframe, object, [onerror], [onload], svg').length)).toBe(0)
  await closePage(reader)
  expect([dialogs, requests, outside]).toEqual([[], [], []])

  const { token } = await programme.signIn(userId)
  const answer = await fetch(`${served.publicUrl}/portal/policies/guidance/versions/2.0/pdf`, { headers: { Cookie: `session=${token}` } })
  const file = Buffer.from(await answer.arrayBuffer())
  expect([answer.status, file.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  // Nothing in the file acts: no script, no link, no form, no file inside it, however it is written.
  expect([...namesInPdf(Buffer.from('1 0 obj << /OpenAction << /S /JavaScr#69pt /JS (a \\) (/URI) b) >> >> endobj'))]).toEqual(['OpenAction', 'S', 'JavaScript', 'JS'])
  const names = namesInPdf(file)
  expect(names).toContain('StructTreeRoot')
  expect(['JavaScript', 'JS', 'URI', 'AA', 'Action', 'Annots', 'Link', 'Launch', 'OpenAction', 'EmbeddedFile', 'EmbeddedFiles', 'Filespec', 'AcroForm', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Named', 'Rendition', 'Movie', 'Sound', 'RichMedia', 'XFA'].filter((name) => names.has(name))).toEqual([])
  await closePage(page)
}, 120_000)
