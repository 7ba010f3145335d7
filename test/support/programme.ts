import { getPayload, type Payload } from 'payload'
import { startWork, type Work } from '../../src/core/access/work.ts'
import { attachLinkSecret } from '../../src/core/access/linkTokens.ts'
import type { Actor, PersonActor } from '../../src/core/access/actor.ts'
import { plainQuery } from '../../src/core/database/transaction.ts'
import type { Query } from '../../src/core/database/query.ts'
import { attachClock } from '../../src/core/services.ts'
import { openSession, personOfSession } from '../../src/programme/people/signIn/sessions.ts'
import { testClock, type TestClock } from './clock.ts'
import { databaseForFile, type TestDatabase } from './database.ts'
import { timedPart } from './timedPart.ts'

/** The whole programme on a database of its own, on a clock that the test moves. */
export type TestProgramme = {
  database: TestDatabase
  payload: Payload
  clock: TestClock
  query: Query
  /** A minted sign-in: the cookie to send, and the person as the rules see them. */
  signIn: (userId: string) => Promise<{ cookie: string; token: string; person: PersonActor }>
  /** A piece of work of its own for somebody: what a door would open. */
  workOf: (actor: Actor) => Promise<Work>
}

/** Starts the programme for a test file. The clock stands on Tuesday 3 March 2026, noon in London, unless told. */
export const testProgramme = async ({
  now = '2026-03-03T12:00:00Z',
}: { now?: string } = {}): Promise<TestProgramme> => {
  const database = await databaseForFile()
  process.env.DATABASE_URL = database.applicationUrl
  process.env.PAYLOAD_SECRET = 'a secret that only the tests use, long enough'
  process.env.PUBLIC_URL = 'http://localhost:3000'
  const payload = await timedPart('payload', async () => {
    const { default: config } = await import('../../payload.config.ts')
    return await getPayload({ config })
  })
  const clock = testClock(now)
  attachClock({ payload, clock })
  attachLinkSecret({ payload, linkSecret: 'a key for links that only the tests use' })
  const query = plainQuery(payload)
  return {
    database,
    payload,
    clock,
    query,
    signIn: async (userId) => {
      const token = await openSession({ query, userId, now: clock.now(), device: 'a test' })
      const person = await personOfSession({ query, token, now: clock.now() })
      if (!person) throw new Error('This person cannot sign in.')
      return { cookie: `session=${token}`, token, person }
    },
    workOf: (actor) => startWork({ payload, actor, from: 'a test' }),
  }
}
