// A parent's whole path in their own language: pages, errors and emails, without an English word on the way [CON-3].
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { FIRST_CONSENT_WORDING } from '../../../migrations/20261130_093100_first_wording.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { linkToken } from '../../../src/core/access/linkTokens.ts'
import { poolOf } from '../../../src/core/database/transaction.ts'
import { richTextOf } from '../../../src/core/richText/plainText.ts'
import { emails, renderEmail } from '../../../src/boot/emails.ts'
import { consentCopiesOf } from '../../../src/programme/consent/copies/copies.ts'
import { printedCopy } from '../../../src/programme/consent/copies/printedCopy.ts'
import { CONSENT_LINK } from '../../../src/programme/consent/asking/workflow.ts'
import { FORM_LANGUAGES, type FormLanguage } from '../../../src/programme/people/formLanguages.ts'
import { guardianWrittenTo } from '../../../src/programme/people/families/guardianWrittenTo.ts'
import { ENGLISH } from '../../../src/programme/people/parentWords/english.ts'
import {
  COMPLETE_LANGUAGES,
  missingSentences,
  whatIsMissing,
  wordsIn,
} from '../../../src/programme/people/parentWords/parentWords.ts'
import { POLISH } from '../../../src/programme/people/parentWords/polish.ts'
import { URDU } from '../../../src/programme/people/parentWords/urdu.ts'
import { POLISH_WORDING } from '../../../src/sample/polishWording.ts'
import { refusalOf } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { BIRTHDAY, parentBrowser, type ParentBrowser } from '../../support/consent.ts'
import { aChild, aMatch, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
let app: TestApp
let coordinator: string
beforeAll(async () => {
  programme = await testProgramme()
  app = testApp({ programme })
  coordinator = await aPerson({ ...programme, name: 'Casey Standin', roles: ['co-ordinator', 'committee'] })
  await programme.query(
    "insert into programme_settings (charity_name, programme_name, office_email, office_phone) values ('Kids on Track', 'Mentoring', 'office@example.invalid', '01632 960 001')",
  )
})
beforeEach(() => programme.query('delete from rate_limits'))
afterAll(() => poolOf(programme.payload).end())

/** The consent wording, heading by heading, in letters of another language. */
const inLetters = (letters: string): string =>
  FIRST_CONSENT_WORDING.split('\n')
    .map((line) => {
      if (line.trim() === '') return line
      const places = line.match(/\{[a-z]+\}/g) ?? []
      return `${line.startsWith('# ') ? '# ' : ''}${letters} ${places.join(' ')}`.trim()
    })
    .join('\n')

/** The words in a language, adopted by the committee. */
const adopted = async (language: FormLanguage, text: string): Promise<void> => {
  await programme.query(
    "insert into policy_translations (version_id, language, text, status, adopted_on, row_version, created_at, updated_at) select v.id, $1, $2, 'adopted', '2026-03-01', 1, now(), now() from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted'",
    [language, JSON.stringify(richTextOf(text))],
  )
}

const aReader = async (language: FormLanguage) => {
  const child = await aChild(programme)
  await programme.query('update guardians set form_language = $2 where id = $1', [child.guardianId, language])
  return child
}
const ask = async (child: { id: string; guardianId: string }): Promise<{ requestId: string; token: string }> => {
  const { person } = await programme.signIn(coordinator)
  const { id } = await asUser(await programme.workOf(person)).create({
    collection: 'consent-requests',
    data: { child: child.id, guardian: child.guardianId },
  })
  return {
    requestId: id,
    token: linkToken({ payload: programme.payload, subject: { purpose: CONSENT_LINK, id, number: 1 } }),
  }
}

const languageOf = async (guardian: string): Promise<string | null | undefined> =>
  (
    await programme.query<{ language: string | null }>(
      'select form_language::text as language from guardians where id = $1',
      [guardian],
    )
  )[0]?.language

/** All that people read of a page, the names apart: what is seen, its title, and what is read out. */
const readOf = (html: string): string =>
  html
    .replaceAll(/<(style|script|svg)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]*\b(?:aria-label|title|placeholder|alt)="([^"]*)"[^>]*>/g, ' $1 ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ')
