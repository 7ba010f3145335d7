import { test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { idOf } from '../../src/sample/identity.ts'
import { closePage, desktop, phone, type PageSettings } from '../support/browser.ts'
import { documentScreen, takesDocumentScreens } from '../support/documentScreen.ts'
import type { PanelServer } from '../support/panelServer.ts'
import { waitUntil } from '../support/waitUntil.ts'

/** Milliseconds: a page of the panel on a busy machine. */
const PATIENCE = 60_000
const [casey, morgan, harper] = ['casey', 'morgan', 'harper'].map((key) => idOf('user', key)) as [
  string,
  string,
  string,
]
const match = idOf('match', 'child3')
const child = idOf('child', 'child1')

/** Takes the README's pictures anew, of the sample programme beside the story, where `SCREENSHOTS=1` asks for them. */
export const takeDocumentScreens = ({
  server,
  browser,
}: {
  server: () => PanelServer
  browser: () => Browser
}): void => {
  if (!takesDocumentScreens) return
  const pageOf = async (userId: string | undefined, settings: PageSettings = {}, open = desktop): Promise<Page> => {
    const page = await open(browser(), { baseUrl: server().publicUrl, ...settings })
    page.setDefaultTimeout(PATIENCE)
    if (userId) await page.context().addCookies([await server().cookieOf(userId)])
    return page
  }
  const desk = async (
    name: string,
    userId: string | undefined,
    path: string,
    ready: string,
    settings: PageSettings = {},
  ) => {
    const page = await pageOf(userId, settings)
    await page.goto(path)
    await page.waitForSelector(ready)
    await documentScreen(page, name)
    await closePage(page)
  }

  test('the README’s pictures', async () => {
    const { query } = server()
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
    await parent.goto(await consentLink(server()))
    const [born] = await query<{ day: string }>('select born_on as day from children where id = $1', [
      idOf('child', 'child3'),
    ])
    const [year = '', month = '', day = ''] = (born?.day ?? '').split('-')
    for (const [field, words] of Object.entries({ day, month, year }))
      await parent.fill(`input[name=birthday-${field}]`, words)
    await parent.click('button:has-text("Continue")')
    await parent.waitForSelector('text=yes or no?')
    // The first point stands below what is explained.
    await parent
      .locator('.choices--inline')
      .first()
      .evaluate((choices) => choices.closest('fieldset')?.scrollIntoView({ block: 'end' }))
    await documentScreen(parent, 'parent-consent')
    await closePage(parent)
  }, 300_000)
}

/** The link in the email that a parent gets when the office asks. */
const consentLink = async ({ publicUrl, mail, cookieOf }: PanelServer): Promise<string> => {
  const { name, value } = await cookieOf(morgan)
  await fetch(`${publicUrl}/api/consent-requests`, {
    method: 'POST',
    headers: { Cookie: `${name}=${value}`, Origin: publicUrl, 'Content-Type': 'application/json' },
    body: JSON.stringify({ child: idOf('child', 'child3'), guardian: idOf('guardian', 'child3') }),
  })
  const sent = () =>
    mail.messages.find(
      ({ to, parsed }) => to.includes('parent3@sample.invalid') && /\/consent\//.test(parsed.text ?? ''),
    )
  await waitUntil({ what: 'the email with the link', holds: () => sent() !== undefined, timeoutMilliseconds: 20_000 })
  return /http\S+\/consent\/[\w-]+/.exec(sent()?.parsed.text ?? '')?.[0] ?? ''
}
