// What a parent's link leads to once it does not work any more, or once it was answered: a new link, the copy to keep,
// and the page that knows a copy again.
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import supertest, { type Response } from 'supertest'
import { loadToday } from '../../../src/admin/today/loadToday.ts'
import { whatWaits } from '../../../src/admin/today/whatWaits.ts'
import { startProgrammeWorker } from '../../../src/boot/work.ts'
import { linkDigest } from '../../../src/core/access/linkTokens.ts'
import { asUser } from '../../../src/core/access/localApi.ts'
import { verifyAudit } from '../../../src/core/audit/verify.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { TICK_BOX } from '../../../src/core/documents/printedDocument.ts'
import { createLogger } from '../../../src/core/http/logger.ts'
import type { JobWorker } from '../../../src/core/jobs/startWorker.ts'
import { performAction } from '../../../src/core/workflow/perform.ts'
import { askForCall } from '../../../src/programme/consent/calls/queries.ts'
import { consentCopiesOf } from '../../../src/programme/consent/copies/copies.ts'
import {
  CODE_MINUTES,
  CODE_TRIES,
  CODES_AN_HOUR,
  codeToSend,
  pruneEmailCodes,
  sendCode,
} from '../../../src/programme/consent/asking/emailCodes.ts'
import { holderOf } from '../../../src/programme/consent/asking/linkVisits.ts'
import { paperForm } from '../../../src/programme/consent/paper/paperForm.ts'
import { printedCopy } from '../../../src/programme/consent/copies/printedCopy.ts'
import { deliveryOf } from '../../../src/programme/consent/asking/delivery.ts'
import { callsToMake, consentRequestsWaiting } from '../../../src/programme/consent/queues.ts'
import { remindOfConsent } from '../../../src/programme/consent/asking/reminders.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { wordingInForce } from '../../../src/programme/consent/wording/wordingInForce.ts'
import { isMentored } from '../../../src/programme/matching/tellOfConsent.ts'
import { testApp, type TestApp } from '../../support/app.ts'
import { anAskedParent, BIRTHDAY, parentBrowser, tokenOf, type AskedParent } from '../../support/consent.ts'
import { dumpOf, rowsOf } from '../../support/database.ts'
import { aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtpSink.ts'
import { visitor, wordsOf } from '../../support/visitor.ts'
import { waitUntil } from '../../support/waitUntil.ts'

let programme: TestProgramme
let served: TestApp
let sink: SmtpSink
let worker: JobWorker
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  sink = await startSmtpSink()
  worker = startProgrammeWorker({
    payload: programme.payload,
    environment: { ...served.environment, smtpUrl: sink.url },
    logger: createLogger({ level: 'fatal' }),
    clock: programme.clock,
  })
})
afterAll(async () => {
  await worker.stop({ withinSeconds: 2 })
  await sink.stop()
})
beforeEach(async () => {
  programme.clock.set('2026-03-03T12:00:00Z')
  await programme.query('delete from rate_limits')
})

const browser = () => parentBrowser(served)
const act = async ({ parent, action }: { parent: AskedParent; action: string }) =>
  performAction({
    work: await programme.workOf((await programme.signIn(parent.coordinator)).person),
    workflow: consentRequestWorkflow,
    id: parent.requestId,
    action,
    input: {},
  })
const linksMailed = async ({ requestId }: AskedParent) =>
  (
    await programme.query(
      "select 1 from notifications where subject_record = $1 and template = 'consent-link-parent'",
      [requestId],
    )
  ).length
const untilWorkIsDone = () =>
  waitUntil({
    what: 'the worker to have done all that was asked',
    holds: async () =>
      (
        await programme.query(
          "select 1 from graphile_worker.jobs where task_identifier in ('send-consent-link', 'send-consent-code', 'deliver-notification')",
        )
      ).length === 0,
    timeoutMilliseconds: 30_000,
  })
/** Presses an old link, and the button of the page that it leads to. */
const askByOldLink = async (token: string | undefined): Promise<Response> => {
  const visitor = browser()
  if (token !== undefined) await visitor.get(`/consent/${token}`)
  return visitor.post('/consent/new-link')
}
const signedParent = async () => {
  const parent = await anAskedParent(programme)
  const visitor = browser()
  await visitor.arrive(parent.token)
  await visitor.post('/consent', await visitor.signing())
  return { parent, visitor }
}

