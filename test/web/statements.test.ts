// How much the programme says to PostgreSQL for what is done most often. Times differ from machine to machine; this
// does not.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { asUser } from '../../src/core/access/localApi.ts'
import { poolOf } from '../../src/core/database/transaction.ts'
import { performAction } from '../../src/core/workflow/perform.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { refusalOf } from '../support/acting.ts'
import { testApp } from '../support/app.ts'
import { anAskedParent, parentBrowser } from '../support/consent.ts'
import { aChild, aMatch, aPerson, meetingFields } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { statementsDuring } from '../support/statements.ts'
import { visitor, type Visitor } from '../support/visitor.ts'

let programme: TestProgramme
let pair: Awaited<ReturnType<typeof aPairThatMayAgree>>
let volunteer: Visitor

beforeAll(async () => {
  programme = await testProgramme()
  pair = await aPairThatMayAgree(programme)
  volunteer = await visitorFor(pair.volunteer.userId)
  await volunteer.get('/portal')
})
beforeEach(() => programme.clock.set('2026-03-03T12:00:00Z'))
afterAll(async () => {
  await poolOf(programme.payload).end()
})

const visitorFor = async (userId: string): Promise<Visitor> =>
  visitor(testApp({ programme }), await programme.signIn(userId))

const log = (changes: Record<string, string> = {}) => ({
  match: pair.match,
  heldOn: '2026-03-02',
  location: 'Library café',
  runBy: 'Harper Sample',
  attendees: 'Both',
  activities: 'A game',
  ...changes,
})

/** How often a log's sending may go to PostgreSQL and back, signing in, BEGIN and COMMIT included. */
const MOST_FOR_A_LOG = 12

/** The same of a log that closes its meeting, for the portal's home, and for a parent's answers to all eight points. */
const MOST_FOR_A_LOG_OF_A_MEETING = 14
const MOST_FOR_HOME = 3
const MOST_FOR_A_SIGNATURE = 28

/** The same for a confirmation that is refused, without signing in. */
const MOST_FOR_A_REFUSAL = 12

const saidDuring = (work: () => Promise<unknown>): Promise<string[]> =>
  statementsDuring({ payload: programme.payload, work })
const sendLog = (changes: Record<string, string> = {}, by = volunteer): Promise<string[]> =>
  saidDuring(async () => expect((await by.post('/portal/logs/new', log(changes))).status).toBe(303))
const openHome = (): Promise<string[]> =>
  saidDuring(async () => expect((await volunteer.get('/portal')).status).toBe(200))

