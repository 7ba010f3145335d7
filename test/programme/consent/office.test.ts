// What the office sees and keeps of consent beside the answers: what became of an email, and scans of paper forms.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pino from 'pino'
import { renderToStaticMarkup } from 'react-dom/server'
import supertest from 'supertest'
import { DeliveryCell } from '../../../src/admin/consent/DeliveryCell.tsx'
import { OtherWaysToAsk } from '../../../src/admin/consent/OtherWaysToAsk.tsx'
import { messageSource } from '../../../src/boot/messageSource.ts'
import { deliverNotification } from '../../../src/core/notifications/deliverNotification.ts'
import { EVENT_SECONDS, eventSignature } from '../../../src/core/notifications/mailEvents.ts'
import { createMailer } from '../../../src/core/notifications/mailer.ts'
import { returnPaths } from '../../../src/core/notifications/returnPaths.ts'
import { deliveryOf } from '../../../src/programme/consent/asking/delivery.ts'
import { consentRequestsWaiting } from '../../../src/programme/consent/queues.ts'
import { remindOfConsent } from '../../../src/programme/consent/asking/reminders.ts'
import { consentRequestWorkflow } from '../../../src/programme/consent/asking/workflow.ts'
import { isMentored } from '../../../src/programme/matching/tellOfConsent.ts'
import { actingIn } from '../../support/acting.ts'
import { servedApp } from '../../support/app.ts'
import { aPdf, aPicture } from '../../support/broughtFiles.ts'
import { anAskedParent, tokenOf, type AskedParent } from '../../support/consent.ts'
import { aChild, aPerson, aVolunteer } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { statementsDuring } from '../../support/statements.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtpSink.ts'
import { wordsOf } from '../../support/visitor.ts'

const KEY = 'a key with which only the tests sign events'
const DOMAIN = 'returned.sample.invalid'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let sink: SmtpSink
beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme, variables: { MAIL_RETURN_DOMAIN: DOMAIN, MAIL_EVENTS_KEY: KEY } })
  sink = await startSmtpSink()
})
afterAll(async () => {
  await served.server.stop({ graceMilliseconds: 500 })
  await sink.stop()
})
beforeEach(async () => {
  programme.clock.set('2026-03-03T12:00:00Z')
  await programme.query('delete from rate_limits')
})
const { act, create, workAs } = actingIn(() => programme)

/** Sends, over real SMTP, what waits for a parent, and gives the return path of the last message. */
const sendWaiting = async ({ child }: AskedParent): Promise<string> => {
  const { payload, clock } = programme
  const returned = returnPaths({ key: served.environment.linkSecret, domain: DOMAIN })
  const deliver = deliverNotification({
    mailer: createMailer({ smtpUrl: sink.url, mailFrom: 'Kids on Track <mentoring@sample.invalid>', returned }),
    source: messageSource({ payload, publicUrl: served.publicUrl }),
    logger: pino({ level: 'silent' }),
  })
  const waiting = await programme.query<{ id: string }>(
    "select id from notifications where recipient_guardian_id = $1 and state = 'waiting' order by created_at",
    [child.guardianId],
  )
  for (const { id } of waiting)
    await deliver({
      payload: { notificationId: id },
      database: { query: programme.query },
      clock,
      attempt: { number: 1, isLast: false },
    } as unknown as Parameters<typeof deliver>[0])
  return sink.messages.at(-1)?.from ?? ''
}

const tell = async (
  event: Record<string, unknown> | string,
  { key = KEY, at = programme.clock.now(), signature }: { key?: string; at?: Date; signature?: string } = {},
) => {
  const body = typeof event === 'string' ? event : JSON.stringify(event)
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const response = await fetch(`${served.publicUrl}/api/mail-events`, {
    method: 'POST',
    body,
    headers: {
      'X-Mail-Timestamp': timestamp,
      'X-Mail-Signature': signature ?? eventSignature({ key, timestamp, body: Buffer.from(body) }),
    },
  })
  return { status: response.status, text: await response.text() }
}