describe('a new link', () => {
  test('[CON-7] whoever asks is answered alike; it goes to the address on record, and only while the request stands (consent 8)', async () => {
    const [replaced, ranOut, takenBack, noContact, closed, answered] = [
      await anAskedParent(programme),
      await anAskedParent(programme),
      await anAskedParent(programme),
      await anAskedParent(programme),
      await anAskedParent(programme),
      (await signedParent()).parent,
    ]
    await untilWorkIsDone()
    await programme.query('update consent_requests set ends_at = $2 where id = $1', [
      ranOut.requestId,
      '2026-03-03T11:59:59Z',
    ])
    await act({ parent: replaced, action: 'resend' })
    await act({ parent: answered, action: 'resendToSigner' })
    await act({ parent: takenBack, action: 'cancel' })
    await programme.query("update guardians set contact_rule = 'none' where id = $1", [noContact.child.guardianId])
    await programme.query('update consent_requests set ends_at = $2 where id = $1', [
      noContact.requestId,
      '2026-03-03T11:59:59Z',
    ])
    await programme.query('update consent_requests set wrong_tries = 20 where id = $1', [closed.requestId])
    await untilWorkIsDone()
    sink.clear()
    const answers: unknown[] = []
    for (const token of [
      replaced.token,
      ranOut.token,
      takenBack.token,
      noContact.token,
      closed.token,
      answered.token,
      'x'.repeat(43),
      undefined,
    ]) {
      const { status, text, headers } = await askByOldLink(token)
      answers.push({
        status,
        text,
        headers: { ...headers, date: '', 'x-request-id': '', 'content-security-policy': '', etag: '' },
      })
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 303, headers: { location: '/consent/new-link' } })
    const page = await browser().get('/consent/new-link')
    expect(wordsOf(page)).toContain('Was that link yours? Then a new one is on its way.')
    expect(page.text).not.toMatch(/Robin|Testerton|alex@/i)
    await untilWorkIsDone()
    for (const [parent, mails] of [
      [replaced, 1],
      [ranOut, 1],
      [answered, 1],
      [takenBack, 0],
      [noContact, 0],
      [closed, 0],
    ] as const)
      expect(await linksMailed(parent)).toBe(mails)
    for (const parent of [replaced, ranOut, answered]) {
      const newest = await tokenOf(programme, parent.requestId)
      const [{ email } = { email: '' }] = await programme.query<{ email: string }>(
        'select email from guardians where id = $1',
        [parent.child.guardianId],
      )
      const mail = sink.messages.find(({ raw, parsed }) => `${raw}${parsed.text}`.includes(newest))
      expect({ to: mail?.to, subject: mail?.parsed.subject }).toEqual({ to: [email], subject: 'Your new link' })
      expect((await browser().arrive(newest)).headers.location).toBe('/consent')
    }
    // What ran out is a new link now; what could be used is the same as before, so that nobody who asks ends somebody
    // else's.
    expect(await tokenOf(programme, ranOut.requestId)).not.toBe(ranOut.token)
    expect(
      (
        await programme.query(
          'select link_number::int as number from consent_requests where id = any($1) order by link_number',
          [[replaced.requestId, ranOut.requestId]],
        )
      ).map(({ number }) => number),
    ).toEqual([2, 2])
  })

  test('[CON-7] one an hour goes out, however often it is asked for; wrong dates that were counted stay counted', async () => {
    const parent = await anAskedParent(programme)
    await programme.query('update consent_requests set ends_at = $2, wrong_tries = 4 where id = $1', [
      parent.requestId,
      '2026-03-03T11:59:59Z',
    ])
    for (let time = 0; time < 5; time += 1) expect((await askByOldLink(parent.token)).status).toBe(303)
    await untilWorkIsDone()
    expect(await linksMailed(parent)).toBe(1)
    expect(
      await programme.query(
        'select wrong_tries::int as tries, link_number::int as number from consent_requests where id = $1',
        [parent.requestId],
      ),
    ).toEqual([{ tries: 4, number: 2 }])
    for (const [minutes, mails] of [
      [59, 1],
      [1, 2],
      [59, 2],
    ] as const) {
      programme.clock.advance({ minutes })
      await programme.query('delete from rate_limits')
      await askByOldLink(parent.token)
      await untilWorkIsDone()
      expect(await linksMailed(parent)).toBe(mails)
    }
    expect(
      await programme.query(
        "select actor_kind, action from audit_events where record_id = $1 and action in ('renewLink', 'send-link-again') order by sequence",
        [parent.requestId],
      ),
    ).toEqual([
      { actor_kind: 'system', action: 'renewLink' },
      { actor_kind: 'system', action: 'send-link-again' },
    ])
    for (let time = 0; time < 20; time += 1) await askByOldLink('y'.repeat(43))
    expect((await askByOldLink('z'.repeat(43))).status).toBe(429)
  })

  test('[CON-10] when the address of a parent changes, what was sent to the old one opens nothing, answered or not, and the record and Today say that a new one is needed', async () => {
    const [asked, answered, beside] = [
      await anAskedParent(programme),
      await signedParent(),
      await anAskedParent(programme),
    ]
    await untilWorkIsDone()
    const member = await programme.workOf((await programme.signIn(asked.coordinator)).person)
    const parents = [asked, answered.parent]
    for (const { child } of parents)
      await asUser(member).update({
        collection: 'guardians',
        id: child.guardianId,
        data: { email: `${child.guardianId}@example.org` },
      })
    // A page that was open stores nothing; the link opens nothing.
    expect((await answered.visitor.post('/consent/withdraw-one', { item: 'photographs' })).status).toBe(404)
    for (const { token } of parents) {
      const visitor = browser()
      await visitor.get(`/consent/${token}`)
      expect((await visitor.get('/consent')).status).toBe(404)
      expect((await visitor.post('/consent/check', BIRTHDAY)).status).toBe(404)
    }
    expect((await browser().arrive(beside.token)).headers.location).toBe('/consent')
    for (const { requestId } of parents) {
      expect(await deliveryOf({ work: member, requestId })).toMatchObject({ state: 'left' })
      expect((await consentRequestsWaiting({ work: member, limit: 100 })).slice(0, 2)).toContainEqual(
        expect.objectContaining({ id: requestId, delivery: 'left', isAgain: false }),
      )
    }
    // Nothing that waits goes out by it, and nobody is written to after 3 days.
    programme.clock.set('2026-03-06T12:00:00Z')
    const written = await programme.query<{ record: string }>(
      "select subject_record as record from notifications where template in ('consent-requested', 'consent-copy')",
    )
    await inTransaction({ req: member.req, work: () => remindOfConsent({ work: member, among: isMentored }) })
    const since = await programme.query<{ record: string }>(
      "select subject_record as record from notifications where template in ('consent-requested', 'consent-copy')",
    )
    const counted = (rows: typeof written, { requestId }: AskedParent) =>
      rows.filter(({ record }) => record === requestId).length
    for (const parent of parents) expect(counted(since, parent)).toBe(counted(written, parent))
    // A new link, from ours or asked for by whoever holds the old one, goes to the new address and opens what stands.
    await act({ parent: asked, action: 'resend' })
    await askByOldLink(answered.parent.token)
    await untilWorkIsDone()
    for (const { requestId } of parents) {
      const newest = await tokenOf(programme, requestId)
      expect((await browser().arrive(newest)).headers.location).toBe('/consent')
      expect((await deliveryOf({ work: member, requestId }))?.state).not.toBe('left')
    }
    for (const { token } of parents) expect((await browser().arrive(token)).status).toBe(404)
  })

  test('[CON-1] of an earlier link only the digest is kept, and the application can neither add nor change one', async () => {
    const parent = await anAskedParent(programme)
    await act({ parent, action: 'resend' })
    expect(
      await programme.query('select digest, request_id as request from past_consent_links where request_id = $1', [
        parent.requestId,
      ]),
    ).toEqual([{ digest: linkDigest(parent.token), request: parent.requestId }])
    for (const statement of [
      "insert into past_consent_links select 'x', id from consent_requests limit 1",
      'update past_consent_links set digest = $$y$$',
      'delete from past_consent_links',
    ])
      await expect(programme.query(statement)).rejects.toThrow(/permission denied/)
  })
})

