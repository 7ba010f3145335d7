import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { databaseForFile, rowsOf, type TestDatabase } from '../support/database.ts'
import { startProcess, type RunningProcess } from '../support/process.ts'
import { startSmtpSink, type SmtpFault, type SmtpSink } from '../support/smtpSink.ts'
import { waitUntil } from '../support/waitUntil.ts'
import { openOutbox, shortPatience, type Outbox } from '../core/notifications/outbox.ts'

let testDatabase: TestDatabase
let sink: SmtpSink
let outbox: Outbox

beforeAll(async () => {
  testDatabase = await databaseForFile()
})

beforeEach(async () => {
  await rowsOf({ url: testDatabase.ownerUrl, statement: 'delete from notifications' })
  await rowsOf({ url: testDatabase.ownerUrl, statement: 'delete from graphile_worker._private_jobs' })
  sink = await startSmtpSink()
  outbox = openOutbox(testDatabase)
})

afterEach(async () => {
  await outbox.close()
  await sink.stop()
})

/** Lets everything be tried again until all is sent. */
const untilAllSent = async ({
  count,
  timeoutMilliseconds = 60_000,
}: {
  count: number
  timeoutMilliseconds?: number
}): Promise<void> => {
  let seen: Record<string, number> = {}
  await waitUntil({
    what: () => `${count} messages to be sent; they are ${JSON.stringify(seen)}`,
    holds: async () => {
      await outbox.makeDue()
      seen = await outbox.countByState()
      return seen.sent === count
    },
    timeoutMilliseconds,
    everyMilliseconds: 100,
  })
}

const arrivals = (): number[] => [...sink.countsByMessageId().values()]

const workerProcess = async (): Promise<RunningProcess> =>
  await startProcess({
    script: 'test/fault/messagesWorker.ts',
    environment: { OUTBOX_DATABASE: testDatabase.applicationUrl, OUTBOX_SMTP: sink.url },
    readyWhen: { line: /working/ },
  })

