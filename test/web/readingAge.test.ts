import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { testApp, type TestApp } from '../support/app.ts'
import { anAskedParent, parentBrowser, type ParentBrowser } from '../support/consent.ts'
import { aChild, aMatch, aMatchedPair, aPerson, aVolunteer } from '../support/people.ts'
import { aPolicy, aVersion, confidentialityAgreedBy, richText } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { longSentencesIn, proseOf, readingAge } from '../support/readingAge.ts'
import { aLog } from '../support/story.ts'
import { visitor } from '../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  await programme.query(
    "insert into programme_settings (charity_name, programme_name, office_email, office_phone) values ('Kids on Track', 'Mentoring', 'office@example.invalid', '01632 960 001')",
  )
})
beforeEach(async () => {
  await programme.query('delete from rate_limits')
})

/** Names are what they are. */
const NAMES = [
  'Confidentiality agreement',
  'Code of conduct',
  'Library café',
  'The Invented Library',
  'Robin Testerton',
  'Harper Sample',
  'Alex Testerton',
  'Jo Exampleton',
  'Casey Standin',
  'Wren Notreal',
]

type Page = { name: string; text: string }

/**
 * What is wrong with the words of some pages: who has to be older than `age` to read one with ease, and which sentence
 * is too long.
 */
const troubleIn = (pages: readonly Page[], age: number): string[] =>
  pages.flatMap(({ name, text }) => {
    const prose = proseOf(text, { without: NAMES })
    const found = readingAge(prose)
    return [
      ...(prose === '' ? [`${name}: says nothing`] : []),
      ...(found > age ? [`${name}: reading age ${found.toFixed(1)}`] : []),
      ...longSentencesIn(prose).map((sentence) => `${name}: too long: ${sentence}`),
    ]
  })