test('[CON-1] the database holds no link that was mailed, in whatever writing, nor the key to make one; a reminder makes the same link anew (consent 2)', async () => {
  const asked = await anAskedParent(programme)
  const answered = (await signedParent()).parent
  await act({ parent: asked, action: 'resend' })
  const token = await tokenOf(programme, asked.requestId)
  await untilWorkIsDone()
  programme.clock.set('2026-03-06T12:00:00Z')
  const work = await programme.workOf({ kind: 'system', reason: 'a test' })
  await inTransaction({ req: work.req, work: () => remindOfConsent({ work, among: isMentored }) })
  await untilWorkIsDone()
  const mailed = (secret: string) =>
    sink.messages
      .filter(({ parsed }) => String(parsed.text).includes(`/consent/${secret}`))
      .map(({ parsed }) => parsed.subject)
  expect(mailed(token)).toHaveLength(2)
  expect(new Set(mailed(token)).size).toBe(2)
  expect(mailed(answered.token).length).toBeGreaterThan(0)

  const dump = await dumpOf(programme.database)
  expect(
    [asked.requestId, linkDigest(token), 'deliver-notification', 'consent-requested', 'a key for links'].filter(
      (text) => !dump.includes(text),
    ),
  ).toEqual(['a key for links'])
  const live = await programme.query<{ id: string; digest: string }>(
    'select id, link_digest as digest from consent_requests where link_digest is not null',
  )
  expect(live.length).toBeGreaterThan(1)
  for (const { id, digest } of live) {
    const secret = await tokenOf(programme, id)
    expect(linkDigest(secret)).toBe(digest)
    for (const writing of writingsOf(secret)) expect(dump.includes(writing)).toBe(false)
  }
  // Nor anything else that would do as one.
  const candidates = [...new Set(dump.match(/[\w-]{43,64}/g) ?? [])].flatMap((text) => [text, text.slice(0, 43)])
  expect(candidates.length).toBeGreaterThan(50)
  expect(candidates.filter((text) => live.some(({ digest }) => digest === linkDigest(text)))).toEqual([])
})

/**
 * A link's secret as it may be written: as it stands in the address, each letter with a percent sign, as base64 of its
 * bytes and of its letters, as hexadecimal digits.
 */
const writingsOf = (secret: string): string[] => {
  const bytes = Buffer.from(secret, 'base64url')
  const letters = Buffer.from(secret)
  return [
    secret,
    [...letters].map((letter) => `%${letter.toString(16).toUpperCase()}`).join(''),
    bytes.toString('base64'),
    letters.toString('base64'),
    letters.toString('base64url'),
    bytes.toString('hex'),
    letters.toString('hex'),
  ]
}

