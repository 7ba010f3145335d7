import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { systemClock } from '../../../src/core/clock/clock.ts'
import { cancelNotification } from '../../../src/core/notifications/cancelNotification.ts'
import { enqueueNotification } from '../../../src/core/notifications/enqueueNotification.ts'
import { RESCUE_NOTIFICATIONS } from '../../../src/core/notifications/rescueNotifications.ts'
import { resendNotification } from '../../../src/core/notifications/resendNotification.ts'
import { addJob } from '../../../src/core/jobs/addJob.ts'
import { databaseForFile, rowsOf, type TestDatabase } from '../../support/database.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtpSink.ts'
import { waitUntil } from '../../support/waitUntil.ts'
import { aMessage, openOutbox, type Outbox } from './outbox.ts'

let testDatabase: TestDatabase
let sink: SmtpSink
let outbox: Outbox

beforeAll(async () => {
  testDatabase = await databaseForFile()
  sink = await startSmtpSink()
})

afterAll(async () => {
  await sink.stop()
})

beforeEach(async () => {
  await rowsOf({ url: testDatabase.ownerUrl, statement: 'delete from notifications' })
  await rowsOf({ url: testDatabase.ownerUrl, statement: 'delete from graphile_worker._private_jobs' })
  sink.clear()
  await sink.setFault('none')
  outbox = openOutbox(testDatabase)
})

afterEach(async () => {
  await outbox.close()
})

const isIn = (id: string, state: string) => ({
  what: `the message to be ${state}`,
  holds: async () => (await outbox.read(id)).state === state,
})

test('a message is there if and only if its transaction commits', async () => {
  await expect(
    outbox.database.withTransaction(async (query) => {
      await enqueueNotification({
        query,
        now: systemClock.now(),
        notification: {
          message: aMessage,
          recipient: { kind: 'address', address: 'reader@example.org' },
          subject: { collection: 'session-logs', record: 'x' },
          dedupeKey: 'rolled-back',
        },
      })
      throw new Error('Something else went wrong.')
    }),
  ).rejects.toThrow('Something else went wrong.')
  expect(await outbox.countByState()).toEqual({})
  expect(await outbox.database.query('select 1 from graphile_worker._private_jobs')).toEqual([])

  const id = await outbox.enqueue()
  outbox.startSender({ smtpUrl: sink.url })
  await waitUntil(isIn(id, 'sent'))
  expect(sink.messages.map(({ messageId, from, to }) => ({ messageId, from, to }))).toEqual([
    { messageId: `<${id}@example.org>`, from: 'mentoring@example.org', to: ['reader1@example.org'] },
  ])
  const stored = await outbox.read(id)
  expect(stored).toMatchObject({ attempts: 1, last_problem: null, message_id: `<${id}@example.org>` })
  expect(stored.sent_at).not.toBeNull()
  await waitUntil({
    what: 'the job to be gone',
    holds: async () => (await outbox.database.query('select 1 from graphile_worker._private_jobs')).length === 0,
  })
})

test('the same key is sent once, however many ask for it at the same time', async () => {
  const notification = {
    message: aMessage,
    recipient: { kind: 'address', address: 'reader@example.org' },
    subject: { collection: 'session-logs', record: 'x' },
    dedupeKey: 'the-same',
  } as const
  const asked = await Promise.all(
    Array.from(
      { length: 20 },
      async () =>
        await outbox.database.withTransaction(
          async (query) => await enqueueNotification({ query, now: systemClock.now(), notification }),
        ),
    ),
  )
  expect(asked.filter(Boolean)).toHaveLength(1)
  outbox.startSender({ smtpUrl: sink.url })
  await sink.waitForMessages({ count: 1 })
  await waitUntil({ what: 'the message to be sent', holds: async () => (await outbox.countByState()).sent === 1 })
  expect(
    await enqueueNotification({ query: outbox.database.query, now: systemClock.now(), notification }),
  ).toBeUndefined()
  expect(sink.messages).toHaveLength(1)
})

test('neither the row nor the job holds more than ids and what the template may show', async () => {
  const id = await outbox.enqueue({ details: { startsAt: '2026-03-03T16:00:00Z' } })
  const [job] = await outbox.database.query('select payload from graphile_worker._private_jobs')
  expect(job).toEqual({ payload: { notificationId: id } })
})

