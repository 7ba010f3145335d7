import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { renderEmail } from '../../src/boot/emails.ts'
import { asUser } from '../../src/core/access/localApi.ts'
import { insertRows } from '../../src/core/database/insertRows.ts'
import { trackToken, viewToken } from '../../src/programme/referrals/incoming/trackLinks.ts'
import { CONSENT_ITEMS } from '../../src/programme/consent/rules.ts'
import { servedApp } from '../support/app.ts'
import { anApplicant, newestToken } from '../support/applications.ts'
import { axeProblems } from '../support/axe.ts'
import { closePage, desktop, launchBrowser, phone, pressAndLoad, screenshot } from '../support/browser.ts'
import { anAskedParent } from '../support/consent.ts'
import { aPlace } from '../support/directory.ts'
import { hostileStrings } from '../support/hostileStrings.ts'
import { namesInPdf } from '../support/pdfNames.ts'
import { openPdfViewer } from '../support/pdfViewer.ts'
import { aChild, aMatchedPair, aVolunteer } from '../support/people.ts'
import { anAcceptance, aPolicy, aVersion, confidentialityAgreedBy, richText } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { SCHOOL_REFERRAL, anIncomingReferral, fillIn, formBrowser } from '../support/referrer.ts'
import { aLog, aReferral } from '../support/story.ts'
import { fillEverywhere, textPlaces, type TextPlace } from '../support/typedTexts.ts'
import { LOOKED_AT_APART, NOT_TYPED, ONLY_IN_THE_PANEL, keysOf } from '../support/wordsElsewhere.ts'

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
  await page
    .context()
    .addCookies([{ name: 'session', value: (await programme.signIn(userId)).token, url: served.publicUrl }])
  return page
}
const stamp = { created_at: '2026-02-20T09:00:00Z', updated_at: '2026-02-20T09:00:00Z', row_version: 1 }
/** What a page asks for and brings up from now on, whatever it shows. */
const watched = (page: Page): { dialogs: string[]; outside: string[]; paths: string[] } => {
  const seen = { dialogs: [] as string[], outside: [] as string[], paths: [] as string[] }
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === new URL(served.publicUrl).origin) seen.paths.push(pathname)
    else seen.outside.push(request.url())
  })
  return seen
}
/** Nothing on the page acts that a text could have brought along, and no link leads elsewhere than a link may. */
const expectInert = async (page: Page): Promise<void> => {
  const acting = await page.evaluate(
    () =>
      document.querySelectorAll(
        'main script, main img, main iframe, main svg:not(.icon, .drawing, .scene), main object, main [onerror], main [onload], main [style], main base, main meta, main style',
      ).length,
  )
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('main a')].map((link) => new URL((link as HTMLAnchorElement).href).protocol),
  )
  expect([
    page.url(),
    acting,
    [...new Set(links)].filter((protocol) => !['http:', 'https:', 'mailto:', 'tel:', 'sms:'].includes(protocol)),
  ]).toEqual([page.url(), 0, []])
}
const pdfFrom = async (path: string, cookie: string): Promise<Buffer> => {
  const answer = await fetch(`${served.publicUrl}${path}`, { headers: { Cookie: cookie } })
  const file = Buffer.from(await answer.arrayBuffer())
  expect([path, answer.status, file.subarray(0, 5).toString()]).toEqual([path, 200, '%PDF-'])
  return file
}
/** Signs for which the typeface has no shape are not looked for; nor are spaces and what breaks lines. */
const inOurTypeface = (text: string): boolean => /^[\x20-\x7E\s\p{Cc}]*$/u.test(text) && /[!-~]/.test(text)
const bare = (text: string): string => text.replaceAll(/[\s\p{Cc}]/gu, '')
/** The foot ends every page with the same words, and may come in the midst of a long string. */
const withoutFeet = (pages: readonly string[]): string[] => {
  const bodies = pages.map((page) => page.replace(/·page\d+of\d+$/, ''))
  let same = 0
  while (
    new Set(bodies.map((body) => body.at(-1 - same))).size === 1 &&
    same < Math.min(...bodies.map(({ length }) => length))
  )
    same += 1
  return bodies.map((body) => body.slice(0, body.length - same))
}
/** Each file in the viewer: the strings stand in it as words, and nothing that it could do is there. */
const asPlainTextInAViewer = async (given: Array<{ file: Buffer; strings: readonly string[] }>): Promise<void> => {
  const viewer = await openPdfViewer(browser)
  for (const { file, strings } of given) {
    const { pages, ...doing } = await viewer.see(file)
    expect(pages.length).toBeGreaterThan(1)
    const words = withoutFeet(pages.map(bare)).join('')
    expect(strings.filter((hostile) => inOurTypeface(hostile) && !words.includes(bare(hostile)))).toEqual([])
    expect(doing).toEqual({ links: [], scripts: 0, fields: 0, attachments: 0 })
  }
  expect([viewer.dialogs, viewer.outside]).toEqual([[], []])
  await viewer.close()
}
const FOUR = {
  'code-of-conduct': 'Code of conduct',
  'confidentiality-agreement': 'Confidentiality agreement',
  'mentoring-policy': 'Mentoring policy',
  'volunteer-agreement': 'Volunteer agreement',
} as const
const heading = (text: string) => ({ type: 'heading', tag: 'h2', children: [{ type: 'text', text }] })
const STRINGS_A_PARAGRAPH = 8
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })

