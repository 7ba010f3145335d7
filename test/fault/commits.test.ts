// What happens in the moment of storing: a COMMIT that PostgreSQL refuses, one that is cut off, a network that goes
// silent.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import type { Query } from '../../src/core/database/query.ts'
import { databaseForFile } from '../support/database.ts'
import { startFaultProxy, type FaultProxy, type ProxyDirection } from '../support/faultProxy.ts'
import { freeTimes, type FreeTime } from '../support/freeTimes.ts'
import { meetingFields } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { cookieFor, startProgrammeServer, type Answer, type ProgrammeServer } from '../support/programmeServer.ts'
import { waitUntil } from '../support/waitUntil.ts'

let owner: pg.Pool
let proxy: FaultProxy
let server: ProgrammeServer
let pair: Awaited<ReturnType<typeof aPairThatMayAgree>>
let cookies: { coordinator: string; volunteer: string }

const query: Query = async (text, values = []) => (await owner.query(text, [...values])).rows

beforeAll(async () => {
  const database = await databaseForFile()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  pair = await aPairThatMayAgree({ query })
  cookies = {
    coordinator: await cookieFor({ query, userId: pair.coordinator }),
    volunteer: await cookieFor({ query, userId: pair.volunteer.userId }),
  }
  await query(
    `create function refuse_at_commit() returns trigger language plpgsql as $$ begin raise exception 'refused at COMMIT'; end $$`,
  )
  await query(
    `create constraint trigger refuse_some after insert on meetings deferrable initially deferred for each row when (new.place like 'refused %') execute function refuse_at_commit()`,
  )
  proxy = await startFaultProxy({ targetPort: Number(new URL(database.applicationUrl).port) })
  server = await startProgrammeServer({ applicationUrl: proxy.through(database.applicationUrl), connections: 4 })
}, 120_000)
afterAll(async () => {
  await server.process.kill()
  await proxy.stop()
  await owner.end()
})

type Door = { door: string; propose: (place: string) => Promise<Answer> }

const free = freeTimes()
const times = new Map<string, FreeTime>()
/** The same place is the same form again; each has a time of its own. */
const timeOf = (place: string): FreeTime => {
  const time = times.get(place) ?? free()
  times.set(place, time)
  return time
}

/** The same proposal through Payload's API, as the panel sends it, and through the volunteers' portal. */
const doors: Door[] = [
  {
    door: 'the API',
    propose: (place) =>
      server.api({
        path: '/meetings',
        cookie: cookies.coordinator,
        body: meetingFields(pair, { place, startsAt: timeOf(place).startsAt, minutes: 30 }),
      }),
  },
  {
    door: 'the portal',
    propose: (place) =>
      server.form({
        path: '/portal/meetings/new',
        cookie: cookies.volunteer,
        // The form's number is made from the place, so that the same words are the same form sent again.
        fields: {
          submissionKey: place.replaceAll(/[^a-z0-9-]/g, '-'),
          match: pair.match,
          date: timeOf(place).date,
          time: timeOf(place).time,
          minutes: '30',
          kind: 'one-to-one',
          placeKind: 'public',
          place,
          guardian: pair.child.guardianId,
          agreedOn: '2026-03-02',
          agreedWay: 'text',
        },
      }),
  },
]

/** What stands in the database of one proposal: its rows, their audit rows, their messages. */
const traceOf = async (place: string): Promise<{ rows: number; audits: number; messages: number }> => {
  const [trace] = await query<{ rows: number; audits: number; messages: number }>(
    `select (select count(*)::int from meetings where place = $1) as rows,
       (select count(*)::int from audit_events where detail->'place'->>'after' = $1) as audits,
       (select count(*)::int from notifications where details->>'place' = $1) as messages`,
    [place],
  )
  if (!trace) throw new Error('There is always a row.')
  return trace
}
const nothing = { rows: 0, audits: 0, messages: 0 }
const whole = { rows: 1, audits: 1, messages: 1 }

