// The queues of the panel's Today for the measurements, asked by the very functions that the panel asks, without the panel
// around them. Answers `GET /NAME` with the milliseconds of the median of some runs.
import { createServer } from 'node:http'
import { performance } from 'node:perf_hooks'
import { getPayload } from 'payload'
import { loadToday, ROWS_ON_TODAY } from '../../src/admin/today/loadToday.ts'
import { attachLinkSecret } from '../../src/core/access/linkTokens.ts'
import { startWork, type Work } from '../../src/core/access/work.ts'
import { systemClock } from '../../src/core/clock/clock.ts'
import { plainQuery } from '../../src/core/database/transaction.ts'
import { readEnvironment } from '../../src/core/env/environment.ts'
import { attachClock } from '../../src/core/services.ts'
import { consentRequestsWaiting } from '../../src/programme/consent/queues.ts'
import { handoversToBegin, matchesToComplete, membershipsLapsed } from '../../src/programme/matching/queues.ts'
import { waitingList } from '../../src/programme/matching/waitingList.ts'
import { logsToRead, meetingsToConfirm } from '../../src/programme/meetings/queues.ts'
import { accountsToFinish, failedMessages } from '../../src/programme/people/queues.ts'
import { openSession, personOfSession } from '../../src/programme/people/signIn/sessions.ts'
import { applicationsToConsider, applicationsToDecide, interviewsToHold } from '../../src/programme/recruitment/applications/queues.ts'
import { overridesToDecide, vettingEnding, volunteersToClear, wishesToStop } from '../../src/programme/recruitment/queues.ts'
import { referencesOutstanding } from '../../src/programme/recruitment/references/queues.ts'
import { referralsToDecide, referralsToLink, referralsWaitingForMore } from '../../src/programme/referrals/queues.ts'
import { entriesToComplete } from '../../src/programme/workingList/queues.ts'
import { idOf } from '../../src/sample/identity.ts'
import { median } from './figures.ts'

const { default: config } = await import('../../payload.config.ts')
const payload = await getPayload({ config })
attachClock({ payload, clock: systemClock })
attachLinkSecret({ payload, linkSecret: readEnvironment({ source: process.env }).linkSecret })
const query = plainQuery(payload)

const workOf = async (key: string): Promise<Work> => {
  const token = await openSession({ query, userId: idOf('user', key), now: systemClock.now(), device: 'bench' })
  const person = await personOfSession({ query, token, now: systemClock.now() })
  if (!person) throw new Error(`${key} cannot sign in.`)
  return startWork({ payload, actor: person, from: 'panel' })
}

const limit = ROWS_ON_TODAY + 1
const queues: Record<string, { asks: (work: Work) => Promise<unknown>; person: string }> = {
  today: { asks: (work) => loadToday({ work }), person: 'morgan' },
  meetings: { asks: (work) => meetingsToConfirm({ work, limit }), person: 'casey' },
  logs: { asks: (work) => logsToRead({ work, limit }), person: 'morgan' },
  referrals: { asks: (work) => referralsToDecide({ work, limit }), person: 'casey' },
  matches: { asks: (work) => matchesToComplete({ work, limit }), person: 'morgan' },
  consents: { asks: (work) => consentRequestsWaiting({ work, limit }), person: 'morgan' },
  vetting: { asks: (work) => vettingEnding({ work, limit }), person: 'morgan' },
  messages: { asks: (work) => failedMessages({ work, limit }), person: 'morgan' },
  handovers: { asks: (work) => handoversToBegin({ work, limit }), person: 'morgan' },
  wishes: { asks: (work) => wishesToStop({ work, limit }), person: 'morgan' },
  lapsed: { asks: (work) => membershipsLapsed({ work, limit }), person: 'morgan' },
  applications: { asks: (work) => applicationsToConsider({ work, limit }), person: 'morgan' },
  interviews: { asks: (work) => interviewsToHold({ work, limit }), person: 'morgan' },
  decisions: { asks: (work) => applicationsToDecide({ work, limit }), person: 'casey' },
  references: { asks: (work) => referencesOutstanding({ work, limit }), person: 'morgan' },
  clearances: { asks: (work) => volunteersToClear({ work, limit }), person: 'morgan' },
  overrides: { asks: (work) => overridesToDecide({ work, limit }), person: 'casey' },
  entries: { asks: (work) => entriesToComplete({ work, limit }), person: 'morgan' },
  toLink: { asks: (work) => referralsToLink({ work, limit }), person: 'morgan' },
  waitingForMore: { asks: (work) => referralsWaitingForMore({ work, limit }), person: 'morgan' },
  waitingList: { asks: (work) => waitingList({ work, limit }), person: 'morgan' },
  accounts: { asks: (work) => accountsToFinish({ work, limit }), person: 'sage' },
}

const timesOf = async (name: string): Promise<number> => {
  const queue = queues[name]
  if (!queue) throw new Error(`There is no queue ${name}.`)
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const work = await workOf(queue.person)
    const began = performance.now()
    await queue.asks(work)
    times.push(performance.now() - began)
  }
  return median(times)
}

const RUNS = 7

const server = createServer((request, response) => {
  const name = (request.url ?? '').slice(1)
  if (name === '') return response.end(JSON.stringify(Object.keys(queues)))
  timesOf(name).then(
    (milliseconds) => response.end(String(milliseconds)),
    (problem: unknown) => {
      response.statusCode = 500
      response.end(String(problem))
    },
  )
}).listen(0, '127.0.0.1', () => process.stdout.write(`ready ${(server.address() as { port: number }).port}\n`))