test('[POL-4] a new volunteer reads and signs four documents on a phone in six taps and one typed name, without JavaScript', async () => {
  for (const [kind, title] of Object.entries(FOUR))
    await aVersion({
      ...programme,
      policyId: await aPolicy({ ...programme, kind, title }),
      text: richText(`This is the ${title.toLowerCase()}.`),
    })
  const { userId } = await aVolunteer({ ...programme, cleared: false })
  const page = await signedIn(userId, phone, false)
  await page.goto('/portal/policies')
  let taps = 0
  const tap = async (selector: string): Promise<void> => {
    taps += 1
    await page.tap(selector)
  }
  const tapThrough = async (selector: string): Promise<void> =>
    void (await Promise.all([page.waitForEvent('load'), tap(selector)]))
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
  const kept = await programme.query<{ typed_name: string }>(
    'select typed_name from policy_acceptances where user_id = $1',
    [userId],
  )
  expect(kept.map(({ typed_name: name }) => name)).toEqual([
    'Harper Sample',
    'Harper Sample',
    'Harper Sample',
    'Harper Sample',
  ])
  await page.goto('/portal/policies')
  expect(await page.textContent('main')).toContain('You have accepted everything that you need to.')
  await closePage(page)
}, 60_000)

test('[POL-4] what changed since one’s own last acceptance stands first, word by word, and is told to a screen reader; the whole text has contents and a size', async () => {
  const policyId = await aPolicy({ ...programme, kind: 'safeguarding-policy', title: 'Safeguarding policy' })
  const parts = (whom: string) => ({
    root: {
      type: 'root',
      children: [
        heading('Whom to tell'),
        paragraph(`Ring ${whom} at once.`),
        heading('How'),
        paragraph('Listen, and write it down.'),
        heading('When'),
        paragraph('The same day.'),
      ],
    },
  })
  const { userId } = await aVolunteer(programme)
  await anAcceptance({
    ...programme,
    versionId: await aVersion({ ...programme, policyId, text: parts('the lead') }),
    userId,
  })
  await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    text: parts('the lead or the deputy'),
    changes: 'There is a deputy.',
    adoptedOn: '2026-03-01',
    graceUntil: '2026-03-20',
  })
  for (const [open, width] of [
    [phone, '390'],
    [desktop, '1280'],
  ] as const) {
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
      expect(
        parseFloat(await page.evaluate(() => getComputedStyle(document.querySelector('.rich-text p')!).fontSize)),
      ).toBeGreaterThan(parseFloat(usual) * 1.5)
      expect(await axeProblems(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0)
      await closePage(page)
    }
  }
}, 120_000)

