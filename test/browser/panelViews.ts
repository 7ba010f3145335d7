import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { insertRows } from '../../src/core/database/insertRows.ts'
import { idOf } from '../../src/sample/identity.ts'
import { sampleProgramme, USUAL_SAMPLE } from '../../src/sample/sampleProgramme.ts'
import { axeProblems, type AccessibilityProblem } from '../support/axe.ts'
import { closePage, desktop, phone, screenshot, type PageSettings } from '../support/browser.ts'
import { documentScreen, takesDocumentScreens } from '../support/documentScreen.ts'
import { tabTo } from '../support/keyboard.ts'
import type { PanelServer } from '../support/panelServer.ts'
import { confidentialityAgreedBy } from '../support/policies.ts'
import { waitUntil } from '../support/waitUntil.ts'

/** Milliseconds: a page of the panel on a busy machine. */
const PATIENCE = 60_000
const NOW = '2026-03-10T17:30:00Z'
const WIDTHS = [320, 390, 1280] as const
const SCHEMES = ['light', 'dark'] as const
/** What is ours on a page of the panel; all else is Payload's. */
const OURS = '.today, .child-record, .working-list, .record-head, .nav-head, .brand-icon, .worry-link, .sign-out'
const [casey, morgan, harper] = ['casey', 'morgan', 'harper'].map((key) => idOf('user', key)) as [string, string, string]
/** The story has its own confidentiality agreement; there is one of a kind. */
const isStoryOwn = ({ kind, id, version_id: version }: Record<string, unknown>): boolean => kind === 'confidentiality-agreement' || [id, version].includes(idOf('version', 'confidentiality-agreement', '1.0'))
const match = idOf('match', 'child3')
const child = idOf('child', 'child1')

type Given = { server: () => PanelServer; browser: () => Browser }

/**
 * Looks at the panel with the sample programme in it: by axe, by keyboard alone, and for the README's pictures. Belongs to the
 * panel's story, whose server it goes on with, because a second start would cost as much as all of this.
 */