const NAMES =
  /Kids on Track|Mentoring|Robin Testerton|Robin|Alex Testerton|Testerton|Alex|SHA-256|Casey Standin|Harper|The Invented Library|English|Polski|office@example\.invalid|name@example\.org|Information Commissioner|ico\.org\.uk|\bPDF\b/g

/** Sentences of the English catalogue, longer than a name or a word that two languages share. */
const ENGLISH_SENTENCES = Object.values(ENGLISH)
  .flatMap((sentence) => sentence.split(/\{[a-z]+\}/))
  .map((part) => part.trim().replace(/^[.:,?]\s*/, ''))
  .filter((part) => part.length > 6)
const ENGLISH_WORDS =
  /\b(the|you|your|and|with|our|of|is|are|not|yes|this|that|please|back|day|month|year|continue|answers?|sign|form|date|birth|error|note|ring|write|child|volunteer)\b/i

/** What is English among what is read, the names apart. */
const englishIn = ({ language, read }: { language: FormLanguage; read: string }): string[] => {
  const words = read.replaceAll(NAMES, ' ')
  return [
    ...ENGLISH_SENTENCES.filter((sentence) => words.includes(sentence)),
    ...(ENGLISH_WORDS.exec(words)?.slice(0, 1) ?? []),
    // Urdu has no Latin letters at all.
    ...(language === 'ur' ? (words.match(/[A-Za-z]{2,}/g) ?? []) : []),
  ]
}