test('[POL-4] a policy that was opened is read again without signal; nothing about a child is kept, and signing out takes away what was', async () => {
  const pair = await aMatchedPair(programme)
  const page = await signedIn(pair.volunteer.userId)
  const kept = () =>
    page.evaluate(async () =>
      (await (await caches.open('policies')).keys())
        .map(({ url }) => new URL(url).pathname)
        .filter((path) => !path.startsWith('/assets/'))
        .sort(),
    )
  await page.goto('/portal/policies/mentoring-policy')
  await page.waitForFunction(
    async () => (await (await caches.open('policies')).match('/portal/policies/mentoring-policy')) !== undefined,
  )
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  for (const path of [
    '/portal',
    `/portal/children/${pair.match}`,
    '/portal/meetings',
    '/portal/record',
    '/portal/policies',
  ])
    await page.goto(path)
  await page.waitForFunction(
    async () => (await (await caches.open('policies')).match('/portal/policies')) !== undefined,
  )
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
  const scripts = await Promise.all(
    ['keepForReading', 'offlineReader', 'keepDraft'].map((name) =>
      readFile(new URL(`../../src/web/design/browser/${name}.js`, import.meta.url)),
    ),
  )
  expect(scripts.reduce((sum, script) => sum + script.length, 0)).toBeLessThan(8 * 1024)
  await closePage(page)
}, 60_000)

test('the viewer in which PDFs are looked at shows what a file can do: a script that runs, and links that can be followed', async () => {
  const viewer = await openPdfViewer(browser)
  const acting = await viewer.see(
    Buffer.from(`%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\("acted"\\)) >> >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 50 50] /A << /S /URI /URI (https://evil.invalid/) >> >>] >> endobj
trailer << /Root 1 0 R >>
`),
  )
  expect(acting).toEqual({ pages: [''], links: ['https://evil.invalid/'], scripts: 1, fields: 0, attachments: 0 })
  expect([[...new Set(viewer.dialogs)], viewer.outside]).toEqual([['acted'], []])
  await viewer.close()
})

