import { expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { londonDate, londonMoment, londonTime, speakMomentInFull } from '../../src/core/clock/londonDates.ts'
import { idOf } from '../../src/sample/identity.ts'
import { axeProblems } from '../support/axe.ts'
import { closePage, desktop, screenshot } from '../support/browser.ts'
import { tabTo } from '../support/keyboard.ts'
import type { PanelServer } from '../support/panelServer.ts'

type Given = { server: () => PanelServer; browser: () => Browser }
type Screen = { name: string; path: string; ready: string; before?: (page: Page) => Promise<void> }

/** Milliseconds: a page of the panel on a busy machine. */
const PATIENCE = 60_000
const [casey, morgan] = ['casey', 'morgan'].map((key) => idOf('user', key)) as [string, string]

/** Every look at a screen, in an order that asks for the fewest changes. The page opened dark. */
const LOOKS = [
  { width: 1280, scheme: 'dark', coloursAlone: false },
  { width: 390, scheme: 'dark', coloursAlone: false },
  { width: 390, scheme: 'light', coloursAlone: true },
  { width: 1280, scheme: 'light', coloursAlone: true },
] as const

const record = (collection: string, id: string): string => `/admin/collections/${collection}/${id}`

const compared = `/admin/policies/compare?from=${idOf('version', 'insurance-policy', '1.0')}&to=${idOf('version', 'insurance-policy', '2.0')}`

/** Opens the first action that asks something and takes it without an answer. */
const askWithoutAnswers = async (page: Page): Promise<void> => {
  await page.click('.record-actions button[aria-expanded=false]')
  await page.click('.action-form .action:not(.action--quiet)')
  await page.waitForSelector('.question__error')
}

/** Our own views, and one of each kind of Payload's, by who opens them. */
const SCREENS: ReadonlyArray<{ who: string | undefined; screens: readonly Screen[] }> = [
  { who: undefined, screens: [{ name: 'sign-in', path: '/sign-in', ready: 'main' }] },
  {
    who: morgan,
    screens: [
      {
        name: 'Today of the co-ordinator, with a log open',
        path: '/admin',
        ready: '.today__areas',
        before: (page) => page.click('summary:has-text("Read the log")'),
      },
      { name: 'the working list', path: '/admin/working-list', ready: '.working-list__table' },
      {
        name: 'the working list, nobody found',
        path: '/admin/working-list?text=nobody+at+all',
        ready: '.queue--empty',
      },
      { name: 'the policies and who signed what', path: '/admin/policies', ready: '.policies__table' },
      { name: 'two versions of a policy in one text', path: compared, ready: '.policies ins' },
      {
        name: 'two versions of a policy side by side',
        path: `${compared}&view=beside`,
        ready: '.policies__beside ins',
      },
      {
        name: 'two records of one child before they are joined',
        path: record('child-merges', idOf('merge', 'twice')),
        ready: '.merge-preview',
      },
      {
        name: 'a child with all that belongs to it',
        path: record('children', idOf('child', 'child1')),
        ready: '.child-record',
      },
      {
        name: 'a referral from outside, to be linked',
        path: record('incoming-referrals', idOf('incoming', 'juniper')),
        ready: '.child-record',
      },
      {
        name: 'Payload’s list, its ticks said as yes and no',
        path: '/admin/collections/policies',
        ready: '.collection-list .table :text-is("Yes")',
      },
      {
        name: 'a policy with its versions',
        path: record('policies', idOf('policy', 'mentoring-policy')),
        ready: '.version-ways a[href*=policy-versions]',
      },
      { name: 'Payload’s form', path: record('guardians', idOf('guardian', 'child1')), ready: '#field-name' },
      { name: 'Payload’s account', path: '/admin/account', ready: '#field-name' },
    ],
  },
  {
    who: casey,
    screens: [
      { name: 'Today of the meeting confirmer', path: '/admin', ready: '.today__areas' },
      {
        name: 'an action with its questions unanswered, and what stands in the way of another',
        path: record('matches', idOf('match', 'child3')),
        ready: '.record-actions .blockers',
        before: askWithoutAnswers,
      },
      {
        name: 'an application with its papers',
        path: record('applications', idOf('application', 'applicant-fern')),
        ready: '.child-record',
      },
    ],
  },
]

/**
 * Looks at the panel by axe, at a desk and on a phone, light and dark, and by keyboard alone. Belongs to the panel's
 * story, whose server it goes on with, the sample programme beside it.
 */
export const lookAtPanel = ({ server, browser }: Given): void => {
  const pageOf = async (who?: string): Promise<Page> => {
    const page = await desktop(browser(), { baseUrl: server().publicUrl, colorScheme: 'dark' })
    page.setDefaultTimeout(PATIENCE)
    if (who) await page.context().addCookies([await server().cookieOf(who)])
    return page
  }

  test('axe finds nothing in the panel, in our own views nor in Payload’s, at a desk and on a phone, light and dark', async () => {
    const found: string[] = []
    for (const { who, screens } of SCREENS) {
      const page = await pageOf(who)
      for (const { name, path, ready, before } of screens) {
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.goto(path)
        await page.waitForSelector(ready)
        // Payload chooses it once its scripts run.
        if (who) await page.waitForSelector('html[data-theme=dark]')
        if (who && (await page.locator('.worry-link:visible').count()) !== 1)
          found.push(`${name}: no way to report a worry`)
        await before?.(page)
        for (const { width, scheme, coloursAlone } of LOOKS) {
          await page.setViewportSize({ width, height: 800 })
          await wear({ page, scheme })
          await screenshot(page, `panel-${name}-${width}-${scheme}`)
          for (const { rule, html, help } of await axeProblems(page, { coloursAlone }))
            found.push(`${name}, ${width} px, ${scheme}: ${rule} ${html} ${help}`)
        }
        await page.setViewportSize({ width: 320, height: 800 })
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (sideways > 0) found.push(`${name}, 320 px: scrolls sideways by ${sideways} px`)
      }
      await closePage(page)
    }
    expect(found).toEqual([])
  }, 420_000)

  test(
    '[MTG-4] the keyboard alone confirms a meeting on Today, and what was done takes the focus',
    async () => {
      const page = await pageOf(casey)
      await page.goto('/admin')
      await tabTo(page, '.today button:has-text("Confirm")', { furthest: 150 })
      await page.keyboard.press('Enter')
      await page.waitForSelector('text=Everybody concerned is being told.')
      expect(await page.locator(':focus').textContent()).toMatch(/^Confirmed: /)
      await closePage(page)
    },
    PATIENCE,
  )

  test(
    '[LOG-1] the keyboard alone opens a log on Today, reads it and says so',
    async () => {
      const readings = async (): Promise<number> => (await server().query('select id from log_readings')).length
      const before = await readings()
      const page = await pageOf(morgan)
      await page.goto('/admin')
      await tabTo(page, '.today summary:has-text("Read the log")', { furthest: 150 })
      await page.keyboard.press('Enter')
      await tabTo(page, '.today details[open] button:has-text("Mark as read")')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.message:has-text("Read: ")')
      expect(await page.locator(':focus').textContent()).toMatch(/^Read: /)
      expect(await readings()).toBe(before + 1)
      await closePage(page)
    },
    PATIENCE,
  )

  test(
    'a meeting shows and takes London’s hour, wherever the browser believes to be',
    async () => {
      const [meeting] = await server().query<{ id: string; at: Date }>(
        "select id, starts_at as at from meetings where status = 'proposed' and second_volunteer_id is null order by starts_at desc limit 1",
      )
      const { id = '', at = new Date(0) } = meeting ?? {}
      const page = await desktop(browser(), { baseUrl: server().publicUrl, timeZone: 'America/Los_Angeles' })
      page.setDefaultTimeout(PATIENCE / 3)
      await page.context().addCookies([await server().cookieOf(morgan)])
      await page.goto('/admin/collections/meetings?sort=-startsAt')
      await page.waitForSelector(`.table a:text-is("${speakMomentInFull(at)}")`)
      await page.goto(record('meetings', id))
      const field = page.locator('.field-type', { hasText: 'Starts' })
      expect([
        await field.locator('input[type=date]').inputValue(),
        await field.locator('input[type=time]').inputValue(),
      ]).toEqual([londonDate(at), londonTime(at)])
      await field.locator('input[type=time]').fill('11:15')
      await page.click('#action-save')
      await page.waitForSelector('.payload-toast-item.toast-success')
      const [stored] = await server().query<{ at: Date }>('select starts_at as at from meetings where id = $1', [id])
      expect(stored?.at).toEqual(londonMoment({ date: londonDate(at), time: '11:15' }))
      await closePage(page)
    },
    PATIENCE,
  )

  test(
    '[DAT-1] a message and an event of the audit are read line by line, and nothing of the page comes from elsewhere',
    async () => {
      const page = await pageOf(idOf('user', 'linden'))
      const [event] = await server().query<{ id: string }>(
        "select id from audit_events where detail <> '{}' order by sequence desc limit 1",
      )
      await page.goto(record('audit-events', event?.id ?? ''))
      await page.waitForSelector('.detail-field dd')
      await closePage(page)
      const office = await pageOf(morgan)
      const [message] = await server().query<{ id: string }>(
        "select id from notifications where details <> '{}' order by created_at desc limit 1",
      )
      await office.goto(record('notifications', message?.id ?? ''))
      await office.waitForSelector('.detail-field dd')
      await closePage(office)
    },
    PATIENCE,
  )

  test(
    'back from a record that was opened from a list by its address, the list stands there again; a new record is called by its kind',
    async () => {
      const page = await pageOf(morgan)
      await page.goto('/admin/collections/guardians')
      await page.locator('.table tbody a').first().click()
      await page.waitForSelector('#field-name')
      await page.goBack()
      await page.waitForSelector('.collection-list .table')
      expect(await page.locator('#field-name').count()).toBe(0)
      await page.goto('/admin/collections/guardians/create')
      await page.waitForSelector('h1:has-text("New: Parent or carer")')
      await closePage(page)
    },
    PATIENCE,
  )
}

/**
 * Payload chooses its theme while a page is loading, ours follows the system; a colour that is on its way is neither.
 */
const wear = async ({ page, scheme }: { page: Page; scheme: 'light' | 'dark' }): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme })
  await page.evaluate(async (theme) => {
    document.documentElement.setAttribute('data-theme', theme)
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)))
  }, scheme)
}
