import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { incomingWorkflow } from '../../src/programme/referrals/incoming/workflow.ts'
import { trackToken, viewToken } from '../../src/programme/referrals/incoming/trackLinks.ts'
import { referralWorkflow } from '../../src/programme/referrals/decisions/workflow.ts'
import { applicationWorkflow } from '../../src/programme/recruitment/applications/workflow.ts'
import { actingIn } from '../support/acting.ts'
import { servedApp } from '../support/app.ts'
import { anApplicant, newestToken } from '../support/applications.ts'
import { axeProblemsInBothSchemes } from '../support/axe.ts'
import { closePage, desktop, launchBrowser, phone, pressAndLoad, screenshot } from '../support/browser.ts'
import { aChild, aPerson } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { anIncomingReferral } from '../support/referrer.ts'
import { aReferral } from '../support/story.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
  await programme.query(
    "insert into programme_settings (charity_name, programme_name, office_email, office_phone) values ('Kids on Track', 'Mentoring', 'office@example.invalid', '01632 960 001')",
  )
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})
beforeEach(async () => {
  await programme.query('delete from rate_limits')
})
const { act, create } = actingIn(() => programme)

/**
 * A page of a form: what is chosen and typed on it, and what is tried first that is wrong, with what is said about it.
 */
type Filled = {
  page: string
  choose?: readonly string[]
  type?: Readonly<Record<string, string>>
  wrong?: { type?: Readonly<Record<string, string>>; says: string }
}

/**
 * A school refers a child who is no member of the club: every page of the form but the one for families who have not
 * been asked.
 */
const REFERRAL: readonly Filled[] = [
  { page: 'club', choose: ['No'], wrong: { says: 'Say yes, no or that you do not know.' } },
  { page: 'not-a-member' },
  {
    page: 'child',
    type: {
      childName: 'Robin Testerton',
      'childBornOn-day': '20',
      'childBornOn-month': '1',
      'childBornOn-year': '2014',
      childSchool: 'Sample Primary',
    },
    wrong: {
      type: {
        childName: 'Robin Testerton',
        'childBornOn-day': '31',
        'childBornOn-month': '2',
        'childBornOn-year': '2014',
      },
      says: 'Give the day, the month and the year',
    },
  },
  { page: 'reason', choose: ['Loss'], wrong: { says: 'Choose the main reason.' } },
  {
    page: 'why',
    type: { why: 'Has been quiet since the spring.' },
    wrong: { type: { why: 'Quiet' }, says: 'Tell us in a few words why mentoring may help.' },
  },
  {
    page: 'hopes',
    choose: ['I do not know'],
    wrong: { says: 'Tell us what you hope for, or tick that you do not know.' },
  },
  { page: 'you', choose: ['School'], wrong: { says: 'Say who you are.' } },
  {
    page: 'contact',
    type: { referrerName: 'Sam Sampleton', referrerEmail: 'sam@school.invalid' },
    wrong: {
      type: { referrerName: 'Sam Sampleton', referrerEmail: 'sam at school' },
      says: 'Enter an email address, such as name@example.org.',
    },
  },
  { page: 'family', choose: ['Yes, they agree'], wrong: { says: 'Say whether the family agrees.' } },
  {
    page: 'family-contact',
    type: { familyContact: 'Alex Testerton, 01632 960 002' },
    wrong: { says: 'Say how, or tick that you do not know.' },
  },
]

