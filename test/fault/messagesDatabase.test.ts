import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { startFaultProxy } from '../support/faultProxy.ts'
import { keepKillingBackends, restartImmediately, startOwnCluster, type OwnCluster } from '../support/postgresFaults.ts'
import { startProcess } from '../support/process.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtpSink.ts'
import { waitUntil } from '../support/waitUntil.ts'
import { openOutbox, type Outbox } from '../core/notifications/outbox.ts'

let own: OwnCluster
let sink: SmtpSink
let outbox: Outbox

beforeAll(async () => {
  own = await startOwnCluster()
})

afterAll(async () => {
  await own.dispose()
})

beforeEach(async () => {
  sink = await startSmtpSink()
  outbox = openOutbox(own)
  await outbox.database.query('delete from graphile_worker._private_jobs')
})

afterEach(async () => {
  await outbox.close()
  await sink.stop()
})

const untilSent = async (ids: readonly string[]): Promise<void> => {
  await waitUntil({
    what: 'all messages to be sent',
    holds: async () => {
      await outbox.makeDue()
      const [row] = await outbox.database.query<{ sent: number }>(
        `select count(*)::int as sent from notifications where id = any($1::uuid[]) and state = 'sent'`,
        [ids],
      )
      return row?.sent === ids.length
    },
    timeoutMilliseconds: 90_000,
    everyMilliseconds: 200,
  })
}

const arrivals = (): number[] => [...sink.countsByMessageId().values()]

test('PostgreSQL falls and rises again in the middle of 100 messages: none is lost, none arrives twice', async () => {
  const ids = await outbox.enqueueMany(100)
  const worker = outbox.startSender({ smtpUrl: sink.url })
  await sink.waitForMessages({ count: 15, timeoutMilliseconds: 30_000 })
  await restartImmediately(own.cluster)
  await waitUntil({
    what: 'the worker to work again',
    holds: () => worker.health().working,
    timeoutMilliseconds: 30_000,
  })
  await untilSent(ids)
  expect(arrivals()).toHaveLength(100)
  expect(arrivals().every((count) => count === 1)).toBe(true)
})

test('connections that are killed again and again lose nothing and repeat nothing', async () => {
  const ids = await outbox.enqueueMany(100)
  outbox.startSender({ smtpUrl: sink.url })
  await sink.waitForMessages({ count: 5, timeoutMilliseconds: 30_000 })
  const killing = keepKillingBackends({ superuserUrl: own.superuserUrl, everyMilliseconds: 400 })
  await pause(6_000)
  expect(await killing.stop()).toBeGreaterThan(5)
  await untilSent(ids)
  expect(arrivals()).toHaveLength(100)
  expect(arrivals().every((count) => count === 1)).toBe(true)
})

test('a worker outlives PostgreSQL: it neither ends nor lets go of the message it is sending', async () => {
  await sink.setFault('hang')
  const worker = await startProcess({
    script: 'test/fault/messagesWorker.ts',
    environment: { OUTBOX_DATABASE: own.applicationUrl, OUTBOX_SMTP: sink.url },
    readyWhen: { line: /working/ },
  })
  const id = await outbox.enqueue()
  await waitUntil({
    what: 'the message to be in hand',
    holds: async () => (await outbox.read(id)).state === 'sending' && sink.connectionCount() > 0,
  })
  await own.cluster.stop('immediate')
  await pause(4_000)
  expect(worker.isRunning()).toBe(true)
  await own.cluster.start()
  outbox.startSender({ smtpUrl: sink.url, sweepSeconds: 2 })
  await pause(8_000)
  // Its lock is back in time: nobody else took the message from it.
  expect(sink.connectionCount()).toBe(1)
  expect(await outbox.read(id)).toMatchObject({ state: 'sending', attempts: 1 })
  await worker.kill()
  await sink.setFault('none')
  await untilSent([id])
  expect(arrivals()).toEqual([1])
})

test('a database that cannot be reached at the start is waited for', async () => {
  const proxy = await startFaultProxy({ targetPort: own.cluster.port() })
  proxy.setMode('refuse')
  const throughProxy = openOutbox({ applicationUrl: proxy.through(own.applicationUrl) })
  const worker = throughProxy.startSender({ smtpUrl: sink.url })
  const id = await outbox.enqueue()
  await pause(1_500)
  expect(worker.health()).toEqual({ working: false, heardAt: undefined })
  proxy.setMode('pass')
  await untilSent([id])
  expect(worker.health().working).toBe(true)
  await throughProxy.close()
  await proxy.stop()
})