/** Every page of a parent's path, with each way in which it goes wrong, as one browser meets them. */
const wholePath = async (language: FormLanguage): Promise<Array<{ name: string; html: string }>> => {
  const child = await aReader(language)
  const { requestId, token } = await ask(child)
  const browser: ParentBrowser = parentBrowser(app, { 'Accept-Language': language })
  const pages: Array<{ name: string; html: string }> = []
  const keep = async (
    name: string,
    answer: Promise<{ text: string; status: number; headers: Record<string, string> }>,
  ) => {
    const { text, status, headers } = await answer
    pages.push({ name, html: status === 303 ? (await browser.get(headers.location ?? '')).text : text })
  }
  await keep('door', browser.get('/parents'))
  await browser.get(`/consent/${'x'.repeat(43)}`)
  await keep('useless link', browser.get('/consent'))
  await keep('new link', browser.get('/consent/new-link'))
  await browser.get(`/consent/${token}`)
  await keep('check', browser.get('/consent'))
  await keep('check, nothing', browser.post('/consent/check', {}))
  await keep('check, wrong', browser.post('/consent/check', { ...BIRTHDAY, 'birthday-year': '2013' }))
  await keep('code', browser.get('/consent/code'))
  await keep('code, nothing', browser.post('/consent/code', {}))
  await keep('code, type', browser.get('/consent/code/type'))
  await keep('code, none', browser.post('/consent/code/type', { code: 'x' }))
  await keep('code, wrong', browser.post('/consent/code/type', { code: '111111' }))
  await browser.post('/consent/check', BIRTHDAY)
  await keep('form', browser.get('/consent'))
  const signing = await browser.signing({ 'answer-photographs': 'no', 'answer-meetings': 'no' })
  const mark = { wording: signing.wording ?? '', answers: signing.answers ?? '', version: signing.version ?? '' }
  await keep('form, nothing', browser.post('/consent', { ...mark, step: 'check' }))
  await keep('form, old words', browser.post('/consent', { ...signing, wording: 'other', step: 'check' }))
  await keep('say no', browser.post('/consent', { ...signing, step: 'refuse' }))
  await keep('say no, too long', browser.post('/consent', { ...signing, step: 'decline', reason: '5'.repeat(1001) }))
  await keep('sign', browser.post('/consent', { ...signing, step: 'check' }))
  await keep('sign, nothing', browser.post('/consent', { ...signing, name: '', parentalResponsibility: '' }))
  await keep('sign, odd name', browser.post('/consent', { ...signing, name: '1' }))
  await keep('answers', browser.post('/consent', signing))
  const volunteer = await aVolunteer({ ...programme, name: 'Harper Sample' })
  const match = await aMatch({ ...programme, childId: child.id, volunteerId: volunteer.id, contactId: coordinator })
  await programme.query(
    "insert into meetings (match_id, child_id, volunteer_id, guardian_id, starts_at, minutes, kind, place_kind, place, agreed_on, agreed_way, status, row_version, created_at, updated_at) values ($1, $2, $3, $4, '2026-03-10T16:00:00Z', 60, 'one-to-one', 'public', 'The Invented Library', '2026-03-02', 'text', 'confirmed', 1, now(), now())",
    [match, child.id, volunteer.id, child.guardianId],
  )
  await keep('answers, with a meeting', browser.get('/consent'))
  await keep('sent again', browser.post('/consent', signing))
  await keep('say yes to one', browser.get('/consent/agree?item=photographs'))
  await keep('say yes to one, nothing', browser.post('/consent/agree', { item: 'photographs' }))
  await keep(
    'one yes',
    browser.post('/consent/agree', {
      item: 'photographs',
      relationship: 'Mother',
      parentalResponsibility: 'yes',
      name: 'Alex Testerton',
    }),
  )
  await keep('stop?', browser.get('/consent/withdraw-one?item=taking-part'))
  await keep('one no', browser.post('/consent/withdraw-one', { item: 'travel' }))
  await keep('copy', browser.get('/consent/copy'))
  await browser.get('/consent/copy/1')
  await keep('copies', browser.get('/consent/copy'))
  await keep('call', browser.get('/consent/call'))
  await keep('call, wrong', browser.post('/consent/call', { number: 'x' }))
  await keep('call, asked', browser.post('/consent/call', { number: '01632 960 417' }))
  await keep('call, twice', browser.post('/consent/call', { number: '01632 960 417' }))
  await keep('paper, a call waits', browser.get('/consent/paper'))
  await programme.query("update call_requests set status = 'done' where consent_request_id = $1", [requestId])
  await keep('paper', browser.get('/consent/paper'))
  await keep('paper, too long', browser.post('/consent/paper', { where: '5'.repeat(301) }))
  await keep('paper, asked', browser.post('/consent/paper', {}))
  await keep('paper, twice', browser.post('/consent/paper', {}))
  await keep('verify', browser.get('/verify'))
  await keep('verify, odd', browser.get('/verify?number=1'))
  await keep('verify, not ours', browser.get(`/verify?number=${'a'.repeat(64)}`))
  await keep('withdraw', browser.get('/consent/withdraw'))
  await keep('withdrawn', browser.post('/consent/withdraw'))
  await keep('form again', browser.get('/consent/answers'))
  await programme.query(
    "update consent_requests set locked_until = now() + interval '1 year', wrong_tries = 5 where id = $1",
    [requestId],
  )
  const late = parentBrowser(app, { 'Accept-Language': language })
  await late.get(`/consent/${token}`)
  pages.push({ name: 'check, waiting', html: (await late.post('/consent/check', BIRTHDAY)).text })
  for (let times = 0; times < 60; times += 1) await late.post('/consent/code/type', { code: '111111' })
  pages.push({ name: 'too many', html: (await late.post('/consent/code/type', { code: '111111' })).text })
  await keep('nothing there', browser.get('/consent/copy/99'))
  await keep('closed', browser.post('/consent/close'))
  return pages
}

