// The queues of the panel's Today for the measurements, asked by the very functions that the panel asks, without the
// panel around them. Answers `GET /NAME` with the milliseconds of the median of some runs.
import { createServer } from 'node:http'
import { performance } from 'node:perf_hooks'
import { getPayload } from 'payload'
import { loadToday } from '../../src/admin/today/loadToday.ts'
import { ROWS_OF_EACH } from '../../src/admin/today/whatWaits.ts'
import { attachLinkSecret } from '../../src/core/access/linkTokens.ts'
import { startWork, type Work } from '../../src/core/access/work.ts'
import { systemClock } from '../../src/core/clock/clock.ts'
import { plainQuery } from '../../src/core/database/transaction.ts'
import { readEnvironment } from '../../src/core/env/environment.ts'
import { queuesOf } from '../../src/core/house/queues.ts'
import { areas, type QueueName } from '../../src/programme/house.ts'
import { attachClock } from '../../src/core/services.ts'
import { openSession, personOfSession } from '../../src/programme/people/signIn/sessions.ts'
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

const limit = ROWS_OF_EACH + 1

/** Who is asked for a queue: the co-ordinator, but for what others decide. */
const ASKED: Readonly<Partial<Record<QueueName, string>>> = {
  meetings: 'casey',
  referrals: 'casey',
  decisions: 'casey',
  overrides: 'casey',
  adoptions: 'casey',
  reviews: 'casey',
  accounts: 'sage',
}

const queues: Record<string, { asks: (work: Work) => Promise<unknown>; person: string }> = {
  today: { asks: (work) => loadToday({ work }), person: 'morgan' },
  ...Object.fromEntries(
    Object.entries(queuesOf(areas)).map(([name, { waits }]) => [
      name,
      { asks: (work: Work) => waits({ work, limit }), person: ASKED[name as QueueName] ?? 'morgan' },
    ]),
  ),
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
