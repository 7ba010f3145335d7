// The copy of what a parent answered, when it cannot be made or its worker dies: the answer stands, and the copy's mail
// arrives once.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startProgrammeWorker } from '../../src/boot/work.ts'
import { createLogger } from '../../src/core/http/logger.ts'
import type { JobWorker } from '../../src/core/jobs/startWorker.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { anAskedParent, parentBrowser, type AskedParent } from '../support/consent.ts'
import { rowsOf } from '../support/database.ts'
import { startProcess } from '../support/process.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { startSmtpSink, type SmtpSink } from '../support/smtpSink.ts'
import { waitUntil } from '../support/waitUntil.ts'

let programme: TestProgramme
let served: TestApp
let sink: SmtpSink
const workers: JobWorker[] = []
beforeAll(async () => {
  programme = await testProgramme()
  served = testApp({ programme })
  sink = await startSmtpSink()
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop({ withinSeconds: 2 })))
  await sink.stop()
})
beforeEach(async () => {
  await programme.query('delete from rate_limits')
})

const startWorkerHere = (): void => {
  workers.push(
    startProgrammeWorker({
      payload: programme.payload,
      environment: { ...served.environment, smtpUrl: sink.url },
      logger: createLogger({ level: 'fatal' }),
      clock: programme.clock,
    }),
  )
}
const signedParent = async (): Promise<AskedParent> => {
  const parent = await anAskedParent(programme)
  const visitor = parentBrowser(served)
  await visitor.arrive(parent.token)
  expect((await visitor.post('/consent', await visitor.signing())).headers.location).toBe('/consent?done=signed')
  return parent
}
const copyMail = async ({ requestId }: AskedParent) =>
  (
    await programme.query<{ id: string; state: string; problem: string | null }>(
      "select id, state::text as state, last_problem as problem from notifications where subject_record = $1 and template = 'consent-copy'",
      [requestId],
    )
  )[0]
const filesOf = async ({ requestId }: AskedParent): Promise<number> =>
  (
    await programme.query(
      'select 1 from consent_copy_files f join consent_copies k on k.id = f.copy_id where k.request_id = $1',
      [requestId],
    )
  ).length
const answersOf = async ({ child }: AskedParent): Promise<number> =>
  (await programme.query("select 1 from consents where child_id = $1 and answer = 'yes'", [child.id])).length
const makeDue = () =>
  rowsOf({
    url: programme.database.ownerUrl,
    statement: 'update graphile_worker._private_jobs set run_at = now() where run_at > now()',
  })
const arrivalsOf = (id: string | undefined): number =>
  [...sink.countsByMessageId()]
    .filter(([messageId]) => id !== undefined && messageId.includes(id))
    .reduce((sum, [, times]) => sum + times, 0)

test('[CON-1, CON-7] a worker killed between the answer and its mail: the consent stands, another worker sends the copy, once (consent 19)', async () => {
  await sink.setFault('hang-after-data')
  const doomed = await startProcess({
    script: 'test/fault/consentWorker.ts',
    environment: { DATABASE_URL: programme.database.applicationUrl, SMTP_URL: sink.url },
    readyWhen: { line: /working/ },
  })
  const parent = await signedParent()
  await waitUntil({
    what: 'the mail to be in hand',
    holds: async () => (await copyMail(parent))?.state === 'sending',
    timeoutMilliseconds: 60_000,
  })
  await doomed.kill()
  await sink.setFault('none')
  expect([await answersOf(parent), (await copyMail(parent))?.state, arrivalsOf((await copyMail(parent))?.id)]).toEqual([
    8,
    'sending',
    0,
  ])
  startWorkerHere()
  await waitUntil({
    what: 'the copy to be sent by another worker',
    holds: async () => (await copyMail(parent))?.state === 'sent',
    timeoutMilliseconds: 120_000,
  })
  expect([arrivalsOf((await copyMail(parent))?.id), await filesOf(parent)]).toEqual([1, 1])
}, 240_000)

test('[CON-1, CON-7] a copy that cannot be made: the consent stands, the mail waits, and arrives once when it can (consent 19)', async () => {
  await rowsOf({
    url: programme.database.ownerUrl,
    statement: 'alter table consent_copy_files rename to consent_copy_files_away',
  })
  let parent: AskedParent
  try {
    parent = await signedParent()
    await waitUntil({
      what: 'the mail to have been tried',
      holds: async () => ((await copyMail(parent))?.problem ?? '') !== '',
      timeoutMilliseconds: 60_000,
    })
    expect(await copyMail(parent)).toMatchObject({
      state: 'waiting',
      problem: expect.stringContaining('could not be put together'),
    })
    expect([
      await answersOf(parent),
      (
        await programme.query('select status::text as status from consent_requests where id = $1', [parent.requestId])
      )[0],
    ]).toEqual([8, { status: 'signed' }])
  } finally {
    await rowsOf({
      url: programme.database.ownerUrl,
      statement: 'alter table consent_copy_files_away rename to consent_copy_files',
    })
  }
  await waitUntil({
    what: 'the copy to be sent',
    holds: async () => {
      await makeDue()
      return (await copyMail(parent))?.state === 'sent'
    },
    timeoutMilliseconds: 60_000,
  })
  expect([arrivalsOf((await copyMail(parent))?.id), await filesOf(parent)]).toEqual([1, 1])
}, 240_000)