describe('a code by email', () => {
  const emailOf = async ({ child }: AskedParent) =>
    (await programme.query<{ email: string }>('select email from guardians where id = $1', [child.guardianId]))[0]
      ?.email ?? ''
  const codesMailed = (email: string) =>
    sink.messages
      .filter(({ to, parsed }) => to.includes(email) && parsed.subject === 'Your code')
      .map(({ parsed }) => /\b\d{6}\b/.exec(String(parsed.text))?.[0] ?? '')
  /** Has a code made for a link, as the worker does, and gives it. */
  const aCode = async (parent: AskedParent, email?: string) => {
    const work = await programme.workOf({ kind: 'system', reason: 'a test' })
    const address = email ?? (await emailOf(parent))
    await inTransaction({
      req: work.req,
      work: () =>
        sendCode({
          work,
          request: {
            asking: randomUUID(),
            requestId: parent.requestId,
            addressDigest: linkDigest(address.toLowerCase()),
          },
        }),
    })
    return codeToSend({
      payload: programme.payload,
      query: programme.query,
      requestId: parent.requestId,
      now: programme.clock.now(),
    })
  }
  const byLink = async (token: string) => {
    const visitor = browser()
    await visitor.get(`/consent/${token}`)
    return visitor
  }
  const tryCode = async (token: string, code: string | undefined) =>
    (await (await byLink(token)).post('/consent/code/type', { code: code ?? '' })).status
  const other = (code: string | undefined): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  test('[CON-4, CON-7] whoever answered before opens their form with a code in place of the date of birth, closed though it is after five wrong dates, and withdraws; the copy says which of the two was checked (consent 5)', async () => {
    const { parent } = await signedParent()
    const email = await emailOf(parent)
    const visitor = await byLink(parent.token)
    for (let day = 1; day <= 5; day += 1)
      await visitor.post('/consent/check', { ...BIRTHDAY, 'birthday-day': String(day) })
    expect((await visitor.post('/consent/check', BIRTHDAY)).status).toBe(429)
    expect((await visitor.get('/consent')).text).toContain('href="/consent/code"')
    expect((await visitor.post('/consent/code', { email: ` ${email.toUpperCase()} ` })).headers.location).toBe(
      '/consent/code/type',
    )
    await untilWorkIsDone()
    const [code = ''] = codesMailed(email)
    expect(code).toMatch(/^\d{6}$/)
    const closed = await visitor.post('/consent/code/type', { code: other(code) })
    expect({ status: closed.status, shown: /Robin|Testerton/.test(closed.text) }).toEqual({ status: 403, shown: false })
    expect(
      (await visitor.post('/consent/code/type', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).headers.location,
    ).toBe('/consent')
    expect(wordsOf(await visitor.get('/consent'))).toContain('Your answers for Robin')
    expect((await visitor.post('/consent/withdraw-one', { item: 'travel' })).headers.location).toBe(
      '/consent?done=one-withdrawn',
    )
    expect((await visitor.post('/consent/withdraw')).headers.location).toBe('/consent?done=withdrawn')
    expect(
      await programme.query(
        'select distinct answer::text as answer from (select distinct on (item) answer from consents where child_id = $1 order by item, created_at desc, answer) newest',
        [parent.child.id],
      ),
    ).toEqual([{ answer: 'no' }])
    const checks = (await consentCopiesOf({ query: programme.query, requestId: parent.requestId })).map((copy) => [
      copy.action,
      copy.facts.checkedBy,
      JSON.stringify(printedCopy(copy).blocks).includes(
        'We did not ask for a date of birth. We sent a code to that email address',
      ),
    ])
    expect(checks).toEqual([
      ['withdraw', 'email-code', true],
      ['withdrawOne', 'email-code', true],
      ['sign', 'birthday', false],
    ])
    expect(
      await programme.query('select wrong_tries::int as tries, locked_until from consent_requests where id = $1', [
        parent.requestId,
      ]),
    ).toEqual([{ tries: 0, locked_until: null }])
    expect(
      (
        await programme.query(
          "select detail from audit_events where record_id = $1 and action = 'open-link' order by sequence desc limit 1",
          [parent.requestId],
        )
      )[0],
    ).toEqual({ detail: { by: 'email-code' } })
    // It works once, and stands nowhere but in the message.
    expect(await tryCode(parent.token, code)).toBe(403)
    const kept = await programme.query(
      'select to_jsonb(n) - $2::text[] as row from notifications n where subject_record = $1 union all select to_jsonb(e) - $2::text[] from audit_events e where record_id = $1 union all select to_jsonb(k) - $2::text[] from consent_email_codes k where request_id = $1::uuid',
      [
        parent.requestId,
        [
          'created_at',
          'updated_at',
          'due_at',
          'sent_at',
          'made_at',
          'ends_at',
          'used_at',
          'occurred_at',
          'hash',
          'previous_hash',
          'address_digest',
        ],
      ],
    )
    expect(kept.length).toBeGreaterThan(5)
    expect(JSON.stringify(kept)).not.toContain(code)
    expect(served.logged()).not.toContain(code)
    expect(served.logged()).not.toContain(email)
  })

  test('[CON-1, CON-4] whoever asks for a code is answered alike; it goes out only to the address on file, and only where somebody answered by this link before: three an hour at most (consent 5)', async () => {
    const [answered, moved] = [(await signedParent()).parent, (await signedParent()).parent]
    const open = await anAskedParent(programme)
    await programme.query("update guardians set email = 'moved-' || email where id = $1", [moved.child.guardianId])
    await untilWorkIsDone()
    sink.clear()
    const asked = async (parent: AskedParent, email: string) => {
      const { status, text, headers } = await (await byLink(parent.token)).post('/consent/code', { email })
      return { status, text, headers: { ...headers, date: '', 'x-request-id': '', 'content-security-policy': '' } }
    }
    const answers = [
      await asked(answered, 'somebody@example.invalid'),
      await asked(open, await emailOf(open)),
      await asked(moved, await emailOf(moved)),
      await asked(moved, (await emailOf(moved)).replace('moved-', '')),
      await asked(answered, await emailOf(answered)),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 303, headers: { location: '/consent/code/type' } })
    await untilWorkIsDone()
    expect(sink.messages.map(({ to, parsed }) => [to, parsed.subject])).toEqual([
      [[await emailOf(answered)], 'Your code'],
    ])
    for (const email of ['', 'nobody', 'x'.repeat(300)]) expect((await asked(answered, email)).status).toBe(400)
    for (let time = 0; time < 4; time += 1) await asked(answered, await emailOf(answered))
    await untilWorkIsDone()
    expect(codesMailed(await emailOf(answered))).toHaveLength(CODES_AN_HOUR)
    programme.clock.advance({ minutes: 61 })
    await programme.query('delete from rate_limits')
    await asked(answered, await emailOf(answered))
    await untilWorkIsDone()
    const codes = codesMailed(await emailOf(answered))
    expect(codes).toHaveLength(CODES_AN_HOUR + 1)
    expect(await tryCode(answered.token, codes[0])).toBe(403)
    expect(await tryCode(answered.token, codes.at(-1))).toBe(303)
    for (let time = 0; time < 20; time += 1) await asked(open, 'somebody@example.invalid')
    expect((await asked(open, 'somebody@example.invalid')).status).toBe(429)
  })

  test('[CON-4] a code counts for ten minutes and five tries, side by side too, as the newest, for the link and the address that hold (consent 5)', async () => {
    const parents = {
      late: (await signedParent()).parent,
      guessed: (await signedParent()).parent,
      newer: (await signedParent()).parent,
      resent: (await signedParent()).parent,
      moved: (await signedParent()).parent,
    }
    const inTime = await aCode(parents.late)
    programme.clock.advance({ minutes: CODE_MINUTES - 1, seconds: 59 })
    expect(await tryCode(parents.newer.token, inTime)).toBe(403)
    expect(await tryCode(parents.late.token, inTime)).toBe(303)
    const late = await aCode(parents.late)
    programme.clock.advance({ minutes: CODE_MINUTES })
    expect(await tryCode(parents.late.token, late)).toBe(403)

    const guessed = await aCode(parents.guessed)
    expect(
      new Set(await Promise.all(Array.from({ length: 8 }, () => tryCode(parents.guessed.token, other(guessed))))),
    ).toEqual(new Set([403]))
    expect(await tryCode(parents.guessed.token, guessed)).toBe(403)
    expect(
      await programme.query(
        'select wrong_tries::int as tries, used_at from consent_email_codes where request_id = $1',
        [parents.guessed.requestId],
      ),
    ).toEqual([{ tries: CODE_TRIES, used_at: null }])

    const older = await aCode(parents.newer)
    programme.clock.advance({ seconds: 1 })
    const newer = await aCode(parents.newer)
    expect(await tryCode(parents.newer.token, older === newer ? other(newer) : older)).toBe(403)
    expect(await tryCode(parents.newer.token, newer)).toBe(303)

    const resent = await aCode(parents.resent)
    await act({ parent: parents.resent, action: 'resendToSigner' })
    expect(await tryCode(await tokenOf(programme, parents.resent.requestId), resent)).toBe(403)

    const moved = await aCode(parents.moved)
    await programme.query("update guardians set email = 'moved-' || email where id = $1", [
      parents.moved.child.guardianId,
    ])
    expect(await tryCode(parents.moved.token, moved)).toBe(403)
    expect(await aCode(parents.moved)).toBeUndefined()
    for (const typed of ['', '12345', '1234567', 'abcdef']) expect(await tryCode(parents.late.token, typed)).toBe(400)

    await programme.query(
      "update consent_email_codes set made_at = made_at - interval '2 days', ends_at = ends_at - interval '2 days' where request_id = $1",
      [parents.late.requestId],
    )
    await pruneEmailCodes({ query: programme.query, now: programme.clock.now() })
    expect(
      await programme.query('select 1 from consent_email_codes where request_id = $1', [parents.late.requestId]),
    ).toEqual([])
    expect(
      (await programme.query('select 1 from consent_email_codes where request_id = $1', [parents.newer.requestId]))
        .length,
    ).toBe(2)
  })
})

