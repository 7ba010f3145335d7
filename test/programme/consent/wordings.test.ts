import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { FIRST_CONSENT_WORDING } from '../../../migrations/20261130_093100_first_wording.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { richTextOf } from '../../../src/core/richText/plainText.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { couldBeAskedAgain } from '../../../src/programme/consent/asking/askAgain.ts'
import { consentCopiesOf } from '../../../src/programme/consent/copies/copies.ts'
import { holderOf } from '../../../src/programme/consent/asking/linkVisits.ts'
import { consentFor } from '../../../src/programme/consent/queries.ts'
import { consentRequestsWaiting } from '../../../src/programme/consent/queues.ts'
import { remindOfConsent } from '../../../src/programme/consent/asking/reminders.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { wordingDigest } from '../../../src/programme/consent/wording/wording.ts'
import { wordingInForce } from '../../../src/programme/consent/wording/wordingInForce.ts'
import { isMentored } from '../../../src/programme/matching/tellOfConsent.ts'
import { textDigest } from '../../../src/programme/policies/versions/textDigest.ts'
import { translationsToAdopt } from '../../../src/programme/policies/translations/queue.ts'
import { translationWorkflow } from '../../../src/programme/policies/translations/workflow.ts'
import { policyVersionWorkflow } from '../../../src/programme/policies/versions/workflow.ts'
import { restClient } from '../../attack/support/rest.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { anAskedParent, answersOf, formText, parentBrowser, type AskedParent } from '../../support/consent.ts'
import { textInPdf } from '../../support/pdfText.ts'
import { aChild, aMatchedPair, aPerson, aVolunteer, consentFrom } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { visitor, wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let served: TestApp
let writer: string
let other: string
beforeAll(async () => {
  programme = await testProgramme({ now: '2026-12-01T12:00:00Z' })
  served = testApp({ programme })
  writer = await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['committee'] })
  other = await aPerson({ ...programme, name: 'Casey Standin', roles: ['committee'] })
})
beforeEach(() => programme.query('delete from rate_limits'))
const { act, create, workAs } = actingIn(() => programme)

const step = (by: string, id: string, action: string) => act({ by, workflow: policyVersionWorkflow, id, action })
const draftOf = async ({ number, text }: { number: string; text: string }): Promise<string> => {
  const [policy] = await programme.query<{ id: string }>("select id from policies where kind = 'consent-wording'")
  return (
    await create({
      by: writer,
      collection: 'policy-versions',
      fields: { policy: policy?.id, number, text: richTextOf(text), changes: 'Plainer words.' },
    })
  ).id
}
const adopted = async (given: { number: string; text: string }): Promise<string> => {
  const id = await draftOf(given)
  await step(writer, id, 'propose')
  await step(other, id, 'adopt')
  return id
}
const withWords = (words: string): string => FIRST_CONSENT_WORDING.replace('May your child have a volunteer?', words)
const sign = async (
  { requestId }: AskedParent,
  { wording, action = 'sign' }: { wording?: string; action?: string } = {},
) =>
  performAction({
    work: await programme.workOf(holderOf({ requestId })),
    workflow: consentRequestWorkflow,
    id: requestId,
    action,
    input: {
      answers: answersOf('yes'),
      name: 'Alex Testerton',
      relationship: 'Mother',
      parentalResponsibility: 'yes',
      wording: wording ?? (await formText(programme)),
    },
  })
const requestOf = async ({ requestId }: AskedParent) =>
  (
    await programme.query<Record<string, unknown>>(
      'select status::text as status, wording, wording_digest, wording_version_id as version, wording_language::text as language from consent_requests where id = $1',
      [requestId],
    )
  )[0]
const consentsOf = ({ child }: Pick<AskedParent, 'child'>) =>
  programme.query<{ item: string; version: string; digest: string }>(
    'select item::text as item, wording_version_id as version, wording_digest as digest from consents where child_id = $1 order by created_at',
    [child.id],
  )