test('200 hostile strings in every text of a policy, of guidance and of the directory, as page, email and PDF: no dialog, no request, nothing that acts', async () => {
  const strings = hostileStrings(served.publicUrl)
  expect(strings).toHaveLength(200)
  const text = {
    root: {
      type: 'root',
      children: strings.flatMap((hostile) => [
        heading(hostile),
        { ...paragraph(hostile), style: hostile, direction: hostile },
        {
          type: 'paragraph',
          children: [
            {
              type: 'link',
              fields: { url: hostile, newTab: true, rel: hostile },
              url: hostile,
              children: [{ type: 'text', text: hostile, style: hostile, format: hostile }],
            },
          ],
        },
        {
          type: 'list',
          listType: 'number',
          start: hostile,
          tag: hostile,
          children: [{ type: 'listitem', value: hostile, children: [{ type: 'text', text: hostile }] }],
        },
        { type: hostile, tag: hostile, children: [{ type: 'text', text: hostile }] },
        { type: 'block', fields: { html: hostile }, html: hostile, children: [] },
      ]),
    },
  }
  const joined = strings.join('\n')
  const policyId = await aPolicy({ ...programme, kind: 'guidance', title: strings.slice(0, 2).join(' ').slice(0, 160) })
  const { userId } = await aVolunteer(programme)
  const first = await aVersion({
    ...programme,
    policyId,
    text: richText(...strings.map((hostile) => `${hostile} before`)),
    changes: joined,
  })
  await anAcceptance({ ...programme, versionId: first, userId, typedName: strings[3]?.slice(0, 120) })
  await aVersion({
    ...programme,
    policyId,
    number: '2.0',
    text,
    changes: joined,
    adoptedOn: '2026-03-01',
    graceUntil: '2026-03-20',
  })

  await insertRows({
    ...programme,
    collection: 'guidance-pages',
    rows: [
      {
        id: randomUUID(),
        title: strings.slice(4, 8).join(' '),
        address: 'hostile',
        text,
        place: 1,
        status: 'published',
        ...stamp,
      },
    ],
  })
  const place = await aPlace({
    ...programme,
    organisation: joined,
    more: {
      needs: joined,
      phone: strings[100],
      email: strings[101],
      how_to_refer: joined,
      cost: 'words',
      cost_words: joined,
      area: joined,
    },
  })

  const page = await signedIn(userId, desktop)
  const seen = watched(page)
  for (const path of [
    '/portal/policies',
    '/portal/policies/guidance',
    '/portal/policies/guidance/versions/1.0',
    '/portal/policies/guidance/compare',
    '/portal/guidance',
    '/portal/guidance/hostile',
    '/portal/directory',
    `/portal/directory/${place}`,
  ]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    await expectInert(page)
  }
  await page.goto('/portal/policies/guidance')
  await page.fill('input[name=typedName]', strings[7]?.slice(0, 120) ?? '')
  await page.click('main button[type=submit]')
  await page.waitForLoadState('networkidle')

  const mail = await renderEmail({
    template: 'policies-to-accept',
    props: { by: '2026-03-20', link: `${served.publicUrl}/portal/policies`, recipientName: strings[0]?.slice(0, 60) },
    brand: { charityName: joined.slice(0, 2000), accent: '#0b6b62' },
  })
  // A mail program has no policy of ours: the page on which it is shown allows everything.
  const reader = await desktop(browser)
  const seenByReader = watched(reader)
  await reader.setContent(mail.html)
  await reader.waitForTimeout(300)
  expect(
    await reader.evaluate(
      () => document.querySelectorAll('script, img, iframe, object, [onerror], [onload], svg').length,
    ),
  ).toBe(0)
  await closePage(reader)
  expect(seenByReader).toEqual({ dialogs: [], outside: [], paths: [] })
  expect({
    dialogs: seen.dialogs,
    outside: seen.outside,
    elsewhere: seen.paths.filter((path) => !/^\/(portal\/(policies|guidance|directory)|assets)\b/.test(path)),
  }).toEqual({ dialogs: [], outside: [], elsewhere: [] })

  const file = await pdfFrom('/portal/policies/guidance/versions/2.0/pdf', (await programme.signIn(userId)).cookie)
  await closePage(page)
  // Nothing in the file acts: no script, no link, no form, no file inside it, however it is written.
  expect([
    ...namesInPdf(Buffer.from('1 0 obj << /OpenAction << /S /JavaScr#69pt /JS (a \\) (/URI) b) >> >> endobj')),
  ]).toEqual(['OpenAction', 'S', 'JavaScript', 'JS'])
  const names = namesInPdf(file)
  expect(names).toContain('StructTreeRoot')
  expect(
    [
      'JavaScript',
      'JS',
      'URI',
      'AA',
      'Action',
      'Annots',
      'Link',
      'Launch',
      'OpenAction',
      'EmbeddedFile',
      'EmbeddedFiles',
      'Filespec',
      'AcroForm',
      'SubmitForm',
      'ImportData',
      'GoToR',
      'GoToE',
      'Named',
      'Rendition',
      'Movie',
      'Sound',
      'RichMedia',
      'XFA',
    ].filter((name) => names.has(name)),
  ).toEqual([])
  await asPlainTextInAViewer([{ file, strings }])
}, 180_000)