describe('a call', () => {
  const officeOf = async (userId: string) => programme.workOf((await programme.signIn(userId)).person)
  const callsFor = async (userId: string, { requestId }: AskedParent) => {
    const known = (
      await programme.query<{ id: string }>('select id from call_requests where consent_request_id = $1', [requestId])
    ).map(({ id }) => id)
    return (await callsToMake({ work: await officeOf(userId), limit: 100 })).filter(({ id }) => known.includes(id))
  }
  const consentOf = ({ requestId, child }: AskedParent) =>
    programme.query(
      'select to_jsonb(r) as row, (select count(*)::int from consents where child_id = $2) as answers from consent_requests r where id = $1',
      [requestId, child.id],
    )

  test('[MAT-12] whoever passed the check asks to be rung, once at a time; the co-ordinators are told, ring, and say that it is done; nothing about the consent changes, and reminders go on', async () => {
    const parent = await anAskedParent(programme)
    await programme.query("update guardians set mobile = '01632 960 417' where id = $1", [parent.child.guardianId])
    const visitor = browser()
    await visitor.get(`/consent/${parent.token}`)
    for (const page of [
      await visitor.get('/consent/call'),
      await visitor.post('/consent/call', { words: 'too early' }),
    ])
      expect(wordsOf(page)).toContain('What is your child’s date of birth?')
    expect(
      await programme.query('select 1 from call_requests where consent_request_id = $1', [parent.requestId]),
    ).toEqual([])
    await visitor.arrive(parent.token)
    expect((await visitor.get('/consent')).text).toContain('href="/consent/call"')
    const offered = await visitor.get('/consent/call')
    expect(wordsOf(offered)).toContain('It ends in 417.')
    expect(offered.text).not.toMatch(/01632|960|Testerton/)
    const before = await consentOf(parent)

    const tooLong = await visitor.post('/consent/call', { bestTime: 'after 4pm', words: 'x'.repeat(301) })
    expect({ status: tooLong.status, kept: tooLong.text.includes('value="after 4pm"') }).toEqual({
      status: 400,
      kept: true,
    })
    const wish = { submissionKey: randomUUID(), bestTime: 'after 4pm', words: 'What is a <mentor>?' }
    for (const answer of await Promise.all([visitor.post('/consent/call', wish), visitor.post('/consent/call', wish)]))
      expect(answer.headers.location).toBe('/consent/call?done=call-asked')
    expect(wordsOf(await visitor.get('/consent/call?done=call-asked'))).toMatch(
      /We have it: one of us rings you\..*You asked us to ring you: Tuesday 3 March, midday\. We will\./,
    )
    const again = await visitor.post('/consent/call', { words: 'again' })
    expect({ status: again.status, words: wordsOf(again) }).toMatchObject({
      status: 409,
      words: expect.stringContaining('You have asked us already.'),
    })

    const told = () =>
      programme.query(
        "select n.recipient_user_id as to, n.state::text as state from notifications n join call_requests k on k.id::text = n.subject_record where n.template = 'call-asked' and k.consent_request_id = $1 and n.recipient_user_id = $2",
        [parent.requestId, parent.coordinator],
      )
    await untilWorkIsDone()
    expect(await told()).toEqual([{ to: parent.coordinator, state: 'sent' }])
    const [call] = await callsFor(parent.coordinator, parent)
    expect(call).toMatchObject({
      childName: 'Robin Testerton',
      guardianName: 'Alex Testerton',
      mobile: '01632 960 417',
      bestTime: 'after 4pm',
      words: 'What is a <mentor>?',
      askedAt: new Date('2026-03-03T12:00:00Z'),
    })
    const volunteer = await aVolunteer(programme)
    const administrator = await aPerson({ ...programme, roles: ['administrator'] })
    for (const other of [volunteer.userId, administrator]) expect(await callsFor(other, parent)).toEqual([])
    const mark = async (userId: string) =>
      (
        await supertest(served.app)
          .post(`/api/call-requests/${call?.id}/actions/done`)
          .set('Cookie', (await programme.signIn(userId)).cookie)
          .set('Origin', served.publicUrl)
          .send({ rowVersion: call?.rowVersion, input: { note: 'Explained it.' } })
      ).status
    for (const other of [volunteer.userId, administrator]) expect([403, 404]).toContain(await mark(other))
    const office = await officeOf(parent.coordinator)
    expect((await loadToday({ work: office, place: 'parents' })).queues.map(({ name }) => name)).toContain('calls')
    const today = await whatWaits({ work: office })
    expect(today.calls.rows.map(({ id }) => id)).toContain(call?.id)
    expect(
      await programme.query(
        "select 1 from audit_events where action = 'read' and record_collection = 'call-requests' and actor_id = $1 and detail->'ids' ? $2",
        [parent.coordinator, call?.id],
      ),
    ).toHaveLength(1)

    expect(await consentOf(parent)).toEqual(before)
    programme.clock.set('2026-03-06T12:00:00Z')
    const work = await programme.workOf({ kind: 'system', reason: 'a test' })
    await inTransaction({ req: work.req, work: () => remindOfConsent({ work, among: isMentored }) })
    expect(
      await programme.query(
        "select 1 from notifications where subject_record = $1 and template = 'consent-requested' and details->>'occasion' = 'reminder'",
        [parent.requestId],
      ),
    ).toHaveLength(1)

    expect(await mark(parent.coordinator)).toBe(200)
    expect(await callsFor(parent.coordinator, parent)).toEqual([])
    expect(await consentOf(parent)).toEqual(before)
    expect(
      await programme.query('select status::text as status, rung_by_id as by, note from call_requests where id = $1', [
        call?.id,
      ]),
    ).toEqual([{ status: 'done', by: parent.coordinator, note: 'Explained it.' }])
    const later = browser()
    await later.arrive(parent.token)
    expect((await later.post('/consent/call')).headers.location).toBe('/consent/call?done=call-asked')
    expect((await callsFor(parent.coordinator, parent)).map(({ bestTime, words }) => [bestTime, words])).toEqual([
      [null, null],
    ])
  })

  test('[CON-1] has the form on paper: blank to print, or by post, which the office is told and sees with the address', async () => {
    const { parent, visitor } = await signedParent()
    const before = await consentOf(parent)
    expect((await visitor.get('/consent')).text).toContain('href="/consent/paper"')
    const form = await visitor.get('/consent/paper/form')
    expect([form.status, form.headers['content-type'], form.headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      'attachment; filename=consent-form.pdf',
    ])
    const tooLong = await visitor.post('/consent/paper', { where: 'y'.repeat(301) })
    expect([tooLong.status, tooLong.text.includes('yyyy')]).toEqual([400, true])
    const asked = await visitor.post('/consent/paper', { where: '2 Made-up Lane' })
    expect(asked.headers.location).toBe('/consent/paper?done=paper-asked')
    expect(wordsOf(await visitor.get('/consent/paper'))).toContain('You asked us for the form on paper')
    expect((await visitor.post('/consent/paper', {})).status).toBe(409)
    expect((await visitor.post('/consent/call', { number: '01632 960 417' })).status).toBe(409)
    expect(await callsFor(parent.coordinator, parent)).toMatchObject([{ wish: 'paper', words: '2 Made-up Lane' }])
    expect(
      await programme.query(
        "select 1 from notifications n join call_requests k on k.id::text = n.subject_record where n.template = 'call-asked' and k.consent_request_id = $1 and n.recipient_user_id = $2",
        [parent.requestId, parent.coordinator],
      ),
    ).toHaveLength(1)
    expect(await consentOf(parent)).toEqual(before)
    const stranger = browser()
    await stranger.get(`/consent/${parent.token}`)
    for (const path of ['/consent/paper', '/consent/paper/form'])
      expect(wordsOf(await stranger.get(path))).toContain('What is your child’s date of birth?')
  })

  test('[MAT-12] nobody of ours, and no other link, asks in a parent’s name; among ten thousand calls that were made, those to make are found by their index', async () => {
    const [parent, other] = [await anAskedParent(programme), await anAskedParent(programme)]
    const visit = { requestId: parent.requestId, guardianId: parent.child.guardianId }
    for (const actor of [
      holderOf({ requestId: other.requestId }),
      (await programme.signIn(parent.coordinator)).person,
      { kind: 'system', reason: 'a test' } as const,
    ])
      await expect(askForCall({ work: await programme.workOf(actor), visit })).rejects.toMatchObject({ status: 409 })
    await askForCall({ work: await programme.workOf(holderOf(visit)), visit, bestTime: 'mornings' })
    await programme.query(
      "insert into call_requests (guardian_id, consent_request_id, status, row_version, asked_at, created_at, updated_at) select $1, $2, 'done', 1, '2026-01-01'::timestamptz + n * interval '1 minute', now(), now() from generate_series(1, 10000) n",
      [visit.guardianId, visit.requestId],
    )
    await rowsOf({ url: programme.database.ownerUrl, statement: 'analyze call_requests' })
    const asked: string[] = []
    const work = await officeOf(parent.coordinator)
    const seen = {
      ...work,
      query: ((statement: string, values?: unknown[]) => (
        asked.push(statement),
        work.query(statement, values)
      )) as typeof work.query,
    }
    expect((await callsToMake({ work: seen, limit: 6 })).map(({ bestTime }) => bestTime)).toContain('mornings')
    const plan = JSON.stringify(await programme.query(`explain (format json) ${asked[0]}`, [6]))
    expect(plan).toMatch(
      /"Index Name":"(call_requests_status_idx|one_call_waits_for_each_link)","Relation Name":"call_requests"/,
    )
    await expect(
      programme.query(
        "insert into call_requests (guardian_id, consent_request_id, status, row_version, asked_at, created_at, updated_at) values ($1, $2, 'asked', 1, now(), now(), now())",
        [visit.guardianId, visit.requestId],
      ),
    ).rejects.toThrow('one_call_waits_for_each_link')
  })
})