describe.each([
  ['pl', POLISH_WORDING, 'ltr'],
  ['ur', inLetters('اردو متن'), 'rtl'],
] as const)('[CON-3] a parent who reads “%s”', (language, wording, direction) => {
  beforeAll(() => adopted(language, wording))

  test('meets no English word on the whole way, names apart, and each page says its language and which way it runs', async () => {
    const pages = await wholePath(language)
    expect(pages.length).toBeGreaterThan(35)
    expect(
      pages.flatMap(({ name, html }) => englishIn({ language, read: readOf(html) }).map((word) => `${name}: ${word}`)),
    ).toEqual([])
    for (const { html } of pages)
      expect(html).toMatch(direction === 'rtl' ? `<html lang="${language}" dir="rtl">` : `<html lang="${language}">`)
  })

  test('can read it all in English too, from the first page on, and back', async () => {
    const { token } = await ask(await aReader(language))
    const browser = parentBrowser(app)
    await browser.get(`/consent/${token}`)
    expect((await browser.get('/consent')).text).toContain('href="/consent/in/en"')
    await browser.get('/consent/in/en')
    const inEnglish = await browser.get('/consent')
    expect(inEnglish.text).toContain('<html lang="en-GB">')
    expect(inEnglish.text).toContain(`href="/consent/in/${language}"`)
    await browser.post('/consent/check', BIRTHDAY)
    expect((await browser.get('/consent')).text).toContain('May your child have a volunteer?')
    expect((await browser.post('/consent', await browser.signing())).headers.location).toBe('/consent?done=signed')
    await browser.get(`/consent/in/${language}`)
    expect((await browser.get('/consent')).text).toContain(`<html lang="${language}"`)
  })

  test('whose language we did not know chooses it before the check, and signs, gets the copy and our emails in it', async () => {
    const child = await aChild(programme)
    const { requestId, token } = await ask(child)
    const browser = parentBrowser(app)
    await browser.get(`/consent/${token}`)
    expect((await browser.get('/consent')).text).toContain(`href="/consent/in/${language}"`)
    await browser.get(`/consent/in/${language}`)
    expect((await browser.get('/consent')).text).toContain(`<html lang="${language}"`)
    expect(await languageOf(child.guardianId)).toBeNull()
    await browser.post('/consent/check', BIRTHDAY)
    expect(await languageOf(child.guardianId)).toBe(language)
    expect((await browser.get('/consent')).text).toContain(`<html lang="${language}"`)
    await browser.post('/consent', await browser.signing())
    const [copy] = await consentCopiesOf({ query: programme.query, requestId })
    if (!copy) throw new Error('There is no copy.')
    const file = printedCopy(copy)
    expect([file.language, copy.facts.wordingLanguage]).toEqual([language, language])
    const said = file.blocks
      .flatMap((block) => {
        if (block.kind === 'table')
          return [...block.head, ...block.rows.flatMap(([own, , ...others]) => [own, ...others])]
        if (block.kind === 'facts')
          return block.facts.flatMap((fact) => [fact.term, ...('value' in fact ? [fact.value] : [])])
        if ('language' in block && block.language === 'en-GB') return []
        if (block.kind === 'heading') return [block.text]
        return block.kind === 'paragraph' ? block.runs.map(({ text }) => text) : []
      })
      .join(' ')
      .replaceAll(
        /[\w.-]+@[\w.]+|Consent form of Kids on Track, version 1\.0|\/verify|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z/g,
        '',
      )
    expect(englishIn({ language, read: `${said} ${file.title} ${file.foot}` })).toEqual([])
  })

  test('who passed the check in English says so on the form; a language that is not offered changes nothing', async () => {
    const child = await aChild(programme)
    const { token } = await ask(child)
    const browser = parentBrowser(app)
    await browser.get(`/consent/${token}`)
    await browser.post('/consent/check', BIRTHDAY)
    expect((await browser.get('/consent')).text).toContain(`<button value="${language}"`)
    await browser.post('/consent/language', { language: 'tr' })
    expect(await languageOf(child.guardianId)).toBeNull()
    const chosen = await browser.post('/consent/language', { language })
    expect(chosen.headers.location).toBe('/consent?done=language')
    expect((await browser.get('/consent?done=language')).text).toContain(`<html lang="${language}"`)
    expect(await languageOf(child.guardianId)).toBe(language)
    expect(
      await programme.query(
        "select actor_kind::text as actor from audit_events where record_collection = 'guardians' and record_id = $1 order by sequence desc limit 1",
        [child.guardianId],
      ),
    ).toHaveLength(1)
  })

  test('gets every email in it, with the language and its direction on html and body', async () => {
    const parents = Object.keys(emails).filter((name) => TO_PARENTS.has(name))
    expect(parents).toHaveLength(TO_PARENTS.size)
    for (const template of parents)
      for (const sample of Object.values(emails[template as keyof typeof emails].samples)) {
        const { subject, html, text } = await renderEmail({
          template,
          props: { ...sample, language },
          brand: { charityName: 'Kids on Track', accent: '#0b6b62', phone: '01632 960 001' },
        })
        const place = 'place' in sample ? String(sample.place) : ''
        const read = `${subject} ${readOf(html)} ${text.replaceAll(/https?:\S+|mailto:\S+/g, '')}`
          .replaceAll(place || '\u0000', '')
          .replaceAll(/office@mentoring\.example|tel:\d+/g, '')
        expect([template, englishIn({ language, read })]).toEqual([template, []])
        expect(html).toMatch(
          new RegExp(
            `<html[^>]*dir="${direction}"[^>]*lang="${language}"|<html[^>]*lang="${language}"[^>]*dir="${direction}"`,
          ),
        )
        expect(html).toMatch(new RegExp(`<body[^>]*lang="${language}"`))
      }
  })
})