const rowOf = async (parent: AskedParent) =>
  (await consentRequestsWaiting({ work: await workAs(parent.coordinator), limit: 50 })).find(
    ({ id }) => id === parent.requestId,
  )

describe('what became of an email', () => {
  test('a request shows sent, then delivered, then that it came back: at once, first in the queue; with the address put right it goes out again', async () => {
    const parent = await anAskedParent(programme)
    const other = await anAskedParent(programme, { coordinator: parent.coordinator })
    expect(await rowOf(parent)).toMatchObject({ delivery: 'waiting' })
    const returnPath = await sendWaiting(parent)
    expect(returnPath).toMatch(/^returned\+[0-9a-f]{32}-[0-9a-f]{20}@returned\.sample\.invalid$/)
    expect(returnPath.split('@')[0]?.length).toBeLessThanOrEqual(64)
    expect(sink.messages.at(-1)?.parsed.from?.text).toContain('mentoring@sample.invalid')
    expect(await rowOf(parent)).toMatchObject({ delivery: 'sent' })
    expect((await tell({ event: 'delivered', returnPath })).status).toBe(204)
    expect(await deliveryOf({ work: await workAs(parent.coordinator), requestId: parent.requestId })).toMatchObject({
      state: 'delivered',
    })
    // Mail servers may change the letters' case, and quote the whole message.
    const secret = `${served.publicUrl}/consent/${parent.token}`
    expect(
      (
        await tell({
          event: 'bounced',
          returnPath: `<${returnPath.toUpperCase()}>`,
          reason: `550 5.1.1 no such mailbox; ${secret} ${parent.token}`,
        })
      ).status,
    ).toBe(204)
    programme.clock.advance({ seconds: 1 })
    expect((await tell({ event: 'delivered', returnPath })).status).toBe(204)
    const rows = await consentRequestsWaiting({ work: await workAs(parent.coordinator), limit: 50 })
    expect(rows[0]).toMatchObject({
      id: parent.requestId,
      delivery: 'bounced',
      guardianId: parent.child.guardianId,
      childId: parent.child.id,
    })
    expect(rows.find(({ id }) => id === other.requestId)).toMatchObject({ delivery: 'waiting' })
    const [stored] = await programme.query<{ words: string; all: string }>(
      'select last_problem as words, to_jsonb(n)::text as all from notifications n where recipient_guardian_id = $1',
      [parent.child.guardianId],
    )
    expect(stored?.words).toContain('(it said: 550 5.1.1 no such mailbox; … …)')
    expect(stored?.all).not.toContain(parent.token)
    expect(JSON.stringify(rows)).not.toContain(parent.token)
    expect(served.logged()).not.toContain(parent.token)

    // The table of requests says the same, however long it is, in one statement for all rows.
    const cookie = (await programme.signIn(parent.coordinator)).cookie
    const listed = async (limit: number) =>
      (await (
        await fetch(`${served.publicUrl}/api/consent-requests?depth=0&sort=-createdAt&limit=${limit}`, {
          headers: { cookie },
        })
      ).json()) as { docs: Array<{ id: string; delivery: { state: string; at: string } | null }> }
    expect((await listed(2)).docs.map(({ id, delivery }) => [id, delivery?.state])).toEqual([
      [other.requestId, 'waiting'],
      [parent.requestId, 'bounced'],
    ])
    const statements = async (limit: number) =>
      (await statementsDuring({ payload: programme.payload, work: () => listed(limit) })).length
    expect(await statements(2)).toBe(await statements(1))
    const drawn = renderToStaticMarkup(DeliveryCell({ rowData: (await listed(2)).docs[1] ?? {} }))
    expect(drawn).toContain('<strong>Came back</strong><br/><span>3 March 2026, 12:00</span>')
    expect(renderToStaticMarkup(DeliveryCell({ rowData: { delivery: null } }))).toContain('No email')
    // Where there is a number, and ringing is allowed, it is one tap away.
    await programme.query("update guardians set mobile = '07700 900123' where id = $1", [parent.child.guardianId])
    expect(await rowOf(parent)).toMatchObject({ mobile: '07700 900123' })
    expect(renderToStaticMarkup(OtherWaysToAsk({ childId: 'c', guardianId: 'g', mobile: '07700 900123' }))).toContain(
      'href="tel:07700900123"',
    )
    await programme.query("update guardians set contact_rule = 'writing' where id = $1", [parent.child.guardianId])
    expect(await rowOf(parent)).toMatchObject({ mobile: null })
    expect(await deliveryOf({ work: await workAs(parent.coordinator), requestId: parent.requestId })).toMatchObject({
      state: 'bounced',
      mobile: null,
    })
    await programme.query("update guardians set contact_rule = 'usual' where id = $1", [parent.child.guardianId])

    // Nobody is chased where no email arrives.
    programme.clock.set('2026-03-07T12:00:00Z')
    const messages = async () =>
      (await programme.query('select 1 from notifications where recipient_guardian_id = $1', [parent.child.guardianId]))
        .length
    await remindOfConsent({ work: await programme.workOf({ kind: 'system', reason: 'a test' }), among: isMentored })
    expect(await messages()).toBe(1)
    await expect(
      act({
        by: parent.coordinator,
        workflow: consentRequestWorkflow,
        id: parent.requestId,
        action: 'correctAddress',
        input: { email: 'not an address' },
      }),
    ).rejects.toMatchObject({ status: 400 })
    await act({
      by: parent.coordinator,
      workflow: consentRequestWorkflow,
      id: parent.requestId,
      action: 'correctAddress',
      input: { email: 'alex.right@example.invalid' },
    })
    expect(await rowOf(parent)).toMatchObject({ delivery: 'waiting' })
    expect(await tokenOf(programme, parent.requestId)).not.toBe(parent.token)
    await sendWaiting(parent)
    expect(sink.messages.at(-1)?.to).toEqual(['alex.right@example.invalid'])
    expect(
      await programme.query(
        "select count(*)::int as n from audit_events where record_collection = 'guardians' and record_id = $1 and action = 'change'",
        [parent.child.guardianId],
      ),
    ).toEqual([{ n: 1 }])
  })

  test('an event counts once and only when it is signed now, over its whole body, with the key; a refused one changes nothing', async () => {
    const parent = await anAskedParent(programme)
    const returnPath = await sendWaiting(parent)
    const event = { event: 'bounced', returnPath }
    const old = new Date(programme.clock.now().getTime() - (EVENT_SECONDS + 1) * 1000)
    const ahead = new Date(programme.clock.now().getTime() + (EVENT_SECONDS + 1) * 1000)
    const other = eventSignature({
      key: KEY,
      timestamp: String(programme.clock.now().getTime() / 1000),
      body: Buffer.from('{}'),
    })
    for (const [how, attempt] of [
      ['another key', tell(event, { key: 'another key' })],
      ['too old', tell(event, { at: old })],
      ['ahead of time', tell(event, { at: ahead })],
      ['the signature of another body', tell(event, { signature: other })],
      ['no signature', tell(event, { signature: '' })],
    ] as const)
      expect([how, (await attempt).status]).toEqual([how, 401])
    expect((await tell('not JSON')).status).toBe(400)
    expect((await tell({ event: 'opened', returnPath })).status).toBe(400)
    expect((await tell({ ...event, more: 'x' })).status).toBe(400)
    expect((await tell({ ...event, reason: 'x'.repeat(9_000) })).status).toBe(413)
    const forged = returnPath.replace(/-[0-9a-f]{20}@/, '-00000000000000000000@')
    expect((await tell({ event: 'bounced', returnPath: forged })).status).toBe(404)
    expect((await tell({ event: 'bounced', returnPath: returnPath.replace(DOMAIN, 'elsewhere.invalid') })).status).toBe(
      404,
    )
    expect(await rowOf(parent)).toMatchObject({ delivery: 'sent' })
    const sentTogether = await Promise.all([1, 2, 3, 4, 5].map(() => tell(event)))
    expect(sentTogether.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409, 409])
    expect(await rowOf(parent)).toMatchObject({ delivery: 'bounced' })
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await fetch(`${served.publicUrl}/api/mail-events`, { method })).status).toBeGreaterThanOrEqual(400)
  })

  test('an address that the server refuses outright counts as come back; without a key nobody is listened to', async () => {
    const parent = await anAskedParent(programme)
    await sink.setFault('rcpt-5xx')
    await sendWaiting(parent)
    await sink.setFault('none')
    expect(await rowOf(parent)).toMatchObject({ delivery: 'bounced' })
    const deaf = await servedApp({ programme })
    try {
      expect((await fetch(`${deaf.publicUrl}/api/mail-events`, { method: 'POST', body: '{}' })).status).not.toBe(204)
    } finally {
      await deaf.server.stop({ graceMilliseconds: 500 })
    }
  })
})