describe('the copy', () => {
  const fileOf = async (visitor: ReturnType<typeof browser>, number = 1) => {
    const answer = await visitor.get(`/consent/copy/${number}`)
    return {
      ...answer,
      status: answer.status,
      headers: answer.headers as Record<string, string>,
      bytes: answer.body as Buffer,
    }
  }
  const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const verdictOn = async (number: string) => wordsOf(await browser().get(`/verify?number=${number}`))

  test('[CON-3, CON-7] a tagged PDF made from rows alone, the same bytes each time whatever changed since, known again by its number (consent 19)', async () => {
    const { parent, visitor } = await signedParent()
    const page = await visitor.get('/consent/copy')
    expect(wordsOf(page)).toContain('Your copy for Robin You signed on 3 March 2026 at 12:00.')
    const first = await fileOf(visitor)
    expect([
      first.status,
      first.headers['content-type'],
      first.headers['content-disposition'],
      first.headers['cache-control'],
    ]).toEqual([200, 'application/pdf', 'attachment; filename=mentoring-answers-1.pdf', 'no-store'])
    const plain = first.bytes.toString('latin1')
    for (const sign of [
      '%PDF-1.7',
      '/Marked true',
      '/Lang (en-GB)',
      '<pdfuaid:part>1</pdfuaid:part>',
      '/S /H1',
      '/S /Table',
    ])
      expect(plain).toContain(sign)

    // Names, the charity, the answers and the form change; the copy says what was.
    await programme.query("update children set name = 'Robin Otherwise', known_as = 'Rob' where id = $1", [
      parent.child.id,
    ])
    await programme.query(
      "insert into programme_settings (charity_name, programme_name) values ('Another Charity', 'Mentoring')",
    )
    try {
      programme.clock.advance({ minutes: 30 })
      await visitor.post('/consent/withdraw-one', { item: 'travel' })
      expect(digestOf((await fileOf(visitor)).bytes)).toBe(digestOf(first.bytes))
      expect(digestOf((await fileOf(visitor, 2)).bytes)).not.toBe(digestOf(first.bytes))
    } finally {
      await programme.query('delete from programme_settings')
    }
    expect(wordsOf(await visitor.get('/consent/copy'))).toContain(
      'You changed one answer to no on 3 March 2026 at 12:30.',
    )
    expect(await verdictOn(digestOf(first.bytes))).toContain('Yes, we made this file.')
    expect(await verdictOn(digestOf(Buffer.concat([first.bytes, Buffer.from(' ')])))).toContain(
      'No, this is not a file as we made it.',
    )
    expect([
      (await fileOf(visitor, 0)).status,
      (await fileOf(visitor, 3)).status,
      (await visitor.get('/consent/copy/one')).status,
    ]).toEqual([404, 404, 404])
  })

  test('[CON-3, CON-7] it says who, when, how, each answer, the form word for word, and where the change stands in the audit (consent 19)', async () => {
    const { parent } = await signedParent()
    const [copy] = await consentCopiesOf({ query: programme.query, requestId: parent.requestId })
    if (!copy) throw new Error('There is no copy.')
    const { blocks } = printedCopy(copy)
    const facts = Object.fromEntries(
      blocks.flatMap((block) =>
        block.kind === 'facts'
          ? block.facts.map((fact) => [fact.term, 'value' in fact ? fact.value : fact.choices])
          : [],
      ),
    )
    const [audit] = await programme.query<{ sequence: string; hash: string }>(
      "select sequence::text as sequence, hash from audit_events where record_id = $1 and action = 'sign'",
      [parent.requestId],
    )
    const [request] = await programme.query<{ digest: string; wording: string }>(
      'select wording_digest as digest, wording from consent_requests where id = $1',
      [parent.requestId],
    )
    expect(facts).toMatchObject({
      'Name typed as the signature': 'Alex Testerton',
      'Says of themselves': 'Mother',
      Child: 'Robin Testerton',
      When: '3 March 2026 at 12:00 in London (2026-03-03T12:00:00.000Z)',
      How: 'By the link that we sent by email',
      'Number of the form’s words (SHA-256)': request?.digest,
      'Row in our record of changes': audit?.sequence,
      'Number of that row (SHA-256)': audit?.hash,
    })
    expect(await verifyAudit({ query: programme.query })).toMatchObject({ problem: undefined })
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(rows).toHaveLength(8)
    expect(rows[2]).toEqual(['May your child go in a car with the volunteer?', 'Yes', 'Until 2 March 2027'])
    const words = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs.map(({ text }) => text) : block.kind === 'heading' ? [block.text] : [],
    )
    for (const line of (request?.wording ?? '').split('\n').filter(Boolean))
      expect(words).toContain(line.replace(/^\[[\w-]+\] /, ''))
  })

  test('[CON-6, CON-7] nobody gets a copy without the date of birth, nor of another request; each file given is recorded', async () => {
    const { parent, visitor } = await signedParent()
    const stranger = browser()
    await stranger.get(`/consent/${parent.token}`)
    for (const path of ['/consent/copy', '/consent/copy/1']) {
      expect(wordsOf(await stranger.get(path))).toContain('What is your child’s date of birth?')
      expect((await browser().get(path)).status).toBe(404)
    }
    const open = await anAskedParent(programme)
    const asked = browser()
    await asked.arrive(open.token)
    expect([(await asked.get('/consent/copy')).headers.location, (await asked.get('/consent/copy/1')).status]).toEqual([
      '/consent',
      404,
    ])
    const reads = async () =>
      (
        await programme.query("select 1 from audit_events where action = 'read' and actor_id = $1 and record_id = $2", [
          parent.requestId,
          parent.child.id,
        ])
      ).length
    const before = await reads()
    await visitor.get('/consent/copy/1')
    expect(await reads()).toBe(before + 1)
  })

  test('[CON-4, CON-7] saying no to all, and taking all back, have their copies too; the mail names the copy and holds none', async () => {
    const parent = await anAskedParent(programme)
    const visitor = browser()
    await visitor.arrive(parent.token)
    await visitor.post('/consent', await visitor.signing({ step: 'decline' }))
    programme.clock.advance({ minutes: 1 })
    await visitor.post('/consent', await visitor.signing())
    programme.clock.advance({ minutes: 1 })
    await visitor.post('/consent/withdraw')
    const copies = await consentCopiesOf({ query: programme.query, requestId: parent.requestId })
    expect(
      copies.map(({ action, facts: { signedName, answers } }) => [
        action,
        signedName,
        new Set(answers.map(({ answer }) => answer)).size === 1 && answers[0]?.answer,
      ]),
    ).toEqual([
      ['withdraw', null, 'no'],
      ['change', 'Alex Testerton', 'yes'],
      ['decline', null, 'no'],
    ])
    await untilWorkIsDone()
    const mail = sink.messages.find(({ parsed }) => String(parsed.text).includes('Your copy is ready'))
    expect(mail?.parsed.attachments).toEqual([])
    expect(String(mail?.parsed.text)).not.toMatch(/Robin|Testerton,|photo/i)
  })

  test('[CON-3] what a copy was made from can be changed through no door', async () => {
    const { parent } = await signedParent()
    for (const statement of [
      "update consent_copies set action = 'change'",
      'delete from consent_copies',
      'delete from consent_copy_files',
      "update consent_copy_files set digest = repeat('0', 64)",
    ]) {
      await expect(programme.query(statement)).rejects.toThrow(/permission denied/)
      await expect(rowsOf({ url: programme.database.ownerUrl, statement })).rejects.toThrow(
        /cannot be changed or removed/,
      )
    }
    expect(await consentCopiesOf({ query: programme.query, requestId: parent.requestId })).toHaveLength(1)
  })
})