/** A whole application, with what may be left out left out. */
const APPLICATION: readonly Filled[] = [
  {
    page: 'age',
    type: { 'bornOn-day': '15', 'bornOn-month': 'July', 'bornOn-year': '1991' },
    wrong: {
      type: { 'bornOn-day': '15', 'bornOn-month': '7', 'bornOn-year': '2012' },
      says: 'Volunteers must be 18, and you are from 15 July 2030.',
    },
  },
  { page: 'name', type: { name: 'Reese Placeholder' }, wrong: { says: 'Give your full name.' } },
  {
    page: 'contact',
    type: { email: 'reese@example.invalid', mobile: '07700 900321' },
    wrong: { type: { email: 'reese@example.invalid', mobile: '12' }, says: 'Enter a mobile number that can be rung' },
  },
  { page: 'home', type: { homeAddress: '9 Made-up Lane, Andover' }, wrong: { says: 'Give your home address.' } },
  { page: 'known', choose: ['No'], wrong: { says: 'Say yes or no.' } },
  { page: 'earlier' },
  { page: 'why', type: { why: 'I had a mentor once.' }, wrong: { says: 'Tell us in a few words why.' } },
  { page: 'skills', choose: ['Communication'], wrong: { says: 'Choose at least one.' } },
  {
    page: 'about-you',
    type: { interests: 'Climbing', availability: 'Evenings' },
    wrong: { type: { interests: 'Climbing' }, says: 'Tell us when you have time.' },
  },
  {
    page: 'first-referee',
    type: { firstReferee: 'Sky Specimen', firstRefereeEmail: 'sky@example.invalid', firstRefereeKnown: 'From work' },
    wrong: { type: { firstReferee: 'Sky Specimen', firstRefereeEmail: 'sky' }, says: 'Say how you know each other.' },
  },
  {
    page: 'second-referee',
    type: {
      secondReferee: 'River Standin',
      secondRefereeEmail: 'river@example.invalid',
      secondRefereeKnown: 'From a club',
    },
  },
  { page: 'declaration', choose: ['No'], wrong: { says: 'Say yes or no.' } },
  { page: 'checks', choose: ['I agree to these checks'], wrong: { says: 'Tick the box if you agree.' } },
]

const inputNamed = (page: Page, name: string) => page.locator(`main [name="${name}"]:visible`)

/**
 * Sends a page with something wrong on it, and sees that it is said where a person looks for it, and that nothing typed
 * is lost.
 */
const goWrong = async ({
  page,
  wrong: { type = {}, says },
}: {
  page: Page
  wrong: NonNullable<Filled['wrong']>
}): Promise<void> => {
  for (const [name, words] of Object.entries(type)) await inputNamed(page, name).fill(words)
  await page.getByRole('button', { name: 'Continue' }).tap()
  await page.locator('.error-summary').waitFor()
  expect({
    says,
    inSummary: (await page.locator('.error-summary').innerText()).includes(says),
    atField: (await page.locator('.field__error').allInnerTexts()).some((words) => words.includes(says)),
    title: (await page.title()).startsWith('Error: '),
  }).toEqual({ says, inSummary: true, atField: true, title: true })
  await page.locator('.error-summary:focus').waitFor()
  for (const [name, words] of Object.entries(type))
    expect([name, await inputNamed(page, name).inputValue()]).toEqual([name, words])
}

/**
 * Goes through a form with a finger, and counts what it takes: pages that are seen, taps, fields that are typed into.
 * What goes wrong on purpose is not counted.
 */
const goThrough = async ({
  page,
  form,
  filled,
  send,
}: {
  page: Page
  form: string
  filled: readonly Filled[]
  send: string
}): Promise<{ pages: number; taps: number; typed: number }> => {
  const took = { pages: 1, taps: 0, typed: 0 }
  const tap = async (what: ReturnType<Page['locator']>): Promise<void> => {
    took.taps += 1
    await what.tap()
  }
  await page.goto(`${served.publicUrl}/${form}`)
  await tap(page.getByRole('link', { name: 'Start now' }))
  for (const { page: name, choose = [], type = {}, wrong } of filled) {
    took.pages += 1
    await page.waitForURL(new RegExp(`/${form}/${name}$`))
    if (wrong) await goWrong({ page, wrong })
    for (const [field, words] of Object.entries(type)) {
      took.typed += 1
      await tap(inputNamed(page, field))
      await inputNamed(page, field).fill(words)
    }
    for (const label of choose)
      await tap(page.locator('.choice label').filter({ hasText: new RegExp(`^${label}(:|$)`) }))
    await tap(page.getByRole('button', { name: 'Continue' }))
  }
  took.pages += 1
  await page.waitForURL(/\/check$/)
  await tap(page.getByRole('button', { name: send }))
  took.pages += 1
  await page.waitForURL(/\/done$/)
  return took
}

