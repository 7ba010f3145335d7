import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { FIRST_CONSENT_WORDING } from '../../migrations/20261130_093100_first_wording.ts'
import { richTextOf } from '../../src/core/richText/plainText.ts'
import { CONSENT_ITEMS } from '../../src/programme/consent/rules.ts'
import { axeProblems, axeProblemsInBothSchemes } from '../support/axe.ts'
import { servedApp } from '../support/app.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot } from '../support/browser.ts'
import { anAskedParent } from '../support/consent.ts'
import { aChild, aMatch, aVolunteer } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

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

const items = Object.keys(CONSENT_ITEMS)
const main = (page: Page) => page.textContent('main')
const giveBirthday = async (page: Page, year = '2014'): Promise<void> => {
  await page.fill('input[name=birthday-day]', '20')
  await page.fill('input[name=birthday-month]', 'January')
  await page.fill('input[name=birthday-year]', year)
  await page.click('button:has-text("Continue")')
}
const chooseAll = async (page: Page, answer = 'yes'): Promise<void> => {
  for (const item of items) await page.check(`input[name=answer-${item}][value=${answer}]`)
}

/**
 * What a journey weighs: its requests, and the bytes of what the browser did not hold already, as they came and as a
 * server with Brotli would send them.
 */
const weigh = (
  page: Page,
): (() => Promise<{
  requests: number
  kilobytes: number
  compressed: number
  largestPage: number
  referrers: string[]
}>) => {
  const bodies: Array<Promise<{ isPage: boolean; bytes: number; compressed: number } | undefined>> = []
  const referrers: string[] = []
  page.on('request', (request) => referrers.push(request.headers().referer ?? ''))
  page.on('response', (response) => {
    if (response.status() === 200)
      bodies.push(
        response.body().then(
          (body) => ({
            isPage: response.request().isNavigationRequest(),
            bytes: body.length,
            compressed: brotliCompressSync(body).length,
          }),
          () => undefined,
        ),
      )
  })
  return async () => {
    const all = (await Promise.all(bodies)).filter((each) => each !== undefined)
    const sum = (pick: (each: (typeof all)[number]) => number): number =>
      Math.round(all.reduce((total, each) => total + pick(each), 0) / 102.4) / 10
    return {
      requests: referrers.length,
      kilobytes: sum(({ bytes }) => bytes),
      compressed: sum(({ compressed }) => compressed),
      largestPage: Math.max(...all.filter(({ isPage }) => isPage).map(({ compressed }) => compressed)),
      referrers,
    }
  }
}

test('[CON-1, CON-2] on a phone, without JavaScript: four pages, at most eight taps beyond the answers, one typed field beyond the check (consent 12)', async () => {
  const parent = await anAskedParent(programme)
  const page = await phone(browser, { javaScript: false })
  const weight = weigh(page)
  let taps = 0
  let pages = 1
  const tap = async (selector: string): Promise<void> => {
    taps += 1
    await page.click(selector)
  }
  await page.goto(`${served.publicUrl}/consent/${parent.token}`)
  expect(page.url()).toBe(`${served.publicUrl}/consent`)
  await screenshot(page, 'consent-1-check-phone')
  for (const [name, words] of [
    ['day', '20'],
    ['month', 'January'],
    ['year', '2014'],
  ] as const) {
    await tap(`input[name=birthday-${name}]`)
    await page.keyboard.type(words)
  }
  await tap('button:has-text("Continue")')
  pages += 1
  await screenshot(page, 'consent-2-form-phone')
  for (const item of items) await page.click(`label[for=field-answer-${item}${item === 'photographs' ? '-2' : ''}]`)
  await tap('button:has-text("Check my answers")')
  pages += 1
  await screenshot(page, 'consent-3-sign-phone')
  expect(await page.locator('input:visible:not([type=radio]):not([type=checkbox]), textarea:visible').count()).toBe(1)
  await tap('label[for=field-parentalResponsibility]')
  await tap('input[name=name]')
  await page.keyboard.type('Alex Testerton')
  await tap('button:has-text("Sign and send")')
  pages += 1
  await page.waitForURL(/done=signed/)
  await screenshot(page, 'consent-4-done-phone')
  expect(await main(page)).toContain('Thank you. We have your answers.')
  expect({ pages, tapsAtMostEight: taps <= 8 }).toEqual({ pages: 4, tapsAtMostEight: true })
  const { largestPage } = await weight()
  expect(largestPage).toBeLessThan(8 * 1024)
  await closePage(page)
})