describe('checking a copy', () => {
  const upload = (bytes?: Buffer) => {
    const sending = supertest(served.app).post('/verify').set('Origin', served.publicUrl)
    return bytes ? sending.attach('file', bytes, 'copy.pdf') : sending.field('nothing', '')
  }

  test('[CON-7] by the file itself or by its number: yes or no, nobody’s name, and nothing is stored', async () => {
    const signed = await signedParent()
    const bytes = (await signed.visitor.get('/consent/copy/1')).body as Buffer
    const number = createHash('sha256').update(bytes).digest('hex')
    const sent = await upload(bytes)
    expect([sent.status, sent.headers.location]).toEqual([303, `/verify?number=${number}`])
    const pages = [
      await browser().get(`/verify?number=${number}`),
      await browser().get(`/verify?number=%20${number.toUpperCase().slice(0, 32)}%0A${number.slice(32)}`),
      await browser().get('/verify'),
      await browser().get(`/verify?number=${'0'.repeat(64)}`),
    ]
    expect(pages.map((page) => /Yes, we made this file|No, this is not a file/.exec(page.text)?.[0])).toEqual([
      'Yes, we made this file',
      'Yes, we made this file',
      undefined,
      'No, this is not a file',
    ])
    for (const { text, status, headers } of pages) {
      expect(text).not.toMatch(/Robin|Testerton|2014/)
      expect([status, headers['cache-control'], headers['x-robots-tag']]).toEqual([
        200,
        'no-store',
        'noindex, nofollow',
      ])
    }
    const wrong = await browser().get('/verify?number=%3Cb%3E12')
    expect([wrong.status, wordsOf(wrong).includes('A number of this kind has 64 signs')]).toEqual([400, true])
    expect(wrong.text).not.toContain('<b>12')
    expect((await upload()).status).toBe(400)
    expect((await upload(Buffer.alloc(5_100_000))).status).toBe(413)
    expect(
      (
        await supertest(served.app)
          .post('/verify')
          .set('Origin', 'https://elsewhere.example')
          .attach('file', bytes, 'copy.pdf')
      ).status,
    ).toBe(403)
  })

  test('a client may try sixty times in a quarter of an hour', async () => {
    for (let time = 0; time < 60; time += 1) await browser().get(`/verify?number=${'1'.repeat(64)}`)
    expect((await browser().get('/verify')).status).toBe(429)
  })
})