const TO_PARENTS = new Set([
  'consent-requested',
  'consent-copy',
  'consent-link-parent',
  'consent-code-parent',
  'consent-withdrawn-parent',
  'consent-ending-parent',
  'consent-ended-parent',
  'consent-new-words',
  'meeting-confirmed-parent',
  'meeting-unconfirmed-parent',
  'meeting-cancelled-parent',
])

test('[CON-3] an email goes in the language on the parent’s record', async () => {
  const child = await aReader('ur')
  expect(await guardianWrittenTo({ query: programme.query, id: child.guardianId })).toMatchObject({ language: 'ur' })
  await programme.query('update guardians set form_language = null where id = $1', [child.guardianId])
  expect(await guardianWrittenTo({ query: programme.query, id: child.guardianId })).toMatchObject({
    language: undefined,
  })
})

describe('[CON-3] the house’s sentences', () => {
  test.each([
    ['pl', POLISH],
    ['ur', URDU],
  ] as const)('are all there in “%s”, each with the same places to fill in', (language, catalogue) => {
    expect(missingSentences(language)).toEqual([])
    const placesOf = (sentence: string | undefined): string[] => (sentence?.match(/\{[a-z]+\}/g) ?? []).sort()
    expect(
      Object.entries(ENGLISH)
        .filter(
          ([name, sentence]) => placesOf(sentence).join() !== placesOf(catalogue[name as keyof typeof ENGLISH]).join(),
        )
        .map(([name]) => name),
    ).toEqual([])
    expect(Object.keys(catalogue).filter((name) => !Object.hasOwn(ENGLISH, name))).toEqual([])
  })

  test('one that is missing keeps the language from being used, in words that say which', async () => {
    const { 'check.go': _left, ...most } = POLISH
    expect(missingSentences('pl', most)).toEqual(['Continue'])
    expect(missingSentences('pl', { ...most, 'check.go': '  ' })).toEqual(['Continue'])
    for (const language of (Object.keys(FORM_LANGUAGES) as FormLanguage[]).filter(
      (each) => !COMPLETE_LANGUAGES.includes(each),
    ))
      expect([whatIsMissing(language), wordsIn(language).language]).toEqual([
        expect.stringMatching(
          /^The pages for parents are not in .+ yet: \d+ of \d+ sentences are missing, the first is “Skip to main content”\.$/,
        ),
        'en',
      ])
  })

  test('a form in a language without them is not sent, though its words are adopted', async () => {
    await adopted('uk', inLetters('Слова'))
    expect(await refusalOf(ask(await aReader('uk')))).toMatchObject({
      rule: 'CON-3',
      reason: expect.stringContaining('The pages for parents are not in Ukrainian yet'),
      nextStep: expect.stringContaining('Ask on paper or by telephone'),
    })
  })
})