export const lookAtPanel = ({ server, browser }: Given): void => {
  const pageOf = async (userId: string | undefined, settings: PageSettings = {}, open = desktop): Promise<Page> => {
    const page = await open(browser(), { baseUrl: server().publicUrl, ...settings })
    page.setDefaultTimeout(PATIENCE)
    if (userId) await page.context().addCookies([await server().cookieOf(userId)])
    return page
  }

  test('the sample programme beside the story', async () => {
    await server().setClock(NOW)
    const { query } = server()
    await query('delete from designations')
    for (const { collection, rows } of sampleProgramme({ now: new Date(NOW), size: USUAL_SAMPLE, passwordDigest: 'nobody signs in by it' })) await insertRows({ query, collection, rows: rows.filter((row) => !isStoryOwn(row)) })
    await confidentialityAgreedBy({ query, userIds: [harper] })
  })

  if (takesDocumentScreens) {
    test('the README’s pictures', async () => {
      const desk = async (name: string, userId: string | undefined, path: string, ready: string, settings: PageSettings = {}) => {
        const page = await pageOf(userId, settings)
        await page.goto(path)
        await page.waitForSelector(ready)
        if (name === 'child') await page.locator(ready).evaluate((part) => window.scrollBy(0, part.getBoundingClientRect().top - 160))
        await documentScreen(page, name)
        await closePage(page)
      }
      await desk('sign-in', undefined, '/sign-in', 'main')
      await desk('today', casey, '/admin', '.today__areas')
      await desk('today-dark', morgan, '/admin', '.today__areas', { colorScheme: 'dark' })
      await desk('child', morgan, `/admin/collections/children/${child}`, '.child-record')
      await desk('match', casey, `/admin/collections/matches/${match}`, '.record-actions .blockers')

      const volunteer = await pageOf(harper, {}, phone)
      await volunteer.goto('/portal')
      await documentScreen(volunteer, 'portal-home')
      await volunteer.click('text=Propose a meeting')
      await documentScreen(volunteer, 'portal-propose')
      await volunteer.goto('/portal')
      await volunteer.click('text=Write the log')
      await documentScreen(volunteer, 'portal-log')
      await closePage(volunteer)

      const parent = await pageOf(undefined, {}, phone)
      await parent.goto(await consentLink())
      const [born] = await server().query<{ day: string }>('select born_on as day from children where id = $1', [idOf('child', 'child3')])
      const [year = '', month = '', day = ''] = (born?.day ?? '').split('-')
      for (const [field, words] of Object.entries({ day, month, year })) await parent.fill(`input[name=birthday-${field}]`, words)
      await parent.click('button:has-text("Continue")')
      await parent.waitForSelector('text=yes or no?')
      await parent.locator('fieldset').first().evaluate((question) => window.scrollBy(0, question.getBoundingClientRect().top - 24))
      await documentScreen(parent, 'parent-consent')
      await closePage(parent)
    }, 300_000)
  }

  test.each(SCHEMES)('axe finds nothing in our own views of the panel, %s, and in Payload’s nothing beyond what is known', async (colorScheme) => {
    const found: string[] = []
    const look = async ({ page, name, frame }: { page: Page; name: string; frame: keyof typeof KNOWN }) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        for (const problem of await axeProblems(page)) {
          const isOurs = name === 'sign-in' || (await isWithin(page, problem, OURS))
          if (isOurs) found.push(`ours, ${name} at ${width}: ${problem.rule} ${problem.html} ${problem.help}`)
          else if (!KNOWN[frame].includes(shortly(problem))) found.push(`Payload’s, ${frame}: ${shortly(problem)}`)
        }
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        if (frame === 'frame' && sideways > 0) found.push(`${name} at ${width} scrolls sideways by ${sideways} px`)
        await screenshot(page, `panel-${name}-${width}-${colorScheme}`)
      }
    }
    const open = async (page: Page, { path, ready }: { path: string; ready: string }) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(path)
      await page.waitForSelector(ready)
    }
    const stranger = await pageOf(undefined, { colorScheme })
    await open(stranger, { path: '/sign-in', ready: 'main' })
    await look({ page: stranger, name: 'sign-in', frame: 'frame' })
    await closePage(stranger)

    const office = await pageOf(morgan, { colorScheme })
    await open(office, { path: '/admin', ready: '.today__areas' })
    expect(await office.getAttribute('html', 'data-theme')).toBe(colorScheme)
    await look({ page: office, name: 'today', frame: 'frame' })
    await open(office, { path: '/admin/working-list', ready: '.working-list__table' })
    await look({ page: office, name: 'working-list', frame: 'frame' })
    await open(office, { path: `/admin/collections/children/${child}`, ready: '.child-record' })
    await look({ page: office, name: 'child', frame: 'form' })
    await open(office, { path: '/admin/collections/children', ready: '.collection-list .table' })
    await look({ page: office, name: 'list', frame: 'list' })
    await open(office, { path: `/admin/collections/guardians/${idOf('guardian', 'child1')}`, ready: '#field-name' })
    await look({ page: office, name: 'form', frame: 'form' })
    await closePage(office)

    const committee = await pageOf(casey, { colorScheme })
    await open(committee, { path: '/admin', ready: '.today__areas' })
    await look({ page: committee, name: 'today-committee', frame: 'frame' })
    await open(committee, { path: `/admin/collections/matches/${match}`, ready: '.record-actions' })
    await committee.click('.record-actions button[aria-expanded=false]')
    await committee.waitForSelector('.action-form')
    await look({ page: committee, name: 'action', frame: 'form' })
    await closePage(committee)
    expect([...new Set(found)]).toEqual([])
  }, 300_000)

  test('[LOG-1] the keyboard alone writes a log in the portal', async () => {
    const page = await pageOf(harper)
    await page.goto('/portal')
    await tabTo(page, 'a:has-text("Write the log")')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/portal\/logs\/new/)
    await tabTo(page, '[name=activities]')
    await page.keyboard.type('We played a board game.')
    await tabTo(page, 'button:has-text("Send this log")')
    await page.keyboard.press('Enter')
    await page.waitForURL(/done=log-sent/)
    expect(await server().query('select count(*)::int as sent from session_logs where activities = $1', ['We played a board game.'])).toEqual([{ sent: 1 }])
    await closePage(page)
  }, 120_000)

  test('[MTG-4] the keyboard alone confirms a meeting on Today, and what was done takes the focus', async () => {
    const page = await pageOf(casey)
    await page.goto('/admin')
    await tabTo(page, '.today button:has-text("Confirm")', { furthest: 150 })
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Everybody concerned is being told.')
    expect(await page.locator(':focus').textContent()).toMatch(/^Confirmed: /)
    await closePage(page)
  }, 120_000)

  /** The link in the email that a parent gets when the office asks. */
  const consentLink = async (): Promise<string> => {
    const { name, value } = await server().cookieOf(morgan)
    const { publicUrl } = server()
    await fetch(`${publicUrl}/api/consent-requests`, { method: 'POST', headers: { Cookie: `${name}=${value}`, Origin: publicUrl, 'Content-Type': 'application/json' }, body: JSON.stringify({ child: idOf('child', 'child3'), guardian: idOf('guardian', 'child3') }) })
    const sent = () => server().mail.messages.find(({ to, parsed }) => to.includes('parent3@sample.invalid') && /\/consent\//.test(parsed.text ?? ''))
    await waitUntil({ what: 'the email with the link', holds: () => sent() !== undefined, timeoutMilliseconds: 20_000 })
    return /http\S+\/consent\/[\w-]+/.exec(sent()?.parsed.text ?? '')?.[0] ?? ''
  }
}

/** What axe is known to find in Payload's own screens: its frame, a list and a form. Only ever made shorter. */
const KNOWN = JSON.parse(readFileSync(new URL('panelBaseline.json', import.meta.url), 'utf8')) as Record<'frame' | 'list' | 'form', string[]>

const isWithin = (page: Page, { element }: AccessibilityProblem, selector: string): Promise<boolean> => page.evaluate(([target, within]) => document.querySelector(target)?.closest(within) !== null, [element, selector] as const)

/** A rule and the element that breaks it, by its first class, so that ids and the order of things do not matter. */
const shortly = ({ rule, html }: AccessibilityProblem): string => {
  const [, tag = 'element', rest = ''] = /^<([\w-]+)([^>]*)/.exec(html) ?? []
  const [, firstClass] = /class="([\w-]+)/.exec(rest) ?? []
  return `${rule} ${tag}${firstClass ? `.${firstClass}` : ''}`
}
