import { expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { londonDate, londonMoment, londonTime, speakMomentInFull } from '../../src/core/clock/londonDates.ts'
import { idOf } from '../../src/sample/identity.ts'
import { axeProblems } from '../support/axe.ts'
import { closePage, desktop, screenshot } from '../support/browser.ts'
import { aPerson } from '../support/people.ts'
import { tabTo } from '../support/keyboard.ts'
import type { PanelServer } from '../support/panelServer.ts'

type Given = { server: () => PanelServer; browser: () => Browser }
type Screen = { name: string; path: string; ready: string; before?: (page: Page) => Promise<void> }

/** Milliseconds: a page of the panel on a busy machine. */
const PATIENCE = 60_000
const [casey, morgan, linden] = ['casey', 'morgan', 'linden'].map((key) => idOf('user', key)) as [
  string,
  string,
  string,
]

/** Every look at a screen, in an order that asks for the fewest changes. The page opened dark. */
const LOOKS = [
  { width: 1280, scheme: 'dark', coloursAlone: false },
  { width: 390, scheme: 'dark', coloursAlone: false },
  { width: 390, scheme: 'light', coloursAlone: true },
  { width: 1280, scheme: 'light', coloursAlone: true },
] as const

const record = (collection: string, id: string): string => `/admin/collections/${collection}/${id}`
const formOf = (collection: string, id: string): string => `${record(collection, id)}/change`

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
      {
        name: 'one area of Today, with what waits for others open',
        path: '/admin?tab=referrals',
        ready: '.today__areas a[aria-current=page]:has-text("Referrals")',
        before: (page) => page.click('.queue > details > summary'),
      },
      { name: 'the working list', path: '/admin/working-list', ready: '.working-list__table' },
      {
        name: 'the working list, nobody found',
        path: '/admin/working-list?text=nobody+at+all',
        ready: '.queue--empty',
      },
      { name: 'the search over everything', path: '/admin/search?q=sample', ready: '.found__rows' },
      { name: 'the search, nothing found', path: '/admin/search?q=qwertyuiop', ready: '.found__nothing' },
      { name: 'all records', path: '/admin/records', ready: '.all-records' },
      { name: 'the policies and who signed what', path: '/admin/policies', ready: '.policies__table' },
      {
        name: 'the policies, none of them with so long a word',
        path: `/admin/policies?text=${'x'.repeat(90)}`,
        ready: '.policies__search a',
      },
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
      { name: 'Payload’s form', path: formOf('guardians', idOf('guardian', 'child1')), ready: '#field-name' },
      { name: 'Payload’s account', path: '/admin/account', ready: '#field-name' },
    ],
  },
  {
    who: linden,
    screens: [
      {
        name: 'who looked at a child',
        path: `/admin/who-looked?of=children:${idOf('child', 'child1')}`,
        ready: '.who-looked li time',
      },
    ],
  },
  {
    who: casey,
    screens: [
      { name: 'Today of the meeting confirmer', path: '/admin', ready: '.today__areas' },
      {
        name: 'the pack for the committee’s meeting',
        path: '/admin/meeting-pack',
        ready: '.pack .queue__row',
        before: (page) => page.click('.pack button:not([disabled]):has-text("Decline")'),
      },
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
    '[MTG-4] the keyboard alone confirms a meeting on Today; the next row has the focus then, and j and k go from row to row',
    async () => {
      const page = await pageOf(casey)
      await page.goto('/admin?tab=meetings')
      // The scripts hear letters once the buttons are ready.
      await page.waitForSelector('.queue__row button:has-text("Confirm"):not([disabled])')
      const row = page.locator('.queue__row:focus')
      await tabTo(page, '.queue__row .queue__title a', { furthest: 150 })
      await page.keyboard.press('j')
      const second = await row.innerText()
      await page.keyboard.press('k')
      await page.waitForSelector('.queue__row:first-child:focus')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.doings:has-text("Everybody concerned is being told.")')
      await page.waitForSelector('.queue__row:focus')
      expect(await row.innerText()).toBe(second)
      await closePage(page)
    },
    PATIENCE,
  )

  test(
    '[LOG-1] the keyboard alone opens a log on Today, reads it and says so; the next one is open then',
    async () => {
      const readings = async (): Promise<number> => (await server().query('select id from log_readings')).length
      const before = await readings()
      const page = await pageOf(morgan)
      await page.goto('/admin?tab=meetings')
      await tabTo(page, '.today summary:has-text("Read the log")', { furthest: 150 })
      await page.keyboard.press('Enter')
      await tabTo(page, '.today details[open] button:has-text("Mark as read")')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.doings:has-text("Read: ")')
      await page.waitForSelector('.queue__row:focus details.log[open]')
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
      await page.waitForSelector(`.record-facts dd:text-is("${speakMomentInFull(at)}")`)
      await page.goto(formOf('meetings', id))
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
    'a list is filtered by London’s day and hour, wherever the browser believes to be',
    async () => {
      // Just before midnight in London it is still the afternoon, and just after it the day before, in Los Angeles.
      const at = londonMoment({ date: '2026-06-03', time: '00:30' })
      const [{ id = '' } = {}] = await server().query<{ id: string }>(
        "update meetings set starts_at = $1 where id = (select id from meetings where status = 'held' order by id limit 1) returning id",
        [at.toISOString()],
      )
      expect(id).not.toBe('')
      const page = await desktop(browser(), { baseUrl: server().publicUrl, timeZone: 'America/Los_Angeles' })
      page.setDefaultTimeout(PATIENCE / 3)
      await page.context().addCookies([await server().cookieOf(morgan)])
      const rows = async (filter: string) => {
        await page.goto(`/admin/collections/meetings?${filter}`)
        await page.waitForSelector('.collection-list')
        return page.locator(`.table a[href*="${id}"]`)
      }
      const asked = 'where[or][0][and][0][startsAt]'
      await (await rows(`${asked}[equals]=2026-06-03`)).first().waitFor()
      expect(await (await rows(`${asked}[equals]=2026-06-02`)).count()).toBe(0)
      const filter = page.locator('.moment-filter')
      expect(await filter.locator('input[type=date]').inputValue()).toBe('2026-06-02')
      await filter.locator('input[type=date]').fill('2026-06-03')
      await page.locator(`.table a[href*="${id}"]`).first().waitFor()
      expect(decodeURIComponent(page.url())).toContain('[equals]=2026-06-03')
      await filter.locator('input[type=time]').fill('00:30')
      await page.waitForURL((url) => decodeURIComponent(url.href).includes(at.toISOString()))
      await page.locator(`.table a[href*="${id}"]`).first().waitFor()
      expect(await filter.locator('input[type=time]').inputValue()).toBe('00:30')
      await screenshot(page, 'panel-list-filtered-by-a-moment')
      await closePage(page)
    },
    PATIENCE,
  )

  test(
    'what is refused is said once, however often it is tried',
    async () => {
      const page = await pageOf(morgan)
      const saidOnSaving = async (expected: string): Promise<string[]> => {
        for (let time = 1; time <= 2; time += 1) {
          // Where the form itself knows what is wrong, there is nothing to press until it is changed.
          if (time === 1 || (await page.isEnabled('#action-save'))) await page.click('#action-save')
          await page.waitForSelector(`:is(.payload-toast-item, .field-error):has-text("${expected}")`)
          // A second answer comes after the first, or none does: what stands there stays.
          await page.waitForTimeout(1_500)
        }
        return page
          .locator(':is(.payload-toast-item.toast-error, .field-error):visible')
          .evaluateAll((said) => said.map((one) => one.textContent ?? ''))
      }
      await page.goto(formOf('guardians', idOf('guardian', 'child1')))
      await page.waitForSelector('#field-mobile:not([disabled])')
      await untilAwake(page, '#field-mobile')
      // Payload asks the server what the form becomes; its answer to what was typed would take a refusal away.
      await Promise.all([
        page.waitForResponse(
          (response) => response.request().method() === 'POST' && response.url().includes('guardians'),
        ),
        page.fill('#field-mobile', '07700 90012'),
      ])
      const tooShort = '“07700 90012” has a digit too few for a mobile number. Check it, such as 07700 900123.'
      expect((await saidOnSaving(tooShort)).filter((words) => words !== tooShort)).toEqual([
        'The following field is invalid: Mobile number',
      ])
      await page.goto('/admin/collections/session-logs/create')
      await untilAwake(page, '#field-location')
      await page.locator('input[type=date]').first().fill('2026-03-09')
      for (const field of ['location', 'runBy', 'attendees']) await page.fill(`#field-${field}`, 'Somewhere')
      const notMatched = 'A log is written by the volunteer who was matched with the child on that day.'
      const said = await saidOnSaving(notMatched)
      expect([said.length, said[0]?.startsWith(notMatched)]).toEqual([1, true])
      await page.goto('/admin/collections/meetings/create')
      await untilAwake(page, '#field-place')
      expect((await saidOnSaving('')).filter((words) => words.startsWith('Something went wrong'))).toEqual([])
      await closePage(page)
    },
    2 * PATIENCE,
  )

  test(
    'a list says of a related record what it is called, or that it is not theirs to see, whoever looks',
    async () => {
      const person = (name: string, role: 'trustee' | 'administrator') => aPerson({ ...server(), name, roles: [role] })
      const wrong: string[] = []
      let notShown = 0
      for (const [who, lists] of [
        [await person('Toni Trusty', 'trustee'), ['policy-versions', 'policy-translations', 'policies']],
        [
          await person('Ed Minister', 'administrator'),
          ['role-grants', 'designations', 'account-changes', 'notifications', 'policy-versions'],
        ],
      ] as const) {
        const page = await pageOf(who)
        for (const list of lists) {
          const columns = related(list)
          await page.goto(`/admin/collections/${list}?limit=100&columns=${encodeURIComponent(JSON.stringify(columns))}`)
          await page.waitForSelector('.collection-list .table tbody tr')
          await page.waitForFunction(() => document.querySelector('.table [aria-busy]') === null)
          const cells = await page.locator('.table tbody td').allInnerTexts()
          notShown += cells.filter((words) => words === 'Not shown').length
          wrong.push(
            ...cells
              .filter((words) => /Loading|Untitled|No label|[0-9a-f]{8}-/i.test(words))
              .map((words) => `${list}: ${words}`),
          )
        }
        await closePage(page)
      }
      expect(wrong).toEqual([])
      expect(notShown).toBeGreaterThan(0)
      // Whatever becomes of the question, no cell goes on waiting.
      const page = await pageOf(morgan)
      await page.route('**/api/volunteers?**', (route) => route.abort())
      await page.goto('/admin/collections/matches')
      await page.waitForSelector('.collection-list .table tbody tr')
      await page.waitForFunction(() => document.querySelector('.table [aria-busy]') === null)
      expect(await page.locator('.table tbody td.cell-volunteer').first().innerText()).toBe('Not shown')
      await closePage(page)
    },
    PATIENCE * 3,
  )

  test(
    '[DAT-1] from Today a safeguarding lead reads who looked at a child in three presses',
    async () => {
      const page = await pageOf(linden)
      await page.goto('/admin')
      await untilAwake(page, '.today')
      await page.goto('/admin/collections/children')
      await page.click('.collection-list .table a:has-text("Robin Testerton")')
      await page.waitForSelector('.record-page h1:has-text("Robin Testerton")')
      await page.waitForSelector('#who-looked')
      await page.click('text=Everybody who looked')
      await page.waitForSelector('.who-looked li:has-text("opened Robin Testerton’s record")')
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
      await page.waitForSelector('.record-facts dd')
      await closePage(page)
      const office = await pageOf(morgan)
      const [message] = await server().query<{ id: string }>(
        "select id from notifications where details <> '{}' order by created_at desc limit 1",
      )
      await office.goto(record('notifications', message?.id ?? ''))
      await office.waitForSelector('.record-facts dd')
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
      await page.waitForSelector('.record-page')
      await page.goBack()
      await page.waitForSelector('.collection-list .table')
      expect(await page.locator('.record-page').count()).toBe(0)
      await page.goto('/admin/collections/guardians/create')
      await page.waitForSelector('h1:has-text("New: Parent or carer")')
      await closePage(page)
    },
    PATIENCE,
  )
}

/** The columns of a list that name another record, and what the list calls a record. */
const related = (list: string): string[] => RELATED[list] ?? []
const RELATED: Record<string, string[]> = {
  'policy-versions': ['number', 'policy', 'author', 'adoptedByUser'],
  'policy-translations': ['language', 'version', 'author', 'adoptedByUser'],
  policies: ['title'],
  'role-grants': ['recordTitle', 'user'],
  designations: ['recordTitle', 'holder', 'cover'],
  'account-changes': ['recordTitle', 'user', 'volunteer', 'proposedBy', 'decidedBy'],
  notifications: ['template', 'recipientUser', 'recipientGuardian'],
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

/** Until the page's scripts have taken up a field: what is typed before that is lost on a busy machine. */
export const untilAwake = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((wanted) => {
    const field = document.querySelector(wanted)
    return field !== null && Object.keys(field).some((name) => name.startsWith('__react'))
  }, selector)