const poolIsWhole = async (): Promise<void> => {
  await waitUntil({
    what: 'the pool of connections to be whole',
    holds: async () => {
      const pool = await server.poolFigures()
      return pool.idle === pool.total && pool.waiting === 0
    },
  })
  expect(
    await query(
      "select pid from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    ),
  ).toEqual([])
  expect(server.process.isRunning()).toBe(true)
}

beforeEach(async () => {
  proxy.setMode('pass')
})

describe.each(doors)('through $door', ({ propose }) => {
  test('a COMMIT that PostgreSQL refuses is an error, and nothing is stored', async () => {
    const place = `refused ${randomUUID()}`
    const answer = await propose(place)
    expect(answer.status).toBe(500)
    expect(await traceOf(place)).toEqual(nothing)
    await poolIsWhole()
  })

  test.each<{ moment: string; direction: ProxyDirection; words: string; deliver: boolean; trace: typeof nothing }>([
    {
      moment: 'before it reaches PostgreSQL',
      direction: 'to-server',
      words: 'commit\0',
      deliver: false,
      trace: nothing,
    },
    { moment: 'after it reached PostgreSQL', direction: 'to-server', words: 'commit\0', deliver: true, trace: whole },
    {
      moment: 'when the answer is on its way back',
      direction: 'to-client',
      words: 'COMMIT\0',
      deliver: false,
      trace: whole,
    },
  ])(
    'a COMMIT cut off $moment is never a success, and the answer says that nobody can tell',
    async ({ direction, words, deliver, trace }) => {
      for (let time = 0; time < 10; time += 1) {
        const place = `cut ${randomUUID()}`
        const cut = proxy.cutNext({ direction, at: { words }, deliver })
        const answer = await propose(place)
        await cut
        expect({ status: answer.status, saysSo: answer.text.includes('cannot tell whether this was stored') }).toEqual({
          status: 503,
          saysSo: true,
        })
        await waitUntil({ what: 'PostgreSQL to notice', holds: async () => (await traceOf(place)).rows === trace.rows })
        expect(await traceOf(place)).toEqual(trace)
      }
      await poolIsWhole()
    },
  )
})

test('a form whose COMMIT was cut off can be sent again: the meeting is stored once', async () => {
  const [, portal] = doors as [Door, Door]
  for (const deliver of [true, false]) {
    const place = `again ${randomUUID()}`
    const cut = proxy.cutNext({ direction: 'to-server', at: { words: 'commit\0' }, deliver })
    expect((await portal.propose(place)).status).toBe(503)
    await cut
    expect((await portal.propose(place)).status).toBe(303)
    expect(await traceOf(place)).toEqual(whole)
  }
})

test('while the network to PostgreSQL is silent, everybody is answered within 12 seconds, and all is well when it speaks again', async () => {
  const places = Array.from({ length: 8 }, () => `silent ${randomUUID()}`)
  // Open connections, so that some are met in the midst of a statement and others would have to be opened.
  await Promise.all(doors.map(({ propose }) => propose(`before ${randomUUID()}`)))
  proxy.setMode('stall')
  const answers = await Promise.all(places.map((place, number) => (doors[number % 2] as Door).propose(place)))
  expect(answers.map(({ status }) => status)).toEqual(places.map(() => 503))
  expect(Math.max(...answers.map(({ milliseconds }) => milliseconds))).toBeLessThan(12_000)
  proxy.setMode('pass')
  for (const { propose } of doors) {
    const place = `after ${randomUUID()}`
    expect((await propose(place)).status).toBeLessThan(400)
    expect(await traceOf(place)).toEqual(whole)
  }
  for (const place of places) expect(await traceOf(place)).toEqual(nothing)
  await poolIsWhole()
})

test('a network that goes silent in the midst of storing ends within 12 seconds too, and no answer promises what did not happen', async () => {
  const answers: Array<{ place: string; answer: Answer }> = []
  let silent = false
  const clients = Array.from({ length: 8 }, async (_, number) => {
    while (!silent) {
      const place = `falling silent ${randomUUID()}`
      answers.push({ place, answer: await (doors[number % 2] as Door).propose(place) })
    }
  })
  await waitUntil({ what: 'the first answers', holds: () => answers.length >= 12 })
  proxy.setMode('stall')
  silent = true
  await Promise.all(clients)
  proxy.setMode('pass')
  await poolIsWhole()
  expect(Math.max(...answers.map(({ answer }) => answer.milliseconds))).toBeLessThan(12_000)
  for (const { place, answer } of answers) {
    const trace = await traceOf(place)
    if (answer.status < 400) expect(trace).toEqual(whole)
    else if (answer.text.includes('cannot tell whether this was stored')) expect([nothing, whole]).toContainEqual(trace)
    else expect({ status: answer.status, trace }).toEqual({ status: 503, trace: nothing })
  }
  // At least those that were in the midst of it when the network fell silent.
  expect(answers.filter(({ answer }) => answer.status === 503).length).toBeGreaterThanOrEqual(4)
})

test('when PostgreSQL is out of reach people are told so at once, and the process lives', async () => {
  proxy.setMode('refuse')
  proxy.cutConnections()
  const answers = await Promise.all(doors.map(({ propose }) => propose(`away ${randomUUID()}`)))
  for (const { status, text, milliseconds } of answers) {
    expect({ status, told: text.includes('We could not reach our records just now') }).toEqual({
      status: 503,
      told: true,
    })
    expect(milliseconds).toBeLessThan(3_000)
  }
  proxy.setMode('pass')
  for (const { propose } of doors) expect((await propose(`back ${randomUUID()}`)).status).toBeLessThan(400)
  await poolIsWhole()
})