describe('the form on paper', () => {
  test('[CON-1, CON-3] the co-ordinator and committee print it in the words that are in force, with their number; nobody else does', async () => {
    const cookieOf = async (userId: string) => (await programme.signIn(userId)).cookie
    const open = async (userId: string | undefined, path = '/paper-form/consent') =>
      visitor(served, userId === undefined ? {} : { cookie: await cookieOf(userId) }).get(path)
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const [one, again, own] = [
      await open(coordinator),
      await open(coordinator),
      await open(coordinator, '/paper-form/consent?for=themselves'),
    ]
    expect([one.status, one.headers['content-type'], one.headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      'attachment; filename=consent-form.pdf',
    ])
    expect((one.body as Buffer).equals(again.body as Buffer)).toBe(true)
    expect((one.body as Buffer).equals(own.body as Buffer)).toBe(false)
    expect((await open((await aVolunteer(programme)).userId)).status).toBe(403)
    expect((await open(undefined)).headers.location).toMatch(/^\/sign-in/)

    const { wording } = await wordingInForce({ query: programme.query, reader: { themselves: false, language: null } })
    const { blocks, foot } = paperForm({
      wording,
      charityName: 'Kids on Track',
      accent: '#0b6b62',
      returnTo: ['The Invented Hall', '01632 960 100'],
      themselves: false,
      madeAt: programme.clock.now(),
    })
    const [points] = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
    expect(points).toEqual(wording.items.map(({ question, why }) => [`${question}\n${why}`, TICK_BOX, TICK_BOX]))
    const words = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text) : []))
    for (const line of [
      ...wording.whatWeDo.paragraphs,
      ...wording.safety.paragraphs,
      ...wording.privacy.paragraphs,
      wording.signature.responsibility,
      'Give it to the co-ordinator, or send it to:\nKids on Track\nThe Invented Hall\n01632 960 100',
    ])
      expect(words).toContain(line)
    const choices = blocks
      .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
      .filter((fact) => 'choices' in fact)
    expect(choices).toEqual([
      expect.objectContaining({
        term: 'Who you are to the child',
        choices: expect.arrayContaining(['Mother', 'Father']),
      }),
    ])
    expect(foot).toBe(`Consent form of Kids on Track, version 1.0, number ${wording.digest.slice(0, 12)}`)
  })
})