test('[CON-1, CON-2, CON-4] whoever says yes to everything comes to the signature with every point in sight: eight taps in all, and a no that was chosen stays one', async () => {
  const parent = await anAskedParent(programme)
  const page = await phone(browser, { javaScript: false })
  const weight = weigh(page)
  const startedAt = performance.now()
  let taps = 0
  const tap = async (selector: string): Promise<void> => {
    taps += 1
    await page.click(selector)
  }
  await page.goto(`${served.publicUrl}/consent/${parent.token}`)
  for (const [name, words] of [
    ['day', '20'],
    ['month', 'January'],
    ['year', '2014'],
  ] as const) {
    await tap(`input[name=birthday-${name}]`)
    await page.keyboard.type(words)
  }
  await tap('button:has-text("Continue")')
  await page.check('input[name=answer-photographs][value=no]')
  await tap('button:has-text("Say yes to everything")')
  expect((await page.locator('.summary-list dd').allTextContents()).map((words) => words.trim())).toEqual([
    ...items.map((item) => (item === 'photographs' ? 'No' : 'Yes')),
    'Mother',
  ])
  expect(await programme.query('select id from consents where child_id = $1', [parent.child.id])).toEqual([])
  await tap('label[for=field-parentalResponsibility]')
  await tap('input[name=name]')
  await page.keyboard.type('Alex Testerton')
  await tap('button:has-text("Sign and send")')
  await page.waitForURL(/done=signed/)
  expect(taps).toBe(8)
  const { referrers, ...figures } = await weight()
  expect(referrers.filter((referrer) => referrer.includes(parent.token))).toEqual([])
  expect(figures.requests).toBeLessThanOrEqual(20)
  console.info(
    `A parent’s consent on a phone: 4 pages, ${taps} taps, 1 typed field beyond the date of birth, ${figures.requests} requests, ${figures.kilobytes} kB (${figures.compressed} kB compressed, ${(figures.largestPage / 1024).toFixed(1)} kB the largest page), ${((performance.now() - startedAt) / 1000).toFixed(1)} s by a machine.`,
  )
  expect(
    await programme.query("select item::text as item from consents where child_id = $1 and answer = 'no'", [
      parent.child.id,
    ]),
  ).toEqual([{ item: 'photographs' }])
  await closePage(page)
})