/** Those that read a meeting whole, or something of one whose id they are given. */
const readingMeeting = (said: readonly string[]): string[] =>
  said.filter((statement) => /^\s*select.*\bfrom "?meetings"?[^(]*\bid"? = \$1/is.test(statement))

const aProposal = async (): Promise<string> => {
  const { person } = await programme.signIn(pair.volunteer.userId)
  const { id } = await asUser(await programme.workOf(person)).create({
    collection: 'meetings',
    data: meetingFields(pair, { startsAt: `2026-03-04T${nextHour()}:00:00.000Z` }),
  })
  return id
}
let hour = 9
const nextHour = (): string => String((hour += 1))

const confirming = async ({ by, id }: { by: string; id: string }): Promise<() => Promise<unknown>> => {
  const work = await programme.workOf((await programme.signIn(by)).person)
  return () => performAction({ work, workflow: meetingWorkflow, id, action: 'confirm', input: {} })
}

test('sending a log stays lean; the audit is chained in one go with COMMIT, and the disk is waited for once its lock is free', async () => {
  const said = await sendLog()
  expect(said.length).toBeLessThanOrEqual(MOST_FOR_A_LOG)
  expect(said.at(-2)).toMatch(
    /^set local synchronous_commit = off; update idempotency_keys .*; select append_audit_events\(.*; commit$/s,
  )
  expect(said.at(-1)).toMatch(/^select pg_logical_emit_message\(true,/)
  expect(said.slice(0, -2).filter((statement) => /append_audit_events|synchronous_commit/.test(statement))).toEqual([])
})

test('[LOG-1] a log of a meeting reads the meeting once to know whose it is, and once while its child is held', async () => {
  const meeting = await aProposal()
  await (
    await confirming({ by: pair.confirmer, id: meeting })
  )()
  programme.clock.set('2026-03-04T20:00:00Z')
  const said = await sendLog({ meeting, heldOn: '2026-03-04' }, await visitorFor(pair.volunteer.userId))
  expect(said.length).toBeLessThanOrEqual(MOST_FOR_A_LOG_OF_A_MEETING)
  expect(readingMeeting(said)).toHaveLength(2)
  expect(readingMeeting(said.slice(said.indexOf('begin')))).toHaveLength(1)
  expect(
    await programme.query(
      'select m.status::text as status, l.meeting_was_confirmed as confirmed from meetings m join session_logs l on l.meeting_id = m.id where m.id = $1',
      [meeting],
    ),
  ).toEqual([{ status: 'held', confirmed: true }])
})

test('[MTG-4] a confirmation that is refused reads the meeting once, after it is locked', async () => {
  const meeting = await aProposal()
  const confirm = await confirming({ by: pair.coordinator, id: meeting })
  const said = await saidDuring(async () => expect(await refusalOf(confirm())).toMatchObject({ rule: 'MTG-4' }))
  expect(said.length).toBeLessThanOrEqual(MOST_FOR_A_REFUSAL)
  const locked = said.findIndex((statement) => /lock_records/.test(statement))
  // Before that, only whom it names, so that they are locked first.
  expect(readingMeeting(said.slice(0, locked)).map((statement) => /place/.test(statement))).toEqual([false])
  expect(readingMeeting(said.slice(locked))).toHaveLength(1)
})

test('[CON-1] a parent’s answers to all eight points stay lean', async () => {
  const asked = await anAskedParent(programme)
  const parent = parentBrowser(testApp({ programme }))
  await parent.arrive(asked.token)
  const fields = await parent.signing()
  const said = await saidDuring(async () =>
    expect((await parent.post('/consent', fields)).headers.location).toBe('/consent?done=signed'),
  )
  expect(said.length).toBeLessThanOrEqual(MOST_FOR_A_SIGNATURE)
})

test('what is said often is prepared once for each connection; what a migration may change is not', async () => {
  const client = await poolOf(programme.payload).connect()
  try {
    for (let number = 0; number < 50; number += 1) {
      expect((await client.query('select $1::int + 1 as "oneMore"', [number])).rows).toEqual([{ oneMore: number + 1 }])
      await client.query('select * from programme_settings where id = $1', [pair.child.id])
    }
    const { rows } = await client.query(
      'select statement, generic_plans + custom_plans > 20 as "isUsed" from pg_prepared_statements where statement ~ $1',
      ['oneMore|programme_settings where id'],
    )
    expect(rows).toEqual([{ statement: 'select $1::int + 1 as "oneMore"', isUsed: true }])
  } finally {
    client.release()
  }
})

test('the portal’s home stays lean', async () => {
  expect((await openHome()).length).toBeLessThanOrEqual(MOST_FOR_HOME)
  // What asks for whatever there is, is planned anew each time, and everything with it.
  expect((await openHome()).filter((statement) => /select\s+\*|\.\s*\*/.test(statement))).toEqual([])
})

test('more people to tell and more children to show cost no more statements', async () => {
  const before = { log: (await sendLog()).length, home: (await openHome()).length }
  await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['co-ordinator'] })
  await aPerson({ ...programme, name: 'Rowan Madeup', roles: ['co-ordinator'] })
  const second = await aChild({ ...programme, name: 'Jamie Specimen' })
  await aMatch({ ...programme, childId: second.id, volunteerId: pair.volunteer.id, contactId: pair.confirmer })
  expect({ log: (await sendLog()).length, home: (await openHome()).length }).toEqual(before)
  const [most] = await programme.query<{ told: number }>(
    "select count(*)::int as told from notifications where template = 'log-submitted' group by subject_record order by told desc limit 1",
  )
  const coordinators = await programme.query<{ count: number }>(
    "select count(distinct user_id)::int as count from role_grants where role = 'co-ordinator'",
  )
  expect(most?.told).toBe(coordinators[0]?.count)
})