test('[ELG-2] a referral on a phone, without JavaScript: 13 pages, at most 26 taps, nine typed fields; what is wrong is said, and what was typed stays', async () => {
  const page = await phone(browser, { javaScript: false })
  const took = await goThrough({ page, form: 'refer', filled: REFERRAL, send: 'Send the referral' })
  expect(await page.getByRole('status').innerText()).toContain('We have your referral')
  expect(
    await programme.query(
      "select child_name, child_born_on, main_reason, source::text as source, family_contact from incoming_referrals where referrer_email = 'sam@school.invalid'",
    ),
  ).toEqual([
    {
      child_name: 'Robin Testerton',
      child_born_on: '2014-01-20',
      main_reason: 'loss',
      source: 'school',
      family_contact: 'Alex Testerton, 01632 960 002',
    },
  ])
  expect(took).toEqual({ pages: 13, taps: 26, typed: 9 })
  await closePage(page)
}, 60_000)

test('[VOL-1] an application on a phone, without JavaScript: 16 pages, at most 35 taps, 16 typed fields; what is wrong is said, and what was typed stays', async () => {
  const page = await phone(browser, { javaScript: false })
  const took = await goThrough({ page, form: 'apply', filled: APPLICATION, send: 'Send my application' })
  expect(await page.getByRole('status').innerText()).toContain('We have your application')
  expect(
    await programme.query(
      "select name, mobile, born_on, skills from applications where email = 'reese@example.invalid'",
    ),
  ).toEqual([{ name: 'Reese Placeholder', mobile: '07700 900321', born_on: '1991-07-15', skills: 'Communication' }])
  expect(took).toEqual({ pages: 16, taps: 35, typed: 16 })
  await closePage(page)
}, 60_000)

/** The same, where the first choice of each page is taken: Space on it, and no other key. */
const BY_KEYBOARD: ReadonlyArray<[string, string, readonly Filled[]]> = [
  [
    '[ELG-2] a referral',
    'refer',
    REFERRAL.filter(({ page }) => page !== 'not-a-member').map((filled) =>
      filled.page === 'hopes' ? { page: 'hopes', type: { hopes: 'To come to school with joy.' } } : filled,
    ),
  ],
  [
    '[VOL-1] an application',
    'apply',
    [...APPLICATION.slice(0, -1), { page: 'declared', type: { declared: 'Talk with me.' } }, ...APPLICATION.slice(-1)],
  ],
]