const templatesTo = async (guardian: string): Promise<string[]> =>
  (
    await programme.query<{ template: string }>(
      'select template from notifications where recipient_guardian_id = $1 order by created_at',
      [guardian],
    )
  ).map(({ template }) => template)

test('[POL-1, CON-3] a programme begins with the first wording adopted, which never changes, and a request and each answer keep its id and the number of the exact text', async () => {
  const [first] = await programme.query<{ id: string; text: unknown; number: string; adopted_by: string }>(
    "select v.id, v.text, v.number, v.adopted_by from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted'",
  )
  expect(first).toMatchObject({ number: '1.0', adopted_by: 'Came with the software' })
  expect(textDigest(first?.text)).toBe(textDigest(richTextOf(FIRST_CONSENT_WORDING)))
  await expect(programme.query("update policy_versions set text = '{}' where id = $1", [first?.id])).rejects.toThrow(
    'cannot be changed',
  )
  const parent = await anAskedParent(programme)
  await sign(parent)
  const text = await formText(programme)
  expect(await requestOf(parent)).toEqual({
    status: 'signed',
    wording: text,
    wording_digest: wordingDigest(text),
    version: first?.id,
    language: null,
  })
  expect(await consentsOf(parent)).toEqual(
    Object.keys(answersOf('yes')).map((item) => ({ item, version: first?.id, digest: wordingDigest(text) })),
  )
})

test('[CON-2, POL-3] a wording from which no form could be made is not proposed; nobody adopts their own', async () => {
  const bad = await draftOf({ number: '1.1', text: FIRST_CONSENT_WORDING.replace('# Photographs\n', '') })
  expect(await refusalOf(step(writer, bad, 'propose'))).toMatchObject({
    rule: 'CON-2',
    reason: expect.stringContaining('The heading “Photographs” is missing'),
  })
  await asUser(await workAs(writer)).update({
    collection: 'policy-versions',
    id: bad,
    data: { text: richTextOf(withWords('May your child have a grown-up friend?')) },
  })
  await step(writer, bad, 'propose')
  expect((await refusalOf(step(writer, bad, 'adopt'))).rule).toBe('POL-3')
  await step(writer, bad, 'withdraw')
})

describe('[CON-3] a form in other words than those in force (consent 11)', () => {
  test('an altered hash, and that of a version that was superseded meanwhile: 409, the new text is shown, nothing is stored', async () => {
    const [before, parent] = [await anAskedParent(programme), await anAskedParent(programme)]
    await sign(before)
    const oldText = await formText(programme)
    const visitor = parentBrowser(served)
    await visitor.arrive(parent.token)
    const signing = await visitor.signing()
    const altered = await visitor.post('/consent', {
      ...signing,
      wording: `${String(signing.wording).slice(0, -1)}${signing.wording?.endsWith('0') ? '1' : '0'}`,
    })
    expect([altered.status, wordsOf(altered)]).toEqual([
      409,
      expect.stringContaining(
        'The words of this form have changed since you opened it. Please read it again. Nothing was sent.',
      ),
    ])
    expect((await visitor.post('/consent', { ...signing, wording: '' })).status).toBe(409)

    const version = await adopted({ number: '1.2', text: withWords('May your child have a grown-up friend?') })
    for (const stepOfForm of ['check', 'accept', 'sign', 'refuse', 'decline']) {
      const stale = await visitor.post('/consent', { ...signing, step: stepOfForm })
      expect([stepOfForm, stale.status]).toEqual([stepOfForm, 409])
      expect(wordsOf(stale)).toContain('May your child have a grown-up friend?')
      expect(stale.text).toMatch(/name="answer-travel" checked="" value="yes"/)
    }
    // The gate stands behind the page too.
    expect(await refusalOf(sign(parent, { wording: oldText }))).toMatchObject({ rule: 'CON-3' })
    expect([await consentsOf(parent), await requestOf(parent)]).toEqual([
      [],
      { status: 'open', wording: null, wording_digest: null, version: null, language: null },
    ])

    expect((await visitor.post('/consent', await visitor.signing())).headers.location).toBe('/consent?done=signed')
    expect(await requestOf(parent)).toMatchObject({
      status: 'signed',
      version,
      wording: expect.stringContaining('version 1.2'),
    })
    // Whoever agreed before has agreed to what they read then.
    expect(await requestOf(before)).toMatchObject({ wording: oldText })
    const theirs = parentBrowser(served)
    await theirs.arrive(before.token)
    expect(wordsOf(await theirs.get('/consent'))).toContain(
      'Taking part in mentoring Yes May your child have a volunteer?',
    )
  })
})