test('[CON-3, CON-7] 200 hostile strings in the consent wording and in the names, in the form on paper and in the parent’s copy: plain text in a viewer, no dialog, no request', async () => {
  const strings = hostileStrings(served.publicUrl)
  await programme.query('insert into programme_settings (charity_name, programme_name) values ($1, $2)', [
    strings[0]?.slice(0, 80),
    'Mentoring',
  ])
  // Braces that stand for nothing cannot be adopted: the form says that it does not know them.
  const wordable = strings.filter((hostile) => !hostile.includes('{') && inOurTypeface(hostile))
  const [wording] = await programme.query<{
    policy: string
    text: { root: { children: Array<{ type: string; children?: Array<{ text?: string }> }> } }
  }>(
    "select p.id as policy, v.text from policies p join policy_versions v on v.policy_id = p.id where p.kind = 'consent-wording' and v.status = 'adopted'",
  )
  if (!wording) throw new Error('No consent wording is adopted.')
  let filled = 0
  const children = wording.text.root.children.map((node) => {
    const words = node.children?.map(({ text = '' }) => text).join('') ?? ''
    if (node.type !== 'paragraph' || !words.trim()) return node
    const some = Array.from({ length: STRINGS_A_PARAGRAPH }, (_, index) => wordable[(filled + index) % wordable.length])
    filled += STRINGS_A_PARAGRAPH
    return paragraph([...(words.includes('{time}') ? ['{time}'] : []), ...some].join(' ¦ '))
  })
  expect(filled / 2).toBeGreaterThan(wordable.length)
  const text = { root: { ...wording.text.root, children } }
  const version = await aVersion({
    ...programme,
    policyId: wording.policy,
    number: '9.0',
    text,
    adoptedOn: '2026-03-01',
  })
  await insertRows({
    ...programme,
    collection: 'policy-translations',
    rows: [{ id: randomUUID(), version_id: version, language: 'pl', text, status: 'adopted', ...stamp }],
  })
  const child = await aChild(programme)
  await programme.query("update guardians set form_language = 'pl' where id = $1", [child.guardianId])
  const parent = await anAskedParent(programme, { child })
  await programme.query('update children set name = $2 where id = $1', [parent.child.id, strings[1]?.slice(0, 120)])
  await programme.query('update guardians set name = $2 where id = $1', [
    parent.child.guardianId,
    strings[2]?.slice(0, 120),
  ])

  const page = await phone(browser, { baseUrl: served.publicUrl })
  const seen = watched(page)
  await page.goto(`/consent/${parent.token}`)
  for (const [part, typed] of [
    ['day', '20'],
    ['month', '1'],
    ['year', '2014'],
  ])
    await page.fill(`input[name=birthday-${part}]`, typed ?? '')
  // The form is in Polish.
  const press = (): Promise<void> => page.click('main form .button--primary')
  await press()
  for (const item of Object.keys(CONSENT_ITEMS)) await page.check(`input[name=answer-${item}][value=yes]`)
  await page.check('input[name=relationship] >> nth=0')
  await press()
  await page.check('input[name=parentalResponsibility]')
  await page.fill('input[name=name]', strings[3]?.slice(0, 120) ?? '')
  await press()
  await page.waitForURL(/done=signed/)
  await page.goto('/consent/copy')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await closePage(page)
  expect({
    dialogs: seen.dialogs,
    outside: seen.outside,
    elsewhere: seen.paths.filter((path) => !/^\/(consent|assets)\b/.test(path)),
  }).toEqual({ dialogs: [], outside: [], elsewhere: [] })

  const copy = await pdfFrom('/consent/copy/1', cookie)
  const address = strings[4]?.slice(0, 80) ?? ''
  await programme.query('insert into programme_settings (office_address) values ($1)', [address])
  const form = await pdfFrom('/paper-form/consent', (await programme.signIn(parent.coordinator)).cookie)
  await programme.query('delete from programme_settings')
  await asPlainTextInAViewer([
    { file: copy, strings: [...wordable, ...strings.slice(0, 4).map((hostile) => hostile.slice(0, 80))] },
    { file: form, strings: [...wordable, address] },
  ])
}, 180_000)