test('a message that is not yet due waits', async () => {
  const id = await outbox.enqueue({ dueAt: new Date(systemClock.now().getTime() + 3_600_000) })
  outbox.startSender({ smtpUrl: sink.url })
  const later = await outbox.enqueue()
  await waitUntil(isIn(later, 'sent'))
  expect(await outbox.read(id)).toMatchObject({ state: 'waiting', attempts: 0 })
  await outbox.makeDue()
  await waitUntil(isIn(id, 'sent'))
})

test('a message can be taken back until it is sent, and its key stays taken', async () => {
  const dueAt = new Date(systemClock.now().getTime() + 3_600_000)
  const id = await outbox.enqueue({ dedupeKey: 'taken-back', dueAt })
  expect(
    await cancelNotification({ query: outbox.database.query, dedupeKey: 'taken-back', now: systemClock.now() }),
  ).toBe(true)
  const other = await outbox.enqueue()
  outbox.startSender({ smtpUrl: sink.url })
  await outbox.makeDue()
  await waitUntil(isIn(other, 'sent'))
  await waitUntil({
    what: 'both jobs to be gone',
    holds: async () => (await outbox.database.query('select 1 from graphile_worker._private_jobs')).length === 0,
  })
  expect((await outbox.read(id)).state).toBe('cancelled')
  expect(sink.messages).toHaveLength(1)
  expect(
    await cancelNotification({ query: outbox.database.query, dedupeKey: 'taken-back', now: systemClock.now() }),
  ).toBe(false)
})

test('a message that is no longer needed when its turn comes is not sent', async () => {
  const id = await outbox.enqueue()
  outbox.startSender({ smtpUrl: sink.url, source: { renderMessage: async () => undefined } })
  await waitUntil(isIn(id, 'cancelled'))
  expect(sink.messages).toHaveLength(0)
})

test.each(['a@example.org, b@example.org', 'a@example.org\r\nBcc: b@example.org', '"a b"@example.org', 'nobody', ''])(
  'one recipient a message: the address %j is refused at once, in words',
  async (address) => {
    const id = await outbox.enqueue({ recipient: { kind: 'address', address } })
    outbox.startSender({ smtpUrl: sink.url })
    await waitUntil(isIn(id, 'failed'))
    expect((await outbox.read(id)).last_problem).toMatch(/The address on record cannot be used/)
    expect(sink.messages).toHaveLength(0)
  },
)

test('who is not to be written to gets nothing, and the message says why', async () => {
  const id = await outbox.enqueue()
  outbox.startSender({
    smtpUrl: sink.url,
    source: { resolveRecipient: async () => ({ notBecause: 'They asked not to be written to.' }) },
  })
  await waitUntil(isIn(id, 'failed'))
  expect((await outbox.read(id)).last_problem).toBe('They asked not to be written to.')
  expect(sink.messages).toHaveLength(0)
})

test('a person without an address makes the message fail in words, and it can be sent again', async () => {
  const record: { address?: string } = {}
  const id = await outbox.enqueue()
  outbox.startSender({
    smtpUrl: sink.url,
    source: {
      resolveRecipient: async () =>
        record.address === undefined ? undefined : { address: record.address, name: 'Sam Sample' },
    },
  })
  await waitUntil(isIn(id, 'failed'))
  expect((await outbox.read(id)).last_problem).toBe(
    'There is no e-mail address on record for this person. Add one, then send the message again.',
  )

  record.address = 'sam@example.org'
  expect(await resendNotification({ query: outbox.database.query, id, now: systemClock.now() })).toBe(true)
  await waitUntil(isIn(id, 'sent'))
  expect(
    sink.messages.map(({ to, parsed }) => ({
      to,
      name: parsed.to && 'value' in parsed.to ? parsed.to.value[0]?.name : '',
    })),
  ).toEqual([{ to: ['sam@example.org'], name: 'Sam Sample' }])
  expect(await resendNotification({ query: outbox.database.query, id, now: systemClock.now() })).toBe(false)
})