test('[CON-4] taps of somebody who changes their mind: four for one yes, one for a no, two and a way back for a no that stops mentoring, two to refuse it all', async () => {
  const parent = await anAskedParent(programme)
  const page = await phone(browser, { javaScript: false })
  let taps = 0
  const tap = async (selector: string): Promise<void> => {
    taps += 1
    await page.click(selector)
  }
  const counted = async (work: () => Promise<void>): Promise<number> => {
    taps = 0
    await work()
    return taps
  }
  await page.goto(`${served.publicUrl}/consent/${parent.token}`)
  await giveBirthday(page)
  const refused = await counted(async () => {
    await tap('button:has-text("Say no to everything")')
    await tap('button:has-text("Say no to everything")')
  })
  await page.waitForURL(/done=declined/)
  const undone = await counted(async () => {
    await tap('a:has-text("Answer again")')
    await tap('button:has-text("Say yes to everything")')
    await tap('label[for=field-parentalResponsibility]')
    await tap('input[name=name]')
    await page.keyboard.type('Alex Testerton')
    await tap('button:has-text("Sign and send")')
  })
  await page.waitForURL(/done=signed/)
  const one = await counted(() => tap('form:has(input[value=photographs]) button'))
  await page.waitForURL(/done=one-withdrawn/)
  const agreed = await counted(async () => {
    await tap('a[href="/consent/agree?item=photographs"]')
    await tap('label[for=field-parentalResponsibility]')
    await tap('input[name=name]')
    await page.keyboard.type('Alex Testerton')
    await tap('button:has-text("Say yes and sign")')
  })
  await page.waitForURL(/done=one-agreed/)
  const stopped = await counted(async () => {
    await tap('a[href="/consent/withdraw-one?item=taking-part"]')
    await page.waitForURL(/withdraw-one/)
    await tap('main button:has-text("Say no")')
  })
  await page.waitForURL(/done=one-withdrawn/)
  expect({ refused, undone, one, agreed, stopped }).toEqual({ refused: 2, undone: 5, one: 1, agreed: 4, stopped: 2 })
  expect(
    await programme.query(
      'select distinct on (item) item::text as item, answer::text as answer from consents where child_id = $1 order by item, created_at desc, id desc',
      [parent.child.id],
    ),
  ).toEqual(
    expect.arrayContaining([
      { item: 'photographs', answer: 'yes' },
      { item: 'taking-part', answer: 'no' },
    ]),
  )
  await closePage(page)
})

