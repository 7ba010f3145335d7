import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { axeProblems } from '../support/axe.ts'
import { servedApp } from '../support/app.ts'
import { closePage, desktop, launchBrowser, narrow, phone, screenshot, type PageSettings } from '../support/browser.ts'
import { aChild, aPerson, aVolunteer } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let browser: Browser
let keeper: string
beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  browser = await launchBrowser()
  keeper = await aPerson({ ...programme, name: 'Ada Keeper', roles: ['co-ordinator'] })
  await aVolunteer({ ...programme, name: 'Harper Sample' })
  await aChild({ ...programme, name: 'Robin Testertom' })
})
afterAll(async () => {
  await browser.close()
  await served.server.stop({ graceMilliseconds: 500 })
})

const open = async ({ path, on = desktop, ...settings }: { path: string; on?: typeof desktop } & PageSettings): Promise<Page> => {
  const page = await on(browser, { baseUrl: served.publicUrl, ...settings })
  await page.context().addCookies([{ name: 'session', value: (await programme.signIn(keeper)).token, url: served.publicUrl }])
  await page.goto(path)
  return page
}
const sheet = readFileSync(new URL('../fixtures/working-list.csv', import.meta.url))
const choose = async (page: Page, buffer: Buffer): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Look at the rows' }).click()
}
const clean = async (page: Page, name: string): Promise<void> => {
  expect([name, await axeProblems(page)]).toEqual([name, []])
  expect([name, await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)]).toEqual([name, true])
}

test.each(['light', 'dark'] as const)('[ELG-6] a list is brought in, looked at and taken in with nothing for axe to find, from 320 px on, %s, with and without JavaScript', async (colorScheme) => {
  for (const [on, javaScript, size] of [[phone, true, 'phone'], [narrow, false, 'narrow'], [desktop, true, 'desktop']] as const) {
    const picture = async (page: Page, name: string): Promise<void> => {
      await clean(page, `${name}, ${size}, ${colorScheme}`)
      if (colorScheme === 'light') await screenshot(page, `working-list-${name}-${size}`)
    }
    const page = await open({ path: '/working-list/import', on, javaScript, colorScheme })
    await picture(page, 'import')
    const own = `Quill ${size === 'phone' ? 'Aaaaaa' : size === 'narrow' ? 'Bbbbbb' : 'Cccccc'}${colorScheme === 'light' ? 'mmmm' : 'zzzz'}`
    await choose(page, Buffer.concat([sheet, Buffer.from(`\n${own},Y7,Quiet,,,\n`)]))
    await picture(page, 'plan')
    await page.getByRole('button', { name: /^Take in/ }).click()
    await page.getByRole('status').waitFor()
    expect(await page.getByRole('status').innerText()).toContain('3 rows came back.')
    await picture(page, 'taken')
    const [row] = await programme.query<{ id: string }>("select id from working_list_entries where name = 'Robin Testerton'")
    await page.goto(`/working-list/${row?.id}/complete`)
    await picture(page, 'complete')
    await page.goto('/working-list/print')
    await picture(page, 'print')
    await closePage(page)
  }
}, 400_000)

test('[ELG-6] the print is A4, across, and its columns all fit', async () => {
  const page = await open({ path: '/working-list/print' })
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: false })).toString('latin1')
  const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
  // What a sheet of A4 across leaves between its margins, at 96 dots to the inch.
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 1032, height: 718 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1032)
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Name', 'Age and year group', 'Reason they may benefit', 'Mentor assigned', 'Goals and outcomes', 'Overall comment'])
  for (const hidden of [page.getByRole('navigation').first(), page.getByText('Print it with your browser')]) expect(await hidden.isVisible()).toBe(false)
  await screenshot(page, 'working-list-on-paper')
  await closePage(page)
}, 60_000)

test('[ELG-6] with the keyboard alone: from the file to the rows taken in', async () => {
  const page = await open({ path: '/working-list/import' })
  await page.locator('input[type=file]').focus()
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,Age\nWillow Keyboard,Y8\n') })
  const press = async (name: RegExp): Promise<void> => {
    for (let tabs = 0; tabs < 25; tabs += 1) {
      await page.keyboard.press('Tab')
      if (await page.getByRole('button', { name }).first().evaluate((button) => button === document.activeElement)) return page.keyboard.press('Enter')
    }
    throw new Error(`The keyboard does not come to ${String(name)}.`)
  }
  await press(/Look at the rows/)
  await page.getByRole('button', { name: /^Take in 1 row/ }).waitFor()
  await press(/^Take in 1 row/)
  await page.getByRole('status').waitFor()
  expect(await page.getByRole('status').innerText()).toContain('1 row taken in.')
  await closePage(page)
}, 60_000)