describe('[CON-1] scans of a paper form (consent 20)', () => {
  const PDF = aPdf()
  let PNG: Buffer
  let JPEG: Buffer
  beforeAll(async () => {
    PNG = await aPicture('png')
    JPEG = await aPicture('jpeg')
  })
  const aCapture = async (
    by: string,
    method: 'paper' | 'telephone' = 'paper',
  ): Promise<{ id: string; childId: string }> => {
    const child = await aChild(programme)
    const capture = await create({
      by,
      collection: 'consent-captures',
      fields: {
        child: child.id,
        guardian: child.guardianId,
        method,
        decidedOn: '2026-03-02',
        signedName: 'Alex Testerton',
        signedRelationship: 'Mother',
        saysResponsible: true,
        takingPart: 'yes',
        meetings: 'yes',
      },
    })
    return { id: capture.id, childId: child.id }
  }
  const visit = async (userId: string) => (await programme.signIn(userId)).cookie
  const upload = async ({
    by,
    capture,
    bytes,
    name = 'form.pdf',
  }: {
    by: string
    capture: string
    bytes: Buffer
    name?: string
  }) =>
    supertest(served.app)
      .post(`/consent-scans/${capture}`)
      .set('Cookie', await visit(by))
      .set('Origin', served.publicUrl)
      .attach('scan', bytes, name)
  const get = async (by: string, path: string) =>
    supertest(served.app)
      .get(path)
      .set('Cookie', await visit(by))
      .buffer(true)
  const scansOf = (capture: string) =>
    programme.query<{ id: string; kind: string; digest: string; by: string }>(
      'select id, media_type as kind, digest, added_by as by from consent_scans where capture_id = $1 order by added_at, media_type',
      [capture],
    )

  test('PDF, JPEG and PNG are told by their own bytes, kept for good with their number, given back safely, a PDF untouched, and each read is recorded', async () => {
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const capture = await aCapture(coordinator)
    const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    for (const [bytes, name] of [
      [PDF, 'form.exe'],
      [PNG, 'form.txt'],
      [JPEG, 'x'],
      [PDF, 'again.pdf'],
    ] as const)
      expect((await upload({ by: coordinator, capture: capture.id, bytes, name })).headers.location).toBe(
        `/consent-scans/${capture.id}`,
      )
    const scans = await scansOf(capture.id)
    expect(scans.map(({ kind, by }) => `${kind} ${by}`).sort()).toEqual(
      ['application/pdf', 'image/jpeg', 'image/png'].map((kind) => `${kind} ${coordinator}`),
    )
    for (const { id, digest } of scans)
      expect(digestOf((await get(coordinator, `/consent-scans/${capture.id}/${id}`)).body as Buffer)).toBe(digest)
    const page = await get(coordinator, `/consent-scans/${capture.id}`)
    expect(wordsOf(page)).toContain('Scans of the paper form')
    const pdf = scans.find(({ kind }) => kind === 'application/pdf')
    const file = await get(coordinator, `/consent-scans/${capture.id}/${pdf?.id ?? ''}`)
    expect([file.status, Buffer.from(file.body as Buffer).equals(PDF)]).toEqual([200, true])
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="consent-form-[0-9a-f]{8}\.pdf"$/)
    expect(file.headers['content-security-policy']).toBe("default-src 'none'; sandbox; frame-ancestors 'none'")
    const reads = await programme.query<{ collection: string }>(
      "select record_collection as collection from audit_events where action = 'read' and record_id in ($1, $2) and actor_id = $3",
      [capture.id, capture.childId, coordinator],
    )
    expect(reads.map(({ collection }) => collection)).toEqual(expect.arrayContaining(['consent-captures', 'children']))
    expect(
      await programme.query(
        "select count(*)::int as n from audit_events where action = 'add-scan' and record_id = $1",
        [capture.id],
      ),
    ).toEqual([{ n: 3 }])
    for (const statement of [
      "update consent_scans set bytes = ''",
      'delete from consent_scans',
      'truncate consent_scans',
    ])
      await expect(programme.query(statement)).rejects.toThrow(/permission denied|cannot be changed/)
  })

  test('nothing else is taken: no other kind whatever its name, nothing too large, no sixth, none of a telephone call; and nobody else reads or adds one', async () => {
    const coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
    const capture = await aCapture(coordinator)
    for (const bytes of [
      await aPicture('webp'),
      await aPicture('tiff'),
      Buffer.from('<html><script>alert(1)</script>'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('GIF89a'),
      Buffer.from(' %PDF-1.7'),
      Buffer.from('\0\0\0\x24ftypheic\0\0\0\0mif1heic', 'latin1'),
    ]) {
      const refused = await upload({ by: coordinator, capture: capture.id, bytes })
      expect([refused.status, wordsOf(refused)]).toEqual([
        409,
        expect.stringMatching(/This file is no PDF, JPEG or PNG|This is a .*Save it as JPEG/),
      ])
    }
    const ofAPhone = Buffer.from('\0\0\0\x24ftypheic\0\0\0\0mif1heic', 'latin1')
    for (const [bytes, says] of [
      [ofAPhone, /This is a photograph of an iPhone \(HEIC\).*Save it as JPEG.*“Most Compatible”/],
      [Buffer.concat([ofAPhone, Buffer.alloc(9_000_000)]), /This is a photograph of an iPhone \(HEIC\)/],
      [await aPicture('webp'), /This is a picture \(WebP\).*Save it as JPEG/],
    ] as const) {
      const words = wordsOf(await upload({ by: coordinator, capture: capture.id, bytes }))
      expect([says.test(words), words]).toEqual([true, expect.not.stringMatching(/other sheets|larger than/)])
    }
    expect((await upload({ by: coordinator, capture: capture.id, bytes: Buffer.alloc(0) })).status).toBe(400)
    const large = await upload({
      by: coordinator,
      capture: capture.id,
      bytes: Buffer.concat([PDF, Buffer.alloc(8_000_000)]),
    })
    expect([409, 413]).toContain(large.status)
    expect(await scansOf(capture.id)).toEqual([])
    const call = await aCapture(coordinator, 'telephone')
    expect((await upload({ by: coordinator, capture: call.id, bytes: PDF })).status).toBe(409)
    const others = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6].map(() => aPerson({ ...programme, roles: ['co-ordinator'] })),
    )
    await Promise.all(
      others.map((by, number) => upload({ by, capture: capture.id, bytes: aPdf({ words: `Form ${number}` }) })),
    )
    expect(await scansOf(capture.id)).toHaveLength(5)

    const [scan] = await scansOf(capture.id)
    const strangers = [
      await aPerson({ ...programme, roles: ['trustee'] }),
      await aPerson({ ...programme, roles: ['administrator'] }),
      (await aVolunteer(programme)).userId,
    ]
    for (const by of strangers) {
      for (const path of [`/consent-scans/${capture.id}`, `/consent-scans/${capture.id}/${scan?.id ?? ''}`])
        expect((await get(by, path)).status).toBe(403)
      expect((await upload({ by, capture: capture.id, bytes: JPEG })).status).toBe(403)
    }
    expect((await supertest(served.app).get(`/consent-scans/${capture.id}/${scan?.id ?? ''}`)).status).toBe(303)
    for (const path of [
      '/consent-scans/none',
      `/consent-scans/${capture.id}/none`,
      `/consent-scans/${call.id}/${scan?.id ?? ''}`,
    ])
      expect((await get(coordinator, path)).status).toBe(404)
  })
})
