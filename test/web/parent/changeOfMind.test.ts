// Another answer to one point, and asking to be rung: each alone, with a way back.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { poolOf } from '../../../src/core/database/transaction.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { holderOf } from '../../../src/programme/consent/asking/linkVisits.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { callsToMake } from '../../../src/programme/consent/queues.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { anAskedParent, formText, parentBrowser, type AskedParent } from '../../support/consent.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let app: TestApp
beforeAll(async () => {
  programme = await testProgramme()
  app = testApp({ programme })
})
beforeEach(() => programme.query('delete from rate_limits'))
afterAll(() => poolOf(programme.payload).end())

const aSigner = async (changes: Record<string, string> = {}) => {
  const parent = await anAskedParent(programme)
  const visitor = parentBrowser(app)
  await visitor.arrive(parent.token)
  expect((await visitor.post('/consent', await visitor.signing(changes))).status).toBe(303)
  return { parent, visitor }
}
const answersOf = ({ child }: AskedParent) =>
  programme.query<{ item: string; answer: string }>(
    'select item::text as item, answer::text as answer from consents where child_id = $1 order by created_at, id',
    [child.id],
  )
const SIGNED = { name: 'Alex Testerton', parentalResponsibility: 'yes', relationship: 'Mother' }

test('[CON-4] a no is changed to yes alone, in one page and with a signature; every other answer stays', async () => {
  const { parent, visitor } = await aSigner({ 'answer-photographs': 'no', 'answer-travel': 'no' })
  const before = await answersOf(parent)
  const answered = await visitor.get('/consent')
  expect(answered.text.match(/href="\/consent\/agree\?item=[\w-]+"/g)).toEqual([
    'href="/consent/agree?item=travel"',
    'href="/consent/agree?item=photographs"',
  ])
  const page = await visitor.get('/consent/agree?item=photographs')
  expect(wordsOf(page)).toContain('Your other answers stay as they are.')
  expect(page.text).toMatch(/href="\/consent"[^>]*>Keep my no/)
  expect(page.text).not.toMatch(/ checked=""/)
  expect(await answersOf(parent)).toEqual(before)

  const unsigned = await visitor.post('/consent/agree', { item: 'photographs', relationship: 'Mother', name: 'Alex' })
  expect([unsigned.status, wordsOf(unsigned), unsigned.text]).toEqual([
    400,
    expect.stringContaining('Tick the box if it is true.'),
    expect.stringContaining('value="Alex"'),
  ])
  expect(await answersOf(parent)).toEqual(before)

  const sent = await visitor.post('/consent/agree', { item: 'photographs', ...SIGNED })
  expect(sent.headers.location).toBe('/consent?done=one-agreed')
  expect((await answersOf(parent)).slice(before.length)).toEqual([{ item: 'photographs', answer: 'yes' }])
  const now = await visitor.get('/consent?done=one-agreed')
  expect(wordsOf(now)).toContain('Your answer is now yes.')
  expect(now.text.match(/href="\/consent\/agree\?item=[\w-]+"/g)).toEqual(['href="/consent/agree?item=travel"'])
  expect(
    await programme.query(
      "select action, facts->>'signedName' as name from consent_copies where request_id = $1 order by created_at desc limit 1",
      [parent.requestId],
    ),
  ).toEqual([{ action: 'agreeOne', name: 'Alex Testerton' }])
})

test('[CON-3] in other words than those of the answers no single yes is given: the whole form is shown', async () => {
  const { parent, visitor } = await aSigner({ 'answer-photographs': 'no' })
  await programme.query("insert into programme_settings (charity_name, programme_name) values ('Another', 'Mentoring')")
  try {
    expect((await visitor.get('/consent/agree?item=photographs')).headers.location).toBe(
      '/consent/answers?done=words-changed',
    )
    const work = await programme.workOf(holderOf({ requestId: parent.requestId }))
    await expect(
      performAction({
        work,
        workflow: consentRequestWorkflow,
        id: parent.requestId,
        action: 'agreeOne',
        input: { item: 'photographs', ...SIGNED, wording: await formText(programme) },
      }),
    ).rejects.toMatchObject({ status: 409, data: expect.objectContaining({ rule: 'CON-3' }) })
  } finally {
    await programme.query('delete from programme_settings')
  }
  expect((await answersOf(parent)).filter(({ item }) => item === 'photographs')).toEqual([
    { item: 'photographs', answer: 'no' },
  ])
})

test('[CON-4] a no that stops mentoring is asked about first, with a way back, and can be taken back; every other no counts at once', async () => {
  const { parent, visitor } = await aSigner()
  const before = await answersOf(parent)
  const answered = await visitor.get('/consent')
  expect(answered.text.match(/href="\/consent\/withdraw-one\?item=[\w-]+"/g)).toEqual([
    'href="/consent/withdraw-one?item=taking-part"',
    'href="/consent/withdraw-one?item=meetings"',
  ])
  expect(answered.text.match(/action="\/consent\/withdraw-one"/g)).toHaveLength(6)
  const asked = await visitor.get('/consent/withdraw-one?item=taking-part')
  expect(wordsOf(asked)).toContain('With a no, mentoring stops at once. You can say yes again later.')
  expect(asked.text).toMatch(/href="\/consent"[^>]*>Keep my yes/)
  expect(await answersOf(parent)).toEqual(before)
  expect((await visitor.post('/consent/withdraw-one', { item: 'taking-part' })).headers.location).toBe(
    '/consent?done=one-withdrawn',
  )
  expect((await answersOf(parent)).at(-1)).toEqual({ item: 'taking-part', answer: 'no' })
  expect((await visitor.get('/consent')).text).toContain('href="/consent/agree?item=taking-part"')
  await visitor.post('/consent/agree', { item: 'taking-part', ...SIGNED })
  expect((await answersOf(parent)).at(-1)).toEqual({ item: 'taking-part', answer: 'yes' })
})

test('[CON-4] who said no to everything is one tap from yes to everything, to be signed', async () => {
  const parent = await anAskedParent(programme)
  const visitor = parentBrowser(app)
  await visitor.arrive(parent.token)
  const { wording = '', version = '' } = await visitor.signing()
  await visitor.post('/consent', { step: 'decline', wording, version, answers: 'first' })
  const again = await visitor.get('/consent/answers')
  expect(again.text).toContain('value="accept"')
  expect(again.text).not.toContain('value="refuse"')
})

test('[MAT-12] asking to be rung has a box for the number: needed where we have none, and read by whoever rings', async () => {
  const parent = await anAskedParent(programme)
  await programme.query('update guardians set mobile = null where id = $1', [parent.child.guardianId])
  const visitor = parentBrowser(app)
  await visitor.arrive(parent.token)
  expect(wordsOf(await visitor.get('/consent/call'))).toMatch(/We have no phone number for you\..*Your phone number/)
  const without = await visitor.post('/consent/call', { bestTime: 'after 4pm' })
  expect([without.status, without.text]).toEqual([409, expect.stringContaining('href="#field-number"')])
  expect(without.text).toContain('value="after 4pm"')
  const wrong = await visitor.post('/consent/call', { number: '0770' })
  expect([wrong.status, wordsOf(wrong)]).toEqual([400, expect.stringContaining('digits')])
  expect((await visitor.post('/consent/call', { number: ' 07700  900 417 ' })).status).toBe(303)
  const { person } = await programme.signIn(parent.coordinator)
  expect((await callsToMake({ work: await programme.workOf(person), limit: 10 })).at(-1)).toMatchObject({
    mobile: null,
    numberGiven: '07700 900 417',
  })
})