describe.each<{ fault: SmtpFault; problem: RegExp }>([
  { fault: 'refuse', problem: /could not be reached/ },
  { fault: 'rcpt-4xx', problem: /come back later \(it said: 451/ },
  { fault: 'data-4xx', problem: /come back later \(it said: 452/ },
  { fault: 'hang', problem: /did not answer in time/ },
  { fault: 'hang-after-data', problem: /did not answer in time/ },
  { fault: 'drop-in-data', problem: /could not be reached, or cut the connection/ },
])('while the mail server does this: $fault', ({ fault, problem }) => {
  test('messages wait, say why, and arrive once when it is over', async () => {
    await sink.setFault(fault)
    const ids = await outbox.enqueueMany(5)
    outbox.startSender({ smtpUrl: sink.url, patience: shortPatience })
    for (const id of ids) {
      await waitUntil({
        what: 'each message to have been tried and put back',
        holds: async () => {
          const { state, last_problem: words } = await outbox.read(id)
          return state === 'waiting' && problem.test(String(words))
        },
      })
    }
    expect(sink.messages).toHaveLength(0)
    await outbox.makeDue()
    await sink.setFault('none')
    await untilAllSent({ count: 5 })
    expect(arrivals()).toEqual([1, 1, 1, 1, 1])
    const rows = await Promise.all(ids.map(outbox.read))
    expect(rows.every(({ attempts, last_problem: words }) => attempts >= 2 && words === null)).toBe(true)
  })
})

test('an address that the server does not know fails at once, in words, and is never tried again', async () => {
  await sink.setFault('rcpt-5xx')
  const id = await outbox.enqueue()
  outbox.startSender({ smtpUrl: sink.url })
  await waitUntil({ what: 'the message to fail', holds: async () => (await outbox.read(id)).state === 'failed' })
  expect(await outbox.read(id)).toMatchObject({
    attempts: 1,
    last_problem: expect.stringContaining("Check the address on the person's record, then send the message again."),
  })
  await waitUntil({
    what: 'the job to be gone',
    holds: async () => (await outbox.database.query('select 1 from graphile_worker._private_jobs')).length === 0,
  })
  expect(sink.messages).toHaveLength(0)
})

test('a server that keeps a message and is cut off before it can say so gets it again, under the same Message-ID only', async () => {
  await sink.setFault('accept-then-drop')
  const id = await outbox.enqueue()
  outbox.startSender({ smtpUrl: sink.url })
  await waitUntil({ what: 'a first try', holds: async () => (await outbox.read(id)).last_problem !== null })
  await sink.setFault('none')
  await untilAllSent({ count: 1 })
  expect([...sink.countsByMessageId()]).toEqual([[`<${id}@example.org>`, 2]])
})

test('a worker killed in the middle of sending loses nothing: another one sends it, once, within a minute', async () => {
  await sink.setFault('hang-after-data')
  const doomed = await workerProcess()
  const ids = await outbox.enqueueMany(3)
  await waitUntil({
    what: 'all to be in hand',
    holds: async () => (await outbox.countByState()).sending === 3 && sink.connectionCount() >= 3,
  })
  await doomed.kill()
  await sink.setFault('none')
  expect(await outbox.countByState()).toEqual({ sending: 3 })

  const killedAt = performance.now()
  outbox.startSender({ smtpUrl: sink.url, sweepSeconds: 15 })
  await waitUntil({
    what: 'all to be sent by another worker',
    holds: async () => (await outbox.countByState()).sent === 3,
    timeoutMilliseconds: 60_000,
  })
  expect(performance.now() - killedAt).toBeLessThan(60_000)
  expect([...sink.countsByMessageId()].sort()).toEqual(ids.map((id) => [`<${id}@example.org>`, 1]).sort())
})

test('two workers in two processes and one here share 200 messages: each arrives once', async () => {
  const others = await Promise.all([workerProcess(), workerProcess()])
  outbox.startSender({ smtpUrl: sink.url })
  await outbox.enqueueMany(200)
  await untilAllSent({ count: 200 })
  expect(arrivals()).toHaveLength(200)
  expect(arrivals().every((count) => count === 1)).toBe(true)
  await Promise.all(others.map(async (worker) => await worker.stop()))
})

test('of three workers two are killed one after the other while 200 messages go out: none is lost, and only those in hand may repeat', async () => {
  const doomed = [await workerProcess(), await workerProcess()]
  await outbox.enqueueMany(200)
  outbox.startSender({ smtpUrl: sink.url, concurrency: 1 })
  const inHand: number[] = []
  for (const worker of doomed) {
    const already = sink.messages.length
    await sink.waitForMessages({ count: already + 20, timeoutMilliseconds: 30_000 })
    await worker.kill()
    inHand.push((await outbox.countByState()).sending ?? 0)
  }
  await untilAllSent({ count: 200 })
  expect(arrivals()).toHaveLength(200)
  // What the server had taken and the dead worker had not yet noted is the one case in which nobody can know.
  const repeated = arrivals().filter((count) => count > 1).length
  expect(repeated).toBeLessThanOrEqual(inHand.reduce((sum, count) => sum + count, 0))
  expect(Math.max(...arrivals())).toBeLessThanOrEqual(2)
})

test('a server that hangs costs only its own message its time: patience has an end', async () => {
  await sink.setFault('hang')
  const id = await outbox.enqueue()
  const startedAt = performance.now()
  outbox.startSender({ smtpUrl: sink.url, patience: shortPatience })
  await waitUntil({
    what: 'the message to be put back',
    holds: async () => (await outbox.read(id)).last_problem !== null,
  })
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})

afterAll(async () => {
  await rowsOf({ url: testDatabase.ownerUrl, statement: 'delete from graphile_worker._private_jobs' })
})
