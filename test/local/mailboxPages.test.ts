import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import express from 'express'
import { createTransport } from 'nodemailer'
import type { Browser } from 'playwright-core'
import { startMailbox, type Mailbox } from '../../src/local/mailbox/startMailbox.ts'
import { axeProblems } from '../support/axe.ts'
import { closePage, desktop, launchBrowser, narrow } from '../support/browser.ts'

let directory: string
let mailbox: Mailbox
let server: Server
let baseUrl: string
let browser: Browser

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mailbox-'))
  mailbox = await startMailbox({ appMode: 'local', directory, clock: { now: () => new Date('2026-03-03T16:00:00Z') } })
  const app = express().use('/mailbox', mailbox.router)
  app.get('/sign-in', (_request, response) => response.send('<!doctype html><title>Sign in</title>'))
  server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await createTransport(mailbox.smtpUrl).sendMail({
    from: 'hello@kids-on-track.example',
    to: 'robin.example@volunteers.example',
    subject: 'A meeting whose subject is long enough to be broken on a telephone',
    text: `Sign in at ${baseUrl}/sign-in to log it.`,
    html: `<html lang="en-GB"><head><title>Meeting</title></head><body><a href="${baseUrl}/sign-in">Log it</a><script>document.title = 'ran'</script></body></html>`,
    attachments: [{ filename: 'meeting.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }],
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await mailbox?.stop()
  await rm(directory, { recursive: true, force: true })
})

test.each(['light', 'dark'] as const)('the pages are accessible and fit a narrow screen (%s)', async (colorScheme) => {
  const page = await narrow(browser, { baseUrl, colorScheme })
  await page.goto('/mailbox')
  const message = (await page.getAttribute('.list a', 'href')) ?? ''
  for (const address of ['/mailbox', '/mailbox?find=nobody', message, '/mailbox/messages/none']) {
    await page.goto(address)
    expect({ address, problems: await axeProblems(page, { exclude: ['iframe'] }) }).toEqual({ address, problems: [] })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  }
  await closePage(page)
})

test('a link can be followed from the formatted part and from the text, and a script in the message does not run', async () => {
  const page = await desktop(browser, { baseUrl })
  await page.goto('/mailbox')
  await page.click('.list a')
  const link = page.frameLocator('iframe').locator('a')
  await link.waitFor()
  expect(await page.frame({ url: /\/html$/ })?.title()).toBe('Meeting')
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
  await opened.waitForLoadState()
  expect(await opened.title()).toBe('Sign in')
  await page.click('.text a')
  expect(await page.title()).toBe('Sign in')
  await closePage(page)
})