describe('the words that people read', () => {
  test('every page for parents can be read at nine, in sentences of at most 25 words', async () => {
    const parent = await anAskedParent(programme)
    const browser: ParentBrowser = parentBrowser(served)
    const pages: Page[] = []
    const keep = async (
      name: string,
      answer: Promise<{ text: string; headers: Record<string, string>; status: number }>,
    ) => {
      const { text, headers, status } = await answer
      pages.push({ name, text: status === 303 ? (await browser.get(headers.location ?? '')).text : text })
    }
    await keep('useless link', browser.get(`/consent/${'x'.repeat(43)}`))
    await browser.get(`/consent/${parent.token}`)
    await keep('check', browser.get('/consent'))
    await keep('check, nothing typed', browser.post('/consent/check', {}))
    await keep(
      'check, wrong',
      browser.post('/consent/check', { 'birthday-day': '1', 'birthday-month': '1', 'birthday-year': '2014' }),
    )
    await browser.arrive(parent.token)
    await keep('form', browser.get('/consent'))
    const signing = await browser.signing()
    await keep(
      'form, nothing chosen',
      browser.post('/consent', {
        wording: signing.wording ?? '',
        answers: signing.answers ?? '',
        version: signing.version ?? '',
        step: 'check',
      }),
    )
    await keep('say no', browser.post('/consent', { ...signing, step: 'refuse' }))
    await keep('sign', browser.post('/consent', { ...signing, step: 'check' }))
    await keep('sign, nothing typed', browser.post('/consent', { ...signing, name: '', parentalResponsibility: '' }))
    await keep('answers', browser.post('/consent', await browser.signing()))
    await keep('stop mentoring?', browser.get('/consent/withdraw-one?item=taking-part'))
    await browser.post('/consent/withdraw-one', { item: 'photographs' })
    await keep('answers, one of them no', browser.get('/consent'))
    await keep('say yes to one', browser.get('/consent/agree?item=photographs'))
    await keep('say yes to one, unsigned', browser.post('/consent/agree', { item: 'photographs' }))
    await keep('call', browser.get('/consent/call'))
    await keep('withdraw', browser.get('/consent/withdraw'))
    await keep('copy', browser.get('/consent/copy'))
    await browser.get('/consent/copy/1')
    await keep('copy, with the number of its file', browser.get('/consent/copy'))
    await keep('new link', browser.get('/consent/new-link'))
    for (const [name, address] of [
      ['check a copy', ''],
      ['check a copy, no number', '?number=x'],
      ['check a copy, another', `?number=${'0'.repeat(64)}`],
    ] as const)
      await keep(name, browser.get(`/verify${address}`))
    await keep('parents', browser.get('/parents'))
    expect(pages.length).toBe(23)
    expect(troubleIn(pages, 9)).toEqual([])
  })

  test('every page for volunteers, and whoever signs in, can be read at eleven, in sentences of at most 25 words', async () => {
    const pair = await aMatchedPair(programme)
    const { userId } = pair.volunteer
    await confidentialityAgreedBy({ ...programme, userIds: [userId] })
    await aVersion({
      ...programme,
      policyId: await aPolicy({ ...programme, kind: 'code-of-conduct', title: 'Code of conduct' }),
      text: richText('Be kind.'),
    })
    const log = await aLog({ ...programme, pair })
    const hoped = await aMatch({
      ...programme,
      childId: (await aChild({ ...programme, name: 'Jo Exampleton' })).id,
      volunteerId: pair.volunteer.id,
      contactId: pair.confirmer,
      status: 'proposed',
    })
    await programme.query('update matches set chosen_by_id = $2 where id = $1', [hoped, pair.confirmer])
    await programme.query(
      "insert into meetings (match_id, child_id, volunteer_id, guardian_id, starts_at, minutes, kind, place_kind, place, agreed_on, agreed_way, status, row_version, created_at, updated_at) values ($1, $2, $3, $4, '2026-03-10T16:00:00Z', 60, 'one-to-one', 'public', 'The Invented Library', '2026-03-02', 'text', 'proposed', 1, now(), now())",
      [pair.match, pair.child.id, pair.volunteer.id, pair.child.guardianId],
    )
    const [meeting] = await programme.query<{ id: string }>('select id from meetings where match_id = $1', [pair.match])
    const untrained = await aVolunteer({ ...programme, name: 'Wren Notreal', cleared: false })
    const unaware = await aMatch({
      ...programme,
      childId: pair.child.id,
      volunteerId: untrained.id,
      contactId: pair.confirmer,
      status: 'ended',
      endsOn: '2026-03-01',
    })
    const visitors = {
      volunteer: await signedIn(userId),
      untrained: await signedIn(untrained.userId),
      trustee: await signedIn(await aPerson({ ...programme, roles: ['trustee'] })),
      stranger: visitor(served),
    }
    const paths: Array<[who: keyof typeof visitors, path: string]> = [
      ...[
        '',
        '/meetings',
        `/meetings/${meeting?.id}`,
        `/meetings/new?match=${pair.match}`,
        '/logs',
        `/logs/${log}`,
        `/logs/new?match=${pair.match}`,
        '/calendar',
        `/children/${pair.match}`,
        `/children/${hoped}`,
        '/record',
        '/policies',
        '/policies/code-of-conduct',
        '/worry',
      ].map((path) => ['volunteer', `/portal${path}`] as ['volunteer', string]),
      ...['/portal', '/portal/record', '/portal/logs', '/portal/policies', `/portal/children/${unaware}`].map(
        (path) => ['untrained', path] as ['untrained', string],
      ),
      ['trustee', '/account'],
      ['trustee', '/account/password'],
      ...['/', '/sign-in', '/forgotten-password', '/forgotten-password/sent', '/nowhere'].map(
        (path) => ['stranger', path] as ['stranger', string],
      ),
    ]
    const pages: Page[] = []
    for (const [who, path] of paths)
      pages.push({ name: `${who} at ${path}`, text: (await visitors[who].get(path)).text })
    pages.push({
      name: 'proposal, nothing typed',
      text: (await visitors.volunteer.post('/portal/meetings/new', { match: pair.match })).text,
    })
    pages.push({
      name: 'log, nothing typed',
      text: (await visitors.volunteer.post('/portal/logs/new', { match: pair.match })).text,
    })
    expect(troubleIn(pages, 11)).toEqual([])
  })
})

const signedIn = async (userId: string) => visitor(served, { cookie: (await programme.signIn(userId)).cookie })