test('each part of the product that makes a PDF is one whose PDFs are looked at here, and none writes markup out of a text', async () => {
  const folder = fileURLToPath(new URL('../../src', import.meta.url))
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.tsx?$/.test(name))
  const sources = await Promise.all(
    files.map(async (name) => ({ name, source: await readFile(join(folder, name), 'utf8') })),
  )
  const using = (words: RegExp): string[] =>
    sources.flatMap(({ name, source }) => (words.test(source) ? [name] : [])).sort()
  expect(using(/dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write\b/)).toEqual([])
  expect(using(/renderPdf\(/)).toEqual([
    'programme/consent/copies/copyFiles.ts',
    'programme/consent/paper/paperFormFile.ts',
    'web/portal/policies/policyPrint.ts',
  ])
})

test('every field in which somebody can write words shows hostile ones as text, on every page of ours; a new one is shown here, or said to be the panel’s alone', async () => {
  const strings = hostileStrings(served.publicUrl)
  const { config } = programme.payload
  const apart = [...Object.values(NOT_TYPED).flatMap(keysOf), ...keysOf(LOOKED_AT_APART)]
  const all = textPlaces(config)
  expect([...apart, ...keysOf(ONLY_IN_THE_PANEL)].filter((key) => !all.some((place) => place.key === key))).toEqual([])
  const places = all.filter(({ key }) => !apart.includes(key))
  const markOf = (key: string): string => `¤${places.findIndex((place) => place.key === key).toString(36)}¤`
  const words = ({ key, type, longest = 4000 }: TextPlace, row: number): unknown => {
    const from = (places.findIndex((place) => place.key === key) * 31 + row * 7) % strings.length
    const text =
      `${key.endsWith('.website') ? 'https://evil.invalid/' : ''}${markOf(key)}${row} ${[...strings.slice(from), ...strings.slice(0, from)].join(' ')}`.slice(
        0,
        longest,
      )
    if (type === 'richText') return JSON.stringify(richText(text))
    return type === 'json' ? JSON.stringify({ words: text }) : text
  }

  const pair = await aMatchedPair(programme)
  const { volunteer, child, coordinator } = pair
  await confidentialityAgreedBy({ ...programme, userIds: [volunteer.userId] })
  const log = await aLog({ ...programme, pair })
  const parent = await anAskedParent(programme, { child, coordinator })
  const other = await aChild(programme)
  const incoming = await anIncomingReferral(programme)
  const applicant = await anApplicant(programme)
  const referral = await aReferral({ ...programme, childId: child.id, enteredBy: coordinator })
  const view = await asUser(await programme.workOf((await programme.signIn(coordinator)).person)).create({
    collection: 'view-requests',
    data: {
      referral,
      askedGroup: 'school',
      name: 'Kim Unreal',
      email: 'kim@school.invalid',
      question: 'How is the child?',
    },
  })
  const applicantToken = await newestToken(programme, { table: 'applications', id: applicant.id })
  await programme.signIn(volunteer.userId)
  const form = formBrowser(served)
  await fillIn({
    browser: form,
    pages: {
      ...SCHOOL_REFERRAL,
      why: { why: strings.slice(0, 60).join(' ').slice(0, 4000) },
      hopes: { hopes: strings.slice(60, 120).join(' ').slice(0, 4000) },
      child: { ...SCHOOL_REFERRAL.child, childName: strings[0]?.slice(0, 120) ?? '' },
    },
  })
  await fillEverywhere({
    superuserUrl: programme.database.superuserUrl,
    places,
    given: {
      child_id: child.id,
      family_id: child.familyId,
      guardian_id: child.guardianId,
      match_id: pair.match,
      volunteer_id: volunteer.id,
      user_id: volunteer.userId,
      log_id: log,
      suggested_by_id: volunteer.userId,
    },
    needs: {
      child_merges: { keep_id: child.id, leave_id: other.id },
      guidance_pages: { address: 'written', status: 'published' },
      working_list_entries: { child_id: null },
    },
    words,
  })
  const idOf = async (table: string, where = 'true'): Promise<string> =>
    (await programme.query<{ id: string }>(`select id::text as id from ${table} where ${where} order by id limit 1`))[0]
      ?.id ?? ''
  const [guidance] = await programme.query<{ address: string }>('select address from guidance_pages')
  const [meeting, place, entry, capture] = [
    await idOf('meetings', `volunteer_id = '${volunteer.id}'`),
    await idOf('directory_entries'),
    await idOf('working_list_entries'),
    await idOf('consent_captures'),
  ]

  const seen = new Set<string>()
  const look = async (page: Page, path?: string): Promise<void> => {
    const answer = path === undefined ? undefined : await page.goto(path)
    expect([page.url(), answer?.status() ?? 200]).toEqual([page.url(), 200])
    await expectInert(page)
    const html = await page.content()
    for (const { key } of places) if (html.includes(markOf(key))) seen.add(key)
  }
  const visit = async (page: Page, paths: readonly string[]): Promise<void> => {
    const noticed = watched(page)
    for (const path of paths) await look(page, path)
    expect({
      dialogs: noticed.dialogs,
      outside: noticed.outside,
      stolen: noticed.paths.filter((path) => path.includes('stolen')),
    }).toEqual({ dialogs: [], outside: [], stolen: [] })
  }
  const asVolunteer = await signedIn(volunteer.userId, desktop)
  await visit(asVolunteer, [
    ...[
      '',
      '/meetings',
      `/meetings/${meeting}`,
      `/meetings/new?match=${pair.match}`,
      '/logs',
      `/logs/${log}`,
      `/logs/new?match=${pair.match}`,
      '/calendar',
      `/children/${pair.match}`,
      '/record',
      '/record/details',
      '/record/availability',
      '/record/pause',
      '/worry',
    ].map((path) => `/portal${path}`),
    ...[
      '/directory',
      '/directory/suggest',
      `/directory/${place}`,
      `/directory/${place}/out-of-date`,
      '/guidance',
      '/guidance/values',
      `/guidance/${guidance?.address}`,
      '/policies',
      '/policies/confidentiality-agreement',
    ].map((path) => `/portal${path}`),
    '/account',
  ])
  await closePage(asVolunteer)
  const asCoordinator = await signedIn(coordinator, desktop)
  await visit(asCoordinator, [
    '/working-list/import',
    `/working-list/${entry}/complete`,
    '/working-list/print',
    `/consent-scans/${capture}`,
  ])
  await closePage(asCoordinator)
  const byLink = await desktop(browser, { baseUrl: served.publicUrl })
  await visit(byLink, [
    `/refer/track/${trackToken({ payload: programme.payload, id: incoming, email: 'sam.canary@school.invalid' })}`,
    `/refer/view/${viewToken({ payload: programme.payload, id: view.id, email: 'kim@school.invalid' })}`,
    `/apply/track/${applicantToken}`,
    `/consent/${parent.token}`,
  ])
  const noticed = watched(byLink)
  for (const [part, typed] of [
    ['day', '20'],
    ['month', '1'],
    ['year', '2014'],
  ])
    await byLink.fill(`input[name=birthday-${part}]`, typed ?? '')
  await pressAndLoad(byLink, 'button:has-text("Continue")')
  await look(byLink)
  await byLink.context().addCookies([{ name: 'form-refer', value: form.cookie() ?? '', url: served.publicUrl }])
  await look(byLink, '/refer/check')
  expect(await byLink.textContent('main')).toContain(strings[0]?.slice(0, 20))
  expect({
    dialogs: noticed.dialogs,
    outside: noticed.outside,
    stolen: noticed.paths.filter((path) => path.includes('stolen')),
  }).toEqual({ dialogs: [], outside: [], stolen: [] })
  await closePage(byLink)
  expect(
    places
      .map(({ key }) => key)
      .filter((key) => !seen.has(key))
      .sort(),
  ).toEqual(keysOf(ONLY_IN_THE_PANEL).sort())
}, 180_000)
