// How much the programme says to PostgreSQL for what is done most often. Times differ from machine to machine; this
// does not.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { poolOf } from '../../src/core/database/transaction.ts'
import { testApp } from '../support/app.ts'
import { aChild, aMatch, aMatchedPair, aPerson } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { statementsDuring } from '../support/statements.ts'
import { visitor, type Visitor } from '../support/visitor.ts'

let programme: TestProgramme
let pair: Awaited<ReturnType<typeof aMatchedPair>>
let volunteer: Visitor

beforeAll(async () => {
  programme = await testProgramme()
  pair = await aMatchedPair(programme)
  volunteer = visitor(testApp({ programme }), await programme.signIn(pair.volunteer.userId))
  await volunteer.get('/portal')
})
afterAll(async () => {
  await poolOf(programme.payload).end()
})

const log = () => ({
  match: pair.match,
  heldOn: '2026-03-02',
  location: 'Library café',
  runBy: 'Harper Sample',
  attendees: 'Both',
  activities: 'A game',
})

/** How often a log's sending may go to PostgreSQL and back, signing in, BEGIN and COMMIT included. */
const MOST_FOR_A_LOG = 12

/** The same for the portal's home. */
const MOST_FOR_HOME = 7

const sendLog = (): Promise<string[]> =>
  statementsDuring({
    payload: programme.payload,
    work: async () => expect((await volunteer.post('/portal/logs/new', log())).status).toBe(303),
  })
const openHome = (): Promise<string[]> =>
  statementsDuring({
    payload: programme.payload,
    work: async () => expect((await volunteer.get('/portal')).status).toBe(200),
  })

test('sending a log stays lean; the audit is chained in one go with COMMIT, and the disk is waited for once its lock is free', async () => {
  const said = await sendLog()
  expect(said.length).toBeLessThanOrEqual(MOST_FOR_A_LOG)
  expect(said.at(-2)).toMatch(
    /^set local synchronous_commit = off; update idempotency_keys .*; select append_audit_events\(.*; commit$/s,
  )
  expect(said.at(-1)).toMatch(/^select pg_logical_emit_message\(true,/)
  expect(said.slice(0, -2).filter((statement) => /append_audit_events|synchronous_commit/.test(statement))).toEqual([])
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
})

test('more people to tell and more children to show cost no more statements', async () => {
  const before = { log: (await sendLog()).length, home: (await openHome()).length }
  await aPerson({ ...programme, name: 'Linden Sampleton', roles: ['co-ordinator'] })
  await aPerson({ ...programme, name: 'Rowan Madeup', roles: ['co-ordinator'] })
  const second = await aChild({ ...programme, name: 'Jamie Specimen' })
  await aMatch({ ...programme, childId: second.id, volunteerId: pair.volunteer.id, contactId: pair.confirmer })
  expect({ log: (await sendLog()).length, home: (await openHome()).length }).toEqual(before)
  expect(
    await programme.query(
      "select count(*)::int as told from notifications where template = 'log-submitted' group by subject_record order by told",
    ),
  ).toEqual([{ told: 1 }, { told: 1 }, { told: 3 }])
})
