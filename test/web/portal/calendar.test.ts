// The shared calendar of a large programme is read a page at a time.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { insertRows } from '../../../src/core/database/insertRows.ts'
import { poolOf } from '../../../src/core/database/transaction.ts'
import { testApp } from '../../support/app.ts'
import { aMatchedPair } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { visitor, wordsOf, type Visitor } from '../../support/visitor.ts'

let programme: TestProgramme
let volunteer: Visitor

beforeAll(async () => {
  programme = await testProgramme()
  const pair = await aMatchedPair(programme)
  volunteer = visitor(testApp({ programme }), await programme.signIn(pair.volunteer.userId))
  const at = '2026-03-01T09:00:00Z'
  const rows = Array.from({ length: 45 }, (_, index) => ({
    id: randomUUID(),
    match_id: pair.match,
    child_id: pair.child.id,
    volunteer_id: pair.volunteer.id,
    guardian_id: pair.child.guardianId,
    starts_at: new Date(Date.UTC(2026, 2, 4, 10, index)).toISOString(),
    minutes: 60,
    kind: 'one-to-one',
    place_kind: 'public',
    place: `Place ${index + 1}.`,
    agreed_on: '2026-03-01',
    agreed_way: 'text',
    proposed_by_id: pair.volunteer.userId,
    status: 'proposed',
    row_version: 1,
    created_at: at,
    updated_at: at,
  }))
  await insertRows({ query: programme.query, collection: 'meetings', rows })
})
afterAll(async () => {
  await poolOf(programme.payload).end()
})

const placesOn = async (address: string): Promise<string[]> =>
  [...wordsOf(await volunteer.get(address)).matchAll(/Place \d+\./g)].map(([place]) => place)

test('[MTG-6] every meeting stands on one page of the calendar, in order', async () => {
  const [first, second] = [await placesOn('/portal/calendar'), await placesOn('/portal/calendar?page=2')]
  expect(first).toHaveLength(40)
  expect([...first, ...second]).toEqual(Array.from({ length: 45 }, (_, index) => `Place ${index + 1}.`))
  expect(wordsOf(await volunteer.get('/portal/calendar'))).toMatch(/Page 1 of 2/)
})

test('an address beyond the last page shows the last one, and one that names no page the first', async () => {
  expect(await placesOn('/portal/calendar?page=9')).toEqual(await placesOn('/portal/calendar?page=2'))
  expect(await placesOn('/portal/calendar?page=0')).toEqual(await placesOn('/portal/calendar'))
})