test('a message that cannot be put together is tried again, and its reason is not shown to the committee', async () => {
  let works = false
  const id = await outbox.enqueue()
  outbox.startSender({
    smtpUrl: sink.url,
    source: {
      renderMessage: async () => {
        if (!works) throw new Error('canary: a stack nobody should read')
        return { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' }
      },
    },
  })
  await waitUntil({ what: 'a first try', holds: async () => (await outbox.read(id)).last_problem !== null })
  expect((await outbox.read(id)).last_problem).toBe(
    'The message could not be put together. The administrator finds the reason in the log.',
  )
  works = true
  await waitUntil({
    what: 'the message to be sent',
    holds: async () => {
      await outbox.makeDue()
      return (await outbox.read(id)).state === 'sent'
    },
  })
})

test('a calendar invitation and an attachment go with the message', async () => {
  const id = await outbox.enqueue()
  outbox.startSender({
    smtpUrl: sink.url,
    source: {
      renderMessage: async () => ({
        subject: 'Your copy\r\nBcc: everybody@example.org',
        html: '<p>Here it is.</p>',
        text: 'Here it is.',
        calendar: {
          method: 'REQUEST',
          content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
        },
        attachments: [
          { filename: 'copy.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 sample') },
        ],
      }),
    },
  })
  await waitUntil(isIn(id, 'sent'))
  const [message] = sink.messages
  expect(message?.raw).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(message?.parsed.attachments.map(({ filename }) => filename)).toContain('copy.pdf')
  expect(message?.parsed.subject).toBe('Your copy Bcc: everybody@example.org')
  expect(message?.parsed.headers.has('bcc')).toBe(false)
  expect(message?.parsed.headers.get('auto-submitted')).toBe('auto-generated')
})

test('at the last attempt the message fails, in words, and is not tried further', async () => {
  await sink.setFault('rcpt-4xx')
  const id = await outbox.enqueue()
  await outbox.database.query('update graphile_worker._private_jobs set attempts = max_attempts - 1')
  outbox.startSender({ smtpUrl: sink.url })
  await waitUntil(isIn(id, 'failed'))
  expect((await outbox.read(id)).last_problem).toMatch(
    /^The mail server asked us to come back later \(it said: 451 .*\)\. We tried for three days and have stopped; the message can be sent again\.$/,
  )
  await waitUntil({
    what: 'the job to be gone',
    holds: async () => (await outbox.database.query('select 1 from graphile_worker._private_jobs')).length === 0,
  })
})

test('a message that lost its job gets another one; one whose time is over is marked as failed', async () => {
  const [stranded, tooOld, fresh] = [await outbox.enqueue(), await outbox.enqueue(), await outbox.enqueue()]
  await outbox.database.query('delete from graphile_worker._private_jobs')
  const age = async (id: string, hours: number): Promise<unknown> =>
    await rowsOf({
      url: testDatabase.ownerUrl,
      statement: `update notifications set due_at = now() - $2 * interval '1 hour', updated_at = now() - $2 * interval '1 hour', state = 'sending' where id = $1`,
      values: [id, hours],
    })
  await age(stranded, 1)
  await age(tooOld, 73)
  outbox.startSender({ smtpUrl: sink.url })
  await addJob({
    query: outbox.database.query,
    job: { task: RESCUE_NOTIFICATIONS, payload: {}, key: 'rescue', maxAttempts: 1 },
  })
  await waitUntil(isIn(stranded, 'sent'))
  await waitUntil(isIn(tooOld, 'failed'))
  expect(sink.messages).toHaveLength(1)
  expect((await outbox.read(fresh)).state).toBe('waiting')
  expect((await outbox.read(tooOld)).last_problem).toMatch(/could not be sent within three days/)
})

test('no connection to the database is held while the mail server is waited for', async () => {
  await sink.setFault('hang')
  await outbox.enqueueMany(4)
  outbox.startSender({ smtpUrl: sink.url, patience: { greeting: 3_000, silence: 3_000, altogether: 5_000 } })
  await waitUntil({
    what: 'four messages in hand',
    holds: async () => (await outbox.countByState()).sending === 4 && sink.connectionCount() >= 4,
  })
  // The worker's own short questions come and go meanwhile; nobody's lasts as long as the mail server's silence.
  await waitUntil({
    what: 'a moment at which no connection is in use',
    holds: () => outbox.pool.totalCount === outbox.pool.idleCount,
    timeoutMilliseconds: 2_000,
  })
  expect((await outbox.countByState()).sending).toBe(4)
  const [busy] = await rowsOf<{ count: number }>({
    url: testDatabase.superuserUrl,
    statement: `select count(*)::int as count from pg_stat_activity where datname = $1 and state like 'idle in transaction%'`,
    values: [testDatabase.name],
  })
  expect(busy?.count).toBe(0)
})