test('[CON-1] the keyboard alone does it, without JavaScript: into each field by Tab, chosen by the arrows, sent by Enter (consent 12)', async () => {
  const parent = await anAskedParent(programme)
  const page = await desktop(browser, { javaScript: false })
  await page.goto(`${served.publicUrl}/consent/${parent.token}`)
  const tabTo = async (selector: string): Promise<void> => {
    for (let times = 0; times < 60; times += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${selector}.`)
  }
  for (const [name, words] of [
    ['day', '20'],
    ['month', '1'],
    ['year', '2014'],
  ] as const) {
    await tabTo(`input[name=birthday-${name}]`)
    await page.keyboard.type(words)
  }
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=yes or no?')
  for (const item of items) {
    await tabTo(`input[name=answer-${item}]`)
    await page.keyboard.press('Space')
    if (item === 'travel') await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
  }
  await tabTo('button[value=check]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=Check your answers and sign')
  await tabTo('input[name=parentalResponsibility]')
  await page.keyboard.press('Space')
  await tabTo('input[name=name]')
  await page.keyboard.type('Alex Testerton')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=signed/)
  expect(await page.locator(':focus').textContent()).toContain('Thank you.')
  const answers = await programme.query<{ item: string; answer: string }>(
    'select item::text as item, answer::text as answer from consents where child_id = $1',
    [parent.child.id],
  )
  expect(answers.filter(({ answer }) => answer === 'no')).toEqual([{ item: 'travel', answer: 'no' }])
  await tabTo('form[action="/consent/withdraw-one"] button')
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=one-withdrawn/)
  await closePage(page)
})

test('the browser’s own way back keeps what was chosen, and yes and no are of one size', async () => {
  const parent = await anAskedParent(programme)
  const page = await phone(browser)
  await page.goto(`${served.publicUrl}/consent/${parent.token}`)
  await giveBirthday(page)
  const sizes = await page
    .locator('.choices--inline label')
    .evaluateAll((labels) =>
      labels.map(
        (label) =>
          `${Math.round(label.getBoundingClientRect().width)} by ${Math.round(label.getBoundingClientRect().height)}`,
      ),
    )
  expect(new Set(sizes).size).toBe(1)
  const buttons = await page
    .locator('.form .button-row .button')
    .evaluateAll((all) =>
      all.map(
        (each) =>
          `${Math.round(each.getBoundingClientRect().width)} by ${Math.round(each.getBoundingClientRect().height)}`,
      ),
    )
  expect({ different: new Set(buttons).size, all: buttons.length }).toEqual({ different: 1, all: 3 })
  await chooseAll(page)
  await page.click('button:has-text("Check my answers")')
  await page.waitForSelector('text=Check your answers and sign')
  await page.goBack()
  expect(await page.locator('.choices--inline input:checked').count()).toBe(8)
  await page.click('button:has-text("Check my answers")')
  await page.click('button:has-text("Change my answers")')
  expect(await page.locator('.choices--inline input:checked').count()).toBe(8)
  await closePage(page)
})

test('[CON-1, CON-4] a mail program that opens the link in a real browser, runs what runs, follows every link and sends every form, empty and with guesses, records nothing (consent 4)', async () => {
  const parent = await anAskedParent(programme)
  const page = await desktop(browser)
  const start = `${served.publicUrl}/consent/${parent.token}`
  const links = new Set([start])
  const guesses: Array<(name: string) => string> = [
    () => '',
    () => 'test',
    (name) => ({ 'birthday-day': '1', 'birthday-month': '1', 'birthday-year': '2000' })[name] ?? 'test',
  ]
  for (const guess of guesses) {
    await page.goto(start)
    for (const href of await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href)))
      links.add(href)
    for (let button = 0; button < (await page.locator('button').count()); button += 1) {
      for (const input of await page
        .locator('input:visible:not([type=radio]):not([type=checkbox]), textarea:visible')
        .all())
        await input.fill(guess((await input.getAttribute('name')) ?? ''))
      for (const choice of await page.locator('input[type=radio]:visible, input[type=checkbox]:visible').all())
        await choice.check()
      await page.locator('button').nth(button).click()
      await page.goto(start)
    }
  }
  for (const link of links) await page.goto(link)
  expect(await programme.query('select id from consents where child_id = $1', [parent.child.id])).toEqual([])
  expect(
    await programme.query('select status::text as status, answered_at from consent_requests where id = $1', [
      parent.requestId,
    ]),
  ).toEqual([{ status: 'open', answered_at: null }])
  await page.goto(start)
  await giveBirthday(page)
  expect(await main(page)).toContain('yes or no?')
  await closePage(page)
})

test('[CON-2] what a screen reader says of the form: each question a group with its reason, yes before no, nothing chosen; then the signature (consent 12)', async () => {
  const parent = await anAskedParent(programme)
  const page = await phone(browser)
  await page.goto(`${served.publicUrl}/consent/${parent.token}`)
  await giveBirthday(page)
  const form = await page.locator('main').ariaSnapshot()
  const [, ...heard] = form.split('\n').map((line) => line.trim().replace(/^- '(.*)'/, '- $1'))
  expect(heard[0]).toBe('- heading "A volunteer for Robin: yes or no?" [level=1]')
  expect(heard.filter((line) => line.startsWith('- group "'))).toHaveLength(items.length + 1)
  expect(heard.filter((line) => /^- radio "(Yes|No)"/.test(line))).toEqual(
    items.flatMap(() => ['- radio "Yes"', '- radio "No"']),
  )
  expect(heard.filter((line) => line.startsWith('- button'))).toEqual([
    '- button "Check my answers"',
    '- button "Say yes to everything"',
    '- button "Say no to everything"',
  ])
  const reasons = await page
    .locator('fieldset')
    .evaluateAll((all) =>
      all
        .slice(0, 8)
        .map((each) => document.getElementById(each.getAttribute('aria-describedby') ?? '')?.textContent ?? ''),
    )
  expect(reasons.every((reason) => reason.length > 20)).toBe(true)
  await chooseAll(page)
  await page.click('button:has-text("Check my answers")')
  const sign = await page.locator('main').ariaSnapshot()
  const places = [
    'Check your answers and sign" [level=1]',
    'heading "Your signature" [level=2]',
    'checkbox "I have parental responsibility',
    'textbox "Your full name',
    'button "Sign and send"',
    'button "Change my answers"',
  ].map((line) => sign.indexOf(line))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places.every((place) => place >= 0)).toBe(true)
  await closePage(page)
})

test('with forced colours and with text of twice the size nothing is cut off, and axe finds nothing', async () => {
  const page = await phone(browser)
  await page.emulateMedia({ forcedColors: 'active' })
  const found: unknown[] = []
  await everyPage({
    page,
    each: async (name) => {
      for (const problem of await axeProblems(page)) found.push({ name, problem })
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (beyond > 0) found.push({ name, beyond })
    },
  })
  expect(found).toEqual([])
  await closePage(page)
}, 180_000)

/** Every page for parents, in the order in which one comes to them. */
const everyPage = async ({ page, each }: { page: Page; each: (name: string) => Promise<void> }): Promise<void> => {
  const parent = await anAskedParent(programme)
  await page.goto(`${served.publicUrl}/consent/${'x'.repeat(43)}`)
  await each('link that does not work')
  await page.click('button:has-text("Send me a new link")')
  await each('new link asked for')
  await page.goto(`${served.publicUrl}/consent/${parent.token}`)
  await each('check')
  await page.click('button:has-text("Continue")')
  await each('check, nothing typed')
  await giveBirthday(page, '2013')
  await each('check, wrong')
  for (let time = 0; time < 4; time += 1) await giveBirthday(page, '2013')
  await each('check, waiting')
  await programme.query('update consent_requests set locked_until = null, wrong_tries = 0 where id = $1', [
    parent.requestId,
  ])
  await giveBirthday(page)
  await each('form')
  await page.click('button:has-text("Check my answers")')
  await each('form, nothing chosen')
  await page.click('button:has-text("Say no to everything")')
  await each('say no')
  await page.click('button:has-text("Back to the form")')
  await chooseAll(page)
  await page.check('input[name=answer-meetings][value=no]')
  await page.click('button:has-text("Check my answers")')
  await each('sign')
  await page.click('button:has-text("Sign and send")')
  await each('sign, nothing typed')
  await page.click('button:has-text("Change my answers")')
  await chooseAll(page)
  await page.click('button:has-text("Check my answers")')
  await page.check('input[name=parentalResponsibility]')
  await page.fill('input[name=name]', 'Alex Testerton')
  await page.click('button:has-text("Sign and send")')
  const volunteer = await aVolunteer({ ...programme, name: 'Harper Sample' })
  const match = await aMatch({
    ...programme,
    childId: parent.child.id,
    volunteerId: volunteer.id,
    contactId: parent.coordinator,
  })
  await programme.query(
    "insert into meetings (match_id, child_id, volunteer_id, guardian_id, starts_at, minutes, kind, place_kind, place, agreed_on, agreed_way, status, row_version, created_at, updated_at) values ($1, $2, $3, $4, '2026-03-10T16:00:00Z', 60, 'one-to-one', 'public', 'The Invented Library', '2026-03-02', 'text', 'confirmed', 1, now(), now())",
    [match, parent.child.id, volunteer.id, parent.child.guardianId],
  )
  await page.goto(`${served.publicUrl}/consent?done=signed`)
  await page.click('summary')
  await each('answers')
  await page.context().request.get(`${served.publicUrl}/consent/copy/1`)
  await page.click('text=Your copy, to keep or print')
  await page.click('summary')
  await each('copy')
  await page.click('text=Check a file')
  await each('check a copy')
  await page.fill('input[name=number]', '0'.repeat(64))
  await page.click('button:has-text("Check this number")')
  await each('check a copy, another')
  await page.click('button:has-text("Check this file")')
  await each('check a copy, nothing chosen')
  await page.goto(`${served.publicUrl}/consent`)
  await page.locator('button:has-text("Change to no")').nth(2).click()
  await each('answers, one withdrawn')
  await page.click('a:has-text("Change to yes")')
  await each('say yes to one')
  await page.click('button:has-text("Say yes and sign")')
  await each('say yes to one, nothing typed')
  await page.goto(`${served.publicUrl}/consent`)
  await page.click('a:has-text("Change to no")')
  await each('stop mentoring?')
  await page.click('text=Keep my yes')
  await page.click('text=Answer again')
  await each('form again')
  await page.goto(`${served.publicUrl}/consent/withdraw`)
  await each('withdraw')
  await page.click('button:has-text("Withdraw everything")')
  await each('answers, all withdrawn')
  await page.click('button:has-text("Close my form")')
  await each('closed')
}

describe.each([
  ['320', narrow],
  ['390', phone],
  ['1280', desktop],
] as const)('at %s pixels', (width, open) => {
  test('axe finds nothing on any page, and nothing is cut off, light and dark', async () => {
    const page = await open(browser)
    const found: unknown[] = []
    await everyPage({
      page,
      each: async (name) => {
        for (const problem of await axeProblemsInBothSchemes(page)) found.push({ name, problem })
        const beyond = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (beyond > 0) found.push({ name, beyond })
        await screenshot(page, `consent ${name} ${width}`)
      },
    })
    expect(found).toEqual([])
    await closePage(page)
  }, 180_000)
})

describe.each([
  ['320', narrow],
  ['390', phone],
] as const)('in Urdu, from the right to the left, at %s pixels', (width, open) => {
  test('axe finds nothing on the way, nothing is cut off, and each page runs from the right', async () => {
    await programme.query(
      "insert into policy_translations (version_id, language, text, status, adopted_on, row_version, created_at, updated_at) select v.id, 'ur', $1, 'adopted', '2026-03-01', 1, now(), now() from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted' and not exists (select from policy_translations where language = 'ur')",
      [JSON.stringify(richTextOf(urduLetters(FIRST_CONSENT_WORDING)))],
    )
    const child = await aChild(programme)
    await programme.query("update guardians set form_language = 'ur' where id = $1", [child.guardianId])
    const parent = await anAskedParent(programme, { child })
    const page = await open(browser)
    const found: unknown[] = []
    const each = async (name: string): Promise<void> => {
      for (const problem of await axeProblemsInBothSchemes(page)) found.push({ name, problem })
      const { beyond, direction } = await page.evaluate(() => ({
        beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        direction: getComputedStyle(document.body).direction,
      }))
      if (beyond > 0 || direction !== 'rtl') found.push({ name, beyond, direction })
      const covered = await page.locator('.choice').evaluateAll((choices) =>
        choices.flatMap((choice) => {
          const [input, label] = [choice.querySelector('input'), choice.querySelector('label')]
          if (!input || !label) return []
          const words = document.createRange()
          words.selectNodeContents(label)
          const [box, text] = [input.getBoundingClientRect(), words.getBoundingClientRect()]
          return text.right > box.left && text.left < box.right ? [label.textContent] : []
        }),
      )
      if (covered.length > 0) found.push({ name, covered })
      await screenshot(page, `consent in Urdu ${name} ${width}`)
    }
    await page.goto(`${served.publicUrl}/consent/${parent.token}`)
    await each('check')
    await page.fill('input[name=birthday-day]', '20')
    await page.fill('input[name=birthday-month]', '1')
    await page.fill('input[name=birthday-year]', '2014')
    await page.click('main form button')
    await each('form')
    await page.click('button[value=check]')
    await each('form, nothing chosen')
    await page.click('button[value=accept]')
    await each('sign')
    await page.check('input[name=parentalResponsibility]')
    await page.fill('input[name=name]', 'Alex Testerton')
    await page.click('button[value=sign]')
    await page.waitForURL(/done=signed/)
    await each('answers')
    await page.goto(`${served.publicUrl}/consent/call`)
    await each('call')
    expect(found).toEqual([])
    await closePage(page)
  }, 120_000)
})

/** A wording in letters that run from the right. */
const urduLetters = (wording: string): string =>
  wording
    .split('\n')
    .map((line) =>
      line.trim() === ''
        ? line
        : `${line.startsWith('# ') ? '# ' : ''}یہ اردو میں ایک جملہ ہے ${(line.match(/\{[a-z]+\}/g) ?? []).join(' ')}`,
    )
    .join('\n')