test('[CON-5] a new major version: what was agreed goes on counting; the committee asks everybody again in one action, each once, by the link that they have', async () => {
  const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
  const [signed, declined] = [
    await anAskedParent(programme, { coordinator }),
    await anAskedParent(programme, { coordinator }),
  ]
  await sign(signed)
  await performAction({
    work: await programme.workOf(holderOf(declined)),
    workflow: consentRequestWorkflow,
    id: declined.requestId,
    action: 'decline',
    input: { wording: await formText(programme) },
  })
  const [onPaper, silent] = [await aChild(programme), await aChild({ ...programme, name: 'Sky Specimen' })]
  for (const child of [onPaper, silent])
    await consentFrom({ ...programme, childId: child.id, guardianId: child.guardianId, decidedOn: '2026-11-01' })
  await programme.query('update guardians set email = null where id = $1', [silent.guardianId])
  const send = restClient(programme)
  const ask = async (by: string) =>
    send({ method: 'POST', path: '/consent-requests/ask-again', body: {}, cookie: (await programme.signIn(by)).cookie })

  expect(await couldBeAskedAgain(await workAs(other))).toBeUndefined()
  expect((await ask(other)).status).toBe(409)
  const version = await adopted({ number: '2.0', text: withWords('May your child have a volunteer of their own?') })
  expect(await couldBeAskedAgain(await workAs(coordinator))).toBeUndefined()
  expect(await couldBeAskedAgain(await workAs(other))).toMatchObject({ number: '2.0' })
  expect((await ask(coordinator)).status).toBe(403)
  const first = await ask(other)
  expect(first.status).toBe(200)
  expect(first.body.notAsked).toEqual([
    expect.stringMatching(/^Alex Testerton, for Sky Specimen: We have no email address/),
  ])
  expect((await templatesTo(signed.child.guardianId)).filter((template) => template === 'consent-new-words')).toEqual([
    'consent-new-words',
  ])
  expect(await templatesTo(onPaper.guardianId)).toEqual(['consent-requested'])
  expect(await templatesTo(declined.child.guardianId)).not.toContain('consent-new-words')
  expect((await ask(other)).body).toMatchObject({ asked: 0 })
  expect(
    (await templatesTo(signed.child.guardianId)).filter((template) => template === 'consent-new-words'),
  ).toHaveLength(1)

  // Nothing lapses by being asked, and the same link still takes it back.
  expect(
    await consentFor({ query: programme.query, childId: signed.child.id, item: 'travel', on: '2026-12-01' }),
  ).toMatchObject({ held: true })
  expect(await requestOf(signed)).toMatchObject({ status: 'signed', wording: expect.stringContaining('version 1.2') })
  const waiting = async () =>
    (await consentRequestsWaiting({ work: await workAs(coordinator), limit: 50 })).find(
      ({ id }) => id === signed.requestId,
    )
  expect(await waiting()).toMatchObject({ isAgain: true, hasEnded: false })
  programme.clock.advance({ minutes: 5 })
  await sign(signed, { action: 'change' })
  expect(await requestOf(signed)).toMatchObject({
    version,
    wording: expect.stringContaining('a volunteer of their own?'),
  })
  expect(await waiting()).toBeUndefined()
})