test.each(BY_KEYBOARD)(
  '%s by the keyboard alone: Tab, Space and Enter, from the first page to the last',
  async (_words, form, filled) => {
    const page = await desktop(browser)
    const tabTo = async (selector: string): Promise<void> => {
      for (let times = 0; times < 60; times += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab never came to ${selector} on ${page.url()}.`)
    }
    const press = async (selector: string): Promise<void> => {
      await tabTo(selector)
      await page.keyboard.press('Enter')
    }
    await page.goto(`${served.publicUrl}/${form}`)
    await press(`a[href^="/${form}/"]`)
    for (const { page: name, type = {}, choose = [], wrong } of filled) {
      await page.waitForURL(new RegExp(`/${form}/${name}$`))
      if (wrong && name === 'contact') {
        await press('main form .button--primary')
        // A browser gives the focus once it has drawn the page, which may be later than the page is there.
        await page.locator('.error-summary:focus').waitFor()
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        // The first line of the summary leads into its field, ready to type.
        await page.locator(`[name="${Object.keys(type)[0]}"]:focus`).waitFor()
      }
      for (const [field, words] of Object.entries(type)) {
        await tabTo(`[name="${field}"]`)
        await page.keyboard.type(words)
      }
      if (choose.length > 0) {
        await tabTo('.choice input')
        await page.keyboard.press('Space')
      }
      await press('main form .button--primary')
    }
    await page.waitForURL(/\/check$/)
    await press('main form .button--primary')
    await page.waitForURL(/\/done$/)
    expect(await page.locator(':focus').innerText()).toContain('Your reference is')
    await closePage(page)
  },
  60_000,
)

/**
 * Links of the public pages: a referral for which more is asked, a view, an application that is considered, a
 * reference.
 */
const everyLink = async () => {
  const coordinator = await aPerson({ ...programme, name: 'Morgan Specimen', roles: ['co-ordinator'] })
  const member = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
  const child = await aChild(programme)
  const incoming = await anIncomingReferral(programme)
  await act({ by: coordinator, workflow: incomingWorkflow, id: incoming, action: 'link', input: { child: child.id } })
  const [linked] = await programme.query<{ id: string }>('select id from referrals where incoming_id = $1', [incoming])
  await act({
    by: member,
    workflow: referralWorkflow,
    id: String(linked?.id),
    action: 'askForMore',
    input: { reason: 'On how many days was the child late this term?' },
  })
  const referral = await aReferral({ ...programme, childId: child.id, enteredBy: coordinator })
  const view = await create({
    by: member,
    collection: 'view-requests',
    fields: {
      referral,
      askedGroup: 'school',
      name: 'Kim Unreal',
      email: 'kim@school.invalid',
      question: 'How is the child at school?',
    },
  })
  const applicant = await anApplicant(programme)
  await act({ by: member, workflow: applicationWorkflow, id: applicant.id, action: 'consider' })
  return {
    'refer/track': trackToken({ payload: programme.payload, id: incoming, email: 'sam.canary@school.invalid' }),
    'refer/view': viewToken({ payload: programme.payload, id: view.id, email: 'kim@school.invalid' }),
    'apply/track': await newestToken(programme, { table: 'applications', id: applicant.id }),
    reference: await newestToken(programme, { table: 'volunteer_references', id: applicant.references[0] }),
  }
}

test('axe finds nothing, and nothing is cut off, on every kind of page at 320, 390 and 1280 pixels, light and dark', async () => {
  const links = await everyLink()
  const page = await desktop(browser)
  const found: unknown[] = []
  const look = async (name: string): Promise<void> => {
    for (const [width, height] of [
      [320, 640],
      [390, 844],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const problem of await axeProblemsInBothSchemes(page)) found.push({ name, width, problem })
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 0) found.push({ name, width, beyond })
      if (width !== 320) await screenshot(page, `public ${name} ${width}`)
    }
  }
  const go = (path: string) => page.goto(`${served.publicUrl}/${path}`)
  const sendPage = async ({ choose = [], type = {} }: Partial<Filled>, button = 'Continue'): Promise<void> => {
    for (const [name, words] of Object.entries(type)) await inputNamed(page, name).fill(words)
    for (const label of choose)
      await page
        .locator('.choice label')
        .filter({ hasText: new RegExp(`^${label}(:|$)`) })
        .click()
    await page.getByRole('button', { name: button }).click()
  }
  for (const [form, filled, looked, send] of [
    ['refer', REFERRAL, ['club', 'not-a-member', 'child', 'why'], 'Send the referral'],
    ['apply', APPLICATION, ['skills', 'checks'], 'Send my application'],
  ] as const) {
    await go(form)
    if (form === 'refer') await look('refer start')
    await go(`${form}/${filled[0]?.page ?? ''}`)
    for (const given of filled) {
      await page.waitForURL(new RegExp(`/${form}/${given.page}$`))
      if ((looked as readonly string[]).includes(given.page)) await look(`${form} ${given.page}`)
      if (form === 'refer' && given.page === 'child') {
        await pressAndLoad(page, 'button:has-text("Continue")')
        await look('refer error')
      }
      await sendPage(given)
    }
    await page.waitForURL(/\/check$/)
    if (form === 'refer') await look('refer check')
    await sendPage({}, send)
    await page.waitForURL(/\/done$/)
    if (form === 'refer') await look('refer done')
  }
  for (const [path, token] of Object.entries(links)) {
    await go(`${path}/${token}`)
    expect(page.url()).toBe(`${served.publicUrl}/${path}`)
    await look(path)
  }
  for (const [name, value] of Object.entries({ can: 'yes', capacity: 'work', worry: 'no' }))
    await page.check(`input[name=${name}][value=${value}]`)
  await sendPage({ type: { knownFor: 'Six years', suitability: 'Patient, and children like them.' } }, 'Send')
  await look('reference given')
  await page.context().clearCookies()
  await go('refer/view')
  await look('link that does not work')
  expect(found).toEqual([])
  await closePage(page)
}, 180_000)