describe('[CON-3] other languages (consent 21)', () => {
  const inPolish = (plain: string): string =>
    plain
      .split('\n')
      .map((line) =>
        line.replace(/^(# )?(.+)$/, (_line, mark: string | undefined, words: string) => `${mark ?? ''}PL ${words}`),
      )
      .join('\n')
  const currentVersion = async () =>
    (
      await programme.query<{ id: string }>(
        "select v.id from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted'",
      )
    )[0]?.id
  const aReader = async () => {
    const child = await aChild(programme)
    await programme.query("update guardians set form_language = 'pl' where id = $1", [child.guardianId])
    return child
  }

  test('a missing translation blocks sending, and says what to do; adopted by somebody else it is read, the English one tap away, and both are kept', async () => {
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const child = await aReader()
    const ask = () =>
      create({
        by: coordinator,
        collection: 'consent-requests',
        fields: { child: child.id, guardian: child.guardianId },
      })
    const refusal = await refusalOf(ask())
    expect(refusal).toMatchObject({
      rule: 'CON-3',
      reason: expect.stringMatching(
        /^This parent or carer reads the form in Polish, and no words in Polish are adopted for version 2\.0/,
      ),
      nextStep: expect.stringContaining('Wordings in other languages'),
    })
    expect(await programme.query('select 1 from consent_requests where child_id = $1', [child.id])).toEqual([])

    const version = await currentVersion()
    const translate = (fields: Record<string, unknown>) =>
      create({
        by: writer,
        collection: 'policy-translations',
        fields: { version, language: 'pl', text: richTextOf('# PL\nPL'), ...fields },
      })
    const draft = await translate({})
    const actOn = (by: string, action = 'adopt') => act({ by, workflow: translationWorkflow, id: draft.id, action })
    expect((await refusalOf(translate({}))).rule).toBe('POL-2')
    expect(await refusalOf(actOn(other))).toMatchObject({
      rule: 'CON-2',
      reason: expect.stringContaining('It has 1 headings; the English text has 25.'),
    })
    await asUser(await workAs(writer)).update({
      collection: 'policy-translations',
      id: draft.id,
      data: { text: richTextOf(inPolish(FIRST_CONSENT_WORDING)), translatedBy: 'An invented translator' },
    })
    expect((await refusalOf(actOn(writer))).rule).toBe('POL-3')
    expect((await refusalOf(ask())).rule).toBe('CON-3')
    // Until then it waits on Today, for those who entered none of it to adopt.
    const waits = async (who: string) =>
      (await translationsToAdopt({ work: await workAs(who), limit: 5 })).map(({ id, language, waiting, blockers }) => ({
        id,
        language,
        waiting,
        rules: blockers.map(({ rule }) => rule),
      }))
    expect(await waits(other)).toEqual([{ id: draft.id, language: 'Polish', waiting: 1, rules: [] }])
    expect(await waits(writer)).toEqual([{ id: draft.id, language: 'Polish', waiting: 1, rules: ['POL-3'] }])
    expect(await waits(coordinator)).toEqual([])
    await actOn(other)
    expect(await waits(other)).toEqual([])
    const [stored] = await programme.query<{ text: unknown; digest: string }>(
      'select text, text_digest as digest from policy_translations where id = $1',
      [draft.id],
    )
    expect(stored?.digest).toBe(textDigest(stored?.text))
    for (const statement of [
      "update policy_translations set text = '{}' where id = $1",
      'delete from policy_translations where id = $1',
    ])
      await expect(programme.query(statement, [draft.id])).rejects.toThrow(/cannot be changed|permission denied/)

    const parent = await anAskedParent(programme, { child, coordinator })
    const visitor = parentBrowser(served)
    await visitor.arrive(parent.token)
    const page = await visitor.get('/consent')
    expect(page.text).toContain('lang="pl"')
    expect(wordsOf(page)).toContain('1. PL May your child have a volunteer?')
    expect(wordsOf(page)).not.toContain('May your child have a volunteer of their own?')
    await visitor.get('/consent/in/en')
    expect(wordsOf(await visitor.get('/consent'))).toContain('1. May your child have a volunteer of their own?')
    await visitor.get('/consent/in/pl')
    expect((await visitor.post('/consent', await visitor.signing())).headers.location).toBe('/consent?done=signed')
    const both = await formText(programme, { language: 'pl' })
    expect(await requestOf(parent)).toEqual({
      status: 'signed',
      version,
      language: 'pl',
      wording: both,
      wording_digest: wordingDigest(both),
    })
    expect(both).toContain('May your child have a volunteer of their own?')
    expect(wordsOf(await visitor.get('/consent'))).toContain('PL May your child go in a car with the volunteer?')
    const [copy] = await consentCopiesOf({ query: programme.query, requestId: parent.requestId })
    expect(copy?.facts).toMatchObject({ wordingLanguage: 'pl', wording: both })
  })

  test('[CON-1] the form on paper is offered in each language whose words are adopted, beside the English; for the co-ordinator and committee', async () => {
    const forms = visitor(served, {
      cookie: (await programme.signIn(await aPerson({ ...programme, roles: ['co-ordinator'] }))).cookie,
    })
    const page = await forms.get('/paper-form')
    expect(wordsOf(page)).toContain('In English In Polish, with the English beside it For a young person')
    expect(page.text).toContain('href="/paper-form/consent?for=themselves&amp;language=pl"')
    expect(page.text).not.toContain('language=ar')
    const polish = await forms.get('/paper-form/consent?language=pl')
    expect([polish.status, polish.headers['content-disposition']]).toEqual([
      200,
      'attachment; filename=consent-form-pl.pdf',
    ])
    const { pieces, boxes, languages } = textInPdf(polish.body as Buffer)
    const words = pieces.join('')
    expect(boxes).toBe(0)
    expect(languages).toContain('pl')
    for (const both of ['PL May your child have a volunteer?', 'May your child have a volunteer of their own?'])
      expect(words.replaceAll(' ', '')).toContain(both.replaceAll(' ', ''))
    const { wording } = await wordingInForce({ query: programme.query, reader: { themselves: false, language: 'pl' } })
    expect(words).toContain(`number ${wording.digest.slice(0, 12)}`)
    expect((await forms.get('/paper-form/consent?language=ar')).headers.location).toBe('/paper-form')
    expect((await forms.get('/paper-form/consent?language=xx')).status).toBe(404)
    expect(
      (
        await visitor(served, { cookie: (await programme.signIn((await aVolunteer(programme)).userId)).cookie }).get(
          '/paper-form',
        )
      ).status,
    ).toBe(403)
  })

  test('words that are missing in the new version stop nobody else: the daily job goes on, an open link says so and shows the English', async () => {
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const parent = await anAskedParent(programme, { child: await aReader(), coordinator })
    const pair = await aMatchedPair(programme)
    await programme.query("update guardians set form_language = 'pl' where id = $1", [pair.child.guardianId])
    await consentFrom({
      ...programme,
      childId: pair.child.id,
      guardianId: pair.child.guardianId,
      decidedOn: '2025-12-10',
    })
    await adopted({ number: '2.1', text: withWords('May your child have a volunteer for themselves?') })
    await expect(
      remindOfConsent({ work: await programme.workOf({ kind: 'system', reason: 'a test' }), among: isMentored }),
    ).resolves.toEqual(expect.any(Number))
    expect(await templatesTo(pair.child.guardianId)).toEqual([])
    expect(
      (
        await refusalOf(
          act({ by: coordinator, workflow: consentRequestWorkflow, id: parent.requestId, action: 'resend' }),
        )
      ).rule,
    ).toBe('CON-3')
    const visitor = parentBrowser(served)
    await visitor.arrive(parent.token)
    const page = await visitor.get('/consent')
    expect(wordsOf(page)).toContain('We do not have this form in Polish yet.')
    expect(page.text).not.toContain('lang="pl"')
  })
})
